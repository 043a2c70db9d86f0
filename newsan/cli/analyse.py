"""``newsan analyse``: everything."""

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options()
def analyse(request: Request) -> None:
    """Print everything found (全部) in each article.

    Example: newsan analyse 20251218.txt

    Topics, figures, dates and places, in tables beneath each headline.

    csv, tsv and jsonl hold all four in one stream and tell them apart in the column record; xlsx and markdown hold a
    sheet or a table for each.
    """
    print_found("analyse", request)
