"""CSV and TSV: a header, then a record a row."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsan.output.rows import Part, cell, columns_of, rows

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.formats import Sink


QUOTE = '"'


def write_delimited(
    analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink, *, delimiter: str, bom: bool
) -> None:
    """Write every record as one row under one header; a cell that holds the delimiter or a newline is quoted."""
    columns = columns_of(parts)
    if bom:
        sink.write(codecs.BOM_UTF8)
    sink.write(encoded([columns], delimiter))
    for analysis in analyses:
        cells = ([cell(row.get(column)) for column in columns] for row in rows(analysis, parts))
        sink.write(encoded(cells, delimiter))


def encoded(lines: Iterable[Iterable[str]], delimiter: str) -> bytes:
    """Return rows as delimited lines in UTF-8.

    Lines end as a pipe likes them, and a cell with a lone carriage return is quoted too, or readers would end the
    line there; the standard library's writer does only one or the other.
    """
    special = re.compile(f'[{delimiter}"\r\n]')
    return "".join(
        delimiter.join(
            f'"{text.replace(QUOTE, QUOTE * 2)}"' if special.search(text) else text for text in line
        )
        + "\n"
        for line in lines
    ).encode(errors="backslashreplace")
