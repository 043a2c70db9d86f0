"""Two numerals that are the ends of one figure: 3至5年, 20%—30%, 两到三万."""

from __future__ import annotations

from decimal import Decimal

from newsan.models import Numeral
from newsan.numerals import parse_numeral
from newsan.patterns import compiled
from newsan.quantities.approximators import WINDOW
from newsan.quantities.context import COUNT, YEARS, ZERO_PADDED, Context, Reading, graded, in_context
from newsan.quantities.units import PERCENT, Unit

RANGE = compiled(r"\s{0,2}+(?:——|--|~~|[-－–—―~～〜﹣]|至|到)\s{0,2}+(?:百分之)?+")
MOVED_BY = r"(?:[上下]?[涨跌调]|[上下][升降]|提高|降低|增加|减少|调[高低]|扩大|缩小)了?$"
BETWEEN = r"\s?(?:和|与)\s?"
BETWEEN_END = r"之间|间(?=$|[^\w]|的)"
# 大于10小于20, 最多100最少20个, 比10大、比20小: the two bounds of one number, the unit at the second alone.
GREATER = "(?:大于|多于|高于|超过|不小于|不少于|不低于|至少|最少)(?:或?等于)?"
LESS = "(?:小于|少于|低于|不足|不大于|不多于|不高于|不超过|至多|最多)(?:或?等于)?"
AND = r"\s?[，,、]?\s?(?:但是?|并且|并|且|而|又)?\s?"
ABOVE, BELOW = rf"{GREATER}\s?$", rf"{LESS}\s?$"
AND_BELOW, AND_ABOVE = rf"{AND}{LESS}\s?", rf"{AND}{GREATER}\s?"
BOUNDING = frozenset("比于过足少多")
"""One of these stands between the two bounds of a number."""
THAN = r"比\s?$"
LARGER, SMALLER = r"[大多高长重]", r"[小少低短轻]"
LARGER_AND = rf"[大多高长重]{AND}比\s?"
SMALLER_AND = rf"[小少低短轻]{AND}比\s?"
# 三至四成, 两成到三成
TENTHS_END = r"成(?=$|[^\w]|[的左右以多在至到是为])"
TENTHS = Unit("成", "percent")
# 四、五次, 18、19摄氏度: neighbours with one unit; in a 分别 list each stands for itself.
NEIGHBOUR_LINK = r"、"
# Seven digits and more without a unit are telephone numbers.
LONG = "[0-9]{7,}+"
LISTED = r"分别|依次|各|第"
PERCENT_BEFORE = r"(?P<head>[百佰]|[千仟]|[万萬]|十万|百万|千万|万万|百万万|亿)[ ]{0,2}分[ ]{0,2}之[ ]{0,2}$"
COMPARED = r"(?:大于|小于|等于|多于|少于|高于|低于|不足|至少|最少|最多|至多|不大于|不小于|不少于)有?\s?$"
MAGNITUDE_END = r"[万萬亿億兆kw]$|[万萬亿億兆][多余餘]$"
CARRIED = r"(?P<large>[万萬]?[亿億]|[万萬])$|[十拾百佰千仟]$"


def read_range(context: Context, index: int) -> Reading | None:
    """Return two numerals that are the ends of one quantity: 3至5年, 20%—30%, 4万到6万元, 四、五次."""
    if index + 1 >= len(context.numerals):
        return None
    text, first, second = context.text, context.numerals[index], context.numerals[index + 1]
    if first.low is None or second.high is None or second.start - first.end > WINDOW:
        return None
    own, other = unit_or_grade(context, index), unit_or_grade(context, index + 1)
    at = own[1] if own else first.end
    linked = link(text, first, second, at, other) or bounds(text, first, second, at)
    if linked is None or (linked == "、" and (own is not None or other is None)):
        return None
    if linked == "to" and own is not None and arrives(text, first, second):
        return None
    unit, end = other if other is not None else (COUNT, second.end)
    words = compiled(PERCENT_BEFORE).search(text[max(first.start - 8, 0) : first.start])
    if other is None:
        if own is not None:
            if own[0].kind in ("count", "duration"):
                return None
            unit = own[0]
        elif not (
            linked in ("between", "rising", "falling")
            or words is not None
            or compiled(COMPARED).search(text[max(first.start - 6, 0) : first.start])
            or plain_ends(text, first, second)
            or (compiled(MAGNITUDE_END).search(second.quote) and not compiled(YEARS).fullmatch(first.quote))
        ):
            return None
    if own is not None and other is not None and own[0].name != other[0].name:
        return None
    if linked == "falling":
        low, high = second.low, first.high
    else:
        low, high = carried(first, second) if own is None else (first.low, second.high)
    if low is None or high is None or low >= high:
        return None
    if unit is TENTHS:
        unit, low, high = PERCENT, low * 10, high * 10
    start = first.start
    if words is not None:
        start -= len(words[0])
        unit = PERCENT
    unit = in_context(context, first, unit)
    return Reading(start, end, unit, None, low, high, "between", next=index + 2)


def arrives(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether two numbers are a change and where it arrives (上涨12.5元至1088元), not the ends of a range."""
    if not compiled(MOVED_BY).search(text, max(first.start - 4, 0), first.start):
        return False
    return first.low is not None and second.low is not None and second.low >= 2 * first.low


def unit_or_grade(context: Context, index: int) -> tuple[Unit, int] | None:
    """Return the unit of a numeral and where it ends, 成 and the 级 of wind and waves included."""
    numeral = context.numerals[index]
    if context.text.startswith("级", numeral.end) and graded(context.text, numeral):
        return Unit("级", "scale"), numeral.end + 1
    tenths = context.text.startswith("成", numeral.end) and (numeral.high or 11) <= 10
    if tenths and compiled(TENTHS_END).match(context.text, numeral.end):
        return TENTHS, numeral.end + 1
    return context.units[index]


def link(text: str, first: Numeral, second: Numeral, at: int, other: tuple[Unit, int] | None) -> str | None:
    """Return what makes two numerals the ends of one figure (``to``, ``between``, ``、``), ``None`` if nothing does."""
    if RANGE.fullmatch(text, at, second.start):
        return "to"
    if compiled(BETWEEN).fullmatch(text, at, second.start):
        end = second.end if other is None or other[0].name == "间" else other[1]
        return "between" if compiled(BETWEEN_END).match(text, end) else None
    before = text[max(first.start - 8, 0) : first.start]
    neighbours = (
        first.value is not None
        and not ZERO_PADDED.match(first.quote)
        and second.value == first.value + 1
        and first.value < 100
        and compiled(NEIGHBOUR_LINK).fullmatch(text, at, second.start)
        and not text.startswith("、", other[1] if other else second.end)
        and not compiled(LISTED).search(before)
        and not before.endswith("、")
    )
    return "、" if neighbours else None


def bounds(text: str, first: Numeral, second: Numeral, at: int) -> str | None:
    """Return ``rising`` where the first numeral is the lower bound of a number and the second the upper, ``falling`` where it is the other way."""
    if at != first.end or BOUNDING.isdisjoint(text[at : second.start]):
        return None
    before = text[max(first.start - 8, 0) : first.start]
    if compiled(THAN).search(before):
        if compiled(LARGER_AND).fullmatch(text, at, second.start) and compiled(SMALLER).match(
            text, second.end
        ):
            return "rising"
        return (
            "falling"
            if compiled(SMALLER_AND).fullmatch(text, at, second.start)
            and compiled(LARGER).match(text, second.end)
            else None
        )
    if compiled(ABOVE).search(before) and compiled(AND_BELOW).fullmatch(text, at, second.start):
        return "rising"
    return (
        "falling"
        if compiled(BELOW).search(before) and compiled(AND_ABOVE).fullmatch(text, at, second.start)
        else None
    )


def plain_ends(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether two numbers without units are a range by themselves (一千到一千五百), not years, pages or a score."""
    large = first.low is not None and second.low is not None and min(first.low, second.low) >= 100
    return (
        large
        and not compiled(LONG).fullmatch(first.quote)
        and not compiled(YEARS).fullmatch(first.quote)
        and text[first.end : second.start].strip()[:1] in ("到", "至")
    )


def carried(first: Numeral, second: Numeral) -> tuple[Decimal, Decimal]:
    """Return the bounds of a range whose magnitude is printed once: 两到三万 is 20000 to 30000; 8500到3万 is itself."""
    assert first.low is not None
    assert second.high is not None
    if compiled(MAGNITUDE_END).search(first.quote):
        return first.low, second.high
    match = compiled(CARRIED).search(second.quote)
    if match is not None:
        stem = parse_numeral(second.quote[: match.start()])
        scale = parse_numeral(f"1{match[0]}")
        large = match["large"] is not None
        if stem is not None and scale is not None and first.low < stem and (large or stem < 10):
            return first.low * scale, second.high
    return first.low, second.high
