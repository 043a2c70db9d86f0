"""What a broken page needs: cut sentences made whole, continued passages brought home."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from newsan.models import Note
from newsan.patterns import compiled
from newsan.reading.blocks import Block
from newsan.reading.bylines import closing_aside
from newsan.reading.cohesion import Seams, share
from newsan.reading.confidence import HOUSED, MOVED, PRINTED, confidence
from newsan.reading.continuations import NEARBY, SEAM_WEIGHT, Story, Weights, find_homes, find_move, words_of
from newsan.reading.furniture import page_name
from newsan.reading.joining import join, join_cut, seam_bits
from newsan.reading.pieces import Draft, Piece
from newsan.reading.tails import seam

BRIEF_SIGN: Final = compiled("[▲△■◆]")
SHORTEST_BRIEF: Final = 24
LIST_SHARES: Final = 0.12
"""What a list shares with the article it belongs to."""
WAITING_FIT: Final = 0.07
"""What a passage under 上接 must share with an article over 下转 when the pages they name do not agree."""
MOVED_AT_LEAST: Final = 6.0
"""Bits that must speak for a moved passage going on with the sentence its home breaks off in."""
MOVES_AT_MOST: Final = 3
"""How many passages of other articles can stand in one."""


def repair(drafts: Sequence[Draft], seams: Seams) -> tuple[list[Draft], list[Note]]:
    """Return the drafts made whole, and notes of what was done."""
    notes: list[Note] = []
    for draft in drafts:
        join_cut(draft, seams, notes)
    apart = [part for draft in drafts for part in items_apart(draft, notes)]
    desk = Desk(apart, notes, seams)
    for draft, story in zip(apart, desk.told, strict=True):
        desk.lay(draft, story)
    desk.note_ends_elsewhere()
    return desk.drafts, sorted(notes, key=lambda note: (note.line, note.note))


def items_apart(draft: Draft, notes: list[Note]) -> list[Draft]:
    """Return a draft, and the briefs that follow it under ▲ without a headline as a draft of their own.

    A list that belongs to the article is announced (如下：), or shares more of its words.
    """
    pieces = draft.pieces
    start = len(pieces)
    while start and pieces[start - 1].role == "body" and is_brief(pieces[start - 1]):
        start -= 1
    items = pieces[start:]
    if not start or len(items) < 2 or pieces[start - 1].text.endswith(("：", ":")) or not draft.titles:
        return [draft]
    article = frozenset().union(*(words_of(piece.text) for piece in pieces[:start]))
    if share(words_of("\n".join(item.text for item in items)), article) >= LIST_SHARES:
        return [draft]
    del pieces[start:]
    notes.append(
        Note(items[0].blocks[0].first, "briefs without a headline; set apart from the article above")
    )
    return [draft, Draft(pieces=items, kind="brief", page=draft.page, section=draft.section)]


def is_brief(piece: Piece) -> bool:
    """Tell whether a paragraph is a brief under a sign: a whole sentence or more."""
    return (
        BRIEF_SIGN.match(piece.text) is not None
        and len(piece.text) >= SHORTEST_BRIEF
        and piece.blocks[-1].closed
    )


class Desk:
    """Where the articles of a page are laid out, one after another, and passages find their own."""

    def __init__(self, drafts: Sequence[Draft], notes: list[Note], seams: Seams) -> None:
        """Weigh the words of the whole page before the first article is laid."""
        self.drafts: list[Draft] = []
        self._stories: list[Story] = []
        self.told = [story_of(draft) for draft in drafts]
        """What each of the drafts tells, before anything is moved."""
        self._weights = Weights(self.told)
        self._notes = notes
        self._seams = seams

    def lay(self, draft: Draft, story: Story) -> None:
        """Add an article that tells ``story``; passages that belong to earlier ones go there."""
        if not draft.titles and draft.pieces and self.drafts and draft.kind != "brief":
            self._house(draft)
            return
        self.drafts.append(draft)
        self._stories.append(story)
        for _ in range(MOVES_AT_MOST if draft.titles and draft.kind == "article" else 0):
            move = find_move(len(self.drafts) - 1, self._stories, self._weights, self._seams)
            if move is None:
                break
            start = move.start
            while start > 1 and draft.pieces[start - 1].role == "subhead":
                start -= 1
            passage = Draft(pieces=draft.pieces[start : move.end])
            del draft.pieces[start : move.end]
            self._stories[-1] = story_of(draft)
            opening = passage.pieces[0].blocks[0].text
            fit = seam(self._stories[move.home].cut, opening, self._seams)
            self._attach(move.home, passage, confidence(MOVED, fit))

    def _add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._stories.append(story_of(draft))

    def _house(self, passage: Draft) -> None:
        """Give a passage without a headline to the article its jump line names, or paragraph by paragraph to those it speaks of."""
        home = printed_home(passage, self.drafts)
        if home < 0 and passage.comes_from is not None:
            home = self._waiting_home(passage)
        if home >= 0:
            self._attach(home, passage, PRINTED)
            return
        if passage.comes_from is not None:
            self._notes.append(Note(passage.comes_from.first, begins_elsewhere(passage.comes_from)))
            self._add(passage)
            return
        words = [words_of(piece.text) for piece in passage.pieces]
        homes = find_homes(words, passage.page, self._stories, self._weights)
        parts = [
            (home, [piece for _, piece in group])
            for home, group in groupby(zip(homes, passage.pieces, strict=True), key=lambda pair: pair[0])
        ]
        for number, (home, pieces) in enumerate(parts):
            last = number == len(parts) - 1
            part = Draft(
                pieces=pieces,
                bylines=passage.bylines if last else [],
                goes_on=passage.goes_on if last else None,
                page=passage.page,
                section=passage.section,
            )
            if home >= 0:
                self._attach(home, part, HOUSED)
            else:
                self._notes.append(
                    Note(pieces[0].blocks[0].first, "passage without a headline; left where it stands")
                )
                self._add(part)

    def _waiting_home(self, passage: Draft) -> int:
        """Return which article with a jump line a passage speaks of, though their page numbers disagree; -1 is none."""
        words = frozenset().union(*(words_of(piece.text) for piece in passage.pieces))
        opening = passage.pieces[0].blocks[0].text if passage.pieces else ""
        waiting = [
            (
                self._weights.affinity(words, story.whole)
                + SEAM_WEIGHT * seam(story.cut, opening, self._seams),
                index,
            )
            for index, story in enumerate(self._stories[-NEARBY:], max(0, len(self._stories) - NEARBY))
            if story.goes_to is not None
        ]
        fit, home = max(waiting, default=(0.0, -1))
        return home if fit >= WAITING_FIT else -1

    def _attach(self, index: int, passage: Draft, sure: float) -> None:
        """Put a passage at the end of an article, in the order of the page, joining the sentence it breaks into.

        Where the words do not speak for it the sentence stays cut: its rest is nowhere.
        """
        home, first = self.drafts[index], passage.pieces[0]
        if home.kind == "photo":
            home.kind = "article"
        at = len(home.pieces)
        while at and home.pieces[at - 1].blocks[0].first > first.blocks[0].first:
            at -= 1
        if at:
            where = home.pieces[at - 1].blocks[-1].last
            note = f"passage moved to the article it continues, which broke off at line {where}"
            self._notes.append(Note(first.blocks[0].first, note, sure))
        told = [words_of(piece.text) for piece in passage.pieces]
        pieces = passage.pieces
        if at and home.pieces[at - 1].is_cut and first.role == "body":
            cut = home.pieces[at - 1]
            bits = seam_bits(cut.blocks[-1].text, first.blocks[0].text, self._seams)
            if sure >= PRINTED or bits >= MOVED_AT_LEAST:
                told.append(words_of(cut.blocks[-1].text[-1:] + first.blocks[0].text[:1]))
                join(cut, first, self._seams, self._notes)
                pieces = pieces[1:]
            else:
                self._notes.append(Note(cut.blocks[-1].last, "sentence cut; its rest was not found"))
        home.pieces[at:at] = pieces
        home.bylines.extend(passage.bylines)
        home.goes_on = passage.goes_on
        # Its paragraphs are not looked at again: passages are taken out of the newest article alone.
        self._stories[index] = self._stories[index]._replace(
            whole=self._stories[index].whole.union(*told),
            cut=cut_of(home),
            goes_to=goes_to(home),
            may_continue=may_continue(home),
        )

    def note_ends_elsewhere(self) -> None:
        """Note the articles whose end is on a page that is not in the file, or was not found there."""
        pages = {draft.page for draft in self.drafts}
        for draft in self.drafts:
            if draft.goes_on is not None:
                page = page_name(draft.goes_on.markers["page"])
                where = "its end was not found there" if page in pages else "which is not in this file"
                self._notes.append(Note(draft.goes_on.first, f"continues on page {page}, {where}"))


def begins_elsewhere(jump: Block) -> str:
    """Return the note for a passage whose beginning is not in the file."""
    return f"continued from page {page_name(jump.markers['page'])}; its beginning is not in this file"


NOTHING: Final[frozenset[str]] = frozenset()
"""What a caption tells of the article it stands in: a photograph goes nowhere."""


def story_of(draft: Draft) -> Story:
    """Return what of a draft is compared with other articles."""
    title = words_of("\n".join(block.text for block in (*draft.titles, *draft.kickers, *draft.subtitles)))
    paragraphs = tuple(words_of(piece.text) for piece in draft.pieces)
    own = [piece.role != "caption" for piece in draft.pieces]
    return Story(
        title=title,
        paragraphs=tuple(words if told else NOTHING for words, told in zip(paragraphs, own, strict=True)),
        whole=frozenset().union(title, *paragraphs),
        openings=tuple(
            piece.blocks[0].text[:40] if told else "" for piece, told in zip(draft.pieces, own, strict=True)
        ),
        flush=tuple(piece.blocks[0].flush for piece in draft.pieces),
        cut=cut_of(draft),
        page=draft.page,
        goes_to=goes_to(draft),
        ends=tuple(closing_aside(piece.blocks[-1].text) is not None for piece in draft.pieces),
        may_continue=may_continue(draft),
    )


def cut_of(draft: Draft) -> str:
    """Return the last characters of an article that stops in the middle of a sentence; nothing of another."""
    return draft.pieces[-1].blocks[-1].text[-80:] if draft.is_open else ""


def goes_to(draft: Draft) -> str | None:
    """Return the page the jump line of an article names."""
    return page_name(draft.goes_on.markers["page"]) if draft.goes_on else None


def may_continue(draft: Draft) -> bool:
    """Tell whether an article can have a continuation: it has a headline and is no photograph."""
    return bool(draft.titles) and draft.kind == "article"


def printed_home(passage: Draft, earlier: Sequence[Draft]) -> int:
    """Return which article a passage continues as its jump line says: by its headline, or the first that waits for it.

    -1 is none.
    """
    if passage.comes_from is None:
        return -1
    page = page_name(passage.comes_from.markers["page"])
    named = passage.comes_from.markers.get("title")
    waiting = -1
    for index in range(max(0, len(earlier) - NEARBY), len(earlier)):
        title = "".join(block.text for block in earlier[index].titles)
        if named and title and (named.startswith(title[:8]) or title.startswith(named[:8])):
            return index
        if earlier[index].goes_on is not None and waiting < 0 and earlier[index].page in (None, page):
            waiting = index
    return waiting
