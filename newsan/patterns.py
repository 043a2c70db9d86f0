"""Compile the patterns of the rules once and keep them between runs.

Compiling all patterns takes longer than reading a page. ``regex`` gives a compiled pattern to
``copy`` and ``pickle`` as plain data; that data is kept in a store, for the same build of the engine only.
If anything fails, the pattern is compiled as usual.
"""

from __future__ import annotations

import atexit
import copyreg
import sys
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from newsan import stores

if TYPE_CHECKING:
    from regex import Pattern

ENGINE = "regex._regex"
"""The C module of ``regex``: its ``compile`` takes the data of a compiled pattern."""
RELEASE = "release"
"""The key of the row that says which engine the patterns were compiled by."""

Parts = tuple[
    str, int, bytes, dict[str, int], dict[int, str], dict[str, Any], list[Any], int, tuple[int, ...], int, int
]
"""What the engine makes of a pattern: its text, flags, code, groups both ways, named lists, and what it requires."""


@cache
def compiled(pattern: str) -> Pattern[str]:
    r"""Return the compiled pattern, as ``regex.compile`` does. Flags are given in the pattern: ``(?x)``.

    Use this for constant patterns only; a pattern built from input would fill the store.

    >>> compiled(r"(?P<year>\d{4})年").search("截至2024年")["year"]
    '2024'
    """
    return _shelf().pattern(pattern)


class Shelf:
    """The compiled patterns of the store, and those added in this run."""

    def __init__(self, name: str, release: bytes) -> None:
        """Take the name of the store and the identity of the engine."""
        self.added: dict[str, bytes] = {}
        self._name = name
        self._release = release
        self._store = self._trusted()

    def keep(self) -> None:
        """Write the store if patterns were added, together with those that another process added meanwhile."""
        if self.added:
            store = self._trusted()
            earlier = {} if store is None else dict(store.rows())
            stores.keep_store(self._name, earlier | self.added | {RELEASE: self._release})

    def _trusted(self) -> stores.Store | None:
        """Return the store of earlier runs, or ``None`` if there is none or it is from another engine."""
        store = stores.kept_store(self._name)
        return store if store and store.row(RELEASE) == self._release else None

    def pattern(self, text: str) -> Pattern[str]:
        """Return a compiled pattern, from the store if possible."""
        key = f"{zlib.crc32(text.encode()):08x}-{len(text)}"
        row = None if self._store is None else self._store.row(key)
        if row is not None:
            try:
                return unpacked(row, text)
            except Exception:  # noqa: BLE001, S110 - whatever the engine makes of the data, compiling is right
                pass
        pattern = regex.compile(text)
        try:
            row = packed(pattern)
            unpacked(row, text)
        except Exception:  # noqa: BLE001 - what cannot be kept is compiled in each run
            return pattern
        self.added[key] = row
        return pattern


def packed(pattern: Pattern[str]) -> bytes:
    """Return a compiled pattern as bytes."""
    take_apart: Any = copyreg.dispatch_table[type(pattern)]
    return msgspec.msgpack.encode(take_apart(pattern)[1])


def unpacked(row: bytes, text: str) -> Pattern[str]:
    """Return the pattern from its bytes; raise ``ValueError`` if it is not the pattern of ``text``."""
    parts = msgspec.msgpack.decode(row, type=Parts)
    if parts[0] != text or parts[5] or parts[6]:
        raise ValueError(text)
    pattern: Pattern[str] = sys.modules[ENGINE].compile(*parts)
    return pattern


@cache
def _shelf() -> Shelf:
    """Return the shelf of this process, which is written to the store when the process ends."""
    spec = find_spec(ENGINE)
    engine = (spec and spec.origin) or regex.__file__
    state = Path(engine).stat()
    release = f"{regex.__version__} {sys.version} {state.st_size} {state.st_mtime_ns}"
    shelf = Shelf(f"patterns-4-{zlib.crc32(engine.encode()):08x}", release.encode())
    atexit.register(shelf.keep)
    return shelf
