"""``newsan analyse``: everything."""

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, print_found


def analyse(
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
    """Print everything found (全部) in each article.

    Example: newsan analyse 20251218.txt

    Topics, figures, dates and places, in tables beneath each headline.

    csv, tsv and jsonl hold all four in one stream and tell them apart in the column record; xlsx and markdown hold a
    sheet or a table for each.
    """
    inputs = Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed)
    printing = Printing(form, options.typed(context, "form"), output, colour, bom, kinds or (), limit)
    print_found("analyse", inputs, printing, userdict)
