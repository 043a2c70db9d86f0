"""What a figure is said for: 元/平方米, 每万人口, 人均."""

from __future__ import annotations

from newsan.patterns import compiled

SLASH = compiled(r"[ ]?[/／](?P<per>(?:[·\w²³]{1,8}))")
EVERY = compiled(
    r"(?:(?P<every>[每毎])(?P<per>(?:[百千万亿]|[0-9]{1,5}[万亿]?)?(?:人口|个?小时|个?工作日|平方公里|平方米|立方米|公里|公斤|千克|公顷|分钟|盎司|交易日|个?月|星期|人次|标箱|[人年月日天周户亩吨斤桶套股家名位元台辆次张件头只克升股票棵斤米秒晚届期场季]))"
    r"|(?P<mean>[人户亩日年月周]均))"
)
CLAUSE_MARKS = compiled(r"[，。；,;！？!?：:\n（）()]")


def denominator(printed: str) -> str:
    """Return the denominator after a slash without what is no part of its word."""
    return printed.split("，", maxsplit=1)[0]


def rate(text: str, left: int, end: int) -> str | None:
    """Return the denominator said before a number in its clause: 每万人口…8.1件, 人均1680元."""
    start = max(left, end - 40)
    clause = CLAUSE_MARKS.split(text[start:end])[-1]
    rates = list(EVERY.finditer(clause))
    if not rates:
        return None
    found = rates[-1]
    return found["per"].removeprefix("个") if found["every"] else found["mean"][0]
