"""A figure with what its own clause says of it: its predicate, and the noun phrase it may be about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsan.facts.clauses import Item
from newsan.facts.noun_phrases import LIST_WORDS, Phrase, in_a_name, is_verb
from newsan.facts.phrases_before import phrase_before
from newsan.facts.predicates import RESPECTIVELY, TURNED, Predicate, changed_to, direction_of, is_time
from newsan.facts.qualifiers import find_qualifier
from newsan.facts.statements import ARRIVALS, direction_of_object, predicate_of
from newsan.facts.subject_choice import phrase_of
from newsan.facts.times import STARTS
from newsan.facts.word_lists import word_lists
from newsan.models import Quantity


class Draft(NamedTuple):
    """A quantity with what its own clause says of it."""

    at: int
    """Where the quantity stands among the items of its sentence."""
    quantity: Quantity
    predicate: Predicate
    phrase: Phrase | None
    continues: bool
    """It goes on with the list of the figure before it (77%|和|332%)."""
    starts: bool
    """It is where a change starts (由|A|增至B)."""
    compared: int | None = None
    """Index of the word that compares the next figure with it (较|26小时|缩短2小时)."""
    qualifier: str | None = None
    respective: bool = False
    """It stands in a list that 分别 shares out."""


def read_drafts(items: Sequence[Item]) -> list[Draft]:
    """Return a draft for each quantity among the items of a sentence."""
    drafts: list[Draft] = []
    for index, item in enumerate(items):
        if item.quantity is not None:
            drafts.append(_draft(items, index, item.quantity, drafts[-1] if drafts else None))
    return drafts


def clause_start(items: Sequence[Item], index: int) -> int:
    """Return where the words before a figure begin: behind the last mark or the figure before it."""
    for start in range(index, 0, -1):
        before = items[start - 1]
        if before.kind == "mark" and before.text != "、":
            return start
        if before.kind == "quantity" and not (in_a_name(items, start - 1) or _long_ago(items, start - 1)):
            return start
    return 0


def _long_ago(items: Sequence[Item], index: int) -> bool:
    """Return whether a span of time only dates what it is compared with (是|十年|前|的3倍)."""
    quantity = items[index].quantity
    return (
        quantity is not None
        and quantity.kind == "duration"
        and index + 1 < len(items)
        and items[index + 1].text == "前"
    )


def _draft(items: Sequence[Item], index: int, quantity: Quantity, previous: Draft | None) -> Draft:
    """Return what the clause of the quantity at ``index`` says of it; ``previous`` is the figure before it."""
    left = clause_start(items, index)
    predicate = predicate_of(items, left, index, quantity)
    if previous is not None and previous.starts and _ends_change(items, previous.at, left, index):
        predicate = predicate._replace(begin=left, verbal=True, arrived=True)
    compared = _compared(items, left, index)
    if compared is not None:
        predicate = Predicate(compared)
    start = _start_of_change(items, left, index, predicate)
    before = _phrase_before(items, left, index, predicate, start)
    phrase, behind = (
        (before, False) if compared is not None else phrase_of(items, left, index, predicate, before)
    )
    if predicate.direction is None and phrase is not None and not behind:
        direction = direction_of_object(items, left, phrase)
        predicate = predicate if direction is None else predicate._replace(direction=direction)
    neighbour = previous if previous is not None and previous.at == left - 1 else None
    continues = neighbour is not None and _continues(items, left, index, neighbour)
    respective = _respective(items, left, index, neighbour if continues else None)
    qualifier = find_qualifier(items, left, index)
    starts = start is not None
    return Draft(index, quantity, predicate, phrase, continues, starts, compared, qualifier, respective)


def _phrase_before(
    items: Sequence[Item], left: int, index: int, predicate: Predicate, start: int | None
) -> Phrase | None:
    """Return the noun phrase that ends where the words begin that say something of the figure at ``index``."""
    quantity = items[index].quantity
    if quantity is None:
        return None
    ranked = items[left - 1].quantity if left == index and left > 0 else None
    if ranked is not None and ranked.kind == "rank":
        return Phrase(left - 1, left)
    if start is not None and quantity.kind != "rank":
        named = any(item.nominal for item in items[start + 1 : min(predicate.begin, index)])
        inner = phrase_before(items, start + 1, predicate.begin) if named else None
        if inner is not None:
            return inner
    end = predicate.begin if start is None else min(start, predicate.begin)
    counts, shares = quantity.kind == "count", quantity.kind == "percent"
    return phrase_before(items, left, end, thing=counts, share=shares, told=end < index)


def _continues(items: Sequence[Item], left: int, index: int, neighbour: Draft) -> bool:
    """Return whether a figure goes on with a list: only list words stand between, or in one of 分别 verbs of change too."""
    between = [item for item in items[left:index] if item.text not in LIST_WORDS]
    return not between or (neighbour.respective and all(direction_of(item.text) for item in between))


def _respective(items: Sequence[Item], left: int, index: int, listed: Draft | None) -> bool:
    """Return whether 分别 shares out the list a figure stands in; ``listed`` is the figure before it in the list."""
    if listed is not None:
        return listed.respective
    return any(item.text in RESPECTIVELY for item in items[left:index])


def _start_of_change(items: Sequence[Item], left: int, index: int, predicate: Predicate) -> int | None:
    """Return the index of the 由 or 从 a change starts with; behind a noun (从全省第9位) only where it arrives too."""
    start = next((i for i in range(index - 1, left - 1, -1) if items[i].text in STARTS), None)
    if start is None:
        return None
    named = any(item.nominal for item in items[start + 1 : min(predicate.begin, index)])
    return start if not named or _arrives(items, index) else None


def _ends_change(items: Sequence[Item], start: int, left: int, index: int) -> bool:
    """Return whether the change that the figure at ``start`` begins arrives at the one at ``index``.

    What arrives at something else than it began with is no end of it (由亏损3亿元转为|盈利|2亿元).
    """
    if not _arrives(items, start):
        return False
    other = items[index - 1].nominal and not is_time(items[index - 1])
    return not other or not any(_leads_on(items[i]) for i in range(left, index - 1))


def _leads_on(item: Item) -> bool:
    """Return whether a word leads to where a change arrives: 到, 转为."""
    return item.text in ARRIVALS or item.text in TURNED


def _arrives(items: Sequence[Item], index: int) -> bool:
    """Return whether what stands between a figure and the next leads to where its change arrives (5家|发展|到|12家)."""
    end = next((i for i in range(index + 1, len(items)) if items[i].kind == "quantity"), index)
    between = items[index + 1 : end]
    if between and between[0].text == "，":
        between = between[1:]
    if any(item.kind == "mark" for item in between):
        return False
    return any(_leads_on(item) or changed_to(item.text) for item in between)


def _compared(items: Sequence[Item], left: int, index: int) -> int | None:
    """Return where the comparison begins whose other level is the figure (较|去年同期|的|26小时|缩短2小时)."""
    comparison = next(
        (i for i in range(index - 1, left - 1, -1) if items[i].text in word_lists()["compared"]), None
    )
    if comparison is None or index + 2 >= len(items):
        return None
    between = items[comparison + 1 : index]
    if any(is_verb(item) or item.text == "同比" for item in between):
        return None
    return comparison if items[index + 2].kind == "quantity" and direction_of(items[index + 1].text) else None
