"""A sorted table answers as a search of all its lines does."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan import tables
from newsan.tables import DATA, SLOTS_SUFFIX, SortedTable, pack_slots

ROWS = st.lists(st.text("ab上下\t", min_size=1, max_size=4), max_size=30)


@given(ROWS, st.text("ab上下\t", max_size=3), st.integers(1, 40))
def test_lines_are_those_that_begin_so(rows: list[str], prefix: str, block: int) -> None:
    lines = sorted(rows, key=str.encode)
    data = "".join(f"{line}\n" for line in lines).encode()
    whole, tables.SHORTEST_BLOCK = tables.SHORTEST_BLOCK, block
    try:
        found = SortedTable(data).lines(prefix)
        by_slots = [SortedTable(data, slots(data, opening)).lines(prefix) for opening in (0, 1, 2)]
    finally:
        tables.SHORTEST_BLOCK = whole
    assert found == [line for line in lines if line.startswith(prefix)]
    assert by_slots == [found] * 3


def slots(data: bytes, opening: int) -> memoryview:
    return memoryview(pack_slots(data, opening)).cast("I")


def test_slots_of_another_table_are_not_asked() -> None:
    assert SortedTable(b"a\t1\nab\t2\n", slots(b"b\t1\n", 1)).lines("a") == ["a\t1", "ab\t2"]


def test_slots_are_not_asked_of_a_table_edited_since(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_bytes(b"a\t1\nb\t2\n")
    beside = path.with_suffix(SLOTS_SUFFIX)
    beside.write_bytes(pack_slots(path.read_bytes(), 0))
    path.write_bytes(b"a\t1\nc\t2\n")
    os.utime(beside, (1_000_000_000, 1_000_000_000))
    assert SortedTable.open(path).lines("c\t") == ["c\t2"]


@pytest.mark.parametrize("path", sorted(DATA.glob(f"*{SLOTS_SUFFIX}")), ids=lambda path: path.name)
def test_shipped_slots_are_those_of_their_tables(path: Path) -> None:
    kept = path.read_bytes()
    opening = memoryview(kept).cast("I")[1]
    expected = pack_slots(path.with_suffix(".tsv").read_bytes(), opening)
    assert kept == expected, "run tools/build_slots.py"


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
    for name in ("division_names.tsv", "townships.tsv", "world_cities.tsv", "keyword_words.tsv"):
        lines = (DATA / name).read_bytes().splitlines()
        assert lines == sorted(lines), name


def test_every_table_has_a_source() -> None:
    sources = (DATA / "SOURCES.md").read_text("utf-8")
    assert [path.name for path in sorted(DATA.iterdir()) if f"`{path.name}`" not in sources] == ["SOURCES.md"]
