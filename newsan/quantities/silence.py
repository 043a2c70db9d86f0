"""Numerals that state nothing: idioms, names, labels; each with its reason."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from newsan.patterns import compiled
from newsan.quantities.labels import label_spans
from newsan.tables import DATA

if TYPE_CHECKING:
    from newsan.models import Numeral, Sentence, Token

__all__ = ["inside_phrase", "inside_quotation", "inside_word", "label", "phrases", "token_at"]

LONGEST_NAME = 10
QUOTATIONS = compiled(
    r"“(?P<name>[^“”]*+)”|《(?P<work>[^《》]*+)》|「(?P<name>[^「」]*+)」|『(?P<name>[^『』]*+)』|\"(?P<name>[^\"]*+)\""
)
OPENERS = frozenset('“《「『"')
FIGURES_IN_QUOTATION = r"[%％/+，。；！？:：,]"
# Tags under which the dictionary keeps numbers, times and measure words; every other word is a word.
NUMERAL_TAGS = ("m", "t", "q", "x", "eng")
APPROXIMATORS = frozenset(
    {"这", "那", "近", "约", "超", "逾", "达", "过", "共", "有", "仅", "为", "获", "得", "满", "用"}
)
PREPOSITIONS = frozenset("到至与和")
LETTERS_BEFORE = compiled(r"[A-Za-zＡ-Ｚａ-ｚα-ωΑ-Ω][-—·]?$")
LETTERS_AFTER = compiled(r"[-·]?[A-Za-zＡ-Ｚａ-ｚ]")


@cache
def phrases() -> dict[str, str]:
    """Return the phrases of ``data/idioms.txt``, each with the reason that heads its section."""
    table: dict[str, str] = {}
    reason = "idiom"
    for line in (DATA / "idioms.txt").read_text("utf-8").splitlines():
        entry = line.strip()
        if entry.startswith("["):
            reason = entry.strip("[]")
        elif entry and not entry.startswith("#"):
            table[entry] = reason
    return table


@cache
def _phrase_lines() -> str:
    return "".join(f"{phrase}\n" for phrase in phrases())


@lru_cache(maxsize=4096)
def _phrases_with(pair: str) -> tuple[tuple[int, str], ...]:
    """Return where in which phrases two neighbouring characters stand; a page asks for few of all the pairs."""
    lines, found = _phrase_lines(), []
    at = lines.find(pair) if len(pair) == 2 and "\n" not in pair else -1
    while at >= 0:
        start = lines.rfind("\n", 0, at) + 1
        found.append((at - start, lines[start : lines.find("\n", at)]))
        at = lines.find(pair, at + 1)
    return tuple(found)


def inside_phrase(text: str, start: int, end: int) -> str | None:
    """Return the reason if ``text[start:end]`` lies in a phrase of the table, else ``None``; the first phrase wins."""
    near = [(start - at, phrase) for at, phrase in _phrases_with(text[start : start + 2])]
    if start > 0:
        near += [(start - 1 - at, phrase) for at, phrase in _phrases_with(text[start - 1 : start + 1])]
    for begin, phrase in sorted(near):
        if begin >= 0 and begin + len(phrase) >= end and text.startswith(phrase, begin):
            return f"{phrases()[phrase]} {phrase}"
    return None


def quotations(text: str) -> list[tuple[int, int, str]]:
    """Return the (start, end, reason) of what a text quotes as a name or a title, and of its labels (``labels``)."""
    found = label_spans(text)
    for match in QUOTATIONS.finditer(text) if not OPENERS.isdisjoint(text) else ():
        if match["work"] is not None:
            found.append((match.start(), match.end(), f"title {match[0]}"))
        elif len(match["name"]) <= LONGEST_NAME and not compiled(FIGURES_IN_QUOTATION).search(match["name"]):
            found.append((match.start(), match.end(), f"name {match[0]}"))
    return sorted(found)


def inside_quotation(spans: list[tuple[int, int, str]], start: int) -> str | None:
    """Return the reason if ``start`` lies in one of ``quotations``, else ``None``."""
    index = bisect_right(spans, start, key=itemgetter(0)) - 1
    return spans[index][2] if index >= 0 and start < spans[index][1] else None


def token_at(sentence: Sentence, offset: int) -> Token | None:
    """Return the word that holds an offset of the article's text."""
    index = bisect_right(sentence.tokens, offset, key=attrgetter("start")) - 1
    return sentence.tokens[index] if index >= 0 and offset < sentence.tokens[index].end else None


def in_dictionary(word: str) -> bool:
    """Tell whether the dictionary knows a word; what it does not know is the segmenter's guess."""
    from newsan.segmenting import default_segmenter

    return default_segmenter().frequency(word) > 0


def inside_word(sentence: Sentence, numeral: Numeral) -> Token | None:
    """Return the word that merely contains a numeral in characters: 统一, 进一步, 四川, 万众一心."""
    if numeral.quote[0].isascii() or numeral.quote[0] in "０１２３４５６７８９":
        return None
    token = token_at(sentence, numeral.start)
    if token is None or (token.start == numeral.start and token.end <= numeral.end):
        return None
    if token.pos.startswith(NUMERAL_TAGS) or glued(token, numeral) or not in_dictionary(token.text):
        return None
    return token


def begins(word: Token, numeral: Numeral) -> bool:
    """Tell whether a word begins with a numeral, or with an approximator and a numeral: 百人, 近百人."""
    return word.start <= numeral.start and word.text[: numeral.start - word.start] in APPROXIMATORS | {""}


def glued(token: Token, numeral: Numeral) -> bool:
    """Tell whether a word is only a segmenter's guess: a numeral with an approximator or a preposition (近百, 两到)."""
    before = token.text[: max(numeral.start - token.start, 0)]
    after = token.text[numeral.end - token.start :] if numeral.end < token.end else ""
    return (
        (before in APPROXIMATORS or not before)
        and (not after or after[0] in PREPOSITIONS)
        and before + after != ""
    )


def inside_latin(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand on both sides of a numeral: in U660M the M is no unit."""
    around = text[max(start - 1, 0) : start], text[end : end + 1]
    return all(letter.isascii() and letter.isalpha() for letter in around)


def label(text: str, start: int, end: int) -> str | None:
    """Return the reason if the numeral is part of a model, plate or code (PM2.5, 5G, F-16), else ``None``."""
    if text[start].isascii() or text[start] in "０１２３４５６７８９":
        if LETTERS_BEFORE.search(text[max(start - 2, 0) : start]):
            return "model, code or label"
        if LETTERS_AFTER.match(text, end):
            return "model, code or label"
    return None
