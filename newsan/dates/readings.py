"""What a form of date means: the days it covers, its EDTF, and what later dates may take over from it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsan.models import DateKind


class Reading(NamedTuple):
    """A date or period, read.

    ``first`` and ``last`` are its days, both inclusive, ``None`` where they are unknown or open. ``year``,
    ``month`` and ``day`` are the parts a later date of the paragraph may leave out; ``inferred_from`` says what
    supplied parts this one leaves out, and ``said_year`` that it prints its year or counts it from the edition's.
    """

    kind: DateKind
    edtf: str
    first: dt.date | None = None
    last: dt.date | None = None
    inferred_from: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    said_year: bool = False


def month_end(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return 31 if month == 12 else (dt.date(year, month + 1, 1) - dt.timedelta(1)).day


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month ``count`` months later."""
    years, months = divmod(year * 12 + month - 1 + count, 12)
    return years, months + 1


def year_text(year: int | None) -> str:
    """Return a year as EDTF writes it, ``XXXX`` where it is unsaid."""
    return "XXXX" if year is None else f"{year:04d}"


def month_text(year: int | None, month: int | None) -> str:
    """Return a month as EDTF writes it."""
    return f"{year_text(year)}-{'XX' if month is None else f'{month:02d}'}"


def year_reading(year: int | None, last_year: int | None = None) -> Reading:
    """Return a year, or the years from one to another."""
    if year is None:
        return Reading("date", "XXXX")
    if last_year is None:
        return Reading("date", year_text(year), dt.date(year, 1, 1), dt.date(year, 12, 31), None, year)
    edtf = f"{year_text(year)}/{year_text(last_year)}"
    return Reading("period", edtf, dt.date(year, 1, 1), dt.date(last_year, 12, 31), None, last_year)


def day_reading(year: int | None, month: int | None, day: int) -> Reading:
    """Return one day; raises ``ValueError`` where the calendar has no such day (2月30日)."""
    # A day without its year may be of any leap year, one without its month of any long month.
    date = dt.date(2000 if year is None else year, month or 1, day)
    edtf = f"{month_text(year, month)}-{day:02d}"
    if year is None or month is None:
        return Reading("date", edtf, year=year, month=month, day=day)
    return Reading("date", edtf, date, date, None, year, month, day)


def date_reading(date: dt.date) -> Reading:
    """Return one day of the calendar."""
    return Reading("date", date.isoformat(), date, date, None, date.year, date.month, date.day)


def span_reading(first: dt.date, last: dt.date) -> Reading:
    """Return the days from one to another, both inclusive."""
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return Reading("period", edtf, first, last, None, last.year, last.month)


def months_reading(year: int | None, first: int, last: int) -> Reading:
    """Return the months from one to another of a year; where the last is the earlier one, they run into the next year."""
    last_year = year if year is None or last >= first else year + 1
    edtf = (
        month_text(year, first)
        if first == last
        else f"{month_text(year, first)}/{month_text(last_year, last)}"
    )
    if year is None or last_year is None:
        return Reading("period", edtf, month=last)
    return Reading(
        "period",
        edtf,
        dt.date(year, first, 1),
        dt.date(last_year, last, month_end(last_year, last)),
        None,
        year,
        last,
    )


def quarters_reading(year: int | None, first: int, last: int) -> Reading:
    """Return the quarters from one to another of a year."""
    edtf = f"{year_text(year)}-Q{first}" + ("" if first == last else f"/{year_text(year)}-Q{last}")
    if year is None:
        return Reading("period", edtf)
    month = last * 3
    return Reading(
        "period",
        edtf,
        dt.date(year, first * 3 - 2, 1),
        dt.date(year, month, month_end(year, month)),
        None,
        year,
    )


def part_of_month(year: int | None, month: int | None, first: int, last: int | None) -> Reading:
    """Return some days of a month, named by the month (年底 is ``XXXX-12``); ``last`` ``None`` is its last day."""
    edtf = month_text(year, month)
    if year is None or month is None:
        return Reading("date", edtf, year=year, month=month)
    end = month_end(year, month)
    return Reading(
        "date",
        edtf,
        dt.date(year, month, first),
        dt.date(year, month, min(last or end, end)),
        None,
        year,
        month,
    )


def join(first: Reading, last: Reading) -> Reading:
    """Return the stretch from one reading to another."""
    return last._replace(
        kind="clock" if last.kind == "clock" else "period",
        edtf=f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}",
        first=first.first,
        inferred_from=first.inferred_from or last.inferred_from,
    )


def in_year(reading: Reading, year: int | None) -> Reading:
    """Return a reading moved to another year; one that runs on into the next year still does."""
    if year is None or reading.year is None or reading.first is None or reading.last is None:
        edtf = reading.edtf if year is None else reading.edtf.replace("XXXX", f"{year:04d}")
        return reading._replace(edtf=edtf, first=None, last=None, year=year)
    years = year - reading.year
    edtf = "/".join(
        f"{int(part[:4]) + years:04d}{part[4:]}" if part[:4].isdigit() else part
        for part in reading.edtf.split("/")
    )
    first, last = (
        day.replace(year=day.year + years, day=min(day.day, month_end(day.year + years, day.month)))
        for day in (reading.first, reading.last)
    )
    if reading.last.day == month_end(reading.last.year, reading.last.month):
        last = last.replace(day=month_end(last.year, last.month))
    return reading._replace(edtf=edtf, first=first, last=last, year=year)


def shifted(date: dt.date, days: int) -> dt.date | None:
    """Return a date some days later, ``None`` past the ends of the calendar."""
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


def told(reading: Reading | None, source: str | None, *, said_year: bool = False) -> Reading | None:
    """Return a reading with where its unsaid parts come from."""
    return None if reading is None else reading._replace(inferred_from=source, said_year=said_year)
