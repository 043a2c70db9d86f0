"""``newsan facts``: the figures."""

from typing import Annotated

import typer

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options()
def facts(
    request: Request,
    *,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="NAME", help="Only figures of this place, or of what lies in it."),
    ] = None,
    rejected: Annotated[
        bool,
        typer.Option("--rejected", help="Print the numerals that state no figure instead, with the reason."),
    ] = False,
) -> None:
    """Print the figures (数据) each article states.

    Example: newsan facts 20251218.txt -f csv > figures.csv

    Each with what it measures, its exact value and unit, its bound, what it is compared with and when it holds.
    """
    from newsan.output.rows import Part

    print_found("facts", request.at(place), Part.REJECTED if rejected else None)
