"""Article -> candidates: the words, phrases and names that could be its keywords, with every mention."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsan.models import Article, KeywordKind, Sentence, Token
from newsan.patterns import compiled
from newsan.segmenting import default_segmenter
from newsan.tables import DATA
from newsan.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsan.keywords.statistics import Statistics

LONGEST_PHRASE = 4
LONGEST_TEXT = 12
LONGEST_NAME = 18
SHORTEST_COINED = 4
"""A quoted word of fewer characters is a term (“雪蘑菇”), one of more may be a slogan (“一企一策”)."""

REMEMBERED = 1 << 14
"""So many words are kept with what they can be; most of a text is made of few."""

# jieba's tags: nouns and names, verbs, adjectives, abbreviations, idioms, and words the dictionary lacks.
TOPIC_TAGS = frozenset("n nr nrt nrfg ns nt nz ng j l i v vn vi a an b f s eng x h k vg ag tg z".split())
NOMINAL_TAGS = frozenset("n nr nrt nrfg ns nt nz ng j vn an l i eng x k".split())
PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})
NAME_TAGS = frozenset({"ns", "nt", "nz", "j", "x"})

HEADLINE_ROLES = frozenset({"title", "kicker", "subtitle"})

WORD = compiled(r"\p{Han}|[A-Za-z]")
WORK = r"《(?P<name>[^《》\n]{2,30}+)》"
QUOTED = r"“(?P<name>[^“”\n，。；！？、]{2,14}+)”"
DOTS = "·•・"
DOT = f"[{DOTS}]"
DOTTED = r"(?P<name>\p{Han}{1,8}+(?:[·•・]\p{Han}{1,8}+)++)"
PRINTED_NAMES: tuple[tuple[str, str, str, KeywordKind], ...] = (
    ("《", WORK, "work", "work"),
    ("“", QUOTED, "quote", "slogan"),
    (DOTS, DOTTED, "name", "person"),
)
"""Signs, of which a text must hold one to be searched; the pattern; the tag of the name as one word; its kind."""
WRITTEN_BY = compiled(r"[（(][^（）()\n]{0,16}(?:记者|报道员|通讯员|编辑|编译|摄影)[^（）()\n]{0,40}+[）)]")
"""Who wrote it, where a text that has lost its paragraphs says so in the middle of one."""
ORGANISATION = compiled(
    r".*(?:委员会|人民政府|公司|集团|大学|学院|中心|协会|学会|商会|联合会|法院|检察院|银行|医院|学校|中学|小学|分校"
    r"|合作社|研究院|研究所|基金会|福利院|出版社|博物馆|图书馆|俱乐部|联盟|总局|分局|政府|[^结布格大当时]局|[^客大前]厅|支队|总队|[^一二三四五六七八九全几各两]部|[^主]党|军)$"
)
INDICATOR = compiled(
    r".*(?:额|[^效]率|总量|产量|销量|储量|产值|收入|支出|投入|面积|价格|指数|增加值|租金|利润|税收|总值|里程|成本|费用|票房|强度|拥有量|吞吐量)$"
)


class Candidate:
    """A text that could be a keyword, with its mentions in reading order.

    ``parts`` are the words of its first mention; a name that printed signs set apart is one word, tagged ``quote``,
    ``work`` or ``name``.
    """

    # fmt: off
    __slots__ = ("bounded", "free", "kind", "measured", "own", "parts", "pos", "quoted", "spans", "text", "variants", "words")
    # fmt: on

    def __init__(self, text: str, parts: tuple[Token, ...], kind: KeywordKind) -> None:
        """Take what it is; no mention is noted yet."""
        self.text = text
        self.parts = parts
        self.words = len(parts)
        self.pos = parts[-1].pos
        """Tag of its last word."""
        self.kind = kind
        self.spans: list[tuple[int, int]] = []
        self.variants: set[str] = set()
        self.quoted = False
        self.free = 0
        """Mentions that are no part of a longer candidate's."""
        self.own = False
        """A word of the user's dictionary: a keyword wherever it stands, whatever longer one holds it."""
        self.measured = False
        """A number follows a mention, as one follows an indicator."""
        self.bounded = False
        """Verbs, fillers or signs stand on both sides of a mention: the phrase is whole."""


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


@cache
def begins_word(character: str) -> bool:
    """Return whether a word that could be a keyword may begin with a character: a Chinese one or a Latin letter."""
    return WORD.match(character) is not None


def word_runs(tokens: Sequence[Token], asides: Sequence[tuple[int, int]]) -> Iterator[list[Token]]:
    """Yield the stretches of adjacent words that could be parts of a keyword; signs, numbers and asides break them."""
    run: list[Token] = []
    for token in tokens:
        if (
            token.pos in TOPIC_TAGS
            and begins_word(token.text[0])
            and not (asides and overlaps(token, asides))
        ):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


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
def form_of(word: str, pos: str) -> Form:
    """Return what a word with this tag can be."""
    edge = stopwords().get(word, True)
    alone = len(word) > 1 and word not in stopwords()
    last = edge and (pos in NOMINAL_TAGS or (pos == "v" and len(word) > 1))
    return Form(alone, edge, last, not edge or pos == "v", pos in NAME_TAGS)


def is_phrase(words: Sequence[Token]) -> bool:
    """Return whether adjacent words have the form of a phrase: a nominal end, and no stop word at either edge."""
    first, last = words[0], words[-1]
    return (
        last.end - first.start <= LONGEST_TEXT
        and form_of(first.text, first.pos).first
        and form_of(last.text, last.pos).last
    )


def asides(article: Article) -> list[tuple[int, int]]:
    """Return the spans that tell who wrote the article, and every mention of those who did."""
    found = [*article.asides, *(match.span() for match in WRITTEN_BY.finditer(article.text))]
    for name in {credit.name for credit in article.byline if credit.name}:
        found += mentions(name, article.text)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def mentions(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands in a text."""
    start = text.find(name)
    while start >= 0:
        yield start, start + len(name)
        start = text.find(name, start + len(name))


class Candidates:
    """The candidates of one article, collected sentence by sentence."""

    def __init__(self, article: Article, own_words: frozenset[str] = frozenset()) -> None:
        """Take the article and the user's words; nothing is collected yet."""
        self.article = article
        self.own_words = own_words
        self.asides = asides(article)
        self.found: dict[str, Candidate] = {}

    def add(
        self, text: str, start: int, words: Sequence[Token], kind: KeywordKind | None = None
    ) -> Candidate:
        """Note a mention of a candidate; one that two ways find is noted twice. Its words tell the kind if nothing else does."""
        candidate = self.found.get(text)
        if candidate is None:
            candidate = self.found[text] = Candidate(text, tuple(words), kind or kind_of(words))
        candidate.spans.append((start, start + len(text)))
        return candidate

    def add_sentence(self, sentence: Sentence) -> None:
        """Note the words and word sequences of a sentence."""
        numbers = {token.start for token in sentence.tokens if token.pos == "m"}
        asides = self.asides if overlaps(sentence, self.asides) else ()
        if self.own_words:
            for token in sentence.tokens:
                if token.text in self.own_words and not overlaps(token, asides):
                    self.add(token.text, token.start, (token,)).own = True
        for run in word_runs(sentence.tokens, asides):
            forms = [form_of(token.text, token.pos) for token in run]
            for token, form in zip(run, forms, strict=True):
                if form.alone:
                    self.add(token.text, token.start, (token,))
            if len(run) > 1:
                after = run[-1].end
                self.add_phrases(run, forms, measured=not numbers.isdisjoint(range(after, after + 4)))

    def add_phrases(self, run: Sequence[Token], forms: Sequence[Form], *, measured: bool) -> None:
        """Note the adjacent words that have the form of a phrase or of an organisation's name.

        ``measured`` says that a number follows the last word.
        """
        text, end_of_run = self.article.text, len(run) - 1
        edges = [*(token.start for token in run), run[-1].end]
        for first in range(end_of_run):
            form, start = forms[first], edges[first]
            if not (form.first or form.name):
                continue
            begins = first == 0 or forms[first - 1].bound
            for last in range(first + 1, min(first + LONGEST_PHRASE, end_of_run) + 1):
                length = edges[last + 1] - start
                if length > LONGEST_NAME:
                    break
                organisation = form.name and ends_organisation(run[last].text)
                if not organisation and not (
                    forms[last].last
                    and form.first
                    and length <= LONGEST_TEXT
                    and last - first < LONGEST_PHRASE
                ):
                    continue
                phrase = self.add(
                    text[start : start + length],
                    start,
                    run[first : last + 1],
                    "organisation" if organisation else None,
                )
                if last == end_of_run:
                    phrase.measured |= measured
                    phrase.bounded |= begins
                elif begins and forms[last + 1].bound:
                    phrase.bounded = True

    def add_printed_names(self) -> None:
        """Note what 《》, “” and · set apart."""
        text = self.article.text
        for signs, pattern, tag, kind in PRINTED_NAMES:
            if not any(sign in text for sign in signs):
                continue
            for match in compiled(pattern).finditer(text):
                if not WORD.search(match["name"]):
                    continue
                name = Token(match["name"], match.start("name"), tag)
                if overlaps(name, self.asides):
                    continue
                candidate = self.add(name.text, name.start, (name,), kind)
                candidate.quoted |= tag == "quote"
                if tag == "work" or (candidate.kind == "term" and is_coined(candidate)):
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
            surname = compiled(DOT).split(text)[-1]
            if surname in self.found:
                self.found[surname].kind = "person"
                self.merge(text, surname)
                surnames.add(surname)
        return surnames

    def merge(self, variant: str, name: str) -> None:
        """Give the mentions of a variant to the candidate that stands for both, though some may overlap its own.

        A word of the user's dictionary is nobody's variant.
        """
        if self.found[variant].own:
            return
        candidate, other = self.found[name], self.found.pop(variant)
        candidate.variants |= {variant, *other.variants}
        candidate.spans += other.spans


def is_coined(candidate: Candidate) -> bool:
    """Return whether what is quoted is more than a word: several, or one of some length that no dictionary has."""
    known = len(candidate.text) < SHORTEST_COINED or default_segmenter().frequency(candidate.text)
    return candidate.words > 1 or not known


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
    return "indicator" if ends_indicator(last.text) else "term"


@lru_cache(maxsize=REMEMBERED)
def ends_indicator(word: str) -> bool:
    """Return whether an indicator (一般公共预算收入) ends with a word."""
    return INDICATOR.match(word) is not None


@lru_cache(maxsize=REMEMBERED)
def ends_organisation(word: str) -> bool:
    """Return whether an organisation's name ends with a word."""
    return ORGANISATION.match(word) is not None


def find_candidates(
    article: Article,
    sentences: Sequence[Sentence],
    statistics: Statistics,
    own_words: frozenset[str] = frozenset(),
) -> list[Candidate]:
    """Return the candidates of an article, in the order of their first mention."""
    candidates = Candidates(article, own_words)
    for sentence in sentences:
        candidates.add_sentence(sentence)
    candidates.add_printed_names()
    candidates.merge_variants()
    headline_end = find_headline_end(article)
    for candidate in candidates.found.values():
        if len(candidate.spans) > 1:
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
