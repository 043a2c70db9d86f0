"""Figures said without a numeral: 半小时, 半数, 占比过半, 减半, 翻番."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from newsan.models import Modifier, Numeral
from newsan.patterns import compiled
from newsan.quantities.units import PERCENT, Unit

__all__ = ["halves", "implied_unit", "says_half"]

HALF = Decimal("0.5")
UNIT_HALF = (
    r"(?<![一大多过各对另两三四五六七八九十百个年天月斤吨米倍成\d])半(?=个?(?:小时|钟头|世纪|学期)|个多?(?:月|星期|小时|世纪)|公里|公斤|斤|两|亩|吨)"
    r"|(?<![上下前后一大多过各对另两三四五六七八九十百个年天月\d])半(?=月(?!刊)|年(?![报级度终来前]))"
)


class Word(NamedTuple):
    """A word that is a figure by itself: the word, where it is one, its value, its unit, its bound, and an example."""

    word: str
    pattern: str
    value: int
    unit: Unit
    modifier: Modifier | None
    example: str


# fmt: off
WORDS = (
    Word("半数", r"半数(?=以上)",          50, PERCENT,                "at_least", "半数以上店铺"),
    Word("半数", r"(?<=[过超])半数",       50, PERCENT,                "over",     "过半数委员同意"),
    Word("半数", r"(?<![过超])半数(?!以上)", 50, PERCENT,                None,       "半数店铺"),
    Word("过半", r"(?<=(?:占比|比重|[率占均已]|比例|份额|人数|任务量?|进度)过)半(?=[^\w]|的|$)",
                                 50, PERCENT,                "over",     "女性占比过半"),
    Word("近半", r"(?<=近)半(?=企业|受访|居民|用户|网[友民]|家庭|人口|地区|省[份区]|[股车]|基金|学生|员工|市民|面积|产能|[，。、]|$)",
                                 50, PERCENT,                None,       "近半企业盈利"),
    Word("对折", r"对折(?=$|[^\w]|[优销出价的促清甩后])", 50, PERCENT,           None,       "打对折"),
    Word("减半", r"减半(?!径)",            50, PERCENT,                None,       "学费减半"),
    Word("翻番", r"翻番",                  1, Unit("番", "multiple"), None,       "产值翻番"),
    Word("翻倍", r"翻倍",                  1, Unit("倍", "multiple"), None,       "销量翻倍"),
)
# fmt: on
UNITS = {"对折": PERCENT, "减半": PERCENT, "半数": PERCENT, "翻番": WORDS[-2].unit, "翻倍": WORDS[-1].unit}
ANY = compiled("半|翻[番倍]|[对對]折")


def says_half(text: str) -> bool:
    """Tell whether a text may say a figure without a numeral."""
    return ANY.search(text) is not None


def halves(text: str) -> list[Numeral]:
    """Return 半 before a unit and the words that are figures by themselves, in no order."""
    if not says_half(text):
        return []
    found = [
        Numeral("半", match.start(), match.end(), HALF, HALF, HALF)
        for match in compiled(UNIT_HALF).finditer(text)
    ]
    for word in WORDS:
        if word.word not in text:
            continue
        value, high = Decimal(word.value), None if word.modifier else Decimal(word.value)
        found += [
            Numeral(match[0], match.start(), match.end(), value, value, high, word.modifier)
            for match in compiled(word.pattern).finditer(text)
        ]
    return found


def implied_unit(numeral: Numeral) -> Unit | None:
    """Return the unit of a word that is a figure by itself, ``None`` for every other numeral."""
    if numeral.quote == "半":
        return PERCENT if numeral.value != HALF else None
    return UNITS.get(numeral.quote)
