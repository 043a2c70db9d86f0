"""A command that is told only what to read does what it does when the parser runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsan.cli import direct
from newsan.cli.direct import runs_directly
from newsan.cli.printing import STAGES

SAMPLE = Path(__file__).parent.parent / "samples" / "misprints.txt"
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("NEWSAN_")}


def ended(
    *arguments: str, folder: Path | None = None, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, which says last whether it has imported the parser."""
    script = (
        "import atexit, sys; atexit.register(lambda: print('typer' in sys.modules, file=sys.stderr))\n"
        "from newsan.__main__ import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=folder,
        env=ENVIRONMENT | environment,
    )


@pytest.mark.parametrize("command", STAGES)
def test_the_parser_prints_the_same(command: str) -> None:
    alone, parsed = ended(command, str(SAMPLE)), ended(command, str(SAMPLE), "--color", "auto")
    assert alone.stdout
    assert (alone.returncode, alone.stdout) == (parsed.returncode, parsed.stdout)
    assert (alone.stderr, parsed.stderr) == (b"False\n", b"True\n")


@pytest.mark.parametrize("form", sorted(direct.FORMATS))
def test_a_format_is_heeded_without_the_parser(form: str) -> None:
    alone, parsed = ended("facts", "-f", form, str(SAMPLE)), ended("facts", str(SAMPLE), f"--format={form}")
    assert (alone.returncode, alone.stdout) == (parsed.returncode, parsed.stdout)
    assert (alone.stderr, parsed.stderr) == (b"False\n", b"True\n")
    assert ended("facts", str(SAMPLE), "-f", form).stdout == alone.stdout


def test_a_pipe_is_read_without_the_parser() -> None:
    page = SAMPLE.read_bytes()
    piped, told = ended("facts", stdin=page), ended("facts", "-", stdin=page)
    assert piped.stdout == told.stdout == ended("facts", "--color", "auto", stdin=page).stdout
    assert piped.stderr == told.stderr == b"False\n"


def test_what_fails_fails_alike(tmp_path: Path) -> None:
    missing = str(tmp_path / "no.txt")
    alone, parsed = (
        ended("dates", missing, str(SAMPLE)),
        ended("dates", missing, str(SAMPLE), "--color", "auto"),
    )
    assert alone.returncode == parsed.returncode == 1
    assert alone.stdout == parsed.stdout
    assert alone.stderr.replace(b"False", b"True") == parsed.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-h",),
        ("facts", "-h"),
        ("fact",),
        ("facts", "--", "a.txt"),
        ("facts", "a.txt", "-f"),
        ("facts", "-f", "xlsx", "a.txt"),
        ("facts", "-f", "JSON"),
        ("facts", "-f", "json", "-f", "csv", "a"),
        ("segment", "a.txt"),
    ],
)
def test_all_else_is_parsed(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direct, "is_piped", lambda: True)
    assert not runs_directly(arguments)


def test_options_told_elsewhere_are_heeded(tmp_path: Path) -> None:
    page = str(SAMPLE.resolve())
    plain = ended("facts", page, folder=tmp_path).stdout
    by_environment = ended("facts", page, folder=tmp_path, NEWSAN_FORMAT="json").stdout
    tmp_path.joinpath("newsan.toml").write_text('format = "json"\n', "utf-8")
    by_file = ended("facts", page, folder=tmp_path).stdout
    assert plain != by_environment
    assert by_environment == by_file
