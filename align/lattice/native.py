"""Compiled kernels without their compiler: numba takes a quarter of a second to import, and is needed once.

What numba has compiled is an object file as any compiler makes them, with a function in it that Python can call. This
module keeps its code (`align.lattice.objects`), to be linked later (`align.lattice.linking`), which takes a tenth of a
millisecond. A function compiled for arrays looks at their sizes and addresses, not at what is in them, so that each
kind of arguments has a file of its own.

It rests on how numba lays out its functions, so that a file is only read by the version that wrote it, and only on the
platform where that has been tried. Everywhere else, and for whatever does not fit, numba itself is imported.
"""

import hashlib
import json
import logging
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from align.lattice.kept import digest_of, keep, source_digest
from align.lattice.linking import link, numba_version
from align.lattice.objects import Image, read_object
from align.lattice.processor import BASELINE, LINKS, has_baseline, told_to_numba

LOG = logging.getLogger(__name__)
Kind = tuple[Any, ...]

# The flags of numpy's arrays that numba compiles apart: order of rows, order of columns, aligned, can be written to.
_ROWS, _COLUMNS, _OTHERS = 0x1, 0x2, 0x500


def kind_of(arguments: tuple[Any, ...]) -> Kind:
    """Return what a kernel is compiled for: type and layout of every array, and the types of what else is given."""
    kinds: list[Any] = []
    for given in arguments:
        if type(given) is np.ndarray:
            flags = given.flags.num
            order = _ROWS if flags & _ROWS else flags & _COLUMNS
            kinds += (given.dtype, given.ndim, order | flags & _OTHERS)
        else:
            kinds.append(type(given))
    return tuple(kinds)


def load_native(function: Callable[..., Any], kind: Kind, folder: Path) -> Callable[..., Any] | None:
    """Return a kernel that was kept, ready to be called; None where there is none that can be used here.

    Args:
        function: the kernel as it is written.
        kind: of its arguments, of `kind_of`.
        folder: of the compiled kernels.
    """
    if not LINKS:
        return None
    try:
        key = _key(function, kind)
        head, _, code = _path(folder, function, key).read_bytes().partition(b"\n")
        told = json.loads(head)
        if told["key"] != _digest(key) or told["code"] != hashlib.sha256(code).hexdigest():
            return None
        return link(function, Image(code, **told["image"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
        LOG.debug("%s is not linked: %s", function.__qualname__, error)
        return None


def keep_native(function: Callable[..., Any], kind: Kind, folder: Path, compiled: Any) -> None:
    """Keep what numba has just compiled, for `load_native`; nothing where it is of a kind that cannot be linked.

    Args:
        function: the kernel as it is written.
        kind: of its arguments, of `kind_of`.
        folder: of the compiled kernels.
        compiled: numba's result, as it comes from the compiler.
    """
    told = compiled.fndesc
    environment = compiled.target_context.get_env_name(told)
    try:
        image = read_object(compiled.library._get_compiled_object(), told.llvm_cpython_wrapper_name, environment)
    except ValueError as error:
        LOG.debug("%s is not kept: %s", function.__qualname__, error)
        return
    key = _key(function, kind)
    rest = image._asdict()
    code = rest.pop("code")
    head = {
        "key": _digest(key),
        "code": hashlib.sha256(code).hexdigest(),
        "name": name_of(function),
        "kind": words_of(kind),
        "image": rest,
    }
    keep(_path(folder, function, key), json.dumps(head).encode("ascii") + b"\n" + code)


def name_of(function: Callable[..., Any]) -> str:
    """Return a kernel's name among those of all modules."""
    return f"{function.__module__}.{function.__qualname__}"


def words_of(kind: Kind) -> list[str]:
    """Return a kind of arguments as text.

    Args:
        kind: of `kind_of`.
    """
    return list(map(str, kind))


@cache
def _maker() -> tuple[Any, ...]:
    """Return what all compiled kernels depend on, besides their sources: versions, processor, numba's options."""
    import llvmlite

    version = numba_version(), llvmlite.__version__, np.__version__, sys.version
    return source_digest(), version, _processor(), told_to_numba()


def _processor() -> tuple[str, ...]:
    """Return what kernels are compiled for."""
    if has_baseline():
        return (BASELINE,)
    import llvmlite.binding as llvm

    return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()


def _key(function: Callable[..., Any], kind: Kind) -> tuple[Any, ...]:
    """Return all that a compiled kernel depends on."""
    return *_maker(), digest_of(function.__code__.co_filename), name_of(function), *words_of(kind)


def _path(folder: Path, function: Callable[..., Any], key: tuple[Any, ...]) -> Path:
    return folder / f"{name_of(function)}-{_digest(key)[:16]}.o"


def _digest(key: tuple[Any, ...]) -> str:
    return hashlib.sha256(repr(key).encode()).hexdigest()
