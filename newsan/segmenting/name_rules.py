"""What tells a name beside words, and the rules that find one in a cut.

A rule takes the words around the one that may begin a name and says how many characters from there on are one word.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from newsan.segmenting.name_characters import RANKS, characters, is_chinese, is_listed
from newsan.segmenting.shapes import WHOLE
from newsan.segmenting.vocabulary import RARE_PERSON, RARE_PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsan.segmenting.vocabulary import Vocabulary

QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉"}
"""Signs that open a name and the signs that close it."""
DOTS = frozenset("·•・‧")
"""What stands between the parts of a foreign name."""
MOST_QUOTED = 5
"""A quotation of more characters is somebody's speech, or a title of several words."""
LONGEST_FOREIGN = 14
"""A foreign name without a dot in it has no more characters."""
SELDOM_GIVEN = 4_000
"""A word of fewer that is no noun can be the given name after a surname and an office (周永生教授)."""
OFTEN_ALONE = 5_000
"""A character of more can be the next word where the cut has joined it to the end of a name."""
SELDOM_ALONE = 10_000
"""A character of fewer, alone between words, may belong to a name."""
MOSTLY_ALONE = 30_000
"""A character of more is a word by itself even after what looks like the beginning of a name."""


@cache
def grammar() -> frozenset[str]:
    """Return the characters that no short quotation is a name with."""
    chars = characters()
    return (chars.before | chars.after | chars.never | chars.measure) - chars.numeral


def following(words: Sequence[str], index: int) -> str:
    """Return the word after another if it is Chinese, and nothing otherwise."""
    word = words[index + 1] if index + 1 < len(words) else ""
    return word if is_chinese(word) else ""


def person(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return the length of a person's name that the cut ended too early: 李准|基饰, 、罗文|忠, 主席|高|云龙."""
    word, after = words[index], following(words, index)
    chars = characters()
    told = index > 0 and words[index - 1] in chars.role
    if not after or after[0] in chars.never or word[-1] in chars.never:
        return 0
    if word in chars.surnames:
        return len(word) + given(known, words, index) if told and given(known, words, index) else 0
    if len(word) != 2 or word[0] not in chars.surnames:
        return 0
    if known.is_unknown(word):
        return 3 if begins_with_given(known, after, told=told) else 0
    in_list = index > 0 and words[index - 1] == "、"
    if not known.is_short_person(word) or not (told or in_list or known.frequency(word) < RARE_PERSON):
        return 0
    return 3 if len(after) == 1 and known.frequency(after) < SELDOM_ALONE else 0


def begins_with_given(known: Vocabulary, word: str, *, told: bool) -> bool:
    """Return whether the first character of a word ends the name of two characters before it."""
    if len(word) == 1:
        return told or known.frequency(word) < MOSTLY_ALONE
    if word[1:] in characters().polite:
        return True
    return known.is_unknown(word) and known.frequency(word[1]) >= OFTEN_ALONE


def given(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return the length of the given name after a surname alone, 0 if none follows it."""
    after, third = following(words, index), following(words, index + 1)
    chars = characters()
    if len(after) == 1:
        return 2 if len(third) == 1 and third not in chars.never else 1
    if len(after) != 2 or after in chars.polite:
        return 0
    if known.is_unknown(after):
        return 1 if after[1] in chars.never else 2
    if known.tag(after).startswith(("n", "a")):
        return 2
    if after[1] in chars.toward:
        return 1
    grammar_after = after[1] in chars.never or after[1] in chars.before or after[1] in chars.after
    return 0 if grammar_after or known.frequency(after) >= SELDOM_GIVEN else 2


def foreign(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return the length of a foreign name in pieces: 里亚布|科夫, 皮亚|韦河."""
    chars = characters()
    dotted = index > 0 and words[index - 1] in DOTS
    if words[index] in chars.before and words[index] not in chars.numeral and not dotted:
        return 0
    told = index > 0 and words[index - 1] in chars.role
    end, length = index, 0
    while (
        end < len(words)
        and length + len(words[end]) <= LONGEST_FOREIGN
        and known.is_sound(words[end], told=told)
    ):
        length += len(words[end])
        end += 1
    while end > index and words[end - 1] in chars.never:
        end -= 1
    if end < len(words) and chars.sound.issuperset(words[end][:-1]) and known.is_end_of_place(words[end]):
        end += 1
    pieces = words[index:end]
    if len(pieces) < 2 or max(map(len, pieces)) == 1:
        return 0
    dotted = dotted or (end < len(words) and words[end] in DOTS)
    length = sum(map(len, pieces))
    if dotted or any(map(known.is_unknown, pieces)):
        return length
    # After a whole name what is often alone is the next word (特朗普|本).
    begun = len(pieces) > 2 or len(pieces[0]) < 3 or known.frequency(pieces[1]) < MOSTLY_ALONE
    return length if told and length > 2 and begun else 0


def division(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return the length of a name the gazetteer has: 松盘|乡, 富川|瑶族自治县, 长阳|镇军, 浦|市镇."""
    word, after, third = words[index], following(words, index), following(words, index + 1)
    if not after:
        return 0
    if third in RANKS and is_listed(word + after + third):
        return len(word + after + third)
    if len(word) > 1 and (after[-3:] in RANKS or (after[0] in RANKS and known.is_unknown(after))):
        rank = after if after[-3:] in RANKS else after[0]
        return len(word + rank) if is_listed(word + rank) else 0
    if after[-1] not in RANKS or len(after) > 3 or not (len(word) == 1 or known.is_unknown(word)):
        return 0
    inside = index > 0 and (words[index - 1][-1] in RANKS or known.is_place(words[index - 1]))
    cut = inside or known.frequency(after) < RARE_PLACE
    return len(word + after) if cut and is_listed(word + after) else 0


def stranded(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return the length of a name whose first character the cut left alone: 挹|江门, 锁|妖塔."""
    word, after = words[index], following(words, index)
    unknown = known.is_unknown(after)
    if len(word) != 1 or len(after) != 2 or not (unknown or known.is_end_of_place(after)):
        return 0
    chars = characters()
    if unknown and after[0] in chars.surnames and word not in chars.surnames:
        return 0
    if word in chars.measure and index > 0 and known.is_numeral(words[index - 1]):
        return 0
    own = word in chars.before | chars.never | chars.going or known.tag(word)[:1] in ("q", "m", "v")
    return 0 if own or after[0] in chars.going or known.frequency(word) >= SELDOM_ALONE else 3


def quoted(known: Vocabulary, words: Sequence[str], index: int) -> int:
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
        known.is_unknown(word) or (len(word) == 1 and known.frequency(word) < SELDOM_ALONE) for word in inside
    )
    return length if cut and not any(map(known.is_place, inside)) else 0


def verb(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return the length of a verb that lost its end to the 于 before a name: 出|生于."""
    word, after = words[index], following(words, index)
    if len(word) != 1 or after[1:] != "于" or word in characters().before:
        return 0
    return 2 if known.tag(word + after[0]).startswith("v") else 0


def nation(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return 1 where 国 belongs to the body after a country's short name: 美|国土|安全部, not 美国|土|安全部."""
    after = following(words, index)
    alone = len(after) == 1 or known.is_unknown(after)
    return 1 if alone and after[0] in characters().nation else 0


def counted(known: Vocabulary, words: Sequence[str], index: int) -> int:
    """Return 1 where a measure after a numeral was joined to what it counts: 8|项|文旅."""
    counts = characters().counted
    if words[index][0] not in counts or index == 0 or not known.is_numeral(words[index - 1]):
        return 0
    return 0 if counts.issuperset(words[index]) else 1
