"""Counts how often words and phrases of news stand in headlines and in bodies, for the ranking of keywords.

    python tools/build_keyword_tables.py FOLDER

FOLDER holds ``*.jsonl`` files, one article a line, with ``title`` and ``text``. Written are
``newsan/data/keyword_words.tsv`` (word, bodies, headlines) and ``newsan/data/keyword_phrases.tsv`` (phrase,
bodies, headlines, cohesion), sorted by their bytes as ``newsan.tables.SortedTable`` wants them. Only counts leave the
folder: no word or phrase that fewer than three articles share, and no phrase longer than four words.

Source of the shipped tables: 7,201 articles of Chinese broadcasters, news sites and portals of 2008-2026; the
articles are their publishers' and are not part of newsan.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from newsan.keywords.words import LONGEST_PHRASE, LONGEST_TEXT, Form, word_runs
from newsan.reading import plain_article
from newsan.segmenting import default_segmenter
from newsan.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsan.models import Token

MIN_ARTICLES = 3
MIN_COHESION = 3.5
"""Pointwise mutual information of the weakest joint, in nats."""
MIN_FREEDOM = 0.9
"""Branching entropy in nats: a phrase whose neighbour on one side can be foretold is a piece of a longer one."""

Words = tuple[str, ...]


def articles(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the title (perhaps empty) and text of each article, files in the order of their names."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                yield article.get("title") or "", article["text"]


def entropy(neighbours: Counter[str]) -> float:
    """Return the branching entropy of one side; each sentence edge (the empty neighbour) is a neighbour of its own."""
    edges = neighbours[""]
    total = neighbours.total()
    shares = [count / total for word, count in neighbours.items() if word] + [1 / total] * edges
    return -sum(share * math.log(share) for share in shares)


def paragraphs(text: str) -> Iterator[list[Token]]:
    """Yield the words of each paragraph of a text."""
    for paragraph in plain_article(text).paragraphs:
        yield default_segmenter().segment(paragraph.text)


def spans(tokens: list[Token]) -> Iterator[tuple[list[Token], bool]]:
    """Yield every two to four adjacent words that could be part of a keyword, and whether they have the form of one."""
    for run, forms in word_runs(tokens, ()):
        for first in range(len(run)):
            for last in range(first + 1, min(first + LONGEST_PHRASE, len(run))):
                span = run[first : last + 1]
                yield span, is_phrase(span, forms[first], forms[last])


def is_phrase(words: list[Token], first: Form, last: Form) -> bool:
    """Return whether adjacent words have the form of a phrase: a nominal end, and no stop word at either edge."""
    return words[-1].end - words[0].start <= LONGEST_TEXT and first.first and last.last


def texts(tokens: list[Token]) -> Words:
    """Return the words themselves."""
    return tuple(token.text for token in tokens)


class Counts:
    """What is counted while the articles go by: once for words and phrases, once more for the neighbours."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.bodies = 0
        self.headlines = 0
        self.tokens = 0
        self.body_articles: Counter[str] = Counter()
        self.title_articles: Counter[str] = Counter()
        self.title_phrases: Counter[Words] = Counter()
        self.phrase_articles: Counter[Words] = Counter()
        self.frequency: Counter[Words] = Counter()
        self.neighbours: dict[Words, tuple[Counter[str], Counter[str]]] = {}

    def add(self, title: str, text: str) -> None:
        """Count the words and phrases of one article."""
        if title:
            self.headlines += 1
            tokens = default_segmenter().segment(title)
            self.title_articles.update({token.text for token in tokens})
            self.title_phrases.update({texts(span) for span, well_formed in spans(tokens) if well_formed})
        self.bodies += 1
        words: set[str] = set()
        phrases: set[Words] = set()
        for tokens in paragraphs(text):
            self.tokens += len(tokens)
            words.update(token.text for token in tokens)
            self.frequency.update((token.text,) for token in tokens)
            for span, well_formed in spans(tokens):
                phrase = texts(span)
                self.frequency[phrase] += 1
                if well_formed:
                    phrases.add(phrase)
        self.body_articles.update(words)
        self.phrase_articles.update(phrases)

    def add_neighbours(self, text: str) -> None:
        """Count what stands before and after the phrases that enough articles share."""
        for tokens in paragraphs(text):
            before = {b.start: a.text for a, b in pairwise(tokens)}
            after = {a.start: b.text for a, b in pairwise(tokens)}
            for span, well_formed in spans(tokens):
                phrase = texts(span)
                if well_formed and self.phrase_articles[phrase] >= MIN_ARTICLES:
                    left, right = self.neighbours.setdefault(phrase, (Counter(), Counter()))
                    left[before.get(span[0].start, "")] += 1
                    right[after.get(span[-1].start, "")] += 1

    def cohesion(self, phrase: Words) -> float:
        """Return the pointwise mutual information at the weakest joint of a phrase, in nats."""
        whole = math.log(self.frequency[phrase] * self.tokens)
        return min(
            whole - math.log(self.frequency[phrase[:joint]] * self.frequency[phrase[joint:]])
            for joint in range(1, len(phrase))
        )

    def word_rows(self) -> Iterator[str]:
        """Yield the rows of the words, the totals under the empty word."""
        yield f"\t{self.bodies}\t{self.headlines}"
        for word, bodies in self.body_articles.items():
            if bodies + self.title_articles[word] >= MIN_ARTICLES and word.strip():
                yield f"{word}\t{bodies}\t{self.title_articles[word]}"

    def phrase_rows(self) -> Iterator[str]:
        """Yield the rows of the phrases that hold together and stand alone."""
        for phrase, number in self.phrase_articles.items():
            if number < MIN_ARTICLES or (cohesion := self.cohesion(phrase)) < MIN_COHESION:
                continue
            if min(map(entropy, self.neighbours[phrase])) >= MIN_FREEDOM:
                yield f"{''.join(phrase)}\t{number}\t{self.title_phrases[phrase]}\t{cohesion:.1f}"


def write_sorted(path: Path, rows: Iterator[str]) -> None:
    """Write rows in the order of their bytes, one row for each text (the first cut of a text that was cut twice)."""
    unique: dict[str, str] = {}
    for row in rows:
        unique.setdefault(row.split("\t", 1)[0], row)
    path.write_bytes(b"".join(sorted(row.encode() + b"\n" for row in unique.values())))


def main() -> None:
    """Count the articles of a folder and write both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    counts = Counts()
    for title, text in articles(folder):
        counts.add(title, text)
    for _, text in articles(folder):
        counts.add_neighbours(text)
    write_sorted(DATA / "keyword_words.tsv", counts.word_rows())
    write_sorted(DATA / "keyword_phrases.tsv", counts.phrase_rows())


if __name__ == "__main__":
    main()
