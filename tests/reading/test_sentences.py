"""Where a sentence ends, and where it only seems to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.reading.sentences import sentence_spans

# fmt: off
SENTENCES = [
    # a paragraph, its sentences between bars
    "渔船靠岸。|冷链车随后开走！|够不够?|不够。",
    "他问：“去吗？”|没人答。",
    "“去吗？”他问，没人答。|雨停了。",
    "“谁来管？”的问题有了答案。",
    "一是抓冷链；二是抓渠道；三是抓人。|件件落实。",
    "晚会《你好！春天》开演。|观众很多。",
    "“出发吧！少年”活动启动。|两百人参加。",
    "新规（试行三年。到期再定）已印发。|即日施行。",
    "他愣了……才开口。|说：“算了……”",
    "增长3.5%。|总量达1.2万吨。",
    "The port opened.| Trucks left. 船也走了。",
    "渔船靠岸。）|车开走。",
    "真的?!|真的。",
    "没有句号",
]
# fmt: on


@pytest.mark.parametrize("barred", SENTENCES)
def test_sentences(barred: str) -> None:
    expected = barred.split("|")
    text = "".join(expected)
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@given(st.text("渔港。！？!?…；“”‘’（）《》. \nAb1，", max_size=60))
def test_spans_leave_out_nothing_but_newlines(text: str) -> None:
    spans = sentence_spans(text)
    assert "".join(text[start:end] for start, end in spans) == text.replace("\n", "")
    assert all(start < end for start, end in spans)
