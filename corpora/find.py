"""Find the documents that a corpus is built from: files of a format that we read, below the inputs."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from stat import S_ISLNK, S_ISREG

from align.errors import InputError
from align.reading import READERS
from corpora.tags import language_of


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A document: its name in the corpus, which tells no folder outside of the inputs, and where it lies."""

    name: str
    path: Path


def find_documents(inputs: Iterable[Path], *, output: Path | None = None) -> tuple[Found, ...]:
    """Return the documents of files and folders, sorted by name.

    Hidden files are left out, and so are links that lead out of their folder.

    Args:
        inputs: files, which are documents whatever their name, and folders, which are searched to the bottom.
        output: a folder that is not searched, even if it lies in an input.

    Raises:
        InputError: an input does not exist, or there is no document.
    """
    given = list(inputs)
    for path in given:
        if not path.exists():
            raise InputError(f"{path}: expected a file or a folder with documents, found nothing there; check the path")
    barred = output.resolve() if output else None
    listed = [each for root in given for each in _files(root, barred, alone=len(given) == 1)]
    twice = {name for name, count in Counter(name for name, _, _ in listed).items() if count > 1}
    found = {real: Found(path.as_posix() if name in twice else name, path) for name, path, real in listed}
    if not found:
        kinds = " ".join(READERS)
        raise InputError(f"{given[0]}: expected documents ({kinds}), found none; name another folder")
    return tuple(sorted(found.values()))


def _files(root: Path, barred: Path | None, *, alone: bool) -> Iterator[tuple[str, Path, str]]:
    """Yield the documents of an input: name, path, and where that leads to.

    The name is the path below the input, which is named, too, where there are several.
    """
    if root.is_file():
        yield root.name, root, os.path.realpath(root)
        return
    home = root.resolve()
    above = "" if alone else f"{home.name}/"
    for folder, folders, names in os.walk(root):
        here, real = Path(folder), os.path.realpath(folder)
        below = "" if here == root else f"{here.relative_to(root).as_posix()}/"
        folders[:] = sorted(name for name in folders if not name.startswith(".") and (here / name).resolve() != barred)
        for name in sorted(names):
            if not name.startswith(".") and _is_document(name):
                goal = _goal(real, name, home)
                if goal:
                    yield f"{above}{below}{name}", here / name, goal


def _goal(folder: str, name: str, home: Path) -> str:
    """Return where a file is; empty for what is none, as nothing ever comes from a pipe, or leads out of the input.

    Only a link is followed: to ask where any path leads takes as long as a tenth of reading the file.
    """
    path = f"{folder}{os.sep}{name}"
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return ""
    if S_ISLNK(mode):
        path = os.path.realpath(path)
        return path if Path(path).is_file() and Path(path).is_relative_to(home) else ""
    return path if S_ISREG(mode) else ""


def _is_document(name: str) -> bool:
    """Return whether the end of a name is that of a format, or a language, as in `news.en`."""
    suffix = PurePath(name).suffix
    return suffix.lower() in READERS or (bool(suffix) and bool(language_of(suffix[1:])))
