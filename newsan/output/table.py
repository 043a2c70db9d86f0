"""Tables for people: drawn by rich on a terminal, as aligned text anywhere else, with the same words in both."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from newsan.output.blocks import RIGHT, Block, Grid, Heading, Lines, blocks

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

GAP, NARROWEST = 2, 8
"""Screen columns between two columns of a table, and the least that words are folded into."""

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
    rows = [[shown(cell) for cell in row] for row in block.rows]
    if any(block.columns):
        rows.insert(0, list(block.columns))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    flush_right = [name in RIGHT for name in block.columns]
    if block.title:
        yield block.title
    for row in rows:
        yield "  " + "  ".join(map(padded, row, widths, flush_right))


def padded(text: str, room: int, flush_right: bool) -> str:  # noqa: FBT001 - mapped over columns, by position
    """Return text filled up with spaces to a number of terminal columns.

    >>> padded("亩", 4, True)
    '  亩'
    """
    gap = " " * (room - width(text))
    return gap + text if flush_right else text + gap


def width(text: str) -> int:
    """Return how many terminal columns text takes: Chinese characters two, combining marks none.

    >>> width("5.2%的e\N{COMBINING ACUTE ACCENT}")
    7
    """
    return len(text) if text.isascii() else sum(map(WIDTHS.__getitem__, text))


class Widths(dict[str, int]):
    """How many terminal columns each character takes, told once."""

    def __missing__(self, character: str) -> int:
        """Tell the width of a character that has not been met before."""
        mark = unicodedata.category(character) in ("Mn", "Me", "Cf")
        columns = 0 if mark else 1 + (unicodedata.east_asian_width(character) in "WF")
        self[character] = columns
        return columns


WIDTHS = Widths()


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
        _environ={},
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
    from rich import box
    from rich.table import Table
    from rich.text import Text

    rows = [[shown(cell) for cell in row] for row in block.rows]
    widths = [max(map(width, column)) for column in zip(block.columns, *rows, strict=True)]
    least = [
        min(room, NARROWEST) if name in FOLDING else room
        for name, room in zip(block.columns, widths, strict=True)
    ]
    console.width = max(console.width, sum(least) + GAP * len(least))
    named = any(block.columns)
    if block.title:
        console.print(block.title, style="cyan")
    table = Table(
        box=box.SIMPLE_HEAD if named else None,
        show_header=named,
        show_edge=False,
        header_style="dim",
        padding=(0, 1, 0, 0),
    )
    for name in block.columns:
        side: Literal["left", "right"] = "right" if name in RIGHT else "left"
        table.add_column(name, justify=side, overflow="fold", no_wrap=name not in FOLDING)
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
