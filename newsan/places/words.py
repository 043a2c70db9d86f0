"""A sentence as names are looked for in it: its words, and which of them can be part of a name."""

from __future__ import annotations

from typing import NamedTuple

from newsan.models import PlaceRole, Sentence, Token
from newsan.patterns import compiled
from newsan.places import gazetteer
from newsan.places.gazetteer import Sense
from newsan.places.mentions import Mention
from newsan.places.namings import generic_words
from newsan.segmenting import default_segmenter

PROPER = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt", "j"})
"""Tags of words that can be names."""

NOUNISH = PROPER | {"n", "ng", "m", "b", "l", "i", "s", "vn", "t", "tg", "eng", "g", "an", "zg"}
"""Tags of words a name can be made of."""

HAN = compiled(r"[\p{Han}〇]+")


class Words(NamedTuple):
    """One sentence and its words, both in simplified characters; ``starts`` and ``ends`` are where words do.

    Positions count in the sentence, but the tokens keep their offsets in the article: ask ``start_of`` and ``end_of``.
    """

    sentence: Sentence
    text: str
    tokens: tuple[Token, ...]
    starts: frozenset[int]
    ends: frozenset[int]
    covering: tuple[int, ...]
    """The index of the word that every character belongs to."""

    @classmethod
    def of(cls, sentence: Sentence) -> Words:
        """Return the words of a sentence; one in traditional characters is cut again in simplified ones."""
        text, tokens, offset = gazetteer.simplified(sentence.text), sentence.tokens, sentence.start
        if text != sentence.text:
            tokens = tuple(default_segmenter().segment(text, offset))
        return cls(
            sentence,
            text,
            tokens,
            frozenset([token.start - offset for token in tokens]),
            frozenset([token.end - offset for token in tokens]),
            tuple([index for index, token in enumerate(tokens) for _ in token.text]),
        )

    def start_of(self, token: Token) -> int:
        """Return where a word begins in the sentence."""
        return token.start - self.sentence.start

    def end_of(self, token: Token) -> int:
        """Return where a word ends in the sentence."""
        return token.end - self.sentence.start

    def at(self, position: int) -> Token:
        """Return the word that the character at a position belongs to."""
        return self.tokens[self.covering[position]]

    def opens(self, position: int) -> bool:
        """Return whether no name or noun stands right before a position."""
        return position == 0 or self.at(position - 1).pos not in NOUNISH

    def mention(
        self, start: int, end: int, kind: str, senses: tuple[Sense, ...] = (), role: PlaceRole = "toponym"
    ) -> Mention:
        """Return the mention of a place from ``start`` to ``end``, which go on counting in the sentence."""
        quote, surface = self.sentence.text[start:end], self.text[start:end]
        return Mention(quote, surface, start, end, self.sentence.paragraph, kind, senses, role)


def is_name(token: Token) -> bool:
    """Return whether a word can carry a name: the dictionary says so, or does not have it."""
    if token.text in generic_words():
        return False
    return token.pos in PROPER or (
        token.pos == "n" and len(token.text) > 1 and default_segmenter().tag(token.text) is None
    )
