"""Blocks -> articles: headlines with their text, photographs with their captions, cut sentences made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

import regex

from newsan.models import Article, ArticleKind, Credit, Dateline, Note, Paragraph, ParagraphRole, Slice
from newsan.reading.bylines import closing_aside, parse_credits, read_opening, split_names
from newsan.reading.cohesion import pairs, share
from newsan.reading.continuations import NEARBY, Story, Weights, best_home, find_move, words_of
from newsan.reading.headlines import STARTS_MIDWAY, is_label, text_ahead
from newsan.reading.layout import FOLIO, Block, Layout, opens_caption

PartRole = Literal["body", "subhead", "caption"]
LONGEST_CAPTION: Final = 400
MOVES_AT_MOST: Final = 3
"""How many passages of other articles can stand in one."""


@dataclass(slots=True)
class Piece:
    """A paragraph of an article: the blocks it was cut into, in reading order."""

    role: PartRole
    blocks: list[Block]

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return "".join(block.text for block in self.blocks)


@dataclass(slots=True)
class Draft:
    """An article while it is being put together."""

    titles: list[Block] = field(default_factory=list)
    kickers: list[Block] = field(default_factory=list)
    subtitles: list[Block] = field(default_factory=list)
    bylines: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    kind: ArticleKind = "article"
    page: str | None = None
    section: str | None = None
    goes_on: Block | None = None
    """Its jump line (下转第二版)."""
    comes_from: Block | None = None
    """The jump line it begins with (上接第一版): it is the end of another article."""

    @property
    def is_orphan(self) -> bool:
        """Whether it has no headline of its own."""
        return not self.titles

    @property
    def is_open(self) -> bool:
        """Whether it stops in the middle of a sentence."""
        return (
            bool(self.pieces) and self.pieces[-1].role != "caption" and not self.pieces[-1].blocks[-1].closed
        )

    def blocks(self) -> Iterator[Block]:
        """Yield its blocks: headlines, bylines, then the text in reading order."""
        yield from self.titles
        yield from self.kickers
        yield from self.subtitles
        yield from self.bylines
        for piece in self.pieces:
            yield from piece.blocks


def build_articles(blocks: Sequence[Block], layout: Layout) -> tuple[list[Article], list[Note]]:
    """Return the articles of a page in order of first appearance, and notes of what was repaired."""
    notes: list[Note] = []
    drafts = collect(blocks, layout)
    for draft in drafts:
        join_cut(draft, layout, notes)
    drafts = bring_home(drafts, notes)
    drafts = [draft for draft in drafts if draft.titles or draft.pieces or draft.kickers]
    drafts.sort(key=lambda draft: min(block.first for block in draft.blocks()))
    owners = {block.first: number for number, draft in enumerate(drafts) for block in draft.blocks()}
    articles = [finish(draft, number, owners) for number, draft in enumerate(drafts, 1)]
    return articles, sorted(notes, key=lambda note: note.line)


def collect(blocks: Sequence[Block], layout: Layout) -> list[Draft]:
    """Return the articles as they are printed: each from its headline to the next one, photographs apart."""
    drafts: list[Draft] = []
    draft = Draft()
    page: str | None = None
    section: str | None = None
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.role in ("furniture", "meta"):
            if folio := FOLIO.match(block.text):
                page, section = folio["page"] or page, folio["section"] if folio["page"] else section
                if block.role == "furniture" and folio["page"] and draft.titles and not draft.pieces:
                    draft.page = page
            index += 1
            continue
        if block.role == "title":
            end = head_end(blocks, index)
            photo = take_photo(draft, blocks, index)
            if photo is not None:
                drafts.append(draft)
                photo.page, photo.section = page, section
                drafts.append(photo)
                draft = Draft(page=page, section=section)
                index += 1
                continue
            above = labels_above(draft)
            drafts.append(draft)
            draft = Draft(page=page, section=section)
            place_heads(draft, blocks, index, end, layout)
            draft.kickers[:0] = above
            index = end
            continue
        if block.role == "jump":
            if block.markers.get("way", "").endswith("接") and "上" in block.markers["way"]:
                drafts.append(draft)
                draft = Draft(page=page, section=section, comes_from=block)
            else:
                draft.goes_on = block
                drafts.append(draft)
                draft = Draft(page=page, section=section)
        elif block.role in ("byline", "credit"):
            draft.bylines.append(block)
            if block.role == "credit" and captioned(draft):
                photo_ends = bool(draft.titles) and len(draft.pieces) == 1
                draft.pieces[-1].role = "caption"
                if photo_ends:
                    draft.kind = "photo"
                    drafts.append(draft)
                    draft = Draft(page=page, section=section)
        else:
            role: PartRole = "subhead" if block.role == "subhead" else "caption" if opens_caption(block) else "body"
            draft.pieces.append(Piece(role, [block]))
        index += 1
    drafts.append(draft)
    return [draft for draft in drafts if any(draft.blocks())]


def labels_above(draft: Draft) -> list[Block]:
    """Take the headings that stand last in an article, right above the next headline: they are its kicker."""
    above: list[Block] = []
    while draft.pieces and draft.pieces[-1].role == "subhead":
        above[:0] = draft.pieces.pop().blocks
    return above


def captioned(draft: Draft) -> bool:
    """Tell whether the last paragraph before a photographer's credit can be its caption."""
    return (
        bool(draft.pieces)
        and draft.pieces[-1].role == "body"
        and len(draft.pieces[-1].text) <= LONGEST_CAPTION
    )


def head_end(blocks: Sequence[Block], index: int) -> int:
    """Return where the headlines, labels, bylines and record fields that begin at a headline end."""
    end = last = index + 1
    while end < len(blocks) and blocks[end].role in ("title", "byline", "meta", "furniture", "subhead"):
        block = blocks[end]
        if block.role == "subhead" and (block.bold or not is_label(block, pairs(text_ahead(blocks, end)))):
            break
        if (
            block.role == "title"
            and blocks[end - 1].role == "furniture"
            and not _same_head(blocks, index, end)
        ):
            break
        if block.role not in ("meta", "furniture"):
            last = end + 1
        end += 1
    return last


def _same_head(blocks: Sequence[Block], index: int, other: int) -> bool:
    """Tell whether a heading under a folio line is only a label of the headline above it."""
    ahead = pairs(text_ahead(blocks, other))
    return is_label(blocks[other], ahead) and share(pairs(blocks[index].text), ahead) > 0.2


def take_photo(draft: Draft, blocks: Sequence[Block], index: int) -> Draft | None:
    """Return the photograph whose caption and credit were printed before the headline at ``index``.

    It is one when no story of its own follows the headline, or when the caption speaks of it and the text that
    follows does not.
    """
    if (
        index == 0
        or blocks[index - 1].role != "credit"
        or not draft.pieces
        or draft.pieces[-1].role != "caption"
    ):
        return None
    title, following = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    caption = draft.pieces[-1]
    words = pairs(title.text)
    bodyless = following is None or following.role in ("title", "furniture", "subhead", "jump")
    if not bodyless:
        spoken, ahead = share(words, pairs(caption.text)), share(words, pairs(text_ahead(blocks, index)))
        if spoken <= ahead or (following is not None and following.role == "byline"):
            return None
    draft.pieces.pop()
    credit = draft.bylines.pop()
    return Draft(titles=[title], pieces=[caption], bylines=[credit], kind="photo")


def place_heads(draft: Draft, blocks: Sequence[Block], index: int, end: int, layout: Layout) -> None:
    """Share out a run of headline blocks: the headline, the kicker above it, the deck below it, the bylines."""
    heads = [block for block in blocks[index:end] if block.role in ("title", "subhead")]
    draft.bylines += [block for block in blocks[index:end] if block.role == "byline"]
    if len(heads) == 1:
        draft.titles = heads
        return
    if any("field" in block.markers for block in heads):
        draft.titles = [block for block in heads if block.markers.get("field") == "标题"] or heads
        draft.kickers = [
            block for block in heads if block not in draft.titles and block.markers.get("field") == "引题"
        ]
        draft.subtitles = [
            block for block in heads if block not in draft.titles and block not in draft.kickers
        ]
        return
    ahead = pairs(text_ahead(blocks, end - 1))
    lines = [heads[:1]]
    for block in heads[1:]:
        if block.gap == 0 and not layout.wrap and block.level == lines[-1][-1].level:
            lines[-1].append(block)
        else:
            lines.append([block])
    over_byline = {id(a) for a, b in pairwise(blocks[index:end]) if b.role == "byline"}
    weights = [
        share(pairs("".join(block.text for block in line)), ahead)
        + min(sum(len(block.text) for block in line), 30) / 60
        + (0.8 if id(line[-1]) in over_byline else 0.0)
        for line in lines
    ]
    main = weights.index(max(weights))
    draft.titles = lines[main]
    draft.kickers = [block for line in lines[:main] for block in line]
    for line in lines[main + 1 :]:
        label = share(pairs("".join(block.text for block in line)), ahead) < 0.2
        (draft.kickers if label else draft.subtitles).extend(line)


def join_cut(draft: Draft, layout: Layout, notes: list[Note]) -> None:
    """Put the paragraphs of a draft together that a column break cut in the middle of a sentence."""
    joined: list[Piece] = []
    for piece in draft.pieces:
        if joined and continues(joined[-1], piece, layout):
            last = joined[-1]
            notes.append(
                Note(last.blocks[-1].last, f"sentence cut; continued at line {piece.blocks[0].first}")
            )
            last.blocks.extend(piece.blocks)
        else:
            joined.append(piece)
    draft.pieces = joined


def continues(head: Piece, tail: Piece, layout: Layout) -> bool:
    """Tell whether one paragraph is the rest of the sentence another breaks off in."""
    if head.role == "subhead" or tail.role != "body":
        return False
    if STARTS_MIDWAY.match(tail.text):
        return True
    if head.role == "caption" or head.blocks[-1].closed:
        return False
    return not read_opening(tail.text)[0]


def bring_home(drafts: list[Draft], notes: list[Note]) -> list[Draft]:
    """Return the drafts with passages that belong to an earlier article moved to its end."""
    weights = Weights([story_of(draft) for draft in drafts])
    kept: list[Draft] = []
    stories: list[Story] = []

    def keep(draft: Draft) -> None:
        kept.append(draft)
        stories.append(story_of(draft))

    def give(home: int, passage: Draft) -> None:
        attach(kept[home], passage, notes)
        stories[home] = story_of(kept[home])

    for draft in drafts:
        if not draft.titles and draft.pieces and kept:
            home = printed_home(draft, kept)
            if home < 0:
                home, _ = best_home([words_of(piece.text) for piece in draft.pieces], stories, weights)
            if home >= 0:
                give(home, draft)
                continue
        keep(draft)
        for _ in range(MOVES_AT_MOST if draft.titles and draft.kind == "article" else 0):
            move = find_move(len(kept) - 1, stories, weights)
            if move is None:
                break
            start = move.start
            while start > 1 and draft.pieces[start - 1].role == "subhead":
                start -= 1
            passage = Draft(pieces=draft.pieces[start : move.end])
            del draft.pieces[start : move.end]
            stories[-1] = story_of(draft)
            give(move.home, passage)
    return kept


def story_of(draft: Draft) -> Story:
    """Return what of a draft is compared with other articles."""
    return Story(
        title=words_of("\n".join(block.text for block in (*draft.titles, *draft.kickers, *draft.subtitles))),
        paragraphs=tuple(words_of(piece.text) for piece in draft.pieces),
        is_open=draft.is_open or draft.goes_on is not None,
        ends=tuple(closing_aside(piece.blocks[-1].text) is not None for piece in draft.pieces),
        may_continue=bool(draft.titles) and draft.kind == "article",
    )


def printed_home(passage: Draft, earlier: Sequence[Draft]) -> int:
    """Return which article a passage continues as its jump line says: by its headline, or the one that waits for it."""
    if passage.comes_from is None:
        return -1
    named = passage.comes_from.markers.get("title")
    waiting = -1
    for index in range(max(0, len(earlier) - NEARBY), len(earlier)):
        title = "".join(block.text for block in earlier[index].titles)
        if named and title and (named.startswith(title[:8]) or title.startswith(named[:8])):
            return index
        if earlier[index].goes_on is not None and waiting < 0:
            waiting = index
    return waiting


def attach(home: Draft, passage: Draft, notes: list[Note]) -> None:
    """Put a passage at the end of its article, joining the sentence it breaks into."""
    first = passage.pieces[0].blocks[0].first
    if home.pieces:
        notes.append(
            Note(
                first,
                f"passage moved to the article it continues, which broke off at line {home.pieces[-1].blocks[-1].last}",
            )
        )
    if home.kind == "photo":
        home.kind = "article"
    if home.pieces and home.is_open and passage.pieces[0].role == "body":
        home.pieces[-1].blocks.extend(passage.pieces[0].blocks)
        home.pieces.extend(passage.pieces[1:])
    else:
        home.pieces.extend(passage.pieces)
    home.bylines.extend(passage.bylines)
    home.goes_on = passage.goes_on


def finish(draft: Draft, number: int, owners: dict[int, int]) -> Article:
    """Return the article a draft has become: its text, and the slices of the source it is made of."""
    text: list[str] = []
    slices: list[Slice] = []
    paragraphs: list[Paragraph] = []
    offset = 0

    def add(role: ParagraphRole, blocks: Sequence[Block]) -> None:
        nonlocal offset
        start = offset
        for block in blocks:
            for first, last in block.spans:
                if (
                    slices
                    and slices[-1].source + slices[-1].length == first
                    and slices[-1].start + slices[-1].length == offset
                ):
                    slices[-1] = Slice(slices[-1].start, slices[-1].source, slices[-1].length + last - first)
                else:
                    slices.append(Slice(offset, first, last - first))
                offset += last - first
        whole = "".join(block.text for block in blocks)
        paragraphs.append(Paragraph(role, whole, start))
        text.append(whole)
        offset += 1

    roles: tuple[tuple[ParagraphRole, list[Block]], ...] = (
        ("title", draft.titles),
        ("kicker", draft.kickers),
        ("subtitle", draft.subtitles),
    )
    for role, blocks in roles:
        for block in blocks:
            add(role, [block])
    for piece in draft.pieces:
        add(piece.role, piece.blocks)
    byline, dateline, asides = who_wrote(draft, paragraphs)
    return Article(
        id=number,
        kind=draft.kind,
        title=headline(draft.titles),
        kicker=headline(draft.kickers),
        subtitle=headline(draft.subtitles),
        page=draft.page,
        section=draft.section,
        byline=byline,
        dateline=dateline,
        lines=line_ranges(draft, number - 1, owners),
        paragraphs=tuple(paragraphs),
        text="\n".join(text),
        slices=tuple(slices),
        asides=asides,
    )


def headline(blocks: Sequence[Block]) -> str | None:
    """Return a headline as one line: its printed lines with a blank between them."""
    return " ".join(block.text for block in blocks) or None


def who_wrote(
    draft: Draft, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Credit, ...], Dateline | None, tuple[tuple[int, int], ...]]:
    """Return the people named, the dateline, and the spans of the text that hold them and no story."""
    people = [credit for block in draft.bylines for credit in people_of(block)]
    dateline: Dateline | None = None
    asides: list[tuple[int, int]] = []
    body = [paragraph for paragraph in paragraphs if paragraph.role in ("body", "caption")]
    for index, paragraph in enumerate(body):
        length = 0
        if index < 3:
            length, found, reporters = read_opening(paragraph.text)
            people.extend(reporters)
            dateline = dateline or found
            if length:
                asides.append((paragraph.start, paragraph.start + length))
        tail = closing_aside(paragraph.text)
        if tail is not None and tail >= length:
            people.extend(parse_credits(paragraph.text[tail:]))
            asides.append((paragraph.start + tail, paragraph.start + len(paragraph.text)))
    return tuple(dict.fromkeys(people)), dateline, tuple(asides)


def people_of(block: Block) -> Sequence[Credit]:
    """Return the people a byline names: by their roles, or as the authors a record or an export lists."""
    if "names" in block.markers or block.markers.get("field") == "作者":
        return [
            Credit("作者", name)
            for name in split_names(block.markers.get("names", block.text))
            if len(name) <= 20
        ]
    return parse_credits(block.text)


def line_ranges(draft: Draft, owner: int, owners: dict[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the source line ranges of an article in reading order; another article's lines begin a new range."""
    spans = sorted((block.first, block.last) for block in draft.blocks())
    ranges: list[tuple[int, int]] = []
    for first, last in spans:
        if ranges and first <= ranges[-1][1] + 3:
            ranges[-1] = (ranges[-1][0], max(last, ranges[-1][1]))
        else:
            ranges.append((first, last))
    return tuple(ranges)


YEAR_FIRST: Final = regex.compile(r"(?P<year>\d{4})\D?(?P<month>\d{1,2})\D?(?P<day>\d{1,2})")
