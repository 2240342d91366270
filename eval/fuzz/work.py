"""A process that runs cases in a folder of its own, and the one that watches it.

The command runs in the process itself, so that a run costs milliseconds. It is a fork, so that a crash, an endless loop
or a full memory ends it alone; then the next one goes on behind the case that it was at.
"""

import contextlib
import logging
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from select import select
from time import process_time
from typing import IO

from eval.fuzz.cases import HARM, SOME_ID, Case, Step, make_case
from eval.fuzz.harm import harmed
from eval.fuzz.judge import Run, faults_of, mirror_faults

PATIENCE = 120.0  # seconds without a sign of life; `corpus train` compiles for twenty where it never ran
_AT_ONCE = 100  # cases of one process
_ROOM = 6 << 30  # bytes that it may ask for beside what it has


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a case."""

    number: int
    step: Step
    reason: str


def run_cases(seed: int, numbers: Sequence[int]) -> Iterator[Fault | int]:
    """Yield the faults of cases, and the number of each when it is done.

    Args:
        seed: of the cases.
        numbers: which ones, rising.
    """
    _warm_up()
    left = list(numbers)
    while left:
        for told in _watched(seed, left[:_AT_ONCE]):
            yield told
            if isinstance(told, int):
                left.remove(told)


def _watched(seed: int, numbers: Sequence[int]) -> Iterator[Fault | int]:
    """Yield what a process tells of its cases; of the one that kills it, that."""
    ours, theirs = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process == 0:
        os.close(ours)
        _work(seed, numbers, theirs)
    os.close(theirs)
    left = list(numbers)
    with os.fdopen(ours, "rb", buffering=0) as pipe:
        for line in _lines(pipe):
            word, _, rest = line.partition(" ")
            if word == "done":
                yield left.pop(0)
            else:
                number, arguments, reason = rest.split("\x1e")
                yield Fault(int(number), tuple(arguments.split("\x1f")), reason)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if left:
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        ended = f"no sign of life for {PATIENCE:.0f} s" if killed else f"died with status {status}"
        yield Fault(left[0], make_case(seed, left[0]).steps[0], ended)
        yield left[0]


def _lines(pipe: IO[bytes]) -> Iterator[str]:
    """Yield lines until the other end closes or falls silent."""
    kept = b""
    while select([pipe], [], [], PATIENCE)[0]:
        part = pipe.read(1 << 16)
        if not part:
            return
        *whole, kept = (kept + part).split(b"\n")
        yield from (line.decode("utf-8", "surrogateescape") for line in whole)


def _work(seed: int, numbers: Sequence[int], pipe: int) -> None:
    """Run cases and tell of them; the process ends here."""
    code = 1
    os.environ |= {"XDG_CONFIG_HOME": "config", "COLUMNS": "100"}  # in the folder of each case
    try:
        with tempfile.TemporaryDirectory(prefix="fuzz") as home:
            size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (size + _ROOM, size + _ROOM))
            with os.fdopen(pipe, "w", encoding="utf-8", errors="surrogateescape") as stream:
                for number in numbers:
                    for step, reason in _faults(make_case(seed, number), Path(home) / "case"):
                        arguments = "\x1f".join(step).replace("\n", "␊")
                        stream.write(f"fault {number}\x1e{arguments}\x1e{reason.replace(chr(10), '␊')}\n")
                    stream.write("done\n")
                    stream.flush()
        code = 0
    finally:
        os._exit(code)


def _faults(case: Case, folder: Path) -> Iterator[tuple[Step, str]]:
    """Run a case and yield what is wrong with it."""
    folder.mkdir()
    os.chdir(folder)
    try:
        _lay_out(case)
        runs: list[Run] = []
        for step in case.steps:
            if step[0:1] == (HARM,):
                _harm(Path(step[1]), int(step[2]))
                continue
            runs.append(_run(_named(step, runs), case.stdin))
            yield from ((step, reason) for reason in faults_of(runs[-1]))
        if case.mirrored and all(run.code in (0, 1) for run in runs):
            yield from ((case.steps[0], reason) for reason in mirror_faults(runs))
    finally:
        os.chdir("/")
        shutil.rmtree(folder)


def _named(step: Step, runs: list[Run]) -> Step:
    """Return a step with the id that an earlier run told last, where it asks for one."""
    told = [line.split(b"\t")[0].decode("utf-8", "replace") for run in runs for line in run.out.splitlines()[:3]]
    return tuple(told[-1] if part == SOME_ID and told else part for part in step)


def _lay_out(case: Case) -> None:
    for name, data in case.files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _harm(path: Path, seed: int) -> None:
    """Break a file, if there is one."""
    if path.is_file():
        path.write_bytes(harmed(Random(seed), path.read_bytes()))


def _run(step: Step, stdin: bytes) -> Run:
    """Run the command once."""
    before = {path: _state(path) for path in _files()}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        most, begun = _memory(), process_time()
        code = _call(step, (given, out, err))
        seconds, memory = process_time() - begun, _memory() - most
        out.seek(0)
        err.seek(0)
        written = tuple(path for path in _files() if before.get(path) != _state(path))
        return Run(step, code, out.read(), err.read(), seconds, memory, written)


def _call(step: Step, files: tuple[IO[bytes], IO[bytes], IO[bytes]]) -> int:
    """Call the command with other standard streams and return its exit code."""
    from align import cli

    kept = [os.dup(number) for number in range(3)]
    streams = sys.stdin, sys.stdout, sys.stderr
    groups, arguments = len(cli.app.registered_groups), sys.argv
    for number, file in enumerate(files):
        os.dup2(file.fileno(), number)
    try:
        sys.stdin = os.fdopen(os.dup(0), encoding="utf-8", errors="surrogateescape")
        sys.stdout = os.fdopen(os.dup(1), "w", encoding="utf-8")
        sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")
        sys.argv = ["versalign", *step]
        cli.main()
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.close()
        sys.stdin, sys.stdout, sys.stderr = streams
        del cli.app.registered_groups[groups:]
        logging.getLogger().handlers.clear()  # of `corpus train`, to a stream that is closed now
        sys.argv = arguments
        for number, copy in enumerate(kept):
            os.dup2(copy, number)
            os.close(copy)


def _files() -> list[Path]:
    return [path for path in Path().rglob("*") if path.is_file()]


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _warm_up() -> None:
    """Load in the parent what every case needs, so that no fork has to load or compile it again."""
    for module in ("align.cli", "corpora.cli", "eval.cli"):
        import_module(module)
    from align.comparison import compare

    compare("The lamp is dark. Two sisters came. They left.", "La lampe est éteinte. Elles sont parties.")
