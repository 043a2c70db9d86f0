"""What figures are about: their own noun phrase, their share of a 分别 list, or the subject that holds on."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.facts.clauses import Item
from newsan.facts.drafts import Draft, clause_start
from newsan.facts.noun_phrases import (
    COLLECTIVES,
    Phrase,
    conjuncts,
    is_verb,
    members_before,
    parts_of_list,
    trimmed,
)
from newsan.facts.phrases_after import PEOPLE, PERSON_UNITS
from newsan.facts.phrases_before import phrase_before
from newsan.facts.predicates import RESPECTIVELY, read_predicate
from newsan.facts.word_lists import word_lists
from newsan.models import Sentence

"""Beside what they are a share of, these name nothing (软件收入增长，|占比|超过全行业的两成)."""
SUMMED = frozenset(("指标", "数据", "各项指标", "主要指标"))
"""What sums up the subjects before it (三大指标分别占5%、6%和7%)."""
REFERRING = {"前者": slice(0, 1), "后者": slice(-1, None), "前两者": slice(0, 2), "后两者": slice(-2, None)}
"""Words for members of the list before, and which of them they are."""
CLAUSE_MARKS = frozenset("，,；;。：:“")
WHEN = ("来，", "以来，", "间，", "里，", "来,", "间,", "里,")
"""What follows a span of time that opens a sentence and only dates it."""
SPANNING = ("过去", "未来", "假期前", "期间前")
"""What stands before such a span."""
SAYS = frozenset(
    "表示 介绍 指出 透露 坦言 说 称 认为 强调 宣布 预计 提醒 介绍说 告诉 回忆 显示 获悉 了解到".split()
)
"""A clause that ends in one of these tells who says the rest, and nothing that figures are about."""
RECORDS = frozenset(("新高", "新低", "历史纪录", "历史记录"))
"""A clause that only tells of a record (规模|创|历史|新高) leaves the subject before it standing."""


def find_subjects(
    items: Sequence[Item], drafts: Sequence[Draft], sentence: Sentence, carried: str | None
) -> list[str | None]:
    """Return the subject of each draft as printed; ``carried`` is the one the sentence before leaves standing."""
    subjects: list[str | None] = []
    latest = carried
    members: Sequence[str | None] = []
    while len(subjects) < len(drafts):
        group = _group(drafts, len(subjects))
        phrases: Sequence[Phrase | None] = _shared_out(items, group) or [draft.phrase for draft in group]
        own = [_literal(sentence, items, phrase) for phrase in phrases]
        named_before = _named_before(items, group[0], members)
        if own[0] in SUMMED and not any(own[1:]) and len(group) > 1:
            own = _latest([one for one in subjects if one != own[0]], len(group)) or own
        if named_before:
            own = list(named_before[: len(group)]) + [None] * (len(group) - len(named_before))
        elif group[0].phrase is None and len(group) > 1 and _respectively(items, group[0]) is not None:
            own = _latest(subjects, len(group)) or own
        subject = own[0] or _topic(items, sentence, group[0])
        if subject is None and group[0].quantity.unit in COLLECTIVES:
            subjects += own
            continue
        if _only_dates(sentence, group[0]):
            subjects += [None] * len(group)
            continue
        if subject is None and latest is not None and not _can_count(latest, group[0]):
            subjects += own
            continue
        subject = subject or latest
        for said in own:
            subject = said or subject
            subjects.append(subject)
        if latest is None or subject not in word_lists()["rates"]:
            latest = subject or latest
        members = subjects[-len(group) :] if len(group) > 1 and not named_before else members
    return subjects


def _only_dates(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a span of time only says when what its clause tells holds (五年|里，…; 过去|三天，…)."""
    quantity, text = draft.quantity, sentence.text
    if quantity.kind != "duration":
        return False
    start, end = quantity.context_start - sentence.start, quantity.context_end - sentence.start
    leading = start == 0 or text[start - 1] in CLAUSE_MARKS
    if leading and text.startswith(WHEN, end):
        return True
    framed = text.endswith(SPANNING, 0, start) and not text.startswith("的", end)
    return framed and text[end : end + 1] in CLAUSE_MARKS


def _can_count(subject: str, draft: Draft) -> bool:
    """Return whether a number of people can go on with a subject: people do, their number does, 死亡 or 村 do not."""
    if draft.quantity.kind != "count" or draft.quantity.unit not in PERSON_UNITS:
        return True
    return subject[-1] in PEOPLE or subject.endswith(("数", "量", "规模", "人口"))


def _group(drafts: Sequence[Draft], first: int) -> Sequence[Draft]:
    """Return the list of figures (4.8、2.2和0.3个百分点) that begins at ``first``, of one where it is no list."""
    end = first + 1
    while end < len(drafts) and drafts[end].continues:
        end += 1
    return drafts[first:end]


def _shared_out(items: Sequence[Item], group: Sequence[Draft]) -> list[Phrase] | None:
    """Return the members of the list that 分别 shares the figures out to, where there are as many of them."""
    shared = _respectively(items, group[0]) if len(group) > 1 else None
    if shared is None:
        return None
    phrase = group[0].phrase
    readings = [members_before(items, shared)]
    if phrase is not None:
        readings += [conjuncts(items, phrase), parts_of_list(items, phrase)]
    for members in readings:
        if len(members) == len(group):
            return members
    return None


def _named_before(items: Sequence[Item], draft: Draft, members: Sequence[str | None]) -> Sequence[str | None]:
    """Return those ``members`` of the list before that 前者, 后者 and 前两者 stand for in the clause of a figure."""
    if len(members) < 2:
        return ()
    left = clause_start(items, draft.at)
    opening = "".join(item.text for item in items[left : min(left + 3, draft.at)])
    return next((members[which] for word, which in REFERRING.items() if opening.startswith(word)), ())


def _latest(subjects: Sequence[str | None], count: int) -> list[str | None] | None:
    """Return the last ``count`` different subjects (货量、货值…，分别增长28%和22%)."""
    known = list(dict.fromkeys(subjects[-3 * count :]))
    return known[-count:] if len(known) >= count else None


def _respectively(items: Sequence[Item], draft: Draft) -> int | None:
    """Return the index of the 分别 that shares out the list of figures beginning with this one."""
    left = clause_start(items, draft.at)
    return next((i for i in range(draft.at - 1, left - 1, -1) if items[i].text in RESPECTIVELY), None)


def _topic(items: Sequence[Item], sentence: Sentence, draft: Draft) -> str | None:
    """Return the subject of the clause before, where that clause states no figure (成交额大幅跃升，达27亿元)."""
    end = clause_start(items, draft.at) - 1
    if end <= 0 or items[end].kind == "quantity":
        return None
    left = clause_start(items, end)
    if left > 0 and items[left - 1].kind == "quantity":
        return None
    if any(item.text in RECORDS for item in items[left:end]) or items[end - 1].text in SAYS:
        return None
    if (named := _singled_out(items, left, end)) is not None:
        return _literal(sentence, items, named)
    said = read_predicate(items, left, end)
    verb = next((i for i in range(left, end) if is_verb(items[i])), left)
    if verb == left and not word_lists()["heads"].isdisjoint(item.text for item in items[left : left + 2]):
        verb = next((i for i in range(left + 1, end) if _tells(items, i)), left)
    if not said.verbal and items[end - 1].nominal and _modifies(items, verb, end):
        verb = end
    phrase = phrase_before(items, left, said.begin if said.verbal else verb)
    if phrase is None or not any(item.nominal for item in items[phrase.first : phrase.end]):
        return None
    return _literal(sentence, items, phrase)


def _singled_out(items: Sequence[Item], left: int, end: int) -> Phrase | None:
    """Return what a clause picks from a list (其中最多的|是|美国，30.1万件; 其次|是|中国)."""
    at = next((i for i in range(left + 1, end) if items[i].text in ("是", "为")), end)
    if items[at - 1].text not in ("的", "其次", "第二", "随后", "最后"):
        return None
    return trimmed(items, at + 1, end)


def _modifies(items: Sequence[Item], verb: int, end: int) -> bool:
    """Return whether a verb is in a clause that modifies the noun behind it (整理|出来|的|文字)."""
    return any(items[i].text == "的" and items[i - 1].pos.startswith("v") for i in range(verb + 1, end))


def _tells(items: Sequence[Item], index: int) -> bool:
    """Return whether a verb is the predicate of what stands before it (自驾出行|将|稳居)."""
    before = items[index - 1]
    return is_verb(items[index]) and (before.nominal or before.text in word_lists()["adverbs"])


def _literal(sentence: Sentence, items: Sequence[Item], phrase: Phrase | None) -> str | None:
    """Return the characters of a noun phrase as printed."""
    if phrase is None:
        return None
    first, last = items[phrase.first], items[phrase.end - 1]
    return sentence.text[first.start - sentence.start : last.end - sentence.start]
