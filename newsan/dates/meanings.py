"""What each form of date means, resolved in the light of its context.

A meaning gets the match of its form and what is known where it stands. It returns ``None`` where the
characters turn out to be no date; parts that nothing supplies stay unsaid.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import regex

from newsan.dates import lunar
from newsan.dates.digits import read_number, read_year
from newsan.dates.readings import (
    Reading,
    add_months,
    date_reading,
    day_reading,
    join,
    month_end,
    months_reading,
    part_of_month,
    quarters_reading,
    shifted,
    span_reading,
    told,
    year_reading,
    year_text,
)
from newsan.dates.resolving import BEHIND_AT_MOST, Context, infer_month, infer_year

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Match = regex.Match[str]

YEARLY_AHEAD_AT_MOST = 300
"""Days ahead of the edition past which a feast without a year is last year's."""

SHIFTS = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上一年": -1,
    "上一年度": -1,
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "明年": 1,
    "来年": 1,
    "下一年": 1,
    "下一年度": 1,
    "后年": 2,
}
CLOSE_YEARS = {"当年": 0, "同年": 0, "该年": 0, "次年": 1, "翌年": 1}
"""Years counted from the one named before, not from the edition's."""


class Year(NamedTuple):
    """A year, what supplied it, and whether the text says it; the number is ``None`` where nothing supplies it."""

    number: int | None = None
    source: str | None = None
    said: bool = False


class Month(NamedTuple):
    """A month of a year, as :class:`Year`."""

    year: int | None = None
    number: int | None = None
    source: str | None = None
    said: bool = False


def stated_year(match: Match, context: Context) -> Year:
    """Return the year a match prints or counts from another (去年, 次年)."""
    groups = match.groupdict()
    if groups.get("year"):
        return Year(read_year(groups["year"]), said=True)
    near = groups.get("near")
    if not near:
        return Year()
    if near in CLOSE_YEARS:
        last = context.last
        if last is not None and last.said_year and last.year is not None:
            return Year(last.year + CLOSE_YEARS[near], context.last_quote, said=True)
        if context.year is not None:
            return Year(context.year + CLOSE_YEARS[near], context.year_quote, said=True)
        return Year(said=True)
    if context.reference is None:
        return Year(said=True)
    return Year(context.reference.year + SHIFTS[near], context.source, said=True)


def year_for(
    match: Match, context: Context, month: int, day: int | None = None, *, count: bool = True
) -> Year:
    """Return the year of a match that may leave it out."""
    year = stated_year(match, context)
    return year if year.said else Year(*infer_year(context, month, day, count=count))


def near_month(word: str, context: Context) -> Month:
    """Return the month a word like 上月 names."""
    if word == "当月" and context.last is not None and context.last.month is not None:
        return Month(context.last.year, context.last.month, context.last_quote, said=True)
    if context.reference is None:
        return Month(said=True)
    shift = -word.count("上") + word.count("下")
    year, month = add_months(context.reference.year, context.reference.month, shift)
    return Month(year, month, context.source, said=True)


def month_for(match: Match, context: Context, day: int | None = None) -> Month | None:
    """Return the month of a match; ``None`` where its number is no month."""
    groups = match.groupdict()
    if groups.get("nearmonth"):
        return near_month(groups["nearmonth"], context)
    month = read_number(groups["month"])
    if not 1 <= month <= 12:
        return None
    year = year_for(match, context, month, day, count=False)
    return Month(year.number, month, year.source, year.said)


def whole_year(match: Match, context: Context) -> Reading | None:
    """2025年; but 1300年历史 and 2000年前 count years, they name none."""
    year, source, _ = stated_year(match, context)
    if match.groupdict().get("year") and year is not None:
        after = match.string[match.end() : match.end() + 3]
        if (year < 1840 or year % 100 == 0) and regex.match(
            r"的?(?:历史|岁月)|前|以?来|多|之久|以上|左右|间", after
        ):
            return None
    return None if year is None else told(year_reading(year), source, said_year=True)


def short_year(match: Match, context: Context) -> Reading | None:
    """四四年, 九八年; but 三四年 is three or four years."""
    del context
    first, second = (read_number(digit) for digit in match["year"])
    return None if second == first + 1 else replace(year_reading(read_year(match["year"])), said_year=True)


def years(match: Match, context: Context) -> Reading | None:
    """2016—2020年, 1995-97年."""
    del context
    first = read_year(match["first"])
    last = read_number(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100
    if last <= first:
        return None
    return replace(year_reading(first, last), said_year=True)


def day(match: Match, context: Context) -> Reading | None:
    """12月17日, 2025年12月17日, 上月30号."""
    number = read_number(match["day"])
    found = month_for(match, context, number)
    if found is None or not 1 <= number <= 31:
        return None
    year, month, source, said = found
    return told(day_reading(year, month, number), source, said_year=said)


def bare_day(match: Match, context: Context) -> Reading | None:
    """26日: the day of the month the text is about."""
    number = read_number(match["day"])
    if not 1 <= number <= 31:
        return None
    year, month, source = infer_month(context, number)
    return told(day_reading(year, month, number), source)


def month(match: Match, context: Context) -> Reading | None:
    """6月, 去年12月, 上月."""
    found = month_for(match, context)
    if found is None:
        return None
    year, number, source, said = found
    if number is None:
        return None
    return told(months_reading(year, number, number), source, said_year=said)


def months(match: Match, context: Context) -> Reading | None:
    """1—11月份, 3月至5月."""
    first, last = read_number(match["first"]), read_number(match["last"])
    if not (1 <= first <= 12 and 1 <= last <= 12) or first == last:
        return None
    year, source, said = year_for(match, context, max(first, last))
    if first > last and context.reference is not None and not said and year == context.reference.year:
        ahead = dt.date(year, first, 1) - context.reference
        year -= ahead.days > 0 and not context.future
    return told(months_reading(year, first, last), source, said_year=said)


def days(match: Match, context: Context) -> Reading | None:
    """12月3至5日."""
    first, last = read_number(match["first"]), read_number(match["last"])
    if not 1 <= first < last <= 31:
        return None
    if match.groupdict().get("month") or match.groupdict().get("nearmonth"):
        found = month_for(match, context, first)
        if found is None:
            return None
        year, month, source, said = found
    else:
        year, month, source = infer_month(context, last)
        said = False
    start, end = day_reading(year, month, first), day_reading(year, month, last)
    if start is None or end is None:
        return None
    return told(join(start, end), source, said_year=said)


def first_months(match: Match, context: Context) -> Reading | None:
    """前10个月; with nothing said of the year, the year the text is about."""
    count = read_number(match["count"])
    if not 1 <= count <= 12:
        return None
    year, source, said = year_for(match, context, count)
    return told(months_reading(year, 1, count), source, said_year=said)


def nth_month(match: Match, context: Context) -> Reading | None:
    """2021年的第三个月."""
    number = read_number(match["count"])
    year, source, said = stated_year(match, context)
    return told(months_reading(year, number, number), source, said_year=said) if 1 <= number <= 12 else None


def last_months(match: Match, context: Context) -> Reading | None:
    """2021年的最后4个月."""
    count = read_number(match["count"])
    year, source, said = stated_year(match, context)
    return told(months_reading(year, 13 - count, 12), source, said_year=said) if 1 <= count <= 12 else None


def quarter(match: Match, context: Context) -> Reading | None:
    """一季度, 2024年第四季度."""
    number = 1 if match["quarter"] == "首" else read_number(match["quarter"])
    if not 1 <= number <= 4:
        return None
    year, source, said = year_for(match, context, number * 3 - 2)
    if match.groupdict().get("edge") and year is not None:
        of_quarter = number * 3 - (2 if match["edge"] == "初" else 0)
        return told(part_of_month(year, of_quarter, 1, None), source, said_year=said)
    return told(quarters_reading(year, number, number), source, said_year=said)


def quarters(match: Match, context: Context) -> Reading | None:
    """前三季度."""
    count = read_number(match["quarter"])
    if not 2 <= count <= 4:
        return None
    year, source, said = year_for(match, context, count * 3 - 2)
    return told(quarters_reading(year, 1, count), source, said_year=said)


def near_quarter(match: Match, context: Context) -> Reading | None:
    """上季度, 本季度."""
    if context.reference is None:
        return None
    now = context.reference.year * 4 + (context.reference.month - 1) // 3
    year, index = divmod(now + {"上": -1, "下": 1}.get(match["near_quarter"], 0), 4)
    if match.groupdict().get("edge"):
        of_quarter = index * 3 + (1 if match["edge"] == "初" else 3)
        return told(part_of_month(year, of_quarter, 1, None), context.source)
    return told(quarters_reading(year, index + 1, index + 1), context.source)


def half_year(match: Match, context: Context) -> Reading | None:
    """上半年, 2017年下半年."""
    first = 1 if match["half"] in "上前" else 7
    year, source, said = year_for(match, context, first)
    return told(months_reading(year, first, first + 5), source, said_year=said)


def half_month(match: Match, context: Context) -> Reading | None:
    """上半月, 12月下半月."""
    if match.groupdict().get("month") or match.groupdict().get("nearmonth"):
        found = month_for(match, context)
    elif context.reference is not None:
        found = Month(context.reference.year, context.reference.month, context.source)
    else:
        found = None
    if found is None:
        return None
    year, number, source, said = found
    start, end = (1, 15) if match["half"] in "上前" else (16, None)
    return told(part_of_month(year, number, start, end), source, said_year=said)


PARTS_OF_MONTH: dict[str, tuple[int, int | None]] = {
    "初": (1, 5), "中": (11, 20), "底": (25, None), "末": (25, None), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None),
}  # fmt: skip


def month_part(match: Match, context: Context) -> Reading | None:
    """6月底, 12月中旬, 本月初."""
    found = month_for(match, context)
    if found is None:
        return None
    year, number, source, said = found
    if number is None:
        return None
    return told(part_of_month(year, number, *PARTS_OF_MONTH[match["part"]]), source, said_year=said)


def bare_month_part(match: Match, context: Context) -> Reading | None:
    """月底, 中旬: of the month the text is about."""
    if context.last is not None and context.last.month is not None:
        year, number, source = context.last.year, context.last.month, context.last_quote
    elif context.reference is not None:
        year, number, source = context.reference.year, context.reference.month, context.source
    else:
        return None
    return told(part_of_month(year, number, *PARTS_OF_MONTH[match["part"].removeprefix("月")]), source)


def year_part(match: Match, context: Context) -> Reading | None:
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
        reading = replace(reading, last=dt.date(year, 2, month_end(year, 2)))
    return told(replace(reading, kind="date"), source, said_year=said)


def so_far(match: Match, context: Context) -> Reading | None:
    """今年以来: from the first day of the year to the edition."""
    if context.reference is None:
        return None
    first = dt.date(context.reference.year, 1, 1)
    if match["since"].startswith(("本月", "入")):
        first = context.reference.replace(day=1)
    return told(span_reading(first, context.reference), context.source, said_year=True)


def decade(match: Match, context: Context) -> Reading | None:
    """20世纪90年代, 上世纪八十年代末, 本世纪初."""
    del context
    groups = match.groupdict()
    century = groups.get("century")
    if century in ("上", "上个"):
        start = 1900
    elif century in ("本", "新"):
        start = 2000
    elif century:
        start = (read_number(century) - 1) * 100
    else:
        start = 1900
    if start < 0:
        return None
    edge, length = groups.get("edge"), 100
    edtf = f"{start // 100:02d}XX"
    if groups.get("decade"):
        tens = read_number(groups["decade"])
        if tens % 10:
            return None
        start, length = start + tens, 10
        edtf = f"{start // 10:03d}X"
    first, last = start, start + length - 1
    if edge:
        share = 3 if length == 10 else 20
        if edge[0] in "初前":
            last = first + share - 1
        elif edge[0] in "末后":
            first = last - share + 1
        else:
            first, last = first + length * 2 // 5, first + length * 3 // 5
    reading = year_reading(max(first, 1), last)
    return replace(reading, kind="period", edtf=edtf, year=None)


def plan(match: Match, context: Context) -> Reading | None:
    """“十四五”: the fourteenth five years counted from 1953, with the pause of 1963–1965 before the third."""
    del context
    number = read_number(match["plan"])
    if not 1 <= number <= 30:
        return None
    # The third plan began in 1966, three years after the second ended.
    first = 1953 + 5 * (number - 1) + (3 if number >= 3 else 0)
    start, end = first, first + 4
    edge = match.string[match.end() : match.end() + 4].lstrip('”"』」')
    if edge.startswith(("末", "收官", "终")):
        start = end
    elif edge.startswith(("初", "开局")):
        end = start
    elif part := regex.match(r"(前|后)([一二三四五])年", edge):
        count = read_number(part[2])
        if 1 <= count <= 5:
            start, end = (start, start + count - 1) if part[1] == "前" else (end - count + 1, end)
    return replace(year_reading(start, end), kind="plan", edtf=f"{first}/{first + 4}", year=None)


DAY_SHIFTS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "本": 0, "明": 1, "后": 2, "大后": 3, "大大后": 4}


def near_day(match: Match, context: Context) -> Reading | None:
    """今天, 昨日, 今晚: counted from the edition."""
    if context.reference is None:
        return None
    date = shifted(context.reference, DAY_SHIFTS[match["near_day"]])
    return None if date is None else told(date_reading(date), context.source)


def same_day(match: Match, context: Context) -> Reading | None:
    """当天, 次日: counted from the last day the text names."""
    last = context.last
    shift = 1 if match["same_day"] in ("次", "翌", "第二") else 0
    if last is not None and last.first is not None and last.first == last.last:
        date = shifted(last.first, shift)
        return None if date is None else told(date_reading(date), context.last_quote)
    if context.reference is None or shift:
        return None
    return told(date_reading(context.reference), context.source)


def weekday(match: Match, context: Context) -> Reading | None:
    """上周三, 本周末, 星期五: a bare one is the day of the edition's own week."""
    if context.reference is None:
        return None
    near = match.groupdict().get("near_week") or ""
    monday = shifted(
        context.reference, -context.reference.weekday() + 7 * (near.count("下") - near.count("上"))
    )
    if monday is None:
        return None
    name = match.groupdict().get("weekday")
    if name is None:
        last = shifted(monday, 6)
        return None if last is None else told(span_reading(monday, last), context.source)
    if name == "末":
        first, last = shifted(monday, 5), shifted(monday, 6)
        return None if first is None or last is None else told(span_reading(first, last), context.source)
    date = shifted(monday, "一二三四五六日天".index(name) - (name == "天"))
    return None if date is None else told(date_reading(date), context.source)


def week_of_month(match: Match, context: Context) -> Reading | None:
    """本月第2周: weeks begin on Monday, and a month's first is the one with its first Monday."""
    found = month_for(match, context)
    if found is None:
        return None
    year, number, source, said = found
    if year is None or number is None:
        return None
    first = dt.date(year, number, 1)
    count = {"最后": 9}.get(match["count"]) or read_number(match["count"])
    name = match.groupdict().get("weekday")
    wanted = 0 if name is None else "一二三四五六日天".index(name) - (name == "天")
    date = first + dt.timedelta(days=(wanted - first.weekday()) % 7 + 7 * (min(count, 5) - 1))
    while count == 9 and date.month != number:
        date -= dt.timedelta(days=7)
    if name is not None:
        return told(date_reading(date), source, said_year=said)
    return told(span_reading(date, date + dt.timedelta(days=6)), source, said_year=said)


def week_of_year(match: Match, context: Context) -> Reading | None:
    """2021年第二周: as ISO 8601 counts weeks."""
    year, source, said = stated_year(match, context)
    if year is None:
        return None
    try:
        monday = dt.date.fromisocalendar(year, read_number(match["count"]), 1)
    except ValueError:
        return None
    return told(span_reading(monday, monday + dt.timedelta(days=6)), source, said_year=said)


SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}
SEASON_CODES = {"春": 21, "夏": 22, "秋": 23, "冬": 24}


def season(match: Match, context: Context) -> Reading | None:
    """今年夏天, 去冬: EDTF's seasons, by the months of meteorologists."""
    groups = match.groupdict()
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
        replace(reading, kind="season", edtf=f"{year_text(year)}-{SEASON_CODES[match['season']]}"),
        source,
        said_year=True,
    )


def summer_holidays(match: Match, context: Context) -> Reading | None:
    """去年暑假: July and August."""
    year, source, _ = stated_year(match, context)
    return told(replace(months_reading(year, 7, 8), kind="season"), source, said_year=True)


def numeric(match: Match, context: Context) -> Reading | None:
    """2025-12-17, 2025.12.17, 20251217."""
    del context
    number = read_number(match["month"])
    if not 1 <= number <= 12:
        return None
    reading = day_reading(read_number(match["year"]), number, read_number(match["day"]))
    return told(reading, None, said_year=True)


def numeric_day_first(match: Match, context: Context) -> Reading | None:
    """1/2/2020: the day first."""
    del context
    number = read_number(match["month"])
    if not 1 <= number <= 12:
        return None
    return told(
        day_reading(read_number(match["year"]), number, read_number(match["day"])), None, said_year=True
    )


def dotted_day(match: Match, context: Context) -> Reading | None:
    """3·15: a name that is a day, offered as one."""
    number, of_month = read_number(match["month"]), read_number(match["day"])
    if not 1 <= number <= 12:
        return None
    year, source = infer_year(context, number, of_month)
    return told(day_reading(year, number, of_month), source)


LATE = ("下午", "晚上", "傍晚", "夜间", "晚间", "晚", "夜里", "午后", "深夜", "今晚", "昨晚", "当晚", "明晚")


def clock(match: Match, context: Context) -> Reading | None:
    """21时27分, 下午3点半, 8:00: on the last day the sentence names, else the edition's."""
    hour, minute, second = read_number(match["hour"]), 0, 0
    groups = match.groupdict()
    if groups.get("minute"):
        minute = {"半": 30, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}.get(
            groups["minute"]
        ) or read_number(groups["minute"])
    if groups.get("second"):
        second = read_number(groups["second"])
    if hour > 24 or minute > 59 or second > 59:
        return None
    if (groups.get("daypart") or "").endswith(LATE) and hour < 12:
        hour += 12
    edtf = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if groups.get("second") else "")
    day, source = context.reference, context.source if context.reference else None
    if context.last is not None and context.last_here and context.last.day is not None:
        day, source = context.last.last, context.last_quote
    return Reading("clock", edtf, day, day, inferred_from=source)


# ---- the lunar calendar, feasts, reigns


def stretch(days: tuple[dt.date, dt.date] | None) -> Reading | None:
    """Return the reading of a first and last day."""
    if days is None:
        return None
    return date_reading(days[0]) if days[0] == days[1] else span_reading(*days)


def lunar_date(match: Match, context: Context) -> Reading | None:
    """农历八月十五, 腊月廿三, 闰四月: with no year, the lunar one that brings it nearest to the edition."""
    groups = match.groupdict()
    number = {"正": 1, "冬": 11, "腊": 12}.get(match["lunar_month"]) or read_number(match["lunar_month"])
    day = None if groups.get("lunar_day") is None else read_number(groups["lunar_day"].removeprefix("初"))
    year, source, said = stated_year(match, context)
    leap = groups.get("leap") is not None
    if said:
        return None if year is None else told(stretch(lunar.lunar_days(year, number, day, leap=leap)), source)
    if context.reference is None:
        return None
    year = context.reference.year
    around = [lunar.lunar_days(near, number, day, leap=leap) for near in (year - 1, year, year + 1)]
    return told(stretch(likeliest(around, context.reference)), context.source)


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


def yearly(match: Match, context: Context, day_of: Callable[[int], dt.date | None]) -> Reading | None:
    """Return the day of something yearly, in the year said or the likely one."""
    year, source, said = stated_year(match, context)
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


def festival(match: Match, context: Context) -> Reading | None:
    """春节, 去年国庆, 明年母亲节: the day itself."""
    feast = lunar.festivals()[0][match["festival"]]
    return yearly(match, context, lambda year: lunar.festival_day(year, feast))


def solar_term(match: Match, context: Context) -> Reading | None:
    """2024年冬至, 立春: the day the term begins."""
    return yearly(match, context, lambda year: lunar.term_day(year, match["term"]))


def era(match: Match, context: Context) -> Reading | None:
    """民国三十年, 康熙三年五月: the year; the months and days of a reign are lunar and are not counted out."""
    del context
    first, last = lunar.eras()[match["era"]]
    year = first + read_number(match["reign"]) - 1
    return replace(year_reading(year), year=None) if year <= last + 1 else None


# ---- counted from now


def counted(match: Match, context: Context) -> Reading | None:
    """3天后, 半年前, 近三年, 未来两个月, 五年来: a count of days, weeks, months or years from the edition.

    With no day to count from it is a duration, which is no date.
    """
    groups = match.groupdict()
    unit, way = groups["unit"], groups.get("after") or groups.get("before") or ""
    now, source = context.reference, context.source
    if way.endswith("后") and context.last is not None and context.last.day is not None:
        # 5天后 in a story follows the day told before.
        now, source = context.last.first, context.last_quote or source
    elif way.endswith("后") and unit == "年" and context.last is not None and context.last.year is not None:
        now, source = dt.date(context.last.year, 1, 1), context.last_quote or source
    if now is None:
        return None
    count = 0 if groups["count"] == "半" else read_number(groups["count"])
    half = groups["count"] == "半" or "半" in unit or groups.get("half") is not None
    backward = way in ("前", "之前", "以前", "以来", "来", "近", "过去", "最近", "过去的", "此前")
    days = step(now, -1 if backward else 1, unit, count, half=half)
    if days is None:
        return None
    if way in ("前", "之前", "后", "之后"):
        return told(at_precision(days, unit, half=half), source)
    if way in ("以前", "以后"):
        point = at_precision(days, unit, half=half)
        bound = (
            replace(point, kind="period", first=None)
            if backward
            else replace(point, kind="period", last=None)
        )
        return told(bound, source)
    if backward:
        return told(span_reading(days, now), source)
    return told(span_reading(now, days - dt.timedelta(days=1)), source)


def step(now: dt.date, sign: int, unit: str, count: int, *, half: bool) -> dt.date | None:
    """Return the day some days, weeks, months or years from now; half a year is six months, half a month 15 days."""
    try:
        if unit[-1] in "天日":
            return now + sign * dt.timedelta(days=count)
        if unit[-1] in "周期拜":
            return now + sign * dt.timedelta(days=7 * count)
        months = {"月": count, "度": 3 * count}.get(unit[-1], 12 * count + 6 * half)
        year, month = add_months(now.year, now.month, sign * months)
        moved = now.replace(year=year, month=month, day=min(now.day, month_end(year, month)))
        return moved + sign * dt.timedelta(days=15 if half and unit[-1] == "月" else 0)
    except (OverflowError, ValueError):
        return None


def at_precision(date: dt.date, unit: str, *, half: bool) -> Reading:
    """Return the day, week, month or year a counted point falls in: 七年后 names a year, 半年后 a month."""
    if unit[-1] in "天日" or (half and unit[-1] == "月"):
        return date_reading(date)
    if unit[-1] in "周期拜":
        monday = date - dt.timedelta(days=date.weekday())
        return span_reading(monday, monday + dt.timedelta(days=6))
    if unit[-1] == "年" and not half:
        return year_reading(date.year)
    return months_reading(date.year, date.month, date.month)


def first_days(match: Match, context: Context) -> Reading | None:
    """去年的前10天, 2021年前2周, 上月最后五天."""
    groups = match.groupdict()
    count = read_number(groups["count"])
    if not 1 <= count <= 60:
        return None
    if groups.get("month") or groups.get("nearmonth"):
        year, number, source, said = month_for(match, context) or Month()
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


def half_week(match: Match, context: Context) -> Reading | None:
    """下半周: Thursday to Sunday."""
    if context.reference is None:
        return None
    start = shifted(context.reference, -context.reference.weekday() + (0 if match["half"] in "上前" else 3))
    end = None if start is None else shifted(start, 2 if match["half"] in "上前" else 3)
    return None if start is None or end is None else told(span_reading(start, end), context.source)
