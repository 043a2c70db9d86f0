"""Analysis -> what a person is shown: headings, tables and lines of text, before anything is drawn.

A table without rows is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from newsan.output.grids import TABLES, Grid, grid, groups, listed, timeline_table
from newsan.output.rows import Part

if TYPE_CHECKING:
    from newsan.models import Analysis, Article, Edition
    from newsan.output.formats import Look


class Heading(NamedTuple):
    """A headline and what stands beneath it; ``level`` 1 is an edition, 2 an article."""

    level: int
    text: str
    details: str = ""


class Lines(NamedTuple):
    """Text as it is, a line each."""

    lines: tuple[str, ...]


Block = Heading | Grid | Lines

STORY = {"body": "", "subhead": "■ ", "caption": "▲ "}
"""The roles of the paragraphs beneath a headline and the sign in front of each, as papers print them.

The kicker and the subtitle stand in the headline's details.
"""


def blocks(analysis: Analysis, parts: Sequence[Part], look: Look) -> Iterator[Block]:
    """Return what a person is shown of an edition, in reading order."""
    if Part.EDITIONS in parts:
        yield from edition_blocks(analysis)
        return
    if Part.TOKENS in parts:
        yield from token_blocks(analysis, look)
        return
    yield Heading(1, analysis.edition.source, edition_details(analysis))
    if Part.KEYWORDS in parts and len(analysis.articles) > 1 and analysis.topics:
        yield grid(
            "Topics of the edition",
            {
                "topic": attrgetter("text"),
                "weight": lambda topic: f"{topic.weight:.2f}",
                "in articles": lambda topic: listed(topic.articles),
            },
            analysis.topics,
        )
    if Part.TIMELINE in parts:
        yield timeline_table(analysis)
    for found in analysis.articles:
        tables = [table for part in parts if part in TABLES and (table := TABLES[part].of(found, part)).rows]
        if tables or Part.ARTICLES in parts or len(parts) > 1:
            yield Heading(
                2,
                f"{found.article.id}  {found.article.title or '(no headline)'}",
                article_details(found.article),
            )
        if Part.ARTICLES in parts:
            yield Lines(
                tuple(
                    STORY[paragraph.role] + paragraph.text
                    for paragraph in found.article.paragraphs
                    if paragraph.role in STORY
                )
            )
        yield from tables
    if Part.ARTICLES in parts:
        yield notes_table(analysis.edition)


def counted(number: int, word: str) -> str:
    """Return a number of things: ``1 article``, ``2 articles``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def edition_details(analysis: Analysis) -> str:
    """Return the line beneath an edition: masthead, date, home city and how many articles it has."""
    edition, home = analysis.edition, analysis.home
    return " · ".join(
        filter(
            None,
            (
                edition.title,
                edition.date.isoformat() if edition.date else "date unknown",
                f"home {home.name}" if home else None,
                edition.encoding,
                counted(len(analysis.articles), "article"),
            ),
        )
    )


def article_details(article: Article) -> str:
    """Return the line beneath a headline: kicker, who wrote it, from where, and its lines in the file."""
    dateline = article.dateline
    printed = (dateline.outlet, dateline.place, dateline.date) if dateline else ()
    by_role = groupby(article.byline, key=lambda credit: credit.role)
    return " · ".join(
        filter(
            None,
            (
                article.kind if article.kind != "article" else None,
                article.kicker,
                article.subtitle,
                " ".join(filter(None, printed)),
                *(f"{role} {'、'.join(credit.name for credit in group)}" for role, group in by_role),
                f"page {article.page}" if article.page else None,
                article.section,
                line_ranges(article.lines),
            ),
        )
    )


def line_ranges(ranges: Iterable[tuple[int, int]]) -> str:
    """Return where an article stands in the file.

    >>> line_ranges(((2, 24), (61, 61)))
    'lines 2–24, 61'
    """
    spelt = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    return f"line{'' if len(spelt) == 1 and '–' not in spelt[0] else 's'} {', '.join(spelt)}" if spelt else ""


def notes_table(edition: Edition) -> Grid:
    """Return what the reader repaired and what it left, with how sure it is of each repair."""
    return grid(
        "Repaired, or left as it was",
        {
            "line": attrgetter("line"),
            "note": attrgetter("note"),
            "confidence": lambda note: None if note.confidence is None else f"{note.confidence:.2f}",
        },
        edition.notes,
    )


def token_blocks(analysis: Analysis, look: Look) -> Iterator[Block]:
    """Return the words, a line a paragraph with spaces between them or a line a word, articles apart."""
    for found in analysis.articles:
        lines = []
        for _, sentences in groupby(found.sentences, key=lambda sentence: sentence.paragraph):
            tokens = [
                token for sentence in sentences for token in sentence.tokens if not token.text.isspace()
            ]
            words = [f"{token.text}/{token.pos}" if look.tags else token.text for token in tokens]
            lines.extend(words if look.one_a_line else [" ".join(words)])
        yield Lines(tuple(lines))


FOUND = (("fact", "figure"), ("date", "date"), ("place", "place"))
"""What ``info`` counts, and the word for it."""


def edition_blocks(analysis: Analysis) -> Iterator[Block]:
    """Return what ``newsan info`` shows of an edition."""
    from newsan.output.editions import describe_edition

    told = describe_edition(analysis)
    home = analysis.home
    yield Heading(1, told["source"], told["title"] or "")
    lines = {
        "encoding": told["encoding"],
        "date": told["date"] or "unknown (say it with --date)",
        "home city": f"{home.name} {home.adcode or ''} ({home.evidence})"
        if home
        else "unknown (say it with --home)",
        "size": f"{counted(told['characters'], 'character')} in {counted(told['lines'], 'line')}",
        "articles": f"{told['articles']:,}",
        "found": ", ".join(counted(told[f"{name}s"], word) for name, word in FOUND),
        "numerals": f"{told['numerals']:,}, {told['rejected']:,} of them no figures, for a known reason",
        "lexicon": told["lexicon"] or "in memory",
        "engine": str(told["engine"]),
    }
    yield Grid("", ("", ""), tuple(lines.items()))
    yield notes_table(analysis.edition)
    yield reasons_table(told["not_understood"])


def reasons_table(items: Iterable[Mapping[str, Any]]) -> Grid:
    """Return what was not understood, each once with its lines."""
    return grid(
        "Not understood",
        {
            "as printed": lambda same: same[0]["quote"],
            "why": lambda same: same[0]["why"],
            "lines": lambda same: listed(item["line"] for item in same),
        },
        groups(items, itemgetter("quote", "why")),
    )
