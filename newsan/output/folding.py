"""How wide text is on a screen, and where a line of it may end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from newsan.patterns import compiled

GAP = 2
"""Screen columns between two columns of a table."""

NARROWEST, WIDEST_PIECE = 8, 12
"""The least that words are folded into, and how much of it a piece that must not be parted can ask for."""

PIECE = compiled(
    r"""(?xs)
    [（《〈“‘「『【(\[]*                 # opens what follows it (UAX #14: OP)
    (?: [!-~０-９％．–−℃]+ | . )        # a number with its signs and a foreign word stay whole
    [\u0300-\u036F]*
    [，。、；：！？）》〉”’」』】…,.;:!?)\]]*    # never begins a line (UAX #14: CL, CP, EX, IS)
    """
)


def fold(text: str, room: int) -> list[str]:
    """Return text as lines of at most so many terminal columns.

    A line ends at a space, or where print would end it: never inside a number, never before a comma. Only a piece
    that is wider than the room is parted anywhere.

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
    """Return what a line may end between: the word itself, its pieces, or its characters, whichever fits the room."""
    if cell_len(word) <= room:
        return [word]
    return [part for piece in PIECE.findall(word) for part in ([piece] if cell_len(piece) <= room else piece)]


def column_widths(rows: Sequence[Sequence[str]], folding: Sequence[bool], room: int) -> list[int]:
    """Return how wide each column of a table is set, where only those that fold give way to the room there is.

    The widest gives way first. Where that does not suffice the table is wider than the room.
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
    """Return the width of the widest piece in a column that is not parted."""
    return max((cell_len(piece) for cell in column for piece in PIECE.findall(cell)), default=0)
