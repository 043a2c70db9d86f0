"""Lines -> blocks: what the page sets as one piece, a line or the lines a hard wrap made of one paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from newsan.patterns import compiled
from newsan.reading.bylines import parse_credits, read_opening
from newsan.reading.furniture import INLINE_JUMP, META, Folio, is_special, page_name
from newsan.reading.layout import BOLD, Layout, Line
from newsan.reading.plain import plain

Role = Literal["body", "title", "kicker", "subhead", "byline", "credit", "jump", "furniture", "meta"]
FIELDS: Final[dict[str, Role]] = {
    "标题": "title", "引题": "title", "副标题": "title", "副题": "title", "作者": "byline", "正文": "body",
    "日期": "meta", "版号": "meta", "版次": "meta", "版名": "meta", "专栏": "meta", "来源": "meta", "分类": "meta", "体裁": "meta",
    "文献号": "meta", "原文出处": "meta", "关键词": "meta",
}  # fmt: skip
"""Fields of a record 【 标  题 】…, and the role of what follows them."""
WRAP_SLACK: Final = 3
"""By how much a full line can fall short of the page's width."""
PAGE_FIELDS: Final = ("版号", "版次")
PAGE_NAME: Final = r"第?[A-Za-z]?\d{1,3}版?|第?[一二三四五六七八九十]{1,3}版?"
END_SIGNS: Final = compiled(
    r"[。！？!?；;｡：:][”’」』）)】》〉\]\"']*+$|[.…]{2}$|[A-Za-z]{2}[)”]?\.[”)]?$|——$|[）)】]$"
)
OPENING: Final = compiled(r"[（(《【“「]")
BRACKETS: Final = (("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"), ("“", "”"), ("「", "」"))


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
        self.ends_short = False
        """Its last line stops before the width at which the page breaks its lines."""
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
        line.ends_short = self.ends_short
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
        if layout.wrap is not None:
            measure = line.length if layout.wrap_counts_characters else line.width
            blocks[-1].ends_short = measure < layout.wrap - WRAP_SLACK
        previous = line
    for block in blocks:
        if "**" in text[block.spans[0][0] : block.spans[-1][1]]:
            block.spans = [piece for span in block.spans for piece in _without_bold(text, *span)]
        block.text = "".join(text[start:end] for start, end in block.spans)
    return [part for block in blocks if block.text for part in _fields(block)]


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
    if not layout.wrap - WRAP_SLACK <= measure <= layout.wrap + 2:
        return False
    if (
        layout.wrap_counts_characters
        and measure < layout.wrap
        and is_closed(text[previous.start : previous.end])
    ):
        return False
    if (
        block.first == previous.number
        and layout.indented
        and previous.indent not in (0, layout.paragraph_indent)
    ):
        return False
    printed = text[line.start : line.end]
    if is_special(printed) or (
        block.first == previous.number and is_special(text[previous.start : previous.end])
    ):
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


def _fields(block: Block) -> Iterator[Block]:
    """Yield a block, or the name and the content of the record field it is."""
    folded = plain(block.text)
    jump = INLINE_JUMP.search(folded) if "接" in folded or "转" in folded else None
    if jump and len(jump[0]) < len(block.text):
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
