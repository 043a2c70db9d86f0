"""Digits and magnitudes -> the value they make: 二百三十余万 is 2300000 and more, 三四十 is 30 to 40."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from newsan.models import Modifier
from newsan.numerals.bounds import EXACT, NOTHING, Bounds, Number, add, plain, times
from newsan.numerals.lexemes import (
    ASCII_DIGITS,
    DIGIT_VALUES,
    FINANCIAL,
    LEXEME,
    MAGNITUDES,
    NEIGHBOURS,
    POSITIONAL,
    TENS,
    TWO,
    ZEROS,
    Opening,
)

if TYPE_CHECKING:
    from regex import Match

SEPARATORS = dict.fromkeys(map(ord, ", \u00a0\u2009"))
MOST_MAGNITUDES = 6
# The prefix of a unit (12千米, 3千克), not a thousand of it, once Arabic digits stand before it.
PREFIXED_UNITS = frozenset("克米瓦卡伏帕焦赫比字欧")
NO_DECIMAL_BEFORE = Opening("十百千分刻钟鐘滴直定起些", r"[十百千分刻钟鐘](?!之)|(?<=一)[滴直定起些]")


class _Reading:
    """The state of reading one number: each sum is kept twice, for the low and the high end of 三四十.

    ``arabic`` tells that the coefficient is in Arabic digits, ``shorthand`` that it is one Chinese digit right after a
    magnitude (一万三); ``last`` is the last magnitude printed.
    """

    __slots__ = (
        "arabic", "big", "coefficient", "decimal", "headless", "last", "magnitudes", "modifier", "section",
        "several", "shorthand", "small", "total", "zero",
    )  # fmt: skip

    def __init__(self) -> None:
        """Begin a number of which nothing is read."""
        self.total: Bounds = NOTHING
        self.section: Bounds = NOTHING
        self.coefficient: Bounds | None = None
        self.arabic = self.shorthand = self.zero = self.headless = self.several = self.decimal = False
        self.small, self.big, self.last, self.magnitudes = 10**4, 10**30, 0, 0
        self.modifier: Modifier | None = None

    def bounds(self) -> Bounds:
        """Return what has been read so far, 一万三 as 13000."""
        coefficient = self.coefficient or NOTHING
        if self.shorthand and self.last > 10:
            tenth = Decimal(self.last // 10)
            coefficient = (coefficient[0] * tenth, coefficient[1] * tenth)
        return add(add(self.total, self.section), coefficient)


def _arabic(match: Match[str]) -> Decimal:
    """Return the value of Arabic digits of either width with their suffix: ``4,565``, ``2e5``, ``40k``."""
    value = Decimal(match["arabic"].translate(ASCII_DIGITS).translate(SEPARATORS))
    power = (match["power"] or "").strip().translate(ASCII_DIGITS)
    if power in ("k", "w"):
        return plain(EXACT.multiply(value, Decimal(1000 if power == "k" else 10000)))
    if power[:1] == "^":
        return plain(EXACT.power(value, int(power[1:])))
    return plain(value.scaleb(int(power[1:]), EXACT)) if power else value


def _next(text: str, at: int, state: _Reading) -> Match[str] | None:
    """Return the next piece of a number; blanks inside a number (二十 億, 一百 五 十) are stepped over."""
    match = LEXEME.match(text, at)
    if match is not None or at >= len(text) or text[at] != " ":
        return match
    blanks = 2 if text.startswith("  ", at) else 1
    match = LEXEME.match(text, at + blanks)
    if match is None:
        return None
    if match.lastgroup in ("small", "big"):
        return match if state.coefficient is not None or match.lastgroup == "big" else None
    if match.lastgroup == "digits" or match["arabic"]:
        after = text[match.end() : match.end() + 2].lstrip()
        follows = (
            not text[match.end() : match.end() + 1].strip()
            or after[:1] in MAGNITUDES
            or after[:1] == "又"
            or not after[:1].isalnum()
        )
        joined = after[:1] in MAGNITUDES if match["arabic"] else follows
        return match if state.last and state.coefficient is None and joined else None
    return match if match.lastgroup in ("more", "several", "decimals") else None


def read_number(text: str, start: int) -> Number | None:
    """Return the longest number that begins at ``start``, fractions apart."""
    state, end, number, begun = _Reading(), start, None, False
    while (match := _next(text, end, state)) is not None:
        if not _take(state, match, text, begun=begun):
            break
        begun, end = True, match.end()
        if not (match.lastgroup == "digits" and state.coefficient is None):
            low, high = state.bounds()
            bare = (
                state.headless
                and state.modifier is None
                and state.magnitudes == 1
                and state.coefficient is None
            )
            number = Number(end, low, high, state.modifier, state.several, bare and text[start] != "十")
    if number is None:
        return None
    if number.end == start + 1 and text[start] in FINANCIAL:
        number = Number(number.end, number.low, number.high, bare=True)
    scaled = state.last > 0
    return Number(
        number.end,
        plain(number.low, scaled=scaled),
        plain(number.high, scaled=scaled),
        number.modifier,
        number.several,
        number.bare,
    )


def _take(state: _Reading, match: Match[str], text: str, *, begun: bool) -> bool:
    """Read one more piece into ``state``; return false, leaving it as it was, where the number ends before it."""
    kind = "arabic" if match["arabic"] else match.lastgroup
    if state.modifier is not None and kind != "big":
        # 十几万多亿
        return kind == "more" and state.modifier == "over" and state.coefficient is None
    if kind == "arabic":
        return _take_arabic(state, match, begun=begun)
    if kind == "digits":
        return _take_digits(state, match, text, begun=begun)
    if kind == "tens":
        if state.coefficient is not None or state.small <= 10 or state.decimal:
            return False
        value = Decimal(TENS[match["tens"]])
        state.section = add(state.section, (value, value))
        state.small = state.last = 10
        state.magnitudes += 1
        return True
    if kind == "small":
        return _take_small(state, match, text, begun=begun)
    if kind == "big":
        return _take_big(state, match, begun=begun)
    if kind == "decimals":
        return _take_decimals(state, match, text, begun=begun)
    if kind == "several":
        return _take_several(state, match, text, begun=begun)
    if kind == "dozen":
        return _take_dozen(state, begun=begun)
    return _take_more(state, match, begun=begun)


def _take_arabic(state: _Reading, match: Match[str], *, begun: bool) -> bool:
    if state.coefficient is not None or state.headless or state.decimal:
        return False
    value = _arabic(match)
    if not value.is_finite():  # 0^0
        return False
    if begun and (not match["arabic"].isdecimal() or match["power"] or len(match["arabic"]) > 8):
        return False
    if begun and (not state.last or value >= state.last):
        return False
    state.coefficient = (value, value)
    state.arabic = True
    state.shorthand = begun and value < 10 and state.last >= 10**4 and not state.zero
    return True


def _take_digits(state: _Reading, match: Match[str], text: str, *, begun: bool) -> bool:
    run = match["digits"]
    if state.coefficient is not None or state.decimal:
        return False
    if begun:
        digits = run.lstrip(ZEROS)
        if len(run) - len(digits) == 1:
            if state.zero:
                return False
            state.zero = True
            if not digits:
                return True
        elif digits != run:
            return False
        return _take_inner_digits(state, digits, text[match.end() : match.end() + 3].lstrip(" ")[:1])
    if len(run) == 2 and run in NEIGHBOURS:
        low, high = sorted(Decimal(DIGIT_VALUES[digit]) for digit in run)
        state.coefficient = (low, high)
        return True
    if run[0] in ZEROS and len(run) > 1 and text[match.end() : match.end() + 1] in MAGNITUDES:
        # 三百米零四十厘米: the zero joins, the number begins after it.
        return False
    value = Decimal(run.translate(POSITIONAL))
    state.coefficient = (value, value)
    # 一九九八 is read digit by digit and takes no 十 or 百.
    state.small = 10**4 if len(run) == 1 else 0
    return True


def _take_inner_digits(state: _Reading, digits: str, after: str) -> bool:
    """Read the digits after a magnitude: 二百三(十), 一万三, 十七八."""
    if not state.last or (state.headless and state.last > 10 and after not in MAGNITUDES):
        return False
    if len(digits) == 2 and digits in NEIGHBOURS and (state.last == 10 or after in MAGNITUDES):
        state.coefficient = (Decimal(DIGIT_VALUES[digits[0]]), Decimal(DIGIT_VALUES[digits[1]]))
        return True
    if len(digits) != 1:
        return False
    if digits in TWO and after not in MAGNITUDES and not state.zero:
        return False
    last_and_shortened = after not in MAGNITUDES and not state.zero and state.last > 10
    if last_and_shortened and digits == "一" and after.isalpha():
        # 一万两白银: 两 is the unit; 三万一平米: 一 is a measure of its own.
        return False
    state.coefficient = (Decimal(DIGIT_VALUES[digits]), Decimal(DIGIT_VALUES[digits]))
    state.arabic = False
    state.shorthand = last_and_shortened
    return True


def _take_small(state: _Reading, match: Match[str], text: str, *, begun: bool) -> bool:
    magnitude = MAGNITUDES[match["small"]]
    if magnitude >= state.small or state.decimal or (state.several and state.coefficient is None):
        return False
    coefficient = state.coefficient
    if coefficient is None:
        # 一万零十二 leaves out the 一 before its 十.
        if begun and not (state.zero and magnitude == 10):
            return False
        state.headless = state.headless or not begun
        coefficient = (Decimal(1), Decimal(1))
    elif not coefficient[1]:
        # 零十 is ten: the zero holds a place.
        coefficient = (Decimal(1), Decimal(1))
    elif state.magnitudes == 0 and magnitude == 1000 and text.startswith("克", match.end()):
        # 两千克 is two kilograms, as the scale says it.
        return False
    elif state.arabic and (coefficient[0] >= 10 or text[match.end() : match.end() + 1] in PREFIXED_UNITS):
        return False
    state.section = add(state.section, times(coefficient, magnitude))
    state.coefficient, state.shorthand, state.zero = None, False, False
    state.small = state.last = magnitude
    state.magnitudes += 1
    return True


def _take_big(state: _Reading, match: Match[str], *, begun: bool) -> bool:
    magnitude = MAGNITUDES[match["big"]]
    here = add(state.section, state.coefficient or (Decimal(0), Decimal(0)))
    empty = here == (Decimal(0), Decimal(0))
    if state.magnitudes >= MOST_MAGNITUDES:
        return False
    if not begun:
        state.headless = True
        state.total = (Decimal(magnitude), Decimal(magnitude))
    elif empty and (magnitude < state.big or (state.headless and magnitude == state.big)):
        # 亿万 and 万万 alone are words; 四万万 is a number.
        if (magnitude < state.big and state.last >= 10**4) or state.headless:
            return False
        state.total = times(state.total, magnitude)
    elif magnitude > state.big or empty:
        state.total = times(add(state.total, here), magnitude)
    else:
        state.total = add(state.total, times(here, magnitude))
    state.section, state.coefficient, state.shorthand = (Decimal(0), Decimal(0)), None, False
    state.zero, state.small, state.decimal, state.arabic = False, 10**4, False, False
    state.big = state.last = magnitude
    state.magnitudes += 1
    return True


def _take_decimals(state: _Reading, match: Match[str], text: str, *, begun: bool) -> bool:
    if (
        not begun
        or state.arabic
        or state.decimal
        or state.several
        or NO_DECIMAL_BEFORE.match(text, match.end())
    ):
        return False
    if state.headless and state.last > 10:
        return False
    digits = match["decimals"].translate(POSITIONAL)
    fraction = Decimal(f"0.{digits}")
    state.coefficient = add(state.bounds(), (fraction, fraction))
    state.total = state.section = (Decimal(0), Decimal(0))
    state.small, state.big, state.decimal, state.shorthand = 0, 10**30, True, False
    return True


def _take_several(state: _Reading, match: Match[str], text: str, *, begun: bool) -> bool:
    after = text[match.end() : match.end() + 1]
    if begun:
        # 十几, 20几, 一千五百零几万: at least what has been said.
        tens = (
            state.arabic
            and state.coefficient is not None
            and not EXACT.remainder(state.coefficient[0], Decimal(10))
        )
        if match["several"] in "数數" or not (tens if state.coefficient is not None else state.last):
            return False
        state.modifier = "over"
        return True
    if after in MAGNITUDES:
        state.coefficient = (Decimal(1), Decimal(10))
    elif match["several"] in "几幾":
        state.coefficient = (Decimal(2), Decimal(9))
    else:
        return False
    state.several = True
    return True


def _take_dozen(state: _Reading, *, begun: bool) -> bool:
    """Read 打 after a number; nothing follows it."""
    if not begun or state.several or state.decimal or (state.headless and state.last > 10):
        return False
    state.total = times(state.bounds(), 12)
    state.section, state.coefficient, state.shorthand = (Decimal(0), Decimal(0)), None, False
    state.small, state.big, state.last, state.decimal = 0, 0, 1, True
    return True


def _take_more(state: _Reading, match: Match[str], *, begun: bool) -> bool:
    """Read 多, 余 or 来: after a magnitude (三千多), or after Arabic digits of two places and more (300余)."""
    if not begun or state.decimal:
        return False
    if state.coefficient is not None and not (
        state.arabic and state.coefficient[0] >= 10 and not state.shorthand
    ):
        return False
    state.modifier = "about" if match["some"] else "over"
    return True
