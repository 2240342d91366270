"""Which of two crossing passages has moved, and what the search for moves takes from the path."""

from dataclasses import replace

import numpy as np
import pytest

from align.aligners.default.crossings import Moves, move_fewest, out_of_order
from align.aligners.default.evidence import gather_evidence
from align.aligners.default.moves import find_moves
from align.aligners.default.steps import Steps
from align.aligners.default.weights import load_weights
from align.encoding import load_encoder
from tests.align.aligners.test_default import ENGLISH, FRENCH
from tests.align.aligners.test_default import document as lines


def steps(shapes: list[tuple[int, int]]) -> Steps:
    """Return steps with shapes, and a probability of .9 each."""
    return Steps(np.array(shapes, dtype=np.int32), np.zeros(len(shapes)), np.full(len(shapes), 0.9))


def moves_over(*blocks: tuple[int, int, int, int], probability: float = 0.8) -> Moves:
    """Return moves over places."""
    return Moves(np.array(blocks).reshape(-1, 4), np.ones(len(blocks)), np.full(len(blocks), probability))


def test_the_path_gives_way_to_more_beads() -> None:
    """One 2-2 bead in order and two moves past it become two beads and one move."""
    path = steps([(0, 1), (0, 1), (2, 2), (1, 0), (1, 0)])
    found, moves = move_fewest(path, moves_over((2, 3, 0, 1), (3, 4, 1, 2)), least=0.5)
    assert found.shapes.tolist() == [[1, 0], [1, 0], [1, 1], [1, 1], [0, 1], [0, 1]]
    assert found.probabilities.tolist() == [0.9, 0.9, 0.8, 0.8, 0.9, 0.9]
    assert moves.blocks.tolist() == [[0, 2, 2, 4]]
    assert moves.probabilities.tolist() == [0.9]


@pytest.mark.parametrize("probability", [0.8, 0.4])
def test_between_equals_and_in_doubt_the_path_stays(probability: float) -> None:
    """As many beads as moves are no reason to change the path, nor are moves that are not likely."""
    path = steps([(0, 1), (1, 1), (1, 0)])
    moves = moves_over((1, 2, 0, 1), probability=probability)
    assert move_fewest(path, moves, least=0.5) == (path, moves)
    doubtful = moves_over((1, 2, 0, 1), (2, 3, 1, 2), probability=0.4)
    path = steps([(0, 1), (0, 1), (1, 1), (1, 0), (1, 0)])
    assert move_fewest(path, doubtful, least=0.5) == (path, doubtful)


def test_beads_that_a_crossing_passage_dissolved_are_found_again() -> None:
    """Of two passages that cross neither is more probable than not on the path; in the end one is in order."""
    evidence = gather_evidence(load_encoder(), lines(ENGLISH[:4], "en"), lines([*FRENCH[2:4], *FRENCH[:2]], "fr"))
    path = steps([(1, 0)] * 4 + [(0, 1)] * 4)
    everywhere = np.ones(4, dtype=bool), np.ones(4, dtype=bool)
    assert not len(find_moves(evidence, path, everywhere, load_weights()).blocks)
    path = replace(path, dissolved=np.array([[0, 1, 2, 3], [1, 2, 3, 4]]))
    found = find_moves(evidence, path, everywhere, load_weights()).weighed(load_weights().move)
    assert found.blocks.tolist() == [[0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 0, 1], [3, 4, 1, 2]]
    told, moves = move_fewest(path, out_of_order(path, found, least=0.5), least=0.5)
    assert (told.both.sum(), len(moves.blocks)) == (2, 2)


def test_a_dissolved_bead_that_nothing_crosses_stays_dissolved() -> None:
    """That it is found again says no more of it than the path had said; what a bead or a likely move crosses stays."""
    path = steps([(1, 0), (0, 1), (1, 1), (1, 0), (0, 1)])
    found = moves_over((0, 1, 0, 1), (2, 3, 2, 3))
    assert not len(out_of_order(path, found, least=0.5).blocks)
    path = steps([(1, 0)] * 3 + [(0, 1)] * 3)
    crossed = moves_over((0, 1, 1, 2), (1, 2, 0, 1))
    assert out_of_order(path, crossed, least=0.5).blocks.tolist() == crossed.blocks.tolist()


def test_a_move_is_as_probable_as_the_surer_telling() -> None:
    """A bead that became a move is searched again without its rival; of what is not found again the bead's counts."""
    before = moves_over((0, 1, 4, 5), (1, 2, 5, 6), probability=0.4)
    again = moves_over((0, 1, 4, 5), probability=0.9)
    assert before.surer(again).probabilities.tolist() == [0.9, 0.4]
    assert again.surer(before).probabilities.tolist() == [0.9]
