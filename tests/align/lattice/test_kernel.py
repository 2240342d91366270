"""Compiled kernels are kept, found again only while all their sources are as they were, and never in the way."""

import ast
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from align.lattice.kept import PACKAGE, ROOMS
from align.lattice.processor import LINKS

MACHINERY = (
    *("__init__", "alone", "compiling", "kept", "kernel", "lean", "linking", "native", "objects"),
    *("processor", "shipped"),
)
INNER = """
from align.lattice.kernel import inlined
ADDED = 1.0
@inlined
def step(value: float) -> float:
    return value + ADDED
"""
OUTER = """
from align.lattice.inner import step
from align.lattice.kernel import fast
@fast
def twice(value: float) -> float:
    return 2.0 * step(value)
"""
SECOND = """
@fast
def second(cells, times: int):
    return times * cells[0, 1]
"""
KINDS = """
import numpy as np
from align.lattice.outer import second
cells = np.arange(6.0).reshape(2, 3)
found = [float(second(each, 2)) for each in (cells, cells.T, cells[::-1], cells.astype("f4"), cells.astype("i8"))]
assert found == [2.0, 6.0, 8.0, 2.0, 2.0], found
"""
PARALLEL = """
import numpy as np
from numba import prange
from align.lattice.kernel import parallel
@parallel
def twice(value: float) -> float:
    halves = np.zeros(4)
    for i in prange(4):
        halves[i] = value / 2
    return halves.sum()
"""
# Prints the result, and how often a compiled kernel was found and not found; numba counts what it has compiled.
CALL = """
import sys
from align.lattice.outer import twice
{before}
result = twice(3.0)
compiled = sum(twice._numba().stats.cache_misses.values()) if "numba" in sys.modules else 0
print(result, 1 - compiled, compiled)
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the machinery with two kernels in two files, the one of which calls the other."""
    room = tmp_path / "tree" / "align" / "lattice"
    room.mkdir(parents=True)
    (room.parent / "__init__.py").touch()
    for name in MACHINERY:
        shutil.copy(PACKAGE / "lattice" / f"{name}.py", room)
    (room / "inner.py").write_text(INNER)
    (room / "outer.py").write_text(OUTER)
    return tmp_path / "tree"


def start(tree: Path, *, before: str = "", **environment: str) -> subprocess.Popen[str]:
    """Start a process that calls the outer kernel."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("NUMBA_", "XDG_"))}
    return subprocess.Popen(
        [sys.executable, "-c", CALL.format(before=before)],
        cwd=tree,
        env={**known, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def call(tree: Path, *, before: str = "", **environment: str) -> tuple[str, list[str]]:
    """Return what such a process prints, and its lines on stderr."""
    process = start(tree, before=before, **environment)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip(), err.splitlines()


def kept(home: Path) -> list[Path]:
    """Return the compiled kernels of the outer function under a folder."""
    return sorted(home.rglob("kernels-*/align.lattice.outer.twice-*"))


def without_room(tree: Path) -> dict[str, str]:
    """Let nothing be written into the tree, as in a read-only installation, nor into a home."""
    (tree / "align" / "__pycache__").write_text("a file where a folder should be")
    return {"HOME": os.devnull}


def test_a_change_in_an_inlined_kernel_is_seen_and_sweeps_the_old_ones(tree: Path) -> None:
    """What was compiled is found by the next process, and not any more after a change in another file."""
    assert call(tree) == ("8.0 0 1", [])
    assert call(tree) == ("8.0 1 0", [])
    (old,) = kept(tree)
    inner = tree / "align" / "lattice" / "inner.py"
    inner.write_text(INNER.replace("value + ADDED", "value - ADDED"))
    assert call(tree) == ("4.0 0 1", [])
    assert not old.parent.exists()
    assert len(kept(tree)) == 1
    inner.write_text(INNER.replace("ADDED = 1.0", "ADDED = 2.0"))
    assert call(tree) == ("10.0 0 1", [])


@pytest.mark.skipif(not LINKS, reason="numba loads its kernels itself on this platform")
def test_a_kept_kernel_runs_without_numba_for_each_kind_of_arguments(tree: Path) -> None:
    """What was compiled for numbers of one type is not called for those of another, nor for rows in another order."""
    (tree / "align" / "lattice" / "outer.py").write_text(OUTER + SECOND)
    assert call(tree, before=KINDS) == ("8.0 0 1", [])
    assert call(tree, before=KINDS + "\nassert 'numba' not in sys.modules") == ("8.0 1 0", [])


def test_a_kept_kernel_with_threads_and_arrays_of_its_own_runs(tree: Path) -> None:
    """It calls functions of numba that have no address where nothing is compiled, unless they are asked for."""
    (tree / "align" / "lattice" / "outer.py").write_text(PARALLEL)
    assert call(tree) == ("6.0 0 1", [])
    assert call(tree) == ("6.0 1 0", [])


def test_a_folder_that_the_environment_names_is_used(tree: Path, tmp_path: Path) -> None:
    """Two installations that share it keep their kernels apart, so that neither sweeps away the other's."""
    shared = tmp_path / "shared"
    other = shutil.copytree(tree, tmp_path / "other")
    (other / "align" / "lattice" / "inner.py").write_text(INNER.replace("1.0", "5.0"))
    assert call(tree, NUMBA_CACHE_DIR=str(shared)) == ("8.0 0 1", [])
    assert call(other, NUMBA_CACHE_DIR=str(shared)) == ("16.0 0 1", [])
    assert call(tree, NUMBA_CACHE_DIR=str(shared)) == ("8.0 1 0", [])
    assert len(kept(shared)) == 2
    assert not kept(tree)


def test_a_read_only_installation_keeps_kernels_at_home(tree: Path, tmp_path: Path) -> None:
    """Without a word: that is how it should be."""
    home = {**without_room(tree), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert [call(tree, **home), call(tree, **home)] == [("8.0 0 1", []), ("8.0 1 0", [])]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="users share no temporary folder there")
def test_without_a_home_kernels_are_kept_for_a_while_or_not_at_all(tree: Path, tmp_path: Path) -> None:
    """One line says so; a folder that others can write to is not used, since they could put their own kernels there."""
    nowhere = {**without_room(tree), "TMPDIR": str(tmp_path)}
    own = tmp_path / f"versalign-{os.getuid()}"
    for found in ("0 1", "1 0"):
        result, (line,) = call(tree, **nowhere)
        assert result == f"8.0 {found}"
        assert line.startswith(f"compiled kernels are kept in {own} only")
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    own.chmod(0o777)
    result, (line,) = call(tree, **nowhere)
    assert result.startswith("8.0 ")
    assert line.startswith("every run compiles its kernels anew")


def test_what_cannot_be_kept_is_used_all_the_same(tree: Path) -> None:
    """A folder that fails while the program runs is worth one line, and no more."""
    before = "from align.lattice.kept import kernel_folder as f; f().rmdir(); f().touch()"
    result, (line,) = call(tree, before=before)
    assert result == "8.0 0 1"
    assert line.startswith("compiled kernels cannot be kept")


def test_half_a_kernel_is_none(tree: Path) -> None:
    """It is compiled again, and whole afterwards."""
    call(tree)
    (path,) = kept(tree)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert call(tree) == ("8.0 0 1", [])
    assert len(path.read_bytes()) > len(whole) // 2


def test_two_processes_may_compile_at_once(tree: Path) -> None:
    """Both are right, and the next one finds what they have compiled; nothing half done is left."""
    both = [start(tree), start(tree)]
    assert {process.communicate(timeout=120)[0].split()[0] for process in both} == {"8.0"}
    assert call(tree) == ("8.0 1 0", [])
    folder = kept(tree)[0].parent
    assert {path.suffix for path in folder.iterdir()} <= {".nbc", ".o"}


def kernel_modules() -> list[Path]:
    """Return the modules of the package that have kernels."""
    found = [path for path in sorted(PACKAGE.rglob("*.py")) if "align.lattice.kernel import" in path.read_text("utf-8")]
    assert len(found) > 8
    return found


@pytest.mark.parametrize("path", kernel_modules(), ids=lambda path: path.stem)
def test_the_digest_covers_all_that_kernels_are_made_of(path: Path) -> None:
    """Kernels, and whatever they name, lie in the rooms whose sources the digest reads."""
    assert path.relative_to(PACKAGE).parts[0] in ROOMS
    tree = ast.parse(path.read_text("utf-8"))
    kernels = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list]
    named = {node.id for kernel in kernels for node in ast.walk(kernel) if isinstance(node, ast.Name)}
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    used = {node.module or "" for node in imports if named & {alias.name for alias in node.names}}
    assert {name.split(".")[1] for name in used if name.startswith("align.")} <= set(ROOMS)


def test_nothing_is_compiled_past_the_digest() -> None:
    """Only one module calls the compiler of numba."""
    root = PACKAGE.parent
    sources = [path for room in ("align", "corpora", "eval") for path in sorted((root / room).rglob("*.py"))]
    assert [path for path in sources if "jit(" in path.read_text("utf-8")] == [PACKAGE / "lattice" / "compiling.py"]
