"""Printed numbers: what they are worth, what they leave open, and that none runs away."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.numerals import find_numerals, finding, parse_numeral
from newsan.numerals.lexemes import Opening
from newsan.patterns import compiled

# fmt: off
MEANS = [
    # as printed                value
    ("４，５６５",               "4565"),
    ("1,030,000",               "1030000"),
    ("８３．４０",               "83.40"),
    ("27.41亿",                 "2741000000"),
    ("1.2万亿",                 "1200000000000"),
    ("二十万亿",                 "20000000000000"),
    ("一万五千亿",               "1500000000000"),
    ("3万2千",                  "32000"),
    ("2千零30万",               "20300000"),
    ("一万三",                  "13000"),
    ("两千三百五",               "2350"),
    ("一万零十二",               "10012"),
    ("负四百零五亿零四百零四万",    "-40504040000"),
    ("肆佰叁拾萬",               "4300000"),
    ("五億零六",                 "500000006"),
    ("五兆六十二億四萬五千二",      "5006200045200"),
    ("廿五",                    "25"),
    ("卅",                      "30"),
    ("二〇二五",                 "2025"),
    ("五点八",                  "5.8"),
    ("一点五亿",                 "150000000"),
    ("四百亿点零五零",            "40000000000.05"),
    ("40k",                     "40000"),
    ("30w",                     "300000"),
    ("2e5",                     "200000"),
    ("四分之一",                 "0.25"),
    ("3又1000分之23",            "3.023"),
    ("二十 億",                  "2000000000"),
    ("7万 5千 4百",              "75400"),
    ("一百○六",                  "106"),
    ("零下12.5",                 "-12.5"),
    ("零上3.5",                  "3.5"),
    ("十打",                     "120"),
    ("零十",                     "10"),
    ("5/8",                     "0.625"),
    ("5又1/2",                  "5.5"),
    ("三 万 两 千",               "32000"),
    ("三分之二",                 "0.6666666666666667"),
    ("六百 二又四分之一",          "620.25"),
    ("1.2×10^8",                "120000000"),
    ("4.5×10的7次方",            "45000000"),
    ("9.1×10⁻³",                "0.0091"),
]

OPEN = [
    # as printed        value       low          high        modifier
    ("二百三十余万",     "2300000",  "2300000",   None,       "over"),
    ("3000多万",        "30000000", "30000000",  None,       "over"),
    ("三十万多亿", "30000000000000", "30000000000000", None,  "over"),
    ("十几万",          "100000",   "100000",    None,       "over"),
    ("40几",           "40",       "40",        None,       "over"),
    ("数以万计",         None,       "10000",     None,       "at_least"),
    ("数以百万计",       None,       "1000000",   None,       "at_least"),
    ("百余",            "100",      "100",       None,       "over"),
    ("上千",            "1000",     "1000",      None,       "at_least"),
    ("成千上万",         None,       "1000",      None,       "at_least"),
    ("数十",            None,       "10",        "100",      "about"),
    ("几百万",          None,       "1000000",   "10000000", "about"),
    ("三四十",          None,       "30",        "40",       "between"),
    ("十七八",          None,       "17",        "18",       "between"),
    ("三五百",          None,       "300",       "500",      "between"),
    ("两位数",          None,       "10",        "99",       "between"),
]

WITHIN = [
    # text                      the numerals in it
    ("扩建210万千瓦机组",         ["210万"]),
    ("全程12千米",               ["12"]),
    ("20-100个",                ["20", "100"]),
    ("3万元-5万元",              ["3万", "5万"]),
    ("-12℃至-3℃",              ["-12", "-3"]),
    ("百分之八",                 ["八"]),
    ("每千人口",                 ["千"]),
    ("近百所",                   ["百"]),
    ("三万一平米",               ["三万", "一"]),
    ("一万两白银",               ["一万", "两"]),
    ("下午三点五十分",            ["三", "五十"]),
    ("登陆十多次",               ["十多"]),
    ("二十来分钟",               ["二十来"]),
    ("从二十来说",               ["二十"]),
    ("百十来人",                 ["百十来"]),
    ("三两天",                   ["三两"]),
    ("四斤六两",                 ["四", "六", "两"]),
    ("百米零四十厘米",            ["四十"]),
    ("收入3 260元",              ["3 260"]),
    ("增长一六．八%",             ["一六．八"]),
    ("两千克",                   ["两"]),
    ("2026.4.28",               ["2026", "4", "28"]),
    ("每秒60/50帧",              ["60", "50"]),
    ("零下6度到零上4度",           ["零下6", "零上4"]),
    ("十打铅笔",                 ["十打"]),
    ("四川十打九稳",              ["十", "九"]),
    ("垄沟10×10米",              ["10", "10"]),
]
# fmt: on

SILENT = [
    "万",
    "万万",
    "百姓",
    "千里马",
    "亿万",
    "收拾",
    "入伍",
    "大陆",
    "数据",
    "多家",
    "晚上",
    "四川",
    "十足",
    "一看",
    "打击",
]
NUMBER_CHARACTERS = (
    "0123456789０１９.,，．零〇一二两三四五九十百千万亿兆壹拾廿多余几数上点分之又半负-/ kwe^%第个成"
)


@pytest.mark.parametrize(("printed", "value"), MEANS)
def test_means(printed: str, value: str) -> None:
    [numeral] = find_numerals(printed)
    assert numeral.quote == printed
    assert str(numeral.value) == value
    assert numeral.low == numeral.high == numeral.value
    assert parse_numeral(printed) == Decimal(value)


@pytest.mark.parametrize(("printed", "value", "low", "high", "modifier"), OPEN)
def test_leaves_open(
    printed: str, value: str | None, low: str | None, high: str | None, modifier: str
) -> None:
    [numeral] = find_numerals(printed)
    bounds = [None if bound is None else str(bound) for bound in (numeral.value, numeral.low, numeral.high)]
    assert (numeral.quote, *bounds, numeral.modifier) == (printed, value, low, high, modifier)


@pytest.mark.parametrize(("text", "quotes"), WITHIN)
def test_ends_where_the_number_ends(text: str, quotes: list[str]) -> None:
    assert [numeral.quote for numeral in find_numerals(text)] == quotes


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert find_numerals(text) == []


@given(st.text(NUMBER_CHARACTERS, max_size=40), st.integers(0, 9))
def test_quotes_are_slices_in_reading_order(text: str, start: int) -> None:
    numerals = find_numerals(text, start)
    for numeral in numerals:
        assert numeral.quote
        assert text[numeral.start - start : numeral.end - start] == numeral.quote
        assert numeral.value is None or numeral.value.is_finite()
    assert all(a.end <= b.start for a, b in pairwise(numerals))


@given(st.text(max_size=60))
def test_reads_any_text(text: str) -> None:
    assert all(text[n.start : n.end] == n.quote for n in find_numerals(text))


@given(st.text(NUMBER_CHARACTERS, max_size=12))
def test_the_short_way_for_plain_digits_reads_what_the_long_way_reads(text: str) -> None:
    short = find_numerals(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "ALONE", Opening("", "-"))
        assert find_numerals(text) == short


@given(st.text(NUMBER_CHARACTERS, max_size=12), st.integers(0, 11))
def test_an_opening_matches_what_its_pattern_matches(text: str, at: int) -> None:
    openings = (value for value in vars(finding).values() if isinstance(value, Opening))
    for opening in openings:
        tried, whole = opening.match(text, at), compiled(opening._pattern).match(text, at)
        assert (tried and tried.span()) == (whole and whole.span())


@pytest.mark.parametrize("text", ["0^0多", "0^0几", "9e99几", "9e999多万", "8^99几十", "0^-1余"])
def test_powers_beyond_reckoning_are_read_or_left(text: str) -> None:
    values = [numeral.value for numeral in find_numerals(text)]
    assert all(value is None or value.is_finite() for value in values)


@given(st.integers(-(10**12), 10**12))
def test_plain_integers_are_themselves(number: int) -> None:
    assert parse_numeral(str(number)) == number


@pytest.mark.parametrize(
    "piece",
    ["一", "1", "十", "万", "几", "上百", "三又", "一点", "1,", "1.", "1/", "三分之", "-1", "十多", "1 "],
)
def test_hostile_text_keeps_its_quotes(piece: str) -> None:
    text = piece * 8000
    assert all(text[numeral.start : numeral.end] == numeral.quote for numeral in find_numerals(text))
