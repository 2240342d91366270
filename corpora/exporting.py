"""A corpus in an exchange format, pair by pair, so that it may be larger than memory."""

from collections.abc import Iterator
from pathlib import Path

from align.exchange import Side, Unit, write_units
from align.exchange.moses import files_of as written
from align.files import keeping
from align.plugins import check_name
from corpora.frames import files_of, rows_of
from corpora.rows import read_rows

EXPORTS = {name: f"align.exchange.{name}" for name in ("tmx", "moses", "tsv", "jsonl", "parquet")}


def export_corpus(corpus: Path, name: str, output: Path) -> tuple[int, list[Path]]:
    """Write the pairs of a corpus; return how many these are, and into which files.

    Args:
        corpus: its folder, or a file with rows.
        name: of a format in `EXPORTS`.
        output: the file; of Moses what its two names begin with.

    Raises:
        OptionError: for another format.
        InputError: the rows cannot be read, or the file cannot be written.
    """
    check_name(EXPORTS, name, kind="format")
    with keeping(files_of(corpus)):
        count = write_units(corpus_units(corpus), output, name)
    return count, list(written(output).values()) if name == "moses" else [output]


def corpus_units(corpus: Path) -> Iterator[Unit]:
    """Yield the pairs of a corpus as the exchange formats know them.

    Args:
        corpus: its folder, or a file with rows.
    """
    for row in read_rows(rows_of(corpus)):
        sides = (
            Side(row[side], language=row[f"{side}_language"], document=row[f"{side}_document"])
            for side in ("source", "target")
        )
        yield Unit(
            sides=tuple(sides),
            id=row["id"],
            probability=row["probability"],
            fate=row["fate"],
            role="body",
            label=row["label"],
            scores=tuple(row["scores"].items()),
        )
