"""Names the gazetteer has: where one stands between the words of a sentence, and as what it may be read there."""

from __future__ import annotations

from collections.abc import Iterator

from newsan.models import PlaceRole
from newsan.patterns import compiled
from newsan.places import gazetteer
from newsan.places.abroad import city_abroad
from newsan.places.gazetteer import Sense
from newsan.places.mentions import COMMON, Mention, lies_in
from newsan.places.namings import COMPASS, HAMLETS
from newsan.places.silence import NATIVE, is_persons
from newsan.places.words import HAN, PROPER, Words, is_name
from newsan.segmenting import default_segmenter

TOWN_TAGS = PROPER | {"s"}
"""Tags under which the dictionary lists cities; 海口 is a noun of place to it, 嘉兴 a person."""

JOINED_TAGS = frozenset({"nt", "ns", "nz"})
"""Tags of words that may begin with the name of a place (中国银行)."""

WIDE = frozenset({"country", "province", "city", "region"})
"""Kinds of places that longer words begin with."""

OFFICE = r"[省市县区州旗盟](?:委|长|政府|政协|直|属|级)"
"""What follows a division's stem in its offices (上海|市委): the character of its rank belongs to both."""

VILLAGES = ("村", "社区", "路", "街")
"""What makes another name of a short one before it."""

LONGEST_BARE = 6
"""No township told without its suffix has more characters."""


def listed_names(words: Words) -> Iterator[Mention]:
    """Yield the names the gazetteer has, longest first, at every word and right after every name."""
    text, openings = words.text, gazetteer.all_openings()
    position, last = 0, None
    for token, start in zip(words.tokens, words.starts, strict=True):
        if start >= position:
            if text[start : start + 2] not in openings and (last is None or last.end != start):
                continue
            position = start
        end = start + len(token.text)
        while position < end:
            parent = last if last is not None and last.end == position else None
            if parent is None and position != start:
                break
            mention = name_at(words, position, parent)
            if mention is None:
                break
            yield mention
            position, last = mention.end, mention


def name_at(words: Words, position: int, parent: Mention | None) -> Mention | None:
    """Return the name at a position that the gazetteer has; ``parent`` is the mention that ends there."""
    mention = None
    if words.text[position : position + 2] in gazetteer.openings():
        mention = longest_name(words, position, parent)
    if mention is None and parent is not None:
        mention = township_in(words, position, parent) or hamlet_in(words, position, parent)
    return mention or city_abroad(words, position, parent)


def longest_name(words: Words, start: int, parent: Mention | None) -> Mention | None:
    """Return the longest name at a position that can be read as something there; ``parent`` ends where it begins."""
    for surface in gazetteer.names(words.text[start : start + 2]):
        if not words.text.startswith(surface, start):
            continue
        end = start + len(surface)
        if gazetteer.alias(surface) is not None:
            if end in words.edges:
                return words.mention(start, end, "alias", role="alias")
            continue
        senses = tuple(
            sense for sense in gazetteer.senses(surface) if stands(words, start, end, sense, parent)
        )
        if senses:
            role: PlaceRole = "alias" if senses[0].form == "alias" else "toponym"
            return words.mention(start, end, senses[0].kind, senses, role)
        senses = tuple([sense for sense in gazetteer.senses(surface) if may_stand(words, start, end, sense)])
        if senses:
            return words.mention(start, end, senses[0].kind, senses, standing="faint")
    return None


def may_stand(words: Words, start: int, end: int, sense: Sense) -> bool:
    """Return whether a short name could be meant where its words look like ordinary ones or like a person's name."""
    return (
        sense.form == "short"
        and sense.kind in ("city", "county")
        and start in words.edges
        and end in words.edges
        and not COMPASS.issuperset(words.text[start:end])
        and words.text[end : end + 1] not in VILLAGES
        and not is_persons(words, start, end)
    )


def stands(words: Words, start: int, end: int, sense: Sense, parent: Mention | None) -> bool:
    """Return whether a name can be read as this sense between the words around it."""
    if end not in words.edges:
        return stands_cut(words, start, end, sense)
    inside = parent is not None and lies_in(sense, parent)
    if sense.form in ("full", "old"):
        return end - start > 2 or inside or (words.at(start).pos == "ns" and words.text[end - 1] != "区")
    if sense.form != "short" or sense.kind == "province":
        return True
    return stands_short(words, start, end, sense, inside=inside)


def stands_cut(words: Words, start: int, end: int, sense: Sense) -> bool:
    """Return the same for a name that ends inside a word (中国|银行 as one word, 上海市|委)."""
    word, cut = words.at(start), words.at(end - 1)
    if cut is word:
        return NATIVE.match(words.text, end) is None and cut.pos in JOINED_TAGS and sense.kind in WIDE
    if sense.kind == "country" and words.text[start - 1 : start] not in ("在", "其"):
        return True
    if words.start_of(cut) == end - 1 and default_segmenter().tag(cut.text) is not None:
        return sense.form in ("full", "old") and compiled(OFFICE).match(words.text, end - 1) is not None
    return sense.form in ("full", "old", "name") and end - start >= 4


def stands_short(words: Words, start: int, end: int, sense: Sense, *, inside: bool) -> bool:
    """Return the same for the short name of a city or county, which may be an ordinary word or somebody's name.

    ``inside`` says that the name of what it lies in stands right before it.
    """
    word, surface = words.at(start), words.text[start:end]
    begun = words.start_of(word) != start
    whole = not begun and len(word.text) == end - start
    if inside:
        return whole or begun or sense.kind == "city"
    county = sense.kind == "county"
    if COMPASS.issuperset(surface) or (county and is_persons(words, start, end)):
        return False
    if county and words.text[end : end + 1] == "村":
        return False  # 云龙村 is named like 云龙区 and lies elsewhere.
    if county and len(surface) == 2:
        tags = TOWN_TAGS if gazetteer.namesakes(surface) < COMMON else ("ns",)
        return whole and word.pos in tags
    if word.pos in TOWN_TAGS or not whole:
        return True
    return word.pos == "n" if county else surface not in gazetteer.common_words()


def township_in(words: Words, start: int, parent: Mention) -> Mention | None:
    """Return a township told without its suffix right after its county or city (房山区|周口店)."""
    index = words.index_at(start)
    for last in reversed(words.tokens[index : index + 3]):
        end = words.end_of(last)
        stem = words.text[start:end]
        if not 2 <= len(stem) <= LONGEST_BARE or HAN.fullmatch(stem) is None:
            continue
        for sense in parent.senses:
            if sense.kind not in ("county", "city") or not sense.code:
                continue
            township = gazetteer.township_in(stem, sense.code)
            if township is not None:
                return words.mention(start, end, "township", (township,))
    return None


def hamlet_in(words: Words, start: int, parent: Mention) -> Mention | None:
    """Return a village told without 村 right after its county or township (昌平|朱辛庄)."""
    word = words.at(start)
    if parent.kind not in ("county", "township") or words.start_of(word) != start:
        return None
    if len(word.text) < 3 or word.text[-1] not in HAMLETS or not is_name(word):
        return None
    return words.mention(start, words.end_of(word), "village")
