"""``newsan keywords``: topics."""

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options()
def keywords(request: Request) -> None:
    """Print the topics (关键词) of each article, the weightiest first.

    Example: newsan keywords 20251218.txt --limit 5

    With several articles, the topics of the whole edition stand in front.
    """
    print_found("keywords", request)
