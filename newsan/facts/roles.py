"""Quantities -> facts: who is counted, when, against what, which way.

The reading goes by clauses. What stands before a figure in its clause is undone from right to left: verbs
(达, 增长, 占…的), adverbs and comparisons say what the figure is; the noun phrase that is left is what it is
about. Where nothing is left the subject of an earlier clause holds on, as do time and comparison. The roles are
those of MeasEval (SemEval-2021 task 8): quantity, measured entity, property, qualifier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from newsan.facts import locations
from newsan.facts.baselines import baseline_time
from newsan.facts.changes import each_with_its_baseline, told_after
from newsan.facts.clauses import Item, read_items
from newsan.facts.drafts import Draft, read_drafts
from newsan.facts.predicates import Predicate
from newsan.facts.speakers import find_speaker
from newsan.facts.subjects import find_subjects
from newsan.facts.times import Governing, Held, held_behind, names_time, time_of, times_in
from newsan.models import Date, Direction, Fact, Numeral, Place, Quantity, Record, Sentence, Time
from newsan.patterns import compiled

Found = TypeVar("Found", bound=Record | Numeral)

COMPARED = r"(?:[与和同跟](?P<with>[^，。；、]{1,20}?)相比|(?:比起|相比|相较于|相较)(?!之下|起来|来)(?P<to>[^，。；、]{1,20}?)[，,])"
START = attrgetter("start")
LIST_DASH = "——"
"""Paragraphs that begin with it are the members of one list: the time of the words before the list holds in each."""


class Carried(NamedTuple):
    """What holds on from one sentence of a paragraph to the next."""

    paragraph: int = -1
    subject: str | None = None
    held: Held = Held()
    place: locations.Held = locations.Held()
    opening: Time | None = None
    """The time a sentence began with: the frame of what follows it."""


def assign_roles(
    sentences: Sequence[Sentence],
    quantities: Sequence[Sequence[Quantity]],
    dates: Sequence[Date],
    places: Sequence[Place],
) -> list[Fact]:
    """Return the facts of an article in reading order, numbered from 1; ``quantities`` are those of each sentence."""
    facts: list[Fact] = []
    carried = Carried()
    listed = [sentence.paragraph for sentence in sentences if sentence.text.startswith(LIST_DASH)]
    lead: Time | None = None
    for sentence, found in zip(sentences, quantities, strict=True):
        if carried.paragraph != sentence.paragraph:
            if listed[:1] == [sentence.paragraph]:
                lead = carried.opening or carried.held.frame
            in_list = len(listed) > 1 and listed[0] <= sentence.paragraph <= listed[-1]
            carried = Carried(sentence.paragraph, held=Held(lead) if in_list else Held())
        when = [date for date in within(dates, sentence) if date.kind != "clock"]
        speaker = find_speaker(sentence.text) if found else None
        here = locations.locations_in(within(places, sentence), sentence, speaker)
        governing: list[Governing] = []
        if found or when or names_time(sentence):
            items = read_items(sentence, [(date.start, date.end) for date in when], found)
            governing = times_in(items, sentence, when)
            if found:
                drafts = read_drafts(items)
                subjects = find_subjects(items, drafts, sentence, carried.subject)
                times = [time_of(governing, carried.held, sentence, d.quantity) for d in drafts]
                wheres = [locations.place_of(here, carried.place, d.quantity.start) for d in drafts]
                facts += resolve(drafts, subjects, times, wheres, items, when, sentence, speaker, len(facts))
                carried = carried._replace(subject=next(filter(None, reversed(subjects)), carried.subject))
        carried = carried._replace(
            held=held_behind(governing, carried.held, sentence.end, states=bool(found)),
            opening=next((one.time for one in governing if one.start == sentence.start), carried.opening),
            place=locations.held_behind(here, carried.place, sentence, states=bool(found)),
        )
    return facts


def within(found: Sequence[Found], whole: Sentence | Record) -> Sequence[Found]:
    """Return those of a list in reading order that begin inside a sentence or record."""
    first = bisect_left(found, whole.start, key=START)
    return found[first : bisect_left(found, whole.end, first, key=START)]


def resolve(
    drafts: Sequence[Draft],
    subjects: Sequence[str | None],
    times: Sequence[Time | None],
    places: Sequence[int | None],
    items: Sequence[Item],
    dates: Sequence[Date],
    sentence: Sentence,
    speaker: str | None,
    facts_before: int,
) -> list[Fact]:
    """Return the facts of a sentence, comparisons carried on and the two ends of each change linked."""
    facts: list[Fact] = []
    clauses: Sequence[tuple[int, str]] = ()
    if "比" in sentence.text or "相较" in sentence.text:
        found = compiled(COMPARED).finditer(sentence.text)
        clauses = [(match.end(), match["with"] or match["to"]) for match in found]
    baselines: dict[bool, str] = {}
    for index, (draft, subject, time, place) in enumerate(zip(drafts, subjects, times, places, strict=True)):
        quantity, said = draft.quantity, draft.predicate
        fact = Fact(
            quote=quantity.quote, start=quantity.start, end=quantity.end, id=facts_before + index + 1,
            kind=quantity.kind, value=quantity.value, low=quantity.low, high=quantity.high,
            modifier=quantity.modifier, unit=quantity.unit, si=quantity.si, per=quantity.per,
            subject=subject, of=said.of, direction=direction_said(quantity, said), baseline=said.baseline,
            qualifier=draft.qualifier, time=time, place=place, speaker=speaker,
        )  # fmt: skip
        if index:
            fact = told_after(fact, draft, drafts[index - 1], facts, items)
        # 增速加快5个百分点 compares rates: what they are compared with is not what the amounts are.
        points = fact.kind == "percentage_point"
        baseline, then = fact.baseline, fact.baseline_time
        if fact.direction and said.verbal and not said.arrived and baseline is None:
            baseline = _latest(clauses, fact.start - sentence.start) or baselines.get(points)
            baseline = baseline or baselines.get(False)
        if baseline and then is None:
            then = baseline_time(baseline, time, dates)
        if (baseline, then) != (fact.baseline, fact.baseline_time):
            fact = replace(fact, baseline=baseline, baseline_time=then)
        if baseline and fact.change is None:
            baselines[points] = baseline
        facts.append(fact)
    return each_with_its_baseline(facts)


def direction_said(quantity: Quantity, said: Predicate) -> Direction | None:
    """Return which way a figure moves; a rate printed with its minus (增长率为-1.5‰) says so itself."""
    value = quantity.value
    return (
        None if isinstance(value, Decimal) and value < 0 and quantity.unit in ("%", "‰") else said.direction
    )


def _latest(clauses: Sequence[tuple[int, str]], offset: int) -> str | None:
    """Return what the last comparing clause before ``offset`` compares with (与五年前相比，)."""
    index = bisect_right(clauses, offset, key=lambda clause: clause[0])
    return clauses[index - 1][1] if index else None
