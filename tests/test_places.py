"""Places: where a name stands, which one it is, and the paper's city."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsan.analysis import find_places, segmented
from newsan.errors import BadOption
from newsan.places import resolve_home
from newsan.places.namings import Naming, namings
from newsan.reading import plain_article
from newsan.segmenting import default_segmenter

# fmt: off
MEANS = [
    # as printed                                home      quote            kind         adcode
    ("呼和浩特市昨日下了头场雪。",                None,     "呼和浩特市",     "city",      "150100"),
    ("沈阳的早市开到中午。",                      None,     "沈阳",          "city",      "210100"),
    ("内蒙古的冬天来得早。",                      None,     "内蒙古",        "province",  "150000"),
    ("新城区的集市开了。",                        "150100", "新城区",        "county",    "150102"),
    ("新城区的集市开了。",                        "610100", "新城区",        "county",    "610102"),
    ("河北廊坊的麦子黄了。",                      None,     "廊坊",          "city",      "131000"),
    ("广州南沙的码头很忙。",                      None,     "南沙",          "county",    "440115"),
    ("北京市房山区周口店连日降雨。",              None,     "周口店",        "township",  "110111009"),
    ("海宁周王庙镇云龙村的桑园绿了。",            None,     "云龙村",        "village",   "330481"),
    ("吉林朝阳区不大，北京朝阳区很大。",          None,     "朝阳区",        "county",    "220104"),
    ("吉林和四川、青海、河南的队伍都到了。",      None,     "河南",          "province",  "410000"),
    ("哲里木盟的老照片被找到了。",                None,     "哲里木盟",      "city",      "150500"),
    ("宣武区的老街坊聚到一起。",                  None,     "宣武区",        "county",    "110102"),
    ("韩国襄阳的滑雪场开了。",                    None,     "襄阳",          "foreign",   None),
    ("菲律宾马尼拉的航班复飞。",                  None,     "马尼拉",        "foreign",   None),
    ("澳洲的羊毛降价。",                          None,     "澳洲",          "country",   None),
    ("科尔沁沙地的草又绿了。",                    None,     "科尔沁沙地",    "natural",   None),
    ("黄河流域普降小雨。",                        None,     "黄河流域",      "region",    None),
    ("渔船回到南海避风。",                        None,     "南海",          "natural",   None),
    ("佛山南海的家具出口增长。",                  None,     "南海",          "county",    "440605"),
    ("呼和浩特市新城区柳园村办起食堂。",          None,     "柳园村",        "village",   "150102"),
    ("居民搬进了新城区锦绣苑小区。",              "150100", "锦绣苑小区",    "facility",  "150102"),
    ("孩子们在回民区钢铁路第二小学上课。",        "150100", "回民区钢铁路第二小学", "facility", "150103"),
    ("沪昆高铁今天加开列车。",                    None,     "沪昆高铁",      "road",      None),
    ("呼和浩特市东瓦窑批发市场照常营业。",          None,     "东瓦窑批发市场", "facility",  "150100"),
    ("巴彦淖尔路今天封闭施工。",                   "150100", "巴彦淖尔路",    "road",      "150100"),
    ("日本的山口下了大雪。",                       None,     "山口",          "foreign",   None),
    ("雪乡的灯笼亮了。",                           None,     "雪乡",          "region",    "231083"),
    ("法国巴黎的展览开了。",                       None,     "巴黎",          "foreign",   None),
    ("保合少镇恼包村的牡丹开了。",                 "150100", "恼包村",        "village",   "150102101206"),
    ("110国道封闭施工。",                          "150100", "110国道",       "road",      None),
    ("准格尔旗薛家湾镇通了公交。",                 None,     "薛家湾镇",      "township",  "150622100"),
    ("科左中旗的沙地绿了。",                       None,     "科左中旗",      "county",    "150521"),
    ("美國和廣州的航線復飛。",                     None,     "廣州",          "city",      "440100"),
    ("新西村的菜地浇了水。",                       None,     "新西村",        "village",   None),
    ("西安昨日下了头场雪。",                       None,     "西安",          "city",      "610100"),
    ("中山一家工厂停工。",                         None,     "中山",          "city",      "442000"),
    ("文水、汾阳、孝义的麦子黄了。",               None,     "孝义",          "county",    "141181"),
    ("大兴旧宫的菜市场搬了。",                     None,     "大兴",          "county",    "110115"),
    ("谷饶镇办庙会，谷饶人都来了。",               None,     "谷饶",          "township",  "440513106"),
    ("讨思浩村的牡丹开了。",                       None,     "讨思浩村",      "village",   "150102008214"),
    ("日照港的煤船靠岸。",                         "430200", "日照港",        "facility",  "371100"),
    ("車隊經過乾安縣。",                           None,     "乾安縣",        "county",    "220723"),
    ("林县的水渠修好了。",                         None,     "林县",          "county",    "410581"),
    ("喀左县的杏花开了。",                         None,     "喀左县",        "county",    "211324"),
    ("西康路澳门路口装了红绿灯。",                 None,     "澳门路",        "road",      None),
    ("京港澳高速公路今日恢复通行。",               None,     "京港澳高速公路", "road",     None),
    ("川东北的气井出气了。",                       None,     "川东北",        "region",    "510000"),
    ("合肥市经济技术开发区种了银杏。",             None,     "经济技术开发区", "facility", "340100"),
    ("长春经济技术开发区种了银杏。",               None,     "长春经济技术开发区", "facility", "220100"),
    ("在平壤，春天来得晚。",                       None,     "平壤",          "foreign",   None),
    ("洪水淹了明尼阿波利斯的街道。",               None,     "明尼阿波利斯",  "foreign",   None),
    ("轮船开往开普敦市。",                         None,     "开普敦市",      "foreign",   None),
    ("帕利塞德山的火灭了。",                       None,     "帕利塞德山",    "natural",   None),
    ("游客走进颐和园昆明湖。",                    None,     "颐和园昆明湖",  "natural",   "110108"),
]

ALIASES = [
    # as printed                                      home      quote      adcode
    ("全市粮食总产增长。",                              "150100", "全市",    "150100"),
    ("首府的公交换了新车。",                            "150100", "首府",    "150100"),
    ("自治区出台了办法。",                              "150100", "自治区",  "150000"),
    ("淮安市抢收小麦，全市出动农机三千台。",            None,     "全市",    "320800"),
    ("陕西开镰，全省麦收过半。",                        None,     "全省",    "610000"),
    ("北京市房价平稳，本市新盘不多。",                  None,     "本市",    "110000"),
    ("包头市公布数据，全市工业增长，包头市很满意。",    "150100", "全市",    "150200"),
    ("羊城的花市开了。",                                None,     "羊城",    "440100"),
    ("市四区同时动工。",                                "150100", "市四区",  "150100"),
    ("我国小麦丰收。",                                  None,     "我国",    None),
]

ROLES = [
    ("呼和浩特市财政局公布了账目。", "呼和浩特市", "embedded"),
    ("辽宁省第十四届人大会议闭幕。", "辽宁省", "embedded"),
    ("呼和浩特市的财政收入增长。",   "呼和浩特市", "toponym"),
    ("全国的麦子熟了。",             "全国",       "alias"),
]

SILENT = [
    "双方加强合作，共享资源。",
    "祝大家平安。",
    "他是长江学者。",
    "北京时间晚上八点开赛。",
    "农村电网改造完成。",
    "城市公园免费开放。",
    "一名日本人和一名葡萄牙籍旅客获救。",
    "她教朝鲜语。",
    "记者 郝浩村",
    "保障安全国家有责。",
    "资源要节约，合作要真诚。",
    "“哥伦比亚”号返航。",
    "治沙人孟延寿很高兴。",
    "电影《赤壁》重映。",
    "美英德的球迷都来了。",
    "雷达照常转动。",
    "渔船傍晚归港。",
    "海军南昌舰返港。",
    "三省同时发布预警，各县都动员起来。",
    "资本市场平稳，交易市场活跃。",
    "绿水青山就是金山银山。",
    "记者江夏从会上获悉。",
    "山口的风很大。",
    "渔民滕万山六十三岁。",
]
# fmt: on


@pytest.mark.parametrize(("printed", "home", "quote", "kind", "adcode"), MEANS)
def test_means(printed: str, home: str | None, quote: str, kind: str, adcode: str | None) -> None:
    place = next(place for place in find_places(printed, home) if place.quote == quote)
    assert (place.kind, place.adcode) == (kind, adcode)


@pytest.mark.parametrize(("printed", "home", "quote", "adcode"), ALIASES)
def test_aliases(printed: str, home: str | None, quote: str, adcode: str | None) -> None:
    place = next(place for place in find_places(printed, home) if place.quote == quote)
    assert (place.role, place.adcode) == ("alias", adcode)


@pytest.mark.parametrize(("printed", "quote", "role"), ROLES)
def test_roles(printed: str, quote: str, role: str) -> None:
    assert [(place.quote, place.role) for place in find_places(printed)] == [(quote, role)]


@pytest.mark.parametrize("printed", SILENT)
def test_silent(printed: str) -> None:
    assert [place.quote for place in find_places(printed)] == []


@pytest.mark.parametrize("naming", namings(), ids=lambda naming: naming.example)
def test_every_naming_finds_its_example(naming: Naming) -> None:
    example = naming.example
    assert example in [place.quote for place in find_places(f"昨日，{example}很热闹。")]


def test_a_chain_is_split_into_its_names_and_resolved_together() -> None:
    places = find_places("北京市房山区周口店北下寺村降雨量很大。")
    assert [(place.quote, (place.adcode or "")[:6]) for place in places] == [
        ("北京市", "110000"),
        ("房山区", "110111"),
        ("周口店", "110111"),
        ("北下寺村", "110111"),
    ]
    assert places[-1].path[:2] == ("北京市", "房山区")
    assert [place.id for place in places] == [1, 2, 3, 4]


def test_a_name_several_counties_share_keeps_its_quote_and_no_code() -> None:
    [place] = find_places("鼓楼区的夜市很热闹。")
    assert (place.quote, place.adcode, place.path) == ("鼓楼区", None, ())


def test_a_repeated_name_is_found_wherever_it_stands() -> None:
    places = find_places("呼和浩特市新城区柳园村办起食堂。谁都夸柳园村好。")
    assert [place.quote for place in places].count("柳园村") == 2


def test_a_place_stands_where_its_town_does() -> None:
    city, abroad, village = (
        find_places("呼和浩特市和墨尔本都下雨了，呼和浩特市柳园村也是。")[:2]
        + find_places("呼和浩特市柳园村也是。")[1:]
    )
    assert (round(city.lon or 0, 1), round(city.lat or 0, 1)) == (Decimal("111.7"), Decimal("40.8"))
    assert (round(abroad.lon or 0), round(abroad.lat or 0)) == (145, -38)
    assert (village.lon, village.lat) == (None, None)


# fmt: off
HOMES = [
    # told            masthead          code
    ("呼和浩特",      None,             "150100"),
    ("呼和浩特市",    "广州日报",       "150100"),
    ("150102",        None,             "150102"),
    ("呼和浩特市新城区", None,          "150102"),
    (None,            "呼和浩特日报",   "150100"),
    (None,            "青城日报",       "150100"),
    (None,            "内蒙古日报",     "150000"),
    (None,            "北京晚报",       "110000"),
    (None,            "人民日报",       None),
    (None,            None,             None),
]
# fmt: on


@pytest.mark.parametrize(("told", "masthead", "code"), HOMES)
def test_home(told: str | None, masthead: str | None, code: str | None) -> None:
    home = resolve_home(told, masthead, ())
    assert (home and home.adcode) == code


@pytest.mark.parametrize("told", ["没有这地方", "999999", "鼓楼区", ""])
def test_a_home_that_is_none_is_a_bad_option(told: str) -> None:
    with pytest.raises(BadOption):
        resolve_home(told, None, ())


# fmt: off
VOTES = [
    ("包头市开会。包头的路修好了。包头市区下雨。", "150200"),
    ("包头市开会。呼和浩特市开会。赤峰市开会。",   None),
    ("包头市开会。",                               None),
]
# fmt: on


@pytest.mark.parametrize(("text", "code"), VOTES)
def test_home_by_vote_abstains_when_it_is_weak(text: str, code: str | None) -> None:
    home = resolve_home(None, None, [segmented(plain_article(text), default_segmenter())])
    assert (home and home.adcode) == code


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "呼和浩特市",
                "新城区",
                "北京",
                "第二",
                "小学",
                "村",
                "镇",
                "路",
                "全市",
                "首府",
                "的",
                "，",
                "。",
                "\n",
                "101",
                "公园",
                "记者 ",
                "·",
                "河",
                "a",
                "南海",
                "朝阳",
            ]
        ),
        max_size=25,
    ).map("".join)
    | st.text(max_size=40),
    st.sampled_from([None, "150100", "110105"]),
)
def test_places_quote_their_text_in_order(text: str, home: str | None) -> None:
    places = find_places(text, home)
    article = plain_article(text)
    for place in places:
        assert article.text[place.start : place.end] == place.quote
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert [place.id for place in places] == list(range(1, len(places) + 1))


@pytest.mark.parametrize("quote", ["汇龙", "汇龙镇"])
def test_a_township_is_told_whole_however_it_is_printed(quote: str) -> None:
    place = find_places(f"南通市启东市{quote}的船厂开工。")[-1]
    assert (place.quote, place.path) == (quote, ("江苏省", "南通市", "启东市", "汇龙镇"))
