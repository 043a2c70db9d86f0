"""Parts against their whole: 共A，其中B; A、B、C共D; 占P%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, reduce
from itertools import pairwise, zip_longest
from typing import Final

from msgspec.structs import replace

from newsan.checks.figures import Figure, Passage, finding
from newsan.checks.intervals import Interval, shown, step_of
from newsan.checks.magnitude import slip
from newsan.models import Finding
from newsan.patterns import compiled
from newsan.tables import listed

HUNDRED: Final = Decimal(100)
AMONG = compiled(r"其中[，,：:]?[^，,。；;]{0,24}$")
TOTAL = compiled(
    r"^[^，,。；;：:（）()0-9]{0,8}?[，,、]?(?:(?:以上|三项|两项|三者|两者|二者)?共|[^，,。；;：:（）()0-9]{0,4}(?:合计|总计|共计|总共|一共))(?:有|为|达|达到|获得?|斩获|收获|约|计|是|\s)*+$"
)
"""What stands between a list and its total (16枚铜牌|共|44枚奖牌)."""
LISTED = compiled(r"^[^，,。；;：:0-9、]{0,10}(?:[、，,和及与]|以及|\s)?[^，,。；;：:0-9、]{0,10}$")
"""What stands between two members of a list (3人|死亡、|5人|受伤)."""
CHANGING = compiled(
    "增长|增加|新增|净增|减少|下降|提高|上升|比上年|比去年|同比|环比|平均|人均|户均|日均|月均|年均|每|最高|最低|最多|累计|占|超额|计划|目标|净|顺差|逆差|差额|各有|各得|各占|各派"
)
"""Words of a figure that is no part of a whole told before it: by how much it changed, or how much there is of each."""
SHARE = compiled(
    r"^[^，,。；;：:0-9]{0,8}[，,（(、]?\s?(?:约|已)?占(?:比|到|了|据|其)?(?P<of>[^，,。；;：:0-9]{0,10}?)(?:的(?:比重|比例)?)?(?:约|近|超过?|逾|达到?|为|是|比重|比例|比|\s)*+$"
)
"""What stands between a part and its share (300家，|占总数的|25%)."""
OF_TOTAL = compiled(r"^(?:全部|总)?(?P<what>.*?)(?:总?(?:数|量|额|人数|面积|人口|人次)?)?的?$")
"""What a share is said to be of, without the words for all of it (教师|总数的)."""


OVERLAPPING = compiled(
    "党|团员|女|妇|男|少数民族|青年|青少年|老年|老人|儿童|少年|学生|博士|硕士|研究生|本科|学历|职称|残疾|留守|困难|特困|低保|重点|重大|新建|新增|新"
    "|省级|市级|国家级|国家|以上|以下|一级|二级|优秀|示范|高级|专业|外籍|外国|境外|归侨|以内|岁|规模|大型|首次|连续|主要|包括|涉及|获|参与|参加"
)
"""Words of parts that one member can be of several of (党员|50名，女性|60名)."""
THE = compiled(r"^(?:左右)?的?(?:约|近|超过?|逾|\s)*+$")
TAKES = compiled(r"^[^，,。；;：:0-9]{0,8}[，,（(]?\s?(?:约|已)?占(?:到|了|据)?[^，,。；;：:0-9]{1,16}$")
HAVING = compiled(r"[，,](?:已|现|共|就)?有$")
DUE = compiled(r"应(?:到|参加|出席|发|收|考)[^，,。；;0-9]{0,6}$")
CAME = compiled(
    r"^[^，,。；;0-9]{0,4}[，,、]?实(?:到|际参加|际出席|际到会|参加|出席|发|收|考)[^，,。；;0-9]{0,6}$"
)
ALL_OF = compiled("共|总|合计|现有|拥有|设有")
HAVING_ALL = compiled(r"(?:共有|共|合计|总数|拥有|设有|现有)[^，,。；;0-9]{0,10}$")
OPENS = compiled(r"\s*其中")
ADDITIVE: Final = frozenset(("count", "money", "mass", "area", "length", "volume", "energy", "power", "data"))
"""Kinds of which a whole has its parts' sum; the rate of a part may be above that of the whole."""
LONGEST_MEMBER: Final = 12
NEAR: Final = 12
"""How many figures before or behind one are looked at for its parts."""
REST = compiled("其余|剩余|余下")
CLAUSE = compiled("[，,；;：:、。（）()]")
BESIDE = compiled("其中|另|此外|还|同时|而|并|；")
"""Words that bring in something beside the parts."""


@cache
def complements() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the parts that make up a whole between them, with the words for the whole."""
    rows = (line.partition("|") for line in listed("complements.txt"))
    return tuple((tuple(parts.split()), tuple(wholes.split())) for parts, _, wholes in rows)


def check_wholes(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield parts that are more than their whole, totals their list does not give, and shares that do not fit."""
    previous: Passage | None = None
    for passage, following in zip_longest(passages, passages[1:]):
        yield from totals(passage)
        yield from parts_of(passage, previous)
        yield from share_between(passage)
        yield from share_of_total(passage)
        yield from due(passage)
        beside = following is not None and following.sentence.paragraph == passage.sentence.paragraph
        yield from complementary(passage, following if beside else None)
        previous = passage if beside else None


def totals(passage: Passage) -> Iterator[Finding]:
    """Yield the totals told behind a list whose members do not come to them."""
    figures = passage.figures
    for index, total in enumerate(figures):
        if not TOTAL.match(total.lead):
            continue
        members = list_before(figures, index)
        if len(members) < 2:
            continue
        summed = added(members)
        if summed.apart(total.extent):
            yield contradicted(total, members, summed)


def list_before(figures: Sequence[Figure], index: int) -> list[Figure]:
    """Return the figures that the list in front of a total holds."""
    members: list[Figure] = []
    for figure in reversed(figures[max(0, index - NEAR) : index]):
        if not addable(figure, figures[index]):
            break
        if CHANGING.search(figure.lead):
            return []
        members.insert(0, figure)
        if not LISTED.match(figure.lead):
            # 各有三枚门齿、一枚犬齿、三枚前臼齿: a member that is no figure makes the list one too short.
            return [] if "、" in figure.lead[-LONGEST_MEMBER:] else members
    return members


def addable(part: Figure, whole: Figure) -> bool:
    """Tell whether a figure can be a part of another: the same unit, or the medals of a medal table."""
    if whole.fact.kind not in ADDITIVE:
        return False
    return part.unit == whole.unit or (part.fact.unit in ("金", "银", "铜") and whole.fact.unit == "枚")


def added(figures: Sequence[Figure]) -> Interval:
    """Return the sum of figures."""
    return reduce(Interval.__add__, (figure.extent for figure in figures))


def contradicted(total: Figure, members: Sequence[Figure], summed: Interval) -> Finding:
    """Return the finding that a list and its total differ."""
    expected = f"{shown(summed.middle, total.fact)}{total.fact.unit or ''}"
    terms = " + ".join(member.printed for member in members)
    message = f"各项相加是{expected}，印作{total.printed}"
    proof = f"{terms} = {expected} ≠ {total.printed}"
    return finding("sum", "error", (*members, total), message, proof, expected)


def parts_of(passage: Passage, previous: Passage | None) -> Iterator[Finding]:
    """Yield what 其中 brings in that does not fit into the whole before it."""
    figures = passage.figures
    for index, first in enumerate(figures):
        if not AMONG.search(first.lead) or CHANGING.search(first.lead):
            continue
        opens = index == 0 and previous is not None and first.fact.kind == "count" and OPENS.match(first.lead)
        before = [
            figure
            for figure in (
                previous.figures if opens and previous is not None else figures[max(0, index - NEAR) : index]
            )
            if addable(first, figure)
        ]
        if not before or any(CHANGING.search(figure.lead) for figure in before):
            continue
        if opens and (len(before) > 1 or not ALL_OF.search(before[0].lead)):
            continue
        whole = before[-1]
        parts = [first, *members_behind(figures, index, whole)]
        if len(before) == 1 or HAVING_ALL.search(whole.lead):
            yield from shares_of(whole, figures, index)
            yield from rest_of(whole, parts)
            yield from overfull(whole, parts)
        room = added(before)
        for part in parts:
            if part.extent.low > room.high:
                yield too_great(part, whole, room)


def members_behind(figures: Sequence[Figure], index: int, whole: Figure) -> list[Figure]:
    """Return the further parts that stand behind the first in its sentence."""
    members = []
    for figure in figures[index + 1 : index + 1 + NEAR]:
        if not LISTED.match(figure.lead) or BESIDE.search(figure.lead):
            break
        if addable(figure, whole) and not CHANGING.search(figure.lead):
            members.append(figure)
    return members


def too_great(part: Figure, whole: Figure, room: Interval) -> Finding:
    """Return the finding that a part is more than the whole."""
    guess = slip(part.extent, room) if part.extent.low > room.high * 1000 else None
    message = f"其中的{part.printed}大于总数{whole.printed}"
    proof = f"{part.printed} > {whole.printed}"
    return finding("sum", "error", (whole, part), message, proof, guess=guess)


def rest_of(whole: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    """Yield parts, the last of which is the rest (其余), that do not come to their whole."""
    if len(parts) > 1 and REST.search(parts[-1].lead):
        summed = added(parts)
        if summed.apart(whole.extent) and not nested(parts):
            yield contradicted(whole, parts, summed)


def overfull(whole: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    """Yield parts that come to more than their whole though each alone fits, where none of them overlap."""
    labels = "".join(part.lead + CLAUSE.split(part.tail)[0] for part in parts)
    fit = all(part.extent.low <= whole.extent.high for part in parts)
    if len(parts) < 2 or not fit or REST.search(parts[-1].lead) or OVERLAPPING.search(labels):
        return
    summed = added(parts)
    reached = any(not added(parts[:end]).apart(whole.extent) for end in range(2, len(parts)))
    if summed.low > whole.extent.high and not reached and not nested(parts):
        yield replace(contradicted(whole, parts, summed), severity="suspect")


def nested(parts: Sequence[Figure]) -> bool:
    """Tell whether the parts behind one of them are the parts of that one (10人获救，1人昏迷，其余9人清醒)."""
    return any(
        "、" not in parts[index + 1].lead and not added(parts[index + 1 :]).apart(part.extent)
        for index, part in enumerate(parts[:-2])
    )


def complementary(passage: Passage, following: Passage | None) -> Iterator[Finding]:
    """Yield wholes that are told with all their parts (进出口, 出口, 进口) and are not what these come to.

    The parts stand behind the whole, in its sentence or the next one of the paragraph, and nothing that could be
    their whole instead stands between.
    """
    for index, whole in enumerate(passage.figures):
        subject = whole.fact.subject or ""
        if CHANGING.search(whole.lead):
            continue
        behind = [
            *passage.figures[index + 1 : index + 1 + NEAR],
            *(following.figures[:NEAR] if following else ()),
        ]
        behind = [figure for figure in behind if addable(figure, whole) and not CHANGING.search(figure.lead)]
        for names, wholes in complements():
            named = f"{subject}{whole.fact.unit or ''}"
            if not any(word in named for word in wholes) or named_as(whole, names, wholes):
                continue
            members = behind[: len(names)]
            told = {named_as(part, names, wholes) for part in members if of_same_time(part, whole)}
            if told == set(names) and added(members).apart(whole.extent):
                yield contradicted(whole, members, added(members))


def of_same_time(part: Figure, whole: Figure) -> bool:
    """Tell whether two figures are told of one time, as far as they say."""
    then, now = part.fact.time, whole.fact.time
    return then is None or now is None or then.text == now.text


def named_as(part: Figure, names: Sequence[str], wholes: Sequence[str]) -> str | None:
    """Return which of the names of a line a figure has, if it has but one and none of the whole's."""
    words = CLAUSE.split(part.lead)[-1] + (part.fact.unit or "") + CLAUSE.split(part.tail)[0]
    found = [name for name in names if name in words]
    found = [name for name in found if not any(name in other for other in found if other != name)]
    longer = any(word in words and any(name in word for name in names) for word in wholes)
    return found[0] if len(found) == 1 and not longer else None


def share_between(passage: Passage) -> Iterator[Finding]:
    """Yield a share told with its part and its whole (200万千瓦，占总装机|800万千瓦|的25%) that they do not give."""
    for part, whole, share in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        if part.unit != whole.unit or share.fact.kind != "percent" or THE.match(share.lead) is None:
            continue
        if TAKES.match(whole.lead) and not CHANGING.search(part.lead):
            yield from wrong_share(whole, part, share)


def share_of_total(passage: Passage) -> Iterator[Finding]:
    """Yield the share of a total told a clause before (520户，有130户…，占总户数的25%) that part and total do not give."""
    for whole, part, share in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        match = SHARE.match(share.lead)
        if match is None or share.fact.kind != "percent" or part.unit != whole.unit:
            continue
        if (
            match["of"].startswith(("总", "全部"))
            and HAVING.search(part.lead)
            and not AMONG.search(part.lead)
        ):
            yield from wrong_share(whole, part, share)


def due(passage: Passage) -> Iterator[Finding]:
    """Yield more who came (实到) than were to come (应到)."""
    for first, second in pairwise(passage.figures):
        told = first.unit == second.unit and DUE.search(first.lead) and CAME.search(second.lead)
        if told and second.extent.low > first.extent.high:
            message = f"实到{second.printed}多于应到{first.printed}"
            proof = f"{second.printed} > {first.printed}"
            yield finding("sum", "error", (first, second), message, proof)


def shares_of(whole: Figure, figures: Sequence[Figure], index: int) -> Iterator[Finding]:
    """Yield the share told right behind a part where the part is another share of the whole."""
    part = figures[index]
    share = figures[index + 1] if index + 1 < len(figures) else None
    if share is None or share.fact.kind != "percent":
        return
    match = SHARE.match(share.lead)
    if match is None:
        return
    stem = OF_TOTAL.match(match["of"])
    if stem is None or stem["what"] not in f"{CLAUSE.split(whole.lead)[-1]}{whole.tail[:8]}":
        return
    yield from wrong_share(whole, part, share)


def wrong_share(whole: Figure, part: Figure, share: Figure) -> Iterator[Finding]:
    """Yield a share that is not what part and whole give."""
    if not whole.extent.positive():
        return
    computed = part.extent.over(whole.extent).times(HUNDRED)
    if computed.apart(share.extent.widened(step_of(share.fact) / 2)):
        expected = f"{shown(computed.middle, share.fact)}%"
        message = f"{part.printed}占{whole.printed}的{expected}，印作{share.printed}"
        proof = f"{part.printed} ÷ {whole.printed} = {expected} ≠ {share.printed}"
        yield finding("share", "error", (whole, part, share), message, proof, expected)
