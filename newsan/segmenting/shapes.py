"""Words known by their looks: numbers, dates, addresses, Latin names with digits.

A dictionary cannot list them and jieba cuts through them (23,876 becomes three words), so they are found first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsan.patterns import compiled
from newsan.tables import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regex import Pattern

WHOLE = "\0"
"""Stands for a word known by its looks while what is around it is cut. No dictionary knows it."""

DIGIT = "[0-9０-９]"
LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
ALPHANUMERIC = "[0-9０-９A-Za-zＡ-Ｚａ-ｚ]"
TO = "(?:[-—–－~～]{1,2}|至|到)"

YEAR = f"[12１２]{DIGIT}{{3}}"
MONTH = "(?:[1１][0-2０-２]|[0０]?[1-9１-９])"
DAY = "(?:[12１２][0-9０-９]|[3３][01０１]|[0０]?[1-9１-９])"
# A decade (1930年代) or a business year (2024年度), not the 代 of 代表 or the 度 of 度过.
ERA = "(?:代(?![表理替言码号价办购驾收缴])|度(?!过))"
HOUR = "(?:[01０１][0-9０-９]|[2２][0-4０-４]|[0-9０-９])"
SIXTIETH = "[0-5０-５][0-9０-９]"

NUMBER = rf"(?:{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}}(?!{DIGIT}))++|{DIGIT}++)(?:[.．]{DIGIT}++)*+"
# 千 belongs to the number in 3千元, to the unit in 3千米; so does 百 in 1.2百分点, as papers misprint it.
MAGNITUDE = "(?:[百千万亿]{0,3}[万亿]|百(?!分)|千(?![米克瓦卡帕赫伏焦]))"
# 余 and 多 belong to the number before them (20多|名, 180余万|元), which jieba takes for the beginning of the measure.
MORE = "(?:余|多(?![云样]))"
LATIN_WITH_DIGITS = (
    rf"(?<!{ALPHANUMERIC})(?={LETTER}++(?:{DIGIT}|[-._+&'’@]{ALPHANUMERIC})|[Ａ-Ｚａ-ｚ]{{2}})"
    rf"{ALPHANUMERIC}++(?:[-._+&'’@]{ALPHANUMERIC}++)*+"
)

# Each shape with what it is called; of two that begin at one place the first is taken. No run of digits or
# letters is ever entered in its middle or given back, so the time is linear in the text.
# fmt: off
SHAPES = {
    "address": r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&*+,;=%-]*[A-Za-z0-9/]",
    "date": "|".join((
        rf"{YEAR}(?:{TO}{YEAR})?年(?:{ERA}|(?:{MONTH}{TO})?{MONTH}月(?:份|(?:{DAY}{TO})?{DAY}[日号])?)?",
        rf"{YEAR}(?:-{MONTH}-{DAY}|/{MONTH}/{DAY}|\.{MONTH}\.{DAY})(?![-/.]?{DIGIT})",
        rf"(?:{MONTH}{TO})?{MONTH}月(?:份|(?:{DAY}{TO})?{DAY}[日号])?",
        rf"{DAY}日(?![元均])",
        rf"{HOUR}[:：]{SIXTIETH}(?:[:：]{SIXTIETH})?(?!{DIGIT})",
        rf"{HOUR}[时点]{DIGIT}{{1,2}}分|{HOUR}时(?![代期间段])",
    )),
    "latin": "|".join((
        rf"{DIGIT}{{1,3}}[A-ZＡ-Ｚ](?!{ALPHANUMERIC})",
        rf"{DIGIT}++{LETTER}{{1,9}}+{DIGIT}{ALPHANUMERIC}*+",
        LATIN_WITH_DIGITS,
    )),
    "whole": WHOLE,
    "number": rf"{DIGIT}{{1,4}}/{DIGIT}{{1,4}}(?![/0-9０-９])|{NUMBER}(?:[%％‰]|{MAGNITUDE}?(?:{MORE}{MAGNITUDE}?)?)",
}
# fmt: on
TAGS = {"address": "eng", "date": "t", "latin": "eng", "number": "m"}
"""The part of speech of a word of each shape, in the letters of jieba's dictionary."""

CHINESE_NUMBER = frozenset("第数几两〇零一二三四五六七八九十百千万亿")

COMMON_SURNAMES = 100
"""How many of the commonest surnames tell a name by themselves; rarer ones are oftener another word's beginning."""
GRAMMAR = frozenset(
    "这那此该其他她它我你您谁某每各之的地得了着过是有在被把对从向与和或及而且因于为以所将会要可能应须已正再又也都就才只还更最很太较"
    "不没未无非让使令给说称如若虽但并却吗呢吧啊们"
)
"""Characters that hold sentences together: a word no dictionary has but with one of them is a piece of a sentence."""
PLACE_ENDINGS = frozenset("省市县区乡镇村街路")


def shapes(words: Iterable[str] = (), user_words: Iterable[str] = ()) -> Pattern[str]:
    """Return the pattern of all shapes; words that share characters with them are found before them, whole.

    The pattern without ``user_words`` is kept between runs.

    >>> [match[0] for match in shapes((), ["5G基站"]).finditer("12月17日，5G基站达1,245万个，占23.4%")]
    ['12月17日', '5G基站', '1,245万', '23.4%']
    """
    groups = [f"(?P<{name}>{pattern})" for name, pattern in SHAPES.items()]
    own = [*user_words]
    longest_first = sorted((*words, *own), key=lambda word: (-len(word), word))
    if longest_first:
        groups.insert(0, f"(?P<listed>(?<!{ALPHANUMERIC})(?:{'|'.join(map(re.escape, longest_first))}))")
    pattern = "|".join(groups)
    if own:
        import regex

        return regex.compile(pattern)
    return compiled(pattern)


DOTTED = r"\p{Han}+(?:[·•・‧]\p{Han}+)+"
"""A foreign name in parts."""


def tag_by_looks(word: str) -> str:
    """Return the part of speech of a word no dictionary has.

    >>> [tag_by_looks(word) for word in ("NBA", "三千", "，", "雌鲸", "王晓岚", "之声")]
    ['eng', 'm', 'x', 'n', 'nr', 'v']
    """
    if CHINESE_NUMBER.issuperset(word):
        return "m"
    if compiled(DOTTED).fullmatch(word):
        return "nrt"
    if not all(map(_is_chinese, word)):
        return "eng" if compiled(LETTER).match(word) else "x"
    if word[0] in _common_surnames():
        if "某" in word[1:]:
            return "nr"
        if len(word) == 3 and word[-1] not in GRAMMAR | PLACE_ENDINGS:
            return "nr"
    return "n" if GRAMMAR.isdisjoint(word) else "v"


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


@cache
def _common_surnames() -> frozenset[str]:
    """Return the commonest surnames, all of one character."""
    return frozenset(" ".join(listed("surnames.txt")).split()[:COMMON_SURNAMES])
