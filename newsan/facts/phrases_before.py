"""Where the noun phrase in front of a figure begins and ends: the thing measured or counted, literally."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.clauses import Item
from newsan.facts.noun_phrases import (
    LIST_WORDS,
    NOUN_ENDINGS,
    Phrase,
    governs,
    in_a_name,
    is_verb,
    kind_of,
    trimmed,
)
from newsan.facts.predicates import BEYOND, direction_of, is_time
from newsan.facts.word_lists import word_lists, words_of

REPORTS = frozenset(("显示", "表明", "认为", "透露", "指出"))
"""Behind one of these verbs begins what is told (调查|显示|过半数|家长)."""
LOCATIVES = frozenset(("中", "下", "上", "里", "内", "后", "时"))
"""Words that end a setting opened by 在 (该队|在领先的情况下)."""
RECKONED = frozenset(("计算", "测算", "计", "统计"))
"""Verbs that end a clause opened by 按 that tells how a figure was reckoned (用水量|按|可比价|计算|下降)."""
TO_A_PLACE = frozenset(("从", "到", "至", "由", "向", "在"))
"""What stands between one of these and 的 modifies the noun behind (从车站到码头的|船票)."""
AGENT_TAGS = frozenset(("r", "nr", "nt", "d", "ad", "a"))
"""Who does something, or the adverb between him and the verb."""
PREDICATE_TAGS = frozenset(("v", "vd", "p", "c", "cc", "d", "ad", "u", "ul", "uj", "uv", "ud", "r", "y"))
RELATIVE_TAGS = frozenset(("v", "a"))
NEWLY = frozenset(("新增", "净增", "新建", "新开工", "新设"))
TRAVELS = frozenset(("入境", "出境", "来华", "返乡"))
"""Words tagged as nouns that are verbs before 的 (入境|的|游客)."""


def phrase_before(
    items: Sequence[Item],
    left: int,
    end: int,
    *,
    thing: bool = False,
    share: bool = False,
    told: bool = False,
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
        or (end > left + 1 and _does(items, end - 1))
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
        if first < end and item.text == "是":
            break
        if item.text in lists["prepositions"] or (
            first < end and governs(items, first - 1, left) and not (listed and items[first - 2].nominal)
        ):
            break
        if first == end - 1 and is_verb(items[first]) and item.text in lists["adverbs"]:
            break
        if (
            thing
            and not told
            and first < end
            and left < first - 1
            and items[first - 1].text in lists["modifiers"]
            and items[first - 2].nominal
        ):
            break
        if thing and left < first - 1 and first < end and _acts(items, first - 1):
            break
        first -= 1
    if first < end:
        first = _with_modifiers(items, left, first)
    if first == left and left > 0 and kind_of(items[left - 1]) == "count":
        first = _behind_counted(items, first, end)
    if first > left + 1 and _spans(items, first, before_figure):
        return phrase_before(items, left, first - 1, thing=thing, share=share)
    if first > left and items[first - 1].text in TO_A_PLACE:
        first = next((i + 1 for i in range(first, end - 1) if items[i].text == "的"), first)
    phrase = trimmed(items, _after_list(items, _after_clause(items, first, end), end), end)
    if phrase is not None and told and phrase.first > left and items[phrase.first - 1].text in NEWLY:
        return Phrase(phrase.first - 1, phrase.end)
    return phrase


def _with_modifiers(items: Sequence[Item], left: int, first: int) -> int:
    """Return where the modifiers in front of a noun begin (累计|治愈|病例), ``first`` where there are none.

    Only verbs that say what became of the thing stand between; behind a subject 现有 is a verb (学校|现有|教职工).
    """
    begin = next((i for i in range(left, first) if items[i].text in word_lists()["modifiers"]), first)
    if begin > left and items[begin - 1].nominal:
        return first
    befell = words_of("ends", "modifiers")
    return begin if all(item.text in befell for item in items[begin:first]) else first


def _predicates(item: Item) -> bool:
    """Return whether the last word before a figure is its predicate or a particle, and so names nothing."""
    return item.kind == "word" and item.pos in PREDICATE_TAGS and item.text not in word_lists()["heads"]


def _does(items: Sequence[Item], index: int) -> bool:
    """Return whether a word tagged as a noun is a verb here: behind an adverb (已|中断) or who does it (姚明|贡献)."""
    lists, word, before = word_lists(), items[index], items[index - 1]
    if word.text in lists["heads"]:
        return False
    if word.pos[:1] == "v" and before.pos == "d":
        return True
    acts = word.text in lists["governing"]
    return acts and (before.kind == "name" or before.pos in ("nr", "nt"))


def _names_what_is_counted(items: Sequence[Item], index: int, left: int, *, share: bool) -> bool:
    """Return whether a verb is the name of what is measured: alone in its clause (，投资|344亿元), or 共成交, 再得分."""
    word = items[index].text
    if word in word_lists()["heads"] and word not in word_lists()["governing"]:
        return True
    if share and word in word_lists()["heads"] and index > left and items[index - 1].nominal:
        return not any(item.text in BEYOND for item in items[left:index])
    opens = index == left or (index == left + 1 and items[left].text.startswith("每"))
    return opens and word in word_lists()["nominal"] and not word.startswith("新")


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
