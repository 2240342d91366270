"""Bead metrics against arithmetic done by hand and against a judge that is slow and obvious."""

from itertools import product
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold.sets import Link, read_set, set_names
from eval.metrics.beads import METRICS, count_beads, count_blocks, f1_of, rates
from tests.eval.pairs import GOLD, MISSING, SHARED, TEST, make_pair

# The system has 6 beads, 4 with two sides: 0-0 and 4-2,3 are in the gold; 1-1 shares a pair of ids with 1,2-1; 5-4 is
# wrong. Of its null beads 3 is right and 2 wrong. The gold has 3 beads with two sides, and 3 sentences on their own.
WORKED = {
    "strict": (3, 6, 2, 3),  # 3/6 and 2/3: F1 4/7
    "lax": (4, 6, 3, 3),  # 4/6 and 3/3: F1 4/5
    "null": (1, 2, 1, 3),  # source 2, 3 against source 3, 5 and target 4: 1/2 and 1/3, F1 2/5
    "link": (4, 5, 4, 5),  # 0-0 1-1 4-2 4-3 5-4 against 0-0 1-1 2-1 4-2 4-3: 4/5 both ways
    "1-1": (1, 3, 1, 1),  # 1/3 and 1/1: F1 1/2
    "1-n": (1, 1, 1, 2),  # 1/1 and 1/2: F1 2/3
    "n-m": (0, 0, 0, 0),  # none anywhere
    "beads": (2, 4, 2, 3),  # 2/4 and 2/3: F1 4/7
}
F1 = {"strict": 4 / 7, "lax": 4 / 5, "null": 2 / 5, "link": 4 / 5, "1-1": 1 / 2, "1-n": 2 / 3, "beads": 4 / 7}


@st.composite
def partitions(draw: st.DrawFn) -> tuple[Link, ...]:
    """Draw links that cover 8 source and 7 target sentences, crossings and gaps included."""
    beads = draw(st.integers(1, 9))
    sides = [draw(st.lists(st.integers(0, beads - 1), min_size=size, max_size=size)) for size in (8, 7)]
    links = []
    for bead in range(beads):
        source, target = (tuple(i for i, owner in enumerate(side) if owner == bead) for side in sides)
        if source or target:
            links.append((source, target))
    return tuple(links)


@pytest.mark.parametrize("metric", METRICS)
def test_the_counts_are_those_worked_out_by_hand(metric: str) -> None:
    """See the arithmetic at `WORKED`."""
    assert count_beads(make_pair(), TEST)[METRICS.index(metric)].tolist() == list(WORKED[metric])


@pytest.mark.parametrize("metric", F1)
def test_f1_is_that_worked_out_by_hand(metric: str) -> None:
    """See the arithmetic at `WORKED`."""
    assert f1_of(count_beads(make_pair(), TEST), metric) == pytest.approx(F1[metric])


def test_counts_are_summed_over_documents_before_they_are_divided() -> None:
    """3/6 and 2/3 of the first, 6/6 and 3/3 of the second: 9/12 and 5/6, F1 2 * (3/4) * (5/6) / (19/12) = 15/19."""
    counts = count_beads(make_pair(), TEST) + count_beads(make_pair(), GOLD)
    assert rates(counts[METRICS.index("strict")]).tolist() == pytest.approx([3 / 4, 5 / 6, 15 / 19])


def test_a_system_without_null_beads_is_hardly_punished_by_strict_but_by_null() -> None:
    """All 3 beads with two sides right and nothing for the null sentences: strict is 1, null 0."""
    counts = count_beads(make_pair(), [link for link in GOLD if link[0] and link[1]] + [((3, 5), (4,))])
    assert rates(counts)[METRICS.index("strict")].tolist() == pytest.approx([3 / 4, 1.0, 6 / 7])
    assert f1_of(counts, "null") == 0.0


def test_a_null_bead_of_many_sentences_is_one_per_sentence() -> None:
    """Both ways of writing source 3 and 5 count the same."""
    joined: tuple[Link, ...] = (*(link for link in GOLD if link[1]), ((3, 5), ()))
    assert np.array_equal(count_beads(make_pair(), joined), count_beads(make_pair(), GOLD))


def test_ids_with_a_gap_are_a_bead_like_any_other() -> None:
    """[0]:[0, 2] is found as it is, and 1 in the gap stays on its own."""
    links: tuple[Link, ...] = (((0,), (0, 2)), ((1,), (1,)))
    counts = count_beads(make_pair(links, source=2, target=3), links)
    assert [f1_of(counts, metric) for metric in ("strict", "link", "1-1", "1-n")] == [1.0] * 4


def test_a_metric_without_anything_to_count_is_no_number() -> None:
    """No bead of shape n-m on either side."""
    assert isnan(f1_of(count_beads(make_pair(), TEST), "n-m"))


@given(partitions(), partitions())
def test_strict_and_lax_agree_with_the_slow_and_obvious_judge(gold: tuple[Link, ...], test: tuple[Link, ...]) -> None:
    """Precision over all beads, recall over gold beads with two sides, lax by any shared pair of ids."""

    def cut(links: tuple[Link, ...]) -> set[Link]:
        nulls = {((i,), ()) for s, t in links if not t for i in s} | {((), (j,)) for s, t in links if not s for j in t}
        return nulls | {link for link in links if all(link)}

    def shared(bead: Link, others: set[Link]) -> bool:
        return bead in others or any(set(product(*bead)) & set(product(*other)) for other in others)

    told, true = cut(test), cut(gold)
    wanted = {bead for bead in true if all(bead)}
    given_ = {bead for bead in told if all(bead)}
    counts = count_beads(make_pair(gold, source=8, target=7), test)
    strict, lax = len(told & true), sum(shared(bead, true) for bead in told)
    assert counts[0].tolist() == [strict, len(told), len(wanted & given_), len(wanted)]
    assert counts[1].tolist() == [lax, len(told), sum(shared(bead, given_) for bead in wanted), len(wanted)]


@given(partitions())
def test_gold_against_itself_is_one(links: tuple[Link, ...]) -> None:
    """Whatever there is to find is found."""
    values = rates(count_beads(make_pair(links, source=8, target=7), links))
    assert np.all(np.isnan(values[2:]) | (values[2:] == 1.0))


@given(partitions(), partitions(), st.integers(1, 9))
def test_blocks_add_up_to_the_document(gold: tuple[Link, ...], test: tuple[Link, ...], blocks: int) -> None:
    """However many blocks a document is cut into."""
    pair = make_pair(gold, source=8, target=7)
    assert np.array_equal(count_blocks(pair, test, blocks=blocks).sum(axis=0), count_beads(pair, test))


@pytest.mark.skipif(not SHARED.is_dir(), reason=MISSING)
def test_every_shared_set_against_itself_is_one() -> None:
    """Published self-consistency: gold against gold."""
    for name in set_names(SHARED):
        counts = sum(count_beads(pair, pair.links) for pair in read_set(SHARED, name))
        assert isinstance(counts, np.ndarray)
        values = rates(counts)
        assert np.all(np.isnan(values) | (values == 1.0)), name
        assert values[0].tolist() == [1.0, 1.0, 1.0], name
