"""The tables of ``newsan/data``: small ones read whole, large ones where they lie, searched by prefix.

A large table is UTF-8 text, one row a line, the lines in the order of their bytes (``LC_ALL=C sort``). Opening one
costs a system call whatever its size, and only the rows that are asked for are ever decoded.
"""

from __future__ import annotations

import mmap
from pathlib import Path

DATA = Path(__file__).parent / "data"


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

    __slots__ = ("_data",)

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take the table's bytes; every line ends with a newline."""
        self._data = data

    @classmethod
    def open(cls, path: Path) -> SortedTable:
        """Return the table in a file, memory-mapped."""
        with path.open("rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def lines(self, prefix: str) -> list[str]:
        """Return the lines that begin with ``prefix``, in file order, without their newlines."""
        key = prefix.encode()
        data = self._data
        start = end = self._first_at_least(key)
        while data[end : end + len(key)] == key and end < len(data):
            end = data.find(b"\n", end) + 1
        return data[start:end].decode().split("\n")[:-1]

    def _first_at_least(self, key: bytes) -> int:
        """Return the offset of the first line that is not before ``key`` (the end if there is none)."""
        data, low, high = self._data, 0, len(self._data)
        while low < high:
            middle = max(low, data.rfind(b"\n", 0, (low + high) // 2) + 1)
            end = data.find(b"\n", middle) + 1
            if data[middle : end - 1] < key:
                low = end
            else:
                high = middle
        return low
