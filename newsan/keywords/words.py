"""Words -> what they can be in a keyword: alone, in a phrase, at the end of the name of an organisation or an indicator."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsan.models import KeywordKind, Sentence, Token
from newsan.patterns import compiled
from newsan.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_PHRASE = 4
LONGEST_TEXT = 12
REMEMBERED = 1 << 14
"""So many words are kept with what they can be; most of a text is made of few."""

# jieba's tags: nouns and names, verbs, adjectives, abbreviations, idioms, and words the dictionary lacks.
TOPIC_TAGS = frozenset("n nr nrt nrfg ns nt nz ng j l i v vn vi a an b f s eng x h k vg ag tg z".split())
NOMINAL_TAGS = frozenset("n nr nrt nrfg ns nt nz ng j vn an l i eng x k".split())
PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})
NAME_TAGS = frozenset({"ns", "nt", "nz", "j", "x"})

WORD = compiled(r"\p{Han}|[A-Za-z]")
ORGANISATION = compiled(
    r".*(?:委员会|人民政府|公司|集团|大学|学院|中心|协会|学会|商会|联合会|法院|检察院|银行|医院|学校|中学|小学|分校"
    r"|合作社|研究院|研究所|基金会|福利院|出版社|博物馆|图书馆|俱乐部|联盟|总局|分局|政府|[^结布格大当时]局|[^客大前]厅|支队|总队|[^一二三四五六七八九全几各两]部|[^主]党|军)$"
)
INDICATOR = compiled(
    r".*(?:额|[^效]率|总量|产量|销量|储量|产值|收入|支出|投入|面积|价格|指数|增加值|租金|利润|税收|总值|里程|成本|费用|票房|强度|拥有量|吞吐量)$"
)


@cache
def stopwords() -> dict[str, bool]:
    """Return the words that are no keyword, and whether they may begin or end one."""
    lines = (DATA / "stopwords.txt").read_text("utf-8").splitlines()
    words = (word for line in lines for word in line.partition("#")[0].split())
    return {word.removesuffix("*"): word.endswith("*") for word in words}


def overlaps(piece: Token | Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a word or sentence touches one of some spans, which are in reading order and do not overlap."""
    index = bisect_right(spans, piece.start, key=lambda span: span[0])
    before = index > 0 and spans[index - 1][1] > piece.start
    return before or (index < len(spans) and spans[index][0] < piece.end)


class Form(NamedTuple):
    """What a word can be, alone and in a phrase."""

    alone: bool
    """It could be a keyword by itself."""
    first: bool
    """A phrase may begin with it."""
    last: bool
    """A phrase may end with it."""
    bound: bool
    """A phrase ends before it or begins after it: it is a verb, or what no phrase begins or ends with."""
    name: bool
    """An organisation's name may begin with it."""


@lru_cache(maxsize=REMEMBERED)
def form_of(word: str, pos: str) -> Form | None:
    """Return what a word with this tag can be, ``None`` where it is no part of a keyword.

    Such a part begins with a Chinese character or a Latin letter.
    """
    if pos not in TOPIC_TAGS or not WORD.match(word):
        return None
    edge = stopwords().get(word, True)
    alone = len(word) > 1 and word not in stopwords()
    last = edge and (pos in NOMINAL_TAGS or (pos == "v" and len(word) > 1))
    return Form(alone, edge, last, not edge or pos == "v", pos in NAME_TAGS)


def word_runs(
    tokens: Sequence[Token], asides: Sequence[tuple[int, int]]
) -> Iterator[tuple[list[Token], list[Form]]]:
    """Yield the stretches of adjacent words that could be parts of a keyword, with what each word can be.

    Signs, numbers and asides break them.
    """
    run: list[Token] = []
    forms: list[Form] = []
    for token in tokens:
        form = form_of(token.text, token.pos) if token.pos in TOPIC_TAGS else None
        if form is not None and not (asides and overlaps(token, asides)):
            run.append(token)
            forms.append(form)
        elif run:
            yield run, forms
            run, forms = [], []
    if run:
        yield run, forms


def kind_of(words: Sequence[Token]) -> KeywordKind:
    """Return the kind of a word or phrase by its tags and its end."""
    last = words[-1]
    if len(words) == 1 and last.pos in PERSON_TAGS:
        return "person"
    if last.pos == "ns":
        return "place"
    if last.pos == "nt":
        return "organisation"
    return "indicator" if ends_indicator(last.text) else "term"


@lru_cache(maxsize=REMEMBERED)
def ends_indicator(word: str) -> bool:
    """Return whether an indicator (一般公共预算收入) ends with a word."""
    return INDICATOR.match(word) is not None


@lru_cache(maxsize=REMEMBERED)
def ends_organisation(word: str) -> bool:
    """Return whether an organisation's name ends with a word."""
    return ORGANISATION.match(word) is not None
