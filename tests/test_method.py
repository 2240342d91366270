"""docs/method.md says what the aligner does: names in their order, formulas and constants."""

import ast
import math
import re
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from align.aligners.default.describe import (
    CANDIDATE_FEATURES,
    COUNTERPART_FEATURES,
    NULL_FEATURES,
    bead_block_features,
    describe_counterparts,
    describe_first,
    describe_nulls,
)
from align.aligners.default.lengths import describe_lengths, usual_lengths
from align.aligners.default.marks import count_marks
from align.aligners.default.weights import (
    LEAST_RATE,
    MOST_RATE,
    MOVE,
    NULLS,
    VERSION,
    Match,
    load_weights,
    null_features,
    version_features,
)
from align.lattice.arrays import Floats
from align.lattice.build import build_lattice
from align.lattice.features import FEATURES, MOST, NEIGHBOURS, SIDE
from align.lattice.measure import FLOOR, FLOOR_WEIGHT
from align.lattice.outer import full_band
from align.lattice.ratio import HEIGHT, SPREAD, WEIGHT

METHOD = (Path(__file__).parent.parent / "docs" / "method.md").read_text(encoding="utf-8")
NAMES = {
    "first-pass": FEATURES,
    "first-nulls": NULLS,
    "second-pass": CANDIDATE_FEATURES[len(FEATURES) - 1 :],
    "second-nulls": NULL_FEATURES,
    "counterparts": COUNTERPART_FEATURES[len(CANDIDATE_FEATURES) :],
    "verdict": VERSION,
    "moves": MOVE,
}
N, M = 6, 5  # segments of the toy documents
USUAL = 0.4  # log ratio of lengths before a pair is known


def rows_of(table: str) -> list[list[str]]:
    """Return the cells of a table of the page, without its head."""
    found = re.search(rf"<!-- table:{table} -->\n\n((?:\|.*\n)+)", METHOD)
    assert found is not None, table
    lines = found[1].splitlines()[2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def formulas_of(table: str) -> dict[str, str]:
    """Return the formulas of a table that are written as code, by the names of their features."""
    codes = {row[0].strip("`"): re.fullmatch("`([^`]+)`", row[1]) for row in rows_of(table)}
    return {name: code[1] for name, code in codes.items() if code}


def worked_out(formula: str, **known: float) -> float:
    """Return the value of a formula."""
    functions = {"min": min, "max": max, "abs": abs, "log": math.log, "sqrt": math.sqrt, "sign": np.sign}
    return float(eval(formula, {"__builtins__": {}}, {**functions, **known}))


@pytest.mark.parametrize("table", NAMES)
def test_names_are_those_of_the_code_in_their_order(table: str) -> None:
    """A feature that is added, renamed or moved turns this red."""
    assert tuple(name for row in rows_of(table) for name in re.findall("`([^`]+)`", row[0])) == NAMES[table]


@pytest.mark.parametrize("row", rows_of("constants"), ids=lambda row: row[0].strip("`"))
def test_constants_have_the_value_that_is_stated(row: list[str]) -> None:
    """A number that is changed in the code is changed here, with the reason."""
    module, _, name = row[0].strip("`").rpartition(".")
    assert getattr(import_module(module), name) == ast.literal_eval(row[1])


def toy_vectors() -> tuple[Floats, Floats]:
    """Return vectors of two documents, of which some segments resemble each other."""
    random = np.random.default_rng(3)
    source, target = random.normal(size=(N, 8)), random.normal(size=(M, 8))
    target[:3] += 1.5 * source[:3]
    return source.astype(np.float32), target.astype(np.float32)


SIZES = np.array([90, 40, 160, 30, 80, 75], dtype=np.int32), np.array([100, 60, 20, 220, 55], dtype=np.int32)


def toy_lattice() -> Any:
    """Return the lattice of the toy documents, in which everything may be joined."""
    reach = np.arange(N + 1, dtype=np.int32), np.arange(M + 1, dtype=np.int32)
    return build_lattice(*toy_vectors(), SIZES, reach, full_band(N, M), USUAL)


def toy_blocks() -> Any:
    """Return all blocks of the toy documents that a bead can have: int64 (k, 4)."""
    return np.array(
        [
            (i - a, i, j - b, j)
            for i in range(1, N + 1)
            for j in range(1, M + 1)
            for a in range(1, min(SIDE, i) + 1)
            for b in range(1, min(MOST[a], j) + 1)
        ]
    )


def cosine(one: Floats, other: Floats) -> float:
    """Return the cosine of the sums of two sets of vectors."""
    u, v = one.sum(axis=0, dtype=np.float64), other.sum(axis=0, dtype=np.float64)
    return float(u @ v / np.linalg.norm(u) / np.linalg.norm(v))


def toy_ratio(floor: float) -> float:
    """Return the log ratio of lengths as the page says."""
    source, target = toy_vectors()
    cosines = np.array([[cosine(one[None], other[None]) for other in target] for one in source])
    ratios, weights = [USUAL], [WEIGHT]
    for i, j in enumerate(cosines.argmax(axis=1).tolist()):
        s, t, height = int(SIZES[0][i]), int(SIZES[1][j]), cosines[i, j] - floor
        if cosines[:, j].argmax() == i and height > HEIGHT:
            ratios.append(math.log((t + 4) / (s + 4)))
            weights.append(height * min(math.sqrt(s * t), 200) / 200)
    middle = slow_median(ratios, weights)
    held = [min(max(ratio, middle - SPREAD), middle + SPREAD) for ratio in ratios]
    assert len(held) > 3
    return float(np.average(held, weights=weights))


def slow_median(values: list[float], weights: list[float]) -> float:
    """Return the middle of the first value with half of the weights up to it, from below and from above."""
    order, half = sorted(zip(values, weights, strict=True)), sum(weights) / 2
    low = next(order[k][0] for k in range(len(order)) if sum(weight for _, weight in order[: k + 1]) >= half)
    high = next(order[-k][0] for k in range(1, len(order) + 1) if sum(weight for _, weight in order[-k:]) >= half)
    return (low + high) / 2


def known_of(block: list[int], floor: float, level: float) -> dict[str, float]:
    """Return what the formulas of the first pass use, worked out as the page says, slowly."""
    source, target = toy_vectors()
    i, i_end, j, j_end = block
    s, t = source[i:i_end], target[j:j_end]
    x, a, b = cosine(s, t), i_end - i, j_end - j
    before_s, after_s = source[max(0, i - 1) : i], source[i_end : i_end + 1]
    before_t, after_t = target[max(0, j - 1) : j], target[j_end : j_end + 1]
    near = [cosine(s, one) for one in (before_t, after_t) if len(one)]
    near += [cosine(one, t) for one in (before_s, after_s) if len(one)]
    longer = [cosine(s, np.concatenate([t, one])) for one in (before_t, after_t) if len(one)]
    longer += [cosine(np.concatenate([s, one]), t) for one in (before_s, after_s) if len(one)]
    shorter = [cosine(s[1:], t), cosine(s[:-1], t)] if a > 1 else []
    shorter += [cosine(s, t[1:]), cosine(s, t[:-1])] if b > 1 else []
    cosines = np.array([[cosine(one[None], other[None]) for other in target] for one in source])
    hubs_s = np.sort(cosines, axis=1)[i:i_end, -NEIGHBOURS:].mean()
    hubs_t = np.sort(cosines.T, axis=1)[j:j_end, -NEIGHBOURS:].mean()
    scale = math.exp(-0.5 * toy_ratio(floor))
    return {
        "x": x,
        "a": a,
        "b": b,
        "floor": floor,
        "level": level,
        "c": (x - floor) / (1 - floor),
        "r": (x - floor) / level,
        "hubs": hubs_s + hubs_t,
        "near": float(np.mean(near)) if near else floor,
        "best": max([x - 0.5, *longer]),
        "least": min([1.0, *(x - one for one in shorter)]) if a + b > 2 else 0.0,
        "ratio": math.log(SIZES[1][j:j_end].sum() * scale + 4) - math.log(SIZES[0][i:i_end].sum() / scale + 4),
    }


def test_formulas_of_the_first_pass_give_what_the_kernel_gives() -> None:
    """For every bead of the toy documents."""
    lattice, blocks, formulas = toy_lattice(), toy_blocks(), formulas_of("first-pass")
    assert tuple(formulas) == FEATURES
    found = bead_block_features(lattice, blocks)
    for block, features in zip(blocks.tolist(), found, strict=True):
        known = known_of(block, lattice.floor, lattice.level)
        assert features == pytest.approx([worked_out(code, **known) for code in formulas.values()], abs=1e-5), block


def test_the_floor_is_measured_as_told() -> None:
    """A mean that is drawn towards the usual one."""
    source, target = toy_vectors()
    cosines = [cosine(one[None], other[None]) for one in source for other in target]
    expected = (sum(cosines) + FLOOR * FLOOR_WEIGHT) / (len(cosines) + FLOOR_WEIGHT)
    assert toy_lattice().floor == pytest.approx(expected, abs=1e-6)


def test_formulas_of_lengths_give_what_the_code_gives() -> None:
    """With the usual ratio and the spread as the page tells them."""
    blocks, formulas = toy_blocks(), formulas_of("second-pass")
    shares = np.random.default_rng(5).uniform(size=len(blocks))
    lengths = usual_lengths(toy_lattice(), blocks, shares)
    columns, spread = describe_lengths(toy_lattice(), blocks, lengths), lengths.spread
    scale = math.exp(-0.5 * toy_ratio(toy_lattice().floor))
    s = np.array([SIZES[0][i:i_end].sum() / scale + 4 for i, i_end, _, _ in blocks.tolist()])
    t = np.array([SIZES[1][j:j_end].sum() * scale + 4 for _, _, j, j_end in blocks.tolist()])
    weights = shares * np.minimum(np.sqrt(s * t), 200)
    usual = (weights @ np.log(t / s)) / (weights.sum() + 200)
    off = np.log(t / s) - usual
    assert spread == pytest.approx(math.sqrt((weights @ off**2 + 300 * 0.3**2) / (weights.sum() + 300)))
    s, t = s * math.exp(usual / 2), t / math.exp(usual / 2)
    for k, (i, i_end, j, j_end) in enumerate(blocks.tolist()):
        known = {"a": i_end - i, "b": j_end - j, "off": off[k], "s": s[k], "t": t[k], "spread": spread}
        expected = [worked_out(formulas[name], **known) for name in columns.names]
        assert columns.values[k] == pytest.approx(expected, abs=1e-6)


def test_formulas_of_what_the_first_pass_says_give_what_the_code_gives() -> None:
    """Score and share of a candidate."""
    formulas, found = formulas_of("second-pass"), describe_first(np.array([3.0], dtype=np.float32), np.array([0.02]))
    expected = [worked_out(formulas[name], score=3.0, share=0.02) for name in found.names]
    assert found.values[0] == pytest.approx(expected)


@pytest.mark.parametrize("height", [0.2, 0.6])
@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_formulas_of_nulls_give_what_the_code_gives(height: float, share: float) -> None:
    """Of both passes, on either side of the kinks."""
    heights, sizes = np.array([height]), np.array([-0.3])
    first = [worked_out(code, height=height, size=-0.3) for code in formulas_of("first-nulls").values()]
    assert null_features(heights, sizes)[0] == pytest.approx(first)
    known = {"height": height, "size": -0.3, "share": share, "level": 0.5, "digits": 4}
    known |= {"null_odds": -2.0, "other_null_odds": 0.7}
    second = [worked_out(code, **known) for code in formulas_of("second-nulls").values()]
    found = describe_nulls(heights, sizes, np.array([share]), count_marks(["In 1999"]), (-2.0, 0.7), 0.5)
    assert found.values[0] == pytest.approx(second)


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_formulas_of_counterparts_give_what_the_code_gives(share: float) -> None:
    """What is asked apart sees what the second pass sees, and how sure that is."""
    features = np.random.default_rng(1).normal(size=(1, len(CANDIDATE_FEATURES)))
    found = describe_counterparts(features, np.array([share]))
    odds = [worked_out(code, share=share) for code in formulas_of("counterparts").values()]
    assert found[0] == pytest.approx([*features[0], *odds])


def test_formulas_of_the_verdict_give_what_the_code_gives() -> None:
    """All five."""
    match = Match(share=0.7, sure=12.5, closeness=0.4, length=30)
    known = {"share": 0.7, "sure": 12.5, "closeness": 0.4, "length": 30}
    expected = [worked_out(code, **known) for code in formulas_of("verdict").values()]
    assert version_features(match) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["first", "second"])
def test_long_runs_never_gain_with_the_weights_that_ship(name: str) -> None:
    """From two nulls on, as the page says: whoever fits weights for which this is wrong changes the page."""
    for rates in product(np.linspace(LEAST_RATE, MOST_RATE, 20), repeat=2):
        gaps = getattr(load_weights(), name).gaps.at(rates)
        for gap, extend, long_gap, long_extend in (gaps[:4], gaps[4:8]):
            assert gap + extend > long_gap + long_extend
            assert extend > long_extend
