"""Article -> keywords."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsan.keywords.candidates import Candidate, find_candidates
from newsan.keywords.place_names import is_place
from newsan.keywords.ranking import Layout, find_layout, rank, without_parts
from newsan.keywords.statistics import default_statistics
from newsan.models import Article, Keyword, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence


def find_keywords(
    article: Article, sentences: Sequence[Sentence], limit: int, own_words: frozenset[str] = frozenset()
) -> list[Keyword]:
    """Return the keywords of an article, the weightiest first.

    The weight of a keyword is the chance that an editor would choose it, so weights of different articles compare.
    Of ``own_words``, the user's, those that the article prints are among its keywords before any other.
    """
    statistics = default_statistics()
    candidates = find_candidates(article, sentences, statistics, own_words)
    layout = find_layout(article, sentences, candidates)
    ranked = rank(candidates, layout, statistics)
    own = [pair for pair in ranked if pair[1].own][: max(limit, 0)]
    others = (pair for pair in without_parts(ranked) if not pair[1].own)
    chosen = [*own, *islice(others, max(limit, 0) - len(own))]
    if own:
        chosen.sort(key=ranked.index)
    return [keyword(candidate, weight, layout) for weight, candidate in chosen]


def keyword(candidate: Candidate, weight: float, layout: Layout) -> Keyword:
    """Return a candidate as a keyword."""
    return Keyword(
        text=candidate.text,
        kind="term"
        if candidate.kind == "place" and not is_place(candidate.parts[-1].text)
        else candidate.kind,
        weight=round(weight, 4),
        count=len(candidate.spans),
        in_title=candidate.spans[0][0] < layout.headline_end,
        spans=tuple(candidate.spans),
        variants=tuple(sorted(candidate.variants)),
    )
