"""A figure with what its own clause says of it: its predicate, and the noun phrase it may be about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsan.facts.clauses import Item
from newsan.facts.noun_phrases import (
    LIST_WORDS,
    PER_HEAD,
    PERSON_UNITS,
    Phrase,
    governs,
    in_a_name,
    is_verb,
    phrase_after,
    phrase_before,
)
from newsan.facts.predicates import (
    RESPECTIVELY,
    TURNED,
    Predicate,
    changed_to,
    compared_with,
    direction_of,
    is_time,
    read_predicate,
    word_lists,
)
from newsan.facts.qualifiers import find_qualifier
from newsan.facts.times import STARTS
from newsan.models import Direction, Quantity

MEASURED_FROM_OUTSIDE = frozenset(
    ("money", "percent", "percentage_point", "multiple", "index", "rate", "temperature", "score")
)
"""Kinds whose subject stands before the figure; what is counted otherwise stands behind it (17个|颠覆性技术)."""
ACHIEVED = frozenset(("取得", "获得", "拿到", "得到", "获"))
"""Verbs whose figure is what the one before them has done (新片|取得|20万元|的|票房)."""
ARRIVALS = frozenset(("到", "至", "成", "为", "到了", "至了"))
SCOPES = frozenset(
    (
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "全镇",
        "全村",
        "全球",
        "全世界",
        "全州",
        "国内",
        "世界",
        "首期",
        "首批",
        "一期",
        "二期",
    )
)
NAMES_IN_A_CLAUSE = 3
"""Numbers inside names that the words before a figure may reach over."""
REACHED = frozenset(("达到", "达", "创下", "创", "突破"))
HANDLED = frozenset(("对", "将", "把", "向", "为", "给"))
"""What stands between one of these and 的 is part of the noun behind (对|总计3亿元|的|商品)."""
GAINS = frozenset(("增收", "增产", "减产", "减支", "节支", "分红"))
"""With a mean before them these are the name of what is gained (户均|增收)."""
ATTRIBUTE_ENDINGS = frozenset("度径程积重长宽高深厚量速压率")
EXTENT_NOUNS = frozenset(
    ("全长", "总长", "长", "面积", "总面积", "长度", "高度", "宽度", "深度", "重量", "体积", "重")
)
"""Beside one of these the thing itself is measured (全长5公里的老街)."""
DIMENSIONS = frozenset("长宽高深厚")
AFTER_A_CHANGE = frozenset(("的", "幅度", "速度", "左右", "以上", "大幅"))


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
    names = 0
    for start in range(index, 0, -1):
        before = items[start - 1]
        if before.kind == "mark" and before.text != "、":
            return start
        if before.kind == "quantity":
            names += 1
            if names > NAMES_IN_A_CLAUSE or not (in_a_name(items, start - 1) or _long_ago(items, start - 1)):
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
    predicate = _predicate(items, left, index, quantity)
    neighbour = previous if previous is not None and previous.index == left - 1 else None
    if (
        previous is not None
        and previous.starts
        and _arrives(items, previous.index)
        and not (_arrives_at_another(items, left, index))
    ):
        predicate = predicate._replace(begin=left, verbal=True, arrived=True)
    compared = _compared(items, left, index)
    if compared is not None:
        predicate = Predicate(compared)
    start = next((i for i in range(index - 1, left - 1, -1) if items[i].text in STARTS), None)
    named = start is not None and any(item.nominal for item in items[start + 1 : min(predicate.begin, index)])
    if named and not _arrives(items, index):
        start = None
    before = phrase_before(
        items,
        left,
        predicate.begin if start is None else start,
        thing=quantity.kind == "count",
        share=quantity.kind == "percent",
    )
    if start is not None and named and quantity.kind != "rank":
        before = phrase_before(items, start + 1, predicate.begin) or before
    if neighbour is not None and left == index and neighbour.quantity.kind == "rank":
        before = Phrase(left - 1, left)
    if (
        before is None
        and index > left + 1
        and items[index - 1].text in GAINS
        and items[index - 2].text in PER_HEAD
    ):
        before = Phrase(index - 2, index)
    if left > 0 and items[left - 1].kind == "quantity" and items[index - 1].text in LIST_WORDS:
        before = None
    after = None if compared is not None else _counted(items, left, index, predicate, before)
    if before is not None and _only_scope(items, before):
        after = after or _counted(items, left, index, predicate, None)
        before = None if after is not None else before
    if predicate.direction is None and before is not None and after is None:
        predicate = predicate._replace(direction=_direction_of_object(items, left, before))
    outside = quantity.kind in MEASURED_FROM_OUTSIDE or (predicate.verbal and predicate.direction is not None)
    if in_a_name(items, index) and before is not None:
        before, after = Phrase(before.first + (items[before.first].pos == "p"), before.end), None
    outside = outside and not (after is not None and before is not None)
    outside = outside or _is_attribute(items, index, before)
    phrase = (before or after) if outside else (after or before)
    respective = any(item.text in RESPECTIVELY for item in items[left:index])
    between = [item for item in items[left:index] if item.text not in LIST_WORDS]
    if neighbour is not None and neighbour.respective:
        between = [item for item in between if not direction_of(item.text)]
    continues = not between and left > 0 and items[left - 1].kind == "quantity"
    if continues:
        respective = neighbour is not None and neighbour.respective
        phrase = None if items[left:index] and direction_of(items[index - 1].text) else phrase
    return Draft(
        index,
        quantity,
        predicate,
        phrase,
        continues,
        starts=start is not None,
        respective=respective,
        compared=compared,
        qualifier=find_qualifier(items, left, index),
    )


def _arrives(items: Sequence[Item], index: int) -> bool:
    """Return whether what stands between a figure and the next leads to where its change arrives (5家|发展|到|12家)."""
    end = next((i for i in range(index + 1, len(items)) if items[i].kind == "quantity"), index)
    between = items[index + 1 : end]
    if between and between[0].text == "，":
        between = between[1:]
    return not any(item.kind == "mark" for item in between) and any(
        item.text in ARRIVALS or item.text in TURNED or changed_to(item.text) for item in between
    )


def _arrives_at_another(items: Sequence[Item], left: int, index: int) -> bool:
    """Return whether a change arrives at something else than it began with (由净亏损3亿元转为|净盈利|2亿元)."""
    return any(
        (items[i].text in ARRIVALS or items[i].text in TURNED)
        and items[index - 1].nominal
        and not is_time(items[index - 1])
        for i in range(left, index - 1)
    )


def _predicate(items: Sequence[Item], left: int, index: int, quantity: Quantity) -> Predicate:
    """Return the predicate of a figure, as its kind and the words behind it have it."""
    if (
        quantity.kind in ("multiple", "ratio", "percent")
        and (multiple := _multiple_of(items, left, index)) is not None
    ):
        return multiple
    if quantity.kind == "length" and _is_dimension(items, left, index - 1):
        return Predicate(index - 1, verbal=True)
    predicate = _reached(items, left, index) or read_predicate(items, left, index)
    if quantity.quote.startswith("翻"):
        predicate = compared_with(predicate._replace(direction="up", verbal=True), items, left)
    if predicate.direction is None:
        predicate = predicate._replace(direction=_direction_after(items, index, quantity))
    if quantity.kind in ("rank", "ordinal"):
        ranked = next(
            (i for i in range(index - 1, left - 1, -1) if items[i].text in word_lists()["ranked"]), index
        )
        predicate = predicate._replace(begin=min(ranked, predicate.begin))
    return predicate


def _reached(items: Sequence[Item], left: int, index: int) -> Predicate | None:
    """Return the predicate of 达到|历年|最高|的5万人次: what stands between says how high that is."""
    if index - left < 3 or items[index - 1].text != "的":
        return None
    verb = next((i for i in range(index - 2, max(left, index - 6), -1) if items[i].text in REACHED), None)
    return None if verb is None else Predicate(verb, verbal=True)


def _is_attribute(items: Sequence[Item], index: int, before: Phrase | None) -> bool:
    """Return whether a noun and its measure describe the noun behind (能见度不足|200米|的路段): it is the noun's measure."""
    quantity = items[index].quantity
    return (
        before is not None
        and quantity is not None
        and quantity.si is not None
        and index + 1 < len(items)
        and items[index + 1].text == "的"
        and items[before.end - 1].text[-1] in ATTRIBUTE_ENDINGS
        and len(items[before.end - 1].text) > 1
        and items[before.end - 1].text not in EXTENT_NOUNS
    )


def _is_dimension(items: Sequence[Item], left: int, at: int) -> bool:
    """Return whether an adjective is the predicate of a length (大桥|长|3公里): no comparison, no noun like 型宽."""
    return (
        at > left
        and items[at].text in DIMENSIONS
        and len(items[at - 1].text) > 1
        and not any(item.text in word_lists()["compared"] for item in items[left:at])
    )


def _counted(
    items: Sequence[Item], left: int, index: int, predicate: Predicate, before: Phrase | None
) -> Phrase | None:
    """Return the noun phrase behind a figure that the figure may count."""
    quantity = items[index].quantity
    if quantity is None:
        return None
    taken = _object_of(items, left, index, predicate)
    if quantity.kind in MEASURED_FROM_OUTSIDE and before is not None and not taken:
        return None
    if items[index - 1].text == "以" and index + 1 < len(items) and items[index + 1].text == "的":
        return None
    bare = before is None or governs(items, predicate.begin - 1, left) or _counted_before(items, left, index)
    after = phrase_after(items, index, person=bare and quantity.unit in PERSON_UNITS)
    if quantity.kind == "percent" and after is not None and items[index + 1].text != "的":
        return after if before is None and index == predicate.begin and after.first == index + 1 else None
    return after


def _object_of(items: Sequence[Item], left: int, index: int, predicate: Predicate) -> bool:
    """Return whether a figure belongs to the object behind it of the verb before it (征收|5%|的|关税)."""
    verb = items[predicate.begin - 1] if predicate.begin > left else None
    following = items[index + 1 : index + 3]
    if verb is not None and verb.text in HANDLED and following[:1] and following[0].text == "的":
        return True
    bare = items[index].quantity
    if (
        verb is not None
        and bare is not None
        and bare.kind == "money"
        and following
        and following[0].text[0] not in "（("
        and (following[0].nominal or following[0].pos[:1] in ("a", "b"))
    ):
        lists = word_lists()
        return verb.text in lists["governing"] and verb.text not in lists["nominal"] | ACHIEVED
    return (
        verb is not None
        and not predicate.verbal
        and predicate.direction is None
        and is_verb(verb)
        and verb.text not in word_lists()["heads"] | ACHIEVED
        and len(following) == 2
        and following[0].text == "的"
        and following[1].nominal
    )


def _only_scope(items: Sequence[Item], phrase: Phrase) -> bool:
    """Return whether a phrase only says where a share is taken (全国|70%的卫生院)."""
    return phrase.end == phrase.first + 1 and items[phrase.first].text in SCOPES


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


def _counted_before(items: Sequence[Item], left: int, index: int) -> bool:
    """Return whether all words before a figure are what the figure before them counts (3个|村|420人|受灾)."""
    first = items[left - 1].quantity if left > 0 else None
    return first is not None and first.kind == "count" and all(item.nominal for item in items[left:index])


def _direction_of_object(items: Sequence[Item], left: int, phrase: Phrase) -> Direction | None:
    """Return the direction of a verb whose object was measured (缩短|通关时间|50%)."""
    verb = phrase.first - 1
    if verb < left or len(items[verb].text) == 1:
        return None
    leads = verb == left or items[verb - 1].text in word_lists()["adverbs"]
    return direction_of(items[verb].text) if leads else None


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


def _multiple_of(items: Sequence[Item], left: int, index: int) -> Predicate | None:
    """Return the predicate of 是平日的两倍 and 增长到上年的两倍, whose baseline is what stands between.

    A fraction is a part of it and no change: 单价不足进口货的三分之一.
    """
    quantity = items[index].quantity
    if items[index - 1].text != "的" or quantity is None:
        return None
    for begin in range(index - 2, left - 1, -1):
        word = items[begin].text
        if word not in word_lists()["equals"] | ARRIVALS and (word != "完成" or quantity.kind != "percent"):
            continue
        other = "".join(item.text for item in items[begin + 1 : index - 1])
        direction = direction_of(items[begin - 1].text) if begin > left and word in ARRIVALS else None
        verb = begin - (direction is not None)
        if quantity.kind == "multiple":
            return Predicate(verb, direction, other, verbal=True)
        named = any(item.nominal for item in items[begin + 1 : index - 1])
        return Predicate(verb, direction, of=other, verbal=True) if named else None
    return None
