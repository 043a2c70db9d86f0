"""The values that pass between the stages: frozen, and free of behaviour beyond their own fields.

Records, articles and what holds them are dataclasses; the small parts of them are named tuples, which cost a start
of the command a third as much and are made by the thousand.

Offsets count Unicode code points. ``start`` and ``end`` (exclusive) of sentences, tokens, numerals and
records always count in the article's ``text``, so ``article.text[record.start:record.end] == record.quote``;
``source_start`` and ``source_end`` count in the decoded file.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from newsan.values import NamedTuple, Value

ArticleKind = Literal["article", "brief", "photo", "notice"]
ParagraphRole = Literal["title", "kicker", "subtitle", "body", "subhead", "caption"]
Modifier = Literal["about", "over", "under", "at_least", "at_most", "between"]
Direction = Literal["up", "down"]
DateKind = Literal["date", "period", "clock", "season", "plan"]
DateRole = Literal["time", "recurring", "now", "baseline"]
PlaceRole = Literal["toponym", "embedded", "alias", "non_locative"]
FindingKind = Literal[
    "growth", "points", "sum", "share", "conflict", "date", "age", "magnitude", "conversion", "limit"
]
Severity = Literal["error", "suspect"]
KeywordKind = Literal["term", "person", "place", "organisation", "work", "slogan", "indicator"]


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it: dates as ISO text, tuples as lists, Decimals left exact."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    names = field_names(value)
    if names:
        return as_dict(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def field_names(value: Any) -> tuple[str, ...]:
    """Return the names of the fields of a value or of its class, in order; none for anything else."""
    return getattr(value, "_fields", ())


def as_dict(value: Any) -> dict[str, Any]:
    """Return a value with fields as a dict in their order; ``from_`` becomes ``from``."""
    return {name.rstrip("_"): _plain(getattr(value, name)) for name in field_names(value)}


class Slice(NamedTuple):
    """``length`` characters of an article's text, at ``start`` there and at ``source`` in the file."""

    start: int
    source: int
    length: int


class Credit(NamedTuple):
    """Somebody who made the article: the role as printed (记者, 通讯员, 摄 …) and one name."""

    role: str
    name: str


class Dateline(NamedTuple):
    """Where an article comes from: ``新华社北京12月17日电``; parts not printed are ``None``."""

    outlet: str | None = None
    place: str | None = None
    date: str | None = None
    """As printed (``12月17日``); the dates stage resolves it."""


class Paragraph(NamedTuple):
    """A paragraph made whole again: ``text`` stands at ``start`` of the article's text."""

    role: ParagraphRole
    text: str
    start: int


class Note(NamedTuple):
    """What the reader repaired or could not, at a 1-based line of the file."""

    line: int
    note: str
    confidence: float | None = None
    """How often a repair with as much evidence was right, 0 to 1; ``None`` where nothing was repaired or counted."""


class Article(Value):
    """One article of an edition.

    ``text`` is the title, then the kicker, subtitle and paragraphs in reading order, joined by newlines; apart
    from those newlines it is made of ``slices`` of the source, in order of ``start``.
    ``asides`` are spans of ``text`` that tell who wrote it and from where (本报讯(记者 刘丽霞)); they are
    no part of the story.
    """

    id: int
    kind: ArticleKind
    title: str | None
    kicker: str | None
    subtitle: str | None
    page: str | None
    section: str | None
    byline: tuple[Credit, ...]
    dateline: Dateline | None
    lines: tuple[tuple[int, int], ...]
    paragraphs: tuple[Paragraph, ...]
    """All of ``text`` but the newlines; the title, where there is one, is the first, with role ``title``."""
    text: str
    slices: tuple[Slice, ...]
    asides: tuple[tuple[int, int], ...] = ()

    def source_offset(self, offset: int) -> int:
        """Return where in the decoded file the character at ``offset`` of ``text`` stands."""
        index = bisect_right(self.slices, offset, key=lambda piece: piece.start) - 1
        piece = self.slices[max(index, 0)]
        return piece.source + min(offset - piece.start, piece.length)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the decoded file that holds ``text[start:end]``, breaks in between included."""
        if start >= end:
            here = self.source_offset(start)
            return here, here
        first, last = self.source_offset(start), self.source_offset(end - 1)
        return min(first, last), max(first, last) + 1


class Edition(Value):
    """One input, read: its articles in order of first appearance and what the reader did to it."""

    source: str
    encoding: str
    title: str | None
    date: dt.date | None
    home: str | None
    """The paper's city as told by the reader of the page or by its masthead; resolved by the places stage."""
    articles: tuple[Article, ...]
    notes: tuple[Note, ...]
    text: str
    """The decoded file, character for character."""
    line_starts: tuple[int, ...]

    def line_at(self, source_offset: int) -> int:
        """Return the 1-based line of an offset of the decoded file."""
        return bisect_right(self.line_starts, source_offset)

    def to_dict(self) -> dict[str, Any]:
        """Return the edition as ``--format json`` writes it, articles without their records."""
        return {
            "source": self.source,
            "encoding": self.encoding,
            "title": self.title,
            "date": _plain(self.date),
            "home": None if self.home is None else {"name": self.home, "adcode": None},
            "articles": [article_dict(article) for article in self.articles],
            "notes": _plain(self.notes),
        }


def article_dict(article: Article) -> dict[str, Any]:
    """Return an article as JSON holds it; ``paragraphs`` leave out the title, kicker and subtitle, which have keys of their own."""
    return {
        "id": article.id,
        "kind": article.kind,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "page": article.page,
        "section": article.section,
        "byline": _plain(article.byline),
        "dateline": _plain(article.dateline),
        "lines": _plain(article.lines),
        "paragraphs": [
            {"role": paragraph.role, "text": paragraph.text}
            for paragraph in article.paragraphs
            if paragraph.role in ("body", "subhead", "caption")
        ],
        "text": article.text,
    }


class Token(NamedTuple):
    """A word, the offset of its first character in the article's text, and its dictionary tag (jieba's tag set)."""

    text: str
    start: int
    pos: str

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)


class Numeral(NamedTuple):
    """A number alone, without unit or meaning.

    ``value`` is ``None`` when only a range is printed (三四十); ``low`` and ``high`` are what the text asserts,
    ``None`` where it is open (二百三十余: low 230, high open).
    """

    quote: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier | None = None


class Sentence(NamedTuple):
    """A sentence at ``start`` of the article's text, with its words and numbers once it has been segmented."""

    text: str
    start: int
    paragraph: int
    """Index into ``Article.paragraphs``."""
    role: ParagraphRole
    tokens: tuple[Token, ...] = ()
    numerals: tuple[Numeral, ...] = ()

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)


class Record(Value, kw_only=True):
    """What every finding carries: the characters that state it, and where they stand.

    The stages fill ``quote``, ``start`` and ``end``; the analysis adds the sentence and the place in the file.
    """

    quote: str
    start: int
    end: int
    source_start: int | None = None
    source_end: int | None = None
    line: int | None = None
    sentence: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON holds it, values exact."""
        return as_dict(self)


class Measure(NamedTuple):
    """A value in a base unit: ``2741000000 CNY``, ``3360 m²``."""

    value: Decimal
    unit: str


class Time(NamedTuple):
    """When a figure holds: the words, and the days they cover where the reference date is known."""

    text: str
    from_: str | None = None
    to: str | None = None
    date: int | None = None
    """Id of the date record it is, or of the pointer; ``None`` where no date says it (同比, 三年间)."""


class Change(NamedTuple):
    """One change told by two figures (由A增至B): the ids of the figure it starts from and the one it reaches."""

    from_: int
    to: int


class Quantity(NamedTuple):
    """A numeral with its unit, before anything says what it counts.

    ``context_start`` and ``context_end`` also take in the approximators that stand outside the quote
    (约, 超过 … 以上, 左右), so that the words around a quantity can be read without them.
    """

    quote: str
    start: int
    end: int
    context_start: int
    context_end: int
    kind: str
    value: Decimal | str | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier | None
    unit: str | None
    si: Measure | None = None
    per: str | None = None


class Fact(Record, kw_only=True):
    """A figure an article states. ``value`` is text for a score (67-53) and ``None`` when only a range is given."""

    id: int = 0
    """1-based within the article; ``change`` names facts by it."""
    kind: str
    value: Decimal | str | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier | None = None
    unit: str | None = None
    si: Measure | None = None
    per: str | None = None
    subject: str | None = None
    of: str | None = None
    direction: Direction | None = None
    baseline: str | None = None
    baseline_time: Time | None = None
    """The days the baseline covers: 同比 of a September is the September before."""
    qualifier: str | None = None
    """Which figure of many it is, as printed: 平均, 累计, 新增, 最高 …"""
    time: Time | None = None
    place: int | None = None
    """Id of the place record it is about."""
    speaker: str | None = None
    change: Change | None = None


class Rejection(Record, kw_only=True):
    """A numeral that states nothing, and why it was left silent."""

    reason: str


class Date(Record, kw_only=True):
    """A date or period: EDTF (ISO 8601-2) with X for what is unsaid, and the days it covers once resolved.

    ``from_`` and ``to`` are ISO dates, both inclusive; ``None`` when the text leaves the year out and no
    reference date is known. ``inferred_from`` says what supplied the parts the text leaves out.
    """

    id: int = 0
    """1-based within the article; ``Time.date`` names dates by it."""
    kind: DateKind
    edtf: str | None
    from_: str | None = None
    to: str | None = None
    inferred_from: str | None = None
    role: DateRole = "time"
    """``recurring``: it comes again and again (每年3月) and has no day; ``now``: a word that only says the edition's own
    date again (今年); ``baseline``: what a figure is compared with (较去年). An edition's analysis keeps the last two
    apart from its dates, as ``pointers``."""


class Place(Record, kw_only=True):
    """A place named in the text, and which one it is; ``adcode`` is ``None`` where that could not be told."""

    id: int = 0
    """1-based within the article; ``Fact.place`` names places by it."""
    kind: str
    name: str
    adcode: str | None = None
    path: tuple[str, ...] = ()
    lon: Decimal | None = None
    lat: Decimal | None = None
    role: PlaceRole = "toponym"
    evidence: tuple[str, ...] = ()


class Cited(NamedTuple):
    """A figure or date that a finding rests on, and where it stands; ``fact`` is its id, ``None`` for a date."""

    quote: str
    line: int | None
    article: int
    fact: int | None
    start: int
    end: int


class Finding(Record, kw_only=True):
    """What does not add up; ``quote`` is the figure or date in doubt, ``figures`` are all that the sum takes.

    An ``error`` cannot be true as printed; a ``suspect`` can, and wants a second look.
    """

    kind: FindingKind
    severity: Severity
    message: str
    """What is wrong, in a Chinese sentence for the page editor."""
    sum: str
    """The sum done, with the figures as printed: ``12.3亿元 × (1 + 1.7) = 33.21亿元 ≠ 27.41亿元``."""
    expected: str | None = None
    """What would add up, as the paper would print it."""
    figures: tuple[Cited, ...] = ()


class Home(NamedTuple):
    """The city an edition is printed for, its six-digit code, and how it was found."""

    name: str
    adcode: str | None
    evidence: str


class Keyword(Value):
    """A topic of an article. ``spans`` are the (start, end) of each mention in the article's text."""

    text: str
    kind: KeywordKind
    weight: float
    count: int
    in_title: bool
    spans: tuple[tuple[int, int], ...]
    variants: tuple[str, ...] = ()


class Topic(NamedTuple):
    """A topic of a whole edition and the ids of the articles that share it."""

    text: str
    weight: float
    articles: tuple[int, ...]


class ArticleAnalysis(Value):
    """An article with everything found in it; a part that was not asked for is empty."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    facts: tuple[Fact, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[Place, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What does not add up, of this article alone and against the articles before it."""
    pointers: tuple[Date, ...] = ()
    """Words that only say the edition's own date again (今年) or what a figure is compared with (较去年)."""

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON holds it, with its records."""
        return article_dict(self.article) | {
            "keywords": _plain(self.keywords),
            "facts": _plain(self.facts),
            "dates": _plain(self.dates),
            "pointers": _plain(self.pointers),
            "places": _plain(self.places),
        }


class Analysis(Value):
    """An edition with everything found in it."""

    edition: Edition
    home: Home | None
    articles: tuple[ArticleAnalysis, ...]
    topics: tuple[Topic, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the whole analysis as ``--format json`` writes it."""
        return self.edition.to_dict() | {
            "home": None if self.home is None else as_dict(self.home),
            "articles": [article.to_dict() for article in self.articles],
            "topics": _plain(self.topics),
            "notes": _plain(self.edition.notes),
        }
