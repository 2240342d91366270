"""The two passes of Bertalign, compiled: paths through links of single segments, and through beads in a band."""

from math import log

from align.lattice.arrays import Bytes, Doubles, Floats, Ints, Longs
from align.lattice.kernel import exact, fast, inlined

_SOURCE, _TARGET, _LINK = 1, 2, 3  # steps to a cell: over a source or a target segment, or a link of the two
_OUT = -1e30


@exact
def link_anchors(cosines: Floats, top: Longs, rows: Doubles, steps: Bytes) -> None:
    """Fill in the step to each cell on the path that collects the most through links.

    Args:
        cosines: float32 (n, m).
        top: int64 (n, k), the target segments that each source segment may be linked with.
        rows: float64 (2, m + 1), room for what is collected; 0.
        steps: int8 (n + 1, m + 1) to write to.
    """
    n, m = cosines.shape
    for i in range(n + 1):
        here, before = i % 2, (i + 1) % 2
        for j in range(m + 1):
            if i == 0 or j == 0:
                rows[here, j] = 0.0
                steps[i, j] = _SOURCE if i else _TARGET
                continue
            best, step = rows[before, j], _SOURCE
            if rows[here, j - 1] > best:
                best, step = rows[here, j - 1], _TARGET
            for k in range(top.shape[1]):
                if top[i - 1, k] == j - 1 and rows[before, j - 1] + cosines[i - 1, j - 1] > best:
                    best, step = rows[before, j - 1] + cosines[i - 1, j - 1], _LINK
            rows[here, j] = best
            steps[i, j] = step


@exact
def trace_anchors(steps: Bytes, anchors: Longs) -> int:
    """Write the links of the path from its end to its beginning, and return their number.

    Args:
        steps: int8 (n + 1, m + 1), as `link_anchors` fills it in.
        anchors: int64 (min(n, m), 2) to write to.
    """
    i, j, count = steps.shape[0] - 1, steps.shape[1] - 1, 0
    while i > 0 or j > 0:
        step = steps[i, j]
        if step == _LINK:
            anchors[count, 0], anchors[count, 1] = i - 1, j - 1
            count += 1
        i -= step != _TARGET
        j -= step != _SOURCE
    return count


@fast
def fill_path(
    source: Floats,
    target: Floats,
    source_sizes: Doubles,
    target_sizes: Doubles,
    source_reach: Ints,
    target_reach: Ints,
    band: Ints,
    cells: Longs,
    shapes: Ints,
    null: float,
    ratio: float,
    best: Doubles,
    steps: Bytes,
    scores: Doubles,
) -> None:
    """Fill in the best path to each cell of the band: what it scores, its last step, and the score of that.

    Args:
        source: float32 (n, SIDE, d), of blocks.
        target: float32 (m, SIDE, d).
        source_sizes: float64 (n + 1,), running sums of characters.
        target_sizes: float64 (m + 1,).
        source_reach: int32 (n + 1,), how far a bead that ends there may reach back.
        target_reach: int32 (m + 1,).
        band: int32 (n + 1, 2).
        cells: int64 (n + 2,), running count of cells.
        shapes: int32 (s, 2), of the steps.
        null: score of a null segment.
        ratio: characters of the target for one of the source.
        best: float64 (cells,) to write to.
        steps: int8 (cells,) to write to.
        scores: float64 (cells,) to write to.
    """
    for i in range(band.shape[0]):
        for j in range(band[i, 0], band[i, 1]):
            cell = cells[i] + j - band[i, 0]
            best[cell] = 0.0 if i + j == 0 else _OUT
            for number in range(shapes.shape[0]):
                a, b = shapes[number, 0], shapes[number, 1]
                if a > i or b > j or j - b < band[i - a, 0] or j - b >= band[i - a, 1]:
                    continue
                if a > 0 and b > 0:
                    if a > source_reach[i] or b > target_reach[j]:
                        continue
                    score = _margin(source, target, i, j, a, b)
                    one = (source_sizes[i] - source_sizes[i - a]) * ratio
                    other = target_sizes[j] - target_sizes[j - b]
                    score *= log(1.0 + min(one, other) / max(one, other, 1.0)) / log(2.0)
                else:
                    score = null
                total = best[cells[i - a] + j - b - band[i - a, 0]] + score
                if total > best[cell]:
                    best[cell], steps[cell], scores[cell] = total, number, score


@inlined
def _margin(source: Floats, target: Floats, i: int, j: int, a: int, b: int) -> float:
    """Return the cosine of two blocks less its mean with those before and after, on either side."""
    around, count = 0.0, 0
    if j - b >= b:
        around, count = around + _dot(source, target, i - 1, j - b - 1, a, b), count + 1
    if j + b <= target.shape[0]:
        around, count = around + _dot(source, target, i - 1, j + b - 1, a, b), count + 1
    if i - a >= a:
        around, count = around + _dot(source, target, i - a - 1, j - 1, a, b), count + 1
    if i + a <= source.shape[0]:
        around, count = around + _dot(source, target, i + a - 1, j - 1, a, b), count + 1
    cosine = _dot(source, target, i - 1, j - 1, a, b)
    return cosine - around / count if count else cosine


@inlined
def _dot(source: Floats, target: Floats, i: int, j: int, a: int, b: int) -> float:
    """Return the cosine of the a segments that end with i and the b that end with j."""
    total = source[i, a - 1, 0] * target[j, b - 1, 0]
    for x in range(1, source.shape[2]):
        total += source[i, a - 1, x] * target[j, b - 1, x]
    return float(total)


@exact
def trace_path(band: Ints, cells: Longs, shapes: Ints, steps: Bytes, path: Longs) -> int:
    """Write the cells of the best path from its end to its beginning, and return their number.

    Args:
        band: int32 (n + 1, 2).
        cells: int64 (n + 2,).
        shapes: int32 (s, 2).
        steps: int8 (cells,), as `fill_path` fills it in.
        path: int64 (n + m,) to write to.
    """
    i, j, count = band.shape[0] - 1, band[-1, 1] - 1, 0
    while i > 0 or j > 0:
        cell = cells[i] + j - band[i, 0]
        path[count] = cell
        count += 1
        number = steps[cell]
        i, j = i - shapes[number, 0], j - shapes[number, 1]
    return count
