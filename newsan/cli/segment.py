"""``newsan segment``: the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated

import typer

from newsan.cli import options
from newsan.cli.inputs import Inputs, given_or_piped
from newsan.cli.options import Colour
from newsan.cli.printing import Printing, print_analyses, unanalysed
from newsan.output.formats import Look

if TYPE_CHECKING:
    from pathlib import Path

    from newsan.models import Analysis


def segment(
    context: typer.Context,
    files: options.Files = None,
    *,
    form: options.FormatOption = None,
    output: options.OutputOption = None,
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
    encoding: options.EncodingOption = None,
    as_printed: options.AsPrintedOption = False,
    userdict: options.UserDictOption = None,
    colour: options.ColourOption = Colour.AUTO,
    bom: options.BomOption = False,
    quiet: options.QuietOption = False,
) -> None:
    """Print the words (分词) of each article, spaces between them.

    Example: newsan segment 20251218.txt --tags

    json, jsonl, csv and the like hold each word with its offset and tag.
    """
    from newsan.output.rows import Part

    inputs = Inputs(given_or_piped(context, files), encoding, quiet=quiet, as_printed=as_printed)
    printing = Printing(context, form, output, colour, bom, look=Look(tags=tags, one_a_line=lines))
    print_analyses(segmented(inputs, userdict, pos or (), names=names), (Part.TOKENS,), inputs, printing)


def segmented(
    inputs: Inputs, userdict: Sequence[Path] | None, pos: Sequence[str], *, names: bool
) -> Iterator[Analysis]:
    """Return each input with the words of its articles and nothing else looked for."""
    from newsan import analysis
    from newsan.segmenting import Segmenter

    segmenter = Segmenter(userdict or (), names=names)
    for edition in inputs.editions():
        read = unanalysed(edition)
        yield replace(
            read,
            articles=tuple(
                replace(
                    found,
                    sentences=tuple(
                        sentence._replace(
                            tokens=tuple(token for token in sentence.tokens if tagged(token.pos, pos)),
                        )
                        for sentence in analysis.segmented(found.article, segmenter)
                    ),
                )
                for found in read.articles
            ),
        )


def tagged(tag: str, wanted: Sequence[str]) -> bool:
    """Tell whether a tag is among those wanted, ``n*`` meaning its family; with none wanted, any is."""
    return not wanted or any(fnmatchcase(tag, pattern) for pattern in wanted)
