"""Products of matrices whose bytes do not depend on the number of threads.

numpy hands `@` to a library (OpenBLAS, MKL, …) that shares a product out among its threads, and a cell is rounded
differently by where in a share it lies. On one thread all of it is one share. What is left is the library's own choice
of instructions: another type of processor, or another build of numpy, may round the last digits differently. Accelerate
on macOS cannot be limited. numpy's own sums and our kernels need no limit.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

_LOCK = Lock()
_LIMITS: list[Any] = []  # one for each call that is under way; the first knows what was there before


@contextmanager
def one_thread() -> Iterator[None]:
    """Let each of numpy's products run on one thread, the one that asks for it, as long as anyone is inside.

    The limit is the whole process's: the first to enter sets it, the last to leave lifts it. It also decorates.
    """
    with _LOCK:
        # Who enters where the limit holds only keeps it: to set it takes longer than to align a short paragraph.
        _LIMITS.append(_LIMITS[0] if _LIMITS else _controller().limit(limits=1, user_api="blas"))
    try:
        yield
    finally:
        with _LOCK:
            limit = _LIMITS.pop()
            if not _LIMITS:
                limit.restore_original_limits()


@cache
def _controller() -> Any:
    """Return what finds and sets numpy's library, which takes a millisecond."""
    import numpy  # noqa: F401 - its library has to be loaded to be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
