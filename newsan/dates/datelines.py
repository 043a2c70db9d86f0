"""The day an article tells of itself: its dateline, the line of a web page, the credit of the paper it is taken from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from newsan.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsan.models import Sentence

DATELINE: Final = "dateline"
CREDIT: Final = "credit"

DATELINES = (
    r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?(?:电|讯|消息|报道)",
    r"^\s*(?:发布时间|时间|日期)[:：]?\s?(?P<year>(?:19|20)\d\d)[-年/.](?P<month>\d{1,2})[-月/.](?P<day>\d{1,2})",
)
"""Datelines that print their year, and the line of a web page that tells when it was put up."""
CREDITS = (
    r"[》报刊]\s?[（(]\s?(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?第?\s?\d{1,2}\s?版\s?[）)]",
)
"""《青城日报》（2025年12月18日 第3版）: which paper, of which day, an article was taken from."""
SENT = compiled(r"^[^。，]{0,30}?(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?[电電讯訊]")
"""新华社北京12月17日电: the words 今天 and 昨天 behind it count from that day, not from the edition's."""
OLDEST = 7
"""Days before its edition that a story was sent at most."""
LAST = 3
"""Sentences at the end of an article in which such a credit stands."""


def sent_on(text: str, reference: dt.date | None) -> dt.date | None:
    """Return the day in the dateline a sentence begins with, ``None`` where it is not one of the edition's news."""
    match = SENT.search(text) if reference is not None and "日" in text else None
    if match is None or reference is None:
        return None
    day, month = int(match["day"]), int(match["month"])
    days = (reference - dt.timedelta(ago) for ago in range(OLDEST + 1))
    return next((date for date in days if (date.month, date.day) == (month, day)), None)


def own_day(sentences: Sequence[Sentence]) -> tuple[dt.date, str] | None:
    """Return the day an article was written or printed, and what tells it; ``None`` where nothing does."""
    for forms, source, where in (
        (DATELINES, DATELINE, sentences),
        (CREDITS, CREDIT, sentences[-LAST:]),
    ):
        for sentence in where:
            for form in forms:
                if match := compiled(form).search(sentence.text):
                    try:
                        return dt.date(int(match["year"]), int(match["month"]), int(match["day"])), source
                    except ValueError:
                        continue
    return None
