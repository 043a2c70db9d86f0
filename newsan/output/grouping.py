"""Mentions of places -> places: what an article names several times, and in several ways, once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsan.models import Place


def by_place(mentions: Iterable[Place]) -> list[tuple[Place, list[Place]]]:
    """Return each place as first mentioned, with all its mentions, in the order of the first ones.

    Mentions are of one place that have the same name, code and kind; of what has no code, the same name and kind.
    """
    places: dict[tuple[str, str | None, str], list[Place]] = {}
    for mention in mentions:
        places.setdefault((mention.name, mention.adcode, mention.kind), []).append(mention)
    return [(same[0], same) for same in places.values()]
