"""Write a workbook with one sheet for each part."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter

from newsan.errors import UnwritableOutput
from newsan.output.rows import COLUMNS, Part, cell, rows

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.formats import Sink

LAST_ROW = 1_048_575
LONGEST_CELL = 32_767
EXACT_DIGITS = 15
"""Excel stores numbers as doubles; a number with more digits is written as text."""

WIDTHS = {
    "source": 24,
    "title": 40,
    "sentence": 80,
    "text": 30,
    "subject": 24,
    "value": 18,
    "low": 18,
    "high": 18,
}
USUAL_WIDTH = 12


def write_xlsx(analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink) -> None:
    """Write a workbook: numbers as numbers, codes and dates as text. The same data gives the same bytes.

    A cell holds at most 32,767 characters; a longer text is cut and ends in ``…``.
    """
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    # The clock stays out of the file: Excel's first day stands for no day.
    book.set_properties({"created": dt.datetime(1900, 1, 1, tzinfo=dt.UTC)})
    bold = book.add_format({"bold": True})
    sheets = {part: book.add_worksheet(part.value) for part in parts}
    for part, sheet in sheets.items():
        sheet.write_row(0, 0, COLUMNS[part], bold)
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(COLUMNS[part]):
            sheet.set_column(index, index, WIDTHS.get(column, USUAL_WIDTH))
    written = dict.fromkeys(parts, 0)
    for analysis in analyses:
        for part, sheet in sheets.items():
            for row in rows(analysis, (part,)):
                written[part] += 1
                if written[part] > LAST_ROW:
                    msg = f"an xlsx sheet holds {LAST_ROW:,} rows and there are more {part.value}: use csv or jsonl"
                    raise UnwritableOutput(msg)
                for index, value in enumerate(row.values()):
                    write_cell(sheet, written[part], index, value)
    for part, sheet in sheets.items():
        sheet.autofilter(0, 0, written[part], len(COLUMNS[part]) - 1)
    book.close()
    sink.write(held.getvalue())


def write_cell(sheet: Any, row: int, column: int, value: Any) -> None:
    """Write one value with its type; text never becomes a formula, a link or a number."""
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case Decimal() if len(value.normalize().as_tuple().digits) <= EXACT_DIGITS:
            sheet.write_number(row, column, value)
        case _:
            text = cell(value).encode(errors="backslashreplace").decode()
            sheet.write_string(
                row, column, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
            )
