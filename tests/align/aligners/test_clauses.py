"""What clauses say of candidates: where their parts lie, and which sentences are looked at for it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligners.default.clause_pass import settled
from align.aligners.default.clauses import CLAUSE_FEATURES, ClauseShares, describe_clauses
from align.aligners.default.evidence import Evidence, gather_evidence
from align.aligners.default.excerpt import excerpt
from align.aligners.default.passes import Survivors, candidate_features, first_pass
from align.aligners.default.weights import load_weights
from align.documents import document_from_text
from align.encoding import load_encoder
from align.lattice.arrays import Doubles
from align.lattice.pruning import Blocks
from align.lattice.spread import Spread, spread_blocks
from tests.align.lattice.test_spread import blocks_of, dense, parts_of

SOURCE = (
    "The ferry has left the island.",
    "Nobody was hurt when the crack opened, the captain said to the passengers.",
    "He was tired, and the harbour was dark.",
    "A smaller ship will come on Thursday.",
    "It has room for 28 cars.",
    "The old one goes to the shipyard.",
)
TARGET = (
    "Le navire a quitté l'île.",
    "Personne n'a été blessé quand la fissure s'est ouverte.",
    "Le capitaine l'a dit aux passagers, il était fatigué, et le port était sombre.",
    "Un bateau plus petit viendra jeudi.",
    "Il a de la place pour 28 voitures.",
    "L'ancien ferry va au chantier naval.",
)


def pair_of(source: tuple[str, ...], target: tuple[str, ...], languages: tuple[str, str]) -> tuple[Evidence, Survivors]:
    """Return evidence and survivors of two texts, a sentence an item."""
    documents = [
        document_from_text("\n".join(text), language=language, segmented=True)
        for text, language in zip((source, target), languages, strict=True)
    ]
    evidence = gather_evidence(load_encoder(), *documents)
    return evidence, first_pass(evidence, load_weights().first)


@pytest.fixture(scope="module")
def seen() -> tuple[Evidence, Survivors]:
    """Return a pair whose second source sentence has its last clause in the third target sentence."""
    return pair_of(SOURCE, TARGET, ("en", "fr"))


def matrices(shares: ClauseShares | None) -> tuple[Doubles, Doubles]:
    """Return both spreads as matrices."""
    assert shares is not None
    return dense(shares.source, len(shares.target.rows)), dense(shares.target, len(shares.source.rows))


def test_a_clause_lies_where_it_was_translated(seen: tuple[Evidence, Survivors]) -> None:
    """A good part of the second sentence lies in the third of the other side, and little of any other one elsewhere."""
    source, _ = matrices(seen[1].clauses)
    assert source[1, 2] > 0.2 * source[1].sum()
    assert source[1, 1] > 0.3 * source[1].sum()
    assert all(source[k, k] > 0.8 * source[k].sum() for k in (0, 3, 4, 5))


def test_the_bead_with_all_of_it_leaks_least(seen: tuple[Evidence, Survivors]) -> None:
    """Of both pairs of sentences on their own some part lies outside, of the bead 2-2 nothing does."""
    blocks = np.array([[1, 3, 1, 3], [1, 2, 1, 2], [2, 3, 2, 3]])
    leaks = describe_clauses(seen[1].clauses, blocks).values[:, CLAUSE_FEATURES.index("clause_leaks")]
    assert leaks[0] < 0.1 < min(leaks[1:])


def test_nothing_lies_in_more_than_it_weighs(seen: tuple[Evidence, Survivors]) -> None:
    """Probabilities of the blocks that take a clause do not add up to more than one."""
    shares = seen[1].clauses
    assert shares is not None
    for spread, matrix in zip(shares, matrices(shares), strict=True):
        assert (matrix.sum(axis=1) <= spread.weights * (1 + 1e-5)).all()


def test_swapped_documents_give_the_mirror(seen: tuple[Evidence, Survivors]) -> None:
    """Nothing tells source from target."""
    swapped = pair_of(TARGET, SOURCE, ("fr", "en"))[1].clauses
    for one, other in zip(matrices(seen[1].clauses), reversed(matrices(swapped)), strict=True):
        assert one == pytest.approx(other, abs=1e-3)


def test_an_encoder_without_clauses_leaves_them_unknown(seen: tuple[Evidence, Survivors]) -> None:
    """As with words: the features are NaN, which the network takes as usual."""
    evidence = replace(seen[0], clauses=None)
    survivors = first_pass(evidence, load_weights().first)
    assert survivors.clauses is None
    features = candidate_features(evidence, survivors)
    assert np.isnan(features).any(axis=0).sum() == len(CLAUSE_FEATURES)


def test_only_sure_pairs_among_others_are_set_aside() -> None:
    """A pair beside what is open stays: its clauses may lie there."""
    diagonal = np.array([[k, k + 1, k, k + 1] for k in range(8)])
    shares = np.ones(8)
    assert settled(diagonal, shares, 8, 8)[:, 0].tolist() == list(range(8))
    shares[4] = 0.5
    assert settled(diagonal, shares, 8, 8).tolist() == [[k, k] for k in (0, 1, 2, 6, 7)]
    assert settled(diagonal[:7], np.ones(7), 8, 8)[:, 0].tolist() == list(range(6))
    assert settled(np.array([[0, 2, 0, 1]]), np.ones(1), 2, 1).tolist() == []


def slow(blocks: Blocks, source: Spread, target: Spread) -> Doubles:
    """Return the features of blocks as their words say."""
    sides = dense(source, len(target.rows)), dense(target, len(source.rows))
    rows = []
    for block in blocks.tolist():
        inside, leaks, shares, lost, near, edges, crossing = [], [], [], [], [], [0.0], []
        for k, (lies, weights) in enumerate(zip(sides, (source.weights, target.weights), strict=True)):
            (i, i_end), (j, j_end) = (block[:2], block[2:]) if k == 0 else (block[2:], block[:2])
            total, own, usual = weights[i:i_end].sum(), lies[i:i_end], weights.mean()
            inside.append(own[:, j:j_end].sum() / total)
            beside = own[:, :j].sum(), own[:, j_end:].sum()
            leaks += [each / usual for each in beside]
            shares += [each / total for each in beside]
            lost.append((total - own.sum()) / usual)
            near += [lies[s, j:j_end].sum() / weights[s] for s in (i - 1, i_end) if 0 <= s < len(lies)]
            if i_end - i > 1:
                edges += [1.0 - lies[s, j:j_end].sum() / weights[s] for s in (i, i_end - 1)]
            cuts = [
                lies[i:x, y:j_end].sum() + lies[x:i_end, j:y].sum()
                for x in range(i + 1, i_end)
                for y in range(j + 1, j_end)
            ]
            crossing.append(min(cuts, default=0.0) / total)
        cut = 0.5 * sum(crossing)
        rows.append([min(inside), max(inside), max(leaks), sum(leaks), max(shares), sum(lost), max(near, default=0.0)])
        rows[-1] += [max(edges), cut]
    return np.array(rows).reshape(len(blocks), len(CLAUSE_FEATURES))


@given(st.integers(0, 10_000), st.integers(1, 6), st.integers(1, 6))
def test_features_are_what_an_obvious_version_gives(seed: int, n: int, m: int) -> None:
    """For blocks of any shape, in spreads that leave something out; and of swapped sides the same."""
    random = np.random.default_rng(seed)
    shares = spread_at_random(random, n, m)
    first, start = random.integers(0, n, size=5), random.integers(0, m, size=5)
    ends = np.minimum(first + random.integers(1, 4, size=5), n), np.minimum(start + random.integers(1, 4, size=5), m)
    blocks = np.stack([first, ends[0], start, ends[1]], axis=1)
    found = describe_clauses(shares, blocks)
    assert found.names == CLAUSE_FEATURES
    assert found.values == pytest.approx(slow(blocks, *shares), abs=1e-5)
    mirror = describe_clauses(ClauseShares(*reversed(shares)), blocks[:, [2, 3, 0, 1]])
    assert found.values == pytest.approx(mirror.values, abs=1e-12)


def spread_at_random(random: np.random.Generator, n: int, m: int) -> ClauseShares:
    """Return where the parts of n and m segments lie, by blocks of small probabilities."""
    own, other = parts_of(random, n), parts_of(random, m)
    blocks, shares = blocks_of(random, own, other, 6), random.uniform(0.0, 0.1, size=6)
    return ClauseShares(*spread_blocks(blocks, shares, own, other))


def test_an_excerpt_has_the_clauses_of_its_places(seen: tuple[Evidence, Survivors]) -> None:
    """Those of the chosen sentences, in order, on both sides."""
    chosen = excerpt(seen[0], np.array([1, 4]), np.array([0, 2, 3]))
    clauses, whole = chosen.clauses, seen[0].clauses
    assert clauses is not None
    assert whole is not None
    for number, text in enumerate((1, 4, 6, 8, 9)):
        own, original = np.arange(*clauses.starts[number : number + 2]), np.arange(*whole.starts[text : text + 2])
        assert np.array_equal(clauses.vectors(own), whole.vectors(original))
        assert np.array_equal(clauses.sizes[own], whole.sizes[original])
    assert clauses.starts[-1] == len(clauses.sizes)
