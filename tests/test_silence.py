"""What states nothing, and the reason that is given."""

from __future__ import annotations

import pytest

import newsan
from newsan.analysis import segmented
from newsan.quantities.finding import find_quantities
from newsan.quantities.silence import inside_phrase, phrases, quotations
from newsan.reading import plain_article
from newsan.segmenting import default_segmenter

# fmt: off
REASONS = [
    # as printed              numeral   reason begins with
    ("支持四梁八柱建设",        "四",      "idiom"),
    ("搭建“六联”平台",         "六",      "name"),
    ("拍摄《三城记》",          "三",      "title"),
    ("搭载5G模块",             "5",       "model"),
    ("第三届博览会",           "三",      "ordinal"),
    ("驾驶6号机组",            "6",       "number of a name"),
    ("九年一贯制学校",          "九",      "policy or set phrase"),
    ("一家企业",               "一",      "一家 means no more than a"),
    ("几位老人",               "几",      "indefinite"),
    ("每万人口拥有",            "万",      "denominator"),
    ("热线400-886-9955",      "400",     "telephone number"),
]
# fmt: on


@pytest.mark.parametrize(("printed", "numeral", "reason"), REASONS)
def test_reason(printed: str, numeral: str, reason: str) -> None:
    sentences = segmented(plain_article(printed), default_segmenter())
    rejected = [rejection for sentence in sentences for rejection in find_quantities(sentence, ())[1]]
    assert (numeral, True) in [(r.quote, r.reason.startswith(reason)) for r in rejected], rejected


@pytest.mark.parametrize("phrase", sorted(phrases()))
def test_every_phrase_of_the_table_is_silent(phrase: str) -> None:
    assert newsan.find_facts(f"他们说{phrase}。") == []


def test_a_phrase_must_hold_the_whole_numeral() -> None:
    assert inside_phrase("十三农户", 0, 2) is None
    assert inside_phrase("服务三农", 2, 3) == "policy or set phrase 三农"


def test_speech_in_quotation_marks_is_read() -> None:
    assert quotations("他说：“全年增长3%，共5家。”") == []
    assert [fact.quote for fact in newsan.find_facts("他说：“全年增长3%，共5家。”")] == ["3%", "5家"]
