"""Words that say how exact a number is: 约, 近, 超过 before it, 以上, 左右 after it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from newsan.models import Modifier
from newsan.patterns import compiled

if TYPE_CHECKING:
    from regex import Match

BEFORE = compiled(
    r"""(?x)(?:
      (?P<under>不足|不到|未满|不满|低于|少于|小于|未达|未到|无法突破|难以突破|未突破|未能突破|没有突破|跌破)
    | (?P<at_most>不[得宜能会可应]?(?:超过|超出|多于|高于|大于)|最多|至多|不逾|未超过|没有超过|小于\s?(?:或者?)?\s?等于)
    | (?P<at_least>至少|最少|不[得能会可应]?(?:少于|低于|小于|短于)|年满|须满|(?<![一-鿿])满|起码|大于\s?(?:或者?)?\s?等于)
    | (?P<over>超过|超出|超|逾|突破|(?<![打爆侦告识看揭戳残撞跌])破|高于|大于|多于|(?<=[刚已均度率额值量数龄价资产入房款金收积])过)
    | (?P<near>将近|接近|(?<![最附靠临邻远新亲切晋])近)
    | (?P<about>大约|约为|约合|约有|大概(?:是|为)?|大致|约莫|差不多|估计|(?<![节大签预公条契特履违制缔爽赴邀]|(?<!损)失|(?<!综)合)约)
    )(?:了|有|为|人民币)?\s*$"""
)
AFTER = compiled(
    r"""(?x)\s?(?:
      (?P<at_least>(?:或|及|或者|\s)?以上|开外)
    | (?P<at_most>以内|之内|以下|(?<=小时|分钟|[年月天日周])内(?![部容蒙外]))
    | (?P<about>左右|上下|前后|许(?=[，。；、]))
    | (?P<over>有余|出头|挂零|不止|多(?=[，。；、])|(?<=之[一二三四五六七八九十]|[成半%])强(?=[，。；的]))
    )"""
)
LAST_OF_BEFORE = frozenset("足到满于达破过出多逾少码超近约为合有是概致莫计了币")
"""What ``BEFORE`` finds ends in one of these, blanks apart."""
FIRST_OF_AFTER = frozenset("或及以开之内左上前许有出挂不多强")
"""What ``AFTER`` finds begins with one of these, if not with a blank."""
WINDOW = 12
UPPER: tuple[Modifier, ...] = ("under", "at_most")
LOWER: tuple[Modifier, ...] = ("at_least", "over")


def approximator_before(words: str) -> Match[str] | None:
    """Return the approximator that ends the words before a number."""
    last = words.rstrip()[-1:]
    return BEFORE.search(words) if last in LAST_OF_BEFORE else None


def approximator_after(text: str, at: int) -> Match[str] | None:
    """Return the approximator that stands behind a number that ends at ``at``."""
    following = text[at : at + 1]
    if following in FIRST_OF_AFTER or following.isspace():
        return AFTER.match(text, at)
    return None


def bounded(
    before: Match[str] | None, after: Match[str] | None, value: Decimal
) -> tuple[Modifier | None, Decimal | None, Decimal | None]:
    """Return the modifier and the bounds that the words before and after a number give it."""
    if before is None and after is None:
        return None, value, value
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
