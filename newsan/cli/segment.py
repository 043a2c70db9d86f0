"""``newsan segment``: the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from newsan.cli.options import shared_options
from newsan.cli.printing import Request, print_analyses, unanalysed
from newsan.output.formats import Format, Look

if TYPE_CHECKING:
    from newsan.cli.inputs import Inputs
    from newsan.models import Analysis
    from newsan.segmenting import Segmenter


@shared_options("kinds", "limit", "date", "home")
def segment(
    request: Request,
    *,
    tags: Annotated[bool, typer.Option("-t", "--tags", help="Print each word with its tag: 增长/v.")] = False,
    lines: Annotated[bool, typer.Option("-l", "--lines", help="Print one word a line.")] = False,
    pos: Annotated[
        list[str] | None,
        typer.Option(
            "--pos", metavar="TAG", help="Only words with this tag; 'n*' for its family. Repeatable."
        ),
    ] = None,
    names: Annotated[
        bool,
        typer.Option("--names/--no-names", help="Keep names whole that jieba cuts through (刘道生)."),
    ] = True,
    raw: Annotated[
        bool,
        typer.Option("--raw", help="Cut each line as jieba does: no articles, 23,876 in three words."),
    ] = False,
    hmm: Annotated[
        bool,
        typer.Option("--hmm/--no-hmm", help="With --raw: join characters no word has by jieba's model."),
    ] = True,
) -> None:
    """Print the words (分词) of each article, spaces between them.

    Example: newsan segment 20251218.txt --tags

    json, jsonl, csv and the like hold each word with its offset and tag.
    """
    from newsan.output.rows import Part
    from newsan.segmenting import Segmenter

    if not (hmm or raw):
        raise typer.BadParameter("newsan's own words need the model; add --raw.", param_hint="'--no-hmm'")
    look = Look(tags=tags, one_a_line=lines)
    request = request._replace(printing=request.printing._replace(look=look))
    wanted = pos or ()
    if raw:
        print_raw(request, Segmenter(request.userdict or ()), wanted, hmm=hmm)
        return
    segmenter = Segmenter(request.userdict or (), names=names)
    print_analyses(segmented(request.inputs, segmenter, wanted), (Part.TOKENS,), request)


def segmented(inputs: Inputs, segmenter: Segmenter, pos: Sequence[str]) -> Iterator[Analysis]:
    """Yield each input with the words of its articles and no records."""
    from msgspec.structs import replace

    from newsan import analysis

    for edition in inputs.editions():
        read = unanalysed(edition)
        yield replace(
            read,
            articles=tuple(
                replace(
                    found,
                    sentences=tuple(
                        replace(
                            sentence,
                            tokens=tuple(token for token in sentence.tokens if tagged(token.pos, pos)),
                        )
                        for sentence in analysis.segmented(found.article, segmenter)
                    ),
                )
                for found in read.articles
            ),
        )


def print_raw(request: Request, segmenter: Segmenter, pos: Sequence[str], *, hmm: bool) -> None:
    """Write the words of each line as text; exit with 1 if an input failed."""
    from newsan.output.replacing import open_output

    inputs, printing = request.inputs, request.printing
    if printing.chosen_format() is not Format.TABLE:
        msg = "the words of jieba's cut are text; leave --format out, or leave --raw out for records."
        raise typer.BadParameter(msg, param_hint="'--raw'")
    inputs.output = printing.output
    look = printing.chosen_look()
    editions = inputs.editions()
    first = next(editions, None)
    if first is not None:
        with open_output(printing.output) as stream:
            for edition in chain([first], editions):
                for line in edition.text.removesuffix("\n").split("\n"):
                    tokens = segmenter.raw(line.removesuffix("\r"), hmm=hmm)
                    words = [
                        f"{token.text}/{token.pos}" if look.tags else token.text
                        for token in tokens
                        if tagged(token.pos, pos)
                    ]
                    printed = ("\n" if look.one_a_line else " ").join(words) + "\n"
                    stream.write(printed.encode(errors="backslashreplace"))
    if inputs.failed:
        raise typer.Exit(1)


def tagged(tag: str, wanted: Sequence[str]) -> bool:
    """Return whether a tag matches one of the patterns (``n*``), or whether there are none."""
    return not wanted or any(fnmatchcase(tag, pattern) for pattern in wanted)
