"""How many figures are read right on text that was written to be hard: the pages of ``samples`` and 212 sentences.

``python benchmarks/figures.py`` prints F1 for the pages and for the sentences; with ``--misses`` also what was
missed, read wrong or invented. ``figures.jsonl`` holds the figures a person marked, an object a line: the ``text`` of
a sentence or the ``page`` of ``samples``, and for each figure where it stands in the file, its value (a list is the
bounds of a range, 3:1 a score or a proportion), its unit and, where they apply, its modifier, its direction and the
subjects that are right. An ``optional`` figure counts neither as found nor as missed nor as invented.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsan.models import Fact

HERE = Path(__file__).parent
OVERLAP = 0.5
"""A figure found is one that was marked if they share so much of the characters of both."""
SCORES = ("value and unit", "bound and direction", "subject in part", "subject")
"""What is measured; each asks for the right value and unit too."""
Marked = dict[str, Any]


def main() -> None:
    """Measure, and print a line for the pages and one for the sentences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--misses", action="store_true", help="also print what is not right")
    misses = parser.parse_args().misses
    for name, counted, complaints in measured():
        for complaint in complaints if misses else ():
            print(complaint)
        print(f"{name:10}{counted['marked']:4} figures marked, {counted['found']} found", end="")
        for what in SCORES:
            print(f"  {what} {f1(counted, what):.3f}", end="")
        print()


def measured() -> Iterator[tuple[str, Counter[str], list[str]]]:
    """Yield what was counted on the pages and on the sentences, and what is not right there."""
    rows = [json.loads(line) for line in (HERE / "figures.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, kind in (("pages", "page"), ("sentences", "text")):
        counts: Counter[str] = Counter()
        complaints = [
            f"{complaint} | {row[kind]}"
            for row in rows
            if kind in row
            for complaint in count(row["figures"], found_in(row), counts)
        ]
        yield name, counts, complaints


def f1(counts: Counter[str], what: str) -> float:
    """Return the mean of how many of those marked were found right and how many of those found were."""
    return 2 * counts[what] / (counts["marked"] + counts["found"])


def found_in(told: dict[str, Any]) -> list[tuple[int, int, Fact]]:
    """Return the figures newsan finds in a page or a sentence, and where in the file they stand."""
    if "page" not in told:
        return [(fact.start, fact.end, fact) for fact in newsan.find_facts(told["text"])]
    edition = newsan.read_edition(HERE.parent / "samples" / told["page"])
    analysis = newsan.analyse(edition, stages=("facts", "dates"))
    return [
        (fact.source_start or 0, fact.source_end or 0, fact)
        for found in analysis.articles
        for fact in found.facts
    ]


def count(
    marked: Sequence[Marked], found: Sequence[tuple[int, int, Fact]], counts: Counter[str]
) -> Iterator[str]:
    """Add to the counts what was found of the figures marked; yield what is not right."""
    taken: set[int] = set()
    optional = 0
    for figure in marked:
        shares = [overlap(start, end, figure["start"], figure["end"]) for start, end, _ in found]
        best = max(range(len(found)), key=shares.__getitem__, default=-1)
        hit = best >= 0 and shares[best] >= OVERLAP
        if hit:
            taken.add(best)
        if figure.get("optional"):
            optional += hit
            continue
        counts["marked"] += 1
        wrong = wrong_in(figure, found[best][2]) if hit else ["missed"]
        right = "value" not in wrong and "missed" not in wrong
        counts["value and unit"] += right
        counts["bound and direction"] += right and "bound" not in wrong
        counts["subject in part"] += right and "subject" not in wrong
        counts["subject"] += right and "subject" not in wrong and "all of it" not in wrong
        if wrong and wrong != ["all of it"]:
            yield f"{', '.join(wrong)}: {figure['quote']}"
    counts["found"] += len(found) - optional
    for number, (_, _, fact) in enumerate(found):
        if number not in taken:
            yield f"invented: {fact.quote}"


def wrong_in(figure: Marked, fact: Fact) -> list[str]:
    """Return what of a figure is not as it was marked."""
    wrong = []
    value = figure["value"]
    read = [fact.low, fact.high] if isinstance(value, list) else fact.value
    if plain(read) != plain(value) or fact.unit != figure["unit"]:
        wrong.append("value")
    if (fact.modifier, fact.direction) != (figure.get("modifier"), figure.get("direction")):
        wrong.append("bound")
    subjects, subject = figure.get("subject", []), fact.subject or ""
    if subject not in subjects and (subject or subjects):
        in_part = subject and any(subject in other or other in subject for other in subjects)
        wrong.append("all of it" if in_part else "subject")
    return wrong


def plain(value: Any) -> Any:
    """Return a value as it is compared: numbers exact, 3比1 and 3∶1 alike."""
    if isinstance(value, list):
        return [plain(bound) for bound in value]
    if isinstance(value, str):
        text = value.replace("比", ":").replace("∶", ":")
        return Fraction(text) if "/" in text and text.replace("/", "").isdigit() else text
    return None if value is None else Fraction(Decimal(str(value)))


def overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    """Return which share of the characters of two spans both have."""
    shared = min(end, other_end) - max(start, other_start)
    return max(0, shared) / (max(end, other_end) - min(start, other_start))


if __name__ == "__main__":
    main()
