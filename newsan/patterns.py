"""The rules' patterns, compiled once on this machine and kept between runs.

``regex`` takes longer to compile newsan's patterns than newsan takes to read a page. It can hand out what it
compiled as plain numbers and take it back (that is how it supports ``copy`` and ``pickle``); those numbers are kept in
the private store, under the release of ``regex`` they belong to.
"""

from __future__ import annotations

import atexit
import copyreg
import json
import sys
import zlib
from contextlib import suppress
from functools import cache
from typing import Any

import regex

from newsan import stores


def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""Return the compiled pattern, as ``regex.compile`` does; for the fixed patterns of the rules.

    Patterns made of words of the text at hand are to be compiled with ``regex`` itself: they are not worth keeping.

    >>> compiled(r"(?P<year>\d{4})年").search("截至2024年")["year"]
    '2024'
    """
    return _shelf().pattern(pattern, flags)


class Shelf:
    """Compiled patterns by text and flags: those of the store, and those added in this run."""

    def __init__(self, store: stores.Store | None) -> None:
        """Take the patterns of earlier runs; ``None`` where there are none."""
        self._store = store
        self.added: dict[str, str] = {}
        self._made: dict[tuple[str, int], regex.Pattern[str]] = {}
        self._take_apart: Any = copyreg.dispatch_table[regex.Pattern]
        self._put_together: Any = self._take_apart(regex.compile("-"))[0]

    def pattern(self, text: str, flags: int = 0) -> regex.Pattern[str]:
        """Return a compiled pattern: the one made before in this run, or the store's, or else a new one."""
        pattern = self._made.get((text, flags))
        if pattern is None:
            key = f"{zlib.crc32(text.encode()):08x}-{flags:x}-{len(text)}"
            pattern = self._made[text, flags] = self._kept(key, text) or self._new(key, text, flags)
        return pattern

    def _kept(self, key: str, text: str) -> regex.Pattern[str] | None:
        row = None if self._store is None else self._store.row(key)
        if row is not None:
            with suppress(ValueError, TypeError, AttributeError, LookupError):
                parts = PARTS.decode(row.decode())
                if parts[0] == text:
                    kept: regex.Pattern[str] = self._put_together(*parts)
                    return kept
        return None

    def _new(self, key: str, text: str, flags: int) -> regex.Pattern[str]:
        pattern = regex.compile(text, flags)
        self.added[key] = json.dumps([_plain(part) for part in self._take_apart(pattern)[1]])
        return pattern


def _plain(part: object) -> object:
    """Return a part of a compiled pattern in the terms of JSON."""
    match part:
        case bytes():
            return {"bytes": part.hex()}
        case tuple():
            return {"tuple": list(part)}
        case dict():
            return {"dict": list(part.items())}
    return part


def _revived(written: dict[str, Any]) -> object:
    """Return the part that ``_plain`` wrote."""
    ((kind, content),) = written.items()
    match kind:
        case "bytes":
            return bytes.fromhex(content)
        case "tuple":
            return tuple(content)
    return dict(content)


PARTS = json.JSONDecoder(object_hook=_revived)
NAME = f"patterns-1-{regex.__version__}-{sys.implementation.cache_tag}"


@cache
def _shelf() -> Shelf:
    """Return the shelf of this process; what was added to it is kept when the process ends."""
    shelf = Shelf(stores.kept_store(NAME))
    atexit.register(_keep, shelf)
    return shelf


def _keep(shelf: Shelf) -> None:
    """Write the store anew if patterns were added, with those another process has kept meanwhile."""
    if shelf.added:
        store = stores.kept_store(NAME)
        earlier = {} if store is None else {key: row.decode() for key, row in store.rows()}
        stores.keep_store(NAME, earlier | shelf.added)
