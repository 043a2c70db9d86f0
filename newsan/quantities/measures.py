"""A numeral with its own unit, and what belongs to the same measure: 6小时9分钟, 五元三毛, 三斤半."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from newsan.models import Numeral
from newsan.patterns import compiled
from newsan.quantities.approximators import WINDOW, approximator_before
from newsan.quantities.context import COUNT, SHORTHAND, Context, Reading, in_context, unit_named
from newsan.quantities.units import EXACT, Unit, units_at

HALF_AFTER = r"半(?![数径导岛球夜价成程年月天日路空场小个斤世星])"
HALF_MEASURE = r"个(?P<rest>[半多])(?=小时|月|世纪|星期|钟头|学期|百分点)"
# 三个月大的婴儿 tells an age.
OLD = "大(?=$|[^\\w]|[的了])"
MORE_AFTER = r"[多余](?![元种次家名项个样边地年万亿位])"
MONEY_PARTS = {
    "元": Decimal(1), "角": Decimal("0.1"), "分": Decimal("0.01"), "美分": Decimal("0.01"),
    "欧分": Decimal("0.01"), "便士": Decimal("0.01"), "戈比": Decimal("0.01"), "分钱": Decimal("0.01"),
}  # fmt: skip
# 一亩二分, 五寸六分: the 分 of a larger unit is its tenth; alone 分 is a point.
TENTH_UNITS = {"亩": Decimal("0.1"), "寸": Decimal("0.1"), "度": Decimal("0.1")}
# 一米八五, 三斤二, 13秒35: units whose tenths and hundredths are printed as bare digits behind them.
DECIMAL_UNITS = frozenset(("元", "角", "米", "尺", "丈", "寸", "斤", "两", "亩", "秒", "度", "公斤"))
# The money's name set off by a blank stands before its number as a sign does (人民币 50元); 华氏 is half of its unit.
SET_OFF = r"(?<![0-9０-９一二三四五六七八九十百千万亿元])人民币[ ]{1,2}$|(?P<heat>华氏(?:温度)?)[ ]?$"
COMPOUNDED = ("duration", "age", "money", "length", "mass", "area", "temperature")
COMPOUND_LINK = compiled(r"(?:零|又|加|多)?")
ARABIC_DIGITS = r"[0-9０-９]{1,2}(?![0-9０-９.．万亿%％‰个名人岁年月日级号期-])"
FOLD = str.maketrans("０１２３４５６７８９零〇一二三四五六七八九", "012345678900123456789")


def read_measured(context: Context, index: int, unit: Unit, end: int) -> Reading | str:
    """Return a numeral with its own unit, and with what follows as part of the same measure (6小时9分钟)."""
    numeral, text = context.numerals[index], context.text
    unit = in_context(context, numeral, unit)
    if unit.kind == "duration" and text.startswith("大", end) and compiled(OLD).match(text, end):
        unit = unit._replace(kind="age")
    if text.startswith(("+", "＋"), numeral.end) and numeral.modifier is None:
        numeral = replace(numeral, high=None, modifier="over")
    reading = Reading(
        numeral.start, end, unit, numeral.value, numeral.low, numeral.high, numeral.modifier, None, index + 1
    )
    before = text[max(numeral.start - WINDOW, 0) : numeral.start]
    set_off = compiled(SET_OFF).search(before) if "人民币" in before or "华氏" in before else None
    if set_off is not None and unit.name == ("℉" if set_off["heat"] else "元"):
        reading = reading._replace(start=numeral.start - len(set_off[0]))
    if unit.name == "旬":
        return decade_of_life(text, reading)
    if unit.name == "个" and text.startswith("亿", end) and isinstance(numeral.value, Decimal):
        return hundred_millions(text, reading, end + 1)
    if unit.kind in COMPOUNDED or unit.name == "分":
        reading = compound(context, index, reading)
    if unit.name == "番":
        reading = reading._replace(start=text.rindex("翻", 0, numeral.start))
    half = None
    if text.startswith("半", reading.end) and unit.kind not in ("percent", "percentage_point"):
        half = compiled(HALF_AFTER).match(text, reading.end)
    if half is not None and isinstance(reading.value, Decimal) and reading.modifier is None:
        value = reading.value + Decimal("0.5")
        return reading._replace(end=half.end(), value=value, low=value, high=value)
    more = (
        compiled(MORE_AFTER).match(text, reading.end) if text.startswith(("多", "余"), reading.end) else None
    )
    if more is not None and reading.modifier is None and unit.kind not in ("count", "percent"):
        return reading._replace(end=more.end(), high=None, modifier="over")
    measure = compiled(HALF_MEASURE).match(text, numeral.end) if text.startswith("个", numeral.end) else None
    if measure is not None and isinstance(numeral.value, Decimal):
        for longer, stop in units_at(text, measure.end()):
            if measure["rest"] == "多":
                return reading._replace(end=stop, unit=longer, high=None, modifier="over")
            value = numeral.value + Decimal("0.5")
            return reading._replace(end=stop, unit=longer, value=value, low=value, high=value)
    return reading


def hundred_millions(text: str, reading: Reading, end: int) -> Reading:
    """Return 3个亿 as 300000000, with the money after it if any is named."""
    assert isinstance(reading.value, Decimal)
    value = EXACT.multiply(reading.value, Decimal(10**8)).normalize(EXACT) + 0
    money = [(unit, stop) for unit, stop in units_at(text, end) if unit.kind == "money"]
    unit, end = money[0] if money else (COUNT, end)
    return reading._replace(unit=unit, end=end, value=value, low=value, high=value)


def decade_of_life(text: str, reading: Reading) -> Reading:
    """Return 七旬 as about 70 years of age, 年逾七旬 and 年近七旬 as their words say."""
    assert isinstance(reading.value, Decimal)
    value = reading.value * 10
    bounded = approximator_before(text[max(reading.start - WINDOW, 0) : reading.start]) is not None
    return reading._replace(unit=unit_named("岁"), value=value, low=value if bounded else None,
        high=value if bounded else None, modifier=None if bounded else "about",
    )  # fmt: skip


def compound(context: Context, index: int, reading: Reading) -> Reading:
    """Return a measure with its smaller units: 6小时9分钟 in minutes, 五元三毛 in yuan, 三斤二两 in jin, 15米72."""
    text, unit = context.text, reading.unit
    value = reading.value
    if not isinstance(value, Decimal) or reading.modifier is not None:
        return reading
    step = Decimal(1)
    following = index + 1
    while following < len(context.numerals):
        link = COMPOUND_LINK.match(text, reading.end)
        numeral = context.numerals[following]
        if (
            link is None
            or numeral.start not in (reading.end, link.end())
            or not isinstance(numeral.value, Decimal)
        ):
            break
        joined = smaller(text, unit, numeral, context.units[following])
        if joined is None:
            break
        part, end = joined
        if unit.kind == "age":
            value, unit = value * 12 + numeral.value, part._replace(kind="age")
        elif unit.kind == "duration" or (unit.name == "分" and part.name == "秒"):
            larger = unit_named("分钟") if unit.name == "分" else unit
            factor = Decimal(larger.factor) / Decimal(part.factor)
            if factor != factor.to_integral_value() or factor <= 1:
                break
            value, unit = value * factor + numeral.value, part
        else:
            if unit.name == "角":
                value, unit = value * MONEY_PARTS["角"], unit_named("元")
            step = part_of(unit, part)
            value += EXACT.multiply(numeral.value, step)
        reading = reading._replace(end=end, unit=unit, value=value, low=value, high=value, next=following + 1)
        following += 1
    return with_decimals(text, reading, step)


def with_decimals(text: str, reading: Reading, step: Decimal) -> Reading:
    """Return a measure with the digits printed behind its unit: 一米八五, 四毛九分五; ``step`` is its last unit."""
    unit, value = reading.unit, reading.value
    if unit.name not in DECIMAL_UNITS or not isinstance(value, Decimal):
        return reading
    match = compiled(SHORTHAND).match(text, reading.end)
    if match is None and unit.name in ("米", "秒"):
        match = compiled(ARABIC_DIGITS).match(text, reading.end)
    if match is None or text[reading.end - 1] in "钱整":
        return reading
    if unit.name == "角":
        value, unit, step = value * MONEY_PARTS["角"], unit_named("元"), MONEY_PARTS["角"]
    value += EXACT.multiply(Decimal(f"0.{match[0].translate(FOLD)}"), step)
    return reading._replace(
        end=match.end(), unit=unit, value=value, low=value, high=value, next=reading.next + 1
    )


def smaller(text: str, unit: Unit, numeral: Numeral, own: tuple[Unit, int] | None) -> tuple[Unit, int] | None:
    """Return the unit after the next numeral if it continues a measure in ``unit``, and where it ends."""
    hundredth = text.startswith("分", numeral.end)
    if unit.kind == "duration" and hundredth and not text.startswith("分钟", numeral.end):
        return unit_named("分钟"), numeral.end + 1
    if hundredth and (unit.kind == "money" or unit.name in TENTH_UNITS):
        return unit_named("分"), numeral.end + 1
    if own is None:
        return None
    if unit.kind == "age":
        return own if unit.name != "月" and own[0].name == "月" else None
    if unit.kind == "money":
        return own if own[0].name in MONEY_PARTS and own[0].name not in ("元", unit.name) else None
    if unit.name == "分" and own[0].name == "秒":
        return own
    if own[0].kind != unit.kind or not own[0].factor or unit.kind == "temperature":
        return None
    return own if Decimal(own[0].factor) < Decimal(unit.factor or 0) else None


def part_of(unit: Unit, part: Unit) -> Decimal:
    """Return how many of ``unit`` one ``part`` is."""
    if unit.kind == "money":
        return MONEY_PARTS[part.name]
    return (
        TENTH_UNITS[unit.name]
        if part.name == "分"
        else EXACT.divide(Decimal(part.factor), Decimal(unit.factor))
    )
