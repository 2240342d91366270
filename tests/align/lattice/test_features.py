"""Each feature of a bead is, by its name, what the slow and obvious formula gives."""

import numpy as np
import pytest

from align.aligners.default.describe import bead_block_features
from align.lattice.features import FEATURES, MOST
from tests.align.lattice import slow
from tests.align.lattice.test_paths import USUAL, Bitext

BITEXT = Bitext(6, 6, 5)
BLOCKS = [
    (i, p, j, q)
    for i in range(6)
    for p in range(i + 1, 7)
    for j in range(6)
    for q in range(j + 1, 7)
    if q - j <= MOST[p - i]
]


@pytest.fixture(scope="module")
def wanted() -> list[dict[str, float]]:
    """Return the features of all beads of a small bitext, from the vectors and sizes themselves."""
    return [slow.features(BITEXT.source, BITEXT.target, BITEXT.sizes, USUAL, (i, j), (p, q)) for i, p, j, q in BLOCKS]


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_is_what_its_name_says(name: str, wanted: list[dict[str, float]]) -> None:
    """Of every bead; and it is not the same for all, except for the first one, so that another column would differ."""
    found = bead_block_features(BITEXT.lattice(), np.array(BLOCKS))[:, FEATURES.index(name)]
    assert found == pytest.approx([features[name] for features in wanted], abs=2e-5)
    assert (len(set(found.tolist())) == 1) == (name == "bead")
