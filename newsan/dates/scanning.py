"""Text -> the matches of the rules, in reading order."""

from __future__ import annotations

import re
from functools import cache

from newsan.dates.forms import Rule, rules


@cache
def rules_by_sign() -> dict[str, tuple[int, ...]]:
    """Return for every sign the indexes of the rules that wait for it."""
    waiting: dict[str, tuple[int, ...]] = {}
    for index, rule in enumerate(rules()):
        for sign in rule.signs.split():
            waiting[sign] = (*waiting.get(sign, ()), index)
    return waiting


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern, compiled when a text first prints one of its signs."""
    return re.compile(pattern)


class Scan:
    """A text being scanned: every rule it prints a sign of, with the next match of each."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is searched before the first match is asked for."""
        self._text = text
        found = {index for sign, indexes in rules_by_sign().items() if sign in text for index in indexes}
        self._ahead: dict[int, re.Match[str] | None] = dict.fromkeys(sorted(found))

    def next(self, position: int) -> tuple[Rule, re.Match[str]] | None:
        """Return the first match at or after a position; where several rules match there, the one tried first.

        Positions may only grow: each rule is searched again once the text has passed its last match.
        """
        first: re.Match[str] | None = None
        rule = -1
        for index, known in list(self._ahead.items()):
            match = known
            if match is None or match.start() < position:
                match = compiled(rules()[index].pattern).search(self._text, position)
                if match is None:
                    del self._ahead[index]
                    continue
                self._ahead[index] = match
            if first is None or match.start() < first.start():
                first, rule = match, index
        return None if first is None else (rules()[rule], first)
