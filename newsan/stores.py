"""Tables built on this machine from installed files, kept in a private folder between runs.

A store is one file: a line that says what follows and its checksum, a line of keys, a line of row lengths, and the
rows, which are text or numbers. It is data only: it can at worst be wrong, never run. It is believed only if this user
wrote it and its checksum holds; the whole file is checked each time it is opened. A store is named by the hash of what
it was built from.
"""

from __future__ import annotations

import mmap
import os
import re
import stat
import sys
import time
import zlib
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FORMAT = f"newsan store 3 {sys.byteorder}"
SUFFIX = ".store"
ASIDE = ".half"
LONGEST_WRITE = 3600
"""Seconds after which a half-written file was left by a run that was killed."""


class DamagedStore(Exception):
    """A store is not what was written: cut short, altered, or of another format."""


class Store:
    """Rows by key, each left in the file until it is asked for.

    >>> Store(pack({"b": "two", "a": b"one"})).row("a")
    b'one'
    """

    __slots__ = ("_data", "_spans")

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the bytes of a store, which ``pack`` made; raise ``DamagedStore`` if they are not whole."""
        end = data.find(b"\n") + 1
        if data[:end] != _heading(len(data) - end, zlib.crc32(memoryview(data)[end:])):
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

    def text(self, key: str) -> str:
        """Return the row of a key as text; where there is none, that is a ``KeyError``."""
        start, end = self._spans[key]
        return self._data[start:end].decode()

    def numbers(self, key: str, form: Literal["B", "H", "I", "Q"]) -> memoryview:
        """Return the row of a key as whole numbers in the form of an ``array.array``, left in the file."""
        start, end = self._spans[key]
        return memoryview(self._data)[start:end].cast(form)

    def fractions(self, key: str) -> memoryview[float]:
        """Return the row of a key as floating-point numbers of double precision, likewise."""
        start, end = self._spans[key]
        return memoryview(self._data)[start:end].cast("d")

    def rows(self) -> list[tuple[str, bytes]]:
        """Return every key with its row."""
        return [(key, self._data[start:end]) for key, (start, end) in self._spans.items()]


def pack(rows: Mapping[str, str | bytes]) -> bytes:
    """Return the bytes of the store that holds ``rows``; keys hold no tab or newline."""
    encoded = {key: row if isinstance(row, bytes) else row.encode() for key, row in sorted(rows.items())}
    lengths = " ".join(str(len(row)) for row in encoded.values())
    body = b"".join(["\t".join(encoded).encode(), b"\n", lengths.encode(), b"\n", *encoded.values()])
    return _heading(len(body), zlib.crc32(body)) + body


def _heading(length: int, checksum: int) -> bytes:
    """Return the first line of a store: length and checksum of what follows tell when it was cut or altered."""
    return f"{FORMAT}\t{length}\t{checksum:08x}\n".encode()


def open_store(name: str, sources: Iterable[Path], build: Callable[[], Mapping[str, str | bytes]]) -> Store:
    """Return the store ``name`` of what ``sources`` hold, building it if there is none yet.

    The name ends in the number of its format; stores of earlier formats are removed when a new one is kept. Where
    nothing can be kept the store is built in memory for this run.
    """
    folder = private_folder()
    if folder is None:
        return Store(_announced(name, None, build))
    path = folder / f"{name}-{_fingerprint(sources)}{SUFFIX}"
    with suppress(OSError, DamagedStore, ValueError):
        return _mapped(path)
    data = _announced(name, folder, build)
    with suppress(OSError):
        _write_aside(path, data)
        _remove_unused(folder, name)
    return Store(data)


def _fingerprint(sources: Iterable[Path]) -> str:
    """Return the hash of what the sources hold."""
    from hashlib import sha256

    fingerprint = sha256()
    for source in sources:
        content = source.read_bytes()
        fingerprint.update(len(content).to_bytes(8, "big") + content)
    return fingerprint.hexdigest()[:32]


def _remove_unused(folder: Path, name: str) -> None:
    """Remove stores of earlier formats, and what killed runs have left half-written."""
    family, _, number = name.rpartition("-")
    stale = time.time() - LONGEST_WRITE
    for path in folder.iterdir():
        kept = re.fullmatch(rf"{re.escape(family)}-([0-9]+)-[0-9a-z]+\.[a-z]+", path.name)
        half_written = path.suffix == ASIDE and path.lstat().st_mtime < stale
        if half_written or (kept and int(kept[1]) < int(number)):
            path.unlink(missing_ok=True)


def kept_store(name: str) -> Store | None:
    """Return the store that ``keep_store`` wrote under a name; ``None`` if there is none, or none to be trusted."""
    folder = private_folder()
    if folder is not None:
        with suppress(OSError, DamagedStore, ValueError):
            return _mapped(folder / f"{name}{SUFFIX}")
    return None


def keep_store(name: str, rows: Mapping[str, str | bytes]) -> None:
    """Write a store under a name, in place of the one there is; where nothing can be kept, nothing happens."""
    folder = private_folder()
    if folder is not None:
        with suppress(OSError):
            _write_aside(folder / f"{name}{SUFFIX}", pack(rows))


def private_folder() -> Path | None:
    """Return the folder stores are kept in, made if need be; ``None`` where this user can have none of his own."""
    folder = cache_path()
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


def cache_path() -> Path:
    """Return the folder for what this user's newsan keeps between runs, which may not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path("newsan", appauthor=False)


def _is_mine(state: os.stat_result) -> bool:
    """Return whether this user owns a file; Windows keeps the folder private by where it lies."""
    return os.name != "posix" or state.st_uid == os.geteuid()


def _opened(path: Path) -> int:
    """Return the descriptor of a file; a link or a file that others could have written is an ``OSError``.

    A pipe in its place is one too, and is not waited for.
    """
    flags = (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    descriptor = os.open(path, sum(flags, os.O_RDONLY))
    state = os.fstat(descriptor)
    others_may_write = os.name == "posix" and state.st_mode & 0o022
    if not stat.S_ISREG(state.st_mode) or not _is_mine(state) or others_may_write:
        os.close(descriptor)
        raise PermissionError(path)
    return descriptor


def _mapped(path: Path) -> Store:
    """Return the store of a file, memory-mapped."""
    descriptor = _opened(path)
    try:
        return Store(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))
    finally:
        os.close(descriptor)


def _announced(name: str, folder: Path | None, build: Callable[[], Mapping[str, str | bytes]]) -> bytes:
    """Return the bytes of a newly built store, and log that the wait is for once."""
    import logging

    kept = "in memory: it can be kept nowhere" if folder is None else f"once, to keep it in {folder}"
    logging.getLogger("newsan").info("building the %s, %s", name.partition("-")[0], kept)
    return pack(build())


def _write_aside(path: Path, data: bytes) -> None:
    """Put a file in its place in one step, so that another process sees all of it or none."""
    import tempfile

    descriptor, aside = tempfile.mkstemp(dir=path.parent, suffix=ASIDE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
