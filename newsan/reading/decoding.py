"""Bytes -> text, and the encoding it was in."""

from __future__ import annotations

import codecs
from functools import cache
from typing import Final

from newsan.errors import UnreadableInput
from newsan.tables import listed

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHINESE: Final = (("gb18030", ("gb18030",)), ("big5", ("cp950", "big5hkscs")))
"""The encodings judged by the text they give, with the codecs that read each."""

JUDGED: Final = 20_000
"""Characters that are enough to judge an encoding by."""


def decode(data: bytes, encoding: str | None = None, source: str = "the input") -> tuple[str, str]:
    """Return the text of ``data`` without a byte order mark, and the encoding it was in.

    Nothing is ever replaced: what does not decode is an error that says what to do. Nearly all Big5 text also
    decodes as GB18030, so the two are judged by the text they give.
    """
    if encoding is not None:
        return _decode_as(data, encoding, source)
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, source, "its byte order mark says that; repair it")
    if b"\0" in data:
        msg = f"{source} is not text; if it is text in an unusual encoding, name that with --encoding"
        raise UnreadableInput(msg)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        damage = error.start
    readings = [(text, name) for name, codec in CHINESE if (text := _read(data, codec)) is not None]
    if not readings:
        line = data.count(b"\n", 0, damage) + 1
        msg = (
            f"cannot decode {source}: it is not UTF-8 (from line {line}, byte {damage + 1} on), GB18030 or Big5;"
            " repair it there, or name its encoding with --encoding"
        )
        raise UnreadableInput(msg)
    return max(readings, key=lambda reading: _familiarity(reading[0][:JUDGED]))


def _decode_as(
    data: bytes, encoding: str, source: str, remedy: str = "leave out --encoding"
) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(encoding)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeError):
            msg = f"cannot decode {source} as {encoding}; {remedy}, or name another encoding with --encoding"
        else:
            msg = f"there is no encoding {encoding!r}; try utf-8, gb18030 or big5"
        raise UnreadableInput(msg) from error
    if not isinstance(text, str):
        msg = f"{encoding!r} is no encoding of text; try utf-8, gb18030 or big5"
        raise UnreadableInput(msg)
    if "\0" in text:
        msg = f"{source} is not text in {encoding}; name its encoding with --encoding"
        raise UnreadableInput(msg)
    return text.removeprefix("\ufeff"), name


def _read(data: bytes, names: tuple[str, ...]) -> str | None:
    """Return the text one of the codecs gives, or ``None`` when all of them refuse the bytes."""
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return None


@cache
def _common_characters() -> frozenset[str]:
    return frozenset("".join(listed("common_hanzi.txt")))


PUNCTUATION: Final = frozenset("，。、：；！？“”‘’「」『』（）《》〈〉【】…—·～％０１２３４５６７８９\u3000")


def _familiarity(text: str) -> float:
    """Return how much a reading looks like Chinese as it is printed, a mean over its non-ASCII characters."""
    common = _common_characters()
    score = wide = 0
    for char in text:
        if char < "\x80":
            continue
        wide += 1
        if char in common or char in PUNCTUATION:
            score += 4
        elif "\u4e00" <= char <= "\u9fff":
            score += _is_everyday(char)
        else:
            score -= 2
    return score / wide if wide else 0.0


def _is_everyday(char: str) -> bool:
    """Tell whether a character is of the first level of GB 2312 or of Big5: the sets taught at school."""
    simplified = char.encode("gb2312", "ignore")
    if simplified:
        return simplified[0] <= 0xD7
    traditional = char.encode("cp950", "ignore")
    return len(traditional) == 2 and 0xA4 <= traditional[0] <= 0xC6
