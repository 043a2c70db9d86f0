"""What a date is there for: told for its own sake, the edition's own date again, or what a figure is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsan.patterns import compiled

if TYPE_CHECKING:
    from newsan.models import DateRole

NUMERAL = compiled(r"[0-9０-９〇零○一二三四五六七八九十廿卅]")
NOW = compiled(r"现在|此刻|年内|(?:今[天日年]|本[日年月周]|本季度|这个月|这周|本月份|本年度)(?:全年)?")
"""Words that say no more than the edition's own date."""
REACH = 12
"""Characters before a date that tell what it is there for."""
COMPARED = compiled(
    r"(?:较|(?<![占对正反])比|超过?|高于|低于|多于|少于|好于|强于|相当于|相对于|优于)了?[“‘]?$"
)
BESIDE = compiled(r"(?:[与同和跟][^，。；]{0,6}|与)$")
COMPARED_AFTER = r"(?:的?[^，。；]{0,6})?(?:相比|相当|持平|相同|一样)"
NOT_ABOUT = compiled(r"(?:[较比从自由超破与和同及]|相比|截止到|关于)[“\"]?$")
"""A year after these words is compared with or part of a name: the paragraph is not about it."""


def role(text: str, start: int, end: int) -> DateRole:
    """Return what the date between two offsets of a sentence is there for.

    今年 and 今天 only say the edition's own date again; 去年 in 较去年增长 is what a figure is compared with, as 同比 is.
    A date that prints a number is told for its own sake.
    """
    quote = text[start:end]
    if NUMERAL.search(quote):
        return "time"
    if NOW.fullmatch(quote):
        return "now"
    before = text[max(0, start - REACH) : start]
    if (
        quote.endswith("同期")
        or COMPARED.search(before)
        or (BESIDE.search(before) and compiled(COMPARED_AFTER).match(text, end))
    ):
        return "baseline"
    return "time"


def is_about(text: str, start: int) -> bool:
    """Return whether the year that begins at an offset may be the one its paragraph is about."""
    return not (NOT_ABOUT.search(text[max(0, start - REACH) : start]) or within_title(text, start))


def within_title(text: str, start: int) -> bool:
    """Return whether what begins there stands in the title of a work."""
    opening = text.rfind("《", 0, start)
    return opening >= 0 and text.find("》", opening, start) < 0
