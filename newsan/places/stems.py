"""What stands before a last word: how far to the left the name reaches that ends with it (呼和浩特市回民区|第二|小学)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newsan.models import Token
from newsan.patterns import compiled
from newsan.places.mentions import DIVISIONS, Mention, is_common
from newsan.places.namings import (
    BROAD,
    COMPASS,
    NUMBER_NAME,
    ORDINAL,
    PLAIN,
    RULED,
    SCHOOL,
    STATIONS,
    ZONES,
    Naming,
    generic_words,
)
from newsan.places.words import HAN, NOUNISH, PROPER, Words, is_name

Before = Mapping[int, Mention]
"""The places of a sentence found so far, by where they end."""

LONGEST_STEM = 14
"""No word is read that ends so many characters before the last word."""

LONGEST_NAME = 20
"""No name made of several places has more characters before its last word."""

LONGEST_CHAIN = 3
"""No name reaches over more facilities in front of its last word (中心小学|图书馆|报告厅)."""

SCHOOL_WIDTH = 12
"""So many characters back the first part of a school's name is looked for."""

INITIALS = frozenset("京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘青宁新港澳台")
"""What provinces are called by in the names of roads."""

SUFFIXES = frozenset("省市县区旗盟州镇")
"""What the full name of a division ends with; a zone after it is told by itself (合肥市|经济技术开发区)."""

LOOSE = frozenset({"facility", "community", "natural", "road"})
"""Kinds of names that any word the dictionary lacks can begin."""


class LastWord(NamedTuple):
    """A last word (…村, …公园) from ``start`` to ``end`` of its sentence, and what a name that ends with it names."""

    start: int
    end: int
    naming: Naming

    @property
    def narrow(self) -> bool:
        """Whether it is one character of a river, hill or lake, before which only the name of a place makes a name."""
        return self.naming.kind == "natural" and self.end - self.start == 1


def first_of_name(words: Words, before: Before, last: LastWord, links: int = LONGEST_CHAIN) -> int | None:
    """Return where the first word stands that can begin the name; ``None`` where no word before the last one can.

    ``links`` is over how many more facilities the name may reach.
    """
    begin, first = last.start, None
    while begin > 0 and last.start - begin < LONGEST_STEM:
        if begin in before:
            return first_at_place(words, before, last, begin, first, links)
        token = words.at(begin - 1)
        left = words.start_of(token)
        printed = words.text[left:begin]
        if token.text in generic_words() or not can_join(words, token, printed):
            break
        begin = left
        if token.pos == "nt":
            if last.naming.whole and begin in before:
                return first_at_place(words, before, last, begin, begin, links)
            return begin if last.naming.kind == "facility" else first
        if last.narrow and (
            first is not None or (token.pos != "ns" and (last.start - left < 2 or token.pos not in PROPER))
        ):
            break
        if can_begin(words, token, printed, last):
            if token.pos != "n" or last.naming.kind in LOOSE or is_broad(words, last):
                first = begin
        elif token.pos == "m" and first == words.end_of(token) and not last.naming.whole:
            first = begin
    return first


def first_at_place(
    words: Words, before: Before, last: LastWord, begin: int, first: int | None, links: int
) -> int | None:
    """Return the same where a place ends at ``begin``: it is part of the name, or the name begins after it."""
    place, naming = before[begin], last.naming
    if place.kind in DIVISIONS:
        return first_at_division(words, before, last, begin, first)
    if last.start - place.start > LONGEST_NAME:
        return first
    if naming.whole and naming.kind == "facility" and place.kind in ("facility", "road"):
        if links and place.start in before:
            return first_of_name(words, before, last._replace(start=place.start), links - 1)
        return place.start
    if place.kind in ("natural", "region") and (naming.whole or begin == last.start):
        if naming.kind == "road":
            return begin_of_initials(words, place.start)
        city = before.get(place.start)
        airport = words.text.startswith("机场", last.start) or words.text.startswith("机场", last.start + 2)
        return city.start if airport and city is not None and city.kind == "city" else place.start
    return first


def begin_of_initials(words: Words, begin: int) -> int:
    """Return where the initials begin that a road is called by, one of them read as a name of its own (京|港澳|高速)."""
    while begin > 0 and words.text[begin - 1] in INITIALS and begin - 1 in words.edges:
        begin -= 1
    return begin


def first_at_division(
    words: Words, before: Before, last: LastWord, begin: int, first: int | None
) -> int | None:
    """Return the same where the place is a division, which a village lies in but a school is called after."""
    division, naming = before[begin], last.naming
    street = naming.kind == "road" and not naming.whole and words.text[begin : last.start] in ("", *COMPASS)
    if begin == last.start and words.text.startswith(ZONES, begin) and division.surface[-1] in SUFFIXES:
        return begin
    if street or is_weak(division, naming) or (naming.whole and naming.kind == "facility"):
        if first is not None and words.text.startswith(STATIONS, last.start):
            return first
        outer = before.get(division.start)
        if outer is not None and (
            outer.kind == "natural" or (division.kind == "township" and outer.kind in DIVISIONS)
        ):
            return outer.start
        return first_of_school(words, before, division.start)
    if begin == last.start:
        return None
    return first if naming.whole or not is_plain(words, begin, last.start) else begin


def first_of_school(words: Words, before: Before, begin: int) -> int:
    """Return where a school's name begins that the place at ``begin`` continues (北京一零一中|呼和浩特分校)."""
    match = compiled(SCHOOL).search(words.text, max(0, begin - SCHOOL_WIDTH), begin)
    return begin if match is None or match.start() not in before else before[match.start()].start


def can_join(words: Words, token: Token, printed: str) -> bool:
    """Return whether a word can be part of a name; ``printed`` is what of it stands before the last word."""
    if NUMBER_NAME.fullmatch(printed):
        return True
    if HAN.fullmatch(printed) is None:
        return False
    if token.pos == "m":
        return compiled(ORDINAL).fullmatch(token.text) is not None
    if token.text == "中":
        left = words.start_of(token)
        return left > 0 and words.at(left - 1).pos == "m"
    return token.pos in NOUNISH


def can_begin(words: Words, token: Token, printed: str, last: LastWord) -> bool:
    """Return whether a word that can be part of a name can also be its first (朝阳|公园, 101|中学, 市|图书馆)."""
    return (
        is_name(token)
        or (last.naming.kind == "facility" and NUMBER_NAME.fullmatch(printed) is not None)
        or (printed in RULED and words.opens(words.start_of(token)))
    )


def is_broad(words: Words, last: LastWord) -> bool:
    """Return whether a last word makes a name of any word the dictionary lacks."""
    return any(words.text.startswith(ending, last.start) for ending in BROAD)


def is_plain(words: Words, begin: int, end: int, *, any_word: bool = False) -> bool:
    """Return whether the words between a place and a last word can all belong to a name; ``any_word`` takes verbs too."""
    if PLAIN.fullmatch(words.text, begin, end) is None:
        return False
    if any_word:
        return True
    between = words.tokens[words.index_at(begin) : words.index_at(end - 1) + 1]
    return not any(token.pos[0] in "vadmqpcu" and words.start_of(token) >= begin for token in between)


def is_weak(place: Mention, naming: Naming) -> bool:
    """Return whether a place may be no more than the first word of a name (福海|便民市场): a county told by its short name."""
    return naming.kind in ("facility", "community") and is_common(place)
