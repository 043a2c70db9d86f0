"""The predicate of a figure, as its kind and the words on both sides of it have it: 是平日的两倍, 达到历年最高的5万人次."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.clauses import Item
from newsan.facts.noun_phrases import LIST_WORDS, Phrase
from newsan.facts.predicates import Predicate, compared_with, direction_of, is_time, read_predicate
from newsan.facts.word_lists import word_lists
from newsan.models import Direction, Quantity

ARRIVALS = frozenset(("到", "至", "成", "为", "到了", "至了"))
REACHED = frozenset(("达到", "达", "创下", "创", "突破"))
ABOVE = frozenset(("超", "超过", "超出"))
EXTREMES = ("峰值", "最高", "最低", "新高", "新低", "高点", "低点", "高位", "低位", "均值", "水平")
"""达到历史峰值的178%: the figure is that height, and no share of it."""
IN_A_ROW = frozenset(("连续", "已连续", "接连"))
DIMENSIONS = frozenset("长宽高深厚")
AFTER_A_CHANGE = frozenset(("的", "幅度", "速度", "左右", "以上", "大幅"))


def predicate_of(items: Sequence[Item], left: int, index: int, quantity: Quantity) -> Predicate:
    """Return the predicate of a figure, as its kind and the words behind it have it."""
    if (
        quantity.kind in ("multiple", "ratio", "percent")
        and (multiple := _multiple_of(items, left, index)) is not None
    ):
        return multiple
    if quantity.kind == "length" and _is_dimension(items, left, index - 1):
        return Predicate(index - 1, verbal=True)
    if quantity.kind == "duration" and items[index - 1].text in IN_A_ROW and index > left:
        return Predicate(index - 1, verbal=True)
    above = _above_mark(items, left, index, quantity)
    if above is not None:
        return above
    predicate = _reached(items, left, index) or read_predicate(items, left, index)
    if quantity.quote.startswith("翻"):
        predicate = compared_with(predicate._replace(direction="up", verbal=True), items, left)
    lasts = quantity.kind == "duration"
    if (
        not lasts
        and predicate.direction is None
        and (direction := _direction_after(items, index, quantity)) is not None
    ):
        predicate = predicate._replace(direction=direction)
    if quantity.kind in ("rank", "ordinal"):
        ranked = next(
            (i for i in range(index - 1, left - 1, -1) if items[i].text in word_lists()["ranked"]), index
        )
        predicate = predicate._replace(begin=min(ranked, predicate.begin))
        if predicate.begin > left + 1 and items[predicate.begin - 1].text in word_lists()["scopes"]:
            predicate = predicate._replace(begin=predicate.begin - 1)
    return predicate


def _reached(items: Sequence[Item], left: int, index: int) -> Predicate | None:
    """Return the predicate of 达到|历年|最高|的5万人次: what stands between says how high that is."""
    if index - left < 3 or items[index - 1].text != "的":
        return None
    verb = next((i for i in range(index - 2, max(left, index - 6), -1) if items[i].text in REACHED), None)
    return None if verb is None else Predicate(verb, verbal=True)


def _above_mark(items: Sequence[Item], left: int, index: int, quantity: Quantity) -> Predicate | None:
    """Return the predicate of 超|警戒水位|0.4米: the mark is what the water is above."""
    if quantity.kind != "length" or index - left < 2 or not items[index - 1].text.endswith("水位"):
        return None
    if items[index - 2].text not in ABOVE:
        return None
    return Predicate(index - 2, "up", items[index - 1].text, verbal=True)


def _is_dimension(items: Sequence[Item], left: int, at: int) -> bool:
    """Return whether an adjective is the predicate of a length (大桥|长|3公里): no comparison, no noun like 型宽."""
    return (
        at > left
        and items[at].text in DIMENSIONS
        and len(items[at - 1].text) > 1
        and not any(item.text in word_lists()["compared"] for item in items[left:at])
    )


def _multiple_of(items: Sequence[Item], left: int, index: int) -> Predicate | None:
    """Return the predicate of 是平日的两倍 and 增长到上年的两倍, whose baseline is what stands between.

    A fraction is a part of it and no change: 单价不足进口货的三分之一.
    """
    quantity = items[index].quantity
    if items[index - 1].text != "的" or quantity is None or items[index - 2].text.endswith(EXTREMES):
        return None
    for begin in range(index - 2, left - 1, -1):
        word = items[begin].text
        if (
            word not in word_lists()["equals"]
            and word not in ARRIVALS
            and (word != "完成" or quantity.kind == "multiple")
        ):
            continue
        other = "".join(item.text for item in items[begin + 1 : index - 1])
        direction = direction_of(items[begin - 1].text) if begin > left and word in ARRIVALS else None
        verb = begin - (direction is not None)
        if quantity.kind == "multiple" or _are_peers(items[begin + 1 : index - 1]):
            return Predicate(verb, direction, other, verbal=True)
        named = any(item.nominal for item in items[begin + 1 : index - 1])
        return Predicate(verb, direction, of=other, verbal=True) if named else None
    return None


def _are_peers(words: Sequence[Item]) -> bool:
    """Return whether all words name places or times: a figure is compared with them and no part of them."""
    return all(item.pos == "ns" or is_time(item) or item.text in LIST_WORDS for item in words)


def _direction_after(items: Sequence[Item], index: int, quantity: Quantity) -> Direction | None:
    """Return the direction that the words behind a figure give it (5%左右的下调, 两位数增长)."""
    following = [item.text for item in items[index + 1 : index + 3]]
    if following and quantity.unit == "%" and len(following[0]) > 1 and following[-1] not in ("到", "至"):
        direction = direction_of(following[0])
        if direction:
            return direction
    if not following or following[0] != "的":
        return None
    for item in items[index + 2 : index + 6]:
        if len(item.text) > 1 and (direction := direction_of(item.text)):
            return direction
        if item.text not in AFTER_A_CHANGE and item.text not in word_lists()["adverbs"]:
            return None
    return None


def direction_of_object(items: Sequence[Item], left: int, phrase: Phrase) -> Direction | None:
    """Return the direction of a verb whose object was measured (缩短|通关时间|50%)."""
    verb = phrase.first - 1
    if verb < left or len(items[verb].text) == 1:
        return None
    leads = verb == left or items[verb - 1].text in word_lists()["adverbs"]
    return direction_of(items[verb].text) if leads else None
