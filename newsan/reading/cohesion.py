"""How much two stretches of text share: pairs of neighbouring characters, the poor man's words."""

from __future__ import annotations

from functools import lru_cache
from operator import add
from typing import Final

import regex

FUNCTION: Final = "的了在是和与及就也都而或其之这那有为对将把被从到以于并等个我你他她们不上下中来去说着过要会能可还很更最年月日"
"""Characters too common to tell what a text is about."""

RUN: Final = regex.compile(rf"[[\p{{Han}}A-Za-z0-9０-９]--[{FUNCTION}]]{{2,}}+", regex.VERSION1)


@lru_cache(maxsize=1024)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text, those of function words and dates left out.

    >>> sorted(pairs("防汛抢险的船"))
    ['抢险', '汛抢', '防汛']
    """
    found: set[str] = set()
    for run in RUN.findall(text):
        found.update(map(add, run, run[1:]))
    return frozenset(found)


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return which share of the pairs of one text the other has; 0 for a text without any."""
    return len(part & whole) / len(part) if part else 0.0
