"""The review of an alignment: a project file, which keeps what people judged and corrected.

    project = make_project(path, alignment)      # or open_project(path); both are context managers, with .close()
    project.read_only                            # the file cannot be written to; say so
    project.alignment, project.comparison        # as they stand, new after each correction; comparison.findings, .fates
    project.structure.beads, .moves, .locked     # the same without the checks, at once
    project.bead_ids                             # ids of the beads, by their texts; decisions take these or finding.id
    project.subjects(), .judgement(id), .tally   # what is to be judged; state, why, who, comments, disputed; counts
    project.accept(id), .reject(id, why), .unsure(id), .reopen(id), .comment(id, text), .note(text)
    project.merge(bead, "next"), .split(bead, sources, targets), .shift(bead, "last", "down", side), .unlink(bead)
    project.cut(side, segment, at), .link(Span, Span)
    project.role(side, segment, Role.FURNITURE), .lock(first, last), .unlock(first, last)
    project.undo().cursor, project.redo().cursor # one step, decisions and corrections alike; where the person was
    project.can_undo, .can_redo, .log, .done, .lost(), .is_locked(bead), .is_made(bead)
    project.refresh()                            # True if another program has added something

Beads and segments are numbered from 0, segments over the whole document. Every acting method takes `cursor=Cursor(bead,
side, segment)`, saves before it returns the entry of the log, and raises OptionError (one line for the person; nothing
has changed) or InputError (the file).

- `store`, `schema`, `bases`: the SQLite file. `action`: the log's entries. `keys`: names by content.
- `structure`: beads, moves, roles and locks as they stand. `regroup`, `link`, `cut`, `corrections`: what changes them.
- `history`: the log played, undo and redo. `judgement`: decisions and comments.
- `record`, `project`: all of it together. `screen` is the terminal application.
"""

from pathlib import Path

from align.bitext import Alignment
from align.errors import InputError
from align.review.action import Action as Action
from align.review.action import Cursor as Cursor
from align.review.action import Kind as Kind
from align.review.judgement import Judgement as Judgement
from align.review.judgement import State as State
from align.review.judgement import Tally as Tally
from align.review.project import Project, now
from align.review.store import Store
from align.review.store import is_project as is_project

SUFFIX = ".versalign"


def project_path(source: Path, target: Path) -> Path:
    """Return the path of the project of two files, beside the target.

    Args:
        source: one version.
        target: the other.

    >>> project_path(Path("old/en.txt"), Path("new/fr.html")).as_posix()
    'new/en--fr.versalign'
    """
    return target.with_name(f"{source.stem}--{target.stem}{SUFFIX}")


def open_project(path: Path) -> Project:
    """Open a project.

    Raises:
        InputError: the file is no project, is damaged, or is of a newer version of this program.
    """
    return Project(Store(path))


def make_project(path: Path, alignment: Alignment, *, sort: str = "texts") -> Project:
    """Make a project, and open it.

    Args:
        path: of the file, which may not hold a project yet.
        alignment: to be reviewed, whoever made it.
        sort: `texts`, of which the findings are judged, or `sample`, of which the beads are.

    Raises:
        InputError: the file is there already, or cannot be written.
    """
    store = Store(path, create=True)
    with store.writing():
        if store.bases():
            raise InputError(f"{path}: expected no project there yet, found one; open it, or name another file")
        store.add_base(alignment, sort=sort, at=now())
    return Project(store)
