"""Article -> candidates: the words, phrases and names that could be its keywords, with every mention."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import regex

from newsan.models import Article, KeywordKind, Sentence, Token
from newsan.patterns import compiled
from newsan.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsan.keywords.statistics import Statistics

LONGEST_PHRASE = 4
LONGEST_TEXT = 12
LONGEST_NAME = 18

# jieba's tags: nouns and names, verbs, adjectives, abbreviations, idioms, and words the dictionary lacks.
TOPIC_TAGS = frozenset("n nr nrt nrfg ns nt nz ng j l i v vn vi a an b f s eng x h k vg ag tg z".split())
NOMINAL_TAGS = frozenset("n nr nrt nrfg ns nt nz ng j vn an l i eng x k".split())
PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})

HEADLINE_ROLES = frozenset({"title", "kicker", "subtitle"})

WORD = compiled(r"\p{Han}|[A-Za-z]")
WORK = compiled(r"《(?P<name>[^《》\n]{2,30}+)》")
QUOTED = compiled(r"“(?P<name>[^“”\n，。；！？、]{2,14}+)”")
DOT = compiled("[·•・]")
DOTTED = compiled(r"(?P<name>\p{Han}{1,8}+(?:[·•・]\p{Han}{1,8}+)++)")
PRINTED_NAMES: tuple[tuple[regex.Pattern[str], str, KeywordKind], ...] = (
    (WORK, "work", "work"),
    (QUOTED, "quote", "slogan"),
    (DOTTED, "name", "person"),
)
BYLINE = compiled(
    r"""
    [（(][^（）()\n]{0,16}(?:记者|报道员|通讯员|编辑|编译|摄影)[^（）()\n]{0,40}+[）)]
    | ^[ \t\u3000●■◆△▲◎○□]*+本报[^\n，。：:]{0,4}记者[^\n，。：:]{0,24}+(?:摄|$)
    | ^[ \t\u3000●■◆]*+[^\n，。]{0,12}(?:记者|通讯员|摄影)[丨|｜:：/][^\n，。]{0,30}+$
    """,
    regex.VERBOSE | regex.MULTILINE,
)
ORGANISATION = compiled(
    r".*(?:委员会|人民政府|公司|集团|大学|学院|中心|协会|学会|商会|联合会|法院|检察院|银行|医院|学校|中学|小学|分校"
    r"|合作社|研究院|研究所|基金会|福利院|出版社|博物馆|图书馆|俱乐部|联盟|总局|分局|政府|[^结布格大当时]局|[^客大前]厅|支队|总队|[^一二三四五六七八九全几各两]部|[^主]党|军)$"
)
INDICATOR = compiled(
    r".*(?:额|[^效]率|总量|产量|销量|储量|产值|收入|支出|投入|面积|价格|指数|增加值|租金|利润|税收|总值|里程|成本|费用|票房|强度|拥有量|吞吐量)$"
)


@dataclass(slots=True)
class Candidate:
    """A text that could be a keyword, with its mentions in reading order."""

    text: str
    parts: tuple[Token, ...]
    """The words of its first mention; a name that printed signs set apart is one word, tagged ``quote``, ``work`` or ``name``."""
    kind: KeywordKind
    spans: list[tuple[int, int]] = field(default_factory=list)
    variants: set[str] = field(default_factory=set)
    quoted: bool = False
    free: int = 0
    """Mentions that are no part of a longer candidate's."""
    measured: bool = False
    """A number follows a mention, as one follows an indicator."""

    bounded: bool = False
    """Verbs, fillers or signs stand on both sides of a mention: the phrase is whole."""

    @property
    def words(self) -> int:
        """Number of words it is made of."""
        return len(self.parts)

    @property
    def pos(self) -> str:
        """Tag of its last word."""
        return self.parts[-1].pos


@cache
def stopwords() -> dict[str, bool]:
    """Return the words that are no keyword, and whether they may begin or end one."""
    lines = (DATA / "stopwords.txt").read_text("utf-8").splitlines()
    words = (word for line in lines for word in line.partition("#")[0].split())
    return {word.removesuffix("*"): word.endswith("*") for word in words}


def overlaps(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a token touches one of some spans, which are in reading order and do not overlap."""
    index = bisect_right(spans, token.start, key=lambda span: span[0])
    before = index > 0 and spans[index - 1][1] > token.start
    return before or (index < len(spans) and spans[index][0] < token.end)


def word_runs(tokens: Sequence[Token], asides: Sequence[tuple[int, int]]) -> Iterator[list[Token]]:
    """Yield the stretches of adjacent words that could be parts of a keyword; signs, numbers and asides break them."""
    run: list[Token] = []
    for token in tokens:
        if token.pos in TOPIC_TAGS and WORD.match(token.text) and not overlaps(token, asides):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def is_phrase(words: Sequence[Token]) -> bool:
    """Return whether adjacent words have the form of a phrase: a nominal end, and no stop word at either edge."""
    last = words[-1]
    return (
        last.end - words[0].start <= LONGEST_TEXT
        and (last.pos in NOMINAL_TAGS or (last.pos == "v" and len(last.text) > 1))
        and stopwords().get(words[0].text, True)
        and stopwords().get(last.text, True)
    )


def is_word(token: Token) -> bool:
    """Return whether a single word could be a keyword."""
    return len(token.text) > 1 and token.text not in stopwords()


def is_bound(token: Token) -> bool:
    """Return whether a phrase ends before a word or begins after it: a verb, or what no phrase ends in."""
    return token.pos == "v" or not stopwords().get(token.text, True)


def is_organisation(words: Sequence[Token]) -> bool:
    """Return whether adjacent words are a place or name followed by what an organisation's name ends with."""
    return words[0].pos in {"ns", "nt", "nz", "j", "x"} and bool(ORGANISATION.match(words[-1].text))


def asides(article: Article) -> list[tuple[int, int]]:
    """Return the spans that tell who wrote the article, and every mention of those who did.

    Plain text comes without asides of its own, so they are looked for.
    """
    writers = "|".join(regex.escape(credit.name) for credit in article.byline if credit.name)
    patterns = [BYLINE, regex.compile(writers)] if writers else [BYLINE]
    found = {match.span() for pattern in patterns for match in pattern.finditer(article.text)}
    merged: list[tuple[int, int]] = []
    for start, end in sorted({*article.asides, *found}):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class Candidates:
    """The candidates of one article, collected sentence by sentence."""

    def __init__(self, article: Article) -> None:
        """Take the article; nothing is collected yet."""
        self.article = article
        self.asides = asides(article)
        self.found: dict[str, Candidate] = {}

    def add(self, parts: tuple[Token, ...], kind: KeywordKind) -> Candidate:
        """Note a mention of a candidate; one that two ways find is noted twice."""
        start, end = parts[0].start, parts[-1].end
        text = self.article.text[start:end]
        candidate = self.found.get(text)
        if candidate is None:
            candidate = self.found[text] = Candidate(text, parts, kind)
        candidate.spans.append((start, end))
        return candidate

    def add_sentence(self, sentence: Sentence) -> None:
        """Note the words and word sequences of a sentence."""
        numbers = {token.start for token in sentence.tokens if token.pos == "m"}
        for run in word_runs(sentence.tokens, self.asides):
            measured = any(run[-1].end + gap in numbers for gap in range(4))
            for first, token in enumerate(run):
                if is_word(token):
                    self.add((token,), kind_of((token,)))
                for last in range(first + 1, min(first + LONGEST_PHRASE + 1, len(run))):
                    phrase = self.add_phrase(tuple(run[first : last + 1]))
                    if phrase is not None:
                        phrase.measured |= measured and last == len(run) - 1
                        phrase.bounded |= (first == 0 or is_bound(run[first - 1])) and (
                            last == len(run) - 1 or is_bound(run[last + 1])
                        )

    def add_phrase(self, words: tuple[Token, ...]) -> Candidate | None:
        """Note adjacent words if they have the form of a phrase or of an organisation's name."""
        named = words[-1].end - words[0].start <= LONGEST_NAME and is_organisation(words)
        if named or (len(words) <= LONGEST_PHRASE and is_phrase(words)):
            return self.add(words, "organisation" if named else kind_of(words))
        return None

    def add_printed_names(self) -> None:
        """Note what 《》, “” and · set apart."""
        text = self.article.text
        for pattern, tag, kind in PRINTED_NAMES:
            for match in pattern.finditer(text):
                if not WORD.search(match["name"]):
                    continue
                name = Token(match["name"], match.start("name"), tag)
                if overlaps(name, self.asides):
                    continue
                candidate = self.add((name,), kind)
                candidate.quoted |= tag == "quote"
                if tag == "work" or (candidate.words > 1 and candidate.kind == "term"):
                    candidate.kind = kind
                if match[0] != match["name"]:
                    candidate.variants.add(match[0])

    def merge_variants(self) -> None:
        """Count names printed in full and in short as one: 《条例》 with its full title, a surname with the full name."""
        merged = self.merge_works() | self.merge_full_names()
        for name in merged.intersection(self.found):
            self.found[name].spans = apart(self.found[name].spans)

    def merge_works(self) -> set[str]:
        """Give the mentions of short titles to the longest title that ends with them; return all titles."""
        works = {text for text, candidate in self.found.items() if candidate.kind == "work"}
        for whole in sorted(works, key=lambda text: (-len(text), text)):
            for cut in range(1, len(whole)):
                short = whole[cut:]
                if whole in self.found and short in works and short in self.found:
                    self.merge(short, whole)
        return works

    def merge_full_names(self) -> set[str]:
        """Give the mentions of foreign names in full to the surname, where it stands alone too; return the surnames."""
        surnames = set()
        for text in sorted(text for text, candidate in self.found.items() if candidate.pos == "name"):
            surname = DOT.split(text)[-1]
            if surname in self.found:
                self.found[surname].kind = "person"
                self.merge(text, surname)
                surnames.add(surname)
        return surnames

    def merge(self, variant: str, name: str) -> None:
        """Give the mentions of a variant to the candidate that stands for both, though some may overlap its own."""
        candidate, other = self.found[name], self.found.pop(variant)
        candidate.variants |= {variant, *other.variants}
        candidate.spans += other.spans


def apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in reading order without those that begin inside another; of two that begin together the longer stays."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def kind_of(words: Sequence[Token]) -> KeywordKind:
    """Return the kind of a word or phrase by its tags and its end."""
    last = words[-1]
    if len(words) == 1 and last.pos in PERSON_TAGS:
        return "person"
    if last.pos == "ns":
        return "place"
    if last.pos == "nt":
        return "organisation"
    if INDICATOR.match(last.text):
        return "indicator"
    return "term"


def find_candidates(
    article: Article, sentences: Sequence[Sentence], statistics: Statistics
) -> list[Candidate]:
    """Return the candidates of an article, in the order of their first mention."""
    candidates = Candidates(article)
    for sentence in sentences:
        candidates.add_sentence(sentence)
    candidates.add_printed_names()
    candidates.merge_variants()
    headline_end = find_headline_end(article)
    for candidate in candidates.found.values():
        candidate.spans = sorted(set(candidate.spans))
    kept = [c for c in candidates.found.values() if is_supported(c, headline_end, statistics)]
    count_free(kept)
    whole = [c for c in kept if c.free or c.words == 1 or statistics.is_phrase(c.text)]
    return sorted(whole, key=lambda candidate: (candidate.spans[0], candidate.text))


def find_headline_end(article: Article) -> int:
    """Return where the headline with its kicker and subtitle ends, 0 where there is none."""
    return max((p.start + len(p.text) for p in article.paragraphs if p.role in HEADLINE_ROLES), default=0)


def is_supported(candidate: Candidate, headline_end: int, statistics: Statistics) -> bool:
    """Return whether words in a row are one phrase.

    Its own form may say so, or the headline, the article that repeats it, or news at large.
    """
    return (
        candidate.words == 1
        or candidate.kind == "organisation"
        or (candidate.kind == "indicator" and candidate.measured)
        or len(candidate.spans) > 1
        or (
            candidate.spans[0][0] < headline_end
            and candidate.bounded
            and candidate.words == 2
            and (candidate.pos != "v" or candidate.parts[-1].text in stopwords())
            and min(len(part.text) for part in candidate.parts) > 1
        )
        or statistics.is_phrase(candidate.text)
    )


def count_free(candidates: list[Candidate]) -> None:
    """Count for each candidate the mentions that are no part of a longer candidate's mention."""
    mentions = sorted(
        ((start, -end, index) for index, candidate in enumerate(candidates) for start, end in candidate.spans)
    )
    reach = -1
    for _, minus_end, index in mentions:
        if -minus_end > reach:
            reach = -minus_end
            candidates[index].free += 1
