"""Shares written in words: 百分之八, 三成五, 八五折, 三分之一."""

from __future__ import annotations

from decimal import Decimal

from newsan.numerals import parse_numeral
from newsan.patterns import compiled
from newsan.quantities import silence
from newsan.quantities.context import Context, Reading
from newsan.quantities.ranges import PERCENT_BEFORE, read_range
from newsan.quantities.units import EXACT, PERCENT, Unit

RATIO = Unit("", "ratio")
HEADS = {
    "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "十万": 5, "百万": 6, "千万": 7, "万万": 8,
    "百万万": 10, "亿": 8,
}  # fmt: skip
SHARED_BY = frozenset("成折")
TENTHS = r"[ ]?成(?![立功为员熟长果都本交绩分品人效因语群型片千百批就见心套串双堆像])(?P<rest>半|[ ]?[一二三四五六七八九](?![成个人名家年月日]))?"
DISCOUNT = r"[ ]?折(?![合射叠腾算旧旧价扣桥损戟弯纸])"


def read_percent_words(context: Context, index: int) -> Reading | None:
    """Return 百分之八 as 8 %, 千分之一 as 0.1 %; the words stand before the numeral."""
    numeral, text = context.numerals[index], context.text
    before = text[max(numeral.start - 10, 0) : numeral.start]
    words = compiled(PERCENT_BEFORE).search(before) if "之" in before else None
    if words is None or numeral.low is None:
        return None
    reading = read_range(context, index)
    if reading is not None:
        return reading
    shift = 2 - HEADS[words["head"]]
    start = numeral.start - len(words[0])
    low, high = (None if bound is None else bound.scaleb(shift) for bound in (numeral.low, numeral.high))
    value = None if numeral.value is None else numeral.value.scaleb(shift)
    return Reading(start, numeral.end, PERCENT, value, low, high, numeral.modifier, next=index + 1)


def read_tenths(context: Context, index: int) -> Reading | None:
    """Return 三成五 as 35 %, 八五折 as 85 %, 一半 as 50 %."""
    numeral, text = context.numerals[index], context.text
    if (
        numeral.quote == "一"
        and text.startswith("半", numeral.end)
        and not text.startswith(("半是", "半会"), numeral.end)
    ):
        half = Decimal(50)
        return Reading(numeral.start, numeral.end + 1, PERCENT, half, half, half, next=index + 1)
    if numeral.low is None:
        return None
    if not SHARED_BY.intersection(text[numeral.end : numeral.end + 4]):
        return None
    match = compiled(TENTHS).match(text, numeral.end)
    if match is not None and numeral.low <= 10:
        word = silence.token_at(context.sentence, context.sentence.start + match.start())
        if word is not None and word.start >= context.sentence.start + numeral.end and len(word.text) > 1:
            return None
        rest = {"半": 5, "": 0}.get(match["rest"] or "") if (match["rest"] or "") in ("半", "") else None
        extra = Decimal(rest if rest is not None else int(parse_numeral(match["rest"].strip()) or 0))
        value = None if numeral.value is None else numeral.value * 10 + extra
        low, high = (None if bound is None else bound * 10 + extra for bound in (numeral.low, numeral.high))
        return Reading(
            numeral.start, match.end(), PERCENT, value, low, high, numeral.modifier, next=index + 1
        )
    spaced = spaced_discount(context, index)
    if spaced is not None:
        return spaced
    match = compiled(DISCOUNT).match(text, numeral.end)
    if match is not None and 0 < numeral.low < 100 and numeral.value is not None:
        value = numeral.value * 10 if numeral.value < 10 else numeral.value
        return Reading(numeral.start, match.end(), PERCENT, value, value, value, next=index + 1)
    return None


def spaced_discount(context: Context, index: int) -> Reading | None:
    """Return 7 2 折, two digits set apart, as 72 %."""
    if index + 1 >= len(context.numerals):
        return None
    first, second = context.numerals[index : index + 2]
    digits = first.quote + second.quote
    if len(digits) != 2 or context.text[first.end : second.start] != " ":
        return None
    match = compiled(DISCOUNT).match(context.text, second.end)
    if match is None:
        return None
    value = parse_numeral(digits)
    return Reading(first.start, match.end(), PERCENT, value, value, value, next=index + 2)


def read_fraction(context: Context, index: int) -> Reading | None:
    """Return 三分之一 as the ratio 1/3, kept as text because no decimal is exactly that."""
    numeral = context.numerals[index]
    quote = numeral.quote.replace(" ", "")
    if "又" in quote or numeral.value is None:
        return None
    if "分之" in quote:
        below, _, above = quote.partition("分之")
        top, bottom = parse_numeral(above), parse_numeral(below)
    elif "/" in quote or "／" in quote:
        above, _, below = quote.replace("／", "/").partition("/")
        top, bottom = parse_numeral(above), parse_numeral(below)
        if top is None or bottom is None or top >= bottom or context.units[index] is not None:
            return None
    else:
        return None
    if top is None or not bottom:
        return None
    if bottom >= 100 and bottom == Decimal(10) ** bottom.adjusted():
        share = EXACT.divide(top * 100, bottom)
        return Reading(numeral.start, numeral.end, PERCENT, share, share, share, next=index + 1)
    return Reading(
        numeral.start, numeral.end, RATIO, f"{top}/{bottom}", numeral.low, numeral.high, next=index + 1
    )
