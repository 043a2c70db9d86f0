"""Turn an analysis into rows. The columns of all flat formats are defined here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from newsan.models import as_dict

if TYPE_CHECKING:
    from newsan.models import Analysis, ArticleAnalysis, Date

Row = dict[str, Any]


class Part(StrEnum):
    """A part of an analysis that a command shows: its key in JSON and the name of its sheet."""

    EDITIONS = "editions"
    ARTICLES = "articles"
    KEYWORDS = "keywords"
    FACTS = "facts"
    DATES = "dates"
    POINTERS = "pointers"
    TIMELINE = "timeline"
    PLACES = "places"
    REJECTED = "rejected"
    FINDINGS = "findings"
    TOKENS = "tokens"

    @property
    def record(self) -> str:
        """The value of the column ``record`` for rows of this part."""
        return self.value.removesuffix("s")

    @property
    def field(self) -> str:
        """The field of ``ArticleAnalysis`` that holds the records; a timeline shows the dates."""
        return Part.DATES.value if self is Part.TIMELINE else self.value


RECORDS = (Part.KEYWORDS, Part.FACTS, Part.DATES, Part.PLACES)
"""The parts that ``analyse`` shows, in order."""

WHERE = ("source", "date", "article", "title")
"""The first columns of every row: file, date of the edition, number and title of the article."""

STANDS = ("line", "start", "end", "source_start", "source_end", "sentence")
"""The last columns of every record with a quote: its position."""

# fmt: off
COLUMNS: Mapping[Part, tuple[str, ...]] = {
    Part.EDITIONS: (
        "source", "encoding", "title", "date", "home.name", "home.adcode", "home.evidence", "characters", "lines",
        "articles", "numerals", "facts", "rejected", "dates", "places", "notes", "not_understood", "lexicon",
        "engine",
    ),
    Part.ARTICLES: (
        *WHERE, "kind", "kicker", "subtitle", "page", "section", "byline",
        "dateline.outlet", "dateline.place", "dateline.date", "lines", "text",
    ),
    Part.KEYWORDS: (*WHERE, "text", "kind", "weight", "count", "in_title", "spans", "variants"),
    Part.FACTS: (
        *WHERE, "id", "kind", "quote", "subject", "value", "unit", "low", "high", "modifier", "si.value", "si.unit",
        "per", "of", "qualifier", "direction", "baseline", "baseline_time.text", "baseline_time.from", "baseline_time.to",
        "baseline_time.date", "time.text", "time.from", "time.to", "time.date", "place", "place.name",
        "place.adcode", "speaker",
        "change.from", "change.to", *STANDS,
    ),
    Part.DATES: (*WHERE, "id", "kind", "quote", "edtf", "from", "to", "inferred_from", "role", *STANDS),
    Part.POINTERS: (*WHERE, "id", "kind", "quote", "edtf", "from", "to", "inferred_from", "role", *STANDS),
    Part.TIMELINE: (*WHERE, "from", "to", "kind", "quote", "edtf", "inferred_from", "id", "role", *STANDS),
    Part.PLACES: (
        *WHERE, "id", "kind", "quote", "name", "adcode", "path", "lon", "lat", "role", "evidence", *STANDS,
    ),
    Part.REJECTED: (*WHERE, "quote", "reason", *STANDS),
    Part.FINDINGS: (
        *WHERE, "kind", "severity", "quote", "message", "sum", "expected", "figures", *STANDS,
    ),
    Part.TOKENS: (*WHERE, "text", "start", "pos"),
}
# fmt: on


def columns_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the columns of a table that holds these parts.

    With several parts, the column ``record`` after the title tells them apart, and a column that parts share
    (``kind``, ``quote``, ``line``) occurs once.
    """
    parts = tuple(parts)
    if len(parts) == 1:
        return COLUMNS[parts[0]]
    named = dict.fromkeys((*WHERE, "record"))
    for part in parts:
        named.update(dict.fromkeys(column for column in COLUMNS[part] if column not in STANDS))
    named.update(dict.fromkeys(STANDS))
    return tuple(named)


def rows(analysis: Analysis, parts: Iterable[Part]) -> Iterator[Row]:
    """Yield the rows of an edition, article by article. A row has all columns of its part, in order."""
    parts = tuple(parts)
    for part in parts:
        if part is Part.EDITIONS:
            yield edition_row(analysis)
        elif part is Part.TIMELINE:
            for found, date in timeline(analysis):
                yield record_row(where(analysis, found), part, as_dict(date))
    for found in analysis.articles:
        for part in parts:
            for values in article_rows(found, part):
                row = where(analysis, found)
                if len(parts) > 1:
                    row["record"] = part.record
                yield record_row(row, part, with_place(found, values) if part is Part.FACTS else values)


def with_place(found: ArticleAnalysis, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a figure with the name and code of its place; JSON has only the ``id`` of the place."""
    number = values.get("place")
    if number is None:
        return values
    place = next(place for place in found.places if place.id == number)
    return {**values, "place.name": place.name, "place.adcode": place.adcode}


def record_row(row: Row, part: Part, values: Mapping[str, Any]) -> Row:
    """Return a row: the first columns, then those of the record."""
    flat = flatten(values)
    return row | {column: flat.get(column) for column in COLUMNS[part] if column not in WHERE}


def timeline(analysis: Analysis) -> list[tuple[ArticleAnalysis, Date]]:
    """Return the dates of all articles in chronological order; dates without a day come last."""

    def order(entry: tuple[ArticleAnalysis, Date]) -> tuple[bool, str, str]:
        date = entry[1]
        first = date.from_ or date.to
        return first is None, first or "", date.to or "9999"

    # Sorting keeps what covers the same days in reading order.
    return sorted(((found, date) for found in analysis.articles for date in found.dates), key=order)


def where(analysis: Analysis, found: ArticleAnalysis) -> Row:
    """Return the first columns of a row: edition and article."""
    edition = analysis.edition
    date = None if edition.date is None else edition.date.isoformat()
    return {"source": edition.source, "date": date, "article": found.article.id, "title": found.article.title}


def article_rows(found: ArticleAnalysis, part: Part) -> Iterator[Mapping[str, Any]]:
    """Yield the records of one part of an article as they are in JSON."""
    match part:
        case Part.EDITIONS | Part.TIMELINE:
            return
        case Part.ARTICLES:
            yield msgspec.to_builtins(found.article.document())
        case Part.TOKENS:
            for sentence in found.sentences:
                yield from map(as_dict, sentence.tokens)
        case _:
            yield from map(as_dict, getattr(found, part.value))


def edition_row(analysis: Analysis) -> Row:
    """Return the row of ``newsan info`` for an edition."""
    from newsan.output.editions import describe_edition

    flat = flatten(describe_edition(analysis))
    return {column: flat.get(column) for column in COLUMNS[Part.EDITIONS]}


def flatten(values: Mapping[str, Any], prefix: str = "") -> Row:
    """Return nested fields as one level, their names joined with a dot; lists are kept.

    >>> flatten({"value": 3, "time": {"text": "2024年", "from": None}})
    {'value': 3, 'time.text': '2024年', 'time.from': None}
    """
    flat: Row = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat


def plain_digits(value: Decimal) -> str:
    """Return all digits of a number, without an exponent.

    >>> plain_digits(Decimal("1.2E+4"))
    '12000'
    """
    return format(value, "f")


def cell(value: Any) -> str:
    """Return a value as the text of a cell, in formats that have no lists.

    >>> cell(["内蒙古自治区", "呼和浩特市"])
    '内蒙古自治区; 呼和浩特市'
    >>> cell([[2, 24], [61, 69]])
    '2-24; 61-69'
    >>> cell([{"role": "记者", "name": "林一"}])
    '记者 林一'
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain_digits(value)
        case list() | tuple():
            return "; ".join(_item(item) for item in value)
        case _:
            return str(value)


def _item(value: Any) -> str:
    match value:
        case list() | tuple():
            return "-".join(map(cell, value))
        case Mapping():
            return " ".join(filter(None, map(cell, value.values())))
        case _:
            return cell(value)
