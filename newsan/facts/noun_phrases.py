"""Where the noun phrase beside a figure begins and ends: the thing counted or measured, literally."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsan.facts.clauses import Item
from newsan.facts.predicates import BEYOND, TURNED, changed_to, direction_of, is_time
from newsan.facts.words import word_lists, words_of
from newsan.values import NamedTuple

PERSON_UNITS = frozenset(("人", "名", "位", "人次", "万人"))
EVENT_UNITS = frozenset(("场", "次", "场次", "起", "项"))
"""What these count may be a verb (30场|非遗|展演)."""
STANDS = frozenset(("来自", "位于", "坐落", "从事", "负责", "参加", "参与"))
"""Verbs whose object other verbs may follow in a clause (来自|北京|参展|的|企业)."""
UNDERTAKINGS = frozenset(
    "企业 单位 机构 人员 设备 设施 车间 任务 项目 工程 计划 目标 活动 方案 指标 合同 基地 中心 试点 订单".split()
)
"""Nouns that a verb before them is a part of (建设|任务)."""
EAGERLY = frozenset(("共同", "积极", "主动", "努力", "全力", "纷纷", "正在"))
"""Adverbs that the dictionary's model cuts together with their verbs (积极探索)."""
GOES = frozenset("往向到至着在给")
"""Ends of verbs that lead on to something (运往, 走向, 留在): none of them is part of a name."""
PEOPLE = frozenset("人员者生民师兵手友众客商")
"""Ends of nouns for people: the verb behind one of these is what they do."""
LONGEST_QUOTED = 9
"""Characters of a name in quotation marks behind a noun; what is longer is what somebody says."""
RECKONED = frozenset(("计算", "测算", "计", "统计"))
"""Verbs that end a clause opened by 按 that tells how a figure was reckoned (用水量|按|可比价|计算|下降)."""
POSITIONS = frozenset(("附近", "上方", "下方", "关口", "一线", "大关", "高位", "低位", "水平", "之间"))
"""Behind a level these say how near something comes to it (在70美元|附近|波动)."""
COLLECTIVES = frozenset(("国", "省", "省区", "省市", "省份", "市", "州", "县", "区", "地", "方", "部门"))
"""What these count is summed up by the number and stays one name with it (青海、甘肃两省)."""
LIST_WORDS = frozenset(("、", "和", "与", "及", "以及", "或", "或者", "暨", "×"))
BOUNDS = frozenset(("以上", "以下"))
"""After 及 these belong to the name of a class (地级|及|以上|城市)."""
ARRIVALS = frozenset(("到", "至", "到了"))
"""The word before one of these is the verb of it (3班|加密|到)."""
LONGEST_CLAUSE = 80
"""Words behind a figure within which its noun is looked for."""
LONGEST_LIST = 160
"""Words and marks in front of 分别 that its list can take up."""
MOST_IN_A_ROW = 4
"""Figures in a row that may all count one noun (3人 2组 7类 60多项 服务)."""
SETTINGS = frozenset(("基础", "情况", "前提", "同时", "背景", "过程", "条件"))
"""Nouns that only place one clause beside another (在|安排5亿元修渠|的|基础|上)."""
BULLETS = frozenset("▲△▼▽■□●○◆◇★☆※·•►▶")
TRAVELS = frozenset(("入境", "出境", "来华", "返乡"))
"""Words tagged as nouns that are verbs before 的 (入境|的|游客)."""
LONGEST_EXAMPLE = 2
"""Words of the first of several examples (300家|书店、饭店|等|商铺); what is longer ends in the counted noun."""
LONGEST_ALTERNATIVE = 4
"""Characters of another measure word in brackets (上百件|(套)|家具)."""
EXTENTS = frozenset("长宽高深厚重大")
"""What a length or weight is of, before the thing it is the length of (3米|长|的|布条)."""
NOUN_ENDINGS = frozenset("量率额数值费价期者式型化性类版级")
PREDICATE_TAGS = frozenset(("v", "vd", "p", "c", "cc", "d", "ad", "u", "ul", "uj", "uv", "ud", "r", "y"))
RELATIVE_TAGS = frozenset(("v", "a"))
NUMBER_TAGS = frozenset(("m", "mq", "q"))
CLOSED_TAGS = frozenset("dpcuyr")
"""Adverbs, prepositions, conjunctions, particles, pronouns: none of them is inside a counted thing."""
AGENT_TAGS = frozenset(("r", "nr", "nt", "d", "ad", "a"))
"""Who does something, or the adverb between him and the verb."""
ADJECTIVE_TAGS = frozenset(("a", "b", "z"))
REPORTS = frozenset(("显示", "表明", "认为", "透露", "指出"))
"""Behind one of these verbs begins what is told (调查|显示|过半数|家长)."""
PER_HEAD = frozenset(("人均", "户均", "亩均", "平均", "年均", "月均", "日均", "场均"))
TO_A_PLACE = frozenset(("从", "到", "至", "由", "向", "在"))
"""What stands between one of these and 的 modifies the noun behind (从车站到码头的|船票)."""
ADVERBS_IN_NAMES = frozenset(("长期", "特别", "专门", "微"))
"""Adverbs that are adjectives inside a name (长期|特别|国债)."""
LOCATIVES = frozenset(("中", "下", "上", "里", "内", "后", "时"))
"""Words that end a setting opened by 在 (该队|在领先的情况下)."""
OPENING = PER_HEAD | {"人民币", "专门"}
"""Words that are adverbs before a figure and the start of a name elsewhere (人均收入, 人民币汇率)."""


class Phrase(NamedTuple):
    """A noun phrase: the items ``first`` to ``end`` (exclusive) of a sentence."""

    first: int
    end: int


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


def phrase_before(
    items: Sequence[Item], left: int, end: int, *, thing: bool = False, share: bool = False
) -> Phrase | None:
    """Return the noun phrase that ends at ``end``, reaching back to ``left`` at the most.

    A verb that only governs the figure (依然|取得|20万元) is passed over. Where a ``thing`` is counted, a verb behind
    the one who does it governs it (民政厅|调运|帐篷|90顶); what is measured may have a verb in its name.
    """
    lists = word_lists()
    before_figure = end
    if end > left and items[end - 1].text in REPORTS:
        return None
    while end > left and (
        items[end - 1].text in lists["adverbs"]
        or is_time(items[end - 1])
        or (governs(items, end - 1, left) and not _names_what_is_counted(items, end - 1, left, share=share))
        or _predicates(items[end - 1])
        or (end < before_figure and items[end].text == "了" and items[end - 1].pos.startswith("v"))
        or items[end - 1].text in lists["qualifiers"]
    ):
        end -= 1
    if end > left and items[end - 1].text in LOCATIVES:
        setting = next((i for i in range(end - 1, left, -1) if items[i].text == "在"), end)
        end = setting if items[setting - 1].nominal else end
    if end > left and "".join(item.text for item in items[end : end + 1]) in RECKONED:
        end = next((i for i in range(end - 1, left, -1) if items[i].text in ("按", "按照")), end)
    first = end
    listed = 0 < left < end and items[left].text in LIST_WORDS and items[left - 1].kind == "quantity"
    while first > left:
        item = items[first - 1]
        if (item.kind in ("date", "quantity") and not in_a_name(items, first - 1)) or (
            item.kind == "mark" and item.text != "、"
        ):
            break
        if first < end and item.text == "是" and items[first].text != "否":
            break
        if item.text in lists["prepositions"] or (
            first < end and governs(items, first - 1, left) and not (listed and items[first - 2].nominal)
        ):
            break
        if first == end - 1 and is_verb(items[first]) and item.text in lists["adverbs"]:
            break
        if thing and left < first - 1 and first < end and _acts(items, first - 1):
            break
        first -= 1
    if first == left and left > 0 and _kind(items[left - 1]) == "count":
        first = _behind_counted(items, first, end)
    if first > left + 1 and _spans(items, first, before_figure):
        return phrase_before(items, left, first - 1, thing=thing, share=share)
    if first > left and items[first - 1].text in TO_A_PLACE:
        first = next((i + 1 for i in range(first, end - 1) if items[i].text == "的"), first)
    return _trimmed(items, _after_list(items, _after_clause(items, first, end), end), end)


def _behind_counted(items: Sequence[Item], first: int, end: int) -> int:
    """Return where a phrase begins behind what the figure before it counts (20个|国家|的|选手|300名)."""
    return next(
        (i + 1 for i in range(end - 2, first, -1) if items[i].text == "的" and items[i - 1].nominal), first
    )


def _spans(items: Sequence[Item], first: int, end: int) -> bool:
    """Return whether 从 stands before ``first`` and what follows only tells from where to where (货物|从申报到放行|用了1小时)."""
    if items[first - 1].text not in ("从", "由"):
        return False
    words = [item.text for item in items[first:end]]
    return "的" not in words and not {"到", "至"}.isdisjoint(words)


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


def _acts(items: Sequence[Item], index: int) -> bool:
    """Return whether a word is a verb between who does it and the thing it is done to (民政厅|调运|帐篷)."""
    lists, item = word_lists(), items[index]
    return (
        item.pos.startswith("v")
        and (items[index - 1].pos in AGENT_TAGS or items[index - 1].kind == "name")
        and len(item.text) > 1
        and item.text not in words_of("heads", "nominal")
        and items[index + 1].nominal
        and items[index + 1].text not in NOUN_ENDINGS
        and items[index + 1].text not in lists["measures"]
    )


def phrase_after(
    items: Sequence[Item], index: int, *, person: bool, others: int = MOST_IN_A_ROW
) -> Phrase | None:
    """Return the noun phrase that follows the figure at ``index`` (17个|颠覆性技术), or ``None``.

    A clause before the counted noun is left out (6趟|飞抵张家界的|国际航班); of people counted without a noun,
    what they do is the subject (5人|死亡). ``others`` is how many more figures may stand in front of the noun.
    """
    quantity, first = items[index].quantity, index + 1
    of = first < len(items) and items[first].text == "的"
    first += of
    if first < len(items) and items[first].kind == "quantity":
        if _kind(items[first]) not in (_kind(items[index]), "age") and not _sizes(items, index, first):
            return None
        return _counted_by_both(items, first, person=person, others=others - 1) if others else None
    clause_end = _clause_end(items, first)
    if first < clause_end and items[first].text in word_lists()["records"]:
        return None
    if first < clause_end and items[first].text == "地" and _kind(items[first - 1]) == "area":
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
    if (
        first + 2 < clause_end
        and items[first].text == "新"
        and _newly(items[first + 1])
        and items[first + 2].nominal
    ):
        first += 2
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
    if not of and _done_by(items, first, end, clause_end):
        return phrase_after(items, end, person=person, others=0)
    if end > first + 1 and items[end - 1].pos == "i" and len(items[end - 1].text) == 4:
        end -= 1
    event = quantity is not None and quantity.unit in EVENT_UNITS
    closes = end == clause_end - 1 or (end + 1 < clause_end and items[end + 1].text in LIST_WORDS)
    if (of or event) and first < end < clause_end and closes and items[end].text in word_lists()["heads"]:
        end += 1
    return _trimmed(items, first, end)


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


def _done_by(items: Sequence[Item], first: int, end: int, clause_end: int) -> bool:
    """Return whether the one word behind a figure does what made the counted things (2枚|敌方|发射|的|火箭弹)."""
    if end != first + 1 or end + 2 >= clause_end:
        return False
    agent, verb = items[first], items[end]
    named = agent.kind == "name" or agent.pos[:2] in ("nt", "ns", "nr", "j") or agent.text[-1] in "方军"
    return named and is_verb(verb) and items[end + 1].text == "的" and items[end + 2].nominal


def _newly(item: Item) -> bool:
    """Return whether a word is the verb that the dictionary cuts from 新 (新|设|医院)."""
    return len(item.text) == 1 and item.pos.startswith("v")


def _qualifies(item: Item, *, told: bool = False) -> bool:
    """Return whether a word belongs to the noun behind it (高大|建筑, 相关|人员); one that ``told`` something does not."""
    return not told and (item.pos[:1] in ADJECTIVE_TAGS or item.text in ("相关", "有关"))


def _counted_by_both(items: Sequence[Item], index: int, *, person: bool, others: int) -> Phrase | None:
    """Return what two figures in a row count (7类60多项|服务); an age is part of it (百余名65岁以上老年人)."""
    quantity, counted = items[index].quantity, phrase_after(items, index, person=person, others=others)
    if counted is None or quantity is None or quantity.kind != "age":
        return counted
    return Phrase(index, counted.end)


def _end_of_examples(items: Sequence[Item], end: int, clause_end: int) -> int | None:
    """Return the index of the 等 between examples and the noun that is counted (300家|超市、书店|等|商铺)."""
    if items[end : end + 1] and items[end].text != "、":
        return None
    while end < clause_end and (items[end].nominal or items[end].text in LIST_WORDS):
        end += 1
    named = end + 1 < clause_end and items[end].text == "等" and items[end + 1].nominal
    return end if named else None


def _sizes(items: Sequence[Item], index: int, first: int) -> bool:
    """Return whether a measure tells the size of what the figure before it counts (70趟|2万吨|重载|列车)."""
    counted, size = items[index].quantity, items[first].quantity
    return counted is not None and counted.kind == "count" and size is not None and size.si is not None


def _deed(items: Sequence[Item], first: int, end: int) -> Phrase | None:
    """Return what people counted without a noun do (5人|死亡、12人受伤); ``None`` where that holds a figure of its own."""
    listed = next((i for i in range(first, end) if items[i].text == "、"), end)
    verb = items[first]
    if not is_verb(verb) or any(item.kind == "quantity" for item in items[first:listed]):
        return None
    if verb.text in word_lists()["governing"] and verb.text not in words_of("ends", "nominal"):
        return None
    return _trimmed(items, first, listed)


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


def is_verb(item: Item) -> bool:
    """Return whether the dictionary tags a word as a verb and nothing else."""
    return item.kind == "word" and item.pos.startswith("v") and not item.pos.startswith("vn")


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
    trimmed = _trimmed(items, first, end)
    return [] if trimmed is None else conjuncts(items, trimmed)


def conjuncts(items: Sequence[Item], phrase: Phrase) -> list[Phrase]:
    """Return the members of a list (A、B和C) in the order they are written."""
    return [part for part in _split(items, phrase, LIST_WORDS) if part.first < part.end]


def _split(items: Sequence[Item], phrase: Phrase, words: Collection[str]) -> Iterator[Phrase]:
    """Yield what stands between some words of a phrase."""
    first = phrase.first
    for index in range(phrase.first, phrase.end):
        if items[index].text in words:
            yield Phrase(first, index)
            first = index + 1
    yield Phrase(first, phrase.end)


def parts_of_list(items: Sequence[Item], phrase: Phrase) -> list[Phrase]:
    """Return the members of a list that marks alone part: A和B、C和D has two."""
    return [part for part in _split(items, phrase, frozenset("、")) if part.first < part.end]


def _predicates(item: Item) -> bool:
    """Return whether the last word before a figure is its predicate or a particle, and so names nothing."""
    return item.kind == "word" and item.pos in PREDICATE_TAGS and item.text not in word_lists()["heads"]


def _names_what_is_counted(items: Sequence[Item], index: int, left: int, *, share: bool) -> bool:
    """Return whether a verb is the name of what is measured: alone in its clause (，投资|344亿元), or 共成交, 再得分."""
    word = items[index].text
    if word in word_lists()["heads"] and word not in word_lists()["governing"]:
        return True
    if share and word in word_lists()["heads"] and index > left and items[index - 1].nominal:
        return not any(item.text in BEYOND for item in items[left:index])
    opens = index == left or (index == left + 1 and items[left].text.startswith("每"))
    return opens and word in word_lists()["nominal"] and not word.startswith("新")


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


def _kind(item: Item) -> str | None:
    """Return the kind of the quantity an item holds."""
    return None if item.quantity is None else item.quantity.kind


def _clause_end(items: Sequence[Item], index: int) -> int:
    """Return the index of the mark that ends the clause of ``index``."""
    end = min(index + LONGEST_CLAUSE, len(items))
    return next((i for i in range(index, end) if items[i].kind == "mark" and items[i].text != "、"), end)


def _after_clause(items: Sequence[Item], first: int, end: int) -> int:
    """Return where the phrase begins behind a clause that modifies it (2013年探明的|全球石墨储量)."""
    for index in range(end - 1, first, -1):
        before = items[index - 1]
        if (
            items[index].text == "的"
            and before.kind == "word"
            and (
                before.pos in RELATIVE_TAGS
                or before.text in word_lists()["governing"]
                or before.text in TRAVELS
            )
            and index + 1 < end
            and not direction_of(before.text)
            and any(item.nominal for item in items[index + 1 : end])
        ):
            return index + 1
    return first


def _after_list(items: Sequence[Item], first: int, end: int) -> int:
    """Return where the phrase begins behind examples of it (甲、乙|等|公园面积)."""
    for index in range(end - 2, first, -1):
        if (
            items[index].text == "等"
            and items[first].pos != "p"
            and any(item.text == "、" for item in items[first:index])
        ):
            return index + 1 if items[index + 1].nominal else first
    return first


def _per_many(items: Sequence[Item], index: int) -> bool:
    """Return whether 每 opens the name of a rate (每万|人口|专利拥有量) and is no adverb (每批)."""
    word = items[index].text
    return (
        word.startswith("每") and (word[1:] or items[min(index + 1, len(items) - 1)].text)[:1] in "百千万亿"
    )


def _trimmed(items: Sequence[Item], first: int, end: int) -> Phrase | None:
    """Return a phrase without the particles, list words and adverbs at its edges; ``None`` when no noun is left."""
    loose = words_of("leading", "adverbs", "times")
    while first < end and (
        (
            (items[first].text in loose or items[first].text in LIST_WORDS)
            and items[first].text not in OPENING
            and not _per_many(items, first)
        )
        or items[first].kind == "mark"
        or items[first].text in BULLETS
        or (items[first].pos in NUMBER_TAGS and items[first].text.startswith("一"))
        or items[first].pos == "q"
        or (items[first].text.startswith("每") and not _per_many(items, first))
        or (
            governs(items, first, first)
            and any(item.nominal for item in items[first + 1 : end])
            and not _named_by(items, first)
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
