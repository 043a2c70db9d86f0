"""Count what stands around the names of places, and how often each short name of a division is printed in full.

    python tools/fit_place_contexts.py ARTICLES.jsonl... newsan/data

Each line of ARTICLES is an object with ``title`` and ``text``. Two tables are written:

- ``place_contexts.tsv``: side (``<`` before, ``>`` behind) and word, or ``@`` and its tag, and how much more often that word stands there beside
  short names that are nothing but places (沈阳, 廊坊) than beside other words: natural logarithm of the ratio, in hundredths
- ``place_priors.tsv``: short name that is also an ordinary word or a person's name, and the logarithm of how often it is
  printed with its suffix for each time it is printed without, in hundredths
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

from newsan.places import gazetteer
from newsan.segmenting import default_segmenter

FEWEST = 60
"""A word must stand so often on one side of a word for its ratio to be kept."""

LEAST = 0.5
"""Ratios whose logarithm is nearer to nothing are left out."""


def short_names() -> dict[str, list[str]]:
    """Return the short names of cities and counties, each with its names in full."""
    names: dict[str, list[str]] = {}
    for name, *told in gazetteer.table("division_names.tsv"):
        for sense in told:
            code, form = sense.split()
            if form == "short" and not code.endswith("0000"):
                names.setdefault(name, []).append(gazetteer.division(code) or name)
    return names


def articles(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the texts of the articles."""
    for path in paths:
        for line in path.read_text("utf-8").strip().split("\n"):
            article = json.loads(line)
            yield f"{article.get('title') or ''}\n{article['text']}"


def main(paths: Sequence[Path], data: Path) -> None:
    """Write the two tables into the folder ``data``."""
    names, common, segmenter = short_names(), gazetteer.common_words(), default_segmenter()
    sure = {
        name
        for name in names
        if segmenter.tag(name) == "ns" and name not in common and gazetteer.namesakes(name) < 3
    }
    doubtful = set(names) - sure
    beside: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    words: Counter[bool] = Counter()
    bare: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for text in articles(paths):
        tokens = segmenter.segment(text)
        for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
            if token.text in doubtful:
                bare[token.text] += 1
            if (
                token.pos[0] not in "nvai"
                or len(token.text) < 2
                or (token.pos == "ns" and token.text not in sure)
            ):
                continue
            is_place = token.text in sure
            words[is_place] += 1
            for side, word in (("<", before), (">", after)):
                beside[is_place][side, word.text.strip() if word else ""] += 1
                beside[is_place][side, f"@{word.pos}" if word else "@"] += 1
        for name in doubtful:
            if name in text:
                full[name] += sum(text.count(told) for told in names[name])
    rows = []
    for key in sorted(set(beside[True]) | set(beside[False])):
        yes, no = beside[True][key], beside[False][key]
        weight = log((yes + 2) / (words[True] + 1)) - log(
            (no + 2 * words[False] / words[True]) / (words[False] + 1)
        )
        if yes + no >= FEWEST and abs(weight) >= LEAST:
            rows.append(f"{key[0]}{key[1]}\t{round(100 * weight)}\n")
    (data / "place_contexts.tsv").write_text("".join(rows), "utf-8")
    (data / "place_priors.tsv").write_text(
        "".join(
            f"{name}\t{round(100 * log((full[name] + 0.2) / (bare[name] + 1)))}\n"
            for name in sorted(doubtful)
        ),
        "utf-8",
    )


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:-1]], Path(sys.argv[-1]))
