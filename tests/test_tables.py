"""A sorted table answers as a search of all its lines does."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newsan import tables
from newsan.tables import DATA, SortedTable

ROWS = st.lists(st.text("ab上下\t", min_size=1, max_size=4), max_size=30)


@given(ROWS, st.text("ab上下\t", max_size=3), st.integers(1, 40))
def test_lines_are_those_that_begin_so(rows: list[str], prefix: str, block: int) -> None:
    lines = sorted(rows, key=str.encode)
    data = "".join(f"{line}\n" for line in lines).encode()
    whole, tables.SHORTEST_BLOCK = tables.SHORTEST_BLOCK, block
    try:
        found = SortedTable(data).lines(prefix)
    finally:
        tables.SHORTEST_BLOCK = whole
    assert found == [line for line in lines if line.startswith(prefix)]


def test_large_table(tmp_path: Path) -> None:
    lines = sorted({f"{number}\t{number % 7}" for number in range(20_000)})
    path = tmp_path / "numbers.tsv"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    table = SortedTable.open(path)
    assert [table.lines(f"{number}\t") for number in range(0, 20_000, 37)] == [
        [f"{number}\t{number % 7}"] for number in range(0, 20_000, 37)
    ]
    assert table.lines("20000\t") == []


def test_shipped_tables_are_sorted() -> None:
    for name in (
        "countries.tsv",
        "division_names.tsv",
        "division_points.tsv",
        "divisions.tsv",
        "keyword_phrases.tsv",
        "keyword_words.tsv",
        "successions.tsv",
        "townships.tsv",
        "world_cities.tsv",
    ):
        lines = (DATA / name).read_bytes().splitlines()
        assert lines == sorted(lines), name


def test_every_table_has_a_source() -> None:
    sources = (DATA / "SOURCES.md").read_text("utf-8")
    assert [path.name for path in sorted(DATA.iterdir()) if f"`{path.name}`" not in sources] == ["SOURCES.md"]
