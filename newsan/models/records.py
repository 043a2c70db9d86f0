"""What the stages find in an article."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from newsan.models.documents import Model
from newsan.models.text import Modifier

Direction = Literal["up", "down"]
DateKind = Literal["date", "period", "clock", "season", "plan"]
DateRole = Literal["time", "recurring", "now", "baseline"]
PlaceRole = Literal["toponym", "embedded", "alias", "non_locative"]
FindingKind = Literal[
    "growth", "points", "sum", "share", "conflict", "date", "age", "magnitude", "conversion", "limit"
]
Severity = Literal["error", "suspect"]
KeywordKind = Literal["term", "person", "place", "organisation", "work", "slogan", "indicator"]


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


class Keyword(Model, frozen=True):
    """A topic of an article. ``spans`` are the (start, end) of each mention in the article's text."""

    text: str
    kind: KeywordKind
    weight: float
    count: int
    in_title: bool
    spans: tuple[tuple[int, int], ...]
    variants: tuple[str, ...] = ()
