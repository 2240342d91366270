"""Sentences replaced by others, and what is known of them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold.sets import GoldPair, Link
from eval.near.draft import draft_pair, read_replaced, read_truth
from eval.near.protocol import NearPair, change_pair, count_kept, score_near
from eval.near.replace import KINDS, SIMILAR, replace_many, replace_run
from eval.system import Prediction
from tests.eval.near.test_near import covers, make_pair, numbers

STRANGERS = [f"{'stranger ' * (1 + number % 9)}{number}." for number in range(100, 160)]


@given(st.integers(0, 10_000), st.sampled_from(KINDS), st.integers(0, 1), st.integers(1, 3))
def test_a_replaced_run_is_dropped_and_added(seed: int, kind: str, side: int, length: int) -> None:
    """As many sentences as asked for lose their counterpart in place, and all others keep theirs."""
    draft = draft_pair(make_pair(20))
    keys = replace_run(draft, kind, side, STRANGERS, length, Random(seed))
    links, replaced = read_truth(draft)[0], read_replaced(draft)
    texts = [[piece.text for piece in each] for each in draft.sides]
    assert len(keys) == len(replaced) == length
    assert list(keys) == list(range(keys[0], keys[0] + length))
    assert all(covers(links, each, len(texts[each])) for each in (0, 1))
    for source, target in replaced:
        assert {(source, ()), ((), target)} <= set(links)
        assert numbers(texts[0][source[0]]) != numbers(texts[1][target[0]])
    for source, target in links:
        if source and target:
            assert numbers(texts[0][source[0]]) == numbers(texts[1][target[0]])
    assert sum(all(link) for link in links) == 20 - length * (2 if kind == "same" else 1)


@given(st.integers(0, 10_000), st.integers(0, 1), st.integers(1, 3))
def test_donors_of_the_same_article_leave_both_sides(seed: int, side: int, length: int) -> None:
    """What stands in another place is not found in its own, nor is its translation anywhere: it has not moved."""
    pair = make_pair(20)
    draft = draft_pair(pair)
    replace_run(draft, "same", side, (), length, Random(seed))
    now = [[piece.text for piece in each] for each in draft.sides]
    assert [len(each) for each in now] == [20 - length] * 2
    taken = [(pair.source, pair.target)[side].index(piece.text) for piece in draft.sides[side] if piece.replaces]
    assert len(set(taken)) == length
    for number in taken:
        assert now[side].count((pair.source, pair.target)[side][number]) == 1
        assert (pair.source, pair.target)[1 - side][number] not in now[1 - side]


@given(st.integers(0, 10_000))
def test_strangers_are_of_similar_length(seed: int) -> None:
    """Length alone does not tell them."""
    draft = draft_pair(make_pair(12))
    (key,) = replace_run(draft, "stranger", 1, STRANGERS, 1, Random(seed))
    old, new = len(make_pair(12).target[key]), next(len(piece.text) for piece in draft.sides[1] if piece.replaces)
    assert SIMILAR[0] <= new / old <= SIMILAR[1]


def test_one_that_is_alike_shares_names_and_numbers() -> None:
    """Of all that are as long, the one that has most of them."""
    text = "The ship of the Danish firm Lindqvist sank in 1904."
    best = "The bridge of the Danish town Lindqvist fell 1904."
    others = [
        "The bank of the Danish firm Torsen closed in 1999.",
        best,
        "It rained all day long, and nobody was seen.",
    ]
    pair = GoldPair("one", "en", "en", (text,), (text,), (((0,), (0,)),))
    for seed in range(5):
        draft = draft_pair(pair)
        assert replace_run(draft, "alike", 1, others, 1, Random(seed))
        assert draft.sides[1][0].text == best


@pytest.mark.parametrize(("kind", "strangers"), [("stranger", ["x"]), ("alike", []), ("same", [])])
def test_nothing_is_replaced_where_nothing_fits(kind: str, strangers: list[str]) -> None:
    """No stranger is as long, and an article of one sentence has no other one."""
    draft = draft_pair(make_pair(1))
    before = [list(each) for each in draft.sides]
    assert replace_run(draft, kind, 1, strangers, 1, Random(0)) == ()
    assert [list(each) for each in draft.sides] == before
    assert read_replaced(draft) == ()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3])
def test_many_are_replaced(share: float) -> None:
    """One at least, and more the higher the share is; what is linked is what was linked before."""
    others = [make_pair(30, "this"), make_pair(30, "that")]
    changed = replace_many(make_pair(40), others, share=share, seed=1)
    assert changed == replace_many(make_pair(40), others, share=share, seed=1)
    assert all(covers(changed.links, side, len(texts)) for side, texts in enumerate((changed.source, changed.target)))
    lost = sum(bool(source) and not target for source, target in changed.links)
    assert max(1, 40 * share) <= lost <= max(3, 80 * share)
    for source, target in changed.links:
        if source and target:
            assert numbers(changed.source[source[0]]) == numbers(changed.target[target[0]])


@given(st.integers(0, 10_000), st.sampled_from((10, 30, 60)))
def test_whatever_else_happens_replaced_sentences_are_null(seed: int, level: int) -> None:
    """Both of a replaced pair are in the truth as null beads, and none is a move."""
    near = change_pair(make_pair(30), make_pair(30, "other"), level=level, seed=seed)
    for source, target in near.replaced:
        assert {((number,), ()) for number in source} | {((), (number,)) for number in target} <= set(near.pair.links)
    moved = {number for _, target in near.moves for number in target}
    assert moved.isdisjoint(number for _, target in near.replaced for number in target)


def test_some_articles_have_replaced_sentences_and_some_do_not() -> None:
    """None, one or two runs of up to three, in source and in target."""
    nears = [change_pair(make_pair(30), make_pair(30, "other"), level=10, seed=seed) for seed in range(60)]
    counts = [len(near.replaced) for near in nears]
    assert 0.2 < counts.count(0) / len(counts) < 0.6
    assert 1 < max(counts) <= 6


def test_kept_is_what_stands_in_a_bead_on_either_side() -> None:
    """A replaced sentence that was merged with its neighbour counts, and so does what took its place."""
    replaced: tuple[Link, ...] = (((1,), (1,)), ((3,), (3,)), ((5,), (5,)), ((7,), (7,)))
    found: tuple[Link, ...] = (((1,), (1,)), ((2, 3), (2,)), ((4,), (4, 5)), ((7,), ()), ((), (7,)), ((5,), ()))
    assert count_kept(replaced, found).tolist() == [4, 3]
    assert count_kept((), found).tolist() == [0, 0]


def test_scores_tell_how_many_were_kept() -> None:
    """Of two replaced sentences a system keeps one."""
    pair = GoldPair("near-10/one", "en", "fr", tuple("abc"), tuple("Axy"), (((0,), (0,)), ((1, 2), ()), ((), (1, 2))))
    near = NearPair(pair, (), (((1,), (1,)), ((2,), (2,))))
    kept: tuple[Link, ...] = (((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,)))
    score = score_near([near], lambda _: Prediction(kept))[-1]
    assert (score.replaced, score.replaced_kept) == (2, 1)
