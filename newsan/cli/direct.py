"""Commands that are told nothing but what to read and in which format to print it.

They are run without the parser of the command line, whose import takes as long as reading a page. Most runs are such.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from newsan.cli.inputs import Inputs, is_piped
from newsan.cli.printing import STAGES, Printing, print_found
from newsan.cli.settings import settings_here
from newsan.output.formats import Format

ENVIRONMENT = ("NEWSAN_", "_NEWSAN")
"""What the names of variables begin with that stand for options, or that ask for the completion of a line."""
FORMATS = frozenset(Format) - {Format.XLSX}
"""Those that can always be printed."""


def runs_directly(arguments: Sequence[str]) -> bool:
    """Run ``newsan facts page.txt -f json`` and the like; return false, with nothing done, where more is told anywhere."""
    command, *files = arguments or [""]
    form = None
    if "-f" in files[:-1] and files[files.index("-f") + 1] in FORMATS:
        place = files.index("-f")
        form = Format(files[place + 1])
        del files[place : place + 2]
    if (
        command not in STAGES
        or any(file.startswith("-") and file != "-" for file in files)
        or not (files or is_piped())
        or any(name.startswith(ENVIRONMENT) for name in os.environ)
        or settings_here()
    ):
        return False
    print_found(command, Inputs(files or ("-",)), Printing(form, typed=form is not None))
    return True
