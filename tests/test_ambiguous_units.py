"""Rows that tell units from words: every example of a row is read, or left silent."""

from __future__ import annotations

import pytest

import newsan
from newsan.quantities.ambiguous_units import FITS
from newsan.quantities.units import find_unit


@pytest.mark.parametrize("example", [row.yes for row in FITS if row.yes])
def test_unit(example: str) -> None:
    assert newsan.find_facts(example) != []


@pytest.mark.parametrize("example", [row.no for row in FITS if row.no])
def test_no_unit(example: str) -> None:
    assert newsan.find_facts(example) == []


@pytest.mark.parametrize("name", sorted({name for row in FITS for name in row.names.split()} - {"级"}))
def test_rows_speak_of_units_that_exist(name: str) -> None:
    assert find_unit(name) is not None
