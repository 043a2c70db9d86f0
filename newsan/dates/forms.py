"""The ways newspapers write dates: rows of a name, a pattern, what it means, and one example.

Patterns are built from the named pieces below; several rows use the same group names, because each row is
compiled on its own and all of them together as one alternation, tried in the order of ``RULES``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import regex

from newsan.dates.digits import read_number, read_year
from newsan.dates.readings import (
    Reading,
    add_months,
    date_reading,
    day_reading,
    month_end,
    months_reading,
    part_of_month,
    quarters_reading,
    span_reading,
    year_reading,
    year_text,
)
from newsan.dates.resolving import Context, infer_month, infer_year

Match = regex.Match[str]
Meaning = Callable[[Match, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a date. ``example`` is text the rule must match: it documents the rule and is tested."""

    name: str
    pattern: str
    means: Meaning
    example: str


# ---- the pieces patterns are built from

D = r"[0-9０-９]"
C = r"[〇零○一二三四五六七八九]"
NUMBER = rf"(?:{D}{{1,2}}+|[十廿卅]{C}?|{C}(?:十{C}?)?)"
"""A month, a day or a count below 100."""
NOT_IN_NUMBER = rf"(?<![0-9０-９.．,，·:：/\-—十百千万亿]|{C})"
YEAR = rf"(?:[12１２]{D}{{3}}|[一二][〇零○九八七六]{C}{{2}})(?=\s?年)"
NEAR_YEAR = "大前年|今年|去年|前年|明年|后年|本年度?|当年|次年|翌年|来年|上一年|下一年"
SHORT_YEAR = rf"(?:{D}{{2}}|{C}{{2}})"
THE_YEAR = (
    rf"(?:(?<![0-9０-９.．]|{C})(?:(?P<year>{YEAR})|(?P<year>{SHORT_YEAR})(?=年(?:{NUMBER}月|[一二三四]季度|第|春|端午|中秋|国庆)))\s?年度?"
    rf"|(?P<near>{NEAR_YEAR}))"
)
"""A year in front of the rest of a date."""
MAYBE_YEAR = rf"(?:{THE_YEAR}(?:的|\s)?)?"
TO = r"\s?(?:[—–\-－─~～]{1,2}|至|到)\s?"
MONTH = rf"(?P<month>{NUMBER}|[正元])\s?月份?"
NEAR_MONTH = r"(?P<nearmonth>本月份?|当月|这个月|上上个?月|上一?个?月|下一?个?月)"
DAY = rf"(?P<day>{NUMBER})\s?[日号]"

SHIFTS = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上一年": -1,
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "明年": 1,
    "来年": 1,
    "下一年": 1,
    "后年": 2,
}
CLOSE_YEARS = {"当年": 0, "次年": 1, "翌年": 1}
"""Years counted from the one named before, not from the edition's."""


def stated_year(match: Match, context: Context) -> tuple[int | None, str | None, bool]:
    """Return the year a match prints, what it counts from, and whether it prints one at all."""
    groups = match.groupdict()
    if groups.get("year"):
        return read_year(groups["year"]), None, True
    near = groups.get("near")
    if not near:
        return None, None, False
    if near in CLOSE_YEARS:
        known = context.last.year if context.last is not None and context.last.year else context.year
        if known is None:
            known = context.reference.year if context.reference and near == "当年" else None
            return known, context.source if known else None, True
        return known + CLOSE_YEARS[near], context.last_quote or context.year_quote, True
    if context.reference is None:
        return None, None, True
    return context.reference.year + SHIFTS[near], context.source, True


def year_for(
    match: Match, context: Context, month: int, day: int | None = None
) -> tuple[int | None, str | None, bool]:
    """Return the year of a match that may leave it out, what supplied it, and whether the text says it."""
    year, source, said = stated_year(match, context)
    if said:
        return year, source, True
    return *infer_year(context, month, day), False


def near_month(word: str, context: Context) -> tuple[int | None, int | None, str | None]:
    """Return the year and month a word like 上月 names, and what it counts from."""
    if word == "当月" and context.last is not None and context.last.month is not None:
        return context.last.year, context.last.month, context.last_quote
    if context.reference is None:
        return None, None, None
    shift = -word.count("上") + word.count("下")
    return *add_months(context.reference.year, context.reference.month, shift), context.source


def month_for(
    match: Match, context: Context, day: int | None = None
) -> tuple[int | None, int | None, str | None, bool] | None:
    """Return year, month, what supplied them and whether the year is said; ``None`` where it is no month."""
    groups = match.groupdict()
    if groups.get("nearmonth"):
        return *near_month(groups["nearmonth"], context), True
    month = read_number(groups["month"])
    if not 1 <= month <= 12:
        return None
    year, source, said = year_for(match, context, month, day)
    return year, month, source, said


def told(reading: Reading | None, source: str | None, *, said_year: bool = False) -> Reading | None:
    """Return a reading with where its unsaid parts come from."""
    return None if reading is None else replace(reading, inferred_from=source, said_year=said_year)


# ---- what the patterns mean


def whole_year(match: Match, context: Context) -> Reading | None:
    """2025年; but 1300年历史 and 2000年前 count years, they name none."""
    year, source, _ = stated_year(match, context)
    if match.groupdict().get("year") and year is not None:
        after = match.string[match.end() : match.end() + 3]
        if (year < 1840 or year % 100 == 0) and regex.match(
            r"的?(?:历史|岁月)|前|以?来|多|之久|以上|左右|间", after
        ):
            return None
    reading = year_reading(year)
    return told(reading, source, said_year=True)


def years(match: Match, context: Context) -> Reading | None:
    """2016—2020年, 1995-97年."""
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
    year, source, said = year_for(match, context, last if last > first else first)
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


def join(first: Reading, last: Reading) -> Reading:
    """Return the stretch from one reading to another."""
    return replace(
        last,
        kind="clock" if last.kind == "clock" else "period",
        edtf=f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}",
        first=first.first,
        inferred_from=first.inferred_from or last.inferred_from,
    )


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
        found = context.reference.year, context.reference.month, context.source, False
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
        if context.reference is not None and not context.same_sentence:
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
    elif part := regex.match(rf"(前|后)({C})年", edge):
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


def shifted(date: dt.date, days: int) -> dt.date | None:
    """Return a date some days later, ``None`` past the ends of the calendar."""
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


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
    if name is None:
        wanted = 0
    else:
        wanted = "一二三四五六日天".index(name) - (name == "天")
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


def numeric(match: Match, context: Context) -> Reading | None:
    """2025-12-17, 2025.12.17, 20251217."""
    number = read_number(match["month"])
    if not 1 <= number <= 12:
        return None
    reading = day_reading(read_number(match["year"]), number, read_number(match["day"]))
    return told(reading, None, said_year=True)


def numeric_day_first(match: Match, context: Context) -> Reading | None:
    """1/2/2020: the day first."""
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
    if context.same_sentence and context.last is not None and context.last.last is not None:
        day, source = context.last.last, context.last_quote
    return Reading("clock", edtf, day, day, inferred_from=source)


DAYPART = r"(?P<daypart>凌晨|清晨|早上|早晨|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|夜间|夜里|半夜|午夜|早|晚)"
NOT_A_MONTH = r"(?![龄亮球饼租嫂供薪卡票均老子牙报刊度间余多以])"
NOT_A_YEAR = r"(?![级轮龄代多余])"

# Examples are written for this table.
# fmt: off
RULES = (
    Rule("plan", r"(?:(?<=[“\"『「])(?P<plan>[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五(?=[”\"』」])(?![”\"』」](?:规划|计划|目标|纲要))|(?P<plan>十[一二三四六七八九])五(?=期间|时期|以来|末|初|开局|收官))", plan, "“十四五”期间"),
    Rule("numeric", rf"(?<![0-9０-９.．\-/])(?P<year>[12１２]{D}{{3}})(?:[-/.．－]|\s(?={D}{D}?\s{D}))(?P<month>{D}{{1,2}})(?:[-/.．－]|\s)(?P<day>{D}{{1,2}})(?![0-9０-９]|[-/.．]\d)", numeric, "2025-12-17"),
    Rule("numeric", rf"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![0-9A-Za-z.%％万亿元])", numeric, "20251217"),
    Rule("numeric day first", r"(?<![0-9.\-/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![0-9/])", numeric_day_first, "1/2/2020"),
    Rule("years", rf"{NOT_IN_NUMBER}(?P<first>[12１２]{D}{{3}}|[一二][〇零○九]{C}{{2}})年?{TO}(?P<last>[12１２]{D}{{3}}|[一二][〇零○九]{C}{{2}}|{D}{{2}})年度?", years, "2016—2020年"),
    Rule("decade", rf"(?:(?P<century>上个?|本|新|{NUMBER})世纪(?P<decade>{C}十|{D}0)年代|(?<![0-9０-９]|{C})(?P<decade>[5-9５-９][0０]|[五六七八九]十)年代)(?P<edge>初期?|末期?|中期|中叶|前期|后期|以来)?", decade, "20世纪90年代末"),
    Rule("century", rf"(?P<century>上个?|本|{NUMBER})世纪(?P<edge>初|末|中叶|中期|前期|后期)?(?!大道|公园|广场|[杯城之金华])", decade, "21世纪初"),
    Rule("week of month", rf"{MAYBE_YEAR}(?:{MONTH}|{NEAR_MONTH})的?(?:第(?P<count>{NUMBER})|(?P<count>最后)一)个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])?", week_of_month, "5月的第二个星期日"),
    Rule("week of year", rf"{THE_YEAR}的?第(?P<count>{NUMBER})个?(?:周|星期)(?![岁年])", week_of_year, "2021年第二周"),
    Rule("nth month", rf"{THE_YEAR}的?第(?P<count>{NUMBER})个月", nth_month, "2021年的第三个月"),
    Rule("last months", rf"{THE_YEAR}的?最[后後]\s?(?P<count>{NUMBER})\s?个月", last_months, "2021年的最后4个月"),
    Rule("first months", rf"{MAYBE_YEAR}[前头首](?P<count>{NUMBER})\s?个月", first_months, "今年前10个月"),
    Rule("quarters", rf"{MAYBE_YEAR}前(?P<quarter>[二三两四2-4])个?季度", quarters, "2024年前三季度"),
    Rule("quarter", rf"{MAYBE_YEAR}(?P<quarter>(?<![0-9０-９前近每连续])[一二三四1-4１-４首])季度(?P<edge>初|末)?|{MAYBE_YEAR}第(?P<quarter>[一二三四1-4])季度", quarter, "今年一季度"),
    Rule("near quarter", r"(?P<near_quarter>[本上下当])一?个?季度(?P<edge>初|末)?", near_quarter, "上季度"),
    Rule("half year", rf"{MAYBE_YEAR}(?P<half>[上下前后])个?半年(?!度)", half_year, "2017年上半年"),
    Rule("half month", rf"(?:{MAYBE_YEAR}{MONTH}|{NEAR_MONTH})?(?P<half>[上下])半月(?!板|刊)", half_month, "12月上半月"),
    Rule("months", rf"{MAYBE_YEAR}{NOT_IN_NUMBER}(?P<first>{NUMBER})(?:月份?)?{TO}(?P<last>{NUMBER})月份?{NOT_A_MONTH}(?!\s?{NUMBER}[日号])", months, "2025年1—11月份"),
    Rule("days", rf"(?:{MAYBE_YEAR}{MONTH}|{NEAR_MONTH})(?P<first>{NUMBER})[日号]?{TO}(?P<last>{NUMBER})[日号]", days, "12月3日至5日"),
    Rule("day", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH}){DAY}(?![线楼院店])", day, "2025年12月17日"),
    Rule("month part", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH})月?(?P<part>上旬|中旬|下旬|初|底|末)", month_part, "今年6月底"),
    Rule("month", rf"(?:{MAYBE_YEAR}{NOT_IN_NUMBER}{MONTH}|{NEAR_MONTH}){NOT_A_MONTH}", month, "去年12月"),
    Rule("bare month part", r"(?<![0-9０-９一二三四五六七八九十个])(?P<part>月底|月初|月末|上旬|中旬|下旬)", bare_month_part, "月底"),
    Rule("so far", r"(?P<since>今年以来|年初以来|年初至今|本月以来|入[春夏秋冬]以来)", so_far, "今年以来"),
    Rule("year part", rf"{THE_YEAR}年?(?P<edge>[底末初]|中(?=[，,、期]|$)|伊始)|(?<![0-9０-９一二三四五六七八九十百千万几多半数来])(?P<edge>年底|年初)", year_part, "2008年底"),
    Rule("season", rf"{THE_YEAR}(?P<season>[春夏秋冬])[季天]?(?!粮)|(?P<near_season>[今去明])(?P<season>[春夏秋冬])", season, "今年夏天"),
    Rule("whole year", rf"(?:(?<![0-9０-９.．]|{C})(?P<year>{YEAR})\s?年度?(?:全年)?{NOT_A_YEAR}|(?P<near>{NEAR_YEAR})(?!同期)(?:全年)?)", whole_year, "2025年"),
    Rule("days", rf"(?<![0-9０-９.．,，%％月十百千万每近第]|{C})(?P<first>{NUMBER})日?{TO}(?P<last>{NUMBER})日(?![内元均游间])", days, "3日至5日"),
    Rule("bare day", rf"(?<![0-9０-９.．,，/:：每近第期达续共历十百千万几余多前后首同]|{C})(?P<day>{NUMBER})日(?![内均元游间照以之后前报刊常立本语系新夜落后])", bare_day, "26日"),
    Rule("near day", r"(?P<near_day>大前|大大后|大后|[今昨前明后本])(?:天|日(?![报刊头中历])|晚|晨|夜|早)", near_day, "昨天"),
    Rule("same day", r"(?P<same_day>当|次|翌|同)(?:天|日|晚|晨|夜)", same_day, "次日"),
    Rule("weekday", r"(?P<near_week>[本这]|上+|下+)一?[个個]?(?:[周週]|星期|[礼禮]拜)(?P<weekday>[一二三四五六日天末])?|(?<![一二两三四五六七八九十百千0-9０-９每逢周星几])(?:[周週]|星期|[礼禮]拜)(?P<weekday>[一二三四五六日天])(?![至到—\-、围般])", weekday, "本周三"),
    Rule("dotted day", rf"(?<![0-9０-９.．·])(?P<month>{D}{{1,2}})[·](?P<day>{D}{{1,2}})(?![0-9０-９.．·万亿%])", dotted_day, "3·15"),
    Rule("clock", rf"{DAYPART}?(?<![0-9０-９.．:：/\-])(?P<hour>{D}{{1,2}})\s?[:：]\s?(?P<minute>{D}{{2}})(?:[:：](?P<second>{D}{{2}}))?(?![0-9０-９.．:：])", clock, "9:30"),
    Rule("clock", rf"{DAYPART}?(?<![0-9０-９.．]|{C})(?P<hour>{NUMBER})时(?!代|候|期|间|节|空|而|尚|任|常|许|段|隔|有|不|速|差)(?:(?P<minute>{NUMBER})分(?!之))?(?:(?P<second>{NUMBER})秒)?", clock, "21时27分"),
    Rule("clock", rf"{DAYPART}(?P<hour>{NUMBER})点(?:(?P<minute>半|一刻|三刻|{NUMBER}(?=分))分?)?(?!子)", clock, "下午3点半"),
    Rule("clock", rf"(?<![0-9０-９.．]|{C})(?P<hour>{NUMBER})点(?:(?P<minute>半|[一三13]刻|{NUMBER}(?=分))分?|(?=钟|整|许|左右|多钟))(?!子)", clock, "8点半"),
)
# fmt: on

TRIGGER = regex.compile(r"[年月日号季周週星禮礼世天晚晨夜时点旬五夏秋春冬:：·]|\d[-/.]\d|\d{8}|\d{4} \d")
"""Characters one of which every date has: a sentence without them is passed over."""
