"""Whole files as papers, sites and archives give them: what each article of theirs is."""

import datetime as dt

import pytest

from newsan.models import Article
from newsan.reading import parse_edition

PAGES = """\
海屿日报
2026年5月6日 星期三 第1版 要闻

渔港新堤合龙 夜归船多了一道屏障
本报记者 钟离秋

本报讯 5月5日傍晚，海屿渔港东防波堤最后一段沉箱安放到位，全长一千二百米的新堤正式合龙。
老船长司徒海在码头上站了很久。他说，二十年前的那场台风里，自家的船就是在港内被撞沉的，如今有了新堤，
（下转第3版）

海屿日报 2026年5月6日 星期三 第2版 民生

旧书漂流站开到菜市场门口
本报记者 宫小雨

在城南菜市场门口，一只由冰柜改成的书柜格外显眼。摊主和顾客都可以把看完的书放进去，也可以取走一本。
社区干部说，书柜设立四个月，漂走的书有一千九百多本，回来的竟有两千零几本。

海屿日报 2026年5月6日 星期三 第3版 综合

（上接第1版）晚上终于能睡个安稳觉。新堤的堤身里还埋了六十个传感器，浪高、水位随时可查。

山村食堂的热汤面
本报通讯员 阮青

每天中午十一点半，柿树坪村食堂的钟一响，三十多位老人便端着碗来了。一碗热汤面两块钱。
责任编辑：闻人月 版式：公孙文
"""
RECORDS = """\
【 日  期 】2026-05-06
【 版  号 】04
【 标  题 】柿树坪修路记
【 副  题 】十里山道走了九年
【 作  者 】阮青
【 正  文 】
柿树坪到山下的公路只有十里，却修了整整九年。村支书尉迟平说，总算在去年冬天通了车。
【 日  期 】2026-05-07
【 版  号 】02
【 标  题 】一条河的三张名片
【 作  者 】宫小雨 钟离秋
【 正  文 】
过去，浣纱河是黑的；后来，浣纱河是干的；现在，浣纱河是清的。
"""
EXPORT = """\
山村食堂的热汤面
作者：阮青  来源：海屿日报  时间：2026-05-06 08:12

每天中午十一点半，柿树坪村食堂的钟一响，三十多位老人便端着碗来了。
一碗热汤面两块钱，面是村里磨的，青菜是院子里种的。

浣纱河边的茶馆
作者：宫小雨  时间：2026-05-07 09:30

过去，浣纱河是黑的；后来，浣纱河是干的；现在，浣纱河是清的。
"""
ONE_ARTICLE = """\
九年凿开十里山道
柿树坪人把公路修到家门口
——海屿县交通扶贫工作纪实
本报记者 阮青
柿树坪到山下的公路只有十里，却修了整整九年。村支书尉迟平说，总算在去年冬天通了车。
如今，山里的柿饼、核桃、土鸡蛋坐着班车进了城，村里的年轻人也坐着班车回来开起了民宿。
"""
WRAPPED = """\
海屿日报　2026年5月6日　第5版　文体

　　　　渔歌号子唱进校园
　　　——非遗传承人尉迟老人三十年如一日
　　　　　　　　　　本报记者 宫小雨
　　“哎——嗬！”一声悠长的号子从海
屿三小的礼堂里飞出来，领唱的是七十四
岁的尉迟老人，和声的是四十个穿校服的
孩子。
　　老人说，号子是出海人的钟，起锚、
摇橹、拔网各有各的调，唱错一个音，手
上的劲就使不到一块儿去。

　　　　县少年足球赛落幕
　　5月4日，为期六天的海屿县少年足球
赛落幕，城关一小以3比2战胜渔业小学，
捧回了冠军奖杯。
- 5 -
"""
DECK = """\
# 海屿盐田晒出头茬春盐

产量比上年多三成 工序一道没少

本报记者 钟离秋

四月的海屿，盐田像一面面镜子。盐工们推着木耙，把结晶的春盐收成一座座小山，今年的产量比上年多三成。

**老手艺**

从纳潮到起盐，一共十一道工序，机器只替下了最累的两道。
"""
PHOTO = """\
**雨后荷塘**

5月3日，海屿湿地公园的荷塘迎来一场透雨，嫩叶铺满水面，引来不少市民拍照。

本报记者 宫小雨 摄

**夜校开班 名额半天报满**

本报记者 钟离秋

海屿县职工夜校春季班日前开班，二十二门课程、六百六十个名额半天就报满了。
新开的茶艺、短视频剪辑和中医推拿最受欢迎，课程都安排在晚上七点以后。
"""


def heads(article: Article) -> tuple[str, str | None, str | None, str | None]:
    return article.kind, article.title, article.subtitle, article.page


# fmt: off
LAYOUTS = [
    # layout                         what its articles are
    ("several pages with jump lines", PAGES, [
        ("article", "渔港新堤合龙 夜归船多了一道屏障", None, "1"),
        ("article", "旧书漂流站开到菜市场门口", None, "2"),
        ("brief", "山村食堂的热汤面", None, "3"),
    ]),
    ("records with 【 】", RECORDS, [
        ("brief", "柿树坪修路记", "十里山道走了九年", "4"),
        ("brief", "一条河的三张名片", None, "2"),
    ]),
    ("an export with 作者 and 时间", EXPORT, [
        ("article", "山村食堂的热汤面", None, None),
        ("brief", "浣纱河边的茶馆", None, None),
    ]),
    ("one article with its headline lines", ONE_ARTICLE, [
        ("article", "九年凿开十里山道 柿树坪人把公路修到家门口", "——海屿县交通扶贫工作纪实", None),
    ]),
    ("hard-wrapped with a folio", WRAPPED, [
        ("article", "渔歌号子唱进校园", "——非遗传承人尉迟老人三十年如一日", "5"),
        ("brief", "县少年足球赛落幕", None, "5"),
    ]),
    ("marked, with a deck and a subhead", DECK, [
        ("article", "海屿盐田晒出头茬春盐", "产量比上年多三成 工序一道没少", None),
    ]),
    ("bold, with a photograph", PHOTO, [
        ("photo", "雨后荷塘", None, None),
        ("article", "夜校开班 名额半天报满", None, None),
    ]),
]
# fmt: on


@pytest.mark.parametrize(("text", "articles"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS])
def test_articles_of_a_layout(
    text: str, articles: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert [heads(article) for article in parse_edition(text).articles] == articles


def test_a_sentence_goes_on_across_two_pages() -> None:
    edition = parse_edition(PAGES)
    assert "如今有了新堤，晚上终于能睡个安稳觉。" in edition.articles[0].text
    assert [(note.line, note.confidence) for note in edition.notes] == [(8, 0.87), (21, 0.99)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (PAGES, dt.date(2026, 5, 6)),
        (RECORDS, dt.date(2026, 5, 6)),
        (EXPORT, dt.date(2026, 5, 6)),
        (WRAPPED, dt.date(2026, 5, 6)),
    ],
)
def test_day_of_a_layout(text: str, date: dt.date) -> None:
    assert parse_edition(text).date == date


def test_a_subhead_stays_apart_from_its_text() -> None:
    [article] = parse_edition(DECK).articles
    assert [paragraph.role for paragraph in article.paragraphs if paragraph.text == "老手艺"] == ["subhead"]


def test_a_short_line_is_no_beginning_of_the_text_below() -> None:
    text = "盐田新事\n\n盐田今年扩建了三百亩，新盐在五月上市。\n\n收成\n\n全镇春盐的产量比上年多三成，价格也好。\n"
    assert "收成" in [paragraph.text for paragraph in parse_edition(text).articles[0].paragraphs]
