"""Turn an analysis into headings, tables and lines of text, before they are drawn.

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
    """A heading with a line of details below it; ``level`` is 1 for an edition and 2 for an article."""

    level: int
    text: str
    details: str = ""


class Lines(NamedTuple):
    """Lines of plain text."""

    lines: tuple[str, ...]


Block = Heading | Grid | Lines

STORY = {"body": "", "subhead": "■ ", "caption": "▲ "}
"""The roles of paragraphs that are printed, and the sign in front of each.

The kicker and the subtitle are in the details of the heading.
"""


def blocks(analysis: Analysis, parts: Sequence[Part], look: Look) -> Iterator[Block]:
    """Yield the blocks of an edition in reading order."""
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
    """Return a number with its noun: ``1 article``, ``2 articles``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def edition_details(analysis: Analysis) -> str:
    """Return the details of an edition: title, date, home city, encoding and number of articles."""
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
    """Return the details of an article: kind, kicker, subtitle, dateline, byline, page, section and lines in the file."""
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
    """Return the ranges of lines of an article in the file.

    >>> line_ranges(((2, 24), (61, 61)))
    'lines 2–24, 61'
    """
    spelt = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    return f"line{'' if len(spelt) == 1 and '–' not in spelt[0] else 's'} {', '.join(spelt)}" if spelt else ""


def notes_table(edition: Edition) -> Grid:
    """Return the notes of the reader: repairs with their confidence, and what was left as printed."""
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
    """Yield the words of each article: one paragraph a line, or one word a line."""
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
"""What ``info`` counts, and the noun for each."""


def edition_blocks(analysis: Analysis) -> Iterator[Block]:
    """Yield the blocks of ``newsan info``."""
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
    """Return a table of what was not understood; equal entries are one row with all their lines."""
    return grid(
        "Not understood",
        {
            "as printed": lambda same: same[0]["quote"],
            "why": lambda same: same[0]["why"],
            "lines": lambda same: listed(item["line"] for item in same),
        },
        groups(items, itemgetter("quote", "why")),
    )
