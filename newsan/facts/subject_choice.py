"""Which noun phrase a figure is about, of the one before it and the one behind: 种植面积|5万亩, 17个|颠覆性技术."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.clauses import Item
from newsan.facts.noun_phrases import COLLECTIVES, LIST_WORDS, PER_HEAD, Phrase, governs, in_a_name, is_verb
from newsan.facts.phrases_after import PEOPLE, PERSON_UNITS, phrase_after
from newsan.facts.phrases_before import phrase_before
from newsan.facts.predicates import Predicate, is_time
from newsan.facts.word_lists import word_lists, words_of

MEASURED_FROM_OUTSIDE = frozenset(
    ("money", "percent", "percentage_point", "multiple", "index", "rate", "temperature", "score")
)
"""Kinds whose subject stands before the figure; what is counted otherwise stands behind it (17个|颠覆性技术)."""
ATTRIBUTE_ENDINGS = frozenset("度径程积重长宽高深厚量速压率")
EXTENT_NOUNS = frozenset(
    ("全长", "总长", "长", "面积", "总面积", "长度", "高度", "宽度", "深度", "重量", "体积", "重")
)
"""Beside one of these the thing itself is measured (全长5公里的老街)."""


SHARED_OUT = ("税", "股权", "股份")
"""Nouns that a percentage stands before without 的 (加征|10%|关税)."""
BEFORE_ANNIVERSARIES = frozenset(
    ("就", "正值", "适逢", "恰逢", "迎来", "迎接", "纪念", "庆祝", "祝贺", "热烈")
)
HAS = frozenset(("有", "只有", "仅有", "约有", "还有", "共有"))
"""有|8%的居民: the share is one of what stands behind."""
CASUALTIES = frozenset(
    ("死亡", "受伤", "遇难", "失踪", "失联", "被困", "轻伤", "重伤", "身亡", "丧生", "获救")
)
ACTING = ("v", "d", "ad")
"""Tags of a word behind a number of countries or offices that makes them do something (三方|一致|同意)."""
IS = frozenset(("是", "都是", "均为", "均是"))
LEADS_IN = frozenset(("有", "是", "为", "包括", "分别为", "分别是", "依次为", "依次是"))
"""What stands before the things that figures in brackets measure (理由有|开阔视野|（86%）)."""
RESULTS, GOALS = frozenset("胜平负球"), frozenset("进失")
"""What a team's matches and goals are counted by (3胜2平1负, 进11球失5球): no noun stands beside them."""


def phrase_of(
    items: Sequence[Item], left: int, index: int, predicate: Predicate, before: Phrase | None
) -> tuple[Phrase | None, bool]:
    """Return the noun phrase a figure is about, ``before`` it or behind, and whether one stands behind.

    A number inside a name is about what the name begins with (中亚|五国), and a share of a whole country about the
    things that make up the share (全国|70%的卫生院).
    """
    if index > left + 1 and before is None and _is_gain(items, index):
        before = Phrase(index - 2, index)
    if left > 0 and items[left - 1].kind == "quantity" and items[index - 1].text in LIST_WORDS:
        before = None
    quantity = items[index].quantity
    if quantity is not None and quantity.quote.endswith("周年"):
        return _commemorated(items, left, index), False
    if before is not None and before.end == index == before.first + 1 and items[before.first].text == "头":
        before = None
    if index == left and (named := _before_mark(items, index)) is not None:
        return named, False
    if before is not None and in_a_name(items, index):
        return Phrase(before.first + (items[before.first].pos == "p"), before.end), True
    if before is not None and before.end == before.first + 1 and items[before.first].text in GOALS:
        before = None
    after = _counted(items, left, index, predicate, before)
    if before is None and after is None:
        after = _complement(items, index)
    if (
        after is None
        and quantity is not None
        and quantity.unit == "次"
        and _repeats(items, left, index, before)
    ):
        return Phrase(index - 1, index), False
    if before is not None and _only_scope(items, before):
        after = after or _counted(items, left, index, predicate, None)
        before = None if after is not None else before
    if before is not None and _is_attribute(items, index, before):
        verb = next(
            (i + 1 for i in range(before.end - 1, before.first, -1) if is_verb(items[i])), before.first
        )
        return before._replace(first=verb), after is not None
    if before is not None and before.end < index and not _names_something(items, before):
        before = None
    if before is not None and _only_dates(items, index, before):
        before = None
    if before is not None and after is None and _counts_others(items, left, index, before):
        before = None
    if (
        before is not None
        and after is None
        and items[before.first].pos.startswith("v")
        and before.end == index
    ):
        after = _shared_by(items, index, before)
    return after or before, after is not None


def _commemorated(items: Sequence[Item], left: int, index: int) -> Phrase | None:
    """Return what an anniversary is of, with the verb that tells what happened (庆祝|大桥通车|10周年)."""
    lists, first = word_lists(), index
    for at in range(index - 1, left - 1, -1):
        word = items[at]
        if (word.kind not in ("word", "name") and word.text != "、") or is_time(word):
            break
        if word.text in lists["prepositions"] or word.text in BEFORE_ANNIVERSARIES:
            break
        governs_it = word.text in lists["levels"] or (word.pos == "v" and word.text in lists["governing"])
        if at < index - 1 and governs_it:
            break
        first = at
    phrase = phrase_before(items, first, index) if first < index else None
    if phrase is None and first == index - 1 and is_verb(items[first]):
        return Phrase(first, index)
    return None if phrase is None else Phrase(phrase.first, index)


def _is_gain(items: Sequence[Item], index: int) -> bool:
    """Return whether a figure says how much each has gained, and nothing else is named (户均|增收|5000元)."""
    return items[index - 1].text in word_lists()["gains"] and items[index - 2].text in PER_HEAD


def _counted(
    items: Sequence[Item], left: int, index: int, predicate: Predicate, before: Phrase | None
) -> Phrase | None:
    """Return the noun phrase behind a figure that the figure may count."""
    quantity = items[index].quantity
    if quantity is None or quantity.unit in RESULTS:
        return None
    if quantity.unit in COLLECTIVES and index + 1 < len(items) and items[index + 1].pos.startswith(ACTING):
        return None
    taken = _object_of(items, left, index, predicate)
    if quantity.kind in MEASURED_FROM_OUTSIDE and before is not None and not taken:
        return None
    if items[index - 1].text == "以" and index + 1 < len(items) and items[index + 1].text == "的":
        return None
    if quantity.unit == "次" and _done(items, left, index):
        return Phrase(index + 1, index + 2)
    bare = before is None or governs(items, predicate.begin - 1, left) or _counted_before(items, left, index)
    bare = bare or _is_casualty(items, index, before)
    after = phrase_after(items, index, person=bare and quantity.unit in PERSON_UNITS)
    if quantity.kind == "percent" and after is not None and items[index + 1].text != "的":
        alone = before is None and index == predicate.begin and after.first == index + 1
        return after if alone or taken else None
    return after


def _repeats(items: Sequence[Item], left: int, index: int, before: Phrase | None) -> bool:
    """Return whether a number of times tells how often what the verb before it says was done (往返|3次)."""
    verb = items[index - 1]
    said = word_lists()["levels"] | word_lists()["adverbs"] | word_lists()["governing"]
    named = before is not None and before.end == index
    return index > left and is_verb(verb) and len(verb.text) == 2 and verb.text not in said and not named


def _before_mark(items: Sequence[Item], index: int) -> Phrase | None:
    """Return the noun phrase whose figure stands alone behind a colon or in brackets (占地面积|：8000亩, 开阔视野|（86%）)."""
    if index < 2:
        return None
    bracketed = items[index - 1].text in "（(" and index + 1 < len(items) and items[index + 1].text in "）)"
    if not bracketed and items[index - 1].text not in "：:":
        return None
    first = index - 1
    while first > 0 and items[first - 1].kind in ("word", "name") and items[first - 1].text not in LEADS_IN:
        first -= 1
    return (
        phrase_before(items, first, index - 1)
        if items[index - 2].nominal or items[index - 2].pos == "a"
        else None
    )


def _names_something(items: Sequence[Item], phrase: Phrase) -> bool:
    """Return whether a phrase has a noun, or a verb that names what is measured (艰难跋涉 has neither)."""
    naming = words_of("heads", "nominal", "scopes")
    words = items[phrase.first : phrase.end]
    return any(
        item.nominal or item.kind != "word" or item.text in naming or item.pos[:1] not in "ad"
        for item in words
    )


def _only_dates(items: Sequence[Item], index: int, before: Phrase) -> bool:
    """Return whether a span of time counts from the words before it (假期|前|三天), and names nothing."""
    quantity = items[index].quantity
    span = quantity is not None and quantity.kind == "duration"
    return span and before.end == index and items[index - 1].text.endswith("前")


def _counts_others(items: Sequence[Item], left: int, index: int, before: Phrase) -> bool:
    """Return whether a number of people counts none of what the figure before it does (20个|村|3000人)."""
    quantity, last = items[index].quantity, items[before.end - 1].text
    people = quantity is not None and quantity.kind == "count" and quantity.unit in PERSON_UNITS
    return (
        people
        and before.first == left
        and not last.endswith(("数", "人口"))
        and _counted_before(items, left, index)
    )


def _shared_by(items: Sequence[Item], index: int, before: Phrase) -> Phrase | None:
    """Return what stands behind a share whose verb alone stands before it (融合|40%|的|课程)."""
    quantity = items[index].quantity
    if quantity is None or quantity.kind != "percent" or before.end != before.first + 1:
        return None
    if index + 2 >= len(items) or items[index + 1].text != "的":
        return None
    return phrase_after(items, index, person=False)


def _complement(items: Sequence[Item], index: int) -> Phrase | None:
    """Return what a part of something is said to be (其中|八成|是|返乡青年)."""
    if index + 2 >= len(items) or items[index + 1].text not in IS or not items[index + 2].nominal:
        return None
    return phrase_after(items, index + 1, person=False)


def _is_casualty(items: Sequence[Item], index: int, before: Phrase | None) -> bool:
    """Return whether people are counted by what befell them, and the words before only tell where (机上|4人|死亡)."""
    if before is None or index + 1 == len(items) or items[index + 1].text not in CASUALTIES:
        return False
    return items[before.end - 1].text[-1] not in PEOPLE


def _done(items: Sequence[Item], left: int, index: int) -> bool:
    """Return whether a verb alone behind a number of times is what another verb did so often (打退|十次|进攻)."""
    if index + 1 == len(items) or not is_verb(items[index + 1]) or len(items[index + 1].text) != 2:
        return False
    closes = index + 2 == len(items) or items[index + 2].kind == "mark"
    return closes and any(is_verb(item) for item in items[left:index])


def _counted_before(items: Sequence[Item], left: int, index: int) -> bool:
    """Return whether all words before a figure are what the figure before them counts (3个|村|420人|受灾)."""
    first = items[left - 1].quantity if left > 0 else None
    return first is not None and first.kind == "count" and all(item.nominal for item in items[left:index])


def _object_of(items: Sequence[Item], left: int, index: int, predicate: Predicate) -> bool:
    """Return whether a figure belongs to the object behind it of the verb before it (征收|5%|的|关税, 发放|5亿元|债券)."""
    lists, quantity = word_lists(), items[index].quantity
    if predicate.begin <= left or quantity is None or index + 1 == len(items):
        return False
    begin = predicate.begin
    if begin > left + 1 and begin == index and items[begin - 1].text in lists["scopes"]:
        begin -= 1
    verb, following = items[begin - 1], items[index + 1]
    of = following.text == "的"
    if of and verb.text in lists["handled"]:
        return True
    if quantity.kind == "money" and not of:
        named = following.text[0] not in "（(" and (following.nominal or following.pos[:1] in ("a", "b"))
        return named and verb.text in lists["governing"] - lists["nominal"] - lists["achieved"]
    if not of and quantity.kind == "percent" and following.text.endswith(SHARED_OUT):
        return verb.pos == "v"
    if of and quantity.kind == "percent" and items[index - 1].text in HAS:
        return index + 2 < len(items) and items[index + 2].nominal
    said = predicate.verbal or predicate.direction is not None
    if not of or said or not is_verb(verb) or verb.text in words_of("heads", "achieved"):
        return False
    return index + 2 < len(items) and items[index + 2].nominal


def _only_scope(items: Sequence[Item], phrase: Phrase) -> bool:
    """Return whether a phrase only says where a share is taken (全国|70%的卫生院)."""
    alone, last = phrase.end == phrase.first + 1, items[phrase.end - 1]
    verbal = any(item.pos.startswith(("v", "ul")) for item in items[phrase.first : phrase.end])
    return last.text in word_lists()["scopes"] and (alone or verbal)


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
