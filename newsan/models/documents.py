"""How records are shown as JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Struct

JSON = msgspec.json.Encoder(decimal_format="number")
"""Writes records as JSON; a Decimal keeps its digits."""


def as_dict(record: Struct) -> dict[str, Any]:
    """Return a record as nested dicts under its JSON names; Decimals stay Decimals."""
    fields: dict[str, Any] = msgspec.to_builtins(record, builtin_types=(Decimal,))
    return fields


class Model(Struct, frozen=True):
    """A record that can be shown as JSON."""

    def document(self) -> Any:
        """Return what JSON shows of the record; the records in it stay records."""
        return self

    def to_json(self) -> str:
        """Return the record as JSON with exact numbers."""
        return JSON.encode(self.document()).decode()

    def to_dict(self) -> dict[str, Any]:
        """Return what ``json.loads`` makes of ``to_json()``: whole numbers are ``int``, others ``float``."""
        shown: dict[str, Any] = msgspec.json.decode(JSON.encode(self.document()))
        return shown
