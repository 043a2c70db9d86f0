"""Convert traditional characters to simplified ones, character by character, for looking up names and units."""

from __future__ import annotations

from functools import cache

from newsan.tables import DATA


@cache
def _characters() -> tuple[frozenset[str], str, str]:
    """Return the traditional characters as a set and, in the order of the table, as a string with their simplified forms.

    Each row of the table is a traditional and a simplified character, separated by a tab.
    """
    rows = (DATA / "traditional.tsv").read_text("utf-8")
    return frozenset(rows[0::4]), rows[0::4], rows[2::4]


def simplified(text: str) -> str:
    """Return a text in simplified characters, of the same length.

    >>> simplified("三十餘間"), simplified("臺北縣")
    ('三十余间', '台北县')
    """
    traditional, old, new = _characters()
    found = traditional.intersection(text)
    if not found:
        return text
    return text.translate({ord(character): new[old.index(character)] for character in found})
