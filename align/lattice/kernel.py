"""How numba compiles the kernels: functions that read arrays and fill others which their caller has made.

Whoever runs versalign for the first time waits until all kernels are compiled, so they are kept easy to compile. They
allocate nothing, so that numba need not count references (`_nrt`), and they use no function of numpy on arrays, since
numba would compile each of those anew: `np.zeros` alone takes a seventh of a second for every new kind of array, the
assignment of one slice to another more than a second. What calls a kernel is plain Python and numpy.

Compiled kernels are kept where `align.lattice.kept` says. Numba itself looks only at the file of a kernel to see
whether the compiled one is of today; it would go on running what was inlined from another file that has changed.
"""

import hashlib
import logging
import pickle
import secrets
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numba
from numba import njit
from numba.core import compiler, serialize

from align.lattice.kept import kernel_folder, source_digest, sweep

LOG = logging.getLogger(__name__)
Kernel = TypeVar("Kernel", bound=Callable[..., Any])

_CompileResult: Any = compiler.CompileResult
_dumps: Callable[[Any], bytes] = serialize.dumps

_PLAIN: dict[str, Any] = {"error_model": "numpy", "no_cfunc_wrapper": True, "_nrt": False}
_FAST: dict[str, Any] = {**_PLAIN, "fastmath": True}
_INLINED: dict[str, Any] = {**_FAST, "forceinline": True, "no_cpython_wrapper": True}


def exact(function: Kernel) -> Kernel:
    """Compile a kernel whose numbers are worked out in the order in which it is written."""
    return _compiled(function, _PLAIN)


def fast(function: Kernel) -> Kernel:
    """Compile a kernel whose sums may be reordered."""
    return _compiled(function, _FAST)


def inlined(function: Kernel) -> Kernel:
    """Compile a kernel into those that call it, each time anew; it cannot be called from Python."""
    return _compiled(function, _INLINED)


def parallel(function: Kernel) -> Kernel:
    """Compile a function whose loops are shared among threads; it may allocate arrays."""
    return _compiled(function, {"parallel": True})


def fast_parallel(function: Kernel) -> Kernel:
    """Compile a function as `parallel` does, whose sums may be reordered."""
    return _compiled(function, {"parallel": True, "fastmath": True})


def _compiled(function: Kernel, options: dict[str, Any]) -> Kernel:
    """Return the kernel, compiled when it is called and then kept."""
    compiled: Any = njit(**options)(function)
    folder = kernel_folder()
    if folder is not None and compiled is not function:  # NUMBA_DISABLE_JIT leaves functions as they are
        compiled._cache = _Kept(function, folder, allocates=options.get("_nrt", True))
    kept: Kernel = compiled
    return kept


class _Kept:
    """What numba asks for a kernel that was compiled before, and gives one that it has just compiled.

    There is one file for each kind of arguments and of processor. Its name tells all that it depends on, and it appears
    whole or not at all, so that processes which compile the same kernels at once do not get in each other's way.
    """

    def __init__(self, function: Callable[..., Any], folder: Path, *, allocates: bool) -> None:
        self._allocates = allocates
        self._folder, self._name = folder, f"{function.__module__}.{function.__qualname__}"
        # The file of the function counts apart, as it may lie outside of the rooms that are known to hold kernels.
        self._maker = (source_digest(), _digest_of(function.__code__.co_filename), numba.__version__, sys.version)

    @property
    def cache_path(self) -> str:
        """Return the folder, as numba tells it with its statistics."""
        return str(self._folder)

    def load_overload(self, signature: Any, target: Any) -> Any:
        """Return what is kept for arguments of such types, None where there is nothing, or nothing whole."""
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
        """Keep a kernel if that is possible; the first one sweeps away what was made of other sources."""
        key = self._key(signature, compiled.codegen)
        path = self._path(key)
        fresh = path.with_suffix(f".{secrets.token_hex(8)}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not any(self._folder.iterdir()):
                sweep(self._folder)
            try:
                fresh.write_bytes(_dumps((key, compiled._reduce())))
                fresh.replace(path)
            finally:
                fresh.unlink(missing_ok=True)
        except OSError as error:
            _warn_once(str(error))

    def _key(self, signature: Any, codegen: Any) -> tuple[Any, ...]:
        """Return all that a compiled kernel depends on."""
        return *self._maker, signature, codegen.magic_tuple()

    def _path(self, key: tuple[Any, ...]) -> Path:
        return self._folder / f"{self._name}-{hashlib.sha256(repr(key).encode()).hexdigest()[:16]}.nbc"


@cache
def _digest_of(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@cache
def _warn_once(reason: str) -> None:
    LOG.warning("compiled kernels cannot be kept: %s", reason)
