"""Compile the kernels that come with the package, so that nobody who installs it waits for a compiler.

    python -m eval.kernels            writes align/lattice/kernels.bin anew; in half a minute
    python -m eval.kernels --check    says whether that file is of today's sources; exit code 1 where it is not

A kernel is compiled for the kinds of arguments that it is called with. So a process of its own compares the sample
articles and made-up ones in all ways that the command has, and what was compiled for it is packed. It is the same to
the byte on any machine with the same versions of numba and llvmlite (Linux on x86-64 with AVX2).
"""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from align.errors import InputError
from align.lattice.kept import PACKAGE, ROOMS
from align.lattice.linking import layout
from align.lattice.processor import has_baseline
from align.lattice.shipped import FILE, Shipped, digest_sources, read_shipped, write_shipped
from eval.project import need_project

COMMAND = "python -m eval.kernels"
# Compiled anew, in the same order whatever Python's hashes are; it is what numba does anyway.
ANEW = {"NUMBA_OPT": "3", "PYTHONHASHSEED": "0"}
_MARKS = ("exact", "fast")  # of kernels that are called from Python
_INNER = ("inlined", "inlined_exact", "inlined_fused")  # of those that are in these
# What turns them into code, whatever they read.
_COMPILERS = tuple(f"lattice/{name}.py" for name in ("compiling", "kernel", "lean", "objects", "processor"))
_LONG, _SPLIT, _ROUNDS = 900, 0.35, 2
_FEW = 3  # segments of the shortest texts: an array of one row or none is of another kind than one of several
_VERY_LONG = 16_100  # segments, from which on passages have passages


def build_kernels(path: Path) -> int:
    """Compile all kernels, write them to a file, and return how many there are.

    Args:
        path: of the file.

    Raises:
        InputError: this is no checkout or not the processor that the kernels are for, or `use_all` forgets one.
    """
    need_project("seeds")
    if not has_baseline():
        raise InputError("expected Linux on x86-64 with AVX2 and no NUMBA_CPU_NAME, to compile kernels for it")
    with TemporaryDirectory() as place:
        known = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
        environment = {**known, **ANEW, "NUMBA_CACHE_DIR": place}
        subprocess.run(
            [sys.executable, "-c", "from eval.kernels import use_all; use_all()"], env=environment, check=True
        )
        shipped, code = pack_kernels(Path(place).rglob("kernels-*/*.o"))
    if missing := sorted(kernel_names() - {name for name, *_ in shipped.kernels}):
        raise InputError(f"expected calls of all kernels in eval.kernels.use_all, found none of {', '.join(missing)}")
    write_shipped(path, shipped, code)
    return len(shipped.kernels)


def pack_kernels(paths: Iterable[Path]) -> tuple[Shipped, bytes]:
    """Return kernels as they are shipped: what the file says, and their code.

    Args:
        paths: of kernels as `align.lattice.native` keeps them.
    """
    import llvmlite
    import numba

    read = [path.read_bytes().partition(b"\n") for path in paths]
    kept = sorted(
        ((json.loads(head), code) for head, _, code in read), key=lambda each: (each[0]["name"], each[0]["kind"])
    )
    kernels: list[tuple[str, list[str], int, int, dict[str, Any]]] = []
    whole = bytearray()
    for told, code in kept:
        kernels.append((told["name"], told["kind"], len(whole), len(whole) + len(code), told["image"]))
        whole += code
    sources = sources_of(kernel_names())
    versions = numba.__version__, llvmlite.__version__
    return Shipped(sources, digest_sources(sources), *versions, layout(), kernels), bytes(whole)


def sources_of(kernels: Iterable[str]) -> list[str]:
    """Return the files, below the package, that kernels are made from: their own and those of what they read.

    Args:
        kernels: their names, with those of their modules.
    """
    waiting, seen = [(name.rpartition(".")[0], name.rpartition(".")[2]) for name in kernels], set[tuple[str, str]]()
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting += _read_by(*place)
    return sorted({*_COMPILERS, *(_source(module) for module, _ in seen)})


def kernel_names() -> set[str]:
    """Return the names of all kernels of the package that Python can call."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        if "align.lattice.kernel import" in text:
            module = f"align.{path.relative_to(PACKAGE).with_suffix('').as_posix().replace('/', '.')}"
            found |= {f"{module}.{name}" for name in _called(text)}
    return found


def is_of_today(path: Path) -> bool:
    """Return whether a file of kernels was made from today's sources.

    Args:
        path: of the file.
    """
    shipped, _ = read_shipped(path)
    sources = sources_of(kernel_names())
    return shipped.sources == sources and shipped.digest == digest_sources(sources)


def use_all() -> None:
    """Call all kernels in the ways that the command does."""
    import numpy as np

    from align.aligners import align_documents
    from align.bitext import Verdict
    from align.checks import run_checks
    from align.comparison import compare
    from align.documents import document_from_text
    from align.lattice.outer import find_band
    from eval.bench.synthetic import make_pair, seed_sentences
    from eval.gold.seeds import read_seeds
    from eval.near.selftest import run_selftest
    from eval.system import align_pair

    pairs = [(pair.source, pair.target) for pair in read_seeds()]
    for pair in pairs:
        comparison = compare(*pair)
        if comparison.verdict is not Verdict.UNRELATED:
            run_checks(comparison)
    few = seed_sentences()[:_FEW]
    for counts in product(range(1, len(few) + 1), repeat=2):
        texts = ("\n\n".join(sentences[:n]) for n, sentences in zip(counts, zip(*few, strict=True), strict=True))
        run_checks(compare(*texts))
    source, target = (document_from_text(path.read_text("utf-8"), name=path.name) for path in pairs[0])
    run_selftest(source, target, rounds=_ROUNDS)
    for aligner in ("length", "bertalign"):
        align_documents(source, target, aligner=aligner)
    align_pair(make_pair(seed_sentences(), _LONG, split=_SPLIT))
    noise = np.random.default_rng(0).standard_normal((_VERY_LONG, 4)).astype(np.float32)
    find_band(noise, noise)


def _read_by(module: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the modules and names of what a kernel, a constant or a type of a module reads."""
    body = ast.parse((PACKAGE / _source(module)).read_text("utf-8")).body
    read = {node.id for part in body if name in _defined(part) for node in ast.walk(part) if isinstance(node, ast.Name)}
    for part in body:
        if (
            isinstance(part, ast.ImportFrom)
            and part.module
            and part.module.split(".")[1:2] in ([room] for room in ROOMS)
        ):
            taken = ((alias.name, alias.asname or alias.name) for alias in part.names)
            yield from ((part.module, theirs) for theirs, ours in taken if ours in read - {*_MARKS, *_INNER})
        else:
            yield from ((module, own) for own in _defined(part) & read)


def _defined(part: ast.stmt) -> set[str]:
    """Return the names that a statement of a module defines."""
    if isinstance(part, ast.FunctionDef | ast.ClassDef):
        return {part.name}
    if isinstance(part, ast.Assign | ast.AnnAssign):
        return {node.id for node in ast.walk(part) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return set()


def _called(text: str) -> Iterator[str]:
    """Yield the kernels of a module that are called from Python."""
    for part in ast.parse(text).body:
        marks = part.decorator_list if isinstance(part, ast.FunctionDef) else []
        if {mark.id for mark in marks if isinstance(mark, ast.Name)} & {*_MARKS}:
            yield from _defined(part)


def _source(module: str) -> str:
    """Return the file of a module, below the package."""
    path = module.removeprefix("align.").replace(".", "/")
    return f"{path}.py" if (PACKAGE / f"{path}.py").exists() else f"{path}/__init__.py"


def main() -> None:
    """Write the file, or say whether it is of today."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog=COMMAND)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 for a file out of date")
    if parser.parse_args().check:
        raise SystemExit(int(not is_of_today(FILE)))
    try:
        count = build_kernels(FILE)
    except InputError as error:
        raise SystemExit(f"{COMMAND}: {error}") from None
    sys.stdout.write(f"{FILE.name}: {count} kernels, {FILE.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
