"""The screen of a review: a full-screen application in the terminal, over a project.

`run` is all that others use. Below it, from what is drawn to what is done:

- `cells`: lines that fit in any terminal. `beads`: the lines of a bead. `canvas`: widgets that draw lines.
- `plan`: what is listed. `columns`: the two columns. `overview`: the map. `why`, `detail`: the pane below.
- `actions`, `keys`: what can be done and by which key. `session`: the project by its beads.
- `stage`: the application as the actions see it. `listing`: moving about. `correct`: judging and correcting.
- `dialogs`: questions. `app`: all of it together.
"""

import os
import sys
from pathlib import Path

from align.review.project import Project

KEYS_FILE = "keys.toml"


def run(project: Project, *, keys: Path | None = None) -> None:
    """Show a project until the person leaves; everything done is saved at once.

    Args:
        project: open, and closed by the caller.
        keys: a file in TOML that says which key does what; if None, that of the folder of settings, where there is one.

    Raises:
        InputError: the file of keys is wrong.
        OptionError: this is no terminal.
    """
    from align.errors import OptionError
    from align.report.terminal.look import ASCII, UNICODE, Look
    from align.review.screen.keys import default_keys, read_keys
    from align.sanitize import is_unicode

    if not is_terminal():
        raise OptionError("expected a terminal for the screen, found none; use --list, --accept and the other options")
    keys = keys or keys_file()
    table = read_keys(keys) if keys else default_keys()
    encoding = sys.stderr.encoding
    from align.review.checking import Checker
    from align.review.screen.app import Review
    from align.review.screen.session import Session

    project.draft()
    with Checker(project.path) as checker:
        Review(Session(project), Look(UNICODE if is_unicode(encoding) else ASCII, encoding), table, checker).run()


def is_terminal() -> bool:
    """Return whether there is a terminal to show anything on."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def keys_file() -> Path | None:
    """Return the file of keys in the folder of settings, `$XDG_CONFIG_HOME/versalign`; None if there is none."""
    folder = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    path = Path(folder).expanduser() / "versalign" / KEYS_FILE
    return path if path.is_file() else None
