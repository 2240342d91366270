"""The weights as the file has them, and the question whether two sides correspond at all."""

import numpy as np
import pytest

from align.aligners.default.describe import CANDIDATE_FEATURES, COUNTERPART_FEATURES
from align.aligners.default.weights import OTHERS, from_dict, load_weights, to_dict


def test_weights_survive_the_file() -> None:
    """What was written and is read gives the same answers, and is written the same again."""
    weights = load_weights()
    record = to_dict(weights)
    again = from_dict(record)
    assert to_dict(again) == record
    features = np.random.default_rng(1).normal(size=(20, len(CANDIDATE_FEATURES)))
    shares = np.linspace(0.0, 1.0, 20)
    found, wanted = (each.second.correspond(features, shares) for each in (again, weights))
    assert found == pytest.approx(wanted, abs=1e-3)
    assert again.first.gaps.at((0.1, 0.9)) == pytest.approx(weights.first.gaps.at((0.1, 0.9)), abs=1e-3)


@pytest.mark.parametrize("encoder", OTHERS)
def test_weights_for_other_encoders_are_as_they_say(encoder: str) -> None:
    """Each file names the encoder that it was fitted on, and knows all features that there are now."""
    assert load_weights(OTHERS[encoder]).encoder == encoder


def test_the_counterpart_network_is_read_by_names() -> None:
    """In whatever order the file has its features, each keeps its numbers."""
    record = to_dict(load_weights())
    rows = record["second"]["counterpart"]["features"]
    assert tuple(rows) == COUNTERPART_FEATURES
    shuffled = dict(sorted(rows.items()))
    record["second"]["counterpart"] = {**record["second"]["counterpart"], "features": shuffled}
    features, shares = np.ones((1, len(CANDIDATE_FEATURES))), np.array([0.7])
    assert from_dict(record).second.correspond(features, shares) == pytest.approx(
        load_weights().second.correspond(features, shares), abs=1e-3
    )


def test_correspondence_is_a_probability_that_grows_with_the_share() -> None:
    """All else equal, what the second pass is surer of is less doubted; a share of 0 or 1 is no infinity."""
    network = load_weights().second.counterpart
    features = np.repeat(network.mean[None, :-1], 3, axis=0)
    found = load_weights().second.correspond(features, np.array([0.0, 0.5, 1.0]))
    assert np.isfinite(found).all()
    assert 0.0 < found[0] < found[1] < found[2] < 1.0
