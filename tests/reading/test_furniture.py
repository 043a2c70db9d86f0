"""What the lines around articles say: folios, colophons, jumps."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsan.reading.furniture import (
    FOLIO_PARTS,
    FURNITURE_HINT,
    JUMP,
    Folio,
    is_colophon,
    is_page_number,
    is_rule,
    is_special,
    page_name,
    read_folio,
    read_page_top,
)
from newsan.reading.plain import plain

# fmt: off
PAGES = [
    ("第01版", "1"), ("第２版", "2"), ("A3", "A3"), ("A03版", "A3"), ("三版", "3"), ("第十二版", "12"), ("二十版", "20"), ("头版", "1"), ("10版", "10"),
]

FOLIOS = [
    # as printed                                                       masthead    page  section
    ("第01版：要闻",                                                   None,       "1",  "要闻"),
    ("A03版 财经",                                                     None,       "A3", "财经"),
    ("要闻 第01版 新闻热线:0518-1234567",                              None,       "1",  "要闻"),
    ("海州日报 2025年3月5日 星期三 今日8版 总第4236期 第2版 民生",     "海州日报", "2",  "民生"),
    ("2025年3月5日 农历二月初六 今日惊蛰 海州市青石县 第一版（总第六百三十八期）", None, "1", None),
    ("２０２５年３月５日　星期三　第２版　产经",                       None,       "2",  "产经"),
    ("海州日報 2025年3月5日 第3版 社區",                               "海州日報", "3",  "社區"),
    ("2025年3月5日 星期三 今日8版",                                    None,       None, None),
    ("影像·民生 第05版",                                               None,       "5",  "影像·民生"),
]

TEXT = [
    "2025年3月5日，新码头启用。", "第1版印了新码头的照片。", "今日8版报道了渔港", "渔港日报销售火爆的背后", "（2025年2月10日）", "天气预报", "12", "渔港", "",
]
# fmt: on


@pytest.mark.parametrize(("name", "pattern", "example"), FOLIO_PARTS, ids=[row[0] for row in FOLIO_PARTS])
def test_each_part_reads_its_example(name: str, pattern: str, example: str) -> None:
    found = regex.match("|".join(f"(?P<{row[0]}>{row[1]})" for row in FOLIO_PARTS), plain(example))
    assert found is not None
    assert (found.lastgroup, found.end()) == (name, len(example))
    assert regex.match(pattern, plain(example)) is not None


@pytest.mark.parametrize(("printed", "name"), PAGES)
def test_pages_by_their_number(printed: str, name: str) -> None:
    assert page_name(printed) == name


@pytest.mark.parametrize(("printed", "masthead", "page", "section"), FOLIOS)
def test_folios(printed: str, masthead: str | None, page: str | None, section: str | None) -> None:
    folio = read_folio(printed)
    assert folio is not None
    assert (folio.masthead, folio.page, folio.section) == (masthead, page, section)
    assert is_special(printed)


@pytest.mark.parametrize("printed", TEXT)
def test_text_is_no_folio(printed: str) -> None:
    assert read_folio(printed) is None


def test_the_first_lines_of_a_page() -> None:
    assert read_page_top("海州日报") == Folio(masthead="海州日报")
    assert read_page_top("2025年3月5日 星期三 晴 5～12度 第3版") == Folio(day="2025年3月5日", page="3")
    assert read_page_top("天气预报") is None
    assert read_page_top("渔港启用") is None


@pytest.mark.parametrize(
    "printed", ["（下转第四版）", "(上接A3版)", "（上接第一版《渔港启用》）", "下轉第2版"]
)
def test_jumps(printed: str) -> None:
    assert JUMP.match(plain(printed)) is not None


@pytest.mark.parametrize(
    "printed",
    [
        "责任编辑:钱小川 版式:周文",
        "編輯　周文　　查詢電話　2490 1234",
        "新闻热线:0518-1234567",
        "值班编委　郎　宁　　编辑　周文",
    ],
)
def test_colophons(printed: str) -> None:
    assert is_colophon(printed)
    assert FURNITURE_HINT.search(plain(printed))


def test_drawn_lines_and_page_numbers() -> None:
    assert is_rule("────")
    assert is_page_number("- 3 -")
    assert not is_page_number("12")


@given(st.text("第版报刊年月日星期一二三编辑校对 ：:（）12３A·今总期农历", max_size=40))
def test_folios_say_what_is_printed(text: str) -> None:
    folio = read_folio(text)
    if folio is not None:
        assert folio.masthead is None or folio.masthead in text
        assert folio.day is None or folio.day in text
        assert FURNITURE_HINT.search(plain(text))


def test_a_sheet_with_its_section_heads_a_page() -> None:
    assert read_page_top("A05 经济") == Folio(page="A5", section="经济")
    assert read_folio("A05 经济") is None
    wide = read_folio(
        "海州时报                     2025年3月5日   星期三                         A05 版  经济"
    )
    assert wide == Folio("海州时报", "2025年3月5日", "A5", "经济")
