"""The blocks around a block, and the text that follows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsan.patterns import compiled
from newsan.reading.blocks import Block

LONGEST_HEADLINE: Final = 64
COMMA: Final = compiled(r"(?<!\d)[，,]|[，,](?!\d)")
AHEAD: Final = 320
"""Characters below a headline in which its words are looked for."""


def text_ahead(blocks: Sequence[Block], index: int) -> str:
    """Return the body text that follows a block, as far as its headline would speak of it."""
    return "\n".join(paragraphs_ahead(blocks, index))


def paragraphs_ahead(blocks: Sequence[Block], index: int) -> list[str]:
    """Return the paragraphs of the text ahead, the last of them perhaps cut short."""
    found: list[str] = []
    length = 0
    for block in blocks[index + 1 : index + 9]:
        if block.role == "body" and (
            len(block.text) > LONGEST_HEADLINE or block.closed or COMMA.search(block.text)
        ):
            found.append(block.text[:AHEAD])
            length += len(found[-1])
            if length >= AHEAD:
                break
        elif found and (block.level or block.gap > 2):
            break
    return found


def next_block(blocks: Sequence[Block], index: int) -> Block | None:
    """Return the block after one, page furniture passed over."""
    return next(
        (block for block in blocks[index + 1 : index + 4] if block.role not in ("furniture", "meta")), None
    )


def previous_block(blocks: Sequence[Block], index: int) -> Block | None:
    """Return the block before one, whatever it is."""
    return blocks[index - 1] if index else None
