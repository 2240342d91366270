"""Look into a corpus: what is in it, and why one pair is or is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.sanitize import sanitize_line
from corpora.card import Counts
from corpora.folding import text_key
from corpora.frames import rows_of
from corpora.rows import Row, read_rows


def describe_corpus(path: Path) -> Iterator[str]:
    """Yield lines with the counts of a corpus.

    Args:
        path: the folder of a corpus, or a file with rows.

    Raises:
        InputError: the rows cannot be read.
    """
    counts = Counts()
    for row in read_rows(rows_of(path)):
        counts.add(row)
    yield f"pairs        {counts.pairs:>12,}"
    for side in ("source", "target"):
        yield f"{side:<12} {counts.words[side]:>12,} words {counts.characters[side]:>14,} characters"
    for title, table in (("languages", counts.languages), ("fates", counts.fates), ("labels", counts.labels)):
        yield f"{title}:"
        yield from (f"  {sanitize_line(name):<20} {count:>10,}" for name, count in table.most_common())
    yield "probability, from 0 to 1:"
    yield "  " + " ".join(map(str, counts.probability))
    if path.is_dir() and (path / "rejected.jsonl").is_file():
        yield f"rejected     {sum(1 for _ in read_rows(path / 'rejected.jsonl')):>12,}"


def explain_row(folder: Path, row_id: str) -> Iterator[str]:
    """Yield lines that tell why a pair is in a corpus or not.

    Args:
        folder: of the corpus.
        row_id: of the pair, or its beginning.

    Raises:
        InputError: there is no such pair, or no corpus.
    """
    import json

    row = _find(folder, row_id)
    try:
        filters: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))["filters"]
    except (OSError, ValueError, KeyError):
        raise InputError(f"{folder}: expected a corpus with card.json, found none; build it again") from None
    reasons = row.get("reasons", [])
    yield f"{row['id']}  {'rejected: ' + ', '.join(reasons) if reasons else 'kept'}"
    yield f"fate {row['fate']}, label {row['label']}, probability {row['probability']}"
    for side in ("source", "target"):
        yield sanitize_line(f"{side} ({row[f'{side}_language']}, {row[f'{side}_document']}): {row[side]}")
    for name, told in filters.items():
        side, sign = ("at_least", ">=") if "at_least" in told else ("at_most", "<=")
        score = row["scores"][name]
        passes = score >= told[side] if side == "at_least" else score <= told[side]
        yield f"  {name:<16} {score:>9g} {sign} {told[side]:<7g} {'passes' if passes else told['action']}"
    if "duplicate" in reasons:
        yield from _copies(folder, row)


def _find(folder: Path, row_id: str) -> Row:
    """Return the row of an id."""
    for name in ("pairs.jsonl", "rejected.jsonl"):
        for row in read_rows(folder / name):
            if row_id and str(row.get("id", "")).startswith(row_id):
                return row
    raise InputError(
        f"{folder}: expected the id of a pair in pairs.jsonl or rejected.jsonl, found {row_id!r} in neither"
    )


def _copies(folder: Path, row: Row) -> Iterator[str]:
    """Yield what is in the corpus instead."""
    mine = {side: text_key(row[side]) for side in ("source", "target")}
    for other in read_rows(folder / "pairs.jsonl"):
        same = [side for side, key in mine.items() if text_key(other[side]) == key]
        if same:
            yield f"  {' and '.join(same)} as in {other['id']}"
