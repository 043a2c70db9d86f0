"""Signals, standard streams and exit codes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from newsan.cli.inputs import report
from newsan.errors import BadOption, NewsanError, UnwritableOutput


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with 0 (done), 1 (an input or the output failed), 2 (usage error) or 130 (interrupted)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    status = 0
    try:
        from newsan.cli.app import parse_and_run

        status = parse_and_run(arguments)
    except NewsanError as error:
        if isinstance(error, UnwritableOutput):
            drop_standard_output()
        report(error)
        sys.exit(2 if isinstance(error, BadOption) else 1)
    except OSError as error:
        drop_standard_output()
        report(f"{error.filename or 'cannot write standard output'}: {error.strerror or error}")
        sys.exit(1)
    except MemoryError:
        report("out of memory; give smaller files, or fewer at once")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(status)


def drop_standard_output() -> None:
    """Discard what is left in the buffer of standard output; otherwise Python fails again when it flushes it at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end(number: int, _: object) -> NoReturn:
    """Exit with the status of a signal. ``sys.exit`` lets open outputs remove their unfinished files first."""
    sys.exit(128 + number)


def main() -> None:
    """Run the command: a closed pipe ends it silently, as with ``cat``, and text is UTF-8 in any locale."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, end)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started the command
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
        getattr(sys, name).reconfigure(encoding="utf-8", errors="backslashreplace")
    run()
