"""万 for 亿 and a digit too many: whether a figure would be right ten, a thousand or ten thousand times over."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsan.checks.intervals import Interval

# fmt: off
SLIPS: Final = (
    # power  width              what may have been misprinted
    (4,      Decimal("1.5"),    "疑为“万”“亿”之误"),
    (8,      Decimal("1.5"),    "疑漏“亿”"),
    (1,      Decimal("1.05"),   "疑差一位数"),
    (2,      Decimal("1.05"),   "疑差两位数"),
    (3,      Decimal("1.05"),   "疑差三位数"),
)
# fmt: on
"""Powers of ten; and how much wider than a point a figure may be for it to be no chance that the power fits."""


def slip(printed: Interval, computed: Interval) -> str | None:
    """Return how a figure seems to have been misprinted, where a power of ten makes it right; else ``None``.

    >>> slip(Interval(Decimal(120000), Decimal(120000)), Interval(Decimal(1200000000), Decimal(1200000000)))
    '疑为“万”“亿”之误'
    """
    if not printed.positive() or not computed.positive():
        return None
    for power, width, words in SLIPS:
        for factor in (Decimal(1).scaleb(power), Decimal(1).scaleb(-power)):
            moved = printed.times(factor)
            narrow = moved.high <= moved.low * width and computed.high <= computed.low * width
            if narrow and not moved.apart(computed):
                return words
    return None
