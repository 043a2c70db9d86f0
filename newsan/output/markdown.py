"""Write Markdown tables (GitHub style) with the columns of the other flat formats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsan.output.rows import COLUMNS, Part, cell, rows

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.formats import Sink

ESCAPES = str.maketrans(
    {
        "|": r"\|",
        "\\": r"\\",
        "*": r"\*",
        "_": r"\_",
        "`": r"\`",
        "<": "&lt;",
        "&": "&amp;",
        "\n": "<br>",
        "\r": " ",
    }
)


def write_markdown(analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink) -> None:
    """Write one table for each part, under the name of the part if there are several.

    Several tables are kept in memory until the last edition is read, because one must end before the next begins.
    """
    if len(parts) == 1:
        write_lines(sink, header(COLUMNS[parts[0]]))
        for analysis in analyses:
            write_lines(sink, table_rows(analysis, parts[0]))
        return
    held: dict[Part, list[str]] = {part: header(COLUMNS[part]) for part in parts}
    for analysis in analyses:
        for part in parts:
            held[part].extend(table_rows(analysis, part))
    for part, lines in held.items():
        write_lines(sink, [f"## {part.value}", "", *lines, ""])


def header(columns: tuple[str, ...]) -> list[str]:
    """Return the header of a table: two lines."""
    return [joined(columns), joined("---" for _ in columns)]


def table_rows(analysis: Analysis, part: Part) -> list[str]:
    """Return the records of an edition as rows of a table."""
    return [
        joined(cell(value).translate(ESCAPES) for value in row.values()) for row in rows(analysis, (part,))
    ]


def joined(cells: Iterable[str]) -> str:
    """Return one row of a table."""
    return f"| {' | '.join(cells)} |"


def write_lines(sink: Sink, lines: Iterable[str]) -> None:
    """Write lines in UTF-8."""
    sink.write("".join(f"{line}\n" for line in lines).encode(errors="backslashreplace"))
