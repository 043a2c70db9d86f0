"""The parts that recognise places, each alone: words, lists, last words, aliases and silence."""

from __future__ import annotations

import pytest

from newsan.analysis import segmented
from newsan.places.aliases import aliases_in_words
from newsan.places.last_words import told_names
from newsan.places.listed import listed_names
from newsan.places.mentions import Mention, outermost
from newsan.places.silence import is_persons, silent_positions, tells_people
from newsan.places.words import Words
from newsan.reading import plain_article
from newsan.segmenting import default_segmenter


def words_of(text: str) -> Words:
    """Return the words of the last sentence of a text, so that its offsets in the article are not those in itself."""
    return Words.of(segmented(plain_article(text), default_segmenter())[-1])


def told(text: str) -> list[tuple[str, str]]:
    words = words_of(text)
    return [(mention.surface, mention.kind) for mention in told_names(words, list(listed_names(words)))]


# fmt: off
LISTED = [
    # as printed                    the names the gazetteer has
    ("沈阳和大连的船都到了。",       ["沈阳", "大连"]),
    ("房山区周口店下了雨。",         ["房山区", "周口店"]),
    ("昌平朱辛庄的路通了。",         ["昌平", "朱辛庄"]),
    ("法国里昂的灯亮了。",           ["法国", "里昂"]),
    ("全市都在下雨。",               ["全市"]),
    ("孙镇平昨天回到家里。",         []),
    ("新的桥通车了。",               []),
]

TOLD = [
    # as printed                    the names told by their last word
    ("新城区柳园村办起食堂。",       [("柳园村", "village")]),
    ("他在东瓦窑批发市场卖菜。",     [("东瓦窑批发市场", "facility")]),
    ("村里的路修好了。",             []),
    ("老旧小区换了新门。",           []),
]

PERSONS = [
    # as printed        the name    part of somebody's
    ("孙镇平来了。",    "镇平",     True),
    ("麦克·海南来了。", "海南",     True),
    ("海南·麦克来了。", "海南",     True),
    ("记者海南来了。",  "海南",     True),
    ("他到海南来了。",  "海南",     False),
]

PEOPLE = [
    # as printed            a place only in what people are called
    ("日本人在门口。",      True),
    ("日本的茶来了。",      False),
    ("日本",                False),
]
# fmt: on


@pytest.mark.parametrize(("printed", "names"), LISTED)
def test_listed_names(printed: str, names: list[str]) -> None:
    assert [mention.surface for mention in listed_names(words_of(printed))] == names


@pytest.mark.parametrize(("printed", "names"), TOLD)
def test_told_names(printed: str, names: list[tuple[str, str]]) -> None:
    assert told(printed) == names


@pytest.mark.parametrize(("printed", "name", "persons"), PERSONS)
def test_is_persons(printed: str, name: str, persons: bool) -> None:  # noqa: FBT001 (a column of the table)
    start = printed.index(name)
    assert is_persons(words_of(printed), start, start + len(name)) is persons


@pytest.mark.parametrize(("printed", "people"), PEOPLE)
def test_tells_people(printed: str, people: bool) -> None:  # noqa: FBT001 (a column of the table)
    words = words_of(printed)
    assert tells_people(words, words.mention(0, 2, "country")) is people


def test_an_alias_inside_a_word_is_found() -> None:
    [mention] = aliases_in_words(words_of("市四区的道路都通了，全国的都通了。"))
    assert (mention.quote, mention.role) == ("市四区", "alias")


def test_the_people_a_credit_names_are_silent() -> None:
    text = "记者 海南 文山：雨停了。"
    assert "".join(text[position] for position in sorted(silent_positions(text))) == "海南 文山"


def test_words_count_in_their_sentence_and_quote_it_as_printed() -> None:
    words = words_of("雨停了。廣州的航線復飛。")
    assert words.text == "广州的航线复飞。"
    assert [words.start_of(token) for token in words.tokens][:2] == [0, 2]
    mention = words.mention(0, 2, "city")
    assert (mention.quote, mention.surface) == ("廣州", "广州")


def test_a_name_that_reaches_back_over_another_replaces_it() -> None:
    def named(start: int, end: int) -> Mention:
        return Mention("名" * (end - start), "名" * (end - start), start, end, 0, "facility")

    assert outermost([named(0, 2), named(4, 8), named(4, 11)]) == [named(0, 2), named(4, 11)]
