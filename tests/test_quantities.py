"""Quantities: what newspapers print, what it means, and what stays silent."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, product

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from newsan.analysis import segmented
from newsan.models import Quantity, Sentence
from newsan.numerals import find_numerals
from newsan.quantities import approximators, rates
from newsan.quantities.approximators import approximator_before
from newsan.quantities.finding import find_quantities
from newsan.reading import plain_article
from newsan.segmenting import default_segmenter


def quantities(text: str) -> list[Quantity]:
    sentences = segmented(plain_article(text), default_segmenter())
    return [quantity for sentence in sentences for quantity in find_quantities(sentence, ())[0]]


# fmt: off
MEANS = [
    # as printed                      quote             value      unit         kind
    ("产量增长5.2%",                   "5.2%",           "5.2",     "%",         "percent"),
    ("占比升至８３．４％",              "８３．４％",       "83.4",    "%",         "percent"),
    ("增长百分之八",                   "百分之八",        "8",       "%",         "percent"),
    ("不合格率为千分之一",              "千分之一",        "0.1",     "%",         "percent"),
    ("死亡率为5‰",                    "5‰",             "5",       "‰",         "percent"),
    ("三成五的受访者",                 "三成五",          "35",      "%",         "percent"),
    ("门票打八五折",                   "八五折",          "85",      "%",         "percent"),
    ("一半的店铺",                     "一半",           "50",      "%",         "percent"),
    ("提高2个百分点",                  "2个百分点",       "2",       "百分点",     "percentage_point"),
    ("会上有 46 人发言",               "46 人",          "46",      "人",        "count"),
    ("路边立着标牌21块。",             "21块",           "21",      "块",        "count"),
    ("全程用时2小时零7分。",           "2小时零7分",     "127",     "分钟",      "duration"),

    ("发现35具遗体",                   "35具",           "35",      "具",        "count"),
    ("登了三则启事",                   "三则",           "3",       "则",        "count"),
    ("主队34分升至榜首",               "34分",           "34",      "分",        "score"),
    ("下调25个基点",                   "25个基点",        "25",      "基点",       "percentage_point"),
    ("产值翻两番",                     "翻两番",         "2",       "番",        "multiple"),
    ("是去年的2.8倍",                  "2.8倍",          "2.8",     "倍",        "multiple"),
    ("投入27.41亿元",                  "27.41亿元",      "2741000000", "元",     "money"),
    ("票价五元三毛",                   "五元三毛",        "5.3",     "元",        "money"),
    ("拨款8亿元人民币",                "8亿元人民币",      "800000000", "元",     "money"),
    ("售价￥58",                      "￥58",           "58",      "元",        "money"),
    ("他借了3个亿",                    "3个亿",          "300000000", None,     "count"),
    ("用时6小时9分钟",                 "6小时9分钟",      "369",     "分钟",       "duration"),
    ("用时5分32秒",                    "5分32秒",        "332",     "秒",        "duration"),
    ("等了半小时",                     "半小时",          "0.5",     "小时",       "duration"),
    ("等了两个半小时",                 "两个半小时",      "2.5",     "小时",       "duration"),
    ("工期一年半",                     "一年半",          "1.5",     "年",        "duration"),
    ("游出13秒35的成绩",              "13秒35",         "13.35",   "秒",        "duration"),
    ("部署6000+套设备",               "6000+套",        "6000",    "套",        "count"),
    ("造成近百人受伤",                "百人",           "100",     "人",        "count"),
    ("他跳出8米35",                    "8米35",          "8.35",    "米",        "length"),
    ("厂房3万平方",                    "3万平方",         "30000",   "平方米",     "area"),
    ("时速可达350公里",                "350公里",         "350",     "公里/小时",  "speed"),
    ("气温零下38℃",                   "零下38℃",        "-38",     "℃",        "temperature"),
    ("年发电量68亿度",                 "68亿度",         "6800000000", "度",     "energy"),
    ("年满16周岁",                     "16周岁",         "16",      "周岁",       "age"),
    ("东风6级",                       "6级",            "6",       "级",        "scale"),
    ("获评二星级酒店",                 "二星级",          "2",       "星级",       "scale"),
    ("他获得第三名",                   "第三名",          "3",       "名",        "rank"),
    ("总量位居全国第二。",              "第二",           "2",       None,        "rank"),
    ("指数为102.7，",                 "102.7",          "102.7",   None,        "index"),
    ("指数较上月的50.1明显回落",      "50.1",           "50.1",    None,        "index"),
    ("一起交通事故",                   "一起",           "1",       "起",        "count"),
    ("造成一人死亡",                   "一人",           "1",       "人",        "count"),
    ("减税惠及900多万个体户",           "900多万",        "9000000", None,        "count"),
    ("净重两斤三两",                   "两斤三两",        "2.3",     "斤",        "mass"),
    ("分到三亩六分地",                 "三亩六分",        "3.6",     "亩",        "area"),
    ("每斤卖到七角五分",               "七角五分",        "0.75",    "元",        "money"),
    ("电价三毛八，",                   "三毛八",          "0.38",    "元",        "money"),
    ("身高一米七八，",                 "一米七八",        "1.78",    "米",        "length"),
    ("车程一小时二十分",               "一小时二十分",     "80",      "分钟",       "duration"),
    ("以3分12秒08夺冠",               "3分12秒08",      "192.08",  "秒",        "duration"),
    ("桥长二百米零五十厘米",            "二百米零五十厘米",  "200.5",   "米",        "length"),
    ("等了一个半小时",                 "一个半小时",      "1.5",     "小时",       "duration"),
    ("产值翻一番半",                   "翻一番半",        "1.5",     "番",        "multiple"),
    ("三个月大的幼崽",                 "三个月",          "3",       "月",        "age"),
    ("女性占比过半，",                 "半",             "50",      "%",         "percent"),
    ("学费减半",                      "减半",           "50",      "%",         "percent"),
    ("销量翻番",                      "翻番",           "1",       "番",        "multiple"),
    ("报名人数已逾六千，",              "六千",           "6000",    None,        "count"),
    ("事故起数为零。",                 "零",             "0",       None,        "count"),
    ("月薪六千出头",                   "六千",           "6000",    "元",        "money"),
    ("一件羽绒服卖四百六，",            "四百六",          "460",     "元",        "money"),
    ("总投资3.2亿，",                  "3.2亿",          "320000000", "元",      "money"),
    ("清运渣土近八千方",               "八千方",          "8000",    "立方米",     "volume"),
    ("住房一百二十平，",               "一百二十平",      "120",     "平方米",     "area"),
    ("山里来了二百多号人",              "二百多号",        "200",     "号",        "count"),
    ("两千克茶叶",                     "两千克",          "2",       "公斤",       "mass"),
    ("舖面佔地六百平方呎",              "六百平方呎",      "600",     "平方英尺",    "area"),
    ("參展商戶四十餘間",               "四十餘間",        "40",      "间",        "count"),
    ("收割机4万台（套）",               "4万台（套）",     "40000",   "台（套）",    "count"),
    ("定价 人民币 60元",                "人民币 60元",     "60",      "元",         "money"),
    ("室温华氏70度",                   "华氏70度",       "70",      "℉",         "temperature"),
    ("合3英镑20便士",                  "3英镑20便士",     "3.2",     "英镑",       "money"),
    ("门票 6 8 折",                   "6 8 折",         "68",      "%",         "percent"),
    ("利率下调8个BP",                  "8个BP",         "8",       "基点",       "percentage_point"),
    ("外贸规模突破3万亿，",              "3万亿",         "3000000000000", "元",   "money"),
    ("他中了500万大奖",                "500万",         "5000000", "元",       "money"),
    ("提出三点建议",                   "三点",          "3",       "点",         "count"),
    ("该校排名13，",                   "13",           "13",      None,        "rank"),
    ("过了一个半世纪",                 "一个半世纪",     "1.5",     "世纪",        "duration"),
    ("找回五十分钱",                   "五十分钱",       "50",      "分钱",        "money"),
    ("车费百十来块",                   "百十来块",       "110",     "元",         "money"),
    ("来了万把人",                     "万把人",         "10000",   "人",         "count"),
    ("合7卢布50戈比",                  "7卢布50戈比",    "7.5",     "卢布",        "money"),
    ("传感器为1/2.5英寸",              "1/2.5英寸",      "0.4",     "英寸",        "length"),
    ("月入三万，",                     "三万",         "30000",   "元",         "money"),
    ("商品打对折",                     "对折",           "50",      "%",         "percent"),
    ("年逾八旬的老匠人",                "八旬",           "80",      "岁",         "age"),
    ("1岁3个月的男婴",                 "1岁3个月",       "15",      "月",         "age"),
    ("屋里有7个人",                    "7个",            "7",       "个",        "count"),
    ("牵来四匹马",                     "四匹",           "4",       "匹",         "count"),
    ("装一台1.5匹空调",                "1.5匹",          "1.5",     "匹",         "power"),
    ("沿江9省市联动",                  "9省市",          "9",       "省市",       "count"),
    ("速度为3×10^8米/秒",              "3×10^8米/秒",    "300000000", "米/秒",    "speed"),
    ("氨氮浓度12毫克每立方米",          "12毫克每立方米",   "12",      "毫克/立方米", "concentration"),
]

TEXTS = [
    # as printed                      value      kind
    ("以67-53战胜对手",                "67-53",   "score"),
    ("主队三比一获胜",                 "三比一",   "score"),
    ("男女比例为1:2",                  "1:2",     "ratio"),
    ("桩车比为1:3",                    "1:3",     "ratio"),
    ("占全国的六分之一",                "1/6",     "ratio"),
    ("男女之比1.04:1",                "1.04:1",  "ratio"),
    ("按4∶3∶3分担",                   "4∶3∶3",   "ratio"),
    ("按一比二百稀释",                 "一比二百", "ratio"),
    ("98比91，客队反超",               "98比91",  "score"),
]

BOUNDS = [
    # as printed              modifier     low       high
    ("有200户",               None,        "200",    "200"),
    ("有近200户",             "about",     None,     "200"),
    ("有约200户",             "about",     None,     None),
    ("损失约200元",           "about",     None,     None),
    ("节约200元",             None,        "200",    "200"),
    ("有200户左右",           "about",     None,     None),
    ("超过200户",             "over",      "200",    None),
    ("户数破200户",            "over",      "200",    None),
    ("有200多户",             "over",      "200",    None),
    ("突破200户",             "over",      "200",    None),
    ("有上百户",              "at_least",  "100",    None),
    ("至少200户",             "at_least",  "200",    None),
    ("200户以上",             "at_least",  "200",    None),
    ("不足200户",             "under",     None,     "200"),
    ("无法突破200户",          "under",     None,     "200"),
    ("不超过200户",           "at_most",   None,     "200"),
    ("200户以内",             "at_most",   None,     "200"),
    ("3至5户",                "between",   "3",      "5"),
    ("20%—30%",              "between",   "20",     "30"),
    ("4万到6万元",            "between",   "40000",  "60000"),
    ("两到三万元",            "between",   "20000",  "30000"),
    ("6到7级大风",            "between",   "6",      "7"),
    ("-12℃至3℃",            "between",   "-12",    "3"),
    ("两位数增长",            "between",   "10",     "99"),
    ("零下七八度",             "between",   "-8",     "-7"),
    ("-17℃～-9℃",           "between",   "-17",    "-9"),
    ("-4～-1℃",             "between",   "-4",     "-1"),
    ("百分之四十至六十",        "between",   "40",     "60"),
    ("阵风6级至7级",           "between",   "6",      "7"),
    ("月薪七千到一万二，",       "between",   "7000",   "12000"),
    ("每月去六、七次",          "between",   "6",      "7"),
    ("大于30小于50",          "between",   "30",     "50"),
    ("不得超过3次",            "at_most",   None,     "3"),
    ("不短于30天",             "at_least",  "30",     None),
    ("年满18周岁",             "at_least",  "18",     None),
    ("相差十度不止",            "over",      "10",     None),
    ("年产三千吨有余",          "over",      "3000",   None),
    ("二百来户",               "about",     None,     None),
    ("百十来户",               "about",     None,     None),
    ("下载10万+",              "over",      "100000", None),
    ("三四十人",              "between",   "30",     "40"),
    ("两成到三成",             "between",   "20",     "30"),
    ("产量增加二至四成",        "between",   "20",     "40"),
    ("最多80最少20个",         "between",   "20",     "80"),
    ("至少5最多9人",           "between",   "5",      "9"),
    ("比20大，比50小",         "between",   "20",     "50"),
    ("500与800间的号码",       "between",   "500",    "800"),
    ("零下8度到零上3度",        "between",   "-8",     "3"),
    ("2~5天",                "between",   "2",      "5"),
    ("2―5天",                "between",   "2",      "5"),
    ("小于 或 等于60的数",      "at_most",   None,     "60"),
    ("满18周岁",               "at_least",  "18",     None),
    ("未满18周岁",             "under",     None,     "18"),
    ("来了百八十人",            "about",     None,     None),
    ("等了半个多月",            "over",      "0.5",    None),
    ("走了一个多小时",          "over",      "1",      None),
    ("花了千八百块，",          "about",     None,     None),
    ("七旬老人",               "about",     None,     None),
    ("来了十来个人",            "about",     None,     None),
    ("增幅达两位数，",          "between",   "10",     "99"),
]

RATES = [
    # as printed                    quote       per
    ("租金148.4元/平方米",           "148.4元",  "平方米"),
    ("每万人口拥有8.1件",            "8.1件",    "万人口"),
    ("每公斤3.5元",                 "3.5元",    "公斤"),
    ("全年人均增加1680元",           "1680元",   "人"),
    ("平均每天新增1.5万户",          "1.5万户",   "天"),
    ("配建1车位/户",                 "1车位",    "户"),
    ("每10股派现2元",                "2元",     "10股"),
    ("每千名儿童有3张病床",            "3张",     "千名"),
    ("青椒一斤卖4元",                "4元",     "斤"),
    ("青椒一斤两块五",                "两块五",   "斤"),
    ("一棵9米高的松树",               "9米",      None),
    ("年均气温12℃",                  "12℃",     None),
    ("每年每亩补贴20元",              "20元",     "年·亩"),
    ("每间每晚300元",                "300元",    "间·晚"),
    ("每桌坐8人",                    "8人",      "桌"),
    ("孕产妇死亡率为12.3/10万",        "12.3",    "10万"),
    ("酒精含量为90毫克/100毫升",       "90毫克",   "100毫升"),
    ("一年能省3万元",                "3万元",    "年"),
    ("每人每月领取90元",              "90元",    "人·月"),
    ("运价为0.3元/吨·公里",           "0.3元",   "吨·公里"),
    ("均价9000元每平方米，",           "9000元",  "平方米"),
    ("小麦亩产1100斤",               "1100斤",  "亩"),
    ("每千瓦时0.52元",               "0.52元",  "千瓦时"),
]

SHARED = [
    ("分别增长9.7%、11.9%",         [("9.7", "%"), ("11.9", "%")]),
    ("上升4.8、2.2和0.3个百分点",    [("4.8", "百分点"), ("2.2", "百分点"), ("0.3", "百分点")]),
    ("票房5万、2万港元",             [("50000", "港元"), ("20000", "港元")]),
    ("分别栽种三十、九和十五万株",     [("300000", "株"), ("90000", "株"), ("150000", "株")]),
    ("摘得7金5银12铜",              [("7", "金"), ("5", "银"), ("12", "铜")]),
    ("造成两死四伤",                [("2", "死"), ("4", "伤")]),
    ("由11.5降至9.8，",             []),
    ("血压值由150降到130，",         [("150", None), ("130", None)]),
    ("PMI由49.8升至50.3，",         [("49.8", None), ("50.3", None)]),
    ("目前25个项目开工",             [("25", "个")]),
    ("分别提高2.1个、1.4个百分点",    [("2.1", "百分点"), ("1.4", "百分点")]),
    ("以每秒60/50帧拍摄",            [("60", "帧"), ("50", "帧")]),
    ("长宽为20×30厘米",              [("20", "厘米"), ("30", "厘米")]),
    ("时速由200公里提升到250公里",      [("200", "公里/小时"), ("250", "公里/小时")]),
    ("汇率一度跌破1.2，",             [("1.2", None)]),
    ("在册人数由2万增至3.5万人",       [("20000", "人"), ("35000", "人")]),
    ("每吨分别降低70元和60元",         [("70", "元"), ("60", "元")]),
    ("踢成3平2负",                  [("3", "平"), ("2", "负")]),
]
# fmt: on

SILENT = [
    "泊位为5万吨级",
    "型号U660M",
    "网址it7t.com",
    "三位一体", "进一步完善", "统一规划", "一切顺利", "一家工厂", "一场比赛", "今天一天", "这一变化", "多家网点", "几名工人",
    "“五福”文化节", "《海角七号》", "构建“15分钟生活圈”", "北京一零一中", "101公园", "6号机组", "97号汽油", "PM2.5", "5G网络", "F-16",
    "第十四届委员会", "第二小学", "第四代技术", "党的十八大", "市四区居民", "1000千伏特高压工程", "百万千瓦级机组", "三级跳远",
    "每万人口", "每千人口", "咨询电话010-65661919", "13800138000", "一对一辅导", "四六级考试", "2015款轿车", "二区", "02组卫星", "别有一番风味", "台风四级应急响应",
    "九里河畔", "五方律师事务所", "二十国集团", "四分之一决赛", "800米自由泳", "5000米障碍", "4×400米接力", "二十年如一日", "24小时热线",
    "单号20240311-0088", "未发生一起火灾", "无一人掉队", "与十年前相比", "明后两天", "一斤卖", "1920×1080", "二分法", "命中三分",
    "公元前1200年", "党的十二大", "第三、四卷", "八方来客", "2025科创节", "五年期存款", "八丈岛", "棉织四厂", "千兆宽带",
]  # fmt: skip


@pytest.mark.parametrize(("printed", "quote", "value", "unit", "kind"), MEANS)
def test_means(printed: str, quote: str, value: str, unit: str | None, kind: str) -> None:
    [quantity] = quantities(printed)
    assert (quantity.quote, quantity.unit, quantity.kind) == (quote, unit, kind)
    assert quantity.value == Decimal(value)


@pytest.mark.parametrize(("printed", "value", "kind"), TEXTS)
def test_keeps_as_text(printed: str, value: str, kind: str) -> None:
    [quantity] = quantities(printed)
    assert (quantity.value, quantity.kind) == (value, kind)


@pytest.mark.parametrize(("printed", "modifier", "low", "high"), BOUNDS)
def test_bounds(printed: str, modifier: str | None, low: str | None, high: str | None) -> None:
    [quantity] = quantities(printed)
    bounds = tuple(None if bound is None else str(bound) for bound in (quantity.low, quantity.high))
    assert (quantity.modifier, *bounds) == (modifier, low, high)
    assert (quantity.value is None) == (modifier == "between")
    assert quantity.context_start <= quantity.start < quantity.end <= quantity.context_end


@pytest.mark.parametrize(("printed", "quote", "per"), RATES)
def test_rates(printed: str, quote: str, per: str | None) -> None:
    [quantity] = quantities(printed)
    assert (quantity.quote, quantity.per) == (quote, per)


@pytest.mark.parametrize(("printed", "means"), SHARED)
def test_a_list_shares_its_unit(printed: str, means: list[tuple[str, str]]) -> None:
    assert [(str(quantity.value), quantity.unit) for quantity in quantities(printed)] == means


@pytest.mark.parametrize("printed", SILENT)
def test_silent(printed: str) -> None:
    assert quantities(printed) == []


PIECES = st.sampled_from(
    [
        *"0123456789一二两三十百千万亿几多半年月天元角分个家成折倍级度第前每约近超至到-/%：、，“”《》",
        "百分之",
        "分之",
        "个百分点",
        "以上",
        "小时",
        "左右",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 5))
def test_every_numeral_ends_in_one_quantity_or_one_rejection(text: str, start: int) -> None:
    numerals = tuple(find_numerals(text, start))
    tokens = tuple(default_segmenter().segment(text, start))
    found, rejected = find_quantities(Sentence(text, start, 0, "body", tokens, numerals), ())
    assert all(text[q.start - start : q.end - start] == q.quote for q in found)
    assert all(text[r.start - start : r.end - start] == r.quote for r in rejected)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for numeral in numerals:
        stated = sum(q.start < numeral.end and numeral.start < q.end for q in found)
        silent = sum(r.start <= numeral.start and numeral.end <= r.end for r in rejected)
        assert stated + silent == 1, numeral.quote


def test_a_number_before_hundredths_keeps_its_characters() -> None:
    assert all(not quantity.quote.startswith("百") for quantity in quantities("0百分之0"))


def test_dates_are_left_alone() -> None:
    text = "3月5日增长3%"
    [sentence] = segmented(plain_article(text), default_segmenter())
    found, rejected = find_quantities(sentence, [(0, 4)])
    assert [quantity.quote for quantity in found] == ["3%"]
    assert rejected == []


@pytest.mark.parametrize(
    "piece",
    [
        "一",
        "1、",
        "三个",
        "5%、",
        "1-",
        "1至",
        "每",
        "第一",
        "“三",
        "约3万元",
        "1小时2分",
        "半年",
        "三斤二两",
        "1∶",
        "、四",
        "24小时",
        "大于3小于",
        "人数为3",
    ],
)
def test_hostile_text_keeps_its_quotes(piece: str) -> None:
    text = piece * 2000
    numerals = tuple(find_numerals(text))
    found, rejected = find_quantities(Sentence(text, 0, 0, "body", (), numerals), ())
    assert all(text[quantity.start : quantity.end] == quantity.quote for quantity in found)
    assert all(text[silent.start : silent.end] == silent.quote for silent in rejected)


def test_signs_looked_for_first_miss_nothing() -> None:
    letters = sorted(set(regex.findall("[一-鿿]", approximators.BEFORE.pattern)))
    for word in (*letters, *map("".join, product(letters, repeat=2))):
        assert (approximators.BEFORE.search(word) is None) == (approximator_before(word) is None), word
    for per in ("每", "毎", "人均", "亩产", "一斤"):
        assert not rates.EVERY_SIGNS.isdisjoint(per)
