"""The kernels that come compiled are of today's sources, are those that a compiler here makes, and are used."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from align.lattice.processor import has_baseline
from align.lattice.shipped import FILE, read_shipped
from eval.kernels import ANEW, COMMAND, is_of_today, kernel_names, sources_of
from eval.project import ROOT

# Compiles two kernels, one of which may reorder its sums.
TWO = """
import numpy as np
from align.lattice.arrays import Products
from align.lattice.build import _multiply
from align.lattice.measure import _fill_block_means
ones, ends = np.ones((2, 4), dtype=np.float32), np.full(2, 2, dtype=np.int32)
_multiply(ones, ones, Products(np.ones(4, dtype=np.float32), 2 * np.arange(2), ends - ends, ends))
_fill_block_means(np.ones((5, 10), dtype=np.float32))
"""
DIFF = """
import sys
from align import compare
from align.cli import main
compare("The bridge is closed.", "Le pont est fermé.")
try:
    main()
finally:
    found = {"numba", "llvmlite"} & set(sys.modules)
    print("compilers:", *sorted(found), file=sys.stderr)
"""
ours = pytest.mark.skipif(not has_baseline(), reason="kernels are compiled for Linux on x86-64 with AVX2")


def python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, without what would keep it from the kernels of the package."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("NUMBA_", "PYTHONHASHSEED"))}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, env={**known, **environment}, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def test_the_file_is_of_todays_sources() -> None:
    """And has all kernels that Python can call."""
    shipped, _ = read_shipped(FILE)
    assert is_of_today(FILE), f"a kernel has changed, or what it reads: run {COMMAND} and commit {FILE.name}"
    assert {name for name, *_ in shipped.kernels} == kernel_names(), f"run {COMMAND} and commit {FILE.name}"


def test_what_a_kernel_reads_counts_as_its_source() -> None:
    """Constants and types of other files, but nothing that only its callers read."""
    sources = sources_of(["align.lattice.candidates._score_rows"])
    assert {"lattice/arrays.py", "lattice/candidates.py", "lattice/features.py"} <= set(sources)
    assert "aligners/default/aligner.py" not in sources
    assert "lattice/bands.py" not in sources


@ours
def test_a_compiler_makes_the_same_code_here(tmp_path: Path) -> None:
    """In another process, in another order, the bytes are those of the file."""
    shipped, code = read_shipped(FILE)
    here, there = (version("numba"), version("llvmlite")), (shipped.numba, shipped.llvmlite)
    if here != there:
        pytest.skip(f"compiled by numba and llvmlite {there}, here are {here}")
    done = python(TWO, **ANEW | {"NUMBA_CACHE_DIR": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    known = {(name, *kind): (code[start:end], rest) for name, kind, start, end, rest in shipped.kernels}
    made = [path.read_bytes().partition(b"\n")[::2] for path in tmp_path.rglob("*.o")]
    told = [(json.loads(head), content) for head, content in made]
    assert len(told) == 2
    assert all(known[head["name"], *head["kind"]] == (content, head["image"]) for head, content in told)


@ours
def test_the_first_comparison_compiles_nothing(tmp_path: Path) -> None:
    """Neither numba nor LLVM is imported, and nothing is kept; nor for texts of one sentence."""
    done = python(DIFF, "diff", "seeds/ferry/en.txt", "seeds/ferry/fr.txt", NUMBA_CACHE_DIR=str(tmp_path))
    assert done.returncode == 1, done.stderr
    assert done.stderr.splitlines()[-1] == "compilers:"
    assert not list(tmp_path.rglob("*.o"))


def test_a_file_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    """A byte that is another one, or half of it."""
    content = bytearray(FILE.read_bytes())
    content[len(content) // 2] ^= 1
    for broken in (bytes(content), bytes(content[: len(content) // 2])):
        (tmp_path / "kernels.bin").write_bytes(broken)
        with pytest.raises(ValueError, match="is not whole"):
            read_shipped(tmp_path / "kernels.bin")
