"""The low and the high end of a number, calculated exactly."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import NamedTuple

from newsan.models import Modifier

# Wide enough for every sum of printed magnitudes; a longer run of digits is never calculated with.
EXACT = Context(prec=64, traps=[])

Bounds = tuple[Decimal, Decimal]
NOTHING: Bounds = (Decimal(0), Decimal(0))


def add(a: Bounds, b: Bounds) -> Bounds:
    """Return the sum, end by end."""
    return EXACT.add(a[0], b[0]), EXACT.add(a[1], b[1])


def times(a: Bounds, factor: int) -> Bounds:
    """Return so many times the bounds."""
    return EXACT.multiply(a[0], Decimal(factor)), EXACT.multiply(a[1], Decimal(factor))


def plain(value: Decimal, *, scaled: bool = True) -> Decimal:
    """Return a value without the exponent or zeros that multiplying left: ``27.41亿`` is ``2741000000``."""
    if not scaled or not value.is_finite():
        return value
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=EXACT) if value.adjusted() < 60 else value
    return value.normalize(EXACT)


class Number(NamedTuple):
    """A number as far as it has been read: where it ends, the least and the most it may be."""

    end: int
    low: Decimal
    high: Decimal
    modifier: Modifier | None = None
    several: bool = False
    bare: bool = False
    """Only a magnitude, or only a financial digit: a number where the words before or after it say so."""
