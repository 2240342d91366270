"""Numba, imported only where a kernel has to be compiled, or cannot be linked without it.

Numba itself looks only at the file of a kernel to see whether the compiled one is of today; it would go on running what
was inlined from another file that has changed. So we tell it where compiled kernels are, and which.
"""

import hashlib
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
from numba import njit
from numba.core import compiler, serialize

from align.lattice.kept import digest_of, keep, kernel_folder, source_digest
from align.lattice.lean import LeanCompiler
from align.lattice.processor import LINKS

_CompileResult: Any = compiler.CompileResult
_dumps: Callable[[Any], bytes] = serialize.dumps
Keeping = Callable[[Any], None]


def dispatcher_of(function: Callable[..., Any], options: dict[str, Any], keeping: Keeping) -> Any:
    """Return numba's dispatcher, which compiles a kernel when it is called, and looks first among those that are kept.

    With NUMBA_DISABLE_JIT it is the function itself.

    Args:
        function: the kernel as it is written.
        options: how it is compiled.
        keeping: gets each result of the compiler.
    """
    links = LINKS and not options.get("parallel")
    made: Any = njit(**options | ({"pipeline_class": LeanCompiler} if links else {}))(function)
    folder = kernel_folder()
    if folder is not None and made is not function and not options.get("forceinline"):
        made._cache = _Kept(function, folder, keeping, allocates=options.get("_nrt", True))
    return made


def compiled_for(dispatcher: Any, arguments: tuple[Any, ...]) -> Callable[..., Any]:
    """Return what runs a kernel for arguments of these types, compiled now if it is not kept.

    Args:
        dispatcher: of `dispatcher_of`.
        arguments: of a call.
    """
    if not hasattr(dispatcher, "compile"):
        return dispatcher  # type: ignore[no-any-return]
    ready: Callable[..., Any] = dispatcher.compile(tuple(dispatcher.typeof_pyval(given) for given in arguments))
    return ready


class _Kept:
    """What numba asks for a kernel that was compiled before, and gives one that it has just compiled.

    There is one file for each kind of arguments and of processor. Its name tells all that it depends on.
    """

    def __init__(self, function: Callable[..., Any], folder: Path, keeping: Keeping, *, allocates: bool) -> None:
        self._allocates, self._keeping = allocates, keeping
        self._folder, self._name = folder, f"{function.__module__}.{function.__qualname__}"
        # The file of the function counts apart, as it may lie outside of the rooms that are known to hold kernels.
        self._maker = (source_digest(), digest_of(function.__code__.co_filename), numba.__version__, sys.version)

    @property
    def cache_path(self) -> str:
        """Return the folder, as numba tells it with its statistics."""
        return str(self._folder)

    def load_overload(self, signature: Any, target: Any) -> Any:
        """Return what is kept for arguments of such types, None where there is nothing, or nothing whole."""
        if LINKS and not self._allocates:
            return None  # it would have been linked
        key = self._key(signature, target.codegen())
        try:
            known, kernel = pickle.loads(self._path(key).read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        if known != key:
            return None
        if self._allocates:
            target.refresh()  # reads numba's tables: threads and what gives memory have no addresses before that
        return _CompileResult._rebuild(target, *kernel)

    def save_overload(self, signature: Any, compiled: Any) -> None:
        """Keep a kernel if that is possible."""
        if LINKS and not self._allocates:
            self._keeping(compiled)
            return
        key = self._key(signature, compiled.codegen)
        keep(self._path(key), _dumps((key, compiled._reduce())))

    def _key(self, signature: Any, codegen: Any) -> tuple[Any, ...]:
        """Return all that a compiled kernel depends on."""
        return *self._maker, signature, codegen.magic_tuple()

    def _path(self, key: tuple[Any, ...]) -> Path:
        return self._folder / f"{self._name}-{hashlib.sha256(repr(key).encode()).hexdigest()[:16]}.nbc"
