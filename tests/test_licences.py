"""Nothing that the default install brings is under the GPL or the AGPL alone, whatever brings it."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
# The classifiers are those of all its files: one under the GPL is a mode for Emacs, which is not installed.
EXPLAINED = {"docutils": "GNU General Public License (GPL)"}
_STRONG = re.compile(r"\bA?GPL|\bGNU (?:Affero )?General Public License", re.IGNORECASE)
_OTHER = re.compile(r"\bOR\b|,")  # what may be chosen instead


@cache
def installed() -> dict[str, Distribution]:
    """Return all that the default install needs here, by name."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        todo = [Requirement(line) for line in tomllib.load(file)["project"]["dependencies"]]
    found: dict[str, Distribution] = {}
    while todo:
        wanted = todo.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker and not any(map(wanted.marker.evaluate, _extras(wanted)))):
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            pytest.fail(f"expected {name} to be installed, as pyproject.toml or a dependency asks for it")
        for line in found[name].requires or ():
            needed = Requirement(line)
            if needed.marker is None or any(map(needed.marker.evaluate, _extras(wanted))):
                needed.marker = None
                todo.append(needed)
    return found


def _extras(wanted: Requirement) -> list[dict[str, str]]:
    return [{"extra": extra} for extra in (wanted.extras or {""})]


def licences(package: Distribution) -> Iterator[str]:
    """Yield what a package says of its licence: an expression, or else a line and classifiers."""
    about = package.metadata
    if expression := about["License-Expression"]:
        yield from _OTHER.split(expression)
        return
    lines = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    yield from lines or _OTHER.split((about["License"] or "").split("\n")[0])


def is_strong(licence: str) -> bool:
    """Return whether a licence binds what is used with it; the LGPL does not, as its packages can be exchanged."""
    return bool(_STRONG.search(licence)) and "lesser" not in licence.lower()


@pytest.mark.parametrize("name", sorted(installed()))
def test_no_package_is_under_the_gpl_alone(name: str) -> None:
    """One of the licences to choose from is another one, and each package tells its licence."""
    told = [licence.strip() for licence in licences(installed()[name]) if licence.strip() != EXPLAINED.get(name)]
    assert any(told), "expected a licence to be told"
    assert not all(map(is_strong, told)), f"expected another licence than {told}"


@pytest.mark.parametrize(
    ("licence", "strong"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GNU Affero General Public License v3", True),
        ("LGPL-2.1-or-later", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT", False),
    ],
)
def test_the_strong_ones_are_known(licence: str, strong: bool) -> None:
    """By identifiers and by names."""
    assert is_strong(licence) is strong


def test_a_licence_that_is_explained_is_still_there() -> None:
    """An exception that nobody needs any more goes."""
    for name, licence in EXPLAINED.items():
        assert licence in list(licences(installed()[name]))
