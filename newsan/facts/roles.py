"""Quantities -> facts: who is counted, when, against what, which way.

The reading goes by clauses. What stands before a figure in its clause is undone from right to left: verbs
(达, 增长, 占…的), adverbs and comparisons say what the figure is; the noun phrase that is left is what it is
about. Where nothing is left the subject of an earlier clause holds on, as do time and comparison. The roles are
those of MeasEval (SemEval-2021 task 8): quantity, measured entity, property, qualifier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

import regex

from newsan.facts.clauses import Item, read_items
from newsan.facts.noun_phrases import (
    LIST_WORDS,
    PERSON_UNITS,
    Phrase,
    conjuncts,
    governs,
    is_verb,
    members_before,
    phrase_after,
    phrase_before,
)
from newsan.facts.predicates import (
    RESPECTIVELY,
    Predicate,
    compared_with,
    direction_of,
    read_predicate,
    word_lists,
)
from newsan.facts.times import STARTS, time_at, times_in
from newsan.models import Change, Date, Direction, Fact, Numeral, Place, Quantity, Record, Sentence, Time

Found = TypeVar("Found", bound=Record | Numeral)

MEASURED_FROM_OUTSIDE = frozenset(
    ("money", "percent", "percentage_point", "multiple", "index", "rate", "temperature")
)
"""Kinds whose subject stands before the figure; what is counted otherwise stands behind it (17个|颠覆性技术)."""
AFTER_A_CHANGE = frozenset(("的", "幅度", "速度", "左右", "以上", "大幅"))
COMPARED = regex.compile(
    r"(?:[与和同跟](?P<with>[^，。；、]{1,20}?)相比|(?:比起|相比|相较于|相较)(?P<to>[^，。；、]{1,20}?)[，,])"
)
PLACES_BACK = 4
"""Places before a figure among which the one it is about is looked for."""
RANKED = frozenset(
    (
        "居",
        "位居",
        "位列",
        "列",
        "排名",
        "排",
        "升至",
        "跃居",
        "名列",
        "稳居",
        "跻身",
        "进入",
        "获",
        "获得",
        "夺得",
    )
)
"""居全国第二: the rank is of what stands before, the place between says among whom."""
TIMES_OF = frozenset(("是", "为", "相当于", "仅为", "约为", "达到", "仅是", "仅"))
"""是平日的两倍: a multiple of what stands between."""
DAY = r"(?:\d{1,2}日|今天|昨天|日前)(?:（[^）]{1,8}）)?[早晚]?"
REPORTED = regex.compile(
    rf"据(?P<who>[^，。；：“”]{{2,24}}?)(?:{DAY})?(?:不完全|初步|最新)?(?:统计|介绍|测算|预测|消息|数据|通报|报道|披露|估算|透露)"
)
SAID = regex.compile(
    rf"^(?P<who>[^，。；：“”]{{2,30}}?)(?:{DAY})?(?:表示|介绍|指出|透露|坦言|说|称)(?:说)?[，：,:]"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity with what its own clause says of it."""

    index: int
    quantity: Quantity
    predicate: Predicate
    phrase: Phrase | None
    continues: bool
    """It goes on with the list of the figure before it (77%|和|332%)."""
    starts: bool
    """It is where a change starts (由|A|增至B)."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What holds on from one sentence of a paragraph to the next."""

    paragraph: int = -1
    subject: str | None = None
    time: Time | None = None


def assign_roles(
    sentences: Sequence[Sentence],
    quantities: Sequence[Sequence[Quantity]],
    dates: Sequence[Date],
    places: Sequence[Place],
) -> list[Fact]:
    """Return the facts of an article in reading order, numbered from 1; ``quantities`` are those of each sentence."""
    facts: list[Fact] = []
    carried = Carried()
    for sentence, found in zip(sentences, quantities, strict=True):
        if carried.paragraph != sentence.paragraph:
            carried = Carried(sentence.paragraph)
        when = [date for date in within(dates, sentence) if date.kind != "clock"]
        items = read_items(sentence, [(date.start, date.end) for date in when], found)
        drafts = [draft(items, index) for index, item in enumerate(items) if item.kind == "quantity"]
        subjects = find_subjects(items, drafts, sentence, carried.subject)
        governing = times_in(items, sentence, when)
        times = [time_at(governing, carried.time, d.quantity.context_start) for d in drafts]
        facts += resolve(drafts, subjects, times, items, within(places, sentence), sentence, len(facts))
        last_subject = next((subject for subject in reversed(subjects) if subject), carried.subject)
        carried = Carried(sentence.paragraph, last_subject, time_at(governing, carried.time, sentence.end))
    return facts


def within(found: Sequence[Found], whole: Sentence | Record) -> Sequence[Found]:
    """Return those of a list in reading order that begin inside a sentence or record."""
    first = bisect_left(found, whole.start, key=lambda one: one.start)
    return found[first : bisect_left(found, whole.end, key=lambda one: one.start)]


def draft(items: Sequence[Item], index: int) -> Draft:
    """Return what the clause of the quantity at ``index`` says of it."""
    quantity = items[index].quantity
    assert quantity is not None
    left = _clause_start(items, index)
    predicate = read_predicate(items, left, index)
    if quantity.quote.startswith("翻"):
        predicate = compared_with(replace(predicate, direction="up", verbal=True), items, left)
    if predicate.direction is None:
        predicate = replace(predicate, direction=_direction_after(items, index))
    if quantity.kind in ("rank", "ordinal"):
        ranked = next((i for i in range(index - 1, left - 1, -1) if items[i].text in RANKED), index)
        predicate = replace(predicate, begin=min(ranked, predicate.begin))
    if quantity.kind == "multiple" and (multiple := _multiple_of(items, left, index)) is not None:
        predicate = multiple
    between = items[left:index]
    continues = left > 0 and items[left - 1].kind == "quantity" and all(x.text in LIST_WORDS for x in between)
    start = next((i for i in range(index - 1, left - 1, -1) if items[i].text in STARTS), None)
    starts = start is not None and all(not x.nominal for x in items[start + 1 : min(predicate.begin, index)])
    end = start if starts and start is not None else predicate.begin
    before = phrase_before(items, left, end)
    after = None
    if quantity.kind not in MEASURED_FROM_OUTSIDE or before is None:
        bare = before is None or governs(items, predicate.begin - 1, left)
        after = phrase_after(items, index, person=bare and quantity.unit in PERSON_UNITS)
    if quantity.kind == "percent" and after is not None and items[index + 1].text != "的":
        after = None
    if predicate.direction is None and before is not None and after is None and before.first > left:
        verb = items[before.first - 1].text
        leads = before.first - 1 == left or items[before.first - 2].text in word_lists()["adverbs"]
        predicate = replace(predicate, direction=direction_of(verb) if leads and len(verb) > 1 else None)
    outside = quantity.kind in MEASURED_FROM_OUTSIDE or (
        before is not None and predicate.verbal and predicate.direction
    )
    return Draft(
        index, quantity, predicate, (before or after) if outside else (after or before), continues, starts
    )


def find_subjects(
    items: Sequence[Item], drafts: Sequence[Draft], sentence: Sentence, carried: str | None
) -> list[str | None]:
    """Return the subject of each draft: its own, its share of a 分别 list, or the one that holds on."""
    subjects: list[str | None] = []
    for position, this in enumerate(drafts):
        if position < len(subjects):
            continue
        group = [this]
        while position + len(group) < len(drafts) and drafts[position + len(group)].continues:
            group.append(drafts[position + len(group)])
        own = [_literal(items, sentence, member.phrase) for member in group]
        shared = _respectively(items, this) if len(group) > 1 else None
        if shared is not None:
            members = members_before(items, shared)
            if len(members) != len(group) and this.phrase is not None:
                members = conjuncts(items, this.phrase)
            earlier = list(dict.fromkeys(subjects[-3 * len(group) :]))
            if len(members) == len(group):
                own = [_literal(items, sentence, member) for member in members]
            elif this.phrase is None and len(earlier) >= len(group):
                own = list(earlier[-len(group) :])
        inherited = (
            own[0] or _topic(items, sentence, this) or next((s for s in reversed(subjects) if s), carried)
        )
        for subject in own:
            inherited = subject or inherited
            subjects.append(inherited)
    return subjects


def _respectively(items: Sequence[Item], this: Draft) -> int | None:
    """Return the index of the 分别 that shares out the list of figures beginning with this one."""
    left = _clause_start(items, this.index)
    return next((i for i in range(this.index - 1, left - 1, -1) if items[i].text in RESPECTIVELY), None)


def resolve(
    drafts: Sequence[Draft],
    subjects: Sequence[str | None],
    times: Sequence[Time | None],
    items: Sequence[Item],
    places: Sequence[Place],
    sentence: Sentence,
    facts_before: int,
) -> list[Fact]:
    """Return the facts of a sentence, comparisons carried on and the two ends of each change linked."""
    facts: list[Fact] = []
    speaker = find_speaker(sentence.text)
    clauses = [(match.end(), match["with"] or match["to"]) for match in COMPARED.finditer(sentence.text)]
    baseline: str | None = None
    previous: Draft | None = None
    for this, own, time in zip(drafts, subjects, times, strict=True):
        quantity, said = this.quantity, this.predicate
        number = facts_before + len(facts) + 1
        direction, subject, change = said.direction, own, None
        compared, whole = said.baseline, said.of
        if this.continues and facts:
            direction, compared, whole = facts[-1].direction, facts[-1].baseline, facts[-1].of
        elif said.arrived and previous is not None and _clause_start(items, this.index) == previous.index + 1:
            direction = direction or facts[-1].direction
            if previous.starts:
                direction = direction or _direction_between(previous.quantity, quantity)
                compared, change = facts[-1].quote, Change(number - 1, number)
                subject = facts[-1].subject
                facts[-1] = replace(facts[-1], change=change)
        elif direction and said.verbal and not said.arrived and compared is None:
            compared = _latest(clauses, quantity.start - sentence.start) or baseline
        baseline = compared if change is None and compared else baseline
        facts.append(
            Fact(
                quote=quantity.quote, start=quantity.start, end=quantity.end, id=number,
                kind=quantity.kind, value=quantity.value, low=quantity.low, high=quantity.high,
                modifier=quantity.modifier, unit=quantity.unit, si=quantity.si, per=quantity.per,
                subject=subject, of=whole, direction=direction, baseline=compared, time=time,
                place=_place(places, quantity.start), speaker=speaker, change=change,
            )
        )  # fmt: skip
        previous = this
    return facts


def find_speaker(sentence: str) -> str | None:
    """Return who states what a sentence says.

    >>> find_speaker("据市统计局初步统计，全市完成造林5万亩。")
    '市统计局'
    """
    match = REPORTED.search(sentence) or SAID.search(sentence)
    return match["who"] if match else None


def _latest(clauses: Sequence[tuple[int, str]], offset: int) -> str | None:
    """Return what the last comparing clause before ``offset`` compares with (与五年前相比，)."""
    index = bisect_right(clauses, offset, key=lambda clause: clause[0])
    return clauses[index - 1][1] if index else None


def _direction_between(start: Quantity, end: Quantity) -> Direction | None:
    """Return which way a change points whose verb does not say it (由2.85元调整为3.1元)."""
    if isinstance(start.value, Decimal) and isinstance(end.value, Decimal) and start.unit == end.unit:
        return "up" if end.value > start.value else "down" if end.value < start.value else None
    return None


def _clause_start(items: Sequence[Item], index: int) -> int:
    """Return where the words before a figure begin: behind the last mark or the figure before it."""
    for start in range(index, 0, -1):
        before = items[start - 1]
        if before.kind == "quantity" or (before.kind == "mark" and before.text != "、"):
            return start
    return 0


def _direction_after(items: Sequence[Item], index: int) -> Direction | None:
    """Return the direction that the words behind a figure give it (5%左右的下调, 以8%的幅度增加)."""
    following = [item.text for item in items[index + 1 : index + 3]]
    quantity = items[index].quantity
    if following and quantity is not None and quantity.unit == "%":
        direction = direction_of(following[0]) if len(following[0]) > 1 else None
        if direction and following[-1] not in ("到", "至"):
            return direction
    if not following or following[0] != "的":
        return None
    for item in items[index + 2 : index + 6]:
        if len(item.text) > 1 and (direction := direction_of(item.text)):
            return direction
        if item.text not in AFTER_A_CHANGE and item.text not in word_lists()["adverbs"]:
            return None
    return None


def _multiple_of(items: Sequence[Item], left: int, index: int) -> Predicate | None:
    """Return the predicate of 是平日的两倍, whose baseline is 平日."""
    if items[index - 1].text != "的":
        return None
    for begin in range(index - 2, left, -1):
        if items[begin].text in TIMES_OF:
            baseline = "".join(item.text for item in items[begin + 1 : index - 1])
            return Predicate(begin, baseline=baseline, verbal=True)
    return None


def _topic(items: Sequence[Item], sentence: Sentence, this: Draft) -> str | None:
    """Return the subject of the clause before, where that clause states no figure (成交额大幅跃升，达27亿元)."""
    end = _clause_start(items, this.index) - 1
    if end <= 0 or items[end].kind == "quantity":
        return None
    left = _clause_start(items, end)
    if left > 0 and items[left - 1].kind == "quantity":
        return None
    said = read_predicate(items, left, end)
    ends = said.begin if said.verbal else next((i for i in range(left, end) if is_verb(items[i])), left)
    return _literal(items, sentence, phrase_before(items, left, ends))


def _literal(items: Sequence[Item], sentence: Sentence, phrase: Phrase | None) -> str | None:
    """Return the characters of a noun phrase as printed."""
    if phrase is None:
        return None
    first, last = items[phrase.first], items[phrase.end - 1]
    return sentence.text[first.start - sentence.start : last.end - sentence.start]


def _place(places: Sequence[Place], offset: int) -> int | None:
    """Return the id of the nearest place before a figure that says where it holds."""
    index = bisect_right(places, offset, key=lambda place: place.end)
    near = places[max(0, index - PLACES_BACK) : index]
    return next((place.id for place in reversed(near) if place.role in ("toponym", "alias")), None)
