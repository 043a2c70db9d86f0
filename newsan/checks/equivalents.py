"""One amount told in two units: 133公顷（约2000亩）, 10亿日元（约合4600万元人民币）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from newsan.checks.figures import Figure, Passage, finding
from newsan.checks.intervals import Interval, shown
from newsan.checks.magnitude import slip
from newsan.models import Finding
from newsan.patterns import compiled
from newsan.quantities.units import unit_table
from newsan.tables import listed

SAME = compiled(
    r"^(?:左右|多)?(?:[^，,。；;：:0-9（(]{0,6}[（(]\s?(?:约合|折合|合计?|约|相当于|即)?(?:人民币)?约?|[，,]?(?:约合|折合(?:成|为)?|合)(?:人民币)?约?)\s?$"
)
"""What stands between an amount and the same amount in another unit."""
CLOSES = compiled(r"^(?:左右|人民币)?\s?[）)]")
ROOM: Final = Decimal("0.06")
"""How far the rounding of a conversion may be off, as a share of the amount."""
YUAN: Final = Interval(Decimal(1), Decimal(1))


@cache
def rates() -> dict[str, Interval]:
    """Return what one unit of each currency was worth in yuan, at the least and at the most."""
    rows = (line.split("\t") for line in listed("currency_rates.tsv")[1:])
    return {"元": YUAN} | {name: Interval(Decimal(least), Decimal(most)) for name, least, most in rows}


def check_equivalents(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield amounts that are told in two units and are not the same."""
    for passage in passages:
        for first, second in pairwise(passage.figures):
            if first.fact.kind != second.fact.kind or first.fact.unit == second.fact.unit:
                continue
            match = SAME.match(second.lead)
            bracketed = match is not None and any(sign in match[0] for sign in "（(")
            if (
                match is None
                or (bracketed and not CLOSES.match(second.tail))
                or first.fact.per != second.fact.per
            ):
                continue
            yield from unlike(first, second)


def unlike(first: Figure, second: Figure) -> Iterator[Finding]:
    """Yield two amounts said to be the same that no rounding and no rate of exchange makes so."""
    factor = factor_between(first, second)
    if factor is None or not first.extent.positive():
        return
    reach = first.extent * factor
    room = Interval(reach.low * (1 - ROOM), reach.high * (1 + ROOM))
    if not room.apart(second.extent):
        return
    # The middle of a rate of exchange says no more than how large the amount is.
    middle = Interval(room.middle, room.middle)
    guess = slip(second.extent, middle) or far(second.extent, room)
    money = first.fact.kind == "money"
    expected = f"{'约' if money else ''}{shown(reach.middle)}{second.fact.unit or ''}"
    message = f"{first.printed}合{expected}，印作{second.printed}"
    proof = f"{first.printed} = {expected} ≠ {second.printed}"
    yield finding("conversion", "error", (first, second), message, proof, expected, guess=guess)


def far(printed: Interval, computed: Interval) -> str | None:
    """Return the suspicion of a wrong 万 or 亿 where an amount is off a thousandfold."""
    if printed.high * 1000 < computed.low or printed.low > computed.high * 1000:
        return "疑为“万”“亿”之误"
    return None


def factor_between(first: Figure, second: Figure) -> Interval | None:
    """Return how many of the second unit one of the first is; a range for currencies, ``None`` if unknown."""
    one, other = first.fact.unit or "", second.fact.unit or ""
    if first.fact.kind == "money":
        here, there = rates().get(one), rates().get(other)
        return None if here is None or there is None else here.over(there)
    units = unit_table()
    if one not in units or other not in units or first.fact.kind == "temperature":
        return None
    if units[one].base != units[other].base or not units[one].factor or not units[other].factor:
        return None
    share = Decimal(units[one].factor or 0) / Decimal(units[other].factor or 1)
    return Interval(share, share)
