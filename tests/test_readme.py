"""The README tells the truth: its Python runs, its recipes run, and it names every command."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from newsan.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
RECIPES = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if " samples" in line
]


def test_python_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [block] = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    examples = doctest.DocTestParser().get_doctest(block, {"Decimal": None}, "README", "README.md", 0)
    assert examples.examples
    assert doctest.DocTestRunner(verbose=False).run(examples).failed == 0


@pytest.mark.parametrize("command", sorted(typer.main.get_command(app).commands))  # type: ignore[attr-defined]
def test_every_command_is_told_of(command: str) -> None:
    assert f"$ newsan {command} --help" in README


@pytest.mark.skipif(shutil.which("jq") is None, reason="recipes with jq need jq")
@pytest.mark.parametrize("recipe", [recipe for recipe in RECIPES if "jq" in recipe])
def test_recipes_with_jq(recipe: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        recipe, shell=True, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == b""
