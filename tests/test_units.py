"""The unit tables: every row is read back by its own example."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

import newsan
from newsan.quantities.units import base_measure, currencies, find_unit, unit_table, units_at
from newsan.tables import DATA

UNITS = [line.split("\t") for line in (DATA / "units.tsv").read_text("utf-8").splitlines()[1:]]
CURRENCIES = [line.split("\t") for line in (DATA / "currencies.tsv").read_text("utf-8").splitlines()[1:]]
ISO_4217 = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
    NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES
    VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG
"""


def test_there_are_enough() -> None:
    assert len(UNITS) >= 600
    assert len(CURRENCIES) >= 160
    assert set(ISO_4217.split()) <= {code for _, code, *_ in CURRENCIES}


def test_every_name_is_claimed_once() -> None:
    for rows in (UNITS, CURRENCIES):
        names = [name for row in rows for name in (row[0], *filter(None, row[-2].split(",")))]
        assert [name for name, times in Counter(names).items() if times > 1] == []
    assert set(unit_table()) & set(currencies()) == set()


def test_every_factor_is_a_number() -> None:
    for name, _, base, factor, *_ in UNITS:
        assert bool(base) == bool(factor), name
        assert not factor or Decimal(factor) > 0, name
    for name, code, factor, *_ in CURRENCIES:
        assert len(code) == 3, name
        assert code.isupper(), name
        assert Decimal(factor) > 0, name


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row[0])
def test_unit_reads_its_example_back(row: list[str]) -> None:
    name, kind, *_, example = row
    assert (name, kind) in [(fact.unit, fact.kind) for fact in newsan.find_facts(example)], example


@pytest.mark.parametrize("row", CURRENCIES, ids=lambda row: row[0])
def test_currency_reads_its_example_back(row: list[str]) -> None:
    assert row[0] in [fact.unit for fact in newsan.find_facts(row[-1]) if fact.kind == "money"], row[-1]


# fmt: off
BASES = [
    # value      unit        base value              base
    ("3360",     "平米",      "3360",                 "m²"),
    ("18",       "公里",      "18000",                "m"),
    ("2.5",      "千瓦时",    "9000000",              "J"),
    ("650",      "斤",       "325",                  "kg"),
    ("35.9",     "亿",       None,                   None),
    ("15",       "亩",       "10000",                "m²"),
    ("27.4",     "美元",      "27.4",                 "USD"),
    ("5",        "角",       "0.5",                  "CNY"),
    ("8",        "家",       None,                   None),
]
# fmt: on


@pytest.mark.parametrize(("value", "name", "base_value", "base"), BASES)
def test_base(value: str, name: str, base_value: str | None, base: str | None) -> None:
    unit = find_unit(name)
    measure = base_measure(Decimal(value), unit) if unit is not None else None
    if base_value is None:
        assert measure is None
    else:
        assert measure is not None
        assert measure.unit == base
        assert abs(measure.value - Decimal(base_value)) < Decimal("1e-9")


def test_the_longest_unit_comes_first() -> None:
    assert [unit.name for unit, _ in units_at("人次", 0)] == ["人次", "人"]
    assert units_at("Gx", 0) == []
