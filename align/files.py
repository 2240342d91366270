"""Write files and folders whole or not at all, and never over what is read.

What is written stands beside its place under a name `.versalign-….part` until it is whole, and is locked meanwhile. A
name whose lock nobody holds is what a killed process left: the next run that writes there removes it.
"""

import errno
import io
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import BinaryIO, TextIO

_PREFIX, _SUFFIX = ".versalign-", ".part"  # short, so that a name of 255 bytes can be written beside
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")
_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_HAS_LOCKS = os.name == "posix"  # elsewhere no open file can be renamed or removed
_KEPT: ContextVar[frozenset[tuple[int, int]]] = ContextVar("kept", default=frozenset())


@contextmanager
def keeping(paths: Iterable[Path]) -> Iterator[None]:
    """Let nothing in the block be written over these files, by whatever name; what does not exist has no say.

    Args:
        paths: what is read; `-` is what standard input is redirected from.
    """
    found = set(_KEPT.get())
    for path in paths:
        with suppress(OSError, ValueError):  # the latter for a name with a null character
            found.add(_identity(os.fstat(0) if str(path) == "-" else path.stat()))
    token = _KEPT.set(frozenset(found))
    try:
        yield
    finally:
        _KEPT.reset(token)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a new file that takes the place of `path` when the block ends, and goes when it ends with an error.

    A process that has the old file mapped keeps it. Of a link the file that it leads to is replaced. What is no file,
    such as a pipe or `/dev/null`, is written to as it is.

    Args:
        path: of the file, which need not exist; its folder must.

    Raises:
        OSError: if the folder does not exist or cannot be written to, or the file is one that is read (`keeping`).
    """
    number = _descriptor(path)
    if number is not None:
        with os.fdopen(os.dup(number), "wb") as file:
            yield file
        return
    real = _goal(path)
    if real.exists() and not real.is_file():
        with real.open("wb") as file:
            yield file
        return
    mode = real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~_umask()
    _sweep_once(real.parent)
    fresh, handle = _fresh_file(real.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(handle)
            fresh.chmod(mode)
            if not _HAS_LOCKS:
                file.close()
            fresh.replace(real)  # before it is closed, and with that free to be swept away
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


@contextmanager
def replacing_text(path: Path) -> Iterator[TextIO]:
    """Do what `replacing` does with a file of UTF-8 text; line ends stay as they are, and so do lone surrogates."""
    with replacing(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors="surrogatepass", newline="\n")
        try:
            yield text
        finally:
            text.detach()  # flushes, and leaves the file to be closed by who opened it


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a new folder for files, which becomes `path` when the block ends, and goes when it ends with an error.

    Args:
        path: of the folder, which does not exist or is empty; folders above it are made.

    Raises:
        OSError: there is something already, or the place cannot be written to.
    """
    check_new_folder(path)
    real = _goal(path)
    real.parent.mkdir(parents=True, exist_ok=True)
    _sweep_once(real.parent)
    fresh, handle = _fresh_folder(real.parent)
    try:
        yield fresh
        for file in fresh.iterdir():
            with file.open("rb+") as stream:
                os.fsync(stream.fileno())
        if handle is not None:
            os.fsync(handle)
        fresh.chmod(0o777 & ~_umask())
        fresh.replace(real)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    finally:
        if handle is not None:
            os.close(handle)


def check_new_folder(path: Path) -> None:
    """Refuse early what `new_folder` would refuse in the end.

    Raises:
        OSError: there is something already, or the place cannot be written to.
    """
    real = _goal(path)
    if real.exists() and (not real.is_dir() or any(real.iterdir())):
        raise FileExistsError(errno.EEXIST, "something there already, which is not written over; name a new folder")
    above = next(place for place in real.parents if place.exists())
    if not above.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(above, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def sweep(folder: Path) -> None:
    """Remove what killed processes left in a folder."""
    with suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if _is_left(path):
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)


@cache
def _sweep_once(folder: Path) -> None:
    """Sweep a folder; a run that writes thousands of files into it does not look again."""
    sweep(folder)


def _descriptor(path: Path) -> int | None:
    """Return the open file that a name such as `/dev/stdout` stands for: to open it anew would cut it off."""
    found = _DESCRIPTOR.fullmatch(str(path))
    return int(found[1]) if found else _STANDARD.get(str(path))


def _goal(path: Path) -> Path:
    """Return where a path leads to, and refuse what is read."""
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if real.exists():
        if _identity(real.stat()) in _KEPT.get():
            raise FileExistsError(errno.EEXIST, "a file that is read; name another one")
        if not os.access(real, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return real


def _identity(found: os.stat_result) -> tuple[int, int]:
    """Return what tells a file from all others, whatever its names."""
    return found.st_dev, found.st_ino


def _fresh_file(folder: Path) -> tuple[Path, int]:
    """Return a new file in a folder and its handle, which holds its lock."""
    import tempfile  # brings much with it that no start of the command should wait for

    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        _lock(handle)
        if os.fstat(handle).st_nlink:  # nobody swept it away in the moment before it was locked
            return Path(name), handle
        os.close(handle)


def _fresh_folder(folder: Path) -> tuple[Path, int | None]:
    """Return a new folder in a folder and, where there are locks, its handle, which holds its lock."""
    import tempfile

    while True:
        fresh = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX))
        if not _HAS_LOCKS:
            return fresh, None
        with suppress(FileNotFoundError):
            handle = os.open(fresh, os.O_RDONLY)
            _lock(handle)
            if fresh.exists():
                return fresh, handle
            os.close(handle)


def _lock(handle: int) -> None:
    """Lock an open file or folder, if its disk has locks."""
    if _HAS_LOCKS:
        import fcntl

        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)


def _is_left(path: Path) -> bool:
    """Return whether nobody holds the lock of a file or folder; where there are no locks, nothing is known of it."""
    if not _HAS_LOCKS:
        return False
    import fcntl

    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _umask() -> int:
    """Return the file mode creation mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
