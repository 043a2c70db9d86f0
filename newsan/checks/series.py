"""Growth against levels told elsewhere: last year's in one sentence, this year's with its growth in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from newsan.checks.changes import CHANGE, OTHER_GROWTH, baseline
from newsan.checks.conflicts import Key, Told, key_of
from newsan.checks.figures import Passage
from newsan.checks.moves import between, compare
from newsan.models import ArticleAnalysis, Finding

LEAP_DAY: Final = "02-29"


def check_series(
    passages: Sequence[Passage], article: ArticleAnalysis, told: Mapping[Key, Told]
) -> Iterator[Finding]:
    """Yield yearly growth that the level of the year before, told in this article or an earlier one, contradicts.

    Figures are revised in between, so that such growth is only suspected.
    """
    places = {place.id: place.name for place in article.places}
    for passage in passages:
        for level, change in pairwise(passage.figures):
            match = CHANGE.match(change.lead)
            if match is None or OTHER_GROWTH.search(change.lead) or level.fact.change is not None:
                continue
            key = key_of(level, places)
            if (
                key is None
                or baseline(match["against"], level) != "同比"
                or change.fact.kind not in ("percent", "multiple")
            ):
                continue
            before = told.get(key._replace(time=(year_before(key.time[0]), year_before(key.time[1]))))
            if before is not None:
                for found in compare(between(before.figure, level), change, falls=match["down"] is not None):
                    yield replace(found, severity="suspect")


def year_before(day: str | None) -> str | None:
    """Return the same day of the year before; the day before 1 March where it had no 29 February.

    >>> year_before("2024-02-29"), year_before("2025-12-31")
    ('2023-02-28', '2024-12-31')
    """
    if day is None:
        return None
    year, rest = int(day[:4]) - 1, day[5:]
    return f"{year:04d}-{'02-28' if rest == LEAP_DAY else rest}"
