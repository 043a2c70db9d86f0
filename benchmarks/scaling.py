"""How the time of reading and analysing grows with the text: about 2 for twice the text, or some rule looks too far.

    python -m benchmarks.scaling [CHARACTERS]

Each of the hostile texts of the tests is read at a length and at twice that length, side by side in one process.
"""

from __future__ import annotations

import sys
import time

import newsan
from tests.hostile import HOSTILE

USUAL, WORST = 10_000, 2.6
"""Characters of the shorter text, and the growth from which on a text is marked."""

SHORTEST = 0.2
"""Seconds below which a growth says nothing."""


def seconds(unit: str, length: int) -> float:
    """Return the processor time that a text of this length takes from the page to its records."""
    text = unit * (length // len(unit))
    began = time.process_time()
    newsan.analyse(newsan.parse_edition(text, date="2025-12-18"))
    return time.process_time() - began


def main() -> None:
    """Print seconds and growth, a line a text, the fastest growing last; exit with 1 if one grows too fast."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    seconds("全市粮食总产达12万公斤，同比增长5.2%。", length)  # loads every table
    rows = []
    for unit in HOSTILE:
        short, long = seconds(unit, length), seconds(unit, 2 * length)
        rows.append((long / max(short, SHORTEST / 2), short, long, unit))
    for growth, short, long, unit in sorted(rows):
        mark = "  <" if growth > WORST and long > SHORTEST else ""
        print(f"{short:6.2f} s {long:6.2f} s  x{growth:.1f}  {unit!r}{mark}")
    sys.exit(any(growth > WORST and long > SHORTEST for growth, _, long, _ in rows))


if __name__ == "__main__":
    main()
