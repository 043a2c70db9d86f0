"""CSV and TSV: a header, then a record a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from newsan.output.rows import Part, cell, columns_of, rows

if TYPE_CHECKING:
    from newsan.models import Analysis


def write_delimited(
    analyses: Iterable[Analysis], parts: tuple[Part, ...], stream: BinaryIO, *, delimiter: str, bom: bool
) -> None:
    """Write every record as one row under one header; a cell that holds the delimiter or a newline is quoted."""
    columns = columns_of(parts)
    text = io.TextIOWrapper(stream, "utf-8-sig" if bom else "utf-8", errors="backslashreplace", newline="")
    try:
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
        writer.writerow(columns)
        for analysis in analyses:
            writer.writerows([cell(row.get(column)) for column in columns] for row in rows(analysis, parts))
    finally:
        text.detach()
