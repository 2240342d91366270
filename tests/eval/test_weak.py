"""Why beads of gold are lost."""

from dataclasses import replace

import numpy as np

from align.aligners.default.weights import load_weights
from align.encoding import load_encoder
from eval.gold.sets import GoldPair
from eval.metrics.beads import METRICS
from eval.near.protocol import NearPair
from eval.weak import find_losses, nearest_right

RIGHT = GoldPair(
    "hand/market",
    "en",
    "fr",
    ("The market opens at seven.", "Two bakers sell bread.", "Fish is cheaper on Fridays.", "It rained all day."),
    (
        "Le marché ouvre à sept heures.", "Deux boulangers vendent du pain.", "Le poisson est moins cher le vendredi.",
        "Il a plu toute la journée.",
    ),
    tuple(((number,), (number,)) for number in range(4)),
)  # fmt: skip


def test_what_is_found_is_not_lost() -> None:
    """Nothing is lost of a plain pair, and its sentences are nearest to their counterparts."""
    counts, losses = find_losses(NearPair(RIGHT, ()), load_encoder(), load_weights())
    assert counts[METRICS.index("strict")].tolist() == [4, 4, 4, 4]
    assert not losses
    assert nearest_right(RIGHT, load_encoder()) == (4.0, 4)


def test_each_loss_has_its_reason() -> None:
    """Two beads outscore one that has both, what nobody would align is closed, what a network denies is doubted."""
    weights = load_weights()
    joined = replace(RIGHT, links=(((0,), (0,)), ((1, 2), (1, 2)), ((3,), (3,))))
    assert find_losses(NearPair(joined, ()), load_encoder(), weights)[1] == {"outscored": 1}
    far = replace(RIGHT, links=(((0, 1, 2, 3), (3,)), *(((), (number,)) for number in range(3))))
    assert find_losses(NearPair(far, ()), load_encoder(), weights)[1] == {"closed": 1}
    never = replace(weights.second.counterpart, constant=np.array([-300.0]))
    denied = replace(weights, second=replace(weights.second, counterpart=never))
    assert find_losses(NearPair(RIGHT, ()), load_encoder(), denied)[1] == {"doubted": 4}
