"""Where the noun phrase behind a figure begins and ends: the thing counted, or what the people counted do."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.clauses import Item
from newsan.facts.noun_phrases import LIST_WORDS, Phrase, is_verb, kind_of, trimmed
from newsan.facts.predicates import TURNED, changed_to, direction_of
from newsan.facts.word_lists import word_lists, words_of

PERSON_UNITS = frozenset(("人", "名", "位", "人次", "万人"))
MOST_IN_A_ROW = 4
"""Figures in a row that may all count one noun (3人 2组 7类 60多项 服务)."""
LONGEST_CLAUSE = 80
"""Words behind a figure within which its noun is looked for."""
EXTENTS = frozenset("长宽高深厚重大")
"""What a length or weight is of, before the thing it is the length of (3米|长|的|布条)."""
POSITIONS = frozenset(("附近", "上方", "下方", "关口", "一线", "大关", "高位", "低位", "水平", "之间"))
"""Behind a level these say how near something comes to it (在70美元|附近|波动)."""
SETTINGS = frozenset(("基础", "情况", "前提", "同时", "背景", "过程", "条件"))
"""Nouns that only place one clause beside another (在|安排5亿元修渠|的|基础|上)."""
LONGEST_ALTERNATIVE = 4
"""Characters of another measure word in brackets (上百件|(套)|家具)."""
LONGEST_EXAMPLE = 2
"""Words of the first of several examples (300家|书店、饭店|等|商铺); what is longer ends in the counted noun."""
ARRIVALS = frozenset(("到", "至", "到了"))
"""The word before one of these is the verb of it (3班|加密|到)."""
STANDS = frozenset(("来自", "位于", "坐落", "从事", "负责", "参加", "参与"))
"""Verbs whose object other verbs may follow in a clause (来自|北京|参展|的|企业)."""
ADJECTIVE_TAGS = frozenset(("a", "b", "z"))
ADVERBS_IN_NAMES = frozenset(("长期", "特别", "专门", "微"))
"""Adverbs that are adjectives inside a name (长期|特别|国债)."""
BOUNDS = frozenset(("以上", "以下"))
"""After 及 these belong to the name of a class (地级|及|以上|城市)."""
CLOSED_TAGS = frozenset("dpcuyr")
"""Adverbs, prepositions, conjunctions, particles, pronouns: none of them is inside a counted thing."""
EAGERLY = frozenset(("共同", "积极", "主动", "努力", "全力", "纷纷", "正在"))
"""Adverbs that the dictionary's model cuts together with their verbs (积极探索)."""
LONGEST_QUOTED = 9
"""Characters of a name in quotation marks behind a noun; what is longer is what somebody says."""
THINGS = frozenset("市业省区国县村司家院校人员者户站城店")
GOES = frozenset("往向到至着在给")
"""Ends of verbs that lead on to something (运往, 走向, 留在): none of them is part of a name."""
PEOPLE = frozenset("人员者生民师兵手友众客商")
"""Ends of nouns for people: the verb behind one of these is what they do."""


def phrase_after(
    items: Sequence[Item], index: int, *, person: bool, others: int = MOST_IN_A_ROW
) -> Phrase | None:
    """Return the noun phrase that follows the figure at ``index`` (17个|颠覆性技术), or ``None``.

    A clause before the counted noun is left out (6趟|飞抵张家界的|国际航班); of people counted without a noun,
    what they do is the subject (5人|死亡). ``others`` is how many more figures may stand in front of the noun.
    """
    first = index + 1
    of = first < len(items) and items[first].text == "的"
    first += of
    if first < len(items) and items[first].kind == "quantity":
        if kind_of(items[first]) not in (kind_of(items[index]), "age") and not _sizes(items, index, first):
            return None
        return _counted_by_both(items, first, person=person, others=others - 1) if others else None
    clause_end = _clause_end(items, first)
    if first < clause_end and items[first].text in word_lists()["records"]:
        return None
    if first < clause_end and items[first].text == "地" and kind_of(items[first - 1]) == "area":
        return Phrase(first, first + 1)
    alone = first + 1 == clause_end or (first + 1 < clause_end and not items[first + 1].nominal)
    if of and alone and is_verb(items[first]) and items[first].text in word_lists()["heads"]:
        return Phrase(first, first + 1)
    if first + 2 < clause_end and items[first].text in EXTENTS and items[first + 1].text == "的":
        first += 2
    if first < clause_end and not of and items[first].text in POSITIONS:
        return None
    if first < clause_end and not of and items[first].text in word_lists()["ranked"]:
        return None
    if first < clause_end and of and items[first].text in SETTINGS:
        return None
    if first < clause_end and items[first].text[0] in "（(":
        if of or len(items[first].text) > LONGEST_ALTERNATIVE or not items[first + 1 : first + 2]:
            return None
        first += 1
        if not items[first].nominal:
            return None
    befallen = (
        first + 1 < clause_end and items[first].text in word_lists()["ends"] and items[first + 1].nominal
    )
    told = not items[first].nominal if first < clause_end else False
    told = told or (
        first < clause_end and items[first].pos == "b" and items[first].text in word_lists()["governing"]
    )
    if told and not _qualifies(items[first], told=items[first].nominal) and not befallen:
        relative = _end_of_relative(items, first, clause_end)
        if relative is not None and items[relative + 1].text in SETTINGS:
            return None
        if relative is not None and items[relative + 1].nominal:
            first = relative + 1
        elif not _goes_on(items, first, first):
            return _deed(items, first, clause_end) if person and not of else None
    end = first
    while end < clause_end and _goes_on(items, first, end):
        end += 1
    examples = _end_of_examples(items, end, clause_end) if end - first <= LONGEST_EXAMPLE else None
    if examples is not None:
        return phrase_after(items, examples, person=person, others=0)
    while end > first and (not items[end - 1].nominal or (end > first + 1 and items[end - 1].pos == "b")):
        end -= 1
    if end < len(items) and (
        items[end].text in ARRIVALS
        or (
            end > first + 1
            and items[end - 1].pos.startswith("v")
            and items[end - 1].text + items[end].text in TURNED
        )
    ):
        end -= 1
    if end > first + 1 and items[end - 1].pos == "i" and len(items[end - 1].text) == 4:
        end -= 1
    closes = end == clause_end - 1 or (end + 1 < clause_end and items[end + 1].text in LIST_WORDS)
    named = items[end].text in word_lists()["heads"] - word_lists()["ends"] if end < clause_end else False
    if first < end and closes and named and (of or not person):
        end += 1
    if not of and not person and end - first > 1:
        end = _end_of_things(items, first, end)
    return trimmed(items, first, end)


def _end_of_things(items: Sequence[Item], first: int, end: int) -> int:
    """Return where counted things end whose attribute follows (70个|城市|房屋销售价格|上涨): the words before it name them."""
    last = items[end - 1].text
    if end == len(items) or not (last in word_lists()["measures"] or last[-1] in "率量额价"):
        return end
    if items[end].kind == "mark":
        return end
    things = next((i for i in range(end - 2, first - 1, -1) if items[i].text[-1] in THINGS), None)
    return end if things is None else things + 1


def _clause_end(items: Sequence[Item], index: int) -> int:
    """Return the index of the mark that ends the clause of ``index``."""
    end = min(index + LONGEST_CLAUSE, len(items))
    return next((i for i in range(index, end) if items[i].kind == "mark" and items[i].text != "、"), end)


def _qualifies(item: Item, *, told: bool = False) -> bool:
    """Return whether a word belongs to the noun behind it (高大|建筑, 相关|人员); one that ``told`` something does not."""
    return not told and (item.pos[:1] in ADJECTIVE_TAGS or item.text in ("相关", "有关"))


def _end_of_relative(items: Sequence[Item], first: int, clause_end: int) -> int | None:
    """Return the index of the 的 that ends a clause in front of the counted noun, ``None`` where none stands there.

    What has a verb behind the object of its first is no such clause (退休|木工|讲解|灯笼|的|做法).
    """
    relative = next((i for i in range(first, clause_end - 1) if items[i].text == "的"), None)
    if relative is None or not is_verb(items[first]) or items[first].text in STANDS:
        return relative
    named = next((i for i in range(first + 1, relative) if items[i].nominal), relative)
    told = any(is_verb(items[i]) or items[i].pos == "p" for i in range(named + 1, relative))
    return None if told else relative


def _counted_by_both(items: Sequence[Item], index: int, *, person: bool, others: int) -> Phrase | None:
    """Return what two figures in a row count (7类60多项|服务); an age is part of it (百余名65岁以上老年人)."""
    quantity, counted = items[index].quantity, phrase_after(items, index, person=person, others=others)
    if counted is None or quantity is None or quantity.kind != "age":
        return counted
    return Phrase(index, counted.end)


def _sizes(items: Sequence[Item], index: int, first: int) -> bool:
    """Return whether a measure tells the size of what the figure before it counts (70趟|2万吨|重载|列车)."""
    counted, size = items[index].quantity, items[first].quantity
    return counted is not None and counted.kind == "count" and size is not None and size.si is not None


def _end_of_examples(items: Sequence[Item], end: int, clause_end: int) -> int | None:
    """Return the index of the 等 between examples and the noun that is counted (300家|超市、书店|等|商铺)."""
    if items[end : end + 1] and items[end].text != "、":
        return None
    while end < clause_end and (items[end].nominal or items[end].text in LIST_WORDS):
        end += 1
    named = end + 1 < clause_end and items[end].text == "等" and items[end + 1].nominal
    return end if named else None


def _deed(items: Sequence[Item], first: int, end: int) -> Phrase | None:
    """Return what people counted without a noun do (5人|死亡、12人受伤); ``None`` where that holds a figure of its own."""
    listed = next((i for i in range(first, end) if items[i].text == "、"), end)
    verb = items[first]
    if not is_verb(verb) or any(item.kind == "quantity" for item in items[first:listed]):
        return None
    if verb.text in word_lists()["governing"] and verb.text not in words_of("ends", "nominal"):
        return None
    return trimmed(items, first, listed)


def _goes_on(items: Sequence[Item], first: int, index: int) -> bool:
    """Return whether a phrase that begins at ``first`` reaches over the item at ``index``."""
    lists, item = word_lists(), items[index]
    follows = index + 1 < len(items) and items[index + 1].nominal
    if index > first and _begins_predicate(items, first, index):
        return False
    if item.text in ADVERBS_IN_NAMES:
        return follows or (index + 2 < len(items) and items[index + 1].text in ADVERBS_IN_NAMES)
    if item.kind not in ("word", "name") or item.text in words_of("prepositions", "levels", "adverbs"):
        return False
    if item.text == "的":
        return not items[index - 1].nominal
    if item.text in BOUNDS and index > first + 1:
        return items[index - 1].text == "及" and follows
    ends = item.text in lists["breaks"] or (len(item.text) == 4 and item.text[2:] in lists["breaks"])
    if index > first and (ends or item.text in lists["times"]):
        return False
    if item.text in LIST_WORDS:
        following = items[index + 1].text if index + 1 < len(items) else ""
        follows = (
            follows or following in lists["nominal"] or following in BOUNDS or _modified(items, index + 1)
        )
        return index > first and items[index - 1].nominal and follows
    if changed_to(item.text) or (index > first and item.text in lists["ends"] and not follows):
        return False
    if direction_of(item.text):
        return index == first
    if is_verb(item):
        if index > first and item.text in lists["governing"]:
            return follows and item.text in lists["nominal"] and items[index + 1].pos != "vn"
        return follows and (item.text not in lists["governing"] or item.text in lists["nominal"])
    return item.pos[:1] not in CLOSED_TAGS or item.kind == "name"


def _begins_predicate(items: Sequence[Item], first: int, index: int) -> bool:
    """Return whether a word behind a counted noun begins what is told of it, not another part of its name.

    Such are an adverb and its verb (省份|正式|启动), a verb that goes somewhere (灯笼|运往) or takes a place for its
    object (无人机|袭击|敖德萨), what people do (游客|观看|演出), and what they say (学生|“能准时起床”).
    """
    item, before = items[index], items[index - 1]
    following = items[index + 1] if index + 1 < len(items) else None
    if not before.nominal:
        return False
    if item.kind == "name":
        return item.text[0] == "“" and len(item.text) > LONGEST_QUOTED
    if item.pos == "ad":
        return following is not None and following.pos.startswith("v")
    if following is None or item.text[:2] in EAGERLY:
        return following is not None
    if item.pos.startswith("v") and item.text[-1] in "往向至":
        return True
    if not is_verb(item):
        return False
    if item.text[-1] in GOES or following.pos[:2] in ("ns", "nr"):
        return True
    counted = items[first - 1].quantity or items[first - 2].quantity
    people = counted is not None and (counted.unit in PERSON_UNITS or counted.kind == "percent")
    return people and before.text[-1] in PEOPLE and item.text not in words_of("heads", "nominal")


def _modified(items: Sequence[Item], index: int) -> bool:
    """Return whether a verb and the noun behind it go on with a list of nouns (军官和|退役|士兵)."""
    if index + 1 >= len(items):
        return False
    verb, lists = items[index], word_lists()
    return (
        is_verb(verb)
        and len(verb.text) == 2
        and verb.text not in lists["governing"]
        and verb.text not in lists["breaks"]
        and not direction_of(verb.text)
        and items[index + 1].nominal
    )
