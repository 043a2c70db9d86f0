"""The licences of the dependencies and of the data are those that the documents name."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
TABLE = re.compile(r"^\| `([\w-]+)` \| .+ \| (.+) \|$", re.MULTILINE)
LICENCES = dict(TABLE.findall((ROOT / "docs/licences.md").read_text("utf-8")))
SYSTEMS = (
    {"platform_system": "Linux", "sys_platform": "linux"},
    {"platform_system": "Windows", "sys_platform": "win32"},
)


def dependencies(package: str, extra: str = "") -> Iterator[str]:
    """Yield what a package needs on any system, directly or through others."""
    try:
        needed = [Requirement(line) for line in requires(package) or ()]
    except PackageNotFoundError:  # needed on another system only
        return
    for requirement in needed:
        marker = requirement.marker
        if marker is None or any(marker.evaluate({**system, "extra": extra}) for system in SYSTEMS):
            yield requirement.name.lower()
            yield from dependencies(requirement.name)


def test_every_dependency_is_listed() -> None:
    assert set(dependencies("newsan", "fast")) == LICENCES.keys()


@pytest.mark.parametrize("package", LICENCES)
def test_licences_of_dependencies(package: str) -> None:
    try:
        told = metadata(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is not installed here")
    named = [told[field] for field in ("License-Expression", "License") if field in told]
    classifiers = [line for line in told.get_all("Classifier") or () if line.startswith("License :: ")]
    named += [line.rpartition(" :: ")[2] for line in classifiers]
    assert LICENCES[package] in {re.sub(r" License( \(ISCL\))?$", "", name) for name in named}


def test_licences_of_the_data() -> None:
    sources = (ROOT / "newsan/data/SOURCES.md").read_text("utf-8")
    named = {
        "MIT": "MIT",
        "Apache-2.0": "Apache-2.0",
        "CC BY 4.0": "CC-BY-4.0",
        "Unicode-3.0": "Unicode-3.0",
        "WTFPL": "WTFPL",
    }
    assert all(name in sources for name in named)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == " AND ".join(named.values())
