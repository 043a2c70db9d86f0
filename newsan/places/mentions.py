"""Names of places in a text, with all they may stand for: what is said of one, and of several side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from newsan.models import PlaceRole
from newsan.places import gazetteer
from newsan.places.gazetteer import Sense

Standing = Literal["faint", "plain", "firm"]

DIVISIONS = frozenset({"province", "city", "county", "township"})
"""Kinds of places that have a code."""


class Mention(NamedTuple):
    """A place's name in the text, and everything it may stand for; ``senses`` is empty where no list has it.

    ``quote`` is as printed, ``surface`` the same in simplified characters. ``standing`` says how sure it is that the
    words are a name at all: ``faint`` ones are ordinary words as well and are dropped unless something in the article
    speaks for them, ``firm`` ones need nothing more.
    """

    quote: str
    surface: str
    start: int
    end: int
    paragraph: int
    kind: str
    senses: tuple[Sense, ...] = ()
    role: PlaceRole = "toponym"
    standing: Standing = "plain"
    odds: float = 0.0
    """The log odds that an ordinary word is a name here."""


JOINS = frozenset("、和与及")
"""What stands between the members of a list."""

COMMON = 3
"""A county's short name that so many townships share needs the dictionary to call it a place."""


def lies_in(sense: Sense, parent: Mention) -> bool:
    """Return whether a division lies in what a mention may stand for."""
    if not sense.code or not sense.code.isdecimal():
        return False
    holders = [
        holder.code
        for holder in parent.senses
        if holder.code and holder.code.isdecimal() and holder.code != sense.code
    ]
    return any(sense.code.startswith(gazetteer.prefix(holder)) for holder in holders)


def is_common(mention: Mention) -> bool:
    """Return whether a name (太平, 山口) is so ordinary a word that something must speak for it; all of Taiwan's districts (新社区) are."""
    if mention.standing != "plain":
        return mention.standing == "faint"
    if mention.kind == "foreign":
        return mention.surface in gazetteer.common_words()
    taiwan = all((sense.code or "").startswith("71") for sense in mention.senses)
    if mention.kind == "county" and mention.surface.endswith("区") and taiwan:
        return True
    if mention.kind != "county" or any(sense.form == "name" for sense in mention.senses):
        return False
    if any(sense.form != "short" for sense in mention.senses):
        return mention.surface in gazetteer.common_words()
    return mention.surface in gazetteer.common_words() or gazetteer.namesakes(mention.surface) >= COMMON


def strengthened(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of a sentence, those made firm that its certain ones speak for.

    One speaks for another in the same list (文水、汾阳、孝义), and a division for the one right before it that holds it
    (大兴|旧宫).
    """
    firm: set[int] = set()
    for run in enumerations(text, mentions):
        if any(mentions[index].kind in DIVISIONS and not is_common(mentions[index]) for index in run):
            firm.update(run)
    for index, (outer, inner) in enumerate(pairwise(mentions)):
        if outer.end == inner.start and any(lies_in(sense, outer) for sense in inner.senses):
            firm.add(index)
    return [
        mention._replace(standing="firm") if index in firm and mention.kind in DIVISIONS else mention
        for index, mention in enumerate(mentions)
    ]


def enumerations(text: str, mentions: Sequence[Mention]) -> list[range]:
    """Return the lists among the mentions of a sentence: which of them stand side by side with 、 or 和 between."""
    runs, first = [], 0
    for index, (before, after) in enumerate(pairwise(mentions), 1):
        if text[before.end : after.start] not in JOINS:
            runs.append(range(first, index))
            first = index
    runs.append(range(first, len(mentions)))
    return [run for run in runs if len(run) > 1]


def merged(mentions: Sequence[Mention], stronger: Sequence[Mention]) -> list[Mention]:
    """Return both in reading order, without the mentions that overlap a stronger one; each list is in that order itself."""
    if not stronger or not mentions:
        return [*mentions, *stronger]
    taken = frozenset(position for mention in stronger for position in range(mention.start, mention.end))
    return sorted([*clear_of(mentions, taken), *stronger], key=lambda mention: mention.start)


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions without those that a later one reaches back over (实验小学 in 实验小学图书馆)."""
    kept: list[Mention] = []
    for mention in mentions:
        while kept and kept[-1].end > mention.start:
            kept.pop()
        kept.append(mention)
    return kept


def clear_of(mentions: Iterable[Mention], positions: frozenset[int]) -> Iterator[Mention]:
    """Return the mentions that cover none of the positions."""
    if not positions:
        return iter(mentions)
    return (mention for mention in mentions if positions.isdisjoint(range(mention.start, mention.end)))


def joined_features(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, a feature and the one inside it told as one name (颐和园昆明湖)."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined and joined[-1].end == mention.start else None
        if last is None or last.kind != "facility" or mention.kind not in ("natural", "facility"):
            joined.append(mention)
            continue
        surface = last.surface + mention.surface
        joined[-1] = mention._replace(
            quote=last.quote + mention.quote,
            surface=surface,
            start=last.start,
            senses=tuple(sense._replace(name=surface, kind=mention.kind) for sense in last.senses),
        )
    return joined
