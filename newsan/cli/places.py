"""``newsan places``: named places."""

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, print_found


def places(
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
    as_printed: options.AsPrintedOption = False,
    userdict: options.UserDictOption = None,
    colour: options.ColourOption = Colour.AUTO,
    bom: options.BomOption = False,
    quiet: options.QuietOption = False,
) -> None:
    """Print the places (地名) each article names.

    Example: newsan places 20251218.txt --home 呼和浩特 -f jsonl

    Each with its code and what it lies in; a name alone is read from the paper's own city.
    """
    inputs = Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed)
    printing = Printing(form, options.typed(context, "form"), output, colour, bom, kinds or (), limit)
    print_found("places", inputs, printing, userdict)
