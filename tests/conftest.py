"""What holds for all tests.

- Made-up examples are the same in every run, and none fails because a machine is busy.
- Vectors of networks are kept in a folder of the run, not in the user's.
- The wheel's tests come first: while one process waits for what they build and install, the other runs all else.
- An interrupt interrupts, though a shell has started the tests in the background and let them ignore it.
- No test reaches the network, not even this machine's own: versalign needs none.
"""

import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.wheels import Wheels, find_pythons

_OF_WHEEL = "test_wheel.py"

settings.register_profile("versalign", deadline=None, derandomize=True)
settings.load_profile("versalign")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the wheel first."""
    items.sort(key=lambda item: item.path.name != _OF_WHEEL)


@pytest.fixture(scope="session", autouse=True)
def vectors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the caches of users be in a folder of the run, for this process and those that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def interrupts() -> Iterator[None]:
    """Let this process and those that it starts be interrupted."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def wheels() -> Iterator[Wheels]:
    """Return the wheel and its installations."""
    # Not in pytest's own folder: it keeps three, of more than a gigabyte each.
    with tempfile.TemporaryDirectory() as folder:
        work = Wheels(Path(folder), find_pythons())
        yield work
        work.stop()


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that uses a socket other than those of files, by which processes of one machine talk."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("bind", "connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _refusing(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


def _refusing(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method of sockets that refuses what is no file."""

    def guarded(self: socket.socket, *arguments: Any) -> Any:
        if self.family == getattr(socket, "AF_UNIX", None):
            return method(self, *arguments)
        # trafilatura imports urllib3, which takes an address of IPv6 for a moment to learn whether there is any.
        if sys._getframe(1).f_code.co_name == "_has_ipv6":
            raise OSError("no network in tests")
        return _refuse()

    return guarded


def _refuse(*_: Any, **__: Any) -> Any:
    """Fail: this is no exception that a library takes for a machine without a network."""
    pytest.fail("expected no network, found that a socket was used")
