"""When the other side of a comparison holds: 同比, 环比, 上年末 and 去年同期 counted from the figure's own time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from newsan.models import Date, Time
from newsan.patterns import compiled

YEAR_BEFORE = r"同比|[上去](?:一?年|年度)的?同期|[上去]年同[月季]|上年同期|同期$"
PERIOD_BEFORE = (
    r"环比|上(?:一?个?(?P<unit>[年月周]|季度)|(?P<half>半年))(?:度)?$|前一?(?P<day>[日天]|交易日)$"
)
END_OF_LAST_YEAR = r"[上去]年(?:年?[末底])$"
YEARS_AGO = r"(?P<years>[0-9]{1,2}|[一两二三四五六七八九十])年[之以]?前$"
COUNTABLE = r"[1-9]\d{3}-\d\d-\d\d$"
SMALL = {digit: number for number, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}
WHOLE_PERIODS = (1, 3, 6, 12)
"""Months that a period of 环比 can take up; of January to October there is none before."""
MONTHS_OF = {"年": 12, "季度": 3, "月": 1}


def baseline_time(baseline: str, own: Time | None, dates: Sequence[Date]) -> Time | None:
    """Return the days that the other side of a comparison covers, ``None`` where nothing tells.

    ``own`` is when the figure itself holds, ``dates`` are those of its sentence. 同比 of the first three quarters is
    the first three quarters of the year before, never that whole year.
    """
    named = next((date for date in dates if date.quote in baseline or baseline in date.quote), None)
    span = _counted_back(baseline, _span(own)) or (named and _days(named.from_, named.to))
    if not span:
        return None
    return Time(baseline, span[0].isoformat(), span[1].isoformat(), named.id if named else None)


def _span(time: Time | None) -> tuple[dt.date, dt.date] | None:
    """Return the days a time covers, ``None`` where it is not resolved."""
    return None if time is None else _days(time.from_, time.to)


def _days(first: str | None, last: str | None) -> tuple[dt.date, dt.date] | None:
    """Return two days as the dates stage writes them; ``None`` where one is open or too long ago to count from."""
    if (
        first is None
        or last is None
        or not (compiled(COUNTABLE).match(first) and compiled(COUNTABLE).match(last))
    ):
        return None
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


def _counted_back(baseline: str, own: tuple[dt.date, dt.date] | None) -> tuple[dt.date, dt.date] | None:
    """Return the days that words like 同比 and 上月 name, seen from the days of the figure."""
    if own is None:
        return None
    first, last = own
    if compiled(YEAR_BEFORE).search(baseline):
        return _months_earlier(first, 12), _months_earlier(last, 12)
    if compiled(END_OF_LAST_YEAR).search(baseline):
        return dt.date(last.year - 1, 12, 1), dt.date(last.year - 1, 12, 31)
    if (ago := compiled(YEARS_AGO).search(baseline)) is not None:
        years = int(ago["years"]) if ago["years"].isdecimal() else SMALL[ago["years"]]
        return dt.date(last.year - years, 1, 1), dt.date(last.year - years, 12, 31)
    match = compiled(PERIOD_BEFORE).search(baseline)
    if match is None:
        return None
    if match["day"] == "交易日":
        return None
    if match["day"]:
        return (first - dt.timedelta(1),) * 2 if first == last else None
    if match["unit"] == "周":
        monday = first - dt.timedelta(first.weekday() + 7)
        return monday, monday + dt.timedelta(6)
    months = MONTHS_OF.get(match["unit"] or "", 6 if match["half"] else None)
    return _period_before(first, last, months)


def _period_before(first: dt.date, last: dt.date, months: int | None) -> tuple[dt.date, dt.date] | None:
    """Return the year, quarter or month before the one of the figure; without ``months``, before its own span."""
    if months is None:
        if first.day != 1 or last != _month_end(last.year, last.month):
            days = last - first + dt.timedelta(1)
            return (first - days, last - days) if days.days in (1, 7) else None
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months not in WHOLE_PERIODS:
            return None
    begin = dt.date(last.year, (last.month - 1) // months * months + 1, 1)
    return _months_earlier(begin, months), begin - dt.timedelta(1)


def _month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month; ``calendar`` would be imported for nothing else."""
    return dt.date(year, 12, 31) if month == 12 else dt.date(year, month + 1, 1) - dt.timedelta(1)


def _months_earlier(day: dt.date, months: int) -> dt.date:
    """Return the same day some months earlier; the last of a month stays the last."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    end = _month_end(years, month + 1)
    return end if day.day >= end.day or day == _month_end(day.year, day.month) else end.replace(day=day.day)
