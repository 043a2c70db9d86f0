"""How well one text reads on from another that breaks off in the middle of a sentence."""

from __future__ import annotations

import math
from typing import Final

from newsan.patterns import compiled
from newsan.reading.blocks import BRACKETS, is_left_open
from newsan.reading.cohesion import Seams
from newsan.reading.headlines import STARTS_MIDWAY
from newsan.reading.successions import counts_on, reads_on

LACKS_SUBJECT: Final = compiled(
    r"(?:达到|达[\d０-９]|增长|增至|增加到|下降|降至|减少|同比|环比|占[\d０-９全总比]|以上|以下|左右|以及|等[\d０-９一二三四五六七八九十，、]|超过|突破|约[\d０-９]|仅[\d０-９])"
)
"""How a sentence goes on and seldom begins."""

CERTAIN_BITS: Final = 2.0
BIT_WEIGHT: Final = 0.2
"""What each bit beyond ``CERTAIN_BITS`` counts that the language speaks for the one going on from the other."""
SURE: Final = 2.0
LIKELY: Final = 1.0
HINT: Final = 0.5


def seam(head: str, tail: str, seams: Seams, *, flush: bool = False) -> float:
    """Return how much speaks for a text being the rest of a cut sentence: from 0 to above ``SURE``.

    ``flush`` says that it begins at the margin where paragraphs of the page are indented.

    >>> seam("一个人管七八百", "亩，还有空喝茶。", Seams([])) >= SURE
    True
    >>> seam("一个人管七八百", "秋收过后，村里热闹起来。", Seams([]))
    0.0
    """
    found = HINT if flush else 0.0
    if counts_on(head, tail):
        found += SURE
    if seams.fits(head, tail):
        found += 1.5
    if STARTS_MIDWAY.match(tail):
        found += 1.5
    if LACKS_SUBJECT.match(tail):
        found += LIKELY
    if is_left_open(head) and closes(head, tail):
        found += SURE
    return found + min(LIKELY, max(0.0, reads_on(head, tail) - CERTAIN_BITS) * BIT_WEIGHT)


LENGTHS: Final = (
    (10, 4.0),
    (15, 3.3),
    (20, 2.7),
    (30, 2.2),
    (45, 1.3),
    (70, 0.3),
    (100, -0.6),
    (math.inf, -1.8),
)
"""Bits that speak for a text of at most so many characters being what is left of a paragraph, not a whole one."""
SAYS: Final = compiled(r"[^，。、；：“”]{2,14}(?:说|表示|指出|强调|介绍|认为|称|透露|坦言|告诉记者)道?[，：]")
"""How a paragraph begins that gives somebody's words."""
ENDS_SOON: Final = compiled(r"[^，。！？；：]{1,14}[。！？]")
LEADS_UP: Final = compiled(r"[^，。！？；：]{1,30}：")
SAYS_BITS, ENDS_BITS, LEADS_BITS = -3.0, 1.5, -1.0


def left_over(text: str, *, whole: bool) -> float:
    """Return the bits that speak for a text being what a cut left of a paragraph, by nothing but its own looks.

    They were counted in the news ``successions.tsv`` is made from, its paragraphs cut at random. ``whole`` says that
    it ends where its paragraph ends, so that its length tells something.

    >>> left_over("七项业务。", whole=True) > 0 > left_over("中心主任说，窗口还要增加。", whole=False)
    True
    """
    bits = next(bits for most, bits in LENGTHS if len(text) <= most) if whole else 0.0
    for pattern, worth in ((SAYS, SAYS_BITS), (ENDS_SOON, ENDS_BITS), (LEADS_UP, LEADS_BITS)):
        bits += worth if pattern.match(text) else 0.0
    return bits


def closes(head: str, tail: str) -> bool:
    """Tell whether a text closes the bracket or quotation that another leaves open."""
    for opening, closing in BRACKETS:
        if head.rfind(opening) > head.rfind(closing):
            end, again = tail.find(closing), tail.find(opening)
            return end >= 0 and not 0 <= again < end
    return False
