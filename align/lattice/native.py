"""Compiled kernels without their compiler: numba takes a quarter of a second to import, and is needed once.

What numba has compiled is an object file as any compiler makes them, with a function in it that Python can call. This
module keeps such files and has llvmlite, which numba stands on, link them: one file takes a millisecond. A function
compiled for arrays looks at their sizes and addresses, not at what is in them, so that each kind of arguments has a
file of its own.

It rests on how numba lays out its functions, so that a file is only read by the version that wrote it, and only on the
platform where that has been tried. Everywhere else, and for whatever does not fit, numba itself is imported.
"""

import builtins
import ctypes
import hashlib
import json
import logging
import os
import platform
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from align.lattice.kept import digest_of, keep, source_digest

LOG = logging.getLogger(__name__)
Kind = tuple[Any, ...]

# Whether kernels are linked here; elsewhere numba loads what it has compiled.
LINKS = sys.platform == "linux" and platform.machine() == "x86_64" and sys.implementation.name == "cpython"
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
        return _linked(function, code, told["wrapper"], told["environment"], told["needed"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
        LOG.debug("%s is not linked: %s", function.__qualname__, error)
        return None


def keep_native(function: Callable[..., Any], kind: Kind, folder: Path, compiled: Any) -> None:
    """Keep what numba has just compiled, for `load_native`.

    Args:
        function: the kernel as it is written.
        kind: of its arguments, of `kind_of`.
        folder: of the compiled kernels.
        compiled: numba's result, as it comes from the compiler.
    """
    library, told = compiled.library, compiled.fndesc
    module = library._final_module
    needed = [each.name for each in (*module.functions, *module.global_variables) if each.is_declaration]
    needed = [name for name in needed if not name.startswith("llvm.")]
    key = _key(function, kind)
    environment = compiled.target_context.get_env_name(told)
    names = {"wrapper": told.llvm_cpython_wrapper_name, "environment": environment, "needed": needed}
    code = library._get_compiled_object()
    sums = {"key": _digest(key), "code": hashlib.sha256(code).hexdigest()}
    keep(_path(folder, function, key), json.dumps(sums | names).encode("ascii") + b"\n" + code)


def _linked(
    function: Callable[..., Any], code: bytes, wrapper: str, environment: str, needed: list[str]
) -> Callable[..., Any]:
    """Return an object file's function as one of Python's.

    Raises:
        ValueError: it calls what is not here; LLVM would end the process.
    """
    import llvmlite.binding as llvm

    machine, making = _linker()
    # One engine each, since their inner names may be alike. The first one also tells LLVM the addresses of Python.
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine())
    unknown = [name for name in needed if llvm.address_of_symbol(name) is None]
    if unknown:
        raise ValueError(f"there is no {', '.join(unknown)}")
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    held = making.Environment(function.__globals__)
    ctypes.c_void_p.from_address(engine.get_global_value_address(environment)).value = id(held)
    address = engine.get_function_address(wrapper)
    module, name = sys.modules[function.__module__], function.__qualname__.rpartition(".")[2]
    made: Callable[..., Any] = making.make_function(module, name, function.__doc__ or "", address, held, (engine,))
    return made


@cache
def _linker() -> tuple[Callable[[], Any], ModuleType]:
    """Return what makes a machine to link for, and numba's maker of functions, with all addresses told to LLVM."""
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    helpers, making = part_of_numba("_helperlib"), part_of_numba("_dynfunc")
    for table in (helpers.c_helpers, making.c_helpers):
        for name, address in table.items():
            llvm.add_symbol(f"numba_{name}", address)
    for error in vars(builtins).values():
        if isinstance(error, type) and issubclass(error, BaseException):
            llvm.add_symbol(f"PyExc_{error.__name__}", id(error))
    llvm.add_symbol("_Py_NoneStruct", id(None))
    return llvm.Target.from_default_triple().create_target_machine, making


def part_of_numba(name: str) -> ModuleType:
    """Return one of numba's compiled modules, without all the others."""
    if f"numba.{name}" in sys.modules:
        return sys.modules[f"numba.{name}"]
    spec = spec_from_file_location(f"numba.{name}", _numba() / f"{name}{EXTENSION_SUFFIXES[0]}")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _numba() -> Path:
    """Return numba's folder, without importing it."""
    spec = find_spec("numba")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("numba")
    return Path(spec.submodule_search_locations[0])


@cache
def _maker() -> tuple[Any, ...]:
    """Return what all compiled kernels depend on, besides their sources: versions, processor, numba's options."""
    import llvmlite
    import llvmlite.binding as llvm

    names = sorted(name for name in os.environ if name.startswith("NUMBA_") and name != "NUMBA_CACHE_DIR")
    processor = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    version = (_numba() / "_version.py").read_bytes(), llvmlite.__version__, np.__version__, sys.version
    return source_digest(), version, processor, [(name, os.environ[name]) for name in names]


def _key(function: Callable[..., Any], kind: Kind) -> tuple[Any, ...]:
    """Return all that a compiled kernel depends on."""
    own = digest_of(function.__code__.co_filename), function.__module__, function.__qualname__
    return *_maker(), *own, *map(str, kind)


def _path(folder: Path, function: Callable[..., Any], key: tuple[Any, ...]) -> Path:
    name = f"{function.__module__}.{function.__qualname__}"
    return folder / f"{name}-{_digest(key)[:16]}.o"


def _digest(key: tuple[Any, ...]) -> str:
    return hashlib.sha256(repr(key).encode()).hexdigest()
