"""Lay out records as tables for people, before they are drawn.

Empty columns are left out. A place or date that is named several times is one row with the lines
where it stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newsan.models import Time
from newsan.output.rows import Part, timeline
from newsan.patterns import compiled

if TYPE_CHECKING:
    from newsan.models import Analysis, ArticleAnalysis, Date, Fact, Place

Item = TypeVar("Item")


class Grid(NamedTuple):
    """A table of text cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


RIGHT = frozenset({"value", "weight", "confidence", "mentions", "line"})
"""Columns of numbers, which are aligned right."""


def grid(title: str, columns: Mapping[str, Callable[[Any], object]], items: Iterable[Any]) -> Grid:
    """Return a table with a row for each item; ``columns`` maps names to functions from item to cell."""
    rows = [
        ["" if (told := tell(item)) is None else str(told) for tell in columns.values()] for item in items
    ]
    filled = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    names = tuple(columns)
    return Grid(
        title,
        tuple(names[index] for index in filled),
        tuple(tuple(row[index] for index in filled) for row in rows),
    )


def groups(items: Iterable[Item], same: Callable[[Item], Hashable]) -> list[list[Item]]:
    """Return lists of items with the same key, in the order of their first items."""
    found: dict[Hashable, list[Item]] = {}
    for item in items:
        found.setdefault(same(item), []).append(item)
    return list(found.values())


def by_place(mentions: Iterable[Place]) -> list[list[Place]]:
    """Return the mentions of each place: those with the same name, code and kind."""
    return groups(mentions, lambda place: (place.name, place.adcode, place.kind))


def by_date(mentions: Iterable[Date]) -> list[list[Date]]:
    """Return the mentions of each date: those with the same words and meaning."""
    return groups(
        mentions,
        lambda date: (date.quote, date.kind, date.edtf, date.from_, date.to, date.inferred_from),
    )


def listed(values: Iterable[object], mark: str = ", ") -> str:
    """Return the distinct values, joined."""
    return mark.join(dict.fromkeys(str(value) for value in values if value is not None))


def value_text(fact: Fact) -> str:
    """Return a value with all digits, grouped by thousands: ``2,741,000,000``, ``3–5`` for a range."""
    if fact.value is not None:
        return grouped(fact.value) if isinstance(fact.value, Decimal) else fact.value
    return "–".join(grouped(end) for end in (fact.low, fact.high) if end is not None)


def grouped(value: Decimal) -> str:
    """Return all digits of a number, grouped by thousands.

    >>> grouped(Decimal("2741000000")), grouped(Decimal("-1234.50"))
    ('2,741,000,000', '-1,234.50')
    """
    return format(value, ",f")


def unit_text(fact: Fact) -> str:
    """Return the unit with its denominator: ``元/平方米``."""
    unit = fact.unit or ""
    return f"{unit}/{fact.per}" if fact.per and not unit.endswith(f"/{fact.per}") else unit


def time_text(time: Time | None) -> str:
    """Return the words for the time of a figure, and the days they cover unless the words already say so.

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
    """Return a period in its shortest form.

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
    """Return the last day of the month of an ISO date, or ``None`` if the date does not exist."""
    try:
        day = dt.date.fromisoformat(day_text)
        return (dt.date(day.year + day.month // 12, day.month % 12 + 1, 1) - dt.timedelta(days=1)).isoformat()
    except ValueError:
        return None


def open_period_text(date: Date) -> str:
    """Return the days that a date covers, ``2018 –`` if its end is open, or its EDTF if no day is known."""
    if date.from_ is None and date.to is None:
        return date.edtf or ""
    if date.from_ is None:
        return f"– {date.to}"
    return period_text(date.from_, date.to) if date.to else f"{date.from_} –"


def days_text(date: Date) -> str:
    """Return the days that a date covers, or nothing if its EDTF says the same."""
    days = period_text(date.from_, date.to)
    return "" if days == (date.edtf or "").replace("/", " – ") else days


def within(place: Place) -> str:
    """Return the names of the divisions that a place lies in, the largest first."""
    return " ".join(place.path[:-1] if place.path and place.name.endswith(place.path[-1]) else place.path)


MENTIONS: Mapping[str, Callable[[Any], object]] = {
    "mentions": len,
    "lines": lambda mentions: listed(mention.line for mention in mentions),
}
"""The columns for something named several times."""

DATES: Mapping[str, Callable[[Any], object]] = {
    "as printed": lambda dates: dates[0].quote,
    "kind": lambda dates: dates[0].kind,
    "means": lambda dates: dates[0].edtf,
    "days": lambda dates: days_text(dates[0]),
    "from": lambda dates: dates[0].inferred_from,
    **MENTIONS,
}


class Table(NamedTuple):
    """The layout of a table: its title, its columns, and the function that puts the records of one row together."""

    title: str
    columns: Mapping[str, Callable[[Any], object]]
    together: Callable[[Iterable[Any]], Iterable[Any]] = iter

    def of(self, found: ArticleAnalysis, part: Part) -> Grid:
        """Return the table of an article's records of a part."""
        return grid(self.title, self.columns, self.together(getattr(found, part.field)))


TABLES = {
    Part.KEYWORDS: Table(
        "Topics",
        {
            "topic": attrgetter("text"),
            "kind": attrgetter("kind"),
            "weight": lambda keyword: f"{keyword.weight:.2f}",
            "mentions": attrgetter("count"),
            "in title": lambda keyword: "yes" if keyword.in_title else "",
            "also": lambda keyword: "、".join(keyword.variants),
        },
    ),
    Part.FACTS: Table(
        "Figures",
        {
            "subject": lambda fact: " of ".join(filter(None, (fact.subject, fact.of))),
            "value": value_text,
            "unit": unit_text,
            "bound": lambda fact: (fact.modifier or "").replace("_", " "),
            "change": lambda fact: " ".join(filter(None, (fact.direction, fact.baseline))),
            "time": lambda fact: time_text(fact.time),
            "as printed": attrgetter("quote"),
            "speaker": attrgetter("speaker"),
            "line": attrgetter("line"),
        },
    ),
    Part.DATES: Table("Dates", DATES, by_date),
    Part.POINTERS: Table("Words that point at a time", DATES, by_date),
    Part.PLACES: Table(
        "Places",
        {
            "place": lambda mentions: mentions[0].name,
            "code": lambda mentions: mentions[0].adcode,
            "kind": lambda mentions: mentions[0].kind,
            "within": lambda mentions: within(mentions[0]),
            "as printed": lambda mentions: listed((mention.quote for mention in mentions), "、"),
            **MENTIONS,
        },
        by_place,
    ),
    Part.REJECTED: Table(
        "Numerals that are no figures",
        {
            "as printed": attrgetter("quote"),
            "reason": attrgetter("reason"),
            "line": attrgetter("line"),
            "sentence": attrgetter("sentence"),
        },
    ),
    Part.FINDINGS: Table(
        "What does not add up",
        {
            "line": attrgetter("line"),
            "as printed": attrgetter("quote"),
            "kind": attrgetter("kind"),
            "severity": attrgetter("severity"),
            "what is wrong": attrgetter("message"),
            "sum": attrgetter("sum"),
            "expected": attrgetter("expected"),
        },
    ),
}


def timeline_table(analysis: Analysis) -> Grid:
    """Return the dates of an edition in chronological order, each with its article and sentence."""
    return grid(
        "Timeline",
        {
            "days": lambda entry: open_period_text(entry[1]),
            "as printed": lambda entry: entry[1].quote,
            "kind": lambda entry: entry[1].kind,
            "article": lambda entry: entry[0].article.id,
            "line": lambda entry: entry[1].line,
            "sentence": lambda entry: entry[1].sentence.strip(),
        },
        timeline(analysis),
    )
