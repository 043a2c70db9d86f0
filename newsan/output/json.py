"""Write JSON and JSON Lines; numbers keep all digits of their Decimals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from newsan.models import JSON
from newsan.output.documents import document
from newsan.output.rows import Part, rows

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.formats import Sink


def write_json(analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink) -> None:
    """Write an array with one object for each edition, as the editions come in."""
    opened = False
    for analysis in analyses:
        sink.write(b",\n" if opened else b"[\n")
        sink.write(msgspec.json.format(JSON.encode(document(analysis, parts)), indent=2))
        opened = True
    sink.write(b"\n]\n" if opened else b"[]\n")


def write_jsonl(analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink) -> None:
    """Write one flat object on each line."""
    for analysis in analyses:
        for row in rows(analysis, parts):
            sink.write(msgspec.json.format(JSON.encode(row), indent=0))
            sink.write(b"\n")
