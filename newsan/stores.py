"""Tables built on this machine from files that are installed on it, kept in a private folder between runs.

A store is one file of UTF-8 text: a line that says what follows, a line of keys, a line of row lengths, and the
rows. It is data only, so that a store can at worst be wrong, never run; what it says is trusted only
if this user wrote it and nothing of it changed since.
"""

from __future__ import annotations

import mmap
import os
import stat
import zlib
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FORMAT = "newsan store 1"


class DamagedStore(Exception):
    """A store is not what was written: cut short, altered, or of another format."""


class Store:
    """Rows of UTF-8 by key, each left in the file until it is asked for.

    >>> Store(pack({"b": "two", "a": "one"})).row("a")
    b'one'
    """

    __slots__ = ("_data", "_spans")

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the bytes of a store, which ``pack`` made; raise ``DamagedStore`` if they are not whole."""
        end = data.find(b"\n") + 1
        if data[:end] != heading(memoryview(data)[end:]):
            raise DamagedStore
        keys_end = data.find(b"\n", end)
        start = data.find(b"\n", keys_end + 1) + 1
        offsets = accumulate(map(int, data[keys_end + 1 : start - 1].split()), initial=start)
        keys = data[end:keys_end].decode().split("\t")
        self._data = data
        self._spans = dict(zip(keys, pairwise(offsets), strict=False))

    def row(self, key: str) -> bytes | None:
        """Return the row of a key, ``None`` where there is none."""
        span = self._spans.get(key)
        return None if span is None else self._data[span[0] : span[1]]

    def rows(self) -> list[tuple[str, bytes]]:
        """Return every key with its row."""
        return [(key, self._data[start:end]) for key, (start, end) in self._spans.items()]


def pack(rows: Mapping[str, str]) -> bytes:
    """Return the bytes of the store that holds ``rows``; keys hold no tab or newline."""
    encoded = {key: rows[key].encode() for key in sorted(rows)}
    lengths = " ".join(str(len(row)) for row in encoded.values())
    body = b"".join(["\t".join(encoded).encode(), b"\n", lengths.encode(), b"\n", *encoded.values()])
    return heading(body) + body


def heading(body: bytes | memoryview) -> bytes:
    """Return the first line of a store with this body: its length and checksum tell when it was cut or altered."""
    return f"{FORMAT}\t{len(body)}\t{zlib.crc32(body):08x}\n".encode()


def open_store(name: str, sources: Iterable[Path], build: Callable[[], Mapping[str, str]]) -> Store:
    """Return the store ``name`` of what ``sources`` hold, building it if there is none yet.

    Its file is named after the content of the sources, so a change of any of them gives another store. Where
    nothing can be kept the store is built in memory for this run.
    """
    fingerprint = 0
    for source in sources:
        fingerprint = zlib.crc32(source.read_bytes(), fingerprint)
    folder = private_folder()
    path = None if folder is None else folder / f"{name}-{fingerprint:08x}.txt"
    if path is not None:
        with suppress(OSError, DamagedStore, ValueError):
            return Store(_map(path))
    data = _announced(name, path, build)
    if path is not None:
        with suppress(OSError):
            _write_aside(path, data)
    return Store(data)


def kept_store(name: str) -> Store | None:
    """Return the store that ``keep_store`` wrote under a name; ``None`` if there is none, or none to be trusted."""
    folder = private_folder()
    if folder is not None:
        with suppress(OSError, DamagedStore, ValueError):
            return Store(_map(folder / f"{name}.txt"))
    return None


def keep_store(name: str, rows: Mapping[str, str]) -> None:
    """Write a store under a name, in place of the one there is; where nothing can be kept, nothing happens."""
    folder = private_folder()
    if folder is not None:
        with suppress(OSError):
            _write_aside(folder / f"{name}.txt", pack(rows))


def private_folder() -> Path | None:
    """Return the folder stores are kept in, made if need be; ``None`` where this user can have none of his own."""
    from platformdirs import user_cache_path

    folder = user_cache_path("newsan", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.lstat()
        if not stat.S_ISDIR(state.st_mode) or not _is_mine(state):
            return None
        if os.name == "posix" and state.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError:
        return None
    return folder


def _is_mine(state: os.stat_result) -> bool:
    """Return whether this user owns a file; Windows keeps the folder private by where it lies."""
    return os.name != "posix" or state.st_uid == os.geteuid()


def _map(path: Path) -> mmap.mmap:
    """Return a store's file, memory-mapped; a link or a file that others could have written is an ``OSError``.

    A pipe in its place is one too, and is not waited for.
    """
    flags = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    descriptor = os.open(path, sum(flags, os.O_RDONLY))
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or not _is_mine(state):
            raise PermissionError(path)
        if os.name == "posix" and state.st_mode & 0o022:
            raise PermissionError(path)
        return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
    finally:
        os.close(descriptor)


def _announced(name: str, path: Path | None, build: Callable[[], Mapping[str, str]]) -> bytes:
    """Return the bytes of a newly built store, and log that the wait is for once."""
    import logging

    kept = "in memory: it can be kept nowhere" if path is None else f"once, to keep it in {path.parent}"
    logging.getLogger("newsan").info("building the %s, %s", name.partition("-")[0], kept)
    return pack(build())


def _write_aside(path: Path, data: bytes) -> None:
    """Put a store in its place in one step, so that another process sees all of it or none."""
    import tempfile

    descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
