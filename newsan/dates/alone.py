"""Expressions that name a time only where they are the whole text: 24年, 12/1, 3天内, 半小时前.

In running text these are counts, fractions and scores; a text that is nothing else (the stamp of a web page, the cell
of a form, what a caller wants to know the days of) is read as a time counted from the reference date.
"""

from __future__ import annotations

import datetime as dt

from newsan.dates import lunar
from newsan.dates.calendar_forms import bare_day
from newsan.dates.clock_forms import clock
from newsan.dates.digits import read_number, read_year
from newsan.dates.forms import DAYPART, NUMBER, D, Rule, longest_first
from newsan.dates.readings import (
    Reading,
    date_reading,
    day_reading,
    month_end,
    span_reading,
    told,
    year_reading,
)
from newsan.dates.relative_forms import counted, step
from newsan.dates.resolving import Context, infer_year
from newsan.dates.stated import Printed
from newsan.dates.yearly_forms import festival
from newsan.patterns import compiled

LONGEST = 16
"""Characters of the longest text that is tried."""
HOURS = {"小时": 60, "钟头": 60, "刻钟": 15, "分钟": 1}
"""Minutes of each."""
WORKDAYS = 5
"""Working days of a week."""


def hours_from_now(match: Printed, context: Context) -> Reading | None:
    """半小时前, 17钟头后, 60小时前: the day; the hour of the reference is not known, so hours are rounded to days."""
    if context.reference is None:
        return None
    count = 30 if match["count"] == "半" else 60 * read_number(match["count"])
    minutes = count * HOURS[match["unit"]] // 60
    days = (minutes + 720) // 1440
    ago = match["way"] in ("前", "之前", "以前")
    date = context.reference + dt.timedelta(days=-days if ago else days)
    return told(date_reading(date)._replace(kind="clock"), context.source)


def hours_around(match: Printed, context: Context) -> Reading | None:
    """未来48小时, 过去的50分钟里, 半小时内: from or to the reference date."""
    now = context.reference
    if now is None:
        return None
    count = 30 if match["count"] == "半" else 60 * read_number(match["count"])
    days = dt.timedelta(days=(count * HOURS[match["unit"]] // 60 + 720) // 1440)
    past = (match.get("side") or "").startswith(("过去", "最近"))
    return told(span_reading(now - days, now) if past else span_reading(now, now + days), context.source)


def within(match: Printed, context: Context) -> Reading | None:
    """17天内, 15个工作日内, 3年半以内: from the reference date to the last day of it, of a count of years its last month."""
    now, unit = context.reference, match["unit"]
    if now is None:
        return None
    half = "半" in unit or match.get("half") is not None
    count = 0 if match["count"] == "半" else read_number(match["count"])
    half = half or match["count"] == "半"
    if "工作日" in unit:
        last: dt.date | None = now
        for _ in range(count):
            last = None if last is None else next_workday(last)
    else:
        last = step(now, 1, unit.replace("半", ""), count, half=half)
        if last is not None and unit == "年":
            last = last.replace(day=month_end(last.year, last.month))
    return None if last is None else told(span_reading(now, last), context.source)


def next_workday(day: dt.date) -> dt.date:
    """Return the next day from Monday to Friday; feasts are not known here."""
    return day + dt.timedelta(days=max(1, 8 - day.isoweekday()) if day.isoweekday() >= WORKDAYS else 1)


def two_digit_year(match: Printed, context: Context) -> Reading | None:
    """24年."""
    del context
    return year_reading(read_year(match["year"]))._replace(said_year=True)


def month_and_day(match: Printed, context: Context) -> Reading | None:
    """12/1, 09-01."""
    month, day = read_number(match["month"]), read_number(match["day"])
    year, source = infer_year(context, month, day)
    return told(day_reading(year, month, day), source)


def now(match: Printed, context: Context) -> Reading | None:
    """现在, 上午: the reference date."""
    if context.reference is None:
        return None
    reading = date_reading(context.reference)
    return told(reading._replace(kind="clock") if match.get("daypart") else reading, context.source)


AROUND = r"(?P<side>未来|今后|接下来|过去|最近)"
MINUTES = rf"(?P<count>{NUMBER}|半|两)\s?个?半?(?P<unit>小时|钟头|刻钟|分钟)"
WAY = "(?P<way>之?前|以前|之?后)"


def rules() -> tuple[Rule, ...]:
    """Return the rules, each of which has to match the whole text."""
    _, _, weak = lunar.festivals()
    # fmt: off
    return (
        Rule("hours from now", "", hours_from_now, "半小时前", rf"{MINUTES}{WAY}"),
        Rule("hours around now", "", hours_around, "未来48小时", rf"{AROUND}的?{MINUTES}以?[内里]?"),
        Rule("hours to come", "", hours_around, "半小时内", rf"{MINUTES}以?内"),
        Rule("days to come", "", within, "15个工作日内", rf"(?P<count>{NUMBER}|两|半)\s?(?P<unit>年|个半?月|天|日|个?[周星]期?|个工作日)(?P<half>半)?以?内"),
        Rule("lately", "", counted, "近半年", rf"(?P<after>近)(?P<count>{NUMBER}|两|半)\s?(?P<unit>年|个月|个?[周星]期?|[天日])"),
        Rule("day", "", bare_day, "8号", rf"(?P<day>{NUMBER})[日号]"),
        Rule("hour", "", clock, "21点", rf"(?P<hour>{NUMBER})点"),
        Rule("year of two digits", "", two_digit_year, "24年", rf"(?P<year>{D}{{2}})年"),
        Rule("month and day", "", month_and_day, "12/1", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})|(?P<month>\d\d)-(?P<day>\d\d)"),
        Rule("feast", "", festival, "五一", rf"(?P<festival>{longest_first(weak)})"),
        Rule("now", "", now, "现在", rf"(?:现在|此刻)|{DAYPART}|(?P<daypart>白天)"),
    )
    # fmt: on


def read_alone(text: str, context: Context) -> tuple[int, int, Reading] | None:
    """Return where in a short text the time stands that is all it says, and what it means."""
    stripped = text.strip()
    if not 0 < len(stripped) <= LONGEST:
        return None
    start = text.index(stripped)
    for rule in rules():
        match = compiled(rule.pattern).fullmatch(stripped)
        if match is not None:
            parts = {name: part for name, part in match.groupdict().items() if part is not None}
            try:
                reading = rule.means(Printed(stripped, 0, len(stripped), parts), context)
            except (ValueError, OverflowError):
                reading = None
            if reading is not None:
                return start, start + len(stripped), reading
    return None
