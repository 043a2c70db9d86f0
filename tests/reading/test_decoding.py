"""Bytes become the text they were, or an error that says what to do."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan.errors import UnreadableInput
from newsan.reading import read_edition
from newsan.reading.decoding import decode

SIMPLIFIED = "海州渔港新码头昨天启用，三条渔船先后靠岸，冷链车把虾筐运往全国各地。预计今年卸鱼量将增长两成，达到三万吨。"
TRADITIONAL = "海州漁港新碼頭昨天啟用，三條漁船先後靠岸，冷鏈車把蝦筐運往全國各地。預計今年卸魚量將增長兩成，達到三萬噸。"


@pytest.mark.parametrize("text", [SIMPLIFIED, SIMPLIFIED[:9], SIMPLIFIED * 50])
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
    ],
)
def test_simplified(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL[:9], TRADITIONAL[9:15], TRADITIONAL * 50])
@pytest.mark.parametrize(("codec", "name"), [("utf-8", "utf-8"), ("big5", "big5"), ("gb18030", "gb18030")])
def test_traditional(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf16_by_its_mark(codec: str, mark: bytes) -> None:
    assert decode(mark + SIMPLIFIED.encode(codec)) == (SIMPLIFIED, codec)


def test_empty() -> None:
    assert decode(b"") == ("", "utf-8")


def test_encoding_as_told() -> None:
    assert decode(TRADITIONAL.encode("big5"), "Big5") == (TRADITIONAL, "big5")
    assert decode(b"\xef\xbb\xbfabc", "utf-8") == ("abc", "utf-8")


# fmt: off
UNREADABLE = [
    # bytes                                   --encoding     what the message says
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",  None,          "is not text"),
    (SIMPLIFIED.encode("gb18030") + b"\xff\xff", None,       "--encoding"),
    (SIMPLIFIED.encode("utf-8")[:-1] + b"\xff", None,        "--encoding"),
    (b"a\nbc\n" + SIMPLIFIED.encode("utf-8")[:-1] + b"\xff", None, "from line 3, byte "),
    (b"\xff\xfea",                            None,          "byte order mark"),
    (SIMPLIFIED.encode("gb18030"),            "utf-8",       "as utf-8"),
    (b"abc",                                  "klingon",     "there is no encoding 'klingon'"),
    (b"abc",                                  "rot13",       "rot13"),
    (b"abc",                                  "base64",      "base64"),
    (b"a\0b",                                 "latin-1",     "is not text"),
]
# fmt: on


@pytest.mark.parametrize(("data", "encoding", "says"), UNREADABLE)
def test_unreadable(data: bytes, encoding: str | None, says: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        decode(data, encoding, "page.txt")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=80))
def test_any_bytes_decode_or_say_why(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnreadableInput:
        return
    assert "\0" not in text
    assert not text.startswith("\ufeff")


def test_files_and_streams(tmp_path: Path) -> None:
    path = tmp_path / "20250305-02.txt"
    path.write_bytes(("新码头启用\n\n" + SIMPLIFIED).encode("gb18030"))
    edition = read_edition(path)
    assert (edition.encoding, str(edition.date), edition.source) == ("gb18030", "2025-03-05", str(path))
    assert [article.title for article in edition.articles] == ["新码头启用"]
    assert read_edition(io.BytesIO(path.read_bytes()), date="2025-03-04").date == edition.date.replace(day=4)  # type: ignore[union-attr]


def test_a_missing_file_is_an_error_for_people(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot read"):
        read_edition(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match="cannot read"):
        read_edition(tmp_path)
