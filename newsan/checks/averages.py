"""Averages against what they are averages of: 320户发放补贴160万元，户均5000元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsan.checks.figures import PEOPLE, Figure, Passage, finding
from newsan.checks.intervals import Interval, shown
from newsan.checks.magnitude import slip
from newsan.checks.wholes import CHANGING
from newsan.models import Finding
from newsan.patterns import compiled

EACH = compiled(
    r"(?:(?P<short>[户人亩])均|平均每一?个?(?P<long>户|人|亩|公顷|家|名|台|辆|场|个村|村|所|座|个项目)|每(?P<each>户|人|亩|公顷|家)平均)"
    r"[^，,。；;0-9]{0,6}$"
)
MOST_FIGURES: Final = 12
"""In a sentence with more figures than this no total is surely that of an average."""
ELSEWHERE = compiled("其中|另|此外|去年|上年|比|较|将|预计|计划|目标|增|全省|全国")


def check_averages(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield averages that the one total and the one number of their sentence do not give."""
    for passage in passages:
        if len(passage.figures) > MOST_FIGURES or ELSEWHERE.search(passage.text):
            continue
        for average in passage.figures:
            match = EACH.search(average.lead)
            if match is None:
                continue
            what = match["short"] or match["long"] or match["each"]
            before = [
                figure
                for figure in passage.figures
                if figure is not average and not CHANGING.search(figure.lead)
            ]
            numbers = [figure for figure in before if counts(figure, what)]
            totals = [
                figure
                for figure in before
                if figure.fact.kind == average.fact.kind and figure not in numbers and figure.fact.per is None
            ]
            if len(numbers) == len(totals) == 1:
                yield from unlike(totals[0], numbers[0], average)


def counts(figure: Figure, what: str) -> bool:
    """Tell whether a figure says how many there are of what the average is by."""
    unit = figure.fact.unit
    return unit == what or (what in PEOPLE and unit in PEOPLE)


def unlike(total: Figure, number: Figure, average: Figure) -> Iterator[Finding]:
    """Yield an average that its total and number do not give, in units that compare."""
    whole, each = in_base(total), in_base(average)
    if whole is None or each is None or not number.extent.positive() or not each.positive():
        return
    computed = whole.over(number.extent)
    if not computed.apart(each.widened(each.high - each.low)):
        return
    guess = slip(each, computed)
    factor = each.middle / average.extent.middle
    expected = f"{shown(computed.middle / factor, average.fact)}{average.fact.unit or ''}"
    message = f"{total.printed}由{number.printed}平分，每份是{expected}，印作{average.printed}"
    proof = f"{total.printed} ÷ {number.printed} = {expected} ≠ {average.printed}"
    yield finding("sum", "error", (total, number, average), message, proof, expected, guess=guess)


def in_base(figure: Figure) -> Interval | None:
    """Return what a figure can mean in the base unit of its kind, or in its own unit where it has no base."""
    fact = figure.fact
    if fact.si is None or not fact.value or isinstance(fact.value, str):
        return figure.extent if fact.si is None else None
    return figure.extent.times(fact.si.value / fact.value)
