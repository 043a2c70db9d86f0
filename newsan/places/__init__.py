"""Sentences -> places, resolved to codes from the paper's city."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.models import Home, Place, Sentence
from newsan.places.home import masthead_home, told_home, voted_home

__all__ = ["find_places", "resolve_home"]


def resolve_home(
    told: str | None, masthead: str | None, articles: Sequence[Sequence[Sentence]]
) -> Home | None:
    """Return the city a paper is printed for: as told, by its masthead, or by the vote of the places it names.

    Without any of them, or where the vote is weak, nothing is assumed.
    """
    if told is not None:
        return told_home(told)
    if masthead is not None and (home := masthead_home(masthead)) is not None:
        return home
    return voted_home(articles)


def find_places(sentences: Sequence[Sentence], home: Home | None) -> list[Place]:
    """Return the places of one article in reading order, never overlapping; ``id`` counts them from 1."""
    # The paper's city is asked for by every command, its places by few.
    from newsan.places.recognising import find_mentions
    from newsan.places.resolving import resolve

    return resolve(find_mentions(sentences), home)
