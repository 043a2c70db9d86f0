"""Text -> words: jieba's cut, computed over the lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsan.models import Token
from newsan.segmenting.lexicon import NEVER, STATES, open_lexicon, read_user_dictionary
from newsan.segmenting.shapes import CHINESE, TAGS, shapes, tag_by_looks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# The blocks jieba cuts into words; what lies between them is a word a character.
BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
SPACES = re.compile(r"\r\n|.", re.DOTALL)
# What jieba makes of characters that are no words: the model reads the Chinese, the rest is cut by its looks.
PIECE = re.compile(r"[\u4E00-\u9FD5]+|[a-zA-Z0-9]+(?:\.\d+)?%?|[^\u4E00-\u9FD5a-zA-Z0-9]+")
ALPHANUMERIC = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
BEGIN, MIDDLE, END, SINGLE = range(len(STATES))


class Segmenter:
    """Cuts text into words: jieba's dictionary and model, and user words on top."""

    def __init__(self, user_dictionaries: Sequence[Path] = ()) -> None:
        """Load the lexicon; a user dictionary that cannot be read is an ``UnreadableInput``."""
        self._lexicon = open_lexicon()
        self._never_joined: set[str] = set()
        listed = [word for digit in "0123456789" for word in self._lexicon.longer_words(digit)]
        for path in user_dictionaries:
            for text, given, tag in read_user_dictionary(path):
                frequency = self._frequency_to_stand(text) if given is None else given
                self._lexicon.add(text, frequency, tag)
                if frequency == 0:
                    self._never_joined.add(text)
                elif not CHINESE.fullmatch(text):
                    listed.append(text)
        self._lexicon.settle()
        self._wholes = shapes(listed)

    def frequency(self, word: str) -> int:
        """Return how often the dictionary counts a word, 0 if it is none."""
        known = self._lexicon.entry(word)
        return known[0] if known else 0

    def tag(self, word: str) -> str | None:
        """Return the dictionary's part of speech of a word, ``None`` if it has none."""
        known = self._lexicon.entry(word)
        return known[1] if known else None

    def cut(self, text: str, *, hmm: bool = True) -> list[str]:
        """Return the words of a text, the very ones of ``jieba.lcut(text, HMM=hmm)``.

        With ``hmm`` the characters left over between known words are joined where jieba's model says so.
        """
        words: list[str] = []
        cut_block = self._cut_block if hmm else self._cut_block_without_model
        between = True
        for block in BLOCK.split(text):
            if not between:
                cut_block(block, words)
            elif len(block) == 1:
                words.append(block)
            elif block:
                words += SPACES.findall(block)
            between = not between
        return words

    def _ends(self, text: str) -> list[int]:
        """Return, for every position, where the word ends that begins there on the likeliest way through the text.

        Of words that are equally likely the longest wins, as in jieba.
        """
        heads = self._lexicon.heads
        unknown = -self._lexicon.log_total
        size = len(text)
        ends = [0] * size
        likeliest = [0.0] * (size + 1)
        following = "\n"
        after = 0.0
        for position in range(size - 1, -1, -1):
            character = text[position]
            weight, branches, seconds, _ = heads[character]
            best = weight + after
            end = position + 1
            if following in branches:
                branch = branches[following]
            elif following in seconds:
                branch = self._lexicon.branch(character, following)
            else:
                branch = None
            if branch is not None:
                weight, lengths, rests = branch
                score = weight + likeliest[position + 2]
                if score >= best:
                    best = score
                    end = position + 2
                for length in lengths:
                    stop = position + length
                    if stop > size:
                        break
                    rest = text[position + 2 : stop]
                    if rest in rests:
                        score = rests[rest] + likeliest[stop]
                        if score >= best:
                            best = score
                            end = stop
            if best == NEVER:
                best = unknown + after
                end = position + 1
            ends[position] = end
            likeliest[position] = after = best
            following = character
        return ends

    def _cut_block(self, block: str, words: list[str]) -> None:
        """Append the words of a block; single characters in a row are left to the model."""
        ends = self._ends(block)
        size = len(block)
        position = row = 0
        while position < size:
            end = ends[position]
            if end - position > 1:
                if row < position:
                    self._cut_row(block[row:position], words)
                words.append(block[position:end])
                row = end
            position = end
        if row < size:
            self._cut_row(block[row:], words)

    def _cut_block_without_model(self, block: str, words: list[str]) -> None:
        """Append the words of a block; Latin letters and digits in a row are one word."""
        ends = self._ends(block)
        position = row = 0
        while position < len(block):
            end = ends[position]
            if end - position > 1 or block[position] not in ALPHANUMERIC:
                if row < position:
                    words.append(block[row:position])
                words.append(block[position:end])
                row = end
            position = end
        if row < position:
            words.append(block[row:])

    def _cut_row(self, row: str, words: list[str]) -> None:
        """Append what the model makes of characters that the dictionary left single."""
        if len(row) == 1:
            words.append(row)
        elif self.frequency(row):
            # A word all the same, of which jieba thinks its characters likelier.
            words += row
        else:
            for piece in PIECE.findall(row):
                if "\u4e00" <= piece[0] <= "\u9fd5":
                    self._join(piece, words)
                else:
                    words.append(piece)

    def _join(self, text: str, words: list[str]) -> None:
        """Append the words of the likeliest way through the model's states (Viterbi), as jieba walks it.

        Of two ways that are equally likely jieba takes the one whose last state has the later letter, which
        decides much where the model has never seen a character.
        """
        lexicon = self._lexicon
        emissions = lexicon.emissions
        eb, sb, bm, mm, be, me, es, ss = lexicon.steps
        begin, middle, end, single = map(float.__add__, lexicon.start, emissions[text[0]])
        origins = []
        for character in text[1:]:
            shows_begin, shows_middle, shows_end, shows_single = emissions[character]
            end_begin, single_begin = end + eb + shows_begin, single + sb + shows_begin
            begin_middle, middle_middle = begin + bm + shows_middle, middle + mm + shows_middle
            begin_end, middle_end = begin + be + shows_end, middle + me + shows_end
            end_single, single_single = end + es + shows_single, single + ss + shows_single
            origins.append(
                (
                    SINGLE if single_begin >= end_begin else END,
                    MIDDLE if middle_middle >= begin_middle else BEGIN,
                    MIDDLE if middle_end >= begin_end else BEGIN,
                    SINGLE if single_single >= end_single else END,
                )
            )
            begin = single_begin if single_begin >= end_begin else end_begin
            middle = middle_middle if middle_middle >= begin_middle else begin_middle
            end = middle_end if middle_end >= begin_end else begin_end
            single = single_single if single_single >= end_single else end_single
        state = SINGLE if single >= end else END
        states = [state]
        for origin in reversed(origins):
            state = origin[state]
            states.append(state)
        begun = done = 0
        joined = []
        for position, state in enumerate(reversed(states)):
            if state == BEGIN:
                begun = position
            elif state == END:
                joined.append(text[begun : position + 1])
                done = position + 1
            elif state == SINGLE:
                joined.append(text[position])
                done = position + 1
        if done < len(text):
            joined.append(text[done:])
        for word in joined:
            if word in self._never_joined:
                words += word
            else:
                words.append(word)

    def segment(self, text: str, start: int = 0) -> list[Token]:
        """Return the tokens of a text, all of its characters; their offsets count from ``start``.

        Numbers, dates, addresses and names of Latin letters with digits are one token each, whatever the
        dictionary makes of their parts, and so are user words; what lies between them is ``cut``.
        """
        tokens: list[Token] = []
        done = 0
        for whole in self._wholes.finditer(text):
            self._append(self.cut(text[done : whole.start()]), start + done, tokens)
            shape = whole.lastgroup or "listed"
            tag = self.tag(whole[0]) or TAGS.get(shape) or tag_by_looks(whole[0])
            tokens.append(Token(whole[0], start + whole.start(), tag))
            done = whole.end()
        self._append(self.cut(text[done:]), start + done, tokens)
        return tokens

    def _append(self, words: list[str], start: int, tokens: list[Token]) -> None:
        """Append the tokens of words that stand side by side from ``start``."""
        lexicon = self._lexicon
        for word in words:
            known = lexicon.entry(word)
            tokens.append(Token(word, start, (known and known[1]) or tag_by_looks(word)))
            start += len(word)

    def _frequency_to_stand(self, text: str) -> int:
        """Return the frequency with which a word outweighs its parts, as ``jieba.suggest_freq`` chooses it."""
        lexicon = self._lexicon
        share = 1.0
        for part in self.cut(text, hmm=False):
            share *= self._counted(part) / lexicon.total
        return max(int(share * lexicon.total) + 1, self._counted(text))

    def _counted(self, text: str) -> int:
        """Return a word's frequency: nought for the beginning of a word, one for what the dictionary has never seen."""
        known = self._lexicon.entry(text)
        if known:
            return known[0]
        return 0 if self._lexicon.begins_words(text) else 1


@cache
def default_segmenter() -> Segmenter:
    """Return the segmenter without user words, loaded once."""
    return Segmenter()
