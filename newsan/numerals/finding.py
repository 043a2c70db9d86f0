"""Text -> the numbers in it: signs, fractions, and numbers written as words."""

from __future__ import annotations

from decimal import Context, Decimal

from newsan.models import Modifier, Numeral
from newsan.numerals.bounds import EXACT, Number, plain
from newsan.numerals.composing import read_number
from newsan.numerals.lexemes import (
    ASCII_DIGITS,
    CHINESE_DIGIT,
    DIGIT,
    FINANCIAL,
    LEXEME,
    LEXEME_OPENINGS,
    MAGNITUDES,
    MEASURED,
    POSITIONAL,
    ZEROS,
    Opening,
)
from newsan.patterns import compiled

__all__ = ["find_numerals", "parse_numeral"]

START = compiled(rf"{DIGIT}|[.．]{DIGIT}|{CHINESE_DIGIT}|[十拾百佰千仟万萬亿億兆廿卅卌几幾数數上成]")
# 百, 千, 万, 亿 alone are mostly parts of words; these words before them make them numbers.
LICENCE = r"(?:[近约超逾过過破达達足满滿每上成至]|将近|分\ ?之\ ?)$"
WORDS = {"成千上万": 1000, "成千上萬": 1000, "成千累万": 1000, "成百上千": 100}
BEGIN_WORDS = frozenset("成百千万萬数數")
HUNDRED_ODD = Opening("百", rf"百十[来來多余餘]?(?=[{MEASURED}])")
# 百八十人 is about a hundred, 千八百块 about a thousand, 万把人 about ten thousand.
ABOUT_ONE = Opening(
    "百千万",
    rf"(?<![{CHINESE_DIGIT[1:-1]}0-9十百千万])(?:百八十|千八百|万八千|[百千万]把)(?=[{MEASURED}])",
)
DIGITS_LONG = r"(?P<length>[0-9０-９]|[一二两兩三四五六七八九])位[数數](?!字)"
AT_LEAST = Opening("上", r"上(?=[百千万萬亿億])")
# 数以万计 is tens of thousands and more.
COUNTED_BY = Opening("数數", r"[数數]以(?P<magnitude>[十百千万萬亿億]{1,2})[计計]")
# 1.2×10^8, 3.5×10的8次方, 6.02×10²³
POWER_OF_TEN = Opening(
    " ×xX＊*",
    r"[ ]?[×xX＊*][ ]?10(?:\^(?P<power>[+-]?[0-9]{1,2})|的(?P<power>负?[0-9]{1,2})次方|(?P<power>⁻?[⁰¹²³⁴-⁹]{1,2}))(?![0-9.])",
)
SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹负", "-0123456789-")
# Names and words that begin with a digit, so common that numbers are read without the segmenter's help.
NO_NUMBER = Opening(
    "四三九六五七二十一",
    "四川|三亚|三明市|三门峡|三峡|九江|九寨沟|六安|六盘水|五台山|五指山|七台河|二连浩特|十足|一[看听瞧](?!台)",
)
# Words that end in 上, so that 晚上百家 does not read 上百.
ENDS_IN_UP = frozenset("以晚早网線线路身海世地手马楼脸头史场会台车船街山岸岛桌墙加向往原天水纸")
# Most numbers are Arabic digits that nothing goes on: there is no need to look for all that could.
ALONE = Opening(
    "0123456789",
    rf"(?<![0-9０-９.．,，])[0-9]{{1,12}}+(?:\.[0-9]{{1,12}}+)?+(?![{LEXEME_OPENINGS},，/／ \u00a0\u2009eEkw^×xX＊*又分位])",
)
FRACTION_BAR = rf"(?:(?P<whole>{DIGIT}{{1,3}})[ ])?+(?P<top>{DIGIT}{{1,6}})[/／](?P<bottom>{DIGIT}{{1,6}}(?:[.．]{DIGIT}{{1,2}}(?=[ ]?英[寸吋]))?+)(?![/／.．]?{DIGIT}|[A-Za-z月日])"
BARS = frozenset("/／")
FARTHEST_BAR = len("123 123456/")
PARTS = Opening(" 分", r"[ ]{0,2}分[ ]{0,2}之[ ]{0,2}")
# 百万万分之七: the magnitudes are the denominator of what follows.
MILLIONTHS = Opening("万亿", r"(?<=[百千万])[万亿]分之")
AGAIN = Opening(" 又", r"[ ]?又[ ]?")
SIGN = compiled(r"(?:[-－−–]|[负負]|零[下上])[ ]?$")
SIGN_WIDTH = 3
SIGN_ENDS = frozenset(" -－−–负負下上")
SIXTEEN_FIGURES = Context(prec=16, traps=[])


def _read_fraction(text: str, start: int) -> Number | None:
    """Return the number at ``start``, fractions (三分之一, 1/6, 3又1/2) included."""
    if (alone := ALONE.match(text, start)) is not None:
        value = Decimal(alone[0])
        return Number(alone.end(), value, value)
    barred = _read_bar(text, start)
    if barred is not None:
        return barred
    number = read_number(text, start)
    if number is None or number.modifier is not None:
        return number
    if (power := POWER_OF_TEN.match(text, number.end)) is not None:
        value = number.low.scaleb(int(power["power"].translate(SUPERSCRIPT)), EXACT)
        return Number(power.end(), plain(value), plain(value))
    if (again := AGAIN.match(text, number.end)) is not None:
        part = _read_bar(text, again.end()) or _read_parts(text, read_number(text, again.end()))
        if part is not None:
            value = EXACT.add(number.low, part.low)
            return Number(part.end, value, value)
    return _read_parts(text, number) or number


def _divided(top: Decimal, bottom: Decimal) -> Decimal:
    """Return a fraction, exact where it ends, else to sixteen figures: 0.25, 0.3333333333333333."""
    value = EXACT.divide(top, bottom)
    return SIXTEEN_FIGURES.plus(value) if len(value.as_tuple().digits) >= EXACT.prec else value


def _read_bar(text: str, start: int) -> Number | None:
    """Return the fraction printed with a bar at ``start``: 1/6, 1 4/3; the digits of 60/50帧 are two numbers."""
    if BARS.isdisjoint(text[start : start + FARTHEST_BAR]):
        return None
    bar = compiled(FRACTION_BAR).match(text, start)
    if bar is None or text[max(start - 1, 0) : start].startswith(tuple("/／.")):
        return None
    top, bottom = Decimal(bar["top"]), Decimal(bar["bottom"].translate(ASCII_DIGITS))
    if not bottom or not (bar["whole"] is not None or top <= bottom or top < 10):
        return None
    value = EXACT.add(_divided(top, bottom), Decimal(bar["whole"] or 0))
    return Number(bar.end(), value, value)


def _read_parts(text: str, number: Number | None) -> Number | None:
    """Return the fraction whose denominator has been read: 三 | 分之一; 百分之 is left to its numerator."""
    if number is None or number.bare or not number.low or (parts := PARTS.match(text, number.end)) is None:
        return None
    sign = SIGN.match(text[parts.end() : parts.end() + 1])
    top = read_number(text, parts.end() + (1 if sign else 0))
    if top is None:
        return None
    value = _divided(-top.low if sign else top.low, number.low)
    return Number(top.end, value, value)


def _sign(text: str, start: int, last_end: int) -> int:
    """Return where the minus before ``start`` begins, or ``start`` if there is none.

    A dash is a minus only where no number stands just before it: 20-100 and 3万元-5万元 are ranges.
    """
    match = text[start - 1 : start] in SIGN_ENDS and SIGN.search(
        text[max(last_end, start - SIGN_WIDTH) : start]
    )
    if not match:
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
    """Return a number written as a word: 成千上万, 百十来, 数以万计, 两位数."""
    if text.startswith("位", at + 1):
        return _number_of_digits(text, at)
    if text[at] not in BEGIN_WORDS:
        return None
    for word, low in WORDS.items():
        if text.startswith(word, at):
            return Numeral(word, at, at + len(word), None, Decimal(low), None, "at_least")
    if (match := HUNDRED_ODD.match(text, at)) is not None:
        return Numeral(match[0], at, match.end(), Decimal(110), None, None, "about")
    if (match := ABOUT_ONE.match(text, at)) is not None:
        return Numeral(match[0], at, match.end(), Decimal(MAGNITUDES[text[at]]), None, None, "about")
    if (match := COUNTED_BY.match(text, at)) is not None:
        least = read_number(text, match.start("magnitude"))
        assert least is not None
        return Numeral(match[0], at, match.end(), None, least.low, None, "at_least")
    return None


def _number_of_digits(text: str, at: int) -> Numeral | None:
    """Return 两位数 as the range of what has two digits."""
    match = compiled(DIGITS_LONG).match(text, at)
    length = 0 if match is None else int(match["length"].translate(POSITIONAL).translate(ASCII_DIGITS))
    if match is None or length == 0:
        return None
    least, most = Decimal(10 ** (length - 1)), Decimal(10**length - 1)
    return Numeral(match[0], at, match.end(), None, least, most, "between")


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
    if text.startswith(("零下", "零上"), begin) or NO_NUMBER.match(text, begin):
        return None
    upward = AT_LEAST.match(text, begin)
    if upward is not None:
        if text[begin - 1 : begin] in ENDS_IN_UP and begin > 0:
            return None
        number = read_number(text, begin + 1)
        if number is None or PARTS.match(text, number.end):
            return None
        return Numeral(text[begin : number.end], begin, number.end, number.low, number.low, None, "at_least")
    if text[begin] in ZEROS and text[begin + 1 : begin + 2].isdecimal() and text[begin - 1 : begin].isalpha():
        # 1小时零5分: 零 only leads on to the smaller unit.
        return None
    if text[begin] in "陆陸" and begin > 0 and text[begin - 1] in "大登着内水海欧新":
        return None
    if text.startswith("兆", begin + 1) and text[begin] in FINANCIAL:
        # 陆兆 begins a name: nobody writes 兆 in the capitals of cheques.
        return None
    if text[begin] == "伍" and begin > 0 and text[begin - 1] in "队入退":
        return None
    number = _read_fraction(text, begin)
    if (
        number is None
        or MILLIONTHS.match(text, number.end)
        or (number.bare and not _licensed(text, begin, number))
    ):
        return None
    sign = _sign(text, begin, last_end)
    quote = text[sign : number.end]
    negative = sign < begin and not quote.startswith("零上")
    low, high = (-number.high, -number.low) if negative else (number.low, number.high)
    if number.several or low != high:
        modifier: Modifier = "about" if number.several else "between"
        return Numeral(quote, sign, number.end, None, low, None if number.modifier else high, modifier)
    if number.modifier == "over" and negative:
        return Numeral(quote, sign, number.end, high, None, high, "over")
    if number.modifier == "over":
        return Numeral(quote, sign, number.end, low, low, None, "over")
    if number.modifier == "about":
        return Numeral(quote, sign, number.end, low, None, None, "about")
    return Numeral(quote, sign, number.end, low, low, low)


def _licensed(text: str, begin: int, number: Number) -> bool:
    """Tell whether 百, 千, 万, 亿 or 伍 alone is a number here: 近百所, 每千人口, 伍元."""
    if PARTS.match(text, number.end):
        return False
    if text[begin] in FINANCIAL:
        return text[number.end : number.end + 1] in tuple("折成个元圆角分") or text[begin - 1 : begin] == "之"
    return compiled(LICENCE).search(text[max(begin - 4, 0) : begin]) is not None


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
