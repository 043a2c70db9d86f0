"""Open the output: standard output, or a file that is replaced only when it is complete."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from newsan.errors import UnwritableOutput


class Output:
    """A stream whose write errors become ``UnwritableOutput`` with its name; other errors pass through."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Take a stream and its name for messages."""
        self.stream = stream
        self.name = name

    def write(self, data: bytes) -> None:
        """Write bytes."""
        with told(self.name):
            self.stream.write(data)

    def flush(self) -> None:
        """Flush the stream."""
        with told(self.name):
            self.stream.flush()


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn an ``OSError`` into an ``UnwritableOutput``."""
    try:
        yield
    except OSError as error:
        msg = f"cannot write {name}: {error.strerror or error}; send the output elsewhere with --output"
        raise UnwritableOutput(msg) from error


@contextmanager
def open_output(name: str | None) -> Iterator[Output]:
    """Open standard output for ``None`` or ``-``, else a file."""
    if name is None or name == "-":
        output = Output(sys.stdout.buffer, "standard output")
        yield output
        output.flush()
        return
    with replaced(Path(name)) as output:
        yield output


@contextmanager
def replaced(path: Path) -> Iterator[Output]:
    """Open a temporary file that replaces ``path`` at the end; on any error it is removed.

    Devices and named pipes are written directly. A symbolic link is kept, and its target is replaced.
    """
    target = Path(os.path.realpath(path))
    as_it_stands = target.exists() and not target.is_file()
    written = target if as_it_stands else target.with_name(f".{target.name}.{os.getpid()}.part")
    with told(str(path)):
        stream = written.open("wb" if as_it_stands else "xb")
    try:
        output = Output(stream, str(path))
        yield output
        output.flush()
        with told(str(path)):
            stream.close()
            if not as_it_stands:
                if target.exists():
                    import shutil

                    shutil.copymode(target, written)
                written.replace(target)
    except BaseException:
        with suppress(OSError):
            stream.close()
        if not as_it_stands:
            with suppress(OSError):
                written.unlink(missing_ok=True)
        raise
