"""The commands by name. A command is imported and built only when it runs, which keeps start-up short.

Where their modules can do without ``from __future__ import annotations`` they do: typer would have Python compile each
annotation of the command again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import typer
import typer.core
import typer.main

NAMES = ("analyse", "articles", "keywords", "facts", "dates", "places", "check", "segment", "info")
"""A command is the function of this name in the module of this name; help lists them in this order."""

# Plain help and plain tracebacks: rich costs a help page more time than everything else together.
PLAIN: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
}


@cache
def build(name: str) -> Any:
    """Return the command that typer builds from its function."""
    alone = typer.Typer(add_completion=False, **PLAIN)
    alone.command(name)(getattr(import_module(f"newsan.cli.{name}"), name))
    return typer.main.get_command(alone)


class Commands(Mapping[str, Any]):
    """A mapping of all commands that builds a command when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        """Return a command."""
        if name not in NAMES:
            raise KeyError(name)
        return build(name)

    def __iter__(self) -> Iterator[str]:
        """Return the names in the order of the help page."""
        return iter(NAMES)

    def __len__(self) -> int:
        """Return the number of commands."""
        return len(NAMES)


class Group(typer.core.TyperGroup):
    """The top-level command; it builds only the subcommand that runs."""

    def __init__(self, **settings: Any) -> None:
        """Take the settings that typer passes to a group."""
        super().__init__(**settings)
        self.commands: Any = Commands()

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands."""
        del ctx
        return list(NAMES)
