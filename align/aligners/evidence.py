"""From two documents to the arrays that the dynamic programme works on."""

from dataclasses import dataclass

import numpy as np

from align.aligners.places import find_places, find_reach
from align.bands import find_band
from align.bitext import Document
from align.encoding import Encoder
from align.lattice import build_lattice
from align.score import SIDE, Doubles, Floats, Ints, Lattice

_USUAL_SIZE = 80.0  # bytes of a sentence


@dataclass(frozen=True, slots=True)
class Nearest:
    """For each place of a side its nearest place on the other side.

    Attributes:
        number: int32 (n,), the nearest place.
        cosine: float64 (n,), how near it is.
        sizes: float64 (n,), the logarithm of the place's own size relative to a usual sentence.
    """

    number: Ints
    cosine: Doubles
    sizes: Doubles


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the aligner goes by.

    Attributes:
        lattice: the scores of beads follow from it.
        band: int32 (n + 1, 2), the cells that are searched.
        source: what is nearest to each source place.
        target: the same for target places.
        source_places: the segment number of each source place.
        target_places: the same for target places.
        closeness: cosine of the two documents as wholes.
        vectors: float32 (n, d) and (m, d), of the source and target places.
    """

    lattice: Lattice
    band: Ints
    source: Nearest
    target: Nearest
    source_places: list[int]
    target_places: list[int]
    closeness: float
    vectors: tuple[Floats, Floats]


def gather_evidence(encoder: Encoder, source: Document, target: Document) -> Evidence:
    """Return all that speaks for or against beads between the segments of two documents that take part."""
    source_places, target_places = find_places(source), find_places(target)
    texts = _texts(source, source_places), _texts(target, target_places)
    vectors = encoder.encode(texts[0]), encoder.encode(texts[1])
    sizes = _sizes(texts[0]), _sizes(texts[1])
    reach = _reach(source, source_places), _reach(target, target_places)
    band = find_band(*vectors)
    lattice = build_lattice(*vectors, sizes, reach, band)
    nearest = _find_nearest(lattice, sizes)
    return Evidence(lattice, band, *nearest, source_places, target_places, _closeness(*vectors), vectors)


def _texts(document: Document, places: list[int]) -> list[str]:
    """Return the texts of the places."""
    return [document.segments[number].text for number in places]


def _sizes(texts: list[str]) -> Ints:
    """Return sizes in UTF-8 bytes: int32 (n,)."""
    return np.array([len(text.encode("utf-8", "surrogatepass")) for text in texts], dtype=np.int32)


def _reach(document: Document, places: list[int]) -> Ints:
    """Return how far back a bead may reach from each place: int32 (n + 1,)."""
    return np.array(find_reach(document, places, longest=SIDE), dtype=np.int32)


def _find_nearest(lattice: Lattice, sizes: tuple[Ints, Ints]) -> tuple[Nearest, Nearest]:
    """Return the nearest places of both sides, within the band."""
    columns = lattice.shift[:, None] + np.arange(lattice.gram.shape[1])
    cosines = lattice.gram / (lattice.source_norms[1:, 1, None] * lattice.target_norms[1:, 1][columns])
    rows, best = np.arange(len(cosines)), cosines.argmax(axis=1)
    source = Nearest(columns[rows, best].astype(np.int32), cosines[rows, best].astype(np.float64), _log_size(sizes[0]))
    m = len(sizes[1])
    number, cosine = np.zeros(m, dtype=np.int32), np.full(m, -1.0)
    for i, row in enumerate(cosines):
        part = slice(int(lattice.shift[i]), int(lattice.shift[i]) + len(row))
        better = row > cosine[part]
        cosine[part][better] = row[better]
        number[part][better] = i
    return source, Nearest(number, cosine, _log_size(sizes[1]))


def _closeness(source: Floats, target: Floats) -> float:
    """Return the cosine of the sums of all vectors; 0 where a side has none."""
    u, v = source.sum(axis=0), target.sum(axis=0)
    return float(u @ v / max(float(np.linalg.norm(u) * np.linalg.norm(v)), 1e-9))


def _log_size(sizes: Ints) -> Doubles:
    """Return the logarithm of sizes relative to a usual sentence, bounded below."""
    logs: Doubles = np.log(sizes / _USUAL_SIZE + 0.05)
    return logs
