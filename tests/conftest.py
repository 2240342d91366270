"""What holds for all tests.

- Made-up examples are the same in every run, and none fails because a machine is busy.
- Vectors of networks are kept in a folder of the run, not in the user's.
- The wheel is built and installed from the first test on, and its tests come last.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.wheels import Wheels, find_pythons

_OF_WHEEL = "test_wheel.py"

settings.register_profile("versalign", deadline=None, derandomize=True)
settings.load_profile("versalign")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the wheel last."""
    items.sort(key=lambda item: item.path.name == _OF_WHEEL)


@pytest.fixture(scope="session", autouse=True)
def vectors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the caches of users be in a folder of the run, for this process and those that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def wheels(request: pytest.FixtureRequest) -> Iterator[Wheels | None]:
    """Return the wheel and its installations; None where no test asks for them."""
    if not any(item.path.name == _OF_WHEEL for item in request.session.items):
        yield None
        return
    # Not in pytest's own folder: it keeps three, of more than a gigabyte each.
    with tempfile.TemporaryDirectory() as folder:
        work = Wheels(Path(folder), find_pythons())
        yield work
        work.stop()
