"""Names told by their last word (…村, …公园): which last words end a name here, and where that name begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsan.places import gazetteer
from newsan.places.abroad import begin_of_syllables
from newsan.places.aliases import opens_with_alias
from newsan.places.mentions import DIVISIONS, Mention, lies_in
from newsan.places.namings import LEADING, ZONES, find_endings, generic_stems, is_ordinary, naming_of
from newsan.places.silence import SURNAMES, SYLLABLES, is_persons
from newsan.places.stems import Before, LastWord, first_of_name, is_plain, is_weak
from newsan.places.words import Words, is_name

BEYOND = frozenset("内外里中旁前后上下东西南北边段的")
"""What may follow a last word in the same word (校区|外)."""

FARMED = frozenset("农乡山全各")
"""Characters before 村 that never end the name of a village."""

LOCAL = frozenset({"village", "community", "township", "facility"})
"""Kinds of places that are told after the division they lie in."""

ABROAD = frozenset({"foreign", "natural", "township"})
"""Kinds of names whose first part may be a transliteration that the words cut in two."""

PARTS = frozenset("新老大小上下前后东西南北")
"""Characters that tell a village from its neighbour of the same name (新|西村)."""

LONGEST_TOWNSHIP = 9
"""No township's name is looked for that has more characters."""

LONGEST_CUT = 7
"""No name is told that has more characters where the words are cut elsewhere."""

LONGEST_PLACE = 40
"""No place that is listed or told has more characters."""

FARTHEST_DIVISION = 4
"""So many characters before a last word the division is looked for that a name lies in."""


def told_names(words: Words, listed: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names told by their last word, in the order of these; a later one may begin with those before it."""
    before = {mention.end: mention for mention in listed if mention.role != "alias"}
    inside = {position for mention in listed for position in range(mention.start + 1, mention.end)}
    for start, ending in find_endings(words.text):
        last = LastWord(start, start + len(ending), naming_of(ending))
        if last.end in before or last.end in inside or not ends_name(words, before, last):
            continue
        begin = begin_of_name(words, before, last)
        if begin is not None:
            mention = told_name(words, before, last, begin)
            before[last.end] = mention
            yield mention


def told_name(words: Words, before: Before, last: LastWord, begin: int) -> Mention:
    """Return the mention of a name from its beginning to its last word, a township's with its codes."""
    kind, parent = last.naming.kind, before.get(begin)
    senses = gazetteer.townships(words.text[begin : last.end]) if kind == "township" else ()
    if parent is not None:
        senses = tuple(sense for sense in senses if lies_in(sense, parent)) or senses
    local = opens_with_alias(words, begin, last.naming) and not begins_place(before, begin)
    return words.mention(begin, last.end, kind, senses, "alias" if local else "toponym")


def begins_place(before: Before, position: int) -> bool:
    """Return whether one of the places found begins at a position."""
    ends = range(position + 1, position + LONGEST_PLACE + 1)
    return any(end in before and before[end].start == position for end in ends)


def ends_name(words: Words, before: Before, last: LastWord) -> bool:
    """Return whether a name may end with a last word: a word ends there, or the words are cut wrongly."""
    after = words.text[last.end : last.end + 1]
    if last.end in words.edges or after in BEYOND or (after == "口" and last.naming.kind == "road"):
        return True
    return any(
        is_cut_name(words, before, last, begin)
        for begin in range(max(0, last.end - LONGEST_CUT), last.end - 2)
    )


def is_cut_name(words: Words, before: Before, last: LastWord, begin: int) -> bool:
    """Return whether a name after a division ends here although the words are cut elsewhere (新城区|柳园村|办)."""
    parent = before.get(begin)
    after = parent is not None and parent.kind in DIVISIONS
    if last.naming.kind == "township":
        named = after or (begin in words.edges and is_name(words.at(begin)))
        return named and bool(gazetteer.townships(words.text[begin : last.end]))
    return after and last.naming.kind in ("village", "community") and is_plain(words, begin, last.start)


def begin_of_name(words: Words, before: Before, last: LastWord) -> int | None:
    """Return where the name that ends with this last word begins; ``None`` where the word is an ordinary one."""
    begin = begin_of_township(words, before, last)
    if begin is not None:
        return begin
    ordinary = is_ordinary(words.text, last.start, last.end)
    begin = begin_after_division(words, before, last, ordinary=ordinary)
    if begin is not None:
        return None if words.text[begin : last.start] in generic_stems() else begin
    if ordinary or (last.start not in words.edges and not is_name(words.at(last.start))):
        return None
    return begin_at_words(words, before, last)


def begin_of_township(words: Words, before: Before, last: LastWord) -> int | None:
    """Return where the longest name of a township begins that is listed, at a word or right after a place."""
    if last.naming.kind != "township":
        return None
    for begin in range(max(0, last.end - LONGEST_TOWNSHIP), last.start):
        if (begin in words.edges or begin in before) and gazetteer.townships(words.text[begin : last.end]):
            return begin
    return None


def begin_after_division(words: Words, before: Before, last: LastWord, *, ordinary: bool) -> int | None:
    """Return where a name begins right after the division it lies in (房山区|北下寺村).

    ``ordinary`` says that the last word ends an ordinary word (农村), which only a township before a village outweighs.
    """
    if last.naming.whole or last.naming.kind not in LOCAL:
        return None
    for begin in range(last.start, max(-1, last.start - FARTHEST_DIVISION - 1), -1):
        parent = before.get(begin)
        if parent is None or parent.kind not in DIVISIONS or is_weak(parent, last.naming):
            continue
        village = parent.kind == "township" and last.naming.kind == "village"
        if last.start - begin < 2 or not is_plain(words, begin, last.start, any_word=village):
            return None
        if ordinary and (not village or words.text[last.start - 1] in FARMED):
            return None
        return begin
    return None


def begin_at_words(words: Words, before: Before, last: LastWord) -> int | None:
    """Return where a name begins that the words before its last word make, none of them left that begins no name."""
    begin = first_of_name(words, before, last)
    if begin is None:
        return None
    if not begins_place(before, begin):
        begin += len(LEADING.match(words.text, begin, last.start).group())  # type: ignore[union-attr]
    if last.naming.kind in ABROAD:
        begin = begin_of_syllables(words.text, begin, last.start)
    if last.naming.kind == "village" and begin and words.opens(begin - 1) and words.text[begin - 1] in PARTS:
        begin -= 1
    stem = words.text[begin : last.start]
    if not stem and begin in before and words.text.startswith(ZONES, begin):
        return begin
    if last.naming.kind == "foreign" and not is_foreign(words, before, begin, last.start):
        return None
    if not stem or stem in generic_stems() or (len(stem) < 2 and last.start in words.edges):
        return None
    return None if is_person(words, last, begin) else begin


def is_foreign(words: Words, before: Before, begin: int, end: int) -> bool:
    """Return whether the words before 州 or 县 are a transliteration, or stand after a country."""
    holder = before.get(begin)
    return (holder is not None and holder.kind in ("country", "foreign")) or SYLLABLES.issuperset(
        words.text[begin:end].strip("东西南北上下新大")
    )


def is_person(words: Words, last: LastWord, begin: int) -> bool:
    """Return whether what could be a hill or river is somebody's name or the given name in it (滕|万山)."""
    if not last.narrow:
        return False
    if last.end - begin == 2:
        return is_persons(words, begin, last.end)
    return last.end - begin == 3 and words.text[begin] in SURNAMES and words.at(begin).pos == "nr"
