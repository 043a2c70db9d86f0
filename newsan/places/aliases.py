"""Words that stand for a place by its rank in the story: 全市, 首府, the 市 of 市图书馆."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.patterns import compiled
from newsan.places.mentions import Mention
from newsan.places.namings import RULED, Naming
from newsan.places.words import Words

RANKED = compiled(
    r"(?<!\p{Han}城)市[二三四五六七八九]区|(?<![族古])自治区(?!域)|(?<![安完齐健保周成])全国(?=城|范围|各|$)"
)
"""Aliases that stand inside longer words."""

CAPITALS = frozenset({"首都", "首府"})


def aliases_in_words(words: Words) -> list[Mention]:
    """Return the aliases that the edges of words would hide; the gazetteer's lookup finds all others."""
    return [words.mention(*match.span(), "alias", role="alias") for match in RANKED.finditer(words.text)]


def is_another_capital(mention: Mention, found: Sequence[Mention]) -> bool:
    """Return whether 首都 or 首府 stands beside a country or before the capital's own name (泰国首都曼谷)."""
    return mention.surface in CAPITALS and any(
        other.start == mention.end or (other.end == mention.start and other.kind in ("country", "foreign"))
        for other in found
    )


def opens_with_alias(words: Words, begin: int, naming: Naming) -> bool:
    """Return whether a facility is told by the rank of its place alone (市图书馆), which is then the paper's own."""
    return naming.kind == "facility" and words.text[begin] in RULED and words.opens(begin)
