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
# For each call that is under way how many threads the libraries had; only the first one has to look.
_LIMITS: list[list[int]] = []


@contextmanager
def one_thread() -> Iterator[None]:
    """Let each of numpy's products run on one thread, the one that asks for it, as long as anyone is inside.

    The limit is the whole process's: the first to enter sets it, the last to leave lifts it. It also decorates.
    """
    with _LOCK:
        _LIMITS.append([] if _LIMITS else _limit())
    try:
        yield
    finally:
        with _LOCK:
            counts = _LIMITS.pop()
            if not _LIMITS:
                for library, count in zip(_libraries(), counts, strict=True):
                    library.set_num_threads(count)


def _limit() -> list[int]:
    """Let libraries run on one thread; return how many each had. `threadpoolctl` asks them for all else, too."""
    counts = [library.get_num_threads() for library in _libraries()]
    for library in _libraries():
        library.set_num_threads(1)
    return counts


@cache
def _libraries() -> list[Any]:
    """Return what sets the libraries that numpy has, which takes a millisecond to find."""
    import numpy  # noqa: F401 - they have to be loaded to be found
    from threadpoolctl import ThreadpoolController

    return [found for found in ThreadpoolController().lib_controllers if found.user_api == "blas"]
