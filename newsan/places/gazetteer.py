"""What names stand for: the divisions of China with their old names, townships, countries, cities abroad, features, aliases."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from newsan.tables import DATA, SortedTable, listed

LONGEST = 16
"""No name of the gazetteer that is looked for in running text has more characters."""

MUNICIPALITIES = ("11", "12", "31", "50")
"""The first two digits of 北京, 天津, 上海 and 重庆, which are provinces and cities at once."""

TOWNSHIP_SUFFIXES = ("镇", "乡", "街道", "苏木", "地区", "街道办事处")
"""What may be left off a township's name when it is told after its county (大兴旧宫)."""


class Sense(NamedTuple):
    """One thing a name may stand for.

    ``code`` is a division's six digits, a township's nine, or a country's two letters; ``None`` for what no code names.
    ``form`` says how the name is printed: ``full`` (新城区), ``short`` (新城), ``old`` (哲里木盟), or ``name`` where there is but one.
    """

    kind: str
    name: str
    code: str | None
    form: str = "name"
    within: tuple[str, ...] = ()
    """The divisions or countries a feature lies in or crosses."""
    point: tuple[Decimal, Decimal] | None = None
    """Longitude and latitude (WGS-84) of a city abroad."""
    weight: int = 0
    """How many people live in a city abroad or of Taiwan."""


class Alias(NamedTuple):
    """A word that names a place by its rank in the story (全市, 首府): ``means`` is the rank, ``kind`` what it then is."""

    means: str
    kind: str


@lru_cache(maxsize=4096)
def division(code: str) -> str | None:
    """Return the name of the province, city or county of today that has a code; ``None`` where there is none."""
    rows = _division_table().lines(f"{code}\t")
    return rows[0].partition("\t")[2] if rows else None


@cache
def countries() -> Mapping[str, str]:
    """Return the mainland's name of every country by its two letters."""
    return {code: name for _, code, name in table("countries.tsv")}


@cache
def _features() -> Mapping[str, str]:
    return _by_name("place_features.csv")


@cache
def _aliases() -> Mapping[str, str]:
    return _by_name("place_aliases.csv")


def _by_name(table: str) -> Mapping[str, str]:
    """Return the rest of every row of a small table by the name it begins with; few are ever read further."""
    lines = (DATA / table).read_text("utf-8").splitlines()
    del lines[0]  # the names of the columns
    return dict([line.split(",", 1) for line in lines])


@cache
def _names_of_small_tables() -> Mapping[str, list[str]]:
    """Return the names of features and aliases by their first two characters."""
    names: dict[str, list[str]] = {}
    for name in {**_features(), **_aliases()}:
        opening = name[:2]
        if opening in names:
            names[opening].append(name)
        else:
            names[opening] = [name]
    return names


@cache
def openings() -> frozenset[str]:
    """Return the first two characters of every name that ``names`` has, so that most of a text is passed over at once."""
    return frozenset((DATA / "place_openings.txt").read_text("utf-8").split()).union(_names_of_small_tables())


@cache
def city_openings() -> frozenset[str]:
    """Return the first two characters of the names that ``cities_abroad`` has."""
    return frozenset((DATA / "city_openings.txt").read_text("utf-8").split())


@cache
def all_openings() -> frozenset[str]:
    """Return the first two characters of all names that are looked for in running text."""
    return openings() | city_openings()


@lru_cache(maxsize=4096)
def names(opening: str) -> tuple[str, ...]:
    """Return the names looked for in running text that begin with two characters, the longest first.

    They are those of divisions, countries, features and aliases; townships and cities abroad are none.
    """
    lines = _division_name_table().lines(opening) + _country_table().lines(opening)
    found = {line.partition("\t")[0] for line in lines}
    found.update(_names_of_small_tables().get(opening, ()))
    return tuple(
        sorted([name for name in found if len(name) <= LONGEST], key=lambda name: (-len(name), name))
    )


def is_listed(name: str) -> bool:
    """Return whether a name is one of ``names``."""
    return name[:2] in openings() and name in names(name[:2])


@lru_cache(maxsize=4096)
def senses(surface: str) -> tuple[Sense, ...]:
    """Return what a name may stand for: divisions or a country, then a feature, then what it is an alias of.

    Townships and cities abroad have functions of their own.
    """
    found = []
    if country := _country_table().lines(f"{surface}\t"):
        _, code, name = country[0].split("\t")
        found.append(Sense("country", name, code))
    else:
        for row in _division_name_table().lines(f"{surface}\t"):
            for told in row.split("\t")[1:]:
                code, form = told.split()
                found.append(Sense(rank(code), full_name(code), code, form))
        found.sort(key=lambda sense: (sense.form == "old", not sense.code or not sense.code.endswith("00")))
    if surface in _features():
        found.append(_feature(surface, *_features()[surface].split(",")))
    code = _aliases().get(surface, "").partition(",")[0]
    if code.isdecimal():
        found.append(Sense(rank(code), full_name(code), code, "alias"))
    return tuple(found)


def _feature(surface: str, kind: str, within: str) -> Sense:
    """Return the sense of a feature; one that names a country by another word (澳洲) carries the country's code."""
    if kind == "country" and within:
        return Sense(kind, countries().get(within, surface), within, within=(within,))
    return Sense(kind, surface, None, within=tuple(within.split()))


@lru_cache(maxsize=1024)
def alias(surface: str) -> Alias | None:
    """Return the rank a word like 全市 names; ``None`` for every other word."""
    means, _, kind = _aliases().get(surface, "").partition(",")
    return Alias(means, kind) if means and not means.isdecimal() else None


@lru_cache(maxsize=4096)
def townships(surface: str) -> tuple[Sense, ...]:
    """Return the townships whose name is exactly ``surface``."""
    return tuple([sense for line in _township_table().lines(f"{surface}\t") for sense in _townships(line)])


def _townships(line: str) -> list[Sense]:
    """Return the townships of a row."""
    name, codes = line.split("\t")
    return [Sense("township", full_name(code) + name, code, "full") for code in codes.split()]


@lru_cache(maxsize=1024)
def villages(name: str) -> tuple[str, ...]:
    """Return the codes of the villages and communities that have a name: twelve digits, or a county's where it was renumbered."""
    lines = SortedTable.open(DATA / "villages.tsv").lines(f"{name}\t")
    return tuple(lines[0].partition("\t")[2].split()) if lines else ()


@lru_cache(maxsize=4096)
def _without_suffix(stem: str) -> tuple[Sense, ...]:
    """Return the townships called ``stem`` with a suffix, in the order of ``TOWNSHIP_SUFFIXES``."""
    return tuple([sense for suffix in TOWNSHIP_SUFFIXES for sense in townships(stem + suffix)])


def township_stem(name: str) -> str:
    """Return a township's name without its suffix, or nothing where it has none.

    >>> township_stem("谷饶镇"), township_stem("谷饶")
    ('谷饶', '')
    """
    return next((name[: -len(suffix)] for suffix in TOWNSHIP_SUFFIXES if name.endswith(suffix)), "")


def township_in(stem: str, parent: str) -> Sense | None:
    """Return the township of a county or city that is called ``stem`` with its suffix left off (周口店 in 110111)."""
    inside = prefix(parent)
    for sense in _without_suffix(stem):
        if sense.code and sense.code.startswith(inside):
            return sense
    return None


@cache
def common_words() -> frozenset[str]:
    """Return the short names of counties, and of cities abroad, that are also ordinary words."""
    return frozenset(listed("place_common_words.txt"))


def namesakes(stem: str) -> int:
    """Return how many townships are called ``stem`` with a suffix: many, where the name is an ordinary word (太平)."""
    return len(_without_suffix(stem))


@lru_cache(maxsize=4096)
def cities_abroad(surface: str) -> tuple[Sense, ...]:
    """Return the cities outside the mainland that have this name, the most populous first; Taiwan's carry its code."""
    found = []
    for line in _city_table().lines(f"{surface}\t"):
        _, country, longitude, latitude, population = line.split("\t")
        place = (Decimal(longitude), Decimal(latitude)) if longitude else None
        sense = (
            Sense("city", surface, "710000", weight=int(population))
            if country == "TW"
            else Sense("foreign", surface, None, within=(country,), point=place, weight=int(population))
        )
        found.append((-int(population), country, sense))
    return tuple(sense for _, _, sense in sorted(found, key=lambda item: item[:2]))


@lru_cache(maxsize=1024)
def point(code: str) -> tuple[Decimal, Decimal] | None:
    """Return where a division's town stands, longitude first (WGS-84); ``None`` where no source tells it surely."""
    for line in _point_table().lines(f"{code}\t"):
        _, longitude, latitude = line.split("\t")
        return Decimal(longitude), Decimal(latitude)
    return None


def rank(code: str) -> str:
    """Return the kind of division a code names.

    >>> rank("150000"), rank("150100"), rank("150102"), rank("150102101")
    ('province', 'city', 'county', 'township')
    """
    if len(code) > 6:
        return "township"
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def prefix(code: str) -> str:
    """Return the digits that the codes of everything inside a division begin with.

    >>> prefix("150000"), prefix("150100"), prefix("150102")
    ('15', '1501', '150102')
    """
    return code[:2] if code[2:6] == "0000" else code[:4] if code[4:6] == "00" else code[:6]


def path(code: str) -> tuple[str, ...]:
    """Return the names from the province down to a county, for a township's code too; some counties have no city in between."""
    steps = dict.fromkeys((code[:2] + "0000", code[:4] + "00", code[:6]))
    return tuple([name for name in map(division, steps) if name is not None])


def full_name(code: str) -> str:
    """Return the name that tells a division from its namesakes (呼和浩特市新城区), without the province where a city says it."""
    names = path(code)
    return (
        "".join(names[1:])
        if len(names) > 1 and code[:2] not in (*MUNICIPALITIES, "81", "82")
        else "".join(names)
    )


def table(name: str) -> list[list[str]]:
    """Return the rows of a table of ``newsan/data``."""
    return [line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines()]


@cache
def _division_table() -> SortedTable:
    return SortedTable.open(DATA / "divisions.tsv")


@cache
def _country_table() -> SortedTable:
    return SortedTable.open(DATA / "countries.tsv")


@cache
def _division_name_table() -> SortedTable:
    return SortedTable.open(DATA / "division_names.tsv")


@cache
def _township_table() -> SortedTable:
    return SortedTable.open(DATA / "townships.tsv")


@cache
def _point_table() -> SortedTable:
    return SortedTable.open(DATA / "division_points.tsv")


@cache
def _city_table() -> SortedTable:
    return SortedTable.open(DATA / "world_cities.tsv")
