"""Pages drawn at random: whatever becomes of their stories, no character is lost, doubled or misplaced."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.models import Edition
from newsan.reading import parse_edition
from tests.reading.damage import Page, draw_page

LAYOUTS = 160


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


def lost(page: Page, told: Told) -> str:
    """Return the characters of the stories that the reader put into no article."""
    return "".join(page.text[o] for o, story in enumerate(page.owners) if story >= 0 and o not in told.places)


@pytest.mark.parametrize("seed", range(LAYOUTS))
@pytest.mark.parametrize("as_printed", [False, True])
def test_no_character_is_lost_or_doubled(seed: int, *, as_printed: bool) -> None:
    page = draw_page(seed)
    assert lost(page, follow(parse_edition(page.text, as_printed=as_printed))) == ""


def test_layouts_differ() -> None:
    pages = [draw_page(seed) for seed in range(LAYOUTS)]
    assert len({page.text for page in pages}) == LAYOUTS
    assert len({page.style for page in pages}) == 6
    assert {cut.kind for page in pages for cut in page.breaks} == {
        "column",
        "interrupted",
        "swapped",
        "continued",
    }


def test_as_printed_repairs_nothing() -> None:
    for seed in range(40):
        page = draw_page(seed)
        edition = parse_edition(page.text, as_printed=True)
        assert edition.notes == ()
        assert all("\n" not in paragraph.text for a in edition.articles for paragraph in a.paragraphs)
        told = follow(edition)
        assert not any(told.joins(cut.head, cut.tail) for cut in page.breaks)


@given(
    st.integers(0, 10**6),
    st.lists(st.tuples(st.integers(0, 6000), st.sampled_from("\n　 ，。（“…A7万\r\f")), max_size=12),
)
def test_every_quote_is_where_it_says(seed: int, blots: list[tuple[int, str]]) -> None:
    text = draw_page(seed % LAYOUTS).text
    for place, blot in blots:
        text = text[:place] + blot + text[place:]
    edition = parse_edition(text)
    follow(edition)
    for note in edition.notes:
        assert 1 <= note.line <= len(edition.line_starts)
        assert note.confidence is None or 0 < note.confidence < 1
    for article in edition.articles:
        assert article.text == "\n".join(paragraph.text for paragraph in article.paragraphs)


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_cut_sentences_come_home() -> None:
    """The shares reached on these layouts, a little below what is measured; they may rise, never fall."""
    joined: dict[str, list[bool]] = {}
    kept: list[bool] = []
    found: list[bool] = []
    for seed in range(LAYOUTS):
        page = draw_page(seed)
        edition = parse_edition(page.text)
        told = follow(edition)
        for cut in page.breaks:
            joined.setdefault(cut.kind, []).append(told.joins(cut.head, cut.tail))
        kept += [told.places.get(head - 1) != told.places.get(tail) for head, tail in page.ends]
        titles = Counter(article.title for article in edition.articles)
        found += [titles[title] > 0 for title in page.titles]
    reached = {kind: share(hits) for kind, hits in joined.items()}
    assert reached["column"] >= 0.965
    assert reached["interrupted"] >= 0.9
    assert reached["swapped"] >= 0.45
    assert reached["continued"] >= 0.55
    assert share(kept) >= 0.995
    assert share(found) >= 0.94
