"""Count which character follows which in news text, and which characters begin a paragraph: newsan/data/successions.tsv.

    python tools/build_successions.py CORPUS_FOLDER

Source of the shipped table: 7,201 articles of Chinese broadcasters, news sites and portals of 2008-2026; the table
holds rounded probabilities of pairs of characters and no text. Each line of CORPUS_FOLDER/*.jsonl is an article with
its ``text``, paragraphs apart by newlines.

A row is a character (``^`` for the beginning of a paragraph, ``^`` and a character for the second one of it, ``*`` for
any place) and, behind tabs: the bits that falling back to the shorter context costs, then the characters that follow
with 0, ½, 1, 1½ … bits of surprise.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import pairwise
from math import log2
from pathlib import Path

TABLE = Path(__file__).parent.parent / "newsan" / "data" / "successions.tsv"
SHORTEST = 12
"""Characters of a paragraph that is counted; shorter lines are headings and names."""
SEEN = {1: 3, 2: 2}
"""How often a succession is seen before it is kept, by the length of its context."""
FALL_BACK = {"*": 1, "^": 20, "pair": 60, "second": 8}
"""How many times the shorter context is taken to have been seen in each longer one."""


def main(folder: Path) -> None:
    """Write the table."""
    follows: dict[str, Counter[str]] = {"*": Counter(), "^": Counter()}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            for paragraph in json.loads(line)["text"].split("\n"):
                text = "".join(paragraph.split())
                if len(text) < SHORTEST:
                    continue
                follows["*"].update(text)
                follows["^"][text[0]] += 1
                follows.setdefault("^" + text[0], Counter())[text[1]] += 1
                for first, second in pairwise(text):
                    if first not in "*^":
                        follows.setdefault(first, Counter())[second] += 1
    rows = [row(context, counts) for context, counts in follows.items()]
    TABLE.write_bytes(b"".join(sorted(filter(None, rows))))


def row(context: str, counts: Counter[str]) -> bytes:
    """Return the row of a context; nothing where it was seen with too few characters."""
    total = counts.total()
    added = FALL_BACK.get(context) or FALL_BACK["pair" if len(context) == 1 else "second"]
    least = 1 if context in ("*", "^") else SEEN[len(context)]
    levels: dict[int, list[str]] = {}
    for char, count in counts.items():
        if count >= least:
            levels.setdefault(round(-2 * log2(count / (total + added))), []).append(char)
    if not levels:
        return b""
    fields = ["".join(sorted(levels.get(level, ()))) for level in range(max(levels) + 1)]
    return "\t".join([context, f"{log2((total + added) / added):.1f}", *fields]).encode() + b"\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
