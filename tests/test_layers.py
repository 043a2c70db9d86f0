"""Imports go one way through the house: a room knows the rooms below it, never one beside or above it."""

import ast
from pathlib import Path

import pytest

import newsan

HOUSE = Path(newsan.__file__).parent
STOREYS = (
    {"errors"},
    {"models"},
    {"tables", "stores", "patterns", "traditional", "numerals"},
    {"segmenting", "reading"},
    {"quantities", "keywords", "dates", "places"},
    {"facts"},
    {"checks"},
    {"analysis"},
    {"output"},
    {"cli"},
)
STOREY = {room: level for level, rooms in enumerate(STOREYS) for room in rooms}
KNOWS_JIEBA = {"segmenting"}
"""The only room that may read jieba's files."""
KNOWS_TERMINALS = {"cli", "output"}
GROUND_FLOOR = {"tables", "stores", "patterns", "traditional", "numerals"}
"""The rooms of this floor are tools of one another (a store holds tables)."""


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


MODULES = sorted(path for path in HOUSE.rglob("*.py") if room_of(path) in STOREY)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_go_down(path: Path) -> None:
    here = room_of(path)
    for name in imported(path):
        top, _, rest = name.partition(".")
        if top == "newsan":
            there = rest.split(".")[0]
            if there in STOREY and there != here:
                down = STOREY[there] < STOREY[here] or {here, there} <= GROUND_FLOOR
                assert down, f"{here} imports {there}"
        assert top != "jieba" or here in KNOWS_JIEBA, f"{here} imports jieba"
        assert top not in ("rich", "typer") or here in KNOWS_TERMINALS, f"{here} imports {top}"


def test_every_room_has_a_storey() -> None:
    rooms = {room_of(path) for path in HOUSE.rglob("*.py")} - {"__init__", "__main__"}
    assert rooms == set(STOREY)
