"""Select the records that a command shows."""

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
    """Return the analysis with at most ``limit`` records of these kinds for each article and part.

    Without ``kinds``, all kinds are kept. With ``place``, only figures about that place or a place inside it are kept.
    If articles are shown, ``kinds`` and ``limit`` apply to them. Rejected numerals have no kind; all are kept.
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
    """Return an article with only the figures about a place or a place inside it.

    ``name`` is a division's code or its name, short or full, or the printed name of any other place.
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
    """Return an article with the selected records."""
    chosen: dict[str, Any] = {}
    for part in parts:
        records = getattr(found, part.field)
        chosen[part.field] = tuple(
            r for r in records if not kinds or getattr(r, "kind", None) in {*kinds, None}
        )[:limit]
    return replace(found, **chosen)


def kinds_in(analysis: Analysis, parts: Sequence[Part]) -> set[str]:
    """Return the kinds of the records in an analysis."""
    records: list[Any] = []
    for found in analysis.articles:
        for part in parts:
            records.extend([found.article] if part is Part.ARTICLES else getattr(found, part.field))
    return {record.kind for record in records if hasattr(record, "kind")}
