"""Headlines over a line that cites paper, day and page, as a newspaper's database prints them under each headline.

村里的路修好了
周立平
《江城日报》（2025年10月20日 第 02 版）
"""

from __future__ import annotations

from typing import Final

from newsan.patterns import compiled
from newsan.reading.blocks import Block, is_left_open
from newsan.reading.bylines import is_name, parse_credits
from newsan.reading.plain import plain

CITATION: Final = compiled(r"《[^》]{2,12}》[\s　]*[（(][^（）()]*\d{4}[^（）()]*版[\s　]*[）)]")
ADVERTISEMENT: Final = compiled(r"(?:公益)?广[\s　]*告")
PEOPLE: Final = compiled(r"记者|评论员|通讯员|特派|文/|口述|整理")
MOST_LINES: Final = 6
"""Lines between a citation and the text of the article before it."""
LONGEST_HEADLINE: Final = 64
LONGEST_NAMES: Final = 30
WRAPS_AT: Final = 14
"""Characters of the shortest headline line that can go on in the next."""


def assign_cited_headings(blocks: list[Block]) -> bool:
    """Give the headline and the names over each citation their roles; return whether the page cites at all.

    A headline wrapped over two lines becomes one block.
    """
    cited = False
    for block in list(blocks):
        if CITATION.fullmatch(block.text):
            cited = True
            block.role = "meta"
            index = blocks.index(block)
            first = index
            while first > 0 and index - first < MOST_LINES and _is_over_citation(blocks[first - 1]):
                first -= 1
            _assign(blocks, first, index)
    return cited


def _is_over_citation(block: Block) -> bool:
    """Tell whether a line can stand between two articles: a headline or names, no text."""
    return (
        block.role in ("body", "byline")
        and len(block.text) <= LONGEST_HEADLINE
        and not block.text.endswith(("。", "，", "；", "。”"))
    )


def _assign(blocks: list[Block], first: int, end: int) -> None:
    """Give the lines ``first`` to ``end`` (exclusive) over a citation their roles, from the last one up."""
    names = end
    while names > first + 1 and _is_names(blocks[names - 1]):
        names -= 1
    people = "".join(block.text for block in blocks[names:end] if not PEOPLE.search(block.text))
    for block in blocks[names:end]:
        block.role = "byline"
        block.markers = {"names": ""}
    if people and not parse_credits(people):
        blocks[names].markers = {"names": people}
    if names == first:
        return
    headline = blocks[names - 1]
    headline.role = "furniture" if ADVERTISEMENT.fullmatch(headline.text) else "title"
    if names - first > 1 and _goes_on(blocks[names - 2]):
        above = blocks.pop(names - 2)
        headline.spans[:0] = above.spans
        headline.text = above.text + headline.text
        headline.first = above.first


def _is_names(block: Block) -> bool:
    """Tell whether a line under a headline names who wrote it, or is one character of such a name."""
    text = plain("".join(block.text.split()))
    if len(text) > LONGEST_NAMES:
        return False
    return block.role == "byline" or len(text) == 1 or is_name(text) or PEOPLE.search(text) is not None


def _goes_on(block: Block) -> bool:
    """Tell whether a headline goes on in the next line."""
    return is_left_open(block.text) or (len(block.text) >= WRAPS_AT and not block.closed)
