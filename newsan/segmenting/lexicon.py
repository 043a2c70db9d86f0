"""jieba's dictionary and hidden Markov model, read from the installed jieba's own files; user words on top.

Reading all of it takes a second, so that is done once and kept as a store of one row a first character. A row
is parsed no further than the text at hand needs: a page touches a few thousand of the 349,000 words.
"""

from __future__ import annotations

import math
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsan.errors import NewsanError, UnreadableInput
from newsan.stores import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsan.stores import Store

NEVER = -math.inf
"""The weight of what is no word."""
UNSEEN = -3.14e100
"""What jieba takes for the logarithm of a probability of nought."""

STATES = "BMES"
"""A character begins a word, is within one, ends one, or is one by itself."""
STEPS = ("EB", "SB", "BM", "MM", "BE", "ME", "ES", "SS")
"""The steps from state to state that the model knows."""

FORMAT = 3
"""The number of the way the rows are written; another way needs another number, or old stores would be misread."""
DICTIONARY = "dict.txt"
MODEL = ("finalseg/prob_start.py", "finalseg/prob_trans.py", "finalseg/prob_emit.py")
TOTALS = "totals"
"""The key of the row that belongs to no character: the frequency of all words, and the model's start and steps."""

Branch = tuple[float, str, tuple[int, ...], dict[str, float]]
"""The words that begin with two given characters: the weight of the two as a word, the characters that may come
third, and of the longer words, once they are parsed, the lengths in ascending order and the weights by what
follows the two."""
Head = tuple[float, dict[str, Branch], str, bytes]
"""The words that begin with a given character: its weight as a word, the branches parsed so far by second
character, all characters that may come second, and the row the other branches are parsed from."""
Entry = tuple[int, str | None]
"""The frequency and tag of a word."""


UNPARSED: dict[str, float] = {}
"""The longer words of a branch before they are parsed: one for all, for there are many such branches."""


class UserWord(NamedTuple):
    """A line of a user dictionary; the frequency, where left out, is chosen so that the word stands whole."""

    text: str
    frequency: int | None
    tag: str | None


class Lexicon:
    """What the cut asks of a dictionary, parsed a first character and then a second at a time.

    A weight is the logarithm of a word's share of all words, as jieba computes it.
    """

    def __init__(self, store: Store) -> None:
        """Take jieba's words from a store."""
        total, start, steps = (store.row(TOTALS) or b"").decode().split("\t")
        self.total = int(total)
        self.log_total = math.log(self.total)
        self.start = _floats(start)
        self.steps = _floats(steps)
        self.heads = Heads(self)
        self.emissions = Emissions(self)
        self._store = store
        self._entries: dict[str, Entry] = {}
        self._user_entries: dict[str, dict[str, Entry]] = {}
        """User words by their first two characters, then by the rest."""
        self._user_seconds: dict[str, str] = {}
        """The second characters of user words by the first."""

    def entry(self, word: str) -> Entry | None:
        """Return the frequency and tag of a word, ``None`` if it is not in the dictionary."""
        entry = self._entries.get(word)
        if entry is None and word:
            first, second = word[0], word[1:2]
            if not second:
                frequency, tag, *_ = self._fields(word)
                entry = (int(frequency), tag.decode()) if frequency else None
                entry = self._user_entries.get(word, {}).get("", entry)
            elif second in self.heads[first][2]:
                entry = self._entries_of(first, second).get(word[2:])
            if entry is not None:
                self._entries[word] = entry
        return entry

    def longer_words(self, first: str) -> list[str]:
        """Return the words of two and more characters that begin with ``first``."""
        return [
            first + second + rest
            for second in self.heads[first][2]
            for rest in self._entries_of(first, second)
        ]

    def begins_words(self, text: str) -> bool:
        """Return whether a longer word begins with ``text``."""
        return any(word != text and word.startswith(text) for word in self.longer_words(text[0]))

    def add(self, word: str, frequency: int, tag: str | None) -> None:
        """Put a user word on top of jieba's; the weights of all words follow at ``settle``."""
        known = self.entry(word)
        if tag is None and known is not None:
            tag = known[1]
        self._user_entries.setdefault(word[:2], {})[word[2:]] = self._entries[word] = (frequency, tag)
        self._user_seconds[word[0]] = self._user_seconds.get(word[0], "") + word[1:2]
        self.total += frequency
        self.heads.pop(word[0], None)

    def settle(self) -> None:
        """Let the weights count the user words' frequencies too."""
        self.log_total = math.log(self.total)
        self.heads.clear()

    def branch(self, first: str, second: str) -> Branch:
        """Return the words that begin with two characters and keep them, the longer ones not parsed yet."""
        frequency, _, thirds, *_ = self._branch_fields(first, second, 3)
        count = int(frequency or 0)
        if added := self._user_entries.get(first + second):
            count, _ = added.get("", (count, None))
            thirds += "".join(rest[0] for rest in added if rest)
        branch = self.heads[first][1][second] = (self._weight(count), thirds, (), UNPARSED)
        return branch

    def longer(self, first: str, second: str) -> Branch:
        """Return the words that begin with two characters and keep them, all of them parsed."""
        _, _, _, *fields = self._branch_fields(first, second)
        weights = dict(zip(fields[::3], map(self._weight, map(int, fields[1::3])), strict=True))
        for rest, (frequency, _) in self._user_entries.get(first + second, {}).items():
            if rest:
                weights[rest] = self._weight(frequency)
        lengths = tuple(sorted({len(rest) + 2 for rest in weights}))
        branches = self.heads[first][1]
        weight, thirds, _, _ = branches[second]
        branch = branches[second] = (weight, thirds, lengths, weights)
        return branch

    def head(self, first: str) -> Head:
        """Return the words that begin with a character, those of two and more characters not parsed yet."""
        frequency, _, _, seconds, row = self._fields(first)
        count, _ = self._user_entries.get(first, {}).get("", (int(frequency or 0), None))
        return self._weight(count), {}, seconds.decode() + self._user_seconds.get(first, ""), row

    def emission(self, character: str) -> tuple[float, ...]:
        """Return how likely each state is to show this character."""
        emissions = self._fields(character)[2]
        return _floats(emissions.decode()) if emissions else (UNSEEN,) * len(STATES)

    def _weight(self, frequency: int) -> float:
        """Return the weight of a word of this frequency."""
        return math.log(frequency) - self.log_total if frequency else NEVER

    def _entries_of(self, first: str, second: str) -> dict[str, Entry]:
        """Return the words that begin with two characters, by what follows these."""
        frequency, tag, _, *longer = self._branch_fields(first, second)
        entries: dict[str, Entry] = {"": (int(frequency), tag)} if frequency else {}
        for rest, frequency, tag in zip(longer[::3], longer[1::3], longer[2::3], strict=True):
            entries[rest] = int(frequency), tag
        return entries | self._user_entries.get(first + second, {})

    def _branch_fields(self, first: str, second: str, most: int = -1) -> list[str]:
        """Return a branch of jieba's words, cut in fields at its first ``most`` spaces."""
        row = self.heads[first][3]
        start = row.find(f"\t{second}".encode()) + 1
        if not start:
            return ["", "", ""]
        end = row.find(b"\t", start)
        return row[start : end if end >= 0 else len(row)].decode()[1:].split(" ", most)

    def _fields(self, character: str) -> list[bytes]:
        """Return a character's frequency, tag, emissions and second characters, and all its longer words."""
        row = self._store.row(character)
        return [b""] * 5 if row is None else row.split(b"\t", 4)


class Heads(dict[str, Head]):
    """The heads of a lexicon by first character, each made when it is first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon that makes them."""
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, first: str) -> Head:
        """Make a head and keep it."""
        head = self[first] = self._lexicon.head(first)
        return head


class Emissions(dict[str, tuple[float, ...]]):
    """The emissions of a lexicon by character, each parsed when it is first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon that parses them."""
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, character: str) -> tuple[float, ...]:
        """Parse a character's emissions and keep them."""
        emission = self[character] = self._lexicon.emission(character)
        return emission


def _floats(text: str) -> tuple[float, ...]:
    """Return the numbers of a field; ``-`` stands for what the model has not seen."""
    return tuple(UNSEEN if number == "-" else float(number) for number in text.split(" "))


def open_lexicon() -> Lexicon:
    """Return the lexicon of the installed jieba, which is found but not imported."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        message = "jieba, whose dictionary newsan cuts words by, is not installed: pip install jieba==0.42.1"
        raise NewsanError(message)
    folder = Path(spec.origin).parent
    sources = [folder / name for name in (DICTIONARY, *MODEL)]
    try:
        return Lexicon(open_store(f"lexicon-{FORMAT}", sources, lambda: lexicon_rows(folder)))
    except OSError as error:
        message = f"cannot read the dictionary of jieba in {folder}: {error.strerror}"
        raise NewsanError(message) from error


def lexicon_rows(folder: Path) -> dict[str, str]:
    """Return the rows of the lexicon's store from the files of jieba's folder.

    The row of a character holds, between tabs: its frequency and tag as a word, its emissions, the characters
    that come second in longer words, and then, after a tab each, the branches.

    A branch holds, between spaces: the second character and the frequency of the two as a word, its tag, the
    characters that come third in longer words, and what follows the two, frequency and tag of each of these.
    """
    frequencies: dict[str, tuple[str, str]] = {}
    total = 0
    with (folder / DICTIONARY).open(encoding="utf-8") as lines:
        for line in lines:
            text, frequency, tag = line.split()
            if int(frequency):
                frequencies[text] = frequency, tag
                total += int(frequency)
    start, steps, emissions = (_probabilities(folder / name) for name in MODEL)
    branches: dict[str, dict[str, list[str]]] = {}
    for text in sorted(frequencies):
        seconds = branches.setdefault(text[0], {})
        if len(text) > 1:
            seconds.setdefault(text[1], []).append(text)
    rows = {
        TOTALS: "\t".join(
            (
                str(total),
                " ".join(repr(start[state]) for state in STATES),
                " ".join(repr(steps[step[0]][step[1]]) for step in STEPS),
            )
        )
    }
    for first in branches.keys() | set().union(*emissions.values()):
        seconds = branches.get(first, {})
        shown = [emissions[state].get(first) for state in STATES]
        rows[first] = "\t".join(
            (
                *frequencies.get(first, ("", "")),
                " ".join("-" if number is None else repr(number) for number in shown),
                "".join(seconds),
                "".join(f"\t{second}{_branch(words, frequencies)}" for second, words in seconds.items()),
            )
        )
    return rows


def _branch(words: list[str], frequencies: Mapping[str, tuple[str, str]]) -> str:
    """Return a branch of its words, sorted, without the second character."""
    longer = [word for word in words if len(word) > 2]
    fields = [*frequencies.get(words[0][:2], ("", "")), "".join(dict.fromkeys(word[2] for word in longer))]
    for word in longer:
        fields += (word[2:], *frequencies[word])
    return " ".join(fields)


def _probabilities(path: Path) -> dict[str, dict[str, float]]:
    """Return the one value a module of jieba's model assigns, which is read as data and never run."""
    import ast

    _, _, literal = path.read_text(encoding="utf-8").partition("P=")
    value: dict[str, dict[str, float]] = ast.literal_eval(literal)
    return value


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
