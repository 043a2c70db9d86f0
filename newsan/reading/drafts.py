"""Blocks -> drafts: each headline with the text under it, photographs apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from newsan.patterns import compiled
from newsan.reading.blocks import Block
from newsan.reading.bylines import is_name
from newsan.reading.cohesion import pairs, share_in
from newsan.reading.headlines import BREAK, begins_story, is_label
from newsan.reading.layout import LINE_BREAK, Layout
from newsan.reading.neighbours import next_block, text_ahead
from newsan.reading.pieces import Draft, PartRole, Piece
from newsan.reading.roles import opens_caption
from newsan.reading.successions import reads_on

LONGEST_CAPTION: Final = 400
BYLINE_WEIGHT: Final = 0.1
"""How much a byline right under it speaks for a line being the headline, against its words in the text below (1)."""
LONG_LINE: Final = 14
LENGTH_SCALE: Final = 30
"""How the length of a line counts: up to ``LONG_LINE`` characters, each by one in so many."""
LONGEST_COLUMN: Final = 6
COLUMN: Final = compiled(r"\p{Han}{4,6}")
"""The name of a column: 街巷新事."""
DECK: Final = compiled("[—―–－]{1,2}(?=[^—―–－])")
"""The dash that opens a deck: ——记海屿县的修路人."""
PARTED_WEIGHT: Final = 0.8
"""The same, where the byline stands between it and another line."""
CLAUSES_WEIGHT: Final = 0.4
"""How much two clauses with a blank between them speak for a kicker or a deck where another line has one clause."""


def lines_of(piece: Piece, text: str) -> Iterator[Block]:
    """Yield the printed lines of a paragraph, each a block; ``text`` is the file."""
    for block in piece.blocks:
        lines: list[list[tuple[int, int]]] = []
        end = 0
        for span in block.spans:
            if not lines or LINE_BREAK.search(text, end, span[0]):
                lines.append([])
            lines[-1].append(span)
            end = span[1]
        for number, spans in enumerate(lines, block.first):
            printed = "".join(text[start:end] for start, end in spans)
            yield block.line(printed, spans, number)


def collect(blocks: Sequence[Block], layout: Layout) -> list[Draft]:
    """Return the articles as they are printed: each from its headline to the next one, photographs apart."""
    collector = Collector(blocks, layout)
    index = 0
    while index < len(blocks):
        index = collector.take(index)
    return [draft for draft in (*collector.drafts, collector.draft) if any(draft.blocks())]


def names_column(block: Block, ahead: str) -> bool:
    """Tell whether a line of a headline is the name of a column: a few characters that the text below does not take up."""
    return len(block.text) <= LONGEST_COLUMN and is_label(block, ahead)


def is_column(piece: Piece, before: Piece) -> bool:
    """Tell whether the last line of an article is the name of a column: a few characters that end nothing.

    A name there signs the article, and what reads on from the paragraph before is its rest.
    """
    text = piece.text
    if not COLUMN.fullmatch(text) or piece.blocks[0].in_run or is_name(text):
        return False
    return not before.is_cut or reads_on(before.text, text) < 0


def is_parallel(text: str) -> bool:
    """Tell whether a line is two clauses of one length, as kickers and decks like to be.

    >>> is_parallel("河水清了 江豚来了"), is_parallel("河水清了 江豚又游回来了")
    (True, False)
    """
    clauses = BREAK.split(text)
    return len(clauses) == 2 and len(clauses[0]) == len(clauses[1])


class Collector:
    """Walks down a page, block by block, and keeps the article it is in."""

    def __init__(self, blocks: Sequence[Block], layout: Layout) -> None:
        """Begin above the first block, in an article without a headline."""
        self.blocks = blocks
        self.layout = layout
        self.drafts: list[Draft] = []
        self.draft = Draft()
        self.page: str | None = None
        self.section: str | None = None

    def take(self, index: int) -> int:
        """Put one block, or a run of headlines, where it belongs; return the index of the next."""
        block = self.blocks[index]
        if block.role in ("furniture", "meta"):
            self._turn_page(block)
        elif block.role == "title":
            return self._take_heads(index)
        elif block.role == "jump":
            self._take_jump(block)
        elif block.role in ("byline", "credit"):
            self._take_people(block)
        else:
            role: PartRole = (
                "subhead" if block.role == "subhead" else "caption" if opens_caption(block) else "body"
            )
            self.draft.pieces.append(Piece(role, [block]))
        return index + 1

    def _begin(self) -> None:
        """Leave the article and begin another."""
        self.drafts.append(self.draft)
        self.draft = Draft(page=self.page, section=self.section)

    def _turn_page(self, block: Block) -> None:
        """Read which page this is; a folio right under a headline is that of its own page."""
        folio = block.folio
        if folio is not None and folio.page is not None:
            self.page, self.section = folio.page, folio.section
            if self.draft.titles and not self.draft.pieces:
                self.draft.page, self.draft.section = self.page, self.section

    def _take_jump(self, block: Block) -> None:
        """End the article at a jump line; what follows 上接 is the end of another one."""
        if block.markers["way"] in ("上接", "紧接", "接", "续"):
            self._begin()
            self.draft.comes_from = block
        else:
            self.draft.goes_on = block
            self._begin()

    def _take_people(self, block: Block) -> None:
        """Keep a byline or a credit; a photographer's credit makes the paragraph above it a caption."""
        draft = self.draft
        draft.bylines.append(block)
        if block.role == "credit" and draft.pieces:
            last = draft.pieces[-1]
            if last.role != "subhead" and len(last.text) <= LONGEST_CAPTION:
                last.role = "caption"
                if draft.titles and len(draft.pieces) == 1:
                    draft.kind = "photo"
                    self._begin()

    def _take_heads(self, index: int) -> int:
        """Begin an article at a run of headlines, or give a headline to the photograph printed above it."""
        photo = self._photo_above(index)
        if photo is not None:
            self._begin()
            self.drafts.append(photo)
            return index + 1
        above = self._labels_above()
        self._begin()
        end = self._head_end(index)
        self._place_heads(index, end)
        self.draft.kickers[:0] = above
        return end

    def _photo_above(self, index: int) -> Draft | None:
        """Take the photograph whose caption and credit were printed before the headline at ``index``.

        It is one when no story of its own follows the headline, or when the caption speaks of it and the text
        that follows does not.
        """
        blocks, draft = self.blocks, self.draft
        if (
            not index
            or blocks[index - 1].role != "credit"
            or not draft.pieces
            or draft.pieces[-1].role != "caption"
        ):
            return None
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        caption, words = draft.pieces[-1], pairs(blocks[index].text)
        if following is not None and following.role == "byline":
            return None
        if following is not None and following.role not in ("title", "furniture", "subhead", "jump"):
            spoken, ahead = share_in(words, caption.text), share_in(words, text_ahead(blocks, index))
            if spoken <= ahead:
                return None
        draft.pieces.pop()
        return Draft(
            titles=[blocks[index]], pieces=[caption], bylines=[draft.bylines.pop()], kind="photo",
            page=self.page, section=self.section,
        )  # fmt: skip

    def _labels_above(self) -> list[Block]:
        """Take the headings that stand last in the article, right above the next headline: they are its kicker.

        So is the name of a column there, which nothing else shows to be a heading.
        """
        above: list[Block] = []
        pieces = self.draft.pieces
        if len(pieces) > 1 and pieces[-1].role == "body" and is_column(pieces[-1], pieces[-2]):
            above = pieces.pop().blocks
        while pieces and pieces[-1].role == "subhead":
            above[:0] = pieces.pop().blocks
        return above

    def _head_end(self, index: int) -> int:
        """Return where the headlines, labels, bylines and record fields that begin at a headline end."""
        blocks = self.blocks
        end = last = index + 1
        while end < len(blocks) and blocks[end].role in ("title", "byline", "meta", "furniture", "subhead"):
            block = blocks[end]
            if block.role == "subhead" and (block.bold or not (self._is_label(end) or self._is_deck(end))):
                break
            if (
                block.role == "title"
                and blocks[end - 1].role == "furniture"
                and not self._same_head(index, end)
            ):
                break
            if block.role not in ("meta", "furniture"):
                last = end + 1
            end += 1
        return last

    def _is_label(self, index: int) -> bool:
        return is_label(self.blocks[index], text_ahead(self.blocks, index))

    def _is_deck(self, index: int) -> bool:
        """Tell whether a line under a headline is its deck: what stands under it begins the story."""
        return begins_story(next_block(self.blocks, index))

    def _same_head(self, index: int, other: int) -> bool:
        """Tell whether a heading under a folio line is only a label of the headline above it."""
        ahead = text_ahead(self.blocks, other)
        return self._is_label(other) and share_in(pairs(self.blocks[index].text), ahead) > 0.2

    def _place_heads(self, index: int, end: int) -> None:
        """Share out a run of headline blocks: the headline, the kicker above it, the deck below it, the bylines."""
        draft, run = self.draft, self.blocks[index:end]
        heads = [block for block in run if block.role in ("title", "subhead")]
        draft.bylines += [block for block in run if block.role == "byline"]
        for block in run:
            if block.role in ("furniture", "meta"):
                self._turn_page(block)
        if any("field" in block.markers for block in heads):
            named = {block.markers.get("field"): block for block in heads}
            draft.titles = [named["标题"]] if "标题" in named else heads[:1]
            rest = [block for block in heads if block not in draft.titles]
            draft.kickers = [block for block in rest if block.markers.get("field") == "引题"]
            draft.subtitles = [block for block in rest if block not in draft.kickers]
            return
        ahead = text_ahead(self.blocks, end - 1)
        lines = [heads[:1]]
        for block in heads[1:]:
            one_headline = not any(
                BREAK.search(line.text) or DECK.match(line.text) or names_column(line, ahead)
                for line in (block, lines[-1][-1])
            )
            if (
                one_headline
                and block.gap == 0
                and not self.layout.wrap
                and block.level == lines[-1][-1].level
            ):
                lines[-1].append(block)
            else:
                lines.append([block])
        over_byline = {above.first for above, below in pairwise(run) if below.role == "byline"}

        in_clauses = [any(BREAK.search(block.text) for block in line) for line in lines]
        parallel = [any(is_parallel(block.text) for block in line) for line in lines]

        def weight(number: int) -> float:
            text = "".join(block.text for block in lines[number])
            found = share_in(pairs(text), ahead) + min(len(text), LONG_LINE) / LENGTH_SCALE
            if lines[number][-1].first in over_byline:
                found += BYLINE_WEIGHT if number + 1 == len(lines) else PARTED_WEIGHT
            for told in (in_clauses, parallel):
                found -= CLAUSES_WEIGHT if told[number] and not all(told) else 0.0
            return found

        marked = [
            any((block.level or block.bold) and not names_column(block, ahead) for block in line)
            for line in lines
        ]
        able = [number for number, _ in enumerate(lines) if marked[number] or not any(marked)]
        main = max([number for number in able if not DECK.match(lines[number][0].text)] or able, key=weight)
        draft.titles = lines[main]
        draft.kickers = [block for line in lines[:main] for block in line]
        for line in lines[main + 1 :]:
            is_deck = share_in(pairs("".join(block.text for block in line)), ahead) >= 0.2
            (draft.subtitles if is_deck or DECK.match(line[0].text) else draft.kickers).extend(line)
