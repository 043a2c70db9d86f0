"""Bytes -> Edition."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import BinaryIO

from newsan.errors import UnreadableInput
from newsan.models import Article, Edition, Paragraph, ParagraphRole, Slice
from newsan.reading.sentences import split_sentences

__all__ = ["parse_date", "parse_edition", "plain_article", "read_edition", "split_sentences"]


def parse_date(date: dt.date | str | None) -> dt.date | None:
    """Return a date given as one or as ISO text; text that is no whole day (``2017``) is no reference to count from."""
    if isinstance(date, dt.datetime):
        return date.date()
    if not isinstance(date, str):
        return date
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        return None


def well_formed(text: str) -> str:
    """Return text with U+FFFD for each lone surrogate, which no file holds and no encoding can write."""
    return text.encode("utf-32-le", "surrogatepass").decode("utf-32-le", "replace")


def plain_article(text: str, title: str | None = None) -> Article:
    """Return any text as one article, a paragraph a line, read as it stands; who wrote it is told where it says so."""
    from newsan.reading.bylines import signatures

    whole = well_formed(text if title is None else f"{title}\n{text}")
    paragraphs: list[Paragraph] = []
    start = 0
    for line in whole.split("\n"):
        role: ParagraphRole = "title" if title is not None and start == 0 else "body"
        paragraphs.append(Paragraph(role, line, start))
        start += len(line) + 1
    people, dateline, asides = signatures(
        [paragraph for paragraph in paragraphs if paragraph.role == "body" and paragraph.text]
    )
    return Article(
        id=1,
        kind="article",
        title=title,
        kicker=None,
        subtitle=None,
        page=None,
        section=None,
        byline=tuple(dict.fromkeys(people)),
        dateline=dateline,
        lines=((1, len(paragraphs)),),
        paragraphs=tuple(paragraphs),
        text=whole,
        slices=(Slice(0, 0, len(whole)),),
        asides=asides,
    )


def parse_edition(
    text: str,
    *,
    source: str = "-",
    encoding: str = "utf-8",
    date: dt.date | str | None = None,
    home: str | None = None,
    as_printed: bool = False,
) -> Edition:
    """Return the edition a page's text holds.

    ``date`` is the edition's day where it is known; without one the page's own date line decides, and without
    that it stays unknown. ``home`` is the paper's city. ``as_printed`` leaves every line where and as it stands:
    a paragraph a line, no sentence rejoined, no passage moved.
    """
    from newsan.reading.articles import build_articles
    from newsan.reading.blocks import build_blocks
    from newsan.reading.citations import assign_cited_headings
    from newsan.reading.cohesion import Seams
    from newsan.reading.headlines import assign_headings
    from newsan.reading.layout import judge_layout, read_lines
    from newsan.reading.mastheads import home_of, read_masthead
    from newsan.reading.roles import assign_plain_roles, find_masthead

    text = well_formed(text)
    lines, line_starts = read_lines(text)
    layout = judge_layout(lines)
    blocks = build_blocks(text, lines, layout)
    assign_plain_roles(blocks, layout)
    find_masthead(blocks)
    cited = assign_cited_headings(blocks)
    seams = Seams(block.text for block in blocks)
    assign_headings(blocks, layout, seams, cited=cited)
    masthead = read_masthead(blocks)
    articles, notes = build_articles(text, blocks, layout, seams, as_printed=as_printed)
    return Edition(
        source=source.encode(errors="backslashreplace").decode(),
        encoding=encoding,
        title=masthead.title,
        date=parse_date(date) or masthead.date,
        home=home or home_of(masthead.title),
        articles=tuple(articles),
        notes=tuple(notes),
        text=text,
        line_starts=line_starts,
    )


def read_edition(
    file: str | Path | BinaryIO,
    *,
    encoding: str | None = None,
    date: dt.date | str | None = None,
    home: str | None = None,
    as_printed: bool = False,
) -> Edition:
    """Return the edition a file holds, given by its path or as a binary stream, read as ``parse_edition`` does.

    Where neither ``date`` nor the page says which day it is, a date in the file's name does (20251218-01.txt).
    """
    from newsan.reading.decoding import decode
    from newsan.reading.mastheads import date_of_file_name

    if isinstance(file, str | Path):
        source = str(file)
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            msg = f"cannot read {source}: {error.strerror or error}"
            raise UnreadableInput(msg) from error
    else:
        source = str(getattr(file, "name", "-"))
        data = file.read()
    text, found = decode(data, encoding, source)
    edition = parse_edition(text, source=source, encoding=found, date=date, home=home, as_printed=as_printed)
    if edition.date is None and (day := date_of_file_name(source)) is not None:
        from msgspec.structs import replace

        edition = replace(edition, date=day)
    return edition
