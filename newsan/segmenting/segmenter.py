"""Text -> words: jieba's cut, computed over the lexicon."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from newsan.models import Token
from newsan.segmenting import rjieba_engine
from newsan.segmenting.building import open_lexicon
from newsan.segmenting.cutting import Cutter
from newsan.segmenting.lexicon import read_user_dictionary
from newsan.segmenting.name_characters import REMEMBERED, characters, is_division
from newsan.segmenting.names import Names
from newsan.segmenting.shapes import TAGS, WHOLE, shapes, tag_by_looks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

GRAMMAR_TAGS = frozenset("cdehkmopqruwxy")
"""First letters of the tags of words that hold sentences together, and of numbers."""

Whole = tuple[int, str, str]
"""Where a word stands that the cut must not go through, the word, and its tag."""


class Segmenter:
    """Cuts text into words: jieba's dictionary and model, and user words on top."""

    def __init__(self, user_dictionaries: Sequence[Path] = (), *, names: bool = True) -> None:
        """Load the lexicon; a user dictionary that cannot be read is an ``UnreadableInput``.

        With ``names`` the tokens of ``segment`` go through no name the dictionary does not have.
        """
        self._lexicon = open_lexicon()
        self._cutter = Cutter(self._lexicon)
        self._cut = self._cutter.cut
        self._left = rjieba_engine.WORTH
        """Characters still to be cut before the compiled engine is worth its import."""
        self._entry = lru_cache(maxsize=REMEMBERED)(self._lexicon.entry)
        self._names = Names(self._entry, self.cut) if names else None
        self._user_words: dict[str, set[str]] = {}
        """Chinese user words by their first character: jieba may cut through them, ``segment`` may not."""
        self._tag = lru_cache(maxsize=REMEMBERED)(self._tag_of)
        listed = []
        topics = []
        for path in user_dictionaries:
            for text, given, tag in read_user_dictionary(path):
                frequency = self._frequency_to_stand(text) if given is None else given
                self._lexicon.add(text, frequency, tag)
                if frequency and (tag is None or tag[0] not in GRAMMAR_TAGS):
                    topics.append(text)
                if frequency == 0:
                    self._cutter.never_joined.add(text)
                elif not all("\u4e00" <= character <= "\u9fd5" for character in text):
                    # jieba cuts at such characters before it looks for words.
                    listed.append(text)
                elif len(text) > 1:
                    self._user_words.setdefault(text[0], set()).add(text)
        self.topics = frozenset(topics)
        """User words that can be what a text is about: all but those the user tags as grammar or numbers."""
        self._lexicon.settle()
        self._shapes = shapes(self._lexicon.numbered, listed)

    def frequency(self, word: str) -> int:
        """Return how often the dictionary counts a word, 0 if it is none."""
        return self._lexicon.frequency(word)

    def tag(self, word: str) -> str | None:
        """Return the dictionary's part of speech of a word, ``None`` if it has none."""
        known = self._entry(word)
        return known[1] if known else None

    def cut(self, text: str, *, hmm: bool = True) -> list[str]:
        """Return the words of a text, the very ones of ``jieba.lcut(text, HMM=hmm)``.

        With ``hmm`` the characters left over between known words are joined where jieba's model says so.
        """
        if self._left > 0:
            self._left -= len(text)
            if self._left <= 0 and rjieba_engine.fits(self._lexicon):
                self._cut = rjieba_engine.compiled_cut(self._cutter.cut)
        return self._cut(text, hmm=hmm)

    def raw(self, text: str, *, hmm: bool = True) -> list[Token]:
        """Return the tokens of ``cut``: jieba's words, with the tags of the dictionary."""
        words = self.cut(text, hmm=hmm)
        return _tokens(words, 0, map(self._tag, words))

    def segment(self, text: str, start: int = 0) -> list[Token]:
        """Return the tokens of a text, all of its characters; their offsets count from ``start``.

        Numbers, dates, addresses and names of Latin letters with digits are one token each, whatever the
        dictionary makes of their parts, and so are user words; what lies between them is ``cut``.
        """
        wholes = self._wholes(text)
        if wholes:
            pieces = []
            done = 0
            for position, word, _ in wholes:
                pieces.append(text[done:position])
                done = position + len(word)
            pieces.append(text[done:])
            text = WHOLE.join(pieces)
        words = self.cut(text)
        if self._names is not None:
            words = self._names.mend(words)
        tags = list(map(self._tag, words))
        index = -1
        for _, word, tag in wholes:
            index = words.index(WHOLE, index + 1)
            words[index] = word
            tags[index] = tag
        if "m" in tags:
            # What follows a numeral is a measure.
            measures = characters().measure
            for index, word in enumerate(words[1:]):
                if tags[index] == "m" and word in measures:
                    tags[index + 1] = "q"
        return _tokens(words, start, tags)

    def _wholes(self, text: str) -> list[Whole]:
        """Return the words of a text that the cut must not go through, in order."""
        wholes: list[Whole] = []
        done = 0
        for match in self._shapes.finditer(text):
            word, position = match[0], match.start()
            if self._user_words:
                wholes += self._user_words_in(text, done, position)
            tag = self.tag(word) or TAGS.get(match.lastgroup or "") or tag_by_looks(word)
            wholes.append((position, word, tag))
            done = match.end()
        if self._user_words:
            wholes += self._user_words_in(text, done, len(text))
        return wholes

    def _user_words_in(self, text: str, position: int, end: int) -> Iterator[Whole]:
        """Yield the user words in a part of a text: the first from the left, of those the longest."""
        while position < end:
            begun = [
                word
                for word in self._user_words.get(text[position], ())
                if text.startswith(word, position, end)
            ]
            if begun:
                word = max(begun, key=len)
                yield position, word, self._tag(word)
                position += len(word)
            else:
                position += 1

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


def _tokens(words: Sequence[str], start: int, tags: Iterable[str]) -> list[Token]:
    """Return the tokens of words that stand side by side from ``start``."""
    starts = accumulate(map(len, words), initial=start)
    return list(map(Token, words, starts, tags))


@cache
def default_segmenter() -> Segmenter:
    """Return the segmenter without user words, loaded once."""
    return Segmenter()
