"""Every paper in the table is printed for a place that exists, and is named once."""

import csv

import pytest

from newsan.places import resolve_home
from newsan.tables import DATA

with (DATA / "outlets.csv").open(encoding="utf-8", newline="") as file:
    OUTLETS = list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet["outlet"])
def test_home_is_in_the_gazetteer(outlet: dict[str, str]) -> None:
    home = resolve_home(outlet["home"], None, ())
    assert home is not None
    assert home.adcode is not None


def test_names_are_unique() -> None:
    names = [outlet["outlet"] for outlet in OUTLETS]
    assert len(names) == len(set(names)) > 200
