"""Write a corpus whose rows are judged: each file whole or not at all, the card last, with all checksums."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from align.errors import InputError
from align.files import replacing, replacing_text, sweep
from align.sanitize import escape_json
from corpora.card import SCHEMA_VERSION, Counts, count_reasons, describe_filters
from corpora.card_page import write_pages
from corpora.ledger import Ledger, names_of
from corpora.near import Flags
from corpora.pairing import Pairing
from corpora.recipe import Recipe
from corpora.rows import judge_line, read_line, to_line
from corpora.shards import signature
from corpora.splits import PARTS, WITHHELD, Parts, count_leaks
from corpora.trouble import Trouble
from corpora.work import Task

_AT_ONCE = 8192


@dataclass(frozen=True, slots=True)
class Judged:
    """All rows and what becomes of them.

    Attributes:
        tasks: the shards, in order.
        paths: their files.
        ledger: of all rows.
        boilerplate: the score of this filter, float64 (n,).
        repeated: by reason which rows are copies, bool (n,).
        kept: which rows are in the corpus, bool (n,).
        parts: the part of each row.
    """

    tasks: tuple[Task, ...]
    paths: tuple[Path, ...]
    ledger: Ledger
    boilerplate: npt.NDArray[np.float64]
    repeated: dict[str, Flags]
    kept: Flags
    parts: Parts


def describe(
    recipe: Recipe, judged: Judged, pairing: Pairing, fates: Counter[str], troubles: tuple[Trouble, ...]
) -> dict[str, Any]:
    """Return the card before the rows are written.

    Args:
        recipe: of the corpus.
        judged: its rows.
        pairing: of its documents.
        fates: of all beads.
        troubles: what could not be used.
    """
    ledger, kept = judged.ledger, judged.kept
    bad = {trouble.document for trouble in troubles}
    used = [pair for pair in pairing.pairs if bad.isdisjoint((pair.source.name, pair.target.name))]
    documents = {document.name for pair in used for document in (pair.source, pair.target)}
    # The partner of what could not be used has none.
    named = {document.name for pair in pairing.pairs for document in (pair.source, pair.target)}
    alone = len(pairing.unpaired) + len(named - bad - documents)
    parts = {name: int((judged.parts == number).sum()) for number, name in enumerate(PARTS)}
    sources = Counter((pair.licence, pair.origin) for pair in used if pair.licence or pair.origin)
    return {
        "schema_version": SCHEMA_VERSION,
        "signature": signature(),
        "command": _command(recipe),
        "documents": {
            "paired": len(documents),
            "pairs": len(used),
            "unpaired": alone,
            "quarantined": len(troubles),
            "evidence": dict(sorted(Counter(pair.evidence.split(":")[0] for pair in used).items())),
        },
        "sources": [
            {"licence": licence, "origin": origin, "document_pairs": count}
            for (licence, origin), count in sorted(sources.items())
        ],
        "shards": len(judged.tasks),
        "beads": dict(sorted(fates.items())),
        "rows": {"in": len(kept), "kept": int(kept.sum()), "rejected": int((~kept).sum())},
        "reasons": count_reasons(ledger, judged.repeated),
        "filters": describe_filters(ledger, recipe.filters),
        "dedup": {name: getattr(recipe.dedup, name) for name in ("exact", "near", "similarity")},
        "splits": {
            **parts,
            "withheld": int((judged.parts[kept] == WITHHELD).sum()),
            "seed": recipe.splits.seed,
            "leaks": count_leaks(ledger, judged.parts),
        },
    }


def tidy_output(folder: Path) -> None:
    """Remove what a killed run left half written."""
    for place in (folder, folder / "splits", folder / "shards"):
        sweep(place)


def write_corpus(recipe: Recipe, judged: Judged, card: dict[str, Any], troubles: Iterable[Trouble]) -> dict[str, Any]:
    """Write all files and return the complete card.

    Args:
        recipe: with the folder.
        judged: the rows.
        card: what is known so far.
        troubles: what could not be used.

    Raises:
        InputError: the folder cannot be written to.
    """
    folder, counts = recipe.output, Counts()
    names = ["pairs.jsonl", "rejected.jsonl", "quarantine.jsonl", *(f"splits/{part}.jsonl" for part in PARTS)]
    try:
        (folder / "splits").mkdir(exist_ok=True)
        with ExitStack() as stack:
            streams = {name: _Summed(stack.enter_context(replacing(folder / name))) for name in names}
            for trouble in troubles:
                streams["quarantine.jsonl"].write(to_line({"document": trouble.document, "reason": trouble.reason}))
            for line, rejected, part in _judged_lines(judged):
                if rejected:
                    streams["rejected.jsonl"].write(line)
                    continue
                counts.add(read_line(line))
                streams["pairs.jsonl"].write(line)
                if part != WITHHELD:
                    streams[f"splits/{PARTS[part]}.jsonl"].write(line)
        card = {**card, "kept": counts.to_dict(), "sha256": {name: stream.digest() for name, stream in streams.items()}}
        write_pages(card, folder)
        with replacing_text(folder / "card.json") as stream:
            stream.write(escape_json(json.dumps(card, ensure_ascii=False, indent=1)) + "\n")
    except OSError as error:
        raise InputError(f"{folder}: expected a folder to write to, found: {error.strerror}") from error
    return card


class _Summed:
    """A stream of lines that knows the checksum of what was written."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._sum = stream, sha256()

    def write(self, line: bytes) -> None:
        self._sum.update(line)
        self._stream.write(line)

    def digest(self) -> str:
        return self._sum.hexdigest()


def _judged_lines(judged: Judged) -> Iterator[tuple[bytes, bool, int]]:
    """Yield the line of each row, with its labels and the reasons to reject it, whether it has any, and its part."""
    ledger = judged.ledger
    lines = chain.from_iterable(map(_lines, judged.paths))
    names = cache(lambda bits: names_of(bits, ledger.names))
    repeated = np.zeros(len(ledger.drops), dtype=np.int64)
    for k, flags in enumerate(judged.repeated.values()):
        repeated |= flags.astype(np.int64) << k
    columns = (ledger.drops, ledger.labels, judged.boilerplate, repeated, judged.parts)
    # Numbers of Python, some thousands at a time: all at once they would be as large as the rows.
    for line, drops, labels, share, copies, part in zip(lines, *map(_each, columns), strict=True):
        reasons = [*names(drops), *names_of(copies, tuple(judged.repeated))]
        yield judge_line(line, names(labels), share, reasons), bool(reasons), part


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as lines:
        yield from lines


def _each(column: Any) -> Iterator[Any]:
    for start in range(0, len(column), _AT_ONCE):
        yield from column[start : start + _AT_ONCE].tolist()


def _command(recipe: Recipe) -> str:
    """Return the command that gives this corpus, without what changes nothing in it: folders above, jobs, executor."""
    words = ["versalign corpus build", *(path.name or "." for path in recipe.inputs), "-o DIR"]
    words += [f"--langs {','.join(recipe.languages)}"] if recipe.languages else []
    words += [f"--pair {recipe.pair}"] if recipe.pair else []
    words += [f"--manifest {recipe.manifest.name}"] if recipe.manifest else []
    words += [f"--overlap {path.name}" for path in recipe.overlap]
    words += [
        flag
        for flag, given in (("--segmented", recipe.segmented), ("--keep-furniture", recipe.keep_furniture))
        if given
    ]
    return " ".join(words)
