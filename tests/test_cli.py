from __future__ import annotations

import csv
import io
import json
import logging
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import newsan.analysis
import newsan.reading
from newsan import __version__
from newsan.cli.commands import build
from newsan.cli.inputs import expand
from newsan.cli.shell import run
from newsan.errors import UnreadableInput
from newsan.models import Analysis, Edition
from tests.analyses import ANALYSIS

PAGE = "全市粮食喜获丰收\n\n本报讯（记者 林一）今年全市粮食总产达12万公斤，同比增长5.2%。\n"
COMMANDS = ["analyse", "articles", "keywords", "facts", "dates", "places", "check", "segment", "info"]
Run = Callable[..., tuple[int, str, str]]


class Stream(io.TextIOWrapper):
    """A stream of the process that a test reads, or writes in advance."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in this process: its exit status, standard output and standard error."""
    for name in [name for name in os.environ if name.startswith("NEWSAN_")] + ["NO_COLOR", "COLUMNS"]:
        monkeypatch.delenv(name, raising=False)

    def call(
        *arguments: str, stdin: str | None = None, terminal: bool = False, watched: bool = False
    ) -> tuple[int, str, str]:
        streams = Stream(terminal=terminal), Stream(terminal=terminal or watched)
        monkeypatch.setattr(sys, "stdin", Stream((stdin or "").encode(), terminal=stdin is None))
        monkeypatch.setattr(sys, "stdout", streams[0])
        monkeypatch.setattr(sys, "stderr", streams[1])
        with pytest.raises(SystemExit) as ended:
            run(arguments)
        assert isinstance(ended.value.code, int)
        return ended.value.code, streams[0].text(), streams[1].text()

    return call


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every edition be analysed alike, so that these tests are about the command."""

    def analyse(edition: Edition, **_: Any) -> Analysis:
        return replace(ANALYSIS, edition=replace(ANALYSIS.edition, source=edition.source, date=edition.date))

    monkeypatch.setattr(newsan.analysis, "analyse", analyse)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/d.html", ".hidden/e.txt", ".f.txt"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    return tmp_path / "pages"


def unexpected(error: UnreadableInput) -> None:
    raise AssertionError(error)


def sources(output: str) -> list[str]:
    """Return the sources of JSON Lines, each once, in order."""
    return list(dict.fromkeys(Path(json.loads(line)["source"]).name for line in output.splitlines()))


# Inputs


def test_help_stands_for_no_command(command: Run) -> None:
    assert command() == command("--help") == command("-h")
    code, output, errors = command()
    assert (code, errors) == (0, "")
    assert all(name in output for name in COMMANDS)
    assert output.index("Example: newsan analyse") < output.index("Options:")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_without_input_shows_its_help(command: Run, name: str) -> None:
    code, output, errors = command(name)
    assert (code, output) == (2, "")
    assert f"Example: newsan {name}" in errors
    assert errors == command(name, "-h")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name: str) -> None:
    assert f"Example: newsan {name} " in build(name).callback.__doc__


def test_help_lists_every_command(command: Run) -> None:
    listed = command("--help")[1].partition("Commands:")[2]
    assert [line.split()[0] for line in listed.splitlines() if line] == COMMANDS


def test_a_command_that_is_misspelt_is_told(command: Run) -> None:
    assert command("fact", "page.txt") == (
        2,
        "",
        "newsan: no such command 'fact'. Did you mean 'facts'? (see newsan -h)\n",
    )


def test_version(command: Run) -> None:
    assert command("--version") == (0, f"newsan {__version__}\n", "")


@pytest.mark.parametrize("arguments", [("articles",), ("articles", "-")])
def test_standard_input_is_read(command: Run, arguments: tuple[str, ...]) -> None:
    code, output, errors = command(*arguments, "-f", "json", stdin=PAGE)
    assert (code, errors) == (0, "")
    [edition] = json.loads(output)
    assert edition["source"] == "-"
    assert "粮食总产" in edition["articles"][0]["text"]


def test_folders_are_read_in_order_and_hidden_files_left_out(command: Run, pages: Path) -> None:
    assert sources(command("articles", str(pages), "-f", "jsonl")[1]) == ["a.md", "b.txt", "c.TXT"]


def test_patterns_are_for_shells_that_leave_them(pages: Path) -> None:
    assert [Path(path).name for path in expand(str(pages / "*.txt"), unexpected)] == ["b.txt"]
    assert [Path(path).name for path in expand(str(pages / "**" / "*.html"), unexpected)] == ["d.html"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").touch()
    (tmp_path / "a1.txt").touch()
    assert expand(str(tmp_path / "a[1].txt"), unexpected) == [str(tmp_path / "a[1].txt")]


def test_any_file_named_is_read(command: Run, pages: Path) -> None:
    assert sources(command("articles", str(pages / "sub" / "d.html"), "-f", "jsonl")[1]) == ["d.html"]


@pytest.mark.parametrize("name", ["missing.txt", "empty", "no*.txt"])
def test_an_argument_that_names_nothing_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableInput, match=r"; (check|name) "):
        expand(str(tmp_path / name), unexpected)


def test_a_name_no_file_can_have_is_told(command: Run) -> None:
    code, output, errors = command("articles", "long" * 100, "a\0b", stdin=PAGE)
    assert (code, output, errors.count("\n")) == (1, "", 2)


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(
    command: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(folder: str) -> Any:
        if folder.endswith("sub"):
            raise PermissionError(13, "Permission denied", folder)
        return listed(folder)

    listed = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)
    code, output, errors = command("articles", str(pages), "-f", "jsonl")
    assert (code, sources(output)) == (1, ["a.md", "b.txt"])
    assert errors == f"newsan: cannot read the folder {pages / 'sub'}: Permission denied\n"


BAD = {"binary.txt": bytes(range(256)) * 8, "cut.txt": "粮食".encode("utf-16")[:-1]}


@pytest.mark.parametrize("name", [*BAD, "missing.txt"])
def test_one_bad_input_does_not_stop_the_others(command: Run, pages: Path, name: str) -> None:
    path = pages.parent / name
    if name in BAD:
        path.write_bytes(BAD[name])
    code, output, errors = command("articles", str(path), str(pages / "b.txt"), "-f", "jsonl")
    assert code == 1
    assert sources(output) == ["b.txt"]
    assert errors.startswith("newsan: ")
    assert errors.count("\n") == 1
    assert name in errors


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_no_folder(command: Run, name: str) -> None:
    code, output, errors = command("articles", name)
    assert (code, output) == (1, "")
    assert errors.startswith("newsan: the name of an input is empty")


def test_a_name_cannot_break_a_message_or_colour_it(command: Run) -> None:
    assert command("articles", "no\n\x1b[31mfile")[2].startswith("newsan: no file matches no ␛[31mfile;")


def test_an_input_is_never_replaced_by_the_output(command: Run, pages: Path) -> None:
    page = pages / "b.txt"
    for inputs in (str(page), str(pages)):
        code, output, errors = command("articles", inputs, "-o", str(pages / "sub" / ".." / "b.txt"))
        assert (code, output, errors.count("\n")) == (2, "", 1)
        assert page.read_text(encoding="utf-8") == PAGE


def test_a_page_piped_in_is_never_replaced_by_the_output(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with page.open("rb") as piped:
        ended = subprocess.run(
            [*NEWSAN, "articles", "-o", str(page)], stdin=piped, capture_output=True, check=False
        )
    assert (ended.returncode, ended.stdout, ended.stderr.count(b"\n")) == (2, b"", 1)
    assert page.read_text(encoding="utf-8") == PAGE


def test_nothing_is_written_when_every_input_failed(command: Run, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    output.write_text("old", encoding="utf-8")
    code, _, errors = command("articles", str(tmp_path / "missing.txt"), "-o", str(output))
    assert (code, errors.count("\n")) == (1, 1)
    assert output.read_text(encoding="utf-8") == "old"


# fmt: off
EMPTY = [("table", "-\ndate unknown · utf-8 · 0 articles\n"), ("jsonl", ""), ("csv", "source,")]
# fmt: on


@pytest.mark.parametrize(("form", "begins"), EMPTY)
def test_an_empty_file_is_an_edition_without_articles(command: Run, form: str, begins: str) -> None:
    code, output, errors = command("articles", "-f", form, stdin="")
    assert (code, errors) == (0, "")
    assert output.startswith(begins)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_read_and_reported(command: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes((PAGE * 3).encode(encoding))
    [edition] = json.loads(command("articles", str(path), "-f", "json")[1])
    assert "粮食总产" in edition["articles"][0]["text"]
    assert edition["encoding"].partition("-")[0] == encoding.partition("-")[0]


def test_an_encoding_can_be_told(command: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("糧食豐收".encode("big5"))
    [edition] = json.loads(command("articles", str(path), "--encoding", "big5", "-f", "json")[1])
    assert edition["articles"][0]["text"] == "糧食豐收"


# Options

# fmt: off
USAGE = [
    # arguments                           what the message names
    (["articles", "--date", "20251218"],  "2025-12-18"),
    (["articles", "--date", "2025-02-30"], "2025-12-18"),
    (["articles", "--date", "2025-W51-4"], "2025-12-18"),
    (["articles", "--encoding", "klingon"], "gb18030"),
    (["articles", "--encoding", "hex"],   "gb18030"),
    (["articles", "-f", "yaml"],          "jsonl"),
    (["articles", "-o", "out.pdf"],       ".xlsx"),
    (["facts", "--userdict", "no.txt"],   "no.txt"),
    (["facts", "--limit", "-1"],          "--limit"),
    (["facts", "--limit", "ten"],         "whole number"),
    (["facts", "--encoding", ""],         "gb18030"),
    (["facts", "-o"],                     "-o"),
    (["articles", "--colour", "never"],   "--color"),
    (["article"],                         "article"),
]
# fmt: on


@pytest.mark.parametrize(("arguments", "named"), USAGE)
def test_wrong_usage_is_told_before_anything_is_read(command: Run, arguments: list[str], named: str) -> None:
    code, output, errors = command(*arguments, stdin=PAGE)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert errors.startswith("newsan: ")
    assert errors.endswith(" -h)\n")
    assert named in errors


def test_a_wrong_value_from_the_environment_is_told_as_such(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSAN_LIMIT", "ten")
    assert "NEWSAN_LIMIT" in command("facts", stdin=PAGE)[2]


@pytest.mark.parametrize("name", ["places", "articles"])
def test_a_home_city_that_is_none_is_wrong_usage(command: Run, name: str) -> None:
    code, output, errors = command(name, "--home", "莫须有城", "-f", "json", stdin=PAGE)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert "莫须有城" in errors


def test_the_date_is_handed_on(command: Run) -> None:
    [edition] = json.loads(command("articles", "--date", "2025-12-18", "-f", "json", stdin=PAGE)[1])
    assert edition["date"] == "2025-12-18"


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize("name", ["keywords", "facts", "dates", "places"])
def test_a_command_prints_its_part(command: Run, name: str) -> None:
    code, output, errors = command(name, "-f", "json", stdin=PAGE)
    assert (code, errors) == (0, "")
    assert list(json.loads(output)[0]["articles"][0]) == ["id", "title", name]


@pytest.mark.usefixtures("found")
def test_analyse_prints_all_parts_in_one_stream(command: Run) -> None:
    output = command("analyse", "-f", "csv", stdin=PAGE)[1]
    records = [row["record"] for row in csv.DictReader(io.StringIO(output))]
    assert records == ["keyword"] * 2 + ["fact"] * 3 + ["date", "place"]


@pytest.mark.usefixtures("found")
def test_rejected_numerals_come_with_their_reason(command: Run) -> None:
    [row] = command("facts", "--rejected", "-f", "jsonl", stdin=PAGE)[1].splitlines()
    assert (json.loads(row)["quote"], json.loads(row)["reason"]) == ("十全十美", "idiom")


@pytest.mark.usefixtures("found")
def test_kind_and_limit_choose_records(command: Run) -> None:
    def kinds(*arguments: str) -> list[str]:
        output = command("facts", "-f", "jsonl", *arguments, stdin=PAGE)[1]
        return [json.loads(line)["kind"] for line in output.splitlines()]

    assert kinds() == ["mass", "percent", "count"]
    assert kinds("--kind", "count") == ["count"]
    assert kinds("--kind", "count", "--kind", "mass") == ["mass", "count"]
    assert kinds("--limit", "1") == ["mass"]
    assert kinds("--limit", "0") == []


def test_kind_chooses_articles(command: Run) -> None:
    everything = command("articles", "-f", "jsonl", stdin=PAGE)[1]
    kind = json.loads(everything)["kind"]
    other = "photo" if kind == "notice" else "notice"
    assert command("articles", "--kind", kind, "--kind", other, "-f", "jsonl", stdin=PAGE)[1] == everything
    assert command("articles", "--kind", other, "-f", "jsonl", stdin=PAGE)[1] == ""


@pytest.mark.usefixtures("found")
def test_a_misspelt_kind_is_remarked_upon(command: Run) -> None:
    code, _, errors = command("facts", "--kind", "mony", stdin=PAGE)
    assert (code, errors) == (0, "newsan: no record is of kind mony; there are: count, mass, percent\n")
    assert command("facts", "--kind", "mony", "-q", stdin=PAGE)[2] == ""


@pytest.mark.usefixtures("found")
def test_the_environment_stands_for_options(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEWSAN_FORMAT", "jsonl")
    monkeypatch.setenv("NEWSAN_DATE", "2025-12-18")
    assert json.loads(command("facts", stdin=PAGE)[1].splitlines()[0])["date"] == "2025-12-18"
    assert json.loads(command("facts", "-f", "json", stdin=PAGE)[1])
    path = tmp_path / "out.csv"
    command("facts", "-o", str(path), stdin=PAGE)
    assert path.read_text(encoding="utf-8").startswith("source,")


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize(
    ("name", "begins"), [("a.json", "[\n"), ("a.csv", "source,"), ("a.md", "| source"), ("a.txt", "-\n")]
)
def test_the_suffix_tells_the_format(command: Run, tmp_path: Path, name: str, begins: str) -> None:
    assert command("facts", "-o", str(tmp_path / name), stdin=PAGE) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.usefixtures("found")
def test_a_workbook_goes_to_a_file_and_not_to_a_terminal(command: Run, tmp_path: Path) -> None:
    command("analyse", "-o", str(tmp_path / "a.xlsx"), stdin=PAGE)
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")
    code, output, errors = command("analyse", "-f", "xlsx", stdin=PAGE, terminal=True)
    assert (code, output) == (2, "")
    assert "-o figures.xlsx" in errors


# fmt: off
COLOURS = [
    # arguments             terminal, NO_COLOR, coloured
    ([],                     True,    "",       True),
    ([],                     True,    "1",      False),
    ([],                     False,   "",       False),
    (["--color", "always"],  False,   "1",      True),
    (["--color", "never"],   True,    "",       False),
]
# fmt: on


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize(("arguments", "terminal", "no_color", "coloured"), COLOURS)
def test_colour(
    command: Run,
    monkeypatch: pytest.MonkeyPatch,
    *,
    arguments: list[str],
    terminal: bool,
    no_color: str,
    coloured: bool,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", no_color)
    output = command("facts", *arguments, stdin=PAGE, terminal=terminal)[1]
    assert ("\x1b[" in output) == coloured
    assert "1,200,000,000,000" in output


@pytest.mark.usefixtures("found")
def test_a_file_is_never_coloured(command: Run, tmp_path: Path) -> None:
    command("facts", "-o", str(tmp_path / "a.txt"), stdin=PAGE, terminal=True)
    assert "\x1b[" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_segment_prints_words(command: Run) -> None:
    text = "粮食丰收。"
    assert command("segment", stdin=text)[1] == "粮食 丰收 。\n"
    assert command("segment", "--lines", "--pos", "[!x]*", stdin=text)[1] == "粮食\n丰收\n"
    assert command("segment", "--tags", "--pos", "n", stdin=text)[1] == "粮食/n\n"
    assert [
        json.loads(line)["start"] for line in command("segment", "-f", "jsonl", stdin=text)[1].splitlines()
    ] == [0, 2, 4]


def test_user_words_are_not_cut(command: Run, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("粮食丰收\n", encoding="utf-8")
    assert command("segment", "--userdict", str(words), stdin="粮食丰收。")[1] == "粮食丰收 。\n"


def test_user_words_are_keywords(command: Run, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("晒场\n", encoding="utf-8")
    text = "粮食丰收，晒场忙碌。合作社增购烘干机。"
    found = command("keywords", "--userdict", str(words), "--limit", "1", "-f", "jsonl", stdin=text)[1]
    assert json.loads(found)["text"] == "晒场"


def test_segment_keeps_names_whole_unless_told(command: Run) -> None:
    text = "由李准基饰演。"
    assert command("segment", stdin=text)[1] == "由 李准基 饰演 。\n"
    assert command("segment", "--no-names", stdin=text)[1] == "由 李准 基 饰演 。\n"


def test_info_tells_how_a_page_was_read(command: Run) -> None:
    code, output, errors = command("info", stdin=PAGE)
    assert (code, errors) == (0, "")
    assert "utf-8" in output
    assert "unknown (say it with --date)" in output


@pytest.mark.usefixtures("found")
def test_progress_is_for_a_person_who_waits(
    command: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsan.cli.inputs.MANY", 2)
    monkeypatch.setenv("TERM", "xterm")
    analyse = newsan.analysis.analyse

    def slowly(edition: Edition, **told: Any) -> Analysis:
        time.sleep(0.12)  # longer than the tick of the display
        return analyse(edition, **told)

    monkeypatch.setattr(newsan.analysis, "analyse", slowly)
    output = str(pages.parent / "out.csv")
    assert "Reading" in command("facts", str(pages), watched=True)[2]
    assert "Reading" in command("facts", str(pages), "-o", output, terminal=True)[2]
    assert "Reading" not in command("facts", str(pages), terminal=True)[2]
    assert command("facts", str(pages), "-q", watched=True)[2] == ""


@pytest.mark.usefixtures("found")
def test_the_building_of_a_store_is_told_to_a_person_who_waits(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse = newsan.analysis.analyse
    logger = logging.getLogger("newsan")

    def building(edition: Edition, **told: Any) -> Analysis:
        logger.info("building the lexicon")
        return analyse(edition, **told)

    monkeypatch.setattr(newsan.analysis, "analyse", building)
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "level", logging.WARNING)
    assert command("facts", stdin=PAGE)[2] == ""
    assert command("facts", "-q", stdin=PAGE, watched=True)[2] == ""
    assert command("facts", stdin=PAGE, watched=True)[2] == "newsan: building the lexicon\n"


# The process, as the shell sees it

NEWSAN = [sys.executable, "-m", "newsan"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and locales of POSIX")


@pytest.fixture
def long_page(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(PAGE + "全市粮食总产达12万公斤，同比增长5.2%。" * 40_000, encoding="utf-8")
    return path


@POSIX
def test_a_closed_pipe_ends_the_command_in_silence(long_page: Path) -> None:
    with subprocess.Popen(
        [*NEWSAN, "articles", str(long_page), "-f", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.wait() == -signal.SIGPIPE
        assert process.stderr.read() == b""


@POSIX
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupt_leaves_no_traceback_and_no_file(long_page: Path, name: str) -> None:
    number = signal.Signals[name]
    output = long_page.parent / "out.csv"
    fifo = long_page.parent / "page.txt"
    os.mkfifo(fifo)
    with subprocess.Popen(
        [*NEWSAN, "articles", str(long_page), str(fifo), "-o", str(output)], stderr=subprocess.PIPE
    ) as process:
        with fifo.open("wb"):  # opens once the command waits here, in the middle of its work
            process.send_signal(number)
            assert process.wait() == 128 + number
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert sorted(path.name for path in long_page.parent.iterdir()) == ["long.txt", "page.txt"]


@POSIX
def test_an_interrupt_while_starting_is_silent() -> None:
    script = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "newsan.cli.shell":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from newsan.__main__ import main
main()
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (-signal.SIGINT, b"")


@POSIX
def test_text_is_utf8_in_any_locale() -> None:
    ended = subprocess.run(
        [*NEWSAN, "articles", "-"],
        input=PAGE.encode(),
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "粮食总产" in ended.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", [("articles",), ("articles", "-h"), ("--version",)])
def test_a_full_disk_is_one_line_and_exit_1(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*NEWSAN, *arguments], input=PAGE.encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"newsan: cannot write standard output: ")
    assert ended.stderr.count(b"\n") == 1


@POSIX
def test_a_folder_is_named_and_not_piped_in(tmp_path: Path) -> None:
    """Python itself refuses to begin, before any line of newsan is read; what it prints is its own."""
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        ended = subprocess.run([*NEWSAN, "articles"], stdin=folder, capture_output=True, check=False)
    finally:
        os.close(folder)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"is a directory" in ended.stderr


@POSIX
def test_a_pipe_among_the_files_of_a_folder_is_not_waited_for(command: Run, pages: Path) -> None:
    os.mkfifo(pages / "pipe.txt")
    (pages / "nowhere.txt").symlink_to(pages / "gone")
    code, output, errors = command("articles", str(pages), "-f", "jsonl")
    assert (code, sources(output)) == (1, ["a.md", "b.txt", "c.TXT"])
    assert errors == f"newsan: cannot read {pages / 'nowhere.txt'}: No such file or directory\n"


@POSIX
def test_a_folder_that_is_gone_is_worked_in(tmp_path: Path) -> None:
    script = "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone'); from newsan.__main__ import main; sys.argv = ['newsan', 'articles', '-']; main()"
    # Like the installed command, -P looks for no modules in the working folder; Python 3.13.0 fails where it does.
    ended = subprocess.run(
        [sys.executable, "-P", "-c", script],
        input=PAGE.encode(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_page_too_large_for_the_memory_is_one_line_and_exit_1(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(newsan.reading, "read_edition", full)
    code, output, errors = command("articles", stdin=PAGE)
    assert (code, output) == (1, "")
    assert errors == "newsan: out of memory; give smaller files, or fewer at once\n"


def test_help_loads_nothing_it_does_not_need() -> None:
    script = "import sys; from newsan.cli.shell import run\ntry: run(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8")
    loaded = set(ended.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint(
        {"rich", "jieba", "regex", "msgspec", "decimal", "newsan.models", "newsan.analysis"}
    )


def test_the_whole_way_from_a_page_to_figures() -> None:
    ended = subprocess.run(
        [*NEWSAN, "facts", "-f", "jsonl"], input=PAGE.encode(), capture_output=True, check=True
    )
    figures = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [(figure["value"], figure["unit"]) for figure in figures] == [(120000, "公斤"), (5.2, "%")]
    assert ended.stderr == b""


def test_figures_of_a_place(command: Run) -> None:
    page = "海口市新建住房价格上涨2.4%。\n\n兰州市新建住房价格下降1.5%。\n"
    assert command("facts", "-f", "csv", stdin=page)[1].count("\n") == 3
    for name in ("海口", "海口市", "460100", "海南省"):
        code, output, _ = command("facts", "--place", name, "-f", "csv", stdin=page)
        assert (code, output.count("\n"), "2.4" in output) == (0, 2, True)


def test_geojson_is_of_places(command: Run) -> None:
    code, output, _ = command("places", "-f", "geojson", stdin="海口市的椰子熟了。")
    assert code == 0
    assert json.loads(output)["features"][0]["properties"]["adcode"] == "460100"
    code, _, errors = command("facts", "-f", "geojson", stdin="")
    assert code == 2
    assert "newsan places" in errors
