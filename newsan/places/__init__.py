"""Sentences -> places, resolved to codes from the paper's city."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.models import Home, Place, Sentence

__all__ = ["find_places", "resolve_home"]


def resolve_home(told: str | None, masthead: str | None, articles: Sequence[Sequence[Sentence]]) -> Home | None:
    """Return the city a paper is printed for: as told, by its masthead, or by the vote of the places it names."""
    del told, masthead, articles
    return None


def find_places(sentences: Sequence[Sentence], home: Home | None) -> list[Place]:
    """Return the places of an article in reading order."""
    del sentences, home
    return []
