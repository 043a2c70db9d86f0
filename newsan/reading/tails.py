"""How well one text reads on from another that breaks off in the middle of a sentence."""

from __future__ import annotations

from typing import Final

from newsan.patterns import compiled
from newsan.reading.cohesion import Seams
from newsan.reading.headlines import STARTS_MIDWAY
from newsan.reading.layout import BRACKETS, is_left_open
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


def closes(head: str, tail: str) -> bool:
    """Tell whether a text closes the bracket or quotation that another leaves open."""
    for opening, closing in BRACKETS:
        if head.rfind(opening) > head.rfind(closing):
            end, again = tail.find(closing), tail.find(opening)
            return end >= 0 and not 0 <= again < end
    return False
