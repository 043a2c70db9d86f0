"""Fits what each feature of a keyword candidate is worth: newsan/data/keyword_weights.tsv.

    python tools/fit_keyword_weights.py STORIES.jsonl [--test]

STORIES holds one article a line with ``title``, ``text`` and ``keywords``, the editor's own. A logistic regression
tells chosen candidates from the others, once with headlines and once without; only its weights are written.
``--test`` writes nothing: it fits on every other story and prints F1 at five keywords on the rest. Needs numpy.

Source of the shipped weights: 1,231 stories of a public news site with its editors' keywords.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsan.analysis import segmented
from newsan.keywords.candidates import Candidate, find_candidates
from newsan.keywords.ranking import (
    Column,
    Features,
    chance,
    find_features,
    find_layout,
    names_of,
    score,
    weights_of,
    without_parts,
)
from newsan.keywords.statistics import default_statistics
from newsan.reading import plain_article
from newsan.segmenting import default_segmenter
from newsan.tables import DATA

RIDGE = 10.0
ROUNDS = 12
MIN_CANDIDATES = 100
"""A feature that fewer candidates show gets no weight."""
COLUMNS: tuple[Column, ...] = ("headlined", "headless")


@dataclass(frozen=True)
class Story:
    """The candidates of one story with their features, and the keywords its editor chose."""

    candidates: list[Candidate]
    features: list[Features]
    chosen: frozenset[str]


def read_stories(path: Path, column: Column) -> list[Story]:
    """Return the stories of a file, read with or without their headlines."""
    statistics, stories = default_statistics(), []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            article = plain_article(row["text"], row["title"] if column == "headlined" else None)
            sentences = segmented(article, default_segmenter())
            candidates = find_candidates(article, sentences, statistics)
            layout = find_layout(article, sentences, candidates)
            features = [find_features(candidate, layout, statistics) for candidate in candidates]
            stories.append(Story(candidates, features, frozenset(row["keywords"])))
    return stories


def by_name(features: Features) -> dict[str, float]:
    """Return the features of a candidate by their names; those that are left out are nought."""
    numbers = zip(names_of(phrase=features.phrase), features.numbers, strict=True)
    return dict(numbers) | dict.fromkeys(features.marks, 1.0)


def fit(stories: list[Story]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression, by Newton's method over standardised features."""
    shown_by = [by_name(features) for story in stories for features in story.features]
    shown = Counter(name for features in shown_by for name in features)
    names = sorted(name for name, count in shown.items() if count >= MIN_CANDIDATES)
    rows = [[features.get(name, 0.0) for name in names] for features in shown_by]
    labels = [candidate.text in story.chosen for story in stories for candidate in story.candidates]
    matrix, chosen = np.array(rows), np.array(labels, dtype=float)
    mean, spread = matrix.mean(0), matrix.std(0) + 1e-9
    matrix = np.hstack([(matrix - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([RIDGE] * len(names) + [0.0])
    solution = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-matrix @ solution))
        slope = matrix.T @ (chance - chosen) + ridge @ solution
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + ridge
        solution -= np.linalg.solve(curve, slope)
    weights = solution[:-1] / spread
    constant = solution[-1] - float(weights @ mean)
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)} | {
        "constant": float(constant)
    }


def f1_at_five(stories: list[Story], table: dict[str, float]) -> float:
    """Return the mean F1 of the five weightiest keywords."""
    weights, total = weights_of(table), 0.0
    for story in stories:
        odds = [score(features, weights) for features in story.features]
        order = sorted(range(len(odds)), key=lambda index: -odds[index])
        ranked = [(chance(odds[index]), story.candidates[index]) for index in order]
        kept = [candidate.text for _, candidate in without_parts(ranked)][:5]
        total += 2 * len(story.chosen.intersection(kept)) / (len(kept) + len(story.chosen))
    return total / len(stories)


def main() -> None:
    """Fit both columns and write them, or test them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("--test", action="store_true")
    arguments = parser.parse_args()
    columns: dict[Column, dict[str, float]] = {}
    for column in COLUMNS:
        stories = read_stories(arguments.stories, column)
        halves = [stories[::2], stories[1::2]]
        if arguments.test:
            figures = [f1_at_five(test, fit(train)) for train, test in (halves, halves[::-1])]
            print(column, *(f"{figure:.4f}" for figure in figures))
        else:
            columns[column] = fit(stories)
    if columns:
        names = sorted({name for weights in columns.values() for name in weights})
        lines = ["feature\t" + "\t".join(COLUMNS)]
        lines += ["\t".join([name, *(f"{columns[c].get(name, 0.0):.3f}" for c in COLUMNS)]) for name in names]
        (DATA / "keyword_weights.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
