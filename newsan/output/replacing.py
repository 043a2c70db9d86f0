"""Where output goes: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from newsan.errors import UnwritableOutput


@contextmanager
def open_output(name: str | None) -> Iterator[BinaryIO]:
    """Open where output goes, standard output for ``None`` or ``-``; a failed write is an ``UnwritableOutput``."""
    try:
        if name is None or name == "-":
            sys.stdout.flush()
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        else:
            with replaced(Path(name)) as stream:
                yield stream
    except OSError as error:
        place = "standard output" if name is None or name == "-" else name
        msg = f"cannot write {place}: {error.strerror or error}"
        raise UnwritableOutput(msg) from error


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of ``path`` once everything is written, and is gone if anything fails.

    What is no regular file (a device, a named pipe) is written as it stands, and a link keeps pointing where it does.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("xb") as stream:
            yield stream
        if path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
