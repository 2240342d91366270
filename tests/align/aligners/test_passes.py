"""The steps of a path are its beads, and null segments where a bead is less probable than nothing or is doubted."""

import numpy as np
import pytest

from align.aligners import align_documents
from align.aligners.default.evidence import gather_evidence
from align.aligners.default.passes import FIRST_RATE, expected_rates, first_pass
from align.aligners.default.steps import REPLACED, Steps, decode
from align.aligners.default.weights import load_weights
from align.encoding import load_encoder
from align.lattice.arrays import Doubles, Longs
from align.lattice.candidates import Candidates
from align.lattice.paths import best_path, number_steps
from align.lattice.pruning import gather_candidates
from align.lattice.shares import posterior
from tests.align.aligners.test_default import ENGLISH, FRENCH, document

GAPS = np.array([-1.0, -0.2, -2.0, 0.0, -0.8, -0.3, -2.5, 0.1, 0.4])
Rows = list[tuple[int, int, float, float]]


def random_candidates(random: np.random.Generator, n: int, m: int) -> Candidates:
    """Return beads of up to two segments a side in all cells, with scores that make null segments as probable."""
    blocks = [
        [i - a, i, j - b, j]
        for i in range(1, n + 1)
        for j in range(1, m + 1)
        for a in range(1, min(i, 2) + 1)
        for b in range(1, min(j, 2) + 1)
    ]
    scores = (2.0 * random.standard_normal(len(blocks))).astype(np.float32)
    return gather_candidates(np.array(blocks), scores, np.array([[0, m], [n, m]]))


def steps_one_by_one(candidates: Candidates, nulls: tuple[Doubles, Doubles], doubts: Doubles) -> Rows:
    """Return what `decode` does, step after step."""
    shares, *singly = posterior(candidates, GAPS, *nulls)[:3]
    path = best_path(candidates, GAPS, *nulls)
    rows: Rows = []
    i = j = 0
    for (a, b), k in zip(path.tolist(), number_steps(candidates, path).tolist(), strict=True):
        score, share, doubt = (float(candidates.scores[k]), float(shares[k]), doubts[k]) if k >= 0 else (0.0, 0.0, 0.0)
        apart = 1.0 - share * (1.0 - doubt) if k >= 0 else 0.0
        singles = [(1, 0, nulls[0][place], singly[0][place]) for place in range(i, i + a)]
        singles += [(0, 1, nulls[1][place], singly[1][place]) for place in range(j, j + b)]
        stays = k >= 0 and any(single[3] <= max(share, 0.5) for single in singles) and doubt <= REPLACED
        held = [(*single[:3], max(single[3], apart)) for single in singles]
        rows += [(a, b, score, share * (1.0 - doubt))] if stays else held
        i, j = i + a, j + b
    return rows


@pytest.mark.parametrize("seed", range(8))
def test_steps_are_those_of_the_path_one_by_one(seed: int) -> None:
    """Shapes, scores and probabilities, of beads that stay and of those that are dissolved."""
    random = np.random.default_rng(seed)
    n, m = 6, 5
    candidates = random_candidates(random, n, m)
    nulls, doubts = (random.standard_normal(n), random.standard_normal(m)), random.random(len(candidates.scores))
    steps = decode(candidates, GAPS, nulls, lambda numbers, _: 1.0 - doubts[numbers])
    wanted = np.array(steps_one_by_one(candidates, nulls, doubts))
    assert steps.shapes.tolist() == wanted[:, :2].tolist()
    assert np.allclose(steps.scores, wanted[:, 2])
    assert np.allclose(steps.probabilities, np.clip(wanted[:, 3], 0.0, 1.0))
    assert steps.shapes.sum(axis=0).tolist() == [n, m]


def two_pairs() -> tuple[Candidates, tuple[Doubles, Doubles]]:
    """Return two sentences a side, of which each is good for its counterpart and nothing else is possible."""
    blocks = np.array([[0, 1, 0, 1], [1, 2, 1, 2]])
    candidates = gather_candidates(blocks, np.full(2, 8.0, dtype=np.float32), np.array([[0, 2], [2, 2]]))
    return candidates, (np.zeros(2), np.zeros(2))


def test_doubt_lowers_a_bead_and_then_dissolves_it() -> None:
    """A pair in doubt is kept with less; one beyond `REPLACED` is dropped and added, as surely as that."""
    candidates, nulls = two_pairs()

    def doubted(doubt: float) -> Steps:
        return decode(candidates, GAPS, nulls, lambda numbers, _: np.where(numbers == 1, 1.0 - doubt, 1.0))

    sure, unsure, apart = doubted(0.0), doubted(REPLACED - 0.02), doubted(REPLACED + 0.02)
    assert sure.shapes.tolist() == unsure.shapes.tolist() == [[1, 1], [1, 1]]
    assert unsure.probabilities[0] == sure.probabilities[0]
    assert unsure.probabilities[1] == pytest.approx(sure.probabilities[1] * (1.02 - REPLACED))
    assert apart.shapes.tolist() == [[1, 1], [1, 0], [0, 1]]
    assert (apart.probabilities[1:] > REPLACED + 0.02).all()
    assert apart.scores[1:].tolist() == [0.0, 0.0]


def test_only_beads_of_the_path_are_asked_about() -> None:
    """With their probabilities, 1 at most: what the path refuses needs no doubt."""
    random = np.random.default_rng(4)
    candidates = random_candidates(random, 6, 5)
    nulls = random.standard_normal(6) - 3.0, random.standard_normal(5) - 3.0
    asked: list[tuple[list[int], Doubles]] = []

    def correspond(numbers: Longs, shares: Doubles) -> Doubles:
        asked.append((numbers.tolist(), shares))
        return np.ones(len(numbers))

    decode(candidates, GAPS, nulls, correspond)
    taken = number_steps(candidates, best_path(candidates, GAPS, *nulls))
    shares = posterior(candidates, GAPS, *nulls)[0]
    assert [numbers for numbers, _ in asked] == [taken[taken >= 0].tolist()]
    assert asked[0][1] == pytest.approx(np.minimum(shares[taken[taken >= 0]], 1.0))


def test_the_longer_side_is_expected_to_have_what_the_other_has_no_room_for() -> None:
    """Complete versions begin with `FIRST_RATE`; of a brief's article most is expected to be dropped, of it nothing."""
    whole, brief, back = (
        expected_rates(gather_evidence(load_encoder(), document(source, "en"), document(target, "fr")))
        for source, target in ((ENGLISH, FRENCH), (ENGLISH, FRENCH[:2]), (ENGLISH[:2], FRENCH))
    )
    assert whole == pytest.approx((FIRST_RATE, FIRST_RATE), abs=0.05)
    assert brief[0] == pytest.approx(0.75, abs=0.1)
    assert brief[1] == FIRST_RATE
    assert back == pytest.approx(brief[::-1], abs=0.1)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_side_gets_a_rate_of_its_own(count: int) -> None:
    """The first pass ends with a rate of each side: nearly all of the article, nearly nothing of the brief."""
    evidence = gather_evidence(load_encoder(), document(ENGLISH * 4, "en"), document(FRENCH[2 : 2 + count], "fr"))
    rates = first_pass(evidence, load_weights().first).rates
    assert rates[0] > 0.8
    assert rates[1] < 0.5


def test_many_candidates_are_described_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where lines are all alike there are hundreds of candidates a line; they never have all features at once."""
    text = document(["Again and again.", "It rains.", "It rains.", "It rains."] * 6, "en")
    whole = align_documents(text, text)
    monkeypatch.setattr("align.aligners.default.passes.AT_ONCE", 50)
    assert align_documents(text, text) == whole
