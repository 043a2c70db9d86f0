"""What weeks and the first days of a month or year mean."""

from __future__ import annotations

import datetime as dt

from newsan.dates.digits import read_number
from newsan.dates.readings import (
    Reading,
    date_reading,
    month_end,
    span_reading,
    told,
)
from newsan.dates.resolving import Context
from newsan.dates.stated import Printed, month_for, stated_year


def week_of_month(match: Printed, context: Context) -> Reading | None:
    """本月第2周: weeks begin on Monday, and a month's first is the one with its first Monday."""
    year, number, source, said = month_for(match, context)
    if year is None or number is None:
        return None
    first = dt.date(year, number, 1)
    final = match.get("final") is not None
    count = 5 if final else read_number(match["count"])
    if not 1 <= count <= 5:
        return None
    name = match.get("weekday")
    wanted = 0 if name is None else "一二三四五六日天".index(name) - (name == "天")
    date = first + dt.timedelta(days=(wanted - first.weekday()) % 7 + 7 * (count - 1))
    if final and date.month != number:
        date -= dt.timedelta(days=7)
    if name is not None:
        return told(date_reading(date), source, said_year=said)
    return told(span_reading(date, date + dt.timedelta(days=6)), source, said_year=said)


def week_of_year(match: Printed, context: Context) -> Reading | None:
    """2021年第二周: as ISO 8601 counts weeks."""
    year, source, said = stated_year(match, context)
    if year is None:
        return None
    monday = dt.date.fromisocalendar(year, read_number(match["count"]), 1)
    return told(span_reading(monday, monday + dt.timedelta(days=6)), source, said_year=said)


def first_days(match: Printed, context: Context) -> Reading | None:
    """去年的前10天, 2021年前2周, 上月最后五天."""
    groups = match.parts
    count = read_number(groups["count"])
    if not 1 <= count <= 60:
        return None
    if groups.get("month") or groups.get("nearmonth"):
        year, number, source, said = month_for(match, context)
        if year is None or number is None:
            return None
        first, last = dt.date(year, number, 1), dt.date(year, number, month_end(year, number))
    else:
        year, source, said = stated_year(match, context)
        if year is None:
            return None
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    length = count
    if groups["unit"] == "周":
        first += dt.timedelta(days=-first.weekday() % 7)
        length = 7 * count
    if groups["side"] == "第":
        date = first + dt.timedelta(days=count - 1)
        return told(date_reading(date), source, said_year=said)
    days = dt.timedelta(days=length - 1)
    reading = (
        span_reading(last - days, last)
        if groups["side"].startswith("最")
        else span_reading(first, first + days)
    )
    return told(reading, source, said_year=said)
