"""What is found out about a string once, and kept: a long corpus repeats its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")

REMEMBERED = 1 << 16
"""How many strings are kept: more than any edition has, and no more than memory has room for."""


class Remembered(dict[str, Found]):
    """What a function says of each string, asked when the string is first looked up.

    >>> lengths = Remembered(len)
    >>> [lengths[word] for word in ("报纸", "新闻", "报纸")]
    [2, 2, 2]
    """

    def __init__(self, find: Callable[[str], Found]) -> None:
        """Take the function."""
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> Found:
        """Ask the function and keep what it says."""
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[text] = self._find(text)
        return found
