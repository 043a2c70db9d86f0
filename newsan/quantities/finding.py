"""Sentence -> quantities: numeral, unit and approximators; ranges, rates, shares.

Every numeral of the sentence that is not part of a date ends in exactly one quantity or one rejection.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from newsan.models import Numeral, Quantity, Rejection, Sentence
from newsan.patterns import compiled
from newsan.quantities import silence
from newsan.quantities.approximators import WINDOW, approximator_after, approximator_before, bounded
from newsan.quantities.context import (
    ADVERBIAL,
    COUNT,
    Context,
    Reading,
    graded,
    read_context,
)
from newsan.quantities.implicit_numbers import implied_unit, says_half
from newsan.quantities.measures import HALF_MEASURE, read_measured
from newsan.quantities.ranges import read_range
from newsan.quantities.ranks_and_scores import read_rank, read_score
from newsan.quantities.rates import denominator_after, rate
from newsan.quantities.shares import DISCOUNT, TENTHS, read_fraction, read_percent_words, read_tenths
from newsan.quantities.unitless import implied_money, read_bare
from newsan.quantities.units import Unit, base_measure

# 月薪八千到一万二 is money without a unit; below this a bare range (三到五) says nothing.
LEAST_SUM = 100
CHINESE_ONE = frozenset({"一", "壹"})
VICTIMS = (
    r"(?:死|伤|遇难|失踪|失联|被困|轻伤|重伤|获救|落水)"
    r"|[一-鿿]{1,6}?(?:死亡|身亡|溺亡|丧生|遇难|遇害|失踪|失联|受伤|被困)(?![的者人地])"
)
EVENTS = r"(?:[一-鿿]{0,12}?)(?:事故|案件|事件|案(?!例))"
# 5万吨级, 百万千瓦级: a size class, though the words it is cut into leave the unit unread.
CLASS = r"(?:吨|千瓦|兆瓦|千伏|米|公里|亩|人|元|床|座|克|公斤)级"
GENERATED_CLASS = r"(?:特高压|超高压|高压|输变电|输电|变电|线路|直流|交流|及以上|级)"
# 第二、三卷, 第一至三季度: the ordinal goes on.
ORDINALS = r"第[0-9一二三四五六七八九十]{1,3}+(?:[、至到－—-][0-9一二三四五六七八九十]{1,3}+)*+[、至到－—-]$"
ORDINAL_LINKS = frozenset("、至到－—-")
# 一小时十分: what follows belongs to the same span of time.
# 八角五分 is money, 八角 alone a spice.
CENTS = "[一二三四五六七八九][分厘]"
CONTINUED = r"[零又]?[0-9一二三四五六七八九十]{1,4}(?:分|秒|小时|天|个月)"
# Kinds that are said for nothing else: 每年平均气温15℃ is no temperature a year.
WITHOUT_RATE = frozenset(
    "percent percentage_point multiple rank score ratio index age temperature speed scale".split()
)
LINKED = r"[、和与及]|以及|[升降增减提下上跌涨扩缩变调][一-鿿]{0,2}[至到为]"
IDIOMATIC_TAGS = ("d", "c", "a", "v", "f", "ns")


def find_quantities(
    sentence: Sentence, taken: Sequence[tuple[int, int]]
) -> tuple[list[Quantity], list[Rejection]]:
    """Return the quantities of a sentence and the numerals that state nothing, both in reading order.

    ``taken`` are the spans of dates, sorted, in the article's offsets; the numerals in them are not looked at.
    """
    if not sentence.numerals and not says_half(sentence.text):
        return [], []
    context = read_context(sentence, taken)
    found: list[Quantity] = []
    rejected: list[Rejection] = []
    index = 0
    while index < len(context.numerals):
        numeral = context.numerals[index]
        reading = read(context, index)
        if isinstance(reading, str):
            rejected.append(rejection(context, numeral, reading))
            index += 1
            continue
        index = max(reading.next, index + 1)
        left = found[-1].end - sentence.start if found else 0
        stated = quantity(context, reading, left)
        found.append(with_rate_of_list(context, found[-1], stated) if found else stated)
        end = stated.context_end - sentence.start
        while index < len(context.numerals) and context.numerals[index].start < end:
            if context.numerals[index].start >= reading.end:
                rejected.append(rejection(context, context.numerals[index], "denominator of a rate"))
            index += 1
    return found, rejected


def read(context: Context, index: int) -> Reading | str:
    """Return what the numeral at ``index`` states, or the reason why it states nothing."""
    numeral = context.numerals[index]
    implied = implied_unit(numeral)
    if implied is not None:
        return Reading(
            numeral.start, numeral.end, implied, numeral.value, numeral.low, numeral.high, numeral.modifier,
            None, index + 1,
        )  # fmt: skip
    quoted = silence.inside_quotation(context.quoted, numeral.start)
    if quoted is not None:
        return quoted
    reading = read_score(context, index) or read_percent_words(context, index) or read_rank(context, index)
    if reading is not None:
        return reading
    own = context.units[index]
    reason = silent(context, index, own)
    if reason is not None:
        return reason
    reading = read_range(context, index) or read_fraction(context, index) or read_tenths(context, index)
    if reading is not None:
        if reading.unit is COUNT and (reading.high or 0) >= LEAST_SUM:
            return reading._replace(unit=implied_money(context, index) or COUNT)
        return reading
    if own is not None:
        return read_measured(context, index, *own)
    return read_bare(context, index)


def silent(context: Context, index: int, own: tuple[Unit, int] | None) -> str | None:
    """Return the reason why the numeral is no figure, whatever stands after it."""
    numeral, text, sentence = context.numerals[index], context.text, context.sentence
    reason = silence.inside_phrase(text, numeral.start, numeral.end)
    if reason is not None and not (
        own is not None and own[0].kind == "money" and compiled(CENTS).match(text, own[1])
    ):
        return reason
    if text[max(numeral.start - 1, 0) : numeral.start] in ("每", "毎"):
        return "denominator of a rate"
    here, word = numeral, None
    if not numeral.quote[0].isascii():
        here = replace(numeral, start=numeral.start + sentence.start, end=numeral.end + sentence.start)
        word = silence.inside_word(sentence, here)
    measured = (
        own is not None
        and word is not None
        and silence.begins(word, here)
        and word.end - sentence.start <= own[1]
        and not (
            word.start == here.start
            and numeral.modifier is None
            and word.pos.startswith(IDIOMATIC_TAGS)
            and own[0].name not in ("度", "角")
        )
    )
    if (
        word is not None
        and not measured
        and not (own is not None and own[0].kind == "multiple")
        and not compiled(TENTHS).match(text, numeral.end)
        and not compiled(DISCOUNT).match(text, numeral.end)
    ):
        return f"part of the word {word.text}"
    if (
        own is None
        and "级" in text[numeral.end : numeral.end + 4]
        and compiled(CLASS).match(text, numeral.end)
    ):
        return "class or grade"
    if own is not None and silence.inside_latin(text, numeral.start, numeral.end):
        return "model, code or label"
    before = text[max(numeral.start - 12, 0) : numeral.start]
    listed = before[-1:] in ORDINAL_LINKS and "第" in before
    if listed and len(numeral.quote) <= len("十二") and compiled(ORDINALS).search(before):
        return "ordinal"
    if own is None or own[0].kind == "count":
        reason = silence.label(text, numeral.start, own[1] if own else numeral.end)
        if reason is not None:
            return reason
    if own is not None:
        unit, end = own
        if text.startswith("级", end) and unit.kind not in ("scale", "percent"):
            return "class or grade"
        if numeral.quote in CHINESE_ONE and means_a(text, numeral, unit, end):
            return f"一{text[numeral.end : end]} means no more than a"
        if numeral.quote in ("几", "幾"):
            return "indefinite"
        if unit.kind == "count" and numeral.quote in ("二", "贰", "貳"):
            return "二 before a measure word numbers, it does not count"
        if unit.kind == "voltage" and compiled(GENERATED_CLASS).match(text, end):
            return "voltage class"
    if text.startswith("级", numeral.end) and not graded(text, numeral):
        return "class or grade"
    if text.startswith("号", numeral.end) and own is None:
        return "number of a name"
    return None


def means_a(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Tell whether 一 with its measure word is only an article: 一个, 一场, 一天; 一人死亡, 一公里 count."""
    if (
        text.startswith("个半", numeral.end) or compiled(HALF_MEASURE).match(text, numeral.end)
    ) or unit.name in (
        "刻钟",
        "死",
        "伤",
        "男",
        "女",
    ):
        return False
    if unit.kind == "count" or unit.name == "节":
        if unit.name in ("人", "名", "位"):
            return not compiled(VICTIMS).match(text, end)
        if unit.name in ("起", "例"):
            return not compiled(EVENTS).match(text, end)
        return True
    if unit.kind in ("duration", "age", "score"):
        if text.startswith(("半", "多", "以", "之内", "之久", "左右", "内", "有余"), end) or compiled(
            CONTINUED
        ).match(text, end):
            return False
        return not compiled(ADVERBIAL).search(text[max(numeral.start - 4, 0) : numeral.start])
    return False


def quantity(context: Context, reading: Reading, left: int) -> Quantity:
    """Return a reading with the approximators and the denominator around it; ``left`` is where the last one ended."""
    text, offset = context.text, context.sentence.start
    start, end = reading.start, reading.end
    value, low, high, modifier = reading.value, reading.low, reading.high, reading.modifier
    per = reading.per
    context_start, context_end = start, end
    if reading.unit.kind not in ("percent", "rank", "score", "ratio", ""):
        per, context_end = denominator_after(text, end, reading.unit) or (per, end)
    outside = approximator_before(text[max(left, start - WINDOW) : start])
    if outside is not None:
        context_start = start - len(outside[0])
    after = approximator_after(text, context_end)
    if after is not None:
        context_end = after.end()
    if modifier is None and not isinstance(value, str) and value is not None and reading.unit.kind != "rank":
        modifier, low, high = bounded(outside, after, value)
    elif isinstance(value, str):
        modifier, least, most = bounded(outside, after, low or Decimal(0))
        low, high = (low and least, high and most) if modifier else (low, high)
    if per is None and reading.unit.kind not in WITHOUT_RATE:
        per = rate(text, left, context_start, reading.unit)
    unit = reading.unit
    exact = value if isinstance(value, Decimal) and unit.factor else None
    si = base_measure(exact, unit) if exact is not None else None
    return Quantity(
        context.sentence.text[start:end], offset + start, offset + end, offset + context_start,
        offset + context_end, unit.kind, value, low, high, modifier, unit.name or None, si, per,
    )  # fmt: skip


def with_rate_of_list(context: Context, before: Quantity, stated: Quantity) -> Quantity:
    """Return a member of a list with the denominator said before its first: 每吨分别降低165元和160元."""
    offset = context.sentence.start
    if before.per is None or stated.per is not None or stated.kind != before.kind:
        return stated
    if compiled(LINKED).fullmatch(context.text, before.end - offset, stated.start - offset) is None:
        return stated
    return replace(stated, per=before.per)


def rejection(context: Context, numeral: Numeral, reason: str) -> Rejection:
    """Return the record of a numeral that states nothing."""
    offset = context.sentence.start
    return Rejection(
        quote=numeral.quote, start=offset + numeral.start, end=offset + numeral.end, reason=reason
    )
