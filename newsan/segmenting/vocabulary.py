"""What the dictionary knows of a word, and what that says of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsan.segmenting.name_characters import characters, is_chinese, is_listed
from newsan.segmenting.shapes import WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsan.segmenting.lexicon import Entry

# How often the dictionary counts a word says how likely it is to be one here.
RARE_PERSON = 20
"""A name of fewer may be the beginning of a longer name."""
RARE_PLACE = 100
"""A place of fewer may be the end of a longer name."""
RARE_WORD = 1_000
"""A word of fewer may be a part of a foreign name after somebody's office (外长阿里|米)."""


class Vocabulary:
    """The entries of the dictionary, asked what a rule of names wants to know."""

    def __init__(self, entry: Callable[[str], Entry | None]) -> None:
        """Take the look-up of the dictionary."""
        self._entry = entry

    def is_unknown(self, word: str) -> bool:
        """Return whether only jieba's model takes these characters for a word."""
        return len(word) > 1 and is_chinese(word) and self._entry(word) is None

    def is_numeral(self, word: str) -> bool:
        """Return whether a word is a numeral, as the dictionary or a figure's looks tell it."""
        return word == WHOLE or self.tag(word) == "m"

    def is_short_person(self, word: str) -> bool:
        """Return whether a word is a name that may be the beginning of a longer one (罗文|忠)."""
        return word[0] in characters().surnames and self.tag(word).startswith("nr")

    def is_end_of_place(self, word: str) -> bool:
        """Return whether a word may be the end of a place's name (挹|江门)."""
        if word[-1] not in characters().last:
            return False
        rare = self.frequency(word) < RARE_PLACE and self.tag(word) in ("ns", "n", "nr")
        return rare or self.is_unknown(word)

    def is_place(self, word: str) -> bool:
        """Return whether a word names a place: the dictionary or the gazetteer says so."""
        return len(word) > 1 and (self.tag(word) == "ns" or is_listed(word))

    def is_sound(self, word: str, *, told: bool) -> bool:
        """Return whether a word can be part of a foreign name; names the dictionary often counts are whole.

        Of two characters (克里|波门区) and after somebody's office (``told``) words are that it counts oftener.
        """
        if not characters().sound.issuperset(word):
            return False
        place = self.tag(word) == "ns"
        rare = (
            (RARE_PLACE if place else RARE_WORD)
            if told or len(word) == 2
            else (RARE_PERSON if place else RARE_PLACE)
        )
        return len(word) == 1 or self.frequency(word) < rare

    def frequency(self, word: str) -> int:
        """Return how often the dictionary counts a word, 0 if it is none."""
        known = self._entry(word)
        return known[0] if known else 0

    def tag(self, word: str) -> str:
        """Return the dictionary's tag of a word, empty if it has none."""
        known = self._entry(word)
        return (known[1] or "") if known else ""
