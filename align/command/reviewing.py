"""What `versalign review` opens: the project of two texts, a project file, or an alignment made elsewhere.

Reading and aligning takes hundreds of megabytes, so that somebody else may call what does it (`align.command.apart`).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import typer

from align.bitext import Alignment, Document
from align.errors import InputError, OptionError
from align.review import SUFFIX, is_project, make_project, open_project, project_path
from align.review.action import Kind
from align.review.project import Project
from align.review.structure import Structure

Read = Callable[[Path, Path], tuple[Document, Document]]
_Result = TypeVar("_Result")


class Call(Protocol):
    """Calls a function, here or in another process."""

    def __call__(self, function: Callable[..., _Result], *arguments: object) -> _Result:
        """Return what it returns, or raise what it raises.

        Args:
            function: of a module, or a `partial` of one.
            arguments: of it.
        """
        ...


def call_here(function: Callable[..., _Result], *arguments: object) -> _Result:
    """Call a function in this process.

    Args:
        function: to call.
        arguments: of it.
    """
    return function(*arguments)


def open_review(
    first: Path, second: Path | None, project: Path | None, *, read: Read, realign: bool, call: Call = call_here
) -> Project:
    """Return the project of two texts, or of one file: a project, or an alignment made elsewhere.

    Args:
        first: a text, a project, or an alignment.
        second: the other text; None where `first` is no text.
        project: of the texts; beside the second of them if None.
        read: what reads two texts; can be pickled where `call` needs that.
        realign: whether texts that have not changed are aligned again.
        call: calls what reads and aligns texts; nothing is written by that.

    Raises:
        InputError: a file cannot be read, or is something else.
        OptionError: for a project in two places.
    """
    if second is None:
        if project is not None and (is_project(first) or first.suffix == SUFFIX):
            raise OptionError(f"expected one project, found {first} and {project}; leave out --project")
        found = _open_one(first, project, call)
        return _realigned(found) if realign else found
    if Path("-") in (first, second):
        raise OptionError("expected two files, found - for standard input; a review comes back to its texts")
    path = project or project_path(first, second)
    if not (path.exists() and path.stat().st_size):
        return make_project(path, call(_aligned, read, first, second))
    found = open_project(path)
    if found.read_only:
        if realign or call(_differ, read, first, second, found.structure):
            say(f"{path} is read-only: it is shown as it was, and not aligned again")
        return found
    alignment = call(_aligned_again, read, first, second, found.structure, realign)
    return found if alignment is None else _rebased(found, alignment, "texts read again")


def say(message: str) -> None:
    """Tell the person something that is no result."""
    from align.sanitize import sanitize_line

    typer.echo(f"versalign: {sanitize_line(message)}", err=True)


def _open_one(path: Path, project: Path | None, call: Call) -> Project:
    if is_project(path):
        return open_project(path)
    if not path.is_file():
        found = "a folder; name two files of it" if path.is_dir() else "no such file; check the path"
        raise InputError(f"{path}: expected a project, an alignment or two texts, found {found}")
    place = project or path.with_suffix(SUFFIX)
    if path == place or path.suffix == SUFFIX:
        return open_project(path)  # which says what is wrong with it
    if place.exists() and place.stat().st_size:
        return open_project(place)
    alignment, sort = call(_made_elsewhere, path)
    return make_project(place, alignment, sort=sort)


def _aligned(read: Read, first: Path, second: Path) -> Alignment:
    """Return the alignment of two texts."""
    from align.aligners import align_documents
    from align.lattice.alone import let_numba_be_alone

    let_numba_be_alone()
    return align_documents(*read(first, second))


def _aligned_again(read: Read, first: Path, second: Path, structure: Structure, always: bool) -> Alignment | None:
    """Return the alignment of two texts that are reviewed; None if they are what they were."""
    from align.review.anchors import align_again

    documents = read(first, second)
    return align_again(structure, *documents) if always or _are_other(documents, structure) else None


def _differ(read: Read, first: Path, second: Path, structure: Structure) -> bool:
    """Return whether two texts are others than those that are reviewed."""
    return _are_other(read(first, second), structure)


def _are_other(documents: tuple[Document, Document], structure: Structure) -> bool:
    made = structure.base.alignment
    return [new.text for new in documents] != [made.source.text, made.target.text]


def _made_elsewhere(path: Path) -> tuple[Alignment, str]:
    """Return an alignment that a file holds with its texts, and whether it is of `texts` or a `sample`."""
    from align.review.elsewhere import alignment_of

    rows, sort = _rows(path)
    return alignment_of(rows, path), sort


def _rows(path: Path) -> tuple[list[Any], str]:
    """Return the rows of an alignment made elsewhere: of our own formats, or of any that the exchange reads."""
    from align.exchange import ENDINGS, read_units
    from align.review.elsewhere import Row, read_rows, role_named

    if path.suffix.lower() in (".jsonl", ".tsv"):
        return read_rows(path)
    if path.suffix.lower() not in ENDINGS:
        raise InputError(f"{path}: expected a project, an alignment that holds its texts, or two texts; found one file")
    rows = []
    for unit in read_units(path):
        one, other = unit.sides[0], unit.sides[1 % len(unit.sides)]
        texts = [side.texts or ((side.text,) if side.text.strip() else ()) for side in (one, other)]
        languages = [side.language if side.language != "und" else "" for side in (one, other)]
        probability = 1.0 if unit.probability is None else unit.probability
        rows.append(Row(texts[0], texts[1], probability, (languages[0], languages[1]), role_named(unit.role)))
    return rows, "texts"


def _realigned(project: Project) -> Project:
    from align.review.anchors import align_again

    now = project.alignment
    return _rebased(project, align_again(project.structure, now.source, now.target), "aligned again")


def _rebased(project: Project, alignment: Alignment, why: str) -> Project:
    project.rebase(alignment, why)
    told, lost = sum(action.kind is not Kind.REBASE for action in project.done), len(project.lost())
    say(f"{why}: of {told} decisions and corrections {told - lost} still apply, {lost} do not")
    return project
