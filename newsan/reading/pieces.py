"""Articles while they are put together: their headlines, and paragraphs made of blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from newsan.models import ArticleKind
from newsan.reading.blocks import Block
from newsan.reading.headlines import TABLE_ROW

PartRole = Literal["body", "subhead", "caption"]


class Piece:
    """A paragraph of an article: the blocks it was cut into, in reading order."""

    def __init__(self, role: PartRole, blocks: list[Block]) -> None:
        """Take its blocks; those that turn out to be its rest are added to them."""
        self.role = role
        self.blocks = blocks

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return "".join(block.text for block in self.blocks)

    @property
    def is_cut(self) -> bool:
        """Whether it breaks off in the middle of a sentence."""
        last = self.blocks[-1]
        return self.role == "body" and not last.closed and not last.in_run and not TABLE_ROW.search(last.text)


class Draft:
    """An article while it is being put together."""

    def __init__(
        self,
        *,
        titles: Iterable[Block] = (),
        pieces: Iterable[Piece] = (),
        bylines: Iterable[Block] = (),
        kind: ArticleKind = "article",
        page: str | None = None,
        section: str | None = None,
        goes_on: Block | None = None,
    ) -> None:
        """Take what is known of it so far; the lists it keeps are its own."""
        self.titles = [*titles]
        self.kickers: list[Block] = []
        self.subtitles: list[Block] = []
        self.bylines = [*bylines]
        self.pieces = [*pieces]
        self.kind = kind
        self.page = page
        self.section = section
        self.goes_on = goes_on
        """Its jump line (下转第二版)."""
        self.comes_from: Block | None = None
        """The jump line it begins with (上接第一版): it is the end of another article."""

    @property
    def is_open(self) -> bool:
        """Whether it stops in the middle of a sentence."""
        return bool(self.pieces) and self.pieces[-1].is_cut

    def blocks(self) -> Iterator[Block]:
        """Yield its blocks: headlines, bylines, then the text in reading order."""
        yield from self.titles
        yield from self.kickers
        yield from self.subtitles
        yield from self.bylines
        for piece in self.pieces:
            yield from piece.blocks
