"""Figures that cannot be, whatever else the page says: 合格率985%, 常住人口345亿人; and falls by more than all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsan.checks.figures import Figure, Passage, finding
from newsan.checks.intervals import plain
from newsan.checks.wholes import CLAUSE
from newsan.models import Finding
from newsan.patterns import compiled
from newsan.tables import listed

FALLS_BY = compiled(r"(?:下降|减少|降低|减小|缩小|缩短|下跌|下滑|减|降)(?:了|约|近|超过?|将近|整整|至少)*+$")
SAID = compiled(r"(?:一度|最高|最低|高达|达到?|为|是|约|超过?|近|已|均|仅|只有|\s){1,6}$")
LOSSES = compiled("利润|盈利|净利|收益|亏损|盈余|现金流|增速|增幅|贡献")
"""What can fall by more than all of it, because it can be less than nothing."""


class Limit(NamedTuple):
    """The least and the most that a figure with such a subject and unit can be."""

    subject: str
    unit: str
    least: Decimal
    most: Decimal
    example: str


@cache
def limits() -> tuple[Limit, ...]:
    """Return the rows of ``data/limits.tsv``."""
    rows = (line.split("\t") for line in listed("limits.tsv")[1:])
    return tuple(
        Limit(subject, unit, Decimal(least), Decimal(most), example)
        for subject, unit, least, most, example in rows
    )


def check_limits(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield figures beyond what there can be, and falls by more than there was."""
    for passage in passages:
        for figure in passage.figures:
            yield from beyond(figure)
            yield from falls(figure)


def beyond(figure: Figure) -> Iterator[Finding]:
    """Yield a figure that its subject cannot have."""
    fact = figure.fact
    subject = "".join((fact.subject or "").split())
    if fact.direction:
        return
    before = SAID.sub("", CLAUSE.split(figure.lead)[-1])
    for limit in limits():
        if fact.per is not None and not (fact.per == "人" and "人均" in limit.subject):
            continue
        if fact.unit != limit.unit or not (subject.endswith(limit.subject) or before.endswith(limit.subject)):
            continue
        if figure.extent.low > limit.most or figure.extent.high < limit.least:
            most = figure.extent.low > limit.most
            bound = plain(limit.most if most else limit.least)
            message = (
                f"{limit.subject}{figure.printed}，{'超过' if most else '低于'}可能的{bound}{limit.unit}"
            )
            proof = f"{figure.printed} {'>' if most else '<'} {bound}{limit.unit}"
            yield finding("limit", "suspect", (figure,), message, proof)
            return


def falls(figure: Figure) -> Iterator[Finding]:
    """Yield a fall by a multiple (减少2倍) or by more than 100 percent, of what cannot be less than nothing."""
    fact = figure.fact
    if FALLS_BY.search(figure.lead) is None or LOSSES.search(f"{fact.subject or ''}{figure.lead}"):
        return
    if fact.kind == "multiple" and (fact.low or 0) >= 1 and "番" not in fact.quote:
        message = f"减少不能说{figure.printed}：减少一倍就是一点不剩"
        proof = f"−{figure.printed} < −100%"
        yield finding("limit", "error", (figure,), message, proof)
    elif fact.kind == "percent" and figure.extent.low > 100:
        message = f"减少{figure.printed}，超过全部"
        proof = f"{figure.printed} > 100%"
        yield finding("limit", "error", (figure,), message, proof)
