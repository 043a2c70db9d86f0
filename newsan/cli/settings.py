"""Options in ``newsan.toml``, which is looked for in the current folder and the folders above it.

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
"""Options that must be given each time: a forgotten line must not decide where results go or how a page is read."""
PATHS = {"userdict"}

Options = dict[str, dict[str, Any]]
"""For each command, its options as the user spells them, and the parameters they are."""


def find_settings(folder: Path) -> Path | None:
    """Return the settings file for a folder, or ``None``."""
    for place in (folder, *folder.parents):
        if (path := place / NAME).is_file():
            return path
    return None


def settings_here() -> Path | None:
    """Return the settings file for the current folder, or ``None``, also if that folder was deleted."""
    try:
        return find_settings(Path.cwd())
    except OSError:
        return None


def options_of(commands: Mapping[str, Any]) -> Options:
    """Return the options of each command that the file may set."""
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
    """Return the values that the file gives to the parameters of each command.

    Raise ``BadOption`` if the file is not valid TOML or sets an unknown option.
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
    """Raise ``BadOption`` for an unknown key and suggest the most similar known one."""
    from difflib import get_close_matches

    for key in sorted(keys):
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f" that {NAME} can set"
            raise BadOption(f"{path}: {key} is {complaint}{hint}")


def _value(path: Path, option: str, value: Any, *, several: bool) -> Any:
    """Return a value as the command line would pass it; paths are relative to the file's folder."""
    if several:
        items = value if isinstance(value, list) else [value]
        return [_value(path, option, item, several=False) for item in items]
    if isinstance(value, dict | list):
        raise BadOption(f"{path}: {option} takes one value")
    if isinstance(value, bool):
        return value
    return str(path.parent / str(value)) if option in PATHS else str(value)
