"""The shapes output can take, and the file suffix that asks for each."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple, Protocol


class Format(StrEnum):
    """A shape of output; ``write`` has one writer for each."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    GEOJSON = "geojson"


SUFFIXES = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MARKDOWN,
    ".xlsx": Format.XLSX,
    ".geojson": Format.GEOJSON,
}


class Sink(Protocol):
    """Where a writer puts its bytes: a binary file, or anything else that takes them."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


class Look(NamedTuple):
    """What the reader of the output wants of its look; none of it changes the data.

    ``width`` is the number of columns a styled table may fill, ``None`` for as many as it needs. ``bom`` marks
    CSV and TSV as UTF-8 in the way Excel wants it. ``tags`` and ``one_a_line`` lay out segmented text.
    """

    styled: bool = False
    colour: bool = False
    width: int | None = None
    bom: bool = False
    tags: bool = False
    one_a_line: bool = False


def format_of(name: str) -> Format | None:
    """Return the format a file's suffix asks for.

    >>> format_of("figures.XLSX")
    <Format.XLSX: 'xlsx'>
    """
    return SUFFIXES.get(PurePath(name).suffix.lower())
