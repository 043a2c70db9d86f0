"""How likely a word that is a short name and an ordinary word names the place: by the words beside it, and by how often it does elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsan.models import Token
from newsan.places.mentions import Mention, is_common
from newsan.places.words import Words
from newsan.tables import DATA

UNKNOWN = -2.0
"""The log odds of a name that the table of names does not have."""

PROMINENCE = 3.1
"""What a city has more than a county."""


def weighed(words: Words, mention: Mention) -> Mention:
    """Return a mention whose words are ordinary ones as well, with the log odds that the place is meant."""
    if not is_common(mention):
        return mention
    odds = _hundredths("place_priors.tsv").get(mention.surface, UNKNOWN)
    if mention.kind == "city":
        odds += PROMINENCE
    odds += _beside("<", words.at(mention.start - 1) if mention.start else None)
    odds += _beside(">", words.at(mention.end) if mention.end < len(words.text) else None)
    return mention._replace(odds=odds)


def _beside(side: str, word: Token | None) -> float:
    """Return what a word on one side of a name adds, or else its tag."""
    contexts = _hundredths("place_contexts.tsv")
    text, tag = ("", "") if word is None else (word.text.strip(), word.pos)
    return contexts.get(side + text, contexts.get(f"{side}@{tag}", 0.0))


@cache
def _hundredths(table: str) -> Mapping[str, float]:
    """Return the numbers of a table by what stands before them."""
    lines = (DATA / table).read_text("utf-8").splitlines()
    return {key: int(number) / 100 for key, _, number in (line.rpartition("\t") for line in lines)}
