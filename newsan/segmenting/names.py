"""Names the dictionary does not have: what the cut made of them, mended.

Where jieba's dictionary ends its model joins characters by what they are, whatever stands around them. So it takes
the end of a name for the beginning of a word (李准|基饰, 挹|江门), and a word beside a name for a part of it (而莫尔|库斯).
The words of the dictionary stay as they are unless a name ends in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from newsan.segmenting.remembering import Remembered
from newsan.segmenting.shapes import WHOLE
from newsan.tables import DATA, SortedTable, listed
from newsan.values import NamedTuple

if TYPE_CHECKING:
    from newsan.segmenting.lexicon import Entry

QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉"}
"""Signs that open a name and the signs that close it."""
DOTS = frozenset("·•・‧")
"""What stands between the parts of a foreign name."""
RANKS = frozenset("镇 乡 街道 苏木 市 县 区 旗 自治县 自治旗 自治州".split())
"""Words that the name of a division ends with."""
GAZETTEER = ("townships.tsv", "division_names.tsv")

MOST_QUOTED = 5
"""A quotation of more characters is somebody's speech, or a title of several words."""
LONGEST_FOREIGN = 14
"""A foreign name without a dot in it has no more characters."""
STRETCH = 1000
"""So many words are mended together: more than any sentence has."""

# How often the dictionary counts a word says how likely it is to be one here.
RARE_PERSON = 20
"""A name of fewer may be the beginning of a longer name."""
RARE_PLACE = 100
"""A place of fewer may be the end of a longer name."""
OFTEN_ALONE = 5_000
"""A character of more can be the next word where the cut has joined it to the end of a name."""
SELDOM_ALONE = 10_000
"""A character of fewer, alone between words, may belong to a name."""
MOSTLY_ALONE = 30_000
"""A character of more is a word by itself even after what looks like the beginning of a name."""


Rule = Callable[["Names", Sequence[str], int], int]
"""Says how many characters from a word on are one name, 0 if none."""
Trial = tuple[int, Rule]
"""How far from the word that gives rise to it a rule is to be tried."""
Look = tuple[tuple[str, tuple[Trial, ...]], ...]
"""The words that a word is made of, each with its trials."""


class Characters(NamedTuple):
    """The rows of ``name_characters.txt`` by their kinds, and the surnames."""

    before: frozenset[str]
    after: frozenset[str]
    never: frozenset[str]
    going: frozenset[str]
    sound: frozenset[str]
    last: frozenset[str]
    role: frozenset[str]
    polite: frozenset[str]
    numeral: frozenset[str]
    measure: frozenset[str]
    surnames: frozenset[str]


@cache
def characters() -> Characters:
    """Return the characters and words that tell names from what stands beside them."""
    rows: dict[str, list[str]] = {}
    for line in listed("name_characters.txt"):
        kind, *told = line.split()
        rows.setdefault(kind, []).extend(told)
    return Characters(
        before=frozenset("".join(rows["before"])),
        after=frozenset("".join(rows["after"])),
        never=frozenset("".join(rows["never"])),
        going=frozenset("".join(rows["going"])),
        sound=frozenset("".join(rows["sound"])),
        last=frozenset("".join(rows["last"])),
        role=frozenset(rows["role"]),
        polite=frozenset(rows["polite"]),
        numeral=frozenset("".join(rows["numeral"])),
        measure=frozenset("".join(rows["measure"])),
        surnames=frozenset(" ".join(listed("surnames.txt")).split()),
    )


@cache
def signs() -> frozenset[str]:
    """Return the words of the dictionary that tell of a name beside them."""
    return frozenset((*QUOTES, *DOTS, *RANKS, *characters().role))


@cache
def place_ends() -> frozenset[str]:
    """Return the characters that a word of two ends with if a name may end in it, or before it."""
    return frozenset((*RANKS, *characters().last, "于"))


@cache
def grammar() -> frozenset[str]:
    """Return the characters that no short quotation is a name with."""
    chars = characters()
    return (chars.before | chars.after | chars.never | chars.measure) - chars.numeral


def is_chinese(word: str) -> bool:
    """Return whether a word of the cut is Chinese; an empty one is not."""
    return "\u4e00" <= word[:1] <= "\u9fd5" and "\u4e00" <= word[-1:] <= "\u9fd5"


def following(words: Sequence[str], index: int) -> str:
    """Return the word after another if it is Chinese, and nothing otherwise."""
    word = words[index + 1] if index + 1 < len(words) else ""
    return word if is_chinese(word) else ""


class Names:
    """Mends the words of a cut where it went through a name."""

    def __init__(self, entries: Mapping[str, Entry | None], cut: Callable[[str], list[str]]) -> None:
        """Take the dictionary, and the cut for what is left of a word that a name ended in."""
        self._entries = entries
        self._cut = cut
        self._looks = Remembered(self.look)

    def mend(self, words: list[str]) -> list[str]:
        """Return words of the same text, names whole; of text that never ends a stretch at a time.

        No name reaches across a ``WHOLE``.
        """
        if len(words) <= STRETCH:
            return self._mended(words)
        mended: list[str] = []
        first = 0
        while first < len(words):
            end = first + STRETCH
            wholes = [index for index, word in enumerate(words[first + 1 : end], first + 1) if word == WHOLE]
            if end < len(words) and wholes:
                end = wholes[-1]
            mended += self._mended(words[first:end])
            first = end
        return mended

    def _mended(self, words: list[str]) -> list[str]:
        """Return the same for a stretch of words; most of them cost no more than a look."""
        looks = self._looks
        odd = [index for index, word in enumerate(words) if looks[word]]
        if not odd:
            return words
        mended: list[str] = []
        rules: defaultdict[int, list[Rule]] = defaultdict(list)
        done = 0
        for index in odd:
            mended += words[done:index]
            for part, trials in looks[words[index]]:
                for step, rule in trials:
                    rules[len(mended) + step].append(rule)
                mended.append(part)
            done = index + 1
        mended += words[done:]
        # From the right: what is mended then moves nothing that is still to be looked at.
        for index in sorted(rules, reverse=True):
            if 0 <= index < len(mended) and is_chinese(mended[index]):
                for rule in rules[index]:
                    if length := rule(self, mended, index):
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
        known = self._entries[word]
        if known is None or known[1] == "m" or word in telling:
            return False
        if len(word) == 2:
            return word[0] not in characters().surnames and word[1] not in place_ends()
        return word[-3:] not in RANKS

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words that a word is made of, itself for nearly all.

        A numeral and its measure are two, 三|个 as 3|个. Of a word that only jieba's model knows the grammar at its
        edges is set apart (而|莫尔), unless it looks like somebody's full name (王为民) or a saying (一企一策).
        """
        if len(word) == 1 or not is_chinese(word):
            return (word,)
        chars = characters()
        known = self._entries[word]
        if known is not None:
            counted = known[1] == "m" and word[-1] in chars.measure and chars.numeral.issuperset(word[:-1])
            return (word[:-1], word[-1]) if counted else (word,)
        surname = word[0] in chars.surnames and word[0] not in chars.before
        if surname and len(word) == 3 and word[2] not in chars.never:
            return (word,)
        if len(word) > 3 and word[0] in chars.numeral and word[2] in chars.numeral:
            return (word,)
        start, end = 0, len(word)
        while end - start > 1 and word[start] in chars.before and not self.frequency(word[start:end]):
            start += 1
        while end - start > 1 and word[end - 1] in chars.after and not self.frequency(word[start:end]):
            end -= 1
        return (*word[:start], word[start:end], *word[end:])

    def trials(self, word: str) -> tuple[Trial, ...]:
        """Return what is to be tried because of a word: nothing for nearly all."""
        if self.is_unknown(word):
            return (0, foreign), (0, person), (-1, division), (-1, foreign), (-1, stranded)
        if word in QUOTES:
            return ((1, quoted),)
        if word in DOTS:
            return (-1, foreign), (1, foreign)
        if word[-3:] in RANKS:
            return (-2, division), (-1, division)
        if word in characters().role:
            return ((1, person),)
        if len(word) != 2:
            return ()
        tried: list[Trial] = []
        if word[1] in RANKS:
            tried.append((-1, division))
        if self.is_end_of_place(word):
            tried += (-1, foreign), (-1, stranded)
        if self.is_short_person(word):
            tried.append((0, person))
        if word[1] == "于":
            tried.append((-1, verb))
        return tuple(tried)

    def is_unknown(self, word: str) -> bool:
        """Return whether only jieba's model takes these characters for a word."""
        return len(word) > 1 and is_chinese(word) and self._entries[word] is None

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

    def is_sound(self, word: str) -> bool:
        """Return whether a word can be part of a foreign name; names the dictionary often counts are whole."""
        short = len(word) == 1 or self.frequency(word) < (
            RARE_PERSON if self.tag(word) == "ns" else RARE_PLACE
        )
        return short and characters().sound.issuperset(word)

    def frequency(self, word: str) -> int:
        """Return how often the dictionary counts a word, 0 if it is none."""
        known = self._entries[word]
        return known[0] if known else 0

    def tag(self, word: str) -> str:
        """Return the dictionary's tag of a word, empty if it has none."""
        known = self._entries[word]
        return (known[1] or "") if known else ""

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


@cache
def gazetteer() -> tuple[SortedTable, ...]:
    """Return the tables of divisions and townships, searched where they lie."""
    return tuple(SortedTable.open(DATA / table) for table in GAZETTEER)


def is_listed(name: str) -> bool:
    """Return whether a division or township has this name."""
    return LISTED[name]


LISTED = Remembered(lambda name: any(table.lines(f"{name}\t") for table in gazetteer()))


def is_division(word: str) -> bool:
    """Return whether a word is the full name of a division or township."""
    return len(word) > 2 and (word[-1] in RANKS or word[-2:] in RANKS) and is_listed(word)


def person(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of a person's name that the cut ended too early: 李准|基饰, 、罗文|忠, 主席|高|云龙."""
    word, after = words[index], following(words, index)
    chars = characters()
    told = index > 0 and words[index - 1] in chars.role
    if not after or after[0] in chars.never or word[-1] in chars.never:
        return 0
    if word in chars.surnames:
        return len(word) + given(names, words, index) if told and given(names, words, index) else 0
    if len(word) != 2 or word[0] not in chars.surnames:
        return 0
    if names.is_unknown(word):
        return 3 if begins_with_given(names, after, told=told) else 0
    in_list = index > 0 and words[index - 1] == "、"
    if not names.is_short_person(word) or not (told or in_list or names.frequency(word) < RARE_PERSON):
        return 0
    return 3 if len(after) == 1 and names.frequency(after) < SELDOM_ALONE else 0


def begins_with_given(names: Names, word: str, *, told: bool) -> bool:
    """Return whether the first character of a word ends the name of two characters before it."""
    if len(word) == 1:
        return told or names.frequency(word) < MOSTLY_ALONE
    if word[1:] in characters().polite:
        return True
    return names.is_unknown(word) and names.frequency(word[1]) >= OFTEN_ALONE


def given(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of the given name after a surname alone, 0 if none follows it."""
    after, third = following(words, index), following(words, index + 1)
    if len(after) == 2 and names.is_unknown(after):
        return 1 if after[1] in characters().never else 2
    if len(after) == 2:
        return 2 if names.tag(after).startswith(("n", "a")) else 0
    if len(after) != 1:
        return 0
    return 2 if len(third) == 1 and third not in characters().never else 1


def foreign(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of a foreign name in pieces: 里亚布|科夫, 皮亚|韦河."""
    end, length = index, 0
    while end < len(words) and length + len(words[end]) <= LONGEST_FOREIGN and names.is_sound(words[end]):
        length += len(words[end])
        end += 1
    if (
        end < len(words)
        and characters().sound.issuperset(words[end][:-1])
        and names.is_end_of_place(words[end])
    ):
        end += 1
    pieces = words[index:end]
    if len(pieces) < 2 or max(map(len, pieces)) == 1:
        return 0
    dotted = (index > 0 and words[index - 1] in DOTS) or (end < len(words) and words[end] in DOTS)
    return sum(map(len, pieces)) if dotted or any(map(names.is_unknown, pieces)) else 0


def division(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of a name the gazetteer has: 松盘|乡, 富川|瑶族自治县, 长阳|镇军, 浦|市镇."""
    word, after, third = words[index], following(words, index), following(words, index + 1)
    if not after:
        return 0
    if third in RANKS and is_listed(word + after + third):
        return len(word + after + third)
    if len(word) > 1 and (after[-3:] in RANKS or (after[0] in RANKS and names.is_unknown(after))):
        rank = after if after[-3:] in RANKS else after[0]
        return len(word + rank) if is_listed(word + rank) else 0
    if after[-1] not in RANKS or len(after) > 3 or not (len(word) == 1 or names.is_unknown(word)):
        return 0
    inside = index > 0 and (words[index - 1][-1] in RANKS or names.is_place(words[index - 1]))
    cut = inside or names.frequency(after) < RARE_PLACE
    return len(word + after) if cut and is_listed(word + after) else 0


def stranded(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of a name whose first character the cut left alone: 挹|江门, 锁|妖塔."""
    word, after = words[index], following(words, index)
    unknown = names.is_unknown(after)
    if len(word) != 1 or len(after) != 2 or not (unknown or names.is_end_of_place(after)):
        return 0
    chars = characters()
    if unknown and after[0] in chars.surnames and word not in chars.surnames:
        return 0
    own = word in chars.before | chars.never | chars.going or names.tag(word)[:1] in ("q", "m", "v")
    return 0 if own or after[0] in chars.going or names.frequency(word) >= SELDOM_ALONE else 3


def quoted(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of a short quotation or title that is cut through: “石榴|籽”."""
    closing = QUOTES.get(words[index - 1]) if index else None
    if closing is None:
        return 0
    ends = closing, WHOLE
    inside = list(takewhile(lambda word: word not in ends, words[index : index + MOST_QUOTED + 1]))
    length = sum(map(len, inside))
    if len(inside) < 2 or length > MOST_QUOTED or not all(map(is_chinese, inside)):
        return 0
    if grammar().intersection(inside):
        return 0
    cut = length == len(inside) or any(
        names.is_unknown(word) or (len(word) == 1 and names.frequency(word) < SELDOM_ALONE) for word in inside
    )
    return length if cut and not any(map(names.is_place, inside)) else 0


def verb(names: Names, words: Sequence[str], index: int) -> int:
    """Return the length of a verb that lost its end to the 于 before a name: 出|生于."""
    word, after = words[index], following(words, index)
    if len(word) != 1 or after[1:] != "于" or word in characters().before:
        return 0
    return 2 if names.tag(word + after[0]).startswith("v") else 0
