"""What a quantity is about: whose, what, when, where, against what, which way, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.roles import assign_roles, within
from newsan.models import Date, Fact, Place, Quantity, Rejection, Sentence
from newsan.quantities import find_quantities

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
    named = [place for place in places if place.role != "alias"]
    taken = sorted([(record.start, record.end) for record in (*dates, *named)] + list(asides))
    quantities: list[list[Quantity]] = []
    rejected: list[Rejection] = []
    for sentence in sentences:
        stated, silent = find_quantities(sentence, taken)
        quantities.append(stated)
        rejected += sorted(
            silent + _in_names(sentence, within(named, sentence)), key=lambda found: found.start
        )
    return assign_roles(sentences, quantities, dates, places), rejected


def _in_names(sentence: Sentence, places: Sequence[Place]) -> list[Rejection]:
    """Return the numerals that are part of the names of places (十里河, 101公园)."""
    return [
        Rejection(
            quote=numeral.quote, start=numeral.start, end=numeral.end, reason=f"name of a place {place.quote}"
        )
        for place in places
        for numeral in within(sentence.numerals, place)
        if numeral.end <= place.end
    ]
