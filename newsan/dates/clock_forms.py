"""What hours and the parts of a day mean: 21时27分, 下午3点半, 9—12时, 凌晨."""

from __future__ import annotations

from newsan.dates.digits import read_number
from newsan.dates.readings import Reading
from newsan.dates.resolving import Context
from newsan.dates.stated import Printed
from newsan.patterns import compiled

SCORED = r"(?:比分?|[一二三四五首末半两][节局场盘])(?:比分)?(?:为|是|以|依次为|分别为)?$|[^，。；]{0,8}(?<![可得足加])以$|(?:以|比分?|局|节|胜)[^，。；]{0,20}?\d{1,3}[:：∶]\d{1,3}[、和]$"
"""What stands before a score or a ratio (师生比1:15, 以11:9、8:11取胜)."""
AFTERNOON = ("下午", "午后", "傍晚", "中午")
NIGHT = ("晚", "晚上", "晚间", "夜", "夜间", "夜里", "深夜", "半夜", "午夜")


def counted_from_noon(match: Printed, hour: int, context: Context) -> bool:
    """Return whether an hour of the text is counted from noon: 下午3点, 昨晚9时; but 深夜1点 and 中午11点 are not."""
    part = match.get("daypart") or match.text[max(0, match.start - 2) : match.start]
    if part.endswith(NIGHT):
        # 午夜12点 is the end of the day.
        return 5 <= hour <= 12
    if part.endswith(AFTERNOON):
        return hour < (4 if part == "中午" else 12)
    return hour < 12 < context.afternoon < hour + 12


PARTS_OF_DAY = {
    "凌晨": (0, 5), "清晨": (5, 7), "早": (6, 9), "早上": (6, 9), "早晨": (6, 9), "早间": (6, 9), "上午": (8, 12),
    "中午": (11, 13), "正午": (11, 13), "午后": (12, 15), "下午": (12, 18), "傍晚": (17, 19), "晚": (18, 24), "晚上": (18, 24),
    "晚间": (18, 24), "夜间": (20, 24), "夜里": (20, 24), "深夜": (22, 24), "半夜": (22, 24), "午夜": (22, 24),
}  # fmt: skip
"""Roughly the hours each covers: the language draws no sharp line between them."""


def part_of_day(match: Printed, context: Context) -> Reading | None:
    """凌晨, 17日晚: its hours, on the last day the sentence names."""
    first, last = PARTS_OF_DAY[match["daypart"]]
    return clock_reading(f"T{first:02d}:00/T{last:02d}:00", context)


def hours(match: Printed, context: Context) -> Reading | None:
    """9—12时, 下午3—5点."""
    until = read_number(match["until"])
    first = clock(match, context)
    if first is None or until > 24:
        return None
    hour = int(first.edtf[1:3])
    if until < 12 and until + 12 > hour >= 12:
        until += 12
    return first._replace(edtf=f"{first.edtf}/T{until:02d}:00") if until > hour else None


def clock(match: Printed, context: Context) -> Reading | None:
    """21时27分, 下午3点半, 8:00: on the last day the sentence names, else the edition's."""
    hour, minute, second = read_number(match["hour"]), 0, 0
    groups = match.parts
    if groups.get("minute"):
        minute = {"半": 30, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}.get(
            groups["minute"]
        ) or read_number(groups["minute"])
    if groups.get("second"):
        second = read_number(groups["second"])
    if hour > 24 or minute > 59 or second > 59:
        return None
    if ":" in match.text[match.start : match.end].replace("：", ":") and is_score(match):
        return None
    hour += 12 * counted_from_noon(match, hour, context)
    edtf = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if groups.get("second") else "")
    return clock_reading(edtf, context)


def is_score(match: Printed) -> bool:
    """Return whether two numbers with a colon are a score or a ratio: words of a match or 比 stand before, or another score."""
    return compiled(SCORED).search(match.text, max(0, match.start - 28), match.start) is not None


def clock_reading(edtf: str, context: Context) -> Reading:
    """Return hours of the last day the sentence names, else of the edition's."""
    day, source = context.reference, context.source if context.reference else None
    if context.last is not None and context.last_here and context.last.day is not None:
        day, source = context.last.last, context.last_quote
    return Reading("clock", edtf, day, day, source)
