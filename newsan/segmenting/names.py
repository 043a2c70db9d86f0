"""Names the dictionary does not have: what the cut made of them, mended.

Where jieba's dictionary ends its model joins characters by what they are, whatever stands around them. So it takes
the end of a name for the beginning of a word (李准|基饰, 挹|江门), and a word beside a name for a part of it (而莫尔|库斯).
The words of the dictionary stay as they are unless a name ends in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsan.segmenting.name_characters import RANKS, REMEMBERED, characters, is_chinese
from newsan.segmenting.name_rules import (
    DOTS,
    QUOTES,
    counted,
    division,
    foreign,
    nation,
    person,
    quoted,
    stranded,
    verb,
)
from newsan.segmenting.shapes import WHOLE
from newsan.segmenting.vocabulary import Vocabulary
from newsan.segmenting.whole_names import with_whole_names

if TYPE_CHECKING:
    from newsan.segmenting.lexicon import Entry

STRETCH = 1000
"""So many words are mended together: more than any sentence has."""

Rule = Callable[[Vocabulary, Sequence[str], int], int]
"""Says how many characters from a word on are one name, 0 if none."""
Trial = tuple[int, Rule]
"""How far from the word that gives rise to it a rule is to be tried."""
Look = tuple[tuple[str, tuple[Trial, ...]], ...]
"""The words that a word is made of, each with its trials."""


@cache
def signs() -> frozenset[str]:
    """Return the words of the dictionary that tell of a name beside them."""
    return frozenset((*QUOTES, *DOTS, *RANKS, *characters().role))


@cache
def begins() -> frozenset[str]:
    """Return the characters that a word of two begins with if a name may begin with it, or if it points."""
    return characters().surnames | characters().pointing


@cache
def ends() -> frozenset[str]:
    """Return the characters that a word of two ends with if a name may end in it, or before it."""
    return frozenset((*RANKS, *characters().last, "于", "国"))


@cache
def office_ends() -> frozenset[str]:
    """Return the last characters of the words for somebody's office."""
    return frozenset(role[-1] for role in characters().role)


MODEL: tuple[Trial, ...] = (0, foreign), (0, person), (-1, division), (-1, foreign), (-1, stranded)
"""What is to be tried because of a word that only jieba's model knows."""


class Names:
    """Mends the words of a cut where it went through a name."""

    def __init__(self, entry: Callable[[str], Entry | None], cut: Callable[[str], list[str]]) -> None:
        """Take the look-up of the dictionary, and the cut for what is left of a word that a name ended in."""
        self._known = Vocabulary(entry)
        self._entry = entry
        self._cut = cut
        self._look = lru_cache(maxsize=REMEMBERED)(self.look)

    def mend(self, words: list[str]) -> list[str]:
        """Return words of the same text, names whole; of text that never ends a stretch at a time.

        No name reaches across a ``WHOLE``.
        """
        if len(words) <= STRETCH:
            return with_whole_names(self._mended(words), self._known)
        mended: list[str] = []
        first = 0
        while first < len(words):
            end = first + STRETCH
            wholes = [index for index, word in enumerate(words[first + 1 : end], first + 1) if word == WHOLE]
            if end < len(words) and wholes:
                end = wholes[-1]
            mended += with_whole_names(self._mended(words[first:end]), self._known)
            first = end
        return mended

    def _mended(self, words: list[str]) -> list[str]:
        """Return the same for a stretch of words; most of them cost no more than a look."""
        look = self._look
        odd = [index for index, word in enumerate(words) if look(word)]
        if not odd:
            return words
        mended: list[str] = []
        rules: defaultdict[int, list[Rule]] = defaultdict(list)
        done = 0
        for index in odd:
            mended += words[done:index]
            for part, trials in look(words[index]):
                for step, rule in trials:
                    rules[len(mended) + step].append(rule)
                mended.append(part)
            done = index + 1
        mended += words[done:]
        # From the right: what is mended then moves nothing that is still to be looked at.
        for index in sorted(rules, reverse=True):
            if 0 <= index < len(mended) and is_chinese(mended[index]):
                for rule in rules[index]:
                    if length := rule(self._known, mended, index):
                        self._join(mended, index, length)
                        break
        return mended

    def look(self, word: str) -> Look:
        """Return the words a word is made of, each with what is to be tried there: nothing for nearly all words."""
        if self.is_plain(word):
            return ()
        parts = self.parts(word)
        if len(parts) > 1:
            return tuple((part, self.trials(part)) for part in parts)
        trials = self.trials(word)
        return ((word, trials),) if trials else ()

    def is_plain(self, word: str) -> bool:
        """Return whether a word is one that has no parts and gives rise to no trial: soon told, and true of most."""
        telling = signs()
        if len(word) == 1:
            return word not in telling
        known = self._entry(word)
        if known is None or known[1] == "m" or word in telling:
            return False
        if len(word) == 2:
            return word[0] not in begins() and word[1] not in ends()
        return word[-3:] not in RANKS and word[-1] not in office_ends()

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words that a word is made of, itself for nearly all."""
        if len(word) == 1 or not is_chinese(word):
            return (word,)
        known = self._entry(word)
        return (
            parts_of_unknown(word, self._known.frequency) if known is None else parts_of_known(word, known[1])
        )

    def trials(self, word: str) -> tuple[Trial, ...]:
        """Return what is to be tried because of a word: nothing for nearly all."""
        if self._known.is_unknown(word):
            if word[0] in characters().counted:
                return (0, counted), *MODEL
            return MODEL
        if word in QUOTES:
            return ((1, quoted),)
        if word in DOTS:
            return (-1, foreign), (1, foreign)
        if word[-3:] in RANKS:
            return (-2, division), (-1, division)
        if word in characters().role:
            return (1, foreign), (1, person)
        if len(word) != 2:
            return ()
        tried: list[Trial] = []
        if word[1] == "国" and self._known.tag(word) == "ns":
            tried.append((0, nation))
        if word[1] in RANKS:
            tried.append((-1, division))
        if self._known.is_end_of_place(word):
            tried += (-1, foreign), (-1, stranded)
        if self._known.is_short_person(word):
            tried.append((0, person))
        if word[1] == "于":
            tried.append((-1, verb))
        return tuple(tried)

    def _join(self, words: list[str], index: int, length: int) -> None:
        """Make one word of so many characters from a word on; what is left of the last is cut again with the next."""
        end = index
        text = ""
        while len(text) < length:
            text += words[end]
            end += 1
        rest = text[length:]
        if rest and end < len(words) and is_chinese(words[end]):
            rest += words[end]
            end += 1
        words[index:end] = [text[:length], *(part for word in self._cut(rest) for part in self.parts(word))]


def parts_of_known(word: str, tag: str | None) -> tuple[str, ...]:
    """Return the words that a word of the dictionary is made of.

    A numeral and its measure are two, 三|个 as 3|个, and so are a word that points and its measure (这|家). So is a
    body with the office somebody has there: 大学|校长, for the name of the university ends with 大学.
    """
    chars = characters()
    if word in chars.whole:
        return (word,)
    if word[-1] in chars.measure:
        numeral = tag == "m" and chars.numeral.issuperset(word[:-1])
        return (word[:-1], word[-1]) if numeral or word[:-1] in chars.pointing else (word,)
    if word[-1] in office_ends():
        for end in range(1, len(word) - 1):
            if word[:end] in chars.body and word[end:] in chars.role:
                return word[:end], word[end:]
    return (word,)


def parts_of_unknown(word: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """Return the words that a word is made of that only jieba's model knows.

    The grammar at its edges is set apart (而|莫尔, 同|卢拉), unless it looks like somebody's full name (王为民) or
    a saying (一企一策), and so is what somebody does after a full name (高培勇|作).
    """
    chars = characters()
    length = len(word)
    if word[0] in chars.surnames and word[0] not in chars.before and 3 <= length <= 4:
        if word[-1] in chars.deed or (length == 4 and word[-1] in chars.act):
            return word[:-1], word[-1]
        if length == 3 and word[-1] not in chars.never:
            return (word,)
    if length > 3 and word[0] in chars.numeral and word[2] in chars.numeral:
        return (word,)
    start, end = 0, length
    while (
        end - start > 1
        and (word[start] in chars.before or (length > 2 and word[start] in chars.onward))
        and word[start : start + 2] not in chars.whole
        and not frequency(word[start:end])
    ):
        start += 1
    while (
        end - start > 1
        and word[end - 1] in chars.after
        and word[end - 2 : end] not in chars.whole
        and not frequency(word[start:end])
    ):
        end -= 1
    return (*word[:start], word[start:end], *word[end:])
