"""Drafts -> articles: the text, the slices of the source it is made of, and who wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsan.models import Article, ArticleKind, Credit, Dateline, Note, Paragraph, ParagraphRole, Slice
from newsan.patterns import compiled
from newsan.reading.blocks import Block
from newsan.reading.bylines import parse_credits, signatures, split_names
from newsan.reading.cohesion import Seams
from newsan.reading.drafts import collect, lines_of
from newsan.reading.headlines import ITEM
from newsan.reading.layout import Layout
from newsan.reading.pieces import Draft, Piece
from newsan.reading.plain import plain
from newsan.reading.repairs import repair

LONGEST_BRIEF: Final = 200
"""Characters of a single paragraph that is a brief rather than an article."""

NOTICE: Final = compiled(
    r"(?:公告|通告|启事|声明|讣告|公示|更正|勘误)$|^[\p{Han}]{0,4}(?:提醒|提示|通知|天气|天气预报|预告)$"
)


def build_articles(
    text: str, blocks: Sequence[Block], layout: Layout, seams: Seams, *, as_printed: bool
) -> tuple[list[Article], list[Note]]:
    """Return the articles of a page in order of first appearance, and notes of what was repaired.

    ``as_printed`` leaves out every repair; the lines of ``text`` stay apart.
    """
    drafts, notes = collect(blocks, layout), list[Note]()
    if as_printed:
        for draft in drafts:
            draft.pieces = [
                Piece(piece.role, [line]) for piece in draft.pieces for line in lines_of(piece, text)
            ]
    else:
        drafts, notes = repair(drafts, seams)
    drafts = [draft for draft in drafts if draft.titles or draft.kickers or draft.pieces]
    drafts.sort(key=lambda draft: min(block.first for block in draft.blocks()))
    ranges = line_ranges(drafts)
    return [finish(draft, number, ranges[number - 1]) for number, draft in enumerate(drafts, 1)], notes


def finish(draft: Draft, number: int, lines: tuple[tuple[int, int], ...]) -> Article:
    """Return the article a draft has become."""
    text: list[str] = []
    slices: list[Slice] = []
    paragraphs: list[Paragraph] = []
    offset = 0
    parts: list[tuple[ParagraphRole, list[Block]]] = [
        *(("title", [block]) for block in draft.titles),
        *(("kicker", [block]) for block in draft.kickers),
        *(("subtitle", [block]) for block in draft.subtitles),
        *((piece.role, piece.blocks) for piece in draft.pieces),
    ]
    for role, blocks in parts:
        whole = "".join(block.text for block in blocks)
        paragraphs.append(Paragraph(role, whole, offset))
        text.append(whole)
        for start, end in (span for block in blocks for span in block.spans):
            slices.append(Slice(offset, start, end - start))
            offset += end - start
        offset += 1
    byline, dateline, asides = who_wrote(draft, paragraphs)
    return Article(
        id=number,
        kind=kind_of(draft),
        title=headline(draft.titles),
        kicker=headline(draft.kickers),
        subtitle=headline(draft.subtitles),
        page=draft.page,
        section=draft.section,
        byline=byline,
        dateline=dateline,
        lines=lines,
        paragraphs=tuple(paragraphs),
        text="\n".join(text),
        slices=tuple(slices),
        asides=asides,
    )


def headline(blocks: Sequence[Block]) -> str | None:
    """Return a headline as one line: its printed lines with a blank between them."""
    return " ".join(block.text for block in blocks) or None


def kind_of(draft: Draft) -> ArticleKind:
    """Return what an article is: a photograph with its caption, a notice, a brief of one short paragraph."""
    if not draft.titles or draft.kind != "article":
        return draft.kind
    if NOTICE.search("".join(plain(draft.titles[-1].text).split())):
        return "notice"
    body = [piece for piece in draft.pieces if piece.role != "subhead"]
    if body and all(piece.role == "caption" for piece in body):
        return "photo"
    if len(body) == 1 and any(block.role == "credit" for block in draft.bylines):
        return "photo"
    if len(body) > 1 and all(ITEM.match(piece.text) for piece in body):
        return "brief"
    return "brief" if len(body) == 1 and len(body[0].text) <= LONGEST_BRIEF else "article"


def who_wrote(
    draft: Draft, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Credit, ...], Dateline | None, tuple[tuple[int, int], ...]]:
    """Return the people named, the dateline, and the spans of the text that hold them and no story."""
    people = [credit for block in draft.bylines for credit in people_of(block)]
    body = [paragraph for paragraph in paragraphs if paragraph.role in ("body", "caption")]
    signed, dateline, asides = signatures(body)
    return tuple(dict.fromkeys([*people, *signed])), dateline, asides


def people_of(block: Block) -> Sequence[Credit]:
    """Return the people a byline names: by their roles, or as the authors a record or an export lists."""
    if "names" in block.markers or block.markers.get("field") == "作者":
        return [
            Credit("作者", name)
            for name in split_names(block.markers.get("names", block.text))
            if len(name) <= 20
        ]
    return parse_credits(block.text)


def line_ranges(drafts: Sequence[Draft]) -> list[tuple[tuple[int, int], ...]]:
    """Return the source line ranges of each article: lines of another article in between begin a new range."""
    printed = sorted(
        (block.first, block.last, owner) for owner, draft in enumerate(drafts) for block in draft.blocks()
    )
    ranges: list[list[tuple[int, int]]] = [[] for _ in drafts]
    before = -1
    for first, last, owner in printed:
        own = ranges[owner]
        if owner == before:
            own[-1] = (own[-1][0], max(last, own[-1][1]))
        else:
            own.append((first, last))
        before = owner
    return [tuple(own) for own in ranges]
