"""Pages drawn at random: whole stories, set in columns, cut, interrupted and continued as newspapers print them.

Every character of a page knows which story it comes from, so that what the reader makes of it can be counted.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

STORIES = Path(__file__).with_name("stories.txt")

Role = Literal[
    "title", "kicker", "deck", "byline", "caption", "credit", "subhead", "body", "jump", "furniture"
]
Cut = Literal["column", "interrupted", "swapped", "continued"]
MARKS: dict[str, Role] = {"=": "title", "<": "kicker", ">": "deck", "@": "byline", "-": "subhead"}
STORY_TEXT: tuple[Role, ...] = ("title", "kicker", "deck", "caption", "subhead", "body")
"""What a reader must find again, once, in some article; people and furniture may be left out of the text."""
NEVER_FIRST = "，。、；：！？”’）》%"
CLOSED = "。！？”）"


@dataclass(frozen=True, slots=True)
class Part:
    """Characters printed in one go: a paragraph of a story, or what of it stands before or after a cut."""

    role: Role
    text: str
    story: int = -1
    """-1 is furniture."""
    paragraph: int = 0
    offset: int = 0
    """Where in its paragraph it begins."""


@dataclass(frozen=True, slots=True)
class Break:
    """A sentence cut in two: where its halves end and begin in the file."""

    kind: Cut
    head: int
    """Offset just past the first half."""
    tail: int


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page and the truth about it."""

    text: str
    style: str
    titles: tuple[str, ...]
    owners: tuple[int, ...]
    """The story of each character, -1 for blanks, marks, people and furniture."""
    paragraphs: tuple[int, ...]
    """The paragraph of its story that each character is printed in, -1 outside the stories."""
    breaks: tuple[Break, ...]
    ends: tuple[tuple[int, int], ...]
    """Ends of paragraphs with the next one of their story printed right below: where one ends, where the other begins."""


def read_stories() -> list[list[Part]]:
    """Return the stories, each a list of its parts in reading order."""
    stories: list[list[Part]] = []
    for block in STORIES.read_text("utf-8").split("\n\n")[1:]:
        parts: list[Part] = []
        for line in block.splitlines():
            mark, rest = line[0], line[2:]
            number = len(stories)
            if mark == "!":
                caption, _, credit = rest.partition(" | ")
                parts.append(Part("caption", caption, number, len(parts)))
                parts.append(Part("credit", credit, number, len(parts)))
            elif mark in MARKS:
                parts.append(Part(MARKS[mark], rest, number, len(parts)))
            else:
                parts.append(Part("body", line, number, len(parts)))
        stories.append(parts)
    return stories


def is_photo(story: Sequence[Part]) -> bool:
    """Tell whether a story is a photograph with its caption."""
    return story[0].role == "caption"


def cut(part: Part, at: int) -> tuple[Part, Part]:
    """Return the two halves of a part."""
    return replace(part, text=part.text[:at]), replace(part, text=part.text[at:], offset=part.offset + at)


def cut_points(part: Part) -> list[int]:
    """Return where a column can end in a paragraph: in the middle of a sentence, six characters from its ends."""
    return [
        at
        for at in range(6, len(part.text) - 6)
        if part.text[at] not in NEVER_FIRST and part.text[at - 1] not in CLOSED
    ]


@dataclass(slots=True)
class Press:
    """Draws one page."""

    draw: random.Random
    stories: list[list[Part]]
    kinds: dict[tuple[int, int, int], Cut] = field(default_factory=dict)
    """What became of the sentence that goes on at (story, paragraph, offset)."""

    def page(self) -> Page:
        """Return a page of a few stories, broken in some of the ways pages break."""
        draw = self.draw
        articles = [story for story in self.stories if not is_photo(story)]
        photos = [story for story in self.stories if is_photo(story)]
        chosen = draw.sample(articles, draw.randint(3, 6))
        printed = [self.columns(story) for story in chosen]
        if draw.random() < 0.6:
            self.swap(printed)
        if draw.random() < 0.7:
            self.interrupt(printed, draw.choice(photos) if draw.random() < 0.6 else None)
        if draw.random() < 0.7:
            self.carry_over(printed)
        return self.print(printed)

    def columns(self, story: list[Part]) -> list[Part]:
        """Return a story poured into columns: a paragraph is cut wherever a column is full."""
        room = height = self.draw.randint(140, 420)
        poured: list[Part] = []
        for part in story:
            rest = part
            while rest.role == "body" and len(rest.text) > room:
                points = [at for at in cut_points(rest) if at <= room]
                if not points:
                    break
                head, rest = cut(rest, points[-1])
                self.kinds[rest.story, rest.paragraph, rest.offset] = "column"
                poured.append(head)
                room = height
            poured.append(rest)
            room = room - len(rest.text) if room > len(rest.text) else height
        return poured

    def swap(self, printed: list[list[Part]]) -> None:
        """Print the rest of a cut sentence after the paragraph that follows it."""
        places = [
            (story, index)
            for story in printed
            for index in range(1, len(story) - 1)
            if story[index].offset and story[index + 1].role == "body" and not story[index + 1].offset
        ]
        if places:
            story, index = self.draw.choice(places)
            rest = story[index]
            story[index], story[index + 1] = story[index + 1], rest
            self.kinds[rest.story, rest.paragraph, rest.offset] = "swapped"

    def interrupt(self, printed: list[list[Part]], photo: list[Part] | None) -> None:
        """Put a photograph, or a line that belongs to no story, into a cut sentence."""
        places = [
            (story, index)
            for story in printed
            for index in range(1, len(story))
            if story[index].offset and story[index - 1].paragraph == story[index].paragraph
        ]
        if places:
            story, index = self.draw.choice(places)
            rest = story[index]
            line = self.draw.choice(
                ("东渡日报 2026年4月17日 星期五", "责任编辑：屈原野 版式：岑一舟", "— 3 —")
            )
            story[index:index] = [Part("furniture", line)] if photo is None else photo[:2]
            self.kinds[rest.story, rest.paragraph, rest.offset] = "interrupted"

    def carry_over(self, printed: list[list[Part]]) -> None:
        """Print the end of a story below a later one, with jump lines or without a word."""
        draw = self.draw
        number = draw.randrange(len(printed) - 1)
        story = printed[number]
        bodies = [index for index, part in enumerate(story) if part.role == "body"]
        if len(bodies) < 3:
            return
        at = draw.choice(bodies[1:])
        if story[at].offset:
            self.kinds[story[at].story, story[at].paragraph, story[at].offset] = "continued"
        elif (points := cut_points(story[at])) and draw.random() < 0.5:
            head, rest = cut(story[at], draw.choice(points))
            story[at : at + 1] = [head, rest]
            at += 1
            self.kinds[rest.story, rest.paragraph, rest.offset] = "continued"
        tail = story[at:]
        del story[at:]
        host = printed[draw.randrange(number + 1, len(printed))]
        if draw.random() < 0.3:
            story.append(Part("jump", "（下转第二版）"))
            tail.insert(0, Part("jump", draw.choice(("（上接第一版）", "上接第1版"))))
            host.extend(tail)
            return
        ends = [
            index + 1
            for index, part in enumerate(host)
            if part.role == "body" and (index + 1 == len(host) or not host[index + 1].offset)
        ]
        place = draw.choice(ends[1:] or ends)
        host[place:place] = tail

    def print(self, printed: list[list[Part]]) -> Page:
        """Return the page in type: the text, and for each character where it comes from."""
        draw = self.draw
        style = draw.choice(("marked", "bold", "bare", "spaced", "indented", "wrapped"))
        width = draw.randint(16, 30)
        text: list[str] = []
        origin: list[tuple[Part, int] | None] = []

        def put(what: str, part: Part | None = None, offset: int = 0) -> None:
            text.append(what)
            origin.extend((part, offset + number) if part else None for number in range(len(what)))

        def line(part: Part) -> None:
            if part.role == "title":
                put({"marked": "# ", "bold": "**"}.get(style, ""))
                put(part.text, part)
                put("**" if style == "bold" else "")
                return
            prose = part.role in ("body", "caption")
            put("　　" if style in ("indented", "wrapped") and prose and not part.offset else "")
            if style != "wrapped" or not prose:
                put(part.text, part)
                return
            start, room = 0, width - (0 if part.offset else 2)
            while start < len(part.text):
                end = start + room
                end += end < len(part.text) and part.text[end] in NEVER_FIRST
                put("\n" if start else "")
                put(part.text[start:end], part, start)
                start, room = end, width

        if draw.random() < 0.5:
            put("东渡日报 2026年4月17日 星期五 第1版 要闻\n\n")
        if draw.random() < 0.2 and style in ("bare", "spaced"):
            put("新闻热线：0551-5550123\n\n")
        tight = style in ("indented", "wrapped")
        for story in printed:
            for index, part in enumerate(story):
                line(part)
                heads = part.role in ("title", "kicker", "deck", "byline") or tight
                last = index + 1 == len(story)
                put(
                    "\n\n\n"
                    if last and style == "spaced"
                    else "\n"
                    if heads and not last and tight
                    else "\n\n"
                )
        if draw.random() < 0.4:
            put("本版编辑：屈原野　美编：岑一舟\n")
        return self.truth("".join(text), style, origin, printed)

    def truth(
        self, text: str, style: str, origin: list[tuple[Part, int] | None], printed: list[list[Part]]
    ) -> Page:
        """Return the page with what is true of it."""
        first: dict[tuple[int, int, int], int] = {}
        last: dict[tuple[int, int, int], int] = {}
        for offset, where in enumerate(origin):
            if where is not None and where[0].story >= 0:
                part, _ = where
                first.setdefault((part.story, part.paragraph, part.offset), offset)
                last[part.story, part.paragraph, part.offset + len(part.text)] = offset + 1
        breaks = [Break(kind, last[key], first[key]) for key, kind in self.kinds.items()]
        ends = [
            (last[a.story, a.paragraph, a.offset + len(a.text)], first[b.story, b.paragraph, b.offset])
            for story in printed
            for a, b in pairwise(story)
            if a.role == b.role == "body" and a.story == b.story and a.paragraph + 1 == b.paragraph
            and a.text[-1] in CLOSED and not b.offset
        ]  # fmt: skip
        titles = tuple(part.text for story in printed for part in story if part.role == "title")
        owners = tuple(
            where[0].story if where is not None and where[0].role in STORY_TEXT else -1 for where in origin
        )
        paragraphs = tuple(where[0].paragraph if where is not None else -1 for where in origin)
        return Page(text, style, titles, owners, paragraphs, tuple(breaks), tuple(ends))


def draw_page(seed: int) -> Page:
    """Return the page of a seed, always the same."""
    return Press(random.Random(seed), read_stories()).page()
