"""The sample editions, compared whole with what newsan said of them before.

``pytest --update-samples`` rewrites the expected files; the diff then shows what a change does to real pages.
"""

from pathlib import Path

import msgspec
import pytest

from newsan import analyse, read_edition
from newsan.models import JSON, Analysis

SAMPLES = Path(__file__).parent.parent / "samples"
EDITIONS = sorted(SAMPLES.rglob("*.txt"))


def printed(path: Path) -> str:
    """Return the analysis of a sample as ``newsan analyse --format json`` prints it, whatever folder it lies in."""
    analysis = analyse(read_edition(path))
    document = analysis.document() | {"source": path.relative_to(SAMPLES.parent).as_posix()}
    return msgspec.json.format(JSON.encode(document), indent=1).decode() + "\n"


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda path: path.stem)
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return analyse(read_edition(request.param))


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.stem)
def test_expected_output(path: Path, request: pytest.FixtureRequest) -> None:
    expected = path.with_suffix(".expected.json")
    found = printed(path)
    if request.config.getoption("--update-samples"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def test_every_quote_is_a_slice_of_its_source(analysis: Analysis) -> None:
    for found in analysis.articles:
        article = found.article
        for record in (*found.facts, *found.dates, *found.places, *found.rejected):
            assert article.text[record.start : record.end] == record.quote
            assert record.source_start is not None
            assert record.source_end is not None
            source = analysis.edition.text[record.source_start : record.source_end]
            assert source[0] == record.quote[0]
            assert source[-1] == record.quote[-1]
            if source != record.quote:
                kept = iter(source)
                assert all(character in kept for character in record.quote), "a break may add, never change"
            assert record.quote in record.sentence or record.sentence in article.text


def test_articles_are_made_of_slices_of_the_source(analysis: Analysis) -> None:
    for found in analysis.articles:
        article = found.article
        covered = set()
        for piece in article.slices:
            text = article.text[piece.start : piece.start + piece.length]
            assert text == analysis.edition.text[piece.source : piece.source + piece.length]
            covered |= set(range(piece.start, piece.start + piece.length))
        joints = {offset for offset in range(len(article.text)) if offset not in covered}
        assert all(article.text[offset] == "\n" for offset in joints)


def test_dates_and_figures_share_no_numeral(analysis: Analysis) -> None:
    for found in analysis.articles:
        dates = [(date.start, date.end) for date in found.dates]
        for fact in found.facts:
            assert not any(fact.start < end and start < fact.end for start, end in dates), fact.quote
