"""The unit table: what a printed unit measures, and how to turn it into the base unit."""

from __future__ import annotations

from collections import defaultdict
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from newsan.models import Measure
from newsan.tables import DATA

__all__ = ["PERCENT", "PERMILLE", "Unit", "base_measure", "currencies", "find_unit", "unit_table", "units_at"]

ROUNDED = Context(prec=12)
EXACT = Context(prec=34, traps=[])


class Unit(NamedTuple):
    """A unit as a person would write it, its kind of fact, and how many of ``base`` it is.

    ``base`` and ``factor`` are empty for what has no physical base (家, 人次); for money ``base`` is the ISO code.
    """

    name: str
    kind: str
    base: str = ""
    factor: str = ""
    example: str = ""


PERCENT = Unit("%", "percent")
PERMILLE = Unit("‰", "percent")


@cache
def unit_table() -> dict[str, Unit]:
    """Return every name and alias of a unit of ``data/units.tsv``."""
    return {name: _unit_of(row) for name, row in _rows("units.tsv").items()}


@cache
def currencies() -> dict[str, Unit]:
    """Return every name and alias of a currency of ``data/currencies.tsv``."""
    return {name: _unit_of(row) for name, row in _rows("currencies.tsv").items()}


def _rows(table: str) -> dict[str, str]:
    """Return every name and alias of a table with the row it stands in; a page needs few of them."""
    rows: dict[str, str] = {}
    for row in (DATA / table).read_text("utf-8").splitlines()[1:]:
        cells = row.split("\t")
        rows[cells[0]] = row
        if aliases := cells[-2]:
            rows.update(dict.fromkeys(aliases.split(","), row))
    return rows


@cache
def _all_rows() -> dict[str, str]:
    return _rows("currencies.tsv") | _rows("units.tsv")


@cache
def _unit_of(row: str) -> Unit:
    """Return the unit of a row; that of a currency has no cell for what it measures."""
    name, *kind, base, factor, _, example = row.split("\t")
    return Unit(name, kind[0] if kind else "money", base, factor, example)


@cache
def _lengths() -> dict[str, set[int]]:
    """Return for each first character how long the names that begin with it are."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in _all_rows():
        lengths[name[0]].add(len(name))
    return lengths


def find_unit(name: str) -> Unit | None:
    """Return the unit a name or alias stands for.

    >>> find_unit("平米").name
    '平方米'
    """
    row = _all_rows().get(name)
    return None if row is None else _unit_of(row)


def units_at(text: str, at: int) -> list[tuple[Unit, int]]:
    """Return the units printed at an offset with where each ends, the longest first.

    A unit in Latin letters is not read where more letters or digits follow: 5G is no gram, 3MA no megametre.

    >>> [(unit.name, end) for unit, end in units_at("3万人次", 2)]
    [('人次', 4), ('人', 3)]
    """
    found: list[tuple[Unit, int]] = []
    rows = _all_rows()
    for length in sorted(_lengths().get(text[at : at + 1], ()), reverse=True):
        end = at + length
        row = rows.get(text[at:end]) if end <= len(text) else None
        if row is None:
            continue
        after = text[end : end + 1]
        if text[end - 1].isascii() and text[end - 1].isalpha() and after.isascii() and after.isalnum():
            continue
        found.append((_unit_of(row), end))
    return found


def base_measure(value: Decimal, unit: Unit) -> Measure | None:
    """Return a value in the unit's base (``2741000000 CNY``, ``3360 m²``), ``None`` for a unit without one.

    A factor that is itself rounded (亩) gives twelve figures, no more than it is good for.
    """
    if not unit.base:
        return None
    factor = Decimal(unit.factor)
    rounded = len(factor.as_tuple().digits) > ROUNDED.prec
    product = (ROUNDED if rounded else EXACT).multiply(value, factor)
    if rounded:
        product = product.normalize(ROUNDED)
    if product == product.to_integral_value() and product.adjusted() < 30:
        product = product.quantize(Decimal(1), context=EXACT)
    return Measure(product, unit.base)
