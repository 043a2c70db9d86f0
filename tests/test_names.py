"""Names whole that jieba's model cuts through, and the words that must stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsan.segmenting import Segmenter, default_segmenter
from newsan.segmenting.name_characters import characters

if TYPE_CHECKING:
    from pathlib import Path

# fmt: off
MENDED = [
    # a text, and its words
    ("导演卡洛斯·门德斯来访",    "导演 卡洛斯·门德斯 来访"),
    ("嫌疑人李某某在逃",         "嫌疑人 李某某 在 逃"),
    ("检查中共发现隐患",         "检查 中 共 发现 隐患"),
    ("由李准基饰演",             "由 李准基 饰演"),
    ("刘道生任副政委",           "刘道生 任 副政委"),
    ("沈毓林先生",               "沈毓林 先生"),
    ("选手陈妤颉夺冠",           "选手 陈妤颉 夺冠"),
    ("赵明、罗文忠",             "赵明 、 罗文忠"),
    ("副主席高云龙出席",         "副 主席 高云龙 出席"),
    ("主持人欧阳静说",           "主持人 欧阳静 说"),
    ("记者王洋摄",               "记者 王洋 摄"),
    ("而莫尔库斯得知",           "而 莫尔库斯 得知"),
    ("副外长里亚布科夫",         "副外长 里亚布科夫"),
    ("游船驶入皮亚韦河",         "游船 驶入 皮亚韦河"),
    ("武功县福瑞特园区",         "武功县 福瑞特 园区"),
    ("松盘乡松盘村",             "松盘乡 松盘 村"),
    ("梨园镇，泸溪县浦市镇",     "梨园镇 ， 泸溪县 浦市镇"),
    ("广西富川瑶族自治县",       "广西 富川瑶族自治县"),
    ("虹口区嘉兴路街道",         "虹口区 嘉兴路街道"),
    ("绥中县明水满族乡",         "绥中县 明水满族乡"),
    ("干王洪仁玕在",             "干王 洪仁玕 在"),
    ("走出挹江门",               "走出 挹江门"),
    ("“石榴籽”工程",             "“ 石榴籽 ” 工程"),
    ("《幽阁记》",               "《 幽阁记 》"),
    ("她出生于海边",             "她 出生 于 海边"),
    ("三个村和3个村",            "三 个 村 和 3 个 村"),
    ("第二次会议",               "第二 次 会议"),
    ("多次访问这家企业",         "多 次 访问 这 家 企业"),
    ("30项文旅活动、6级风",      "30 项 文旅 活动 、 6 级 风"),
    ("2000亿元超长期国债",       "2000亿 元 超 长期 国债"),
    ("江南师范大学校长发言",     "江南 师范大学 校长 发言"),
    ("城乡银行行长致辞",         "城乡 银行 行长 致辞"),
    ("监管总局局长介绍",         "监管 总局 局长 介绍"),
    ("美国土安全部宣布",         "美 国土 安全部 宣布"),
    ("英国防大臣到访",           "英 国防 大臣 到访"),
    ("愿同斯议会交流",           "愿 同 斯 议会 交流"),
    ("因伯克希尔公司",           "因 伯克希尔 公司"),
    ("请沈毓林转达",             "请 沈毓林 转达"),
    ("总统同卡尼会谈",           "总统 同 卡尼 会谈"),
    ("吴汉林作了讲解",           "吴汉林 作 了 讲解"),
    ("李可林会手语",             "李可林 会 手语"),
    ("俄称击落无人机",           "俄 称 击落 无人机"),
    ("瑞士等国",                 "瑞士 等 国"),
    ("塞方愿同中方还会晤",       "塞方 愿 同 中方 还 会晤"),
    ("中英要合作",               "中英 要 合作"),
    ("外长西雅尔多到访",         "外长 西雅尔多 到访"),
    ("到达克里维里赫市",         "到达 克里维里赫市"),
    ("主席韩正向来宾致意",       "主席 韩正 向 来宾 致意"),
    ("大使魏圣洛到任",           "大使 魏圣洛 到任"),
    ("局长周琦已离任",           "局长 周琦 已 离任"),
    ("经理贾先生到场",           "经理 贾 先生 到场"),
    ("副总理莱昂内娃出席",       "副 总理 莱昂内娃 出席"),
    ("校长卜立新讲话",           "校长 卜立新 讲话"),
]
KEPT = [
    # a text whose words are the dictionary's
    ("国务院总理李强同来宾会谈", "国务院 总理 李强 同 来宾 会谈"),
    ("推进新型城镇化",           "推进 新型 城镇化"),
    ("规定应用于实践",           "规定 应用 于 实践"),
    ("一些人一起走",             "一些 人 一起 走"),
    ("记者从市政府获悉",         "记者 从 市政府 获悉"),
    ("司机马上停车",             "司机 马上 停车"),
    ("海军南昌舰返港",           "海军 南昌 舰 返港"),
    ("乌兹别克斯坦塔什干",       "乌兹别克斯坦 塔什干"),
    ("吉尔吉斯斯坦奥什",         "吉尔吉斯斯坦 奥什"),
    ("“一个国家”",               "“ 一 个 国家 ”"),
    ("《我的家》",               "《 我 的 家 》"),
    ("2025年年会",               "2025年 年会"),
    ("300台套设备",              "300 台套 设备"),
    ("多元文化的愿景",           "多元 文化 的 愿景"),
    ("秸秆还田、不愿离开",       "秸秆 还田 、 不愿 离开"),
    ("这天和那年",               "这天 和 那年"),
    ("总统特朗普多次发言",       "总统 特朗普 多 次 发言"),
    ("乌克兰罗夫诺州",           "乌克兰 罗夫诺州"),
    ("海合会峰会",               "海合会 峰会"),
    ("大学毕业进中心小学",       "大学毕业 进 中心小学"),
    ("法国国防部",               "法国 国防部"),
    ("同款冰雪",                 "同款 冰雪"),
]
# fmt: on


def words(segmenter: Segmenter, text: str) -> list[str]:
    return [token.text for token in segmenter.segment(text)]


@pytest.mark.parametrize(("text", "whole"), MENDED + KEPT)
def test_names_are_whole(text: str, whole: str) -> None:
    assert words(default_segmenter(), text) == whole.split()


@pytest.mark.parametrize("text", ["由李准基饰演的角色", "走出挹江门", "三个村"])
def test_without_names_the_words_are_jiebas(text: str) -> None:
    segmenter = Segmenter(names=False)
    assert words(segmenter, text) == segmenter.cut(text)
    assert words(segmenter, text) != words(default_segmenter(), text)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"刘道生任副里亚布科夫镇乡县于记者主席先生，·“”《》、3的国同称等项土多这",
                "出生",
                "挹江门",
                "大学校长",
            ]
        ),
        max_size=24,
    )
)
def test_no_character_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    found = words(default_segmenter(), text)
    assert "".join(found) == text
    assert all(found)


@pytest.mark.parametrize(
    "run",
    ["里亚布科夫", "刘道生", "“石榴", "松盘乡松", "·巴斯德", "三项文旅", "美国土", "总统阿里米", "愿同斯"],
)
def test_long_runs_end(run: str) -> None:
    """Names of names without end would take minutes on these."""
    found = words(default_segmenter(), run * 10_000)
    assert "".join(found) == run * 10_000
    assert max(map(len, found)) < 20


def test_names_are_whole_in_text_without_an_end() -> None:
    sentence = "12月17日，由李准基饰演的角色走出挹江门3次，"
    once = words(default_segmenter(), sentence)
    assert "李准基" in once
    assert words(default_segmenter(), sentence * 300) == once * 300


def test_names_do_not_reach_across_figures() -> None:
    assert words(default_segmenter(), "走出挹5江门") == "走出 挹 5 江门".split()
    assert words(default_segmenter(), "“石榴5籽”") == "“ 石榴 5 籽 ”".split()


def test_measures_after_numerals() -> None:
    tokens = default_segmenter().segment("三条河、3条河和两届大会")
    assert [(token.text, token.pos) for token in tokens if token.pos in ("m", "q")] == [
        ("三", "m"),
        ("条", "q"),
        ("3", "m"),
        ("条", "q"),
        ("两", "m"),
        ("届", "q"),
    ]


class TestUserWords:
    """A word the user supplied is neither split nor part of a longer one, whatever name it looks like."""

    @pytest.mark.parametrize(
        ("word", "text"),
        [
            ("准基", "由李准基饰演"),
            ("基饰", "由李准基饰演"),
            ("江门", "走出挹江门"),
            ("石榴", "“石榴籽”工程"),
            ("亚布", "副外长里亚布科夫"),
            ("三个", "三个村"),
            ("而莫尔", "而莫尔库斯得知"),
            ("盘乡", "松盘乡松盘村"),
            ("大学校长", "江南师范大学校长发言"),
            ("同卡尼", "总统同卡尼会谈"),
            ("项文旅", "30项文旅活动"),
            ("美国土", "美国土安全部宣布"),
            ("这家", "这家企业"),
        ],
    )
    def test_stays_itself(self, tmp_path: Path, word: str, text: str) -> None:
        path = tmp_path / "words.txt"
        path.write_text(f"{word}\n", encoding="utf-8")
        assert word in words(Segmenter([path]), text)


def test_the_kinds_of_characters_are_apart() -> None:
    chars = characters()
    assert chars.numeral.isdisjoint(chars.measure)
    assert not any(len(word) == 1 for word in chars.role | chars.polite)
    assert chars.before.isdisjoint(chars.onward)
    assert chars.deed.isdisjoint(chars.act)
