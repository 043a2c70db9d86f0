"""The documents tell the truth: every command, option and field is in them, and what they show is what newsan prints."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
import typer.main

import newsan
from newsan.cli.app import app

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
DOCUMENTS = (
    *READMES,
    ROOT / "CHANGELOG.md",
    ROOT / "newsan/data/SOURCES.md",
    *sorted((ROOT / "docs").glob("*.md")),
)
TEXT = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in DOCUMENTS}
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
BESIDE_PYTHON = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
BRING_UP_TO_DATE = "to bring the documents up to date: cog -r README.md README.zh-CN.md docs/*.md"
SHELL = pytest.mark.skipif(os.name == "nt", reason="the examples are for a Unix shell")


def blocks(name: str, language: str) -> list[str]:
    """Return the code blocks of a document in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT[name], re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a line of shell as a reader would, with newsan on the path."""
    if "| jq " in command and shutil.which("jq") is None:
        pytest.skip("needs jq")
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": BESIDE_PYTHON, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


# What is shown is what is printed.

SHOWN = dict.fromkeys(block for name in TEXT for block in blocks(name, "console"))
RECIPES = dict.fromkeys(
    line
    for name in TEXT
    for block in blocks(name, "sh")
    for line in block.splitlines()
    if line.startswith("newsan ") and " samples" in line
)


@SHELL
@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.split("\n")[0])
def test_console(block: str) -> None:
    command, *shown = block.splitlines()
    assert command.startswith("$ ")
    done = run(command[2:])
    printed = [line.rstrip() for line in (done.stdout or done.stderr).rstrip("\n").split("\n")]
    if shown[-1] == "…":
        shown.pop()
        printed = printed[: len(shown)]
    assert printed == shown, BRING_UP_TO_DATE


@SHELL
@pytest.mark.parametrize("recipe", RECIPES)
def test_recipes(recipe: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    done = run(recipe, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", [name for name in TEXT if blocks(name, "python")])
def test_python(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks(name, "python")), {}, name, name, 0)
    assert examples.examples
    options = doctest.IGNORE_EXCEPTION_DETAIL
    assert doctest.DocTestRunner(verbose=False, optionflags=options).run(examples).failed == 0


@pytest.mark.parametrize(
    ("kind", "example"), re.findall(r"^\| `(\w+)` \| .* \| (.+) \|$", TEXT["docs/checks.md"], re.MULTILINE)
)
def test_examples_of_checks(kind: str, example: str) -> None:
    assert kind in {finding.kind for finding in newsan.find_contradictions(example, date="2025-12-18")}


def table(heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading of ``docs/fields.md``."""
    [body] = re.findall(rf"^### {heading}\n(.*?)(?=^##)", TEXT["docs/fields.md"], re.MULTILINE | re.DOTALL)
    lines = [line for line in body.splitlines() if line.startswith("|")]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("modifier", "words", "low", "high", "example"), table("Bounds"))
def test_examples_of_bounds(modifier: str, words: str, low: str, high: str, example: str) -> None:
    [fact] = newsan.find_facts(example)
    bounds = {"null": None, "the value": fact.value, "the lower end": 300, "the upper end": 500}
    assert (fact.modifier or "null", fact.low, fact.high) == (modifier, bounds[low], bounds[high])
    assert any(word in example for word in words.split(", ")) or words == "none"


@pytest.mark.parametrize(("kind", "_", "base", "example"), table("Kinds of figures"))
def test_examples_of_kinds(kind: str, _: str, base: str, example: str) -> None:
    [fact] = newsan.find_facts(example)
    assert fact.kind == kind
    assert base.partition("`")[0] == (fact.si.unit if fact.si else "")


def test_accuracy() -> None:
    pytest.importorskip("cogapp")
    done = run("cog --check docs/accuracy.md")
    assert done.returncode == 0, BRING_UP_TO_DATE


# Nothing is left out.


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option(command: str) -> None:
    assert all(f"`newsan {command}`" in path.read_text("utf-8") for path in READMES)
    [told] = [
        block
        for block in blocks("docs/commands.md", "console")
        if block.startswith(f"$ newsan {command} --help")
    ]
    for parameter in COMMANDS[command].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            assert not option.startswith("-") or option in told
        assert parameter.envvar is None or f"`{parameter.envvar}`" in TEXT["docs/commands.md"]


@pytest.mark.parametrize("name", newsan.__all__)
def test_every_public_name(name: str) -> None:
    assert re.search(rf"`(newsan\.)?{name}[`(]", TEXT["docs/python.md"])


@pytest.mark.parametrize(
    ("name", "told"), re.findall(r"^\| `(\w+)\((.+?)\)`", TEXT["docs/python.md"], re.MULTILINE)
)
def test_every_parameter_exists(name: str, told: str) -> None:
    parameters = signature(getattr(newsan, name)).parameters
    assert {parameter.partition("=")[0] for parameter in told.split(", ")} <= parameters.keys()


JSON_TYPES = {
    "text": str, "number": (int, float), "integer": int, "true or false": bool, "object": dict, "null": type(None),
}  # fmt: skip


def told_fields(section: str) -> dict[str, str]:
    """Return the fields that the first table of a section of ``docs/fields.md`` tells of, each with its type."""
    [body] = re.findall(rf"^## {section}\n(.*?)(?=^##|\Z)", TEXT["docs/fields.md"], re.MULTILINE | re.DOTALL)
    return dict(re.findall(r"^\| `([\w.]+)` \| ([^|]+?) \|", body, re.MULTILINE))


def is_of(value: Any, told: str) -> bool:
    """Tell whether a value is of a type as the documents name it: ``number, text or null``, ``list of text``."""
    if told.startswith("list of"):
        return isinstance(value, list)
    return any(
        isinstance(value, JSON_TYPES[name]) and (name == "true or false" or not isinstance(value, bool))  # type: ignore[arg-type]
        for name in re.split(r", | or (?!false)", told)
    )


def flat(record: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record; those of an object in it have the name of both."""
    for name, value in record.items():
        yield prefix + name, value
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")


@pytest.fixture(scope="module")
def printed() -> dict[str, list[dict[str, Any]]]:
    """Return all records of the samples that a document describes, by the heading of its section."""

    def editions(*command: str) -> list[dict[str, Any]]:
        texts = sorted(map(str, (ROOT / "samples").rglob("*.txt")))
        python = [sys.executable, "-m", "newsan", *command, "--format", "json", *texts]
        loaded: list[dict[str, Any]] = json.loads(
            subprocess.run(python, capture_output=True, check=True).stdout
        )
        return loaded

    whole = editions("analyse")
    articles = [article for edition in whole for article in edition["articles"]]

    def of(part: str, *command: str) -> list[dict[str, Any]]:
        found = (
            [article for edition in editions(*command) for article in edition["articles"]]
            if command
            else articles
        )
        return [record for article in found for record in article[part]]

    return {
        "Edition": whole,
        "Article": articles,
        "Figures": of("facts"),
        "Dates": [*of("dates"), *of("pointers")],
        "Places": of("places"),
        "Keywords": of("keywords"),
        "Topics": [topic for edition in whole for topic in edition["topics"]],
        "Findings": of("findings", "check"),
        "Rejected numbers": of("rejected", "facts", "--rejected"),
        "Words": of("tokens", "segment"),
        "Notes": [note for edition in whole for note in edition["notes"]],
        "Info": editions("info"),
    }


@pytest.mark.parametrize(
    "section",
    ["Edition", "Article", "Figures", "Dates", "Places", "Keywords", "Topics", "Findings", "Rejected numbers", "Words",
     "Notes", "Info"],
)  # fmt: skip
def test_every_field(section: str, printed: dict[str, list[dict[str, Any]]]) -> None:
    told = told_fields(section)
    if section in ("Figures", "Dates", "Places", "Findings", "Rejected numbers"):
        told |= told_fields("Position")
    if section == "Info":
        told |= {name: kind for name, kind in told_fields("Edition").items() if name != "topics"} | told
    records = printed[section]
    assert {name for record in records for name, _ in flat(record)} == told.keys()
    wrong = [
        (name, value) for record in records for name, value in flat(record) if not is_of(value, told[name])
    ]
    assert wrong == []


# Links lead somewhere.


def anchors(text: str) -> set[str]:
    """Return the anchors of the headings of a document, as GitHub makes them."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", TEXT)
def test_links(name: str) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", TEXT[name]):
        target, _, anchor = link.partition("#")
        path = (ROOT / name).parent / target if target else ROOT / name
        assert target.startswith("https://") or path.exists(), link
        if anchor:
            assert anchor in anchors(path.read_text("utf-8")), link


# The two READMEs.


def test_readmes_are_short_and_agree() -> None:
    english, chinese = (path.read_text("utf-8") for path in READMES)
    assert max(english.count("\n"), chinese.count("\n")) <= 250
    assert "](README.zh-CN.md)" in english
    assert "](README.md)" in chinese
    for language in ("sh", "console", "python"):
        assert blocks("README.md", language) == blocks("README.zh-CN.md", language)
    scores = re.compile(r"\d+ % \|.*")
    assert scores.findall(english) == scores.findall(chinese)
