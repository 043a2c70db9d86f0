"""Cut sentences made whole: which of the paragraphs that follow is the rest of the one a sentence breaks off in."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsan.models import Note
from newsan.patterns import compiled
from newsan.reading.bylines import read_opening
from newsan.reading.cohesion import Seams
from newsan.reading.confidence import FURTHER, NEXT, confidence
from newsan.reading.headlines import STARTS_MIDWAY, TABLE_ROW
from newsan.reading.pieces import Draft, Piece
from newsan.reading.successions import reads_on
from newsan.reading.tails import left_over

FRESH: Final = compiled(
    r"[▲△●■□◆◇★☆▶►①-⑳]|[一二三四五六七八九十]{1,3}、\S|[（(][一二三四五六七八九十\d]{1,2}[）)]|[\d０-９]{1,2}(?:、|[.．](?![\d０-９]))\S"
)
"""How an item of a list begins: never the rest of a sentence."""
SET_LINE: Final = compiled(
    r"\d{1,2}[:：]\d\d[\s　]|\p{Han}{1,4}[:：](?=\S)|(?:[\d二〇○零一九]{4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)
"""How a line of a listing or somebody's turn to speak begins, or the day under a signature: no rest of a sentence."""
FURTHER_ON: Final = 4
"""Paragraphs in which the rest of a cut sentence is looked for."""
BELOW: Final = 6.0
"""Bits that speak for the rest of a cut sentence being what stands right under it."""
FAR: Final = 1.5
"""Bits that speak against it for each paragraph in between."""
FAR_AT_LEAST: Final = 1.5
"""Bits, those taken off among them, that must speak for a paragraph further down."""
LONE_FAR_AT_LEAST: Final = 8.0
"""The same where the line that breaks off can be a heading."""
AT_MARGIN: Final = 10.0
"""Bits that speak for a text that begins at the margin of a page that indents its paragraphs."""
LONGEST_LONE: Final = 14
"""Characters of a line without a stop that is joined to a text only where the words speak for it."""
LONE_AT_LEAST: Final = -2.0
"""Bits that must speak for that."""
LONGEST_TINY: Final = 4
SHORT_AT_LEAST: Final = 0.0
"""The same for a line that stops before the width at which the page breaks its lines: no column ends in it."""
TINY_AT_LEAST: Final = 12.0
"""The same for a line so short that no column would end in it."""
STOP: Final = compiled("[。、；：！？;:!?]|[，,].*[，,]")
LONGEST_ITEM: Final = 34
"""Characters of the longest numbered line that can be a heading."""
ITEM_AT_LEAST: Final = 4.0
"""Bits that must speak for such a line being the beginning of the text below it."""
SENTENCE: Final = "[。；;]"
FITS: Final = 12.0
MIDWAY: Final = 12.0
"""What it counts, in bits, that the page has the word the cut runs through, and that a text begins in mid-sentence."""


def join_cut(draft: Draft, seams: Seams, notes: list[Note]) -> None:
    """Put the paragraphs of a draft together that a column break cut in the middle of a sentence.

    The rest is the next paragraph, unless it was printed under a subhead that came too early, or a few paragraphs on.
    """
    waiting = deque(draft.pieces)
    joined: list[Piece] = []
    while waiting:
        piece = waiting.popleft()
        while (number := rest_of(piece, waiting, seams)) >= 0:
            join(piece, waiting[number], seams, notes)
            del waiting[number]
        joined.append(piece)
    draft.pieces = joined


def rest_of(head: Piece, waiting: Sequence[Piece], seams: Seams) -> int:
    """Return which of the paragraphs that follow is the rest of the sentence one breaks off in; -1 for none.

    What stands right below is the rest, unless what stands further down reads on better by far.
    """
    if head.role == "subhead" or not waiting:
        return -1
    if not head.is_cut:
        return 0 if continues(head, waiting[0]) else -1
    lone = stands_alone(head)
    best, rest = LONE_FAR_AT_LEAST if lone else FAR_AT_LEAST, -1
    below, rival = True, ""
    for number, tail in enumerate(islice(waiting, FURTHER_ON)):
        if tail.role == "caption":
            continue
        first = tail.blocks[0]
        if continues(head, tail):
            printed = seam_bits(head.blocks[-1].text, first.text, seams)
            printed += AT_MARGIN if margin_tells(head, tail, below=below) else 0.0
            bits = (
                printed + left_over(first.text, whole=not tail.is_cut) + (BELOW if below else -FAR * number)
            )
            if below:
                best = max(best, bits)
                rest = -1 if printed < least_bits(head, lone=lone) else number
            elif bits > best:
                bits -= max(0.0, seam_bits(rival, first.text, seams) + BELOW) if rival else 0.0
                if bits > best:
                    best, rest = bits, number
        if tail.is_cut:
            if rival:
                break
            rival = tail.blocks[-1].text
        below = False
    return rest


def margin_tells(head: Piece, tail: Piece, *, below: bool) -> bool:
    """Tell whether a paragraph begins at the margin because it is a rest, and not because it is a heading or under one."""
    if not tail.blocks[0].flush or (tail.is_cut and stands_alone(tail)):
        return False
    return not stands_alone(head) or (below and not head.blocks[0].flush)


def least_bits(piece: Piece, *, lone: bool) -> float:
    """Return the bits that must speak for a cut sentence going on right below."""
    if lone:
        return least_alone(piece)
    return SHORT_AT_LEAST if piece.blocks[-1].ends_short else float("-inf")


def least_alone(piece: Piece) -> float:
    """Return the bits that must speak for a line that can be a heading being the beginning of the text below it."""
    if len(piece.text) <= LONGEST_TINY:
        return TINY_AT_LEAST
    return ITEM_AT_LEAST if FRESH.match(piece.text) else LONE_AT_LEAST


def stands_alone(piece: Piece) -> bool:
    """Tell whether a paragraph can be a heading that nothing shows to be one: a short or numbered line without a stop."""
    if len(piece.blocks) > 1:
        return False
    if FRESH.match(piece.text):
        return len(piece.text) <= LONGEST_ITEM and not compiled(SENTENCE).search(piece.text)
    return len(piece.text) <= LONGEST_LONE and not STOP.search(piece.text)


def seam_bits(head: str, tail: str, seams: Seams) -> float:
    """Return the bits that speak for a text being the rest of a cut sentence, by the page's words and by the language's."""
    bits = reads_on(head, tail)
    bits += FITS if seams.fits(head, tail) else 0.0
    return bits + MIDWAY if STARTS_MIDWAY.match(tail) else bits


def join(head: Piece, tail: Piece, seams: Seams, notes: list[Note]) -> None:
    """Make two pieces of a paragraph one."""
    before, after = head.blocks[-1], tail.blocks[0]
    is_next = after.first == before.last + 1 + after.gap
    sure = confidence(NEXT if is_next else FURTHER, seam_bits(before.text, after.text, seams))
    notes.append(Note(before.last, f"sentence cut; continued at line {after.first}", sure))
    head.blocks.extend(tail.blocks)


def continues(head: Piece, tail: Piece) -> bool:
    """Tell whether one paragraph is the rest of the sentence another breaks off in."""
    if head.role == "subhead" or tail.role != "body":
        return False
    if FRESH.match(tail.blocks[0].text) or any(
        TABLE_ROW.search(text) for text in (head.blocks[-1].text, tail.blocks[0].text)
    ):
        return False
    if STARTS_MIDWAY.match(tail.blocks[0].text):
        return True
    if head.blocks[-1].in_run or SET_LINE.match(tail.blocks[0].text):
        return False
    if head.role == "caption" or head.blocks[-1].closed:
        return False
    return not read_opening(tail.blocks[0].text)[0]
