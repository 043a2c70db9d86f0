"""How much two stretches of text share: pairs of neighbouring characters, the poor man's words."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache
from operator import add
from typing import Final

from newsan.patterns import compiled

FUNCTION: Final = "的了在是和与及就也都而或其之这那有为对将把被从到以于并等个我你他她们不上下中来去说着过要会能可还很更最年月日"
"""Characters too common to tell what a text is about."""

RUN: Final = compiled(rf"(?V1)[[\p{{Han}}A-Za-z0-9０-９]--[{FUNCTION}]]{{2,}}+")


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


def share(part: frozenset[str], whole: frozenset[str] | set[str]) -> float:
    """Return which share of the pairs of one text the other has; 0 for a text without any."""
    return len(part & whole) / len(part) if part else 0.0


def share_in(part: frozenset[str], text: str) -> float:
    """Return which share of some pairs stands in a text: as ``share(part, pairs(text))``, and sooner."""
    return sum(pair in text for pair in part) / len(part) if part else 0.0


LONGEST_MEMORY: Final = 200_000
"""Characters of a page that are enough to know its words by."""
SHORT_MEMORY: Final = 8_000
"""Characters that are looked through sooner than taken apart."""


class Seams:
    """The words of a page, by which the two sides of a cut are known to belong together.

    >>> seams = Seams(["冷链车今天开走", "冷链车", "明天再来"])
    >>> seams.fits("又来了一辆冷", "链车。"), seams.fits("又来了一辆冷", "明天")
    (True, False)
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Remember every run of three characters of the page's paragraphs."""
        memory = []
        length = 0
        for text in texts:
            memory.append(text)
            length += len(text)
            if length > LONGEST_MEMORY:
                break
        page = "\n".join(memory)
        self._known: Container[str] = (
            page
            if len(page) <= SHORT_MEMORY
            else set(map("".join, zip(page, page[1:], page[2:], strict=False)))
        )

    def fits(self, head: str, tail: str) -> bool:
        """Tell whether the page has, whole, the three characters that a cut between two texts would run through."""
        if head[-1:] in FUNCTION or tail[:1] in FUNCTION:
            return False
        before, after = head[-2:] + tail[:1], head[-1:] + tail[:2]
        return any(len(run) == 3 and run.isalnum() and run in self._known for run in (before, after))
