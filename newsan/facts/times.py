"""When a figure holds: the nearest time before it that is neither a baseline nor the start of another figure's change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newsan.facts.clauses import Item
from newsan.facts.predicates import word_lists
from newsan.models import Date, Sentence, Time
from newsan.patterns import compiled

STARTS = frozenset(("由", "从"))
REACH = 12
"""Characters before a time that tell what it does there."""
BASELINE = compiled(r"(?:较|(?<!占)比|同|与|相对于)(?:[一-鿿]{1,8}的)?[“‘]?$")
SAME_DAY = compiled(r"[天日晨午晚]\s?[（(]$")
"""今天（12月17日）: the bracket repeats the time before it."""
OPENING = compiled(r"(?:截至|截止|自|从)$")
SINCE = compiled(r"[”’]?(?:起|以来|开始|至今)")
CLAUSE = compiled(r"(?<![^，,。；;\s])[^，,。；;：:\s]{0,30}?(?:以来|[建投达][成产]后)")
AFTER_DURATION = compiled(r"多?(?:间|来|以来|内|里)")
BEFORE_DURATION = compiled(r"(?:连续|过去|未来|这|头)$")


@dataclass(frozen=True, slots=True)
class Governing:
    """A time that governs what stands between ``start`` and ``until``, unless a later one does."""

    start: int
    until: int
    time: Time


def times_in(items: Sequence[Item], sentence: Sentence, dates: Sequence[Date]) -> list[Governing]:
    """Return the times of a sentence that govern figures, in reading order."""
    text, base = sentence.text, sentence.start
    resolved = {(date.start, date.end): date for date in dates}
    found = [Governing(base + match.start(), sentence.end, Time(match[0])) for match in CLAUSE.finditer(text)]
    for index, item in enumerate(items):
        start, end = item.start - base, item.end - base
        if not _says_when(item, text, start, end) or BASELINE.search(text, max(0, start - REACH), start):
            continue
        if SAME_DAY.search(text, max(0, start - REACH), start) or (index and items[index - 1].kind == "date"):
            continue
        until = sentence.end
        if index and items[index - 1].text in STARTS and not SINCE.match(text, end):
            until = next((x.end for x in items[index : index + REACH] if x.kind == "quantity"), sentence.end)
        opening = OPENING.search(text, max(0, start - REACH), start) or BEFORE_DURATION.search(
            text, max(0, start - REACH), start
        )
        closing = AFTER_DURATION.match(text, end) if item.kind == "quantity" else None
        literal = text[opening.start() if opening else start : closing.end() if closing else end]
        date = _date_of(item, resolved)
        found.append(
            Governing(item.start, until, Time(literal, date.from_, date.to) if date else Time(literal))
        )
    return sorted(found, key=lambda governing: governing.start)


def time_at(times: Sequence[Governing], carried: Time | None, offset: int) -> Time | None:
    """Return the time that governs what stands at ``offset``, else the one carried from the sentence before."""
    for index in range(bisect_left(times, offset, key=lambda governing: governing.start) - 1, -1, -1):
        if offset <= times[index].until:
            return times[index].time
    return carried


def _says_when(item: Item, text: str, start: int, end: int) -> bool:
    """Return whether an item is a date, a word like 目前, or a span of time in which something was reached (三年来)."""
    if item.kind == "quantity" and item.quantity is not None and item.quantity.kind == "duration":
        framed = AFTER_DURATION.match(text, end) or BEFORE_DURATION.search(text, max(0, start - REACH), start)
        return framed is not None
    return item.kind == "date" or (item.kind == "word" and item.text in word_lists()["times"])


def _date_of(item: Item, resolved: dict[tuple[int, int], Date]) -> Date | None:
    """Return the date record an item holds; quotation marks around it do not count (“十四五”)."""
    return resolved.get((item.start, item.end)) or resolved.get((item.start + 1, item.end - 1))
