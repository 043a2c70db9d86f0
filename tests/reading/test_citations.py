"""Headlines over the line that cites paper, day and page, and what else OCR and PDF tools leave between lines."""

from newsan.models import Article, Edition
from newsan.reading import parse_edition

DUMP = """\
社区食堂开进老巷子（“十五五”的
民生镜头）
本报记者

欧阳海

《江城日报》（2026年3月2日 第 03 版）

一碗热汤
去年，全市建起社区食堂118家
清晨六点，社区食堂的灶台已经冒起热气。帮厨的街坊把青菜洗净，码进竹筐。

第 12 页

食堂每天供应早餐300份，老人吃一顿只要5元。

第 13 页

老人怎么看
方
梅
《江城日报》（2026年3月2日 第 03 版）

食堂离家近，菜也软和，一家人都放心。

广告
《江城日报》（2026年3月2日 第 03 版）
"""


def articles(page: str) -> tuple[Article, ...]:
    return parse_edition(page).articles


def bodies(edition: Edition) -> list[str]:
    return [paragraph.text for article in edition.articles for paragraph in article.paragraphs]


def test_a_citation_ends_a_headline_and_its_names() -> None:
    first, second, *_ = articles(DUMP)
    assert first.title == "社区食堂开进老巷子（“十五五”的民生镜头）"
    assert [credit.name for credit in first.byline] == ["欧阳海"]
    assert second.title == "老人怎么看"
    assert [credit.name for credit in second.byline] == ["方梅"]


def test_nothing_else_on_such_a_page_is_a_headline() -> None:
    assert [article.title for article in articles(DUMP)] == [
        "社区食堂开进老巷子（“十五五”的民生镜头）",
        "老人怎么看",
    ]


def test_page_numbers_and_advertisements_are_in_no_article() -> None:
    text = "".join(bodies(parse_edition(DUMP)))
    assert "页" not in text
    assert "广告" not in text
    assert "江城日报" not in text


def test_a_page_number_cuts_no_number() -> None:
    page = "本报讯 投诉率比上月低约2\n\n                 第 8 页\n\n5个基点，满意率升至93%。\n"
    assert bodies(parse_edition(page)) == ["本报讯 投诉率比上月低约25个基点，满意率升至93%。"]


RAGGED = """\
江城日报
2026年3月2日 星期一 第7版
渔港新添一条冷链
从明天起，渔港的冷链车间正式开工
，每天可以加工鲜鱼四十吨，比老车
间多出一倍。车间里的三十六名工人
都是附近三个村的渔民，上岗前在县
城学了两个月手艺。
车间主任说，鱼从船上卸下来到装车
只要一个钟头，当天夜里就能运到省
城的菜市场，价钱比过去每斤高出两
块多。
"""


def test_lines_of_a_narrow_column_are_joined_though_they_differ_in_length() -> None:
    [article] = articles(RAGGED)
    assert [paragraph.text[-4:] for paragraph in article.paragraphs][-2:] == ["月手艺。", "两块多。"]


LOST = """\
# 老茶厂迎来新工人

老茶厂停工多年，去年秋天重新点火。厂房翻修一新，第一批设备已经安装并

# 河边的健身步道通了

步道全长6公里，沿河边修建，早晚都有人来跑步。步道旁种了三百棵柳树。

茶厂的新工人大多是返乡的年轻人。茶厂请来老师傅，手把手教他们看火候、揉茶叶。
"""


def test_a_sentence_whose_rest_is_nowhere_stays_cut() -> None:
    edition = parse_edition(LOST)
    assert any(text.endswith("安装并") for text in bodies(edition))
    assert sorted("".join(bodies(edition))) == sorted("".join(LOST.replace("# ", "").split()))
