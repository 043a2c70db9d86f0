"""``newsan dates``: the table, the pointers and the timeline, and the links from a figure to its dates."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable

import pytest

import newsan
from newsan.cli.shell import run

PAGE = """青城日报
2025年12月18日

# 大桥提前通车

本报讯 今年全市新修桥9座，比去年同期多3座。大桥2022年3月开工。上半年合龙。12月17日通车，每日6:00—23:00开放。

# 粮仓丰收

本报讯 2025年前三季度，粮仓收粮3万吨，较2020年增长5%。明年扩建。
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def dates(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``newsan dates`` on the page in this process: its exit status and its output."""

    def call(*arguments: str) -> tuple[int, str]:
        output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode()), encoding="utf-8"))
        monkeypatch.setattr(sys, "stdout", output)
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            run(("dates", *arguments))
        output.flush()
        assert isinstance(output.buffer, io.BytesIO)
        assert isinstance(ended.value.code, int)
        return ended.value.code, output.buffer.getvalue().decode()

    return call


def records(output: str) -> list[tuple[str, str | None]]:
    return [(row["quote"], row["from"]) for row in map(json.loads, output.splitlines())]


def test_dates_leave_out_words_that_only_point(dates: Run) -> None:
    status, output = dates("-f", "jsonl")
    assert status == 0
    assert [quote for quote, _ in records(output)] == [
        "2022年3月", "上半年", "12月17日", "6:00—23:00", "2025年前三季度", "2020年", "明年",
    ]  # fmt: skip


def test_pointers_are_printed_when_asked_for(dates: Run) -> None:
    assert records(dates("--pointers", "-f", "jsonl")[1]) == [
        ("今年", "2025-01-01"),
        ("去年同期", "2024-01-01"),
    ]
    assert "Words that point at a time" in dates("--pointers")[1]


def test_a_timeline_is_in_date_order(dates: Run) -> None:
    expected = [
        ("2020年", "2020-01-01"),
        ("2022年3月", "2022-03-01"),
        ("上半年", "2025-01-01"),
        ("2025年前三季度", "2025-01-01"),
        ("12月17日", "2025-12-17"),
        ("明年", "2026-01-01"),
        ("6:00—23:00", None),
    ]
    assert records(dates("--timeline", "-f", "jsonl")[1]) == expected
    [edition] = json.loads(dates("--timeline", "-f", "json")[1])
    assert [(date["quote"], date["from"]) for date in edition["timeline"]] == expected
    assert "articles" not in edition
    table = dates("--timeline")[1]
    rows = [line for line in table.splitlines() if re.search("  (?:date|period|clock)  ", line)]
    assert all(quote in row for (quote, _), row in zip(expected, rows, strict=True))


def test_a_timeline_holds_the_kinds_asked_for(dates: Run) -> None:
    assert records(dates("--timeline", "--kind", "clock", "-f", "jsonl")[1]) == [("6:00—23:00", None)]


def test_timeline_and_pointers_exclude_each_other(dates: Run) -> None:
    assert dates("--timeline", "--pointers")[0] == 2


def test_what_recurs_is_understood() -> None:
    [article, *_] = newsan.analyse(newsan.parse_edition(PAGE)).to_dict()["articles"]
    assert [date["role"] for date in article["dates"] if date["kind"] == "clock"] == ["recurring"]


def test_figures_name_their_dates_by_id() -> None:
    for article in newsan.analyse(newsan.parse_edition(PAGE)).to_dict()["articles"]:
        days = {date["id"]: (date["from"], date["to"]) for date in (*article["dates"], *article["pointers"])}
        assert len(days) == len(article["dates"]) + len(article["pointers"])
        linked = [
            time
            for fact in article["facts"]
            for time in (fact["time"], fact["baseline_time"])
            if time is not None and time["date"] is not None
        ]
        assert linked
        assert all(days[time["date"]] == (time["from"], time["to"]) for time in linked)
