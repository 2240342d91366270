"""Vectors of networks on disk, so that a second run encodes nothing.

An SQLite file in the user's cache, that only the user can read. It holds no text: a vector is found by a digest of the
encoder's signature and the text. Beyond `MOST` bytes those that have not been used for longest go first. Each vector
has a checksum; one that is torn is encoded again, and a file that is torn is begun anew. Where nothing can be written,
nothing is kept.
"""

import logging
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import numpy as np

from align.lattice.arrays import Floats
from align.lattice.kept import user_cache

LOG = logging.getLogger(__name__)
NAME = "vectors.sqlite"
MOST = 1 << 30  # bytes: half a million vectors of 512 numbers
KEPT = 0.75  # of `MOST`, when some have to go
_VERSION = 1  # of the tables
_PATIENCE = 10.0  # seconds to wait for another process
_AT_ONCE = 500  # digests in a question: SQLite takes 999 values
_DAY = 86_400
_AROUND = 100  # bytes of a row beside its vector, with its places in two trees
_TABLES = """
CREATE TABLE vectors (digest BLOB PRIMARY KEY, encoder TEXT, vector BLOB, checksum INTEGER, day INTEGER) WITHOUT ROWID;
CREATE INDEX by_day ON vectors (day);
"""
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Holding:
    """How many vectors of an encoder are kept, and their bytes."""

    encoder: str
    vectors: int
    size: int


class VectorStore:
    """The file. What goes wrong with it costs time, never a result."""

    def __init__(self, path: Path, *, most: int = MOST) -> None:
        """Take the path of the file, which is made when something is kept, and how many bytes it may have.

        Args:
            path: of the file.
            most: bytes.
        """
        self.path = path
        self._most = most

    def find(self, encoder: str, texts: Sequence[str]) -> dict[str, Floats]:
        """Return the vectors that are there, by their texts.

        Args:
            encoder: signature of the encoder.
            texts: distinct ones.
        """
        if not self.path.exists():
            return {}
        digests = {_digest(encoder, text): text for text in texts}
        found: dict[str, Floats] = {}

        def look(base: sqlite3.Connection) -> None:
            names, used = list(digests), []
            for start in range(0, len(names), _AT_ONCE):
                some = names[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = base.execute(
                    f"SELECT digest, vector, checksum, day FROM vectors WHERE digest IN ({marks})", some
                )
                for digest, vector, checksum, day in rows:
                    if zlib.crc32(vector) == checksum and not len(vector) % 4:
                        found[digests[digest]] = np.frombuffer(vector, dtype="<f4").astype(np.float32, copy=False)
                        used += [(digest,)] * (day != _today())
            if used:
                base.executemany(f"UPDATE vectors SET day = {_today()} WHERE digest = ?", used)

        self._work(look)
        return found

    def keep(self, encoder: str, vectors: Mapping[str, Floats]) -> None:
        """Keep vectors, and let go of old ones if they become too many.

        Args:
            encoder: signature of the encoder.
            vectors: by their texts.
        """

        def put(base: sqlite3.Connection) -> None:
            rows = ((_digest(encoder, text), encoder, *_packed(vector), _today()) for text, vector in vectors.items())
            base.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?, ?)", rows)
            self._let_go(base)

        self._work(put)

    def holdings(self) -> list[Holding]:
        """Return what is kept of each encoder."""
        if not self.path.exists():
            return []
        query = "SELECT encoder, count(*), sum(length(vector)) FROM vectors GROUP BY encoder ORDER BY encoder"
        rows = self._work(lambda base: base.execute(query).fetchall())
        return [Holding(*row) for row in rows or []]

    def clear(self) -> bool:
        """Remove the file, and return whether there was one.

        Raises:
            OSError: it cannot be removed.
        """
        there = self.path.exists()
        for ending in ("", "-wal", "-shm", "-journal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        return there

    def _let_go(self, base: sqlite3.Connection) -> None:
        """Remove those that have not been used for longest, until there is room for more."""
        pages, free, of_page = (
            base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        size = (pages - free) * of_page
        if size <= self._most:
            return
        gone = []
        for digest, length in base.execute("SELECT digest, length(vector) FROM vectors ORDER BY day, digest"):
            gone.append((digest,))
            size -= length + _AROUND
            if size <= KEPT * self._most:
                break
        base.executemany("DELETE FROM vectors WHERE digest = ?", gone)

    def _work(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
        """Do `work` on the file; None where that is not possible. A file that is torn or something else is removed."""
        for _ in range(2):
            try:
                with self._opened() as base:
                    return work(base)
            except sqlite3.OperationalError as error:
                LOG.info("%s: vectors are not kept (%s)", self.path, error)
                return None
            except (sqlite3.DatabaseError, OSError) as error:
                LOG.warning("%s was damaged and is begun anew (%s)", self.path, error)
                try:
                    self.clear()
                except OSError:
                    return None
        return None

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Yield the file, opened; what was done is kept if nothing went wrong."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as base, base:
            version = base.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and not base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                base.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
            elif version != _VERSION:
                raise sqlite3.DatabaseError(f"expected tables of version {_VERSION}, found {version}")
            yield base


def open_store() -> VectorStore | None:
    """Return the store in the user's cache; None for a user without a home."""
    home = user_cache()
    return None if home is None else VectorStore(home / "versalign" / NAME)


def _digest(encoder: str, text: str) -> bytes:
    return blake2b(f"{encoder}\0{text}".encode("utf-8", "surrogatepass"), digest_size=20).digest()


def _packed(vector: Floats) -> tuple[bytes, int]:
    """Return the bytes of a vector and their checksum."""
    data = vector.astype("<f4").tobytes()
    return data, zlib.crc32(data)


def _today() -> int:
    return int(time.time()) // _DAY
