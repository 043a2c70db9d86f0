"""Sentences -> figures."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.quantities import find_quantities
from newsan.models import Date, Fact, Place, Quantity, Rejection, Sentence

__all__ = ["find_facts"]


def find_facts(
    sentences: Sequence[Sentence],
    dates: Sequence[Date],
    places: Sequence[Place],
    asides: Sequence[tuple[int, int]],
) -> tuple[list[Fact], list[Rejection]]:
    """Return the figures of an article and the numerals that state nothing, both in reading order."""
    del places
    taken = [(date.start, date.end) for date in dates] + list(asides)
    facts: list[Fact] = []
    rejected: list[Rejection] = []
    for sentence in sentences:
        quantities, silent = find_quantities(sentence, taken)
        facts += [_fact(quantity, len(facts) + number) for number, quantity in enumerate(quantities, 1)]
        rejected += silent
    return facts, rejected


def _fact(quantity: Quantity, number: int) -> Fact:
    return Fact(
        id=number, quote=quantity.quote, start=quantity.start, end=quantity.end, kind=quantity.kind,
        value=quantity.value, low=quantity.low, high=quantity.high, modifier=quantity.modifier,
        unit=quantity.unit, si=quantity.si, per=quantity.per,
    )  # fmt: skip
