"""A pattern from the store finds what the compiled one finds, and a store that is damaged costs only time."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import regex

from newsan import patterns, stores
from newsan.patterns import RELEASE, Shelf, packed, unpacked

PATTERNS = (
    r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?",
    r"[〇零一二三四五六七八九十百千万亿]++(?=[元个])",
    r"(?x)a  b # a remark",
    r"(?s)(?<=[约近])(\d+)\1?|。.",
    r"(?V1)[\p{Han}--[的了]]+",
    "(?i)PM2|pm",
)
TEXT = "2024年5月售出ab三百元，约55吨。\n的PM2新的"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stores, "private_folder", lambda: tmp_path)
    return tmp_path


def found(pattern: regex.Pattern[str]) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(match.span(), match.groupdict()) for match in pattern.finditer(TEXT)]


def opened(release: bytes = b"1") -> Shelf:
    return Shelf("patterns", release)


def filled() -> Shelf:
    shelf = opened()
    for text in PATTERNS:
        shelf.pattern(text)
    shelf.keep()
    return shelf


@pytest.mark.parametrize("text", PATTERNS)
def test_a_kept_pattern_finds_the_same(folder: Path, text: str) -> None:
    assert len(filled().added) == len(PATTERNS)
    shelf = opened()
    kept, fresh = shelf.pattern(text), regex.compile(text)
    assert found(kept)
    assert found(kept) == found(fresh)
    assert (kept.pattern, kept.flags, kept.groupindex) == (fresh.pattern, fresh.flags, fresh.groupindex)
    assert not shelf.added, "it was in the store"
    assert list(folder.iterdir()) == [folder / "patterns.store"]


@pytest.mark.usefixtures("folder")
def test_what_two_processes_add_is_kept() -> None:
    one, other = opened(), opened()
    one.pattern("一")
    other.pattern("二")
    one.keep()
    other.keep()
    shelf = opened()
    assert shelf.pattern("一").search(TEXT) is None
    assert shelf.pattern("二").search(TEXT) is None
    assert not shelf.added


@pytest.mark.usefixtures("folder")
def test_another_engine_in_the_place_of_the_first_gets_its_own() -> None:
    filled()
    shelf = opened(release=b"2")
    assert found(shelf.pattern(PATTERNS[0])) == found(regex.compile(PATTERNS[0]))
    assert len(shelf.added) == 1
    shelf.keep()
    store = stores.kept_store("patterns")
    assert store is not None
    assert store.row(RELEASE) == b"2"
    assert len(store.rows()) == 2


@pytest.mark.parametrize("damage", [b"", b"newsan store 3\t3\t00000000\nxyz", b"\xff" * 100])
def test_a_damaged_store_is_compiled_anew(folder: Path, damage: bytes) -> None:
    filled()
    path = folder / "patterns.store"
    path.write_bytes(damage)
    shelf = opened()
    assert found(shelf.pattern(PATTERNS[0])) == found(regex.compile(PATTERNS[0]))
    shelf.keep()
    assert path.read_bytes() != damage


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "row",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode(None),
        msgspec.msgpack.encode((PATTERNS[0], 0, b"", {}, {}, {}, [], -1, (), 0)),
        msgspec.msgpack.encode((PATTERNS[1], 0, b"", {}, {}, {}, [], -1, (), 0, 0)),
    ],
)
def test_a_row_of_another_shape_is_compiled_anew(row: bytes) -> None:
    key = next(iter(filled().added))
    stores.keep_store("patterns", {key: row, RELEASE: b"1"})
    shelf = opened()
    assert found(shelf.pattern(PATTERNS[0])) == found(regex.compile(PATTERNS[0]))


def test_a_pattern_with_named_lists_is_not_kept() -> None:
    pattern = regex.compile(r"\L<words>", words=["三百"])
    with pytest.raises((TypeError, ValueError)):
        unpacked(packed(pattern), pattern.pattern)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("failure", [KeyError, RuntimeError, TypeError, AttributeError])
def test_an_engine_that_fails_costs_only_time(
    monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    filled()

    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(patterns, "packed", fail)
    monkeypatch.setattr(patterns, "unpacked", fail)
    shelf = opened()
    assert found(shelf.pattern(PATTERNS[0])) == found(regex.compile(PATTERNS[0]))
    assert not shelf.added


def test_where_nothing_can_be_kept_patterns_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "private_folder", lambda: None)
    shelf = filled()
    assert found(shelf.pattern(PATTERNS[0])) == found(regex.compile(PATTERNS[0]))
    assert stores.kept_store("patterns") is None


@pytest.mark.parametrize(
    "first", ["import regex", "from newsan.patterns import compiled; compiled('[一二]')"]
)
def test_the_engine_is_one_whoever_loads_it_first(first: str) -> None:
    script = (
        f"{first}\nimport regex, sys\nfrom newsan.patterns import compiled\n"
        "kept = compiled('(?P<year>[0-9]{4})年')\n"
        "assert type(kept) is regex.Pattern\n"
        "assert regex.sub(kept, r'[\\g<year>]', '2024年') == '[2024]'\n"
        "assert regex.compile('三+').search('百三三').span() == (1, 3)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
