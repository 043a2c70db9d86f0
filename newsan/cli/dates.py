"""``newsan dates``: dates and periods."""

from __future__ import annotations

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.options import Colour
from newsan.cli.printing import Printing, analysed, print_analyses


def dates(
    context: typer.Context,
    files: options.Files = None,
    *,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    kinds: options.KindOption = None,
    limit: options.LimitOption = None,
    date: options.DateOption = None,
    home: options.HomeOption = None,
    encoding: options.EncodingOption = None,
    userdict: options.UserDictOption = None,
    colour: options.ColourOption = Colour.AUTO,
    bom: options.BomOption = False,
    quiet: options.QuietOption = False,
) -> None:
    """Print the dates and periods (时间) each article names.

    Example: newsan dates 20251218.txt --date 2025-12-18

    Each with the days it covers, counted from the day of the edition, never from today.
    """
    from newsan.output.rows import Part

    inputs = Inputs(given_or_piped(context, files), encoding, date, home, quiet)
    printing = Printing(context, form, output, colour, bom, kinds or (), limit)
    found = analysed(inputs, ("dates",), userdict, limit)
    print_analyses(found, (Part.DATES,), inputs, printing)
