"""Read the tables of ``newsan/data``: small ones as a whole, large ones by prefix search.

A large table is UTF-8 text with one row a line, sorted by bytes (``LC_ALL=C sort``). It is
memory-mapped, so that opening it takes the same time at any size, and only the rows found are decoded.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cache, cached_property
from pathlib import Path

DATA = Path(__file__).parent / "data"

BLOCKS = 256
"""The number of blocks of a large table. A look-up scans one block, which takes a few microseconds."""
SHORTEST_BLOCK = 1024
"""The least size of a block in bytes."""


def listed(name: str) -> list[str]:
    """Return the lines of a small table, without comments and blank lines."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class SortedTable:
    r"""A sorted text file that finds its lines by prefix.

    >>> table = SortedTable("上海市\t310000\n上饶市\t361100\n中山市\t442000\n".encode())
    >>> table.lines("上")
    ['上海市\t310000', '上饶市\t361100']
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the bytes of the table; each line ends with a newline."""
        self._data = data

    @staticmethod
    @cache
    def open(path: Path) -> SortedTable:
        """Return the memory-mapped table of a file; later calls return the same object."""
        with path.open("rb") as file:
            return SortedTable(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    @cached_property
    def _starts(self) -> list[int]:
        """The offsets of the blocks; each begins at the start of a line."""
        size = len(self._data)
        step = max(size // BLOCKS, SHORTEST_BLOCK)
        starts = {self._data.find(b"\n", place) + 1 for place in range(step, size, step)}
        return sorted({0} | starts - {size})

    @cached_property
    def _firsts(self) -> list[bytes]:
        """The first line of each block."""
        return [self._data[start : self._data.find(b"\n", start)] for start in self._starts]

    def lines(self, prefix: str) -> list[str]:
        """Return the lines that begin with ``prefix``, without newlines, in file order."""
        data, key = self._data, prefix.encode()
        after = bisect_left(self._firsts, key)
        start = self._starts[after - 1] if after else 0
        end = self._starts[after] + len(key) if after < len(self._starts) else len(data)
        found = (b"\n" + data[start:end]).find(b"\n" + key)
        if found < 0:
            return []
        start = end = start + found
        while data[end : end + len(key)] == key and end < len(data):
            end = data.find(b"\n", end) + 1
        return data[start:end].decode().split("\n")[:-1]
