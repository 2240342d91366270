"""The work of one shard: read, align and score some pairs of documents. What comes out depends on nothing else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
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
from corpora.columns import columns_to_bytes, make_columns
from corpora.filters import Texts, score_pair
from corpora.pairing import DocumentPair
from corpora.rows import Row, row_id, to_line
from corpora.trouble import Trouble

_NO_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
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


def do_task(task: Task) -> Result:
    """Return the rows of the pairs of documents; what cannot be read or aligned is told and left out.

    Args:
        task: which pairs.
    """
    result = Result(task.key)
    made: list[Row] = []
    pairs: list[int] = []
    for number, pair in enumerate(task.pairs):
        documents = [_read(pair, side, task, result) for side in ("source", "target")]
        source, target = documents
        if source is None or target is None:
            continue
        try:
            alignment = align_documents(source, target)
            fates = fates_of(alignment)
            rows = list(_rows(alignment, fates, pair))
        except Exception as error:  # whatever it is, one bad file never stops the run, and the reason is told
            result.troubles.append(Trouble(pair.source.name, _reason(error)))
            continue
        result.fates.update(fate.value for fate in fates)
        result.signatures.add(alignment.signature)
        made += rows
        pairs += [number] * len(rows)
    pack(result, made, pairs)
    return result


def pack(result: Result, rows: list[Row], pairs: list[int]) -> None:
    """Put rows into a result.

    Args:
        result: to fill.
        rows: with their scores.
        pairs: for each row the number of its pair of documents in the task.
    """
    result.lines = list(map(to_line, rows))
    result.columns = columns_to_bytes(make_columns(rows, pairs))


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


def _rows(alignment: Alignment, fates: Sequence[Fate], pair: DocumentPair) -> Iterator[Row]:
    """Yield a row for each bead or move with article text on both sides."""
    units = [unit for unit in _units(alignment, fates) if unit.source and unit.target]
    if not units:
        return
    encoder = _encoder()
    vectors = encoder.encode([text for unit in units for text in (unit.source, unit.target)])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + np.float32(1e-9)
    cosines = np.einsum("ij,ij->i", vectors[::2], vectors[1::2]).tolist()
    languages = alignment.source.language, alignment.target.language
    tags = [primary_language(language) for language in languages]
    seen: dict[tuple[str, str], int] = {}
    names = pair.source.name, pair.target.name
    for unit, cosine in zip(units, cosines, strict=True):
        texts = unit.source, unit.target
        seen[texts] = seen.get(texts, 0) + 1
        scores = score_pair(Texts(*texts, tags[0], tags[1], unit.probability, cosine))
        yield {
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
