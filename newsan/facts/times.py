"""When a figure holds: the nearest time before it that is neither a baseline nor the start of another figure's change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsan.facts.clauses import Item
from newsan.facts.phrases_before import REPORTS
from newsan.facts.predicates import is_time
from newsan.facts.word_lists import word_lists
from newsan.models import Date, Quantity, Sentence, Time
from newsan.patterns import compiled

if TYPE_CHECKING:
    from regex import Match

STARTS = frozenset(("由", "从"))
LONGEST_CLAUSE = 80
"""Words behind 连续三年 within which its clause ends."""
TIMES_BACK = 40
"""Times before a figure among which the one that governs it is looked for."""
REACH = 12
"""Characters before a time that tell what it does there."""
BASELINE = compiled(
    r"(?:较|(?<!占)比|同|与|相对于|超过|超出|高[于出]|低[于出]|[快慢多少优好大小]于)(?:[一-鿿]{1,8}的)?[“‘]?$"
)
EQUALS = r"(?:是|为|相当于|达到?|[长加高大降少][到至])了?$"
SAME_DAY = r"[天日晨午晚]\s?[（(]$"
"""今天（12月17日）: the bracket repeats the time before it."""
GLOSSED = r"(?:[年月日节期旬周季初底末]|假期|期间|时节)\s?[（(]$"
"""春节假期（2月4日至10日）: the bracket says which days the time before it takes up."""
OPENING = compiled(r"(?:截至|截止)$")
FROM = "[自从]$"
SAME_PERIOD = "[，,的为是仅只有达由共]|$"
"""What follows 去年同期 where it says when; elsewhere it is part of a noun (去年同期基数)."""
SINCE = r"[”’]?(?:起|以来|开始|至今)"
CLAUSE = r"(?<![^，,。；;\s])(?:(?:多|几|近几|这些)年来|[^，,。；;：:\s]{0,30}?(?:(?<![今去]年)以来(?!的?(?:最|首|同期|新[高低]|历史|单[日月周]))|[建投达][成产]后))"
"""A clause that tells since when; a record since then (开通以来最快) tells none."""
SINCE_THEN = r"(?:[0-9]{4}年|[0-9]{1,2}月)[^，,。；;：:\s0-9]{2,40}?以来"
"""2012年两国建交以来: the same without a word before it."""
SINCE_EVENT = r"[自从][^，,。；;：:\s]{1,60}?以来"
"""自2021年开园以来: from the date in it on, with the words that say why."""
EVENT = r"(?<![^，,。；;\s])[^，,。；;：:\s0-9]{1,16}?(?:过后|首[年月周日]|[头首][一-鿿]?个月|当[天日晚]|期间|之[初际前后])(?=[，,])"
"""A clause that tells of an event figures are dated by; one with a date in it is dated by that."""
CLAUSE_SIGNS = ("以来", "年来", "成后", "产后")
EVENT_END = compiled(r"(?:过后|首[年月周日]|个月|当[天日晚]|期间|之[初际前后])[，,]")
IN_A_ROW = r"连续$"
AFTER_DURATION = r"多?(?:间|来|以来|内|里)(?!的?(?:新[高低]|最|首|同期|纪录))"
"""Behind 三年来 and the like a record follows that is no figure's time (创三年来新高)."""
BEFORE_DURATION = r"(?:连续|过去|未来|这|头)$"


RATES = frozenset(("percent", "percentage_point", "multiple", "index"))
PEOPLE = frozenset(("人", "名", "位", "例"))
"""Rates, and what people do, belong to the day that the paragraph names; sizes and sums do not."""
TIMELESS = frozenset(("duration", "age"))
ASIDE = frozenset(("不日", "此前", "以前"))
"""Words that date their own clause alone, unless a mark stands behind them (周日取得5万元，不日将达8万元)."""
PERIODS = frozenset(("年", "小时", "分钟", "秒"))
LONGEST_IDLE = 2
"""Sentences without a figure behind which a time holds on no longer."""
DAY = r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}"
NAMED_BY_DAY = "晚会|事件|精神|运动|活动|讲话|奖章|勋章|事变|工程"
"""What a day in quotation marks only names (“3·15”晚会)."""
PARTS = frozenset(("期间", "时期", "以来", "间", "起", "中"))
FRAMES = frozenset(
    "全年 去年 前年 明年 今年 本月 上月 本周 上周 年内 当年 当月 当季 季内 近年来 多年来 今年以来 本季度 上季度 上年".split()
)
"""Words without a date that frame what follows."""
CONTINUES = compiled(r"(?:——)?(?:其中|此外|另外|另有|还有|同时|与此同时|同期)")
"""What a sentence begins with that goes on with the one before."""


class Governing(NamedTuple):
    """A time that governs what stands between ``start`` and ``until``, unless a later one does."""

    start: int
    until: int
    time: Time
    lasting: bool = False
    """It frames the sentences behind as well: a year or a quarter does, a day or 目前 does not."""


class Held(NamedTuple):
    """The times that sentences behind may take up."""

    frame: Time | None = None
    """The last that lasts."""
    last: Time | None = None
    """The last of all: only a sentence that goes on with the one before takes it up (其中，…)."""
    idle: int = 0
    """Sentences in a row since then that state no figure."""


def names_time(sentence: Sentence) -> bool:
    """Return whether a sentence can tell when figures hold without a date: by a word like 目前 or a clause of its own."""
    words = word_lists()["times"]
    return any(token.text in words for token in sentence.tokens) or bool(_clauses(sentence.text))


def _clauses(text: str) -> list[Match[str]]:
    """Return the clauses of a sentence that say when without a date."""
    found = compiled(CLAUSE).finditer(text) if any(sign in text for sign in CLAUSE_SIGNS) else ()
    return [*found, *(compiled(EVENT).finditer(text) if EVENT_END.search(text) else ())]


def times_in(items: Sequence[Item], sentence: Sentence, dates: Sequence[Date]) -> list[Governing]:
    """Return the times of a sentence that govern figures, in reading order."""
    text, base = sentence.text, sentence.start
    resolved = {(date.start, date.end): date for date in dates}
    found = [Governing(base + match.start(), sentence.end, Time(match[0])) for match in _clauses(text)]
    words = word_lists()["times"]
    stated = next((i for i in range(len(items) - 1, -1, -1) if items[i].kind == "quantity"), -1)
    for index, item in enumerate(items):
        if item.kind not in ("date", "quantity") and item.text not in words:
            continue
        start, end = item.start - base, item.end - base
        if not _says_when(item, text, start, end):
            continue
        until = _until(items, index, sentence, governed=bool(found))
        if until is None:
            continue
        opening = OPENING.search(text, max(0, start - REACH), start)
        if opening is None and compiled(SINCE).match(text, end):
            opening = compiled(FROM).search(text, max(0, start - 1), start)
        opening = opening or compiled(BEFORE_DURATION).search(text, max(0, start - REACH), start)
        closing = compiled(AFTER_DURATION).match(text, end) if item.kind == "quantity" else None
        literal = text[opening.start() if opening else start : closing.end() if closing else end]
        date = _date_of(item, resolved)
        since = compiled(SINCE_EVENT).match(text, start - 1) if opening is None and start else None
        if since is None and opening is None and (index == 0 or items[index - 1].kind == "mark"):
            since = compiled(SINCE_THEN).match(text, start)
        if date is None:
            time = Time(literal)
        elif since is not None:
            time = Time(since[0], date.from_, None, date.id)
        else:
            time = Time(literal, date.from_, date.to, date.id)
        found.append(
            Governing(item.start, until, time, _lasts(items, index, date, text, start, states=stated > index))
        )
    return sorted(found, key=lambda governing: governing.start)


def _until(items: Sequence[Item], index: int, sentence: Sentence, *, governed: bool) -> int | None:
    """Return where the time at ``index`` stops to govern, ``None`` where it governs nothing.

    A time that a figure is compared with governs the figure between them alone (较|2020年|的|58家|增加), and so does
    the start of a change, and what stands before 的 in a clause that is ``governed`` by a time already.
    """
    item, text = items[index], sentence.text
    start, end = item.start - sentence.start, item.end - sentence.start
    from_here = max(0, start - REACH)
    figure = next((x for x in items[index : index + REACH] if x.kind == "quantity" and x is not item), None)
    if item.text.endswith("同期") and not compiled(SAME_PERIOD).match(text, end):
        return None
    if text.startswith("相比", end) or (item.text[0] == "“" and compiled(NAMED_BY_DAY).match(text, end)):
        return None
    behind = [item.text for item in items[index + 1 : index + 3]]
    attributive = behind[:1] == ["的"] or (behind[:1] in (["末"], ["底"], ["初"]) and behind[1:] == ["的"])
    if BASELINE.search(text, from_here, start):
        near = attributive and any(x is figure for x in items[index + 2 : index + 5])
        return figure.end if near and figure is not None else None
    if compiled(SAME_DAY).search(text, from_here, start) or (index and items[index - 1].kind == "date"):
        return None
    if index > 1 and items[index - 1].text in "（(" and compiled(GLOSSED).search(text, from_here, start):
        return None if any(is_time(x) for x in items[max(0, index - 4) : index - 1]) else sentence.end
    if attributive and figure is not None and figure.quantity is not None:
        if figure.quantity.kind == "multiple" and compiled(EQUALS).search(text, from_here, start):
            return None
        if governed:
            return figure.end
    if index > 1 and items[index - 1].text in "，," and items[index - 2].kind == "date":
        closed = items[index - 2].start - sentence.start
        if OPENING.search(text, max(0, closed - REACH), closed):
            return None
    if index and items[index - 1].text in STARTS and not compiled(SINCE).match(text, end):
        return figure.end if figure is not None else sentence.end
    aside = item.text in ASIDE and items[index + 1 : index + 2] and items[index + 1].kind != "mark"
    if aside or (item.kind == "quantity" and compiled(IN_A_ROW).search(text, from_here, start)):
        return next(
            (
                x.start
                for x in items[index + 1 : index + 1 + LONGEST_CLAUSE]
                if x.kind == "mark" and x.text != "、"
            ),
            sentence.end,
        )
    return sentence.end


def held_behind(times: Sequence[Governing], held: Held, end: int, *, states: bool) -> Held:
    """Return the times that hold on behind a sentence that ends at ``end``; ``states`` tells whether it has figures.

    A frame is forgotten where the story goes on without figures.
    """
    last = _governing(times, end)
    if last is None:
        idle = 0 if states else held.idle + 1
        return Held() if idle > LONGEST_IDLE else held._replace(idle=idle)
    frame = next((one for one in reversed(times) if one.lasting and end <= one.until), None)
    return Held(frame.time if frame is not None else held.frame, last.time)


def time_of(times: Sequence[Governing], held: Held, sentence: Sentence, quantity: Quantity) -> Time | None:
    """Return when a figure holds: the time that governs it, else one that holds on from the sentences before.

    A span of time, an age and a rate a year hold at no time that the sentences before tell.
    """
    own = _governing(times, quantity.context_start)
    if own is not None:
        return own.time
    if quantity.kind in TIMELESS or quantity.per in PERIODS:
        return None
    if CONTINUES.match(sentence.text):
        return held.last
    happens = quantity.kind in RATES or quantity.unit in PEOPLE
    return held.frame or (held.last if happens else None)


def _governing(times: Sequence[Governing], offset: int) -> Governing | None:
    """Return the time that governs what stands at ``offset``."""
    if not times:
        return None
    last = bisect_left(times, offset, key=lambda governing: governing.start) - 1
    return next(
        (times[i] for i in range(last, max(-1, last - TIMES_BACK), -1) if offset <= times[i].until), None
    )


def _lasts(
    items: Sequence[Item], index: int, date: Date | None, text: str, start: int, *, states: bool
) -> bool:
    """Return whether a time frames the sentences behind it: no day, and not only the object of a verb (预计|2028年|建成).

    Where its own sentence ``states`` no figure behind it, it is set apart by a mark.
    """
    if OPENING.search(text, max(0, start - REACH), start):
        return False
    framing = index + 1 < len(items) and (items[index + 1].kind == "mark" or items[index + 1].text in PARTS)
    if not framing and not states:
        return False
    before = items[index - 1] if index else None
    adjacent = before is not None and before.end == items[index].start
    if (
        before is not None
        and adjacent
        and (before.text.endswith("于") or (before.pos == "v" and before.text not in REPORTS))
    ):
        return False
    if date is None:
        return items[index].text in FRAMES
    return date.edtf is None or compiled(DAY).fullmatch(date.edtf) is None


def _says_when(item: Item, text: str, start: int, end: int) -> bool:
    """Return whether an item is a date, a word like 目前, or a span of time in which something was reached (三年来)."""
    if item.kind == "quantity" and item.quantity is not None and item.quantity.kind == "duration":
        framed = compiled(AFTER_DURATION).match(text, end) or compiled(BEFORE_DURATION).search(
            text, max(0, start - REACH), start
        )
        return framed is not None
    return item.kind == "date" or (item.kind == "word" and item.text in word_lists()["times"])


def _date_of(item: Item, resolved: dict[tuple[int, int], Date]) -> Date | None:
    """Return the date record an item holds; quotation marks around it do not count (“十四五”)."""
    return resolved.get((item.start, item.end)) or resolved.get((item.start + 1, item.end - 1))
