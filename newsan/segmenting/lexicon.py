"""jieba's dictionary and hidden Markov model, read from the installed jieba's own files; user words on top.

Reading all of it takes a second, so that is done once and kept as a store of plain numbers, which the cut looks up
where they lie: nothing of it is parsed, and a page touches no more of it than it needs.

The words are a trie in two hash tables. What every place of a text is looked up for, the two characters that
begin there, has a table of its own: their slot follows from the two alone, so that the slots of a whole text are
computed and read at once. It holds the first character, which says whose the slot is, and a record of the two: the
number of their frequency, and which characters may come third. Longer beginnings of words, and pairs that found
their slot taken, are nodes of the other table, in the first free slot from the one that parent and character give.
"""

from __future__ import annotations

import math
import re
from array import array
from functools import cache
from operator import add
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from newsan.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsan.stores import Store

FORMAT = 9
"""The number of the way the rows are written; another way needs another number, or old stores would be misread."""

NEVER = -math.inf
"""The weight of what is no word."""
UNSEEN = -3.14e100
"""What jieba takes for the logarithm of a probability of nought."""
STATES = "BMES"
"""A character begins a word, is within one, ends one, or is one by itself."""
EMISSIONS = Struct("=6d")
"""How likely each of the states is to show a character, in their order, then how likely a word of two or a word
of one is to end behind it if it is the first."""
STEPS = ("EB", "SB", "BM", "MM", "BE", "ME", "ES", "SS")
"""The steps from state to state that the model knows."""

SLOTS = 1 << 19
"""The slots of the table of pairs, three times the pairs there are; a power of two."""
NODE_SLOTS = 655_373
"""The slots of the table of nodes: a prime, twice the nodes there are."""
SPREAD = 26_041
"""What the first of two characters is multiplied by to find their slot: what comes out is a small integer to Python."""
STRIDE = 8_191
"""What a character is multiplied by to find its node's slot, so far from the parent's id; it comes out small too."""
UNITS = 16
"""The bits of a character; all that a block can hold have no more."""
LAST = chr((1 << UNITS) - 1)
NUMBER = (1 << 13) - 1
"""The bits of a record or node that number a frequency, 0 for what is no word."""
SHARED = 1 << 13
"""The bit of a record that says that other pairs would have its slot; they are nodes whose parent is a character."""
THIRD = 1 << 14
"""The first of 16 bits of a record for the characters that may come third, by their last four bits."""
FOLLOWED = 1 << 13
"""The bit of a node that says that longer words begin with it."""
ENTRY = 14
"""The bits of a node below its character; the id of its parent has a table of its own."""
PAIRS = 1 << UNITS
"""The id of the first slot of the pairs, as a parent; ids below are characters."""
NODES = PAIRS + SLOTS
"""The id of the first slot of the nodes."""

Entry = tuple[int, str | None]
"""The frequency and tag of a word."""


@cache
def block() -> re.Pattern[str]:
    """Return the pattern of the blocks of text that jieba cuts into words; between them, a character is a word.

    It is made for those who build a store or add words: it takes longer than opening a store.
    """
    return re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")


class UserWord(NamedTuple):
    """A line of a user dictionary; the frequency, where left out, is chosen so that the word stands whole."""

    text: str
    frequency: int | None
    tag: str | None


class Lexicon:
    """What the cut asks of a dictionary.

    A weight is the logarithm of a word's share of all words, as jieba computes it.
    """

    def __init__(self, store: Store) -> None:
        """Take jieba's words from a store."""
        self.fingerprint = store.text("fingerprint")
        """The hash of the dictionary and the model that the store was built from."""
        self.total = int(store.text("total"))
        self.log_total = math.log(self.total)
        self.firsts = store.numbers("firsts", "H")
        self.records = store.numbers("records", "I")
        self.nodes = store.numbers("nodes", "I")
        self.parents = store.numbers("parents", "I")
        self.weights: Sequence[float] = store.fractions("weights").tolist()
        self.singles: Sequence[float] = store.fractions("singles")
        """The weights of single characters, ``NEVER`` for what stands between blocks."""
        self.beginnings = frozenset(map(ord, store.text("beginnings")))
        """Characters that begin words but are none; where a word begins with one, it cannot stand alone."""
        self.numbered = store.text("numbered").split()
        """Words that begin with a digit."""
        walk = store.fractions("walk").tolist()
        self.start, self.steps = walk[: len(STATES)], walk[len(STATES) :]
        self.emissions = Emissions(store)
        self._frequencies = store.numbers("frequencies", "I")
        self._tags = store.text("tags").split(" ")
        self._single_numbers = store.numbers("single numbers", "H")
        self._single_tags = store.numbers("single tags", "B")
        self._pair_tags = store.numbers("pair tags", "B")
        self._node_tags = store.numbers("node tags", "B")
        self._user_entries: dict[str, Entry] = {}
        self._user_words: dict[str, list[str]] = {}
        """User words that stand in blocks, by their first two characters."""
        self._user_beginnings: set[str] = set()
        self._settled = True
        lines = store.text("outside").splitlines()
        self._outside = {word: (int(frequency), tag) for word, frequency, tag in map(str.split, lines)}
        """Words that no block can hold."""

    def entry(self, word: str) -> Entry | None:
        """Return the frequency and tag of a word, ``None`` if it is not in the dictionary."""
        if word in self._user_entries:
            return self._user_entries[word]
        number, tag = self._found(word) or (0, 0)
        return (self._frequencies[number], self._tags[tag]) if number else self._outside.get(word)

    def frequency(self, word: str) -> int:
        """Return how often the dictionary counts a word, 0 if it is none."""
        entry = self.entry(word)
        return entry[0] if entry else 0

    def is_word(self, text: str) -> bool:
        """Return whether two and more characters of a block are a word."""
        if text in self._user_entries:
            return self._user_entries[text][0] > 0
        found = self._found(text)
        return found is not None and found[0] > 0

    def begins_words(self, text: str) -> bool:
        """Return whether longer words begin with a text that is no word."""
        return text in self._user_beginnings or self._found(text) is not None

    def frequencies_at(self, text: str, position: int) -> dict[int, int]:
        """Return the frequencies of the words that begin at a position of a text, by their lengths."""
        frequencies = {}
        for end in range(position + 1, len(text) + 1):
            found = self._found(text[position:end])
            if found is not None:
                frequencies[end - position] = self._frequencies[found[0]]
            elif end - position > 1:
                break
        for word in self._user_words.get(text[position : position + 2], ()):
            if text.startswith(word, position):
                frequencies[len(word)] = self._user_entries[word][0]
        for word in self._user_words.get(text[position], ()):
            frequencies[len(word)] = self._user_entries[word][0]
        return {length: frequency for length, frequency in sorted(frequencies.items()) if frequency}

    def user_positions(self, text: str) -> list[int]:
        """Return where in a text user words may begin, which the tables do not tell."""
        if not self._settled:
            return [position for block in block().finditer(text) for position in range(*block.span())]
        if not self._user_words:
            return []
        pairs = enumerate(map(add, text, text[1:] + "\n"))
        return [at for at, pair in pairs if pair in self._user_words or pair[0] in self._user_words]

    def has_user_words(self) -> bool:
        """Return whether there are words that are not of jieba's dictionary."""
        return bool(self._user_entries)

    def add(self, word: str, frequency: int, tag: str | None) -> None:
        """Put a user word on top of jieba's; the weights of all words follow at ``settle``."""
        known = self.entry(word)
        if tag is None and known is not None:
            tag = known[1]
        if block().fullmatch(word) and word not in self._user_entries:
            self._user_words.setdefault(word[:2], []).append(word)
        self._user_entries[word] = frequency, tag
        self._user_beginnings.update(word[:end] for end in range(1, len(word)))
        self.total += frequency
        self.log_total = math.log(self.total)
        self._settled = False

    def settle(self) -> None:
        """Let the weights count the user words' frequencies too."""
        if self._settled:
            return
        self.weights = [
            math.log(frequency) - self.log_total if frequency else NEVER for frequency in self._frequencies
        ]
        self.singles = array(
            "d",
            (
                self.weights[number] if number else -self.log_total if single > NEVER else NEVER
                for number, single in zip(self._single_numbers, self.singles, strict=True)
            ),
        )
        self._settled = True

    def _found(self, word: str) -> tuple[int, int] | None:
        """Return the numbers of frequency and tag of a word of jieba's; the first is 0 for what only begins words.

        ``None`` if it does not even do that.
        """
        if len(word) < 2:
            return self._found_single(word)
        first, second = ord(word[0]), ord(word[1])
        if second >> UNITS:
            return None
        slot = (first * SPREAD + second) % SLOTS
        record = self.records[slot]
        if record and self.firsts[slot] == first:
            if len(word) == 2:
                return record & NUMBER, self._pair_tags[slot]
            node, end = PAIRS + slot, 2
        elif record & SHARED:
            node, end = first, 1
        else:
            return None
        for character in word[end:]:
            unit = ord(character)
            slot = (node + unit * STRIDE) % NODE_SLOTS
            while (entry := self.nodes[slot]) and (entry >> ENTRY != unit or self.parents[slot] != node):
                slot += 1
            if not entry:
                return None
            node = NODES + slot
        return entry & NUMBER, self._node_tags[slot]

    def _found_single(self, character: str) -> tuple[int, int] | None:
        """Return what ``_found`` does of one character, or of nothing."""
        if not character or character > LAST:
            return None
        unit = ord(character)
        number = self._single_numbers[unit]
        return (number, self._single_tags[unit]) if number or unit in self.beginnings else None


class Emissions(dict[str, tuple[float, ...]]):
    """What ``EMISSIONS`` says of a character, read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        """Take the store to read from."""
        super().__init__()
        self._places = store.numbers("places", "H")
        self._emissions = store.numbers("emissions", "B")

    def __missing__(self, character: str) -> tuple[float, ...]:
        """Read a character's emissions and keep them."""
        emissions = self[character] = EMISSIONS.unpack_from(
            self._emissions, self._places[ord(character)] * EMISSIONS.size
        )
        return emissions


def read_user_dictionary(path: Path) -> Iterator[UserWord]:
    """Return the words of a file in jieba's format: a word, its frequency and its tag, both of which may be left out.

    A line that says something else is an ``UnreadableInput`` that names file, line and reason.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        message = f"cannot read the user dictionary {path}: {error.strerror}"
        raise UnreadableInput(message) from error
    for number, line in enumerate(lines, 1):
        try:
            fields = line.decode().strip("\ufeff").split()
        except UnicodeDecodeError as error:
            message = f"{path}, line {number}: not UTF-8; save the user dictionary as UTF-8"
            raise UnreadableInput(message) from error
        if fields:
            yield _user_word(fields, f"{path}, line {number}")


def _user_word(fields: list[str], where: str) -> UserWord:
    """Return the word of a line's fields."""
    text, *rest = fields
    frequency = rest.pop(0) if rest and re.fullmatch("[0-9]+", rest[0]) else None
    tag = rest.pop(0) if rest and re.fullmatch("[A-Za-z]+", rest[0]) else None
    if rest:
        message = f"{where}: {rest[0]!r} is neither a frequency nor a tag; write: word [frequency] [tag]"
        raise UnreadableInput(message)
    return UserWord(text, None if frequency is None else int(frequency), tag)
