"""Many pairs of documents in one run: which they are, and a file for each; what fails is told at the end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from align.cells import cell_of, text_of
from align.errors import AlignError, InputError, OptionError
from align.exchange.streams import reading, writing
from align.reading import READERS
from align.sanitize import sanitize_line

INDEX = "index.tsv"
_COLUMNS = ("source", "target", "file", "verdict", "error")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, and what the file of their beads is called, without its ending and relative to the output."""

    source: Path
    target: Path
    name: str


def pairs_of(source: Path | None, target: Path | None, manifest: Path | None) -> list[Pair]:
    """Return the pairs that arguments name; documents of folders without a partner are told on standard error.

    Args:
        source: a folder; with a manifest it has no meaning.
        target: the other folder.
        manifest: a table of pairs.

    Raises:
        OptionError: nothing names a pair.
        InputError: the manifest cannot be read.
    """
    alone: list[Path] = []
    if manifest is not None:
        if manifest.is_dir() or target is not None:
            found = "a folder alone" if manifest.is_dir() else f"{target}, too"
            raise OptionError(f"expected two versions, two folders or a manifest, found {found}; see align --help")
        pairs = pairs_of_manifest(manifest)
    elif source is not None and target is not None:
        pairs, alone = pairs_of_folders(source, target)
    else:
        raise OptionError("expected two versions, two folders or a manifest, found none; see align --help")
    for path in alone:
        typer.echo(f"versalign: warning: {sanitize_line(str(path))} has no partner of its name", err=True)
    if not pairs:
        raise OptionError("expected one pair of documents at least, found none; name them in a manifest")
    return pairs


def failure_lines(failures: Sequence[tuple[Pair, str]], pairs: int) -> list[str]:
    """Return what to tell of pairs that failed, nothing if none did.

    Args:
        failures: pairs and reasons.
        pairs: how many there were.
    """
    if not failures:
        return []
    lines = [sanitize_line(f"{pair.source} and {pair.target}: {reason}") for pair, reason in failures]
    return [*lines, f"{len(failures)} of {pairs} pairs could not be aligned; the others are written"]


def pairs_of_manifest(path: Path) -> list[Pair]:
    """Return the pairs that a table with the columns `source` and `target` names, in its order.

    Paths are relative to the folder of the table, or else to the working directory; a document alone in its row is
    left out. A pair is called as its source, with a number if another one is called so.

    Raises:
        InputError: the file cannot be read, or has no such columns.
    """
    with reading(path) as stream:
        header = next(stream, "").rstrip("\r\n").split("\t")
        if missing := [column for column in ("source", "target") if column not in header]:
            raise InputError(f"{path}:1: expected a header with source and target, found no {missing[0]}")
        rows = [dict(zip(header, line.rstrip("\r\n").split("\t"), strict=False)) for line in stream]
    told = [(text_of(row.get("source", "")), text_of(row.get("target", ""))) for row in rows]
    taken = {INDEX.removesuffix(".tsv")}
    pairs = []
    for source, target in told:
        if source and target:
            name = _free(Path(source).stem or "pair", taken)
            pairs.append(Pair(_located(source, path), _located(target, path), name))
    return pairs


def pairs_of_folders(source: Path, target: Path) -> tuple[list[Pair], list[Path]]:
    """Return the pairs of documents that are called the same, but for their endings, and those without a partner.

    Args:
        source: a folder, with folders in it.
        target: the same.
    """
    sources, targets = _documents(source), _documents(target)
    taken = {INDEX.removesuffix(".tsv")}
    sure = [name for name in sources if len(sources[name]) == len(targets.get(name, [])) == 1]
    pairs = [Pair(sources[name][0], targets[name][0], _free(name, taken)) for name in sure]
    both = (sources, targets)
    alone = [path for found in both for name, paths in found.items() if name not in sure for path in paths]
    return pairs, alone


def align_many(
    pairs: Sequence[Pair], output: Path, ending: str, write: Callable[[Pair, Path], str]
) -> list[tuple[Pair, str]]:
    """Write a file for each pair and a table of all; return the pairs that failed, with the reasons.

    Args:
        pairs: in the order of the table.
        output: folder, made if there is none.
        ending: of the files.
        write: writes the file of a pair and returns its verdict; an `AlignError` is a failure of this pair alone.

    Raises:
        OptionError: the folder is a file.
        InputError: the folder cannot be written to.
    """
    if output.exists() and not output.is_dir():
        raise OptionError(f"expected a folder for many pairs, found the file {output}; name a folder with --output")
    rows, failures = [], []
    for pair in pairs:
        path = output / f"{pair.name}{ending}"
        verdict = error = ""
        try:
            _make_folder(path.parent)
            verdict = write(pair, path)
        except AlignError as raised:
            error = str(raised)
            failures.append((pair, error))
        file = "" if error else f"{pair.name}{ending}"
        rows.append([str(pair.source), str(pair.target), file, verdict, error])
    _make_folder(output)
    with writing(output / INDEX) as stream:
        for row in ([*_COLUMNS], *rows):
            stream.write("\t".join(map(cell_of, row)) + "\n")
    return failures


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{path}: expected a folder to write to, found: {error.strerror}") from None


def _documents(folder: Path) -> dict[str, list[Path]]:
    """Return the documents in a folder by their names without the ending; hidden ones and links to folders stay out."""
    found: dict[str, list[Path]] = {}
    for path in sorted(_files(folder)):
        found.setdefault(path.relative_to(folder).with_suffix("").as_posix(), []).append(path)
    return found


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in READERS and path.is_file():
            yield path


def _located(name: str, manifest: Path) -> Path:
    beside = manifest.parent / name
    return beside if beside.exists() else Path(name)


def _free(name: str, taken: set[str]) -> str:
    """Return the name, with a number if it is taken, and take it."""
    free, number = name, 1
    while free.lower() in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free.lower())
    return free
