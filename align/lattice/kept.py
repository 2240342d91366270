"""Where kernels are kept that did not come compiled, so that only the first run has to compile them.

A kernel is compiled together with the kernels that it calls and with the constants that it reads, whichever file they
stand in. So all kernels are kept in one folder that is named by a digest of all sources: after a change of any of them,
also by an upgrade in place, the old ones are not found any more, and the next one that is written sweeps them away.

The folder is the first of these that can be written to:

1. in `NUMBA_CACHE_DIR`, where that is set,
2. in `__pycache__` of this package,
3. in the user's cache,
4. in the folder for temporary files, one that is the user's alone.

In the last case, and where nothing can be written at all, one warning says so.
"""

import hashlib
import logging
import os
import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LOG = logging.getLogger(__name__)
PACKAGE = Path(__file__).resolve().parent.parent
# The rooms that hold kernels, the functions that these call and the constants that they read.
ROOMS = ("lattice", "aligners", "encoding", "words")
_PREFIX = "kernels-"


@cache
def source_digest() -> str:
    """Return 16 hexadecimal digits that change with any source file of the rooms that hold kernels."""
    total = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")):
        content = path.read_bytes()
        total.update(f"{path.relative_to(PACKAGE).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()[:16]


@cache
def kernel_folder() -> Path | None:
    """Return the folder of the compiled kernels, which can be written to; None where there is no such folder."""
    name = f"{_PREFIX}{source_digest()}"
    for home in _homes():
        if _can_be_written(home / name):
            return home / name
    temporary = _temporary_home()
    if temporary is not None and _can_be_written(temporary / name):
        LOG.warning("compiled kernels are kept in %s only; NUMBA_CACHE_DIR may name a better folder", temporary)
        return temporary / name
    LOG.warning("every run compiles its kernels anew; NUMBA_CACHE_DIR may name a folder that can be written to")
    return None


def keep(path: Path, content: bytes) -> None:
    """Write a compiled kernel if that is possible, whole or not at all; the first one sweeps away all older ones.

    So processes which compile the same kernels at once do not get in each other's way.

    Args:
        path: of the kernel.
        content: machine code, or what numba keeps.
    """
    fresh = path.with_suffix(f".{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not any(path.parent.iterdir()):
            sweep(path.parent)
        try:
            fresh.write_bytes(content)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        _warn_once(str(error))


def sweep(folder: Path) -> None:
    """Remove the kernels of other sources beside a folder; a process that still uses them compiles its own anew."""
    for old in folder.parent.glob(f"{_PREFIX}*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def _homes() -> Iterator[Path]:
    """Yield the folders that may hold that of the kernels, the best one first.

    Those outside of the package are told apart by its path: two installations must not sweep away each other's.
    """
    own = f"versalign-{hashlib.sha256(os.fsencode(PACKAGE)).hexdigest()[:16]}"
    if os.environ.get("NUMBA_CACHE_DIR"):
        yield Path(os.environ["NUMBA_CACHE_DIR"]).absolute() / own
    yield PACKAGE / "__pycache__"
    user = user_cache()
    if user is not None:
        yield user / own


def user_cache() -> Path | None:
    """Return the folder for what a user's programs can make again; None for a user without a home."""
    usual, named = ".cache", os.environ.get("XDG_CACHE_HOME")
    if sys.platform == "win32":
        usual, named = "AppData/Local", os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        usual, named = "Library/Caches", None
    if named:
        return Path(named).absolute()
    try:
        return Path.home() / usual
    except RuntimeError:
        return None


def _temporary_home() -> Path | None:
    """Return a folder for temporary files that nobody else can write to; whoever can plant a kernel can run it."""
    number = os.getuid() if hasattr(os, "getuid") else None
    try:
        home = Path(tempfile.gettempdir()) / ("versalign" if number is None else f"versalign-{number}")
        home.mkdir(mode=0o700, exist_ok=True)
        found = home.lstat()
    except OSError:
        return None
    others_may_write = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    is_own = stat.S_ISDIR(found.st_mode) and (number is None or (found.st_uid == number and not others_may_write))
    return home if is_own else None


def _can_be_written(folder: Path) -> bool:
    """Return whether a folder exists, or can be made, and takes files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


@cache
def digest_of(path: str) -> str:
    """Return the hexadecimal digest of a file."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


@cache
def _warn_once(reason: str) -> None:
    LOG.warning("compiled kernels cannot be kept: %s", reason)
