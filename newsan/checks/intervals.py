"""What a printed number leaves open: 27.41亿 is anything from 27.405亿 to 27.415亿, and sums are done on that."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Final

from newsan.models import Fact
from newsan.patterns import compiled

ROUNDED: Final = Context(prec=34, traps=[])
"""Sums are done in this context: nothing in a page makes them raise, and what has no value is NaN, equal to nothing."""
INFINITE: Final = Decimal("Infinity")
COUNTED: Final = frozenset(("count", "duration", "age"))
"""Kinds that are whole where they are printed whole: 120人, 15天."""
RATES: Final = frozenset(("percent", "percentage_point", "multiple"))
ABOUT: Final = Decimal("0.1")
"""How far 约 reaches: a tenth of the value to either side."""
FOLD: Final = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
DIGITS = compiled(r"(?P<whole>\d{1,3}(?:[,，]\d{3})++|\d++)(?:\.(?P<decimals>\d++))?+")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two bounds, either of which may be infinite; the arithmetic is that of such sets.

    ``printed`` is the value as the paper prints it and what sums of such values come to; it is not always
    halfway, and two intervals are equal without it.

    >>> Interval(Decimal(2), Decimal(3)) + Interval(Decimal(1), Decimal(1))
    Interval(low=Decimal('3'), high=Decimal('4'))
    """

    low: Decimal
    high: Decimal
    printed: Decimal | None = field(default=None, compare=False, repr=False)

    def __add__(self, other: Interval) -> Interval:
        """Return the sums."""
        return Interval(self.low + other.low, self.high + other.high, self.middle + other.middle)

    def __sub__(self, other: Interval) -> Interval:
        """Return the differences."""
        return Interval(self.low - other.high, self.high - other.low, self.middle - other.middle)

    def over(self, other: Interval) -> Interval:
        """Return the quotients by an interval of positive values."""
        floor, ceiling = self.low, self.high
        return Interval(
            floor / (other.high if floor >= 0 else other.low),
            ceiling / (other.low if ceiling >= 0 else other.high),
            self.middle / other.middle,
        )

    def __mul__(self, other: Interval) -> Interval:
        """Return the products with an interval of values that are not negative."""
        return Interval(
            self.low * (other.low if self.low >= 0 else other.high),
            self.high * (other.high if self.high >= 0 else other.low),
            self.middle * other.middle,
        )

    def __neg__(self) -> Interval:
        """Return the same values with the other sign."""
        return Interval(-self.high, -self.low, -self.middle)

    def times(self, factor: Decimal) -> Interval:
        """Return the multiples by a positive factor."""
        return Interval(self.low * factor, self.high * factor, self.middle * factor)

    def widened(self, slack: Decimal) -> Interval:
        """Return the interval with as much added at either end."""
        return Interval(self.low - slack, self.high + slack, self.printed)

    @property
    def middle(self) -> Decimal:
        """The value as printed, or as the printed values give it; without one, the value halfway between the bounds."""
        return (self.low + self.high) / 2 if self.printed is None else self.printed

    def apart(self, other: Interval) -> bool:
        """Tell whether no value is in both; what cannot be told is not apart."""
        return self.high < other.low or other.high < self.low

    def positive(self) -> bool:
        """Tell whether one may divide by it."""
        return self.low > 0


def step_of(fact: Fact) -> Decimal:
    """Return the value of one unit in the last place printed: a hundred thousand in 2.1百万, ten in 1200.

    Zeros at the end of a whole number may be rounding; the first of several is taken for a digit that counts.
    """
    value = fact.value if isinstance(fact.value, Decimal) else fact.low if fact.low is not None else fact.high
    if value is None or not value.is_finite() or value == 0:
        return Decimal(1)
    match = DIGITS.search(fact.quote.translate(FOLD))
    if match is None:
        return Decimal(1).scaleb(_zeros(value))
    whole = match["whole"].replace(",", "").replace("，", "")
    printed = Decimal(f"{whole}.{match['decimals'] or 0}")
    if printed == 0:
        return Decimal(1)
    magnitude = abs(value) / printed
    if match["decimals"]:
        return magnitude.scaleb(-len(match["decimals"]))
    zeros = 0 if fact.kind == "percent" else max(0, _zeros(printed) - 1)
    return magnitude.scaleb(zeros)


def _zeros(value: Decimal) -> int:
    """Return how many zeros a whole number ends in."""
    return max(0, int(value.normalize().as_tuple().exponent)) if value.is_finite() else 0


def extent(fact: Fact) -> Interval | None:
    """Return the values a fact can mean, from its printed digits and its bound; ``None`` where it has no number.

    Things counted one by one are as many as printed. A bound that is open in print (超, 余) is open here, so that no sum is ever said to fail on it alone.
    """
    step = step_of(fact)
    half = Decimal(0) if fact.kind in COUNTED and step == 1 else step / 2
    if not isinstance(fact.value, Decimal):
        if fact.low is None or fact.high is None or isinstance(fact.value, str):
            return None
        return Interval(fact.low, fact.high).widened(half)
    value = fact.value
    if not value.is_finite():
        return None
    exact = Interval(value, value, value).widened(half)
    match fact.modifier:
        case None:
            return exact
        case "about":
            reach = exact.widened(abs(value) * ABOUT)
            return Interval(reach.low, exact.high) if fact.high is not None and fact.low is None else reach
        case "over" | "at_least":
            return Interval(exact.low, INFINITE)
        case "under" | "at_most":
            return Interval(-INFINITE if value < 0 else Decimal(0), exact.high)
        case _:
            return (
                None if fact.low is None or fact.high is None else Interval(fact.low, fact.high).widened(half)
            )


def shown(value: Decimal, like: Fact | None = None) -> str:
    """Return a value computed, as the paper prints numbers: in 万 and 亿, with three digits, or as many as ``like`` has.

    Rates (``like`` is one) are never told in 万.

    >>> shown(Decimal("3321000000")), shown(Decimal("1.2284"))
    ('33.2亿', '1.23')
    """
    if not value.is_finite():
        return "?"
    step = Decimal(1).scaleb(value.adjusted() - 2 if value else 0)
    if like is not None:
        step = min(step, step_of(like))
    digits = value.quantize(Decimal(1).scaleb(step.adjusted()), context=ROUNDED)
    if not digits.is_finite():
        return f"{value:.4g}"
    if like is not None and like.kind in RATES:
        return plain(digits)
    for name, power in (("万亿", 12), ("亿", 8), ("万", 4)):
        if abs(digits) >= Decimal(10) ** power:
            digits = digits.scaleb(-power)
            return plain(digits) + name
    return plain(digits)


def plain(value: Decimal) -> str:
    """Return a number in plain digits without zeros behind its point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
