"""Names told by their last word (…村, …公园): the table of last words, and the words that no name is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex


@dataclass(frozen=True, slots=True)
class Naming:
    """A last word that makes a name.

    ``whole`` says that a place before it is part of the name (回民区第二小学), and not the place the thing lies in
    (房山区|北下寺村). ``example`` is a name the row must find.
    """

    kind: str
    endings: str
    whole: bool
    example: str


# fmt: off
NAMINGS = (
    Naming("village",   "村 嘎查", False, "讨思浩村"),
    Naming("community", "社区", False, "福苑社区"),
    Naming("township",  "镇 乡 街道 苏木", False, "码头镇"),
    Naming("facility",  "小区 公园 花园 家园 体育公园 广场 批发市场 农产品批发市场 农贸市场 集贸市场 便民市场 商贸市场 菜市场 建材市场 花鸟市场 花卉市场 小商品市场 二手车市场 大厦 大桥 特大桥 隧道 景区 风景区 植物园 动物园 游乐园 生态园 采摘园 玫瑰园 农场 林场 牧场 煤矿 油田 古镇 分洪区", False, "沁丰园小区"),
    Naming("facility",  "机场 国际机场 火车站 高铁站 客运站 汽车站 水电站 抽水蓄能电站 核电站 电站 发电厂 口岸 港 码头 "
                        "出入境边防检查站 边防检查站 检查站 收费站 气象站", True, "九峰山抽水蓄能电站"),
    Naming("facility",  "医院 卫生院 小学 中学 中学校 初中部 高中部 小学部 分校 校区 学校 幼儿园 福利院 敬老院 大学 学院", True, "回民区第二小学"),
    Naming("facility",  "博物馆 博物院 纪念馆 图书馆 体育馆 体育场 体育中心 美术馆 科技馆 展览馆 会展中心 大剧院 工业园 产业园 工业园区 产业园区 "
                        "开发区 高新区 经开区 保税区 自贸区 发射场 卫星发射中心", True, "昭君纪念馆"),
    Naming("road",      "路 街 大街 大道 胡同 巷 二环 三环 四环 五环 六环", False, "中山路"),
    Naming("road",      "高速 高速公路 铁路 高铁 公路 环路 城际 城际铁路 客专", True, "沪昆高铁"),
    Naming("natural",   "沙地 沙漠 草原 湿地 山 山脉 河 江 湖 岛 半岛 群岛 海峡 平原 高原 盆地 峡谷 水库 自然保护区 国家公园 森林公园 "
                        "湿地公园 国家森林公园", False, "科尔沁沙地"),
    Naming("natural",   "瀑布 运河 海湾 湾 峰 三角洲", False, "珠江三角洲"),
    Naming("facility",  "教堂 车站 遗址 旧址 故居 陵园 城堡 球场 剧院 水利枢纽 灌区", True, "河姆渡遗址"),
    Naming("foreign",   "州 省 县 郡", False, "维捷布斯克州"),
    Naming("region",    "流域 城市群 经济带 经济圈 都市圈 库区", True, "海河流域"),
)
# fmt: on

STREETS = frozenset("路 街 大街 大道 胡同 巷".split())
BROAD = STREETS | {"村", "镇"}
"""Last words before which a word the dictionary lacks is enough to make a name."""

STATIONS = ("电站", "水电站", "核电站", "抽水蓄能电站")
"""Facilities that are told after the county they lie in, and not by it."""

HAMLETS = frozenset("庄屯堡寨坪")
"""Last characters of villages that are told without 村."""

RULED = frozenset("市县区旗")
"""What alone stands for the paper's own city or county before a facility (市图书馆)."""

GENERIC_STEMS = frozenset(
    "农 乡 山 全 该 本 各 每 城 小 集 古 老 家 同 下 故 返 回 新 旧 大 中 两 几 个 多 道 马 网 思 出 铁 公 高 "
    "火 热 冰 雪 爬 登 上 开 江 过 运 沿 内 空 药 医 法 商 理 楼 股 "
    "口袋 老旧 城市 住宅 居民 便民 体育 人民 中心 旅游 国际 国内 国家 地方 高等 职业 综合 专科 乡镇 公立 民办 公办 "
    "中小 资本 股票 证券 期货 消费 劳动力 农贸 房地产 农产品 智慧 美丽 特色 集成电 三大 普通 文理 外国语 高楼 全日制 "
    "入读 外交 高级 初级 完全 国立 私立 重点 实验 新建 改建 高速 城际 新型 国有 省级 县级 国家级 市级 生态 文化 休闲 "
    "主题 商业 淡水 步行 一条 航空 内陆 沿海".split()
)
"""What stands before a last word without making a name of it."""

GENERIC_WORDS = frozenset(
    "综合 甲级 区域 现有 各大 多地 各地 所属 家庭 重建 居民 群众 市民 学生 部分 线路 记者 企业 国家电网 系列 项目 工程 "
    "建设 全国 全市 全省 近日 目前 今天 昨天 其中 所在".split()
)
"""Words no name has inside it: what stands before them belongs to something else."""

LEADING = regex.compile(
    r"(?:[东西南北]至|图为|[一二两三四五六七八九十]大|俄(?=\p{Han}{3})|[这那该是在于为从对把被到和与及或向以至他她同])*+"
)
"""What a word the dictionary lacks may begin with and a name does not."""

PLAIN = regex.compile(r"(?:(?![的在和与及或各等了是从对有为到将以被把让向所两某该])\p{Han})+")
ORDINAL = regex.compile(r"第[一二三四五六七八九十\d]+|[一二三四五六七八九十〇零]{1,3}")
NUMBER_NAME = regex.compile(r"\d{3}")
SCHOOL = regex.compile(r"(?:第?[一二三四五六七八九十零〇]{1,3}中|中学|小学|大学)$")

ENDING = regex.compile(
    "|".join(
        sorted(
            (ending for naming in NAMINGS for ending in naming.endings.split()), key=lambda e: (-len(e), e)
        )
    )
)

ORDINARY = regex.compile(
    r"""
      [农乡山全该本各每城新包通整驻进入个]村 | 农村路 | 城中村
    | [城乡小集老重三街]镇 | [城家老水侗苗雪]乡
    | [公铁道马网思出电线条]路
    | [出进海空来赴抵访留驻涉离到返或一经琼]港 | 避风港
    | [护]城河 | 母亲河 | 渡河 | 长河 | 河湖 | 江湖 | 江山 | 河湾 | 半山 | 海岛 | 高峰
    | [一二三四五六七八九十两几各全多本跨该某外邻军大小富穷]{1,2}(?:省|州|县|郡)
    | 科学院 | 中小学 | 外国学校 | 光伏电站
    | (?:老旧|涉疫)小区
    | (?:三大|四大|各大|完整|智慧|生态|门户)(?:自贸区|社区)
    """,
    regex.VERBOSE,
)
"""Last words that, with what stands before them, are ordinary words: the match ends where the last word does."""


@cache
def namings() -> dict[str, Naming]:
    """Return the naming of every last word."""
    return {ending: naming for naming in NAMINGS for ending in naming.endings.split()}


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Return whether the last word at ``start`` to ``end`` is the end of an ordinary word (农村, 高峰)."""
    return any(ORDINARY.fullmatch(text, begin, end) for begin in range(max(0, start - 4), start + 1))
