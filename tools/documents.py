"""What the documents show of newsan: commands with their real output, and the accuracy that the floors hold.

Cog writes what these functions return between ``[[[cog`` and ``[[[end]]]`` of a document. To bring all documents up to date:

    cog -r README.md README.zh-CN.md docs/*.md
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

FLOORS = Path(__file__).parent.parent / "tests" / "floors.toml"
BESIDE_PYTHON = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
ENVIRONMENT = {**os.environ, "COLUMNS": "100", "PATH": BESIDE_PYTHON}
CUT = "…"
"""The last line of an output that is shown in part."""


def output(command: str) -> list[str]:
    """Return the lines that a shell command prints, standard error if it prints nothing else."""
    done = subprocess.run(
        command, shell=True, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return [line.rstrip() for line in (done.stdout or done.stderr).rstrip("\n").split("\n")]


def shown(command: str, lines: int | None = None) -> str:
    """Return a block with a command and its output, only the first ``lines`` of it where it is longer."""
    printed = output(command)
    if lines is not None and len(printed) > lines:
        printed = [*printed[:lines], CUT]
    return "\n".join(["```console", f"$ {command}", *printed, "```"])


def accuracy(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of what was measured: each row is what is counted, and the metric of each column.

    Figures are those of ``tests/floors.toml``, rounded down.
    """
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["floors"]
    table = [head, ["---"] + ["---:"] * (len(head) - 1)]
    table += [
        [words, *(f"{int(floors[metric] * 100 + 1e-9)} %" for metric in metrics)] for words, *metrics in rows
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)
