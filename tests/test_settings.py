"""A settings file gives options their values; the environment and the command line overrule it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from newsan.cli.app import app
from newsan.cli.settings import find_settings, options_of, read_settings
from newsan.cli.shell import run
from newsan.errors import BadOption

COMMANDS: Any = typer.main.get_command(app)
OPTIONS = options_of(COMMANDS.commands)
PAGE = "全市粮食喜获丰收\n\n本报讯（记者 林一）昨日，全市粮食总产达12万公斤，同比增长5.2%。\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "newsan.toml"
    path.write_text(text, "utf-8")
    return path


def found(folder: Path, text: str, *arguments: str, **environment: str) -> Any:
    written(folder, text)
    folder.joinpath("page.txt").write_text(PAGE, "utf-8")
    result = CliRunner(env=environment).invoke(app, [*arguments, "page.txt"], catch_exceptions=False)
    return json.loads(result.stdout)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_file_above_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = written(tmp_path, "")
    assert find_settings(inner) == outer
    nearer = written(inner.parent, "")
    assert find_settings(inner) == nearer


def test_a_table_holds_for_its_command_alone(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'home = "呼和浩特"\nuserdict = "words.txt"\n[facts]\nlimit = 5\ndate = 2025-12-18\nrejected = true\n',
    )
    values = read_settings(path, OPTIONS)
    assert values["places"] == {"home": "呼和浩特", "userdict": [str(tmp_path / "words.txt")]}
    assert values["facts"] == values["places"] | {"limit": "5", "date": "2025-12-18", "rejected": True}
    assert values["segment"] == {"userdict": [str(tmp_path / "words.txt")]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hme = 1", "did you mean home?"),
        ("[facts]\nrejcted = true", "did you mean rejected?"),
        ("[figures]\nlimit = 1", "figures is no command"),
        ("[fact]\nlimit = 1", "fact is no command of newsan; did you mean facts?"),
        ('output = "a.csv"', "output is no option"),
        ("home = \n", "line 1"),
        ("limit = [1, 2]", "limit takes one value"),
        ("[facts.limit]\na = 1", "limit takes one value"),
    ],
)
def test_a_file_that_makes_no_sense_says_where(tmp_path: Path, text: str, says: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(BadOption) as error:
        read_settings(path, OPTIONS)
    assert str(error.value).startswith(f"{path}: ")
    assert says in str(error.value)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = written(tmp_path, '\ufeffhome = "呼和浩特"\r\n')
    assert read_settings(path, OPTIONS)["places"] == {"home": "呼和浩特"}


def test_bytes_that_are_no_text_say_where(tmp_path: Path) -> None:
    path = tmp_path / "newsan.toml"
    path.write_bytes(b"home = '\xff'")
    with pytest.raises(BadOption, match=r"newsan\.toml: not UTF-8"):
        read_settings(path, OPTIONS)


def test_the_command_line_overrules_the_environment_and_that_the_file(folder: Path) -> None:
    text = 'format = "json"\ndate = "2025-12-18"\n'
    (edition,) = found(folder, text, "facts")
    assert edition["date"] == "2025-12-18"
    (edition,) = found(folder, text, "facts", NEWSAN_DATE="2024-01-02")
    assert edition["date"] == "2024-01-02"
    (edition,) = found(folder, text, "facts", "--date", "2023-01-02", NEWSAN_DATE="2024-01-02")
    assert edition["date"] == "2023-01-02"


def test_user_words_are_read_beside_the_file(folder: Path) -> None:
    folder.joinpath("words.txt").write_text("粮食总产 10 n\n", "utf-8")
    (edition,) = found(folder, 'userdict = "words.txt"\n', "segment", "-f", "json")
    assert "粮食总产" in [token["text"] for article in edition["articles"] for token in article["tokens"]]


def test_a_bad_value_says_which_file_it_is_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(folder, 'limit = "many"\n')
    with pytest.raises(SystemExit) as end:
        run(["facts", "page.txt"])
    assert end.value.code == 2
    assert f"(from {path})" in capsys.readouterr().err
