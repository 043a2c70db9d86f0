"""Text -> words: jieba's cut, computed over the lexicon."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsan.models import Token
from newsan.segmenting.lexicon import NEVER, STATES, open_lexicon, read_user_dictionary
from newsan.segmenting.names import Names, characters
from newsan.segmenting.shapes import TAGS, shapes, tag_by_looks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# The blocks jieba cuts into words; what lies between them is a word a character.
BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
SPACES = re.compile(r"\r\n|.", re.DOTALL)
# What jieba makes of characters that are no words: the model reads the Chinese, the rest is cut by its looks.
PIECE = re.compile(r"[\u4E00-\u9FD5]+|[a-zA-Z0-9]+(?:\.\d+)?%?|[^\u4E00-\u9FD5a-zA-Z0-9]+")
CHINESE = re.compile(r"[\u4E00-\u9FD5]+")
ALPHANUMERIC = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
REMEMBERED = 1 << 16
"""How many rows and tags are kept; a long corpus repeats many of them."""
BEGIN, MIDDLE, END, SINGLE = range(len(STATES))


class Segmenter:
    """Cuts text into words: jieba's dictionary and model, and user words on top."""

    def __init__(self, user_dictionaries: Sequence[Path] = (), *, names: bool = True) -> None:
        """Load the lexicon; a user dictionary that cannot be read is an ``UnreadableInput``.

        With ``names`` the tokens of ``segment`` go through no name the dictionary does not have.
        """
        self._lexicon = open_lexicon()
        self._names = Names(self._lexicon, self.cut) if names else None
        self._never_joined: set[str] = set()
        """User words of frequency nought, which the model must not make either."""
        self._user_words: dict[str, set[str]] = {}
        """Chinese user words by their first character: jieba may cut through them, ``segment`` may not."""
        self._words_of_row = lru_cache(maxsize=REMEMBERED)(self._cut_row)
        self._tag_of_word = lru_cache(maxsize=REMEMBERED)(lambda word: self.tag(word) or tag_by_looks(word))
        listed = [word for digit in "0123456789" for word in self._lexicon.longer_words(digit)]
        for path in user_dictionaries:
            for text, given, tag in read_user_dictionary(path):
                frequency = self._frequency_to_stand(text) if given is None else given
                self._lexicon.add(text, frequency, tag)
                if frequency == 0:
                    self._never_joined.add(text)
                elif not CHINESE.fullmatch(text):
                    # jieba cuts at such characters before it looks for words.
                    listed.append(text)
                elif len(text) > 1:
                    self._user_words.setdefault(text[0], set()).add(text)
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
        size = position = len(text)
        ends = list(range(1, size + 1))
        likeliest = [0.0] * (size + 1)
        second = third = "\n"
        after = after_second = 0.0
        for first in reversed(text):
            position -= 1
            best, branches, seconds, _ = heads[first]
            best += after
            if second in branches:
                branch = branches[second]
            elif second in seconds:
                branch = self._lexicon.branch(first, second)
            else:
                branch = None
            if branch is not None:
                weight, thirds, lengths, rests = branch
                weight += after_second
                if weight >= best:
                    best = weight
                    ends[position] = position + 2
                if third in thirds:
                    if not rests:
                        _, _, lengths, rests = self._lexicon.longer(first, second)
                    for length in lengths:
                        end = position + length
                        if end > size:
                            break
                        rest = text[position + 2 : end]
                        if rest in rests:
                            weight = rests[rest] + likeliest[end]
                            if weight >= best:
                                best = weight
                                ends[position] = end
            if best == NEVER:
                best = unknown + after
                ends[position] = position + 1
            after_second = after
            likeliest[position] = after = best
            third = second
            second = first
        return ends

    def _cut_block(self, block: str, words: list[str]) -> None:
        """Append the words of a block; single characters in a row are left to the model."""
        ends = self._ends(block)
        size = len(block)
        position = row = 0
        while position < size:
            end = ends[position]
            if end - position > 1:
                if position - row == 1:
                    words.append(block[row])
                elif row < position:
                    words += self._words_of_row(block[row:position])
                words.append(block[position:end])
                row = end
            position = end
        if row < size:
            words += self._words_of_row(block[row:])

    def _cut_block_without_model(self, block: str, words: list[str]) -> None:
        """Append the words of a block; Latin letters and digits in a row are one word."""
        ends = self._ends(block)
        size = len(block)
        position = row = 0
        while position < size:
            end = ends[position]
            if end - position > 1 or block[position] not in ALPHANUMERIC:
                if row < position:
                    words.append(block[row:position])
                words.append(block[position:end])
                row = end
            position = end
        if row < size:
            words.append(block[row:])

    def _cut_row(self, row: str) -> tuple[str, ...]:
        """Return what jieba makes of characters that the dictionary left single."""
        if len(row) == 1 or self.frequency(row):
            # A row of more that is a word all the same: jieba has found its characters likelier one by one.
            return tuple(row)
        words: list[str] = []
        for piece in PIECE.findall(row):
            if "\u4e00" <= piece[0] <= "\u9fd5":
                for word in self._join(piece):
                    words.extend(word if word in self._never_joined else (word,))
            else:
                words.append(piece)
        return tuple(words)

    def _join(self, text: str) -> list[str]:
        """Return the words of the likeliest way through the model's states (Viterbi), as jieba walks it.

        Of two ways that are equally likely jieba takes the one whose last state has the later letter, which
        decides much where the model has never seen a character.
        """
        emissions = self._lexicon.emissions
        eb, sb, bm, mm, be, me, es, ss = self._lexicon.steps
        begin, middle, end, single = map(float.__add__, self._lexicon.start, emissions[text[0]])
        origins = []
        for character in text[1:]:
            emit_begin, emit_middle, emit_end, emit_single = emissions[character]
            end_begin, single_begin = end + eb + emit_begin, single + sb + emit_begin
            begin_middle, middle_middle = begin + bm + emit_middle, middle + mm + emit_middle
            begin_end, middle_end = begin + be + emit_end, middle + me + emit_end
            end_single, single_single = end + es + emit_single, single + ss + emit_single
            begin, to_begin = (single_begin, SINGLE) if single_begin >= end_begin else (end_begin, END)
            middle, to_middle = (
                (middle_middle, MIDDLE) if middle_middle >= begin_middle else (begin_middle, BEGIN)
            )
            end, to_end = (middle_end, MIDDLE) if middle_end >= begin_end else (begin_end, BEGIN)
            single, to_single = (single_single, SINGLE) if single_single >= end_single else (end_single, END)
            origins.append((to_begin, to_middle, to_end, to_single))
        state = SINGLE if single >= end else END
        states = [state]
        for origin in reversed(origins):
            state = origin[state]
            states.append(state)
        words = []
        begun = done = 0
        for position, state in enumerate(reversed(states)):
            if state == BEGIN:
                begun = position
            elif state == END:
                words.append(text[begun : position + 1])
                done = position + 1
            elif state == SINGLE:
                words.append(text[position])
                done = position + 1
        if done < len(text):
            words.append(text[done:])
        return words

    def segment(self, text: str, start: int = 0) -> list[Token]:
        """Return the tokens of a text, all of its characters; their offsets count from ``start``.

        Numbers, dates, addresses and names of Latin letters with digits are one token each, whatever the
        dictionary makes of their parts, and so are user words; what lies between them is ``cut``.
        """
        tokens: list[Token] = []
        done = 0
        for whole in self._wholes.finditer(text):
            self._append(self._cut_around_user_words(text[done : whole.start()]), start + done, tokens)
            shape = whole.lastgroup or "listed"
            tag = self.tag(whole[0]) or TAGS.get(shape) or tag_by_looks(whole[0])
            tokens.append(Token(whole[0], start + whole.start(), tag))
            done = whole.end()
        self._append(self._cut_around_user_words(text[done:]), start + done, tokens)
        return tokens

    def _cut_around_user_words(self, text: str) -> list[str]:
        """Return the words of a text, user words whole: the first from the left, of those the longest."""
        words: list[str] = []
        done = position = 0
        while position < len(text) and self._user_words:
            begun = [
                word for word in self._user_words.get(text[position], ()) if text.startswith(word, position)
            ]
            if begun:
                word = max(begun, key=len)
                words += [*self._words(text[done:position]), word]
                position = done = position + len(word)
            else:
                position += 1
        return words + self._words(text[done:])

    def _words(self, text: str) -> list[str]:
        """Return the words of a text with the names it holds mended, where that is asked for."""
        words = self.cut(text)
        return words if self._names is None else self._names.mend(words)

    def _append(self, words: list[str], start: int, tokens: list[Token]) -> None:
        """Append the tokens of words that stand side by side from ``start``; what follows a numeral is a measure."""
        measures = characters().measure
        for word in words:
            measure = word in measures and tokens and tokens[-1].pos == "m"
            tokens.append(Token(word, start, "q" if measure else self._tag_of_word(word)))
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
