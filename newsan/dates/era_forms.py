"""What plans, school years, decades, centuries and years of an era mean: forms that span years."""

from __future__ import annotations

import datetime as dt

from newsan.dates.digits import read_number, read_year
from newsan.dates.readings import (
    Reading,
    add_months,
    month_end,
    month_text,
    year_reading,
)
from newsan.dates.resolving import Context
from newsan.dates.stated import Printed
from newsan.patterns import compiled

YEARS_OF_PLAN = "[”』」]{0,2}(?P<side>前|后)(?P<count>[一二三四五])年"


def years(match: Printed, context: Context) -> Reading | None:
    """2016—2020年, 1995-97年."""
    del context
    first = read_year(match["first"])
    last = read_number(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100
    if last <= first:
        return None
    return year_reading(first, last)._replace(said_year=True)


def decade(match: Printed, context: Context) -> Reading | None:
    """20世纪90年代, 20世纪60至80年代, 上世纪八十年代末, 本世纪初; a decade alone is one of the 20th century."""
    del context
    groups = match.parts
    century = groups.get("century") or "上"
    if groups.get("hundreds"):
        century = str(int(groups["hundreds"]) + 1)
    hundreds = {"上": 19, "上个": 19, "本": 20, "新": 20}.get(century) or read_number(century) - 1
    if hundreds < 1:
        return None
    first, last, edtf = hundreds * 100, hundreds * 100 + 99, f"{hundreds:02d}XX"
    if groups.get("decade"):
        tens = read_number(groups["decade"])
        until = read_number(groups.get("until") or groups["decade"])
        if tens < 10 <= until:
            # 五六十年代 names the tens of the first by its digit alone.
            tens *= 10
        if tens % 10 or until % 10 or until < tens:
            return None
        first, last = hundreds * 100 + tens, hundreds * 100 + until + 9
        edtf = f"{first // 10:03d}X" + (f"/{last // 10:03d}X" if until > tens else "")
    edge = (groups.get("edge") or " ")[0]
    # Of ten years three make a beginning or an end and the others the middle, of a hundred twenty each. Of several
    # decades it is the last one that begins or ends there.
    one = last - first in (9, 99)
    share, middle = (20, 40) if last - first == 99 else (3, 3)
    if edge in "初前":
        last = first + share - 1 if one else last - 10 + share
    elif edge in "末后":
        first = last - share + 1 if one else first
    elif edge == "中":
        first, last = (first + middle if one else first), last - middle
    return year_reading(first, last)._replace(kind="period", edtf=edtf, year=None)


def common_era(match: Printed, context: Context) -> Reading | None:
    """公元134年, 公元前221年; EDTF counts a year 0, so that 前221 is -0220."""
    del context
    year = read_number(match["year"])
    if not 1 <= year <= 2100:
        return None
    if match.get("bce"):
        return Reading("date", f"-{year - 1:04d}")
    return year_reading(year)


def two_years(match: Printed, context: Context) -> Reading | None:
    """2024/25赛季, 2024—2025财年: the years it lies in; which days it begins and ends on is not said."""
    del context
    first = read_year(match["first"])
    last = read_number(match["last"]) % 100
    if last != (first + 1) % 100:
        return None
    return year_reading(first, first + 1)._replace(kind="season" if match.get("season") else "period")


def school_year(match: Printed, context: Context) -> Reading | None:
    """2024—2025学年: from September to August; its first term ends in January."""
    del context
    first = read_number(match["first"])
    if read_number(match["last"]) % 100 != (first + 1) % 100:
        return None
    start, end = {"一": (9, 13), "上": (9, 13), "二": (14, 20), "下": (14, 20)}.get(
        match.get("term") or "", (9, 20)
    )
    from_year, from_month = add_months(first, 1, start - 1)
    to_year, to_month = add_months(first, 1, end - 1)
    return Reading(
        "period",
        f"{month_text(from_year, from_month)}/{month_text(to_year, to_month)}",
        dt.date(from_year, from_month, 1),
        dt.date(to_year, to_month, month_end(to_year, to_month)),
    )


def centuries(match: Printed, context: Context) -> Reading | None:
    """18至19世纪."""
    del context
    first, last = read_number(match["first"]) - 1, read_number(match["century"]) - 1
    if not 1 <= first < last <= 21:
        return None
    reading = year_reading(first * 100, last * 100 + 99)
    return reading._replace(edtf=f"{first:02d}XX/{last:02d}XX", year=None)


def plan(match: Printed, context: Context) -> Reading | None:
    """“十四五”: the fourteenth five years counted from 1953, with the pause of 1963–1965 before the third."""
    del context
    number = read_number(match["plan"])
    if not 1 <= number <= 30:
        return None
    # The third plan began in 1966, three years after the second ended.
    first = 1953 + 5 * (number - 1) + (3 if number >= 3 else 0)
    start, end = first, first + 4
    edge = match.text[match.end : match.end + 4].lstrip('”"』」')
    if edge.startswith(("末", "收官", "终")):
        start = end
    elif edge.startswith(("初", "开局")):
        end = start
    elif part := compiled(YEARS_OF_PLAN).match(match.text, match.end):
        count = read_number(part["count"])
        if 1 <= count <= 5:
            start, end = (start, start + count - 1) if part["side"] == "前" else (end - count + 1, end)
    return year_reading(start, end)._replace(kind="plan", edtf=f"{first}/{first + 4}", year=None)
