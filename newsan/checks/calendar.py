"""Days that no calendar has: 2月30日, 13月5日, 25时, a Thursday called Friday, a period that ends before it begins."""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from newsan.checks.figures import Passage, doubted
from newsan.models import Finding
from newsan.patterns import compiled

if TYPE_CHECKING:
    from regex import Match

WEEKDAYS: Final = {**{day: index for index, day in enumerate("一二三四五六日")}, "天": 6}
# A lunar month has up to 30 days, and its second month a 30th day.
LUNAR = compiled("农历|阴历|旧历|夏历|腊月|正月|闰")
DAY = compiled(
    r"(?<![0-9.])(?:(?P<year>(?:1[89]|20)\d\d)年)?+(?<![0-9.])(?P<month>\d{1,2})月(?:份)?(?P<day>\d{1,2})[日号](?![线楼院门])"
)
WEEKDAY_BEHIND = compiled(
    r"^\s?[（(，,]?\s?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?![到至—、\-和期])[）)]?"
)
CLOCK = compiled(r"(?<![0-9.历用耗共约近])(?P<hour>\d{1,2})[时点](?P<minute>\d{1,2})分(?![钟之])")
LASTED = compiled("历时|用时|耗时|长达|持续|共|成绩|总计|约|近|超过|仅")
YEARS = compiled(
    r"(?<![0-9.第])(?P<first>(?:1[89]|20)\d\d)年?(?:[-—–~～]{1,2}|至|到)(?P<last>(?:1[89]|20)\d\d)年(?!级|代)"
)
MONTHS = compiled(
    r"(?<![0-9])(?P<first>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:份)?(?:[-—–~～]{1,2}|至|到)(?P<last>(?:19|20)\d\d)年(?P<again>\d{1,2})月"
)
DAYS = compiled(
    r"(?<![0-9.])(?P<month>\d{1,2})月(?P<first>\d{1,2})日?(?:[-—–~～]{1,2}|至|到)(?:(?P<again>\d{1,2})月)?(?P<last>\d{1,2})日"
)


def check_calendar(passages: Sequence[Passage], day: dt.date | None) -> Iterator[Finding]:
    """Yield dates, clock times and periods that cannot be; ``day`` is the edition's."""
    for passage in passages:
        yield from days(passage, day)
        yield from clocks(passage)
        yield from periods(passage)


def days(passage: Passage, day: dt.date | None) -> Iterator[Finding]:
    """Yield days that are in no calendar, and those told with another day of the week."""
    for match in DAY.finditer(passage.text):
        if LUNAR.search(passage.text, max(0, match.start() - 8), match.start()):
            continue
        year = int(match["year"]) if match["year"] else None
        month, number = int(match["month"]), int(match["day"])
        if not 1 <= month <= 12:
            message = f"没有{month}月"
            proof = f"{month}月 > 12月"
            yield doubted("date", "error", passage, match.span(), message, proof)
            continue
        # Without a year a 29 February may be of any leap year.
        last = calendar.monthrange(year or 2000, month)[1]
        if not 1 <= number <= last:
            told = f"{year}年{month}月" if year else f"{month}月"
            message = f"{told}没有{number}日"
            proof = f"{number}日 > {last}日"
            yield doubted("date", "error", passage, match.span(), message, proof)
        else:
            yield from wrong_weekday(passage, match, dt.date(year, month, number) if year else None, day)


def wrong_weekday(
    passage: Passage, match: Match[str], named: dt.date | None, day: dt.date | None
) -> Iterator[Finding]:
    """Yield a day told with the wrong day of the week; a day without a year is the one nearest the edition's."""
    behind = WEEKDAY_BEHIND.match(passage.text[match.end() : match.end() + 8])
    if behind is None:
        return
    inferred = named is None
    if named is None:
        start = passage.sentence.start + match.start()
        index = bisect_right(passage.dates, start, key=lambda date: date.start) - 1
        known = passage.dates[index] if index >= 0 and start < passage.dates[index].end else None
        try:
            named = dt.date.fromisoformat(known.from_ or "") if known and day else None
        except ValueError:
            named = None
    if named is None or named.day != int(match["day"]):
        return
    weekday = WEEKDAYS[behind["weekday"]]
    if named.weekday() != weekday:
        right = "一二三四五六日"[named.weekday()]
        message = f"{named.year}年{named.month}月{named.day}日是星期{right}，不是星期{behind['weekday']}"
        proof = f"{named.isoformat()} = 星期{right} ≠ 星期{behind['weekday']}"
        yield doubted(
            "date",
            "suspect" if inferred else "error",
            passage,
            (match.start(), match.end() + behind.end()),
            message,
            proof,
            f"星期{right}",
        )


def clocks(passage: Passage) -> Iterator[Finding]:
    """Yield clock times past 24 or with more than 59 minutes."""
    for match in CLOCK.finditer(passage.text):
        hour, minute = int(match["hour"]), int(match["minute"])
        if LASTED.search(passage.text, max(0, match.start() - 6), match.start()):
            continue
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            message = f"没有{match[0]}这一时刻"
            proof = f"{hour}时 > 24时" if hour >= 24 else f"{minute}分 > 59分"
            yield doubted("date", "error", passage, match.span(), message, proof)


def periods(passage: Passage) -> Iterator[Finding]:
    """Yield periods whose end is before their beginning."""
    for match in YEARS.finditer(passage.text):
        if int(match["last"]) < int(match["first"]):
            message = "止年早于起年"
            proof = f"{match['last']} < {match['first']}"
            yield doubted("date", "error", passage, match.span(), message, proof)
    for match in MONTHS.finditer(passage.text):
        begins = int(match["first"]), int(match["month"])
        ends = int(match["last"]), int(match["again"])
        if ends < begins:
            message = "止月早于起月"
            proof = f"{ends[0]}年{ends[1]}月 < {begins[0]}年{begins[1]}月"
            yield doubted("date", "error", passage, match.span(), message, proof)
    for match in DAYS.finditer(passage.text):
        month, again = int(match["month"]), int(match["again"] or match["month"])
        first, last = int(match["first"]), int(match["last"])
        if month == again and last < first and month <= 12 and first <= 31:
            message = "止日早于起日"
            proof = f"{again}月{last}日 < {month}月{first}日"
            yield doubted("date", "error", passage, match.span(), message, proof)
