"""What `versalign review` opens: the project of two texts, a project file, or an alignment made elsewhere."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer

from align.bitext import Document
from align.errors import InputError, OptionError
from align.review import SUFFIX, is_project, make_project, open_project, project_path
from align.review.action import Kind
from align.review.project import Project

Read = Callable[[Path, Path], tuple[Document, Document]]


def open_review(first: Path, second: Path | None, project: Path | None, *, read: Read, realign: bool) -> Project:
    """Return the project of two texts, or of one file: a project, or an alignment made elsewhere.

    Args:
        first: a text, a project, or an alignment.
        second: the other text; None where `first` is no text.
        project: of the texts; beside the second of them if None.
        read: what reads two texts.
        realign: whether texts that have not changed are aligned again.

    Raises:
        InputError: a file cannot be read, or is something else.
        OptionError: for a project in two places.
    """
    if second is None:
        if project is not None and (is_project(first) or first.suffix == SUFFIX):
            raise OptionError(f"expected one project, found {first} and {project}; leave out --project")
        found = _open_one(first, project)
        return _realigned(found) if realign else found
    if Path("-") in (first, second):
        raise OptionError("expected two files, found - for standard input; a review comes back to its texts")
    documents = read(first, second)
    path = project or project_path(first, second)
    if not (path.exists() and path.stat().st_size):
        from align.aligners import align_documents

        return make_project(path, align_documents(*documents))
    found = open_project(path)
    base = found.structure.base.alignment
    changed = [new.text for new in documents] != [base.source.text, base.target.text]
    if found.read_only and (changed or realign):
        say(f"{path} is read-only: it is shown as it was, and not aligned again")
        return found
    return _realigned(found, documents, "texts read again") if changed or realign else found


def say(message: str) -> None:
    """Tell the person something that is no result."""
    from align.sanitize import sanitize_line

    typer.echo(f"versalign: {sanitize_line(message)}", err=True)


def _open_one(path: Path, project: Path | None) -> Project:
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
    from align.review.elsewhere import alignment_of

    rows, sort = _rows(path)
    return make_project(place, alignment_of(rows, path), sort=sort)


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


def _realigned(project: Project, documents: Sequence[Document] = (), why: str = "aligned again") -> Project:
    from align.review.anchors import align_again

    now = project.alignment
    source, target = documents or (now.source, now.target)
    project.rebase(align_again(project.structure, source, target), why)
    told, lost = sum(action.kind is not Kind.REBASE for action in project.done), len(project.lost())
    say(f"{why}: of {told} decisions and corrections {told - lost} still apply, {lost} do not")
    return project
