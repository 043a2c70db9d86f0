"""The city a paper is printed for: as told, from its masthead, or by the vote of the places it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsan.errors import BadOption
from newsan.models import Home, Sentence
from newsan.places import gazetteer
from newsan.places.gazetteer import Sense

FEWEST = 3
"""A city must be named at least this often to be taken for the paper's own."""

SHARE = 0.6
"""And by at least this share of all the mentions of cities and counties."""


def told_home(told: str) -> Home:
    """Return the division a person names by its name or six-digit code; one that is none is a ``BadOption``."""
    told = told.strip()
    if told.isascii() and told.isdecimal():
        if gazetteer.division(told) is None:
            raise BadOption(f"the home city {told} is not the six-digit code of a division of China")
        return Home(gazetteer.full_name(told), told, "told")
    senses = _divisions(told)
    if not senses:
        raise BadOption(
            f"the home city {told} is not in the gazetteer: give the name of a city or county, or its six-digit code"
        )
    best = _most_prominent(senses)
    if best is None:
        choices = ", ".join(f"{sense.name} {sense.code}" for sense in senses)
        raise BadOption(f"the home city {told} is one of several: {choices}; give the code")
    return Home(best.name, best.code, "told")


def masthead_home(masthead: str) -> Home | None:
    """Return the division a paper's name begins with (呼和浩特日报), by its nickname too (青城日报)."""
    for end in range(len(masthead), 1, -1):
        if masthead[:end] in gazetteer.common_words() or any(
            sense.form == "name" for sense in gazetteer.senses(masthead[:end])
        ):
            continue  # 中原都市报 is not printed for 中原区
        best = _most_prominent(_divisions(masthead[:end]))
        if best is not None and best.code is not None:
            return Home(best.name, best.code, f"masthead {masthead}")
    return None


def voted_home(articles: Sequence[Sequence[Sentence]]) -> Home | None:
    """Return the city most of an edition's names lie in; ``None`` unless it is named often and others are not."""
    names: Counter[str] = Counter()
    for sentences in articles:
        for sentence in sentences:
            names.update([token.text for token in sentence.tokens if gazetteer.is_listed(token.text)])
    votes: Counter[str] = Counter()
    for name, count in sorted(names.items()):
        if name in gazetteer.common_words():
            continue
        best = _most_prominent([sense for sense in gazetteer.senses(name) if sense.form in ("full", "short")])
        if best is None or best.code is None or not best.code.isdecimal():
            continue
        city = best.code[:2] + "0000" if best.code[:2] in gazetteer.MUNICIPALITIES else best.code[:4] + "00"
        if gazetteer.division(city) is not None and (
            best.kind != "province" or (city == best.code and city[:2] in gazetteer.MUNICIPALITIES)
        ):
            votes[city] += count
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < FEWEST or ranked[0][1] < SHARE * sum(votes.values()):
        return None
    city, count = ranked[0]
    return Home(
        gazetteer.full_name(city), city, f"{count} of {sum(votes.values())} names of cities and counties"
    )


def _divisions(name: str) -> list[Sense]:
    """Return the divisions a name may stand for, also one made of a parent and its child (呼和浩特市新城区)."""
    found = [
        sense
        for sense in gazetteer.senses(name)
        if sense.code and sense.code.isdecimal() and sense.kind in ("province", "city", "county")
    ]
    if found:
        return found
    for split in range(len(name) - 2, 1, -1):
        for parent in gazetteer.senses(name[:split]):
            if parent.code and parent.code.isdecimal():
                inside = [
                    sense
                    for sense in _divisions(name[split:])
                    if sense.code
                    and sense.code != parent.code
                    and sense.code.startswith(gazetteer.prefix(parent.code))
                ]
                if inside:
                    return inside
    return []


def _most_prominent(senses: Sequence[Sense]) -> Sense | None:
    """Return the only sense of the highest rank; names of the past count only where there is no other."""
    today = [sense for sense in senses if sense.form != "old"] or list(senses)
    for kind in ("province", "city", "county"):
        ranked = {sense.code: sense for sense in today if sense.kind == kind}
        if ranked:
            return next(iter(ranked.values())) if len(ranked) == 1 else None
    return None
