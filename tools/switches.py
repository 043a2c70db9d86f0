"""The switches of the rules: everything in their source that can be turned off by itself, found by walking the syntax tree.

``if``, ``or``, ``and``, ``for-if``
    A condition. Off, a branch is never taken, an alternative never holds, and a guard never stops anything.
``entry``, ``row``
    A string of a collection of strings, and a rule of a collection of rules.
``alternative``, ``not-alternative``
    One side of a ``|`` in a pattern; the latter in a negative lookaround.
``word``
    A word of a list in ``newsan/data``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import regex

ROOMS = ("quantities", "facts", "dates", "places", "checks", "reading")
WORD_LISTS = (
    "complements.txt",
    "idioms.txt",
    "place_common_words.txt",
    "place_silence.txt",
    "predicates.txt",
)
PACKAGE = Path(__file__).resolve().parent.parent / "newsan"
HOLES = "[\ue000-\uf8ff]"
"""Characters that stand for what is inserted in a pattern (``{NUMBER}``) while it is taken apart."""
GROUP_BEGINS = r"\((?:\?(?:P?<\w+>|<?[=!]|[:>|]|\w+\)?))?"
NOTHING = "(?!)"


class Switch(NamedTuple):
    """One thing that can be turned off; ``number`` counts the switches of its module or list."""

    module: str
    number: int
    line: int
    kind: str
    text: str


class Switches(ast.NodeTransformer):
    """Finds the switches of a module, and turns some off or, with ``count_from``, makes each count when it matters."""

    def __init__(self, module: str, off: Collection[int] = (), count_from: int | None = None) -> None:
        """Take the numbers of the switches to turn off, and the number that the module's first counts under."""
        self.found: list[Switch] = []
        self._module, self._off, self._count_from = module, off, count_from
        self._in_function = False

    def _switch(self, node: ast.AST, kind: str, text: str) -> tuple[bool, int]:
        """Register a switch; return whether it is off, and its number."""
        number = len(self.found)
        line = getattr(node, "lineno", 0)
        self.found.append(Switch(self._module, number, line, kind, " ".join(text.split())))
        return number in self._off, number

    def _condition(self, node: ast.expr, kind: str, *, off: bool | None) -> ast.expr:
        """Return a condition that counts when it is not what ``off`` is, or, turned off, is always that."""
        turned_off, number = self._switch(node, kind, ast.unparse(node))
        inner: ast.expr = self.visit(node)
        if turned_off:
            pair = ast.Tuple([inner, ast.Constant(off)], ast.Load())
            return ast.Subscript(pair, ast.Constant(1), ast.Load())
        if self._count_from is None:
            return inner
        arguments = [ast.Constant(self._count_from + number), inner, ast.Constant(bool(off))]
        return ast.Call(ast.Name("_count_condition", ast.Load()), arguments, [])

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Change the body alone: no annotations, no defaults."""
        outside, self._in_function = self._in_function, True
        node.body = [self.visit(part) for part in node.body]
        self._in_function = outside
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Leave the annotation alone."""
        node.value = node.value and self.visit(node.value)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Leave docstrings alone."""
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST:
        """Switch the branch."""
        if "TYPE_CHECKING" not in ast.unparse(node.test):
            node.test = self._condition(node.test, "if", off=False)
            node.body = [self.visit(part) for part in node.body]
            node.orelse = [self.visit(part) for part in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """Switch the first choice."""
        node.test = self._condition(node.test, "if", off=False)
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Switch every operand."""
        guards = isinstance(node.op, ast.And)
        kind, off = ("and", True) if guards else ("or", None)
        node.values = [self._condition(value, kind, off=off) for value in node.values]
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """Switch the filters."""
        node.iter = self.visit(node.iter)
        node.ifs = [self._condition(test, "for-if", off=True) for test in node.ifs]
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        """Switch the entries of a table whose keys are constants."""
        if all(isinstance(key, ast.Constant) for key in node.keys):
            pairs = zip(node.keys, node.values, strict=True)
            kept = [(key, value) for key, value in pairs if key and not self._gone(key, "entry")]
            node.keys, node.values = [key for key, _ in kept], [self.visit(value) for _, value in kept]
            return node
        return self.generic_visit(node)

    def visit_Set(self, node: ast.Set | ast.Tuple | ast.List) -> ast.AST:
        """Switch the members of a collection of strings; outside functions those of a collection of rules too."""
        words = all(isinstance(each, ast.Constant) and is_word(each.value) for each in node.elts)
        rules = not self._in_function and all(isinstance(each, ast.Call | ast.Tuple) for each in node.elts)
        loaded = isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        if len(node.elts) > 1 and loaded and (words or rules):
            kind = "entry" if words else "row"
            node.elts = [self.visit(each) for each in node.elts if not self._gone(each, kind)]
            return node
        return self.generic_visit(node)

    visit_Tuple = visit_List = visit_Set  # noqa: N815 - the names that ast asks for

    def _gone(self, node: ast.expr, kind: str) -> bool:
        return self._switch(node, kind, ast.unparse(node))[0]

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Switch the alternatives of a pattern."""
        pattern = isinstance(node.value, str) and "|" in node.value
        return self._alternatives(node, [node]) if pattern else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Switch the alternatives of a pattern with others inserted."""
        return self._alternatives(node, node.values)

    def _alternatives(self, node: ast.expr, parts: Sequence[ast.expr]) -> ast.expr:
        """Return a pattern without the alternatives turned off, or with each in a group that is named by its number."""
        inserted = [part for part in parts if isinstance(part, ast.FormattedValue)]
        pieces = (part.value if isinstance(part, ast.Constant) else None for part in parts)
        holes = iter(range(0xE000, 0xE000 + len(inserted)))
        flat = "".join(chr(next(holes)) if piece is None else piece for piece in pieces)
        edits: list[tuple[int, int, str]] = []
        for start, end, negative in alternatives_of(flat):
            shown = regex.sub(
                HOLES, lambda hole: ast.unparse(inserted[ord(hole[0]) - 0xE000].value), flat[start:end]
            )
            off, number = self._switch(node, "not-alternative" if negative else "alternative", shown)
            if off and not any(first < end and start < last for first, last, _ in edits):
                edits.append((start, end, NOTHING))
            elif self._count_from is not None and not negative:
                edits += [(start, start, f"(?P<_{self._count_from + number}_>"), (end, end, ")")]
        # Where one group ends and another begins at one place, the end goes first.
        for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[2] != ")"), reverse=True):
            flat = flat[:start] + new + flat[end:]
        if not inserted:
            return ast.Constant(flat)
        values = [
            inserted[ord(piece) - 0xE000] if regex.fullmatch(HOLES, piece) else ast.Constant(piece)
            for piece in regex.split(f"({HOLES})", flat)
        ]
        return ast.JoinedStr(values)


def is_word(value: object) -> bool:
    """Tell whether a constant is a string and no pattern."""
    return isinstance(value, str) and "|" not in value and "(" not in value


def alternatives_of(pattern: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each alternative of a pattern begins and ends, inner ones first, and whether it must not be there."""
    verbose = "(?x)" in pattern
    groups: list[tuple[int, bool, list[int]]] = [(0, False, [])]
    at = 0
    while at <= len(pattern):
        sign = pattern[at : at + 1]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = pattern.find("]", at + 2 + (pattern[at + 1] == "^"))
        elif sign == "#" and verbose:
            at = pattern.find("\n", at)
        elif sign == "(":
            begin = regex.match(GROUP_BEGINS, pattern, pos=at)[0]
            if not begin.endswith(")"):
                groups.append((at + len(begin), "!" in begin or groups[-1][1], []))
            at += len(begin) - 1
        elif sign == "|":
            groups[-1][2].append(at)
        elif sign in (")", ""):
            start, negative, bars = groups.pop() if sign and len(groups) > 1 else groups[-1]
            edges = pairwise([start - 1, *bars, at])
            yield from ((left + 1, right, negative) for left, right in edges if bars and right > left + 1)
        at += 1


def source_files() -> list[Path]:
    """Return the modules of the rooms."""
    return [path for room in ROOMS for path in sorted((PACKAGE / room).glob("*.py"))]


def module_of(path: Path) -> str:
    """Return the name a module is imported by."""
    return f"newsan.{path.parent.name}" + ("" if path.stem == "__init__" else f".{path.stem}")


def switches_of(path: Path) -> list[Switch]:
    """Return the switches of a module."""
    finder = Switches(module_of(path))
    finder.visit(ast.parse(path.read_text("utf-8")))
    return finder.found


def words_of(name: str) -> list[Switch]:
    """Return the words of a list of ``newsan/data``."""
    lines = enumerate((PACKAGE / "data" / name).read_text("utf-8").splitlines(), 1)
    words = [(line, word) for line, text in lines if text[:1] not in ("#", "[") for word in text.split()]
    return [
        Switch(name, number, line, "word", word) for number, (line, word) in enumerate(words) if word != "|"
    ]


def import_changed(modules: Collection[str], change: Callable[[str], Switches]) -> None:
    """Let some modules be imported as ``change`` makes them from their source."""

    class Loader(SourceFileLoader):
        def get_code(self, fullname: str) -> Any:
            tree = change(fullname).visit(ast.parse(Path(self.path).read_text("utf-8")))
            return compile(ast.fix_missing_locations(tree), self.path, "exec")

    class Finder:
        @staticmethod
        def find_spec(name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
            spec = PathFinder.find_spec(name, path, target) if name in modules else None
            if spec is not None and spec.origin is not None:
                spec.loader = Loader(name, spec.origin)
            return spec

    sys.meta_path.insert(0, Finder)


def turn_off(switches: Sequence[Switch]) -> None:
    """Let modules be imported and lists be read without some switches."""
    modules: dict[str, set[int]] = {}
    for switch in switches:
        modules.setdefault(switch.module, set()).add(switch.number)
    import_changed(modules, lambda name: Switches(name, off=modules[name]))
    gone = {(switch.module, switch.line, switch.text) for switch in switches if switch.kind == "word"}
    plainly = Path.read_text

    def read_text(path: Path, *args: Any, **options: Any) -> str:
        lines = enumerate(plainly(path, *args, **options).splitlines(), 1)
        kept = (
            " ".join(word for word in text.split(" ") if (path.name, line, word) not in gone)
            for line, text in lines
        )
        return "\n".join(kept) + "\n"

    if gone:
        Path.read_text = read_text  # type: ignore[method-assign]
