"""Analysis -> rows: every column of the flat formats is named here, once."""

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
    """What a command shows of an analysis: the key of its JSON and the name of its sheet."""

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
        """What one row of this part is, as the ``record`` column says it."""
        return self.value.removesuffix("s")

    @property
    def field(self) -> str:
        """The field of an article's analysis that holds its records; a timeline is of the dates."""
        return Part.DATES.value if self is Part.TIMELINE else self.value


RECORDS = (Part.KEYWORDS, Part.FACTS, Part.DATES, Part.PLACES)
"""The parts that ``analyse`` shows, in its order."""

WHERE = ("source", "date", "article", "title")
"""The columns in front of every record: which file, the edition's date, which article, its headline."""

STANDS = ("line", "start", "end", "source_start", "source_end", "sentence")
"""The columns behind every record with a quote: where it stands."""

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
    """Return the columns of a stream of rows.

    Several parts in one stream are told apart by ``record``, after the title; a column that two parts share
    (``kind``, ``quote``, ``line``) is one column.
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
    """Return the rows of an edition, article by article; each has its own part's columns, all of them, in order."""
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
    """Return a figure with the name and code of its place, which JSON has only the ``id`` of."""
    number = values.get("place")
    if number is None:
        return values
    place = next(place for place in found.places if place.id == number)
    return {**values, "place.name": place.name, "place.adcode": place.adcode}


def record_row(row: Row, part: Part, values: Mapping[str, Any]) -> Row:
    """Return the columns in front of a record with those of the record behind them."""
    flat = flatten(values)
    return row | {column: flat.get(column) for column in COLUMNS[part] if column not in WHERE}


def timeline(analysis: Analysis) -> list[tuple[ArticleAnalysis, Date]]:
    """Return the dates of all articles by the days they cover; what begins first stands first, the undated last."""

    def order(entry: tuple[ArticleAnalysis, Date]) -> tuple[bool, str, str]:
        date = entry[1]
        first = date.from_ or date.to
        return first is None, first or "", date.to or "9999"

    # Sorting keeps what covers the same days in reading order.
    return sorted(((found, date) for found in analysis.articles for date in found.dates), key=order)


def where(analysis: Analysis, found: ArticleAnalysis) -> Row:
    """Return the columns that say which article of which edition a row belongs to."""
    edition = analysis.edition
    date = None if edition.date is None else edition.date.isoformat()
    return {"source": edition.source, "date": date, "article": found.article.id, "title": found.article.title}


def article_rows(found: ArticleAnalysis, part: Part) -> Iterator[Mapping[str, Any]]:
    """Return what an article has of one part, each as JSON holds it."""
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
    """Return what there is to know about an edition: how it was read, what was found, what was not understood."""
    from newsan.output.editions import describe_edition

    flat = flatten(describe_edition(analysis))
    return {column: flat.get(column) for column in COLUMNS[Part.EDITIONS]}


def flatten(values: Mapping[str, Any], prefix: str = "") -> Row:
    """Return nested fields under one name each, joined with a dot; lists stay lists.

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
    """Return an exact number in plain digits, never with an exponent.

    >>> plain_digits(Decimal("1.2E+4"))
    '12000'
    """
    return format(value, "f")


def cell(value: Any) -> str:
    """Return a value as the text of one cell: the rule for lists in every format that has no lists of its own.

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
