"""Write the days off of each public holiday: newsan/data/holidays.tsv.

    pip install chinesecalendar
    python tools/build_holidays.py

Source: chinesecalendar 1.11 (MIT, © Lirian Su), which holds the State Council's notices of holidays since 2004. Days off
that follow each other are one holiday, as the notices tell of 国庆节、中秋节 in 2025.
"""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from pathlib import Path

from chinese_calendar.constants import holidays  # type: ignore[import-untyped]

TABLE = Path(__file__).parent.parent / "newsan" / "data" / "holidays.tsv"
HEADING = """\
# The days off of public holidays, first and last, as the State Council arranged them: 国庆节, 2025, is 1 to 8 October.
# A holiday is the row that holds the day of its feast; of years without rows nothing is known.
#
# first	last
"""


def main() -> None:
    """Write the table."""
    days = sorted(holidays)
    stretches = (
        [day for _, day in stretch]
        for _, stretch in groupby(enumerate(days), lambda item: item[1] - dt.timedelta(days=item[0]))
    )
    rows = "".join(f"{stretch[0]}\t{stretch[-1]}\n" for stretch in stretches)
    TABLE.write_text(HEADING + rows, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
