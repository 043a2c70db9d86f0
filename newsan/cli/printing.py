"""Run the stages that a command needs and print what they find."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsan.cli.inputs import Inputs, announce, report
from newsan.output.formats import SUFFIXES, Format, Look, format_of

if TYPE_CHECKING:
    from pathlib import Path

    from newsan.analysis import Stage
    from newsan.models import Analysis, Edition
    from newsan.output.rows import Part
    from newsan.segmenting import Segmenter

PLAIN = Look()

TOPICS = 10
"""The number of topics of an article without ``--limit``."""


class Colour(StrEnum):
    """When to colour: ``auto`` on a terminal, unless NO_COLOR is set."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Printing(NamedTuple):
    """The options for output; ``kinds``, ``limit`` and ``place`` select records.

    ``typed`` is whether ``--format`` was given on the command line; it then overrides the suffix of the output file.
    """

    form: Format | None = None
    typed: bool = False
    output: str | None = None
    colour: Colour = Colour.AUTO
    bom: bool = False
    kinds: Sequence[str] = ()
    limit: int | None = None
    place: str | None = None
    look: Look = PLAIN

    def chosen_format(self) -> Format:
        """Return the format given by ``-f``, the suffix of ``-o`` or NEWSAN_FORMAT, in this order; else a table."""
        if self.output in (None, "-"):
            if self.form is Format.XLSX and sys.stdout.isatty():
                from typer import BadParameter

                msg = "xlsx is no text to show on a terminal; name a file: -o figures.xlsx"
                raise BadParameter(msg, param_hint="'--format'")
            return self.form or Format.TABLE
        form = (self.form if self.typed else None) or format_of(self.output or "") or self.form
        if form is None:
            from typer import BadParameter

            msg = f"{self.output} does not tell its format; end it in one of {' '.join(SUFFIXES)} or add --format."
            raise BadParameter(msg, param_hint="'--output'")
        return form

    def on_screen(self) -> bool:
        """Return whether the output goes to a terminal."""
        return self.output in (None, "-") and sys.stdout.isatty()

    def chosen_look(self) -> Look:
        """Return how to draw tables: styled on a terminal, plain in files and pipes."""
        terminal = self.on_screen()
        wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        colour = {Colour.AUTO: wanted, Colour.ALWAYS: True, Colour.NEVER: False}[self.colour]
        return self.look._replace(
            styled=terminal or colour,
            colour=colour,
            width=screen_width() if terminal else None,
            bom=self.bom,
        )


class Request(NamedTuple):
    """The values of the shared options."""

    inputs: Inputs
    printing: Printing
    userdict: list[Path] | None = None

    def at(self, place: str | None) -> Request:
        """Return the same request for the figures of one place."""
        return self._replace(printing=self.printing._replace(place=place))


STAGES: dict[str, tuple[Stage, ...]] = {
    "analyse": ("keywords", "facts", "dates", "places"),
    "articles": (),
    "keywords": ("keywords",),
    "facts": ("facts",),
    "dates": ("dates",),
    "places": ("places",),
    "info": ("facts", "dates", "places"),
}
"""The stages that each command runs."""


def print_found(command: str, request: Request, part: Part | None = None) -> None:
    """Print what a command finds; ``part`` is what to show if the command is not named after it."""
    from newsan.output.rows import RECORDS, Part

    stages = STAGES[command]
    found = analysed(request, stages) if stages else map(unanalysed, request.inputs.editions())
    parts = {"analyse": RECORDS, "info": (Part.EDITIONS,)}.get(command) or (part or Part(command),)
    print_analyses(found, parts, request)


def screen_width() -> int:
    """Return the width of the terminal in columns."""
    import shutil

    return shutil.get_terminal_size().columns


def analysed(request: Request, stages: tuple[Stage, ...]) -> Iterator[Analysis]:
    """Yield the analysis of each input, with these stages."""
    from newsan.analysis import analyse

    segmenter = user_segmenter(request.userdict)
    limit = TOPICS if request.printing.limit is None else request.printing.limit
    for edition in request.inputs.editions():
        yield analyse(edition, stages=stages, segmenter=segmenter, limit=limit)


def unanalysed(edition: Edition) -> Analysis:
    """Return an analysis without records: the edition as it was read."""
    from newsan.models import Analysis, ArticleAnalysis

    return Analysis(edition, None, tuple(map(ArticleAnalysis, edition.articles)), ())


def user_segmenter(userdict: Sequence[Path] | None) -> Segmenter | None:
    """Return a segmenter with the user's dictionaries, or ``None`` for the default one."""
    if not userdict:
        return None
    from newsan.segmenting import Segmenter

    return Segmenter(user_dictionaries=userdict)


def print_analyses(analyses: Iterable[Analysis], parts: tuple[Part, ...], request: Request) -> None:
    """Write the parts of each analysis as it becomes available; exit with 1 if an input failed.

    The output is opened when the first input has been read. If all inputs fail, an existing output file
    stays as it was.
    """
    from newsan.output import write
    from newsan.output.replacing import open_output
    from newsan.output.rows import Part

    inputs, printing = request.inputs, request.printing
    form, look = printing.chosen_format(), printing.chosen_look()
    if form is Format.GEOJSON and Part.PLACES not in parts:
        from typer import BadParameter

        msg = "geojson shows places only; ask newsan places for it"
        raise BadParameter(msg, param_hint="'--format'")
    inputs.output = printing.output
    if not inputs.quiet and sys.stderr.isatty():
        announce()
    inputs.progress = not inputs.quiet and sys.stderr.isatty() and not printing.on_screen()
    met: set[str] = set()
    chosen = selected(analyses, parts, printing, met)
    first = next(chosen, None)
    if first is not None:
        with open_output(printing.output) as stream:
            write(form, chain([first], chosen), parts, stream, look)
        if not inputs.quiet:
            remark_kinds(printing.kinds, met)
    if inputs.failed:
        sys.exit(1)


def selected(
    analyses: Iterable[Analysis], parts: tuple[Part, ...], printing: Printing, met: set[str]
) -> Iterator[Analysis]:
    """Yield the analyses with the selected records; add the kinds that occur to ``met``."""
    from newsan.cli.selecting import kinds_in, select

    for analysis in analyses:
        if printing.kinds:
            met |= kinds_in(analysis, parts)
        yield select(analysis, parts, printing.kinds, printing.limit, printing.place)


def remark_kinds(kinds: Sequence[str], met: set[str]) -> None:
    """Report the kinds that no record has; a misspelt kind would otherwise look like an empty page."""
    for kind in kinds:
        if kind not in met:
            report(f"no record is of kind {kind}; there are: {', '.join(sorted(met)) or 'none'}")
