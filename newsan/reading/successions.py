"""Which character follows which in news text: whether one text reads on from another or begins a paragraph."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsan.patterns import compiled
from newsan.tables import DATA, SortedTable

NEVER_SEEN: Final = 24.0
"""Bits of surprise at a character that the table does not know."""
NUMBER_END: Final = compiled(r"[\d０-９一二三四五六七八九十百千万亿两几零〇余多]$")
UNIT_START: Final = (
    r"(?:亩|[公海华英]?里|[公市]?斤|[吨元万亿千百十米户只头株棵座辆台套件条项次批场岁%％℃度倍颗艘匹盏袋箱篇册枚届所栋幢间名]|个(?!人|体|性)|人(?:次|均)?[，。、]"
    r"|平方|立方|公顷|公斤|千米|厘米|毫米|小时|分钟|多|余|来|以上|左右)"
)
FIGURE_END: Final = compiled(r"[\d０-９][.．]?$")
FIGURE_START: Final = r"[.．]?[\d０-９]"
COUNTED: Final = 8.0
"""What it counts, in bits, that a text goes on with the measure word or the digits of a number."""
START: Final = "^"
ANYWHERE: Final = "*"


@cache
def _table() -> SortedTable:
    return SortedTable.open(DATA / "successions.tsv")


@cache
def _row(context: str) -> tuple[float, str]:
    """Return what falling back from a context costs, and the characters that follow it, a tab after each half bit."""
    rows = _table().lines(f"{context}\t")
    if not rows:
        return 0.0, ""
    _, bits, levels = rows[0].split("\t", 2)
    return float(bits), levels


def surprise(context: str, char: str) -> float:
    """Return the bits of surprise at a character after another, after ``^`` or in ``^`` and the first of a paragraph.

    >>> surprise("技", "术") < surprise("技", "雨")
    True
    """
    fall_back, levels = _row(context)
    place = levels.find(char)
    if place >= 0:
        return levels.count("\t", 0, place) / 2
    if context == ANYWHERE:
        return NEVER_SEEN
    return fall_back + surprise(context[1:] or ANYWHERE, char)


def reads_on(head: str, tail: str) -> float:
    """Return the bits that speak for ``tail`` going on from ``head`` rather than beginning a paragraph.

    >>> reads_on("又来了一位技", "术员。") > reads_on("又来了一位技", "记者昨天")
    True
    """
    if not head or len(tail) < 2 or has_blank(head[-1] + tail[:2]):
        return 0.0
    first, second = tail[0], tail[1]
    bits = surprise(START, first) + surprise(START + first, second)
    bits -= surprise(head[-1], first) + surprise(first, second)
    return bits + COUNTED if counts_on(head, tail) else bits


def counts_on(head: str, tail: str) -> bool:
    """Tell whether a text goes on with the measure word or the digits of the number another ends in.

    >>> counts_on("最小的只有十六", "岁。"), counts_on("最小的只有十六", "村民们说")
    (True, False)
    """
    if NUMBER_END.search(head) and compiled(UNIT_START).match(tail):
        return True
    return FIGURE_END.search(head) is not None and compiled(FIGURE_START).match(tail) is not None


def has_blank(text: str) -> bool:
    """Tell whether blanks stand in a text: what is around them says nothing of each other."""
    return any(char.isspace() for char in text)
