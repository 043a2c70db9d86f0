"""Sentence -> quantities: numeral, unit and approximators; ranges, rates, shares.

Every numeral of the sentence that is not part of a date ends in exactly one quantity or one rejection.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import regex

from newsan.facts import silence
from newsan.facts.units import EXACT, PERCENT, PERMILLE, Unit, base_measure, find_unit, units_at
from newsan.models import Modifier, Numeral, Quantity, Rejection, Sentence
from newsan.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_quantities"]

COUNT = Unit("", "count")
INDEX = Unit("", "index")
RATIO = Unit("", "ratio")
PHONE = Unit("", "phone")
YEAR_LENGTH = 4
CHINESE_ONE = frozenset({"一", "壹"})

BEFORE = regex.compile(
    r"""(?:
      (?P<under>不足|不到|未满|未滿|不满|不滿|低于|少于|小于|未达|未到|无法突破|難以突破|难以突破|未突破|未能突破|没有突破|跌破)
    | (?P<at_most>不超过|不超過|不多于|不高于|不大于|最多|至多|不逾|未超过|没有超过|小于(?:或者?)?等于)
    | (?P<at_least>至少|最少|不少于|不低于|不小于|起码|大于(?:或者?)?等于)
    | (?P<over>超过|超過|超出|超|逾|突破|高于|大于|多于|(?:刚|已|均|度|率|额|值|量|数|龄|价|资)过)
    | (?P<near>将近|將近|接近|(?<![最附靠临邻远新亲切晋])近)
    | (?P<about>大约|大約|约为|约合|约有|大概(?:是|为)?|大致|约莫|差不多|估计|(?<![合节節大签簽预預公条契特履违制缔爽失赴邀])[约約])
    )(?:了|有|为|人民币|人民幣)?\s*$""",
    regex.VERBOSE,
)
AFTER = regex.compile(
    r"""\s?(?:
      (?P<at_least>(?:或|及|或者|\s)?以上|开外)
    | (?P<at_most>以内|以內|之内|之內|以下|(?<=小时|分钟|[年月天日周])[内內](?![部容蒙外]))
    | (?P<about>左右|上下|前后|许(?=[，。；、]))
    | (?P<over>有余|多(?=[，。；、]))
    )""",
    regex.VERBOSE,
)
CONTEXT = 12
NEARBY = 60
RANGE = regex.compile(r"\s{0,2}(?:[-－–—~～﹣]{1,2}|至|到|——)\s{0,2}(?:百分之)?")
BETWEEN = regex.compile(r"(?:和|与|與)")
SHARED = regex.compile(r"\s?(?:[、，,/]|和|与|與|及|以及|或|、和)\s?")
PERCENT_BEFORE = regex.compile(
    r"(?P<head>[百佰]|[千仟]|[万萬]|十万|百万|千万|万万|百万万|亿)[ ]{0,2}分[ ]{0,2}之[ ]{0,2}$"
)
HEADS = {
    "百": 2,
    "佰": 2,
    "千": 3,
    "仟": 3,
    "万": 4,
    "萬": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "万万": 8,
    "百万万": 10,
    "亿": 8,
}
PERCENT_AFTER = regex.compile(r"[ ]?(?:(?P<percent>[%％﹪](?![0-9A-Za-z]))|(?P<permille>‰))")
POINTS_AFTER = regex.compile(r"[ ]{0,4}[个個]?[ ]{0,4}(?:[个個][ ]{0,4})?百[ ]{0,4}分[ ]{0,4}[点點](?!点)")
SLASH = regex.compile(r"[ ]?[/／](?P<per>(?:[·\w²³]{1,8}))")
CURRENCY_BEFORE = regex.compile(
    r"(?P<sign>US\$|HK\$|NT\$|A\$|C\$|S\$|[¥￥$＄€£])[ ]?$|(?P<word>人民币|港币|港元|新台币|台币|美元|欧元|日元|英镑)[ ]{0,2}$"
)
SIGNS = {
    "US$": "美元",
    "HK$": "港元",
    "NT$": "新台币",
    "A$": "澳元",
    "C$": "加元",
    "S$": "新加坡元",
    "¥": "元",
    "￥": "元",
    "$": "美元",
    "＄": "美元",
    "€": "欧元",
    "£": "英镑",
}
RENMINBI_AFTER = regex.compile(r"[（(]?(?:人民币|人民幣)[）)]?")
TENTHS = regex.compile(
    r"[ ]?成(?![立功为為员員熟长長果都本交绩績分品人效因语語群型片千百批就见心套串双堆像])(?P<rest>半|[一二三四五六七八九](?![成个人名家年月日]))?"
)
DISCOUNT = regex.compile(r"[ ]?折(?![合射叠腾算旧旧价扣桥损戟弯纸])")
HALF_AFTER = regex.compile(r"半(?![数數径徑导導岛島球夜价價成程年月天日路空场場小个個斤])")
HALF_MEASURE = regex.compile(r"[个個](?P<rest>[半多])(?=小时|小時|月|世纪|世紀|星期|钟头|学期|百分点)")
MORE_AFTER = regex.compile(r"(?:[多余餘](?![元种種次家名项項个個样樣边邊地年万亿位]))")
HALF = regex.compile(
    r"(?<![上下前后後一大多过過各对對另两三四五六七八九十百个個年天月斤吨米倍成\d])半(?=个?(?:小时|小時|钟头|月(?!刊)|世纪|世紀|学期)|年(?![报報级級度终終来前])|公里|公斤|斤|亩|吨)"
)
SCORE = regex.compile(
    r"(?P<first>[0-9０-９]{1,3})\s?[-－–—:：∶比]\s?(?P<second>[0-9０-９]{1,3})(?![0-9０-９%％\-－–:：年月日./])"
)
GAME = regex.compile(r"[胜負负败平赢輸输]|比分|领先|落后|击败|淘汰|决赛|扳|逆转|完胜|险胜|总分|首盘|首局")
PROPORTION = regex.compile(r"比例|比率|之比|配比|师生比|兑换|[男女]")
CHINESE_SCORE = regex.compile(
    r"(?P<first>[零〇一二两三四五六七八九十])比(?P<second>[零〇一二三四五六七八九十])(?![一-鿿]?[例重值率])"
)
INDEX_BEFORE = regex.compile(
    r"(?:指数|指數|PMI|CPI|PPI)[一-鿿（）()、]{0,8}(?:为|為|达|达到|報|报|是|升至|降至|回升至|回落至|涨至|跌至|约为|在)$|(?:指数|指數)$"
)
COMPARED = regex.compile(
    r"(?:大于|小于|等于|多于|少于|高于|低于|不足|至少|最少|最多|至多|不大于|不小于|不少于)有?\s?$"
)
MAGNITUDE_END = regex.compile(r"[万萬亿億兆kw]$|[万萬亿億兆][多余餘]$")
YEARS = regex.compile(r"(?:1[89]|20|２０|１９)[0-9０-９]{2}|[一二][九〇零][〇零一二三四五六七八九]{2}")
RANK_CONTEXT = regex.compile(
    r"(?:居|列|排|排名|排在|排行|位次|位居|全球|全国|世界|全省|全市|全区|亚洲|国内|行业|名列|跃居|升至|获|得|夺|第[一二三四五六七八九十]+(?:或者?|和|、))第?$"
)
RANK_UNIT = regex.compile(r"(?P<unit>名|位|大(?=[一-鿿]))")
TOP_UNIT = regex.compile(r"[名位强](?!球|次)")
TOP = regex.compile(r"前$")
EVERY = regex.compile(
    r"(?:(?P<every>[每毎])(?P<per>(?:[百千万亿]|[0-9]{1,5}[万亿]?)?(?:人口|个?小时|个?工作日|平方公里|平方米|立方米|公里|公斤|千克|公顷|分钟|盎司|交易日|个?月|星期|人次|标箱|[人年月日天周户亩吨斤桶套股家名位台辆次张件头只克升股票棵斤米秒晚届期场季]))"
    r"|(?P<mean>[人户亩日年月周]均))"
)
CLAUSE_MARKS = regex.compile(r"[，。；,;！？!?：:\n（）()]")
HEAT = regex.compile(r"温|气象|高温|低温|炎热|寒|暑|发烧|体表|零下|摄氏|华氏|升温|降温")
FAHRENHEIT = regex.compile(r"华氏(?:温度)?\s?$")
EARTH_OR_WIND = regex.compile(r"震|[东南西北阵大狂台飓疾]风|风力|风圈|级.{0,2}风|浪|烈度|海况")
PER_HOUR = regex.compile(r"(?:时速|時速)(?:可达|可達|达到|达|為|为|约|超过|提升至|提高到|[一-鿿]{0,4})$")
VICTIMS = regex.compile(r"(?:死|伤|傷|遇难|失踪|失联|被困|受伤|轻伤|重伤|获救|落水)")
EVENTS = regex.compile(r"(?:[一-鿿]{0,12}?)(?:事故|案件|事件|案(?!例))")
ADVERBIAL = regex.compile(
    r"(?:连续|連續|历时|歷時|为期|為期|长达|長達|耗时|用时|近|约|超过|不到|不足|至少|相隔|时隔|阔别)$"
)
SMALLER_MONEY = {
    "角": Decimal("0.1"),
    "毛": Decimal("0.1"),
    "分": Decimal("0.01"),
    "美分": Decimal("0.01"),
    "欧分": Decimal("0.01"),
}
# What jieba's guesses glue to a measure word (元到, 个以): no word begins with the unit then.
FUNCTION_WORDS = frozenset("间到至的为為和与與及了是在以左上下内內约約多后後前从被将把等中")
GENERATED_CLASS = regex.compile(r"(?:特高压|超高压|高压|输变电|输电|变电|线路|直流|交流|及以上|级)")
COUNTED = regex.compile(r"[人户客众民员量辆套台件次数股吨亩]")
CARRIED = regex.compile(r"(?P<large>[万萬]?[亿億]|[万萬])$|[十拾百佰千仟]$")
UPPER: tuple[Modifier, ...] = ("under", "at_most")
LOWER: tuple[Modifier, ...] = ("at_least", "over")
# 十八大 is a congress of the party; 十大 is a count.
CONGRESSES = frozenset({"十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一"})
TALLIED = regex.compile(r"(?:连续|成功|举办|举行|已|(?<!中)共|近|过去|计|出版|办)(?:了|有)?$")
SINGLE_DIGITS = frozenset("一二两三四五六七八九")
LABEL_DIGITS = regex.compile(r"[一二三四五六七八九]{2}")
GROWTH = regex.compile(r"(?:的)?(?:高|快速|以上|以上的)?(?:增长|增速|增幅|涨|降幅|下降|下滑|跌|同比|百分比)")
ROUND = frozenset({"百万", "千万", "万亿", "百亿", "千亿", "亿万"})
MEDALS = regex.compile(r"[金银铜]牌|奖牌|冠军|夺|获|摘|收|产生")
ZERO_PADDED = regex.compile(r"[0０][0-9０-９]")
SCORED = regex.compile(r"(?:总分|得分|评分)(?:为|达|以|高达)?\s?$")
ELECTRIC = regex.compile(r"电量|用电|发电|电费|度电|充电|供电|耗电|节电|电站|省电")
THROW = regex.compile(r"[球线王没中命出不绝弹投雨远]")
IDIOMATIC_TAGS = ("d", "c", "a", "v", "f", "ns")
COMPOUND_LINK = regex.compile(r"(?:零|又|加|多)?")
CENTIMETRES = regex.compile(r"(?P<digits>[0-9０-９]{1,2})(?![0-9０-９.．万亿%％个名人岁年月日])")
FOLD = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Reading:
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


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its free numerals in its own offsets, and what is found once for all of them."""

    sentence: Sentence
    text: str
    numerals: tuple[Numeral, ...]
    units: tuple[tuple[Unit, int] | None, ...]
    """For each numeral its unit and where it ends; the unit of a list stands at its last member alone."""
    shared: tuple[Unit | None, ...]
    quoted: list[tuple[int, int, str]]


def find_quantities(
    sentence: Sentence, taken: Sequence[tuple[int, int]]
) -> tuple[list[Quantity], list[Rejection]]:
    """Return the quantities of a sentence and the numerals that state nothing, both in reading order.

    ``taken`` are the spans of dates, sorted, in the article's offsets; the numerals in them are not looked at.
    """
    scene = set_scene(sentence, taken)
    found: list[Quantity] = []
    rejected: list[Rejection] = []
    index = 0
    while index < len(scene.numerals):
        numeral = scene.numerals[index]
        reading = read(scene, index)
        if isinstance(reading, str):
            rejected.append(rejection(scene, numeral, reading))
            index += 1
            continue
        index = max(reading.next, index + 1)
        left = found[-1].end - sentence.start if found else 0
        found.append(quantity(scene, reading, left))
        while index < len(scene.numerals) and scene.numerals[index].start < reading.end:
            index += 1
    return found, rejected


def set_scene(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Scene:
    """Return the sentence with the numerals that no date has taken; 半 before a unit is one of them."""
    text, offset = sentence.text, sentence.start
    first = bisect_left(taken, (offset,))
    while first > 0 and taken[first - 1][1] > offset:
        first -= 1
    spans = [
        (start - offset, end - offset) for start, end in taken[first : bisect_left(taken, (sentence.end,))]
    ]
    free = [replace(n, start=n.start - offset, end=n.end - offset) for n in sentence.numerals]
    half = Decimal("0.5")
    free += [Numeral("半", m.start(), m.end(), half, half, half) for m in HALF.finditer(text)]
    free.sort(key=lambda n: n.start)
    kept: list[Numeral] = []
    at = 0
    for numeral in free:
        while at < len(spans) and spans[at][1] <= numeral.start:
            at += 1
        if at == len(spans) or spans[at][0] >= numeral.end:
            kept.append(numeral)
    numerals = tuple(kept)
    units = tuple(unit_after(sentence, numeral) for numeral in numerals)
    shared: list[Unit | None] = [None] * len(numerals)
    for i in range(len(numerals) - 1, -1, -1):
        own = units[i]
        if own is not None:
            shared[i] = own[0]
        elif i + 1 < len(numerals) and SHARED.fullmatch(text, numerals[i].end, numerals[i + 1].start):
            shared[i] = shared[i + 1]
    return Scene(sentence, text, numerals, units, tuple(shared), silence.quotations(text))


def unit_after(sentence: Sentence, numeral: Numeral) -> tuple[Unit, int] | None:
    """Return the unit printed after a numeral and where it ends."""
    text, end = sentence.text, numeral.end
    if (match := POINTS_AFTER.match(text, end)) is not None:
        return unit_named("百分点"), match.end()
    if (match := PERCENT_AFTER.match(text, end)) is not None:
        return (PERCENT if match["percent"] else PERMILLE), match.end()
    at = end + 1 if text.startswith((" ", "\u3000", "+", "＋"), end) else end
    for unit, stop in units_at(text, at):
        if text[end:at].isspace() and unit.kind == "count":
            continue
        if text[at:stop] in ("块", "塊") and money_piece(text, numeral, stop):
            return unit_named("元"), stop
        if whole_word(sentence, at, stop) and fits(text, numeral, unit, at, stop):
            return (unit, stop) if unit.kind != "money" else (unit, renminbi_end(text, unit, stop))
    return None


def unit_named(name: str) -> Unit:
    """Return a unit that the tables are known to hold."""
    unit = find_unit(name)
    assert unit is not None, name
    return unit


def renminbi_end(text: str, unit: Unit, end: int) -> int:
    """Return where a sum of money ends: 8亿元人民币 takes the name of the money in."""
    match = RENMINBI_AFTER.match(text, end)
    return match.end() if match is not None and unit.name == "元" and match[0][0] not in "（(" else end


def money_piece(text: str, numeral: Numeral, end: int) -> bool:
    """Tell whether 块 is money (十块三毛, 三五百块) and not a piece of something (三块蛋糕)."""
    after = text[end : end + 2]
    return after[1:] == "毛" or (not after[:1].isalnum() and numeral.low is not None and numeral.low >= 10)


def whole_word(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether no word begins inside a unit and runs on past it: 个 in 个体工商户 is no measure word."""
    token = silence.token_at(sentence, sentence.start + end - 1)
    stop = sentence.start + end
    if end - start > 1 or token is None or token.end <= stop or token.start < sentence.start + start:
        return True
    return (
        token.text[stop - token.start] in FUNCTION_WORDS
        or find_unit(token.text) is not None
        or not silence.in_dictionary(token.text)
    )


def around(text: str, numeral: Numeral) -> str:
    """Return the words near a numeral: a window, so that a long sentence is not read again for each of its numerals."""
    return text[max(numeral.start - NEARBY, 0) : numeral.end + NEARBY]


def fits(text: str, numeral: Numeral, unit: Unit, start: int, end: int) -> bool:
    """Tell whether a unit makes sense after this numeral in these words."""
    name = text[start:end]
    after = text[end : end + 1]
    if name == "大" and numeral.quote in CONGRESSES:
        return False
    if (
        name in ("届", "期")
        and numeral.quote not in ("两", "兩")
        and numeral.value is not None
        and not TALLIED.search(text[max(numeral.start - 5, 0) : numeral.start])
    ):
        return False
    if name == "款" and YEARS.fullmatch(numeral.quote):
        return False
    if name == "赛季" and "连续" not in text[max(numeral.start - 4, 0) : numeral.start]:
        return False
    if name == "番":
        return "翻" in text[max(numeral.start - 2, 0) : numeral.start]
    if name == "角" and after == "大":
        return False
    if (
        name == "度"
        and numeral.quote in SINGLE_DIGITS
        and not HEAT.search(around(text, numeral))
        and not ELECTRIC.search(around(text, numeral))
    ):
        return False
    if name in ("元", "圆"):
        return after not in tuple("旦宵首老素件帅勋神满宝谱") and text[end : end + 2] != "年间"
    if "/" in name and unit.kind in ("concentration", "density", "intensity"):
        return False
    if LABEL_DIGITS.fullmatch(numeral.quote) and numeral.value is not None:
        return False
    if unit.kind == "count" and ZERO_PADDED.match(numeral.quote):
        return False
    if name == "年":
        return not YEARS.fullmatch(numeral.quote) and after not in ("级", "級", "代", "度", "轻", "輕", "报")
    if name in ("月", "日"):
        return numeral.quote == "半" or (
            name == "日" and ADVERBIAL.search(text[max(numeral.start - 4, 0) : numeral.start]) is not None
        )
    if name in ("点", "點"):
        return (
            INDEX_BEFORE.search(text[max(numeral.start - 24, 0) : numeral.start]) is not None
            or "." in numeral.quote
            or (numeral.low or 0) > 24
        )
    if name in ("两", "兩"):
        return not after.isalnum() or after in "黄白银金重酒茶的以左多"
    if name == "节":
        return "速" in around(text, numeral)
    if name == "世纪":
        return numeral.low is not None and numeral.low < 10
    if name in ("升", "微升"):
        return after not in ("至", "到", "级", "值", "幅")
    if name in ("金", "银", "铜"):
        return not after.isalpha() and MEDALS.search(around(text, numeral)) is not None
    if name == "平":
        return "胜" in around(text, numeral) and not after.isalpha()
    if name == "组":
        return not text.startswith("卫星", end)
    if name == "分" and numeral.quote in ("二", "两", "三") and THROW.match(text, end):
        return False
    if name == "石":
        return after not in ("头", "油", "材", "化", "家", "子", "板", "窟", "碑")
    if name == "里":
        return after not in ("面", "程", "的", "有") and numeral.quote != "家"
    if name == "分" and numeral.quote == "十" and after.isalpha():
        return False
    if name == "分" and after in ("之", "别", "为", "散", "布", "公", "类"):
        return False
    if name == "大":
        return numeral.quote in "二三四五六七八九十" or (
            len(numeral.quote) <= 2 and after.isalpha() and after not in ("量", "于", "小", "多")
        )
    if name == "方":
        return after not in ("面", "式", "向", "针", "法", "案", "便", "米")
    return name not in ("级", "級")


def read(scene: Scene, index: int) -> Reading | str:
    """Return what the numeral at ``index`` states, or the reason why it states nothing."""
    numeral = scene.numerals[index]
    quoted = silence.inside_quotation(scene.quoted, numeral.start)
    if quoted is not None:
        return quoted
    for rule in (read_score, read_percent_words, read_rank):
        reading = rule(scene, index)
        if reading is not None:
            return reading
    own = scene.units[index]
    reason = silent(scene, index, own)
    if reason is not None:
        return reason
    reading = read_range(scene, index) or read_fraction(scene, index) or read_tenths(scene, index)
    if reading is not None:
        return reading
    if own is not None:
        return read_measured(scene, index, *own)
    return read_bare(scene, index)


def silent(scene: Scene, index: int, own: tuple[Unit, int] | None) -> str | None:
    """Return the reason why the numeral is no figure, whatever stands after it."""
    numeral, text, sentence = scene.numerals[index], scene.text, scene.sentence
    reason = silence.inside_phrase(text, numeral.start, numeral.end)
    if reason is not None:
        return reason
    if text[max(numeral.start - 1, 0) : numeral.start] in ("每", "毎"):
        return "denominator of a rate"
    here = replace(numeral, start=numeral.start + sentence.start, end=numeral.end + sentence.start)
    word = silence.inside_word(sentence, here)
    measured = (
        own is not None
        and word is not None
        and silence.begins(word, here)
        and word.end - sentence.start <= own[1]
        and not (word.start == here.start and word.pos.startswith(IDIOMATIC_TAGS))
    )
    if (
        word is not None
        and not measured
        and not (own is not None and own[0].kind == "multiple")
        and not TENTHS.match(text, numeral.end)
        and not DISCOUNT.match(text, numeral.end)
    ):
        return f"part of the word {word.text}"
    if own is None or own[0].kind == "count":
        reason = silence.label(text, numeral.start, own[1] if own else numeral.end)
        if reason is not None:
            return reason
    if own is not None:
        unit, end = own
        if text.startswith(("级", "級"), end) and unit.kind not in ("scale", "percent"):
            return "class or grade"
        if numeral.quote in CHINESE_ONE and means_a(text, numeral, unit, end):
            return f"一{text[numeral.end : end]} means no more than a"
        if numeral.quote in ("几", "幾"):
            return "indefinite"
        if unit.kind == "count" and numeral.quote in ("二", "贰", "貳"):
            return "二 before a measure word numbers, it does not count"
        if unit.kind == "voltage" and GENERATED_CLASS.match(text, end):
            return "voltage class"
        if unit.name in ("区", "县") and text[max(numeral.start - 1, 0) : numeral.start] == "市":
            return "collective name"
    if text.startswith(("级", "級"), numeral.end) and not graded(text, numeral):
        return "class or grade"
    if text.startswith("号", numeral.end):
        return "number of a name"
    return None


def graded(text: str, numeral: Numeral) -> bool:
    """Tell whether 级 after a numeral is a degree of wind, waves or an earthquake and no class."""
    return EARTH_OR_WIND.search(text, max(numeral.start - CONTEXT, 0), numeral.end + 6) is not None


def means_a(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Tell whether 一 with its measure word is only an article: 一个, 一场, 一天; 一人死亡, 一公里 count."""
    if unit.kind == "count":
        if unit.name in ("人", "名", "位"):
            return not VICTIMS.match(text, end)
        if unit.name in ("起", "例"):
            return not EVENTS.match(text, end)
        return True
    if unit.kind in ("duration", "age", "score"):
        if text.startswith(("半", "多", "以", "之内", "左右", "内"), end):
            return False
        return not ADVERBIAL.search(text[max(numeral.start - 4, 0) : numeral.start])
    return False


def read_measured(scene: Scene, index: int, unit: Unit, end: int) -> Reading | str:
    """Return a numeral with its own unit, and with what follows as part of the same measure (6小时9分钟)."""
    numeral, text = scene.numerals[index], scene.text
    unit = in_context(scene, numeral, unit)
    if text.startswith(("+", "＋"), numeral.end) and numeral.modifier is None:
        numeral = replace(numeral, high=None, modifier="over")
    reading = Reading(
        numeral.start, end, unit, numeral.value, numeral.low, numeral.high, numeral.modifier, next=index + 1
    )
    if unit.name == "个" and text.startswith(("亿", "億"), end) and isinstance(numeral.value, Decimal):
        return hundred_millions(text, reading, end + 1)
    if unit.kind in ("duration", "money", "length", "mass") or text.startswith("分", numeral.end):
        reading = compound(scene, index, reading)
    if unit.name == "番":
        return replace(reading, start=text.rindex("翻", 0, numeral.start))
    half = HALF_AFTER.match(text, reading.end) if unit.kind not in ("percent", "percentage_point") else None
    if half is not None and isinstance(reading.value, Decimal) and reading.modifier is None:
        value = reading.value + Decimal("0.5")
        return replace(reading, end=half.end(), value=value, low=value, high=value)
    more = MORE_AFTER.match(text, reading.end)
    if more is not None and reading.modifier is None and unit.kind not in ("count", "percent"):
        return replace(reading, end=more.end(), high=None, modifier="over")
    measure = HALF_MEASURE.match(text, numeral.end)
    if measure is not None and isinstance(numeral.value, Decimal):
        for longer, stop in units_at(text, measure.end()):
            if measure["rest"] == "多":
                return replace(reading, end=stop, unit=longer, high=None, modifier="over")
            value = numeral.value + Decimal("0.5")
            return replace(reading, end=stop, unit=longer, value=value, low=value, high=value)
    return reading


def hundred_millions(text: str, reading: Reading, end: int) -> Reading:
    """Return 3个亿 as 300000000, with the money after it if any is named."""
    assert isinstance(reading.value, Decimal)
    value = EXACT.multiply(reading.value, Decimal(10**8)).normalize(EXACT) + 0
    money = [(unit, stop) for unit, stop in units_at(text, end) if unit.kind == "money"]
    unit, end = money[0] if money else (COUNT, end)
    return replace(reading, unit=unit, end=end, value=value, low=value, high=value)


def in_context(scene: Scene, numeral: Numeral, unit: Unit) -> Unit:
    """Return what an ambiguous unit measures here: 度 of heat or of current, 公里 of length or of speed."""
    text = scene.text
    before = text[max(numeral.start - CONTEXT, 0) : numeral.start]
    if unit.name == "度" and (numeral.low or 0) < 10000:
        if FAHRENHEIT.search(before):
            return unit_named("℉")
        if HEAT.search(around(text, numeral)):
            return Unit("度", "temperature", "℃", "1")
        return unit if ELECTRIC.search(around(text, numeral)) else Unit("度", "angle", "°", "1")
    if unit.name == "公里" and PER_HOUR.search(before):
        return unit_named("公里/小时")
    if unit.kind == "money" and unit.name == "元":
        word = CURRENCY_BEFORE.search(before)
        if word is not None and word["word"]:
            return unit_named(word["word"])
    return unit


def compound(scene: Scene, index: int, reading: Reading) -> Reading:
    """Return a measure with its smaller units: 6小时9分钟 in minutes, 五元三毛 in yuan, 15米72 in metres."""
    text, unit = scene.text, reading.unit
    value = reading.value
    if not isinstance(value, Decimal) or reading.modifier is not None:
        return reading
    if unit.name in ("米", "秒") and (match := CENTIMETRES.match(text, reading.end)) is not None:
        digits = match["digits"].translate(FOLD)
        value = value + Decimal(f"0.{digits}")
        return replace(reading, end=match.end(), value=value, low=value, high=value, next=index + 2)
    following = index + 1
    while following < len(scene.numerals):
        link = COMPOUND_LINK.match(text, reading.end)
        numeral = scene.numerals[following]
        if (
            link is None
            or numeral.start not in (reading.end, link.end())
            or not isinstance(numeral.value, Decimal)
        ):
            break
        joined = smaller(text, unit, numeral, scene.units[following])
        if joined is None:
            break
        part, end = joined
        if unit.kind == "duration" or unit.name == "分":
            larger = unit_named("分钟") if unit.name == "分" else unit
            factor = Decimal(larger.factor) / Decimal(part.factor)
            if factor != factor.to_integral_value() or factor <= 1:
                break
            value, unit = value * factor + numeral.value, part
        else:
            value += EXACT.multiply(numeral.value, part_of(unit, part))
        reading = replace(reading, end=end, unit=unit, value=value, low=value, high=value, next=following + 1)
        following += 1
    return reading


def smaller(text: str, unit: Unit, numeral: Numeral, own: tuple[Unit, int] | None) -> tuple[Unit, int] | None:
    """Return the unit after the next numeral if it continues a measure in ``unit``, and where it ends."""
    if (
        unit.kind == "duration"
        and text.startswith("分", numeral.end)
        and not text.startswith("分钟", numeral.end)
    ):
        return unit_named("分钟"), numeral.end + 1
    if own is None:
        return None
    if unit.kind == "money" and own[0].name in SMALLER_MONEY | {"分": 1}:
        return own
    if unit.name == "分" and own[0].name == "秒":
        return own
    if own[0].kind != unit.kind or not own[0].factor or unit.kind == "money":
        return None
    return own if Decimal(own[0].factor) < Decimal(unit.factor or 0) else None


def part_of(unit: Unit, part: Unit) -> Decimal:
    """Return how many of ``unit`` one ``part`` is."""
    if unit.kind == "money":
        return SMALLER_MONEY.get(part.name, Decimal("0.01"))
    return EXACT.divide(Decimal(part.factor), Decimal(unit.factor))


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


def read_percent_words(scene: Scene, index: int) -> Reading | None:
    """Return 百分之八 as 8 %, 千分之一 as 0.1 %; the words stand before the numeral."""
    numeral, text = scene.numerals[index], scene.text
    words = PERCENT_BEFORE.search(text[max(numeral.start - 10, 0) : numeral.start])
    if words is None or numeral.low is None:
        return None
    reading = read_range(scene, index)
    if reading is not None:
        return reading
    shift = 2 - HEADS[words["head"]]
    start = numeral.start - len(words[0])
    low, high = (None if bound is None else bound.scaleb(shift) for bound in (numeral.low, numeral.high))
    value = None if numeral.value is None else numeral.value.scaleb(shift)
    return Reading(start, numeral.end, PERCENT, value, low, high, numeral.modifier, next=index + 1)


def read_tenths(scene: Scene, index: int) -> Reading | None:
    """Return 三成五 as 35 %, 八五折 as 85 %, 一半 as 50 %."""
    numeral, text = scene.numerals[index], scene.text
    if (
        numeral.quote == "一"
        and text.startswith("半", numeral.end)
        and not text.startswith(("半是", "半会"), numeral.end)
    ):
        half = Decimal(50)
        return Reading(numeral.start, numeral.end + 1, PERCENT, half, half, half, next=index + 1)
    if numeral.low is None:
        return None
    match = TENTHS.match(text, numeral.end)
    if match is not None and numeral.low <= 10:
        word = silence.token_at(scene.sentence, scene.sentence.start + match.start())
        if word is not None and word.start >= scene.sentence.start + numeral.end and len(word.text) > 1:
            return None
        rest = {"半": 5, "": 0}.get(match["rest"] or "") if (match["rest"] or "") in ("半", "") else None
        extra = Decimal(rest if rest is not None else int(parse_numeral(match["rest"]) or 0))
        value = None if numeral.value is None else numeral.value * 10 + extra
        low, high = (None if bound is None else bound * 10 + extra for bound in (numeral.low, numeral.high))
        return Reading(
            numeral.start, match.end(), PERCENT, value, low, high, numeral.modifier, next=index + 1
        )
    match = DISCOUNT.match(text, numeral.end)
    if match is not None and 0 < numeral.low < 100 and numeral.value is not None:
        value = numeral.value * 10 if numeral.value < 10 else numeral.value
        return Reading(numeral.start, match.end(), PERCENT, value, value, value, next=index + 1)
    return None


def read_fraction(scene: Scene, index: int) -> Reading | None:
    """Return 三分之一 as the ratio 1/3, kept as text because no decimal is exactly that."""
    numeral = scene.numerals[index]
    quote = numeral.quote.replace(" ", "")
    if "又" in quote or numeral.value is None:
        return None
    if "分之" in quote:
        below, _, above = quote.partition("分之")
        top, bottom = parse_numeral(above), parse_numeral(below)
    elif "/" in quote or "／" in quote:
        above, _, below = quote.replace("／", "/").partition("/")
        top, bottom = parse_numeral(above), parse_numeral(below)
        if top is None or bottom is None or top >= bottom or scene.units[index] is not None:
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


def read_score(scene: Scene, index: int) -> Reading | None:
    """Return a scoreline (67-53, 三比一) or a proportion (1:2) as its text."""
    numeral, text = scene.numerals[index], scene.text
    match = SCORE.match(text, numeral.start) or CHINESE_SCORE.match(text, numeral.start)
    if (
        match is None
        or (not regex.search(r"[:：∶比]", match[0]) and units_at(text, match.end()))
        or text[max(numeral.start - 1, 0) : numeral.start] in tuple("-–—:：")
    ):
        return None
    near = around(text, numeral)
    kind = "score" if GAME.search(near) else "ratio" if PROPORTION.search(near) else None
    colon = regex.search(r"[:：∶比]", match[0])
    if kind is None or (kind == "ratio" and colon is None):
        return None
    following = index + 1
    while following < len(scene.numerals) and scene.numerals[following].start < match.end():
        following += 1
    return Reading(match.start(), match.end(), Unit("", kind), match[0], None, None, next=following)


def read_rank(scene: Scene, index: int) -> Reading | str | None:
    """Return 第三名 as a rank; an ordinal that ranks nothing (第三届, 第一中学) is silent."""
    numeral, text = scene.numerals[index], scene.text
    before = text[max(numeral.start - 8, 0) : numeral.start]
    if TOP.search(before) and numeral.value is not None and numeral.value < 1000:
        match = TOP_UNIT.match(text, numeral.end)
        end = match.end() if match else numeral.end
        after = text[numeral.end : numeral.end + 1]
        if match is None and ((after.isalpha() and after not in "的，") or numeral.quote == "一"):
            return "period or part"
        unit = Unit(match[0] if match else "", "rank")
        return Reading(
            numeral.start - 1, end, unit, numeral.value, None, numeral.value, "at_most", next=index + 1
        )
    if not before.endswith("第"):
        return None
    phrase = silence.inside_phrase(text, numeral.start, numeral.end)
    if phrase is not None:
        return phrase
    match = RANK_UNIT.match(text, numeral.end)
    ranked = (
        RANK_CONTEXT.search(before[:-1]) is not None and not text[numeral.end : numeral.end + 1].isalpha()
    )
    if match is None and not ranked:
        return "ordinal"
    unit = Unit(match["unit"] if match else "", "rank")
    value = numeral.value
    return Reading(
        numeral.start - 1, match.end() if match else numeral.end, unit, value, numeral.low, numeral.high,
        numeral.modifier, next=index + 1,
    )  # fmt: skip


def read_bare(scene: Scene, index: int) -> Reading | str:
    """Return a numeral without a unit of its own where the words around say what it is, else a reason."""
    numeral, text = scene.numerals[index], scene.text
    before = text[max(numeral.start - 24, 0) : numeral.start]
    reading = Reading(
        numeral.start,
        numeral.end,
        COUNT,
        numeral.value,
        numeral.low,
        numeral.high,
        numeral.modifier,
        next=index + 1,
    )
    if numeral.quote.endswith(("位数", "位數")):
        rise = GROWTH.match(text, numeral.end)
        return replace(reading, unit=Unit("%", "range") if rise else COUNT)
    currency = CURRENCY_BEFORE.search(before)
    if currency is not None:
        name = SIGNS[currency["sign"]] if currency["sign"] else currency["word"]
        start = numeral.start - len(currency[0]) if currency["sign"] else numeral.start
        return replace(reading, start=start, unit=unit_named(name))
    shared = scene.shared[index]
    if shared is not None and shareable(numeral, shared):
        return replace(reading, unit=in_context(scene, numeral, shared))
    if SCORED.search(before) and numeral.value is not None:
        return replace(reading, unit=Unit("", "score"))
    if INDEX_BEFORE.search(before) and numeral.value is not None:
        return replace(reading, unit=INDEX)
    if text.startswith(("级", "級"), numeral.end):
        return replace(reading, end=numeral.end + 1, unit=Unit("级", "scale"))
    if MAGNITUDE_END.search(numeral.quote) and len(numeral.quote) > 1:
        money = money_before(scene, index)
        if money is not None:
            return replace(reading, unit=money)
        if (
            numeral.quote in ROUND
            and not BEFORE.search(before)
            and not before.endswith(("过", "达", "达到", "上"))
        ):
            return "magnitude without a number"
        return reading
    after = AFTER.match(text, numeral.end)
    if COMPARED.search(before) or (after is not None and after["at_least"]):
        return reading
    if numeral.quote.isdecimal() and len(numeral.quote) >= 7:
        return "telephone, document or account number"
    return "no unit"


def money_before(scene: Scene, index: int) -> Unit | None:
    """Return the money that the sum just before was in, for 首日11万港元，累计41万: what lies between names nothing to count."""
    numeral, text = scene.numerals[index], scene.text
    if index == 0 or text[numeral.end : numeral.end + 1].isalpha():
        return None
    before = scene.units[index - 1]
    if before is None or before[0].kind != "money" or COUNTED.search(text[before[1] : numeral.start]):
        return None
    return before[0] if 0 < numeral.start - before[1] <= CONTEXT else None


def shareable(numeral: Numeral, unit: Unit) -> bool:
    """Tell whether a numeral of a list takes the unit at its end: 9.7、11.9%; 三、四年 is left alone."""
    if numeral.quote in SINGLE_DIGITS:
        return False
    if unit.kind in ("percent", "percentage_point", "money", "multiple", "area", "mass", "length", "volume"):
        return True
    return "." in numeral.quote or "．" in numeral.quote or len(numeral.quote) > 2


def quantity(scene: Scene, reading: Reading, left: int) -> Quantity:
    """Return a reading with the approximators and the denominator around it; ``left`` is where the last one ended."""
    text, offset = scene.text, scene.sentence.start
    start, end = reading.start, reading.end
    value, low, high, modifier = reading.value, reading.low, reading.high, reading.modifier
    per = reading.per
    slash = (
        SLASH.match(text, end) if reading.unit.kind not in ("percent", "rank", "score", "ratio", "") else None
    )
    context_start, context_end = start, end
    if slash is not None and not slash["per"][0].isdecimal():
        per, context_end = denominator(slash["per"]), end + (slash.end("per") - end)
        named = units_at(text, slash.start("per"))
        if named:
            per, context_end = named[0][0].name, named[0][1]
    outside = BEFORE.search(text[max(left, start - CONTEXT) : start])
    if outside is not None:
        context_start = start - len(outside[0])
    after = AFTER.match(text, context_end)
    if after is not None:
        context_end = after.end()
    if modifier is None and not isinstance(value, str) and value is not None and reading.unit.kind != "rank":
        modifier, low, high = bounded(outside, after, value)
    elif isinstance(value, str) and outside is not None:
        modifier, low, high = bounded(outside, after, low or Decimal(0))
    if per is None and reading.unit.kind not in (
        "percent",
        "percentage_point",
        "rank",
        "score",
        "ratio",
        "index",
        "age",
    ):
        per = rate(text, left, context_start)
    unit = reading.unit
    exact = value if isinstance(value, Decimal) and unit.factor else None
    return Quantity(
        quote=text[start:end], start=offset + start, end=offset + end,
        context_start=offset + context_start, context_end=offset + context_end,
        kind=unit.kind, value=value, low=low, high=high, modifier=modifier, unit=unit.name or None,
        si=base_measure(exact, unit) if exact is not None else None, per=per,
    )  # fmt: skip


def denominator(printed: str) -> str:
    """Return the denominator after a slash without what is no part of its word."""
    return printed.split("，", maxsplit=1)[0]


def bounded(
    before: regex.Match[str] | None, after: regex.Match[str] | None, value: Decimal
) -> tuple[Modifier | None, Decimal | None, Decimal | None]:
    """Return the modifier and the bounds that the words before and after a number give it."""
    groups = (before.groupdict() if before else {}) | {
        name: word for name, word in (after.groupdict() if after else {}).items() if word
    }
    if before is not None and before["near"]:
        return "about", None, value
    for name in UPPER:
        if groups.get(name):
            return name, None, value
    if before is not None and before["over"]:
        return "over", value, None
    for name in LOWER:
        if groups.get(name):
            return name, value, None
    if groups.get("about"):
        return "about", None, None
    return None, value, value


def rate(text: str, left: int, end: int) -> str | None:
    """Return the denominator said before a number in its clause: 每万人口…8.1件, 人均1680元."""
    start = max(left, end - 40)
    clause = CLAUSE_MARKS.split(text[start:end])[-1]
    rates = list(EVERY.finditer(clause))
    if not rates:
        return None
    found = rates[-1]
    return found["per"].removeprefix("个") if found["every"] else found["mean"][0]


def rejection(scene: Scene, numeral: Numeral, reason: str) -> Rejection:
    """Return the record of a numeral that states nothing."""
    offset = scene.sentence.start
    return Rejection(
        quote=numeral.quote, start=offset + numeral.start, end=offset + numeral.end, reason=reason
    )
