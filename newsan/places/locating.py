"""Where a thing lies that no list has: in the division named before it, in the one it is called after, or where the story plays."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from newsan.places import gazetteer
from newsan.places.choosing import Story, shared
from newsan.places.gazetteer import Sense
from newsan.places.mentions import Mention
from newsan.places.namings import ROUTE

LONG_ROADS = ("高速", "高速公路", "铁路", "高铁", "公路", "城际", "客专", "线")
"""Last words of roads that lie in no one city."""

CALLED_AFTER = (
    "机场 火车站 高铁站 客运站 汽车站 站 港 口岸 大学 水电站 核电站 开发区 高新区 经开区 保税区 自贸试验区 自贸区 工业园 工业园区 产业园 产业园区 "
    "新区 博物馆 图书馆 市场 检查站"
).split()
"""Last words of what stands in the place it is called after; a street, park or hospital may be called after any."""

LOCAL = frozenset({"village", "community", "township"})
"""Kinds of places that are told by the county they lie in."""

NAMESAKE = frozenset({"中山"})
"""Places whose name things bear everywhere, for somebody's sake."""


class Found(NamedTuple):
    """A mention's place: ``code`` is that of the smallest division known to hold it, ``sense`` the thing itself."""

    kind: str
    name: str
    code: str | None
    path: tuple[str, ...]
    evidence: tuple[str, ...]
    point: tuple[Decimal, Decimal] | None = None


def unlisted(mention: Mention, parent: str | None, story: Story) -> Found:
    """Return a place no list has; ``parent`` is the code of the division named right before it."""
    surface, kind = mention.surface, mention.kind
    if surface in story.chosen:
        known = story.chosen[surface]
        path = (*gazetteer.path(known.code or ""), surface)
        return Found(kind, known.name, known.code, path, ("as before in the article",))
    if kind in ("region", "natural", "foreign") or surface.endswith(LONG_ROADS) or ROUTE.fullmatch(surface):
        return Found(kind, surface, None, (), ("its last word",))
    code, why = _holder(mention, parent, story)
    told = "in no list"
    if kind in ("village", "community") and (listed := village(surface, code)) is not None:
        why = "only village of this name" if code is None else why
        code, told = listed, "in the list of villages"
    if code is None:
        return Found(kind, surface, None, (), (why,))
    sense = Sense(kind, gazetteer.full_name(code) + surface.removeprefix(gazetteer.full_name(code)), code)
    story.chosen[surface] = sense
    return Found(kind, sense.name, code, (*gazetteer.path(code), surface), (why, told))


def village(name: str, holder: str | None) -> str | None:
    """Return the code of the only village of a name in a division, or of the only one there is where none is told.

    Where one county has several, the code is the county's.
    """
    inside = "" if holder is None else gazetteer.prefix(holder)
    codes = [code for code in gazetteer.villages(name) if code.startswith(inside)]
    if len(codes) == 1:
        return codes[0]
    counties = {code[:6] for code in codes}
    return counties.pop() if len(counties) == 1 else None


def _holder(mention: Mention, parent: str | None, story: Story) -> tuple[str | None, str]:
    """Return the code of the division a thing lies in, and why it is thought so."""
    surface = mention.surface
    if mention.kind == "facility" and (code := feature_before(surface)) is not None:
        return code, "part of a listed place"
    inner = None if mention.kind == "road" else division_in(surface, story.frame, parent)
    if parent is not None:
        if inner is not None and inner.startswith(gazetteer.prefix(parent)):
            return inner, "the place in its name"
        return parent[:6], f"named right after {gazetteer.division(parent[:6]) or parent}"
    nearest = next(
        (
            code[:6]
            for before, code in story.lately()
            if before.paragraph == mention.paragraph and gazetteer.rank(code[:6]) != "province"
        ),
        None,
    )
    around = nearest or story.certain_city
    if inner is not None and (around is None or inner.startswith(gazetteer.prefix(around)[:4])):
        return inner, "the place in its name"
    if surface.endswith(tuple(CALLED_AFTER)) and surface[:2] not in NAMESAKE:
        told, code = called_after(surface)
        if told and (nearest is None or code is None or code.endswith("00")):
            return code, "the place it is called after"
    if surface.endswith(("大学", "学院")) or story.abroad == mention.paragraph or around is None:
        return None, "its last word"
    if mention.kind in LOCAL and (county := story.only_county(around)) is not None:
        return county, "only county of the story"
    return around, "nearest place before it" if nearest else "city of the story"


def feature_before(surface: str) -> str | None:
    """Return the code of the only county a listed facility lies in that a name begins with (北京大学|国际关系学院)."""
    for name in gazetteer.names(surface[:2]) if surface[:2] in gazetteer.openings() else ():
        if surface.startswith(name):
            for sense in gazetteer.senses(name):
                if sense.kind == "facility" and len(sense.within) == 1 and sense.within[0].isdecimal():
                    return sense.within[0]
    return None


def called_after(surface: str) -> tuple[bool, str | None]:
    """Return whether a name begins with that of a city or county, and the code of it where that is certain."""
    opening = surface[:2]
    for name in gazetteer.names(opening) if opening in gazetteer.openings() else ():
        if not surface.startswith(name) or name == surface:
            continue
        codes = sorted(
            {
                sense.code
                for sense in gazetteer.senses(name)
                if sense.code and sense.code.isdecimal() and sense.form != "old"
            }
        )
        if codes:
            ranked = [code for code in codes if code.endswith("00")] or codes
            return True, ranked[0] if len(ranked) == 1 else shared(ranked)
    return False, None


def division_in(surface: str, *near: str | None) -> str | None:
    """Return the code of a division that a name has inside it: one near the story, or else the first that is the only one of its name."""
    holders = tuple(gazetteer.prefix(code) for code in near if code is not None)
    found = []
    for start in range(len(surface) - 1):
        opening = surface[start : start + 2]
        for name in gazetteer.names(opening) if opening in gazetteer.openings() else ():
            if not surface.startswith(name, start) or name in gazetteer.common_words():
                continue
            codes = {
                sense.code
                for sense in gazetteer.senses(name)
                if sense.code and sense.code.isdecimal() and sense.form != "old"
            }
            inside = sorted(code for code in codes if code.startswith(holders))
            if inside and holders:
                return inside[0]
            highest = sorted(code for code in codes if code.endswith("00")) or sorted(codes)
            if len(highest) == 1:
                found.append(highest[0])
    return found[0] if found else None
