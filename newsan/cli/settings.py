"""Options kept in a file: ``newsan.toml`` in the folder newsan is run from, or in the nearest one above.

    home = "呼和浩特"
    userdict = ["words.txt"]   # paths count from the file's own folder

    [facts]
    format = "csv"

A table named after a command holds for that command alone. The command line and the environment overrule the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsan.errors import BadOption

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

NAME = "newsan.toml"
NEVER_KEPT = {"output", "help", "as-printed"}
"""What is said anew each time: a forgotten line must not decide where a result is written, or how a page is read."""
PATHS = {"userdict"}

Options = dict[str, dict[str, Any]]
"""For each command, its options as the user spells them, and the parameters they are."""


def find_settings(folder: Path) -> Path | None:
    """Return the settings file that holds in a folder, ``None`` if there is none."""
    for place in (folder, *folder.parents):
        if (path := place / NAME).is_file():
            return path
    return None


def settings_here() -> Path | None:
    """Return the settings file that holds where the command is run; a folder that is gone has none."""
    try:
        return find_settings(Path.cwd())
    except OSError:
        return None


def options_of(commands: Mapping[str, Any]) -> Options:
    """Return which options each command lets the file set."""
    return {
        name: {
            spelled[2:]: parameter
            for parameter in command.params
            for spelled in parameter.opts
            if spelled.startswith("--") and spelled[2:] not in NEVER_KEPT
        }
        for name, command in commands.items()
    }


def read_settings(path: Path, options: Options) -> dict[str, dict[str, Any]]:
    """Return for each command the values the file gives its parameters.

    A file that is no TOML, or sets what no command has, is a ``BadOption`` that says where.
    """
    import tomllib

    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadOption(f"{path}: not UTF-8; save it as UTF-8") from None
    except (OSError, ValueError) as error:
        raise BadOption(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    known = {option for own in options.values() for option in own}
    _check(
        path, {key for key in told if isinstance(told[key], dict)} - known, options, "no command of newsan"
    )
    alone = {name: told.pop(name) for name in options if isinstance(told.get(name), dict)}
    _check(path, told, known, "no option of any command")
    for name, values in alone.items():
        _check(path, values, options[name].keys(), f"no option of newsan {name}")
    return {
        name: {
            own[option].name: _value(path, option, value, several=own[option].multiple)
            for option, value in (told | alone.get(name, {})).items()
            if option in own
        }
        for name, own in options.items()
    }


def _check(path: Path, keys: Iterable[str], known: Collection[str], complaint: str) -> None:
    """Raise ``BadOption`` for a key that is not known, with the nearest one that is."""
    from difflib import get_close_matches

    for key in sorted(keys):
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f" that {NAME} can set"
            raise BadOption(f"{path}: {key} is {complaint}{hint}")


def _value(path: Path, option: str, value: Any, *, several: bool) -> Any:
    """Return a value as the command line would give it: text, a truth or a list; paths counted from the file."""
    if several:
        items = value if isinstance(value, list) else [value]
        return [_value(path, option, item, several=False) for item in items]
    if isinstance(value, dict | list):
        raise BadOption(f"{path}: {option} takes one value")
    if isinstance(value, bool):
        return value
    return str(path.parent / str(value)) if option in PATHS else str(value)
