"""``newsan keywords``: topics."""

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, print_found


def keywords(
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
    """Print the topics (关键词) of each article, the weightiest first.

    Example: newsan keywords 20251218.txt --limit 5

    With several articles, the topics of the whole edition stand in front.
    """
    inputs = Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed)
    printing = Printing(form, options.typed(context, "form"), output, colour, bom, kinds or (), limit)
    print_found("keywords", inputs, printing, userdict)
