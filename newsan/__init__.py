"""Read Chinese newspaper pages and find the figures, dates, places and keywords of each article.

Public names are imported on first use. ``import newsan`` and ``newsan --help`` therefore stay fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsan.analysis import (
        analyse,
        check,
        find_contradictions,
        find_dates,
        find_facts,
        find_keywords,
        find_places,
        segment,
    )
    from newsan.errors import BadOption, NewsanError, UnreadableInput, UnwritableOutput
    from newsan.models import Analysis, Article, Date, Edition, Fact, Finding, Keyword, Numeral, Place, Token
    from newsan.numerals import find_numerals
    from newsan.reading import parse_edition, read_edition

__version__ = "0.2.0"

__all__ = [
    "Analysis",
    "Article",
    "BadOption",
    "Date",
    "Edition",
    "Fact",
    "Finding",
    "Keyword",
    "NewsanError",
    "Numeral",
    "Place",
    "Token",
    "UnreadableInput",
    "UnwritableOutput",
    "analyse",
    "check",
    "find_contradictions",
    "find_dates",
    "find_facts",
    "find_keywords",
    "find_numerals",
    "find_places",
    "parse_edition",
    "read_edition",
    "segment",
]

_HOMES = {
    "newsan.analysis": (
        "analyse",
        "check",
        "find_contradictions",
        "find_dates",
        "find_facts",
        "find_keywords",
        "find_places",
        "segment",
    ),
    "newsan.errors": ("BadOption", "NewsanError", "UnreadableInput", "UnwritableOutput"),
    "newsan.models": (
        "Analysis",
        "Article",
        "Date",
        "Edition",
        "Fact",
        "Finding",
        "Keyword",
        "Numeral",
        "Place",
        "Token",
    ),
    "newsan.numerals": ("find_numerals",),
    "newsan.reading": ("parse_edition", "read_edition"),
}


def __getattr__(name: str) -> Any:
    """Import a public name from the module it lives in (PEP 562)."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    msg = f"module 'newsan' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted([*__all__, "__version__"])
