"""``newsan dates``: dates and periods."""

from typing import Annotated

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, print_found


def dates(
    context: typer.Context,
    files: options.Files = None,
    *,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    kinds: options.KindOption = None,
    limit: options.LimitOption = None,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Print the dates of the whole edition in date order.")
    ] = False,
    pointers: Annotated[
        bool,
        typer.Option("--pointers", help="Print the words that only point (今年, 较去年) instead."),
    ] = False,
    date: options.DateOption = None,
    home: options.HomeOption = None,
    encoding: options.EncodingOption = None,
    as_printed: options.AsPrintedOption = False,
    userdict: options.UserDictOption = None,
    colour: options.ColourOption = Colour.AUTO,
    bom: options.BomOption = False,
    quiet: options.QuietOption = False,
) -> None:
    """Print the dates and periods (时间) each article names.

    Example: newsan dates 20251218.txt --date 2025-12-18

    Each with the days it covers, counted from the day of the edition, never from today. Words that only say
    the edition's own date again (今年) or what a figure is compared with (较去年) are kept apart.
    """
    from newsan.output.rows import Part

    if timeline and pointers:
        msg = "a timeline is of the dates that are told; leave one of the two out."
        raise typer.BadParameter(msg, param_hint="'--timeline' and '--pointers'")
    part = Part.TIMELINE if timeline else Part.POINTERS if pointers else Part.DATES
    inputs = Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed)
    printing = Printing(form, options.typed(context, "form"), output, colour, bom, kinds or (), limit)
    print_found("dates", inputs, printing, userdict, part)
