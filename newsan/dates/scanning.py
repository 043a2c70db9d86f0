"""Text -> what the rules match in it, in reading order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsan.dates.forms import FOLDS, Rule, folded, rules
from newsan.dates.stated import Printed
from newsan.patterns import compiled

if TYPE_CHECKING:
    import regex

LONG = "Y"
FOLDED = f"0{LONG}-、"
FREQUENT = f"{FOLDED}年月日天个的上“"
"""Characters that ``folded`` writes, and those that most texts hold."""

Waiting = dict[str, list[tuple[str, int]]]
"""Signs, each with the index of the rule that waits for it, by a character they hold that few texts do."""


@cache
def rules_by_sign() -> tuple[Waiting, Waiting]:
    """Return the rules that wait for signs in folded text, and those that wait for signs in the text as it is."""
    in_folded: Waiting = {}
    as_it_is: Waiting = {}
    for index, rule in enumerate(rules()):
        plain = FOLDS.keys().isdisjoint(rule.signs)
        for sign in rule.signs.split():
            waiting = in_folded if plain or FOLDS.keys().isdisjoint(sign) else as_it_is
            rare = (sign.strip(FREQUENT) or sign.strip(FOLDED) or sign)[0]
            if rare in waiting:
                waiting[rare].append((sign, index))
            else:
                waiting[rare] = [(sign, index)]
    return in_folded, as_it_is


def rules_for(text: str) -> list[int]:
    """Return the indexes of the rules of which a text prints a sign, and what else they ask for."""
    table, printed = rules(), {*text, LONG}
    woken = {
        index
        for waiting, where in zip(rules_by_sign(), (folded(text), text), strict=True)
        for character in waiting.keys() & printed
        for sign, index in waiting[character]
        if sign in where
    }
    return sorted(
        [index for index in woken if not (also := table[index].also) or compiled(also).search(text)]
    )


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
