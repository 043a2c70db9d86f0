"""Bytes -> Edition."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import BinaryIO

from newsan.models import Article, Edition, Note, Paragraph, Slice
from newsan.reading.sentences import split_sentences

__all__ = ["parse_date", "parse_edition", "plain_article", "read_edition", "split_sentences"]


def parse_date(date: dt.date | str | None) -> dt.date | None:
    """Return a date given as one or as ISO text; text that is no whole day (``2017``) is no reference to count from."""
    if not isinstance(date, str):
        return date
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        return None


def plain_article(text: str, title: str | None = None) -> Article:
    """Return any text as one article, a paragraph a line, read as it stands."""
    whole = text if title is None else f"{title}\n{text}"
    paragraphs, start = [], 0
    for line in whole.split("\n"):
        role = "title" if title is not None and start == 0 else "body"
        paragraphs.append(Paragraph(role, line, start))  # type: ignore[arg-type]
        start += len(line) + 1
    return Article(
        1, "article", title, None, None, None, None, (), None, ((1, len(paragraphs)),),
        tuple(paragraphs), whole, (Slice(0, 0, len(whole)),),
    )


def parse_edition(
    text: str,
    *,
    source: str = "-",
    encoding: str = "utf-8",
    date: dt.date | str | None = None,
    home: str | None = None,
) -> Edition:
    """Return the edition a page's text holds."""
    notes: tuple[Note, ...] = ()
    return Edition(source, encoding, None, parse_date(date), home, (plain_article(text),), notes, text, (0,))


def read_edition(
    file: str | Path | BinaryIO,
    *,
    encoding: str | None = None,
    date: dt.date | str | None = None,
    home: str | None = None,
) -> Edition:
    """Return the edition a file holds."""
    data = Path(file).read_bytes() if isinstance(file, str | Path) else file.read()
    return parse_edition(data.decode(encoding or "utf-8"), source=str(file), date=date, home=home)
