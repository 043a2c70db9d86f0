"""What each form of date means, what stays silent, and what holds for any text."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.dates import find_dates
from newsan.dates.forms import Rule, rules
from newsan.patterns import compiled
from newsan.reading import plain_article, split_sentences

if TYPE_CHECKING:
    from newsan.models import Date

EDITION = dt.date(2025, 12, 18)  # a Thursday


def dates(text: str, reference: dt.date | None = EDITION) -> list[Date]:
    return find_dates(split_sentences(plain_article(text)), reference)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.name} {rule.example}")
def test_examples(rule: Rule) -> None:
    found = dates(f"2025年12月1日，{rule.example}")
    assert any(date.quote in rule.example for date in found[1:]) or found[0].quote.endswith(rule.example)


# fmt: off
MEANS = [
    # as printed                      quote                  edtf                     from          to
    ("2025年12月17日开工",            "2025年12月17日",      "2025-12-17",            "2025-12-17", "2025-12-17"),
    ("二〇二五年十月一日起施行",      "二〇二五年十月一日",  "2025-10-01",            "2025-10-01", None),
    ("１２月１７日开工",              "１２月１７日",        "2025-12-17",            "2025-12-17", "2025-12-17"),
    ("去年7月18日开工",               "去年7月18日",         "2024-07-18",            "2024-07-18", "2024-07-18"),
    ("将于1月1日施行",                "1月1日",              "2026-01-01",            "2026-01-01", "2026-01-01"),
    ("16日在青城闭幕",                "16日",                "2025-12-16",            "2025-12-16", "2025-12-16"),
    ("上月30号完工",                  "上月30号",            "2025-11-30",            "2025-11-30", "2025-11-30"),
    ("3月5日至7日召开",               "3月5日至7日",         "2025-03-05/2025-03-07", "2025-03-05", "2025-03-07"),
    ("12月3至5日召开",                "12月3至5日",          "2025-12-03/2025-12-05", "2025-12-03", "2025-12-05"),
    ("2024年12月30日至1月2日",        "2024年12月30日至1月2日", "2024-12-30/2025-01-02", "2024-12-30", "2025-01-02"),
    ("今天（12月18日）通车",          "今天（12月18日）",    "2025-12-18",            "2025-12-18", "2025-12-18"),
    ("昨日举行",                      "昨日",                "2025-12-17",            "2025-12-17", "2025-12-17"),
    ("本周三开馆",                    "本周三",              "2025-12-17",            "2025-12-17", "2025-12-17"),
    ("上周末客流大增",                "上周末",              "2025-12-13/2025-12-14", "2025-12-13", "2025-12-14"),
    ("2025年1—11月份支出",            "2025年1—11月份",      "2025-01/2025-11",       "2025-01-01", "2025-11-30"),
    ("7-9月写字楼",                   "7-9月",               "2025-07/2025-09",       "2025-07-01", "2025-09-30"),
    ("今年前10个月",                  "今年前10个月",        "2025-01/2025-10",       "2025-01-01", "2025-10-31"),
    ("前三季度增长",                  "前三季度",            "2025-Q1/2025-Q3",       "2025-01-01", "2025-09-30"),
    ("2024年第四季度",                "2024年第四季度",      "2024-Q4",               "2024-10-01", "2024-12-31"),
    ("2017年上半年",                  "2017年上半年",        "2017-01/2017-06",       "2017-01-01", "2017-06-30"),
    ("截至6月底，",                   "6月底",               "2025-06",               "2025-06-25", "2025-06-30"),
    ("截至2008年底，",                "2008年底",            "2008-12",               "2008-12-01", "2008-12-31"),
    ("去年6月上旬",                   "去年6月上旬",         "2024-06",               "2024-06-01", "2024-06-10"),
    ("到2035年建成",                  "2035年",              "2035",                  "2035-01-01", "2035-12-31"),
    ("2016—2020年",                   "2016—2020年",         "2016/2020",             "2016-01-01", "2020-12-31"),
    ("1998年以来最多",                "1998年",              "1998",                  "1998-01-01", "2025-12-18"),
    ("2011年之前没有",                "2011年",              "2011",                  None,         "2010-12-31"),
    ("明年6月之前完工",               "明年6月",             "2026-06",               "2025-12-18", "2026-06-30"),
    ("今年以来下雨少",                "今年以来",            "2025-01-01/2025-12-18", "2025-01-01", "2025-12-18"),
    ("“十四五”期间",                  "十四五",              "2021/2025",             "2021-01-01", "2025-12-31"),
    ("“十三五”末",                    "十三五",              "2016/2020",             "2020-01-01", "2020-12-31"),
    ("“三五”时期",                    "三五",                "1966/1970",             "1966-01-01", "1970-12-31"),
    ("上世纪八十年代建的",            "上世纪八十年代",      "198X",                  "1980-01-01", "1989-12-31"),
    ("上世纪90年代中期",              "上世纪90年代中期",    "199X",                  "1993-01-01", "1996-12-31"),
    ("20世纪60至80年代中期",          "20世纪60至80年代中期", "196X/198X",            "1960-01-01", "1986-12-31"),
    ("20世纪中叶",                    "20世纪中叶",          "19XX",                  "1940-01-01", "1959-12-31"),
    ("20世纪60至80年代",              "20世纪60至80年代",    "196X/198X",             "1960-01-01", "1989-12-31"),
    ("本月中下旬",                    "本月中下旬",          "2025-12",               "2025-12-11", "2025-12-31"),
    ("2024上半年",                    "2024上半年",          "2024-01/2024-06",       "2024-01-01", "2024-06-30"),
    ("四四年参军",                    "四四年",              "1944",                  "1944-01-01", "1944-12-31"),
    ("今年夏天",                      "今年夏天",            "2025-22",               "2025-06-01", "2025-08-31"),
    ("3天后开馆",                     "3天后",               "2025-12-21",            "2025-12-21", "2025-12-21"),
    ("未来两个月雨水多",              "未来两个月",          "2025-12-18/2026-02-17", "2025-12-18", "2026-02-17"),
    ("明年母亲节",                    "明年母亲节",          "2026-05-10",            "2026-05-10", "2026-05-10"),
    ("2024年冬至",                    "2024年冬至",          "2024-12-21",            "2024-12-21", "2024-12-21"),
    ("农历腊月廿三",                  "农历腊月廿三",        "2026-02-10",            "2026-02-10", "2026-02-10"),
    ("民国三十年修的桥",              "民国三十年",          "1941",                  "1941-01-01", "1941-12-31"),
    ("他十年前参军",                  "十年前",              "2015",                  "2015-01-01", "2015-12-31"),
    ("13日夜间至15日有雪",            "13日夜间至15日",      "2025-12-13/2025-12-15", "2025-12-13", "2025-12-15"),
    ("上个礼拜天下雪",                "上个礼拜天",          "2025-12-14",            "2025-12-14", "2025-12-14"),
    ("21时27分点火",                  "21时27分",            "T21:27",                "2025-12-18", "2025-12-18"),
    ("下午3点半开会",                 "下午3点半",           "T15:30",                "2025-12-18", "2025-12-18"),
    ("8:00—11:30开放",                "8:00—11:30",          "T08:00/T11:30",         "2025-12-18", "2025-12-18"),
]
# fmt: on


@pytest.mark.parametrize(("printed", "quote", "edtf", "first", "last"), MEANS)
def test_means(printed: str, quote: str, edtf: str, first: str | None, last: str | None) -> None:
    [date] = dates(printed)
    assert (date.quote, date.edtf, date.from_, date.to) == (quote, edtf, first, last)


# fmt: off
SILENT = [
    "拨打110", "营业24小时", "住满6个月以上", "连续三年", "历时5天", "读三年级", "第十四届", "2000户", "2028个车位",
    "二十四节气", "12号楼", "地铁7号线", "比分67比53", "192.168.1.1", "888-000-9999", "版本3.2.1", "有朝一日",
    "“十四五”规划", "有1300年历史", "有近50天没下雨", "同时", "小时候", "三四年", "三五年后", "目前日本", "红极一时", "晚一点", "五月天", "2月30日", "每2月一次", "8点建议",
    "免去夏某的职务", "达产后年产值", "一成一", "每周三", "3月龄婴儿", "300天", "35:70", "近日", "目前",
    "一天来，雪没停过", "“四点半课堂”", "下午四点半课堂", "村里实行一月一议", "记者 佟立夏", "通讯员张立春", "每月15日缴费",
]
# fmt: on


@pytest.mark.parametrize("printed", SILENT)
def test_silent(printed: str) -> None:
    assert dates(printed) == []


# fmt: off
INFERRED = [
    # text                                       reference             quote       edtf               from the words
    ("12月30日，大桥通车。",                     dt.date(2026, 1, 1),  "12月30日", "2025-12-30",      "edition date"),
    ("12月30日，大桥通车。",                     None,                 "12月30日", "XXXX-12-30",      None),
    ("青城6月2日电 赛事历时6天，1日落幕。",      None,                 "1日",      "XXXX-06-01",      "6月2日"),
    ("2024年，增长3%。前三季度，增长4%。",       EDITION,              "前三季度", "2024-Q1/2024-Q3", "2024年"),
    ("较2020年增长3%，前三季度增长4%。",         EDITION,              "前三季度", "2025-Q1/2025-Q3", "edition date"),
    ("通讯社2008年5月22日电\n桥梁将于8月1日通车。", None,               "8月1日",   "2008-08-01",      "dateline"),
    ("5月11日开工，次日完工。",                  EDITION,              "次日",     "2025-05-12",      "5月11日"),
    ("2019年修路，次年架桥。",                   EDITION,              "次年",     "2020",            "2019年"),
]
# fmt: on


@pytest.mark.parametrize(("text", "reference", "quote", "edtf", "source"), INFERRED)
def test_unsaid_parts(
    text: str, reference: dt.date | None, quote: str, edtf: str, source: str | None
) -> None:
    [date] = [date for date in dates(text, reference) if date.quote == quote]
    assert (date.edtf, date.inferred_from) == (edtf, source)


def test_nothing_is_counted_from_nowhere() -> None:
    assert [date.quote for date in dates("今年，昨天，上周三，近三年，农历腊月。", None)] == []


ALPHABET = "0123456789０９一二三十廿〇年月日号时点分周前后今去明上下半季度初底末至—-:：.·/第“”十四五世纪代农历闰腊春节以来，。\n "


@given(st.text(ALPHABET + "".join(sorted({sign for rule in rules() for sign in rule.signs})), max_size=30))
def test_no_rule_matches_without_its_signs(text: str) -> None:
    for rule in rules():
        if compiled(rule.pattern).search(text):
            assert any(sign in text for sign in rule.signs.split()), rule.name


@given(st.text(ALPHABET, max_size=40), st.none() | st.dates())
def test_any_text(text: str, reference: dt.date | None) -> None:
    found = dates(text, reference)
    assert all(text[date.start : date.end] == date.quote for date in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(date.from_ <= date.to for date in found if date.from_ and date.to)
    assert found == dates(text, reference)
