"""Fit text into columns of a terminal: widths and line breaks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from newsan.patterns import compiled

GAP = 2
"""Screen columns between two columns of a table."""

NARROWEST, WIDEST_PIECE = 8, 12
"""The least width of a folded column, and the most that an unbreakable piece can raise it to."""

PIECE = compiled(
    r"""(?xs)
    [（《〈“‘「『【(\[]*                 # opens what follows it (UAX #14: OP)
    (?: [!-~０-９％．–−℃]+ | . )        # a number with its signs and a foreign word stay whole
    [\u0300-\u036F]*
    [，。、；：！？）》〉”’」』】…,.;:!?)\]]*    # never begins a line (UAX #14: CL, CP, EX, IS)
    """
)


def fold(text: str, room: int) -> list[str]:
    """Return text as lines of at most ``room`` terminal columns.

    A line ends at a space or where typesetting allows it, never inside a number or before a comma. Only a piece
    that is wider than ``room`` is broken anywhere.

    >>> fold("标题作3.62亿件，此处作3.26亿件。", 12)
    ['标题作3.62亿', '件，此处作', '3.26亿件。']
    """
    if cell_len(text) <= room:
        return [text]
    lines = [""]
    for word in text.split(" "):
        gap = " " if lines[-1] else ""
        for part in parts_of(word, room):
            if lines[-1] and cell_len(lines[-1]) + len(gap) + cell_len(part) > room:
                lines.append(part)
            else:
                lines[-1] += gap + part
            gap = ""
    return lines


def parts_of(word: str, room: int) -> Sequence[str]:
    """Return the parts of a word between which a line may end: the word, its pieces or, if too wide, its characters."""
    if cell_len(word) <= room:
        return [word]
    return [part for piece in PIECE.findall(word) for part in ([piece] if cell_len(piece) <= room else piece)]


def column_widths(rows: Sequence[Sequence[str]], folding: Sequence[bool], room: int) -> list[int]:
    """Return the widths of the columns of a table; only folding columns shrink to fit ``room``.

    The widest shrinks first. If that is not enough, the table is wider than ``room``.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(map(cell_len, column)) for column in columns]
    excess = sum(widths) + GAP * (len(widths) - 1) - room
    if excess <= 0:
        return widths
    least = [
        min(natural, max(NARROWEST, min(WIDEST_PIECE, widest_piece(column)))) if folds else natural
        for column, natural, folds in zip(columns, widths, folding, strict=True)
    ]
    while excess > 0:
        spare = [now if now > low else 0 for now, low in zip(widths, least, strict=True)]
        if not any(spare):
            break
        widths[spare.index(max(spare))] -= 1
        excess -= 1
    return widths


def widest_piece(column: Sequence[str]) -> int:
    """Return the width of the widest unbreakable piece in a column."""
    return max((cell_len(piece) for cell in column for piece in PIECE.findall(cell)), default=0)
