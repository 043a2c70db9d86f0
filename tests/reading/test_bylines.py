"""What newspapers print around a story, and who and what it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.models import Dateline
from newsan.reading.bylines import closing_aside, parse_credits, read_opening, split_names

# fmt: off
CREDITS = [
    # as printed                                  role and name of each
    ("本报记者 王 芳",                            "记者 王芳"),
    ("●本报实习记者 赵大海",                      "实习记者 赵大海"),
    ("■本报记者　周　文",                         "记者 周文"),
    ("□ 本报记者 王芳 李小明 孙 立",              "记者 王芳, 记者 李小明, 记者 孙立"),
    ("记者 王芳 通讯员 李小明",                   "记者 王芳, 通讯员 李小明"),
    ("本报驻日本记者 郑 重",                      "记者 郑重"),
    ("（本报特派记者  郑重阳  孙立）",            "特派记者 郑重阳, 特派记者 孙立"),
    ("[海州日报驻京记者 孙立]",                   "记者 孙立"),
    ("本报记者赵大海李小明",                      "记者 赵大海, 记者 李小明"),
    ("新华社记者赵大海李小明本报记者周文",        "记者 赵大海, 记者 李小明, 记者 周文"),
    ("欧阳明 本报记者 周文",                      "记者 周文"),
    ("■本报记者 钱小川 摄",                       "摄 钱小川"),
    ("本报记者 钱 川摄",                          "摄 钱川"),
    ("（通讯员 吴桐 摄）",                        "摄 吴桐"),
    ("吴 桐摄（影像中国）",                       "摄 吴桐"),
    ("玛丽亚·洛佩斯摄（人民视觉）",               "摄 玛丽亚·洛佩斯"),
    ("王芳李小明摄影报道",                        "摄影报道 王芳, 摄影报道 李小明"),
    ("本报记者 郑重阳/文",                        "记者 郑重阳"),
    ("参与记者：王芳、李小明、孙立",              "参与记者 王芳, 参与记者 李小明, 参与记者 孙立"),
]

NO_CREDITS = [
    "记者昨天在码头看到渔船", "新码头昨天启用。", "记者节", "通讯员培训班开班", "冷链车摄像头联网", "本报讯", "渔民摄影展开幕", "新华社评论员文章：",
    "记者从市渔业局获悉,新码头下月启用", "",
]

DATELINES = [
    # as printed                                            outlet      place          date          reporters
    ("新华社南京5月1日电（记者王芳、李小明）",              "新华社",   "南京",        "5月1日",     "王芳 李小明"),
    ("本报海州６月２日电 （记者周文）",                     "本报",     "海州",        "６月２日",   "周文"),
    ("据新华社约翰内斯堡11月3日电（记者孙立　吴桐）",       "新华社",   "约翰内斯堡",  "11月3日",    "孙立 吴桐"),
    ("新华社西安六月二十一日电",                            "新华社",   "西安",        "六月二十一日", ""),
    ("本报太原1999年12月31日电记者吴桐报道：",              "本报",     "太原",        "1999年12月31日", "吴桐"),
    ("新华社海州8月2日电 记者郑重阳）",                     "新华社",   "海州",        "8月2日",     "郑重阳"),
    ("新华社郑州5月2日电（海州日报记者王芳、新华社记者周文）", "新华社", "郑州",       "5月2日",     "王芳 周文"),
    ("据新华社东京电（记者钱小川）",                        "新华社",   "东京",        None,         "钱小川"),
    ("中新网杭州6月5日电（王芳 周文）",                     "中新网",   "杭州",        "6月5日",     ""),
    ("海州日报讯（记者 王芳）",                             "海州日报讯", None,        None,         "王芳"),
    ("本报讯(记者 王芳 通讯员 李小明)",                     "本报讯",   None,          None,         "王芳 李小明"),
    ("本报讯  记者王芳、周文报道：",                        "本报讯",   None,          None,         "王芳 周文"),
    ("本报讯",                                              "本报讯",   None,          None,         ""),
    ("【海州网报道 记者 王芳】",                             "海州网",   None,          None,         "王芳"),
    ("【海州网综合报道】",                                  "海州网",   None,          None,         ""),
    ("新华社南京5月1日电　题：",                            "新华社",   "南京",        "5月1日",     ""),
    ("央视网消息",                                          "央视网",   None,          None,         ""),
]

NO_DATELINE = ["【新年新气象】渔船出海。", "新华书店昨天开门迎客。", "据海州日报报道,新码头启用。", "南京5月1日下了大雨。", "本报去年曾报道此事。", "电价下调。", ""]

ASIDES = [
    # the paragraph                                     what of it is no story
    ("渔船靠岸。（完）",                                "（完）"),
    ("渔船靠岸。（王芳）",                              "（王芳）"),
    ("渔船靠岸。(周 文)",                               "(周 文)"),
    ("渔船靠岸。（本报海州5月1日电）",                  "（本报海州5月1日电）"),
    ("渔船靠岸。（本报记者 王芳 李小明）",              "（本报记者 王芳 李小明）"),
    ("渔船靠岸。（吴桐摄）",                            "（吴桐摄）"),
    ("渔船靠岸。记者 王芳 摄",                          "记者 王芳 摄"),
    ("渔船靠岸。通讯员王芳",                            "通讯员王芳"),
    ("渔船靠岸。记者赶到时",                            None),
    ("渔船靠岸（见图）。",                              None),
    ("他说了三遍（掌声）",                              None),
    ("渔船靠岸。",                                      None),
]
# fmt: on


@pytest.mark.parametrize(("printed", "people"), CREDITS)
def test_credits(printed: str, people: str) -> None:
    assert ", ".join(f"{credit.role} {credit.name}" for credit in parse_credits(printed)) == people


@pytest.mark.parametrize("printed", NO_CREDITS)
def test_no_credits(printed: str) -> None:
    assert parse_credits(printed) == ()


@pytest.mark.parametrize(("printed", "outlet", "place", "date", "people"), DATELINES)
def test_datelines(printed: str, outlet: str, place: str | None, date: str | None, people: str) -> None:
    end, dateline, reporters = read_opening(printed + "新码头昨天启用。")
    assert end == len(printed)
    assert dateline == Dateline(outlet, place, date)
    assert " ".join(credit.name for credit in reporters) == people


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("本报讯 记者李明 通讯员王芳 ", "记者 李明, 通讯员 王芳"),
        ("本报讯记者 李明 王芳 ", "记者 李明, 记者 王芳"),
        ("新华社南京5月1日电 记者 王 芳 ", "记者 王芳"),
        ("本报讯", ""),
    ],
)
@pytest.mark.parametrize(
    "story", ["西街早市昨天开张。", "记者昨日 从市统计局获悉，", "记者 高兴地看到 新街口 热闹非凡。"]
)
def test_reporters_whose_brackets_were_lost(printed: str, people: str, story: str) -> None:
    end, _, reporters = read_opening(printed + story)
    assert end == len(printed)
    assert ", ".join(f"{credit.role} {credit.name}" for credit in reporters) == people


@pytest.mark.parametrize("printed", NO_DATELINE)
def test_no_dateline(printed: str) -> None:
    assert read_opening(printed) == (0, None, ())


@pytest.mark.parametrize(("paragraph", "aside"), ASIDES)
def test_closing_asides(paragraph: str, aside: str | None) -> None:
    start = closing_aside(paragraph)
    assert (None if start is None else paragraph[start:]) == aside


def test_names_run_together_are_left_alone_when_they_can_be_split_in_two_ways() -> None:
    assert split_names("王方文周立") == ["王方文周立"]
    assert split_names("欧阳文山") == ["欧阳文山"]


@given(st.text("本报讯记者王芳李 　（）()、。：电摄5月1日新华社●/·", max_size=60))
def test_any_line_can_be_read(text: str) -> None:
    end, _, people = read_opening(text)
    assert 0 <= end <= len(text)
    for credit in (*people, *parse_credits(text)):
        assert set(credit.name) <= set(text)
        assert " " not in credit.name
    start = closing_aside(text)
    assert start is None or 0 <= start < len(text)
