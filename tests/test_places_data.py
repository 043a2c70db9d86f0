"""The tables of the gazetteer: every code exists, every alias is claimed once, every table is in the order it is searched in."""

from __future__ import annotations

import csv

import pytest

from newsan.places import gazetteer
from newsan.tables import DATA
from newsan.traditional import simplified

RANKS = {"country", "province", "city", "county", "capital", "nearest", "region"}
FEATURES = {"natural", "region", "road", "facility", "foreign", "country", "township"}


def rows(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.mark.parametrize("row", rows("place_aliases.csv"), ids=lambda row: row[0])
def test_an_alias_means_a_rank_or_a_division(row: list[str]) -> None:
    _, means, kind = row
    assert means in RANKS or (gazetteer.division(means) and gazetteer.rank(means) == kind)


@pytest.mark.parametrize("row", rows("place_features.csv"), ids=lambda row: row[0])
def test_a_feature_lies_in_divisions_or_countries_that_exist(row: list[str]) -> None:
    _, kind, codes = row
    assert kind in FEATURES
    assert all(gazetteer.division(code) or code in gazetteer.countries() for code in codes.split())


@pytest.mark.parametrize("name", ["place_aliases.csv", "place_features.csv"])
def test_a_name_is_claimed_once(name: str) -> None:
    names = [row[0] for row in rows(name)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "name", ["divisions", "division_names", "townships", "countries", "world_cities", "division_points"]
)
def test_a_table_is_in_the_order_of_its_bytes(name: str) -> None:
    lines = (DATA / f"{name}.tsv").read_bytes().splitlines()
    assert lines == sorted(lines)


def test_every_name_of_a_division_belongs_to_one_of_today() -> None:
    codes = {told.split()[0] for _, *senses in gazetteer.table("division_names.tsv") for told in senses}
    assert codes <= {code for code, _ in gazetteer.table("divisions.tsv")}


def test_every_township_lies_in_a_division_of_today() -> None:
    parents = {code[:6] for row in gazetteer.table("townships.tsv") for code in row[1].split()}
    assert parents <= {code for code, _ in gazetteer.table("divisions.tsv")}


def test_the_openings_are_those_of_the_names_of_divisions_and_countries() -> None:
    openings = (DATA / "place_openings.txt").read_text("utf-8").splitlines()
    rows = gazetteer.table("division_names.tsv") + gazetteer.table("countries.tsv")
    assert openings == sorted({name[:2] for name, *_ in rows})


@pytest.mark.parametrize("table", ["division_names.tsv", "countries.tsv"])
def test_every_name_is_looked_for(table: str) -> None:
    for name, *_ in gazetteer.table(table):
        assert gazetteer.is_listed(name) == (len(name) <= gazetteer.LONGEST), name


def test_a_traditional_character_has_one_simplified_form() -> None:
    assert all(len(old) == len(new) == 1 for old, new in gazetteer.table("traditional.tsv"))
    assert simplified("廣州市與上海") == "广州市与上海"
