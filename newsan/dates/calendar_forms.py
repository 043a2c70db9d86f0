"""What dates, months, quarters, weeks and years mean: forms that name their place in the calendar.

A meaning gets the match of its form and what is known where it stands. It returns ``None`` where the
characters turn out to be no date; parts that nothing supplies stay unsaid.
"""

from __future__ import annotations

import datetime as dt

from newsan.dates.digits import read_number, read_year
from newsan.dates.readings import (
    Reading,
    day_reading,
    in_year,
    join,
    month_end,
    months_reading,
    part_of_month,
    quarters_reading,
    told,
    year_reading,
    year_text,
)
from newsan.dates.resolving import Context, infer_month, infer_year
from newsan.dates.stated import SHIFTS, Printed, month_for, stated_year, year_for
from newsan.patterns import compiled

EVENT = r"[”’\"][^，。；]{0,8}?(?:地震|事故|火灾|爆炸|空难|矿难|海难|坠|暴雨|洪|惨案|血案|案|事件|袭击|踩踏|坍塌|泥石流|塌|疫情)"
"""Behind a day in quotation marks: it only names the event (“5·12”汶川地震), whatever its year."""
COUNTED = r"的?(?:历史|岁月)|前(?![后夕三两])|以?来|多|之久|以上|左右|间"
"""Behind a round number of years: how many, not which (1300年历史, 2000年前)."""


def whole_year(match: Printed, context: Context) -> Reading | None:
    """2025年; but 1300年历史 and 2000年前 count years, they name none."""
    year, source, _ = stated_year(match, context)
    if year is None:
        return None
    old_or_round = len(match.get("year") or "") > 2 and (year < 1840 or year % 100 == 0)
    if old_or_round and compiled(COUNTED).match(match.text, match.end):
        return None
    return told(year_reading(year), source, said_year=True)


def short_year(match: Printed, context: Context) -> Reading | None:
    """四四年, 九八年; but 三四年 and 三五年 are three to five years."""
    del context
    first, second = (read_number(digit) for digit in match["year"])
    return (
        None
        if second == first + 1 or (first, second) == (3, 5)
        else year_reading(read_year(match["year"]))._replace(said_year=True)
    )


def day(match: Printed, context: Context) -> Reading | None:
    """12月17日, 2025年12月17日, 上月30号."""
    number = read_number(match["day"])
    year, month, source, said = month_for(match, context, number)
    return told(day_reading(year, month, number), source, said_year=said)


def bare_day(match: Printed, context: Context) -> Reading | None:
    """26日: the day of the month the text is about."""
    number = read_number(match["day"])
    year, month, source = infer_month(context, number)
    return told(day_reading(year, month, number), source)


def month(match: Printed, context: Context) -> Reading | None:
    """6月, 去年12月, 上月."""
    year, number, source, said = month_for(match, context)
    if number is None:
        return None
    return told(months_reading(year, number, number), source, said_year=said)


def months(match: Printed, context: Context) -> Reading | None:
    """1—11月份, 3月至5月."""
    first, last = read_number(match["first"]), read_number(match["last"])
    if not (1 <= first <= 12 and 1 <= last <= 12) or first == last:
        return None
    year, source, said = year_for(match, context, max(first, last))
    if first > last and context.reference is not None and not said and year == context.reference.year:
        ahead = dt.date(year, first, 1) - context.reference
        year -= ahead.days > 0 and not context.future
    return told(months_reading(year, first, last), source, said_year=said)


def days(match: Printed, context: Context) -> Reading | None:
    """12月3至5日."""
    first, last = read_number(match["first"]), read_number(match["last"])
    if first >= last:
        return None
    if match.get("month") or match.get("nearmonth"):
        year, month, source, said = month_for(match, context, first)
    else:
        year, month, source = infer_month(context, last)
        said = False
    start, end = day_reading(year, month, first), day_reading(year, month, last)
    return told(join(start, end), source, said_year=said)


def neighbouring_months(match: Printed, context: Context) -> Reading | None:
    """三四月份: one or the other, or both; 三五月 is nothing."""
    first, last = read_number(match["first"]), read_number(match["last"])
    if last != first + 1:
        return None
    year, source, said = year_for(match, context, first, count=False)
    return told(months_reading(year, first, last), source, said_year=said)


def first_months(match: Printed, context: Context) -> Reading | None:
    """前10个月; with nothing said of the year, the year the text is about."""
    count = read_number(match.get("count") or match["several"])
    if not 1 <= count <= 12 or (match.text[match.start - 1 : match.start] == "的" and not match.get("year")):
        # 怀孕的前三个月 begins with something else than the year.
        return None
    year, source, said = year_for(match, context, count)
    return told(months_reading(year, 1, count), source, said_year=said)


def nth_month(match: Printed, context: Context) -> Reading | None:
    """2021年的第三个月."""
    number = read_number(match["count"])
    year, source, said = stated_year(match, context)
    return told(months_reading(year, number, number), source, said_year=said) if 1 <= number <= 12 else None


def last_months(match: Printed, context: Context) -> Reading | None:
    """2021年的最后4个月."""
    count = read_number(match["count"])
    year, source, said = stated_year(match, context)
    return told(months_reading(year, 13 - count, 12), source, said_year=said) if 1 <= count <= 12 else None


def quarter(match: Printed, context: Context) -> Reading | None:
    """一季度, 2024年第四季度."""
    number = 1 if match["quarter"] == "首" else read_number(match["quarter"])
    if not 1 <= number <= 4:
        return None
    year, source, said = year_for(match, context, number * 3 - 2)
    if match.get("edge") and year is not None:
        of_quarter = number * 3 - (2 if match["edge"] == "初" else 0)
        return told(part_of_month(year, of_quarter, 1, None), source, said_year=said)
    return told(quarters_reading(year, number, number), source, said_year=said)


def quarters(match: Printed, context: Context) -> Reading | None:
    """前三季度, 一至三季度."""
    count = read_number(match["quarter"])
    first = read_number(match.get("first") or "1")
    if not first < count <= 4:
        return None
    year, source, said = year_for(match, context, count * 3 - 2)
    return told(quarters_reading(year, first, count), source, said_year=said)


def half_year(match: Printed, context: Context) -> Reading | None:
    """上半年, 2017年下半年."""
    first = 1 if match["half"] in "上前" else 7
    year, source, said = year_for(match, context, first)
    reading = months_reading(year, first, first + 5)
    if match.get("edge"):
        reading = part_of_month(year, first + 5, *PARTS_OF_MONTH[match["edge"]])
    return told(reading, source, said_year=said)


PARTS_OF_MONTH: dict[str, tuple[int, int | None]] = {
    "初": (1, 5), "中": (11, 20), "底": (25, None), "末": (25, None),
    "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None), "上中旬": (1, 20), "中上旬": (1, 20), "中下旬": (11, None),
}  # fmt: skip


def month_part(match: Printed, context: Context) -> Reading | None:
    """6月底, 12月中旬, 本月初."""
    year, number, source, said = month_for(match, context)
    if number is None:
        return None
    return told(part_of_month(year, number, *PARTS_OF_MONTH[match["part"]]), source, said_year=said)


def bare_month_part(match: Printed, context: Context) -> Reading | None:
    """月底, 中旬: of the month the text is about."""
    if context.last is not None and context.last.month is not None:
        year, number, source = context.last.year, context.last.month, context.last_quote
    elif context.reference is not None:
        year, number, source = context.reference.year, context.reference.month, context.source
    else:
        return None
    return told(part_of_month(year, number, *PARTS_OF_MONTH[match["part"].removeprefix("月")]), source)


def half_month(match: Printed, context: Context) -> Reading | None:
    """上半月, 12月下半月."""
    if match.get("month") or match.get("nearmonth"):
        year, number, source, said = month_for(match, context)
    elif context.reference is not None:
        year, number, source, said = context.reference.year, context.reference.month, context.source, False
    else:
        return None
    start, end = (1, 15) if match["half"] in "上前" else (16, None)
    return told(part_of_month(year, number, start, end), source, said_year=said)


def year_part(match: Printed, context: Context) -> Reading | None:
    """年底, 2008年底, 明年年初: named by the month, the first two months for a beginning."""
    edge = match["edge"][-1]
    month = {"初": 1, "始": 1, "中": 6}.get(edge, 12)
    year, source, said = stated_year(match, context)
    if not said:
        if context.reference is not None and (context.year is None or context.year_age):
            year, source = context.reference.year, context.source
        else:
            year, source = infer_year(context, month)
    reading = months_reading(year, month, month)
    if edge == "初" and year is not None:
        reading = reading._replace(last=dt.date(year, 2, month_end(year, 2)))
    return told(reading._replace(kind="date"), source, said_year=said)


def same_period(match: Printed, context: Context) -> Reading | None:
    """去年同期: the period named last, moved to that year; no more than the year where none is named."""
    base = context.last
    near = match.get("near")
    if base is not None and base.kind != "clock" and (base.year is not None or base.month is not None):
        if near is None:
            year: int | None = read_year(match["year"])
        else:
            year = None if base.year is None else base.year + SHIFTS[near]
        return told(in_year(base, year), context.last_quote)
    year, source, _ = stated_year(match, context)
    return (
        None if year is None else told(Reading("period", year_text(year), year=year), source, said_year=True)
    )


def this_year(match: Printed, context: Context) -> Reading | None:
    """年内: the edition's year."""
    del match
    if context.reference is None:
        return None
    return told(year_reading(context.reference.year), context.source)


def numeric(match: Printed, context: Context) -> Reading | None:
    """2025-12-17, 2025.12.17, 20251217; 1/2/2020, the day first."""
    del context
    reading = day_reading(*(read_number(match[part]) for part in ("year", "month", "day")))
    return told(reading, None, said_year=True)


def dotted_day(match: Printed, context: Context) -> Reading | None:
    """3·15: a name that is a day, offered as one."""
    number, of_month = read_number(match["month"]), read_number(match["day"])
    if compiled(EVENT).match(match.text, match.end):
        return None
    year, source = infer_year(context, number, of_month)
    return told(day_reading(year, number, of_month), source)
