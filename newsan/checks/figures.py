"""Articles -> figures as the checks read them: a fact with the words before and behind it, and what it can mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsan.checks.intervals import FOLD, Interval, extent
from newsan.models import ArticleAnalysis, Cited, Date, Fact, Finding, FindingKind, Sentence, Severity
from newsan.traditional import simplified

PEOPLE: Final = frozenset(("人", "名", "位", "口"))
"""Measure words for people, which count the same."""


class Figure(NamedTuple):
    """A fact with the words of its sentence around it, in simplified characters and half-width digits."""

    fact: Fact
    article: int
    sentence: Sentence
    lead: str
    """From the figure before it, or from the beginning of the sentence, to it."""
    tail: str
    """From it to the next figure, or to the end of the sentence."""
    extent: Interval

    @property
    def unit(self) -> tuple[str, str | None, str | None]:
        """What two figures must share to be added or compared."""
        unit = "人" if self.fact.unit in PEOPLE else self.fact.unit
        return self.fact.kind, unit, self.fact.per

    @property
    def printed(self) -> str:
        """The figure as printed, on one line."""
        return "".join(self.fact.quote.split())


class Passage(NamedTuple):
    """A sentence with its figures, and its text in simplified characters and half-width digits."""

    article: int
    sentence: Sentence
    text: str
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    """All its facts, those without a number of their own (ratios, scores) too."""
    dates: tuple[Date, ...]


def read_passages(found: ArticleAnalysis) -> list[Passage]:
    """Return the sentences of an article with their figures and dates; a fact without a number is no figure."""
    facts: dict[int, list[Fact]] = {}
    dates: dict[int, list[Date]] = {}
    starts = [sentence.start for sentence in found.sentences]
    for fact in found.facts:
        facts.setdefault(bisect_right(starts, fact.start) - 1, []).append(fact)
    for date in found.dates:
        dates.setdefault(bisect_right(starts, date.start) - 1, []).append(date)
    return [
        _passage(found.article.id, sentence, facts.get(index, ()), tuple(dates.get(index, ())))
        for index, sentence in enumerate(found.sentences)
    ]


def folded(text: str) -> str:
    """Return a text with each character in its simplified, half-width form, where it stood."""
    return text if text.isascii() else simplified(text).translate(FOLD)


def _passage(article: int, sentence: Sentence, facts: Sequence[Fact], dates: tuple[Date, ...]) -> Passage:
    text = folded(sentence.text)
    figures = []
    for index, fact in enumerate(facts):
        reach = extent(fact)
        if reach is None:
            continue
        left = facts[index - 1].end - sentence.start if index else 0
        right = facts[index + 1].start - sentence.start if index + 1 < len(facts) else len(text)
        figures.append(
            Figure(
                fact=fact,
                article=article,
                sentence=sentence,
                lead=text[left : fact.start - sentence.start],
                tail=text[fact.end - sentence.start : right],
                extent=reach,
            )
        )
    return Passage(article, sentence, text, tuple(figures), tuple(facts), dates)


def cited(article: int, record: Fact | Date) -> Cited:
    """Return a figure or date as a finding names it."""
    return Cited(
        quote=record.quote,
        line=record.line,
        article=article,
        fact=record.id if isinstance(record, Fact) else None,
        start=record.start,
        end=record.end,
    )


def finding(
    kind: FindingKind,
    severity: Severity,
    figures: Sequence[Figure],
    message: str,
    proof: str,
    expected: str | None = None,
    guess: str | None = None,
) -> Finding:
    """Return a finding that doubts the last of some figures and rests on all of them.

    ``proof`` is the sum that shows it. ``guess`` says how the figure may have been misprinted (see ``slip``).
    """
    cites = tuple(cited(figure.article, figure.fact) for figure in figures)
    return _finding(
        "magnitude" if guess and "亿" in guess else kind,
        severity,
        cites,
        f"{message}；{guess}" if guess else message,
        proof,
        expected,
    )


def doubted(
    kind: FindingKind,
    severity: Severity,
    passage: Passage,
    span: tuple[int, int],
    message: str,
    proof: str,
    expected: str | None = None,
) -> Finding:
    """Return a finding that doubts the characters of a passage in ``span``, which are no figure of their own."""
    start, end = (offset + passage.sentence.start for offset in span)
    quote = passage.sentence.text[slice(*span)]
    cites = (Cited(quote=quote, line=None, article=passage.article, fact=None, start=start, end=end),)
    return _finding(kind, severity, cites, message, proof, expected)


def _finding(
    kind: FindingKind,
    severity: Severity,
    figures: tuple[Cited, ...],
    message: str,
    proof: str,
    expected: str | None,
) -> Finding:
    last = figures[-1]
    return Finding(
        quote=last.quote,
        start=last.start,
        end=last.end,
        kind=kind,
        severity=severity,
        message=f"{message}。",
        sum=proof,
        expected=expected,
        figures=figures,
    )
