"""The inputs of a command: files, folders, patterns and standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsan.errors import BadOption, NewsanError, UnreadableInput

if TYPE_CHECKING:
    import datetime as dt

    from newsan.models import Edition

TEXT_SUFFIXES = (".txt", ".md")
MANY = 4
"""From this many inputs on, a progress bar is shown."""


class Inputs:
    """The inputs of a command. One that fails is reported at once and counted in ``failed``; the rest are still read."""

    def __init__(
        self,
        files: Sequence[str],
        encoding: str | None = None,
        date: dt.date | None = None,
        home: str | None = None,
        quiet: bool = False,  # noqa: FBT001, FBT002 - told in this order by every command
        as_printed: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Take the options; nothing is opened yet."""
        self.files = files
        self.encoding = encoding
        self.date = date
        self.home = home
        self.quiet = quiet
        self.as_printed = as_printed
        self.progress = False
        """Whether a progress bar may be shown."""
        self.output: str | None = None
        """The output file, which must not be one of the inputs."""
        self.failed = 0

    def editions(self) -> Iterator[Edition]:
        """Yield the edition of each input."""
        from newsan.reading import read_edition

        paths = self.paths()
        self.spare(paths)
        for path in self.followed(paths):
            try:
                source = standard_input() if path == "-" else path
                yield read_edition(
                    source,
                    encoding=self.encoding,
                    date=self.date,
                    home=self.home,
                    as_printed=self.as_printed,
                )
            except UnreadableInput as error:
                self.fail(error)
            except OSError as error:
                self.fail(UnreadableInput(f"cannot read {path}: {error.strerror or error}"))

    def paths(self) -> list[str]:
        """Return the paths of all inputs."""
        paths = []
        for argument in self.files:
            try:
                paths.extend(expand(argument, self.fail))
            except UnreadableInput as error:
                self.fail(error)
        return paths

    def spare(self, paths: Sequence[str]) -> None:
        """Raise ``BadOption`` if the output would overwrite one of the inputs."""
        if self.output is None:
            return
        for path in paths:
            with suppress(OSError, ValueError):
                read = os.fstat(sys.stdin.fileno()) if path == "-" and sys.stdin else Path(path).stat()
                if stat.S_ISREG(read.st_mode) and os.path.samestat(read, Path(self.output).stat()):
                    msg = f"the output {self.output} is one of the inputs; give it another name"
                    raise BadOption(msg)

    def fail(self, error: NewsanError) -> None:
        """Report an input that failed."""
        self.failed += 1
        report(error)

    def followed(self, paths: Sequence[str]) -> Iterable[str]:
        """Return the paths, with a progress bar if the output is not on the screen."""
        if not self.progress or len(paths) < MANY:
            return paths
        from rich.console import Console
        from rich.progress import track

        return track(paths, description="Reading", console=Console(stderr=True), transient=True)


def standard_input() -> io.BytesIO:
    """Return standard input as a stream without a name, so that its source is ``-``."""
    if sys.stdin is None:
        msg = "standard input is closed; name a file"
        raise UnreadableInput(msg)
    return io.BytesIO(sys.stdin.buffer.read())


def report(message: object) -> None:
    """Write one line to standard error; if that fails, go on."""
    from newsan.output.table import shown

    with suppress(OSError):
        sys.stderr.write(f"newsan: {shown(str(message))}\n")
        sys.stderr.flush()


def announce() -> None:
    """Report log messages of the package on standard error, such as the one-time building of the lexicon."""
    import logging

    class Reports(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            report(record.getMessage())

    logger = logging.getLogger("newsan")
    logger.handlers = [Reports()]
    logger.setLevel(logging.INFO)


def given_or_piped(files: Sequence[str] | None, tell_usage: Callable[[], str]) -> Sequence[str]:
    """Return the files, or ``-`` if something is piped in. With neither, print the help and exit."""
    if files:
        return files
    if not is_piped():
        sys.stderr.write(f"{tell_usage()}\n")
        sys.exit(2)
    return ("-",)


def is_piped() -> bool:
    """Return whether standard input is a pipe or a file."""
    return sys.stdin is not None and not sys.stdin.isatty()


def expand(argument: str, fail: Callable[[UnreadableInput], None]) -> list[str]:
    """Return the files that an argument stands for: itself, the texts in a folder, or the matches of a pattern, sorted.

    ``fail`` is called for each folder that cannot be read.
    """
    if argument == "-":
        return ["-"]
    try:
        is_folder = stat.S_ISDIR(os.stat(argument).st_mode)  # noqa: PTH116 - Path takes an empty name for "."
    except FileNotFoundError:
        return matching(argument, fail)
    except (OSError, ValueError) as error:
        msg = f"cannot read {argument}: {getattr(error, 'strerror', None) or error}"
        raise UnreadableInput(msg) from error
    return folder_texts(argument, fail) if is_folder else [argument]


def matching(pattern: str, fail: Callable[[UnreadableInput], None]) -> list[str]:
    """Return the files that match a pattern, for shells that do not expand patterns themselves."""
    if not pattern.strip():
        msg = "the name of an input is empty; check the variable it comes from"
        raise UnreadableInput(msg)
    import glob

    if not glob.has_magic(pattern):
        msg = f"there is no file or folder {pattern}; check the name"
        raise UnreadableInput(msg)
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        msg = f"no file matches {pattern}; check the pattern"
        raise UnreadableInput(msg)
    return [
        path for match in matches for path in (folder_texts(match, fail) if Path(match).is_dir() else [match])
    ]


def folder_texts(folder: str, fail: Callable[[UnreadableInput], None]) -> list[str]:
    """Return the texts in a folder and its subfolders, sorted by path, without hidden ones.

    Pipes and devices are skipped, since reading one could wait forever.
    """
    texts = []
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        texts += [
            str(Path(parent, name))
            for name in names
            if name.lower().endswith(TEXT_SUFFIXES)
            and not name.startswith(".")
            and not is_stream(parent, name)
        ]
    for error in sorted(closed, key=lambda error: str(error.filename)):
        fail(UnreadableInput(f"cannot read the folder {error.filename}: {error.strerror}"))
    if not texts and not closed:
        msg = f"the folder {folder} holds no *.txt or *.md file; name files of another kind one by one"
        raise UnreadableInput(msg)
    return sorted(texts)


def is_stream(folder: str, name: str) -> bool:
    """Return whether a path is a pipe or a device. A broken link is not; reading it reports the error."""
    try:
        return not stat.S_ISREG(Path(folder, name).stat().st_mode)
    except OSError:
        return False
