"""The commands by name, each imported and built when it is asked for: a page is read with one of them.

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
    """Return a command as typer makes it of its function."""
    alone = typer.Typer(add_completion=False, **PLAIN)
    alone.command(name)(getattr(import_module(f"newsan.cli.{name}"), name))
    return typer.main.get_command(alone)


class Commands(Mapping[str, Any]):
    """All commands, none of them built before it is looked up."""

    def __getitem__(self, name: str) -> Any:
        """Return a command."""
        if name not in NAMES:
            raise KeyError(name)
        return build(name)

    def __iter__(self) -> Iterator[str]:
        """Return the names in the order of the help."""
        return iter(NAMES)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(NAMES)


class Group(typer.core.TyperGroup):
    """``newsan`` itself, which builds no command but the one it runs."""

    def __init__(self, **settings: Any) -> None:
        """Take what typer tells a group."""
        super().__init__(**settings)
        self.commands: Any = Commands()

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands."""
        del ctx
        return list(NAMES)
