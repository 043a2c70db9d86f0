"""``--as-printed``: every command takes it, and nothing of a page is repaired."""

import json
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from newsan.cli.app import app
from newsan.reading import parse_edition
from tests.reading.damage import draw_page

READING = sorted(set(typer.main.get_command(app).commands))  # type: ignore[attr-defined]

BROKEN = "海屿新闻\n\n渔港新堤昨天合\n\n龙，今后可以多停渔船三百六十艘。\n"
WRAPPED = """\
　　　　县少年足球赛落幕
　　5月4日，为期六天的海屿县少年足球
赛落幕，城关一小以3比2战胜渔业小学，
捧回了冠军奖杯。
　　队员们说，这座奖杯要送给看台上喊
哑了嗓子的同学和每天清晨陪练的老师，
明年再来。
"""


@pytest.mark.parametrize("command", READING)
def test_every_command_takes_it(command: str) -> None:
    assert "--as-printed" in CliRunner().invoke(app, [command, "--help"]).output


def test_a_cut_sentence_stays_cut(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(BROKEN, encoding="utf-8")
    whole, cut = (
        json.loads(CliRunner().invoke(app, ["articles", str(page), "-f", "json", *option]).stdout)[0]
        for option in ([], ["--as-printed"])
    )
    assert "昨天合龙，今后" in whole["articles"][0]["text"]
    assert [note["line"] for note in whole["notes"]] == [3]
    assert "昨天合\n龙，今后" in cut["articles"][0]["text"]
    assert cut["notes"] == []


def test_lines_of_a_wrapped_page_stay_lines() -> None:
    [article] = parse_edition(WRAPPED, as_printed=True).articles
    assert [paragraph.text for paragraph in article.paragraphs] == [
        line.strip("　") for line in WRAPPED.splitlines()
    ]


def test_its_articles_are_those_of_the_page() -> None:
    for seed in range(20):
        page = draw_page(seed)
        titles = {article.title for article in parse_edition(page.text).articles}
        assert titles <= {article.title for article in parse_edition(page.text, as_printed=True).articles}
