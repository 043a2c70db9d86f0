"""Text -> what the rules match in it, in reading order.

``re`` compiles a set of characters quickly only where all are Latin-1: any other costs it a table of 65,536
entries, and there are a thousand sets in the rules. So the patterns, and the texts they search, are first written
in an alphabet of their own, character for character, in which those the sets hold most are Latin-1.
"""

from __future__ import annotations

import re
from functools import cache

from newsan.dates.forms import Rule, rules
from newsan.dates.stated import Printed

FREQUENT = (
    "〇零○一二三四五六七八九十廿卅百千万亿两多几余半每第正元前后後上下中内间之以至到来今去明本当同次最近"
    "年月日号天周週星期时点季春夏秋冬初末底旬早晚夜级龄轮达共历产成建生用收增总营该均其然婚休病改战投轻可业发销处礼腊"
    "．。，、：～－—–─·”』」"
)
"""The characters that the sets of the rules hold most; there is room for 119."""
LETTERS = [code for code in range(0x80, 0x100) if not chr(code).isspace() and not chr(code).isnumeric()]
"""Codes of Latin-1 that no pattern takes for blanks or digits."""
ALPHABET = (
    dict.fromkeys(range(0x80, 0x100), "\ufffd")
    | dict(zip(map(ord, FREQUENT), LETTERS, strict=False))
    | dict(zip(map(ord, "０１２３４５６７８９"), "0123456789", strict=True))
)


@cache
def rules_by_sign() -> dict[str, tuple[int, ...]]:
    """Return for every sign the indexes of the rules that wait for it."""
    waiting: dict[str, tuple[int, ...]] = {}
    for index, rule in enumerate(rules()):
        for sign in rule.signs.split():
            waiting[sign] = (*waiting.get(sign, ()), index)
    return waiting


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern for texts in ``ALPHABET``, compiled when a text first prints one of its signs."""
    return re.compile(pattern.translate(ALPHABET))


class Scan:
    """A text being scanned: every rule it prints a sign of, with the next match of each."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is searched before the first match is asked for."""
        self._text = text
        self._folded = text.translate(ALPHABET)
        found = {index for sign, indexes in rules_by_sign().items() if sign in text for index in indexes}
        self._ahead: dict[int, re.Match[str] | None] = dict.fromkeys(sorted(found))

    def next(self, position: int) -> tuple[Rule, Printed] | None:
        """Return the first match at or after a position; where several rules match there, the one tried first.

        Positions may only grow: each rule is searched again once the text has passed its last match.
        """
        first: re.Match[str] | None = None
        chosen = -1
        for index in list(self._ahead):
            match = self._ahead[index]
            if match is None or match.start() < position:
                match = compiled(rules()[index].pattern).search(self._folded, position)
                if match is None:
                    del self._ahead[index]
                    continue
                self._ahead[index] = match
            if first is None or match.start() < first.start():
                first, chosen = match, index
        return None if first is None else (rules()[chosen], self._printed(first))

    def _printed(self, match: re.Match[str]) -> Printed:
        """Return a match of the folded text in the characters that are printed."""
        spans = {name: match.span(name) for name in match.re.groupindex}
        parts = {name: self._text[start:end] for name, (start, end) in spans.items() if start >= 0}
        return Printed(self._text, match.start(), match.end(), parts)
