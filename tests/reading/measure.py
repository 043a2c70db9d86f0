"""Print what the reader makes of pages drawn at random: ``python -m tests.reading.measure 9000 9300`` draws 300."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from newsan.models import Edition
from newsan.reading import parse_edition
from tests.reading.damage import draw_page

KINDS = {
    "column": "cut sentences joined, the rest right below",
    "interrupted": "… with a photograph or a folio line between",
    "swapped": "… below the paragraph that follows",
    "continued": "… at the end of another article",
    "home": "continued articles brought home",
    "apart": "ends of paragraphs kept",
    "title": "headlines found",
}


@dataclass(frozen=True)
class Told:
    """Where the reader put each character of a file: the article and paragraph, and the character after it."""

    places: dict[int, tuple[int, int]]
    following: dict[int, int]

    def joins(self, head: int, tail: int) -> bool:
        """Tell whether two stretches of the file became one: the first ends at ``head``, the other begins at ``tail``."""
        return self.following.get(head - 1) == tail and self.places[head - 1] == self.places[tail]


def follow(edition: Edition) -> Told:
    """Return where each character went; one that is printed twice, or not where it says, fails here."""
    places: dict[int, tuple[int, int]] = {}
    following: dict[int, int] = {}
    for article in edition.articles:
        starts = [paragraph.start for paragraph in article.paragraphs]
        before = -1
        for piece in article.slices:
            printed = edition.text[piece.source : piece.source + piece.length]
            assert article.text[piece.start : piece.start + piece.length] == printed
            for step in range(piece.length):
                offset = piece.source + step
                assert offset not in places
                assert article.source_offset(piece.start + step) == offset
                places[offset] = (article.id, bisect_right(starts, piece.start + step))
                following[before] = offset
                before = offset
    return Told(places, following)


def measure(first: int, last: int) -> tuple[Counter[str], Counter[str]]:
    """Return of each kind how many came out right on the pages of these seeds, and how many there are."""
    right: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for seed in range(first, last):
        page = draw_page(seed)
        edition = parse_edition(page.text)
        told = follow(edition)
        for cut in page.breaks:
            all_of[cut.kind] += 1
            right[cut.kind] += told.joins(cut.head, cut.tail)
            if cut.kind == "continued":
                head, tail = told.places.get(cut.head - 1), told.places.get(cut.tail)
                all_of["home"] += 1
                right["home"] += head is not None and tail is not None and head[0] == tail[0]
        all_of["apart"] += len(page.ends)
        right["apart"] += sum(told.places.get(head - 1) != told.places.get(tail) for head, tail in page.ends)
        titles = {article.title for article in edition.articles}
        all_of["title"] += len(page.titles)
        right["title"] += sum(title in titles for title in page.titles)
    return right, all_of


def main() -> None:
    """Print a line for each kind."""
    right, all_of = measure(int(sys.argv[1]), int(sys.argv[2]))
    for kind, name in KINDS.items():
        print(  # noqa: T201 - a command's result
            f"{right[kind] / (all_of[kind] or 1):.3f}  {right[kind]:5} of {all_of[kind]:5}  {name}"
        )


if __name__ == "__main__":
    main()
