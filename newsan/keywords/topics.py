"""Edition -> topics: the keywords its articles share."""

from __future__ import annotations

from collections import defaultdict
from math import prod
from typing import TYPE_CHECKING

from newsan.models import ArticleAnalysis, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_topics(articles: Sequence[ArticleAnalysis], limit: int) -> list[Topic]:
    """Return the topics of an edition, the weightiest first; equals in the order of their first article.

    A topic weighs what the chance is that it is a keyword of at least one article, so sharing lifts it.
    """
    weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for found in articles:
        for keyword in found.keywords:
            weights[keyword.text][found.article.id] = keyword.weight
    topics = [
        Topic(text, round(1 - prod(1 - weight for weight in shares.values()), 4), tuple(shares))
        for text, shares in weights.items()
    ]
    return sorted(topics, key=lambda topic: -topic.weight)[: max(limit, 0)]
