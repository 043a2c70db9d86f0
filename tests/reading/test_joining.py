"""Cut sentences: what each goes on with, and what must stay apart."""

import pytest

from newsan.reading import parse_edition
from newsan.reading.tails import left_over

TITLE = "岔河乡修好了最后一座桥\n\n"

# fmt: off
JOINED = [
    # printed, a paragraph a line                                                                  which read as one
    # the rest right below
    (("岔河乡的桥修了两年，上星期终于通", "车了，老人们在桥头放了鞭炮。"),                              (0, 1)),
    # the rest below the paragraph that follows it
    (("岔河乡的桥修了两年，请来的都是老技", "乡长说，明年还要修一条环山路。", "术员，没有一个人叫苦。"),   (0, 2)),
    (("工地上最忙的时候有一百四", "乡长说，明年还要修一条环山路。", "十七个人。"),                      (0, 2)),
    # both cut: each finds its own
    (("岔河乡的桥修了两年，请来的都是老技", "乡长说，明年还要修一条环山公", "术员，没有一个人叫苦。", "路，直通县城。"), (0, 2)),
]
APART = [
    # a numbered line is a heading, and so is an item
    ("一、统一调度，把每一台机器用到刀刃上", "全乡成立了调度室，机器随叫随到。"),
    ("报名时间：6月3日早上8", "2、报名地点在乡政府一楼。"),
    # a paragraph that has ended
    ("岔河乡的桥修了两年，上星期终于通车了。", "老人们在桥头放了鞭炮。"),
]
# fmt: on


def read(*paragraphs: str) -> list[str]:
    page = (
        TITLE
        + "岔河乡四面是水，出门全靠渡船。\n\n"
        + "\n\n".join(paragraphs)
        + "\n\n桥通了，集市也热闹起来。"
    )
    [article] = parse_edition(page).articles
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(("printed", "one"), JOINED)
def test_a_cut_sentence_finds_its_rest(printed: tuple[str, ...], one: tuple[int, int]) -> None:
    head, rest = one
    assert printed[head] + printed[rest] in read(*printed)


@pytest.mark.parametrize("printed", APART)
def test_what_is_whole_stays_apart(printed: tuple[str, ...]) -> None:
    assert printed[0] in read(*printed)


def test_the_margin_tells_a_rest_from_a_paragraph() -> None:
    """Where paragraphs are indented, what begins at the margin goes on with one, however well another reads on."""
    page = (
        "岔河乡修好了最后一座桥\n　　岔河乡四面是水，出门全靠渡船。\n　　乡里请来了县里的老师傅，算上帮忙的一共\n"
        "　　有了桥，集市也热闹起来。\n二十多位，吃住都在工地。\n　　桥通了，学生不用再摸黑出门。\n"
    )
    [article] = parse_edition(page).articles
    assert "乡里请来了县里的老师傅，算上帮忙的一共二十多位，吃住都在工地。" in [
        p.text for p in article.paragraphs
    ]


# fmt: off
LOOKS = [
    # more like a rest                          than
    ("七项业务。",                              "七项业务已经全部搬进新的大厅，从下个月一日起正式对外办理，周末也不休息，群众可以随时来办。"),
    ("着急了，半天没有说话。",                  "乡长说，着急也没有用，半天没有说话。"),
    ("工地上的三件事，一件也不能少。",          "工地上有三件事：一件也不能少。"),
]
# fmt: on


@pytest.mark.parametrize(("rest", "paragraph"), LOOKS)
def test_looks_of_a_rest(rest: str, paragraph: str) -> None:
    assert left_over(rest, whole=True) > left_over(paragraph, whole=True)


def test_the_name_of_a_column_ends_no_article() -> None:
    page = (
        "岔河乡修好了最后一座桥\n\n本报讯 岔河乡四面是水，出门全靠渡船。桥修了两年，请来的都是老技\n\n街巷新事\n\n"
        "**老渡口开了茶馆**\n\n本报讯 桥通以后，渡口的老房子改成了茶馆，周末坐满了人。\n"
    )
    first, second = parse_edition(page).articles
    assert "街巷新事" not in first.text
    assert (second.kicker, second.title) == ("街巷新事", "老渡口开了茶馆")


WRAPPED = "　　今年春天，乡里请来了3位老师傅，又从外村借来2台吊车，赶在4月以前把桥面铺好了，前后只用了49天，大家都说没有想到。"
WIDTH = 19

# fmt: off
BETWEEN = [
    # printed                            in the paragraph, behind so many characters
    ("海屿日报 2026年4月17日 星期五",    WIDTH + 5),    # as wide as the page is set, so that it seems to go on below
    ("— 3 —",                            2 * WIDTH),    # below a full line, so that it seems to be its rest
]
# fmt: on


@pytest.mark.parametrize(("furniture", "at"), BETWEEN)
def test_furniture_between_the_lines_of_a_paragraph_is_no_part_of_it(furniture: str, at: int) -> None:
    halves = [
        [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
        for text in (WRAPPED[:at], WRAPPED[at:])
    ]
    whole = [WRAPPED[start : start + WIDTH] for start in range(0, len(WRAPPED), WIDTH)]
    page = "\n".join(["岔河乡修好了最后一座桥", *whole, *halves[0], furniture, *halves[1], *whole])
    [article] = parse_edition(page).articles
    assert furniture not in article.text
    assert article.text.count(WRAPPED.strip()) == 3
