"""What comes every year means: seasons, feasts, solar terms and lunar dates; and the years of a reign."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from newsan.dates import lunar
from newsan.dates.digits import read_number
from newsan.dates.readings import (
    Reading,
    date_reading,
    day_reading,
    months_reading,
    span_reading,
    told,
    year_reading,
    year_text,
)
from newsan.dates.resolving import BEHIND_AT_MOST, Context
from newsan.dates.stated import Printed, stated_year

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

YEARLY_AHEAD_AT_MOST = 300
"""Days ahead of the edition past which a feast without a year is last year's."""

SEASON = 45
"""Days around a feast in which its name alone is that of the year."""

SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}

SEASON_CODES = {"春": 21, "夏": 22, "秋": 23, "冬": 24}


def season(match: Printed, context: Context) -> Reading | None:
    """今年夏天, 去冬: EDTF's seasons, by the months of meteorologists."""
    groups = match.parts
    if groups.get("near_season"):
        if context.reference is None:
            return None
        year: int | None = context.reference.year + {"今": 0, "去": -1, "明": 1}[groups["near_season"]]
        source: str | None = context.source
    else:
        year, source, _ = stated_year(match, context)
    first, last = SEASONS[match["season"]]
    reading = months_reading(year, first, last)
    return told(
        reading._replace(kind="season", edtf=f"{year_text(year)}-{SEASON_CODES[match['season']]}"),
        source,
        said_year=True,
    )


def school_holidays(match: Printed, context: Context) -> Reading | None:
    """去年暑假: July and August; 寒假: January and February."""
    year, source, _ = stated_year(match, context)
    months = (7, 8) if match["holidays"].startswith("暑") else (1, 2)
    return told(months_reading(year, *months)._replace(kind="season"), source, said_year=True)


def stretch(days: tuple[dt.date, dt.date] | None) -> Reading | None:
    """Return the reading of a first and last day."""
    if days is None:
        return None
    return date_reading(days[0]) if days[0] == days[1] else span_reading(*days)


def lunar_date(match: Printed, context: Context) -> Reading | None:
    """农历八月十五, 腊月廿三, 闰四月: with no year, the lunar one that brings it nearest to the edition."""
    groups = match.parts
    number = {"正": 1, "冬": 11, "腊": 12}.get(groups.get("lunar_month", "正")) or read_number(
        groups["lunar_month"]
    )
    first, last = (
        read_number(groups[part].removeprefix("初")) if part in groups else None
        for part in ("lunar_day", "lunar_until")
    )
    leap = groups.get("leap") is not None

    def days(year: int) -> tuple[dt.date, dt.date] | None:
        start = lunar.lunar_days(year, number, first, leap=leap)
        end = start if last is None else lunar.lunar_days(year, number, last, leap=leap)
        return None if start is None or end is None or end[1] < start[0] else (start[0], end[1])

    year, source, said = stated_year(match, context)
    if said:
        return None if year is None else told(stretch(days(year)), source)
    if context.reference is None:
        return None
    around = [days(context.reference.year + shift) for shift in (-1, 0, 1)]
    return told(stretch(likeliest(around, context.reference)), context.source)


STEMS, BRANCHES, ANIMALS = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "鼠牛虎兔龙蛇马羊猴鸡狗猪"
CYCLE = 60


def sexagenary_year(match: Printed, context: Context) -> Reading | None:
    """丙午马年, 农历丙午年: the lunar year of that name that is nearest to the edition's.

    One that is told without its animal and not as lunar may be of any cycle (甲午年): there is no rule for it.
    """
    groups = match.parts
    branch, animal = BRANCHES.index(groups["branch"]), groups.get("animal")
    if context.reference is None or (animal is not None and ANIMALS.index(animal) != branch):
        return None
    # The year 4 began a cycle.
    around = range(context.reference.year - CYCLE // 2, context.reference.year + CYCLE // 2)
    names = ((year, (year - 4) % 10, (year - 4) % 12) for year in around)
    found = [year for year, *name in names if name == [STEMS.index(groups["stem"]), branch]]
    if not found:
        return None
    begins, ends = lunar.lunar_days(found[0], 1, 1), lunar.lunar_days(found[0], 12, 0)
    return None if begins is None or ends is None else told(span_reading(begins[0], ends[1]), context.source)


def likeliest(
    around: Sequence[tuple[dt.date, dt.date] | None], reference: dt.date
) -> tuple[dt.date, dt.date] | None:
    """Return which of last year's, this year's and next year's days an edition means: this year's unless too far off."""
    before, same, after = around
    if same is None:
        return after or before
    ahead = (same[0] - reference).days
    if ahead > YEARLY_AHEAD_AT_MOST:
        return before
    return after if ahead < -BEHIND_AT_MOST else same


def yearly(match: Printed, context: Context, day_of: Callable[[int], dt.date | None]) -> Reading | None:
    """Return the day of something yearly, in the year said or the likely one."""
    year, source, said = stated_year(match, context)
    if not said and not context.connected and context.reference is not None:
        near = day_of(context.reference.year)
        if near is not None and abs((near - context.reference).days) <= SEASON:
            return told(date_reading(near), context.source)
    if said or (context.year is not None and (context.year_age == 0 or context.reference is None)):
        if not said:
            year, source = context.year, context.year_quote
        date = None if year is None else day_of(year)
        return None if date is None else told(date_reading(date), source)
    if context.reference is None:
        return None
    dates = [day_of(context.reference.year + shift) for shift in (-1, 0, 1)]
    around = [None if date is None else (date, date) for date in dates]
    return told(stretch(likeliest(around, context.reference)), context.source)


def festival(match: Printed, context: Context) -> Reading | None:
    """春节, 去年国庆, 明年母亲节: the day itself."""
    feast = lunar.festival_named(match["festival"])
    return yearly(match, context, lambda year: lunar.festival_day(year, feast))


def holiday(match: Printed, context: Context) -> Reading | None:
    """国庆假期: the days off as they were arranged that year.

    Where that is not known, no more than the month of the feast.
    """
    groups = match.parts
    reading = solar_term(match, context) if "term" in groups else festival(match, context)
    if reading is None or reading.first is None:
        return reading
    if not lunar.is_arranged(reading.first.year):
        return reading._replace(kind="period", edtf=reading.edtf[:7], first=None, last=None, day=None)
    days = lunar.holiday_around(reading.first)
    return told(stretch(days), reading.inferred_from)


def little_new_year(match: Printed, context: Context) -> Reading | None:
    """小年: the 23rd and the 24th of the last lunar month, in the north 北方小年 the first, in the south the second of them."""
    first, last = {"北": ("廿三", "廿三"), "南": ("廿四", "廿四")}.get(
        match.get("side") or "", ("廿三", "廿四")
    )
    parts = match.parts | {"lunar_month": "腊", "lunar_day": first, "lunar_until": last}
    return lunar_date(Printed(match.text, match.start, match.end, parts), context)


def solar_term(match: Printed, context: Context) -> Reading | None:
    """2024年冬至, 立春: the day the term begins."""
    return yearly(match, context, lambda year: lunar.term_day(year, match["term"]))


def era(match: Printed, context: Context) -> Reading | None:
    """民国三十年五月, 康熙三年五月: a day or month of an era that keeps the solar calendar, of a reign the year alone.

    The months of the reigns before 1912 are lunar and are not counted out.
    """
    del context
    first, last, solar = lunar.eras()[match["era"]]
    year = first + read_number(match["reign"]) - 1
    if year > last + 1:
        return None
    month, day = (read_number(match[part]) if match.get(part) else None for part in ("month", "day"))
    if not solar or month is None or not 1 <= month <= 12:
        return year_reading(year)._replace(year=None)
    return months_reading(year, month, month) if day is None else day_reading(year, month, day)
