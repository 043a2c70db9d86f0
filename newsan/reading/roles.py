"""Blocks -> blocks with a role that their own words show: page headers, jumps, bylines, captions, verse.

Headlines are judged after these, by the evidence around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsan.patterns import compiled
from newsan.reading.blocks import FIELDS, Block, is_closed
from newsan.reading.bylines import closing_aside, is_name, parse_credits
from newsan.reading.furniture import (
    AUTHOR_LINE,
    DAY,
    FURNITURE_HINT,
    JUMP,
    LONGEST_FURNITURE,
    META,
    PAPER,
    PICTURE,
    is_colophon,
    is_page_number,
    is_rule,
    read_folio,
    read_page_top,
)
from newsan.reading.layout import Layout
from newsan.reading.plain import plain

TOP_LINES: Final = 4
"""How many blocks at the head of a page can be its folio."""
PHOTO_ROLES: Final = frozenset(("摄", "摄影", "摄影报道", "供图", "制图", "图文报道"))
LONGEST_NAME: Final = 6
LONGEST_SET_LINE: Final = 30
RUN_AT_LEAST: Final = 4
STANZA: Final = 2
"""Lines that are set one by one when others stand above them."""
SIGNED_DAY: Final = compiled(DAY)
OFFICE_DAY: Final = rf"(?:{DAY}|[\d一二三四五六七八九十]{{1,3}}月[\d一二三四五六七八九十]{{1,3}}日)"
OFFICE: Final = r"^[^，。：]{2,40}(?:公司|局|委员会|办公室|政府|处|院|学校|[中小大]学|协会|联合会|部|中心|站|所|队|厅|厂|社|集团|银行|委|会|家属|村|组)$"
"""Who signs a notice."""
LONGEST_MASTHEAD: Final = 8
PAPER_AT_END: Final = rf"^[A-Za-z .'’·]++(?P<masthead>\p{{Han}}{{2,6}}{PAPER})$"
"""A masthead after its English name: Haizhou Daily 海州日报."""
CAPTION: Final = compiled(
    r"(?:上|下|左|右|题|小|大|中)?图[①-⑨一二三四五六七八九\d]?(?:为|[:：]|说明[:：])|(?:压题|资料)?(?:照片|图片)(?:说明)?[:：]|[①-⑨]\s*(?=\S{4,40}$)"
)


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


def opens_caption(block: Block) -> bool:
    """Tell whether a block is a caption by its own words (图为…, 上图：…)."""
    return CAPTION.match(block.text) is not None


def ends_story(block: Block) -> bool:
    """Tell whether a block ends an article by its own words: （完）, a signature."""
    return closing_aside(block.text) is not None
