"""Text -> printed lines, and how the page is set.

The page is judged as a whole: how it marks headlines, whether it indents, at what width it wraps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsan.patterns import compiled

LINE_BREAK: Final = compiled(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
NUMBERED: Final = ("\n", "\r\n", "\r")
"""The ends of lines that editors count."""
HEADING_MARK: Final = compiled(r"#{1,6}(?=[\s　]|[^\s#])[\s　]*+")
BOLD: Final = compiled(r"\*\*(?P<inside>[^*\n]++)\*\*")
BLANKS: Final = " \t　\xa0\ufeff\u200b"
WIDE: Final = compiled(
    r"[\u2010-\u2027\u2030-\u205e\u2460-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]++"
)
LONGEST_WRAP: Final = 120
SOLID: Final = 0.1
"""The share of blank lines and indents a page of solid columns stays under."""
RAGGED: Final = 4
"""By how many characters the full lines of such a page differ."""


class Line(NamedTuple):
    """A printed line; ``start`` and ``end`` leave out blanks and marks around it."""

    number: int
    start: int
    end: int
    indent: int
    """Columns of blank before it; a Chinese character is two columns wide."""
    width: int
    """Columns from the margin to its last character."""
    length: int
    """Characters from the margin to its last one."""
    gap: int
    """Blank lines before it."""
    level: int = 0
    bold: bool = False


class Layout(NamedTuple):
    """How a page is set."""

    marked: bool
    """Headlines carry #."""
    bold_titles: bool
    """Headlines are bold: the page has no # and begins with a bold line."""
    indented: bool
    """Paragraphs begin with an indent."""
    paragraph_indent: int
    wrap: int | None
    """The width at which every line is broken: in columns, or in characters where ``wrap_counts_characters``."""
    wrap_counts_characters: bool
    usual_gap: int
    """Blank lines between paragraphs."""


def read_lines(text: str) -> tuple[list[Line], tuple[int, ...]]:
    """Return the lines of a text that are not blank, and the offset at which each line of the file starts.

    A form feed or a Unicode separator ends a printed line too, but is counted by no editor: what stands on both
    sides of it has one number.
    """
    lines: list[Line] = []
    starts = [0]
    gap = 0
    position = 0
    ends = [(match.start(), match.end()) for match in LINE_BREAK.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        line = _read_line(text, position, end, len(starts), gap)
        if line is None:
            gap += 1
        else:
            lines.append(line)
            gap = 0
        if text[end:following] in NUMBERED:
            starts.append(following)
        position = following
    return lines, tuple(starts)


def _read_line(text: str, start: int, end: int, number: int, gap: int) -> Line | None:
    raw = text[start:end]
    content = raw.lstrip(BLANKS).lstrip()
    if not content:
        return None
    lead = len(raw) - len(content)
    indent = display_width(raw[:lead]) if lead else 0
    content = content.rstrip(BLANKS).rstrip()
    level, bold = 0, False
    begin = start + lead
    if content.startswith("#") and (mark := HEADING_MARK.match(content)) and len(content) > mark.end():
        level = len(mark[0].rstrip(BLANKS))
        begin += mark.end()
        content = content[mark.end() :]
    if content.startswith("**") and (whole := BOLD.fullmatch(content)) and whole["inside"].strip():
        bold = True
        inside = whole["inside"]
        begin += 2 + len(inside) - len(inside.lstrip())
        content = inside.strip()
    width = indent + display_width(content) if len(content) <= LONGEST_WRAP else 10 * LONGEST_WRAP
    return Line(number, begin, begin + len(content), indent, width, lead + len(content), gap, level, bold)


def display_width(text: str) -> int:
    """Return the columns a text takes: Chinese characters and signs take two."""
    return len(text) + sum(map(len, WIDE.findall(text))) + text.count("　")


def judge_layout(lines: Sequence[Line]) -> Layout:
    """Return how the page is set, from all of its lines."""
    marked = any(line.level for line in lines)
    bold_titles = not marked and bool(lines) and lines[0].bold
    columns, characters = _wrap_width(lines, by_characters=False), _wrap_width(lines, by_characters=True)
    by_characters = characters[1] > columns[1]
    wrap = characters[0] if by_characters else columns[0]
    plain = [line for line in lines if not line.level and not line.bold]
    indents = Counter(line.indent for line in plain if 2 <= line.indent <= 8)
    paragraph_indent = max(indents, key=indents.__getitem__) if indents else 0
    share = indents[paragraph_indent] / len(plain) if plain else 0
    indented = share >= (0.1 if wrap else 0.3)
    gaps = Counter(line.gap for line in lines[1:])
    usual_gap = max(gaps, key=gaps.__getitem__) if gaps else 0
    return Layout(marked, bold_titles, indented, paragraph_indent, wrap, by_characters, usual_gap)


def _is_solid(lines: Sequence[Line]) -> bool:
    """Tell whether a page is printed without blank lines and indents, as OCR gives narrow columns: lines lose characters."""
    return sum(1 for line in lines if line.gap or line.indent) < SOLID * len(lines)


def _wrap_width(lines: Sequence[Line], *, by_characters: bool) -> tuple[int | None, float]:
    """Return the width every line is broken at and the share of lines that fill it, when the page is hard-wrapped."""
    slack = (RAGGED if _is_solid(lines) else 0) if by_characters else 2
    measures = [line.length if by_characters else line.width for line in lines]
    widths = Counter(width for width in measures if width <= LONGEST_WRAP)
    if len(lines) < 6 or not widths:
        return None, 0.0
    best = max(sorted(widths), key=lambda width: sum(widths[width - k] for k in range(slack + 1)))
    full = sum(widths[best - k] for k in range(slack + 1)) / len(lines)
    wider = sum(1 for width in measures if width > best + slack) / len(lines)
    shortest = 10 if by_characters else 20
    return (best, full) if best >= shortest and full >= 0.35 and wider <= 0.15 else (None, 0.0)
