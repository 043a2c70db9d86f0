"""Which of the records found a command shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsan.output.rows import Part

if TYPE_CHECKING:
    from newsan.models import Analysis, ArticleAnalysis


def select(
    analysis: Analysis,
    parts: Sequence[Part],
    kinds: Collection[str],
    limit: int | None,
    place: str | None = None,
) -> Analysis:
    """Return the analysis with only records of these kinds (any, where none is named), ``limit`` an article and part.

    Of the figures, only those stay that hold at ``place`` or at what lies in it, where one is named.
    Where articles are what is shown, they are what is counted. Rejected numerals have no kind and all stay.
    """
    if place is not None:
        analysis = replace(analysis, articles=tuple(figures_at(found, place) for found in analysis.articles))
    if not kinds and limit is None:
        return analysis
    if Part.ARTICLES in parts:
        chosen = tuple(found for found in analysis.articles if not kinds or found.article.kind in kinds)[
            :limit
        ]
        edition = replace(analysis.edition, articles=tuple(found.article for found in chosen))
        return replace(analysis, edition=edition, articles=chosen)
    return replace(
        analysis, articles=tuple(select_records(f, parts, kinds, limit) for f in analysis.articles)
    )


def figures_at(found: ArticleAnalysis, name: str) -> ArticleAnalysis:
    """Return an article with the figures that hold at a place or at what lies in it.

    ``name`` is a division's name, short or full, or its code, or the name of any other place as it is printed.
    """
    from newsan.places import gazetteer

    codes = [sense.code for sense in gazetteer.senses(name) if sense.code and sense.form != "old"]
    if name.isascii() and name.isdecimal():
        codes = [name]
    holders = tuple(gazetteer.prefix(code) for code in codes if code.isdecimal())
    here = {
        place.id
        for place in found.places
        if name in (place.quote, place.name, *place.path)
        or (holders and place.adcode is not None and place.adcode.startswith(holders))
    }
    return replace(found, facts=tuple(fact for fact in found.facts if fact.place in here))


def select_records(
    found: ArticleAnalysis, parts: Sequence[Part], kinds: Collection[str], limit: int | None
) -> ArticleAnalysis:
    """Return an article with the records asked for."""
    chosen: dict[str, Any] = {}
    for part in parts:
        records = getattr(found, part.field)
        chosen[part.field] = tuple(
            r for r in records if not kinds or getattr(r, "kind", None) in {*kinds, None}
        )[:limit]
    return replace(found, **chosen)


def kinds_in(analysis: Analysis, parts: Sequence[Part]) -> set[str]:
    """Return the kinds that an analysis has records of."""
    records: list[Any] = []
    for found in analysis.articles:
        for part in parts:
            records.extend([found.article] if part is Part.ARTICLES else getattr(found, part.field))
    return {record.kind for record in records if hasattr(record, "kind")}
