"""Where the work is done. One table; an executor is a function, and all of them give the same bytes."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from align.plugins import load_member

EXECUTORS: dict[str, str] = {
    "local": "corpora.executors.local:run",
    "ray": "corpora.executors.ray:run",
}
Given = TypeVar("Given")
Made = TypeVar("Made")


class Executor(Protocol):
    """Does some work for each of many tasks."""

    def __call__(
        self, work: Callable[[Any], Any], tasks: Iterable[Any], *, jobs: int, address: str = ""
    ) -> Iterator[Any]:
        """Yield the results as they come, in any order.

        Args:
            work: a function of a module.
            tasks: what it is called with; no more of them than are worked on are taken at a time.
            jobs: processes.
            address: of a cluster; empty for this machine.
        """
        ...


def load_executor(name: str) -> Executor:
    """Return the executor of a name.

    Raises:
        OptionError: for a name that is not in the table.
    """
    found: Executor = load_member(EXECUTORS, name, kind="executor")
    return found
