"""Changes against their levels: 由A增至B，增长P%; B，比上年增加C，增长P%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

import regex

from newsan.checks.figures import Figure, Passage, finding
from newsan.checks.intervals import Interval, shown, step_of
from newsan.checks.moves import HUNDRED, ONE, REAL_TERMS, Move, between, compare, context
from newsan.models import Finding
from newsan.patterns import compiled

UP: Final = "增长|增加|增收|增产|增支|涨价|提价|扩增|扩容|跃升|多[一-鿿]{1,3}|增幅|上升|升高|提高|提升|上涨|涨幅|攀升|扩大|增|升|涨|多|高"
DOWN: Final = "下降|减少|减收|减产|减支|降价|压缩|少[一-鿿]{1,3}|降低|回落|下跌|跌幅|降幅|下滑|缩减|缩小|收窄|缩短|压减|削减|下调|减|降|跌|低|少"
APPROXIMATORS: Final = r"约|近|超过?|逾|将近|接近|高达|仅|只|大约|整整|达到?|为|了|率|比例|幅度|\s"
AGAINST: Final = (
    "同比(?:于[^，,。；;]{1,10}年)?|环比|(?:比|较|与|相比|相较于?)[^，,。；;、：:（）()]{1,14}?(?:相比)?|累计|总共|总体|整体|合计|共计?|总|净"
    "|大幅|显著|明显|进一步|又|再|已|一举|直接|足足|期间|同期|[一二三四五六七八九十0-9]{1,3}年间?来?"
)
CHANGE = compiled(
    rf"""(?x)^(?:左右|以上|以下|上下)?\s?[，,（(]\s?(?:且|并|而|也|即)?(?P<against>(?:{AGAINST}){{0,3}})
    (?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{APPROXIMATORS}){{0,3}}$"""
)
"""A change told right behind a level, with nothing new between them to be about (27.41亿元，|同比增长|9.2%)."""
OTHER_GROWTH = compiled("年均|月均|日均|平均|实际|名义|可比|不变价|同口径|剔除|扣除|复合|分别|其中")
"""Growth that is not one level against the other: by the year, at constant prices, of several things."""
YEARLY: Final = frozenset(("同比", "上年", "去年", "上年同期", "去年同期", "前一年", "上一年", "前年同期"))
ARRIVES = compiled(
    r"(?P<verb>(?:(?P<up>增|涨|扩大|上升)|(?P<down>减|跌|下降|降|缩))[加长高大少低小减]?(?:到了?|至))[^，,。；;]{0,8}$"
)
LAST_YEAR = compiled(
    r"^[，,（(]?(?:而|高于|低于|超过)?(?:去年|上年|上一年|前一年)(?:同期)?(?:则?[为是]|仅?有)?$"
)
COMPARED = compiled(r"^[，,（(、]?(?:比|较|相比|对比)[^，,。；;（(]{1,14}?的$")
"""What brings in the level that one is compared with (3.62亿件，|较2021年的|1.5亿件增长1.4倍)."""
JUST_BEHIND = compiled(rf"^(?:相比)?(?:又|还)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{APPROXIMATORS}){{0,3}}$")
EACH_YEAR = compiled(
    rf"^(?:左右|以上)?\s?[，,（(](?:复合)?年均(?:复合)?(?:增长|增幅|增速|增长率|递增)(?:{APPROXIMATORS}){{0,3}}$"
)
IS = compiled(r"^[，,]?(?:是|为|相当于)[^，,。；;（(]{1,14}$")
TIMES = compiled(r"^的(?:约|近|超过?|逾|将近|整整|\s)*+$")
"""What stands around the level that one is so many times as much as (18.6亿元，|是2020年|6.2亿元|的|3倍)."""
COMES_TO = compiled(rf"^(?:{UP}|{DOWN}|发展|变为|调整){{1,2}}[到至为][^，,。；;]{{0,8}}$")
STARTS = compiled(r"[由从自][^，,。；;]{0,20}$")
THEN = compiled(r"^(?:左右)?(?:[，,]?(?:达到?|增|升|降|减|跌)?[到至为])$")
AMOUNTS: Final = frozenset(("money", "count", "mass", "area", "length", "volume", "energy", "power"))
"""Kinds that are no rates: they change by percent, never by percentage points."""
SPEED = compiled("增速|增幅|涨幅|降幅|增长率|占|比重|比例|率")
OF_ANOTHER = compiled("增长率|增速|增幅|涨幅|降幅")
"""Growth told beside a share is that of the thing, not of its share (占比75%，增长率为37%)."""
RATE = compiled(
    r"(?P<name>[一-鿿]{0,8}(?:率|比重|占比|比例|份额))(?:约|已|仅|达到?|为|是|在|升至|降至|\s)*+$"
)
BARE_LEVEL: Final = compiled(
    r"[，,；;]?(?:\d{4}年|去年|今年|前年|上年)(?:则|已|全年)?(?:达到?|为|是|增至|升至|降至|减至|仅)?"
)
"""What stands between the levels of two years."""
FIGURES_BEHIND: Final = 2
"""How many changes told behind one pair of levels are looked at (增加3万人，增长12%)."""


def check_changes(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield the changes that their levels contradict, and levels that move against their verb."""
    for passage in passages:
        figures = passage.figures
        for index, (first, second) in enumerate(pairwise(figures)):
            rest = figures[index + 2 : index + 2 + FIGURES_BEHIND]
            if linked(first, second):
                contradicted = list(told_behind(between(first, second), rest))
                yield from contradicted or wrong_way(first, second)
            elif rest and in_successive_years(first, second):
                yield from told_behind(between(first, second), rest)
            elif first.unit == second.unit and LAST_YEAR.match(second.lead):
                yield from told_behind(between(second, first), rest)
            elif first.unit[:2] == second.unit[:2] and COMPARED.match(second.lead):
                yield from told_behind(between(second, first), rest, JUST_BEHIND)
            elif rest and first.unit[:2] == second.unit[:2] and IS.match(second.lead):
                yield from times_as_much(between(second, first), rest[0])
            yield from unit_of_change(first, second)
            if rest and STARTS.search(first.lead) and THEN.match(rest[0].lead) and first.unit == rest[0].unit:
                yield from told_between(first, second, rest[0])
            if rest:
                yield from amount_and_rate(first, second, rest[0])
                yield from amount_and_start(first, second, rest[0])


def linked(first: Figure, second: Figure) -> bool:
    """Tell whether two figures are the two ends of one change, told in one unit."""
    change = first.fact.change
    told = change is not None and change == second.fact.change and change.to == second.fact.id
    return (
        (told or (STARTS.search(first.lead) is not None and COMES_TO.match(second.lead) is not None))
        and first.unit[:2] == second.unit[:2]
        and (first.fact.per == second.fact.per or second.fact.per is None)
        and first.fact.kind not in ("rank", "ordinal")
    )


def in_successive_years(first: Figure, second: Figure) -> bool:
    """Tell whether two figures are levels of one thing in one year and the next (去年收入300万元，今年达到450万元)."""
    one, other = first.fact, second.fact
    if first.unit != second.unit or one.subject != other.subject or one.direction or other.direction:
        return False
    if one.time is None or other.time is None or not (one.time.from_ and other.time.from_):
        return False
    years = int(other.time.from_[:4]) - int(one.time.from_[:4])
    whole = (
        one.time.from_[4:] == other.time.from_[4:] and (one.time.to or "")[4:] == (other.time.to or "")[4:]
    )
    return years == 1 and whole and BARE_LEVEL.fullmatch(second.lead) is not None


def wrong_way(first: Figure, second: Figure) -> Iterator[Finding]:
    """Yield a pair that is said to rise and falls, or the other way round."""
    verb = ARRIVES.search(second.lead)
    if verb is None:
        return
    rises = verb["up"] is not None
    low, high = (first, second) if rises else (second, first)
    if high.extent.high <= low.extent.low:
        message = f"说“{verb['verb']}”，{second.printed}却{'小' if rises else '大'}于{first.printed}"
        proof = f"{second.printed} {'<' if rises else '>'} {first.printed}"
        yield finding("growth", "error", (first, second), message, proof)


def told_behind(
    move: Move, changes: Sequence[Figure], first: regex.Pattern[str] = CHANGE
) -> Iterator[Finding]:
    """Yield the changes told right behind a pair of levels that the pair does not give.

    ``first`` is what the words before the first of them have to be.
    """
    for pattern, change in zip((first, CHANGE), changes, strict=False):
        match = pattern.match(change.lead)
        if match is None and EACH_YEAR.match(change.lead):
            yield from by_the_year(move, change)
            return
        if match is None and not (change.fact.unit == "番" and change.lead in ("，", ",")):
            return
        if OTHER_GROWTH.search(change.lead):
            return
        yield from compare(move, change, falls=match is not None and match["down"] is not None)


def by_the_year(move: Move, change: Figure) -> Iterator[Finding]:
    """Yield a yearly rate (年均增长14.2%) that no compounding over the years of its levels gives."""
    first, last = (figure.fact.time for figure in move.figures)
    if EACH_YEAR.match(change.lead) is None or change.fact.kind != "percent":
        return
    if (
        first is None
        or last is None
        or first.from_ is None
        or last.from_ is None
        or not move.start.positive()
    ):
        return
    years = int(last.from_[:4]) - int(first.from_[:4])
    if REAL_TERMS.search(context(move)):
        return
    if years < 2 or move.end.low <= move.start.high:
        return
    ratio = move.end.over(move.start)
    # Years may be counted with both ends, with one or with none.
    compound = [yearly(ratio, count) for count in (years - 1, years, years + 1)]
    if all(rate.apart(change.extent) for rate in compound):
        expected = f"{shown(compound[1].middle, change.fact)}%"
        simple = not (ratio - ONE).times(HUNDRED / years).apart(change.extent.widened(step_of(change.fact)))
        message = f"由{move.first}到{move.last}，{years}年年均增长应为{expected}，印作{change.printed}"
        message += "，疑把总增幅按年数平分" if simple else ""
        proof = f"({move.last} ÷ {move.first})^(1/{years}) − 1 = {expected} ≠ {change.printed}"
        yield finding("growth", "suspect", (*move.figures, change), message, proof, expected)


def yearly(ratio: Interval, years: int) -> Interval:
    """Return by how many percent a year one grows that is so many times as much after some years."""
    root = 1 / Decimal(years)
    return Interval(*(end**root * HUNDRED - HUNDRED for end in (ratio.low, ratio.high, ratio.middle)))


def times_as_much(move: Move, times: Figure) -> Iterator[Finding]:
    """Yield how many times as much one level is said to be as another, where it is not."""
    if times.fact.kind != "multiple" or times.fact.unit == "番" or TIMES.match(times.lead) is None:
        return
    if not move.start.positive():
        return
    computed = move.end.over(move.start)
    if computed.apart(times.extent):
        expected = f"{shown(computed.middle, times.fact)}倍"
        message = f"{move.last}是{move.first}的{expected}，印作{times.printed}"
        proof = f"{move.last} ÷ {move.first} = {expected} ≠ {times.printed}"
        yield finding("growth", "error", (*move.figures, times), message, proof, expected)


def told_between(first: Figure, change: Figure, last: Figure) -> Iterator[Finding]:
    """Yield the change told between its levels (由100万|增长|20%|至|120万) where they do not give it."""
    verb = regex.search(rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{APPROXIMATORS}){{0,3}}$", change.lead)
    if verb is not None and not OTHER_GROWTH.search(change.lead):
        yield from compare(between(first, last), change, falls=verb["down"] is not None)


def unit_of_change(level: Figure, change: Figure) -> Iterator[Finding]:
    """Yield percentage points told of an amount, and a rate said to change by percent."""
    match = CHANGE.match(change.lead)
    if (
        match is None
        or is_change(level)
        or level.fact.modifier == "between"
        or OTHER_GROWTH.search(change.lead)
    ):
        return
    kinds = level.fact.kind, change.fact.kind
    verb, rate = match["up"] or match["down"], RATE.search(level.lead)
    if kinds[1] == "percentage_point" and kinds[0] in AMOUNTS and not SPEED.search(level.lead + change.lead):
        message = f"{level.printed}不是比率，{verb}不能用“个百分点”"
        proof = f"{level.printed}，{verb}{change.printed}"
        yield finding(
            "points",
            "suspect",
            (level, change),
            message,
            proof,
            f"{change.printed.removesuffix('个百分点').removesuffix('百分点')}%",
        )
    elif (
        rate is not None
        and kinds == ("percent", "percent")
        and not OF_ANOTHER.search(change.lead)
        and "成" not in change.printed
    ):
        message = f"{rate['name']}是比率，{verb}{change.printed}疑应作百分点"
        proof = f"{level.printed}，{verb}{change.printed}"
        yield finding(
            "points", "suspect", (level, change), message, proof, f"{change.printed.rstrip('%％')}个百分点"
        )


def amount_and_rate(level: Figure, second: Figure, third: Figure) -> Iterator[Finding]:
    """Yield a rate that contradicts the level and the amount it changed by, told one behind the other."""
    amount, rate = (second, third) if third.fact.kind == "percent" else (third, second)
    if not of_unit(amount, level) or rate.fact.kind != "percent" or level.fact.kind == "percent":
        return
    told = [CHANGE.match(second.lead), CHANGE.match(third.lead)]
    if told[0] is None or told[1] is None or level.fact.change is not None or is_change(level):
        return
    falls = told[0]["down"] is not None
    baselines = [baseline(match["against"], level) for match in told if match is not None]
    if (told[1]["down"] is not None) != falls or (all(baselines) and baselines[0] != baselines[1]):
        return
    if OTHER_GROWTH.search(second.lead + third.lead):
        return
    start = level.extent + amount.extent if falls else level.extent - amount.extent
    sign = "+" if falls else "−"
    move = Move(
        start,
        level.extent,
        -amount.extent if falls else amount.extent,
        f"({level.printed} {sign} {amount.printed})",
        level.printed,
        amount.printed,
        (level, amount),
        by_amount=True,
    )
    yield from compare(move, rate, falls=falls)


def amount_and_start(level: Figure, amount: Figure, start: Figure) -> Iterator[Finding]:
    """Yield a level of last year that this year's and the amount between them contradict (比上年增加21天，上年为300天)."""
    match = CHANGE.match(amount.lead)
    if (
        match is None
        or not of_unit(amount, level)
        or not of_unit(start, level)
        or LAST_YEAR.match(start.lead) is None
    ):
        return
    if is_change(level) or baseline(match["against"], level) != "同比":
        return
    computed = level.extent + amount.extent if match["down"] else level.extent - amount.extent
    if computed.apart(start.extent):
        expected = f"{shown(computed.middle, start.fact)}{start.fact.unit or ''}"
        message = f"上年应为{expected}，印作{start.printed}"
        proof = (
            f"{level.printed} {'+' if match['down'] else '−'} {amount.printed} = {expected} ≠ {start.printed}"
        )
        yield finding("growth", "error", (level, amount, start), message, proof, expected)


def is_change(figure: Figure) -> bool:
    """Tell whether a figure is itself by how much something changed, not the level it came to."""
    return bool(figure.fact.direction) and not ARRIVES.search(figure.lead)


def of_unit(amount: Figure, level: Figure) -> bool:
    """Tell whether an amount is told in the unit of the level it belongs to, or leaves it out (比上年增加879万)."""
    (kind, unit, per), (level_kind, level_unit, level_per) = amount.unit, level.unit
    return kind == level_kind and unit in (level_unit, None) and per in (level_per, None)


def baseline(against: str, level: Figure) -> str:
    """Return what a change is measured from, the ways of saying the year before the level's as one."""
    words = regex.sub(r"^(?:比|较|与|相比|相较于?)|相比$|^同比于", "", against)
    year = regex.fullmatch(r"(?P<year>(?:19|20)\d\d)年(?:同期|全年)?", words)
    if year is not None:
        time = level.fact.time
        return (
            "同比"
            if time is not None and time.from_ and int(time.from_[:4]) - 1 == int(year["year"])
            else words
        )
    return "同比" if words in YEARLY or words.startswith("同比") else words
