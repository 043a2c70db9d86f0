"""The tables of ``newsan/data``: small ones read whole, large ones where they lie, searched by prefix.

A large table is UTF-8 text, one row a line, the lines in the order of their bytes (``LC_ALL=C sort``). Opening one
costs a system call whatever its size, and only the rows that are asked for are ever decoded. Beside it may lie its
slots, which tell where the rows of a key begin: ``tools/build_slots.py`` writes them. A table that was changed since
is searched by halves, as one without slots is.
"""

from __future__ import annotations

import mmap
import struct
import sys
from bisect import bisect_left
from contextlib import suppress
from functools import cache
from pathlib import Path
from zlib import crc32

DATA = Path(__file__).parent / "data"

BLOCKS = 256
"""Into so many blocks a large table is parted, each of them searched from end to end."""
SHORTEST_BLOCK = 1024
"""No block is smaller; in bytes."""

SLOTS_SUFFIX = ".slots"
INSTALLING = 60
"""Seconds within which all files of an installation are written; a table that is so much newer was edited since."""
HEADER = 2
"""The numbers before the slots: the size of the table in bytes, and how many characters the openings have that are keys."""


def listed(name: str) -> list[str]:
    """Return the lines of a small hand-edited table of ``newsan/data``, comments and blank lines left out."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def mapped(path: Path) -> mmap.mmap:
    """Return the bytes of a file, memory-mapped."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def pack_slots(data: bytes, opening: int = 0) -> bytes:
    """Return the slots of a table: 32-bit numbers, low byte first, each 0 or 1 more than where the first line of a key begins.

    A key stands in the slot that its CRC-32 tells, or in the next that is free. Keys are the first columns, each with
    its tab, and what the lines begin with, as many characters as ``opening`` says.
    """
    starts: dict[bytes, int] = {}
    start = 0
    for line in data.splitlines(keepends=True):
        starts.setdefault(line[: line.find(b"\t") + 1], start)
        if opening:
            starts.setdefault(line.decode()[:opening].encode(), start)
        start += len(line)
    slots = [0] * (1 << (len(starts) * 3 // 2).bit_length())
    for key, start in starts.items():
        slot = crc32(key)
        while slots[slot % len(slots)]:
            slot += 1
        slots[slot % len(slots)] = start + 1
    return struct.pack(f"<{HEADER + len(slots)}I", len(data), opening, *slots)


class SortedTable:
    r"""A sorted text file that answers which of its lines begin with a prefix.

    >>> table = SortedTable("上海市\t310000\n上饶市\t361100\n中山市\t442000\n".encode())
    >>> table.lines("上")
    ['上海市\t310000', '上饶市\t361100']
    """

    __slots__ = ("_data", "_firsts", "_opening", "_slots", "_starts")

    def __init__(self, data: bytes | mmap.mmap, slots: memoryview | None = None) -> None:
        """Take the table's bytes, in which every line ends with a newline, and its slots if it has any."""
        self._data = data
        self._starts: list[int] = []
        self._firsts: list[bytes] = []
        self._slots: memoryview | None = None
        self._opening = -1
        if slots is not None and slots[0] == len(data):
            self._opening, self._slots = slots[1] or -1, slots[HEADER:]

    @staticmethod
    @cache
    def open(path: Path) -> SortedTable:
        """Return the table in a file, memory-mapped: the same for all who ask, so that it is indexed once."""
        slots, beside = None, path.with_suffix(SLOTS_SUFFIX)
        if sys.byteorder == "little":
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < beside.stat().st_mtime + INSTALLING:
                    slots = memoryview(mapped(beside)).cast("I")
        return SortedTable(mapped(path), slots)

    def lines(self, prefix: str) -> list[str]:
        """Return the lines that begin with ``prefix``, in file order, without their newlines."""
        data, slots, key = self._data, self._slots, prefix.encode()
        length = len(key)
        if slots is not None and (key.find(b"\t") == length - 1 >= 0 or len(prefix) == self._opening):
            slot, mask = crc32(key), len(slots) - 1
            while start := slots[slot & mask]:
                if data[start - 1 : start - 1 + length] == key:
                    break
                slot += 1
            start -= 1
        else:
            start = self._search(key)
        if start < 0:
            return []
        end = start
        while data[end : end + length] == key and end < len(data):
            end = data.find(b"\n", end) + 1
        return data[start:end].decode().split("\n")[:-1]

    def _search(self, key: bytes) -> int:
        """Return where the first line begins that begins with any key, -1 where none does."""
        if not self._starts:
            self._index()
        data, starts, after = self._data, self._starts, bisect_left(self._firsts, key)
        start = starts[after - 1] if after else 0
        end = starts[after] + len(key) if after < len(starts) else len(data)
        found = (b"\n" + data[start:end]).find(b"\n" + key)
        return found if found < 0 else start + found

    def _index(self) -> None:
        """Note where the lines stand that part the data into blocks, and the lines themselves, to be searched by halves."""
        data, start = self._data, 0
        length = max(len(data) // BLOCKS, SHORTEST_BLOCK)
        while start < len(data):
            self._starts.append(start)
            self._firsts.append(data[start : data.find(b"\n", start)])
            start = (data.find(b"\n", start + length) + 1) or len(data)
