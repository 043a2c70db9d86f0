"""How sure a repair is: the share of repairs with as much evidence that were right on pages whose truth is known.

The shares are means of two counts: on 600 pages drawn by ``tests/reading/damage.py``, which break more than most, and
on annotated pages.
"""

from __future__ import annotations

from typing import Final

Shares = tuple[tuple[float, float], ...]
"""From which evidence on, and the share that was right; the last row holds for any less."""

NEXT: Shares = ((9.0, 0.96), (3.6, 0.92), (-2.0, 0.75), (float("-inf"), 0.6))
"""A sentence that goes on right below, by the bits that speak for it: it may as well have lost its rest."""
FURTHER: Shares = ((6.0, 0.96), (float("-inf"), 0.87))
"""A sentence that goes on below something else, by the bits that speak for it."""
MOVED: Shares = ((1.0, 0.93), (0.5, 0.77), (float("-inf"), 0.69))
"""A passage printed inside another article, by how well it reads on."""
PRINTED: Final = 0.99
"""A passage that jump lines lead to."""
HOUSED: Final = 0.9
"""A passage without a headline, by its words alone."""


def confidence(shares: Shares, evidence: float) -> float:
    """Return the share of repairs with this evidence that were right.

    >>> confidence(NEXT, 12.0), confidence(NEXT, -5.0)
    (0.96, 0.6)
    """
    return next(share for least, share in shares if evidence >= least)
