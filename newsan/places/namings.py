"""Names told by their last word (…村, …公园): the last words, and the words that no name is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsan.patterns import compiled
from newsan.tables import listed


class Naming(NamedTuple):
    """A last word that makes a name.

    ``whole`` says that a place before it is part of the name (回民区第二小学), and not the place the thing lies in
    (房山区|北下寺村). ``example`` is a name the row must find.
    """

    kind: str
    endings: str
    whole: bool
    example: str


STREETS = frozenset("路 街 大街 大道 胡同 巷".split())
BROAD = STREETS | {"村", "镇"}
"""Last words before which a word the dictionary lacks is enough to make a name."""

STATIONS = ("电站", "水电站", "核电站", "抽水蓄能电站")
"""Facilities that are told after the county they lie in, and not by it."""

ZONES = tuple(
    "经济技术开发区 高新技术产业开发区 高新技术开发区 经济开发区 高新区 经开区 开发区 产业集聚区".split()
)
"""Zones that lie in the division named before them where it is told in full."""

HAMLETS = frozenset("庄屯堡寨坪")
"""Last characters of villages that are told without 村."""

RULED = frozenset("市县区旗")
"""What alone stands for the paper's own city or county before a facility (市图书馆)."""

COMPASS = frozenset("东西南北中城郊新老")
"""Characters that tell the parts of a town, and alone no place."""

LEADING = compiled(
    r"(?:[东西南北]至|图为|[一二两三四五六七八九十]大|俄(?=\p{Han}{3})|[这那该是在于为从对把被到和与及或向以至他她同])*+"
)
"""What a word the dictionary lacks may begin with and a name does not."""

PLAIN = compiled(r"(?:(?![的在和与及或各等了是从对有为到将以被把让向所两某该])\p{Han})+")
ORDINAL = r"第[一二三四五六七八九十\d]+|[一二三四五六七八九十〇零]{1,3}"
NUMBER_NAME = compiled(r"\d{3}")
SCHOOL = r"(?:第?[一二三四五六七八九十零〇]{1,3}中|中学|小学|大学)$"

ROUTE = compiled(
    r"(?<![\dA-Za-z.])(?:[GSXY]\d{1,4}|\d{3})(?:国道|省道|县道|高速公路|高速)|(?<![\dA-Za-z])[国省]道[GS]?\d{1,4}线?"
)
"""Roads told by their number."""

ORDINARY = compiled(
    r"""(?x)
      [农乡山全该本各每城新包通整驻进入个]村 | 农村路 | 城中村
    | [城乡小集老重三街]镇 | [城家老水侗苗雪]乡
    | [公铁道马网思出电线条]路
    | [出进海空来赴抵访留驻涉离到返或一经琼归靠]港 | [踩逛临]街 | 避风港
    | [护]城河 | 母亲河 | 渡河 | 长河 | 河湖 | 江湖 | 江山 | 河湾 | 半山 | 海岛 | 高峰 | 高山峡谷
    | [一二三四五六七八九十两几各全多本跨该某外邻军大小富穷]{1,2}(?:省|州|县|郡)
    | 科学院 | 中小学 | 外国学校 | 光伏电站
    | (?:老旧|涉疫)小区
    | (?:三大|四大|各大|完整|智慧|生态|门户)(?:自贸区|社区)
    """
)
"""Last words that, with what stands before them, are ordinary words: the match ends where the last word does."""


@cache
def namings() -> tuple[Naming, ...]:
    """Return the rows of the table of last words."""
    return tuple(
        Naming(kind, endings, whole == "yes", example)
        for kind, whole, example, endings in (line.split("\t") for line in listed("place_namings.tsv"))
    )


@cache
def naming_of(ending: str) -> Naming:
    """Return the naming of a last word."""
    return next(naming for naming in namings() if ending in naming.endings.split())


@cache
def endings() -> Mapping[str, tuple[str, ...]]:
    """Return all last words by their first character, a longer one before those it begins with."""
    by_first: dict[str, list[str]] = {}
    for naming in namings():
        for ending in naming.endings.split():
            by_first.setdefault(ending[0], []).append(ending)
    return {first: tuple(sorted(words, key=len, reverse=True)) for first, words in by_first.items()}


def find_endings(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a last word stands in a text, and the word; none stands in another.

    A pattern of so many words takes longer to compile than to look at every character of a page.
    """
    by_first, reach = endings(), 0
    for start in [position for position, character in enumerate(text) if character in by_first]:
        if start >= reach:
            for ending in by_first[text[start]]:
                if text.startswith(ending, start):
                    yield start, ending
                    reach = start + len(ending)
                    break


@cache
def generic_stems() -> frozenset[str]:
    """Return what stands before a last word without making a name of it (老旧|小区)."""
    return frozenset(word for line in listed("place_generic_stems.txt") for word in line.split())


@cache
def generic_words() -> frozenset[str]:
    """Return the words no name has inside it."""
    return frozenset(word for line in listed("place_generic_words.txt") for word in line.split())


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Return whether the last word at ``start`` to ``end`` is the end of an ordinary word (农村, 高峰)."""
    return any(ORDINARY.fullmatch(text, begin, end) for begin in range(max(0, start - 4), start + 1))
