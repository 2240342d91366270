"""Compiled kernels as functions of Python: put into memory, told all addresses, made executable."""

import builtins
import ctypes
import mmap
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from struct import Struct
from types import ModuleType
from typing import Any

from align.lattice.objects import Image

_ADDRESS = Struct("<Q")


def link(function: Callable[..., Any], image: Image) -> Callable[..., Any]:
    """Return a compiled kernel that can be called.

    Args:
        function: the kernel as it is written.
        image: what was compiled.

    Raises:
        ImportError: numba is not here, or not as it was.
        AttributeError: what the code calls is not here.
        OSError: memory may not be made executable.
    """
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    memory = mmap.mmap(-1, len(image.code), flags=flags)
    first = ctypes.c_char.from_buffer(memory)
    base = ctypes.addressof(first)
    pointers = (ctypes.c_void_p * len(image.pointers))()
    memory[: len(image.code)] = image.code
    for place in image.own:
        _ADDRESS.pack_into(memory, place, base + _ADDRESS.unpack_from(image.code, place)[0])
    told = [(_address(name), places) for name, places in image.others.items()]
    start, size = ctypes.addressof(pointers), ctypes.sizeof(ctypes.c_void_p)
    told += [(start + number * size, places) for number, places in enumerate(image.pointers)]
    for address, places in told:
        for place in places:
            _ADDRESS.pack_into(memory, place, address)
    if _mprotect()(base, len(image.code), mmap.PROT_READ | mmap.PROT_EXEC):
        raise OSError(ctypes.get_errno(), "memory cannot be made executable")
    making = part_of_numba("_dynfunc")
    held = making.Environment(function.__globals__)
    pointers[0] = id(held)
    module, name = sys.modules[function.__module__], function.__qualname__.rpartition(".")[2]
    kept = memory, first, pointers
    made: Callable[..., Any] = making.make_function(
        module, name, function.__doc__ or "", base + image.wrapper, held, kept
    )
    return made


def layout() -> dict[str, int]:
    """Return where numba's objects have what compiled code reads of them."""
    told: dict[str, int] = part_of_numba("_dynfunc")._impl_info
    return told


def part_of_numba(name: str) -> ModuleType:
    """Return one of numba's compiled modules, without all the others."""
    if f"numba.{name}" in sys.modules:
        return sys.modules[f"numba.{name}"]
    return _part_of_numba(name)


def numba_version() -> str:
    """Return what numba's own file says of its version."""
    return (_numba() / "_version.py").read_text("utf-8")


@cache
def _part_of_numba(name: str) -> ModuleType:
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
def _address(name: str) -> int:
    """Return where a function or an object is that compiled code names as numba does."""
    if name.startswith("numba_"):
        helpers = {**part_of_numba("_helperlib").c_helpers, **part_of_numba("_dynfunc").c_helpers}
        found: int | None = helpers.get(name.removeprefix("numba_"))
    elif name.startswith("PyExc_"):
        return id(getattr(builtins, name.removeprefix("PyExc_")))
    elif name == "_Py_NoneStruct":
        return id(None)
    else:
        found = ctypes.cast(getattr(ctypes.pythonapi, name), ctypes.c_void_p).value
    if not found:
        raise AttributeError(name)
    return found


@cache
def _mprotect() -> Callable[[int, int, int], int]:
    function = ctypes.CDLL(None, use_errno=True).mprotect
    function.argtypes = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
    return function
