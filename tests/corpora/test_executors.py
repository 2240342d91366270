"""Processes that work for a run end with it."""

import time
from multiprocessing import active_children

from corpora.executors.local import run


def test_what_is_begun_is_not_waited_for() -> None:
    """Who stops asking, or is interrupted, has the terminal back at once."""
    before = {*active_children()}  # of other tests
    results = run(time.sleep, [0.0, 90.0, 90.0, 90.0], jobs=2)
    next(results)
    begun = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    # Not by `join`: the pool's own thread waits for its processes, too, and one of the two is told of no end.
    while {*active_children()} - before and time.monotonic() - begun < 60:
        time.sleep(0.05)
    assert {*active_children()} <= before
    assert time.monotonic() - begun < 60
