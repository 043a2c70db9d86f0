"""Sentences -> figures."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.quantities import find_quantities
from newsan.facts.roles import assign_roles
from newsan.models import Date, Fact, Place, Quantity, Rejection, Sentence

__all__ = ["find_facts"]


def find_facts(
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    places: Sequence[Place],
    asides: Sequence[tuple[int, int]],
) -> tuple[list[Fact], list[Rejection]]:
    """Return the figures of an article and the numerals that state nothing, both in reading order.

    Numerals inside dates and bylines (``asides``) are neither.
    """
    taken = sorted([(date.start, date.end) for date in dates] + list(asides))
    quantities: list[list[Quantity]] = []
    rejected: list[Rejection] = []
    for sentence in sentences:
        stated, silent = find_quantities(sentence, taken)
        quantities.append(stated)
        rejected += silent
    return assign_roles(sentences, quantities, dates, places), rejected
