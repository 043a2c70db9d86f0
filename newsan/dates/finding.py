"""Sentences -> dates: one scan for all forms, each resolved in the light of those before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from newsan.dates.joining import CONNECTOR, Found, bounded, put
from newsan.dates.resolving import DATELINE, Context
from newsan.dates.scanning import Scan
from newsan.dates.stated import Printed
from newsan.models import Date, Sentence
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


def find_dates(sentences: Sequence[Sentence], reference: dt.date | None) -> list[Date]:
    """Return the dates of an article in reading order; none overlap.

    ``reference`` is the day relative dates count from; without one, a dateline that prints its year serves.
    """
    context = Context(reference)
    if reference is None:
        context = next(
            (Context(day, DATELINE) for day in map(dateline, sentences) if day is not None), context
        )
    dates: list[Date] = []
    paragraph = None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            context = replace(context, year=None, year_quote=None, last=None, last_quote=None)
        context = replace(context, year_age=context.year_age + 1, last_here=False)
        found, context = read_sentence(sentence.text, context)
        dates += (record(item, sentence) for item in found)
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
    return [replace(item, reading=bounded(item, text, context)) for item in found], context


def context_at(match: Printed, found: list[Found], context: Context) -> Context:
    """Return what is known where a match stands: whether it looks ahead, and the year a stretch began in."""
    before = match.text[max(0, match.start - 12) : match.start]
    ahead = FUTURE.search(before) or FUTURE_AFTER.match(match.text, match.end)
    context = replace(context, future=ahead is not None)
    if not found or not CONNECTOR.fullmatch(match.text, found[-1].end, match.start):
        return context
    start = found[-1].reading
    if start.year is None:
        return context
    return replace(context, year=start.year, year_quote=start.inferred_from, year_age=0)


def learn(context: Context, found: Found, text: str) -> Context:
    """Return the context with what a date leaves known."""
    reading, quote = found.reading, text[found.start : found.end]
    if (
        reading.said_year
        and reading.year is not None
        and not NOT_ABOUT.search(text[max(0, found.start - 12) : found.start])
    ):
        context = replace(context, year=reading.year, year_quote=quote, year_age=0)
    if reading.month is not None or reading.year is not None:
        context = replace(context, last=reading, last_quote=quote, last_here=True)
    return context


def record(found: Found, sentence: Sentence) -> Date:
    """Return a date as the analysis carries it."""
    reading = found.reading
    return Date(
        quote=sentence.text[found.start : found.end],
        start=sentence.start + found.start,
        end=sentence.start + found.end,
        kind=reading.kind,
        edtf=reading.edtf,
        from_=None if reading.first is None else reading.first.isoformat(),
        to=None if reading.last is None else reading.last.isoformat(),
        inferred_from=reading.inferred_from,
    )
