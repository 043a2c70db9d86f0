"""Build the JSON object of an edition, whole or in part."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from newsan.models import as_dict
from newsan.output.rows import RECORDS, Part, article_rows, timeline

if TYPE_CHECKING:
    from newsan.models import Analysis, ArticleAnalysis


def document(analysis: Analysis, parts: Collection[Part]) -> dict[str, Any]:
    """Return the object that ``--format json`` prints for an edition.

    A command that shows a part keeps the shape of the whole: the edition, its articles with ``id`` and ``title``,
    and in each article only that part under its own key. Keywords also have the ``topics`` of the edition. A timeline
    belongs to the whole edition.
    """
    if tuple(parts) == RECORDS:
        return analysis.document()
    if Part.EDITIONS in parts:
        from newsan.output.editions import describe_edition

        return describe_edition(analysis)
    edition = analysis.edition.document()
    if Part.ARTICLES in parts:
        return edition
    shown = {name: edition[name] for name in ("source", "encoding", "title", "date", "home")}
    if analysis.home is not None:
        shown["home"] = analysis.home
    if Part.TIMELINE in parts:
        return shown | {
            "timeline": [
                {"article": found.article.id, "title": found.article.title, **as_dict(date)}
                for found, date in timeline(analysis)
            ]
        }
    shown["articles"] = [article_part(found, parts) for found in analysis.articles]
    if Part.KEYWORDS in parts:
        shown["topics"] = analysis.topics
    return shown


def article_part(found: ArticleAnalysis, parts: Collection[Part]) -> dict[str, Any]:
    """Return an article with the given parts only."""
    named: dict[str, Any] = {"id": found.article.id, "title": found.article.title}
    return named | {part.value: list(article_rows(found, part)) for part in parts}
