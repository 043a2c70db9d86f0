"""The tables of ``newsan/data``: small ones read whole, large ones where they lie, searched by prefix.

A large table is UTF-8 text, one row a line, the lines in the order of their bytes (``LC_ALL=C sort``). Opening one
costs a system call whatever its size, and only the rows that are asked for are ever decoded.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

BLOCKS = 256
"""Into so many blocks a large table is parted, each of them searched from end to end."""
SHORTEST_BLOCK = 1024
"""No block is smaller; in bytes."""


def listed(name: str) -> list[str]:
    """Return the lines of a small hand-edited table of ``newsan/data``, comments and blank lines left out."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class SortedTable:
    r"""A sorted text file that answers which of its lines begin with a prefix.

    >>> table = SortedTable("上海市\t310000\n上饶市\t361100\n中山市\t442000\n".encode())
    >>> table.lines("上")
    ['上海市\t310000', '上饶市\t361100']
    """

    __slots__ = ("_data", "_firsts", "_starts")

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the table's bytes; every line ends with a newline."""
        self._data = data
        self._starts: list[int] = []
        self._firsts: list[bytes] = []

    @staticmethod
    @cache
    def open(path: Path) -> SortedTable:
        """Return the table in a file, memory-mapped: the same for all who ask, so that it is indexed once."""
        with path.open("rb") as file:
            return SortedTable(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def lines(self, prefix: str) -> list[str]:
        """Return the lines that begin with ``prefix``, in file order, without their newlines."""
        key, data = prefix.encode(), self._data
        if not self._starts:
            self._index()
        starts, after = self._starts, bisect_left(self._firsts, key)
        start = starts[after - 1] if after else 0
        end = starts[after] + len(key) if after < len(starts) else len(data)
        found = (b"\n" + data[start:end]).find(b"\n" + key)
        if found < 0:
            return []
        start = end = start + found
        while data[end : end + len(key)] == key and end < len(data):
            end = data.find(b"\n", end) + 1
        return data[start:end].decode().split("\n")[:-1]

    def _index(self) -> None:
        """Note where the lines stand that part the data into blocks, and the lines themselves, to be searched by halves."""
        data, start = self._data, 0
        length = max(len(data) // BLOCKS, SHORTEST_BLOCK)
        while start < len(data):
            self._starts.append(start)
            self._firsts.append(data[start : data.find(b"\n", start)])
            start = (data.find(b"\n", start + length) + 1) or len(data)
