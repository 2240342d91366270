"""Sentences by language, in the order of their texts: news (`ntrex128`), and encyclopedias for what the news lacks."""

import gzip
from pathlib import Path

from align.errors import InputError


def read_lines(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the sentences of each language, by its tag: those of `ntrex128`, else those of `flores200_dev`.

    Raises:
        InputError: the folder has neither.
    """
    lines = {}
    for path in sorted((folder / "flores200_dev").glob("*.en-*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            rows = [line.rstrip("\n").split("\t") for line in stream]
        lines[path.name.split(".")[1].removeprefix("en-")] = tuple(row[-1] for row in rows)
    for path in sorted((folder / "ntrex128").glob("*.txt")):
        lines[path.stem] = tuple(path.read_text(encoding="utf-8").splitlines())
    if not lines:
        raise InputError(f"{folder}: expected folders ntrex128 and flores200_dev, found neither")
    return lines
