"""The lunar calendar, solar terms, feasts and reign years, from a library and two tables.

The library covers the years 1900 to 2100; beyond them a lunar date has no day here.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from typing import NamedTuple

from newsan.tables import listed

FIRST_YEAR, LAST_YEAR = 1900, 2099
TERMS = (
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
)  # fmt: skip
"""In the order of the year, two a month."""
PLAIN_WORDS = frozenset({"雨水", "小雪", "大雪", "小寒", "大寒", "小暑", "大暑", "白露", "小满"})
"""Terms that are weather or names too: dates only beside a year or 节气."""


class Festival(NamedTuple):
    """A feast: a day of the lunar year, of the calendar year, or the nth weekday of a month."""

    calendar: str
    month: int
    day: int = 0
    week: int = 0
    weekday: int = 0


@lru_cache(4096)
def lunar_days(
    year: int, month: int, day: int | None = None, *, leap: bool = False
) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a lunar month, or one day of it twice (day 0: its last).

    ``None`` where that year has no such month or day.

    >>> lunar_days(2025, 1, 1)
    (datetime.date(2025, 1, 29), datetime.date(2025, 1, 29))
    """
    # Few articles name a lunar day: the library waits until one does.
    from borax.calendars.lunardate import InvalidLunarDateError, LCalendars, LunarDate

    if not (FIRST_YEAR < year <= LAST_YEAR and 1 <= month <= 12):
        return None
    try:
        length = LCalendars.ndays(year, month, int(leap))
        first, last = (1, length) if day is None else (day or length, day or length)
        return (
            LunarDate(year, month, first, int(leap)).to_solar_date(),
            LunarDate(year, month, last, int(leap)).to_solar_date(),
        )
    except (InvalidLunarDateError, ValueError):
        return None


@lru_cache(4096)
def term_day(year: int, name: str) -> dt.date | None:
    """Return the day of a solar term.

    >>> term_day(2024, "冬至")
    datetime.date(2024, 12, 21)
    """
    # Few articles name a lunar day: the library waits until one does.
    from borax.calendars.lunardate import TermUtils

    if not FIRST_YEAR < year <= LAST_YEAR:
        return None
    index = TERMS.index(name)
    return dt.date(year, index // 2 + 1, TermUtils.parse_term_days(year)[index])


def latest_term(name: str, before: dt.date) -> dt.date | None:
    """Return the last day a solar term began on, not after a day."""
    days = (term_day(year, name) for year in (before.year, before.year - 1))
    return next((day for day in days if day is not None and day <= before), None)


def festival_day(year: int, festival: Festival) -> dt.date | None:
    """Return the day of a feast in a year; lunar years are named by the calendar year they begin in."""
    if festival.calendar == "lunar":
        days = lunar_days(year, festival.month, festival.day)
        return None if days is None else days[0]
    if festival.calendar == "solar":
        return dt.date(year, festival.month, festival.day)
    first = dt.date(year, festival.month, 1)
    return first + dt.timedelta(days=(festival.weekday - first.isoweekday()) % 7 + 7 * (festival.week - 1))


@cache
def festivals() -> tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]:
    """Return every name of a feast with its day as printed, the names that stand alone, and those that need words around them."""
    days: dict[str, str] = {}
    strong: list[str] = []
    weak: list[str] = []
    for name, day, bare, *more in data_rows("festivals.tsv"):
        aliases, doubtful = (spellings.split() for spellings in (*more, "", "")[:2])
        (strong if bare == "yes" else weak).extend([name, *aliases])
        weak.extend(doubtful)
        days |= dict.fromkeys([name, *aliases, *doubtful], day)
    return days, tuple(strong), tuple(weak)


def festival_named(name: str) -> Festival:
    """Return the feast that has a name."""
    return read_festival(festivals()[0][name])


@cache
def holidays() -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the first and last day off of every public holiday that is known, in order."""
    first_and_last = (tuple(map(dt.date.fromisoformat, row)) for row in data_rows("holidays.tsv"))
    return tuple((first, last) for first, last in first_and_last)


def holiday_around(day: dt.date) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day off of the public holiday that a day is of; ``None`` for a working day.

    >>> holiday_around(dt.date(2025, 10, 1))
    (datetime.date(2025, 10, 1), datetime.date(2025, 10, 8))
    """
    return next((days for days in holidays() if days[0] <= day <= days[1]), None)


def is_arranged(year: int) -> bool:
    """Return whether the public holidays of a year are known."""
    return holidays()[0][0].year <= year <= holidays()[-1][1].year


def read_festival(printed: str) -> Festival:
    """Return the day of a feast as the table prints it.

    >>> read_festival("weekday 5-2-7")
    Festival(calendar='weekday', month=5, day=0, week=2, weekday=7)
    """
    calendar, numbers = printed.split()
    month, *rest = (int(number) for number in numbers.split("-"))
    if calendar == "weekday":
        week, weekday = rest
        return Festival(calendar, month, week=week, weekday=weekday)
    return Festival(calendar, month, day=rest[0])


@cache
def eras() -> dict[str, tuple[int, int, bool]]:
    """Return the first and last year of every reign title, and whether its months are those of the solar calendar."""
    return {
        name: (int(first), int(last), "solar" in months)
        for name, first, last, *months in data_rows("eras.tsv")
    }


def data_rows(name: str) -> list[list[str]]:
    """Return the rows of a table of ``newsan/data`` without its comments."""
    return [line.split("\t") for line in listed(name)]
