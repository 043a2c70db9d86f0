"""万 for 亿 and a digit too many: whether a figure would be right ten, a thousand or ten thousand times over."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsan.checks.intervals import Interval

# fmt: off
SLIPS: Final = (
    # power  what may have been misprinted
    (4,      "疑为“万”“亿”之误"),
    (8,      "疑漏“亿”"),
    (1,      "疑差一位数"),
    (2,      "疑差两位数"),
    (3,      "疑差三位数"),
)
# fmt: on
CLOSE: Final = Decimal("0.05")
"""How near to a power of ten two values have to be, as a share of either, for it to be no chance."""


def slip(printed: Interval, computed: Interval) -> str | None:
    """Return how a figure seems to have been misprinted, where a power of ten makes it right; else ``None``.

    >>> slip(Interval(Decimal(120000), Decimal(120000)), Interval(Decimal(1200000000), Decimal(1200000000)))
    '疑为“万”“亿”之误'
    """
    if not printed.positive() or not computed.positive():
        return None
    for power, words in SLIPS:
        for factor in (Decimal(1).scaleb(power), Decimal(1).scaleb(-power)):
            moved = printed.times(factor)
            narrow = moved.high <= moved.low * (1 + CLOSE) and computed.high <= computed.low * (1 + CLOSE)
            if narrow and not moved.apart(computed):
                return words
    return None
