"""Find the documents that a corpus is built from: files of a format that we read, below the inputs."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

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
    listed = [(root, path) for root in given for path in _files(root, barred)]
    names = [_name(root, path, alone=len(given) == 1) for root, path in listed]
    twice = {name for name, count in Counter(names).items() if count > 1}
    found = {
        path.resolve(): Found(path.as_posix() if name in twice else name, path)
        for name, (_, path) in zip(names, listed, strict=True)
    }
    if not found:
        kinds = " ".join(READERS)
        raise InputError(f"{given[0]}: expected documents ({kinds}), found none; name another folder")
    return tuple(sorted(found.values()))


def _name(root: Path, path: Path, *, alone: bool) -> str:
    """Return the name of a document: the path below its input, which is named, too, where there are several."""
    if path == root:
        return path.name
    below = path.relative_to(root).as_posix()
    return below if alone else f"{root.resolve().name}/{below}"


def _files(root: Path, barred: Path | None) -> Iterator[Path]:
    """Yield the documents of an input."""
    if root.is_file():
        yield root
        return
    home = root.resolve()
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and (here / name).resolve() != barred)
        for name in sorted(names):
            path = here / name
            # Nothing ever comes from a pipe.
            if (
                not name.startswith(".")
                and _is_document(path)
                and path.is_file()
                and path.resolve().is_relative_to(home)
            ):
                yield path


def _is_document(path: Path) -> bool:
    """Return whether the end of the name is that of a format, or a language, as in `news.en`."""
    suffix = path.suffix
    return suffix.lower() in READERS or (bool(suffix) and bool(language_of(suffix[1:])))
