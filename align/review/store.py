"""The project file: one SQLite database, which holds alignments as made and the log of what people did.

Every action is a transaction of its own, on the disk before the caller hears of it. Two programs may have the same
file open: each takes the lock, reads what the other has added, and only then adds its own. A file that cannot be
written to, or whose folder cannot, is opened for reading.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from align.bitext import Alignment
from align.errors import InputError
from align.review.action import Action, Cursor, Kind, detail_text
from align.review.bases import read_base, write_base
from align.review.schema import APPLICATION, MIGRATIONS

_PATIENCE = 20.0  # seconds to wait for another program that is just writing
# What reading values of other kinds than were written comes to.
DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError)
_MAGIC = b"SQLite format 3\0"


class Store:
    """An open project file."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a project file, and bring it to the newest version of its tables.

        Args:
            path: of the file.
            create: make the file where there is none; otherwise it has to hold a project.

        Raises:
            InputError: the file is missing, is no project, is damaged, or is of a newer version of this program.
        """
        self.path = path
        self.read_only = False
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        if not create or (path.exists() and (not path.is_file() or path.stat().st_size)):
            _check_file(path)
        try:
            self._db = self._opened()
            self._check_tables()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter in a damaged script of a table
            if create and not path.exists():
                where = "expected a folder that can be written to; name another file with --project"
                raise InputError(f"{path}: {where}, found: {error}") from None
            raise InputError(f"{path}: expected a project of versalign review, found: {error}") from None

    def close(self) -> None:
        """Close the file; nothing is left to be saved."""
        self._db.close()
        if self._copy:
            self._copy.cleanup()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock for one transaction, which is on the disk when the block ends, and void when it raises.

        Raises:
            InputError: the file is read-only, or the disk does not take it.
        """
        if self.read_only:
            raise InputError(
                f"{self.path}: expected a project that can be written to, found it read-only; copy it first"
            )
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise InputError(f"{self.path}: expected to save, found: {error}; nothing was changed") from None
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def bases(self) -> int:
        """Return how many alignments as made the file holds."""
        with self._sound():
            (count,) = self._db.execute("SELECT count(*) FROM base").fetchone()
            return int(count)

    def sort(self) -> str:
        """Return what the project is of: `texts` or `sample`."""
        with self._sound():
            (sort,) = self._db.execute("SELECT sort FROM base WHERE number = 1").fetchone()
            return str(sort)

    def add_base(self, alignment: Alignment, *, sort: str, at: str) -> int:
        """Add an alignment, inside of `writing`, and return its number.

        Args:
            alignment: as made.
            sort: `texts` or `sample`.
            at: when it was made, ISO 8601.
        """
        number = self.bases() + 1
        write_base(self._db, number, alignment, sort=sort, at=at)
        return number

    def base(self, number: int) -> Alignment:
        """Return an alignment as made.

        Raises:
            InputError: the file is damaged.
        """
        with self._sound():
            return read_base(self._db, number)

    def add_action(self, action: Action) -> int:
        """Add an entry of the log, inside of `writing`, and return its number."""
        why = action.why.encode("utf-8", "backslashreplace").decode()
        done = self._db.execute(
            "INSERT INTO action (kind, base, subject, why, detail, cursor, who, at) VALUES (?,?,?,?,?,?,?,?)",
            (
                action.kind.value, action.base, action.subject, why, detail_text(action.detail),
                detail_text(asdict(action.cursor)), action.who, action.at,
            ),
        )  # fmt: skip
        return int(done.lastrowid or 0)

    def actions(self, after: int = 0) -> Iterator[Action]:
        """Yield the log in order, from behind the entry of a number.

        Raises:
            InputError: the file is damaged.
        """
        columns = "number, kind, base, subject, why, detail, cursor, who, at"
        with self._sound():
            for row in self._db.execute(f"SELECT {columns} FROM action WHERE number > ? ORDER BY number", (after,)):
                number, kind, base, subject, why, detail, cursor, who, at = row
                yield Action(
                    number=number, kind=Kind(kind), base=base, subject=subject, why=why, detail=json.loads(detail),
                    cursor=Cursor(**json.loads(cursor)), who=who, at=at,
                )  # fmt: skip

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Say in one line that the file is damaged, whatever of it is: its pages, its tables, or what stands there."""
        try:
            yield
        except (sqlite3.Error, *DAMAGE) as error:
            raise InputError(f"{self.path}: expected a sound project, found: {error}; take a copy of it") from None

    def _opened(self) -> sqlite3.Connection:
        """Open for writing, or else for reading."""
        db = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA journal_mode = WAL").fetchone()
            db.execute("BEGIN IMMEDIATE")
            db.execute("ROLLBACK")
            return db
        except sqlite3.OperationalError as error:
            db.close()
            if "locked" in str(error) or not self.path.exists():
                raise
        self.read_only = True
        return self._opened_for_reading()

    def _opened_for_reading(self) -> sqlite3.Connection:
        """Open a file that cannot be written to; what a killed program left in its journal is read from a copy."""
        journal = self.path.with_name(f"{self.path.name}-wal")
        if not (journal.exists() and journal.stat().st_size):
            return sqlite3.connect(f"file:{quote(str(self.path.absolute()))}?mode=ro&immutable=1", uri=True)
        self._copy = tempfile.TemporaryDirectory()
        for file in (self.path, journal):
            shutil.copyfile(file, Path(self._copy.name) / file.name)
        return sqlite3.connect(Path(self._copy.name) / self.path.name, isolation_level=None)

    def _check_tables(self) -> None:
        """Run the scripts that have not run yet, in one transaction, and refuse what is not ours."""
        if not self.read_only:
            self._db.execute("BEGIN IMMEDIATE")
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        (application,) = self._db.execute("PRAGMA application_id").fetchone()
        (tables,) = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if (version or tables) and application != APPLICATION:
            self.close()
            raise InputError(f"{self.path}: expected a project of versalign review, found another SQLite file")
        if version > len(MIGRATIONS):
            self.close()
            raise InputError(
                f"{self.path}: expected a project of version {len(MIGRATIONS)} or older, found {version}; "
                "it needs a newer versalign"
            )
        if self.read_only:
            return
        for script in MIGRATIONS[version:]:
            for statement in _statements(script):
                self._db.execute(statement)
        self._db.execute(f"PRAGMA application_id = {APPLICATION}")
        self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        self._db.execute("COMMIT")


def is_project(path: Path) -> bool:
    """Return whether a file is an SQLite database, as projects are."""
    with suppress(OSError, ValueError), path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
    return False


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise InputError(f"{path}: expected a project of versalign review, found no such file; check the path")
    if not is_project(path):
        raise InputError(f"{path}: expected a project of versalign review, found another file")


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; those that make a trigger have semicolons inside."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
