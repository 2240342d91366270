"""The work of one shard: read, align and score some pairs of documents. What comes out depends on nothing else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from align.aligners import align_documents
from align.bitext import EVEN, Alignment, Document, Fate, Role, Span
from align.comparison import fates_of
from align.continuations import Runs, runs_of
from align.documents import read_document
from align.encoding import Encoder, load_encoder
from align.errors import AlignError
from align.language import primary_language
from corpora.columns import SmallWords, columns_to_bytes, make_columns
from corpora.filters import Texts, score_pair
from corpora.pairing import DocumentPair
from corpora.rows import Row, row_id, to_line
from corpora.trouble import Trouble

_NO_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
_TEXT_AT_ONCE = 500_000  # characters of documents that are read before they are aligned
_AT_ONCE = 1024  # units whose texts are encoded together
_NEAR, _SHORT = 0.5, 0.6  # cosine of a literal translation, and the share of the length that a condensed one has left


@dataclass(frozen=True, slots=True)
class Task:
    """Some pairs of documents, and how to read them."""

    key: str
    pairs: tuple[DocumentPair, ...]
    segmented: bool = False
    keep_furniture: bool = False


@dataclass(slots=True)
class Result:
    """What came of a task: its rows as lines and columns, how many beads had each fate, and what could not be used."""

    key: str
    lines: list[bytes] = field(default_factory=list)
    columns: bytes = b""
    fates: Counter[str] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)
    signatures: set[str] = field(default_factory=set)


class Made(NamedTuple):
    """A row with its scores, and of each side what `corpora.folding.text_key_and_words` may be told."""

    row: Row
    small_words: SmallWords


def made(row: Row, texts: Texts) -> Made:
    """Return a row with what its sides were taken apart to.

    Args:
        row: of the texts.
        texts: that were scored.
    """
    one, other = texts.sides
    return Made(row, (one.words if one.is_latin else None, other.words if other.is_latin else None))


def do_task(task: Task) -> Result:
    """Return the rows of the pairs of documents; what cannot be read or aligned is told and left out.

    Args:
        task: which pairs.
    """
    result = Result(task.key)
    # One step is done for many pairs before the next: it finds its code and its tables in the processor's caches.
    aligned = [each for some in _read_pairs(task, result) for read in some if (each := _align(read, result))]
    cosines = iter(_cosines([unit for each in aligned for unit in each.units]))
    found: list[Made] = []
    numbers: list[int] = []
    for each in aligned:
        own = list(islice(cosines, len(each.units)))
        try:
            rows = list(_rows(each, own))
        except Exception as error:  # as in `_align`
            result.troubles.append(Trouble(each.pair.source.name, _reason(error)))
            continue
        result.fates.update(each.fates)
        result.signatures.add(each.signature)
        found += rows
        numbers += [each.number] * len(rows)
    pack(result, found, numbers)
    return result


def pack(result: Result, made: list[Made], pairs: list[int]) -> None:
    """Put rows into a result.

    Args:
        result: to fill.
        made: the rows.
        pairs: for each row the number of its pair of documents in the task.
    """
    rows = [row for row, _ in made]
    result.lines = list(map(to_line, rows))
    result.columns = columns_to_bytes(make_columns(rows, pairs, [words for _, words in made]))


class _Read(NamedTuple):
    """A pair of documents, its number in the task, and both documents."""

    pair: DocumentPair
    number: int
    source: Document
    target: Document


def _read_pairs(task: Task, result: Result) -> Iterator[list[_Read]]:
    """Yield the pairs of documents that can be read, some at a time: as many as have a limited amount of text."""
    some: list[_Read] = []
    size = 0
    for number, pair in enumerate(task.pairs):
        source, target = (_read(pair, side, task, result) for side in ("source", "target"))
        if source is not None and target is not None:
            some.append(_Read(pair, number, source, target))
            size += len(source.text) + len(target.text)
        if size >= _TEXT_AT_ONCE:
            yield some
            some, size = [], 0
    yield some


class _Aligned(NamedTuple):
    """A pair of documents, its number in the task, and what is left of its alignment."""

    pair: DocumentPair
    number: int
    languages: tuple[str, str]
    units: list["_Unit"]
    fates: list[str]
    signature: str


def _align(read: _Read, result: Result) -> _Aligned | None:
    """Return what corresponds in a pair of documents; None, and the reason with the result, if that cannot be told."""
    try:
        alignment = align_documents(read.source, read.target)
        fates = fates_of(alignment)
        units = [unit for unit in _units(alignment, fates) if unit.source and unit.target]
    except Exception as error:  # whatever it is, one bad file never stops the run, and the reason is told
        result.troubles.append(Trouble(read.pair.source.name, _reason(error)))
        return None
    languages = alignment.source.language, alignment.target.language
    return _Aligned(read.pair, read.number, languages, units, [fate.value for fate in fates], alignment.signature)


def _read(pair: DocumentPair, side: str, task: Task, result: Result) -> Document | None:
    """Return one document of a pair; None, and the reason with the result, if it cannot be read."""
    found, language = getattr(pair, side), getattr(pair, f"{side}_language")
    try:
        return read_document(
            found.path, language=language, segmented=task.segmented, keep_furniture=task.keep_furniture
        )
    except Exception as error:  # a damaged file may raise anything in the library that reads it
        result.troubles.append(Trouble(found.name, _reason(error).replace(str(found.path), found.name)))
        return None


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if isinstance(error, AlignError) else f"{type(error).__name__}: {text}"


def _cosines(units: Sequence["_Unit"]) -> list[float]:
    """Return the cosines of the vectors of both sides."""
    found: list[float] = []
    for start in range(0, len(units), _AT_ONCE):
        vectors = _encoder().encode(
            [text for unit in units[start : start + _AT_ONCE] for text in (unit.source, unit.target)]
        )
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + np.float32(1e-9)
        found += np.einsum("ij,ij->i", vectors[::2], vectors[1::2]).tolist()
    return found


def _rows(aligned: _Aligned, cosines: Sequence[float]) -> Iterator[Made]:
    """Yield a row for each bead or move with article text on both sides."""
    languages = aligned.languages
    tags = [primary_language(language) for language in languages]
    seen: dict[tuple[str, str], int] = {}
    names = aligned.pair.source.name, aligned.pair.target.name
    for unit, cosine in zip(aligned.units, cosines, strict=True):
        texts = unit.source, unit.target
        seen[texts] = seen.get(texts, 0) + 1
        apart = Texts(*texts, tags[0], tags[1], unit.probability, cosine)
        scores = score_pair(apart)
        row = {
            "id": row_id((*names, *texts, str(seen[texts]))),
            "source": unit.source,
            "target": unit.target,
            "source_document": names[0],
            "target_document": names[1],
            "source_language": languages[0],
            "target_language": languages[1],
            "probability": round(unit.probability, 4),
            "fate": unit.fate.value,
            "label": _nearness(unit, cosine, scores["length-ratio"]),
            "scores": scores,
        }
        yield made(row, apart)


class _Unit(NamedTuple):
    """Texts that correspond."""

    source: str
    target: str
    probability: float
    fate: Fate


def _units(alignment: Alignment, fates: Sequence[Fate]) -> Iterator[_Unit]:
    """Yield what corresponds, beads in order and then moves."""
    runs = runs_of(alignment)
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        if bead.source and bead.target and fate is not Fate.ASIDE:
            yield _unit(alignment, runs.get(number) or Runs.of(bead), bead.probability, fate)
    for move in alignment.moves:
        if move.probability >= EVEN:
            yield _unit(alignment, Runs.of(move), move.probability, Fate.MOVED)


def _unit(alignment: Alignment, runs: Runs, probability: float, fate: Fate) -> _Unit:
    texts = _text(alignment.source, runs.source), _text(alignment.target, runs.target)
    return _Unit(*texts, probability, fate)


def _text(document: Document, spans: tuple[Span, ...]) -> str:
    """Return the article text of runs of segments on one line."""
    segments = [segment for span in spans for segment in document.segments[span.start : span.stop]]
    if len(segments) == 1:
        return " ".join(segments[0].text.split()) if segments[0].role is Role.BODY else ""
    gap = "" if primary_language(document.language) in _NO_SPACES else " "
    return gap.join(" ".join(segment.text.split()) for segment in segments if segment.role is Role.BODY)


def _nearness(unit: _Unit, cosine: float, ratio: float) -> str:
    """Return how closely the target renders the source."""
    if ratio < _SHORT and len(unit.target) < len(unit.source):
        return "condensed"
    return "literal" if cosine >= _NEAR and ratio >= _SHORT else "free"


@cache
def _encoder() -> Encoder:
    return load_encoder()
