"""The records that pass between the stages: frozen, and free of behaviour beyond their own fields.

Offsets count Unicode code points. ``start`` and ``end`` (exclusive) of sentences, tokens, numerals and records count
in the article's ``text``, so ``article.text[record.start:record.end] == record.quote``; ``source_start`` and
``source_end`` count in the decoded file.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from decimal import Decimal
from typing import Any, Literal

import msgspec
from msgspec import Struct

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

JSON = msgspec.json.Encoder(decimal_format="number")
"""Writes records as JSON; a Decimal keeps its digits."""


def as_dict(record: Struct) -> dict[str, Any]:
    """Return a record as nested dicts under its JSON names; Decimals stay Decimals."""
    fields: dict[str, Any] = msgspec.to_builtins(record, builtin_types=(Decimal,))
    return fields


class Model(Struct, frozen=True):
    """A record that can be shown as JSON."""

    def document(self) -> Any:
        """Return what JSON shows of the record; the records in it stay records."""
        return self

    def to_json(self) -> str:
        """Return the record as JSON with exact numbers."""
        return JSON.encode(self.document()).decode()

    def to_dict(self) -> dict[str, Any]:
        """Return what ``json.loads`` makes of ``to_json()``: whole numbers are ``int``, others ``float``."""
        shown: dict[str, Any] = msgspec.json.decode(JSON.encode(self.document()))
        return shown


class Slice(Struct, frozen=True):
    """``length`` characters of an article's text, at ``start`` there and at ``source`` in the file."""

    start: int
    source: int
    length: int


class Credit(Struct, frozen=True):
    """Somebody who made the article: the role as printed (记者, 通讯员, 摄 …) and one name."""

    role: str
    name: str


class Dateline(Struct, frozen=True):
    """Where an article comes from: ``新华社北京12月17日电``; parts not printed are ``None``."""

    outlet: str | None = None
    place: str | None = None
    date: str | None = None
    """As printed (``12月17日``); the dates stage resolves it."""


class Paragraph(Struct, frozen=True):
    """A paragraph made whole again: ``text`` stands at ``start`` of the article's text."""

    role: ParagraphRole
    text: str
    start: int


class Note(Struct, frozen=True):
    """What the reader repaired or could not, at a 1-based line of the file."""

    line: int
    note: str
    confidence: float | None = None
    """How often a repair with as much evidence was right, 0 to 1; ``None`` where nothing was repaired or counted."""


class Article(Model, frozen=True):
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

    def document(self) -> dict[str, Any]:
        """Return the article; its title, kicker and subtitle are no paragraphs in JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "kicker": self.kicker,
            "subtitle": self.subtitle,
            "page": self.page,
            "section": self.section,
            "byline": self.byline,
            "dateline": self.dateline,
            "lines": self.lines,
            "paragraphs": [
                {"role": paragraph.role, "text": paragraph.text}
                for paragraph in self.paragraphs
                if paragraph.role in ("body", "subhead", "caption")
            ],
            "text": self.text,
        }


class Edition(Model, frozen=True):
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

    def document(self) -> dict[str, Any]:
        """Return the edition with its articles, without what was found in them."""
        return {
            "source": self.source,
            "encoding": self.encoding,
            "title": self.title,
            "date": self.date,
            "home": None if self.home is None else {"name": self.home, "adcode": None},
            "articles": [article.document() for article in self.articles],
            "notes": self.notes,
        }


class Token(Struct, frozen=True):
    """A word, the offset of its first character in the article's text, and its dictionary tag (jieba's tag set)."""

    text: str
    start: int
    pos: str

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)


class Numeral(Struct, frozen=True):
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


class Sentence(Struct, frozen=True):
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


class Record(Model, frozen=True, kw_only=True):
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


class Measure(Struct, frozen=True):
    """A value in a base unit: ``2741000000 CNY``, ``3360 m²``."""

    value: Decimal
    unit: str


class Time(Struct, frozen=True, rename={"from_": "from"}):
    """When a figure holds: the words, and the days they cover where the reference date is known."""

    text: str
    from_: str | None = None
    to: str | None = None
    date: int | None = None
    """Id of the date record it is, or of the pointer; ``None`` where no date says it (同比, 三年间)."""


class Change(Struct, frozen=True, rename={"from_": "from"}):
    """One change told by two figures (由A增至B): the ids of the figure it starts from and the one it reaches."""

    from_: int
    to: int


class Quantity(Struct, frozen=True):
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


class Fact(Record, frozen=True, kw_only=True):
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


class Rejection(Record, frozen=True, kw_only=True):
    """A numeral that states nothing, and why it was left silent."""

    reason: str


class Date(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
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


class Place(Record, frozen=True, kw_only=True):
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


class Cited(Struct, frozen=True):
    """A figure or date that a finding rests on, and where it stands; ``fact`` is its id, ``None`` for a date."""

    quote: str
    line: int | None
    article: int
    fact: int | None
    start: int
    end: int


class Finding(Record, frozen=True, kw_only=True):
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


class Home(Struct, frozen=True):
    """The city an edition is printed for, its six-digit code, and how it was found."""

    name: str
    adcode: str | None
    evidence: str


class Keyword(Model, frozen=True):
    """A topic of an article. ``spans`` are the (start, end) of each mention in the article's text."""

    text: str
    kind: KeywordKind
    weight: float
    count: int
    in_title: bool
    spans: tuple[tuple[int, int], ...]
    variants: tuple[str, ...] = ()


class Topic(Struct, frozen=True):
    """A topic of a whole edition and the ids of the articles that share it."""

    text: str
    weight: float
    articles: tuple[int, ...]


class ArticleAnalysis(Model, frozen=True):
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

    def document(self) -> dict[str, Any]:
        """Return the article with its records."""
        return self.article.document() | {
            "keywords": self.keywords,
            "facts": self.facts,
            "dates": self.dates,
            "pointers": self.pointers,
            "places": self.places,
        }


class Analysis(Model, frozen=True):
    """An edition with everything found in it."""

    edition: Edition
    home: Home | None
    articles: tuple[ArticleAnalysis, ...]
    topics: tuple[Topic, ...]

    def document(self) -> dict[str, Any]:
        """Return the edition with everything found in it."""
        return self.edition.document() | {
            "home": self.home,
            "articles": [found.document() for found in self.articles],
            "topics": self.topics,
        }
