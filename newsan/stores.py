"""Keep tables that were built from installed files in a private folder between runs.

A store is one file: a line with the format and a checksum, a line of keys, a line of row lengths, and the
rows, which are text or numbers. It contains no code. It is used only if this user
owns it and its checksum is right; the whole file is checked each time it is opened. Its name contains the hash of what
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
"""After this many seconds, an unfinished file must be from a process that was killed."""


class DamagedStore(Exception):
    """A store was truncated or altered, or has another format."""


class Store:
    """Rows by key; a row is read from the file when it is needed.

    >>> Store(pack({"b": "two", "a": b"one"})).row("a")
    b'one'
    """

    __slots__ = ("_data", "_spans")

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the bytes of a store; raise ``DamagedStore`` if they are not as ``pack`` made them."""
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
        """Return the row of a key, or ``None``."""
        span = self._spans.get(key)
        return None if span is None else self._data[span[0] : span[1]]

    def text(self, key: str) -> str:
        """Return the row of a key as text; raise ``KeyError`` if there is none."""
        start, end = self._spans[key]
        return self._data[start:end].decode()

    def numbers(self, key: str, form: Literal["B", "H", "I", "Q"]) -> memoryview:
        """Return the row of a key as integers with the type code of an ``array.array``, without copying them."""
        start, end = self._spans[key]
        return memoryview(self._data)[start:end].cast(form)

    def fractions(self, key: str) -> memoryview[float]:
        """Return the row of a key as doubles, without copying them."""
        start, end = self._spans[key]
        return memoryview(self._data)[start:end].cast("d")

    def rows(self) -> list[tuple[str, bytes]]:
        """Return all keys with their rows."""
        return [(key, self._data[start:end]) for key, (start, end) in self._spans.items()]


def pack(rows: Mapping[str, str | bytes]) -> bytes:
    """Return the bytes of a store with these rows. Keys must not contain tabs or newlines."""
    encoded = {key: row if isinstance(row, bytes) else row.encode() for key, row in sorted(rows.items())}
    lengths = " ".join(str(len(row)) for row in encoded.values())
    body = b"".join(["\t".join(encoded).encode(), b"\n", lengths.encode(), b"\n", *encoded.values()])
    return _heading(len(body), zlib.crc32(body)) + body


def _heading(length: int, checksum: int) -> bytes:
    """Return the first line of a store: format, length and checksum of the rest."""
    return f"{FORMAT}\t{length}\t{checksum:08x}\n".encode()


def open_store(name: str, sources: Iterable[Path], build: Callable[[], Mapping[str, str | bytes]]) -> Store:
    """Return the store ``name`` for the contents of ``sources``; build it if it does not exist.

    The name ends in a format number; writing a store removes those with lower numbers. If
    no file can be written, the store is built in memory.
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
    """Return a hash of the contents of files."""
    from hashlib import sha256

    fingerprint = sha256()
    for source in sources:
        content = source.read_bytes()
        fingerprint.update(len(content).to_bytes(8, "big") + content)
    return fingerprint.hexdigest()[:32]


def _remove_unused(folder: Path, name: str) -> None:
    """Remove stores of earlier formats and unfinished files of killed processes."""
    family, _, number = name.rpartition("-")
    stale = time.time() - LONGEST_WRITE
    for path in folder.iterdir():
        kept = re.fullmatch(rf"{re.escape(family)}-([0-9]+)-[0-9a-z]+\.[a-z]+", path.name)
        half_written = path.suffix == ASIDE and path.lstat().st_mtime < stale
        if half_written or (kept and int(kept[1]) < int(number)):
            path.unlink(missing_ok=True)


def kept_store(name: str) -> Store | None:
    """Return the store that ``keep_store`` wrote, or ``None`` if it is missing or not trustworthy."""
    folder = private_folder()
    if folder is not None:
        with suppress(OSError, DamagedStore, ValueError):
            return _mapped(folder / f"{name}{SUFFIX}")
    return None


def keep_store(name: str, rows: Mapping[str, str | bytes]) -> None:
    """Write or replace a store; do nothing if no file can be written."""
    folder = private_folder()
    if folder is not None:
        with suppress(OSError):
            _write_aside(folder / f"{name}{SUFFIX}", pack(rows))


def private_folder() -> Path | None:
    """Return the folder of the stores, created if necessary, or ``None`` if there can be no private one."""
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
    """Return the path of the user's cache folder, which may not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("newsan", appauthor=False)


def _is_mine(state: os.stat_result) -> bool:
    """Return whether this user owns a file. On Windows the location of the folder keeps it private."""
    return os.name != "posix" or state.st_uid == os.geteuid()


def _opened(path: Path) -> int:
    """Return the descriptor of a file; raise ``OSError`` for links and for files that others can write.

    A named pipe also raises ``OSError`` and is not waited for.
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
    """Return the store in a file, memory-mapped."""
    descriptor = _opened(path)
    try:
        return Store(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))
    finally:
        os.close(descriptor)


def _announced(name: str, folder: Path | None, build: Callable[[], Mapping[str, str | bytes]]) -> bytes:
    """Build a store and return its bytes; log that this happens only once."""
    import logging

    kept = "in memory: it can be kept nowhere" if folder is None else f"once, to keep it in {folder}"
    logging.getLogger("newsan").info("building the %s, %s", name.partition("-")[0], kept)
    return pack(build())


def _write_aside(path: Path, data: bytes) -> None:
    """Write a file atomically, so that other processes see all of it or nothing."""
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
