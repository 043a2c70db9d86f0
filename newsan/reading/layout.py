"""Text -> blocks with a role: page headers, headlines, bylines, captions, body.

A block is what the page sets as one piece: a line, or the lines a hard wrap made of one paragraph. The page is
judged as a whole first (how it marks headlines, whether it indents, at what width it wraps), then each block
by the evidence around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from newsan.patterns import compiled
from newsan.reading.bylines import closing_aside, is_name, parse_credits, read_opening
from newsan.reading.furniture import (
    AUTHOR_LINE,
    DAY,
    FURNITURE_HINT,
    INLINE_JUMP,
    JUMP,
    LONGEST_FURNITURE,
    META,
    PAPER,
    PICTURE,
    Folio,
    is_colophon,
    is_page_number,
    is_rule,
    is_special,
    page_name,
    read_folio,
    read_page_top,
)
from newsan.reading.plain import plain
from newsan.values import NamedTuple

Role = Literal["body", "title", "kicker", "subhead", "byline", "credit", "jump", "furniture", "meta"]

LINE_BREAK: Final = compiled(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
NUMBERED: Final = ("\n", "\r\n", "\r")
"""The ends of lines that editors count."""
HEADING_MARK: Final = compiled(r"#{1,6}(?=[\s　]|[^\s#])[\s　]*+")
BOLD: Final = compiled(r"\*\*(?P<inside>[^*\n]++)\*\*")
BLANKS: Final = " \t　\xa0\ufeff\u200b"
WIDE: Final = compiled(
    r"[\u2010-\u2027\u2030-\u205e\u2460-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)
LONGEST_WRAP: Final = 120


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


class Block:
    """Lines set as one piece."""

    def __init__(
        self,
        text: str,
        spans: list[tuple[int, int]],
        first: int,
        last: int,
        gap: int,
        indent: int,
        level: int = 0,
        *,
        bold: bool = False,
        flush: bool = False,
    ) -> None:
        """Take what is printed, and how; what it is there for is judged later."""
        self.text = text
        self.spans = spans
        """The characters it prints, without markup."""
        self.first = first
        self.last = last
        self.gap = gap
        self.indent = indent
        self.level = level
        self.bold = bold
        self.flush = flush
        """It starts at the margin on a page that indents its paragraphs."""
        self.role: Role = "body"
        self.markers: dict[str, str] = {}
        self.in_run = False
        """It is one of several lines that are set one by one (verse, a list of names)."""
        self.folio: Folio | None = None
        """What it says of paper, day and page, where it is a folio line."""
        self._closed: bool | None = None
        self._opens: bool | None = None

    def line(self, text: str, spans: list[tuple[int, int]], number: int) -> Block:
        """Return one of its printed lines as a block like it."""
        line = Block(
            text, spans, number, number, self.gap, self.indent, self.level, bold=self.bold, flush=self.flush
        )
        line.role, line.markers, line.in_run, line.folio = self.role, self.markers, self.in_run, self.folio
        return line

    @property
    def closed(self) -> bool:
        """Whether it ends as a paragraph ends."""
        if self._closed is None:
            self._closed = is_closed(self.text)
        return self._closed

    @property
    def opens_story(self) -> bool:
        """Whether it begins an article by its own words: a dateline or a bracketed reporter."""
        if self._opens is None:
            self._opens = read_opening(self.text)[0] > 0
        return self._opens


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
    return len(text) + len(WIDE.findall(text)) + text.count("　")


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


def _wrap_width(lines: Sequence[Line], *, by_characters: bool) -> tuple[int | None, float]:
    """Return the width every line is broken at and the share of lines that fill it, when the page is hard-wrapped."""
    slack = 0 if by_characters else 2
    measures = [line.length if by_characters else line.width for line in lines]
    widths = Counter(width for width in measures if width <= LONGEST_WRAP)
    if len(lines) < 6 or not widths:
        return None, 0.0
    best = max(sorted(widths), key=lambda width: sum(widths[width - k] for k in range(slack + 1)))
    full = sum(widths[best - k] for k in range(slack + 1)) / len(lines)
    wider = sum(1 for width in measures if width > best + slack) / len(lines)
    shortest = 10 if by_characters else 20
    return (best, full) if best >= shortest and full >= 0.35 and wider <= 0.15 else (None, 0.0)


def build_blocks(text: str, lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Return the page's blocks: lines, or the lines a hard wrap made of one paragraph put together again."""
    blocks: list[Block] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _wraps(text, previous, line, layout, blocks[-1]):
            block = blocks[-1]
            block.spans.append((line.start, line.end))
            block.last = line.number
        else:
            flush = layout.indented and line.indent == 0 and not line.level and not line.bold
            blocks.append(
                Block(
                    "",
                    [(line.start, line.end)],
                    line.number,
                    line.number,
                    line.gap,
                    line.indent,
                    line.level,
                    bold=line.bold,
                    flush=flush,
                )
            )
        previous = line
    for block in blocks:
        if "**" in text[block.spans[0][0] : block.spans[-1][1]]:
            block.spans = [piece for span in block.spans for piece in _without_bold(text, *span)]
        block.text = "".join(text[start:end] for start, end in block.spans)
    return [part for block in blocks if block.text for part in _fields(block)]


def _cut_at(block: Block, offset: int) -> Iterator[Block]:
    """Yield the two halves of a block."""
    halves: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    passed = 0
    for start, end in block.spans:
        cut = min(max(start + offset - passed, start), end)
        if start < cut:
            halves[0].append((start, cut))
        if cut < end:
            halves[1].append((cut, end))
        passed += end - start
    for text, spans in zip((block.text[:offset], block.text[offset:]), halves, strict=True):
        yield Block(
            text,
            spans,
            block.first,
            block.last,
            block.gap,
            block.indent,
            block.level,
            bold=block.bold,
            flush=block.flush,
        )


def _fields(block: Block) -> Iterator[Block]:
    """Yield a block, or the name and the content of the record field it is."""
    if (jump := INLINE_JUMP.search(plain(block.text))) and len(jump[0]) < len(block.text):
        yield from _cut_at(block, jump.start() or jump.end())
        return
    match = META.match(block.text) if block.text.startswith("【") else None
    name = "".join(match["name"].split()) if match and match["name"] else ""
    if match is None or name not in FIELDS or len(block.spans) > 1:
        yield block
        return
    role = FIELDS[name]
    content = match["rest"].strip()
    if role == "meta" or not content:
        block.role = "meta"
        if name in PAGE_FIELDS and compiled(PAGE_NAME).fullmatch(plain(content)):
            block.folio = Folio(page=page_name(content))
        yield block
        return
    start, end = block.spans[0]
    cut = start + match.start("rest") + len(match["rest"]) - len(match["rest"].lstrip())
    label = Block(block.text[: cut - start], [(start, cut)], block.first, block.last, block.gap, block.indent)
    label.role = "meta"
    yield label
    printed = Block(block.text[cut - start :], [(cut, end)], block.first, block.last, block.gap, block.indent)
    printed.role, printed.markers = role, {"field": name}
    yield printed


def _wraps(text: str, previous: Line, line: Line, layout: Layout, block: Block) -> bool:
    """Tell whether a line is the rest of the paragraph the previous line broke off at the page's width."""
    if (
        layout.wrap is None
        or line.gap
        or line.indent
        or line.level
        or line.bold
        or previous.level
        or previous.bold
    ):
        return False
    measure = previous.length if layout.wrap_counts_characters else previous.width
    if not layout.wrap - 3 <= measure <= layout.wrap + 2:
        return False
    if (
        block.first == previous.number
        and layout.indented
        and previous.indent not in (0, layout.paragraph_indent)
    ):
        return False
    printed = text[line.start : line.end]
    if is_special(printed):
        return False
    return not (text[previous.end - 1] in "。！？”" and parse_credits(printed))


def _without_bold(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a span that are left when ** around bold words is taken out."""
    for match in BOLD.finditer(text, start, end):
        if start < match.start():
            yield start, match.start()
        yield match.start("inside"), match.end("inside")
        start = match.end()
    if start < end:
        yield start, end


CLOSERS: Final = "。！？!?；;…）)】》”’」』〕］]＊*｡—"
END_SIGNS: Final = compiled(
    r"[。！？!?；;｡：:][”’」』）)】》〉\]\"']*+$|[.…]{2}$|[A-Za-z]{2}[)”]?\.[”)]?$|——$|[）)】]$"
)


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a paragraph ends, rather than in the middle of a sentence."""
    tail = text[-6:]
    if not END_SIGNS.search(tail):
        return False
    if tail.endswith(("。", "！", "？", "!", "?", ".")):
        return True
    return not is_left_open(text[-80:])


def is_left_open(tail: str) -> bool:
    """Tell whether the last opening bracket or quotation mark of a text is still open at its end."""
    if OPENING.search(tail) is None:
        return False
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in BRACKETS)


OPENING: Final = compiled(r"[（(《【“「]")
BRACKETS: Final = (("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"), ("“", "”"), ("「", "」"))


FIELDS: Final[dict[str, Role]] = {
    "标题": "title", "引题": "title", "副标题": "title", "副题": "title", "作者": "byline", "正文": "body",
    "日期": "meta", "版号": "meta", "版次": "meta", "版名": "meta", "专栏": "meta", "来源": "meta", "分类": "meta", "体裁": "meta",
    "文献号": "meta", "原文出处": "meta", "关键词": "meta",
}  # fmt: skip
"""Fields of a record 【 标  题 】…, and the role of what follows them."""
PAGE_FIELDS: Final = ("版号", "版次")
PAGE_NAME: Final = r"第?[A-Za-z]?\d{1,3}版?|第?[一二三四五六七八九十]{1,3}版?"
TOP_LINES: Final = 4
"""How many blocks at the head of a page can be its folio."""
PHOTO_ROLES: Final = frozenset(("摄", "摄影", "摄影报道", "供图", "制图", "图文报道"))


def assign_plain_roles(blocks: Sequence[Block], layout: Layout) -> None:
    """Give every block its role that shows it by its own words: furniture, jumps, bylines, credits."""
    for index, block in enumerate(blocks):
        text = block.text
        if len(text) > LONGEST_FURNITURE or block.role != "body":
            continue
        folded = plain(text)
        if not FURNITURE_HINT.search(folded):
            continue
        if jump := JUMP.match(folded):
            block.role = "jump"
            block.markers = {
                name: text[slice(*jump.span(name))] for name, value in jump.groupdict().items() if value
            }
        elif signs_off(blocks, index):
            continue
        elif (folio := read_folio(text)) or (folio := read_page_top(text) if index < TOP_LINES else None):
            block.role, block.folio = "furniture", folio
        elif is_rule(text) or is_colophon(text):
            block.role = "furniture"
        elif author := AUTHOR_LINE.match(folded):
            block.role = "byline" if author["names"] else "meta"
            block.markers = {"names": text[slice(*author.span("names"))] if author["names"] else ""}
        elif (meta := META.match(folded)) and (not meta["name"] or "".join(meta["name"].split()) in FIELDS):
            block.role = "meta"
        elif PICTURE.match(folded):
            block.role = "credit"
        elif is_page_number(text) and (len(text) > 3 or not layout.wrap):
            block.role = "furniture"
        elif people := parse_credits(text):
            photo = plain(people[-1].role) in PHOTO_ROLES
            tail = index > 0 and blocks[index - 1].role == "body" and block.text[0] in "（(" and not photo
            block.role = "credit" if photo else "body" if tail else "byline"
    find_authors(blocks, layout)
    find_set_lines(blocks)


def find_authors(blocks: Sequence[Block], layout: Layout) -> None:
    """Make a name that stands alone between a headline and its text a byline, as the pages of essays and verse print it."""
    for index in range(1, len(blocks) - 1):
        block = blocks[index]
        if block.role != "body" or block.gap > layout.usual_gap or len(block.text) > LONGEST_NAME:
            continue
        if not is_name(block.text):
            continue
        above, below = blocks[index - 1], blocks[index + 1]
        headed = (
            above.role in ("body", "title")
            and 2 <= len(above.text) <= LONGEST_SET_LINE
            and not above.closed
            and (stands_first(blocks, index - 1) or (_is_short(above) and stands_first(blocks, index - 2)))
        )
        if (
            headed
            and below.role == "body"
            and (below.gap or below.closed or len(below.text) > LONGEST_SET_LINE)
        ):
            block.role, block.markers = "byline", {"names": block.text}


def stands_first(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line begins a page, or stands apart from what is above it."""
    return index == 0 or (index > 0 and (blocks[index].gap > 0 or blocks[index - 1].role == "furniture"))


def signs_notice(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is the office that signs a notice: the day stands under it."""
    if index + 1 >= len(blocks) or not compiled(OFFICE).search(plain(blocks[index].text)):
        return False
    return compiled(OFFICE_DAY).fullmatch(plain(blocks[index + 1].text)) is not None


def signs_off(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line is the date under the signature of a notice or a letter, which is text."""
    if not index or not SIGNED_DAY.fullmatch(plain(blocks[index].text)):
        return False
    above = blocks[index - 1]
    return (
        above.role == "body" and not above.closed and compiled(OFFICE).search(plain(above.text)) is not None
    )


SIGNED_DAY: Final = compiled(DAY)
OFFICE_DAY: Final = rf"(?:{DAY}|[\d一二三四五六七八九十]{{1,3}}月[\d一二三四五六七八九十]{{1,3}}日)"
OFFICE: Final = r"^[^，。：]{2,40}(?:公司|局|委员会|办公室|政府|处|院|学校|[中小大]学|协会|联合会|部|中心|站|所|队|厅|厂|社|集团|银行|委|会|家属|村|组)$"
"""Who signs a notice."""


def find_set_lines(blocks: Sequence[Block]) -> None:
    """Mark the lines that are set one by one: verse, lists of names, listings, forecasts.

    They are short, of unequal length, one right under the other, and do not end as paragraphs end.
    """
    start = 0
    for index in range(1, len(blocks) + 1):
        if index < len(blocks) and index > start and blocks[index].gap == 0 and _is_short(blocks[index]):
            continue
        run = blocks[start:index]
        if len(run) > RUN_AT_LEAST and not _is_short(run[0]):
            run = run[1:]
        lengths = [len(block.text) for block in run]
        unequal = len(run) > 1 and max(lengths[:-1]) - min(lengths[:-1]) > 1
        least = STANZA if start and blocks[start - 1].in_run else RUN_AT_LEAST
        if len(run) >= least and (unequal or least == STANZA) and all(_is_short(block) for block in run):
            for block in run:
                block.in_run = True
        start = index


def _is_short(block: Block) -> bool:
    return (
        block.role == "body"
        and not block.level
        and not block.bold
        and len(block.text) <= LONGEST_SET_LINE
        and not block.closed
        and not block.text.endswith(("，", ",", "、"))
    )


LONGEST_SET_LINE: Final = 30
LONGEST_NAME: Final = 6
RUN_AT_LEAST: Final = 4
STANZA: Final = 2
"""Lines that are set one by one when others stand above them."""


def find_masthead(blocks: Sequence[Block]) -> None:
    """Make the first line of a page its masthead when a folio with the day follows it."""
    if len(blocks) < 2 or blocks[0].role != "body" or blocks[1].role != "furniture":
        return
    name = blocks[0].text
    if (paper := compiled(PAPER_AT_END).search(name)) and len(name) <= LONGEST_FURNITURE:
        name = paper["masthead"]
    if (
        3 <= len(name) <= LONGEST_MASTHEAD
        and not is_closed(name)
        and SIGNED_DAY.search(plain(blocks[1].text))
    ):
        blocks[0].role = "furniture"
        blocks[0].markers = {"masthead": name}


LONGEST_MASTHEAD: Final = 8
PAPER_AT_END: Final = rf"^[A-Za-z .'’·]++(?P<masthead>\p{{Han}}{{2,6}}{PAPER})$"
"""A masthead after its English name: Haizhou Daily 海州日报."""


CAPTION: Final = compiled(
    r"(?:上|下|左|右|题|小|大|中)?图[①-⑨一二三四五六七八九\d]?(?:为|[:：]|说明[:：])|(?:压题|资料)?(?:照片|图片)(?:说明)?[:：]|[①-⑨]\s*(?=\S{4,40}$)"
)


def opens_caption(block: Block) -> bool:
    """Tell whether a block is a caption by its own words (图为…, 上图：…)."""
    return CAPTION.match(block.text) is not None


def ends_story(block: Block) -> bool:
    """Tell whether a block ends an article by its own words: （完）, a signature."""
    return closing_aside(block.text) is not None
