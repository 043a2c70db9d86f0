"""Sentence -> items: its words, names, dates, quantities and marks, in the order they are read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from newsan.facts.word_lists import word_lists
from newsan.models import Quantity, Sentence
from newsan.patterns import compiled
from newsan.segmenting import default_segmenter

ItemKind = Literal["word", "name", "date", "quantity", "mark"]

CLOSERS = {"“": "”", "《": "》", "「": "」", "『": "』", "〈": "〉", "（": "）", "(": ")"}
MARKS = frozenset("﹔﹐；，,；;。！？!?：:—…()（）、/／+＋～~")
LONGEST_NAME = 24
"""Words between quotation marks beyond which it is speech, not a name."""
SHARE_NOUNS = frozenset(("比", "比重", "比例"))
RARE = 20
"""How much commoner the rest must be than the whole word for the first character to be a word (共|出动)."""
LASTING = frozenset(("长期", "短期"))
BEYOND_LASTING = frozenset("超" + word for word in LASTING)
"""超|长期|国债: 超 is no approximator there."""
SHARERS = frozenset("亩户人棵株头校班村镇店")
"""What a mean is taken over (亩|均)."""
CHANGES = ("增长", "下降", "上涨", "提高", "减少", "增加", "上升")
"""Verbs that the dictionary also holds as the second half of a word (价格上涨, 快速增长)."""
PREDICATE_STARTS = {"占": "v", "共": "d", "已": "d", "较": "p", "该": "r"}
PREDICATE_ENDS = frozenset("达为至占超约近过破以较")
EARLIER = tuple("去年 上年 上月 上季 之前 前年 往年 同期 平时 年初 此前 预期 计划".split())
"""What stands behind a 比 that jieba leaves with the word before it (产量比|之前)."""
MOVING_ENDS = frozenset("升降增减涨跌报")
"""Verbs that end such a word only behind the end of the name of an indicator (率降, 指报)."""
INDICATOR_ENDS = frozenset("率量额数值费价指比")
ORGANISED = frozenset(("国际", "社会", "恐怖", "基层", "群众", "行业", "志愿"))
"""Words that make 组织 behind them a noun."""
SIGNS = frozenset("xX*＊=＝<>~～·%＃#@&^_|")
"""Signs that the dictionary tags as it does words it does not know."""
QUOTATION_MARKS = frozenset("“”‘’「」『』")
LAST = "(?<=[比较])上(?:月|年|周|季度|半年)(?![中份末底初度])"
"""What jieba cuts through (比上|月)."""
NAME_BEGINS = SHARERS | CLOSERS.keys() | {"占", "超"}
"""Words one of which begins all that is made one name, unless 户 follows."""
NAME_SIGNS = NAME_BEGINS | QUOTATION_MARKS | {"户"}
"""Words without which no item is part of a name."""
HEADINGS = frozenset(("title", "kicker", "subtitle", "subhead"))
"""Roles in which a blank parts two clauses, as a comma does elsewhere."""
NUMBER_WORDS = frozenset("一二三四五六七八九十百千万亿两双几数多半些全整0123456789第左以")
"""Characters without which what the dictionary tags as a number is none (零部件, 大项)."""
NOMINAL_TAGS = ("n", "vn", "an", "j", "l", "eng", "i", "s", "b", "zg")


class Item(NamedTuple):
    """A stretch of a sentence that is read as one: a word, a quoted name, a date, a quantity, or a mark."""

    kind: ItemKind
    text: str
    start: int
    end: int
    pos: str = ""
    quantity: Quantity | None = None

    @property
    def nominal(self) -> bool:
        """Whether it can carry a noun phrase: a name, or a word the dictionary tags as a noun or does not know."""
        if self.kind == "word":
            if self.pos in ("m", "mq"):
                return not NUMBER_WORDS.intersection(self.text)
            return self.pos.startswith(NOMINAL_TAGS) or (self.pos in ("x", "") and self.text[0] not in SIGNS)
        return self.kind == "name"


def read_items(
    sentence: Sentence, dates: Sequence[tuple[int, int]], quantities: Sequence[Quantity]
) -> tuple[Item, ...]:
    """Return a sentence as items that do not overlap; only blanks are left out.

    Quantities reach over the approximators around them; what is left of a word that a quantity cuts through
    is a word of its own.
    """
    text, base = sentence.text, sentence.start
    fixed = [Item("date", text[start - base : end - base], start, end) for start, end in dates]
    fixed += [
        Item(
            "quantity",
            text[q.context_start - base : q.context_end - base],
            q.context_start,
            q.context_end,
            "",
            q,
        )
        for q in quantities
    ]
    if "上" in text:
        fixed += [
            Item("date", match[0], base + match.start(), base + match.end())
            for match in compiled(LAST).finditer(text)
        ]
    items: list[Item] = []
    starts = [token.start for token in sentence.tokens]
    at = base
    for item in sorted(fixed, key=lambda item: (item.start, -item.end)):
        if item.start >= at:
            if item.start > at:
                items += _words(sentence, starts, at, item.start)
            items.append(item)
            at = item.end
    items += _words(sentence, starts, at, sentence.end)
    texts = [item.text for item in items]
    return tuple(items if NAME_SIGNS.isdisjoint(texts) else _with_names(items, texts))


def _words(sentence: Sentence, starts: Sequence[int], start: int, end: int) -> list[Item]:
    """Return the words and marks of a stretch of a sentence, cut off at its edges; its words begin at ``starts``."""
    nouns = word_lists()["nouns"]
    words: list[Item] = []
    opening = max(0, bisect_right(starts, start) - 1)
    for token in sentence.tokens[opening : bisect_left(starts, end)]:
        text, first, last = token.text, token.start, token.end
        if first < start or last > end:
            first, last = max(first, start), min(last, end)
            text = sentence.text[first - sentence.start : last - sentence.start]
        if text in MARKS:
            words.append(Item("mark", text, first, last, token.pos))
        elif text.isspace():
            if sentence.role in HEADINGS:
                words.append(Item("mark", text, first, last))
        elif last - first > 1 and (cut := _cut_in(text, words, sentence.text, last - sentence.start)):
            opens = text[0] in PREDICATE_STARTS
            middle = first + cut
            words.append(Item("word", text[:cut], first, middle, PREDICATE_STARTS[text[0]] if opens else "n"))
            words.append(Item("word", text[cut:], middle, last, "n" if opens else "v"))
        elif text:
            kind: Literal["mark", "word"] = "mark" if text[0] in MARKS else "word"
            tag = "n" if text in nouns or (text == "组织" and _is_body(words)) else token.pos
            words.append(Item(kind, text, first, last, tag))
    return words


def _is_body(words: Sequence[Item]) -> bool:
    """Return whether 组织 behind some words is a body (国际|组织), and organises nothing."""
    return bool(words) and words[-1].text in ORGANISED


def _cut_in(text: str, words: Sequence[Item], sentence: str, end: int) -> int:
    """Return where a word that ends at ``end`` of its sentence is to be cut, behind the ``words`` before it, else 0."""
    if text[-1] == "比" and sentence.startswith(EARLIER, end):
        return len(text) - 1 if len(text) > 2 or not default_segmenter().frequency(text) else 0
    return 1 if _ends_share(text, words) else _predicate_in(text)


def _ends_share(text: str, words: Sequence[Item]) -> bool:
    """Return whether a word is the 比 of 占比 with what stands behind it (占|比达)."""
    return (
        text[0] == "比"
        and len(text) == 2
        and bool(words)
        and words[-1].text == "占"
        and text[1] in PREDICATE_ENDS
    )


@lru_cache(maxsize=20_000)
def _predicate_in(text: str) -> int:
    """Return where a predicate begins or ends inside what was cut as one word of two characters or more, else 0.

    The dictionary holds nouns with their verbs (价格上涨); its hidden Markov model makes words of rare
    nouns and the verb beside them (率达, 占入园).
    """
    if len(text) > 3 and text.endswith(CHANGES):
        return len(text) - 2
    moves = text[-1] in MOVING_ENDS and text[-2:-1] in INDICATOR_ENDS
    edge = moves or text[-1] in PREDICATE_ENDS or text[0] in PREDICATE_STARTS
    if len(text) == 3 and text[0] in PREDICATE_STARTS:
        known = default_segmenter().frequency
        return 1 if known(text) * RARE < known(text[1:]) else 0
    if len(text) > 1 and edge and not default_segmenter().frequency(text):
        return 1 if text[0] in PREDICATE_STARTS else len(text) - 1
    return 0


def _with_names(items: Sequence[Item], texts: Sequence[str]) -> Iterator[Item]:
    """Yield the items, whose ``texts`` are given, each quoted name, bracketed gloss and 占比 made one."""
    index, last = 0, len(items) - 1
    while index <= last:
        named = index < last and (texts[index + 1] == "户" or texts[index] in NAME_BEGINS)
        end = _name_end(items, index) if named else index + 1
        if end > index + 1:
            text = "".join(texts[index:end])
            if text in BEYOND_LASTING:
                yield Item("word", text, items[index].start, items[end - 1].end, "b")
                index = end
                continue
            if text.endswith(("均", "户")):
                yield Item("word", text, items[index].start, items[end - 1].end, "j")
                index = end
                continue
            kind: ItemKind = (
                "date" if [item.kind for item in items[index + 1 : end - 1]] == ["date"] else "name"
            )
            yield Item(kind, text, items[index].start, items[end - 1].end)
        elif texts[index] in QUOTATION_MARKS:
            yield items[index]._replace(kind="mark")
        else:
            yield items[index]
        index = end


def _name_end(items: Sequence[Item], index: int) -> int:
    """Return where the name that begins at ``index`` ends; one further if none begins there."""
    opening = items[index].text
    if opening == "超" and index + 1 < len(items) and items[index + 1].text in LASTING:
        return index + 2
    if opening == "占" and index + 1 < len(items) and items[index + 1].text in SHARE_NOUNS:
        return index + 2
    if opening in SHARERS and index + 1 < len(items) and items[index + 1].text == "均":
        return index + 2
    if _is_household(items, index):
        return index + 2
    if opening in CLOSERS:
        for end in range(index + 1, min(index + LONGEST_NAME, len(items))):
            item = items[end]
            if (
                item.kind == "quantity"
                or item.text in "。！？；"
                or (item.kind == "date" and opening in "（(")
            ):
                break
            if item.text.startswith(CLOSERS[opening]):
                return end + 1
    return index + 1


def _is_household(items: Sequence[Item], index: int) -> bool:
    """Return whether 户 makes a word of the one at ``index`` (脱贫|户), and does not open 户均."""
    if index + 1 == len(items) or items[index + 1].text != "户":
        return False
    item, following = items[index], items[index + 2 : index + 3]
    return item.kind == "word" and item.pos[:1] in ("v", "n") and (not following or following[0].text != "均")
