"""Work in processes on this machine; one job is this process itself.

Each process has one thread, so that they do not compete. They end with their parent, even when it is killed.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread

from align.blas import one_thread
from align.errors import InputError
from corpora.executors import Given, Made

_AHEAD = 2  # tasks a process that wait or are worked on
_HELD = ExitStack()  # what a process keeps to its end


def run(work: Callable[[Given], Made], tasks: Iterable[Given], *, jobs: int, address: str = "") -> Iterator[Made]:
    """Yield the results as they come; see `corpora.executors.Executor`.

    Args:
        work: a function of a module.
        tasks: what it is called with.
        jobs: processes.
        address: not used here.

    Raises:
        InputError: a process was killed.
    """
    if jobs == 1:
        yield from map(one_thread()(work), tasks)
        return
    left = iter(tasks)
    others = set(active_children())
    # spawn: a fork of a process with threads, which numpy and numba have, may hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=prepare_process)
    try:
        waiting: set[Future[Made]] = {pool.submit(work, task) for task in islice(left, _AHEAD * jobs)}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            waiting |= {pool.submit(work, task) for task in islice(left, len(done))}
            for future in done:
                yield future.result()
    except BrokenProcessPool:
        raise InputError("expected all processes to live, found one killed; run again with fewer --jobs") from None
    except BaseException:  # an interrupt, or whoever asked for the results has gone: nobody waits for what is begun
        for process in set(active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def prepare_process() -> None:
    """Give this process one thread, leave interrupts to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    os.environ["NUMBA_NUM_THREADS"] = "1"  # read when numba is imported, which comes later
    _HELD.enter_context(one_thread())


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
