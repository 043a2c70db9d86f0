"""``newsan check``: what does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_analyses, user_segmenter

if TYPE_CHECKING:
    from newsan.models import Analysis


@shared_options()
def check(
    request: Request,
    *,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit with 1 if anything was found, as diff does."),
    ] = False,
) -> None:
    """Print what does not add up (数据核对) in each article and across the edition.

    Example: newsan check 20251218.txt

    Growth against its two levels, parts against their whole, shares against 100, percent for percentage points, one
    figure with two values, days and ages that cannot be, 万 for 亿: each with the figures it rests on and the sum.
    """
    from newsan.output.rows import Part

    kinds = request.printing.kinds
    doubted: list[bool] = []
    print_analyses(noticed(checked(request), kinds, doubted), (Part.FINDINGS,), request)
    if exit_code and any(doubted):
        raise typer.Exit(1)


def checked(request: Request) -> Iterator[Analysis]:
    """Yield each input with its findings."""
    from newsan.analysis import check as check_edition

    segmenter = user_segmenter(request.userdict)
    for edition in request.inputs.editions():
        yield check_edition(edition, segmenter=segmenter)


def noticed(analyses: Iterable[Analysis], kinds: Sequence[str], doubted: list[bool]) -> Iterator[Analysis]:
    """Pass the analyses on; append to ``doubted`` whether each has a finding of these kinds."""
    for analysis in analyses:
        doubted.append(
            any(
                not kinds or finding.kind in kinds
                for found in analysis.articles
                for finding in found.findings
            )
        )
        yield analysis
