"""Mentions -> places: what each name stands for, where the thing lies, and why that is thought."""

from __future__ import annotations

from collections.abc import Sequence

from newsan.models import Home, Place
from newsan.places import gazetteer
from newsan.places.choosing import Story, choose, inside, near, shared, votes
from newsan.places.gazetteer import Sense
from newsan.places.locating import Found, unlisted
from newsan.places.mentions import Mention, is_common

ALONE = 1.5
"""An ordinary word with such log odds is a name, whatever else the article says."""
FAINT = -1.5
"""So is one with such odds that looks like another word to the dictionary, where the article names its province."""
ORDINARY = -6.0
"""And so is one with such odds that the dictionary has for a place."""


def resolve(mentions: Sequence[Mention], home: Home | None) -> list[Place]:
    """Return the mentions of one article as places, each with its code where that can be told."""
    mentions = _spoken_for(mentions, home)
    story = Story(home, votes(mentions))
    places: list[Place] = []
    for index, read in enumerate(mentions):
        mention = _abroad(read, mentions[index - 1] if index else None)
        parent = parent_of(mentions, index, story)
        place = _aliased(mention, story) if mention.kind == "alias" else _placed(mention, parent, story)
        places.append(_record(mention, place, len(places) + 1))
    return places


def _spoken_for(mentions: Sequence[Mention], home: Home | None) -> list[Mention]:
    """Return the mentions without the ordinary words among them that nothing in the article or the paper's city speaks for.

    An ordinary word needs the province or country, a faint one also the words beside it or the division's full name.
    """
    certain = [mention for mention in mentions if not is_common(mention)]
    provinces = {code[:2] for code, count in votes(certain).items() if count >= 1}
    if home is not None and home.adcode is not None:
        provinces.add(home.adcode[:2])
    countries = {country for mention in certain for country in _countries(mention)}
    full = {sense.code for mention in certain for sense in mention.senses if sense.form == "full"}

    def spoken_for(mention: Mention) -> bool:
        if mention.odds >= ALONE or not countries.isdisjoint(_countries(mention)):
            return True
        supported = any(sense.code and sense.code[:2] in provinces for sense in mention.senses)
        if mention.standing == "plain":
            return supported and mention.odds >= ORDINARY
        ordinary = mention.surface in gazetteer.common_words()
        in_full = not ordinary and any(sense.code in full for sense in mention.senses)
        return in_full or (supported and mention.odds >= FAINT)

    return [mention for mention in mentions if not is_common(mention) or spoken_for(mention)]


def _countries(mention: Mention) -> set[str]:
    """Return the codes of the countries a mention may be, or be a city of; none for what lies in China."""
    return {
        country
        for sense in mention.senses
        if sense.kind in ("country", "foreign")
        for country in (sense.code, *sense.within)
        if country
    } - {"CN"}


def _abroad(mention: Mention, before: Mention | None) -> Mention:
    """Return a county or city named right after a foreign country or city as a place of that country (首尔|龙山)."""
    if before is None or before.end != mention.start or mention.kind not in ("city", "county"):
        return mention
    if (
        not before.senses
        or before.senses[0].kind not in ("country", "foreign")
        or before.senses[0].code == "CN"
    ):
        return mention
    country = before.senses[0].code or next(iter(before.senses[0].within), None)
    return mention._replace(
        kind="foreign",
        senses=(Sense("foreign", mention.surface, None, within=(country,) if country else ()),),
    )


def parent_of(mentions: Sequence[Mention], index: int, story: Story) -> str | None:
    """Return the code of the division named right before a mention (河北|廊坊), ``None`` where none is."""
    if index == 0 or not story.said:
        return None
    before, code = story.said[-1]
    return code if before is mentions[index - 1] and before.end == mentions[index].start else None


def _placed(mention: Mention, parent: str | None, story: Story) -> Found:
    """Return what a name stands for: a division of China, a country or city abroad, a feature, or what no list has."""
    senses = mention.senses
    if mention.kind == "township" and parent is not None and not inside(senses, parent):
        senses = ()
    divisions = [sense for sense in senses if sense.code and sense.code.isdecimal()]
    feature = next(
        (sense for sense in senses if sense.kind in ("natural", "region") and sense.form == "name"), None
    )
    if feature is not None and not any(sense.code and near(sense.code, parent, story) for sense in divisions):
        return _feature(feature)
    if divisions:
        return _division(mention, divisions, parent, story)
    if not senses:
        return unlisted(mention, parent, story)
    if senses[0].kind not in ("country", "foreign"):
        return _feature(senses[0])
    if senses[0].code != "CN":
        story.abroad = mention.paragraph
    return _place_abroad(senses[0])


def _division(mention: Mention, senses: Sequence[Sense], parent: str | None, story: Story) -> Found:
    """Return the division the evidence speaks for, or what holds all that share the name."""
    sense, why = choose(mention, senses, parent, story)
    if sense is None:
        holder = shared([sense.code or "" for sense in senses])
        path = gazetteer.path(holder) if holder else ()
        return Found(mention.kind, mention.surface, None, path, (f"{len(senses)} places have this name",))
    story.chosen[mention.surface] = sense
    code = sense.code or ""
    story.said.append((mention, code))
    story.abroad = None
    path = gazetteer.path(code)
    if sense.kind == "township":
        path = (*path, sense.name.removeprefix(gazetteer.full_name(code[:6])))
    point = gazetteer.point(code) if gazetteer.rank(code) == sense.kind else None
    return Found(sense.kind, sense.name, code, path, (why,), point)


def _place_abroad(sense: Sense) -> Found:
    """Return a country, or a city of one."""
    country = sense.code if sense.kind == "country" else next(iter(sense.within), None)
    path = () if country is None else (gazetteer.countries().get(country, country),)
    if sense.kind != "country":
        path = (*path, sense.name)
    return Found(sense.kind, sense.name, None, path, ("gazetteer",), sense.point)


def _feature(sense: Sense) -> Found:
    """Return a feature, with the division it lies in if that is the only one."""
    code = sense.within[0] if len(sense.within) == 1 and sense.within[0].isdecimal() else None
    return Found(sense.kind, sense.name, code, gazetteer.path(code) if code else (), ("gazetteer",))


def _aliased(mention: Mention, story: Story) -> Found:
    """Return what a word like 全市 means here: the division of that rank the story is about, or else the paper's own."""
    word = gazetteer.alias(mention.surface)
    means, kind = (word.means, word.kind) if word is not None else ("city", "county")
    if means == "country":
        return Found(kind, "中国", None, ("中国",), ("alias",))
    if means == "region":
        means = (
            "province"
            if story.home_code is None or story.home_code[:2] in ("15", "45", "54", "64", "65")
            else "county"
        )
    code, why = _frame(means, story)
    if code is None:
        return Found(kind, mention.surface, None, (), ("alias", "nothing says which"))
    return Found(
        kind,
        gazetteer.full_name(code),
        code,
        gazetteer.path(code),
        ("alias", why),
        gazetteer.point(code),
    )


def _frame(means: str, story: Story) -> tuple[str | None, str]:
    """Return the code of the division of a rank the story is about, and why: the paper's own unless the story is about another."""
    home = story.home_code
    if means == "nearest":
        near = next(
            (code for before, code in story.lately() if gazetteer.rank(code[:6]) in ("county", "city")),
            None,
        )
        return (near[:6], "nearest place before it") if near else (home, "home city")
    if means == "capital":
        province = home[:2] if home else next((code[:2] for _, code in story.lately()), None)
        capital = None if province is None else province + "0100"
        return (capital, "capital") if capital and gazetteer.division(capital) else (None, "")
    own = _up(home, means) if home is not None else None
    if own is not None and (
        not story.said
        or 2 * story.votes[own] > max(story.votes[_up(code, means) or ""] for _, code in story.lately())
    ):
        return own, "home city"
    for before, code in story.lately():
        if up := _up(code, means):
            return up, f"{before.surface} before it"
    if own is None and story.certain_city is not None:
        return _up(story.certain_city, means), "the only city of the article"
    return own, "home city"


def _up(code: str, means: str) -> str | None:
    """Return the division of a rank that holds a code; a municipality is both a province and a city."""
    if means == "province":
        return code[:2] + "0000"
    if means == "city":
        if code[:2] in gazetteer.MUNICIPALITIES:
            return code[:2] + "0000"
        city = code[:4] + "00"
        return city if gazetteer.rank(code[:6]) != "province" and gazetteer.division(city) else None
    return code[:6] if gazetteer.rank(code[:6]) == "county" else None


def _record(mention: Mention, found: Found, number: int) -> Place:
    return Place(
        quote=mention.quote,
        start=mention.start,
        end=mention.end,
        id=number,
        kind=found.kind,
        name=found.name,
        adcode=found.code,
        path=found.path,
        lon=None if found.point is None else found.point[0],
        lat=None if found.point is None else found.point[1],
        role=mention.role,
        evidence=found.evidence,
    )
