"""The lists of words that the rules of figures read by: ``data/predicates.txt``."""

from __future__ import annotations

from functools import cache

from newsan.tables import listed


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the word lists of ``data/predicates.txt`` by name."""
    lists: dict[str, list[str]] = {}
    for line in listed("predicates.txt"):
        if line.startswith("["):
            words = lists[line.strip("[]")] = []
        else:
            words += line.split()
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def words_of(*names: str) -> frozenset[str]:
    """Return the words of several lists together."""
    return frozenset().union(*(word_lists()[name] for name in names))
