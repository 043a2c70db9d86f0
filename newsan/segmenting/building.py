"""jieba's own files -> the rows of the lexicon's store, which takes a second or two and is done once."""

from __future__ import annotations

import gc
import json
import math
from array import array
from hashlib import blake2b
from importlib.util import find_spec
from itertools import chain, repeat
from operator import itemgetter, or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsan.errors import NewsanError
from newsan.segmenting.lexicon import (
    ENTRY,
    FOLLOWED,
    FORMAT,
    NEVER,
    NODE_SLOTS,
    NODES,
    NUMBER,
    PAIRS,
    SHARED,
    SLOTS,
    SPREAD,
    STATES,
    STEPS,
    STRIDE,
    THIRD,
    UNITS,
    UNSEEN,
    Lexicon,
    block,
)
from newsan.stores import open_store

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

DICTIONARY = "dict.txt"
MODEL = ("finalseg/prob_start.py", "finalseg/prob_trans.py", "finalseg/prob_emit.py")
COMMON = 100
"""Pairs of this frequency and more take their slots before rarer ones can."""
TAG = 30
"""The bits below the number of a word's tag: those of the number of its frequency, and of a record."""
THIRDS = 0xFFFF * THIRD
SPARE = 1 << 10
"""Slots behind the last one, so that a search for a free slot need not go round."""


def open_lexicon() -> Lexicon:
    """Return the lexicon of the installed jieba, which is found but not imported."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        message = "jieba, whose dictionary newsan cuts words by, is not installed: pip install jieba==0.42.1"
        raise NewsanError(message)
    folder = Path(spec.origin).parent
    sources = [folder / name for name in (DICTIONARY, *MODEL)]

    def build() -> dict[str, str | bytes]:
        collecting = gc.isenabled()
        # Hundreds of thousands of tuples are made and none is garbage: looking through them costs a tenth.
        gc.disable()
        try:
            return lexicon_rows(sources[0], sources[1:])
        finally:
            if collecting:
                gc.enable()

    try:
        return Lexicon(open_store(f"lexicon-{FORMAT}", sources, build))
    except OSError as error:
        message = f"cannot read the dictionary of jieba in {folder}: {error.strerror}"
        raise NewsanError(message) from error


def lexicon_rows(dictionary: Path, model: Collection[Path]) -> dict[str, str | bytes]:
    """Return the rows of the lexicon's store from jieba's dictionary and the three modules of its model."""
    content = dictionary.read_bytes()
    fingerprint = blake2b(content, digest_size=16)
    for path in model:
        fingerprint.update(path.read_bytes())
    fields = content.decode().split()
    texts, counts, names = fields[::3], list(map(int, fields[1::3])), fields[2::3]
    frequencies = sorted({0, *counts})
    if len(frequencies) > NUMBER or len(texts) > SLOTS:
        message = f"{dictionary} is larger than jieba's: pip install jieba==0.42.1"
        raise NewsanError(message)
    number_of = {frequency: number for number, frequency in enumerate(frequencies)}
    tags = sorted(set(names))
    tag_of = {tag: number << TAG for number, tag in enumerate(tags)}
    described = map(or_, map(number_of.__getitem__, counts), map(tag_of.__getitem__, names))
    words = dict(zip(texts, described, strict=True))
    in_block = block().match
    # The cut must not find words that no block of text can hold.
    strange = {character for character in set("".join(texts)) if not in_block(character)}
    outside = {text: words[text] for character in sorted(strange) for text in texts if character in text}
    for text in outside:
        del words[text]
    log_total = math.log(sum(counts))
    weights = [math.log(frequency) - log_total if frequency else NEVER for frequency in frequencies]
    pairs, longer = _beginnings(words)
    common = next((number for number, count in enumerate(frequencies) if count >= COMMON), len(frequencies))
    beginning = set(map(itemgetter(0), pairs))
    return {
        "fingerprint": fingerprint.hexdigest(),
        "total": str(sum(counts)),
        "tags": " ".join(tags),
        "outside": "\n".join(
            f"{text} {frequencies[word & NUMBER]} {tags[word >> TAG]}" for text, word in outside.items()
        ),
        "numbered": " ".join(text for text in words if "0" <= text < ":" and len(text) > 1),
        "beginnings": "".join(sorted(text for text in beginning if not words.get(text, 0) & NUMBER)),
        "frequencies": array("I", frequencies).tobytes(),
        "weights": array("d", weights).tobytes(),
        **_trie(pairs, longer, common),
        **_characters(words, weights, -log_total),
        **_model(model),
    }


def _beginnings(words: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return what the tables say of each two characters, and of each more, that begin words.

    Of longer ones the shorter stand first.
    """
    pairs: dict[str, int] = {}
    longer: dict[str, int] = {}
    of_pair, of_longer = pairs.get, longer.get
    for text, word in words.items():
        size = len(text)
        if size > 2:
            pair = text[:2]
            pairs[pair] = of_pair(pair, 0) | THIRD << (ord(text[2]) & 15)
            for end in range(3, size):
                beginning = text[:end]
                longer[beginning] = of_longer(beginning, 0) | FOLLOWED
            longer[text] = of_longer(text, 0) | word
        elif size == 2:
            pairs[text] = of_pair(text, 0) | word
    return pairs, longer


def _trie(pairs: Mapping[str, int], longer: Mapping[str, int], common: int) -> dict[str, bytes]:
    """Return the rows of the two tables; pairs whose number is at least ``common`` take their slots first."""
    firsts, records, pair_tags = array("H", bytes(2 * SLOTS)), array("I", bytes(4 * SLOTS)), bytearray(SLOTS)
    ids: dict[str, int] = {}
    turns: tuple[list[tuple[str, int]], ...] = [], []
    for pair in pairs.items():
        turns[pair[1] & NUMBER < common].append(pair)
    crowded: dict[str, int] = {}
    for text, record in chain(*turns):
        first, second = map(ord, text)
        slot = (first * SPREAD + second) % SLOTS
        if firsts[slot]:
            records[slot] |= SHARED
            followed = FOLLOWED if record & THIRDS else 0
            crowded[text] = record & ~THIRDS | followed
            ids[text[0]] = first
        else:
            firsts[slot] = first
            records[slot] = record & (THIRDS | NUMBER)
            pair_tags[slot] = record >> TAG
            ids[text] = PAIRS + slot
    nodes, node_tags = array("I", bytes(4 * (NODE_SLOTS + SPARE))), bytearray(NODE_SLOTS + SPARE)
    parents = array("I", nodes)
    for text, entry in chain(crowded.items(), longer.items()):
        parent, unit = ids[text[:-1]], ord(text[-1])
        slot = (parent + unit * STRIDE) % NODE_SLOTS
        while nodes[slot]:
            slot += 1
        nodes[slot] = unit << ENTRY | entry & (FOLLOWED | NUMBER)
        parents[slot] = parent
        node_tags[slot] = entry >> TAG
        if entry & FOLLOWED:
            ids[text] = NODES + slot
    return {
        "firsts": firsts.tobytes(),
        "records": records.tobytes(),
        "pair tags": bytes(pair_tags),
        "nodes": nodes.tobytes(),
        "parents": parents.tobytes(),
        "node tags": bytes(node_tags),
    }


def _characters(
    words: Mapping[str, int],
    weights: list[float],
    unknown: float,
) -> dict[str, bytes]:
    """Return the rows about single characters, a place for each: as words, and what they weigh by themselves."""
    singles = array("d", repeat(NEVER, 1 << UNITS))
    numbers, tags = array("H", bytes(2 << UNITS)), bytearray(1 << UNITS)
    in_block = block().match
    for unit, character in enumerate(map(chr, range(1 << UNITS))):
        word = words.get(character, 0)
        if number := word & NUMBER:
            numbers[unit], tags[unit], singles[unit] = number, word >> TAG, weights[number]
        elif in_block(character):
            singles[unit] = unknown
    return {"singles": singles.tobytes(), "single numbers": numbers.tobytes(), "single tags": bytes(tags)}


def _model(paths: Iterable[Path]) -> dict[str, str | bytes]:
    """Return the rows of the model: its ``EMISSIONS`` of each character, its start and its steps."""
    start, steps, emissions = map(_assigned, paths)
    characters = sorted(set().union(*(emissions[state] for state in STATES)))
    places, shown = array("H", bytes(2 << UNITS)), array("d")
    # The first place is that of all characters the model has never seen.
    for place, character in enumerate(("", *characters)):
        if character:
            places[ord(character)] = place
        emitted = {state: emissions[state].get(character, UNSEEN) for state in STATES}
        begun = {state: start[state] + emitted[state] for state in STATES}
        shown.extend(emitted.values())
        shown.append(max(begun[state] + steps[state]["E"] for state in "BM"))
        shown.append(max(begun[state] + steps[state]["S"] for state in "ES"))
    walk = [*(start[state] for state in STATES), *(steps[step[0]][step[1]] for step in STEPS)]
    return {
        "places": places.tobytes(),
        "emissions": shown.tobytes(),
        "walk": array("d", walk).tobytes(),
    }


def _assigned(path: Path) -> Any:
    """Return the one value a module of jieba's model assigns, which is read as data and never run.

    But for the quotes it is JSON, which is read in a tenth of the time that Python takes to read itself.
    """
    _, _, literal = path.read_text(encoding="utf-8").partition("P=")
    return json.loads(literal.replace("'", '"'))
