"""Write CSV and TSV: a header, then one record a row."""

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
    """Write one header and one row for each record; ``bom`` adds a byte order mark for Excel."""
    columns = columns_of(parts)
    if bom:
        sink.write(codecs.BOM_UTF8)
    sink.write(encoded([columns], delimiter))
    for analysis in analyses:
        cells = ([cell(row.get(column)) for column in columns] for row in rows(analysis, parts))
        sink.write(encoded(cells, delimiter))


def encoded(lines: Iterable[Iterable[str]], delimiter: str) -> bytes:
    """Return rows as delimited lines in UTF-8.

    Rows end in a newline alone, and cells with a lone carriage return are quoted, because readers would end the row
    there. The writer of the standard library cannot do both.
    """
    special = re.compile(f'[{delimiter}"\r\n]')
    return "".join(
        delimiter.join(
            f'"{text.replace(QUOTE, QUOTE * 2)}"' if special.search(text) else text for text in line
        )
        + "\n"
        for line in lines
    ).encode(errors="backslashreplace")
