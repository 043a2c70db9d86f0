"""Text -> words: jieba's cut, computed over the lexicon."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsan.models import Token
from newsan.segmenting import compiled
from newsan.segmenting.cutting import Cutter
from newsan.segmenting.lexicon import open_lexicon, read_user_dictionary
from newsan.segmenting.names import Names, characters, is_division
from newsan.segmenting.shapes import TAGS, shapes, tag_by_looks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CHINESE = re.compile(r"[\u4E00-\u9FD5]+")
GRAMMAR_TAGS = frozenset("cdehkmopqruwxy")
"""First letters of the tags of words that hold sentences together, and of numbers."""
REMEMBERED = 1 << 16
"""How many words are kept with their tags; a long corpus repeats many of them."""


class Segmenter:
    """Cuts text into words: jieba's dictionary and model, and user words on top."""

    def __init__(self, user_dictionaries: Sequence[Path] = (), *, names: bool = True) -> None:
        """Load the lexicon; a user dictionary that cannot be read is an ``UnreadableInput``.

        With ``names`` the tokens of ``segment`` go through no name the dictionary does not have.
        """
        self._lexicon = open_lexicon()
        self._cutter = Cutter(self._lexicon)
        self._cut = self._cutter.cut
        self._left = compiled.WORTH
        """Characters still to be cut before the compiled engine is worth its import."""
        self._names = Names(self._lexicon, self.cut) if names else None
        self._user_words: dict[str, set[str]] = {}
        """Chinese user words by their first character: jieba may cut through them, ``segment`` may not."""
        self._tag_of_word = lru_cache(maxsize=REMEMBERED)(self._tag_of)
        listed = [*self._lexicon.numbered]
        topics = []
        for path in user_dictionaries:
            for text, given, tag in read_user_dictionary(path):
                frequency = self._frequency_to_stand(text) if given is None else given
                self._lexicon.add(text, frequency, tag)
                if frequency and (tag is None or tag[0] not in GRAMMAR_TAGS):
                    topics.append(text)
                if frequency == 0:
                    self._cutter.never_joined.add(text)
                elif not CHINESE.fullmatch(text):
                    # jieba cuts at such characters before it looks for words.
                    listed.append(text)
                elif len(text) > 1:
                    self._user_words.setdefault(text[0], set()).add(text)
        self.topics = frozenset(topics)
        """User words that can be what a text is about: all but those the user tags as grammar or numbers."""
        self._lexicon.settle()
        self._wholes = shapes(listed)

    def frequency(self, word: str) -> int:
        """Return how often the dictionary counts a word, 0 if it is none."""
        return self._lexicon.frequency(word)

    def tag(self, word: str) -> str | None:
        """Return the dictionary's part of speech of a word, ``None`` if it has none."""
        known = self._lexicon.entry(word)
        return known[1] if known else None

    def cut(self, text: str, *, hmm: bool = True) -> list[str]:
        """Return the words of a text, the very ones of ``jieba.lcut(text, HMM=hmm)``.

        With ``hmm`` the characters left over between known words are joined where jieba's model says so.
        """
        if self._left > 0:
            self._left -= len(text)
            if self._left <= 0 and compiled.fits(self._lexicon):
                self._cut = compiled.compiled_cut(self._cutter.cut)
        return self._cut(text, hmm=hmm)

    def raw(self, text: str, *, hmm: bool = True) -> list[Token]:
        """Return the tokens of ``cut``: jieba's words, with the tags of the dictionary."""
        tokens = []
        start = 0
        for word in self.cut(text, hmm=hmm):
            tokens.append(Token(word, start, self._tag_of_word(word)))
            start += len(word)
        return tokens

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

    def _tag_of(self, word: str) -> str:
        """Return the part of speech of any word."""
        return self.tag(word) or ("ns" if is_division(word) else tag_by_looks(word))

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
