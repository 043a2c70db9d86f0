"""``newsan check``: what does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.printing import Colour, Printing, print_analyses, user_segmenter

if TYPE_CHECKING:
    from pathlib import Path

    from newsan.models import Analysis


def check(
    context: typer.Context,
    files: options.Files = None,
    *,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
    kinds: options.KindOption = None,
    limit: options.LimitOption = None,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit with 1 if anything was found, as diff does."),
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
    """Print what does not add up (数据核对) in each article and across the edition.

    Example: newsan check 20251218.txt

    Growth against its two levels, parts against their whole, shares against 100, percent for percentage points, one
    figure with two values, days and ages that cannot be, 万 for 亿: each with the figures it rests on and the sum.
    """
    from newsan.output.rows import Part

    inputs = Inputs(given_or_piped(files, context.get_help), encoding, date, home, quiet, as_printed)
    printing = Printing(form, options.typed(context, "form"), output, colour, bom, kinds or (), limit)
    doubted: list[bool] = []
    print_analyses(
        noticed(checked(inputs, userdict), kinds or (), doubted), (Part.FINDINGS,), inputs, printing
    )
    if exit_code and any(doubted):
        raise typer.Exit(1)


def checked(inputs: Inputs, userdict: Sequence[Path] | None) -> Iterator[Analysis]:
    """Check each input in turn."""
    from newsan.analysis import check as check_edition

    segmenter = user_segmenter(userdict)
    for edition in inputs.editions():
        yield check_edition(edition, segmenter=segmenter)


def noticed(analyses: Iterable[Analysis], kinds: Sequence[str], doubted: list[bool]) -> Iterator[Analysis]:
    """Return the analyses as they are, adding to ``doubted`` whether each has a finding of these kinds."""
    for analysis in analyses:
        doubted.append(
            any(
                not kinds or finding.kind in kinds
                for found in analysis.articles
                for finding in found.findings
            )
        )
        yield analysis
