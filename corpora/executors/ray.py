"""Work in actors of Ray, on this machine or a cluster: each loads encoder and kernels once.

The workers read the documents themselves, so on a cluster the paths have to lead to them on every machine; the results
come back here, which is where they are written.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from align.errors import InputError, OptionError
from corpora.executors import Given, Made

_STORE = 200 * 1024 * 1024  # bytes of Ray's store of objects on this machine; a shard has some hundred thousand
_AHEAD = 2  # tasks an actor


def run(work: Callable[[Given], Made], tasks: Iterable[Given], *, jobs: int, address: str = "") -> Iterator[Made]:
    """Yield the results as they come; see `corpora.executors.Executor`.

    Args:
        work: a function of a module.
        tasks: what it is called with.
        jobs: actors.
        address: of a cluster; empty for one on this machine, which ends with the run.

    Raises:
        OptionError: Ray is not installed.
        InputError: it cannot be started or reached.
    """
    left = iter(tasks)
    first = list(islice(left, _AHEAD * jobs))
    if not first:
        return
    ray = _start(jobs, address)
    try:
        actors = [ray.remote(_Actor).options(num_cpus=1).remote() for _ in range(jobs)]
        owners: dict[Any, Any] = {}
        for number, task in enumerate(first):
            actor = actors[number % jobs]
            owners[actor.do.remote(work, task)] = actor
        while owners:
            done, _ = ray.wait(list(owners), num_returns=1)
            actor = owners.pop(done[0])
            for task in islice(left, 1):
                owners[actor.do.remote(work, task)] = actor
            yield ray.get(done[0])
    finally:
        ray.shutdown()


class _Actor:
    """One process that works."""

    def __init__(self) -> None:
        """Give the process one thread."""
        from contextlib import ExitStack

        from align.blas import one_thread

        os.environ["NUMBA_NUM_THREADS"] = "1"
        self._held = ExitStack()
        self._held.enter_context(one_thread())

    def do(self, work: Callable[[Any], Any], task: Any) -> Any:
        """Return what comes of a task."""
        return work(task)


def _start(jobs: int, address: str) -> Any:
    """Return Ray, running."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # else it warns about what is to come
    try:
        import ray
    except ImportError:
        raise OptionError(
            "expected Ray for --executor ray, found it not installed; pip install 'versalign[ray]'"
        ) from None
    own: dict[str, Any] = {"num_cpus": jobs, "object_store_memory": _STORE, "include_dashboard": False}
    options = {"address": address} if address else own
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, **options)
    except Exception as error:  # Ray has no common class for what keeps it from starting
        reason = " ".join(str(error).split())
        raise InputError(f"expected Ray to start or answer at {address or 'this machine'}, found: {reason}") from None
    return ray
