"""What the text leaves out of a date, supplied from what stands around it: never from the machine's clock."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from newsan.dates.datelines import DATELINE
from newsan.dates.readings import Reading, add_months, shifted

EDITION: Final = "edition date"

AHEAD_AT_MOST = 210
"""Days a date without a year lies ahead of its edition: past them it is last year's (12月30日, printed on 1 January)."""
NEWS = 3
"""Days up to the edition on which what it tells happened."""
FAR = 12
"""Days between an edition and a date past which a bare day beside that date may be one of the edition's news."""
BEHIND_AT_MOST = 270
"""Days behind its edition past which a date told of the future (将于1月1日) is next year's."""


class Context(NamedTuple):
    """What is known where a date stands.

    ``year`` is the one the paragraph is about (2025年,…前三季度), with the words that say so; ``last`` is the
    last date named before, and ``future`` tells that the words before the date look ahead (将于).
    """

    reference: dt.date | None = None
    source: str = EDITION
    sent: Reading | None = None
    """The dateline, whose month bare days (24日) are of where no other day was told before."""
    today: dt.date | None = None
    """The day from which 今天 and 昨天 count, where the text tells it: that of the dateline, or in brackets (今天（16日）)."""
    today_source: str | None = None
    year: int | None = None
    year_quote: str | None = None
    year_whole: bool = False
    """Whether that year was named for its own sake, not for a month or a day of it."""
    about: int | None = None
    """The year the article named last, whatever paragraph that was in."""
    connected: bool = False
    """Whether a word joins this date to the one before it (3日和4日)."""
    year_age: int = 0
    """Sentences since that year was named."""
    last: Reading | None = None
    last_quote: str | None = None
    last_here: bool = False
    """Whether the last date stands in this very sentence."""
    future: bool = False
    afternoon: int = 0
    """The hour after noon at which the stretch began that an hour here ends (下午3点至5点), else 0."""


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
    whole = count and day is None and context.year_whole
    if context.year is not None and (context.year_age <= reach or whole):
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
    last, quote = context.last, context.last_quote
    if context.sent is not None and (last is None or last.day is None):
        last, quote = context.sent, DATELINE
    if not context.connected and (news := just_past(context, day)) is not None:
        return news.year, news.month, context.source
    if last is not None and last.month is not None and (last.day is not None or context.reference is None):
        year, month = last.year, last.month
        if last.day is not None and day < last.day - 20:
            next_year, month = add_months(year or 0, month, 1)
            year = None if year is None else next_year
        return year, month, quote
    if context.reference is None:
        return None, None, None
    year, month = context.reference.year, context.reference.month
    if day - context.reference.day > 16 and not context.future:
        year, month = add_months(year, month, -1)
    elif day < context.reference.day and context.future:
        year, month = add_months(year, month, 1)
    return year, month, context.source


def just_past(context: Context, day: int) -> dt.date | None:
    """Return the day of news that a bare day is at the edition's (26日, printed on the 27th), though a far one was told before."""
    reference, last = context.reference, context.last
    if reference is None or last is None or last.last is None or context.future:
        return None
    news = next((date for ago in range(NEWS) if (date := shifted(reference, -ago)) and date.day == day), None)
    return news if news is not None and abs((last.last - reference).days) > FAR else None
