"""Sentences -> dates and periods, resolved against the edition's date."""

from __future__ import annotations

from newsan.dates.finding import find_dates

__all__ = ["find_dates"]
