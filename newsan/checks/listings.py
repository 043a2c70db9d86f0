"""A list against the number that sums it up: more names than 等三人 says there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsan.checks.figures import Passage, finding
from newsan.checks.intervals import plain
from newsan.models import Finding
from newsan.patterns import compiled

NAMED = compiled(
    r"(?:^|[，,。；;：:（(])(?P<list>[^，,。；;：:（）()0-9]{1,15}(?:、[^，,。；;：:（）()、0-9]{1,12})+)等$"
)
"""A list that ends right before a number (张山、李石、王森等|3人)."""


def check_listings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield the number behind a list that names more than so many."""
    for passage in passages:
        for figure in passage.figures:
            match = NAMED.search(figure.lead)
            if match is None or figure.fact.kind != "count" or figure.fact.modifier is not None:
                continue
            listed = match["list"].count("、") + 1
            if listed > figure.extent.high:
                message = f"列出{listed}项，却说{figure.printed}"
                proof = f"{listed} > {plain(figure.extent.middle)}"
                yield finding("sum", "suspect", (figure,), message, proof)
