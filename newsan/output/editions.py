"""Describe an edition: how it was read, what was found and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from newsan.segmenting import engine
from newsan.stores import private_folder

if TYPE_CHECKING:
    from newsan.models import Analysis, ArticleAnalysis, Edition


def describe_edition(analysis: Analysis) -> dict[str, Any]:
    """Return the JSON object of ``newsan info``."""
    edition = analysis.edition
    read = edition.document()
    described: dict[str, Any] = msgspec.to_builtins(
        {
            "source": edition.source,
            "encoding": edition.encoding,
            "title": edition.title,
            "date": read["date"],
            "home": read["home"] if analysis.home is None else analysis.home,
            "characters": len(edition.text),
            "lines": edition.line_at(max(len(edition.text) - 1, 0)) if edition.text else 0,
            "articles": len(analysis.articles),
            "numerals": sum(
                len(sentence.numerals) for found in analysis.articles for sentence in found.sentences
            ),
            "facts": sum(len(found.facts) for found in analysis.articles),
            "rejected": sum(len(found.rejected) for found in analysis.articles),
            "dates": sum(len(found.dates) for found in analysis.articles),
            "places": sum(len(found.places) for found in analysis.articles),
            "notes": read["notes"],
            "not_understood": [
                item for found in analysis.articles for item in not_understood(found, edition)
            ],
            "lexicon": lexicon_path(),
            "engine": engine(),
        }
    )
    return described


def not_understood(found: ArticleAnalysis, edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield what was not understood: dates without a day, unknown places, and numerals in no record."""
    for date in found.dates:
        if date.from_ is None and date.to is None and date.role != "recurring":
            yield {"line": date.line, "quote": date.quote, "why": "date without a day to count from"}
    for place in found.places:
        if place.adcode is None and not place.path and "gazetteer" not in place.evidence:
            yield {"line": place.line, "quote": place.quote, "why": "place not in the gazetteer"}
    spans = [*found.article.asides]
    spans += [
        (record.start, record.end) for kind in (found.facts, found.dates, found.rejected) for record in kind
    ]
    claimed = {offset for start, end in spans for offset in range(start, end)}
    for sentence in found.sentences:
        for numeral in sentence.numerals:
            if claimed.isdisjoint(range(numeral.start, numeral.end)):
                line = edition.line_at(found.article.source_offset(numeral.start))
                yield {"line": line, "quote": numeral.quote, "why": "numeral that no rule reads"}


def lexicon_path() -> str | None:
    """Return the folder of the lexicon store, or ``None`` if the lexicon is in memory only."""
    folder = private_folder()
    return None if folder is None else str(folder)
