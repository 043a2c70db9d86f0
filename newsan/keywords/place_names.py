"""Whether a word the dictionary calls a place is one: it calls many that are not (惠及, 深度, 喜庆)."""

from __future__ import annotations

from functools import cache, lru_cache

from newsan.tables import DATA, SortedTable

LONGEST_STEM = 5
"""So many characters at most has the name that a longer one begins with (呼伦贝尔|草原)."""


@lru_cache(maxsize=1024)
def is_place(word: str) -> bool:
    """Return whether a word is in the gazetteer, or begins with a name that is (中亚|地区, 上海|浦东)."""
    return is_listed(word) or any(is_listed(word[:end]) for end in range(2, min(len(word), LONGEST_STEM + 1)))


def is_listed(name: str) -> bool:
    """Return whether the tables of places have a name: divisions, countries, features, cities abroad."""
    return f"\n{name}," in features() or any(table.lines(f"{name}\t") for table in tables())


@cache
def tables() -> tuple[SortedTable, ...]:
    """Return the large tables of places, searched where they lie."""
    names = ("division_names.tsv", "countries.tsv", "world_cities.tsv")
    return tuple(SortedTable.open(DATA / name) for name in names)


@cache
def features() -> str:
    """Return the tables of features (长江, 东北) and of what cities are called (青城), each name after a line's end."""
    return "".join((DATA / name).read_text("utf-8") for name in ("place_features.csv", "place_aliases.csv"))
