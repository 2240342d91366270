"""The file of compiled kernels that comes with the package, when something has happened to it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from align.lattice import shipped
from align.lattice.processor import has_baseline

pytestmark = pytest.mark.skipif(not has_baseline(), reason="the package has no kernels for this platform")
WHOLE = shipped.FILE.read_bytes()


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the package have another file, and nobody know the one that it had."""
    monkeypatch.delenv("NUMBA_CPU_NAME", raising=False)
    monkeypatch.setattr(shipped, "FILE", tmp_path / "kernels.bin")
    shipped.shipped_kernels.cache_clear()
    yield
    shipped.shipped_kernels.cache_clear()


@pytest.mark.parametrize(
    "content",
    [WHOLE[: len(WHOLE) // 2], b"", WHOLE[:-1] + bytes([WHOLE[-1] ^ 1]), b"not kernels"],
    ids=["cut off", "empty", "one bit", "text"],
)
def test_a_damaged_file_is_told_once(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """In one line that says where it is and what to do; then kernels are compiled."""
    shipped.FILE.write_bytes(content)
    for _ in range(2):
        assert shipped.shipped_kernels() == {}
    (told,) = (record for record in caplog.records if record.levelno >= logging.WARNING)
    assert str(shipped.FILE) in told.getMessage()
    assert "install versalign again" in told.getMessage()


def test_no_file_is_nothing_to_tell(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever packs versalign for another platform leaves it out."""
    assert shipped.shipped_kernels() == {}
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
