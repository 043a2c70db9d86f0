"""The options that all commands share, declared once."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, Request
from newsan.output.formats import Format


def parse_day(text: str) -> dt.date:
    """Return the day of a YYYY-MM-DD string; raise a usage error for any other form, week dates included."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    msg = f"{text!r} is no day of the calendar; write it as 2025-12-18."
    raise typer.BadParameter(msg)


def parse_limit(text: str) -> int:
    """Return a whole number of records, or raise a usage error."""
    if not re.fullmatch(r"\d{1,18}", text, re.ASCII):
        msg = f"{text!r} is no number of records; write a whole number, 0 or more."
        raise typer.BadParameter(msg)
    return int(text)


def check_home(name: str | None) -> str | None:
    """Return the name of a home city; raise ``BadOption`` if the gazetteer does not have it.

    In a locale without Chinese, Python passes the typed bytes as surrogates; they are read as UTF-8.
    """
    if not name:
        return None
    from newsan.places import resolve_home

    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode(errors="replace")
    resolve_home(name, None, ())
    return name


def check_encoding(name: str | None) -> str | None:
    """Return the name of a text encoding, or raise a usage error."""
    if name is None:
        return None
    try:
        (b" " * 4).decode(name)
    except LookupError:
        msg = f"{name!r} is no encoding of text; try utf-8, gb18030 or big5."
        raise typer.BadParameter(msg) from None
    except UnicodeError:
        pass  # four spaces are not text in every encoding
    return name


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Text files, folders (their *.txt and *.md, recursively), patterns, or - for standard input.",
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "-f",
        "--format",
        help="Shape of the output; table unless told.",
        envvar="NEWSAN_FORMAT",
        show_envvar=False,
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write to a file instead; its suffix tells the format."
    ),
]
DateOption = Annotated[
    dt.date | None,
    typer.Option(
        "--date",
        parser=parse_day,
        metavar="YYYY-MM-DD",
        help="Day of the edition (报纸日期), which 昨日 and 今年 count from.",
        envvar="NEWSAN_DATE",
        show_envvar=False,
    ),
]
HomeOption = Annotated[
    str | None,
    typer.Option(
        "--home",
        metavar="CITY",
        callback=check_home,
        help="City of the paper (本市), by name or code.",
        envvar="NEWSAN_HOME",
        show_envvar=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        callback=check_encoding,
        help="Encoding of the input; found out unless told.",
        envvar="NEWSAN_ENCODING",
        show_envvar=False,
    ),
]
AsPrintedOption = Annotated[
    bool,
    typer.Option(
        "--as-printed",
        help="Repair nothing (照原样): every line where and as it stands, none joined, none moved.",
    ),
]
UserDictOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--userdict",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        readable=True,
        help="Words of your own (自定义词典), in jieba's format. Repeatable.",
        envvar="NEWSAN_USERDICT",
        show_envvar=False,
    ),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        parser=parse_limit,
        help="At most N records of an article; topics: 10 unless told.",
        envvar="NEWSAN_LIMIT",
        show_envvar=False,
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", metavar="KIND", help="Only records of this kind (money, county, ...). Repeatable."
    ),
]
ColourOption = Annotated[
    Colour,
    typer.Option(
        "--color", help="Colour tables; NO_COLOR is honoured.", envvar="NEWSAN_COLOR", show_envvar=False
    ),
]
QuietOption = Annotated[
    bool,
    typer.Option(
        "-q",
        "--quiet",
        help="No progress and no remarks; errors are still told.",
        envvar="NEWSAN_QUIET",
        show_envvar=False,
    ),
]
BomOption = Annotated[
    bool,
    typer.Option(
        "--bom",
        help="Mark csv and tsv as UTF-8 the way Excel wants it.",
        envvar="NEWSAN_BOM",
        show_envvar=False,
    ),
]


def option(name: str, annotation: Any, default: object = None) -> Parameter:
    """Return a shared option as a parameter of a command."""
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


FIRST = (
    option("context", typer.Context, Parameter.empty),
    option("files", Files),
    option("form", FormatOption),
    option("output", OutputOption),
    option("kinds", KindOption),
    option("limit", LimitOption),
)
LAST = (
    option("date", DateOption),
    option("home", HomeOption),
    option("encoding", EncodingOption),
    option("as_printed", AsPrintedOption, default=False),
    option("userdict", UserDictOption),
    option("colour", ColourOption, Colour.AUTO),
    option("bom", BomOption, default=False),
    option("quiet", QuietOption, default=False),
)
"""The shared options. The help of a command lists its own options between the two halves."""


def shared_options(*left_out: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the shared options to a command, except those in ``left_out``.

    The decorated function takes a ``Request`` and the command's own options.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = list(signature(command, eval_str=True).parameters.values())[1:]
        parameters = [shared for shared in (*FIRST, *own, *LAST) if shared.name not in left_out]

        @wraps(command)
        def run(**told: Any) -> None:
            command(requested(**told), **{parameter.name: told[parameter.name] for parameter in own})

        run.__signature__ = signature(run).replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return run

    return decorate


def requested(
    context: typer.Context,
    files: list[str] | None,
    form: Format | None,
    output: str | None,
    encoding: str | None,
    *,
    kinds: list[str] | None = None,
    limit: int | None = None,
    date: dt.date | None = None,
    home: str | None = None,
    as_printed: bool,
    userdict: list[Path] | None = None,
    colour: Colour,
    bom: bool,
    quiet: bool,
    **_own: Any,
) -> Request:
    """Return the values of the shared options."""
    source = context.get_parameter_source("form")
    typed = source is not None and source.name == "COMMANDLINE"
    return Request(
        Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed),
        Printing(form, typed, output, colour, bom, kinds or (), limit),
        userdict,
    )
