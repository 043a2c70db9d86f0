"""How often news uses a word or a phrase: the counts in ``newsan/data/keyword_*.tsv``."""

from __future__ import annotations

import math
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from newsan.tables import DATA, SortedTable

REMEMBERED = 1 << 14
"""So many words and phrases are kept with their rows."""


class Use(NamedTuple):
    """In how many articles a word or phrase stands in the body, and in how many in the headline.

    ``rarity`` is its inverse document frequency; ``titleness`` tells how much more headlines use it than bodies do
    (ten articles more than there are damp the rare).
    """

    bodies: int
    headlines: int
    rarity: float
    titleness: float


class Statistics:
    """Both tables, opened on first use."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self.word = lru_cache(maxsize=REMEMBERED)(self._word)
        self._phrase_row = lru_cache(maxsize=REMEMBERED)(self._row_of_phrase)

    @cached_property
    def _word_table(self) -> SortedTable:
        return SortedTable.open(DATA / "keyword_words.tsv")

    @cached_property
    def _phrase_table(self) -> SortedTable:
        return SortedTable.open(DATA / "keyword_phrases.tsv")

    @cached_property
    def _articles(self) -> int:
        """The number of all articles; the empty word stands for it in the table."""
        return int(self._word_table.lines("\t")[0].split("\t")[1])

    def _word(self, word: str) -> Use:
        """Return the use of a word."""
        rows = self._word_table.lines(f"{word}\t")
        return self._use(*rows[0].split("\t")[1:]) if rows else self._use("0", "0")

    def is_phrase(self, text: str) -> bool:
        """Return whether news uses these words as a phrase of their own."""
        return self._phrase_row(text) is not None

    def phrase(self, text: str) -> tuple[Use, float]:
        """Return the use of a phrase and its cohesion (nats); nought for what is none."""
        row = self._phrase_row(text)
        if row is None:
            return self._use("0", "0"), 0.0
        _, bodies, headlines, cohesion = row.split("\t")
        return self._use(bodies, headlines), float(cohesion)

    def _row_of_phrase(self, text: str) -> str | None:
        rows = self._phrase_table.lines(f"{text}\t")
        return rows[0] if rows else None

    def _use(self, bodies: str, headlines: str) -> Use:
        """Return a use by the numbers of its row."""
        body, headline = int(bodies), int(headlines)
        rarity = math.log(self._articles / (body + 1))
        return Use(body, headline, rarity, math.log((headline + 1) / (body + 10)))


@cache
def default_statistics() -> Statistics:
    """Return the shipped statistics, kept for the whole run."""
    return Statistics()
