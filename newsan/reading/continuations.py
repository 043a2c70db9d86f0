"""Passages and the articles they end: which text speaks of the same things as which."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from newsan.reading.cohesion import Seams, pairs
from newsan.reading.tails import SURE, seam

NEARBY: Final = 12
"""How many articles back a continuation is looked for."""
LONGEST_ARTICLE: Final = 60
"""Articles of more paragraphs than this are left as they are printed."""

TITLE_WEIGHT: Final = 0.3
"""How much it counts that a passage takes up the words of a headline."""

FIT_AT_LEAST: Final = 0.07
FEW_WORDS: Final = 8
FIRST_GAIN: Final = 0.04
"""What the first paragraph of a passage must share with its home beyond what it shares with its surroundings."""
SHARED_AT_LEAST: Final = 0.09
GAIN_AT_LEAST: Final = 0.11


WORTH_A_LOOK: Final = 0.5
"""How well a paragraph reads on from a cut sentence to be looked at whatever it speaks of."""
LONG: Final = 100.0
"""The weight of a passage from which on what stands around it counts no more than for a shorter one."""
OPEN: Final = 0.05
"""How much it counts that the other story waits for its rest."""
SEAM_WEIGHT: Final = 0.1
"""How much it counts that the first words of a passage read on from a cut sentence."""
GOES_ON: Final = 0.06
"""How much more of a paragraph another story must share once the passage before it was surely that story's."""


class Story(NamedTuple):
    """What of an article matters here: the words of its headline and of each of its paragraphs."""

    title: frozenset[str]
    paragraphs: tuple[frozenset[str], ...]
    whole: frozenset[str]
    """The words of all of it."""
    openings: tuple[str, ...]
    """The first characters of each paragraph."""
    flush: tuple[bool, ...]
    """Which paragraphs begin at the margin though the page indents them."""
    ends: tuple[bool, ...]
    """Which paragraphs end with a closing formula."""
    cut: str
    """The last characters, when it stops in the middle of a sentence."""
    page: str | None
    goes_to: str | None
    """The page its jump line names."""
    may_continue: bool
    """It can have a continuation: it has a headline and is no photograph."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for the rest of a sentence, or for what its jump line leads to."""
        return bool(self.cut) or self.goes_to is not None

    def can_take(self, page: str | None) -> bool:
        """Tell whether a passage printed on a page can belong to it: what goes on elsewhere does not go on here."""
        return self.may_continue and (self.goes_to is None or self.goes_to == page)


class Move(NamedTuple):
    """The paragraphs ``start`` to ``end`` of one story are the end of another, ``home``."""

    start: int
    end: int
    home: int
    gain: float
    """How much more the passage shares with its home than with the story it stands in."""


class PairWeights(dict[str, float]):
    """How much each pair tells; one that no paragraph of the page has tells as much as one that a single one has."""

    def __init__(self, stories: Sequence[Story]) -> None:
        """Count the paragraphs of a page in which each pair stands."""
        counts = Counter(chain.from_iterable(words for story in stories for words in story.paragraphs))
        total = sum(len(story.paragraphs) for story in stories)
        weights = {count: math.log(1 + total / count) for count in {1, *counts.values()}}
        super().__init__(zip(counts, map(weights.__getitem__, counts.values()), strict=True))
        self._rarest = weights[1]

    def __missing__(self, _: str) -> float:
        """Weigh a pair that stands in no paragraph."""
        return self._rarest


class Weights:
    """How much a pair of characters tells: the fewer paragraphs of the page have it, the more."""

    def __init__(self, stories: Sequence[Story]) -> None:
        """Count the paragraphs of a page in which each pair stands."""
        self._pairs = PairWeights(stories)
        self._known: dict[frozenset[str], float] = {}

    def weight(self, words: frozenset[str] | set[str]) -> float:
        """Return how much a set of pairs tells together: the same in whatever order the set is walked."""
        return math.fsum(map(self._pairs.__getitem__, words))

    def mass(self, words: frozenset[str]) -> float:
        """Return the weight of a paragraph, remembered."""
        value = self._known.get(words)
        if value is None:
            value = self._known[words] = self.weight(words)
        return value

    def affinity(self, part: frozenset[str], whole: frozenset[str] | set[str]) -> float:
        """Return which share of what a paragraph says the other text says too."""
        mass = self.mass(part)
        return self.weight(part & whole) / mass if mass else 0.0


def find_homes(
    passage: Sequence[frozenset[str]], page: str | None, stories: Sequence[Story], weights: Weights
) -> list[int]:
    """Return, for each paragraph of a passage without a headline, the index of the story it goes on from.

    -1 is none. A paragraph that says too little goes with the one before it.
    """
    nearby = range(max(0, len(stories) - NEARBY), len(stories))
    wholes = {
        index: stories[index].whole
        for index in nearby
        if stories[index].can_take(page) or (index == len(stories) - 1 and stories[index].goes_to is None)
    }
    homes: list[int] = []
    for words in passage:
        before = homes[-1] if homes else -1
        best, home = FIT_AT_LEAST, -1
        for index, whole in wholes.items():
            fit = weights.affinity(words, whole)
            fit += TITLE_WEIGHT * weights.affinity(stories[index].title, words)
            fit += 0.06 if stories[index].is_open else 0.0
            fit += 0.05 if index == before else 0.0
            if fit > best:
                best, home = fit, index
        homes.append(before if len(words) < FEW_WORDS and before >= 0 else home if home >= 0 else before)
    return homes


def find_move(index: int, stories: Sequence[Story], weights: Weights, seams: Seams) -> Move | None:
    """Return the passage of a story that speaks of an earlier one and not of its own, if there is one."""
    story = stories[index]
    count = len(story.paragraphs)
    if not 2 <= count <= LONGEST_ARTICLE:
        return None
    best: Move | None = None
    core: set[str] = set(story.title)
    homes = [home for home in range(max(0, index - NEARBY), index) if stories[home].can_take(story.page)]
    for start in range(1, count):
        core |= story.paragraphs[start - 1]
        words = story.paragraphs[start]
        own = weights.affinity(words, core) if homes else 0.0
        for home in homes:
            fit = _fit(stories[home], story, start, seams)
            gain = weights.affinity(words, stories[home].whole) - own
            if fit < WORTH_A_LOOK and (len(words) < FEW_WORDS or gain < FIRST_GAIN):
                continue
            move = _grow(story, start, home, core, fit, stories, weights)
            if move is not None and (best is None or move.gain > best.gain):
                best = move
    return best


def _fit(home: Story, story: Story, start: int, seams: Seams) -> float:
    """Return how well a paragraph of one story reads on from the sentence another breaks off in."""
    if not home.cut or home.goes_to is not None:
        return 0.0
    return seam(home.cut, story.openings[start], seams, flush=story.flush[start])


def _grow(
    story: Story,
    start: int,
    home: int,
    core: set[str],
    fit: float,
    stories: Sequence[Story],
    weights: Weights,
) -> Move | None:
    """Return the passage from ``start`` on that fits the other story best, if it fits well enough."""
    theirs = stories[home].whole
    total = mass = shared = 0.0
    best_total, best_end, best_mass, best_shared = 0.0, -1, 1.0, 0.0
    for end in range(start, len(story.paragraphs)):
        words = story.paragraphs[end]
        weight = weights.mass(words)
        with_home = weights.weight(words & theirs)
        total += with_home - weights.weight(words & core)
        total += GOES_ON * weight if fit >= SURE else 0.0
        mass += weight
        shared += with_home
        if total >= best_total or (fit >= SURE and best_end < 0):
            best_total, best_end, best_mass, best_shared = total, end + 1, mass, shared
    if best_end < 0:
        return None
    gain = best_total / max(best_mass, 1.0)
    prior = SEAM_WEIGHT * fit
    prior += OPEN if stories[home].is_open else 0.0
    prior += 0.04 if story.ends[start - 1] else 0.0
    prior += 0.03 if best_end == len(story.paragraphs) else -0.03
    prior -= 0.03 if start == 1 else 0.0
    words = frozenset().union(*story.paragraphs[start:best_end])
    prior += TITLE_WEIGHT * (
        weights.affinity(stories[home].title, words) - weights.affinity(story.title, words)
    )
    if (
        best_shared / max(best_mass, 1.0) < SHARED_AT_LEAST - SEAM_WEIGHT * fit
        or gain + prior < GAIN_AT_LEAST
    ):
        return None
    return Move(start, best_end, home, best_total + prior * min(best_mass, LONG))


def words_of(text: str) -> frozenset[str]:
    """Return what of a paragraph is compared; the beginning of a very long one is enough."""
    return pairs(text[:4000])
