"""What users install: the wheel, made from the sdist, in an environment of its own for two Pythons, if they are here.

That takes minutes, so one worker does it in the background, patiently, while the other tests run.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

Completed = subprocess.CompletedProcess[str]
ROOT = Path(__file__).parent.parent
MINORS = (11, 13)  # the oldest that will do and the newest; each takes a minute
PACKAGES = ("align", "corpora", "eval", "versalign")
# The commands of `eval` that need the project's folder, or one beside it.
OF_PROJECT = ("gate", "bench", "readme", "near")
_PAIR = ("en.txt", "fr.txt")
_FIT = "import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, {minor}))"
_PATIENT = ["nice"] if shutil.which("nice") else []
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "venv")


@dataclass(frozen=True, slots=True)
class Distributions:
    """The sdist and the wheel that was made from it."""

    sdist: Path
    wheel: Path


@dataclass(frozen=True, slots=True)
class Installed:
    """What came of commands in an environment with nothing but the wheel and what it asks for.

    Attributes:
        home: where the environment was.
        comparison: the main job, the first thing after the installation.
        compiled: folders of kernels that it had to compile.
        places: which files the packages are imported from.
        lacking: the commands of `OF_PROJECT`.
    """

    home: Path
    comparison: Completed
    compiled: tuple[Path, ...]
    places: Completed
    lacking: dict[str, Completed]


class Wheels:
    """Builds and installs in a folder, one thing after the other.

    Attributes:
        distributions: what is built.
        installed: what is installed, by the minor version of Python.
    """

    def __init__(self, folder: Path, pythons: dict[int, Path]) -> None:
        """Start the work; it goes on in the background."""
        self._folder = folder
        self._elsewhere = folder / "far" / "away"
        self._at_work: subprocess.Popen[str] | None = None
        self._pool = ThreadPoolExecutor(1)
        self.distributions: Future[Distributions] = self._pool.submit(self._build)
        self.installed: dict[int, Future[Installed]] = {}
        for minor, python in pythons.items():
            home = folder / f"python3.{minor}"
            self.installed[minor] = self._pool.submit(self._install, home, python)
            self._pool.submit(shutil.rmtree, home, ignore_errors=True)  # each has thousands of files

    def stop(self) -> None:
        """End what is under way."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._at_work is not None:
            self._at_work.terminate()
        self._pool.shutdown()

    def _run(self, *command: str | Path) -> Completed:
        """Run a command in a folder that is not the project's, and with nothing of the project on its path."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        words = [*_PATIENT, *map(str, command)]
        with subprocess.Popen(
            words,
            cwd=self._elsewhere,
            env={**environment, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            self._at_work = process
            output, errors = process.communicate()
        return Completed(words, process.returncode, output, errors)

    def _run_well(self, *command: str | Path) -> None:
        """Run a command that has to succeed."""
        done = self._run(*command)
        if done.returncode:
            raise RuntimeError(f"{' '.join(done.args)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")

    def _build(self) -> Distributions:
        """Build from a copy of the project, since what older builds left behind would come along."""
        tree, out = self._folder / "project", self._folder / "dist"
        shutil.copytree(ROOT, tree, ignore=_NOT_COPIED)
        self._elsewhere.mkdir(parents=True)
        for name in _PAIR:
            shutil.copy(ROOT / "seeds" / "ferry" / name, self._elsewhere)
        self._run_well(sys.executable, "-m", "build", tree, "--outdir", out)
        (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
        return Distributions(sdist, wheel)

    def _install(self, home: Path, python: Path) -> Installed:
        """Install the wheel and run commands of it."""
        wheel = self.distributions.result().wheel
        self._run_well(python, "-m", "venv", home)
        programs = home / ("Scripts" if os.name == "nt" else "bin")
        self._run_well(programs / "python", "-m", "pip", "install", "--no-compile", wheel)
        asked = "".join(f"import {package}; print({package}.__file__); " for package in PACKAGES)
        comparison = self._run(programs / "versalign", "diff", *_PAIR)
        return Installed(
            home,
            comparison,
            compiled=tuple(home.rglob("kernels-*")),
            places=self._run(programs / "python", "-c", asked),
            lacking={command: self._run(programs / "versalign", "eval", command) for command in OF_PROJECT},
        )


def find_pythons() -> dict[int, Path]:
    """Return an interpreter for each minor version of Python 3 that we support and that is here, pyenv's included."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = {}
    for minor in MINORS:
        named = shutil.which(f"python3.{minor}")
        places = [Path(sys.executable), *([Path(named)] if named else []), *pyenv.glob(f"3.{minor}.*/bin/python")]
        fit = [place for place in places if _is_fit(place, minor)]
        if fit:
            found[minor] = fit[0]
    return found


def _is_fit(python: Path, minor: int) -> bool:
    """Return whether an interpreter is of that version and can make environments; a shim of pyenv may be neither."""
    done = subprocess.run([python, "-c", _FIT.format(minor=minor)], capture_output=True, check=False)
    return done.returncode == 0
