"""Which paper, which day, which city: what the folio lines of a page say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath
from typing import Final, NamedTuple

from newsan.patterns import compiled
from newsan.reading.blocks import Block
from newsan.reading.plain import plain
from newsan.tables import DATA

DAY: Final = compiled(
    r"(?<!\d)(?P<year>(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2}|一九[〇○零一二三四五六七八九]{2})\s*[年.\-/]?\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月.\-/]?\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d)"
)
COMPACT: Final = compiled(r"(?<!\d)(?P<year>(?:19|20)\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?!\d)")
DIGITS: Final = {
    sign: value
    for value, signs in enumerate(("〇○零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}


class Masthead(NamedTuple):
    """The paper's name and the day of the page, where they are printed."""

    title: str | None
    date: dt.date | None


def read_masthead(blocks: Sequence[Block]) -> Masthead:
    """Return what the first folio lines of a page say about the paper and its day."""
    title: str | None = None
    date: dt.date | None = None
    for block in blocks:
        if block.role not in ("furniture", "meta") and "names" not in block.markers:
            continue
        printed = block.markers.get("masthead") or (block.folio.masthead if block.folio else None)
        title = title or (printed.strip("《》") if printed else None)
        date = date or find_day(plain(block.text))
        if title and date:
            break
    return Masthead(title, date)


def find_day(text: str) -> dt.date | None:
    """Return the first whole day a folio line names.

    >>> find_day("青城日报 2025年12月18日 星期四"), find_day("二〇二五年三月五日")
    (datetime.date(2025, 12, 18), datetime.date(2025, 3, 5))
    """
    match = COMPACT.search(text) or DAY.search(text)
    if match is None:
        return None
    try:
        return dt.date(_year(match["year"]), _small(match["month"]), _small(match["day"]))
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) if text.isdigit() else int("".join(str(DIGITS[sign]) for sign in text))


def _small(text: str) -> int:
    """Return a month or a day: 12, 十二, 二十一."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)


def date_of_file_name(name: str) -> dt.date | None:
    """Return the day in a file's name: ``20251218-01.txt``, ``paper-2025-12-18.txt``."""
    match = COMPACT.search(PurePath(name).name)
    return find_day(match[0]) if match else None


@cache
def _outlets() -> str:
    return (DATA / "outlets.csv").read_text("utf-8")


def home_of(title: str | None) -> str | None:
    """Return the city a paper is printed for, by its name; ``None`` for national papers and unknown ones.

    A masthead may have words before the name (雪城牡丹江日报): then the longest known name it ends with counts.
    """
    if title is None:
        return None
    outlets = _outlets()
    for name in (title, *(title[start:] for start in range(1, len(title) - SHORTEST_ENDING + 1))):
        _, row, after = outlets.partition(f"\n{name},")
        if row:
            return after.partition("\n")[0]
    return None


SHORTEST_ENDING: Final = 4
"""Characters of a known name that words before it leave certain."""
