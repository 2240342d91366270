"""The weights come from gold paths: what is known of them, the likelihood, and its slopes."""

from random import Random

import numpy as np
import pytest

from align.aligners.default.weights import MOST_RATE, GapWeights, load_weights
from align.encoding import load_encoder
from align.lattice.candidates import Candidates
from align.lattice.pruning import gather_candidates
from eval.fitting.crf import Allowed, Slopes, find_allowed, path_slopes
from eval.fitting.examples import Example, make_example, make_paragraphs, path_blocks
from eval.fitting.first_pass import fit_first, gap_slopes
from eval.fitting.pieces import cut_pieces, gold_path
from eval.fitting.samples import make_sample
from eval.fitting.second_pass import fit_second
from eval.fitting.training import Adam
from eval.gold.sets import GoldPair, Link
from eval.left_out import PathSystem

ENGLISH = (
    "The ferry to the island has been out of service since Monday.",
    "A crack was found in the hull during an inspection.",
    "Repairs will cost about four million crowns.",
    "The mayor called the situation unacceptable.",
    "Children now travel to school by fishing boat.",
    "Nobody was hurt.",
)
GERMAN = (
    "Die Fähre zur Insel fährt seit Montag nicht mehr.",
    "Bei einer Untersuchung wurde ein Riss im Rumpf gefunden.",
    "Die Bürgermeisterin nannte die Lage unannehmbar.",
    "Die Kinder fahren jetzt mit dem Fischerboot.",
    "So kommen sie zur Schule.",
    "Niemand wurde verletzt.",
)
LINKS: tuple[Link, ...] = (
    ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3, 4)), ((5,), (5,)),
)  # fmt: skip

GAPS = np.array([-1.0, -0.5, -50.0, 0.0, -0.7, -0.4, -50.0, 0.0, 0.5])


@pytest.fixture(scope="module")
def example() -> Example:
    """Return a piece with one dropped and one split sentence."""
    pair = GoldPair("hand/ferry", "en", "de", ENGLISH, GERMAN, LINKS)
    return make_example("hand", pair, gold_path(pair), 1.0, load_encoder())


def slopes_at(example: Example, scores: np.ndarray, gaps: np.ndarray, nulls: np.ndarray) -> Slopes:
    """Return the slopes over all blocks of up to two segments a side."""
    n = len(ENGLISH)
    candidates = all_candidates(scores)
    allowed = find_allowed(example, blocks_of(n))
    return path_slopes(candidates, gaps, (nulls[:n], nulls[n:]), allowed)


def blocks_of(n: int) -> np.ndarray:
    """Return all blocks of up to two segments a side, in the order of the cells where they end."""
    rows = [(i - a, i, j - b, j) for i in range(1, n + 1) for j in range(1, n + 1) for a in (1, 2) for b in (1, 2)]
    return np.array([row for row in rows if min(row) >= 0], dtype=np.int64)


def all_candidates(scores: np.ndarray) -> Candidates:
    """Return them as candidates."""
    n = len(ENGLISH)
    return gather_candidates(blocks_of(n), scores.astype(np.float32), np.array([[0, n], [n, 0], [n, n]]))


def test_slopes_are_those_of_the_likelihood(example: Example) -> None:
    """A small step in any score changes the loss by its slope."""
    random = np.random.default_rng(5)
    blocks, n = blocks_of(len(ENGLISH)), len(ENGLISH)
    scores, nulls, gaps = random.normal(size=len(blocks)), random.normal(size=2 * n), GAPS
    found, step = slopes_at(example, scores, gaps, nulls), 0.02
    for k in random.choice(len(blocks), 12, replace=False):
        up, down = scores.copy(), scores.copy()
        up[k], down[k] = up[k] + step, down[k] - step
        change = slopes_at(example, up, gaps, nulls).loss - slopes_at(example, down, gaps, nulls).loss
        assert -change / (2 * step) == pytest.approx(found.beads[k], abs=1e-3)
    for k in range(len(gaps)):
        shift = np.eye(len(gaps))[k] * step
        change = slopes_at(example, scores, gaps + shift, nulls).loss
        change -= slopes_at(example, scores, gaps - shift, nulls).loss
        assert -change / (2 * step) == pytest.approx(found.gaps[k], abs=1e-3)
    shift = np.eye(2 * n)[2] * step
    change = slopes_at(example, scores, gaps, nulls + shift).loss - slopes_at(example, scores, gaps, nulls - shift).loss
    assert -change / (2 * step) == pytest.approx(found.source[2], abs=1e-3)


def test_only_gold_is_allowed_where_gold_is_known(example: Example) -> None:
    """Its beads and its nulls, nothing else."""
    blocks = blocks_of(len(ENGLISH))
    allowed = find_allowed(example, blocks)
    assert blocks[allowed.beads].tolist() == path_blocks(example.gold.steps).tolist()
    assert np.flatnonzero(allowed.source).tolist() == [2]
    assert not allowed.target.any()


def test_where_nothing_is_known_anything_goes() -> None:
    """A link with a hole leaves its sentences open; one that crosses has moved and is null."""
    links: tuple[Link, ...] = (((0,), (0,)), ((1,), (1, 3)), ((2,), (2,)), ((3,), (5,)), ((4,), (4,)), ((5,), ()))
    pair = GoldPair("hand/hole", "en", "de", ENGLISH, GERMAN, links)
    path = gold_path(pair)
    assert [np.flatnonzero(side).tolist() for side in path.open] == [[1], [1, 3]]
    example = make_example("hand", pair, path, 1.0, load_encoder())
    allowed = find_allowed(example, np.array([[1, 2, 1, 2], [1, 2, 2, 3], [2, 3, 2, 3]]))
    assert allowed.beads.tolist() == [True, False, True]
    assert path.steps.sum(axis=0).tolist() == [6, 6]
    assert len(path_blocks(path.steps)) == 3


def test_gold_that_no_path_can_have_teaches_nothing() -> None:
    """Where all gold steps are forbidden, loss and slopes are zero and not infinite."""
    n = len(ENGLISH)
    candidates = all_candidates(np.zeros(len(blocks_of(n))))
    nothing = Allowed(np.zeros(len(candidates.scores), dtype=bool), np.zeros(n, dtype=bool), np.zeros(n, dtype=bool))
    found = path_slopes(candidates, GAPS, (np.zeros(n), np.zeros(n)), nothing)
    assert found.loss == 0.0
    assert not found.beads.any()


def test_training_makes_gold_more_likely_and_is_repeatable(example: Example) -> None:
    """The second pass lowers its loss; the same seed gives the same weights."""
    start = load_weights().first
    sample = make_sample(example, start)
    trained = fit_second([sample])
    scores, nulls = trained.bead.score(sample.beads), trained.null.score(sample.nulls)
    candidates = sample.candidates._replace(scores=scores.astype(np.float32))
    n = len(ENGLISH)
    loss = path_slopes(candidates, trained.gaps.at(sample.rates), (nulls[:n], nulls[n:]), sample.allowed).loss
    assert loss < 0.2
    again = fit_second([sample])
    assert again.bead.hidden.tolist() == trained.bead.hidden.tolist()


def test_training_goes_on_from_the_weights_of_another_encoder(example: Example) -> None:
    """They are near those that it began with, which stay as they are; what is usual is that of the new vectors."""
    start = load_weights()
    before = start.second.bead.hidden.copy()
    sample = make_sample(example, start.first)
    trained = fit_second([sample], start=start.second)
    assert start.second.bead.hidden.tolist() == before.tolist()
    change = np.abs(trained.bead.hidden - before).max()
    assert 0.0 < change < 0.1 < np.abs(fit_second([sample]).bead.hidden - before).max()
    assert trained.bead.mean.tolist() == sample.beads.mean(axis=0).tolist()


def test_first_pass_keeps_what_was_set_by_hand(example: Example) -> None:
    """Some steps uphill change the weights, those of turning and of the other side's share too, but not long runs."""
    start = load_weights().first
    fitted = fit_first([example], start, iterations=3)
    assert fitted.bead.tolist() != start.bead.tolist()
    assert fitted.gaps.gap[2:4].tolist() == pytest.approx(start.gaps.gap[2:4].tolist(), rel=0.01)
    assert fitted.gaps.gap[4] != start.gaps.gap[4]
    assert (fitted.gaps.rate != start.gaps.rate).all()


def test_adam_goes_uphill() -> None:
    """It finds the top of a parabola."""
    place = np.array([4.0])
    adam = Adam([(place, 0.0)])
    for _ in range(400):
        adam.step([2.0 * (1.0 - place)], 0.05)
    assert place[0] == pytest.approx(1.0, abs=0.05)


def test_made_paragraphs_mostly_agree_with_beads() -> None:
    """Each side begins and ends with one; never a gap between the sides' corners."""
    steps = np.array([[1, 1], [2, 1], [1, 0], [1, 2]] * 5, dtype=np.int32)
    source, target = make_paragraphs(steps, Random(2))
    assert (len(source), len(target)) == (26, 21)
    assert source[[0, -1]].all()
    assert target[[0, -1]].all()
    assert 2 < source.sum() < 26


def test_pieces_are_cut_where_no_link_crosses(example: Example) -> None:
    """A short pair is one piece, a tiny one none."""
    assert [piece.name for piece, _ in cut_pieces([example.pair])] == ["hand/ferry@0"]
    tiny = GoldPair("hand/tiny", "en", "de", ENGLISH[:2], GERMAN[:2], LINKS[:2])
    assert not list(cut_pieces([tiny]))


def test_gap_weights_follow_the_rates() -> None:
    """Where more of a side is null, opening a run of it costs less, within limits; the other side's share counts, too.

    Swapped shares give swapped costs.
    """
    gaps = GapWeights(np.array([-2.0, -1.0, -50.0, 0.0, 0.7]), np.array([0.5, 0.2, -0.3, -0.1]))
    even, brief = gaps.at((0.5, 0.5)), gaps.at((0.5, 0.9))
    assert even.tolist() == [-2.0, -1.0, -50.0, 0.0] * 2 + [0.7]
    assert brief - even == pytest.approx(np.array([-0.3, -0.1, 0, 0, 0.5, 0.2, 0, 0, 0]) * np.log(9.0))
    assert gaps.at((0.9, 0.5)).tolist() == [*brief[4:8], *brief[:4], 0.7]
    assert gaps.at((0.5, 0.999)).tolist() == gaps.at((0.5, MOST_RATE)).tolist()


def test_slopes_of_gap_weights_are_those_of_the_costs() -> None:
    """A small change in a weight changes the costs, and what they count for, as the slopes say."""
    random, rates = np.random.default_rng(2), (0.3, 0.8)
    paid, gap, rate = random.random(9), random.normal(size=5), random.normal(size=4)
    of_gap, of_rate = gap_slopes(paid, rates)
    for k in (0, 1, 4):
        up, down = (GapWeights(gap + way * np.eye(5)[k], rate).at(rates) @ paid for way in (1.0, -1.0))
        assert of_gap[k] == pytest.approx((up - down) / 2.0)
    for k in range(4):
        up, down = (GapWeights(gap, rate + way * np.eye(4)[k]).at(rates) @ paid for way in (1.0, -1.0))
        assert of_rate[k] == pytest.approx((up - down) / 2.0)
    assert of_gap[2:4].tolist() == [0.0, 0.0]


def test_a_left_out_set_is_scored_by_the_path_alone(example: Example) -> None:
    """The system under test knows the weights it is given, and counts how sure it was of every link."""
    system = PathSystem(load_weights())
    found = system(example.pair)
    assert ((0,), (0,)) in found.links
    assert {number for link in found.links for number in link[0]} == set(range(len(ENGLISH)))
    assert int(system.sums.counts.sum()) == len(found.links)
