"""The year and month a match states, or leaves to its context."""

from __future__ import annotations

from typing import NamedTuple

from newsan.dates.digits import read_number, read_year
from newsan.dates.readings import add_months
from newsan.dates.resolving import Context, infer_year

SHIFTS = {
    "大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "上年": -1, "上一年度": -1, "今年": 0, "本年": 0,
    "本年度": 0, "明年": 1, "来年": 1, "下一年": 1, "下一年度": 1, "后年": 2,
}  # fmt: skip

CLOSE_YEARS = {"当年": 0, "同年": 0, "该年": 0, "次年": 1, "翌年": 1}
"""Years counted from the one named before, not from the edition's."""


class Printed:
    """Characters that a rule matched: ``text[start:end]``, and the parts of the date in them by their names."""

    __slots__ = ("end", "parts", "start", "text")

    def __init__(self, text: str, start: int, end: int, parts: dict[str, str]) -> None:
        """Take the parts that are printed, and only those."""
        self.text = text
        self.start = start
        self.end = end
        self.parts = parts

    def __getitem__(self, part: str) -> str:
        """Return a part that every match of the rule prints."""
        return self.parts[part]

    def get(self, part: str) -> str | None:
        """Return a part, ``None`` where it is left out."""
        return self.parts.get(part)


class Year(NamedTuple):
    """A year, what supplied it, and whether the text says it; the number is ``None`` where nothing supplies it."""

    number: int | None = None
    source: str | None = None
    said: bool = False


class Month(NamedTuple):
    """A month of a year, as :class:`Year`."""

    year: int | None = None
    number: int | None = None
    source: str | None = None
    said: bool = False


def stated_year(match: Printed, context: Context) -> Year:
    """Return the year a match prints or counts from another (去年, 次年)."""
    groups = match.parts
    if groups.get("year"):
        return Year(read_year(groups["year"]), None, True)
    near = groups.get("near")
    if not near:
        return Year()
    if near in CLOSE_YEARS:
        last = context.last
        if last is not None and last.said_year and last.year is not None:
            return Year(last.year + CLOSE_YEARS[near], context.last_quote, True)
        if context.year is not None:
            return Year(context.year + CLOSE_YEARS[near], context.year_quote, True)
        return Year(said=True)
    if near == "上年" and context.last is not None and context.last.year is not None:
        # A report of a year tells of the year before it as 上年, whenever it is printed.
        return Year(context.last.year - 1, context.last_quote, True)
    if near == "上年" and context.about is not None:
        return Year(context.about - 1, f"{context.about}年", True)
    if context.reference is None:
        return Year(said=True)
    return Year(context.reference.year + SHIFTS[near], context.source, True)


def year_for(
    match: Printed, context: Context, month: int, day: int | None = None, *, count: bool = True
) -> Year:
    """Return the year of a match that may leave it out."""
    year = stated_year(match, context)
    return year if year.said else Year(*infer_year(context, month, day, count=count))


def near_month(word: str, context: Context) -> Month:
    """Return the month a word like 上月 names."""
    if word in ("当月", "同月", "该月") and context.last is not None and context.last.month is not None:
        return Month(context.last.year, context.last.month, context.last_quote, True)
    if context.reference is None or word in ("同月", "该月"):
        return Month(said=True)
    shift = -word.count("上") + word.count("下")
    year, month = add_months(context.reference.year, context.reference.month, shift)
    return Month(year, month, context.source, True)


def month_for(match: Printed, context: Context, day: int | None = None) -> Month:
    """Return the month of a match; raises ``ValueError`` where its number is no month."""
    groups = match.parts
    if groups.get("nearmonth"):
        return near_month(groups["nearmonth"], context)
    month = read_number(groups["month"])
    if not 1 <= month <= 12:
        msg = f"no month {month}"
        raise ValueError(msg)
    year = year_for(match, context, month, day, count=False)
    return Month(year.number, month, year.source, year.said)
