"""The rules' patterns, compiled once on this machine and kept between runs.

``regex`` takes longer to compile newsan's patterns than newsan takes to read a page. It can hand out what it
compiled and take it back (that is how it supports ``copy`` and ``pickle``); that is kept in the private store, under
the very engine it belongs to. Its compiler is then not even imported: the engine is a module of its own, in C.
"""

from __future__ import annotations

import atexit
import sys
import zlib
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsan import stores

if TYPE_CHECKING:
    from regex import Pattern

ENGINE = "regex._regex"
RELEASE = "release"
"""The key of the row that says which engine the patterns were compiled for."""


@cache
def compiled(pattern: str) -> Pattern[str]:
    r"""Return the compiled pattern, as ``regex.compile`` does; for the fixed patterns of the rules.

    Flags are told within the pattern: ``(?x)``.

    Patterns made of words of the text at hand are to be compiled with ``regex`` itself: they are not worth keeping.

    >>> compiled(r"(?P<year>\d{4})年").search("截至2024年")["year"]
    '2024'
    """
    return _shelf().pattern(pattern)


class Shelf:
    """Compiled patterns by their text: those of the store, and those added in this run."""

    def __init__(self, name: str, engine: Any, release: bytes) -> None:
        """Take the name of the store, the engine, and what tells it from the one that was in its place before."""
        self.added: dict[str, bytes] = {}
        self._name = name
        self._engine = engine
        self._release = release
        self._store = self._trusted()

    def keep(self) -> None:
        """Write the store anew if patterns were added, with those another process has kept meanwhile."""
        if self.added:
            store = self._trusted()
            earlier = {} if store is None else dict(store.rows())
            stores.keep_store(self._name, earlier | self.added | {RELEASE: self._release})

    def _trusted(self) -> stores.Store | None:
        """Return the patterns of earlier runs; ``None`` where there are none, or another engine's."""
        store = stores.kept_store(self._name)
        return store if store and store.row(RELEASE) == self._release else None

    def pattern(self, text: str) -> Pattern[str]:
        """Return a compiled pattern, the store's if it is there."""
        key = f"{zlib.crc32(text.encode()):08x}-{len(text)}"
        return self._kept(key, text) or self._new(key, text)

    def _kept(self, key: str, text: str) -> Pattern[str] | None:
        row = None if self._store is None else self._store.row(key)
        if row is not None:
            with suppress(ValueError, TypeError, AttributeError, LookupError):
                parts = _parts(row)
                if parts[0] == text:
                    kept: Pattern[str] = self._engine.compile(*parts)
                    return kept
        return None

    def _new(self, key: str, text: str) -> Pattern[str]:
        import regex

        pattern = regex.compile(text)
        parts = _taken_apart(pattern)
        with suppress(ValueError, TypeError):
            row = _row(parts)
            if _parts(row) == parts:
                self.added[key] = row
        return pattern


def _taken_apart(pattern: Pattern[str]) -> tuple[Any, ...]:
    """Return what the engine made a pattern of, as ``regex`` itself pickles it."""
    import copyreg

    take_apart: Any = copyreg.dispatch_table[type(pattern)]
    parts: tuple[Any, ...] = take_apart(pattern)[1]
    return parts


def _row(parts: tuple[Any, ...]) -> bytes:
    """Return the parts of a compiled pattern: lines of numbers and names, the text, the numbers the engine runs by.

    Named lists are not told: a pattern that has them is not kept.
    """
    text, flags, code, groups, _, _, _, offset, characters, character_flags, count = parts
    written = text.encode()
    head = " ".join(map(str, (len(written), flags, offset, character_flags, count, *characters)))
    names = " ".join(f"{name}={number}" for name, number in groups.items())
    return b"%s\n%s\n%s%s" % (head.encode(), names.encode(), written, code)


def _parts(row: bytes) -> tuple[Any, ...]:
    """Return the parts that ``_row`` wrote."""
    head, names, rest = row.split(b"\n", 2)
    size, flags, offset, character_flags, count, *characters = map(int, head.split())
    groups = {}
    for told in names.decode().split():
        name, _, number = told.partition("=")
        groups[name] = int(number)
    return (
        rest[:size].decode(),
        flags,
        rest[size:],
        groups,
        {number: name for name, number in groups.items()},
        {},
        [],
        offset,
        tuple(characters),
        character_flags,
        count,
    )


def _load_engine() -> Any:
    """Return the module of ``regex`` that runs compiled patterns, without the package around it where that can be."""
    spec = None
    if ENGINE not in sys.modules and (package := find_spec("regex")):
        spec = PathFinder.find_spec(ENGINE, package.submodule_search_locations)
    if spec is None or spec.loader is None:
        return import_module(ENGINE)
    engine = sys.modules[ENGINE] = module_from_spec(spec)
    spec.loader.exec_module(engine)
    return engine


@cache
def _shelf() -> Shelf:
    """Return the shelf of this process; what was added to it is kept when the process ends."""
    engine = _load_engine()
    state = Path(engine.__file__).stat()
    name = f"patterns-3-{zlib.crc32(engine.__file__.encode()):08x}"
    shelf = Shelf(name, engine, f"{state.st_size} {state.st_mtime_ns}".encode())
    atexit.register(shelf.keep)
    return shelf
