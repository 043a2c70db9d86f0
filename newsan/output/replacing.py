"""Where output goes: standard output, or a file that appears under its name only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from newsan.errors import UnwritableOutput


class Output:
    """A sink whose failures are an ``UnwritableOutput`` that names it; what fails while it is fed stays what it is."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Write to ``stream``, called ``name`` in messages."""
        self.stream = stream
        self.name = name

    def write(self, data: bytes) -> None:
        """Write all of the bytes."""
        with told(self.name):
            self.stream.write(data)

    def flush(self) -> None:
        """Write what is still held."""
        with told(self.name):
            self.stream.flush()


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn the system's word for a failure into a sentence."""
    try:
        yield
    except OSError as error:
        msg = f"cannot write {name}: {error.strerror or error}; send the output elsewhere with --output"
        raise UnwritableOutput(msg) from error


@contextmanager
def open_output(name: str | None) -> Iterator[Output]:
    """Open where output goes: standard output for ``None`` or ``-``, else a file of that name."""
    if name is None or name == "-":
        output = Output(sys.stdout.buffer, "standard output")
        yield output
        output.flush()
        return
    with replaced(Path(name)) as output:
        yield output


@contextmanager
def replaced(path: Path) -> Iterator[Output]:
    """Open a file that takes the place of ``path`` once everything is written; if anything fails it is gone.

    What is no regular file (a device, a named pipe) is written as it stands, and a link keeps pointing where it does.
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
