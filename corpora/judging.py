"""Draw a sample of a corpus for a person to judge, and tell its precision.

The field `judgement` of a row is true for a pair that is right, false for one that is not, null as long as nobody said.
`versalign review` judges a sample as well, side by side: its project tells what was accepted and rejected.
"""

import sys
from hashlib import sha256
from heapq import nsmallest
from math import sqrt
from pathlib import Path

from align.errors import InputError
from align.files import keeping, replacing
from align.sanitize import sanitize
from corpora.frames import files_of, rows_of
from corpora.rows import Row, read_rows, to_line

_Z = 1.959964  # of the normal distribution, for 95 %
_REVIEW = ".versalign"  # the ending of a project, beside the sample
_RIGHT = frozenset({"true", "1", "y", "yes", "good", "right"})
_WRONG = frozenset({"false", "0", "n", "no", "bad", "wrong"})


def draw_sample(corpus: Path, output: Path, *, count: int, seed: int) -> int:
    """Write some pairs of a corpus, all if there are fewer, and return how many.

    Args:
        corpus: its folder.
        output: the file to write.
        count: of pairs.
        seed: another one draws other pairs.

    Raises:
        InputError: there is no corpus, or the file cannot be written.
    """

    def lot(row: Row) -> bytes:
        return sha256(f"{seed}\0{row['id']}".encode()).digest()

    rows = nsmallest(count, read_rows(rows_of(corpus)), key=lot)
    with keeping(files_of(corpus)):
        _write(output, [{**row, "judgement": None} for row in rows])
    return len(rows)


def interval(right: int, judged: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953).

    Args:
        right: how many are right …
        judged: … of how many.

    >>> [round(bound, 3) for bound in interval(90, 100)]
    [0.826, 0.945]
    """
    share, squared = right / judged, _Z * _Z
    middle = share + squared / (2 * judged)
    spread = _Z * sqrt(share * (1 - share) / judged + squared / (4 * judged * judged))
    return max(0.0, (middle - spread) / (1 + squared / judged)), min(1.0, (middle + spread) / (1 + squared / judged))


def describe_judgements(file: Path) -> list[str]:
    """Return lines with the precision of a sample.

    Args:
        file: the sample, judged in its rows or in the project of its review beside it; or that project.

    Raises:
        InputError: nothing is judged, or a judgement makes no sense.
    """
    judgements = _reviewed(file) if has_review(file) else [_judgement(row, file) for row in read_rows(file)]
    known = [judgement for judgement in judgements if judgement is not None]
    if not known:
        raise InputError(
            f"{file}: expected a judgement (true or false) in some rows, found none; run this on a terminal, "
            f"judge with: versalign review {file}, or fill the field `judgement`"
        )
    low, high = interval(sum(known), len(known))
    lines = [
        f"precision {sum(known) / len(known):.3f} (95 % interval {low:.3f} to {high:.3f}): "
        f"{sum(known)} of {len(known)} pairs are right"
    ]
    left = len(judgements) - len(known)
    return [*lines, f"{left} pairs are not judged yet"] if left else lines


def has_review(file: Path) -> bool:
    """Return whether a sample is judged in a project of its review: the file itself, or one beside it."""
    from align.review import is_project

    return is_project(file) or is_project(file.with_suffix(_REVIEW))


def _reviewed(file: Path) -> list[bool | None]:
    """Return what people said of the pairs of a sample in its review: right, wrong, or neither."""
    from align.review import State, is_project, open_project

    said = {State.ACCEPTED: True, State.REJECTED: False}
    with open_project(file if is_project(file) else file.with_suffix(_REVIEW)) as project:
        if project.sort != "sample":
            raise InputError(f"{file}: expected the review of a sample, found one of two texts")
        pairs = zip(project.structure.beads, project.bead_ids, strict=True)
        return [said.get(project.judgement(subject).state) for bead, subject in pairs if bead.source and bead.target]


def ask(file: Path) -> None:
    """Ask on the terminal about each pair that is not judged; what is answered is kept at once.

    Raises:
        InputError: the file cannot be read or written.
    """
    rows = list(read_rows(file))
    for number, row in enumerate(rows, 1):
        if _judgement(row, file) is not None:
            continue
        sys.stderr.write(f"\n{number} of {len(rows)}\n  {sanitize(row['source'])}\n  {sanitize(row['target'])}\n")
        answer = ""
        while answer not in {"y", "n", "s", "q"}:
            sys.stderr.write("right? y, n, s (skip), q (quit): ")
            sys.stderr.flush()
            answer = (sys.stdin.readline() or "q").strip().lower()
        if answer == "q":
            return
        if answer != "s":
            row["judgement"] = answer == "y"
            _write(file, rows)


def _judgement(row: Row, file: Path) -> bool | None:
    told = row.get("judgement")
    if told is None or told == "":
        return None
    word = str(told).strip().lower()
    if word not in _RIGHT | _WRONG:
        raise InputError(f"{file}: expected true or false as judgement of {row.get('id')}, found {told!r}")
    return word in _RIGHT


def _write(path: Path, rows: list[Row]) -> None:
    try:
        with replacing(path) as stream:
            stream.writelines(map(to_line, rows))
    except OSError as error:
        raise InputError(f"{path}: expected a file to write to, found: {error.strerror}") from error
