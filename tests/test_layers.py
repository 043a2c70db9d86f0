"""The house of docs/changing.md: imports go one way, in no circle, and no module grows too long."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import newsan

HOUSE = Path(newsan.__file__).parent
FLOORS = (
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
"""From the ground up; a room knows the rooms below it. Modules of one floor that stand alone may know one another."""
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
KNOWS_JIEBA = {"segmenting"}
"""The only room that reads jieba's files."""
KNOWS_TERMINALS = {"cli", "output"}
PRIVATE = {"patterns"}
"""The only module that knows how a library is made: what regex pickles."""
LONGEST = 350
MODULES = sorted(HOUSE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(("newsan", *path.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> Iterator[str]:
    """Return what a module imports, at its top, in functions and for types alike."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


NAMES = {name_of(path): path for path in MODULES}


def modules_imported(path: Path) -> set[str]:
    """Return the modules of newsan that a module imports: the name itself, or the module it is taken from."""
    found = set()
    for name in imports(path):
        module = name if name in NAMES else name.rpartition(".")[0]
        if module in NAMES:
            found.add(module)
    return found - {"newsan"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_go_down(path: Path) -> None:
    here = room_of(name_of(path))
    if here in ("", "__main__"):
        return
    for module in modules_imported(path):
        there = room_of(module)
        alone = there != here and {here, there} <= FLOORS[2]
        assert there == here or alone or FLOOR[there] < FLOOR[here], f"{here} imports {module}"
    for name in imports(path):
        top = name.partition(".")[0]
        assert top != "jieba" or here in KNOWS_JIEBA, f"{here} imports jieba"
        assert top not in ("rich", "typer") or here in KNOWS_TERMINALS, f"{here} imports {top}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: modules_imported(path) for name, path in NAMES.items() if name != "newsan"}
    # A package's __init__ hands on what its modules hold.
    graph = {
        name: {other for other in others if not name.startswith(f"{other}.")}
        for name, others in graph.items()
    }
    TopologicalSorter(graph).prepare()


def test_every_room_has_a_floor() -> None:
    assert {room_of(name) for name in NAMES} - {"", "__main__"} == set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_nothing_private_of_a_library_is_known(path: Path) -> None:
    if room_of(name_of(path)) in PRIVATE:
        return
    for name in imports(path):
        parts = name.split(".")
        own = parts[0] in ("newsan", "__future__")
        assert own or not any(part.startswith("_") for part in parts), f"{path} imports {name}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            assert own or node.attr in ("_replace", "_fields"), f"{path} reads {node.attr}"
        if isinstance(node, ast.keyword):
            assert not (node.arg or "").startswith("_"), f"{path} passes {node.arg}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
