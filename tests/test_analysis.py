"""Whatever the text, the whole way from a page to its records holds: no exception, exact quotes, true places."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsan
from newsan.models import Analysis, ArticleAnalysis
from tests.hostile import HOSTILE

PIECES = [
    "# 全市粮食喜获丰收", "**粮食丰收**", "第02版 要闻", "2025年12月18日 星期四", "本报讯（记者 林一）", "新华社呼和浩特12月17日电", "●本报记者 林一 通讯员 高远",
    "今年前三季度，全市粮食总产达12.5万公斤，", "同比增长5.2%。", "其中玉米、小麦分别增长5%和6%，", "合作社由196家增至近420家。", "比2021年末多三成五，", "占全区的三分之一；",
    "呼和浩特市新城区讨思浩村", "北京一零一中", "在中心小学图书馆，", "“十四五”以来，", "11月底，", "昨日16:30至18:30，", "每万人口8.1件", "三四十个", "二百三十余亩", "零下29℃",
    "十全十美", "第十四届", "据市统计局统计，", "图为丰收。林一 摄", "（下转第3版）", "（上接第1版）", "责任编辑：高远", "电话：0471-1234567", "1,234.5元/吨", "3:2", "1/3", "翻一番。",
    "\n", "\n\n", "\n　　", "，", "。",
]  # fmt: skip
CHARACTERS = "的一二十百万亿两半0159０５.．,，。；：、！？“”《》（）()—-~％%℃#*·/第年月日至比增长降分之个元吨市区村记者摄图 　\t\n\r\f\u2028\ufeff\u200b\U00020000"
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(CHARACTERS, max_size=9), max_size=25).map("".join)
DATES = st.none() | st.dates()
ENOUGH = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])


def check(analysis: Analysis, text: str) -> None:
    assert analysis.edition.text == re.sub("[\ud800-\udfff]", "\ufffd", text)
    analysis.to_dict()
    for found in analysis.articles:
        check_records(found, analysis)
        check_references(found)


def check_records(found: ArticleAnalysis, analysis: Analysis) -> None:
    article, edition = found.article, analysis.edition
    for records in (found.facts, found.dates, found.places, found.rejected):
        for record in records:
            assert record.quote
            assert article.text[record.start : record.end] == record.quote
            assert record.source_start is not None
            assert record.source_end is not None
            assert record.quote[0] in edition.text[record.source_start : record.source_end]
            assert record.quote[-1] in edition.text[record.source_start : record.source_end]
            assert edition.text[article.source_offset(record.start)] == record.quote[0]
            assert record.line is not None
            assert 1 <= record.line <= len(edition.line_starts)
            assert record.sentence in article.text
        assert all(first.start <= second.start for first, second in pairwise(records)), "not in reading order"
    for keyword in found.keywords:
        assert 0 <= keyword.weight <= 1
        for start, end in keyword.spans:
            assert article.text[start:end] in (keyword.text, *keyword.variants)


def check_references(found: ArticleAnalysis) -> None:
    figures = {fact.id for fact in found.facts}
    places = {place.id for place in found.places}
    for fact in found.facts:
        assert fact.place is None or fact.place in places
        assert fact.change is None or {fact.change.from_, fact.change.to} <= figures
        assert fact.low is None or fact.high is None or fact.low <= fact.high
    assert all(first.end <= second.start for first, second in pairwise(found.facts)), "figures overlap"
    for date in found.dates:
        assert date.from_ is None or date.to is None or date.from_ <= date.to


@ENOUGH
@given(TEXTS, DATES)
def test_records_of_any_page_quote_it(text: str, date: object) -> None:
    check(newsan.analyse(newsan.parse_edition(text, date=date)), text)  # type: ignore[arg-type]


@given(st.text(max_size=120))
def test_records_of_any_text_quote_it(text: str) -> None:
    analysis = newsan.analyse(newsan.parse_edition(text))
    check(analysis, text)


@pytest.mark.parametrize("unit", HOSTILE)
def test_long_hostile_text_is_read_to_its_end(unit: str) -> None:
    """Long enough for a recursion to overflow and for a rule of quadratic cost to be unmistakable."""
    text = unit * (4_000 // len(unit))
    analysis = newsan.analyse(newsan.parse_edition(text, date="2025-12-18"))
    for found in analysis.articles:
        check_references(found)


def test_an_hour_of_the_day_is_no_part_of_the_date() -> None:
    [yesterday] = newsan.find_dates("昨日", dt.datetime(2025, 12, 18, 9, 30, tzinfo=dt.UTC))
    assert yesterday.from_ == "2025-12-17"


@pytest.mark.parametrize("text", ["粮食\udfff增长5\ud800%", "\0增长\x005%", "# \ud800\n图为\udc00。林一 摄"])
def test_text_that_no_file_holds_is_read(text: str) -> None:
    check(newsan.analyse(newsan.parse_edition(text)), text)


def test_lines_are_numbered_as_editors_do() -> None:
    edition = newsan.parse_edition("全市粮食丰收\r\n今年增产5%。\n\f第二页增产6%。\r今年\u2028增产7%。\n")
    facts = [fact for found in newsan.analyse(edition).articles for fact in found.facts]
    assert [(fact.quote, fact.line) for fact in facts] == [("5%", 2), ("6%", 3), ("7%", 4)]


def test_the_public_names_are_listed() -> None:
    assert set(newsan.__all__) <= set(dir(newsan))
    for name in newsan.__all__:
        assert getattr(newsan, name) is not None
