"""Candidates -> keywords: what speaks for a candidate and against it, each with its weight."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from itertools import repeat
from operator import mul
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsan.keywords.candidates import find_headline_end
from newsan.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsan.keywords.candidates import Candidate
    from newsan.keywords.statistics import Statistics
    from newsan.models import Article, Sentence

SHORTEST_LEAD = 12
"""Characters of the shortest first sentence that is a lead and no dateline or greeting."""

NEIGHBOURS = 5
"""So many ranks below a word a phrase that holds it is looked for."""
NEARLY = 0.75
"""And this share of the word's weight the phrase must have."""

NAMED = frozenset({"work", "slogan", "organisation"})
"""Kinds of which the length says nothing."""

Column = Literal["headlined", "headless"]


class Layout(NamedTuple):
    """Where the headline and the first sentence of an article end; text without a headline ends it at 0.

    ``most`` is how often the article names what it names most often.
    """

    headline_end: int
    lead_end: int
    length: int
    most: int


# fmt: off
EVERYWHERE = (
    "count", "free count", "free share", "once", "headline", "headline only", "headline position", "lead", "distance",
    "quoted", "before a number", "relative count without headline",
)
"""The features that are numbers, most of them from 0 to 1 or logarithms of counts, in the order they are told in."""
WORDS_ONLY = (
    "rarity", "unseen", "titleness", "part only", "count x rarity", "headline x rarity", "headline verb",
)
PHRASES_ONLY = (
    "phrase rarity", "known phrase", "phrase titleness", "cohesion", "bounded", "rarest part", "commonest part",
    "parts titleness", "phrase part only", "short first part", "short last part", "phrase count x rarity",
    "phrase count", "phrase in headline", "known phrase in headline",
)
# fmt: on

Numbers = tuple[float, ...]


class Features(NamedTuple):
    """What speaks for a candidate and against it: its numbers, and marks (``tag ns``) that it has or has not."""

    phrase: bool
    numbers: Numbers
    marks: tuple[str, ...]


class Weights(NamedTuple):
    """What each feature is worth; a mark without a weight is worth nothing."""

    word: Numbers
    phrase: Numbers
    marks: Mapping[str, float]
    constant: float


def find_layout(article: Article, sentences: Sequence[Sentence], candidates: Sequence[Candidate]) -> Layout:
    """Return the layout of an article; kicker and subtitle belong to the headline."""
    headline_end = find_headline_end(article)
    lead_end = next(
        (
            sentence.end
            for sentence in sentences
            if sentence.role == "body" and sentence.end - sentence.start >= SHORTEST_LEAD
        ),
        headline_end,
    )
    most = max((len(candidate.spans) for candidate in candidates), default=1)
    return Layout(headline_end, lead_end, len(article.text), most)


@cache
def weights(column: Column) -> Weights:
    """Return what each feature is worth, in articles with a headline or in those without."""
    header, *rows = (
        line.split("\t") for line in (DATA / "keyword_weights.tsv").read_text("utf-8").splitlines()
    )
    here = header.index(column)
    return weights_of({row[0]: float(row[here]) for row in rows})


def names_of(*, phrase: bool) -> tuple[str, ...]:
    """Return the names of the numbers of a phrase, or of a single word."""
    return EVERYWHERE + (PHRASES_ONLY if phrase else WORDS_ONLY)


def weights_of(table: Mapping[str, float]) -> Weights:
    """Return the weights of a table by the names of its features."""
    word, phrase = (
        tuple(table.get(name, 0.0) for name in names_of(phrase=phrase)) for phrase in (False, True)
    )
    return Weights(word, phrase, table, table["constant"])


def find_features(candidate: Candidate, layout: Layout, statistics: Statistics) -> Features:
    """Return the features of a candidate."""
    spans, headline_end = candidate.spans, layout.headline_end
    body = spans
    if spans[0][0] < headline_end:
        body = [span for span in spans if span[0] >= headline_end]
    in_headline = len(body) < len(spans)
    count = math.log1p(len(body))
    first = body[0][0] if body else layout.length
    everywhere = (
        count,
        math.log1p(candidate.free),
        candidate.free / len(spans),
        len(spans) == 1,
        in_headline,
        not body,
        1 - spans[0][0] / headline_end if in_headline else 0.0,
        bool(body) and first < layout.lead_end,
        math.log1p(first - headline_end),
        candidate.quoted,
        candidate.measured,
        0.0 if headline_end else math.log(len(spans) / layout.most),
    )
    if candidate.words > 1:
        return phrase_features(candidate, everywhere, statistics)
    use = statistics.word(candidate.text)
    numbers = (
        *everywhere,
        use.rarity,
        use.bodies == 0,
        use.titleness,
        candidate.free == 0,
        count * use.rarity,
        in_headline * use.rarity,
        in_headline and candidate.pos == "v",
    )
    return Features(
        False, numbers, (*form_marks(candidate.kind, len(candidate.text)), f"tag {candidate.pos}")
    )


def phrase_features(candidate: Candidate, everywhere: Numbers, statistics: Statistics) -> Features:
    """Return the features of a phrase; ``everywhere`` are the numbers that a single word has too."""
    use, cohesion = statistics.phrase(candidate.text)
    parts = [statistics.word(token.text) for token in candidate.parts]
    rarities = [part.rarity for part in parts]
    first, last = candidate.parts[0], candidate.parts[-1]
    count, in_headline = everywhere[EVERYWHERE.index("count")], everywhere[EVERYWHERE.index("headline")]
    known = use.bodies > 0
    numbers = (
        *everywhere,
        use.rarity,
        known,
        use.titleness,
        cohesion,
        candidate.bounded,
        max(rarities),
        min(rarities),
        sum([part.titleness for part in parts]) / len(parts),
        candidate.free == 0,
        len(first.text) == 1,
        len(last.text) == 1,
        count * use.rarity,
        count,
        in_headline,
        in_headline * known,
    )
    marks = (f"words {min(candidate.words, 5)}", f"ends {last.pos}", f"tags {first.pos[:2]}+{last.pos[:2]}")
    return Features(True, numbers, (*form_marks(candidate.kind, len(candidate.text)), *marks))


@lru_cache(maxsize=1024)
def form_marks(kind: str, length: int) -> tuple[str, ...]:
    """Return the marks of a kind and a length in characters."""
    return (f"kind {kind}",) if kind in NAMED else (f"kind {kind}", f"length {min(length, 9)}")


def score(features: Features, worth: Weights) -> float:
    """Return the weighted sum of features, as log odds."""
    numbers = worth.phrase if features.phrase else worth.word
    total = sum(map(mul, numbers, features.numbers), worth.constant)
    return sum(map(worth.marks.get, features.marks, repeat(0.0)), total)


def rank(
    candidates: Sequence[Candidate], layout: Layout, statistics: Statistics
) -> list[tuple[float, Candidate]]:
    """Return candidates with their weights (0..1), the weightiest first; equals in reading order."""
    worth = weights("headlined" if layout.headline_end else "headless")
    scored = [
        (score(find_features(candidate, layout, statistics), worth), candidate) for candidate in candidates
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].spans[0], pair[1].text))
    return [(chance(odds), candidate) for odds, candidate in scored]


def chance(odds: float) -> float:
    """Return the probability whose log odds these are."""
    return 1 / (1 + math.exp(-odds))


def without_parts(ranked: Sequence[tuple[float, Candidate]]) -> Iterator[tuple[float, Candidate]]:
    """Yield ranked candidates but those that say nothing another one does not say.

    A part of a weightier keyword is left out unless it mostly stands on its own, and so is a word (科技) of a
    phrase (科技创新) that weighs nearly as much. A word of the user's dictionary is no part of another.
    """
    chosen: list[Candidate] = []
    for place, (weight, candidate) in enumerate(ranked):
        wholes = chosen
        if candidate.kind == "term":
            after = ranked[place + 1 : place + 1 + NEIGHBOURS]
            wholes = chosen + [other for other_weight, other in after if other_weight >= NEARLY * weight]
        if not candidate.own and any(
            candidate.text in whole.text and is_mere_part(candidate, whole) for whole in wholes
        ):
            continue
        chosen.append(candidate)
        yield weight, candidate


def is_mere_part(candidate: Candidate, whole: Candidate) -> bool:
    """Return whether most mentions of a candidate are parts of longer ones, or too few stand apart to matter."""
    return candidate.free < 2 or candidate.free < len(whole.spans) / 2
