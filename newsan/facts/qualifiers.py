"""Words that say which figure of many a figure is: 平均, 累计, 新增, 最高, 预计."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.clauses import Item
from newsan.facts.predicates import direction_of
from newsan.facts.word_lists import word_lists

APART = frozenset("在从对将把被、")
"""Behind one of these 最长 is no longer of the figure (最长河流在渡口的水深为5米), but 最长的 is."""


def find_qualifier(items: Sequence[Item], left: int, index: int) -> str | None:
    """Return the words that qualify the figure at ``index`` in its clause, the nearest ones as printed.

    Words side by side are one qualifier (累计新增); those of a baseline are none of the figure's (比历史最高水平低3%).
    """
    end = index
    while end > left and not _qualifying(items[end - 1]):
        end -= 1
    if end == left:
        return None
    lists = word_lists()
    apart = any(item.text in APART for item in items[end:index])
    if apart and items[end - 1].text.startswith("最") and items[end].text != "的":
        return None
    compared = any(item.text in lists["compared"] for item in items[left:end])
    if compared and any(direction_of(item.text) for item in items[end:index]):
        return None
    first = end - 1
    while first > left and _qualifying(items[first - 1]):
        first -= 1
    return "".join(_qualifying(item) or "" for item in items[first:end])


def _qualifying(item: Item) -> str | None:
    """Return the qualifier that a word is or begins with (日均客流), ``None`` where it is none."""
    listed = word_lists()["qualifying"]
    if item.kind != "word":
        return None
    if item.text in listed:
        return item.text
    if item.text == "共有":
        return "共"
    return item.text[:2] if len(item.text) > 2 and item.text[:2] in listed else None
