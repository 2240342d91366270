"""From two documents to the arrays that the dynamic programme works on."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from align.aligners.default.encoded import BlockVectors, unit
from align.aligners.default.marks import Marks, count_marks
from align.aligners.default.scripts import usual_ratio
from align.aligners.places import find_places, find_reach
from align.bitext import Document
from align.encoding import ClauseVectors, Encoder, has_clauses, has_words, is_additive, load_encoder
from align.encoding.static.clauses import Clauses
from align.encoding.static.encoder import StaticEncoder
from align.encoding.static.words import Words
from align.errors import ModelError
from align.flow import flow
from align.language import primary_language
from align.lattice.arrays import Closest, Doubles, Flags, Floats, Ints, Lattice, Longs
from align.lattice.bands import narrow_band
from align.lattice.build import build_lattice
from align.lattice.features import SIDE, USUAL_SIZE
from align.lattice.outer import find_band
from align.sentences.note_marks import without_note_mark

LARGEST = 1e16  # number in a vector; sums of products of larger ones are not finite any more
_SURELY = 1e-3 * LARGEST**2  # below the square of such a number by more than rounding
_NOTHING = 1e-9  # is divided by where a side has no vector
# Of a usual sentence: as long as the shortest ones, so that these do not stand out by their logarithm.
_LEAST_SIZE = 0.05


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
class SideEvidence:
    """What is known of one side.

    Attributes:
        places: the segment number of each place.
        nearest: what is nearest to each on the other side.
        vectors: float32 (n, d).
        marks: in their texts.
        paragraphs: bool (n + 1,), whether a paragraph begins at a place or all end there; nowhere where one of the
            sides has no paragraphs.
    """

    places: list[int]
    nearest: Nearest
    vectors: Floats
    marks: Marks
    paragraphs: Flags


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the aligner goes by.

    Attributes:
        lattice: the scores of beads follow from it.
        band: int32 (n + 1, 2), the cells that are searched.
        source: what is known of the source places.
        target: the same of the target places.
        closeness: cosine of the two documents as wholes.
        words: of the source places, then of the target places; None where the encoder knows no words.
        clauses: likewise; None where the encoder knows no clauses, and where they are not looked at.
        blocks: vectors of blocks; None where they are sums of those of the segments. Where they are not, the vectors of
            the segments have the root of the size for their length: their sums then come closest to those of blocks.
    """

    lattice: Lattice
    band: Ints
    source: SideEvidence
    target: SideEvidence
    closeness: float
    words: Words | None
    clauses: Clauses | None
    blocks: BlockVectors | None = None

    @property
    def sides(self) -> tuple[SideEvidence, SideEvidence]:
        """Return source and target."""
        return self.source, self.target

    @property
    def heights(self) -> tuple[Doubles, Doubles]:
        """Return how far above the floor the cosines of the nearest places are: float64 (n,) and (m,)."""
        floor = self.lattice.floor
        return self.source.nearest.cosine - floor, self.target.nearest.cosine - floor


def gather_evidence(encoder: Encoder, source: Document, target: Document) -> Evidence:
    """Return all that speaks for or against beads between the segments of two documents that take part.

    Args:
        encoder: gives the vectors of the segments, and those of their words if it has any.
        source: with at least one segment that takes part.
        target: likewise.
    """
    documents = source, target
    places = find_places(source), find_places(target)
    texts = [
        without_note_mark(flow(document.segments[number].text))
        for document, side in zip(documents, places, strict=True)
        for number in side
    ]
    n = len(places[0])
    together, words, clauses = _encode(encoder, texts, lexicon_for(encoder, source.language, target.language))
    if type(encoder) is not StaticEncoder:  # whose table has been looked through
        check_vectors(together, len(texts), encoder.signature)
        if words is not None:
            check_vectors(words.vectors, len(words.weights), encoder.signature)
    both = count_marks(texts)
    marks = both.chosen(slice(n)), both.chosen(slice(n, None))
    sizes = marks[0].sizes, marks[1].sizes
    blocks = None
    if not is_additive(encoder):
        blocks = BlockVectors(encoder, texts[:n], texts[n:])
        together = unit(together) * np.sqrt(np.concatenate(sizes), dtype=np.float32)[:, None]
    vectors = together[:n], together[n:]
    outer = find_band(*vectors)
    reach = _reach(source, places[0]), _reach(target, places[1])
    lattice = build_lattice(*vectors, sizes, reach, outer, usual_ratio(*marks))
    nearest = _nearest(lattice.source.closest, sizes[0]), _nearest(lattice.target.closest, sizes[1])
    paragraphs = _paragraphs((source, places[0]), (target, places[1]))
    return Evidence(
        lattice,
        narrow_band(lattice, outer),
        SideEvidence(places[0], nearest[0], vectors[0], marks[0], paragraphs[0]),
        SideEvidence(places[1], nearest[1], vectors[1], marks[1], paragraphs[1]),
        _closeness(*vectors),
        words,
        clauses,
        blocks,
    )


def lexicon_for(encoder: Encoder, *languages: str) -> ClauseVectors | None:
    """Return the encoder that knows words and clauses for one that knows none: the embedded one.

    None where it is not needed, and for languages that it was not trained on.

    Args:
        encoder: that gives the vectors of the sentences.
        *languages: BCP 47 tags of the texts.
    """
    if has_words(encoder):
        return None
    embedded = load_encoder()
    known = all(primary_language(tag) in embedded.languages for tag in languages)
    return embedded if known and has_clauses(embedded) else None


def _encode(
    encoder: Encoder, texts: list[str], lexicon: ClauseVectors | None
) -> tuple[Floats, Words | None, Clauses | None]:
    """Return the vectors of texts, float32 (n, d), words and clauses; what nobody knows is done without."""
    if lexicon is not None:
        return encoder.encode(texts), *lexicon.encode_with_clauses(texts)[1:]
    if is_additive(encoder) and has_clauses(encoder):
        return encoder.encode_with_clauses(texts)
    if has_words(encoder):
        return *encoder.encode_with_words(texts), None
    return encoder.encode(texts), None, None


def check_vectors(vectors: Floats, count: int, signature: str) -> None:
    """Refuse vectors that the kernels cannot take: what is not finite makes paths that lead nowhere.

    Args:
        vectors: float32 (n, d), of an encoder that anybody may have written.
        count: how many there should be.
        signature: of the encoder, for the message.

    Raises:
        ModelError: they are of another kind or number, or not finite.
    """
    if vectors.dtype != np.float32 or vectors.ndim != 2 or len(vectors) != count or not vectors.shape[1]:
        found = f"{vectors.dtype} {vectors.shape}"
        raise ModelError(f"expected float32 ({count}, d) from the encoder {signature}, found {found}; use another one")
    flat = vectors.ravel()
    with np.errstate(over="ignore", invalid="ignore"):
        if float(flat @ flat) <= _SURELY:
            return  # as of nearly all: no number can be too large in such a sum of squares
    longest = max(float(vectors.max(initial=0.0)), -float(vectors.min(initial=0.0)))
    if not longest <= LARGEST:  # false of what is no number
        raise ModelError(
            f"expected finite vectors from the encoder {signature}, found {longest:g}; copy or train it again"
        )


def _paragraphs(*sides: tuple[Document, list[int]]) -> tuple[Flags, Flags]:
    """Return where paragraphs begin on each side."""
    paragraphs = [[document.segments[number].paragraph for number in places] for document, places in sides]
    begins = np.zeros(len(paragraphs[0]) + 1, dtype=np.bool_), np.zeros(len(paragraphs[1]) + 1, dtype=np.bool_)
    if all(len(set(numbers)) > 1 for numbers in paragraphs):
        for numbers, flags in zip(paragraphs, begins, strict=True):
            flags[0] = flags[-1] = True
            flags[1:-1] = [one != other for one, other in pairwise(numbers)]
    return begins


def _reach(document: Document, places: list[int]) -> Ints:
    """Return how far back a bead may reach from each place: int32 (n + 1,)."""
    return np.array(find_reach(document, places, longest=SIDE), dtype=np.int32)


def _nearest(closest: Closest, sizes: Ints) -> Nearest:
    """Return the nearest places of a side, within the band, and its own sizes."""
    return Nearest(closest.number, closest.cosines[:, 0].astype(np.float64), log_size(sizes))


def _closeness(source: Floats, target: Floats) -> float:
    """Return the cosine of the sums of all vectors; 0 where a side has none."""
    u, v = source.sum(axis=0), target.sum(axis=0)
    return float(u @ v / max(float(np.sqrt(u @ u) * np.sqrt(v @ v)), _NOTHING))


def log_size(sizes: Ints | Longs | Doubles) -> Doubles:
    """Return the logarithm of sizes relative to a usual sentence, bounded below."""
    logs: Doubles = np.log(sizes / USUAL_SIZE + _LEAST_SIZE)
    return logs
