"""A pattern from the store finds what the compiled one finds, and a store that is damaged costs only time."""

from pathlib import Path

import pytest
import regex

from newsan import patterns, stores
from newsan.patterns import NAME, Shelf

PATTERNS = (
    (r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", 0),
    (r"[〇零一二三四五六七八九十百千万亿]++(?=[元个])", 0),
    (r"a  b # a remark", regex.VERBOSE),
    (r"(?<=[约近])(\d+)\1?|。.", regex.DOTALL),
    (r"[\p{Han}--[的了]]+", regex.V1),
    ("PM2|pm", regex.IGNORECASE),
)
TEXT = "2024年5月售出ab三百元，约55吨。\n的PM2新的"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stores, "private_folder", lambda: tmp_path)
    return tmp_path


def found(pattern: regex.Pattern[str]) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(match.span(), match.groupdict()) for match in pattern.finditer(TEXT)]


def filled() -> Shelf:
    shelf = Shelf(None)
    for text, flags in PATTERNS:
        shelf.pattern(text, flags)
    patterns._keep(shelf)
    return shelf


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_kept_pattern_finds_the_same(folder: Path, text: str, flags: int) -> None:
    assert len(filled().added) == len(PATTERNS)
    shelf = Shelf(stores.kept_store(NAME))
    kept, fresh = shelf.pattern(text, flags), regex.compile(text, flags)
    assert found(kept)
    assert found(kept) == found(fresh)
    assert (kept.pattern, kept.flags, kept.groupindex) == (fresh.pattern, fresh.flags, fresh.groupindex)
    assert not shelf.added, "it was in the store"
    assert list(folder.iterdir()) == [folder / f"{NAME}.store"]


@pytest.mark.usefixtures("folder")
def test_the_same_text_with_other_flags_is_another_pattern() -> None:
    filled()
    shelf = Shelf(stores.kept_store(NAME))
    text, flags = PATTERNS[2]
    assert found(shelf.pattern(text, flags)) != found(shelf.pattern(text, 0))


@pytest.mark.usefixtures("folder")
def test_what_two_processes_add_is_kept() -> None:
    one, other = Shelf(None), Shelf(None)
    one.pattern("一")
    other.pattern("二")
    patterns._keep(one)
    patterns._keep(other)
    shelf = Shelf(stores.kept_store(NAME))
    assert shelf.pattern("一").search(TEXT) is None
    assert shelf.pattern("二").search(TEXT) is None
    assert not shelf.added


@pytest.mark.parametrize("damage", [b"", b"newsan store 1\t3\t00000000\nxyz", b"\xff" * 100])
def test_a_damaged_store_is_compiled_anew(folder: Path, damage: bytes) -> None:
    filled()
    path = folder / f"{NAME}.store"
    path.write_bytes(damage)
    shelf = Shelf(stores.kept_store(NAME))
    assert found(shelf.pattern(*PATTERNS[0])) == found(regex.compile(*PATTERNS[0]))
    patterns._keep(shelf)
    assert path.read_bytes() != damage


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("row", ["", "[]", '["x"]', '[{"what": 1}]', "1", '{"bytes": 3}', '{"a": 1, "b": 2}'])
def test_a_row_of_another_shape_is_compiled_anew(row: str) -> None:
    key = next(iter(filled().added))
    stores.keep_store(NAME, {key: row})
    shelf = Shelf(stores.kept_store(NAME))
    assert found(shelf.pattern(*PATTERNS[0])) == found(regex.compile(*PATTERNS[0]))


def test_where_nothing_can_be_kept_patterns_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "private_folder", lambda: None)
    shelf = filled()
    assert found(shelf.pattern(*PATTERNS[0])) == found(regex.compile(*PATTERNS[0]))
    assert stores.kept_store(NAME) is None
