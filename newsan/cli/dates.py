"""``newsan dates``: dates and periods."""

from typing import Annotated

import typer

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options()
def dates(
    request: Request,
    *,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Print the dates of the whole edition in date order.")
    ] = False,
    pointers: Annotated[
        bool,
        typer.Option("--pointers", help="Print the words that only point (今年, 较去年) instead."),
    ] = False,
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
    print_found("dates", request, part)
