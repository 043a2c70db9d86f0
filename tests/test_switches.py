"""The tool that turns rules off one by one finds them in the source and changes nothing else."""

import ast
import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "tools"))
switches = import_module("switches")

SOURCE = """
WORDS = frozenset({"涨", "跌"})
PATTERN = f"(?:{WORD}|上[升|涨]|(?!不|未))"
def reads(text):
    if text in WORDS and len(text) == 1:
        return True
    return [word for word in text if word.isalpha()]
"""


def changed(*off: int) -> str:
    """Return the source with switches off."""
    return ast.unparse(switches.Switches("module", off=off).visit(ast.parse(SOURCE)))


def test_finds_every_switch() -> None:
    finder = switches.Switches("module")
    finder.visit(ast.parse(SOURCE))
    assert [(switch.kind, switch.text) for switch in finder.found] == [
        ("entry", "'涨'"),
        ("entry", "'跌'"),
        ("not-alternative", "不"),
        ("not-alternative", "未"),
        ("alternative", "WORD"),
        ("alternative", "上[升|涨]"),
        ("alternative", "(?!不|未)"),
        ("if", "text in WORDS and len(text) == 1"),
        ("and", "text in WORDS"),
        ("and", "len(text) == 1"),
        ("for-if", "word.isalpha()"),
    ]


def test_changes_nothing_with_all_switches_on() -> None:
    assert changed() == ast.unparse(ast.parse(SOURCE))


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        (0, "WORDS = frozenset({'跌'})"),
        (4, "f'(?:(?!)|上[升|涨]|(?!不|未))'"),
        (7, "if (text in WORDS and len(text) == 1, False)[1]:"),
        (9, "if text in WORDS and (len(text) == 1, True)[1]:"),
    ],
)
def test_turns_one_off(off: int, expected: str) -> None:
    assert expected in changed(off)


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        ("a|b", ["a", "b"]),
        ("(?P<n>a|bc)d", ["a", "bc"]),
        (r"\(a|[|]", [r"\(a", "[|]"]),
        ("a(?:b|c)|d", ["b", "c", "a(?:b|c)", "d"]),
        ("(?x)(?:a # b|c\n|d)", ["a # b|c\n", "d"]),
        ("ab", []),
    ],
)
def test_alternatives(pattern: str, alternatives: list[str]) -> None:
    assert [pattern[start:end] for start, end, _ in switches.alternatives_of(pattern)] == alternatives
