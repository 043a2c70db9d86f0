"""Printed numbers -> exact values and bounds.

Everything Chinese print uses: ``1,234.5``, full-width digits, ``三千二百``, financial capitals, traditional
characters, ``3万2千``, ``1.2万亿``, ``三四十``, ``二百三十余万``, ``三分之一``, ``零点五``. What a number means
(a date, a figure, part of a name) is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

import regex

from newsan.models import Modifier, Numeral

__all__ = ["find_numerals", "parse_numeral"]

# Wide enough for every sum of printed magnitudes; a longer run of digits is never calculated with.
EXACT = Context(prec=64, traps=[])

DIGIT_VALUES = dict(
    zip(
        "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖两兩俩倆貳參陸○",
        [*range(10)] * 2 + [2] * 5 + [3, 6, 0],
        strict=True,
    )
)
MAGNITUDES = dict(
    zip(
        "十拾百佰千仟万萬亿億兆",
        (10, 10, 100, 100, 1000, 1000, 10**4, 10**4, 10**8, 10**8, 10**12),
        strict=True,
    )
)
TENS = {"廿": 20, "卅": 30, "卌": 40}
ASCII_DIGITS = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")
POSITIONAL = str.maketrans({digit: str(value) for digit, value in DIGIT_VALUES.items()})

DIGIT = "[0-9０-９]"
CHINESE_DIGIT = f"[{''.join(DIGIT_VALUES)}]"
TWO = "两兩俩倆"
ZEROS = "零〇○"
PLAIN_DIGIT = f"[{''.join(digit for digit in DIGIT_VALUES if digit not in TWO)}]"
# 来 after a number (二十来分钟) stands before a measure word; before anything else it is a verb.
MEASURED = "个個号號人名位家户戶岁歲天年月日次米尺寸丈里斤公吨噸克两亩畝块塊元分秒小点盅杯瓶碗桌辆輛台臺间間所座栋幢条條件只隻头頭匹棵株张張本册封篇部套双对對副盏口群批场場趟遍轮輪层層道份亿億万萬度平级倍"
# 三五个 is three to five; other pairs that are not neighbours (五五) are read digit by digit.
NEIGHBOURS = frozenset(
    {"一二", "一两", "两三", "三两", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"}
)
FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖貳參陸")

LEXEME = regex.compile(
    rf"""
      (?P<arabic>
        (?:{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})++(?!{DIGIT})
          |(?<![0-9][ ]?)[0-9]{{1,3}}(?:[ \u00a0\u2009][0-9]{{3}})++(?=[.][0-9]|[亿万元人个户家名件吨亩台公平美辆])|{DIGIT}++)
        (?:(?<![.．]{DIGIT}{{1,12}})[.．]{DIGIT}++(?![.．]{DIGIT}))?+
        |(?<!{DIGIT})[.．]{DIGIT}++
      )
      (?P<power>[eE][+-]?{DIGIT}{{1,3}}(?![A-Za-z0-9])|\^[+-]?{DIGIT}{{1,2}}(?!{DIGIT})|\ ?[kw](?![A-Za-z0-9/]))?+
    | (?P<tens>[廿卅卌])
    | (?P<small>[十拾百佰千仟])
    | (?P<big>[万萬亿億]|兆(?![字比赫瓦帕欧歐周焦瓩伏电電牛])|(?<={DIGIT})兆(?=[元円美日]))
    | (?P<point>[点點]|(?<={PLAIN_DIGIT})[.．](?={PLAIN_DIGIT}++[%％万萬亿億公吨米元倍斤亩]))[ ]?(?P<decimals>{PLAIN_DIGIT}++)
    | (?P<digits>(?<![十拾百])一[两兩]|(?<![{PLAIN_DIGIT[1:-1]}十拾百])[两兩]三|三[两兩](?=[个個天年人句下口步件次名位条條])|{PLAIN_DIGIT}++|(?<![{TWO}])[{TWO}](?![{TWO}]))
    | (?P<more>多(?!米尼加|布拉)|[余餘])
    | (?P<some>[来來](?=[{MEASURED}]))
    | (?P<several>[几幾数數])
    """,
    regex.VERBOSE,
)
SEPARATORS = regex.compile(r"[,\s]")
START = regex.compile(rf"{DIGIT}|[.．]{DIGIT}|{CHINESE_DIGIT}|[十拾百佰千仟万萬亿億兆廿卅卌几幾数數上成]")
# 百, 千, 万, 亿 alone are mostly parts of words; these words before them make them numbers.
LICENCE = regex.compile(r"(?:[近约超逾过過破达達足满滿每上成至]|将近|分\ ?之\ ?)$")
WORDS = {"成千上万": 1000, "成千上萬": 1000, "成千累万": 1000, "成百上千": 100}
HUNDRED_ODD = regex.compile(rf"百十[来來多余餘]?(?=[{MEASURED}])")
DIGITS_LONG = regex.compile(r"(?P<length>[0-9０-９]|[一二两兩三四五六七八九])位[数數](?!字)")
AT_LEAST = regex.compile(r"上(?=[百千万萬亿億])")
# Words that end in 上, so that 晚上百家 does not read 上百.
ENDS_IN_UP = frozenset("以晚早网線线路身海世地手马楼脸头史场会台车船街山岸岛桌墙加向往原天水纸")
FRACTION_BAR = regex.compile(
    rf"(?:(?P<whole>{DIGIT}{{1,3}})[ ])?+(?P<top>{DIGIT}{{1,6}})[/／](?P<bottom>{DIGIT}{{1,6}})(?![/／.．]?{DIGIT}|[A-Za-z月日])"
)
PARTS = regex.compile(r"[ ]{0,2}分[ ]{0,2}之[ ]{0,2}")
AGAIN = regex.compile(r"[ ]?又[ ]?")
SIGN = regex.compile(r"(?:[-－−–]|[负負]|零下)[ ]?$")
SIGN_WIDTH = 3
MOST_MAGNITUDES = 6
# The prefix of a unit (12千米, 3千克), not a thousand of it, once Arabic digits stand before it.
PREFIXED_UNITS = frozenset("克米瓦卡伏帕焦赫比字欧")
NO_DECIMAL_BEFORE = regex.compile(r"[十百千分刻钟鐘](?!之)|(?<=一)[滴直定起些]")

Bounds = tuple[Decimal, Decimal]


@dataclass(slots=True)
class _Reading:
    """The state of reading one number: each sum is kept twice, for the low and the high end of 三四十."""

    total: Bounds = (Decimal(0), Decimal(0))
    section: Bounds = (Decimal(0), Decimal(0))
    coefficient: Bounds | None = None
    arabic: bool = False
    """The coefficient is in Arabic digits."""
    shorthand: bool = False
    """The coefficient is one Chinese digit right after a magnitude: 一万三."""
    small: int = 10**4
    big: int = 10**30
    last: int = 0
    """The last magnitude printed."""
    magnitudes: int = 0
    zero: bool = False
    headless: bool = False
    several: bool = False
    modifier: Modifier | None = None
    decimal: bool = False

    def bounds(self) -> Bounds:
        """Return what has been read so far, 一万三 as 13000."""
        coefficient = self.coefficient or (Decimal(0), Decimal(0))
        if self.shorthand and self.last > 10:
            tenth = Decimal(self.last // 10)
            coefficient = (coefficient[0] * tenth, coefficient[1] * tenth)
        return _add(_add(self.total, self.section), coefficient)


def _add(a: Bounds, b: Bounds) -> Bounds:
    return EXACT.add(a[0], b[0]), EXACT.add(a[1], b[1])


def _times(a: Bounds, factor: int) -> Bounds:
    return EXACT.multiply(a[0], Decimal(factor)), EXACT.multiply(a[1], Decimal(factor))


def _plain(value: Decimal, *, scaled: bool) -> Decimal:
    """Return a value without the exponent or zeros that multiplying left: ``27.41亿`` is ``2741000000``."""
    if not scaled or not value.is_finite():
        return value
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=EXACT) if value.adjusted() < 60 else value
    return value.normalize(EXACT)


@dataclass(frozen=True, slots=True)
class _Number:
    end: int
    low: Decimal
    high: Decimal
    modifier: Modifier | None = None
    several: bool = False
    bare: bool = False
    """Only a magnitude, or only a financial digit: a number where the words before or after it say so."""

    def scaled(self, factor: int) -> Decimal:
        return EXACT.multiply(self.low, Decimal(factor))


def _arabic(match: regex.Match[str]) -> Decimal:
    """Return the value of Arabic digits of either width with their suffix: ``4,565``, ``2e5``, ``40k``."""
    value = Decimal(SEPARATORS.sub("", match["arabic"].translate(ASCII_DIGITS)))
    power = (match["power"] or "").strip().translate(ASCII_DIGITS)
    if power in ("k", "w"):
        return _plain(EXACT.multiply(value, Decimal(1000 if power == "k" else 10000)), scaled=True)
    if power[:1] == "^":
        return _plain(EXACT.power(value, int(power[1:])), scaled=True)
    return _plain(value.scaleb(int(power[1:]), EXACT), scaled=True) if power else value


def _next(text: str, at: int, state: _Reading) -> regex.Match[str] | None:
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
            or not after[:1].isalnum()
        )
        joined = after[:1] in MAGNITUDES if match["arabic"] else follows
        return match if state.last and state.coefficient is None and joined else None
    return match if match.lastgroup in ("more", "several", "decimals") else None


def _read(text: str, start: int) -> _Number | None:
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
            number = _Number(end, low, high, state.modifier, state.several, bare and text[start] != "十")
    if number is None:
        return None
    if number.end == start + 1 and text[start] in FINANCIAL:
        number = _Number(number.end, number.low, number.high, bare=True)
    scaled = state.last > 0
    return _Number(
        number.end,
        _plain(number.low, scaled=scaled),
        _plain(number.high, scaled=scaled),
        number.modifier,
        number.several,
        number.bare,
    )


def _take(state: _Reading, match: regex.Match[str], text: str, *, begun: bool) -> bool:
    """Read one more piece into ``state``; return false, leaving it as it was, where the number ends before it."""
    kind = "arabic" if match["arabic"] else match.lastgroup
    if state.modifier is not None and kind != "big":
        return False
    if kind == "arabic":
        return _take_arabic(state, match, begun=begun)
    if kind == "digits":
        return _take_digits(state, match, text, begun=begun)
    if kind == "tens":
        if state.coefficient is not None or state.small <= 10 or state.decimal:
            return False
        value = Decimal(TENS[match["tens"]])
        state.section = _add(state.section, (value, value))
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
    return _take_more(state, match, begun=begun)


def _take_arabic(state: _Reading, match: regex.Match[str], *, begun: bool) -> bool:
    if state.coefficient is not None or state.headless or state.decimal:
        return False
    value = _arabic(match)
    if begun and (not match["arabic"].isdecimal() or match["power"] or len(match["arabic"]) > 8):
        return False
    if begun and (not state.last or value >= state.last):
        return False
    state.coefficient = (value, value)
    state.arabic = True
    state.shorthand = begun and value < 10 and state.last >= 10**4 and not state.zero
    return True


def _take_digits(state: _Reading, match: regex.Match[str], text: str, *, begun: bool) -> bool:
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
        return _take_inner_digits(state, digits, text[match.end() : match.end() + 1])
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


def _take_small(state: _Reading, match: regex.Match[str], text: str, *, begun: bool) -> bool:
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
    elif state.magnitudes == 0 and magnitude == 1000 and text.startswith("克", match.end()):
        # 两千克 is two kilograms, as the scale says it.
        return False
    elif state.arabic and (coefficient[0] >= 10 or text[match.end() : match.end() + 1] in PREFIXED_UNITS):
        return False
    state.section = _add(state.section, _times(coefficient, magnitude))
    state.coefficient, state.shorthand, state.zero = None, False, False
    state.small = state.last = magnitude
    state.magnitudes += 1
    return True


def _take_big(state: _Reading, match: regex.Match[str], *, begun: bool) -> bool:
    magnitude = MAGNITUDES[match["big"]]
    here = _add(state.section, state.coefficient or (Decimal(0), Decimal(0)))
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
        state.total = _times(state.total, magnitude)
    elif magnitude > state.big or empty:
        state.total = _times(_add(state.total, here), magnitude)
    else:
        state.total = _add(state.total, _times(here, magnitude))
    state.section, state.coefficient, state.shorthand = (Decimal(0), Decimal(0)), None, False
    state.zero, state.small, state.decimal, state.arabic = False, 10**4, False, False
    state.big = state.last = magnitude
    state.magnitudes += 1
    return True


def _take_decimals(state: _Reading, match: regex.Match[str], text: str, *, begun: bool) -> bool:
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
    state.coefficient = _add(state.bounds(), (fraction, fraction))
    state.total = state.section = (Decimal(0), Decimal(0))
    state.small, state.big, state.decimal, state.shorthand = 0, 10**30, True, False
    return True


def _take_several(state: _Reading, match: regex.Match[str], text: str, *, begun: bool) -> bool:
    after = text[match.end() : match.end() + 1]
    if begun:
        # 十几, 一千五百零几万: at least what has been said.
        if match["several"] in "数數" or state.coefficient is not None or not state.last:
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


def _take_more(state: _Reading, match: regex.Match[str], *, begun: bool) -> bool:
    """Read 多, 余 or 来: after a magnitude (三千多), or after Arabic digits of two places and more (300余)."""
    if not begun or state.decimal:
        return False
    if state.coefficient is not None and not (
        state.arabic and state.coefficient[0] >= 10 and not state.shorthand
    ):
        return False
    state.modifier = "about" if match["some"] else "over"
    return True


def _read_fraction(text: str, start: int) -> _Number | None:
    """Return the number at ``start``, fractions (三分之一, 1/6, 3又1/2) included."""
    bar = FRACTION_BAR.match(text, start)
    if (
        bar is not None
        and int(bar["bottom"])
        and not text[max(start - 1, 0) : start].startswith(tuple("/／."))
    ):
        value = EXACT.divide(Decimal(bar["top"]), Decimal(bar["bottom"]))
        return _Number(
            bar.end(),
            EXACT.add(value, Decimal(bar["whole"] or 0)),
            EXACT.add(value, Decimal(bar["whole"] or 0)),
        )
    number = _read(text, start)
    if number is None or number.modifier is not None:
        return number
    if (again := AGAIN.match(text, number.end)) is not None:
        part = _read_parts(text, _read(text, again.end()))
        if part is not None:
            value = EXACT.add(number.low, part.low)
            return _Number(part.end, value, value)
    return _read_parts(text, number) or number


def _read_parts(text: str, number: _Number | None) -> _Number | None:
    """Return the fraction whose denominator has been read: 三 | 分之一; 百分之 is left to its numerator."""
    if number is None or number.bare or not number.low or (parts := PARTS.match(text, number.end)) is None:
        return None
    sign = SIGN.match(text[parts.end() : parts.end() + 1])
    top = _read(text, parts.end() + (1 if sign else 0))
    if top is None:
        return None
    value = EXACT.divide(-top.low if sign else top.low, number.low)
    return _Number(top.end, value, value)


def _sign(text: str, start: int, last_end: int) -> int:
    """Return where the minus before ``start`` begins, or ``start`` if there is none.

    A dash is a minus only where no number stands just before it: 20-100 and 3万元-5万元 are ranges.
    """
    match = SIGN.search(text[max(last_end, start - SIGN_WIDTH) : start])
    if match is None:
        return start
    begin = start - len(match[0])
    if match[0][0] in "负負零":
        return begin
    before = text[begin - 1 : begin]
    if before and ((before.isascii() and before.isalnum()) or before in "-－−–—%％℃°)）"):
        return start
    if last_end > 0 and not text[last_end:begin].strip():
        # The cells of a table stand further apart than the ends of a range.
        return begin if text[last_end:begin].startswith(("\u3000", "\t", "  ")) else start
    close = last_end > 0 and begin - last_end <= 6 and text[last_end:begin].isalnum()
    if close and before not in "至到为约降升":
        return start
    return begin


def _special(text: str, at: int) -> Numeral | None:
    """Return a number written as a word: 成千上万, 两位数."""
    for word, low in WORDS.items():
        if text.startswith(word, at):
            return Numeral(word, at, at + len(word), None, Decimal(low), None, "at_least")
    if (match := HUNDRED_ODD.match(text, at)) is not None:
        return Numeral(match[0], at, match.end(), Decimal(110), None, None, "about")
    match = DIGITS_LONG.match(text, at)
    if match is None:
        return None
    length = int(match["length"].translate(POSITIONAL).translate(ASCII_DIGITS))
    if length == 0:
        return None
    return Numeral(
        match[0], at, match.end(), None, Decimal(10 ** (length - 1)), Decimal(10**length - 1), "between"
    )  # fmt: skip


def find_numerals(text: str, start: int = 0) -> list[Numeral]:
    """Return the numbers of a text in reading order, those of dates and idioms too; offsets count from ``start``.

    A number whose end is left open keeps the value printed: 二百三十余万 is 2300000 with ``low`` alone.

    >>> [(n.quote, str(n.value)) for n in find_numerals("产量27.41亿斤，增长三成五，共3万2千户")]
    [('27.41亿', '2741000000'), ('三', '3'), ('五', '5'), ('3万2千', '32000')]
    """
    found: list[Numeral] = []
    at, last_end = 0, 0
    while (match := START.search(text, at)) is not None:
        begin = match.start()
        numeral = _numeral_at(text, begin, last_end)
        if numeral is None:
            at = _skip(text, begin)
            continue
        found.append(
            Numeral(
                numeral.quote, start + numeral.start, start + numeral.end,
                numeral.value, numeral.low, numeral.high, numeral.modifier,
            )
        )  # fmt: skip
        at = last_end = numeral.end
    return found


def _skip(text: str, at: int) -> int:
    """Return where to look next after nothing could be read: past the whole run of digits, so that runs cost their length."""
    run = LEXEME.match(text, at)
    if run is None or run.lastgroup != "digits":
        return at + 1
    digits = run["digits"]
    return run.end() - len(digits.lstrip(ZEROS)) if digits[0] in ZEROS else run.end()


def _numeral_at(text: str, begin: int, last_end: int) -> Numeral | None:
    """Return the numeral whose first digit stands at ``begin``, its sign and its 上 included."""
    special = _special(text, begin)
    if special is not None:
        return special
    if text.startswith("零下", begin):
        return None
    upward = AT_LEAST.match(text, begin)
    if upward is not None:
        if text[begin - 1 : begin] in ENDS_IN_UP and begin > 0:
            return None
        number = _read(text, begin + 1)
        if number is None or PARTS.match(text, number.end):
            return None
        return Numeral(text[begin : number.end], begin, number.end, number.low, number.low, None, "at_least")
    if text[begin] in "陆陸" and begin > 0 and text[begin - 1] in "大登着内水海欧新":
        return None
    if text[begin] == "伍" and begin > 0 and text[begin - 1] in "队入退":
        return None
    number = _read_fraction(text, begin)
    if number is None or (number.bare and not _licensed(text, begin, number)):
        return None
    sign = _sign(text, begin, last_end)
    quote = text[sign : number.end]
    low, high = (number.low, number.high) if sign == begin else (-number.high, -number.low)
    if number.several or low != high:
        modifier: Modifier = "about" if number.several else "between"
        return Numeral(quote, sign, number.end, None, low, None if number.modifier else high, modifier)
    if number.modifier == "over":
        return Numeral(quote, sign, number.end, low, low, None, "over")
    if number.modifier == "about":
        return Numeral(quote, sign, number.end, low, None, None, "about")
    return Numeral(quote, sign, number.end, low, low, low)


def _licensed(text: str, begin: int, number: _Number) -> bool:
    """Tell whether 百, 千, 万, 亿 or 伍 alone is a number here: 近百所, 每千人口, 伍元."""
    if PARTS.match(text, number.end):
        return False
    if text[begin] in FINANCIAL:
        return text[number.end : number.end + 1] in tuple("折成个元圆角分") or text[begin - 1 : begin] == "之"
    return LICENCE.search(text[max(begin - 4, 0) : begin]) is not None


def parse_numeral(text: str) -> Decimal | None:
    """Return the value of a text that is one number and nothing else, ``None`` for any other text.

    >>> parse_numeral("1.2万亿")
    Decimal('1200000000000')
    >>> parse_numeral("负四百零五亿零四百零四万")
    Decimal('-40504040000')
    >>> parse_numeral("８３．４０")
    Decimal('83.40')
    >>> parse_numeral("三四十") is None
    True
    """
    numerals = find_numerals(text)
    return numerals[0].value if len(numerals) == 1 and numerals[0].quote == text else None
