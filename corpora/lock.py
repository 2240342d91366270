"""One run at a time in a folder: a lock that tells who holds it, and that goes with its process, even a killed one."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from align.errors import InputError

NAME = "lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which must exist.

    Raises:
        InputError: another run holds it, or the folder cannot be written to.
    """
    path = folder / NAME
    with _opened(path) as file:
        if not _take(file) or not _is_there(path, file):
            raise _refusal(folder, path)
        if _holder(path).get("host", socket.gethostname()) != socket.gethostname():
            raise _refusal(folder, path)  # locks of files do not reach every host of a shared disk
        _sign(file, path)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path.parent}: expected a folder to write to, found: {error.strerror}") from None


def _sign(file: IO[str], path: Path) -> None:
    """Write who holds the lock."""
    try:
        file.seek(0)
        file.truncate()
        json.dump({"pid": os.getpid(), "host": socket.gethostname()}, file)
        file.flush()
    except OSError as error:
        raise InputError(f"{path.parent}: expected a folder to write to, found: {error.strerror}") from None


def _take(file: IO[str]) -> bool:
    """Return whether the file could be locked; where the system has no such locks, whether nobody has written to it."""
    try:
        import fcntl
    except ImportError:
        file.seek(0)
        return not file.read()
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(path: Path, file: IO[str]) -> bool:
    """Return whether the file is still the one of this name: the run before may just have ended."""
    try:
        return path.stat().st_ino == os.fstat(file.fileno()).st_ino
    except FileNotFoundError:
        return False


def _holder(path: Path) -> dict[str, object]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _refusal(folder: Path, path: Path) -> InputError:
    holder = _holder(path)
    who = f"process {holder.get('pid', 'unknown')} on {holder.get('host', 'this host')}"
    return InputError(
        f"{folder}: expected a folder that nobody writes to, found {who}; wait, or remove {path} if it is gone"
    )
