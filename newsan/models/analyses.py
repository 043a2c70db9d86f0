"""An edition with everything found in it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from newsan.models.documents import Model
from newsan.models.records import Date, Fact, Finding, Keyword, Place, Rejection
from newsan.models.text import Article, Edition, Sentence


class Home(Struct, frozen=True):
    """The city an edition is printed for, its six-digit code, and how it was found."""

    name: str
    adcode: str | None
    evidence: str


class Topic(Struct, frozen=True):
    """A topic of a whole edition and the ids of the articles that share it."""

    text: str
    weight: float
    articles: tuple[int, ...]


class ArticleAnalysis(Model, frozen=True):
    """An article with everything found in it; a part that was not asked for is empty."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    facts: tuple[Fact, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What does not add up, of this article alone and against the articles before it."""
    pointers: tuple[Date, ...] = ()
    """Words that only say the edition's own date again (今年) or what a figure is compared with (较去年)."""

    def document(self) -> dict[str, Any]:
        """Return the article with its records."""
        return self.article.document() | {
            "keywords": self.keywords,
            "facts": self.facts,
            "dates": self.dates,
            "pointers": self.pointers,
            "places": self.places,
        }


class Analysis(Model, frozen=True):
    """An edition with everything found in it."""

    edition: Edition
    home: Home | None
    articles: tuple[ArticleAnalysis, ...]
    topics: tuple[Topic, ...]

    def document(self) -> dict[str, Any]:
        """Return the edition with everything found in it."""
        return self.edition.document() | {
            "home": self.home,
            "articles": [found.document() for found in self.articles],
            "topics": self.topics,
        }
