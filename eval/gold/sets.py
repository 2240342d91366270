"""Alignment sets with known truth: sentences of two sides, and the links that people made between them.

A set is a folder with three files a document: `DOC.xx` and `DOC.yy` with one sentence a line, and `DOC.gold` with one
bead a line, `[source ids]:[target ids]`, counted from 0; an empty side is a null bead. `MANIFEST.tsv` beside the
folders says which documents a set has and which extension is the source. Links may cross and leave gaps, and a sentence
may be in several; all are kept, and the last is told in a warning.
"""

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from align.bitext import Document, Segment, Span
from align.errors import InputError, OptionError
from align.passages import Link as Link

LOG = logging.getLogger(__name__)

Side = Literal["source", "target"]

MANIFEST = "MANIFEST.tsv"
DEFAULT_FOLDER = Path("../shared/gold")  # beside the project
_COLUMNS = ("set", "doc", "src_ext", "tgt_ext", "n_src", "n_tgt")
_BEAD = re.compile(r"\[((?:\d+(?:, ?\d+)*)?)\]:\[((?:\d+(?:, ?\d+)*)?)\]")
_LANGUAGES = {"desimple": "de"}  # extensions that are not language tags


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two versions of a document and the links between their sentences.

    Attributes:
        name: set and document, `textberg/dev`.
        source_language: a BCP 47 tag.
        target_language: the same.
        source: one sentence each; the number of a sentence is its id.
        target: the same.
        links: source ids and target ids that belong together; one empty side makes a null bead.
    """

    name: str
    source_language: str
    target_language: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        """Check that every link points to sentences of the pair."""
        for link in self.links:
            for ids, count in zip(link, (len(self.source), len(self.target)), strict=True):
                if any(not 0 <= number < count for number in ids):
                    raise ValueError(f"{self.name}: expected ids from 0 to {count - 1}, found {link}")


@dataclass(frozen=True, slots=True)
class _Row:
    """One document of the manifest."""

    set_name: str
    document: str
    extensions: tuple[str, str]
    counts: tuple[int, int]


def set_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the alignment sets in a folder, in the order of its manifest."""
    return tuple(dict.fromkeys(row.set_name for row in _read_manifest(folder)))


def read_set(folder: Path, name: str) -> tuple[GoldPair, ...]:
    """Return the documents of an alignment set.

    Raises:
        OptionError: for a name that is not in the manifest.
        InputError: for a file that is missing, is not what the manifest says, or has a wrong line.
    """
    rows = [row for row in _read_manifest(folder) if row.set_name == name]
    if not rows:
        raise OptionError(f"expected a set among {', '.join(set_names(folder))}, found {name!r}")
    return tuple(_read_pair(folder, row) for row in rows)


def read_links(path: Path, *, source_count: int, target_count: int) -> tuple[Link, ...]:
    """Return the links of a `.gold` file in the order of its lines.

    Raises:
        InputError: with file and line, for a line that is no bead, a bead without any id and an id that is out of
            range.
    """
    links: list[Link] = []
    seen: dict[tuple[Side, int], int] = {}
    again: list[str] = []
    for number, line in enumerate(read_lines(path), start=1):
        match = _BEAD.fullmatch(line)
        if match is None:
            raise InputError(f"{path}:{number}: expected a bead such as [3]:[4, 5], found {line[:60]!r}")
        link = _ids(match[1]), _ids(match[2])
        if link == ((), ()):
            raise InputError(f"{path}:{number}: expected an id on one side at least, found {line!r}")
        counts: tuple[tuple[Side, int], ...] = (("source", source_count), ("target", target_count))
        for (side, count), ids in zip(counts, link, strict=True):
            if ids and max(ids) >= count:
                raise InputError(f"{path}:{number}: expected {side} ids below {count}, found {max(ids)}")
            for found in ids:
                first = seen.setdefault((side, found), number)
                again += [f"{side} id {found} on lines {first} and {number}"] if first != number else []
        links.append(link)
    if again:
        LOG.warning("%s: ids are in several beads, %d times, such as %s; all are kept", path, len(again), again[0])
    return tuple(links)


def read_lines(path: Path) -> tuple[str, ...]:
    r"""Return the lines of a UTF-8 file; only `\n` ends a line, as other separators occur inside sentences."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: expected a readable file, found: {error.strerror}; check the path") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: expected UTF-8, found byte 0x{error.object[error.start]:02x}") from None
    return tuple(text.removesuffix("\n").split("\n")) if text else ()


def pair_document(pair: GoldPair, side: Side) -> Document:
    """Return a side as a document with one segment a sentence; `segment_ids` tells which sentence each segment is."""
    sentences = getattr(pair, side)
    language = pair.source_language if side == "source" else pair.target_language
    return join_sentences(f"{pair.name}.{side}", language, sentences)


def segment_ids(pair: GoldPair, side: Side) -> tuple[int, ...]:
    """Return the sentence id of each segment of `pair_document`: a blank sentence is no segment."""
    return tuple(number for number, sentence in enumerate(getattr(pair, side)) if sentence.strip())


def join_sentences(name: str, language: str, sentences: Sequence[str]) -> Document:
    """Return a document of ready-made segments, one a line; blank sentences leave an empty line and no segment."""
    segments, start = [], 0
    for sentence in sentences:
        if sentence.strip():
            segments.append(Segment(sentence, Span(start, start + len(sentence)), paragraph=0))
        start += len(sentence) + 1
    return Document(name, language, "\n".join(sentences), tuple(segments))


def spread_nulls(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links with every null bead cut into one per sentence, as gold files have them.

    >>> spread_nulls([((0, 1), ()), ((2, 3), (0,))])
    (((0,), ()), ((1,), ()), ((2, 3), (0,)))
    """
    spread: list[Link] = []
    for source, target in links:
        if source and target:
            spread.append((source, target))
        else:
            spread.extend(((number,), ()) for number in source)
            spread.extend(((), (number,)) for number in target)
    return tuple(spread)


def _read_manifest(folder: Path) -> list[_Row]:
    """Return the rows of the manifest."""
    path = folder / MANIFEST
    lines = read_lines(path)
    header = tuple(lines[0].split("\t")) if lines else ()
    if header[: len(_COLUMNS)] != _COLUMNS:
        raise InputError(f"{path}:1: expected the columns {' '.join(_COLUMNS)}, found {' '.join(header)}")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        if len(fields) < len(_COLUMNS) or not all(field.isdecimal() for field in fields[4:6]):
            raise InputError(f"{path}:{number}: expected {len(_COLUMNS)} columns with two counts, found {line[:60]!r}")
        rows.append(_Row(fields[0], fields[1], (fields[2], fields[3]), (int(fields[4]), int(fields[5]))))
    return rows


def _read_pair(folder: Path, row: _Row) -> GoldPair:
    """Return one document of a set."""
    sides, languages = [], []
    for extension, count in zip(row.extensions, row.counts, strict=True):
        path = folder / row.set_name / f"{row.document}.{extension}"
        sentences = read_lines(path)
        if len(sentences) != count:
            raise InputError(f"{path}: expected {count} sentences by the manifest, found {len(sentences)}")
        sides.append(sentences)
        languages.append(_LANGUAGES.get(extension, extension))
    path = folder / row.set_name / f"{row.document}.gold"
    links = read_links(path, source_count=row.counts[0], target_count=row.counts[1])
    return GoldPair(f"{row.set_name}/{row.document}", languages[0], languages[1], sides[0], sides[1], links)


def _ids(text: str) -> tuple[int, ...]:
    """Return the ids between the brackets, each once."""
    return tuple(dict.fromkeys(int(part) for part in text.split(","))) if text else ()
