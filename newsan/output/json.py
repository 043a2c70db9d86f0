"""JSON and JSON Lines with exact numbers: the digits of a Decimal are written as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import simplejson

from newsan.output.documents import document
from newsan.output.rows import Part, plain_digits, rows

if TYPE_CHECKING:
    from newsan.models import Analysis
    from newsan.output.formats import Sink


def write_json(analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink) -> None:
    """Write one array, an object an edition, each as soon as it is read."""
    opened = False
    for analysis in analyses:
        sink.write(b",\n" if opened else b"[\n")
        sink.write(encoded(document(analysis, parts), indent=2))
        opened = True
    sink.write(b"\n]\n" if opened else b"[]\n")


def write_jsonl(analyses: Iterable[Analysis], parts: tuple[Part, ...], sink: Sink) -> None:
    """Write one flat object a line."""
    for analysis in analyses:
        for row in rows(analysis, parts):
            sink.write(encoded(row))
            sink.write(b"\n")


def encoded(value: Any, indent: int | None = None) -> bytes:
    """Return a value as JSON in UTF-8; a file name that is no UTF-8 keeps its bytes as escapes."""
    text: str = simplejson.dumps(
        exact(value), ensure_ascii=False, indent=indent, use_decimal=False, allow_nan=False
    )
    return text.encode("utf-8", errors="backslashreplace")


def exact(value: Any) -> Any:
    """Return a value whose Decimals will be written in plain digits: simplejson would write ``1E+4``."""
    match value:
        case Decimal():
            return simplejson.RawJSON(plain_digits(value))
        case Mapping():
            return {name: exact(item) for name, item in value.items()}
        case list():
            return [exact(item) for item in value]
        case _:
            return value
