"""``newsan places``: named places."""

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options()
def places(request: Request) -> None:
    """Print the places (地名) each article names.

    Example: newsan places 20251218.txt --home 呼和浩特 -f jsonl

    Each with its code and what it lies in; a name alone is read from the paper's own city.
    """
    print_found("places", request)
