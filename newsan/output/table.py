"""Tables for people: drawn by rich on a terminal, as aligned text anywhere else, with the same words in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from newsan.output.blocks import Block, Heading, Lines, blocks
from newsan.output.folding import GAP, column_widths, fold
from newsan.output.grids import RIGHT, Grid

if TYPE_CHECKING:
    from rich.console import Console

    from newsan.models import Analysis
    from newsan.output.formats import Look, Sink
    from newsan.output.rows import Part

UNBOUNDED = 1_000_000
"""Columns of a styled table that nobody has set a width for."""

FOLDING = frozenset({
    "subject", "change", "time", "as printed", "speaker", "topic", "also", "place", "within", "sentence", "note", "why",
    "lines", "days", "what is wrong", "sum", "",
})  # fmt: skip
"""Columns of words, which a narrow screen folds first."""

DIRECTIONS = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that change the direction of the text after them, up to the end of the line and past its own column."""

CONTROLS = dict.fromkeys((9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029), " ") | {
    code: chr(0x2400 + code)
    if code < 0x20
    else "\N{SYMBOL FOR DELETE}"
    if code == 0x7F
    else "\N{REPLACEMENT CHARACTER}"
    for code in (*range(9), *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0), *DIRECTIONS)
}
"""What control characters are shown as: a page's text never moves the cursor, colours the screen or turns it round."""


def write_table(analyses: Iterable[Analysis], parts: Sequence[Part], sink: Sink, look: Look) -> None:
    """Write what a person is shown of each edition, one blank line between blocks."""
    first = True
    for analysis in analyses:
        for block in blocks(analysis, parts, look):
            if isinstance(block, Grid) and not block.rows:
                continue
            drawn = styled(block, look) if look.styled else plain(block)
            text = "".join(f"{line.rstrip()}\n" for line in drawn)
            sink.write(("" if first else "\n").encode() + text.encode(errors="backslashreplace"))
            first = False


def plain(block: Block) -> Iterator[str]:
    """Return a block as lines of aligned text, whole however wide."""
    match block:
        case Heading(text=text, details=details):
            yield shown(text)
            if details:
                yield shown(details)
        case Lines(lines=lines):
            yield from map(shown, lines)
        case Grid():
            yield from plain_grid(block)


def plain_grid(block: Grid) -> Iterator[str]:
    """Return a table as aligned columns, two spaces apart, under its title and its column names."""
    rows = grid_rows(block)
    widths = column_widths(rows, [False] * len(block.columns), UNBOUNDED)
    if block.title:
        yield block.title
    for row in rows:
        for line in row_lines(row, widths, block.columns):
            yield f"  {line}"


def grid_rows(block: Grid) -> list[Sequence[str]]:
    """Return the rows of a table as they are shown, its column names first if it has any."""
    rows: list[Sequence[str]] = [[shown(cell) for cell in row] for row in block.rows]
    return [block.columns, *rows] if any(block.columns) else rows


def row_lines(row: Sequence[str], widths: Sequence[int], columns: Sequence[str]) -> Iterator[str]:
    """Return a row of a table as lines, each cell folded into its column, numbers flush right."""
    cells = list(map(fold, row, widths))
    for line in zip_longest(*cells, fillvalue=""):
        yield "  ".join(map(padded, line, widths, [name in RIGHT for name in columns]))


def padded(text: str, room: int, flush_right: bool) -> str:  # noqa: FBT001 - mapped over columns, by position
    """Return text filled up with spaces to a number of terminal columns.

    >>> padded("亩", 4, True)
    '  亩'
    """
    gap = " " * (room - cell_len(text))
    return gap + text if flush_right else text + gap


def shown(text: str) -> str:
    r"""Return text that stays on its line: line breaks and tabs as spaces, other control characters as pictures.

    >>> shown("a\x1b[31m")
    'a␛[31m'
    """
    return text if text.isprintable() else text.translate(CONTROLS)


def styled(block: Block, look: Look) -> list[str]:
    """Return a block as rich draws it, with the escape codes of a terminal if colour is wanted."""
    console = rich_console(look)
    with console.capture() as captured:
        match block:
            case Heading(level=level, text=text, details=details):
                draw_heading(console, level, shown(text), shown(details))
            case Lines(lines=lines):
                for line in lines:
                    console.print(shown(line), soft_wrap=True)
            case Grid():
                draw_grid(console, block)
    return captured.get().splitlines()


def rich_console(look: Look) -> Console:
    """Return a console that knows nothing of the process's own terminal."""
    from rich.console import Console

    return Console(
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        width=look.width or UNBOUNDED,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def draw_heading(console: Console, level: int, text: str, details: str) -> None:
    """Print a headline over its details."""
    console.print(text, style="bold reverse" if level == 1 else "bold")
    if details:
        console.print(details, style="dim")


def draw_grid(console: Console, block: Grid) -> None:
    """Print a table that folds columns of words into the width there is.

    On a screen too narrow for that the table is wider than the screen: nothing is cut, and no number is folded.
    """
    rows = grid_rows(block)
    widths = column_widths(rows, [name in FOLDING for name in block.columns], console.width)
    if block.title:
        console.print(block.title, style="cyan")
    if any(block.columns):
        for line in row_lines(rows.pop(0), widths, block.columns):
            console.print(line, style="dim", soft_wrap=True)
        console.print("─" * (sum(widths) + GAP * (len(widths) - 1)), soft_wrap=True)
    for row in rows:
        for line in row_lines(row, widths, block.columns):
            console.print(line, soft_wrap=True)
