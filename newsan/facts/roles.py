"""Quantities -> facts: who is counted, when, against what, which way.

The reading goes by clauses. What stands before a figure in its clause is undone from right to left: verbs
(达, 增长, 占…的), adverbs and comparisons say what the figure is; the noun phrase that is left is what it is
about. Where nothing is left the subject of an earlier clause holds on, as do time and comparison. The roles are
those of MeasEval (SemEval-2021 task 8): quantity, measured entity, property, qualifier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, TypeVar

from newsan.facts.baselines import baseline_time
from newsan.facts.clauses import Item, read_items
from newsan.facts.drafts import Draft, clause_start, read_drafts
from newsan.facts.speakers import find_speaker
from newsan.facts.subjects import find_subjects
from newsan.facts.times import names_time, time_at, times_in
from newsan.models import Change, Date, Direction, Fact, Numeral, Place, Quantity, Record, Sentence, Time
from newsan.patterns import compiled

Found = TypeVar("Found", bound=Record | Numeral)

COMPARED = compiled(
    r"(?:[与和同跟](?P<with>[^，。；、]{1,20}?)相比|(?:比起|相比|相较于|相较)(?!之下|起来)(?P<to>[^，。；、]{1,20}?)[，,])"
)
MEMBERS = compiled("[、和与及]")
LIST_DASH = "——"
"""Paragraphs that begin with it are the members of one list: the time of the words before the list holds in each."""
TOWARDS = frozenset("对向与赴往从自比较距离")
"""A place behind one of these is dealt with or measured from; the figure holds elsewhere."""


class Carried(NamedTuple):
    """What holds on from one sentence of a paragraph to the next."""

    paragraph: int = -1
    subject: str | None = None
    time: Time | None = None
    place: int | None = None
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
                lead = carried.opening or carried.time
            in_list = len(listed) > 1 and listed[0] <= sentence.paragraph <= listed[-1]
            carried = Carried(sentence.paragraph, time=lead if in_list else None)
        when = [date for date in within(dates, sentence) if date.kind != "clock"]
        near = [place for place in within(places, sentence) if _tells_where(place, sentence)]
        if found or when or names_time(sentence):
            items = read_items(sentence, [(date.start, date.end) for date in when], found)
            governing = times_in(items, sentence, when)
            if found:
                drafts = read_drafts(items)
                subjects = find_subjects(items, drafts, sentence, carried.subject)
                times = [time_at(governing, carried.time, d.quantity.context_start) for d in drafts]
                wheres = [_place(near, carried.place, d.quantity.start) for d in drafts]
                facts += resolve(drafts, subjects, times, wheres, items, when, sentence, len(facts))
                carried = carried._replace(subject=next(filter(None, reversed(subjects)), carried.subject))
            carried = carried._replace(
                time=time_at(governing, carried.time, sentence.end),
                opening=next((one.time for one in governing if one.start == sentence.start), carried.opening),
            )
        carried = carried._replace(place=near[-1].id if near else carried.place)
    return facts


def within(found: Sequence[Found], whole: Sentence | Record) -> Sequence[Found]:
    """Return those of a list in reading order that begin inside a sentence or record."""
    first = bisect_left(found, whole.start, key=lambda one: one.start)
    return found[first : bisect_left(found, whole.end, key=lambda one: one.start)]


def resolve(
    drafts: Sequence[Draft],
    subjects: Sequence[str | None],
    times: Sequence[Time | None],
    places: Sequence[int | None],
    items: Sequence[Item],
    dates: Sequence[Date],
    sentence: Sentence,
    facts_before: int,
) -> list[Fact]:
    """Return the facts of a sentence, comparisons carried on and the two ends of each change linked."""
    facts: list[Fact] = []
    speaker = find_speaker(sentence.text)
    clauses = [(match.end(), match["with"] or match["to"]) for match in COMPARED.finditer(sentence.text)]
    baseline: str | None = None
    previous: Draft | None = None
    for this, own, time, place in zip(drafts, subjects, times, places, strict=True):
        quantity, said = this.quantity, this.predicate
        number = facts_before + len(facts) + 1
        direction, subject, change = said.direction, own, None
        compared, whole, qualifier = said.baseline, said.of, this.qualifier
        then: Time | None = None
        last = facts[-1] if facts else None
        if last is None or previous is None:
            pass
        elif this.continues:
            direction, compared, whole = direction or last.direction, last.baseline, last.of
            qualifier, then = last.qualifier, last.baseline_time
        elif said.arrived and _goes_on(items, previous, this):
            direction = direction or last.direction
            if previous.starts:
                direction = direction or _direction_between(previous.quantity, quantity)
                compared, change, then = last.quote, Change(number - 1, number), _other(last.time, time)
                subject, qualifier = last.subject, qualifier or last.qualifier
                facts[-1] = replace(last, change=change)
        elif previous.compared is not None and previous.index + 2 == this.index:
            compared = _words(items, previous.compared + 1, previous.index) or previous.quantity.quote
            then = _other(last.time, time)
            if len(facts) > 1 and _one_thing(facts[-2], last):
                link = Change(number - 1, number - 2)
                facts[-2:] = [replace(facts[-2], change=link), replace(last, change=link)]
        elif compared is None and direction and own == last.subject and _is_difference(quantity, last):
            start = facts[-2] if len(facts) > 1 else last
            then = _other(start.time, last.time)
            compared = then.text if then else start.quote
        if direction and said.verbal and not said.arrived and compared is None:
            compared = _latest(clauses, quantity.start - sentence.start) or baseline
        if compared and then is None:
            then = baseline_time(compared, time, dates)
        baseline = compared if change is None and compared else baseline
        facts.append(
            Fact(
                quote=quantity.quote, start=quantity.start, end=quantity.end, id=number,
                kind=quantity.kind, value=quantity.value, low=quantity.low, high=quantity.high,
                modifier=quantity.modifier, unit=quantity.unit, si=quantity.si, per=quantity.per,
                subject=subject, of=whole, direction=direction, baseline=compared, baseline_time=then,
                qualifier=qualifier, time=time,
                place=place, speaker=speaker, change=change,
            )
        )  # fmt: skip
        previous = this
    return _each_with_its_baseline(facts)


def _each_with_its_baseline(facts: list[Fact]) -> list[Fact]:
    """Return the facts, those of a list compared with a list of as many members each with its own (比甲、乙高5、7分)."""
    first = 0
    while first < len(facts):
        end = first + 1
        baseline = facts[first].baseline
        while end < len(facts) and baseline is not None and facts[end].baseline == baseline:
            end += 1
        members = () if baseline is None or end == first + 1 else MEMBERS.split(baseline)
        if len(members) == end - first:
            for index, member in enumerate(members, first):
                facts[index] = replace(facts[index], baseline=member)
        first = end
    return facts


def _goes_on(items: Sequence[Item], previous: Draft, this: Draft) -> bool:
    """Return whether a figure stands in the clause of the one before it, a comma between them or not."""
    left = clause_start(items, this.index)
    return left == previous.index + 1 or (
        previous.starts and left == previous.index + 2 and items[left - 1].text == "，"
    )


def _other(time: Time | None, than: Time | None) -> Time | None:
    """Return a time that is another than the figure's own, ``None`` where it is the same or not resolved."""
    if time is None or time.from_ is None or (than is not None and time.from_ == than.from_):
        return None
    return time


def _one_thing(first: Fact, second: Fact) -> bool:
    """Return whether two figures are levels of one thing."""
    return first.subject == second.subject and first.unit == second.unit and first.direction is None


def _is_difference(quantity: Quantity, reached: Fact) -> bool:
    """Return whether a figure of change tells how far the change that ``reached`` ends went (由5家增至7家，增长40%)."""
    if reached.change is None or reached.id != reached.change.to:
        return False
    return quantity.unit == reached.unit or quantity.kind in ("percent", "percentage_point", "multiple")


def _words(items: Sequence[Item], start: int, end: int) -> str:
    """Return the words of a comparison, without the 的 before its figure."""
    return "".join(item.text for item in items[start:end]).removesuffix("的")


def _latest(clauses: Sequence[tuple[int, str]], offset: int) -> str | None:
    """Return what the last comparing clause before ``offset`` compares with (与五年前相比，)."""
    index = bisect_right(clauses, offset, key=lambda clause: clause[0])
    return clauses[index - 1][1] if index else None


def _direction_between(start: Quantity, end: Quantity) -> Direction | None:
    """Return which way a change points whose verb does not say it (由2.85元调整为3.1元)."""
    if isinstance(start.value, Decimal) and isinstance(end.value, Decimal) and start.unit == end.unit:
        return "up" if end.value > start.value else "down" if end.value < start.value else None
    return None


def _tells_where(place: Place, sentence: Sentence) -> bool:
    """Return whether a place can be where a figure holds: no part of a name, and not only whom it is dealt with (对美国)."""
    before = place.start - sentence.start - 1
    return place.role in ("toponym", "alias") and not (before >= 0 and sentence.text[before] in TOWARDS)


def _place(near: Sequence[Place], carried: int | None, offset: int) -> int | None:
    """Return the id of the nearest place before a figure, else the one an earlier sentence of the paragraph leaves."""
    index = bisect_right(near, offset, key=lambda place: place.end)
    return near[index - 1].id if index else carried
