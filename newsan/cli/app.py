"""The commands, joined, and what the shell expects of them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from newsan.cli.commands import PLAIN, Commands, Group
from newsan.cli.inputs import report
from newsan.cli.settings import find_settings, options_of, read_settings
from newsan.errors import BadOption, NewsanError, UnwritableOutput

app = typer.Typer(cls=Group, **PLAIN)


def print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    """Print the version and stop."""
    if wanted:
        from newsan import __version__

        typer.echo(f"newsan {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def newsan(
    context: typer.Context,
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Read Chinese newspaper pages (报纸文字分析): articles, topics, figures, dates and places.

    Example: newsan analyse 20251218.txt

    Example: newsan facts pages/ -f csv > figures.csv

    Example: cat 20251218.txt | newsan places --home 呼和浩特 -f json | jq

    Every command reads files, folders, patterns and standard input, and tells its options with -h.

    NEWSAN_FORMAT, NEWSAN_DATE, NEWSAN_HOME, NEWSAN_ENCODING, NEWSAN_USERDICT, NEWSAN_LIMIT, NEWSAN_COLOR, NEWSAN_BOM
    and NEWSAN_QUIET in the environment stand for the option of that name, and so do lines of newsan.toml (home = "呼和浩特")
    in this folder or one above.
    """
    del version
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        return
    if path := settings_here():
        context.default_map = dict(read_settings(path, options_of(Commands())))


def settings_here() -> Path | None:
    """Return the settings file that holds where the command is run; a folder that is gone has none."""
    try:
        return find_settings(Path.cwd())
    except OSError:
        return None


WRONG_USAGE: type[Exception] = typer.BadParameter.__bases__[0]
"""What typer raises when it cannot make sense of the arguments; it is public only by its kinds."""


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 done, 1 an input or the output failed, 2 wrong usage, 130 interrupted."""
    try:
        status = app(arguments, prog_name="newsan", standalone_mode=False)
    except NewsanError as error:
        if isinstance(error, UnwritableOutput):
            drop_standard_output()
        report(error)
        sys.exit(2 if isinstance(error, BadOption) else 1)
    except WRONG_USAGE as error:
        report(usage_message(error))
        sys.exit(2)
    except OSError as error:
        drop_standard_output()
        report(f"{error.filename or 'cannot write standard output'}: {error.strerror or error}")
        sys.exit(1)
    except MemoryError:
        report("out of memory; give smaller files, or fewer at once")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(status or 0)


def usage_message(error: Any) -> str:
    """Return what is wrong with the arguments, where a value came from if nobody typed it, and where to read on."""
    message: str = error.format_message().rstrip(".")
    message = message[:1].lower() + message[1:]
    if isinstance(error, typer.BadParameter) and error.ctx and error.param:
        source = error.ctx.get_parameter_source(error.param.name or "")
        if source is not None and source.name == "ENVIRONMENT":
            message = f"{message} (from {error.param.envvar} in the environment)"
        elif source is not None and source.name == "DEFAULT_MAP":
            message = f"{message} (from {settings_here()})"
    return f"{message} (see {error.ctx.command_path if error.ctx else 'newsan'} -h)"


def drop_standard_output() -> None:
    """Send what standard output still holds nowhere, or Python would try, and fail, to write it once more at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end(number: int, _: object) -> NoReturn:
    """End as the shell expects of a signal, but by way of whoever has a half-written file to take away."""
    sys.exit(128 + number)


def main() -> None:
    """Run the command as the shell expects: a closed pipe ends it like ``cat``, and text is UTF-8 in any locale."""
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
