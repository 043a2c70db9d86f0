"""Labels: every row's example is silent, and what only looks like one is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

import newsan
from newsan.quantities.implicit_numbers import WORDS, Word, halves
from newsan.quantities.labels import LABELS, Label, label_spans


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.example)
def test_every_label_is_silent_with_its_reason(label: Label) -> None:
    assert label.reason in [reason for _, _, reason in label_spans(label.example)]
    assert newsan.find_facts(label.example) == []


# fmt: off
FIGURES = [
    # as printed                what is still a figure
    ("跑道长800米，",             ["800米"]),
    ("走了五里山路",              ["五里"]),
    ("三方签约",                  ["三方"]),
    ("施工历时24小时",             ["24小时"]),
    ("三家律师事务所",             ["三家"]),
    ("占四分之一",                ["四分之一"]),
    ("零售价5元",                 ["5元"]),
    ("前后两天共售票300张",         ["两天", "300张"]),
    ("一斤茶叶卖120元",            ["120元"]),
    ("3分钟跑完一圈，",            ["3分钟"]),
    ("60后天空放晴，",             []),
    ("全镇有12栋居民楼",            ["12栋"]),
    ("新增5路，共12路",            []),
    ("标普指数报4500点",           ["4500点"]),
    ("七天内可退货",               ["七天"]),
    ("全年召开三次会议",            ["三次"]),
    ("委员会召开三次会议",           ["三次"]),
]
# fmt: on


@pytest.mark.parametrize(("printed", "quotes"), FIGURES)
def test_what_looks_like_a_label(printed: str, quotes: list[str]) -> None:
    assert [fact.quote for fact in newsan.find_facts(printed)] == quotes


def test_the_imprint_is_one_label() -> None:
    line = "本报地址：建设路3号　邮政编码：100001　零售价：1.2元"
    assert label_spans(line) == [(0, len(line), "imprint")]
    assert newsan.find_facts(line) == []


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.example)
def test_every_word_that_is_a_figure_reads_its_example(word: Word) -> None:
    [numeral] = halves(word.example)
    assert (numeral.value, numeral.modifier) == (Decimal(word.value), word.modifier)
