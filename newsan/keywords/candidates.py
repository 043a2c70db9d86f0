"""Article -> candidates: the words, phrases and names that could be its keywords, with every mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsan.keywords.words import (
    LONGEST_PHRASE,
    LONGEST_TEXT,
    WORD,
    Form,
    ends_organisation,
    kind_of,
    overlaps,
    stopwords,
    word_runs,
)
from newsan.models import Article, KeywordKind, Sentence, Token
from newsan.patterns import compiled
from newsan.segmenting import default_segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsan.keywords.statistics import Statistics

LONGEST_NAME = 18
SHORTEST_COINED = 4
"""A quoted word of fewer characters is a term (“雪蘑菇”), one of more may be a slogan (“一企一策”)."""

HEADLINE_ROLES = frozenset({"title", "kicker", "subtitle"})

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
        found = self.found
        for run, forms in word_runs(sentence.tokens, asides):
            for token, form in zip(run, forms, strict=True):
                if form.alone:
                    candidate = found.get(token.text)
                    if candidate is None:
                        candidate = found[token.text] = Candidate(token.text, (token,), kind_of((token,)))
                    candidate.spans.append((token.start, token.end))
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
