"""What 昨天, 次日, 上周三, 今年以来 and 3天后 mean: forms that count from the edition or from a date before them."""

from __future__ import annotations

import datetime as dt

from newsan.dates.digits import read_number
from newsan.dates.lunar import latest_term
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
    told,
    year_reading,
)
from newsan.dates.resolving import Context
from newsan.dates.stated import Printed


def near_quarter(match: Printed, context: Context) -> Reading | None:
    """上季度, 本季度."""
    if context.reference is None:
        return None
    now = context.reference.year * 4 + (context.reference.month - 1) // 3
    year, index = divmod(now + {"上": -1, "下": 1}.get(match["near_quarter"], 0), 4)
    if match.get("edge"):
        of_quarter = index * 3 + (1 if match["edge"] == "初" else 3)
        return told(part_of_month(year, of_quarter, 1, None), context.source)
    return told(quarters_reading(year, index + 1, index + 1), context.source)


def so_far(match: Printed, context: Context) -> Reading | None:
    """今年以来: from the first day of the year to the edition."""
    if context.reference is None:
        return None
    first = dt.date(context.reference.year, 1, 1)
    if match["since"].startswith("本月"):
        first = context.reference.replace(day=1)
    elif season := match.get("season"):
        begun = latest_term(f"立{season}", context.reference)
        if begun is None:
            return None
        first = begun
    return told(span_reading(first, context.reference), context.source, said_year=True)


def lately(match: Printed, context: Context) -> Reading | None:
    """近几年, 这些年: up to the edition; since when is not said."""
    del match
    if context.reference is None:
        return None
    reading = Reading("period", f"../{context.reference.isoformat()}", None, context.reference)
    return told(reading, context.source)


DAY_SHIFTS = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "本": 0, "即": 0, "明": 1, "后": 2, "大后": 3, "大大后": 4,
}  # fmt: skip
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}


def near_day(match: Printed, context: Context) -> Reading | None:
    """今天, 昨日, 今晚: counted from the edition, behind a dateline (新华社北京12月17日电) from its day."""
    today, source = context.reference, context.source
    if context.today is not None:
        today, source = context.today, context.today_source or source
    if today is None:
        return None
    return told(date_reading(today + dt.timedelta(DAY_SHIFTS[match["near_day"]])), source)


def day_years_ago(match: Printed, context: Context) -> Reading | None:
    """五年前的今天, 三年前的9月: a day or month so many years before the edition."""
    if context.reference is None:
        return None
    year = context.reference.year - read_number(match["count"])
    if match.parts.get("month") is None:
        day = min(context.reference.day, month_end(year, context.reference.month))
        return told(date_reading(dt.date(year, context.reference.month, day)), context.source)
    month = read_number(match["month"])
    of_month = match.parts.get("day")
    reading = (
        months_reading(year, month, month)
        if of_month is None
        else day_reading(year, month, read_number(of_month))
    )
    return told(reading, context.source)


def same_day(match: Printed, context: Context) -> Reading | None:
    """当天, 次日: counted from the last day the text names."""
    last = context.last
    shift = 1 if match["same_day"] in ("次", "翌", "第二") else 0
    if last is not None and last.first is not None and last.first == last.last:
        return told(date_reading(last.first + dt.timedelta(shift)), context.last_quote)
    if context.reference is None or shift:
        return None
    return told(date_reading(context.reference), context.source)


def weekday(match: Printed, context: Context) -> Reading | None:
    """上周三, 本周末, 星期五: a bare one is the day of the edition's own week."""
    if context.reference is None:
        return None
    near = match.get("near_week") or ""
    monday = context.reference + dt.timedelta(
        7 * (near.count("下") - near.count("上")) - context.reference.weekday()
    )
    name = match.get("weekday")
    if name in WEEKDAYS:
        return told(date_reading(monday + dt.timedelta(WEEKDAYS[name])), context.source)
    first = monday + dt.timedelta(5 if name == "末" else 0)
    return told(span_reading(first, monday + dt.timedelta(6)), context.source)


def weekdays(match: Printed, context: Context) -> Reading | None:
    """本周一至周五."""
    ends = []
    for name in (match["weekday"], match["until"]):
        parts = {"near_week": match["near_week"], "weekday": name}
        ends.append(weekday(Printed(match.text, match.start, match.end, parts), context))
    first, last = ends
    if first is None or last is None or first.first is None or last.last is None or first.first >= last.last:
        return None
    return told(span_reading(first.first, last.last), context.source)


def roughly_ago(match: Printed, context: Context) -> Reading | None:
    """二十几年前: from nearly thirty years ago to twenty."""
    if context.reference is None:
        return None
    tens = read_number(match["tens"])
    last = context.reference.year - tens
    return told(year_reading(last - 10, last)._replace(year=None), context.source)


def half_week(match: Printed, context: Context) -> Reading | None:
    """下半周: Thursday to Sunday."""
    if context.reference is None:
        return None
    monday = context.reference - dt.timedelta(context.reference.weekday())
    first, last = (0, 2) if match["half"] in "上前" else (3, 6)
    return told(span_reading(monday + dt.timedelta(first), monday + dt.timedelta(last)), context.source)


def counted(match: Printed, context: Context) -> Reading | None:
    """3天后, 半年前, 近三年, 未来两个月, 五年来: a count of days, weeks, months or years from the edition.

    With no day to count from it is a duration, which is no date.
    """
    groups = match.parts
    unit, after, before = groups["unit"], groups.get("after", ""), groups.get("before", "")
    now, source = context.reference, context.source
    later = before.endswith("后")
    if later and context.last is not None and context.last.day is not None:
        # 5天后 in a story follows the day told before.
        now, source = context.last.first, context.last_quote or source
    elif later and unit == "年" and context.last is not None and context.last.year is not None:
        now, source = dt.date(context.last.year, 1, 1), context.last_quote or source
    elif later and not told_of_the_future(match, unit, context):
        return None
    if now is None:
        return None
    count = 0 if groups["count"] == "半" else read_number(groups["count"])
    half = groups["count"] == "半" or "半" in unit or groups.get("half") is not None
    backward = before.endswith(("前", "来")) or after.startswith(("近", "最近", "过去"))
    days = step(now, -1 if backward else 1, unit, count, half=half)
    if before.endswith(("前", "后")):
        return told(at_precision(days, unit, half=half), source)
    if backward:
        if before.endswith("来") and (unit[-1] == "月" or (unit == "年" and half)):
            # Who counts months begins with a whole one.
            days = days.replace(day=1)
        return told(span_reading(days, now), source)
    return told(span_reading(now, days - dt.timedelta(days=1)), source)


def told_of_the_future(match: Printed, unit: str, context: Context) -> bool:
    """Return whether 两年后 counts from the edition: alone, or told of the future.

    In a story it counts from what was told before, which is no date here (两年后，他回到家乡).
    """
    alone = not (match.text[: match.start] + match.text[match.end :]).strip()
    behind = match.text[match.end : match.end + 1]
    return alone or context.future or (unit[-1] != "年" and behind not in ("，", ",") and bool(behind))


def step(now: dt.date, sign: int, unit: str, count: int, *, half: bool) -> dt.date:
    """Return the day some days, weeks, months or years from now; half a year is six months, half a month 15 days.

    Raises ``ValueError`` or ``OverflowError`` past the ends of the calendar.
    """
    if unit[-1] in "天日":
        return now + sign * dt.timedelta(days=count + half)
    if unit[-1] in "周期拜":
        return now + sign * dt.timedelta(days=7 * count)
    months = {"月": count, "度": 3 * count}.get(unit[-1], 12 * count + 6 * half)
    year, month = add_months(now.year, now.month, sign * months)
    moved = now.replace(year=year, month=month, day=min(now.day, month_end(year, month)))
    return moved + sign * dt.timedelta(days=15 if half and unit[-1] == "月" else 0)


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
