"""Text -> what the rules match in it, in reading order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsan.dates.forms import Rule, rules
from newsan.dates.stated import Printed
from newsan.patterns import compiled

if TYPE_CHECKING:
    import regex


@cache
def rules_by_sign() -> dict[str, dict[str, tuple[int, ...]]]:
    """Return the indexes of the rules that wait for each sign, the signs by the character they begin with."""
    waiting: dict[str, dict[str, tuple[int, ...]]] = {}
    for index, rule in enumerate(rules()):
        for sign in rule.signs.split():
            begun = waiting.setdefault(sign[0], {})
            begun[sign] = (*begun.get(sign, ()), index)
    return waiting


def rules_for(text: str) -> list[int]:
    """Return the indexes of the rules of which a text prints a sign, and what else they ask for."""
    table, waiting = rules(), rules_by_sign()
    woken = {
        index
        for character in waiting.keys() & set(text)
        for sign, indexes in waiting[character].items()
        if sign in text
        for index in indexes
    }
    missing = {
        also for also in {table[index].also for index in woken} if also and not compiled(also).search(text)
    }
    return sorted(index for index in woken if table[index].also not in missing)


@cache
def pattern_of(index: int) -> regex.Pattern[str]:
    """Return a rule's pattern, taken from the store when a text first prints one of its signs."""
    return compiled(rules()[index].pattern)


class Scan:
    """A text being scanned: every rule it prints a sign of, with the next match of each."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is searched before the first match is asked for."""
        self._text = text
        self._ahead: dict[int, regex.Match[str] | None] = dict.fromkeys(rules_for(text))
        self._chosen = -1

    def next(self, position: int) -> tuple[Rule, Printed] | None:
        """Return the first match at or after a position; where several rules match there, the one tried first.

        Positions may only grow: each rule is searched again once the text has passed its last match.
        """
        first: regex.Match[str] | None = None
        for index in list(self._ahead):
            match = self._ahead[index]
            if match is None or match.start() < position:
                match = pattern_of(index).search(self._text, position)
                if match is None:
                    del self._ahead[index]
                    continue
                self._ahead[index] = match
            if first is None or match.start() < first.start():
                first, self._chosen = match, index
        return None if first is None else (rules()[self._chosen], self._printed(first))

    def reject(self) -> None:
        """Go on from a match that turned out to mean nothing: another rule may read the same characters."""
        match = self._ahead[self._chosen]
        if match is not None:
            following = pattern_of(self._chosen).search(self._text, match.start() + 1)
            if following is None:
                del self._ahead[self._chosen]
            else:
                self._ahead[self._chosen] = following

    def _printed(self, match: regex.Match[str]) -> Printed:
        """Return a match as the characters that are printed."""
        parts = {name: part for name, part in match.groupdict().items() if part is not None}
        return Printed(self._text, match.start(), match.end(), parts)
