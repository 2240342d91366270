"""All that is slow or large about a review, in a process of its own, which works while the screen answers keys.

The checks take seconds for a long text, and what they and the encoder load takes two hundred megabytes. The process
opens the project by itself, so that numbers go to it and findings come back. It ends when its asker does.
"""

import pickle
import subprocess
import sys
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, BinaryIO, Self

from align.bitext import Finding, Verdict
from align.errors import AlignError
from align.review.beside import own_output, start_beside
from align.review.cosines import cosines

_ENDED = "their process has ended"


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
    """The asker's end of the process, which starts with the first question; threads may ask at the same time."""

    def __init__(self, path: Path) -> None:
        """Start nothing yet.

        Args:
            path: of the project file.
        """
        self._path = path
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._numbers = count()
        self._waiting: dict[int, Future[Any]] = {}

    def __enter__(self) -> Self:
        """Return it; the process ends with the block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the process."""
        self.close()

    def check(self, entry: int) -> Checked:
        """Return what all checks say, and wait for it.

        Args:
            entry: number of the last entry of the log; what comes later may be taken into account, too.
        """
        found = self._ask("check", entry)
        return found if isinstance(found, Checked) else Checked(entry, trouble=_ENDED)

    def cosines(self, text: str, others: tuple[str, ...]) -> tuple[float, ...]:
        """Return what `align.review.cosines` does; here if need be.

        Args:
            text: of one side.
            others: of the other side.
        """
        found: tuple[float, ...] | None = self._ask("cosines", text, others)
        return cosines(text, others) if found is None else found

    def close(self) -> None:
        """End the process, whatever it does; who waits gets no answer."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def _ask(self, *question: object) -> Any:
        """Return the answer to a question; None if there is none."""
        with self._lock:
            if self._closed:
                return None
            number, future = next(self._numbers), Future[Any]()
            self._waiting[number] = future
            process = self._process = self._process or self._started()
            assert process.stdin
            with suppress(OSError):  # it has ended, as who listens knows
                pickle.dump((number, *question), process.stdin)
                process.stdin.flush()
        return future.result()

    def _started(self) -> "subprocess.Popen[bytes]":
        process = start_beside(__name__, str(self._path.absolute()), errors=subprocess.DEVNULL)
        Thread(target=self._listen, args=(process,), daemon=True).start()
        return process

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        """Hand each answer to who waits for it, and nothing to those who wait when the process has ended."""
        assert process.stdout
        with process.stdout as answers, suppress(OSError, EOFError, pickle.UnpicklingError):
            while True:
                number, answer = pickle.load(answers)
                self._waiting.pop(number).set_result(answer)
        with self._lock, suppress(OSError):
            self._closed = True
            for future in self._waiting.values():
                future.set_result(None)
            if process.stdin:
                process.stdin.close()


def checks(path: Path) -> Generator[Checked, None, None]:
    """Yield what all checks say, each time of the log as it is then.

    Args:
        path: of the project file.
    """
    from align.lattice.alone import let_numba_be_alone
    from align.review import open_project

    let_numba_be_alone()
    with open_project(path) as project:
        while True:
            try:
                project.refresh()
                yield Checked(project.entry, project.comparison.verdict, project.findings)
            except AlignError as error:
                yield Checked(project.entry, trouble=str(error))


def serve(path: Path, questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer questions until there are no more.

    Args:
        path: of the project file.
        questions: pickled, one after the other: a number, what is asked, and about what.
        answers: each is written there as soon as it is known, pickled, with the number of its question.
    """
    lock = Lock()
    wanted: SimpleQueue[int | None] = SimpleQueue()

    def answer(number: int, found: object) -> None:
        with lock, suppress(OSError):  # who has asked has ended
            pickle.dump((number, found), answers)
            answers.flush()

    def listen() -> None:
        """Answer what is soon told at once, and have the checks run in the thread that has opened the project."""
        try:
            while True:
                number, asked, *about = pickle.load(questions)
                if asked == "check":
                    wanted.put(number)
                else:
                    answer(number, cosines(*about))
        except EOFError:
            pass
        finally:
            wanted.put(None)

    Thread(target=listen, daemon=True).start()
    with closing(checks(path)) as checked:
        for number in iter(wanted.get, None):
            answer(number, next(checked))


def main() -> None:
    """Answer on standard output, on which nobody else can write, what is asked on standard input."""
    import gc

    from align.encoding import load_encoder

    gc.set_threshold(300_000)  # as the command does
    answers = own_output()
    load_encoder()  # before two threads want it
    serve(Path(sys.argv[1]), sys.stdin.buffer, answers)
