"""The source as it was when a translation followed it: the commit that its front matter names, read by git.

Sites of documentation note in a translation which commit of the source it renders. Only a checkout that is here is
asked; nothing is fetched.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from align.reading.front_matter import split_front_matter
from align.sanitize import sanitize_line

# `source_commit: …`, `sourceCommit: …`, also below `l10n:` (MDN), `l10n.sourceCommit`, `source-commit`.
_COMMIT = re.compile(
    r"^[ \t]{0,12}[\"']?(?:l10n\.)?source[_-]?commit[\"']?[ \t]{0,9}[:=][ \t]{0,9}[\"']?([0-9a-f]{7,64})\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 65_536  # characters
_SECONDS = 60
_FORMATS = frozenset({".md", ".mdx", ".markdown", ".html", ".adoc", ".rst", ".txt"})


@contextmanager
def source_at_commit(source: Path, target: Path) -> Iterator[Path | None]:
    """Give the file of the source as it was at the commit that the target names; None where there is none.

    Args:
        source: the file as it is now.
        target: its translation.
    """
    commit = named_commit(target)
    data = _show(source, commit) if commit and source.is_file() else None
    if data is None or data == source.read_bytes():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="versalign-") as folder:
        path = Path(folder) / source.name
        path.write_bytes(data)
        yield path


def named_commit(path: Path) -> str:
    """Return the commit of the source that the front matter of a file names; empty if it names none."""
    if path.suffix.lower() not in _FORMATS or not path.is_file():
        return ""
    with path.open(encoding="utf-8", errors="replace") as file:
        text = file.read(_HEAD)
    _, rest = split_front_matter(text)
    found = _COMMIT.search(text[: len(text) - len(rest)])
    return found[1] if found else ""


def _show(source: Path, commit: str) -> bytes | None:
    """Return a file as it was at a commit; None where git does not know it, which is said."""
    command = ["git", "-C", str(source.resolve().parent), "show", f"{commit}:./{source.resolve().name}"]
    # Whatever of the history is not here stays away: no network, no question.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, env=environment, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        if b"not a git repository" not in done.stderr:
            told = f"{source}: git has no commit {commit[:12]} of it here, which its translation names; all is compared"
            typer.echo(f"versalign: warning: {sanitize_line(told)}", err=True)
        return None
    return done.stdout
