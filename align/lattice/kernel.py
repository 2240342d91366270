"""How numba compiles the kernels: functions that read arrays and fill others which their caller has made.

Whoever runs versalign for the first time waits until all kernels are compiled, so they are kept easy to compile. They
allocate nothing, so that numba need not count references (`_nrt`), and they use no function of numpy on arrays, since
numba would compile each of those anew: `np.zeros` alone takes a seventh of a second for every new kind of array, the
assignment of one slice to another more than a second. What calls a kernel is plain Python and numpy.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

_PLAIN: dict[str, Any] = {"cache": True, "error_model": "numpy", "no_cfunc_wrapper": True, "_nrt": False}
_FAST: dict[str, Any] = {**_PLAIN, "fastmath": True}
_INLINED: dict[str, Any] = {**_FAST, "forceinline": True, "no_cpython_wrapper": True}


def exact(function: Kernel) -> Kernel:
    """Compile a kernel whose numbers are worked out in the order in which it is written."""
    compiled: Kernel = njit(**_PLAIN)(function)
    return compiled


def fast(function: Kernel) -> Kernel:
    """Compile a kernel whose sums may be reordered."""
    compiled: Kernel = njit(**_FAST)(function)
    return compiled


def inlined(function: Kernel) -> Kernel:
    """Compile a kernel into those that call it, each time anew; it cannot be called from Python."""
    compiled: Kernel = njit(**_INLINED)(function)
    return compiled
