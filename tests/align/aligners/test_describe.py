"""What the second pass is told of a candidate: words, marks, lengths and paragraphs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligners.default.columns import Columns
from align.aligners.default.describe import (
    CANDIDATE_FEATURES,
    NULL_FEATURES,
    bead_block_features,
    describe_paragraphs,
    describe_shapes,
    elsewhere,
)
from align.aligners.default.evidence import Evidence, gather_evidence
from align.aligners.default.marks import KIND, MARKS, NAMES, count_marks
from align.aligners.default.network import Network, network_from_dict, network_to_dict
from align.aligners.default.passes import Survivors, candidate_features, first_pass, null_segment_features
from align.aligners.default.weights import load_weights
from align.aligners.default.word_cover import cover
from align.documents import document_from_text
from align.encoding import load_encoder
from align.lattice.pruning import candidate_blocks, gather_candidates

SOURCE = (
    "The ferry is out of service.",
    "Was anybody hurt when the crack in the hull opened?",
    "Nobody was. A smaller ship with room for 28 cars will take over.",
    "“We are sorry,” said the mayor.",
)
TARGET = (
    "Le ferry est hors service.",
    "Quelqu'un a-t-il été blessé quand la fissure s'est ouverte dans la coque ?",
    "Personne.",
    "Un bateau plus petit, qui a de la place pour 28 voitures, prendra la relève.",
    "« Nous sommes désolés », a dit la maire.",
)


@pytest.fixture(scope="module")
def seen() -> tuple[Evidence, Survivors]:
    """Return evidence and survivors of a small pair whose third source sentence is two target sentences."""
    source, target = (
        document_from_text("\n".join(text), language=language, segmented=True)
        for text, language in ((SOURCE, "en"), (TARGET, "fr"))
    )
    evidence = gather_evidence(load_encoder(), source, target)
    return evidence, first_pass(evidence, load_weights().first)


def values(columns: Columns, name: str) -> list[float]:
    """Return the column of a name."""
    column: list[float] = columns.values[:, columns.names.index(name)].tolist()
    return column


def test_every_feature_has_a_name(seen: tuple[Evidence, Survivors]) -> None:
    """As many columns as names, for candidates and for both sides as nulls, all of them numbers."""
    candidates = candidate_features(*seen)
    assert candidates.shape == (len(seen[1].blocks), len(CANDIDATE_FEATURES))
    for side, text in zip(null_segment_features(*seen), (SOURCE, TARGET), strict=True):
        assert side.shape == (len(text), len(NULL_FEATURES))
        assert np.isfinite(side).all()
    assert np.isfinite(candidates).all()
    assert len(set(CANDIDATE_FEATURES)) == len(CANDIDATE_FEATURES)


def test_survivors_keep_the_right_beads_and_few_others(seen: tuple[Evidence, Survivors]) -> None:
    """The first pass leaves the true beads open, in a band that starts and ends at the corners."""
    blocks = seen[1].blocks.tolist()
    assert all(block in blocks for block in ([0, 1, 0, 1], [1, 2, 1, 2], [2, 3, 2, 4], [3, 4, 4, 5]))
    assert len(blocks) < 40
    assert candidate_blocks(seen[1].candidates).tolist() == blocks
    band = seen[1].candidates.band
    assert band[0, 0] == 0
    assert band[-1, 1] == len(TARGET) + 1


def test_words_tell_that_a_sentence_is_missing_from_a_bead(seen: tuple[Evidence, Survivors]) -> None:
    """Without the second French sentence the words of the ship are uncovered, and have a better place outside."""
    evidence, counts = seen[0], (len(SOURCE), len(TARGET))
    assert evidence.words is not None
    features = cover(evidence.words, counts, np.array([[2, 3, 2, 4], [2, 3, 2, 3]]))
    whole, part = values(features, "least_covered")
    assert whole > part + 0.1
    whole, part = values(features, "uncovered_mass")
    assert whole < part
    whole, part = values(features, "better_outside")
    assert part > whole + 0.1


def test_an_idle_member_covers_nothing(seen: tuple[Evidence, Survivors]) -> None:
    """A sentence that has nothing to do with the rest of its bead is idle at its edge."""
    words = seen[0].words
    assert words is not None
    features = cover(words, (len(SOURCE), len(TARGET)), np.array([[2, 3, 2, 4], [3, 4, 3, 5]]))
    right, wrong = values(features, "edge_use")
    assert right > wrong


def test_marks_of_all_scripts_are_of_one_kind() -> None:
    """A question is a question in every script; no character is of two kinds."""
    marks = count_marks(["Why?", "为什么？", "لماذا؟"])
    assert marks.counts[:, KIND["question"]].tolist() == [1.0, 1.0, 1.0]
    assert marks.last.tolist() == [KIND["question"]] * 3
    letters = "".join(MARKS.values())
    assert len(set(letters)) == len(letters)


def test_digits_of_all_scripts_count_and_letters_do_not() -> None:
    """Devanagari and Arabic digits are digits; a letter beyond the basic plane is no mark."""
    marks = count_marks(["२०२४", "٣٫٥", "𝔄b"])
    assert marks.counts[:, KIND["digit"]].tolist() == [4.0, 2.0, 0.0]
    assert marks.first[2] == len(NAMES)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6))
def test_marks_of_a_text_do_not_depend_on_its_neighbours(texts: list[str]) -> None:
    """Counting together or apart is the same, whatever the characters."""
    together = count_marks(texts)
    for number, text in enumerate(texts):
        alone = count_marks([text])
        assert together.counts[number].tolist() == alone.counts[0].tolist()
        assert (together.first[number], together.last[number]) == (alone.first[0], alone.last[0])


def test_paragraphs_speak_where_both_sides_have_them() -> None:
    """A bead may begin and end with paragraphs of both sides, or have one break off inside of it."""
    begins = np.array([True, False, True, False, True]), np.array([True, True, False, True])
    features = describe_paragraphs(*begins, np.array([[0, 2, 0, 1], [1, 3, 0, 2]]))
    assert dict(zip(features.names, features.values[0].tolist(), strict=True)) == {
        "both_begin": 1.0,
        "one_begins": 0.0,
        "both_finish": 1.0,
        "one_finishes": 0.0,
        "one_broken": 0.0,
        "both_broken": 0.0,
    }
    assert values(features, "one_begins") == [0.0, 1.0]
    assert values(features, "both_broken") == [0.0, 1.0]


def test_without_paragraphs_on_one_side_nothing_is_said_of_them() -> None:
    """One paragraph against four is no evidence for anything."""
    source = document_from_text("\n\n".join(SOURCE), language="en")
    target = document_from_text(" ".join(TARGET), language="fr")
    evidence = gather_evidence(load_encoder(), source, target)
    assert not any(side.paragraphs.any() for side in evidence.sides)
    both = gather_evidence(load_encoder(), source, document_from_text("\n\n".join(TARGET), language="fr"))
    assert all(side.paragraphs.any() for side in both.sides)
    assert both.target.paragraphs.tolist() == [True] * (len(TARGET) + 1)


def test_shapes_are_told_apart() -> None:
    """1-1, 2-2 and 4-1 look different."""
    rows = describe_shapes(np.array([[0, 1, 0, 1], [0, 2, 0, 2], [0, 4, 0, 1]]))
    assert len({tuple(row) for row in rows.values.tolist()}) == 3
    assert values(rows, "is_2_2") == [0.0, 1.0, 0.0]
    assert values(rows, "is_1_n") == [0.0, 0.0, 1.0]


def test_counterparts_elsewhere_count_by_how_close_they_are() -> None:
    """Of two segments, the one whose closest counterpart lies outside of the bead counts."""
    found = elsewhere(
        np.array([0, 5], dtype=np.int32), np.array([0.9, 0.4]), np.array([[0, 2], [0, 1]]), np.array([[0, 1], [0, 1]])
    )
    assert found.tolist() == [0.4, 0.0]


def test_candidates_come_back_in_a_narrow_band_that_can_be_walked() -> None:
    """Blocks and a path give a band whose ends never go back, and the same blocks again."""
    blocks = np.array([[0, 1, 0, 1], [1, 2, 1, 3], [2, 3, 4, 5]])
    cells = np.array([[1, 1], [2, 3], [2, 4], [3, 5]])
    candidates = gather_candidates(blocks, np.zeros(3, dtype=np.float32), cells)
    assert candidate_blocks(candidates).tolist() == blocks.tolist()
    assert (np.diff(candidates.band, axis=0) >= 0).all()
    assert candidates.band[[0, -1]].tolist() == [[0, 1], [0, 6]]


def test_first_pass_features_of_blocks_are_those_of_the_kernel(seen: tuple[Evidence, Survivors]) -> None:
    """Weighed with the weights of the first pass they give its scores."""
    evidence, survivors = seen
    scores = bead_block_features(evidence.lattice, survivors.blocks) @ load_weights().first.bead
    assert scores == pytest.approx(survivors.candidates.scores, abs=1e-3)


def test_a_network_comes_back_from_its_file_in_any_order_of_features() -> None:
    """Names, not places, tell which numbers belong to a feature."""
    random = np.random.default_rng(3)
    network = Network(*(random.normal(size=shape) for shape in (3, 3, 3, (3, 2), 2, 2, 1)))
    names = ("a", "b", "c")
    record = network_to_dict(network, names)
    record["features"] = dict(reversed(record["features"].items()))
    again = network_from_dict(record, names)
    features = random.normal(size=(5, 3))
    assert again.score(features) == pytest.approx(network.score(features), rel=0.02, abs=0.02)


def test_a_network_takes_what_is_not_known_for_its_mean() -> None:
    """NaN says neither for nor against."""
    network = Network(*(np.full(shape, 2.0) for shape in (2, 2, 2, (2, 1), 1, 1, 1)))
    unknown, usual = network.score(np.array([[np.nan, 5.0], [2.0, 5.0]]))
    assert unknown == usual


def test_a_network_does_not_trust_what_is_far_from_all_it_has_seen() -> None:
    """Beyond six deviations a feature says no more."""
    network = Network(*(np.ones(shape) for shape in (1, 1, 1, (1, 1), 1, 1, 1)))
    far, farther = network.score(np.array([[100.0], [1e9]]))
    assert far == farther
