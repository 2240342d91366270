"""A table of pairs: TSV with or without a header, or one JSON object a line.

Columns: `source` and `target` (paths from the folder of the manifest, the inputs, or where the command runs), and as
many as are known of `probability`, `evidence`, `source_language`, `target_language`, `licence` and `origin`. A row
with one side alone is a document without partner, as `versalign corpus pair` lists them.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align.cells import cell_of, text_of
from align.errors import InputError
from align.files import replacing_text
from align.language import check_language
from corpora.find import Found
from corpora.pairing import DocumentPair, Pairing, Wish
from corpora.trouble import Trouble

COLUMNS = ("source", "target", "probability", "evidence")
_KNOWN = (*COLUMNS, "source_language", "target_language", "licence", "origin")


def pair_by_manifest(documents: tuple[Found, ...], wish: Wish) -> Pairing:
    """Return the pairs of the manifest.

    Args:
        documents: what was found in the inputs; a manifest names its documents itself.
        wish: with the manifest.

    Raises:
        InputError: there is no manifest, or a row cannot be read.
    """
    if wish.manifest is None:
        raise InputError("expected a table of pairs for --pair manifest, found none; give --manifest FILE.tsv")
    pairs, unpaired, troubles = [], [], []
    for number, row in _rows(wish.manifest):
        sides = row.get("source", ""), row.get("target", "")
        if not all(sides):
            unpaired += [Found(side, _place(side, wish)) for side in sides if side]
            continue
        missing = [side for side in sides if not _place(side, wish).is_file()]
        if missing:
            troubles.append(Trouble(missing[0], f"{wish.manifest.name}:{number}: expected a file, found nothing there"))
            unpaired += [Found(side, _place(side, wish)) for side in sides if side not in missing]
            continue
        pairs.append(_pair(row, wish, f"{wish.manifest}:{number}"))
    return Pairing(tuple(pairs), tuple(unpaired), tuple(troubles))


def write_pairing(pairing: Pairing, path: Path) -> None:
    """Write the pairs as a manifest, then the documents that have no partner, on the side of the source.

    Args:
        pairing: whose documents are named by their paths.
        path: of the file, which is replaced whole.

    Raises:
        InputError: the file cannot be written.
    """
    rows = [
        (pair.source.path.as_posix(), pair.target.path.as_posix(), f"{pair.probability:.4f}", pair.evidence)
        for pair in pairing.pairs
    ]
    rows += [(document.path.as_posix(), "", "0.0000", "unpaired") for document in pairing.unpaired]
    try:
        with replacing_text(path) as stream:
            for row in (COLUMNS, *rows):
                stream.write("\t".join(map(cell_of, row)) + "\n")
    except OSError as error:
        raise InputError(f"{path}: expected a file to write to, found: {error.strerror}") from error


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number and row."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected a table of pairs in UTF-8, found: {error}") from None
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        yield from _json_rows(path, text)
        return
    lines = (line.split("\t") for line in text.split("\n"))
    header: list[str] = list(COLUMNS)
    for number, cells in enumerate(lines, 1):
        if number == 1 and "source" in cells and "target" in cells:
            header = cells
        elif any(cells):
            if len(cells) < 2:
                raise InputError(
                    f"{path}:{number}: expected source and target, separated by a tab, found {cells[0]!r:.60}"
                )
            yield number, dict(zip(header, cells, strict=False))


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise InputError(f"{path}:{number}: expected an object with source and target, found {line!r:.60}")
        yield number, {key: str(value) for key, value in row.items()}


def _pair(row: dict[str, Any], wish: Wish, where: str) -> DocumentPair:
    """Return the pair of a row."""
    told = str(row.get("probability") or "1")
    try:
        probability = float(told)
    except ValueError:
        probability = -1.0
    if not 0.0 <= probability <= 1.0:
        raise InputError(f"{where}: expected a probability from 0 to 1, found {told!r}")
    languages = list(wish.languages) if len(wish.languages) == 2 else ["", ""]
    tags = [row.get(key) or given for key, given in zip(_KNOWN[4:6], languages, strict=True)]
    source, target = (Found(row[side], _place(row[side], wish)) for side in ("source", "target"))
    checked = [check_language(tag) if tag else "" for tag in tags]
    return DocumentPair(
        source,
        target,
        checked[0],
        checked[1],
        probability,
        row.get("evidence") or "manifest",
        row.get("licence") or row.get("license") or "",
        row.get("origin") or "",
    )


def _place(name: str, wish: Wish) -> Path:
    """Return where a document of the manifest lies, or would lie; a name with escapes may be one of ours."""
    folders = [wish.manifest.parent if wish.manifest else Path(), *wish.inputs, Path()]
    places = (folder / each for each in (name, text_of(name)) for folder in folders)
    return next((place for place in places if place.is_file()), folders[0] / name)
