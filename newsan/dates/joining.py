"""Dates beside each other and beside other words: 3日至5日 is one stretch, 今天（4月28日） one day, 2018年以来 has no end."""

from __future__ import annotations

from typing import NamedTuple

from newsan.dates.readings import Reading, join, shifted
from newsan.dates.resolving import Context
from newsan.patterns import compiled

CONNECTOR = compiled(
    r"(?:白天|夜间|凌晨|早晨|上午|中午|下午|傍晚|晚上)?起?\s?(?:[—–―\-－─~～]{1,3}|至|到)\s?"
)
LONGEST = 40
"""Characters of the longest stretch or repeated date made one of two."""
APART = compiled(r"\s?[（(，,]?\s?")
BESIDE = r"\s?的?"
"""Between a day and its hour."""
WEEKDAY = compiled(r"(?:[周週]|星期|[礼禮]拜)[一二三四五六日天]")
NEAR_DAY = r"(?:大?[前后]|[今昨明本])(?:天|日|晚|晨|夜|早)"
BRACKETS = ("（", "(")
SINCE = compiled(
    r"[”』」]?\s?(?P<both>[及或]|[（(]含[^）)]{0,4}[）)])?(?P<bound>以来|来(?=[，,、；])|[到至](?:今|现在|目前)|之后|以后|起|开始|之前|以前"
    r"|前(?![后半几两三四五六七八九十百夕往来去列期线方锋述天年月日周个0-9０-９]))"
)
"""What opens an end of the date before it."""
SINCE_THEN = ("以来", "来")
TO_NOW = (*SINCE_THEN, "至今", "到今", "到现在", "至现在", "到目前", "至目前")
OPENED = r"[从自由][^，。；]{0,6}$"


class Found(NamedTuple):
    """A reading and where it stands in its sentence."""

    start: int
    end: int
    reading: Reading
    from_hour: bool = False
    """Whether it is a stretch that began at an hour (17日22时至次日): the hour it ends at belongs to it too."""
    recurs: bool = False
    """Whether it comes again and again (每年3月)."""


def put(found: list[Found], item: Found, text: str) -> Found:
    """Put a date at the end of those found, made one with its neighbours where they say one thing; return what it became."""
    for count, merged in (
        (2, across_days(found, item, text)),
        (1, until_hour(found[-1], item, text) if found else None),
        (1, merge(found[-1], item, text) if found else None),
        (1, over_midnight(found[-1], item, text) if found else None),
    ):
        if merged is not None:
            found[-count:] = [merged]
            return merged
    found.append(item)
    return item


def across_days(found: list[Found], item: Found, text: str) -> Found | None:
    """Return the stretch that began at an hour of a day and ends on a later one: 5月1日8时至5月3日."""
    if len(found) < 2 or found[-1].reading.kind != "clock" or "/" in found[-1].reading.edtf:
        return None
    day, hour = found[-2:]
    if not compiled(BESIDE).fullmatch(text, day.end, hour.start):
        return None
    merged = merge(day._replace(end=hour.end), item, text)
    if merged is None or "/" not in merged.reading.edtf:
        return None
    first, last = merged.reading.edtf.split("/")
    return merged._replace(
        reading=merged.reading._replace(edtf=f"{first}{hour.reading.edtf}/{last}"), from_hour=True
    )


def until_hour(stretch: Found, item: Found, text: str) -> Found | None:
    """Return a stretch that began at an hour with the hour it ends at: 17日22时至次日 and 5时."""
    if (
        not stretch.from_hour
        or item.reading.kind != "clock"
        or not compiled(BESIDE).fullmatch(text, stretch.end, item.start)
    ):
        return None
    hour = item.reading.edtf if stretch.reading.kind == "period" else f"/{item.reading.edtf}"
    reading = stretch.reading._replace(edtf=f"{stretch.reading.edtf}{hour}")
    return stretch._replace(end=item.end, reading=reading, from_hour=False)


def over_midnight(left: Found, right: Found, text: str) -> Found | None:
    """Return the stretch from an hour of a day unsaid to another day: 22时至次日."""
    hour, day = left.reading, right.reading
    if (
        hour.kind != "clock"
        or "/" in hour.edtf
        or day.kind != "date"
        or day.first != day.last
        or (hour.first is not None and day.last is not None and hour.first > day.last)
        or not CONNECTOR.fullmatch(text, left.end, right.start)
    ):
        return None
    reading = hour._replace(last=day.last)
    return left._replace(end=right.end, reading=reading, from_hour=True)


def merge(left: Found, right: Found, text: str) -> Found | None:
    """Return one date for two that make one: 3日至5日, 今天（4月28日）."""
    between = text[left.end : right.start]
    first, last = left.reading, right.reading
    if right.end - left.start > LONGEST or (first.kind in {"period", "clock"} and "/" in first.edtf):
        return None
    if (
        CONNECTOR.fullmatch(between)
        and (first.kind == "clock") == (last.kind == "clock")
        # 春节—2025年 is a dash between two things, 2018年—2020年6月 a stretch.
        and len(first.edtf) <= len(last.edtf)
    ):
        if first.first is not None and last.last is not None and first.first > last.last:
            if last.said_year or last.year is None:
                return None
            last = later_by_a_year(last)
            if last.last is None or first.first > last.last:
                return None
        return left._replace(end=right.end, reading=join(first, last))
    if (
        between in BRACKETS
        and last.day is not None
        and compiled(NEAR_DAY).fullmatch(text, left.start, left.end)
    ):
        # 今天（9月4日）, printed on the 5th: the bracket knows better.
        return right._replace(start=left.start, end=right.end + closing(between, text, right.end))
    if WEEKDAY.fullmatch(text, right.start, right.end) and day_and_weekday(left, right, text):
        return left._replace(end=right.end + closing(between, text, right.end))
    if (
        WEEKDAY.fullmatch(text, left.start, left.end)
        and between in BRACKETS
        and same_weekday(last, text[left.end - 1])
    ):
        return right._replace(start=left.start, end=right.end + closing(between, text, right.end))
    if (
        APART.fullmatch(between)
        and text[left.start : left.end] != text[right.start : right.end]
        and first.kind == last.kind == "date"
        and first.edtf == last.edtf
    ):
        reading = first if first.first is not None else last
        return left._replace(end=right.end + closing(between, text, right.end), reading=reading)
    return None


def closing(between: str, text: str, end: int) -> int:
    """Return 1 where the second of two dates stands in brackets that close behind it, else 0."""
    return int(between.strip() in BRACKETS and text[end : end + 1] in ("）", ")"))


def day_and_weekday(left: Found, right: Found, text: str) -> bool:
    """Return whether a weekday only repeats the day before it: 12月24日（星期三）, whatever week that is.

    Behind a comma it may begin a new clause, so there it has to be the weekday of that day, or stand alone.
    """
    day, between = left.reading, text[left.end : right.start]
    if day.kind != "date" or day.day is None or not APART.fullmatch(between):
        return False
    agrees = same_weekday(day, text[right.end - 1])
    return agrees or between.strip() in BRACKETS or (day.first is None and right.end == len(text))


def same_weekday(day: Reading, name: str) -> bool:
    """Return whether a date is one day and falls on the weekday of that name."""
    return (
        day.first is not None
        and day.first == day.last
        and "一二三四五六日".find(name.replace("天", "日")) == (day.first.weekday())
    )


def later_by_a_year(reading: Reading) -> Reading:
    """Return a reading whose year was inferred, a year later."""
    if reading.first is None or reading.last is None or reading.year is None:
        return reading
    old, new = f"{reading.year:04d}", f"{reading.year + 1:04d}"
    try:
        first, last = (day.replace(year=day.year + 1) for day in (reading.first, reading.last))
    except ValueError:
        return reading
    return reading._replace(
        edtf=reading.edtf.replace(old, new), first=first, last=last, year=reading.year + 1
    )


def bounded(found: Found, text: str, context: Context) -> Reading:
    """Return a reading with the end opened that a word after it opens: 2018年以来, 2011年之前, 明年6月之前."""
    reading = found.reading
    match = SINCE.match(text, found.end)
    ranged = "/" in reading.edtf and reading.kind == "period"
    if (
        match is None
        or reading.kind == "clock"
        or (ranged and match["bound"] not in (*TO_NOW, "起"))
        or reading.first is None
        or reading.last is None
    ):
        return reading
    bound, reference = match["bound"], context.reference
    if bound in TO_NOW:
        now = reference if reference is not None and reference >= reading.first else None
        if bound in SINCE_THEN:
            return reading._replace(last=now)
        # 八十年代末至今 is a stretch of which the words name the beginning alone.
        edtf = f"{reading.edtf.partition('/')[0]}/{now or '..'}"
        return reading._replace(kind="period", edtf=edtf, last=now)
    if bound == "开始" and reading.day is not None and not compiled(OPENED).search(text, 0, found.start):
        # 19日开始公布 tells of that day, 从19日开始 of what follows.
        behind = text[match.end() : match.end() + 1]
        return reading if behind and behind not in "，,。；" else reading._replace(last=None)
    if bound in ("起", "开始"):
        return reading._replace(last=None)
    if bound in ("之后", "以后"):
        from_day = reading.first == reading.last or match["both"]
        return reading._replace(first=reading.first if from_day else shifted(reading.last, 1), last=None)
    ends = match["both"] or text[found.end - 1] in "底末"
    ahead = reference is not None and reading.last >= reference
    last = reading.last if ends or (ahead and reading.day is None) else shifted(reading.first, -1)
    return reading._replace(first=reference if ahead else None, last=last)
