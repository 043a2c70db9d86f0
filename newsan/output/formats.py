"""The output formats and their file suffixes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple, Protocol


class Format(StrEnum):
    """An output format."""

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
    """A binary stream, or anything else with a ``write`` method for bytes."""

    def write(self, data: bytes, /) -> object:
        """Write bytes."""


class Look(NamedTuple):
    """How output is drawn; none of it changes the data.

    ``width`` is the width of a styled table in columns, ``None`` for as many as it needs. ``bom`` adds a byte order
    mark to CSV and TSV, for Excel. ``tags`` and ``one_a_line`` are for segmented text.
    """

    styled: bool = False
    colour: bool = False
    width: int | None = None
    bom: bool = False
    tags: bool = False
    one_a_line: bool = False


def format_of(name: str) -> Format | None:
    """Return the format for the suffix of a file, or ``None``.

    >>> format_of("figures.XLSX")
    <Format.XLSX: 'xlsx'>
    """
    return SUFFIXES.get(PurePath(name).suffix.lower())
