"""Build the table of traditional characters and their simplified forms, one character to one.

    python tools/build_traditional.py TSCharacters.txt newsan/data

TSCharacters.txt is of OpenCC (Apache-2.0). Where a character has several simplified forms the first, most usual one is taken.
乾 stays, which is 乾 in names (乾安, 乾县) and 干 elsewhere.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(source: Path, data: Path) -> None:
    """Write ``traditional.tsv`` into the folder ``data``."""
    pairs = [line.split("\t") for line in source.read_text("utf-8").splitlines() if "\t" in line]
    lines = sorted(
        f"{old}\t{new.split()[0]}\n"
        for old, new in pairs
        if len(old) == len(new.split()[0]) == 1 and max(old, new) < "\uffff" and old != "乾"
    )
    (data / "traditional.tsv").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
