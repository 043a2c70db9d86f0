"""``newsan info``: how a page was read and what was not understood."""

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options("kinds", "limit")
def info(request: Request) -> None:
    """Print how a page was read (读取情况).

    Example: newsan info 20251218.txt

    Its encoding, date and home city, what was repaired in it and what was not understood.
    """
    print_found("info", request)
