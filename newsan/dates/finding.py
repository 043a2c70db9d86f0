"""Sentences -> dates: one scan for all forms, each resolved in the light of those before it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from newsan.dates.alone import read_alone
from newsan.dates.calendar_forms import AFTERNOON
from newsan.dates.joining import CONNECTOR, Found, bounded, put
from newsan.dates.readings import date_reading
from newsan.dates.resolving import DATELINE, Context
from newsan.dates.scanning import Scan
from newsan.dates.stated import Printed
from newsan.models import Date, DateRole, Sentence
from newsan.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

FUTURE = compiled(r"(?:将|拟|预计|计划|定|力争|确保)[^，。；,;]{0,8}$")
FUTURE_AFTER = compiled(r"[，,]?(?:将|拟)|起(?:正式)?(?:施行|实施|执行|生效|启用)")
NOT_ABOUT = compiled(r"(?:[较比从自由超破与和同及]|相比|截止到|关于|《[^》]*)[“\"]?$")
"""A year after these words is compared with or part of a name: the paragraph is not about it."""
DATELINE_FORMS = (
    compiled(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?(?:电|讯|消息|报道)"),
    compiled(
        r"^\s*(?:发布时间|时间|日期)[:：]?\s?(?P<year>(?:19|20)\d\d)[-年/.](?P<month>\d{1,2})[-月/.](?P<day>\d{1,2})"
    ),
)
"""Datelines that print their year, and the line of a web page that tells when it was put up."""


RECURRING = compiled(
    r"每(?:年|个?月|个?周|个?星期|日|天|晚|逢|个?工作日)的?$"
    r"|(?<![上下本这])(?:周|星期)[一二三四五六日天](?:(?:[至到、]|[—\-~～]{1,2})(?:周|星期)?[一二三四五六日天])?\s?$"
)
"""What comes again and again (每年3月, 每日8:00) is no day of the calendar."""
LISTED = compiled(r"\s?[、，,；;和及与]?\s?")
TITLE = compiled(r"《[^》]*")
DATED = compiled(r"[0-9０-９]|[〇零○一二三四五六七八九十]{1,4}(?:[年月日号]|世纪|季度)")
NUMERAL = compiled(r"[0-9０-９〇零○一二三四五六七八九十廿卅]")
NOW = compiled(r"现在|此刻|年内|(?:今[天日年]|本[日年月周]|本季度|这个月|这周|本月份|本年度)(?:全年)?")
"""Words that say no more than the edition's own date."""
COMPARED = compiled(
    r"(?:较|(?<![占对正反])比|超过?|高于|低于|多于|少于|好于|强于|相当于|相对于|优于)了?[“‘]?$"
)
BESIDE = compiled(r"(?:[与同和跟][^，。；]{0,6}|与)$")
COMPARED_AFTER = compiled(r"(?:的?[^，。；]{0,6})?(?:相比|相当|持平|相同|一样)")


def find_dates(sentences: Sequence[Sentence], reference: dt.date | None) -> list[Date]:
    """Return the dates of an article in reading order; none overlap.

    ``reference`` is the day relative dates count from; without one, a dateline that prints its year serves.
    """
    context = Context(reference)
    if reference is None:
        context = next(
            (Context(day, DATELINE) for day in map(dateline, sentences) if day is not None), context
        )
    if len(sentences) == 1 and (alone := read_alone(sentences[0].text, context)) is not None:
        return [record(Found(*alone), sentences[0], 1)]
    dates: list[Date] = []
    paragraph = None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            context = context._replace(year=None, year_quote=None, last=None, last_quote=None)
        context = context._replace(year_age=context.year_age + 1, last_here=False)
        found, context = read_sentence(sentence.text, context)
        dates += (record(item, sentence, number) for number, item in enumerate(found, start=len(dates) + 1))
    return dates


def dateline(sentence: Sentence) -> dt.date | None:
    """Return the whole date of a dateline (…2008年5月22日电)."""
    for form in DATELINE_FORMS:
        if match := form.search(sentence.text):
            try:
                return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                return None
    return None


def read_sentence(text: str, context: Context) -> tuple[list[Found], Context]:
    """Return the dates of a sentence and what they leave known for the next."""
    found: list[Found] = []
    scan = Scan(text)
    position = 0
    while (following := scan.next(position)) is not None:
        rule, match = following
        position = match.end
        if in_title(match):
            continue
        try:
            reading = rule.means(match, context_at(match, found, context))
        except (ValueError, OverflowError):
            # A count that leads past the first or last year of the calendar.
            reading = None
        if reading is None:
            position = match.start + 1
            continue
        item = Found(match.start, match.end, reading)
        item = put(found, item, text)
        context = learn(context, item, text)
    return [item._replace(reading=bounded(item, text, context)) for item in found], context


def in_title(match: Printed) -> bool:
    """Return whether a match is a word of a work's title (《明日之后》, 《七夕》) that counts no year, month or day."""
    if DATED.search(match.text, match.start, match.end):
        return False
    return within_title(match.text, match.start)


def within_title(text: str, start: int) -> bool:
    """Return whether what begins there stands in the title of a work."""
    opening = text.rfind("《", 0, start)
    return opening >= 0 and TITLE.fullmatch(text, opening, start) is not None


def context_at(match: Printed, found: list[Found], context: Context) -> Context:
    """Return what is known where a match stands: whether it looks ahead, and what the stretch it ends began with.

    Nothing is known of what recurs.
    """
    before = match.text[max(0, match.start - 12) : match.start]
    if RECURRING.search(before) or goes_on_recurring(match, found, context):
        return Context()
    ahead = FUTURE.search(before) or FUTURE_AFTER.match(match.text, match.end)
    connected = bool(found) and LISTED.fullmatch(match.text, found[-1].end, match.start) is not None
    context = context._replace(future=ahead is not None, connected=connected)
    if not found or not CONNECTOR.fullmatch(match.text, found[-1].end, match.start):
        return context
    start = found[-1].reading
    if start.kind == "clock":
        day = None if start.first is None else date_reading(start.first)
        afternoon = match.text[found[-1].start : found[-1].end].startswith(AFTERNOON)
        return context._replace(last=day, last_quote=start.inferred_from, last_here=True, afternoon=afternoon)
    if start.year is None:
        return context
    return context._replace(
        year=start.year, year_quote=start.inferred_from, year_age=0, year_whole=True, connected=True
    )


def goes_on_recurring(match: Printed, found: list[Found], context: Context) -> bool:
    """Return whether a match goes on with what recurs: 每日8:00—11:30、13:30—17:00, 每年5月1日至5日."""
    return (
        context.reference is not None
        and bool(found)
        and found[-1].reading.first is None
        and found[-1].reading.last is None
        and any(between.fullmatch(match.text, found[-1].end, match.start) for between in (CONNECTOR, LISTED))
    )


def learn(context: Context, found: Found, text: str) -> Context:
    """Return the context with what a date leaves known."""
    reading, quote = found.reading, text[found.start : found.end]
    if (
        reading.kind == "clock"
        or role(found, text) == "baseline"
        or (reading.first is None and reading.last is None and context.reference is not None)
    ):
        return context
    if (
        reading.said_year
        and reading.year is not None
        and not NOT_ABOUT.search(text[max(0, found.start - 12) : found.start])
        and not within_title(text, found.start)
    ):
        whole = reading.month is None
        context = context._replace(
            year=reading.year,
            year_quote=quote,
            year_age=0,
            year_whole=whole,
            about=reading.year if whole else context.about,
        )
    if reading.month is not None or reading.year is not None:
        context = context._replace(last=reading, last_quote=quote, last_here=True)
    return context


def role(found: Found, text: str) -> DateRole:
    """Return what a date is there for.

    今年 and 今天 only say the edition's own date again; 去年 in 较去年增长 is what a figure is compared with, as 同比 is.
    A date that prints a number is told for its own sake.
    """
    quote = text[found.start : found.end]
    if NUMERAL.search(quote):
        return "time"
    if NOW.fullmatch(quote):
        return "now"
    before = text[max(0, found.start - 12) : found.start]
    if (
        quote.endswith("同期")
        or COMPARED.search(before)
        or (BESIDE.search(before) and COMPARED_AFTER.match(text, found.end))
    ):
        return "baseline"
    return "time"


def record(found: Found, sentence: Sentence, number: int) -> Date:
    """Return a date as the analysis carries it."""
    reading = found.reading
    return Date(
        id=number,
        role=role(found, sentence.text),
        quote=sentence.text[found.start : found.end],
        start=sentence.start + found.start,
        end=sentence.start + found.end,
        kind=reading.kind,
        edtf=reading.edtf,
        from_=None if reading.first is None else reading.first.isoformat(),
        to=None if reading.last is None else reading.last.isoformat(),
        inferred_from=reading.inferred_from,
    )
