"""Names that the cut leaves in parts: 安东尼奥·古特雷斯, 李某某; and 中|共 where it only looks like 中共."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsan.segmenting.name_characters import characters, is_chinese
from newsan.segmenting.name_rules import DOTS

if TYPE_CHECKING:
    from newsan.segmenting.vocabulary import Vocabulary

LONGEST_NAME = 18
"""Characters of the longest dotted name."""
UNNAMED = frozenset(("某", "某某", "某某某", "某甲", "某乙", "某丙"))
"""What a paper prints for a given name."""
PARTY = "中共"
SIGNS = DOTS | UNNAMED | {PARTY}
"""One of these stands in every stretch of words that is changed."""


def with_whole_names(words: Sequence[str], known: Vocabulary) -> list[str]:
    """Return words of the same text, each dotted name and each unnamed person one word."""
    if SIGNS.isdisjoint(words):
        return list(words)
    whole: list[str] = []
    index = 0
    while index < len(words):
        word = words[index]
        following = words[index + 1 : index + 2]
        if word in DOTS and whole and following and _belong_together(whole[-1], following[0], known):
            whole[-1] += word + following[0]
            index += 1
        elif word in UNNAMED and whole and whole[-1] in characters().surnames:
            whole[-1] += word
        elif word == PARTY and whole and following and _is_in_course(whole[-1], following[0], known):
            whole += PARTY
        else:
            whole.append(word)
        index += 1
    return whole


def _belong_together(before: str, after: str, known: Vocabulary) -> bool:
    """Return whether a dot stands between two parts of a name."""
    return len(before) + len(after) < LONGEST_NAME and _is_part(before, known) and _is_part(after, known)


def _is_part(word: str, known: Vocabulary) -> bool:
    """Return whether a word can be a part of a dotted name; one that is whole already can take more parts."""
    if not is_chinese(word):
        return False
    person = known.tag(word).startswith("nr") or known.is_unknown(word) or not DOTS.isdisjoint(word)
    return person or characters().sound.issuperset(word)


def _is_in_course(before: str, after: str, known: Vocabulary) -> bool:
    """Return whether 中共 stands between what is going on and what was done in it: 活动|中|共|发放."""
    return known.tag(before) in ("n", "vn", "v") and known.tag(after) in ("v", "vn")
