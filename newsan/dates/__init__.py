"""Sentences -> dates and periods, resolved against the edition's date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from newsan.models import Date, Sentence

__all__ = ["find_dates"]


def find_dates(sentences: Sequence[Sentence], reference: dt.date | None) -> list[Date]:
    """Return the dates of an article in reading order."""
    del sentences, reference
    return []
