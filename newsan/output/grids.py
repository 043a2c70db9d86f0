"""Records -> tables as a person is shown them, before anything is drawn.

A column that nobody fills is left out. What was said several times (a place, a date) is one row with the lines
where it stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsan.models import Time
from newsan.output.grouping import by_place
from newsan.output.rows import Part, timeline
from newsan.patterns import compiled

if TYPE_CHECKING:
    from newsan.models import Analysis, ArticleAnalysis, Date, Fact, Place, Record

AnyRecord = TypeVar("AnyRecord", bound="Record")


class Grid(NamedTuple):
    """A table: its title, its columns and its rows; columns named in ``RIGHT`` hold numbers."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


RIGHT = frozenset({"value", "weight", "confidence", "mentions", "line"})
"""Columns of numbers, set flush right."""


def grid(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Grid:
    """Return a table without the columns that nobody fills."""
    rows = list(rows)
    filled = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    return Grid(
        title,
        tuple(columns[index] for index in filled),
        tuple(tuple(row[index] for index in filled) for row in rows),
    )


def keywords_table(found: ArticleAnalysis) -> Grid:
    """Return the topics, the weightiest first."""
    return grid(
        "Topics",
        ("topic", "kind", "weight", "mentions", "in title", "also"),
        [
            (
                keyword.text,
                keyword.kind,
                f"{keyword.weight:.2f}",
                str(keyword.count),
                "yes" if keyword.in_title else "",
                "、".join(keyword.variants),
            )
            for keyword in found.keywords
        ],
    )


def facts_table(found: ArticleAnalysis) -> Grid:
    """Return the figures in reading order: what is measured, the value in full, then the words as printed."""
    return grid(
        "Figures",
        ("subject", "value", "unit", "bound", "change", "time", "as printed", "speaker", "line"),
        [
            (
                " of ".join(filter(None, (fact.subject, fact.of))),
                value_text(fact),
                unit_text(fact),
                bound_text(fact),
                " ".join(filter(None, (fact.direction, fact.baseline))),
                time_text(fact.time),
                fact.quote,
                fact.speaker or "",
                str(fact.line or ""),
            )
            for fact in found.facts
        ],
    )


def value_text(fact: Fact) -> str:
    """Return a value in full with its digits in groups: ``2,741,000,000``, ``3–5`` for a range."""
    if fact.value is not None:
        return grouped(fact.value) if isinstance(fact.value, Decimal) else fact.value
    if fact.low is not None and fact.high is not None:
        return f"{grouped(fact.low)}–{grouped(fact.high)}"
    known = fact.low if fact.low is not None else fact.high
    return "" if known is None else grouped(known)


def grouped(value: Decimal) -> str:
    """Return every digit of a number, the thousands set apart.

    >>> grouped(Decimal("2741000000")), grouped(Decimal("-1234.50"))
    ('2,741,000,000', '-1,234.50')
    """
    return format(value, ",f")


def unit_text(fact: Fact) -> str:
    """Return the unit, and per what: ``元/平方米``."""
    unit = fact.unit or ""
    return f"{unit}/{fact.per}" if fact.per and not unit.endswith(f"/{fact.per}") else unit


def bound_text(fact: Fact) -> str:
    """Return the bound in words; a value that has none is exact."""
    return (fact.modifier or "").replace("_", " ")


def time_text(time: Time | None) -> str:
    """Return when a figure holds: the words, then the days they cover where the words do not say as much.

    >>> time_text(Time("2024年", "2024-01-01", "2024-12-31")), time_text(Time("去年", "2024-01-01", "2024-12-31"))
    ('2024年', '去年 (2024)')
    """
    if time is None:
        return ""
    covered = period_text(time.from_, time.to)
    same = [*map(int, compiled(r"\d{1,4}").findall(time.text))] == [
        *map(int, compiled(r"\d+").findall(covered))
    ]
    return time.text if not covered or same else f"{time.text} ({covered})"


def period_text(first: str | None, last: str | None) -> str:
    """Return the days from one to another as short as they can be told.

    >>> period_text("2024-01-01", "2024-12-31"), period_text("2024-02-01", "2024-02-29")
    ('2024', '2024-02')
    >>> period_text("2024-02-05", "2024-02-05"), period_text("2024-02-05", "2025-01-01"), period_text(None, None)
    ('2024-02-05', '2024-02-05 – 2025-01-01', '')
    >>> period_text("2024-01-01", "2024-06-30")
    '2024-01 – 2024-06'
    """
    if first is None or last is None or first == last:
        return first or last or ""
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return first[:4]
    if first.endswith("-01") and last == month_end(last):
        return first[:7] if first[:7] == last[:7] else f"{first[:7]} – {last[:7]}"
    return f"{first} – {last}"


def month_end(day_text: str) -> str | None:
    """Return the last day of a day's month, ``None`` if there is no such day in the calendar."""
    try:
        day = dt.date.fromisoformat(day_text)
        return (dt.date(day.year + day.month // 12, day.month % 12 + 1, 1) - dt.timedelta(days=1)).isoformat()
    except ValueError:
        return None


def timeline_table(analysis: Analysis) -> Grid:
    """Return the dates of an edition in date order, each with its article and the sentence that names it."""
    return grid(
        "Timeline",
        ("days", "as printed", "kind", "article", "line", "sentence"),
        [
            (
                open_period_text(date),
                date.quote,
                date.kind,
                str(found.article.id),
                str(date.line or ""),
                date.sentence.strip(),
            )
            for found, date in timeline(analysis)
        ],
    )


def open_period_text(date: Date) -> str:
    """Return the days a date covers, an end that is open left open: ``2018 –``; the EDTF where no day is known."""
    if date.from_ is None and date.to is None:
        return date.edtf or ""
    if date.from_ is None:
        return f"– {date.to}"
    return period_text(date.from_, date.to) if date.to else f"{date.from_} –"


def dates_table(found: ArticleAnalysis) -> Grid:
    """Return the dates and periods, each once."""
    return times_table("Dates", found.dates)


def pointers_table(found: ArticleAnalysis) -> Grid:
    """Return the words that only point at the edition's own date, or at what a figure is compared with."""
    return times_table("Words that point at a time", found.pointers)


def times_table(title: str, dates: Iterable[Date]) -> Grid:
    """Return dates, each once, with what they mean and the days they cover."""
    return merged(
        title,
        ("as printed", "kind", "means", "days", "from"),
        dates,
        lambda date: (
            date.quote,
            date.kind,
            date.edtf or "",
            ""
            if (days := period_text(date.from_, date.to)) == (date.edtf or "").replace("/", " – ")
            else days,
            date.inferred_from or "",
        ),
    )


def places_table(found: ArticleAnalysis) -> Grid:
    """Return the places, each once, with its code, what it lies in, and all the ways it is printed."""
    return grid(
        "Places",
        ("place", "code", "kind", "within", "as printed", "mentions", "lines"),
        [
            (
                place.name,
                place.adcode or "",
                place.kind,
                within(place),
                "、".join(dict.fromkeys(mention.quote for mention in mentions)),
                str(len(mentions)),
                ", ".join(
                    str(line)
                    for line in dict.fromkeys(mention.line for mention in mentions)
                    if line is not None
                ),
            )
            for place, mentions in by_place(found.places)
        ],
    )


def within(place: Place) -> str:
    """Return the names of what a place lies in, the largest first."""
    return " ".join(place.path[:-1] if place.path and place.name.endswith(place.path[-1]) else place.path)


def rejected_table(found: ArticleAnalysis) -> Grid:
    """Return the numerals that state nothing, each with the reason and its sentence."""
    return grid(
        "Numerals that are no figures",
        ("as printed", "reason", "line", "sentence"),
        [(record.quote, record.reason, str(record.line or ""), record.sentence) for record in found.rejected],
    )


def findings_table(found: ArticleAnalysis) -> Grid:
    """Return what does not add up: what is wrong in words, the sum, and what would be right."""
    return grid(
        "What does not add up",
        ("line", "as printed", "kind", "severity", "what is wrong", "sum", "expected"),
        [
            (
                str(finding.line or ""),
                finding.quote,
                finding.kind,
                finding.severity,
                finding.message,
                finding.sum,
                finding.expected or "",
            )
            for finding in found.findings
        ],
    )


def merged(
    title: str,
    columns: Sequence[str],
    records: Iterable[AnyRecord],
    told: Callable[[AnyRecord], tuple[str, ...]],
) -> Grid:
    """Return a table of records in order of first mention, with their count and lines; equal ones are one row."""
    lines: dict[tuple[str, ...], list[int | None]] = {}
    for record in records:
        lines.setdefault(told(record), []).append(record.line)
    return grid(
        title,
        (*columns, "mentions", "lines"),
        [
            (*row, str(len(at)), ", ".join(str(line) for line in dict.fromkeys(at) if line is not None))
            for row, at in lines.items()
        ],
    )


TABLES: dict[Part, Callable[[ArticleAnalysis], Grid]] = {
    Part.KEYWORDS: keywords_table,
    Part.FACTS: facts_table,
    Part.DATES: dates_table,
    Part.POINTERS: pointers_table,
    Part.PLACES: places_table,
    Part.REJECTED: rejected_table,
    Part.FINDINGS: findings_table,
}
