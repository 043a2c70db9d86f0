"""``newsan facts``: the figures."""

from typing import Annotated

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, print_found


def facts(
    context: typer.Context,
    files: options.Files = None,
    *,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    kinds: options.KindOption = None,
    limit: options.LimitOption = None,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="NAME", help="Only figures of this place, or of what lies in it."),
    ] = None,
    rejected: Annotated[
        bool,
        typer.Option("--rejected", help="Print the numerals that state no figure instead, with the reason."),
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
    """Print the figures (数据) each article states.

    Example: newsan facts 20251218.txt -f csv > figures.csv

    Each with what it measures, its exact value and unit, its bound, what it is compared with and when it holds.
    """
    from newsan.output.rows import Part

    inputs = Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed)
    printing = Printing(form, options.typed(context, "form"), output, colour, bom, kinds or (), limit, place)
    print_found("facts", inputs, printing, userdict, Part.REJECTED if rejected else None)
