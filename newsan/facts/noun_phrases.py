"""The noun phrase beside a figure: which words can be part of it, how its edges are trimmed, and what a list lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsan.facts.clauses import Item
from newsan.facts.predicates import direction_of, is_time
from newsan.facts.word_lists import word_lists, words_of

NOUN_ENDINGS = frozenset("量率额数值费价期者式型化性类版级")
COLLECTIVES = frozenset(("国", "省", "省区", "省市", "省份", "市", "州", "县", "区", "地", "方", "部门"))
"""What these count is summed up by the number and stays one name with it (青海、甘肃两省)."""
LIST_WORDS = frozenset(("、", "和", "与", "及", "以及", "或", "或者", "暨", "×"))
LONGEST_LIST = 160
"""Words and marks in front of 分别 that its list can take up."""
BULLETS = frozenset("▲△▼▽■□●○◆◇★☆※·•►▶")
NUMBER_TAGS = frozenset(("m", "mq", "q"))
UNDERTAKINGS = frozenset(
    "企业 单位 机构 人员 设备 设施 车间 任务 项目 工程 计划 目标 活动 方案 指标 合同 基地 中心 试点 订单".split()
)
"""Nouns that a verb before them is a part of (建设|任务)."""
PER_HEAD = frozenset(("人均", "户均", "亩均", "平均", "年均", "月均", "日均", "场均"))
OPENING = PER_HEAD | {"每股", "人民币", "专门"}
"""Words that are adverbs before a figure and the start of a name elsewhere (人均收入, 人民币汇率)."""


class Phrase(NamedTuple):
    """A noun phrase: the items ``first`` to ``end`` (exclusive) of a sentence."""

    first: int
    end: int


def is_verb(item: Item) -> bool:
    """Return whether the dictionary tags a word as a verb and nothing else."""
    return item.kind == "word" and item.pos.startswith("v") and not item.pos.startswith("vn")


def kind_of(item: Item) -> str | None:
    """Return the kind of the quantity an item holds."""
    return None if item.quantity is None else item.quantity.kind


def governs(items: Sequence[Item], index: int, left: int) -> bool:
    """Return whether the word at ``index`` takes what follows as its object, so that no subject reaches over it.

    Words that also stand inside indicators (城镇新增就业, 赔付支出) only govern where a clause begins with them
    or an adverb stands before.
    """
    lists = word_lists()
    item = items[index]
    word = item.text
    if item.pos != "v" and word not in lists["governing"]:
        return False
    after_adverb = index > left and (
        items[index - 1].text in lists["adverbs"]
        or items[index - 1].pos in ("d", "ad")
        or is_time(items[index - 1])
    )
    if index + 1 < len(items) and items[index + 1].text in NOUN_ENDINGS:
        return False
    if (
        items[index + 1 : index + 2]
        and items[index + 1].text in lists["measures"]
        and word not in lists["light"]
        and not direction_of(word)
    ):
        return False
    following = [following.text for following in items[index + 1 : index + 3]]
    if not lists["measures"].isdisjoint(following) and (
        word in lists["nominal"] or word not in lists["governing"]
    ):
        return False
    if item.pos == "v" and after_adverb and not direction_of(word):
        return True
    if word not in lists["governing"]:
        return False
    if word not in lists["nominal"]:
        return True
    return index == left or after_adverb


def in_a_name(items: Sequence[Item], index: int) -> bool:
    """Return whether a number of countries or provinces stands inside a noun phrase (东盟|十国|进出口总额)."""
    quantity = items[index].quantity
    return (
        quantity is not None
        and quantity.unit in COLLECTIVES
        and quantity.modifier is None
        and 0 < index < len(items) - 1
        and items[index - 1].nominal
        and items[index + 1].nominal
    )


def trimmed(items: Sequence[Item], first: int, end: int) -> Phrase | None:
    """Return a phrase without the particles, list words and adverbs at its edges; ``None`` when no noun is left."""
    loose = words_of("leading", "adverbs", "times")
    while (
        first < end
        and not _modifies(items, first, end)
        and (
            (
                (items[first].text in loose or items[first].text in LIST_WORDS)
                and items[first].text not in OPENING
                and not _per_many(items, first)
            )
            or items[first].kind == "mark"
            or items[first].text in BULLETS
            or (items[first].pos in NUMBER_TAGS and items[first].text.startswith("一"))
            or items[first].pos == "q"
            or (
                items[first].text.startswith("每")
                and items[first].text not in OPENING
                and not _per_many(items, first)
            )
            or (
                governs(items, first, first)
                and any(item.nominal for item in items[first + 1 : end])
                and not _named_by(items, first)
            )
        )
    ):
        first += 1
    while end > first and (
        items[end - 1].text in loose or items[end - 1].text in LIST_WORDS or items[end - 1].kind == "mark"
    ):
        end -= 1
    if all(
        item.text in PER_HEAD
        or (item.text.startswith("新") and not item.pos.startswith("n"))
        or _only_governs(item)
        for item in items[first:end]
    ):
        return None
    return Phrase(first, end)


def _modifies(items: Sequence[Item], first: int, end: int) -> bool:
    """Return whether a phrase opens with a word that tells its thing from others (直接|经济损失, 现有|确诊病例)."""
    if items[first].text not in word_lists()["modifiers"] or items[first + 1 : first + 2] == []:
        return False
    return items[first + 1].text != "的" and any(item.nominal for item in items[first + 1 : end])


def _named_by(items: Sequence[Item], first: int) -> bool:
    """Return whether a verb that another governs is part of a name (完成|建设|任务)."""
    lists, before, word = word_lists(), items[first - 1] if first else None, items[first].text
    if before is None or word not in lists["nominal"] or word.startswith("新"):
        return False
    if before.kind == "quantity" or before.text == "的":
        return True
    return before.text in lists["governing"] and items[first + 1].text in UNDERTAKINGS


def _only_governs(item: Item) -> bool:
    """Return whether a word is a verb that names nothing by itself (取得, but not 投资)."""
    lists = word_lists()
    return item.pos == "v" and item.text in lists["governing"] and item.text not in lists["nominal"]


def _per_many(items: Sequence[Item], index: int) -> bool:
    """Return whether 每 opens the name of a rate (每万|人口|专利拥有量) and is no adverb (每批)."""
    word = items[index].text
    return (
        word.startswith("每") and (word[1:] or items[min(index + 1, len(items) - 1)].text)[:1] in "百千万亿"
    )


def members_before(items: Sequence[Item], index: int) -> list[Phrase]:
    """Return the members of the list that ends before 分别 at ``index``, a count of them left out (A、B三大产业分别)."""
    first = end = index
    furthest = max(index - LONGEST_LIST, 0)
    while first > furthest and (
        items[first - 1].kind in ("word", "name", "quantity") or items[first - 1].text == "、"
    ):
        first -= 1
        if items[first].kind == "quantity":
            end = first
        if items[first].text in word_lists()["prepositions"] or is_time(items[first]):
            first += 1
            break
    listed = trimmed(items, first, end)
    return [] if listed is None else conjuncts(items, listed)


def conjuncts(items: Sequence[Item], phrase: Phrase) -> list[Phrase]:
    """Return the members of a list (A、B和C) in the order they are written."""
    return [part for part in _split(items, phrase, LIST_WORDS) if part.first < part.end]


def parts_of_list(items: Sequence[Item], phrase: Phrase) -> list[Phrase]:
    """Return the members of a list that marks alone part: A和B、C和D has two."""
    return [part for part in _split(items, phrase, frozenset("、")) if part.first < part.end]


def _split(items: Sequence[Item], phrase: Phrase, words: Collection[str]) -> Iterator[Phrase]:
    """Yield what stands between some words of a phrase."""
    first = phrase.first
    for index in range(phrase.first, phrase.end):
        if items[index].text in words:
            yield Phrase(first, index)
            first = index + 1
    yield Phrase(first, phrase.end)
