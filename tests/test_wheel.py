"""What users install does the job without the project's folder: on the oldest and the newest Python that will do."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from align.lattice.processor import has_baseline
from tests.wheels import MINORS, PACKAGES, ROOT, Distributions, Installed, Wheels

DATA = {
    "align/py.typed",
    "align/report/schema.json",
    "align/aligners/default/weights.json",
    "align/aligners/default/weights_use.json",
    "align/words/weights.json",
    "align/lattice/kernels.bin",
    "align/encoding/embedded/card.json",
    "align/encoding/embedded/pieces.model",
    "align/encoding/embedded/pieces.safetensors",
    "align/encoding/embedded/table.safetensors",
    "versalign/py.typed",
    *(path.relative_to(ROOT).as_posix() for path in (ROOT / "align" / "lexica").glob("*.toml")),
}


@pytest.fixture
def distributions(wheels: Wheels) -> Distributions:
    """Return the sdist and the wheel."""
    return wheels.distributions.result()


def modules() -> set[str]:
    """Return the modules of the project."""
    return {path.relative_to(ROOT).as_posix() for package in PACKAGES for path in (ROOT / package).rglob("*.py")}


def test_the_wheel_holds_all_modules_and_their_data_alone(distributions: Distributions) -> None:
    """Neither tests nor samples."""
    with zipfile.ZipFile(distributions.wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == modules() | DATA


def test_the_sdist_holds_what_the_wheel_is_made_from(distributions: Distributions) -> None:
    """And the licence."""
    with tarfile.open(distributions.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert modules() | DATA | {"LICENSE", "README.md", "pyproject.toml"} <= names


@pytest.fixture(params=MINORS, ids=lambda minor: f"3.{minor}")
def installed(request: pytest.FixtureRequest, wheels: Wheels) -> Installed:
    """Return what came of the wheel on a version of Python that is on this machine."""
    if request.param not in wheels.installed:
        pytest.skip(f"there is no Python 3.{request.param} on this machine")
    return wheels.installed[request.param].result()


def test_the_main_job_runs_from_the_wheel(installed: Installed) -> None:
    """A comparison far from the project's folder, the first one after the installation."""
    done = installed.comparison
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("13 of 33 sentences are missing.")
    assert done.stderr.count("\n") <= 1, "expected a word of patience at most"


@pytest.mark.skipif(not has_baseline(), reason="kernels come compiled for Linux on x86-64 with AVX2")
def test_the_kernels_come_compiled(installed: Installed) -> None:
    """For any version of Python."""
    assert installed.compiled == ()


def test_nothing_comes_from_the_checkout(installed: Installed) -> None:
    """All packages are those that were installed."""
    assert installed.places.returncode == 0, installed.places.stderr
    folders = {Path(place).parents[1] for place in installed.places.stdout.splitlines()}
    assert [folder.name for folder in folders] == ["site-packages"]
    assert all(folder.is_relative_to(installed.home) for folder in folders)


@pytest.mark.parametrize(
    ("command", "lacks"),
    [
        ("gate", "expected seeds and eval/floors.json of the project"),
        ("bench", "expected seeds of the project"),
        ("readme", "expected eval/results of the project"),
        ("near", "shared/gold/ntrex128/DOCUMENT_IDS.tsv: expected a readable file"),
    ],
)
def test_a_command_of_the_project_says_what_it_lacks(command: str, lacks: str, installed: Installed) -> None:
    """In one line, instead of looking for it among the installed packages."""
    done = installed.lacking[command]
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("versalign: ")
    assert done.stderr.count("\n") == 1
    assert lacks in done.stderr
    assert "site-packages" not in done.stderr
