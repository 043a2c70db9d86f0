"""Shares against 100: 三次产业结构, 男性占…女性占…, A占…其余…, and no part is more than all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from newsan.checks.figures import Figure, Passage, doubted, finding
from newsan.checks.intervals import Interval, plain
from newsan.checks.wholes import CLAUSE, REST, added, complements
from newsan.models import Finding
from newsan.patterns import compiled

ALL: Final = Interval(Decimal(100), Decimal(100))
STRUCTURE = compiled(
    r"(?:三次|一二三次|一、二、三次|三大)产业[^，,。；;0-9]{0,14}(?:[0-9.:：∶]++(?:调整|优化|转变|变化|演变|发展)?[为到至成])?"
    r"(?P<ratio>(?P<first>\d++(?:\.\d++)?+)[:：∶](?P<second>\d++(?:\.\d++)?+)[:：∶](?P<third>\d++(?:\.\d++)?+))(?![:：∶0-9])"
)
"""The three sectors of the economy as a ratio; where it changed, the last one."""
HAS_SHARE = compiled(
    r"占(?:比|到|了|据)?[^，,。；;：:0-9]{0,10}$|[^，,。；;：:0-9]{0,8}(?:占比|比重|比例)[^，,。；;：:0-9]{0,4}$"
)
BEYOND_ALL = compiled(
    "债|负债|赤字|生产总值|(?i:gdp)|净资产|市值|目标|任务|计划|收入|预算|同期|上年|去年|产能|可支配"
)
"""Wholes that a so-called share may exceed: 债务占生产总值的120%."""
ASKED = compiled("受访|被访|调查对象|被调查|网友|选民|民众|市民")
"""Words of a poll, whose answers come to 100 with those who gave none."""
SEVERAL_ANSWERS = compiled("多选|可多选|分别占")


def check_shares(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield shares of one whole that do not come to 100, and shares above it."""
    for passage in passages:
        yield from structures(passage)
        yield from above_all(passage)
        yield from rests(passage)
        yield from complementary_shares(passage)


def structures(passage: Passage) -> Iterator[Finding]:
    """Yield the ratio of the three sectors of the economy (6.1∶36.5∶57.4) where it does not come to 100."""
    for match in STRUCTURE.finditer(passage.text):
        members = match.group("first", "second", "third")
        values = [Decimal(member) for member in members]
        slack = sum((Decimal(1).scaleb(int(value.as_tuple().exponent)) for value in values), Decimal(0)) / 2
        total = sum(values, Decimal(0))
        if total > 11 and abs(total - 100) > slack:
            message = f"三次产业之比相加是{plain(total)}，不是100"
            proof = f"{' + '.join(members)} = {plain(total)} ≠ 100"
            yield doubted("share", "error", passage, match.span("ratio"), message, proof)


def above_all(passage: Passage) -> Iterator[Finding]:
    """Yield a share of more than all there is."""
    for figure in passage.figures:
        fact = figure.fact
        if fact.kind != "percent" or figure.extent.low <= 101 or not is_share(figure):
            continue
        if fact.direction or BEYOND_ALL.search(f"{fact.subject or ''}{fact.of or ''}{figure.lead}"):
            continue
        message = f"占比{figure.printed}，超过全部"
        proof = f"{figure.printed} > 100%"
        yield finding("share", "suspect", (figure,), message, proof)


def is_share(figure: Figure) -> bool:
    """Tell whether a percentage is said to be a share."""
    return figure.fact.kind == "percent" and HAS_SHARE.search(figure.lead) is not None


def rests(passage: Passage) -> Iterator[Finding]:
    """Yield shares told up to the rest (A占60%，B占25%，其余15%) that do not come to 100."""
    members: list[Figure] = []
    asked = ASKED.search(passage.text) is not None
    for figure in passage.figures:
        rest = REST.search(figure.lead) is not None
        if (
            is_share(figure)
            or (asked and figure.fact.kind == "percent" and not figure.fact.direction)
            or (rest and figure.fact.kind == "percent")
        ):
            members.append(figure)
        if rest and len(members) > 1:
            total = added(members)
            whole = len(members) > 2 and not passage.text.lstrip().startswith("其中")
            if total.low > ALL.high or (whole and every_percentage(passage, members)):
                yield from not_all(members)
            return


def every_percentage(passage: Passage, members: Sequence[Figure]) -> bool:
    """Tell whether a sentence tells no percentage but these, so that none of the parts is missed."""
    return sum(figure.fact.kind == "percent" for figure in passage.figures) == len(members)


def complementary_shares(passage: Passage) -> Iterator[Finding]:
    """Yield the shares of parts that make up a whole between them (男性占…，女性占…) and do not come to 100."""
    if SEVERAL_ANSWERS.search(passage.text):
        return
    shares = [figure for figure in passage.figures if is_share(figure) and not figure.fact.direction]
    for names, _ in complements():
        members = [[share for share in shares if only(share, name, names)] for name in names]
        if all(len(found) == 1 for found in members):
            yield from not_all([found[0] for found in members])


def only(share: Figure, name: str, names: Sequence[str]) -> bool:
    """Tell whether a share is said to be that of one name of a line alone (女性|占48%)."""
    words = CLAUSE.split(share.lead)[-1]
    return words.lstrip().startswith(name) and not any(other in words for other in names if other != name)


def not_all(members: Sequence[Figure]) -> Iterator[Finding]:
    """Yield the finding that shares do not come to 100."""
    total = added(members)
    if not total.apart(ALL):
        return
    message = f"各部分占比相加是{plain(total.middle)}%，不是100%"
    proof = f"{' + '.join(member.printed for member in members)} = {plain(total.middle)}% ≠ 100%"
    yield finding("share", "error", members, message, proof)
