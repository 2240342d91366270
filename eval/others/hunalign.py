"""Hunalign (Varga et al. 2005), a binary: a dictionary from the pair itself (`-realign`), no other one.

It wants its texts cut into words, which its dictionary is made of: words, signs, and each character of Chinese and
Japanese for itself. Each pair is two files and a process; the seconds include them.
"""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from align.errors import InputError
from eval.gold.sets import GoldPair, Link, spread_nulls
from eval.system import Prediction, System

BINARY = "hunalign"
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+|[^\w\s]")
_PATIENCE = 600  # seconds for one pair


def missing() -> str:
    """Return what is missing."""
    return "" if shutil.which(BINARY) else f"a program {BINARY} on PATH"


def make() -> System:
    """Return the aligner."""
    return run_hunalign


def run_hunalign(pair: GoldPair) -> Prediction:
    """Return what hunalign makes of a pair.

    Raises:
        InputError: it ends with an error.
    """
    with TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("null.dic", "source.txt", "target.txt")]
        for path, lines in zip(files, ((), pair.source, pair.target), strict=True):
            path.write_text("".join(f"{' '.join(_WORD.findall(line))}\n" for line in lines), encoding="utf-8")
        start = perf_counter()
        command = [BINARY, "-utf", "-realign", *map(str, files)]
        done = subprocess.run(command, capture_output=True, check=False, cwd=folder, timeout=_PATIENCE)
        seconds = perf_counter() - start
    if done.returncode:
        raise InputError(
            f"{pair.name}: {BINARY} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}"
        )
    links = read_ladder(done.stdout.decode("utf-8"), len(pair.source), len(pair.target))
    return Prediction(links, seconds=seconds, signature=f"{BINARY} -utf -realign, cut into words")


def read_ladder(text: str, source_count: int, target_count: int) -> tuple[Link, ...]:
    r"""Return the links of a ladder: each line is a rung, the sentences between two rungs are a bead.

    >>> read_ladder("0\t0\t0.3\n1\t2\t1.2\n", 2, 2)
    (((0,), (0, 1)), ((1,), ()))
    """
    rungs = [(0, 0)]
    for line in text.splitlines():
        fields = line.split("\t")
        if len(fields) >= 2 and fields[0].isdecimal() and fields[1].isdecimal():
            rungs.append((min(int(fields[0]), source_count), min(int(fields[1]), target_count)))
    rungs.append((source_count, target_count))
    beads = []
    for (i, j), (i_stop, j_stop) in pairwise(rungs):
        if i_stop > i or j_stop > j:
            beads.append((tuple(range(i, i_stop)), tuple(range(j, j_stop))))
    return spread_nulls(beads)
