"""A sentence as the rules of figures see it: its free numerals, each with the unit printed after it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from msgspec.structs import replace

from newsan.models import Modifier, Numeral, Sentence
from newsan.patterns import compiled
from newsan.quantities import ambiguous_units, silence
from newsan.quantities.ambiguous_units import INDEX, NEARBY, SPAN, fits
from newsan.quantities.approximators import WINDOW
from newsan.quantities.implicit_numbers import halves
from newsan.quantities.units import PERCENT, PERMILLE, Unit, find_unit, units_at
from newsan.traditional import simplified

COUNT = Unit("", "count")
# 一块五, 一米八五, 五毛六: the digits after a unit are its tenths and hundredths.
SHORTHAND = r"[零一二三四五六七八九]{1,2}(?=$|[^\w]|[的了左右多以上下宽长高深厚重粗是就还也而到至降涨]|一(?:斤|公斤|个))"
ODD = "挂零|出头|左右|上下|不到|以[上下]"
PRICED = r"(?:价格|[售单定总均]价|卖|花|值|(?<![抢丰回接吸征])收|价|挣|赚|掏|要|每[斤只个张份次]|交|奖|罚|补|捐|借|贷)[了到得过]?$"
FLAT_THINGS = "[牌板田砖碑石匾屏瓦毯匾](?:有|共|共有|约|近|达)?$"
"""What is counted by 块: a number behind one of these is no money."""
SHARED = compiled(r"\s?(?:[、，,/×xX*＊]|和|与|及|以及|或|、和)\s?")
PERCENT_AFTER = compiled(r"[ ]?(?:(?P<percent>[%％﹪](?![0-9A-Za-z]))|(?P<permille>‰))")
POINTS_AFTER = r"[ ]{0,4}个?[ ]{0,4}(?:个[ ]{0,4})?百[ ]{0,4}分[ ]{0,4}点(?!点)"
PERCENT_BEGINS, SIGNS_AFTER = frozenset(" %％﹪‰"), frozenset("＄$€£")
BLANKS = (" ", "\u3000", "\xa0", "\u2009", "\u202f")
NOT_BY_TABLE = PERCENT_BEGINS | SIGNS_AFTER | frozenset(BLANKS) | frozenset("个百旬+＋")
"""What follows a numeral whose unit may be none of the table's names."""
POINTS_REACH = 14
"""Characters behind a numeral within which 百分点 begins."""
START = attrgetter("start")
CURRENCY_BEFORE = compiled(
    r"(?P<sign>US\$|HK\$|NT\$|A\$|C\$|S\$|[¥￥$＄€£])[ ]?$|(?P<word>人民币|港币|港元|新台币|台币|美元|欧元|日元|英镑)[ ]{0,2}$"
)
LAST_OF_CURRENCIES = frozenset("币元镑")
RENMINBI_AFTER = r"[（(]?人民币[）)]?"
INDEX_BEFORE = f"{INDEX}$"
# 七旬老人; 上旬 and 中旬 are parts of a month.
DECADES, DECADE_OF_LIFE = frozenset("三四五六七八九3456789"), Unit("旬", "age")
YEARS = ambiguous_units.YEARS
HEAT = ambiguous_units.HEAT
FAHRENHEIT = r"华氏(?:温度)?\s?$"
EARTH_OR_WIND = r"震|[东南西北阵大狂台飓疾]风|风力|风圈|级.{0,2}风|浪|烈度|海况"
PER_HOUR = (
    r"时速(?:[由从][0-9]{2,3}公里[一-鿿]{1,4}[至到]|可达|达到|达|为|约|超过|提升至|提高到|[一-鿿]{0,4})$"
)
RESPONSE = r"级(?:应急|响应|预警|防)"
ADVERBIAL = f"{SPAN}$"
POINTS_MADE = f"点(?:{ambiguous_units.MADE})"
HORSEPOWER = "空调|制冷|变频|柜机|挂机|压缩机|冷暖|热泵|功率"
DRAWN = "[胜负]"
BULK = "[砂沙土石水渣]|混凝土|木材|木料|天然气|用气"
# What jieba's guesses glue to a measure word (元到, 个以): no word begins with the unit then.
FUNCTION_WORDS = frozenset("均处高远深宽重厚间到至的为和与及了是在以左上下内约多后前从被将把等中")
# Words that are a measure word and its noun (首歌, 层楼): the number before them counts.
COUNTED_NOUNS = frozenset("歌楼雨雪菜酒书课树诗戏船井车鞋钱饭药鱼鸡鸭猪羊牛马肉糖烟枪旗桥房灯画信笔纸衣裤袜")
# Words that begin with a measure word and are counted without one: 300个股, 200家庭.
UNMEASURED = {"个": "体股税性别案", "家": "庭长属电具族人", "票": "房价面数选源务"}
SINGLE_DIGITS = frozenset("一二两三四五六七八九")
ZERO_PADDED = compiled(ambiguous_units.ZERO_PADDED)
ELECTRIC = ambiguous_units.ELECTRIC


class Reading(NamedTuple):
    """What one place of the sentence is read as, in offsets of the sentence, before approximators and rates."""

    start: int
    end: int
    unit: Unit
    value: Decimal | str | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier | None = None
    per: str | None = None
    next: int = 0
    """Index of the first numeral that this reading leaves over."""


class Context(NamedTuple):
    """A sentence with its free numerals in its own offsets, and what is found once for all of them."""

    sentence: Sentence
    text: str
    numerals: tuple[Numeral, ...]
    units: tuple[tuple[Unit, int] | None, ...]
    """For each numeral its unit and where it ends; the unit of a list stands at its last member alone."""
    shared: tuple[Unit | None, ...]
    quoted: list[tuple[int, int, str]]


def read_context(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Context:
    """Return the sentence with the numerals that no date has taken, 半小时 and 翻番 among them."""
    text, offset = simplified(sentence.text), sentence.start
    first = bisect_left(taken, (offset,))
    while first > 0 and taken[first - 1][1] > offset:
        first -= 1
    spans = taken[first : bisect_left(taken, (sentence.end,))]
    free = [
        replace(numeral, start=numeral.start - offset, end=numeral.end - offset)
        for numeral in outside(sentence.numerals, spans)
    ]
    if words := halves(text):
        within = [(start - offset, end - offset) for start, end in spans]
        free += outside(sorted(words, key=START), within)
        free.sort(key=START)
    numerals = tuple(free)
    units = tuple(unit_after(sentence, text, numeral) for numeral in numerals)
    units = points_of_list(text, numerals, units)
    shared: list[Unit | None] = [None] * len(numerals)
    for i in range(len(numerals) - 1, -1, -1):
        own = units[i]
        if own is not None:
            shared[i] = own[0]
        elif i + 1 < len(numerals) and SHARED.fullmatch(text, numerals[i].end, numerals[i + 1].start):
            shared[i] = shared[i + 1]
    quoted = silence.quotations(text) if numerals else []
    return Context(sentence, text, numerals, units, tuple(shared), quoted)


def outside(numerals: Sequence[Numeral], spans: Sequence[tuple[int, int]]) -> Sequence[Numeral]:
    """Return the numerals that stand in none of some spans, both in reading order and by the same offsets."""
    if not spans:
        return numerals
    free: list[Numeral] = []
    at = 0
    for numeral in numerals:
        while at < len(spans) and spans[at][1] <= numeral.start:
            at += 1
        if at == len(spans) or spans[at][0] >= numeral.end:
            free.append(numeral)
    return free


def points_of_list(
    text: str, numerals: tuple[Numeral, ...], units: tuple[tuple[Unit, int] | None, ...]
) -> tuple[tuple[Unit, int] | None, ...]:
    """Return the units with 个 as percentage points where a list ends in them: 3.3个、3.5个百分点."""
    if not any(own is not None and own[0].kind == "percentage_point" for own in units):
        return units
    read = list(units)
    for i in range(len(read) - 2, -1, -1):
        own, following = read[i], read[i + 1]
        if (
            own is not None
            and following is not None
            and own[0].name == "个"
            and following[0].kind == "percentage_point"
            and SHARED.fullmatch(text, own[1], numerals[i + 1].start)
        ):
            read[i] = following[0], own[1]
    return tuple(read)


def unit_after(sentence: Sentence, text: str, numeral: Numeral) -> tuple[Unit, int] | None:
    """Return the unit printed after a numeral and where it ends."""
    end = at = numeral.end
    if text[end : end + 1] in NOT_BY_TABLE:
        by_sign = sign_after(text, numeral)
        if by_sign is not None:
            return by_sign
        at = end + 1 if text.startswith((*BLANKS, "+", "＋"), end) else end
    for unit, stop in units_at(text, at):
        if at > end and unit.kind == "count" and text[end] in BLANKS and not printed_in_digits(numeral):
            continue
        if text[at:stop] == "块" and money_piece(text, numeral, stop):
            return unit_named("元"), stop
        if whole_word(sentence, text, at, stop) and fits(text, numeral, unit, at, stop):
            return (unit, stop) if unit.kind != "money" else (unit, renminbi_end(text, unit, stop))
    return None


def printed_in_digits(numeral: Numeral) -> bool:
    """Tell whether a numeral is set in Arabic digits, behind which some pages print a blank (320 人)."""
    return numeral.quote[0] in "0123456789０１２３４５６７８９"


def sign_after(text: str, numeral: Numeral) -> tuple[Unit, int] | None:
    """Return the unit after a numeral that no name in the table stands for: a sign, percentage points, 旬 of life."""
    end = numeral.end
    points = "百" in text[end : end + POINTS_REACH] and compiled(POINTS_AFTER).match(text, end)
    if points:
        return unit_named("百分点"), points.end()
    if text[end] in PERCENT_BEGINS and (match := PERCENT_AFTER.match(text, end)) is not None:
        return (PERCENT if match["percent"] else PERMILLE), match.end()
    if text[end] == "旬" and numeral.quote in DECADES:
        return DECADE_OF_LIFE, end + 1
    if text[end] in SIGNS_AFTER:
        return unit_named({"€": "欧元", "£": "英镑"}.get(text[end], "美元")), end + 1
    return None


def unit_named(name: str) -> Unit:
    """Return a unit that the tables are known to hold."""
    unit = find_unit(name)
    assert unit is not None, name
    return unit


def renminbi_end(text: str, unit: Unit, end: int) -> int:
    """Return where a sum of money ends: 8亿元人民币 takes the name of the money in."""
    match = compiled(RENMINBI_AFTER).match(text, end) if "人民币" in text[end : end + 4] else None
    return match.end() if match is not None and unit.name == "元" and match[0][0] not in "（(" else end


def money_piece(text: str, numeral: Numeral, end: int) -> bool:
    """Tell whether 块 is money (十块三毛, 三五百块) and not a piece of something (三块蛋糕)."""
    if text.startswith(("毛", "角"), end + 1) or compiled(SHORTHAND).match(text, end):
        return True
    if compiled(FLAT_THINGS).search(text, max(numeral.start - 4, 0), numeral.start):
        return False
    large = (numeral.low or numeral.value or 0) >= 10
    return (not text[end : end + 1].isalnum() or compiled(ODD).match(text, end) is not None) and (
        large or compiled(PRICED).search(text[max(numeral.start - 6, 0) : numeral.start]) is not None
    )


def whole_word(sentence: Sentence, text: str, start: int, end: int) -> bool:
    """Tell whether no word begins inside a unit and runs on past it: 个 in 个体工商户 is no measure word."""
    if end - start > 1:
        return True
    token = silence.token_at(sentence, sentence.start + end - 1)
    stop = sentence.start + end
    if token is None or token.end <= stop or token.start < sentence.start + start:
        return True
    rest = token.text[stop - token.start :]
    if (nouns := UNMEASURED.get(text[start])) is not None:
        return rest[0] not in nouns
    return (
        sentence.text.startswith("均", stop - sentence.start + 1)
        or rest[0] in FUNCTION_WORDS
        or (token.start == sentence.start + start and counted_noun(rest))
        or find_unit(token.text) is not None
        or not silence.in_dictionary(token.text)
    )


def counted_noun(rest: str) -> bool:
    """Tell whether what a word adds to a measure word is a noun by itself: 首|歌, 首|歌曲, 层|楼."""
    return rest in COUNTED_NOUNS or (len(rest) > 1 and silence.in_dictionary(rest))


def around(text: str, numeral: Numeral) -> str:
    """Return the words near a numeral: a window, so that a long sentence is not read again for each of its numerals."""
    return text[max(numeral.start - NEARBY, 0) : numeral.end + NEARBY]


def graded(text: str, numeral: Numeral) -> bool:
    """Tell whether 级 after a numeral is a degree of wind, waves or an earthquake and no class."""
    if compiled(RESPONSE).match(text, numeral.end):
        return False
    return compiled(EARTH_OR_WIND).search(text, max(numeral.start - WINDOW, 0), numeral.end + 6) is not None


def in_context(context: Context, numeral: Numeral, unit: Unit) -> Unit:
    """Return what an ambiguous unit measures here: 度 of heat or of current, 公里 of length or of speed."""
    text = context.text
    before = text[max(numeral.start - WINDOW, 0) : numeral.start]
    if unit.name == "度" and (numeral.low or 0) < 10000:
        if compiled(FAHRENHEIT).search(before):
            return unit_named("℉")
        if compiled(HEAT).search(around(text, numeral)) or numeral.quote.startswith("零下"):
            return Unit("度", "temperature", "℃", "1")
        return unit if compiled(ELECTRIC).search(around(text, numeral)) else Unit("度", "angle", "°", "1")
    if unit.name == "节" and "速" not in around(text, numeral):
        return Unit("节", "count")
    if unit.name == "点" and compiled(POINTS_MADE).match(text, numeral.end):
        return Unit("点", "count")
    if unit.name == "平" and (numeral.low or 0) >= 10 and not compiled(DRAWN).search(around(text, numeral)):
        return unit_named("平方米")
    if unit.name == "方" and (numeral.low or 0) >= 5 and compiled(BULK).search(around(text, numeral)):
        return unit_named("立方米")
    if unit.name == "匹" and not compiled(HORSEPOWER).search(around(text, numeral)):
        return Unit("匹", "count")
    if unit.name == "公里" and "时速" in before and compiled(PER_HOUR).search(before):
        return unit_named("公里/小时")
    if unit.kind == "money" and unit.name == "元":
        word = CURRENCY_BEFORE.search(before) if before.rstrip(" ")[-1:] in LAST_OF_CURRENCIES else None
        if word is not None and word["word"]:
            return unit_named(word["word"])
    return unit
