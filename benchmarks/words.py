"""How well the words keep to those that people marked, next to jieba's, both sides in one run.

``python benchmarks/words.py SENTENCES.jsonl`` reads an object a line with ``text`` and ``words``, the words in
order without what stands between them, and prints for each side:

* ``F1`` of its words; and of those that touch no figure, for newsan keeps 12月17日 and 23.4% whole where most
  corpora cut them;
* ``straddling``: the share of its words that begin or end inside a marked word and hold an end of one, so that they
  belong to two words without being either (刘道|生任 where 刘|道生|任 is marked);
* ``holding``: the share that hold an end of a marked word at all. A whole name counts here too where the corpus
  sets the parts of names apart (刘道生);
* where the corpus marks names, how many of the places, organisations and people are cut through: a word begins
  outside the name and ends inside it, or the other way round.

The command fails if newsan's plain cut is not jieba's to the last word, if more than 0.7 of jieba's share of
words straddle, or if its F1 is lower.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

MOST_STRADDLING = 0.7
"""Newsan's share of straddling words may be so much of jieba's."""

KINDS = ("places", "orgs", "people")
"""What the names of each kind are called in the corpus."""

Span = tuple[int, int]


class Sentence(NamedTuple):
    """A text, the spans of the words marked in it, of its figures, and of the names of each kind."""

    text: str
    marked: frozenset[Span]
    figures: tuple[Span, ...]
    names: tuple[tuple[Span, ...], ...]


class Score(NamedTuple):
    """What the words of one side come to."""

    words: int
    f1: float
    f1_without_figures: float
    straddling: float
    holding: float
    cut_through: tuple[int, ...]


def main() -> None:
    """Measure, print a line for each side, and fail if the goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("sentences", type=Path)
    sentences = read_sentences(parser.parse_args().sentences)
    from newsan.segmenting import Segmenter

    segmenter, unnamed = Segmenter(), Segmenter(names=False)
    with tempfile.TemporaryDirectory() as folder:
        jieba = jieba_cut(Path(folder))
        for text, *_ in sentences:
            if segmenter.cut(text) != jieba(text):
                sys.exit(f"the plain cut differs from jieba's: {text}")
        sides: dict[str, Callable[[str], Sequence[str]]] = {
            "jieba": jieba,
            "newsan, figures whole": lambda text: [token.text for token in unnamed.segment(text)],
            "newsan, figures and names whole": lambda text: [token.text for token in segmenter.segment(text)],
        }
        scores = {name: score(sentences, cut) for name, cut in sides.items()}
    print(
        f"{len(sentences):,} sentences, {sum(len(sentence.marked) for sentence in sentences):,} words marked"
    )
    for name, scored in scores.items():
        print(
            f"{name:32} {scored.words:7,} words  F1 {scored.f1:.4f}  without figures {scored.f1_without_figures:.4f}"
            f"  straddling {scored.straddling:.4f}  holding {scored.holding:.4f}"
        )
    for number, kind in enumerate(KINDS):
        marked = sum(len(sentence.names[number]) for sentence in sentences)
        through = ", ".join(f"{name} {scored.cut_through[number]}" for name, scored in scores.items())
        print(f"of {marked:,} {kind} cut through: {through}")
    theirs, ours = scores["jieba"], scores["newsan, figures and names whole"]
    ratio = ours.straddling / theirs.straddling
    print(f"straddling, of jieba's: {ratio:.2f}")
    if ratio > MOST_STRADDLING or ours.f1 < theirs.f1:
        sys.exit("worse than it has to be")


def read_sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a corpus whose words are all of their text."""
    from newsan.segmenting.shapes import shapes

    figures = shapes()
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if "".join(told["words"]) == told["text"]:
            found = tuple(figure.span() for figure in figures.finditer(told["text"]))
            names = tuple(
                tuple((name["start"], name["end"]) for name in told.get(kind, ())) for kind in KINDS
            )
            sentences.append(Sentence(told["text"], frozenset(spans(told["words"])), found, names))
    return sentences


def jieba_cut(folder: Path) -> Callable[[str], list[str]]:
    """Return ``jieba.lcut``, its cache kept out of the shared temporary folder."""
    import jieba

    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = str(folder)
    cut: Callable[[str], list[str]] = jieba.lcut
    return cut


def spans(words: Iterable[str]) -> list[Span]:
    """Return where words stand that follow each other without a gap."""
    found = []
    start = 0
    for word in words:
        found.append((start, start + len(word)))
        start += len(word)
    return found


def score(sentences: Sequence[Sentence], cut: Callable[[str], Sequence[str]]) -> Score:
    """Return what the words of a cut come to on all sentences."""
    counts: Counter[str] = Counter()
    cut_through = [0] * len(KINDS)
    for text, marked, figures, names in sentences:
        cut_spans = spans(cut(text))
        ends = {end for _, end in marked} | {0}
        outside = {
            span for span in (*marked, *cut_spans) if not any(touches(span, figure) for figure in figures)
        }
        counts["cut"] += len(cut_spans)
        counts["marked"] += len(marked)
        counts["right"] += len(marked.intersection(cut_spans))
        counts["cut outside"] += len(outside.intersection(cut_spans))
        counts["marked outside"] += len(outside & marked)
        counts["right outside"] += len(outside & marked & set(cut_spans))
        for start, end in cut_spans:
            if not ends.isdisjoint(range(start + 1, end)):
                counts["holding"] += 1
                counts["straddling"] += start not in ends or end not in ends
        cut_ends = {end for _, end in cut_spans} | {0}
        for number, of_kind in enumerate(names):
            cut_through[number] += sum(name_cut_through(name, cut_ends, cut_spans) for name in of_kind)
    return Score(
        counts["cut"],
        2 * counts["right"] / (counts["cut"] + counts["marked"]),
        2 * counts["right outside"] / (counts["cut outside"] + counts["marked outside"]),
        counts["straddling"] / counts["cut"],
        counts["holding"] / counts["cut"],
        tuple(cut_through),
    )


def name_cut_through(name: Span, cut_ends: Collection[int], cut_spans: Iterable[Span]) -> bool:
    """Return whether a word belongs to a name and to what is beside it; a word that holds the whole name does not."""
    if name[0] in cut_ends and name[1] in cut_ends:
        return False
    return any(
        touches(word, name)
        and not (word[0] <= name[0] and name[1] <= word[1])
        and not (name[0] <= word[0] and word[1] <= name[1])
        for word in cut_spans
    )


def touches(one: Span, other: Span) -> bool:
    """Return whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    main()
