"""A change by its two levels, and whether what is said of it is what they give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from newsan.checks.figures import Figure, finding
from newsan.checks.intervals import Interval, shown, step_of
from newsan.checks.magnitude import slip
from newsan.models import Finding
from newsan.patterns import compiled

HUNDRED: Final = Decimal(100)
ONE: Final = Interval(Decimal(1), Decimal(1))
REAL_TERMS = compiled(
    "生产总值|增加值|(?i:gdp)|总产值|可支配收入|消费支出|居民.{0,4}收入|人均.{0,4}收入|经济总量"
)
"""Indicators whose growth is told at constant prices: their levels give another rate."""
TENTH: Final = Decimal("0.1")
"""A per mille in percentage points."""
DOUBLINGS: Final = frozenset(map(Decimal, (1, 2, 3, 4, 5)))
LEAST_DOUBLED: Final = Decimal("0.8")
MOST_DOUBLED: Final = Decimal("1.6")
"""How far from a power of two levels may be that are said to have doubled (翻番): it is said of round numbers."""


class Move(NamedTuple):
    """A change by its levels: what it starts from and what it comes to, and the words the sum shows them in."""

    start: Interval
    end: Interval
    difference: Interval
    first: str
    last: str
    moved: str
    """The difference as the sum shows it."""
    figures: tuple[Figure, ...]
    by_amount: bool = False
    """The amount of the change is printed, where it starts is not."""

    @property
    def rate(self) -> Interval:
        """The change in percent of where it starts.

        Where both levels are printed it is reckoned from their quotient, in which each stands but once: that is the
        narrower interval.
        """
        share = self.difference.over(self.start) if self.by_amount else self.end.over(self.start) - ONE
        return share.times(HUNDRED)


def between(first: Figure, last: Figure) -> Move:
    """Return the move from one level to another."""
    return Move(
        first.extent,
        last.extent,
        last.extent - first.extent,
        first.printed,
        last.printed,
        f"{last.printed} − {first.printed}",
        (first, last),
    )


def compare(move: Move, change: Figure, *, falls: bool) -> Iterator[Finding]:
    """Yield the finding that a change is not what its levels give."""
    if not move.start.positive() or move.end.low < 0:
        return
    difference, rate = (-move.difference, -move.rate) if falls else (move.difference, move.rate)
    if change.unit[1] in ("百分点", "%") and move.figures[0].unit[1] == "‰":
        difference = difference.times(TENTH)
    said = change.extent
    shares = move.figures[0].fact.kind == "percent"
    kind = change.fact.kind
    if change.unit[1] == "‰":
        if difference.apart(said) and rate.apart(said):
            yield wrong(move, change, difference, "‰")
    elif kind == "percent":
        # Some papers cut digits off where others round.
        said = said.widened(step_of(change.fact) / 2)
        if rate.apart(said) and not REAL_TERMS.search(context(move)):
            if shares and not difference.apart(said):
                yield mixed_up(move, change, difference, "个百分点")
            else:
                yield wrong(move, change, rate, "%", misprint(move, change, falls=falls))
    elif kind == "percentage_point" and shares:
        if difference.apart(said):
            if rate.apart(said):
                yield wrong(move, change, difference, "个百分点")
            else:
                yield mixed_up(move, change, rate, "%")
    elif kind == "multiple" and not falls:
        times = move.end.over(move.start)
        if change.fact.unit == "番":
            yield from redoubled(move, change, times)
        elif (times - ONE).apart(said):
            yield wrong(move, change, times - ONE, "倍")
    elif change.unit[:2] == move.figures[0].unit[:2] and difference.apart(said):
        yield wrong(move, change, difference, change.fact.unit or "")


def redoubled(move: Move, change: Figure, times: Interval) -> Iterator[Finding]:
    """Yield 翻两番 (four times as much) of levels that are far from it; it is said of round numbers."""
    doublings = change.fact.value
    if not isinstance(doublings, Decimal) or doublings not in DOUBLINGS:
        return
    said = Interval(Decimal(2), Decimal(2)).times(Decimal(2) ** (doublings - 1))
    if times.apart(Interval(said.low * LEAST_DOUBLED, said.high * MOST_DOUBLED)):
        yield wrong(move, change, times - ONE, "倍")


def context(move: Move) -> str:
    """Return the words that say what the levels are of."""
    return "".join(f"{figure.fact.subject or ''}{figure.lead}" for figure in move.figures)


def mixed_up(move: Move, change: Figure, computed: Interval, unit: str) -> Finding:
    """Return the finding that percent stands for percentage points, or points for percent."""
    expected = f"{shown(computed.middle, change.fact)}{unit}"
    message = f"由{move.first}到{move.last}是{expected}，不是{change.printed}：百分比与百分点混用"
    proof = f"{sum_of(move, unit)} = {expected} ≠ {change.printed}"
    return finding("points", "error", (*move.figures, change), message, proof, expected)


def wrong(move: Move, change: Figure, computed: Interval, unit: str, guess: str | None = None) -> Finding:
    """Return the finding that a change is not what its levels give, and what they give.

    A ``guess`` says that the last level is misprinted; what the change should be is then not to be told from it.
    """
    expected = f"{shown(computed.middle, change.fact)}{unit}"
    moved = f"变化{move.moved}、到{move.last}" if move.by_amount else f"由{move.first}到{move.last}"
    message = f"{moved}，变化应为{expected}，印作{change.printed}"
    proof = f"{sum_of(move, unit)} = {expected} ≠ {change.printed}"
    return finding(
        "growth", "error", (*move.figures, change), message, proof, None if guess else expected, guess=guess
    )


def sum_of(move: Move, unit: str) -> str:
    """Return how a change is reckoned from its levels, so that anyone may do the sum again."""
    if unit not in ("%", "倍"):
        return move.moved
    return f"({move.moved}) ÷ {move.first}" if "−" in move.moved else f"{move.moved} ÷ {move.first}"


def misprint(move: Move, change: Figure, *, falls: bool) -> str | None:
    """Return how the last level seems to be misprinted, where that would explain the change."""
    share = change.extent.times(1 / HUNDRED)
    return slip(move.end, move.start * (ONE - share if falls else ONE + share))
