"""Edition -> Analysis: the stages in the order they run, and the same stages over any text."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec.structs import replace

from newsan.models import (
    Analysis,
    Article,
    ArticleAnalysis,
    Date,
    Edition,
    Fact,
    Finding,
    Home,
    Keyword,
    Place,
    Record,
    Sentence,
    Token,
    Topic,
)
from newsan.numerals import find_numerals
from newsan.reading import parse_date, plain_article, split_sentences
from newsan.segmenting import default_segmenter

if TYPE_CHECKING:
    from newsan.segmenting import Segmenter

__all__ = [
    "analyse",
    "check",
    "find_contradictions",
    "find_dates",
    "find_facts",
    "find_keywords",
    "find_numerals",
    "find_places",
    "segment",
]

Stage = Literal["keywords", "facts", "dates", "places"]
STAGES: tuple[Stage, ...] = ("keywords", "facts", "dates", "places")
POINTERS = frozenset(("now", "baseline"))
"""Roles of dates that only point: an edition's analysis keeps them apart."""
AnyRecord = TypeVar("AnyRecord", bound=Record)


def analyse(
    edition: Edition,
    *,
    stages: Collection[Stage] = STAGES,
    segmenter: Segmenter | None = None,
    limit: int = 10,
) -> Analysis:
    """Return the analysis of an edition.

    Only the ``stages`` asked for leave records, though facts read the dates and places too. ``limit`` is the
    number of keywords an article gets, and of topics the edition gets.
    """
    segmenter = segmenter or default_segmenter()
    read = [segmented(article, segmenter) for article in edition.articles]
    home = find_home(edition, read)
    articles = tuple(
        locate_all(
            analyse_article(article, sentences, edition.date, home, stages, limit, segmenter.topics), edition
        )
        for article, sentences in zip(edition.articles, read, strict=True)
    )
    topics: tuple[Topic, ...] = ()
    if "keywords" in stages:
        from newsan.keywords import find_topics

        topics = tuple(find_topics(articles, limit))
    return Analysis(edition, home, articles, topics)


def check(edition: Edition, *, segmenter: Segmenter | None = None) -> Analysis:
    """Return an analysis with figures, dates and ``findings``: what does not add up in each article."""
    return with_findings(analyse(edition, stages=("facts", "dates"), segmenter=segmenter))


def with_findings(analysis: Analysis) -> Analysis:
    """Return the analysis with the ``findings`` of each article; figures and dates must have been looked for."""
    from newsan import checks

    edition = analysis.edition
    findings = checks.find_contradictions(analysis.articles, edition.date)
    return replace(
        analysis,
        articles=tuple(
            replace(found, findings=with_lines(locate(doubts, found, edition)))
            for found, doubts in zip(analysis.articles, findings, strict=True)
        ),
    )


def with_lines(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings in which cited dates have a line: an impossible day is in no record, so nothing located it yet."""
    return tuple(
        replace(
            finding,
            figures=tuple(
                replace(cited, line=finding.line) if cited.fact is None else cited
                for cited in finding.figures
            ),
        )
        for finding in findings
    )


def segmented(article: Article, segmenter: Segmenter) -> tuple[Sentence, ...]:
    """Return the sentences of an article with their words and numerals. Text is segmented nowhere else."""
    return tuple(
        replace(
            sentence,
            tokens=tuple(segmenter.segment(sentence.text, sentence.start)),
            numerals=tuple(find_numerals(sentence.text, sentence.start)),
        )
        for sentence in split_sentences(article)
    )


def find_home(edition: Edition, read: Sequence[Sequence[Sentence]]) -> Home | None:
    """Return the paper's home city: the one given, or found in the masthead, or voted by the places in the text."""
    from newsan.places import resolve_home

    return resolve_home(edition.home, edition.title, read)


def analyse_article(
    article: Article,
    sentences: tuple[Sentence, ...],
    reference: dt.date | None,
    home: Home | None,
    stages: Collection[Stage] = STAGES,
    limit: int = 10,
    own_words: frozenset[str] = frozenset(),
) -> ArticleAnalysis:
    """Return what the stages find in one article; ``locate_all`` adds the positions in the file.

    ``own_words`` are the words of user dictionaries; those in the article become keywords.
    """
    found = ArticleAnalysis(article, sentences)
    times: tuple[Date, ...] = ()
    if not {"facts", "dates", "places"}.isdisjoint(stages):
        from newsan import dates, places

        if not {"facts", "dates"}.isdisjoint(stages):
            times = tuple(dates.find_dates(sentences, reference))
        found = replace(
            found,
            dates=tuple(date for date in times if date.role not in POINTERS),
            pointers=tuple(date for date in times if date.role in POINTERS),
            places=tuple(places.find_places(sentences, home))
            if not {"facts", "places"}.isdisjoint(stages)
            else (),
        )
    if "facts" in stages:
        from newsan import facts

        figures, rejected = facts.find_facts(sentences, times, found.places, article.asides)
        found = replace(found, facts=tuple(figures), rejected=tuple(rejected))
    if "keywords" in stages:
        from newsan import keywords

        found = replace(found, keywords=tuple(keywords.find_keywords(article, sentences, limit, own_words)))
    return found


def locate_all(found: ArticleAnalysis, edition: Edition) -> ArticleAnalysis:
    """Return the records with their sentences and their positions in the decoded file."""
    return replace(
        found,
        facts=locate(found.facts, found, edition),
        dates=locate(found.dates, found, edition),
        pointers=locate(found.pointers, found, edition),
        places=locate(found.places, found, edition),
        rejected=locate(found.rejected, found, edition),
    )


def locate(
    records: Sequence[AnyRecord], found: ArticleAnalysis, edition: Edition | None
) -> tuple[AnyRecord, ...]:
    """Return the records with their sentences and, if there is a file, their positions in it."""
    located = []
    starts = [sentence.start for sentence in found.sentences]
    for record in records:
        here = bisect_right(starts, record.start) - 1
        source_start, source_end = found.article.source_span(record.start, record.end)
        located.append(
            replace(
                record,
                source_start=source_start,
                source_end=source_end,
                line=None if edition is None else edition.line_at(source_start),
                sentence=found.sentences[here].text if here >= 0 else "",
            )
        )
    return tuple(located)


def segment(text: str) -> list[Token]:
    """Return the words of any text, with offsets and tags.

    >>> [token.text for token in segment("增长23.4%")]
    ['增长', '23.4%']
    """
    return list(default_segmenter().segment(text))


def analyse_text(
    text: str, stage: Stage, date: dt.date | str | None = None, home: str | None = None
) -> ArticleAnalysis:
    """Return what a stage finds in plain text, read as one article; offsets count in ``text``."""
    article = plain_article(text)
    sentences = segmented(article, default_segmenter())
    town = None
    if home is not None:
        from newsan.places import resolve_home

        town = resolve_home(home, None, ())
    found = analyse_article(article, sentences, parse_date(date), town, (stage,))
    return replace(
        found,
        facts=locate(found.facts, found, None),
        dates=locate(found.dates, found, None),
        pointers=locate(found.pointers, found, None),
        places=locate(found.places, found, None),
    )


def find_facts(text: str, date: dt.date | str | None = None) -> list[Fact]:
    """Return the figures in a text, in reading order. Relative times count from ``date``."""
    return list(analyse_text(text, "facts", date).facts)


def find_contradictions(text: str, date: dt.date | str | None = None) -> list[Finding]:
    """Return what does not add up in a text, in reading order. Relative times count from ``date``."""
    from newsan import checks

    found = analyse_text(text, "facts", date)
    [doubts] = checks.find_contradictions([found], parse_date(date))
    return list(locate(doubts, found, None))


def find_dates(text: str, date: dt.date | str | None = None) -> list[Date]:
    """Return the dates and periods in a text. ``date`` supplies the parts that the text leaves out.

    Words that only point to a time (今年, 较去年) are included; their ``role`` tells them apart.
    """
    found = analyse_text(text, "dates", date)
    return sorted((*found.dates, *found.pointers), key=lambda date: date.start)


def find_places(text: str, home: str | None = None) -> list[Place]:
    """Return the places in a text; ``home`` is the home city of the paper."""
    return list(analyse_text(text, "places", home=home).places)


def find_keywords(text: str, title: str | None = None, limit: int = 10) -> list[Keyword]:
    """Return the keywords of a text, in order of weight.

    If there is a ``title``, ``spans`` count in the title, a newline and the text.
    """
    from newsan import keywords

    article = plain_article(text, title)
    return list(keywords.find_keywords(article, segmented(article, default_segmenter()), limit))
