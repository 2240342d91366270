"""All checks of a review in a process of its own, which works while the screen answers keys.

They take seconds for a long text, and a hundred megabytes for what they load. The process opens the project by itself,
so that nothing but numbers goes to it and nothing but findings comes back; it ends when its asker does.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

from align.bitext import Finding, Verdict
from align.errors import AlignError


@dataclass(frozen=True, slots=True)
class Checked:
    """What all checks say of a review.

    Attributes:
        entry: number of the last entry of the log that is taken into account.
        verdict: what the two documents are to each other.
        findings: of all checks, in the order of the beads.
        trouble: why there are none; empty where there are.
    """

    entry: int
    verdict: Verdict = Verdict.UNRELATED
    findings: tuple[Finding, ...] = ()
    trouble: str = ""


class Checker:
    """The asker's end of the process."""

    def __init__(self, path: Path) -> None:
        """Start the process.

        Args:
            path: of the project file.
        """
        # What is imported there is what is imported here, and nothing from the working directory.
        variables = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-P", "-c", f"from {__name__} import main; main()", str(path.absolute())]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=variables
        )

    def __enter__(self) -> Self:
        """Return it; the process ends with the block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the process."""
        self.close()

    def ask(self, entry: int) -> Checked:
        """Return what all checks say, and wait for it; a thread may wait while another one closes.

        Args:
            entry: number of the last entry of the log; what comes later may be taken into account, too.
        """
        assert self._process.stdin
        assert self._process.stdout
        try:
            pickle.dump(entry, self._process.stdin)
            self._process.stdin.flush()
            found = pickle.load(self._process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError, ValueError):
            return Checked(entry, trouble="the process of the checks has ended")
        assert isinstance(found, Checked)
        return found

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()


def answers(path: Path, questions: BinaryIO) -> Iterator[Checked]:
    """Yield an answer to every question.

    Args:
        path: of the project file.
        questions: pickled numbers of entries of the log, one after the other.
    """
    from align.review import open_project

    with open_project(path) as project:
        while True:
            try:
                entry = pickle.load(questions)
            except EOFError:
                return
            try:
                project.refresh()
                yield Checked(project.entry, project.comparison.verdict, project.findings)
            except AlignError as error:
                yield Checked(entry, trouble=str(error))


def main() -> None:
    """Answer on standard output, on which nobody else can write, what is asked on standard input."""
    import gc

    from align.lattice.alone import import_numba_alone

    gc.set_threshold(300_000)  # as the command does
    output = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    import_numba_alone()
    for answer in answers(Path(sys.argv[1]), sys.stdin.buffer):
        pickle.dump(answer, output)
        output.flush()
