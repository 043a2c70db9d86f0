"""The pieces numbers are printed with: digits of every kind, magnitudes, 几, 多 and 余."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsan.patterns import compiled

if TYPE_CHECKING:
    from regex import Match

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
# 十打苹果 is 120 of them; 打 before anything else is a verb.
DOZENS = "[个個双雙只支枝条條瓶罐]|啤酒|红酒|葡萄酒|可乐|饮料|鸡蛋|鸭蛋|鸡翅|苹果|橙|铅笔|毛巾|手套|袜|玫瑰|蜡烛|碗|杯"


class Opening:
    """A pattern that is tried, and compiled, only where a character stands that what it matches can begin with."""

    __slots__ = ("_first", "_pattern")

    def __init__(self, first: str, pattern: str) -> None:
        """Take the characters and the pattern."""
        self._first = frozenset(first)
        self._pattern = pattern

    def match(self, text: str, at: int) -> Match[str] | None:
        """Return what the pattern matches at a place of a text."""
        return compiled(self._pattern).match(text, at) if text[at : at + 1] in self._first else None


LEXEME_OPENINGS = "0123456789０１２３４５６７８９.．点點打多余餘来來几幾数數" + "".join(
    (*DIGIT_VALUES, *MAGNITUDES, *TENS)
)
LEXEME = Opening(
    LEXEME_OPENINGS,
    rf"""(?x)
      (?P<arabic>
        (?:{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})++(?!{DIGIT})
          |(?<![0-9][ ]?)[0-9]{{1,3}}(?:[ \u00a0\u2009][0-9]{{3}})++(?=[.][0-9]|[亿万元人个户家名件吨亩台公平美辆])|{DIGIT}++)
        (?:(?<![.．]{DIGIT}{{1,12}})[.．]{DIGIT}++(?![.．]{DIGIT}))?+
        |(?<!{DIGIT})[.．]{DIGIT}++
      )
      (?P<power>[eE][+-]?{DIGIT}{{1,3}}(?![A-Za-z0-9])|\^[+-]?{DIGIT}{{1,2}}(?!{DIGIT})|\ ?[kw](?![A-Za-z0-9/]))?+
    | (?P<tens>[廿卅卌])
    | (?P<small>[十拾百佰千仟])
    | (?P<big>[万萬亿億]|兆(?![字比赫瓦帕欧歐周焦瓩伏电電牛乏])|(?<={DIGIT})兆(?=[元円美日]))
    | (?P<point>[点點]|(?<={PLAIN_DIGIT})[.．](?={PLAIN_DIGIT}++[%％万萬亿億公吨米元倍斤亩]))[ ]?(?P<decimals>{PLAIN_DIGIT}++)
    | (?P<digits>(?<![十拾百])一[两兩]|(?<![{PLAIN_DIGIT[1:-1]}十拾百])[两兩]三|三[两兩](?=[个個天年人句下口步件次名位条條])|{PLAIN_DIGIT}++|(?<![{TWO}])[{TWO}](?![{TWO}]))
    | (?P<dozen>打(?=$|[^\w]|{DOZENS}))
    | (?P<more>多(?!米尼加|布拉)|[余餘])
    | (?P<some>[来來](?=[{MEASURED}]))
    | (?P<several>[几幾数數])
    """,
)
