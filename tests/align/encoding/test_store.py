"""Vectors on disk: found again, bounded, and never wrong, whatever happened to the file."""

import sqlite3
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from align.encoding.network import NetworkEncoder
from align.encoding.store import NAME, VectorStore
from align.lattice.arrays import Floats
from tests.align.encoding.hashed import HashedEncoder
from tests.running import versalign


class CountingModel(HashedEncoder):
    """A network that counts the texts that it is given."""

    exclusive = False
    dimensions = 32

    def __init__(self, signature: str = "counting-1") -> None:
        """Begin at none."""
        self.signature = signature
        self.texts: list[str] = []

    def run(self, texts: Sequence[str]) -> Floats:
        """Return the vectors."""
        self.texts += texts
        return self.encode(texts)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the file of a store may be."""
    return tmp_path / "deep" / "vectors.sqlite"


def test_a_second_run_encodes_nothing(path: Path) -> None:
    """The vectors are the same to the bit; a text that comes twice is encoded once, and an empty one never."""
    texts = ["Red bread.", "", "Blue bread.", "Red bread.", " "]
    first, second = CountingModel(), CountingModel()
    vectors = NetworkEncoder(first, VectorStore(path)).encode(texts)
    assert sorted(first.texts) == ["Blue bread.", "Red bread."]
    assert np.array_equal(NetworkEncoder(second, VectorStore(path)).encode(texts), vectors)
    assert second.texts == []
    assert not vectors[[1, 4]].any()


def test_another_revision_is_another_encoder(path: Path) -> None:
    """What one has encoded says nothing of the other."""
    NetworkEncoder(CountingModel(), VectorStore(path)).encode(["Red."])
    other = CountingModel("counting-2")
    NetworkEncoder(other, VectorStore(path)).encode(["Red."])
    assert other.texts == ["Red."]
    held = VectorStore(path).holdings()
    assert [(each.encoder, each.vectors, each.size) for each in held] == [
        ("counting-1", 1, 128),
        ("counting-2", 1, 128),
    ]


def test_the_file_is_the_users_own_and_holds_no_text(path: Path) -> None:
    """A text of a client has no business in a cache."""
    NetworkEncoder(CountingModel(), VectorStore(path)).encode(["A secret sentence."])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"secret" not in path.read_bytes()


def test_the_oldest_vectors_go_when_there_are_too_many(path: Path) -> None:
    """The file keeps to its bound, and what was used last stays."""
    bound = 80_000
    store = VectorStore(path, most=bound)
    store.keep("old", {f"text {number}": np.ones(32, dtype=np.float32) for number in range(200)})
    with sqlite3.connect(path) as base:
        base.execute("UPDATE vectors SET day = 1")
    base.close()
    store.keep("new", {f"text {number}": np.ones(32, dtype=np.float32) for number in range(200)})
    held = {each.encoder: each.vectors for each in store.holdings()}
    assert held["new"] == 200
    assert held.get("old", 0) < 200


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garble(path: Path) -> None:
    path.write_bytes(b"\x7f" * path.stat().st_size)


def _turn_a_bit(path: Path) -> None:
    with sqlite3.connect(path) as base:
        vector = bytearray(base.execute("SELECT vector FROM vectors").fetchone()[0])
        vector[3] ^= 64
        base.execute("UPDATE vectors SET vector = ?", (bytes(vector),))
    base.close()


def _other_version(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()


@pytest.mark.parametrize("harm", [_cut, _garble, _turn_a_bit, _other_version, Path.unlink])
def test_a_torn_file_costs_time_and_no_result(harm: Callable[[Path], None], path: Path) -> None:
    """What is damaged is encoded again, and kept again."""
    right = NetworkEncoder(CountingModel(), VectorStore(path)).encode(["Red."])
    harm(path)
    model = CountingModel()
    assert np.array_equal(NetworkEncoder(model, VectorStore(path)).encode(["Red."]), right)
    assert model.texts == ["Red."]
    again = CountingModel()
    assert np.array_equal(NetworkEncoder(again, VectorStore(path)).encode(["Red."]), right)
    assert again.texts == []


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A folder in the place of the file is no reason to fail."""
    path = tmp_path / "vectors.sqlite"
    path.mkdir()
    assert NetworkEncoder(CountingModel(), VectorStore(path)).encode(["Red."]).any()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the cache is named by XDG_CACHE_HOME")
def test_clearing_tells_what_it_did(tmp_path: Path) -> None:
    """Removed what was there, or found nothing; a folder in the place of the file is a line, and not our fault."""
    home = {"XDG_CACHE_HOME": str(tmp_path)}
    path = tmp_path / "versalign" / NAME
    assert "nothing was kept" in versalign("cache", "clear", env=home).stdout
    NetworkEncoder(CountingModel(), VectorStore(path)).encode(["Red."])
    assert "removed" in versalign("cache", "clear", env=home).stdout
    assert not path.exists()
    path.mkdir()
    done = versalign("cache", "clear", env=home)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "expected a file to remove" in done.stderr


def test_progress_is_told() -> None:
    """How many texts are done, of how many, and how many a second."""
    told: list[tuple[int, int, float]] = []
    encoder = NetworkEncoder(CountingModel(), None)
    encoder.report = lambda *told_now: told.append(told_now)
    encoder.encode([f"text {number}" for number in range(600)])
    assert [each[:2] for each in told] == [(512, 600), (600, 600)]
    assert all(rate > 0 for _, _, rate in told)
