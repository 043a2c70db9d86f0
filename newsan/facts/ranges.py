"""Two numerals that are the ends of one figure: 3至5年, 20%—30%, 两到三万."""

from __future__ import annotations

from decimal import Decimal

import regex

from newsan.facts.approximators import CONTEXT
from newsan.facts.scenes import COUNT, YEARS, Reading, Scene, graded, in_context
from newsan.facts.units import PERCENT, Unit
from newsan.models import Numeral
from newsan.numerals import parse_numeral

RANGE = regex.compile(r"\s{0,2}(?:[-－–—~～﹣]{1,2}|至|到|——)\s{0,2}(?:百分之)?")
BETWEEN = regex.compile(r"(?:和|与|與)")
PERCENT_BEFORE = regex.compile(
    r"(?P<head>[百佰]|[千仟]|[万萬]|十万|百万|千万|万万|百万万|亿)[ ]{0,2}分[ ]{0,2}之[ ]{0,2}$"
)
COMPARED = regex.compile(
    r"(?:大于|小于|等于|多于|少于|高于|低于|不足|至少|最少|最多|至多|不大于|不小于|不少于)有?\s?$"
)
MAGNITUDE_END = regex.compile(r"[万萬亿億兆kw]$|[万萬亿億兆][多余餘]$")
CARRIED = regex.compile(r"(?P<large>[万萬]?[亿億]|[万萬])$|[十拾百佰千仟]$")


def read_range(scene: Scene, index: int) -> Reading | None:
    """Return two numerals that are the ends of one quantity: 3至5年, 20%—30%, 4万到6万元."""
    if index + 1 >= len(scene.numerals):
        return None
    text, first, second = scene.text, scene.numerals[index], scene.numerals[index + 1]
    if first.low is None or second.high is None or second.start - first.end > CONTEXT:
        return None
    own, other = scene.units[index], scene.units[index + 1]
    at = own[1] if own else first.end
    link = RANGE.match(text, at)
    between = None
    if link is None or link.end() != second.start:
        between = BETWEEN.match(text, at)
        after = other[1] if other else second.end
        if between is None or between.end() != second.start or not text.startswith(("之间", "间"), after):
            return None
    unit, end = other if other is not None else (COUNT, second.end)
    if other is None:
        if text.startswith(("级", "級"), second.end) and graded(text, second):
            unit, end = Unit("级", "scale"), second.end + 1
        elif own is not None:
            if own[0].kind in ("count", "duration"):
                return None
            unit = own[0]
        elif not (
            between
            or COMPARED.search(text[max(first.start - 6, 0) : first.start])
            or plain_ends(text, first, second)
            or (MAGNITUDE_END.search(first.quote) and MAGNITUDE_END.search(second.quote))
        ):
            return None
    if own is not None and other is not None and own[0].name != other[0].name:
        return None
    low, high = carried(first, second) if own is None else (first.low, second.high)
    if low >= high:
        return None
    start = first.start
    words = PERCENT_BEFORE.search(text[max(start - 8, 0) : start])
    if words is not None:
        start -= len(words[0])
        unit = PERCENT
    unit = in_context(scene, first, unit)
    return Reading(start, end, unit, None, low, high, "between", next=index + 2)


def plain_ends(text: str, first: Numeral, second: Numeral) -> bool:
    """Tell whether two numbers without units are a range by themselves (一千到一千五百), not years, pages or a score."""
    large = first.low is not None and second.low is not None and min(first.low, second.low) >= 100
    return (
        large
        and not YEARS.fullmatch(first.quote)
        and text[first.end : second.start].strip()[:1] in ("到", "至")
    )


def carried(first: Numeral, second: Numeral) -> tuple[Decimal, Decimal]:
    """Return the bounds of a range whose magnitude is printed once: 两到三万 is 20000 to 30000; 8500到3万 is itself."""
    assert first.low is not None
    assert second.high is not None
    if MAGNITUDE_END.search(first.quote):
        return first.low, second.high
    match = CARRIED.search(second.quote)
    if match is not None:
        stem = parse_numeral(second.quote[: match.start()])
        scale = parse_numeral(f"1{match[0]}")
        large = match["large"] is not None
        if stem is not None and scale is not None and first.low < stem and (large or stem < 10):
            return first.low * scale, second.high
    return first.low, second.high
