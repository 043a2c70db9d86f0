"""An edition as it was read: articles, paragraphs, sentences, words and numbers."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from decimal import Decimal
from typing import Any, Literal

from msgspec import Struct

from newsan.models.documents import Model

ArticleKind = Literal["article", "brief", "photo", "notice"]
ParagraphRole = Literal["title", "kicker", "subtitle", "body", "subhead", "caption"]
Modifier = Literal["about", "over", "under", "at_least", "at_most", "between"]


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
