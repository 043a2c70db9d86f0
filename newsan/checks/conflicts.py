"""One thing at one time with two values: in the headline and beneath it, in one article and in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsan.checks.changes import ARRIVES
from newsan.checks.figures import Figure, Passage, finding, folded
from newsan.checks.magnitude import slip
from newsan.checks.wholes import CLAUSE
from newsan.models import ArticleAnalysis, Finding
from newsan.patterns import compiled

INDICATOR = compiled(
    "(?:额|量|值|率|总数|收入|面积|人口|总值|总额|人数|里程|规模|数量|产量|均价|指数|能力|比重|占比|储量|容量|人次|户数)$"
)
"""What the name of an indicator ends in: it is one thing wherever it is told, as 项目 or 投资 are not."""
GENERAL = frozenset(
    "总额 总量 总值 总数 收入 面积 产量 规模 人数 数量 总收入 总产量 总面积 金额 比例 比重 占比 均价 容量 年产量 年产值 产值 销量 销售额 "
    "交易额 成交额 成交量 投资额 总投资额 建筑面积 占地面积 年收入 利率 降雨量 降水量 库容 储量 营业额 销售收入 营业收入 年销售额 人口 总人口 "
    "年销售收入 流量 增长率 市值 总市值 票房收入 注册资本".split()
)
"""Indicators that say too little to be the same thing twice."""
BETWEEN = compiled(
    r"^(?:也|又|已|已经|就|均|约|近|超过?|逾|接近|将近|累计|共|总|达到|达|为|是|有|高达|突破|实现|完成|升至|增至|降至|[:：]|\s)*+$"
)
"""What may stand between an indicator and its value."""
SHIFTING = compiled(
    "其中|分别|预计|预期|目标|计划|力争|将|上年|去年|同期|此前|原|最高|最低|平均|当月|当日|单日|单月|当年|累计|初步|修订|从|由|至少"
)
"""Words that make a figure another one than its plain indicator: a plan, an earlier level, a part."""


PLAIN = compiled(
    r"^(?:截至|截止|到|至|在|的|[去今前上本当全]年|[年月日末底初个前上下半季度一二三四0-9]|我[国省市县区]|全[国省市县区]|该?[省市县区]|\s)*+$"
)
"""What may stand before an indicator in its clause: when, and for which whole."""
OTHER_SOURCE = compiled("另据|而据|根据.{0,12}(?:口径|估算|预测)")
WITHIN: Final = 80
"""How many characters before a figure may say that it is of another time or a part."""
BRACKET = compiled("[()（）]")
HEADINGS: Final = frozenset(("title", "kicker", "subtitle", "subhead"))


APART = compiled("其中|分别|同期|此前|前年")
COUNTED = compiled(r"^(?:截至[^，]*)?(?:我国|全[国省市县区]|该[省市县区校厂])(?:现有|实有|共有|拥有|已有)?")
"""What makes a count the only one of its kind (全市实有|经营主体|58.6万户)."""


RESULTS: Final = frozenset("胜平负")
"""A side has as many of these as it has rivals, seasons and grounds."""


class Key(NamedTuple):
    """What two figures must share to be the same figure told twice."""

    subject: str
    unit: tuple[str, str | None, str | None]
    time: tuple[str | None, str | None]
    place: str | None


class Told(NamedTuple):
    """A figure with the article it stands in."""

    figure: Figure
    title: str | None = None


def check_conflicts(
    passages: Sequence[Passage], article: ArticleAnalysis, earlier: dict[Key, Told]
) -> Iterator[Finding]:
    """Yield figures told with another value before, in this article or one before it; adds to ``earlier``."""
    places = {place.id: place.name for place in article.places}
    for passage in passages:
        for figure in passage.figures:
            key = key_of(figure, places)
            if key is None or OTHER_SOURCE.search(passage.text):
                continue
            before = earlier.setdefault(key, Told(figure, article.article.title))
            if before.figure.extent.apart(figure.extent):
                yield conflict(before, figure, key.subject)


def check_headline(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield figures of the headline that the text beneath gives another value and nowhere this one."""
    body = [figure for passage in passages if passage.sentence.role == "body" for figure in passage.figures]
    for passage in passages:
        if passage.sentence.role not in HEADINGS:
            continue
        for figure in passage.figures:
            alike = [other for other in body if other.unit == figure.unit]
            if any(not other.extent.apart(figure.extent) for other in alike):
                continue
            same = [other for other in alike if same_subject(figure, other) and moves(figure) == moves(other)]
            if len(same) == 1:
                yield conflict(Told(figure), same[0], figure.fact.subject or "")


def moves(figure: Figure) -> str | None:
    """Return which way a figure is a change, ``None`` for a level."""
    return None if ARRIVES.search(figure.lead) else figure.fact.direction


def same_subject(title: Figure, body: Figure) -> bool:
    """Tell whether the subject of a headline is that of a figure in the text, which may say it in full."""
    short, full = (folded("".join((figure.fact.subject or "").split())) for figure in (title, body))
    return (
        len(short) > 2
        and full in folded("".join(body.lead.split()))
        and BRACKET.search(full) is None
        and (full.endswith(short) or (short.endswith(full) and len(full) > 3))
    )


def key_of(figure: Figure, places: Mapping[int, str]) -> Key | None:
    """Return what makes a figure the one it is, ``None`` where the text does not say it exactly enough."""
    fact = figure.fact
    subject = folded("".join((fact.subject or "").split()))
    if (
        subject in GENERAL
        or fact.unit in RESULTS
        or (INDICATOR.search(subject) is None and not (fact.kind == "count" and COUNTED.match(subject)))
        or fact.time is None
        or fact.time.from_ is None
    ):
        return None
    lead = folded("".join(figure.lead.split()))
    before, found, gap = lead.rpartition(subject)
    prefix = CLAUSE.split(before)[-1]
    offset = fact.start - figure.sentence.start
    same = figure.sentence.text[max(0, offset - WITHIN) : offset].rpartition("；")[2]
    if (
        not found
        or BETWEEN.match(gap) is None
        or SHIFTING.search(prefix + gap)
        or APART.search(same)
        or PLAIN.match(prefix) is None
    ):
        return None
    if fact.direction and ARRIVES.search(figure.lead) is None:
        return None
    place = places.get(fact.place) if fact.place is not None else None
    return Key(subject, figure.unit, (fact.time.from_, fact.time.to), place)


def conflict(before: Told, figure: Figure, subject: str) -> Finding:
    """Return the finding that a figure was told with another value before."""
    guess = slip(figure.extent, before.figure.extent)
    elsewhere = before.figure.article != figure.article
    headline = before.figure.sentence.role in HEADINGS
    where = f"《{before.title}》" if elsewhere and before.title else "标题" if headline else "前文"
    message = f"{subject}，{where}作{before.figure.printed}，此处作{figure.printed}"
    proof = f"{before.figure.printed} ≠ {figure.printed}"
    return finding("conflict", "suspect", (before.figure, figure), message, proof, guess=guess)
