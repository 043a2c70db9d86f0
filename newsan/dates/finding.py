"""Sentences -> dates: one scan for all forms, each resolved in the light of those before it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsan.dates.readings import Reading, join, shifted
from newsan.dates.resolving import DATELINE, Context
from newsan.dates.scanning import Scan
from newsan.models import Date, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

CONNECTOR = re.compile(
    r"(?:白天|夜间|凌晨|早晨|上午|中午|下午|傍晚|晚上)?起?\s?(?:[—–\-－─~～]{1,2}|至|到|——)\s?"
)
LONGEST = 40
"""Characters of the longest stretch or repeated date made one of two."""
APART = re.compile(r"\s?[（(，,]?\s?")
FUTURE = re.compile(r"(?:将|拟|预计|计划|定|力争|确保)[^，。；,;]{0,8}$")
FUTURE_AFTER = re.compile(r"[，,]?(?:将|拟)|起(?:正式)?(?:施行|实施|执行|生效|启用)")
NOT_ABOUT = re.compile(r"(?:[较比从自由超破与和同及]|相比|截止到|关于|《[^》]*)[“\"]?$")
"""A year after these words is compared with or part of a name: the paragraph is not about it."""
DATELINE_FORMS = (
    re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?(?:电|讯|消息|报道)"),
    re.compile(
        r"^\s*(?:发布时间|时间|日期)[:：]?\s?(?P<year>(?:19|20)\d\d)[-年/.](?P<month>\d{1,2})[-月/.](?P<day>\d{1,2})"
    ),
)
"""Datelines that print their year, and the line of a web page that tells when it was put up."""


@dataclass(frozen=True, slots=True)
class Found:
    """A reading and where it stands in its sentence."""

    start: int
    end: int
    reading: Reading


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
        before = text[max(0, match.start - 12) : match.start]
        ahead = FUTURE.search(before) or FUTURE_AFTER.match(text, match.end)
        here = replace(context, future=ahead is not None)
        if (
            found
            and found[-1].reading.year is not None
            and CONNECTOR.fullmatch(text, found[-1].end, match.start)
        ):
            here = replace(
                here, year=found[-1].reading.year, year_quote=found[-1].reading.inferred_from, year_age=0
            )
        try:
            reading = rule.means(match, here)
        except (ValueError, OverflowError):
            # A count that leads past the first or last year of the calendar.
            reading = None
        if reading is None:
            position = match.start + 1
            continue
        item = Found(match.start, match.end, reading)
        item = place(found, item, text)
        context = learn(context, item, text)
    return [replace(item, reading=bounded(item, text, context)) for item in found], context


def place(found: list[Found], item: Found, text: str) -> Found:
    """Put a date at the end of those found, made one with its neighbours where they say one thing; return what it became."""
    if found and (merged := merge(found[-1], item, text)) is not None:
        found[-1:] = [merged]
        return merged
    # 5月1日8时至5月3日20时: the clock time between the two days belongs to the stretch.
    across = len(found) > 1 and found[-1].reading.kind == "clock" and found[-2].end + 1 >= found[-1].start
    if across and (merged := merge(replace(found[-2], end=found[-1].end), item, text)) is not None:
        found[-2:] = [merged]
        return merged
    found.append(item)
    return item


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


def merge(left: Found, right: Found, text: str) -> Found | None:
    """Return one date for two that make one: 3日至5日, 今天（4月28日）."""
    between = text[left.end : right.start]
    first, last = left.reading, right.reading
    if right.end - left.start > LONGEST or (first.kind in {"period", "clock"} and "/" in first.edtf):
        return None
    if CONNECTOR.fullmatch(between) and (first.kind == "clock") == (last.kind == "clock"):
        if first.first is not None and last.last is not None and first.first > last.last:
            if last.said_year or last.year is None:
                return None
            last = later_by_a_year(last)
            if last.last is None or first.first > last.last:
                return None
        return Found(left.start, right.end, join(first, last))
    if (
        APART.fullmatch(between)
        and between.strip()
        and text[left.start : left.end] != text[right.start : right.end]
        and first.kind == last.kind == "date"
        and first.edtf == last.edtf
    ):
        closed = right.end < len(text) and between.strip()[0] in "（(" and text[right.end] in "）)"
        reading = first if first.first is not None else last
        return Found(left.start, right.end + closed, reading)
    return None


def later_by_a_year(reading: Reading) -> Reading:
    """Return a reading whose year was inferred, a year later."""
    if reading.first is None or reading.last is None or reading.year is None:
        return reading
    old, new = f"{reading.year:04d}", f"{reading.year + 1:04d}"
    try:
        first, last = (day.replace(year=day.year + 1) for day in (reading.first, reading.last))
    except ValueError:
        return reading
    return replace(
        reading, edtf=reading.edtf.replace(old, new), first=first, last=last, year=reading.year + 1
    )


SINCE = re.compile(
    r"\s?(?P<both>[及或])?(?P<bound>以来|之后|以后|起|开始|至今|之前|以前|前(?=[，,。、；完建实全]|$))"
)


def bounded(found: Found, text: str, context: Context) -> Reading:
    """Return a reading with the end opened that a word after it opens: 2018年以来, 2011年之前, 明年6月之前."""
    reading = found.reading
    match = SINCE.match(text, found.end)
    ranged = "/" in reading.edtf and reading.kind == "period"
    if (
        match is None
        or reading.kind == "clock"
        or (ranged and match["bound"] not in ("以来", "至今", "起"))
        or reading.first is None
        or reading.last is None
    ):
        return reading
    bound, reference = match["bound"], context.reference
    if bound in ("以来", "至今"):
        ended = reference is not None and reference >= reading.first
        return replace(reading, last=reference if ended else None)
    if bound in ("起", "开始"):
        return replace(reading, last=None)
    if bound in ("之后", "以后"):
        from_day = reading.first == reading.last or match["both"]
        return replace(reading, first=reading.first if from_day else shifted(reading.last, 1), last=None)
    if reference is not None and reading.last >= reference:
        return replace(reading, first=reference)
    last = reading.last if match["both"] else shifted(reading.first, -1)
    return replace(reading, first=None, last=last)


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
