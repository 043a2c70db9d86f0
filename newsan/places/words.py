"""A sentence as names are looked for in it: its words, and which of them can be part of a name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsan.models import PlaceRole, Sentence, Token
from newsan.patterns import compiled
from newsan.places.gazetteer import Sense
from newsan.places.mentions import Mention, Standing
from newsan.places.namings import generic_words
from newsan.segmenting import default_segmenter
from newsan.traditional import simplified

PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "j"})
"""Tags of words that can be names."""

NOUNISH = PROPER | {"n", "ng", "m", "b", "l", "i", "s", "vn", "t", "tg", "eng", "g", "an", "zg"}
"""Tags of words a name can be made of."""

HAN = compiled(r"[\p{Han}〇]+")


class Words(NamedTuple):
    """One sentence and its words, both in simplified characters, which leave nothing out.

    Positions count in the sentence, but the tokens keep their offsets in the article: ask ``start_of`` and ``end_of``.
    """

    sentence: Sentence
    text: str
    tokens: tuple[Token, ...]
    starts: Sequence[int]
    """Where each word begins."""
    edges: frozenset[int]
    """Where a word begins or ends."""

    @classmethod
    def of(cls, sentence: Sentence) -> Words:
        """Return the words of a sentence; one in traditional characters is cut again in simplified ones."""
        text, tokens, offset = simplified(sentence.text), sentence.tokens, sentence.start
        if text != sentence.text:
            tokens = tuple(default_segmenter().segment(text, offset))
        starts = [token.start - offset for token in tokens]
        return cls(sentence, text, tokens, starts, frozenset([*starts, len(text)]))

    def start_of(self, token: Token) -> int:
        """Return where a word begins in the sentence."""
        return token.start - self.sentence.start

    def end_of(self, token: Token) -> int:
        """Return where a word ends in the sentence."""
        return token.end - self.sentence.start

    def index_at(self, position: int) -> int:
        """Return the index of the word that the character at a position belongs to."""
        return bisect_right(self.starts, position) - 1

    def at(self, position: int) -> Token:
        """Return the word that the character at a position belongs to."""
        return self.tokens[bisect_right(self.starts, position) - 1]

    def opens(self, position: int) -> bool:
        """Return whether no name or noun stands right before a position."""
        return position == 0 or self.at(position - 1).pos not in NOUNISH

    def mention(
        self,
        start: int,
        end: int,
        kind: str,
        senses: tuple[Sense, ...] = (),
        role: PlaceRole = "toponym",
        standing: Standing = "plain",
    ) -> Mention:
        """Return the mention of a place from ``start`` to ``end``, which go on counting in the sentence."""
        quote, surface = self.sentence.text[start:end], self.text[start:end]
        return Mention(quote, surface, start, end, self.sentence.paragraph, kind, senses, role, standing)


def is_name(token: Token) -> bool:
    """Return whether a word can carry a name: the dictionary says so, or does not have it."""
    if token.text in generic_words():
        return False
    return token.pos in PROPER or (
        token.pos == "n" and len(token.text) > 1 and default_segmenter().tag(token.text) is None
    )
