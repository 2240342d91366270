"""The slow, obvious version of the aligner's arithmetic: the judge of the compiled one.

Everything is computed from the vectors themselves, every path is walked.
"""

from collections.abc import Iterator
from itertools import pairwise, product
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from align.lattice.arrays import Doubles
from align.lattice.features import MOST, SIDE

Vectors = NDArray[np.float32]
Step = tuple[int, int]
Path = tuple[Step, ...]


def cosine(source: Vectors, target: Vectors) -> float:
    """Return the cosine of the sums of two blocks of vectors."""
    u, v = source.sum(axis=0), target.sum(axis=0)
    return float(u @ v / (np.linalg.norm(u) * np.linalg.norm(v)))


def hub(own: Vectors, other: Vectors) -> Doubles:
    """Return the mean cosine of each segment with its four nearest neighbours on the other side."""
    rows = [sorted((cosine(u[None], v[None]) for v in other), reverse=True)[:4] for u in own]
    return np.array([sum(row) / len(row) for row in rows])


def floor(source: Vectors, target: Vectors) -> float:
    """Return the mean cosine of all pairs, drawn towards .1 as by thirty more pairs."""
    cosines = [cosine(u[None], v[None]) for u in source for v in target]
    return (sum(cosines) + 3.0) / (len(cosines) + 30.0)


def level(source: Vectors, target: Vectors) -> float:
    """Return how far above the floor mutual nearest neighbours are, drawn towards .55 as by three more pairs."""
    cosines = np.array([[cosine(u[None], v[None]) for v in target] for u in source])
    mutual = [
        max(row[row.argmax()] - floor(source, target), 0.0)
        for row in cosines
        if row.max() >= cosines[:, row.argmax()].max() - 1e-9
    ]
    return float((sum(mutual) + 0.55 * 3.0) / (len(mutual) + 3.0))


def ratio(source: Vectors, target: Vectors, sizes: tuple[list[int], list[int]], usual: float) -> float:
    """Return the log ratio of lengths: the mean over pairs that are each other's nearest, and the usual one once.

    A pair counts by its height above the floor, if that is more than .2, and by its length up to 200 bytes, the usual
    ratio as half a long pair of height 1; what is more than .7 away from the median counts as .7 away.
    """
    cosines = np.array([[cosine(u[None], v[None]) for v in target] for u in source])
    pairs, base = [(usual, 0.5)], floor(source, target)
    for i, row in enumerate(cosines):
        j = int(row.argmax())
        height, (s, t) = row[j] - base, (sizes[0][i], sizes[1][j])
        if cosines[:, j].argmax() == i and height > 0.2:
            pairs.append((log((t + 4.0) / (s + 4.0)), height * min((s * t) ** 0.5, 200.0) / 200.0))
    half = sum(weight for _, weight in pairs) / 2.0
    low = min(value for value, _ in pairs if sum(weight for other, weight in pairs if other <= value) >= half)
    high = max(value for value, _ in pairs if sum(weight for other, weight in pairs if other >= value) >= half)
    middle = (low + high) / 2.0
    return sum(max(middle - 0.7, min(middle + 0.7, value)) * weight for value, weight in pairs) / (2.0 * half)


def features(
    source: Vectors, target: Vectors, sizes: tuple[list[int], list[int]], usual: float, start: Step, stop: Step
) -> dict[str, float]:
    """Return the features of the bead of source[start:stop] and target[start:stop] by name."""
    (i, j), (p, q) = start, stop
    n, m, a, b = len(source), len(target), p - i, q - j
    x, base = cosine(source[i:p], target[j:q]), floor(source, target)
    near, gains = [], [-0.5]
    if j > 0:
        near.append(cosine(source[i:p], target[j - 1 : j]))
        gains.append(cosine(source[i:p], target[j - 1 : q]) - x)
    if q < m:
        near.append(cosine(source[i:p], target[q : q + 1]))
        gains.append(cosine(source[i:p], target[j : q + 1]) - x)
    if i > 0:
        near.append(cosine(source[i - 1 : i], target[j:q]))
        gains.append(cosine(source[i - 1 : p], target[j:q]) - x)
    if p < n:
        near.append(cosine(source[p : p + 1], target[j:q]))
        gains.append(cosine(source[i : p + 1], target[j:q]) - x)
    losses = [1.0]
    if a > 1:
        losses += [x - cosine(source[i + 1 : p], target[j:q]), x - cosine(source[i : p - 1], target[j:q])]
    if b > 1:
        losses += [x - cosine(source[i:p], target[j + 1 : q]), x - cosine(source[i:p], target[j : q - 1])]
    hubs = hub(source, target)[i:p].mean() + hub(target, source)[j:q].mean()
    scale = exp(-0.5 * ratio(source, target, sizes, usual))
    length = log((sum(sizes[1][j:q]) * scale + 4.0) / (sum(sizes[0][i:p]) / scale + 4.0))
    above = (x - base) / (1.0 - base)
    relative = (x - base) / level(source, target)
    shape = tuple(sorted((a, b)))
    compound = shape != (1, 1)
    return {
        "bead": 1.0,
        "cosine": above,
        "cosine_above_30": max(0.0, above - 0.3),
        "cosine_above_50": max(0.0, above - 0.5),
        "cosine_above_70": max(0.0, above - 0.7),
        "relative": min(relative, 1.2),
        "relative_below_50": max(0.0, 0.5 - relative),
        "margin": x - 0.5 * hubs,
        "neighbours": (sum(near) / len(near) if near else base) - base,
        "extension": max(gains),
        "contraction": min(losses) if compound else 0.0,
        "idle_member": max(0.0, 0.08 - min(losses)) if compound else 0.0,
        "length": abs(length),
        "length_squared": min(length * length, 4.0),
        "compound": float(a + b > 2),
        "one_three": float(shape == (1, 3)),
        "two_two": float(shape == (2, 2)),
        "other_shape": float(a + b > 4),
        "extra_segments": a + b - 2.0,
    }


def paths(n: int, m: int) -> Iterator[Path]:
    """Yield every sequence of beads and null segments over n and m segments; source nulls never follow target nulls."""

    def extend(i: int, j: int, last: Step) -> Iterator[Path]:
        if (i, j) == (n, m):
            yield ()
        for a in range(min(SIDE, n - i) + 1):
            for b in range(min(SIDE, m - j) + 1):
                null = a == 0 or b == 0
                too_large = a + b > 1 if null else b > MOST[a]
                if a + b == 0 or too_large or (last == (0, 1) and (a, b) == (1, 0)):
                    continue
                for rest in extend(i + a, j + b, (a, b)):
                    yield ((a, b), *rest)

    return extend(0, 0, (1, 1))


def places(path: Path) -> list[Step]:
    """Return the cells that a path goes through, first and last included."""
    cells = [(0, 0)]
    for a, b in path:
        cells.append((cells[-1][0] + a, cells[-1][1] + b))
    return cells


def path_scores(
    path: Path, beads: dict[tuple[Step, Step], float], gaps: Doubles, nulls: tuple[Doubles, Doubles]
) -> list[float]:
    """Return the sum of the scores of all steps, once for each way to take its runs of nulls as short or long.

    A bead that is not in `beads` cannot be taken: then there is no way. Of the nine costs the first four are those of
    source runs, the next four those of target runs, and the last one is for a target run right after a source run.
    """
    total = 0.0
    runs: list[tuple[int, int]] = []  # where the costs of its side begin, and how long it is
    last = (1, 1)
    for step, (start, stop) in zip(path, pairwise(places(path)), strict=True):
        if step in ((1, 0), (0, 1)):
            side = step.index(0) ^ 1
            total += nulls[side][start[side]]
            runs = [*runs[:-1], (4 * side, runs[-1][1] + 1)] if step == last else [*runs, (4 * side, 1)]
            total += gaps[8] if (last, step) == ((1, 0), (0, 1)) else 0.0
        elif (start, stop) in beads:
            total += beads[start, stop]
        else:
            return []
        last = step
    ways = [[gaps[k] + (length - 1) * gaps[k + 1] for k in (first, first + 2)] for first, length in runs]
    return [total + sum(way) for way in product(*ways)]


def log_sum(values: list[float]) -> float:
    """Return the logarithm of the sum of exponentials."""
    most = max(values)
    return most + log(sum(exp(value - most) for value in values))
