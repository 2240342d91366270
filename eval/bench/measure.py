"""How fast and how large: loading, encoding, aligning by size, many small pairs, the start of the command, the review.

Each measurement is a process of its own (`eval.bench.job`, `load_job`, `review_job`). Other aligners that are installed
run on the same documents in the same run, up to a size at which they still end soon; their times are also given as
ratios to ours. A *cold* start has no compiled files, neither Python's nor kernels beyond those of the package; a *warm*
one has both.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from align.documents import SEGMENTER
from align.encoding import load_encoder
from align.errors import InputError
from eval.gold.seeds import SEEDS, digest_seeds
from eval.others import OTHERS, missing_part
from eval.others.compare import OURS
from eval.results import Result, Table

SIZES = (40, 200, 1000, 5000, 30000)
OTHERS_UP_TO = 1000  # sentences; beyond, some of the others take minutes
_ENCODED = 20_000
_PAIRS = 200
_BEADS = 5000
_STARTS = 5
_PATIENCE = 1800
_PACKAGES = ("numba", "numpy", "sentencepiece", "safetensors")

Numbers = dict[str, float]


@dataclass(frozen=True, slots=True)
class Start:
    """The seconds that a command takes from a cold and from a warm start (median)."""

    command: str
    cold: float
    warm: float


@dataclass(frozen=True, slots=True)
class Bench:
    """All measurements; `aligned` and `many` by aligner, ours first; `load` by step, seconds."""

    load: Numbers
    encode: Numbers
    aligned: dict[str, tuple[Numbers, ...]]
    many: dict[str, Numbers]
    starts: tuple[Start, ...]
    missing: dict[str, str]
    review: Numbers


def run_bench(
    *,
    sizes: Sequence[int] = SIZES,
    names: Sequence[str] = tuple(OTHERS),
    report: Callable[[str], None] = lambda _: None,
) -> Bench:
    """Measure everything.

    Args:
        sizes: sentences of the documents to align.
        names: other aligners to measure where they are installed.
        report: is told what is measured before its turn.
    """
    missing = {name: reason for name in names if (reason := missing_part(name))}
    aligned, many = {}, {}
    report("load")
    load = measure_load()
    report("encode")
    encode = run_job("encode", str(_ENCODED))
    for name in (OURS, *(name for name in names if name not in missing)):
        report(name)
        fitting = [size for size in sizes if name == OURS or size <= OTHERS_UP_TO]
        aligned[name] = tuple(run_job("align", name, str(size)) for size in fitting)
        many[name] = run_job("many", name, str(_PAIRS if name == OURS else _PAIRS // 10))
    report("start")
    starts = measure_starts()
    report("review")
    return Bench(load, encode, aligned, many, starts, missing, measure_review(missing))


def measure_load(*, times: int = _STARTS) -> Numbers:
    """Return the seconds of each step of `eval.bench.load_job` (medians)."""
    found = [run_job(module="eval.bench.load_job") for _ in range(times)]
    return {step: median(numbers[step] for numbers in found) for step in found[0]}


def measure_review(missing: dict[str, str]) -> Numbers:
    """Return what the screen of a review of many beads takes; where it cannot be measured, say so among the missing."""
    try:
        import pty  # noqa: F401  (which a review is measured on; there is none on Windows)
    except ImportError:
        missing["the screen of the review"] = "a pseudo-terminal"
        return {}
    return run_job(str(_BEADS), module="eval.bench.review_job")


def run_job(*arguments: str, module: str = "eval.bench.job") -> Numbers:
    """Return what one measurement found.

    Raises:
        InputError: its process ends with an error.
    """
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=_PATIENCE)
    if done.returncode:
        raise InputError(
            f"{' '.join((module, *arguments))}: expected numbers, found an error: {done.stderr.strip()[-300:]}"
        )
    numbers: Numbers = json.loads(done.stdout.splitlines()[-1])
    return numbers


def measure_starts(folder: Path = SEEDS, *, times: int = _STARTS) -> tuple[Start, ...]:
    """Return how long the command takes to say how it is used, and to compare a short article."""
    commands = (["--help"], ["diff", str(folder / "ferry" / "en.txt"), str(folder / "ferry" / "fr.txt")])
    labels = ("versalign --help", "versalign diff (seeds/ferry, en-fr)")
    starts = []
    for label, arguments in zip(labels, commands, strict=True):
        with TemporaryDirectory() as empty:
            cold = _start(arguments, {"PYTHONPYCACHEPREFIX": empty, "NUMBA_CACHE_DIR": empty})
        _start(arguments, {})
        starts.append(Start(label, cold, median(_start(arguments, {}) for _ in range(times))))
    return tuple(starts)


def bench_result(bench: Bench) -> Result:
    """Return the measurements as a result that can be kept."""
    return Result(
        name="bench",
        signature=f"encoder {load_encoder().signature}, segmenter {SEGMENTER}, {', '.join(_versions())}",
        data=sha256(digest_seeds().encode()).hexdigest()[:12],
        tables={
            "bench": _align_table(bench),
            "bench-many": _many_table(bench),
            "bench-load": _load_table(bench),
            "bench-start": Table(
                "Start of the command, seconds",
                ("command", "cold", "warm"),
                tuple((start.command, f"{start.cold:.2f}", f"{start.warm:.2f}") for start in bench.starts),
            ),
            "bench-review": _review_table(bench),
            "bench-missing": Table("Not there, so not run", ("what", "what is missing"), tuple(bench.missing.items())),
        },
        body={
            "load": bench.load,
            "encode": bench.encode,
            "align": {name: list(rows) for name, rows in bench.aligned.items()},
            "many": bench.many,
            "start": {start.command: {"cold": start.cold, "warm": start.warm} for start in bench.starts},
            "missing": bench.missing,
            "review": bench.review,
        },
    )


def _align_table(bench: Bench) -> Table:
    rows = []
    ours = {numbers["sentences"]: numbers["seconds"] for numbers in bench.aligned[OURS]}
    for name, measured in bench.aligned.items():
        for numbers in measured:
            size, seconds = numbers["sentences"], numbers["seconds"]
            ratio = f"{seconds / max(ours[size], 1e-9):.1f}"
            memory = f"{numbers['before']:.0f}", f"{numbers['peak']:.0f}"
            rows.append((f"{size:.0f}", f"{numbers['target']:.0f}", name, f"{seconds:.3f}", ratio, *memory))
    rows.sort(key=lambda row: int(row[0]))
    header = ("source sentences", "target sentences", "aligner", "seconds", "times ours", "MiB before", "MiB peak")
    return Table("Aligning two documents, warm", header, tuple(rows))


def _many_table(bench: Bench) -> Table:
    rows = [("encode, sentences", OURS, f"{bench.encode['per_second']:.0f}")]
    rows += [
        ("align, pairs of 40 sentences", name, f"{numbers['per_second']:.1f}") for name, numbers in bench.many.items()
    ]
    return Table("A second, on one machine", ("what", "aligner", "a second"), tuple(rows))


def _load_table(bench: Bench) -> Table:
    labels = {
        "import": "import, numpy being there",
        "load": "load_encoder()",
        "encode": "first sentence, nothing else to do meanwhile",
    }
    rows = tuple((label, f"{bench.load[step] * 1000:.0f}") for step, label in labels.items())
    return Table("Loading the embedded encoder", ("step", "milliseconds"), rows)


def _review_table(bench: Bench) -> Table:
    found = bench.review
    if not found:
        return Table("The screen of a review", ("what", "measured"), ())
    rows = (
        ("beads", f"{found['beads']:.0f}"),
        ("first screen, seconds", f"{found['first']:.2f}"),
        ("first screen of an empty textual application, seconds", f"{found['empty']:.2f}"),
        ("times that", f"{found['first'] / found['empty']:.2f}"),
        ("before it: opening the project, and what is told at once, seconds", f"{found['opening']:.2f}"),
        ("until all checks are through, seconds", f"{found['checked']:.2f}"),
        ("from a key to what it draws, milliseconds (median)", f"{found['key']:.0f}"),
        ("from a correction to what it draws, milliseconds (median)", f"{found['correct']:.0f}"),
        ("peak memory of the screen, MiB", f"{found['memory']:.0f}"),
        ("peak memory of the checks beside it, MiB", f"{found['checks']:.0f}"),
        ("both, each at its peak, MiB", f"{found['memory'] + found['checks']:.0f}"),
        ("first screen of two texts without a project, seconds", f"{found['made']:.2f}"),
        ("peak memory of the screen then, MiB", f"{found['memory_making']:.0f}"),
        ("peak memory of the process that aligns, which ends before the screen opens, MiB", f"{found['making']:.0f}"),
    )
    return Table("The screen of a review", ("what", "measured"), rows)


def _start(arguments: Sequence[str], variables: dict[str, str]) -> float:
    """Return the seconds that the command takes."""
    command = [sys.executable, "-c", "from align.cli import main; main()", *arguments]
    start = perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **variables}, timeout=_PATIENCE)
    seconds = perf_counter() - start
    if done.returncode not in (0, 1):
        raise InputError(f"versalign {' '.join(arguments)}: {done.stderr.decode(errors='replace').strip()[-300:]}")
    return seconds


def _versions() -> list[str]:
    found = []
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return found
