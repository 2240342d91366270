"""What the screen of a review costs, each measured in a process of its own on a pseudo-terminal.

`python -m eval.bench.review_job BEADS` prints as JSON, of a review of so many beads:

- `empty`, `first`: seconds from the start of the process until the first screen of an empty textual application, and of
  the review without `opening`: importing the review, reading the project, and what can be told of the beads at once;
- `checked`: seconds from the start until all checks have looked inside of the beads, in a process beside the screen;
- `key`, `correct`: median milliseconds from a key to what it draws, of keys that move or judge, and of corrections (a
  merge, and its undo) while the checks run again;
- `memory`, `checks`: MiB, the peaks of the two processes, each with the libraries that both have loaded. They need not
  be at the same time, so together they are an upper bound;
- `made`: seconds until the first screen where the project is first made of two texts of so many sentences, and
  `memory_making`, `making`: MiB, the peaks of the screen's process then, and of the one that reads and aligns, which
  has ended when the screen opens.
"""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from align.bitext import Alignment, Bead, Document, Segment, Span
from eval.bench.synthetic import make_pair, seed_sentences

_QUIET = 0.3  # seconds without output after which nothing more is to come
_BURST = 0.03  # the same within what a key draws; the reasons for a bead are worked out later, when one rests on it
_PATIENCE = 120.0
_NEAR = 8  # bytes between the counts and what stands behind them
_KEYS = ("j", "j", "j", "k", " ", "n", "G", "g", "j", "n", "n", "N", "a", "s") * 3
_CORRECTIONS = ("M", "u") * 5
_SIZE = (40, 140)
_OPEN = """
import gc, sys, time
gc.set_threshold(300_000)  # as the command does
start = time.perf_counter()
from pathlib import Path
from align.review import open_project
from align.review.screen import run
project = open_project(Path(sys.argv[1]))
project.draft()
project.comparison
print(time.perf_counter() - start, file=open(sys.argv[2], "w"))
run(project)
from eval.bench.memory import peak_memory, peak_memory_of_children
print(peak_memory(), peak_memory_of_children(), file=open(sys.argv[2], "a"))
"""
_MAKE = """
import sys
from align.cli import main
notes = sys.argv.pop()
try:
    main()
finally:
    from eval.bench.memory import peak_memory, peak_memory_of_children
    print(peak_memory(), peak_memory_of_children(), file=open(notes, "w"))
"""
_EMPTY = "from textual.app import App\nApp().run()"


def main() -> None:
    """Print what was measured."""
    beads = int(sys.argv[1])
    with TemporaryDirectory() as folder:
        path, notes = Path(folder) / "review.versalign", Path(folder) / "notes"
        from align.review import make_project

        make_project(path, made_up(beads)).close()
        empty = median(first_screen([sys.executable, "-c", _EMPTY]).first for _ in range(3))
        command = [sys.executable, "-c", _OPEN, str(path), str(notes)]
        shown = first_screen(command, keys=(*_KEYS, *_CORRECTIONS), checked=b"checking")
        opening, memory, checks = map(float, notes.read_text(encoding="utf-8").split())
        made, memory_making, making = measure_making(Path(folder), beads)
    moving, correcting = shown.times[: len(_KEYS)], shown.times[len(_KEYS) :]
    found = {
        "beads": beads,
        "empty": empty,
        "first": shown.first - opening,
        "opening": opening,
        "checked": shown.checked,
        "key": median(moving) * 1000,
        "correct": median(correcting) * 1000,
        "memory": memory,
        "checks": checks,
        "made": made,
        "memory_making": memory_making,
        "making": making,
    }
    sys.stdout.write(json.dumps(found) + "\n")


def measure_making(folder: Path, sentences: int) -> tuple[float, float, float]:
    """Return the seconds until the first screen of two texts, and the MiB of its process and of the one that aligns.

    Args:
        folder: an empty one, for the texts and their project.
        sentences: of the source.
    """
    pair = make_pair(seed_sentences(), sentences)
    source, target, notes = folder / "source.txt", folder / "target.txt", folder / "making"
    source.write_text("\n".join(pair.source), encoding="utf-8")
    target.write_text("\n".join(pair.target), encoding="utf-8")
    command = [sys.executable, "-c", _MAKE, "review", str(source), str(target), str(notes)]
    shown = first_screen(command, keys=("j",), checked=b"checking")
    memory, making = map(float, notes.read_text(encoding="utf-8").split())
    return shown.first, memory, making


def made_up(beads: int) -> Alignment:
    """Return an alignment of made-up sentences, of which every twentieth was dropped."""
    source = _document("a", [f"Sentence {number} tells of a harbour and of {number} boats." for number in range(beads)])
    kept = [number for number in range(beads) if number % 20 != 7]
    target = _document("b", [f"Phrase {number} : le port compte {number} bateaux ce matin." for number in kept])
    made, place = [], 0
    for number in range(beads):
        size = number % 20 != 7
        made.append(Bead(Span(number, number + 1), Span(place, place + size), 1.0, 0.95))
        place += size
    return Alignment(source, target, tuple(made), "made up")


class Shown(NamedTuple):
    """Seconds until the first screen, until nothing is checked any more, and from each key to what it draws."""

    first: float
    checked: float
    times: list[float]


def first_screen(command: Sequence[str], *, keys: Sequence[str] = (), checked: bytes = b"") -> Shown:
    """Return how long a program takes to draw.

    Args:
        command: of a program that draws on a terminal and leaves at `q` or Ctrl+Q.
        keys: to press.
        checked: what the last line that tells counts has as long as the checks run; the keys are pressed afterwards.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
    variables = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}
    start = perf_counter()
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables) as process:
        os.close(theirs)
        first = _drawn(ours, holding=b"help" if keys else b"\x1b", least=1000) - start
        ended = (_gone(ours, checked) if checked else perf_counter()) - start
        _drain(ours)
        times = []
        for key in keys:
            pressed = perf_counter()
            os.write(ours, key.encode())
            times.append(_drawn(ours) - pressed)
            _drain(ours)
        os.write(ours, b"q\x11")
        while process.poll() is None:
            _read(ours)
        os.close(ours)
    return Shown(first, ended, times)


def _drawn(terminal: int, *, holding: bytes = b"", least: int = 1) -> float:
    """Return when the last output came before a pause, as soon as it is so much and holds what it has to."""
    until, found, last = perf_counter() + _PATIENCE, b"", 0.0
    while perf_counter() < until:
        more = _read(terminal)
        if more:
            found, last = found + more, perf_counter()
        elif len(found) >= least and holding in found and perf_counter() - last > _BURST:
            return last
    raise TimeoutError(f"expected {least} bytes of a screen, found {len(found)}")


def _gone(terminal: int, words: bytes) -> float:
    """Return when the counts are first drawn without these words behind them."""
    until, found = perf_counter() + _PATIENCE, b""
    while perf_counter() < until:
        found += _read(terminal)
        _, counts, behind = found.rpartition(b"disputed")
        if counts and words not in behind and len(behind) > len(words) + _NEAR:
            return perf_counter()
        found = counts + behind if counts else found
    raise TimeoutError(f"expected {words!r} to go, found it there")


def _drain(terminal: int) -> None:
    """Wait until nothing more comes."""
    last = perf_counter()
    while perf_counter() - last < _QUIET:
        if _read(terminal):
            last = perf_counter()


def _read(terminal: int) -> bytes:
    ready, _, _ = select.select([terminal], [], [], _BURST / 3)
    try:
        return os.read(terminal, 1 << 16) if ready else b""
    except OSError:  # the program has left
        return b""


def _document(name: str, sentences: Sequence[str]) -> Document:
    segments, start = [], 0
    for number, sentence in enumerate(sentences):
        segments.append(Segment(sentence, Span(start, start + len(sentence)), number // 5))
        start += len(sentence) + 1
    return Document(name, "en" if name == "a" else "fr", " ".join(sentences), tuple(segments))


if __name__ == "__main__":
    main()
