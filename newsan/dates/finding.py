"""Sentences -> dates: one scan for all forms, each resolved in the light of those before it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from newsan.dates.datelines import DATELINE, own_day, sent_on
from newsan.dates.joining import CONNECTOR, Found, bounded, put
from newsan.dates.readings import date_reading
from newsan.dates.resolving import Context
from newsan.dates.roles import is_about, role, within_title
from newsan.dates.scanning import Scan
from newsan.dates.stated import Printed
from newsan.models import Date, Sentence
from newsan.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

FUTURE = compiled(r"(?:将|拟|预计|计划|定|力争|确保|请|截止时间为?)[^，。；,;]{0,8}$")
FUTURE_AFTER = compiled(
    r"[，,]?(?:将|拟)|前(?:报[名送到]|提交|申[报请]|完成|交|寄|登记|缴|领取)|截止|起(?:正式)?(?:施行|实施|执行|生效|启用)"
)
WEEKDAY = "(?:周|星期)[一二三四五六日天]"
AND = r"(?:[至到、和]|[—―\-~～]{1,2})"
RECURRING = compiled(
    r"每个?[月季年](?:的?(?:第[一二三四五1-5]个?|最后一?个?|首个?))$"
    r"|每(?:年|个?月|个?周|个?星期|日|天|晚|逢|个?工作日)的?$"
    rf"|每个?{WEEKDAY}(?:{AND}(?:周|星期)?[一二三四五六日天])*{AND}?\s?$"
    rf"|(?<![上下本这]){WEEKDAY}(?:{AND}(?:周|星期)?[一二三四五六日天])+\s?$"
)
"""What comes again and again (每年3月, 每日8:00) is no day of the calendar."""
LATE_HOUR = r"1[3-9]|2[0-4]|十[三四五六七八九]|二十"
"""An hour after noon that is printed as such: 15时, not 下午3点."""
NOON = 12
REACH = 16
"""Characters before a date that tell how it is meant."""
TODAY = tuple(f"{word}{bracket}" for word in ("今天", "今日") for bracket in "（(")
"""今天（12月16日）: what the text calls today from there on."""
NEAR_DAYS = tuple(f"{day}{unit}{bracket}" for day in "昨今明" for unit in "天日晚晨早" for bracket in "（(")
LISTED = compiled(r"\s?[、，,；;和及与]?\s?")
DATED = compiled(r"[0-9０-９]|[〇零○一二三四五六七八九十]{1,4}(?:[年月日号]|世纪|季度)")


def find_dates(sentences: Sequence[Sentence], reference: dt.date | None) -> list[Date]:
    """Return the dates of an article in reading order; none overlap.

    ``reference`` is the day relative dates count from; without one, the day the article tells of itself serves.
    """
    context = Context(reference)
    if reference is None and (own := own_day(sentences)) is not None:
        context = Context(*own)
    if len(sentences) == 1:
        from newsan.dates.alone import read_alone

        if (alone := read_alone(sentences[0].text, context)) is not None:
            return [record(Found(*alone), sentences[0], 1)]
    dates: list[Date] = []
    paragraph = None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            context = context._replace(year=None, year_quote=None, last=None, last_quote=None)
        sent = sent_on(sentence.text, context.reference)
        if context.last_here or context.year is not None:
            context = context._replace(year_age=context.year_age + 1, last_here=False)
        if sent is not None:
            context = context._replace(today=sent, today_source=DATELINE)
        found, context = read_sentence(sentence.text, context)
        dates += (record(item, sentence, number) for number, item in enumerate(found, start=len(dates) + 1))
    return dates


def read_sentence(text: str, context: Context) -> tuple[list[Found], Context]:
    """Return the dates of a sentence and what they leave known for the next."""
    found: list[Found] = []
    scan = Scan(text)
    position = 0
    while (following := scan.next(position)) is not None:
        rule, match = following
        if in_title(match):
            position = match.end
            continue
        recurs = RECURRING.search(match.text, max(0, match.start - REACH), match.start) is not None
        recurs = recurs or goes_on_recurring(match, found)
        # Nothing is known of the day of what recurs.
        here = Context() if recurs else context_at(match, found, context)
        try:
            reading = rule.means(match, here)
        except (ValueError, OverflowError):
            # A count that leads past the first or last year of the calendar.
            reading = None
        if reading is None:
            scan.reject()
            continue
        position = match.end
        item = Found(match.start, match.end, reading, False, recurs)
        item = put(found, item, text)
        context = learn(context, item, text)
    return [item._replace(reading=bounded(item, text, context)) for item in found], context


def in_title(match: Printed) -> bool:
    """Return whether a match is a word of a work's title (《明日之后》, 《七夕》) that counts no year, month or day."""
    if DATED.search(match.text, match.start, match.end):
        return False
    return within_title(match.text, match.start)


def context_at(match: Printed, found: list[Found], context: Context) -> Context:
    """Return what is known where a match stands: whether it looks ahead, and what the stretch it ends began with."""
    ahead = FUTURE.search(match.text, max(0, match.start - REACH), match.start) or FUTURE_AFTER.match(
        match.text, match.end
    )
    if match.text.endswith(NEAR_DAYS, 0, match.start):
        # 2008年…，今天（4月13日）: the day in the brackets is one of the edition's.
        context = context._replace(year=None)
    connected = bool(found) and LISTED.fullmatch(match.text, found[-1].end, match.start) is not None
    context = context._replace(future=ahead is not None, connected=connected)
    if not found or not CONNECTOR.fullmatch(match.text, found[-1].end, match.start):
        return context
    start = found[-1].reading
    if start.kind == "clock":
        day = None if start.first is None else date_reading(start.first)
        hour = int(start.edtf[1:3])
        by_the_clock = compiled(LATE_HOUR).search(match.text, found[-1].start, found[-1].end) is not None
        afternoon = 0 if hour < NOON or by_the_clock else hour
        return context._replace(last=day, last_quote=start.inferred_from, last_here=True, afternoon=afternoon)
    if start.year is None:
        return context
    return context._replace(
        year=start.year, year_quote=start.inferred_from, year_age=0, year_whole=True, connected=True
    )


def goes_on_recurring(match: Printed, found: list[Found]) -> bool:
    """Return whether a match goes on with what recurs: 每日8:00—11:30、13:30—17:00, 每年5月1日至5日."""
    return (
        bool(found)
        and found[-1].recurs
        and any(between.fullmatch(match.text, found[-1].end, match.start) for between in (CONNECTOR, LISTED))
    )


def learn(context: Context, found: Found, text: str) -> Context:
    """Return the context with what a date leaves known."""
    reading, quote = found.reading, text[found.start : found.end]
    if (
        reading.kind == "clock"
        or found.recurs
        or role(text, found.start, found.end) == "baseline"
        or (reading.first is None and reading.last is None and context.reference is not None)
    ):
        return context
    if reading.said_year and reading.year is not None and is_about(text, found.start):
        whole = reading.month is None
        context = context._replace(
            year=reading.year,
            year_quote=quote,
            year_age=0,
            year_whole=whole,
            about=reading.year if whole else context.about,
        )
    if quote.startswith(TODAY) and reading.first is not None:
        context = context._replace(today=reading.first, today_source=quote)
    if reading.day is not None and text[found.end : found.end + 1] in ("电", "電", "讯", "訊"):
        context = context._replace(sent=reading)
    if reading.month is not None or reading.year is not None:
        context = context._replace(last=reading, last_quote=quote, last_here=True)
    return context


def record(found: Found, sentence: Sentence, number: int) -> Date:
    """Return a date as the analysis carries it."""
    reading = found.reading
    return Date(
        id=number,
        role="recurring" if found.recurs else role(sentence.text, found.start, found.end),
        quote=sentence.text[found.start : found.end],
        start=sentence.start + found.start,
        end=sentence.start + found.end,
        kind=reading.kind,
        edtf=reading.edtf,
        from_=None if reading.first is None else reading.first.isoformat(),
        to=None if reading.last is None else reading.last.isoformat(),
        inferred_from=reading.inferred_from,
    )
