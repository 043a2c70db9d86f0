"""Which of its namesakes a name means: what speaks for one, and how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newsan.models import Home
from newsan.places import gazetteer
from newsan.places.gazetteer import Sense
from newsan.places.mentions import Mention

RANKS = ("province", "city", "county", "township")
"""Kinds of divisions, the highest first."""

MEMORY = 40
"""So many divisions back a name is still thought to lie where the story has been."""


class Story:
    """What the article has said so far about where it plays."""

    __slots__ = ("abroad", "chosen", "home_code", "said", "votes")

    def __init__(self, home: Home | None, votes: Counter[str]) -> None:
        """Take the paper's city and what the names of the article speak for; nothing has been said yet."""
        self.home_code = None if home is None else home.adcode
        """The code of the paper's city."""
        self.votes = votes
        self.chosen: dict[str, Sense] = {}
        """What each name has stood for."""
        self.said: list[tuple[Mention, str]] = []
        """The divisions resolved so far, each with its code."""
        self.abroad: int | None = None
        """The paragraph whose last place named was a country or city abroad."""

    def lately(self) -> list[tuple[Mention, str]]:
        """Return the last divisions named, the nearest first."""
        return self.said[: -MEMORY - 1 : -1]

    @property
    def certain_city(self) -> str | None:
        """The code of the paper's city, or of the only city the article names."""
        cities = [code for code in self.votes if is_city(code)]
        return self.frame if self.home_code is not None or len(cities) == 1 else None

    def only_county(self, city: str) -> str | None:
        """Return the code of the only county of a city that the article names."""
        inside = [
            code
            for code, count in self.votes.items()
            if count >= 1 and gazetteer.rank(code) == "county" and code.startswith(gazetteer.prefix(city))
        ]
        return inside[0] if len(inside) == 1 else None

    @property
    def frame(self) -> str | None:
        """The code of the city the story plays in: the paper's, unless the article names others only."""
        home = self.home_code
        if home is not None and (self.votes[home] or not self.votes):
            return home
        cities = sorted((-count, code) for code, count in self.votes.items() if is_city(code))
        if cities and -cities[0][0] >= 1 and (len(cities) == 1 or cities[0][0] < cities[1][0]):
            return cities[0][1]
        return home


def votes(mentions: Iterable[Mention]) -> Counter[str]:
    """Return how much the names of an article speak for each division: a name with n senses gives each 1/n."""
    total: Counter[str] = Counter()
    for mention in mentions:
        codes = [sense.code for sense in mention.senses if sense.code and sense.code.isdecimal()]
        for code in codes:
            for step in {code[:2] + "0000", code[:4] + "00", code[:6]}:
                total[step] += 1 / len(codes)  # type: ignore[assignment]
    return total


def near(code: str, parent: str | None, story: Story) -> bool:
    """Return whether a division lies in the one named right before it, or in the paper's own city."""
    holder = parent or (story.home_code[:4] + "00" if story.home_code is not None else None)
    return holder is not None and code.startswith(gazetteer.prefix(holder))


def choose(
    mention: Mention, senses: Sequence[Sense], parent: str | None, story: Story
) -> tuple[Sense | None, str]:
    """Return the sense the evidence speaks for, and the evidence; ``None`` where several are left and nothing does.

    The evidence is asked from the nearest to the farthest: the division named right before, the article so far, the
    paragraph, the paper's city, and last what all other names of the article lie in.
    """
    named_after = inside(senses, parent) if parent is not None else []
    if not named_after:
        senses = [sense for sense in senses if sense.form != "old"] or senses
        senses = [sense for sense in senses if sense.kind == "province"] or senses
    codes = {sense.code for sense in senses}
    if len(codes) == 1:
        return senses[0], "only place of this name"
    if parent is not None and named_after:
        return _highest(named_after), f"named right after {gazetteer.division(parent[:6])}"
    before = story.chosen.get(mention.surface)
    if before is not None and before.code in codes:
        return before, "as before in the article"
    sense, why = _of_paragraph(mention, senses, story)
    if sense is None:
        sense, why = _of_home(senses, story), "home city"
    return (sense, why) if sense is not None else _of_article(senses, story)


def _of_paragraph(mention: Mention, senses: Sequence[Sense], story: Story) -> tuple[Sense | None, str]:
    """Return the only sense of the highest rank in the nearest division of the paragraph that holds one."""
    for before, code in story.lately():
        if before.paragraph != mention.paragraph:
            break
        for holder in dict.fromkeys((code[:6], code[:4] + "00")):
            if gazetteer.division(holder) is not None:
                sense = _highest(inside(senses, holder))
                if sense is not None:
                    return sense, f"{before.surface} in the same paragraph"
    return None, ""


def _of_home(senses: Sequence[Sense], story: Story) -> Sense | None:
    """Return the same for the paper's county, city and province."""
    home = story.home_code
    if home is not None:
        for holder in dict.fromkeys((home, home[:4] + "00", home[:2] + "0000")):
            sense = _highest(inside(senses, holder))
            if sense is not None:
                return sense
    return None


def _of_article(senses: Sequence[Sense], story: Story) -> tuple[Sense | None, str]:
    """Return the sense of the highest rank that the other names of the article speak for."""
    ranked = sorted(
        ((_support(sense, senses, story), sense) for sense in _tops(senses)),
        key=lambda told: (-told[0], told[1].code or ""),
    )
    if len(ranked) == 1:
        return ranked[0][1], "highest rank of this name"
    return (ranked[0][1], "other places of the article") if ranked[0][0] > ranked[1][0] else (None, "")


def _support(sense: Sense, senses: Sequence[Sense], story: Story) -> float:
    """Return how much the other names of the article speak for a sense's city and province."""
    code = sense.code or ""
    city = story.votes[code[:4] + "00"] - sum(
        other.code is not None and other.code[:4] == code[:4] for other in senses
    ) / len(senses)
    province = story.votes[code[:2] + "0000"] - sum(
        other.code is not None and other.code[:2] == code[:2] for other in senses
    ) / len(senses)
    return round(2 * city + province, 6)


def inside(senses: Sequence[Sense], holder: str) -> list[Sense]:
    """Return the senses that lie in a division, without the division itself."""
    digits = gazetteer.prefix(holder)
    return [
        sense for sense in senses if sense.code and sense.code.startswith(digits) and sense.code != holder
    ]


def _tops(senses: Sequence[Sense]) -> list[Sense]:
    """Return the senses of the highest rank; names of today go before names of the past."""
    today = [sense for sense in senses if sense.form != "old"] or list(senses)
    best = min((RANKS.index(sense.kind) for sense in today), default=0)
    return [sense for sense in today if RANKS.index(sense.kind) == best]


def _highest(senses: Sequence[Sense]) -> Sense | None:
    """Return the only sense of the highest rank; ``None`` where there are none or several."""
    tops = _tops(senses)
    return tops[0] if len(tops) == 1 else None


def shared(codes: Sequence[str]) -> str | None:
    """Return the smallest division that holds all the codes."""
    for width, filler in ((4, "00"), (2, "0000")):
        if len({code[:width] for code in codes}) == 1:
            return codes[0][:width] + filler
    return None


def is_city(code: str) -> bool:
    """Return whether a code is that of a city, or of a province that is one."""
    return gazetteer.rank(code) == "city" or (code.endswith("0000") and code[:2] in gazetteer.MUNICIPALITIES)
