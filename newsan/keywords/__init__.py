"""Article -> keywords; edition -> topics."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.models import Article, ArticleAnalysis, Keyword, Sentence, Topic

__all__ = ["find_keywords", "find_topics"]


def find_keywords(article: Article, sentences: Sequence[Sentence], limit: int) -> list[Keyword]:
    """Return the keywords of an article, the weightiest first."""
    del article, sentences, limit
    return []


def find_topics(articles: Sequence[ArticleAnalysis], limit: int) -> list[Topic]:
    """Return the topics of an edition, the weightiest first."""
    del articles, limit
    return []
