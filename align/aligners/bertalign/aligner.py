"""The method of Bertalign (Liu and Zhu 2022, doi:10.1093/llc/fqac089), written from its description, over any encoder.

1. Each source segment may be linked with the `TOP` target segments that are closest to it. The path that collects the
   most similarity through such links, in order, gives the anchors.
2. Blocks of up to `MOST` segments, both sides together, are compared in a window around the path through the anchors:
   by their cosine, less its mean with the blocks just before and after on the other side, both ways, times a penalty
   for sides of unlike length. A null segment costs a constant. The best path gives the beads.

Blocks are encoded as texts, unless the vectors of the encoder add up. The method has no probabilities: those of beads
are their cosines, those of null segments one less the highest cosine, and a warning says so.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from align.aligners.bertalign.kernels import fill_path, link_anchors, trace_anchors, trace_path
from align.aligners.default.encoded import unit
from align.aligners.places import find_places, find_reach, spread_beads
from align.bitext import Alignment, Bead, Counterpart, Document, Span
from align.blas import one_thread
from align.documents import SEGMENTER
from align.encoding import Additive, Encoder, load_encoder
from align.flow import flow
from align.lattice.arrays import Doubles, Floats, Ints, Longs

NAME = "bertalign-1"
TOP = 3  # target segments that a source segment may be linked with
MOST = 5  # segments of a bead, both sides together
WINDOW = 5  # segments around the path through the anchors
NULL = -0.1  # score of a null segment
SIDE = MOST - 1  # segments on one side of a bead
SHAPES = np.array(
    [(1, 0), (0, 1), *((a, b) for a in range(1, MOST) for b in range(1, MOST - a + 1))], dtype=np.int32
)  # null segments first


@one_thread()
def align(source: Document, target: Document, encoder: Encoder | None = None) -> Alignment:
    """Return the alignment of two documents by the vectors of an encoder, the embedded one for None."""
    encoder = encoder or load_encoder()
    documents = source, target
    places = find_places(source), find_places(target)
    texts = [
        [flow(document.segments[number].text) for number in numbers]
        for document, numbers in zip(documents, places, strict=True)
    ]
    reach = [
        np.array(find_reach(document, numbers, longest=SIDE), dtype=np.int32)
        for document, numbers in zip(documents, places, strict=True)
    ]
    beads = list(_beads(encoder, texts, reach, places[1])) if all(texts) else _all_null(*map(len, texts))
    return Alignment(
        source,
        target,
        tuple(spread_beads(beads, source, target)),
        f"aligner {NAME}, encoder {encoder.signature}, segmenter {SEGMENTER}",
        warnings=("Bertalign has no probabilities; those told are cosines, and are not calibrated",),
    )


def _all_null(n: int, m: int) -> list[Bead]:
    """Return null beads for segments that have nothing on the other side."""
    beads = [Bead(Span(i, i + 1), Span(0, 0), NULL, 1.0) for i in range(n)]
    return beads + [Bead(Span(n, n), Span(j, j + 1), NULL, 1.0) for j in range(m)]


def _beads(
    encoder: Encoder, texts: Sequence[Sequence[str]], reach: Sequence[Ints], numbers: Sequence[int]
) -> Iterator[Bead]:
    """Yield the beads over places."""
    blocks = block_vectors(encoder, texts[0]), block_vectors(encoder, texts[1])
    cosines = blocks[0][:, 0] @ blocks[1][:, 0].T
    band = band_around(find_anchors(cosines), *cosines.shape)
    sizes = [np.cumsum([0.0, *map(len, side)]) for side in texts]
    n, m = cosines.shape
    i = j = 0
    for shape, score in find_path(blocks, (sizes[0], sizes[1]), (reach[0], reach[1]), band):
        a, b = SHAPES[shape].tolist()
        if a and b:
            cosine = float(blocks[0][i + a - 1, a - 1] @ blocks[1][j + b - 1, b - 1])
            yield Bead(Span(i, i + a), Span(j, j + b), score, min(1.0, max(0.0, cosine)))
        else:
            row = cosines[i] if a else cosines[:, j]
            best = min(1.0, max(0.0, float(row.max())))
            near = int(row.argmax())
            # The place of the other side is told by its number among the segments, as in every null bead.
            rejected = Counterpart(Span(numbers[near], numbers[near] + 1), best) if a else None
            yield Bead(Span(i, i + a), Span(j, j + b), score, 1.0 - best, rejected)
        i, j = i + a, j + b
    assert (i, j) == (n, m)


def block_vectors(encoder: Encoder, texts: Sequence[str]) -> Floats:
    """Return the vectors of the blocks of up to `SIDE` texts, of length 1: float32 (n, SIDE, d).

    [i, a - 1] is that of the a texts that end with text i; zeros where there are not so many.

    Args:
        encoder: that reads the blocks; vectors that add up are added.
        texts: of a side, one at least.
    """
    n = len(texts)
    if isinstance(encoder, Additive):
        single = encoder.encode(texts)
        sums = np.zeros((n + 1, single.shape[1]), dtype=np.float64)
        np.cumsum(single, axis=0, out=sums[1:])
        out = np.zeros((n, SIDE, single.shape[1]), dtype=np.float32)
        for a in range(1, SIDE + 1):
            out[a - 1 :, a - 1] = unit((sums[a:] - sums[:-a]).astype(np.float32))
        return out
    blocks = [(i, a) for a in range(1, SIDE + 1) for i in range(a - 1, n)]
    joined = [" ".join(texts[i - a + 1 : i + 1]) for i, a in blocks]
    distinct = list(dict.fromkeys(joined))
    known = dict(zip(distinct, unit(encoder.encode(distinct)), strict=True))
    out = np.zeros((n, SIDE, len(known[joined[0]])), dtype=np.float32)
    for (i, a), text in zip(blocks, joined, strict=True):
        out[i, a - 1] = known[text]
    return out


def find_anchors(cosines: Floats) -> Longs:
    """Return the pairs of source and target segments on the best path through links: int64 (k, 2).

    Args:
        cosines: float32 (n, m), of single segments.

    >>> find_anchors(np.array([[0.9, 0.1], [0.8, 0.1], [0.0, 0.7]], dtype=np.float32)).tolist()
    [[0, 0], [2, 1]]
    """
    n, m = cosines.shape
    top = np.argsort(-cosines, axis=1, kind="stable")[:, : min(TOP, m)].astype(np.int64)
    steps = np.zeros((n + 1, m + 1), dtype=np.int8)
    link_anchors(cosines, top, np.zeros((2, m + 1)), steps)
    anchors = np.empty((min(n, m), 2), dtype=np.int64)
    count = trace_anchors(steps, anchors)
    return anchors[:count][::-1].copy()


def band_around(anchors: Longs, n: int, m: int) -> Ints:
    """Return the target places to search at each source place: int32 (n + 1, 2), half-open.

    Between two anchors, and before the first and after the last, all of the gap is searched.

    Args:
        anchors: int64 (k, 2), rising on both sides.
        n: source segments.
        m: target segments.
    """
    corners = np.concatenate([[[0, 0]], anchors, anchors + 1, [[n, m]]])
    corners = corners[np.lexsort((corners[:, 1], corners[:, 0]))]
    places = np.arange(n + 1)
    before = np.searchsorted(corners[:, 0], np.maximum(places - WINDOW, 0), side="left")
    after = np.searchsorted(corners[:, 0], np.minimum(places + WINDOW, n), side="right")
    low = corners[np.maximum(np.minimum(before, np.searchsorted(corners[:, 0], places, side="right") - 1), 0), 1]
    high = corners[np.minimum(after, len(corners) - 1), 1]
    low, high = np.maximum(low - WINDOW, 0), np.minimum(high + WINDOW, m)
    low[0], high[n] = 0, m
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    return np.stack([low, high + 1], axis=1).astype(np.int32)


def find_path(
    blocks: tuple[Floats, Floats], sizes: tuple[Doubles, Doubles], reach: tuple[Ints, Ints], band: Ints
) -> list[tuple[int, float]]:
    """Return the steps of the best path: the number of the shape in `SHAPES` and the score of each.

    Args:
        blocks: float32 (n, SIDE, d) and (m, SIDE, d), as `block_vectors` returns them.
        sizes: float64 (n + 1,) and (m + 1,), running sums of characters.
        reach: int32 (n + 1,) and (m + 1,), how many segments before a place a bead that ends there may take.
        band: int32 (n + 1, 2), as `band_around` returns it.
    """
    cells = np.zeros(len(band) + 1, dtype=np.int64)
    np.cumsum(band[:, 1] - band[:, 0], out=cells[1:])
    best = np.full(cells[-1], -np.inf)
    steps = np.zeros(cells[-1], dtype=np.int8)
    scores = np.zeros(cells[-1])
    ratio = max(1.0, sizes[1][-1]) / max(1.0, sizes[0][-1])
    fill_path(*blocks, *sizes, *reach, band, cells, SHAPES, NULL, ratio, best, steps, scores)
    path = np.empty(len(blocks[0]) + len(blocks[1]), dtype=np.int64)
    count = trace_path(band, cells, SHAPES, steps, path)
    return [(int(steps[cell]), float(scores[cell])) for cell in path[:count][::-1]]
