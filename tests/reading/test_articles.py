"""Whatever the page, nothing is lost, doubled or altered, and reading takes time in proportion to its length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.models import Edition
from newsan.reading import parse_edition, split_sentences
from newsan.reading.blocks import build_blocks
from newsan.reading.cohesion import Seams
from newsan.reading.headlines import assign_headings
from newsan.reading.layout import judge_layout, read_lines
from newsan.reading.roles import assign_plain_roles, find_masthead

PIECES = [
    "# 渔港新码头启用", "## 关注民生", "**分拣线日夜不停**", "●本报记者 王 芳", "■本报记者 李小明 摄", "本报讯（记者 赵大海）近日，渔港新码头启用。",
    "　　渔民把虾筐码上岸，", "冷链车随后开走。", "(下转第2版)", "（上接第1版）", "第02版：综合", "海州日报 2025年3月5日 星期三 第2版",
    "责任编辑：钱小川", "新闻热线:0518-1234567", "图为新码头。", "鱼市开张", "一是抓冷链；二是抓", "渠道，", "“三句话没说", "完”的故事。", "（完）",
    "【 日  期 】20250305", "2023-10-28", "第1版()", "专栏：", "---", "***", "**", "#", "", "", "　", "据统计,今年1—2月,全港卸鱼3.2万吨,同比增长", "5.6%。",
]  # fmt: skip
PAGES = st.lists(
    st.sampled_from(PIECES) | st.text("渔港的。，！？“”（）《》#* 　\t\r\f\u20280123abc\ufeff", max_size=12),
    max_size=30,
).map("\n".join)
NOT_TEXT = {"furniture", "meta", "jump", "byline", "credit"}


def roles_by_character(text: str) -> dict[int, str]:
    """Return the role of every character that some block prints."""
    lines, _ = read_lines(text)
    layout = judge_layout(lines)
    blocks = build_blocks(text, lines, layout)
    assign_plain_roles(blocks, layout)
    find_masthead(blocks)
    assign_headings(blocks, layout, Seams(block.text for block in blocks))
    return {at: block.role for block in blocks for start, end in block.spans for at in range(start, end)}


def check(text: str, edition: Edition) -> None:
    owned: dict[int, int] = {}
    for article in edition.articles:
        assert article.text == "\n".join(paragraph.text for paragraph in article.paragraphs)
        for paragraph in article.paragraphs:
            assert article.text[paragraph.start : paragraph.start + len(paragraph.text)] == paragraph.text
        for piece in article.slices:
            assert (
                article.text[piece.start : piece.start + piece.length]
                == text[piece.source : piece.source + piece.length]
            )
            for offset in range(piece.length):
                assert piece.source + offset not in owned, "a character is in two articles"
                owned[piece.source + offset] = article.id
                assert article.source_offset(piece.start + offset) == piece.source + offset
        assert sum(piece.length for piece in article.slices) == len(article.text) - article.text.count("\n")
        assert article.title is None or article.text.startswith(article.title.split(" ")[0])
        for start, end in article.asides:
            assert 0 <= start < end <= len(article.text)
        for first, last in article.lines:
            assert 1 <= first <= last <= len(edition.line_starts)
    roles = roles_by_character(text)
    for at, char in enumerate(text):
        if at not in owned and not char.isspace() and char not in "#*\ufeff\u200b":
            assert roles[at] in NOT_TEXT, f"{char!r} at {at} is in no article"
    for note in edition.notes:
        assert 1 <= note.line <= len(edition.line_starts)


@given(PAGES)
def test_no_character_of_a_page_is_lost_or_doubled(text: str) -> None:
    check(text, parse_edition(text))


@given(st.text(max_size=200))
def test_no_character_of_any_text_is_lost_or_doubled(text: str) -> None:
    check(text, parse_edition(text))


@given(PAGES)
def test_sentences_hold_every_character(text: str) -> None:
    for article in parse_edition(text).articles:
        sentences = split_sentences(article)
        assert "".join(sentence.text for sentence in sentences) == article.text.replace("\n", "")
        for sentence in sentences:
            assert article.text[sentence.start : sentence.end] == sentence.text
        assert all(a.end <= b.start for a, b in pairwise(sentences))


@given(PAGES)
def test_reading_is_repeatable(text: str) -> None:
    assert parse_edition(text) == parse_edition(text)


HOSTILE = [
    "渔", "渔港。", "（", "“", "*", "**", "#", "# ", "　", "\n", " \n", "1", "1,", "摄", "记者", "本报", "本报记者", "报", "。", "……", "王 ", "责编",
    "版", "第1版 ", "渔港新码头启用\n", "渔港新码头启用\n\n近日,渔港新码头启用\n\n", "《", "电", "A.", "2025年",
    "星期一日报 " * 12 + "。\n", "责编 实习" * 14 + "x\n", "记者日报 " * 14 + "。\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_pages_lose_no_character(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    edition = parse_edition(text)
    assert edition.text == text
    for article in edition.articles:
        for piece in article.slices:
            assert article.text[piece.start :][: piece.length] == text[piece.source :][: piece.length]


def test_empty_text_has_no_articles() -> None:
    assert parse_edition("").articles == ()
    assert parse_edition(" \n　\n").articles == ()


def test_a_passage_comes_home_where_text_was_lost_between() -> None:
    page = (
        "## 渔港清淤工程开工\n\n本报讯（记者 林一）连江渔港清淤工程昨日开工，计划清淤42万立方米。渔港航道淤积多年，大船进港要等潮水。\n\n"
        "工程分三段施工，先清航道，再清泊位。施工方调来三艘挖泥船，渔民把渔船移到外港，让出\n\n"
        "## 图书馆夜间开放\n\n本报讯（记者 周二）市图书馆下月起夜间开放到22时，读者凭证入馆。馆里增加了200个座位，自习室配了台灯。\n\n"
        "读者张女士说，下班以后也能来看书了。\n\n"
        "挖泥船每天作业二十小时，淤泥运到外海指定区域。渔港清淤完成后，大船不必再等潮水，渔民说航道深了心里踏实。\n"
    )
    harbour, library = parse_edition(page).articles
    assert "心里踏实" in harbour.text
    assert "心里踏实" not in library.text
