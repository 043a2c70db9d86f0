"""Where a figure holds: the nearest place before it that is no name, goal or list member, else one that holds on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsan.models import Place, Sentence
from newsan.patterns import compiled

OPENING_REACH = 12
"""Characters into a sentence at which a place still opens it (今年前三季度，安溪县)."""
LONGEST_IDLE = 3
"""Sentences without a figure behind which a place holds on no longer."""
JOINTS = frozenset(("、", "和", "与", "及", "以及", "至", "到", "—", "——", "－", "-"))
"""Between two places these make a list or a route of them."""
TOWARDS = frozenset("对向与同赴往从自比较距离驻援访")
"""A place behind one of these is dealt with or measured from; the figure holds elsewhere."""
PASSED = tuple("止于 途经 途径 起于 起自 通往 前往 直达 来自 连接 抵达 路过 发往".split())
"""A place behind one of these is a stage of a route, or where something comes from."""
NAMED_AFTER = compiled(
    r"[一-鿿A-Za-z“”·]{0,8}?(?:合作组织|奥运|残奥|奥组委|世界杯|[亚冬全]运会|兵团|[国超甲乙]?联赛|电影节|博览会|交易会|彩票|媒体|杂志|报纸|日报|广播|电视台|通讯社"
    r"|编剧|导演|球队|股票|概念股|控股|证券|基金|双动力|有限公司|大使|总统|总理|首相|外长|学者|专家|分析师|记者|籍)"
)
"""What makes a name or a person of a place that stands before it (上海|合作组织): it tells nothing of where."""
PREPOSITIONS = ("在", "于", "於", "走进", "来到", "走访")
LOCATES = compiled(r"(?:[在于於]|走进|来到|走访|[，,。；;：:、！？（(“\s—▲△▼■□●○◆◇★☆※·•]|^)$")
"""What stands before a place that tells where things are: a preposition, or the start of a clause."""
ABROAD = frozenset(("country", "foreign", "region"))
DOES = ("v", "d", "p", "ad", "r")
"""Tags of a word behind a country that makes it one that acts (美国|将|增兵) and no setting."""


class Held(NamedTuple):
    """The place that sentences behind hold at, and how many in a row stated no figure since it was named."""

    place: int | None = None
    idle: int = 0


class Locations(NamedTuple):
    """The places of a sentence that tell where its figures hold, and which of them are joined in a list or route."""

    near: Sequence[Place]
    joined: Mapping[int, int | None]
    """With each the place that holds them all, where the text names it (浙江|台州、温州)."""


NOWHERE = Locations((), {})


def locations_in(places: Sequence[Place], sentence: Sentence, speaker: str | None) -> Locations:
    """Return what the ``places`` of a sentence tell of where its figures hold; those in the name of its ``speaker`` nothing."""
    if not places:
        return NOWHERE
    told = sentence.text.find(speaker) if speaker else -1
    spoken = (
        range(sentence.start + told, sentence.start + told + len(speaker)) if speaker and told >= 0 else ()
    )
    near: list[Place] = []
    silent = -1
    for place in places:
        if place.start == silent or place.start in spoken or not _tells_where(place, sentence):
            silent = place.end
        else:
            near.append(place)
    return Locations(near, _listed(near, sentence))


def place_of(here: Locations, held: Held, offset: int) -> int | None:
    """Return the id of the nearest place before a figure, else the one an earlier sentence of the paragraph leaves."""
    index = bisect_right(here.near, offset, key=lambda place: place.end)
    if not index:
        return held.place
    nearest = here.near[index - 1].id
    return here.joined.get(nearest, nearest)


def held_behind(here: Locations, held: Held, sentence: Sentence, *, states: bool) -> Held:
    """Return the place that holds on behind a sentence: one it opens with, else the one before, else its first.

    ``states`` tells whether the sentence has figures; where the story goes on without, the place is forgotten.
    """
    idle = 0 if states else held.idle + 1
    if not here.near:
        return Held(held.place, idle) if held.place is not None and idle <= LONGEST_IDLE else Held()
    settings = _settings(here, sentence)
    opening = next((place for place in settings if place.start - sentence.start <= OPENING_REACH), None)
    if opening is not None:
        return Held(_innermost(opening, settings).id)
    if held.place is not None and idle <= LONGEST_IDLE:
        return Held(held.place, idle)
    named = next(iter(settings), None) or next(
        (place for place in here.near if place.kind not in ABROAD), None
    )
    return Held(None if named is None or named.id in here.joined else _innermost(named, here.near).id)


def _innermost(place: Place, places: Sequence[Place]) -> Place:
    """Return the last of the chain that a place begins (浙江|杭州)."""
    for following in places:
        if following.start == place.end and following.path[: len(place.path)] == place.path:
            place = following
    return place


def _tells_where(place: Place, sentence: Sentence) -> bool:
    """Return whether a place can be where a figure holds: no part of a name, and not only whom it is dealt with (对美国)."""
    if place.role not in ("toponym", "alias"):
        return False
    at = place.start - sentence.start
    if sentence.text[at - 1 : at] in TOWARDS or sentence.text.endswith(PASSED, 0, at):
        return False
    return NAMED_AFTER.match(sentence.text, place.end - sentence.start) is None


def _settings(here: Locations, sentence: Sentence) -> list[Place]:
    """Return the places, in no list or route, that set the scene for the sentences behind."""
    settings: list[Place] = []
    chain = end = -1
    for place in here.near:
        if place.start != end:
            chain = place.start
        end = place.end
        if place.id not in here.joined and _is_setting(place, chain, sentence):
            settings.append(place)
    return settings


def _is_setting(place: Place, chain: int, sentence: Sentence) -> bool:
    """Return whether a place sets the scene, and is not only whose something is (的中国|品牌).

    ``chain`` is where the places that it ends begin (浙江|杭州).
    """
    if place.role == "alias":
        return True
    at = chain - sentence.start
    before = LOCATES.search(sentence.text, max(0, at - 2), at)
    if before is None:
        return False
    if before[0] in PREPOSITIONS or place.kind not in ABROAD | {"facility"}:
        return True
    if place.kind == "facility":
        return False
    following = bisect_left(sentence.tokens, place.end, key=lambda token: token.start)
    return following == len(sentence.tokens) or not sentence.tokens[following].pos.startswith(DOES)


def _listed(places: Sequence[Place], sentence: Sentence) -> dict[int, int | None]:
    """Return the ids of the places that a list or a route joins (江苏、浙江等9省, 上海至厦门).

    None of them is where a figure behind holds; with each stands the one that holds them all (浙江|台州、温州).
    """
    joined: dict[int, int | None] = {}
    whole: Place | None = None
    for place, following in pairwise(places):
        between = sentence.text[place.end - sentence.start : following.start - sentence.start]
        if between in JOINTS:
            held = joined.get(place.id, whole.id if whole is not None else None)
            joined[place.id] = joined[following.id] = held
        elif not between or sentence.text[: place.start - sentence.start].endswith("在"):
            whole = place
        else:
            whole = None
    return joined
