"""Figures of one change told together: where it starts, where it arrives, how far it went, what it is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from newsan.facts.clauses import Item
from newsan.facts.drafts import Draft, clause_start
from newsan.models import Change, Direction, Fact, Time
from newsan.patterns import compiled

MEMBERS = "[、和与及]"
DIFFERENCES = frozenset(("percent", "percentage_point", "multiple"))
"""Kinds that tell how far a change went whatever unit its levels are in."""


def told_after(fact: Fact, this: Draft, previous: Draft, facts: list[Fact], items: Sequence[Item]) -> Fact:
    """Return a figure with what the one before it, the last of ``facts``, adds; links those in place."""
    last = facts[-1]
    if this.continues:
        return replace(
            fact,
            direction=fact.direction or last.direction,
            of=last.of,
            baseline=last.baseline,
            baseline_time=last.baseline_time,
            qualifier=last.qualifier,
        )
    if this.predicate.arrived and _goes_on(items, previous, this):
        return _arrived(fact, previous, facts)
    if previous.compared is not None and previous.at + 2 == this.at:
        return _compared(fact, previous, facts, items)
    if (
        fact.baseline is None
        and fact.direction
        and fact.subject == last.subject
        and _is_difference(fact, last)
    ):
        start = facts[-2] if len(facts) > 1 else last
        then = _other(start.time, last.time)
        return replace(fact, baseline=then.text if then else start.quote, baseline_time=then)
    return fact


def each_with_its_baseline(facts: list[Fact]) -> list[Fact]:
    """Return the facts, those of a list compared with a list of as many members each with its own (比甲、乙高5、7分)."""
    if all(fact.baseline is None for fact in facts):
        return facts
    first = 0
    while first < len(facts):
        end = first + 1
        baseline = facts[first].baseline
        while end < len(facts) and baseline is not None and facts[end].baseline == baseline:
            end += 1
        members = () if baseline is None or end == first + 1 else compiled(MEMBERS).split(baseline)
        if len(members) == end - first:
            for index, member in enumerate(members, first):
                facts[index] = replace(facts[index], baseline=member)
        first = end
    return facts


def _arrived(fact: Fact, previous: Draft, facts: list[Fact]) -> Fact:
    """Return where a change arrives (由47家减至|19家), linked with where it starts if the figure before tells that."""
    last = facts[-1]
    direction = fact.direction or last.direction
    if not previous.starts:
        return replace(fact, direction=direction)
    link = Change(last.id, fact.id)
    facts[-1] = replace(last, change=link)
    return replace(
        fact,
        subject=last.subject,
        of=fact.of or last.of,
        direction=direction or _direction_between(last, fact),
        baseline=last.quote,
        baseline_time=_other(last.time, fact.time),
        qualifier=fact.qualifier or last.qualifier,
        change=link,
    )


def _compared(fact: Fact, previous: Draft, facts: list[Fact], items: Sequence[Item]) -> Fact:
    """Return a change whose other level stands before it (较去年的26小时|缩短2小时); two levels of one thing are linked."""
    last = facts[-1]
    if len(facts) > 1 and _one_thing(facts[-2], last):
        link = Change(last.id, facts[-2].id)
        facts[-2:] = [replace(facts[-2], change=link), replace(last, change=link)]
    begin = previous.at if previous.compared is None else previous.compared + 1
    words = "".join(item.text for item in items[begin : previous.at]).removesuffix("的")
    return replace(fact, baseline=words or last.quote, baseline_time=_other(last.time, fact.time))


def _goes_on(items: Sequence[Item], previous: Draft, this: Draft) -> bool:
    """Return whether a figure stands in the clause of the one before it, a comma between them or not."""
    left = clause_start(items, this.at)
    return left == previous.at + 1 or (
        previous.starts and left == previous.at + 2 and items[left - 1].text == "，"
    )


def _direction_between(start: Fact, end: Fact) -> Direction | None:
    """Return which way a change points whose verb does not say it (由2.85元调整为3.1元)."""
    if isinstance(start.value, Decimal) and isinstance(end.value, Decimal) and start.unit == end.unit:
        return "up" if end.value > start.value else "down" if end.value < start.value else None
    return None


def _other(time: Time | None, than: Time | None) -> Time | None:
    """Return a time that is another than the figure's own, ``None`` where it is the same or not resolved."""
    if time is None or time.from_ is None or (than is not None and time.from_ == than.from_):
        return None
    return time


def _one_thing(first: Fact, second: Fact) -> bool:
    """Return whether two figures are levels of one thing."""
    return first.subject == second.subject and first.unit == second.unit and first.direction is None


def _is_difference(fact: Fact, reached: Fact) -> bool:
    """Return whether a figure of change tells how far the change that ``reached`` ends went (由5家增至7家，增长40%)."""
    if reached.change is None or reached.id != reached.change.to:
        return False
    return fact.unit == reached.unit or fact.kind in DIFFERENCES
