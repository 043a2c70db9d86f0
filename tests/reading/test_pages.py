"""Pages of every layout, damaged as real ones are, and what their readers saw."""

from __future__ import annotations

import datetime as dt

import pytest

from newsan.models import Article
from newsan.reading import parse_edition

SIGNS = {"title": "#", "kicker": "^", "subtitle": "v", "subhead": "*", "caption": "@", "body": "-"}


def outline(article: Article) -> list[str]:
    return [f"{SIGNS[paragraph.role]} {paragraph.text}" for paragraph in article.paragraphs]


def read(page: str) -> list[list[str]]:
    return [outline(article) for article in parse_edition(page).articles]


HARBOUR = "渔港新码头启用 卸鱼时间缩短一半"
HARBOUR_1 = (
    "本报讯（记者 王芳）海州渔港新码头昨天启用。码头长420米,可同时停靠六条渔船,卸鱼时间由两小时缩短到一小时。"
)
HARBOUR_2 = "渔港管理处主任说,新码头配有冷链车位,鱼货上岸后直接装车,渔港的鱼当天就能运到省城的菜市场。"
SCHOOL = "山村小学添了流动图书车"
SCHOOL_1 = "“图书车来了!”孩子们跑出教室。市图书馆的流动图书车每周三开进山里,为四所山村小学送去2000册图书。"
SCHOOL_2 = "馆员介绍,流动图书车去年行驶1.8万公里,借出图书3.1万册,今年还将开进两所山村小学。"

MARKED = f"""海州日报 2025年3月5日 星期三 第1版

# {HARBOUR}

●本报记者 王 芳

**{HARBOUR_1[2:4]}进度提前**

{HARBOUR_1}

{HARBOUR_2[:30]}

{HARBOUR_2[30:]}

责任编辑:钱小川 版式:周文

## 走基层

## {SCHOOL}

**本报讯**(记者 赵大海){SCHOOL_1}

{SCHOOL_2}
"""


def test_a_marked_page() -> None:
    edition = parse_edition(MARKED)
    assert (edition.title, edition.date) == ("海州日报", dt.date(2025, 3, 5))
    assert [outline(article) for article in edition.articles] == [
        [f"# {HARBOUR}", f"* {HARBOUR_1[2:4]}进度提前", f"- {HARBOUR_1}", f"- {HARBOUR_2}"],
        [f"# {SCHOOL}", "^ 走基层", f"- 本报讯(记者 赵大海){SCHOOL_1}", f"- {SCHOOL_2}"],
    ]
    first, second = edition.articles
    assert [credit.name for credit in first.byline] == ["王芳"]
    assert first.page == "1"
    assert second.dateline is not None
    assert second.text[slice(*second.asides[0])] == "本报讯(记者 赵大海)"
    assert [note.note for note in edition.notes] == ["sentence cut; continued at line 13"]


def test_a_photograph_whose_caption_stands_above_its_headline() -> None:
    page = f"""# {HARBOUR}

{HARBOUR_1}


3月4日,东湖公园的早樱开了,市民在早樱树下散步、拍照。

■本报记者 李小明 摄

## 早樱开了


# {SCHOOL}

{SCHOOL_1}
"""
    articles = parse_edition(page).articles
    assert [(article.kind, article.title) for article in articles] == [
        ("brief", HARBOUR),
        ("photo", "早樱开了"),
        ("brief", SCHOOL),
    ]
    assert outline(articles[1])[1:] == ["@ 3月4日,东湖公园的早樱开了,市民在早樱树下散步、拍照。"]
    assert [(credit.role, credit.name) for credit in articles[1].byline] == [("摄", "李小明")]


def test_a_passage_printed_after_another_article_comes_home() -> None:
    page = "\n\n".join([f"# {HARBOUR}", HARBOUR_1, f"# {SCHOOL}", SCHOOL_1, SCHOOL_2, HARBOUR_2])
    edition = parse_edition(page)
    assert [outline(article) for article in edition.articles] == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"],
        [f"# {SCHOOL}", f"- {SCHOOL_1}", f"- {SCHOOL_2}"],
    ]
    assert edition.articles[0].lines == ((1, 3), (11, 11))
    assert [note.line for note in edition.notes] == [11]


def test_jump_lines_lead_home() -> None:
    page = "\n\n".join(
        [
            f"# {HARBOUR}",
            HARBOUR_1,
            HARBOUR_2[:20],
            "(下转第2版)",
            f"# {SCHOOL}",
            SCHOOL_1,
            f"（上接第1版《{HARBOUR}》）",
            HARBOUR_2[20:],
        ]
    )
    assert read(page) == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"],
        [f"# {SCHOOL}", f"- {SCHOOL_1}"],
    ]


def test_a_bare_page() -> None:
    page = "\n\n".join(
        [
            "第02版 民生",
            HARBOUR,
            HARBOUR_1,
            HARBOUR_2[:24],
            HARBOUR_2[24:],
            "",
            SCHOOL,
            "本报记者 赵大海",
            SCHOOL_1,
            SCHOOL_2,
        ]
    )
    edition = parse_edition(page)
    assert [outline(article) for article in edition.articles] == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"],
        [f"# {SCHOOL}", f"- {SCHOOL_1}", f"- {SCHOOL_2}"],
    ]
    assert [(article.page, article.section) for article in edition.articles] == [("2", "民生")] * 2


def test_a_cut_first_line_is_no_headline() -> None:
    page = f"{HARBOUR}\n\n{HARBOUR_1}\n\n近年来,海州市高度重视建\n\n设现代渔港,先后出台三项措施。"
    assert read(page) == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", "- 近年来,海州市高度重视建设现代渔港,先后出台三项措施。"]
    ]


def test_a_headline_of_two_lines() -> None:
    first, second = HARBOUR.split()
    page = f"{first}\n{second}\n\n{HARBOUR_1}\n\n{HARBOUR_2}\n"
    article = parse_edition(page).articles[0]
    assert article.title == f"{first} {second}"
    assert outline(article)[:2] == [f"# {first}", f"# {second}"]


def wrapped(text: str, columns: int, indent: str) -> str:
    """Break a paragraph at a width in columns, as terminals and wire services do."""
    lines, line, width = [], indent, len(indent)
    for char in text:
        size = 1 if char.isascii() else 2
        if width + size > columns:
            lines.append(line)
            line, width = "", 0
        line, width = line + char, width + size
    return "\n".join([*lines, line])


@pytest.mark.parametrize("columns", [36, 52])
def test_a_page_wrapped_at_a_width(columns: int) -> None:
    page = "\n".join(
        [
            " " * 8 + HARBOUR, *(wrapped(text, columns, "    ") for text in (HARBOUR_1, HARBOUR_2)), "",
            " " * 12 + SCHOOL, *(wrapped(text, columns, "    ") for text in (SCHOOL_1, SCHOOL_2)),
        ]
    )  # fmt: skip
    assert read(page) == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"],
        [f"# {SCHOOL}", f"- {SCHOOL_1}", f"- {SCHOOL_2}"],
    ]


def test_an_indented_page() -> None:
    page = f"{HARBOUR}\n　　{HARBOUR_1}\n　　{HARBOUR_2}\n\n{SCHOOL}\n　　{SCHOOL_1}\n　　{SCHOOL_2}\n"
    assert read(page) == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"],
        [f"# {SCHOOL}", f"- {SCHOOL_1}", f"- {SCHOOL_2}"],
    ]


def test_a_dump_that_repeats_its_headlines() -> None:
    page = f"### {HARBOUR}\n\n2025-03-05\n第1版()\n专栏：\n\n　　{HARBOUR}\n　　{HARBOUR_1}\n　　{HARBOUR_2[:20]}\n{HARBOUR_2[20:]}\n"
    edition = parse_edition(page)
    assert edition.date == dt.date(2025, 3, 5)
    assert [outline(article) for article in edition.articles] == [
        [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"]
    ]


def test_records() -> None:
    page = f"【 日  期 】20250305\n【 版  号 】4\n【 标  题 】{HARBOUR}\n【 作  者 】周文;李小明\n【 正  文 】\n　　{HARBOUR_1}\n　　{HARBOUR_2}\n"
    edition = parse_edition(page)
    assert edition.date == dt.date(2025, 3, 5)
    [article] = edition.articles
    assert outline(article) == [f"# {HARBOUR}", f"- {HARBOUR_1}", f"- {HARBOUR_2}"]
    assert [(credit.role, credit.name) for credit in article.byline] == [
        ("作者", "周文"),
        ("作者", "李小明"),
        ("记者", "王芳"),
    ]


def test_briefs_are_articles_of_their_own() -> None:
    titles = ["今年前两月全市渔港卸鱼量增长一成", "市图书馆新添两辆流动图书车", "东湖公园改造工程开工"]
    bodies = [
        "记者从市渔业局获悉,今年前两月,全市渔港卸鱼3.2万吨,同比增长10.4%。",
        "市图书馆近日新添两辆流动图书车,每辆可装图书2000册。",
        "今天,东湖公园改造工程开工,工期五个月,公园照常开放。",
    ]
    page = "\n\n".join(["国内快讯", *(text for pair in zip(titles, bodies, strict=True) for text in pair)])
    articles = parse_edition(page).articles
    assert [article.title for article in articles] == titles
    assert [article.kind for article in articles] == ["brief"] * 3
    assert articles[0].kicker == "国内快讯"


def test_text_without_a_headline_is_one_article() -> None:
    [article] = parse_edition(f"{HARBOUR_1}\n{HARBOUR_2}\n").articles
    assert (article.title, outline(article)) == (None, [f"- {HARBOUR_1}", f"- {HARBOUR_2}"])


# fmt: off
FURNITURE = [
    "第01版：要闻", "A03版 财经", "海州日报 2025年3月5日 星期三 第1版", "2025年3月5日 星期三", "《海州日报》（2025年03月05日第 02 版）", "社会 海州日报", "第1版()",
    "责任编辑:钱小川 版式:周文", "本版责编 钱小川 校对 周文", "（责任编辑：周  文）", "【责任编辑：王芳】", "新闻热线:0518-1234567", "- 3 -", "────────",
    "(下转第2版)", "（上接第一版）", "专栏：",
]
TEXT = [
    "渔港启用", "2025年3月5日,新码头启用。", "第1版印了新码头的照片。", "编辑部里灯火通明", "周文说,码头建得好", "电话里,他笑了。", "日报", "12", "他订了日报 天天看",
]
# fmt: on


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_in_no_article(line: str) -> None:
    page = f"# {HARBOUR}\n\n{HARBOUR_1}\n\n{line}\n\n# {SCHOOL}\n\n{SCHOOL_1}\n"
    assert line not in "\n".join(article.text for article in parse_edition(page).articles)


@pytest.mark.parametrize("line", TEXT)
def test_text_is_no_furniture(line: str) -> None:
    page = f"# {HARBOUR}\n\n{HARBOUR_1}\n\n{line}\n\n{HARBOUR_2}\n"
    assert line in "\n".join(article.text for article in parse_edition(page).articles)


def test_date_and_home_as_told_or_as_printed() -> None:
    page = "呼和浩特日报 2025年12月18日 星期四 第1版\n\n" + HARBOUR_1
    edition = parse_edition(page)
    assert (edition.title, edition.home, edition.date) == (
        "呼和浩特日报",
        "呼和浩特市",
        dt.date(2025, 12, 18),
    )
    told = parse_edition(page, date="2025-12-19", home="包头市")
    assert (told.home, told.date) == ("包头市", dt.date(2025, 12, 19))
    assert parse_edition(page, date="2025").date == dt.date(2025, 12, 18)
    assert parse_edition(HARBOUR_1, date="2025").date is None


def test_a_masthead_is_known_by_the_folio_under_it() -> None:
    edition = parse_edition(f"海州乡讯\n２０２５年３月５日　星期三　第２版\n\n{HARBOUR}\n\n{HARBOUR_1}\n")
    assert (edition.title, edition.date) == ("海州乡讯", dt.date(2025, 3, 5))
    assert [article.title for article in edition.articles] == [HARBOUR]


BRIDGE = "青石大桥合龙 两岸通车进入倒计时"
BRIDGE_1 = "本报讯（记者 周文）青石大桥昨天合龙。大桥全长860米,双向六车道,两岸居民过江从四十分钟缩短到"
BRIDGE_2 = "一刻钟,青石大桥通车后,渡口将改作公园。"


def test_a_jump_to_a_page_elsewhere_takes_no_passage_of_this_one() -> None:
    page = f"第2版 要闻\n\n{BRIDGE}\n\n{BRIDGE_1}\n\n（下转第四版）\n\n{HARBOUR}\n\n{HARBOUR_1}\n\n{HARBOUR_2}\n\n青石大桥的两岸居民说,过江方便了。"
    edition = parse_edition(page)
    assert outline(edition.articles[0]) == [f"# {BRIDGE}", f"- {BRIDGE_1}"]
    assert "continues on page 4, which is not in this file" in [note.note for note in edition.notes]


def test_a_passage_continued_from_elsewhere_stays_by_itself() -> None:
    page = "\n\n".join(
        ["第2版 要闻", HARBOUR, HARBOUR_1, HARBOUR_2, f"（上接第一版）{BRIDGE_2}", SCHOOL, SCHOOL_1]
    )
    edition = parse_edition(page)
    assert [article.title for article in edition.articles] == [HARBOUR, None, SCHOOL]
    assert outline(edition.articles[1]) == [f"- {BRIDGE_2}"]
    assert "continued from page 1; its beginning is not in this file" in [note.note for note in edition.notes]


def test_a_number_cut_from_its_unit_comes_home() -> None:
    head, tail = "渔民说,新码头配有冷链车位,渔港全年的卸鱼量预计达到十二三", "万吨,渔民增收又省心。"
    page = f"{HARBOUR}\n\n{HARBOUR_1}\n\n{head}\n\n{SCHOOL}\n\n{SCHOOL_1}\n\n{SCHOOL_2}\n\n{tail}"
    first, second = parse_edition(page).articles
    assert first.paragraphs[-1].text == head + tail
    assert outline(second) == [f"# {SCHOOL}", f"- {SCHOOL_1}", f"- {SCHOOL_2}"]


def test_a_column_of_briefs_and_a_table() -> None:
    briefs = ["▲渔港冷库扩建工程昨天开工,新增库容两千吨。", "▲市图书馆本周六延长开放至晚上九点。"]
    rows = ["品名　本周　上周", "鲫鱼　19.5　18.9", "鸡蛋　8.12　8.36"]
    page = "\n".join(
        [HARBOUR, HARBOUR_1, HARBOUR_2, "", "海州速递", "", *briefs, "", "一周行情（单位:元）", *rows]
    )
    edition = parse_edition(page)
    assert [article.title for article in edition.articles] == [HARBOUR, "海州速递", "一周行情（单位:元）"]
    assert edition.articles[1].kind == "brief"
    assert [paragraph.text for paragraph in edition.articles[2].paragraphs[1:]] == rows


def test_a_forecast_and_verse_are_read_line_by_line() -> None:
    forecast = ["今天:多云转晴,5℃～14℃", "明天:晴,7℃～17℃", "后天:阴有小雨,6℃～11℃,东风3级"]
    verse = ["潮水退到石阶下", "船挨着船", "女人们把虾筐举过头顶", "把一夜的风浪", "交给早市"]
    page = "\n".join([HARBOUR, HARBOUR_1, "", "天气预报", *forecast, "", "渔港的早晨", "周海", "", *verse])
    articles = parse_edition(page).articles
    assert [(article.kind, article.title) for article in articles[1:]] == [
        ("notice", "天气预报"),
        ("article", "渔港的早晨"),
    ]
    assert [paragraph.text for paragraph in articles[1].paragraphs[1:]] == forecast
    assert [paragraph.text for paragraph in articles[2].paragraphs[1:]] == verse
    assert [(credit.role, credit.name) for credit in articles[2].byline] == [("作者", "周海")]


def test_a_signature_and_its_day_stay_under_the_notice() -> None:
    page = f"{HARBOUR}\n　　{HARBOUR_1}\n\n停水公告\n　　因管道施工,渔港路明天停水。\n　　　　　　　　　　海州市供水有限公司\n　　　　　　　　　　2025年3月4日\n"
    notice = parse_edition(page).articles[1]
    assert (notice.kind, notice.title) == ("notice", "停水公告")
    assert [paragraph.text for paragraph in notice.paragraphs[2:]] == ["海州市供水有限公司", "2025年3月4日"]


def test_a_page_in_traditional_characters() -> None:
    page = "海州週報\n2025年3月5日　星期三　第3版　社區\n\n漁港新碼頭啟用\n\n【本報訊】（記者　葉知行）漁港新碼頭昨天啟用。碼頭長420米，可停靠六條漁船。\n"
    edition = parse_edition(page)
    [article] = edition.articles
    assert (edition.title, article.page, article.section) == ("海州週報", "3", "社區")
    assert [(credit.role, credit.name) for credit in article.byline] == [("記者", "葉知行")]
    assert article.dateline is not None
    assert article.dateline.outlet == "本報訊"
