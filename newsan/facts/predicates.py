"""What the words between a subject and its figure say: which way it moves, against what, and of what it is a share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from newsan.facts.clauses import Item
from newsan.facts.word_lists import word_lists, words_of
from newsan.models import Direction

LONGEST_WORD = 3
"""Items that a listed word may be cut into (增长|到|了)."""
ARRIVED = ("到了", "至了", "到", "至", "为", "成")
"""Ends of verbs that say where a change arrived."""
SHARE_WORDS = frozenset(("占", "占到", "占了", "占据"))
SHARE_NOUNS = frozenset(("比重", "比例", "份额", "比率"))
SHARE_TAILS = frozenset(("的", "总数", "比", "一", "比重", "比例"))
MORE_OR_LESS = frozenset("多少再")
"""Before a verb of change these belong to it (比计划|多|降)."""

PARTICLES = frozenset(("了", "着", "过", "的", "幅度"))
RESPECTIVELY = frozenset(("分别", "依次", "分获", "各为"))
TURNED = frozenset(("调整为", "调整到", "调整至", "调至", "变为", "变成", "转为", "改为", "优化到", "优化为"))
BEYOND = frozenset(("高于", "低于", "高出", "低出", "多于", "少于", "多出", "快于", "慢于", "领先", "落后"))
WITHIN = frozenset(("在", "截至", "截止"))


class Predicate(NamedTuple):
    """What the words before a figure say of it.

    ``begin`` is the index of the first of them: the subject ends there. Where a figure follows its subject
    without any (企业609家) it is the figure's own.
    """

    begin: int
    direction: Direction | None = None
    baseline: str | None = None
    of: str | None = None
    verbal: bool = False
    """A verb was read: the figure is predicated of something."""
    arrived: bool = False
    """The verb says where a change arrived (增至)."""


def is_time(item: Item) -> bool:
    """Return whether an item says when: a date, or a word like 目前."""
    return item.kind == "date" or (item.kind == "word" and item.text in word_lists()["times"])


def direction_of(word: str) -> Direction | None:
    """Return which way a verb or noun of change points.

    >>> direction_of("回落")
    'down'
    """
    lists = word_lists()
    if word in lists["up"]:
        return "up"
    return "down" if word in lists["down"] else None


def changed_to(word: str) -> Direction | None:
    """Return which way a verb of arrival points: 增至 is up, 降到 down, 达到 neither."""
    if not word.endswith(ARRIVED):
        return None
    for tail in ARRIVED:
        if word.endswith(tail) and len(word) > len(tail):
            return direction_of(word.removesuffix(tail))
    return None


def read_predicate(items: Sequence[Item], left: int, end: int) -> Predicate:
    """Return what ``items[left:end]``, the words of a clause before a figure, say of it, read from right to left."""
    found = Predicate(end)
    while found.begin > left and (wider := _with_word_before(found, items, left, end)) is not None:
        found = wider
    share = _last(SHARE_WORDS, items, left, found.begin)
    if share is not None and found.of is None:
        whole = _text(items, share + 1, found.begin)
        found = _adverbs_before(found._replace(begin=share, of=whole, verbal=True), items, left)
    found = _compared_more_or_less(found, items, left)
    return compared_with(_beyond(found, items, left, end), items, left)


def _with_word_before(found: Predicate, items: Sequence[Item], left: int, end: int) -> Predicate | None:
    """Return the predicate with the word before it taken in, ``None`` where that is no part of it."""
    lists = word_lists()
    at, word = _word_before(items, left, found.begin)
    if word in RESPECTIVELY:
        return found._replace(begin=at)
    if word in ("同比", "环比"):
        return found._replace(begin=at, baseline=found.baseline or word)
    if is_time(items[at]) and (at == left or items[at - 1].text not in _comparing_words()):
        within = at > left and items[at - 1].text in WITHIN
        return found._replace(begin=at - within)
    if word.startswith("每"):
        return found._replace(begin=at)
    if at > left and items[at - 1].text == "每":
        return found._replace(begin=at - 1)
    if at > left + 1 and items[at - 2].text == "每" and len(items[at - 1].text) > 1:
        return found._replace(begin=at - 2)
    if word in ("由", "从") and found.begin == end:
        return found._replace(begin=at)
    if word in ("至", "到") and found.begin == end:
        return found._replace(begin=at, verbal=True, arrived=True)
    if word == "幅度" and at > left and not direction_of(items[at - 1].text):
        return None
    if word in PARTICLES or word in lists["adverbs"]:
        return found._replace(begin=at)
    if not found.verbal and (word in TURNED or changed_to(word)):
        return found._replace(begin=at, verbal=True, arrived=True, direction=changed_to(word))
    direction = direction_of(word)
    open_to_change = not found.verbal or found.arrived or word in lists["rates"]
    if direction and found.direction is None and open_to_change:
        return found._replace(begin=at, verbal=True, direction=direction)
    if word in lists["levels"] and found.direction is None:
        return found._replace(begin=at, verbal=True)
    share = _last(SHARE_WORDS, items, left, at) if word in SHARE_NOUNS else None
    if share is not None:
        return found._replace(begin=share, verbal=True, of=_text(items, share + 1, at))
    return None


def _beyond(found: Predicate, items: Sequence[Item], left: int, end: int) -> Predicate:
    """Return the predicate with 高于 or 快|于 and the baseline behind it taken in (高于|国家标准|2个百分点)."""
    at = _last(BEYOND, items, left, found.begin)
    after = at
    if at is None:
        after = _last(("于", "出"), items, left, found.begin)
        at = after - 1 if after is not None and after > left else None
    rate = found.begin == end - 1 and items[end - 1].text in word_lists()["rates"]
    if (found.verbal and not rate) or at is None or after is None:
        return found
    direction = direction_of(items[at].text[0]) or _more_or_less(items[at].text)
    if direction is None:
        return found
    if items[end - 1].text == "的":
        # 低于|4月|的48%: the figure is the level of 4月 and no difference from it.
        return _adverbs_before(found._replace(begin=at, verbal=True), items, left)
    # 高于|全部商品|增速|2个百分点: the rate is that of the others.
    literal = _text(items, after + 1, end if rate else found.begin)
    return _adverbs_before(
        found._replace(begin=at, baseline=literal, direction=direction, verbal=True), items, left
    )


def compared_with(found: Predicate, items: Sequence[Item], left: int) -> Predicate:
    """Return the predicate with the comparison before its verb taken in (较|2020年|增长)."""
    comparison = _last(word_lists()["compared"], items, left, found.begin)
    if comparison is None or not (found.direction or found.verbal):
        return found
    literal = found.baseline or _text(items, comparison + 1, found.begin)
    return _adverbs_before(found._replace(begin=comparison, baseline=literal), items, left)


def _compared_more_or_less(found: Predicate, items: Sequence[Item], left: int) -> Predicate:
    """Return the predicate with an adjective that is a change only in a comparison (比年初|便宜, 比上年|多|打)."""
    for length in (1, 2):
        at = found.begin - length
        if found.verbal or at <= left or _last(word_lists()["compared"], items, left, at) is None:
            continue
        direction = _more_or_less("".join(item.text for item in items[at : found.begin]))
        if direction:
            return found._replace(begin=at, verbal=True, direction=direction)
    return found


def _more_or_less(word: str) -> Direction | None:
    """Return which way an adjective or 多 and 少 before a verb point in a comparison."""
    lists = word_lists()
    if word in lists["more"] or (len(word) == 2 and word.startswith("多")):
        return "up"
    return "down" if word in lists["less"] or (len(word) == 2 and word.startswith("少")) else None


def _adverbs_before(found: Predicate, items: Sequence[Item], left: int) -> Predicate:
    """Return the predicate with the adverbs before it (都比去年, 均占) taken in."""
    while found.begin > left and items[found.begin - 1].text in word_lists()["adverbs"]:
        found = found._replace(begin=found.begin - 1)
    return found


def _word_before(items: Sequence[Item], left: int, end: int) -> tuple[int, str]:
    """Return the index and text of the longest listed word that ends at ``end``, else of the item before it."""
    listed = _listed()
    first, furthest = end, max(left, end - LONGEST_WORD)
    while first > furthest and items[first - 1].kind == "word":
        first -= 1
    for begin in range(first, end - 1):
        word = "".join([item.text for item in items[begin:end]])
        if word in listed or changed_to(word):
            return begin, word
    return end - 1, items[end - 1].text


@cache
def _listed() -> frozenset[str]:
    """Return the words that may be cut into several items."""
    return words_of("levels", "adverbs", "up", "down") | TURNED


def _last(words: Collection[str], items: Sequence[Item], left: int, end: int) -> int | None:
    """Return the index of the last of some words before ``end``, where no mark or figure parts it from there."""
    for index in range(end - 2, left - 1, -1):
        item = items[index]
        if item.kind == "quantity" or (item.kind == "mark" and item.text != "、"):
            return None
        if item.text in words:
            return index
    return None


@cache
def _comparing_words() -> frozenset[str]:
    """Return the words before a time that make it one a figure is compared with."""
    return word_lists()["compared"] | BEYOND | {"的"}


@cache
def _words_after_shares() -> frozenset[str]:
    """Return the words that end what a share is of, and are no part of it."""
    return SHARE_TAILS | MORE_OR_LESS | word_lists()["adverbs"]


def _text(items: Sequence[Item], start: int, end: int) -> str | None:
    """Return the words of ``items[start:end]`` without 的 and share nouns at their end; ``None`` when none are left."""
    while start < end and items[start].text in ("到", "了"):
        start += 1
    while end > start and items[end - 1].text in _words_after_shares():
        end -= 1
    return "".join(item.text for item in items[start:end]) or None
