"""The tables of feasts and reigns: every row is read back, every spelling is claimed once."""

from __future__ import annotations

import datetime as dt

import pytest

from newsan.dates import find_dates
from newsan.dates.lunar import (
    TERMS,
    data_rows,
    eras,
    festival_day,
    festival_named,
    holidays,
    lunar_days,
    term_day,
)
from newsan.models import Sentence

SPELLINGS = [
    (spelling, name)
    for name, _, _, *more in data_rows("festivals.tsv")
    for spelling in [name, *" ".join(more).split()]
]


def one_sentence(text: str) -> list[Sentence]:
    return [Sentence(text, 0, 0, "body")]


def test_spellings_are_claimed_once() -> None:
    spellings = [spelling for spelling, _ in SPELLINGS]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(("spelling", "name"), SPELLINGS)
def test_feasts_are_read_back(spelling: str, name: str) -> None:
    day = festival_day(2024, festival_named(name))
    assert day is not None
    [date] = find_dates(one_sentence(f"2024年{spelling}，人很多"), None)
    assert (date.quote, date.edtf) == (f"2024年{spelling}", day.isoformat())


# fmt: off
KNOWN = [
    ("春节", 2025, "2025-01-29"), ("除夕", 2023, "2024-02-09"), ("端午节", 2025, "2025-05-31"),
    ("中秋节", 2025, "2025-10-06"), ("母亲节", 2025, "2025-05-11"), ("国庆节", 2025, "2025-10-01"),
]
# fmt: on


@pytest.mark.parametrize(("name", "year", "day"), KNOWN)
def test_feasts_fall_on_known_days(name: str, year: int, day: str) -> None:
    assert str(festival_day(year, festival_named(name))) == day


def test_holidays_are_in_order_and_none_are_left_out() -> None:
    assert all(first <= last for first, last in holidays())
    ends = [day for days in holidays() for day in days]
    assert ends == sorted(ends)
    first_of_october = {last.year for first, last in holidays() if first <= dt.date(last.year, 10, 1) <= last}
    assert first_of_october == set(range(ends[0].year, ends[-1].year + 1))


def test_terms_follow_each_other() -> None:
    for year in (1901, 2024, 2099):
        days = [term_day(year, term) for term in TERMS]
        assert days == sorted(day for day in days if day is not None)


def test_there_is_no_lunar_day_outside_the_library() -> None:
    assert lunar_days(1800, 1, 1) is None
    assert lunar_days(2021, 4, leap=True) is None
    assert lunar_days(2020, 4, leap=True) == (dt.date(2020, 5, 23), dt.date(2020, 6, 20))


@pytest.mark.parametrize(("title", "years"), sorted(eras().items()))
def test_reigns_are_read_back(title: str, years: tuple[int, int, bool]) -> None:
    assert years[0] <= years[1]
    [date] = find_dates(one_sentence(f"{title}元年"), None)
    assert date.edtf == f"{years[0]:04d}"


HOSTILE = [
    "1",
    "2025年",
    "12月",
    "2月30日",
    "2000年前",
    "20250101",
    "正月",
    "2025年1月1日至",
    "今天（",
    "8时",
    "上个",
    "一二三",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_keeps_its_quotes(unit: str) -> None:
    text = unit * 400
    for date in find_dates(one_sentence(text), dt.date(2025, 6, 1)):
        assert text[date.start : date.end] == date.quote
