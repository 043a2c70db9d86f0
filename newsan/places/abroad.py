"""Names abroad: cities of the gazetteer, and what a transliteration and a word like 山 or 市 name together."""

from __future__ import annotations

from newsan.places import gazetteer
from newsan.places.gazetteer import Sense
from newsan.places.mentions import Mention
from newsan.places.silence import SYLLABLES, is_persons
from newsan.places.words import PROPER, Words

WELL_KNOWN = 1_000_000
"""So many people must live in a city abroad of two characters that the dictionary takes for another word."""

LARGE = 200_000
"""So many in one of more characters."""

LONGEST_CITY = 4
"""No name of a city abroad has more words."""

HYPHENS = ("-", "－", "—")

FEWEST_SYLLABLES = 2
"""A name that is continued to the left has at least so many of them."""

REGIONS = frozenset("市 州 省 县 郡 邦 区 镇 大区".split())
"""Words that make a larger or longer name of a foreign one before them, for a division of that country."""

FEATURES = frozenset(
    "岛 群岛 半岛 海 湾 海湾 海峡 海域 山 山脉 高原 盆地 平原 沙漠 河 运河 湖 地峡 峡谷 三角洲 大陆 大桥 港 机场 国际机场 广场 公园".split()
)
"""Words that do the same for something natural or built."""


def city_abroad(words: Words, start: int, parent: Mention | None) -> Mention | None:
    """Return a city abroad, of several words where the dictionary lacks it (明尼|阿波利斯).

    A name that is rather somebody's or a small town's is faint: the article must name the country.
    """
    if words.text[start : start + 2] not in gazetteer.city_openings():
        return None
    index = words.index_at(start)
    for last in reversed(words.tokens[index : index + LONGEST_CITY]):
        end = words.end_of(last)
        senses = gazetteer.cities_abroad(words.text[start:end])
        if senses:
            return _city_abroad(words, start, end, senses, parent)
    return None


def _city_abroad(
    words: Words, start: int, end: int, senses: tuple[Sense, ...], parent: Mention | None
) -> Mention | None:
    """Return the mention of a city abroad with these senses; those of the country named before it go first."""
    countries = {sense.code for sense in parent.senses if sense.kind == "country"} if parent else set()
    there = tuple([sense for sense in senses if countries.intersection(sense.within)])
    if there:
        return words.mention(start, end, there[0].kind, there)
    word = words.at(start)
    listed = word.pos == "ns"
    if is_persons(words, start, end) or (not listed and beside_hyphen(words.text, start, end)):
        return None
    if not listed and end - start < 3 and word.pos not in PROPER and word.pos != "n":
        return None
    if not listed and end - start < 3 and senses[0].weight < LARGE:
        return None
    known = senses[0].weight >= (LARGE if end - start > 2 else WELL_KNOWN) or senses[0].weight == 0
    return words.mention(start, end, senses[0].kind, senses, standing="plain" if listed or known else "faint")


def beside_hyphen(text: str, start: int, end: int) -> bool:
    """Return whether a name is joined to another by a hyphen, as sports pages print a person's two names."""
    return text[start - 1 : start] in HYPHENS or text[end : end + 1] in HYPHENS


def widened(words: Words, mention: Mention) -> Mention:
    """Return a foreign name with the word after it that makes a longer name of it (开普敦|市, 爱尔兰|海)."""
    if mention.kind not in ("country", "foreign") or mention.end >= len(words.text):
        return mention
    word = words.at(mention.end)
    end = words.end_of(word)
    if words.start_of(word) != mention.end or word.text not in REGIONS | FEATURES:
        return mention
    if mention.kind == "country" and word.text not in FEATURES:
        return mention
    first = mention.senses[0]
    country = (first.code,) if mention.kind == "country" and first.code else first.within
    kind = "foreign" if word.text in REGIONS else "natural"
    surface = words.text[mention.start : end]
    return words.mention(mention.start, end, kind, (Sense("foreign", surface, None, within=country),))


def begin_of_syllables(text: str, begin: int, end: int) -> int:
    """Return where a transliterated name begins whose last syllables stand from ``begin`` to ``end`` (帕利塞|德|山)."""
    if end - begin < 1 or not SYLLABLES.issuperset(text[begin:end]):
        return begin
    left = begin
    while left > 0 and text[left - 1] in SYLLABLES:
        left -= 1
    return left if end - left >= FEWEST_SYLLABLES + 1 else begin
