"""Stores: whole or not at all, private, and the same whoever builds them."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan import stores
from newsan.stores import DamagedStore, Store, open_store, pack, private_folder

if TYPE_CHECKING:
    from pathlib import Path

ROWS = {"人": "人民", "a": "", "大": "大学 大家"}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache" / "newsan"
    monkeypatch.setattr(stores, "cache_path", lambda: folder)
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_bytes(b"one")
    return path


def opened(source: Path) -> tuple[Store, int]:
    """Return the store of a source, and how many times it had to be built."""
    built = []

    def build() -> dict[str, str]:
        built.append(True)
        return ROWS

    return open_store("words-2", [source], build), len(built)


def store_of(cache: Path) -> Path:
    """Return the one store in the cache."""
    [path] = cache.glob("*.store")
    return path


def test_is_built_once_and_found_again(cache: Path, source: Path) -> None:
    first, built = opened(source)
    again, rebuilt = opened(source)
    assert (built, rebuilt) == (1, 0)
    assert (
        [again.row(key) for key in ROWS]
        == [first.row(key) for key in ROWS]
        == [row.encode() for row in ROWS.values()]
    )
    assert again.row("小") is None
    assert [path.suffix for path in cache.iterdir()] == [".store"]


def test_another_source_is_another_store(cache: Path, source: Path) -> None:
    opened(source)
    source.write_bytes(b"two")
    _, rebuilt = opened(source)
    assert rebuilt == 1
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("keep", [0, 1, 10, 30, -1])
def test_a_store_cut_short_is_rebuilt(cache: Path, source: Path, keep: int) -> None:
    opened(source)
    path = store_of(cache)
    path.write_bytes(path.read_bytes()[:keep])
    store, rebuilt = opened(source)
    assert (rebuilt, store.row("大")) == (1, "大学 大家".encode())
    assert opened(source)[1] == 0


def test_a_store_changed_in_its_file_is_rebuilt(cache: Path, source: Path) -> None:
    opened(source)
    path = store_of(cache)
    path.write_bytes(path.read_bytes().replace("大学".encode(), "小学".encode()))
    store, rebuilt = opened(source)
    assert (rebuilt, store.row("大")) == (1, "大学 大家".encode())


def test_what_was_only_touched_is_not_rebuilt(cache: Path, source: Path) -> None:
    opened(source)
    os.utime(store_of(cache), ns=(1, 1))
    assert opened(source)[1] == 0
    os.utime(source, ns=(1, 1))
    assert opened(source)[1] == 0


def test_a_store_changed_in_place_is_noticed_whatever_its_time(cache: Path, source: Path) -> None:
    opened(source)
    path = store_of(cache)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace("人民".encode(), bytes(6)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert opened(source)[1] == 1


def test_stores_of_earlier_formats_go(cache: Path, source: Path) -> None:
    cache.mkdir(parents=True)
    others = (
        "words-2-0123abcd.store",
        "words-3-0123abcd.store",
        "writing.half",
        "words.txt",
        "other-1-0123abcd.txt",
        "notes",
    )
    for name in ("words-1-0123abcd.store", "words-1-0123abcd.stamp", "killed.half", *others):
        (cache / name).touch()
    os.utime(cache / "killed.half", (0, 0))
    opened(source)
    assert {path.name for path in cache.iterdir() if not path.stat().st_size} == set(others)


@given(st.integers(0, len(pack(ROWS)) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed(place: int, change: int) -> None:
    data = bytearray(pack(ROWS))
    data[place] ^= change
    with pytest.raises(DamagedStore):
        Store(bytes(data))


@given(
    st.dictionaries(
        st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), min_size=1),
        st.text(st.characters(exclude_categories=["Cs"])),
        min_size=1,
    )
)
def test_gives_back_what_was_packed(rows: dict[str, str]) -> None:
    store = Store(pack(rows))
    assert {key: store.row(key) for key in rows} == {key: row.encode() for key, row in rows.items()}


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are a matter of POSIX")
class TestPrivacy:
    def test_folder_is_closed_to_others(self, cache: Path) -> None:
        assert private_folder() == cache
        assert cache.stat().st_mode & 0o777 == 0o700
        cache.chmod(0o755)
        assert private_folder() == cache
        assert cache.stat().st_mode & 0o777 == 0o700

    def test_a_file_others_could_write_is_not_believed(self, cache: Path, source: Path) -> None:
        opened(source)
        path = store_of(cache)
        path.chmod(0o666)
        assert opened(source)[1] == 1
        assert path.stat().st_mode & 0o777 == 0o600

    def test_a_link_is_not_followed(self, cache: Path, source: Path, tmp_path: Path) -> None:
        opened(source)
        path = store_of(cache)
        planted = path.rename(tmp_path / "planted")
        path.symlink_to(planted)
        assert opened(source)[1] == 1
        assert not path.is_symlink()

    def test_a_pipe_is_not_waited_for(self, cache: Path, source: Path) -> None:
        opened(source)
        path = store_of(cache)
        path.unlink()
        os.mkfifo(path)
        assert opened(source)[1] == 1
        assert path.is_file()

    def test_a_linked_folder_is_not_used(self, cache: Path, source: Path, tmp_path: Path) -> None:
        cache.parent.mkdir()
        cache.symlink_to(tmp_path, target_is_directory=True)
        assert private_folder() is None
        store, _ = opened(source)
        assert store.row("人") == "人民".encode()

    def test_another_user_s_folder_is_not_used(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        cache.mkdir(parents=True)
        monkeypatch.setattr(os, "geteuid", lambda: cache.stat().st_uid + 1)
        assert private_folder() is None


def test_works_from_memory_where_nothing_can_be_kept(cache: Path, source: Path) -> None:
    cache.parent.write_text("a file where the folder should be")
    store, built = opened(source)
    assert (built, store.row("人")) == (1, "人民".encode())


def test_leaves_nothing_aside_when_the_place_is_taken(cache: Path, source: Path) -> None:
    opened(source)
    path = store_of(cache)
    path.unlink()
    path.mkdir()
    store, built = opened(source)
    assert (built, store.row("人")) == (1, "人民".encode())
    assert [path.suffix for path in cache.iterdir()] == [".store"]


def _row_of_new_store(source: Path) -> bytes | None:
    return opened(source)[0].row("大")


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="the patched folder is inherited"
)
def test_many_processes_may_build_at_once(cache: Path, source: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        rows = pool.map(_row_of_new_store, [source] * 16, chunksize=1)
    assert set(rows) == {"大学 大家".encode()}
    assert [path.suffix for path in cache.iterdir()] == [".store"]
