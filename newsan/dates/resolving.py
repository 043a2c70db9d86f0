"""What the text leaves out of a date, supplied from what stands around it: never from the machine's clock."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from newsan.dates.readings import Reading, add_months

EDITION: Final = "edition date"
DATELINE: Final = "dateline"

AHEAD_AT_MOST = 210
"""Days a date without a year lies ahead of its edition: past them it is last year's (12月30日, printed on 1 January)."""
BEHIND_AT_MOST = 270
"""Days behind its edition past which a date told of the future (将于1月1日) is next year's."""


class Context(NamedTuple):
    """What is known where a date stands.

    ``year`` is the one the paragraph is about (2025年,…前三季度), with the words that say so; ``last`` is the
    last date named before, and ``future`` tells that the words before the date look ahead (将于).
    """

    reference: dt.date | None = None
    source: str = EDITION
    year: int | None = None
    year_quote: str | None = None
    year_age: int = 0
    """Sentences since that year was named."""
    last: Reading | None = None
    last_quote: str | None = None
    last_here: bool = False
    """Whether the last date stands in this very sentence."""
    future: bool = False
    afternoon: bool = False
    """Whether an hour here ends a stretch that began in the afternoon (下午3点至5点)."""


def infer_year(
    context: Context, month: int, day: int | None = None, *, count: bool = True
) -> tuple[int | None, str | None]:
    """Return the year of a date that prints none, and what it was inferred from.

    A period that counts from the year's beginning (``count``: 前三季度) belongs to the year its paragraph is
    about, a month or a day only to the year its own sentence names, or the one before where no edition's date
    is known. Else it is the year that brings it nearest to the edition.
    """
    reference = context.reference
    reach = 0 if reference is not None else 1
    if context.year is not None and (context.year_age <= reach or (count and day is None)):
        return context.year, context.year_quote
    if reference is None:
        return None, None
    year = reference.year
    ahead = (dt.date(year, month, min(day or 1, 28)) - reference).days
    if ahead > AHEAD_AT_MOST and not context.future:
        year -= 1
    elif ahead < -BEHIND_AT_MOST and context.future:
        year += 1
    return year, context.source


def infer_month(context: Context, day: int) -> tuple[int | None, int | None, str | None]:
    """Return the year and month of a bare day (26日): those of the date before it, else the edition's or the one before."""
    last = context.last
    if last is not None and last.month is not None and (last.day is not None or context.reference is None):
        year, month = last.year, last.month
        if last.day is not None and day < last.day - 20:
            next_year, month = add_months(year or 0, month, 1)
            year = None if year is None else next_year
        return year, month, context.last_quote
    if context.reference is None:
        return None, None, None
    year, month = context.reference.year, context.reference.month
    if day - context.reference.day > 16 and not context.future:
        year, month = add_months(year, month, -1)
    return year, month, context.source
