"""Ages and anniversaries against the years they are told with: 1950年出生，现年45岁; 从1985年至今已有50年."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from newsan.checks.figures import Passage, doubted
from newsan.models import Finding
from newsan.patterns import compiled

if TYPE_CHECKING:
    from regex import Match

YEAR: Final = r"(?:1[5-9]|20)\d\d"
BORN = compiled(
    rf"(?:(?<![0-9])(?P<before>{YEAR})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^，,。；;0-9]{{0,8}}?(?:出生|生人|生于|诞生|生(?=[，,）)]))"
    rf"|(?:出?生于|出生在|出生年月[：:]?)[^，,。；;0-9]{{0,6}}(?P<after>{YEAR})年)"
)
AGE_NOW = compiled(r"(?:现年|今年|年仅|年已|如今|时年(?=今))[^，,。；;0-9]{0,3}(?P<age>\d{1,3})(?:周岁|岁)")
AGE_AT_DEATH = compiled(r"(?:享年|终年|年仅|卒年)(?P<age>\d{1,3})(?:周岁|岁)")
DIED = compiled(rf"(?<![0-9])(?P<year>{YEAR})年[^，,。；;]{{0,30}}?(?:逝世|去世|病逝|辞世|离世|牺牲|病故|卒)")
LIFE = compiled(
    rf"[（(](?P<first>{YEAR})年?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?\s?(?:[-—–~～]{{1,2}}|至)\s?(?P<last>{YEAR})年?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[)）]"
)
LASTED = compiled(
    rf"[从自](?P<first>{YEAR})年?(?:[-—–~～]{{1,2}}|至|到)(?P<last>{YEAR})年(?:的|，|,)?(?:这|整整|前后|历时|短短)?的?(?P<years>\d{{1,3}})(?:个)?年(?:间|来|里|中|时间)"
)
UP_TO_NOW = compiled(
    rf"(?:始建于|创建于|成立于|创办于|建于|创刊于|建成于|诞生于)(?P<first>{YEAR})年[^，,。；;0-9]{{0,10}}[，,]?(?:今年|至今|距今|迄今)?(?:已经?|走过了?|有|拥有|整整|迎来|喜迎|是|建校|建院|建厂|建社|成立|创刊|创办|的)*(?P<years>\d{{1,3}})(?:周)?年(?:了|历史|的历史|的?历程|的?岁月|的?风雨|校庆|华诞|纪念|庆典|[，,。；;])"
)
OLDEST: Final = 130
OLD = compiled(r"(?P<age>\d{3,4})岁(?:的)?(?:高龄|老人|老太|老汉|男子|女子|大爷|大妈|奶奶|爷爷)")


class Told(NamedTuple):
    """A number of years as told, and the first and last year it is told of."""

    years: int
    first: int
    last: int


def check_lifetimes(passages: Sequence[Passage], day: dt.date | None) -> Iterator[Finding]:
    """Yield ages and spans of years that the years told with them contradict; ``day`` is the edition's."""
    for passage in passages:
        text = passage.text
        for match in OLD.finditer(text):
            if int(match["age"]) > OLDEST:
                message = f"没有人活到{match['age']}岁"
                proof = f"{match['age']}岁 > {OLDEST}岁"
                yield doubted("age", "error", passage, match.span(), message, proof)
        yield from ages(passage, day)
        for match in LASTED.finditer(text):
            yield from span(
                passage, match, Told(int(match["years"]), int(match["first"]), int(match["last"]))
            )
        if day is not None:
            for match in UP_TO_NOW.finditer(text):
                yield from span(passage, match, Told(int(match["years"]), int(match["first"]), day.year))


def ages(passage: Passage, day: dt.date | None) -> Iterator[Finding]:
    """Yield the age of the one person of a sentence that the years of birth and death contradict.

    Chinese custom may count a person a year or, born before New Year, two years older (虚岁).
    """
    text = passage.text
    births, lives = list(BORN.finditer(text)), list(LIFE.finditer(text))
    for life in lives:
        if int(life["last"]) < int(life["first"]):
            message = "卒年早于生年"
            proof = f"{life['last']} < {life['first']}"
            yield doubted("age", "error", passage, life.span(), message, proof)
    if len(births) + len(lives) != 1:
        return
    first = int(lives[0]["first"]) if lives else int(births[0]["before"] or births[0]["after"])
    deaths = list(DIED.finditer(text))
    last = int(lives[0]["last"]) if lives else int(deaths[0]["year"]) if len(deaths) == 1 else None
    if last is not None:
        told = list(AGE_AT_DEATH.finditer(text))
    elif day is not None and not deaths:
        told, last = list(AGE_NOW.finditer(text)), day.year
    else:
        return
    if len(told) != 1:
        return
    age, difference = int(told[0]["age"]), last - first
    if not difference - 1 <= age <= difference + 2:
        message = f"{first}年出生，到{last}年是{difference}岁，印作{age}岁"
        proof = f"{last} − {first} = {difference} ≠ {age}"
        yield doubted("age", "error", passage, told[0].span(), message, proof, f"{difference}岁")


def span(passage: Passage, match: Match[str], told: Told) -> Iterator[Finding]:
    """Yield a number of years that its two years contradict; both ends may be counted, or neither be full."""
    difference = told.last - told.first
    if not difference - 1 <= told.years <= difference + 1:
        message = f"{told.first}年到{told.last}年是{difference}年，印作{told.years}年"
        proof = f"{told.last} − {told.first} = {difference} ≠ {told.years}"
        yield doubted("age", "suspect", passage, match.span(), message, proof, f"{difference}年")
