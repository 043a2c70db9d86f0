"""The characters and words that tell names from what stands beside them, and the names of divisions."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsan.tables import DATA, SortedTable, listed

RANKS = frozenset("镇 乡 街道 苏木 市 县 区 旗 自治县 自治旗 自治州".split())
"""Words that the name of a division ends with."""
GAZETTEER = ("townships.tsv", "division_names.tsv")
REMEMBERED = 1 << 16
"""Words whose look-up is kept: more than an edition has."""


class Characters(NamedTuple):
    """The rows of ``name_characters.txt`` by their kinds, and the surnames."""

    before: frozenset[str]
    onward: frozenset[str]
    after: frozenset[str]
    deed: frozenset[str]
    act: frozenset[str]
    never: frozenset[str]
    toward: frozenset[str]
    going: frozenset[str]
    sound: frozenset[str]
    last: frozenset[str]
    role: frozenset[str]
    polite: frozenset[str]
    body: frozenset[str]
    nation: frozenset[str]
    numeral: frozenset[str]
    measure: frozenset[str]
    counted: frozenset[str]
    pointing: frozenset[str]
    whole: frozenset[str]
    surnames: frozenset[str]


@cache
def characters() -> Characters:
    """Return the characters and words that tell names from what stands beside them."""
    rows: dict[str, list[str]] = {}
    for line in listed("name_characters.txt"):
        kind, *told = line.split()
        rows.setdefault(kind, []).extend(told)
    return Characters(
        before=frozenset("".join(rows["before"])),
        onward=frozenset("".join(rows["onward"])),
        after=frozenset("".join(rows["after"])),
        deed=frozenset("".join(rows["deed"])),
        act=frozenset("".join(rows["act"])),
        never=frozenset("".join(rows["never"])),
        toward=frozenset("".join(rows["toward"])),
        going=frozenset("".join(rows["going"])),
        sound=frozenset("".join(rows["sound"])),
        last=frozenset("".join(rows["last"])),
        role=frozenset(rows["role"]),
        polite=frozenset(rows["polite"]),
        body=frozenset(rows["body"]),
        nation=frozenset("".join(rows["nation"])),
        numeral=frozenset("".join(rows["numeral"])),
        measure=frozenset("".join(rows["measure"])),
        counted=frozenset("".join(rows["counted"])),
        pointing=frozenset("".join(rows["pointing"])),
        whole=frozenset(rows["whole"]),
        surnames=frozenset(" ".join(listed("surnames.txt")).split()),
    )


def is_chinese(word: str) -> bool:
    """Return whether a word of the cut is Chinese; an empty one is not."""
    return "\u4e00" <= word[:1] <= "\u9fd5" and "\u4e00" <= word[-1:] <= "\u9fd5"


@cache
def gazetteer() -> tuple[SortedTable, ...]:
    """Return the tables of divisions and townships, searched where they lie."""
    return tuple(SortedTable.open(DATA / table) for table in GAZETTEER)


@lru_cache(maxsize=REMEMBERED)
def is_listed(name: str) -> bool:
    """Return whether a division or township has this name."""
    return any(table.lines(f"{name}\t") for table in gazetteer())


def is_division(word: str) -> bool:
    """Return whether a word is the full name of a division or township."""
    return len(word) > 2 and (word[-1] in RANKS or word[-2:] in RANKS) and is_listed(word)
