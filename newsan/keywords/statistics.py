"""How often news uses a word or a phrase: the counts in ``newsan/data/keyword_*.tsv``."""

from __future__ import annotations

from functools import cache, cached_property
from typing import NamedTuple

from newsan.tables import DATA, SortedTable


class Use(NamedTuple):
    """In how many articles a word or phrase stands in the body, and in how many in the headline."""

    bodies: int
    headlines: int


class Statistics:
    """Both tables, opened on first use."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._words: dict[str, Use] = {}

    @cached_property
    def _word_table(self) -> SortedTable:
        return SortedTable.open(DATA / "keyword_words.tsv")

    @cached_property
    def _phrase_rows(self) -> dict[str, str]:
        # A page asks for thousands of word sequences, nearly all of them in vain: a dict of the
        # few phrases says no much sooner than a search of the file.
        lines = (DATA / "keyword_phrases.tsv").read_text("utf-8").splitlines()
        return dict(line.split("\t", 1) for line in lines)

    def word(self, word: str) -> Use:
        """Return the use of a word; the empty word stands for all articles."""
        if word not in self._words:
            rows = self._word_table.lines(f"{word}\t")
            _, bodies, headlines = rows[0].split("\t") if rows else (word, "0", "0")
            self._words[word] = Use(int(bodies), int(headlines))
        return self._words[word]

    def is_phrase(self, text: str) -> bool:
        """Return whether news uses these words as a phrase of their own."""
        return text in self._phrase_rows

    def phrase(self, text: str) -> tuple[Use, float]:
        """Return the use of a phrase and its cohesion (nats); nought for what is none."""
        if text not in self._phrase_rows:
            return Use(0, 0), 0.0
        bodies, headlines, cohesion = self._phrase_rows[text].split("\t")
        return Use(int(bodies), int(headlines)), float(cohesion)


@cache
def default_statistics() -> Statistics:
    """Return the shipped statistics, kept for the whole run."""
    return Statistics()
