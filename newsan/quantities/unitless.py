"""A numeral without a unit of its own, where the words around say what it is: 报名人数已逾八千, 卖九百八, 指数为102.7."""

from __future__ import annotations

from decimal import Decimal

from newsan.models import Numeral
from newsan.numerals import parse_numeral
from newsan.patterns import compiled
from newsan.quantities.approximators import approximator_after, approximator_before
from newsan.quantities.context import (
    COUNT,
    CURRENCY_BEFORE,
    INDEX_BEFORE,
    PRICED,
    SINGLE_DIGITS,
    YEARS,
    Context,
    Reading,
    in_context,
    unit_named,
)
from newsan.quantities.ranges import CARRIED, COMPARED, LISTED, MAGNITUDE_END
from newsan.quantities.units import EXACT, Unit

__all__ = ["implied_money", "read_bare"]

INDEX = Unit("", "index")
LARGE = frozenset("万萬亿億兆")
SIGNS = {
    "US$": "美元", "HK$": "港元", "NT$": "新台币", "A$": "澳元", "C$": "加元", "S$": "新加坡元", "¥": "元",
    "￥": "元", "$": "美元", "＄": "美元", "€": "欧元", "£": "英镑",
}  # fmt: skip
WINDOW = 24
# 千余村民, 数千居民 count without a measure word; 几 alone does not.
LEAST_CROWD = 10
REACH = 18
COUNTED = r"[人户客众民员量辆套台件次数股吨亩]"
GROWTH = r"(?:的)?(?:高|快速|以上|以上的)?(?:增长|增速|增幅|涨|降幅|下降|下滑|跌|同比|百分比)"
RISE = "(?:增长|增速|增幅|涨幅|降幅|跌幅|增长率|同比)[一-鿿]{0,4}$"
ROUND = frozenset({"百万", "千万", "万亿", "百亿", "千亿", "亿万"})
RANKED = r"(?:排名|位列|名列|位居)(?:全[国球省市区])?\s?$"
SCORED = r"(?:总分|得分|评分)(?:为|达|以|高达)?\s?$"
REACHED = (
    r"(?:为|是|达到?|过|破|突破|超过?|逾|约|近|仅|只有|共|报|由|从|[降升增减跌涨扩缩]至|[降升增减跌涨]到|不足|不到|低于|高于"
    r"|跌破|合计|总计|累计|高达|接近|大约|已|将|均|稳稳|终|首次|：|:|归){1,4}"
)
# The word for what is measured, and a verb that gives its size: 报名人数已逾, 投诉量为, 产值突破.
LEVEL = (
    rf"(?:[人户次件票股指系倍岁单个总点读起例家项册艘辆台字案]数|[产销流存总储重容数质含流热投订吞运]量|[量值额率价薪资入费糖压龄播速]|比重|面积|厚度|浓度|人口|高度|深度|长度|性别比|抚养比|系数|兑[美日欧英港]?[元镑币])"
    rf"(?:[一-鿿]{{0,4}}?{REACHED})?\s?$"
)
MONEY_WORD = r"薪|工资|收入|产值|营收|[额价费款债税](?!数|量|率|目|格指)|[月年日]入|利润|收益|外贸|进出口|融资|大奖|投资|支出|投入|资金|资产|成本|补贴|票房|预算|GDP|罚|奖|损失|市值|估值|蒸发|身家"
MONEY_AFTER = "的?(?:新增|专项|财政|银行|超长期|特别|建设)*+(?:信贷|贷款|融资|资金|大奖|投资|存款|债务|国债|债券|补贴|订单额|营收|票房)"
NOUN_COUNTED = r"人数|户数|件数|数量|人次|面积|人口|点数|积分|[^银钱金]币|产量|销量|总量|流量|股|率"
CHANGED = r"[升降增减提下上跌涨扩缩变][一-鿿]{0,2}[至到为]"
MOVED = r"(?:减少|增加|增长|下降|上升|上涨|下跌|缩水)"
INDEX_WORD = "指数|PMI|CPI|PPI"
# 指数为49.3, 低于上月的50.1: the level before has no more unit than the one it is compared with.
EARLIER = r"(?:[较比]|高于|低于|不及)[^，。；]{0,10}[年月日周季期末](?:份|度)?的\s?$"
PLUS = r"[+＋](?![0-9A-Za-z])"
HAN = "[一-鿿]"
CLAUSE = r"[，。；,;！？!?\n]"


def read_bare(context: Context, index: int) -> Reading | str:
    """Return a numeral without a unit of its own where the words around say what it is, else a reason."""
    numeral, text = context.numerals[index], context.text
    before = text[max(numeral.start - WINDOW, 0) : numeral.start]
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
        rise = compiled(GROWTH).match(text, numeral.end) or compiled(RISE).search(before)
        return reading._replace(unit=Unit("%", "range") if rise else COUNT)
    currency = CURRENCY_BEFORE.search(before)
    article = numeral.quote in SINGLE_DIGITS and compiled(HAN).match(text, numeral.end) is not None
    if currency is not None and not article:
        name = SIGNS[currency["sign"]] if currency["sign"] else currency["word"]
        start = numeral.start - len(currency[0]) if currency["sign"] else numeral.start
        return reading._replace(start=start, unit=unit_named(name))
    shared = context.shared[index]
    changed = changed_into(context, index, before)
    if changed is not None:
        return reading._replace(unit=in_context(context, numeral, changed))
    barred = text.startswith(("/", "／"), numeral.end)
    if shared is not None and (barred or shareable(numeral, shared, before)):
        return carry(context, index, reading)._replace(unit=in_context(context, numeral, shared))
    if (
        numeral.quote.isdecimal()
        and compiled(RANKED).search(before)
        and not text.startswith("强", numeral.end)
    ):
        return reading._replace(unit=Unit("", "rank"))
    if numeral.value is not None and "分" in before and compiled(SCORED).search(before):
        return reading._replace(unit=Unit("", "score"))
    if compiled(INDEX_BEFORE).search(before) and numeral.value is not None:
        return reading._replace(unit=INDEX)
    if (
        numeral.value is not None
        and before.rstrip().endswith("的")
        and compiled(EARLIER).search(before)
        and compiled(INDEX_WORD).search(text, 0, numeral.start)
    ):
        return reading._replace(unit=INDEX)
    if text.startswith("级", numeral.end):
        return reading._replace(end=numeral.end + 1, unit=Unit("级", "scale"))
    if (
        text.startswith(("+", "＋"), numeral.end)
        and compiled(PLUS).match(text, numeral.end)
        and (numeral.low or 0) >= 10
    ):
        return reading._replace(end=numeral.end + 1, high=None, modifier="over")
    ends = (
        compiled(CHANGED).match(text, numeral.end) is not None
        or compiled(MOVED).match(text, numeral.end) is not None
        or not text[numeral.end : numeral.end + 1].isalnum()
        or approximator_after(text, numeral.end) is not None
    )
    if (
        numeral.quote in ("万", "亿")
        and before.endswith(("过", "破", "超", "逾"))
        and (ends or text.startswith("的", numeral.end))
    ):
        return reading._replace(unit=implied_money(context, index) or COUNT, high=None, modifier="over")
    if compiled(MAGNITUDE_END).search(numeral.quote) and len(numeral.quote) > 1:
        money = (
            implied_money(context, index)
            if ends or text.startswith("的", numeral.end) or compiled(MONEY_AFTER).match(text, numeral.end)
            else None
        )
        if money is not None:
            return reading._replace(unit=money)
        if (
            numeral.quote in ROUND
            and not approximator_before(before)
            and not before.endswith(("过", "达", "达到", "上"))
        ):
            return "magnitude without a number"
        return reading
    if ends or text.startswith("的", numeral.end):
        level = level_unit(context, index, before)
        if level is not None:
            return reading._replace(unit=level)
    if text.startswith(("关口", "大关"), numeral.end):
        return reading._replace(
            unit=INDEX if compiled(INDEX_WORD).search(compiled(CLAUSE).split(before)[-1]) else COUNT
        )
    if numeral.modifier in ("over", "about", "at_least") and (numeral.low or 0) >= LEAST_CROWD:
        return reading
    after = approximator_after(text, numeral.end)
    if (compiled(COMPARED).search(before) and not article) or (after is not None and after["at_least"]):
        return reading
    if numeral.quote.isdecimal() and len(numeral.quote) >= 7:
        return "telephone, document or account number"
    return "no unit"


def changed_into(context: Context, index: int, before: str) -> Unit | None:
    """Return the unit printed after the number that this one changes into: 由2万增至3.5万人."""
    own = context.units[index + 1] if index + 1 < len(context.units) else None
    if own is None or not before.endswith(("由", "从", "自")):
        return None
    between = context.numerals[index].end, context.numerals[index + 1].start
    return own[0] if compiled(CHANGED).fullmatch(context.text, *between) else None


def level_unit(context: Context, index: int, before: str) -> Unit | None:
    """Return what a bare number counts where the words before it name a measure or a price, else ``None``."""
    numeral = context.numerals[index]
    large = numeral.low is not None and numeral.low >= 100
    if large and compiled(PRICED).search(before) and numeral.value is not None:
        return nearest_money(context, index) or unit_named("元")
    clause = compiled(CLAUSE).split(before)[-1]
    if "." in numeral.quote and compiled(INDEX_WORD).search(clause):
        return INDEX
    first = context.numerals[index - 1] if index else None
    if first is not None and compiled(CHANGED).fullmatch(context.text, first.end, numeral.start):
        clause = compiled(CLAUSE).split(context.text[max(first.start - WINDOW, 0) : first.start])[-1]
    if compiled(YEARS).fullmatch(numeral.quote) or not compiled(LEVEL).search(clause):
        return None
    return (implied_money(context, index) if large else None) or COUNT


def implied_money(context: Context, index: int) -> Unit | None:
    """Return the money a sum without a unit is in, for 首日11万港元，累计41万 and 财政支出4120.7亿."""
    numeral, text = context.numerals[index], context.text
    left = text[max(numeral.start - WINDOW, 0) : numeral.start]
    words = compiled(CLAUSE).split(left)[-1]
    priced = compiled(PRICED).search(words) or (
        compiled(MONEY_WORD).search(words) and not compiled(NOUN_COUNTED).search(words)
    )
    if priced:
        return nearest_money(context, index) or unit_named("元")
    if compiled(MONEY_AFTER).match(text, numeral.end):
        return nearest_money(context, index) or unit_named("元")
    for before in reversed(context.units[max(index - 2, 0) : index]):
        if before is None or before[0].kind not in ("money", "percent", "duration"):
            return None
        if before[0].kind == "money":
            between = text[before[1] : numeral.start]
            return None if len(between) > REACH or compiled(COUNTED).search(between) else before[0]
    return None


def nearest_money(context: Context, index: int) -> Unit | None:
    """Return the currency printed nearest to a numeral among its neighbours."""
    near = sorted(
        range(max(index - 3, 0), min(index + 4, len(context.units))), key=lambda i: (abs(i - index), i)
    )
    named = (context.units[i] for i in near)
    return next(
        (own[0] for own in named if own is not None and own[0].kind == "money" and own[0].name != "角"), None
    )


def shareable(numeral: Numeral, unit: Unit, before: str) -> bool:
    """Tell whether a numeral of a list takes the unit at its end: 9.7、11.9%; 三、四年 is left alone."""
    if compiled(LISTED).search(compiled(CLAUSE).split(before)[-1]) and not before.endswith("第"):
        return True
    if numeral.quote in SINGLE_DIGITS:
        return False
    if unit.kind in ("percent", "percentage_point", "money", "multiple", "area", "mass", "length", "volume"):
        return True
    return len(numeral.quote) > 2


def carry(context: Context, index: int, reading: Reading) -> Reading:
    """Return a member of a list with the magnitude printed at the end of it: 五十二、八和二十一万亩."""
    last = index
    while last + 1 < len(context.numerals) and context.units[last] is None:
        last += 1
    magnitude = compiled(CARRIED).search(context.numerals[last].quote)
    numeral = context.numerals[index]
    if (
        magnitude is None
        or magnitude["large"] is None
        or not LARGE.isdisjoint(numeral.quote)
        or numeral.value is None
        or numeral.value >= 1000
    ):
        return reading
    scale = parse_numeral(f"1{magnitude[0]}") or Decimal(1)
    bounds = (
        None if bound is None else EXACT.multiply(bound, scale)
        for bound in (numeral.value, numeral.low, numeral.high)
    )
    value, low, high = (None if bound is None else plain(bound) for bound in bounds)
    return reading._replace(value=value, low=low, high=high)


def plain(value: Decimal) -> Decimal:
    """Return a value without the exponent or zeros that multiplying left."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize(EXACT)
