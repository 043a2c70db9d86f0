"""The ``newsan`` command and how its errors are reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from newsan.cli.commands import PLAIN, Commands, Group
from newsan.cli.inputs import report
from newsan.cli.settings import options_of, read_settings, settings_here

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


def parse_and_run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code. A usage error is reported in one line and returns 2."""
    try:
        status: int | None = app(arguments, prog_name="newsan", standalone_mode=False)
    except TyperException as error:
        report(usage_message(error))
        return 2
    return status or 0


def usage_message(error: Any) -> str:
    """Return the message for a usage error: what is wrong, where an untyped value came from, and which help to read."""
    message: str = error.format_message().rstrip(".")
    message = message[:1].lower() + message[1:]
    if isinstance(error, typer.BadParameter) and error.ctx and error.param:
        source = error.ctx.get_parameter_source(error.param.name or "")
        if source is not None and source.name == "ENVIRONMENT":
            message = f"{message} (from {error.param.envvar} in the environment)"
        elif source is not None and source.name == "DEFAULT_MAP":
            message = f"{message} (from {settings_here()})"
    return f"{message} (see {error.ctx.command_path if error.ctx else 'newsan'} -h)"
