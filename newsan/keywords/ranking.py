"""Candidates -> keywords: what speaks for a candidate and against it, each with its weight."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from newsan.keywords.candidates import find_headline_end
from newsan.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsan.keywords.candidates import Candidate
    from newsan.keywords.statistics import Statistics, Use
    from newsan.models import Article, Sentence

SHORTEST_LEAD = 12
"""Characters of the shortest first sentence that is a lead and no dateline or greeting."""

NEIGHBOURS = 5
"""So many ranks below a word a phrase that holds it is looked for."""
NEARLY = 0.75
"""And this share of the word's weight the phrase must have."""

Column = Literal["headlined", "headless"]
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headline and the first sentence of an article end; text without a headline ends it at 0."""

    headline_end: int
    lead_end: int
    length: int


def find_layout(article: Article, sentences: Sequence[Sentence]) -> Layout:
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
    return Layout(headline_end, lead_end, len(article.text))


@cache
def weights(column: Column) -> Features:
    """Return what each feature is worth, in articles with a headline or in those without."""
    lines = (DATA / "keyword_weights.tsv").read_text("utf-8").splitlines()
    names = lines[0].split("\t")
    rows = (line.split("\t") for line in lines[1:])
    return {row[0]: float(row[names.index(column)]) for row in rows}


def find_features(candidate: Candidate, layout: Layout, statistics: Statistics) -> Features:
    """Return the features of a candidate by name; those that are left out are nought."""
    starts = [start for start, _ in candidate.spans]
    in_body = [start for start in starts if start >= layout.headline_end]
    in_headline = len(in_body) < len(starts)
    count = math.log1p(len(in_body))
    first = in_body[0] if in_body else layout.length
    features = {
        "count": count,
        "free count": math.log1p(candidate.free),
        "free share": candidate.free / len(starts),
        "once": float(len(starts) == 1),
        "headline": float(in_headline),
        "headline only": float(not in_body),
        "headline position": float(in_headline) * (1 - starts[0] / max(layout.headline_end, 1)),
        "lead": float(bool(in_body) and in_body[0] < layout.lead_end),
        "distance": math.log1p(first - layout.headline_end),
        "quoted": float(candidate.quoted),
        "before a number": float(candidate.measured),
        f"kind {candidate.kind}": 1.0,
    }
    if candidate.kind not in {"work", "slogan", "organisation"}:
        features[f"length {min(len(candidate.text), 9)}"] = 1.0
    if candidate.words == 1:
        features |= word_features(candidate, statistics)
        features["count x rarity"] = count * features["rarity"]
        features["headline x rarity"] = in_headline * features["rarity"]
        features["headline verb"] = float(in_headline and candidate.pos == "v")
    else:
        features |= phrase_features(candidate, statistics)
        features["phrase count x rarity"] = count * features["phrase rarity"]
        features["phrase count"] = count
        features["phrase in headline"] = float(in_headline)
        features["known phrase in headline"] = in_headline * features["known phrase"]
    return features


def word_features(candidate: Candidate, statistics: Statistics) -> Features:
    """Return what news at large says about a word."""
    use = statistics.word(candidate.text)
    return {
        "rarity": rarity(use, statistics),
        "unseen": float(use.bodies == 0),
        "titleness": titleness(use),
        "part only": float(candidate.free == 0),
        f"tag {candidate.pos}": 1.0,
    }


def phrase_features(candidate: Candidate, statistics: Statistics) -> Features:
    """Return what news at large says about a phrase and its words."""
    use, cohesion = statistics.phrase(candidate.text)
    parts = [statistics.word(token.text) for token in candidate.parts]
    rarities = [rarity(part, statistics) for part in parts]
    first, last = candidate.parts[0], candidate.parts[-1]
    return {
        "phrase rarity": rarity(use, statistics),
        "known phrase": float(use.bodies > 0),
        "phrase titleness": titleness(use),
        "cohesion": cohesion,
        "bounded": float(candidate.bounded),
        "rarest part": max(rarities),
        "commonest part": min(rarities),
        "parts titleness": sum(map(titleness, parts)) / len(parts),
        "phrase part only": float(candidate.free == 0),
        "short first part": float(len(first.text) == 1),
        "short last part": float(len(last.text) == 1),
        f"words {min(candidate.words, 5)}": 1.0,
        f"ends {last.pos}": 1.0,
        f"tags {first.pos[:2]}+{last.pos[:2]}": 1.0,
    }


def rarity(use: Use, statistics: Statistics) -> float:
    """Return the inverse document frequency."""
    return math.log(statistics.word("").bodies / (use.bodies + 1))


def titleness(use: Use) -> float:
    """Return how much more headlines use a word than bodies do; ten articles more than there are damp the rare."""
    return math.log((use.headlines + 1) / (use.bodies + 10))


def score(features: Features, table: Features) -> float:
    """Return the weighted sum of features, as log odds."""
    return sum(table.get(name, 0.0) * value for name, value in features.items())


def rank(
    candidates: Sequence[Candidate], layout: Layout, statistics: Statistics
) -> list[tuple[float, Candidate]]:
    """Return candidates with their weights (0..1), the weightiest first; equals in reading order."""
    table = weights("headlined" if layout.headline_end else "headless")
    scored = [
        (score(find_features(candidate, layout, statistics), table) + table["constant"], candidate)
        for candidate in candidates
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].spans[0], pair[1].text))
    return [(chance(odds), candidate) for odds, candidate in scored]


def chance(odds: float) -> float:
    """Return the probability whose log odds these are."""
    return 1 / (1 + math.exp(-odds))


def without_parts(ranked: Sequence[tuple[float, Candidate]]) -> Iterator[tuple[float, Candidate]]:
    """Yield ranked candidates but those that say nothing another one does not say.

    A part of a weightier keyword is left out unless it mostly stands on its own, and so is a word (科技) of a
    phrase (科技创新) that weighs nearly as much.
    """
    chosen: list[Candidate] = []
    for place, (weight, candidate) in enumerate(ranked):
        wholes = chosen
        if candidate.kind == "term":
            after = ranked[place + 1 : place + 1 + NEIGHBOURS]
            wholes = chosen + [other for other_weight, other in after if other_weight >= NEARLY * weight]
        if any(candidate.text in whole.text and is_mere_part(candidate, whole) for whole in wholes):
            continue
        chosen.append(candidate)
        yield weight, candidate


def is_mere_part(candidate: Candidate, whole: Candidate) -> bool:
    """Return whether most mentions of a candidate are parts of longer ones, or too few stand apart to matter."""
    return candidate.free < 2 or candidate.free < len(whole.spans) / 2
