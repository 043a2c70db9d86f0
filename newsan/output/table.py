"""Draw headings and tables: with rich on a terminal, as aligned text in files and pipes."""

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
"""The width of a styled table if none is given."""

FOLDING = frozenset({
    "subject", "change", "time", "as printed", "speaker", "topic", "also", "place", "within", "sentence", "note", "why",
    "lines", "days", "what is wrong", "sum", "",
})  # fmt: skip
"""Columns that fold on a narrow terminal."""

DIRECTIONS = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that change the direction of the text after them, even beyond their own column."""

CONTROLS = dict.fromkeys((9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029), " ") | {
    code: chr(0x2400 + code)
    if code < 0x20
    else "\N{SYMBOL FOR DELETE}"
    if code == 0x7F
    else "\N{REPLACEMENT CHARACTER}"
    for code in (*range(9), *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0), *DIRECTIONS)
}
"""Visible replacements of control characters, so that text cannot move the cursor or change colours or direction."""


def write_table(analyses: Iterable[Analysis], parts: Sequence[Part], sink: Sink, look: Look) -> None:
    """Write the blocks of each edition, separated by blank lines."""
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
    """Yield a block as lines of aligned text, whatever their width."""
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
    """Yield the lines of a table: its title, the names of its columns, and aligned rows."""
    rows = grid_rows(block)
    widths = column_widths(rows, [False] * len(block.columns), UNBOUNDED)
    if block.title:
        yield block.title
    for row in rows:
        for line in row_lines(row, widths, block.columns):
            yield f"  {line}"


def grid_rows(block: Grid) -> list[Sequence[str]]:
    """Return the rows of a table, the names of its columns first if it has any."""
    rows: list[Sequence[str]] = [[shown(cell) for cell in row] for row in block.rows]
    return [block.columns, *rows] if any(block.columns) else rows


def row_lines(row: Sequence[str], widths: Sequence[int], columns: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a row; cells are folded to the widths of their columns."""
    cells = list(map(fold, row, widths))
    for line in zip_longest(*cells, fillvalue=""):
        yield "  ".join(map(padded, line, widths, [name in RIGHT for name in columns]))


def padded(text: str, room: int, flush_right: bool) -> str:  # noqa: FBT001 - mapped over columns, by position
    """Return text padded to a width in terminal columns.

    >>> padded("亩", 4, True)
    '  亩'
    """
    gap = " " * (room - cell_len(text))
    return gap + text if flush_right else text + gap


def shown(text: str) -> str:
    r"""Return text for one line: line breaks and tabs become spaces, other control characters become visible.

    >>> shown("a\x1b[31m")
    'a␛[31m'
    """
    return text if text.isprintable() else text.translate(CONTROLS)


def styled(block: Block, look: Look) -> list[str]:
    """Return the lines of a block as rich draws it."""
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
    """Return a console that does not depend on the terminal of this process."""
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
    """Print a heading and its details."""
    console.print(text, style="bold reverse" if level == 1 else "bold")
    if details:
        console.print(details, style="dim")


def draw_grid(console: Console, block: Grid) -> None:
    """Print a table folded to the width of the console.

    Numbers are never folded and nothing is cut, so a table can be wider than a narrow console.
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
