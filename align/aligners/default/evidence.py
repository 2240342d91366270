"""From two documents to the arrays that the dynamic programme works on."""

from dataclasses import dataclass

import numpy as np

from align.aligners.default.marks import Marks, count_marks
from align.aligners.places import find_places, find_reach
from align.bitext import Document
from align.encoding import Additive, Encoder, WordVectors
from align.encoding.static.words import Words
from align.lattice.arrays import Closest, Doubles, Flags, Floats, Ints, Lattice
from align.lattice.bands import find_band, narrow_band
from align.lattice.build import build_lattice
from align.lattice.features import SIDE, USUAL_SIZE


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
        words: of the source places, then of the target places; None where the encoder knows no words.
        marks: of the source and of the target places.
        paragraphs: bool (n + 1,) and (m + 1,), whether a paragraph begins at a place or all end there; nowhere where
            a side has no paragraphs.
    """

    lattice: Lattice
    band: Ints
    source: Nearest
    target: Nearest
    source_places: list[int]
    target_places: list[int]
    closeness: float
    vectors: tuple[Floats, Floats]
    words: Words | None
    marks: tuple[Marks, Marks]
    paragraphs: tuple[Flags, Flags]


def gather_evidence(encoder: Encoder, source: Document, target: Document) -> Evidence:
    """Return all that speaks for or against beads between the segments of two documents that take part."""
    source_places, target_places = find_places(source), find_places(target)
    texts = _texts(source, source_places), _texts(target, target_places)
    together, words = _encode(encoder, [*texts[0], *texts[1]])
    vectors = together[: len(texts[0])], together[len(texts[0]) :]
    sizes = _sizes(texts[0]), _sizes(texts[1])
    reach = _reach(source, source_places), _reach(target, target_places)
    outer = find_band(*vectors)
    lattice = build_lattice(*vectors, sizes, reach, outer)
    band = narrow_band(lattice, outer)
    nearest = _nearest(lattice.source_closest, sizes[0]), _nearest(lattice.target_closest, sizes[1])
    return Evidence(
        lattice,
        band,
        *nearest,
        source_places,
        target_places,
        _closeness(*vectors),
        vectors,
        words,
        marks=_marks(*texts),
        paragraphs=_paragraphs((source, source_places), (target, target_places)),
    )


def _encode(encoder: Encoder, texts: list[str]) -> tuple[Floats, Words | None]:
    """Return vectors to be added up, float32 (n, d), and the words; what an encoder cannot do is done without.

    Where the vector of a block is not known to be the sum of those of its texts, the sum of their directions stands for
    it: the texts then count alike, whatever the lengths of their vectors mean to that encoder.
    """
    words: Words | None = None
    if isinstance(encoder, WordVectors):
        vectors, words = encoder.encode_with_words(texts)
    else:
        vectors = encoder.encode(texts)
    if not isinstance(encoder, Additive):
        vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-6))
    return vectors, words


def _texts(document: Document, places: list[int]) -> list[str]:
    """Return the texts of the places."""
    return [document.segments[number].text for number in places]


def _marks(*sides: list[str]) -> tuple[Marks, Marks]:
    """Return the marks in the texts of each side."""
    counts, first, last = count_marks([*sides[0], *sides[1]])
    n = len(sides[0])
    return Marks(counts[:n], first[:n], last[:n]), Marks(counts[n:], first[n:], last[n:])


def _paragraphs(*sides: tuple[Document, list[int]]) -> tuple[Flags, Flags]:
    """Return where paragraphs begin on each side."""
    begins = []
    for document, places in sides:
        numbers = np.array([document.segments[number].paragraph for number in places])
        flags = np.ones(len(places) + 1, dtype=bool)
        np.not_equal(numbers[1:], numbers[:-1], out=flags[1:-1])
        begins.append(flags)
    if not all(flags[1:-1].any() for flags in begins):
        begins = [np.zeros_like(flags) for flags in begins]
    return begins[0], begins[1]


def _sizes(texts: list[str]) -> Ints:
    """Return sizes in UTF-8 bytes: int32 (n,)."""
    return np.array([len(text.encode("utf-8", "surrogatepass")) for text in texts], dtype=np.int32)


def _reach(document: Document, places: list[int]) -> Ints:
    """Return how far back a bead may reach from each place: int32 (n + 1,)."""
    return np.array(find_reach(document, places, longest=SIDE), dtype=np.int32)


def _nearest(closest: Closest, sizes: Ints) -> Nearest:
    """Return the nearest places of a side, within the band, and its own sizes."""
    return Nearest(closest.number, closest.cosines[:, 0].astype(np.float64), log_size(sizes))


def _closeness(source: Floats, target: Floats) -> float:
    """Return the cosine of the sums of all vectors; 0 where a side has none."""
    u, v = source.sum(axis=0), target.sum(axis=0)
    return float(u @ v / max(float(np.linalg.norm(u) * np.linalg.norm(v)), 1e-9))


def log_size(sizes: Ints | Doubles) -> Doubles:
    """Return the logarithm of sizes relative to a usual sentence, bounded below."""
    logs: Doubles = np.log(sizes / USUAL_SIZE + 0.05)
    return logs
