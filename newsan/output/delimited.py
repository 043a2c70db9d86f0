"""CSV and TSV: a header, then a record a row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsan.output.rows import Part, cell, columns_of, rows

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.formats import Sink


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
    """Return rows as delimited lines in UTF-8."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(lines)
    return text.getvalue().encode(errors="backslashreplace")
