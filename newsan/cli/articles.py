"""``newsan articles``: the page, split and made whole."""

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_found


@shared_options("userdict")
def articles(request: Request) -> None:
    """Print the articles (稿件), each whole again.

    Example: newsan articles 20251218.txt --kind photo

    Kinds are article, brief, photo and notice. In the text ■ marks a subhead and ▲ a caption.
    """
    print_found("articles", request)
