"""Write the slots of the large tables, which tell where the rows of a key begin: newsan/data/*.slots.

    python tools/build_slots.py

Run it whenever one of the tables has changed; it needs nothing else. A table whose size is not the one its slots were
written for is searched without them, only more slowly.
"""

from __future__ import annotations

from newsan.tables import DATA, SLOTS_SUFFIX, pack_slots

OPENINGS = {
    "countries.tsv": 2,
    "division_names.tsv": 2,
    "division_points.tsv": 0,
    "divisions.tsv": 0,
    "keyword_phrases.tsv": 0,
    "keyword_words.tsv": 0,
    "successions.tsv": 0,
    "townships.tsv": 0,
    "world_cities.tsv": 0,
}
"""The tables, and with how many of the first characters of their lines they are searched too, not by a whole column alone."""


def main() -> None:
    """Write the slots of every table."""
    for table, opening in OPENINGS.items():
        path = DATA / table
        path.with_suffix(SLOTS_SUFFIX).write_bytes(pack_slots(path.read_bytes(), opening))


if __name__ == "__main__":
    main()
