"""Changed pairs with known truth."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import InputError
from eval.gold.sets import GoldPair, Link, spread_nulls
from eval.near.draft import Draft, Piece, draft_pair, read_truth
from eval.near.mutate import (
    drop_runs,
    drop_short,
    insert_runs,
    merge_pieces,
    move_run,
    split_piece,
)
from eval.near.protocol import (
    NearPair,
    change_pair,
    count_moves,
    near_sets,
    negative_pairs,
    parallel_articles,
    positive_pairs,
    score_near,
)
from eval.near.report import near_result, near_table
from eval.system import Prediction, align_pair
from tests.align.aligners.test_default import ENGLISH, FRENCH

NTREX = Path(__file__).resolve().parents[4] / "shared" / "gold" / "ntrex128"


def make_pair(size: int, name: str = "one") -> GoldPair:
    """Return an article of sentences that tell their number, with a comma near the middle."""
    source = tuple(f"{name} sentence, number {number}." for number in range(size))
    target = tuple(f"phrase {name}, numéro {number}." for number in range(size))
    return GoldPair(name, "en", "fr", source, target, tuple(((number,), (number,)) for number in range(size)))


def numbers(text: str) -> set[str]:
    """Return the numbers in a text."""
    return {word.strip(".") for word in text.split() if word.strip(".").isdecimal()}


def covers(links: tuple[Link, ...], side: int, count: int) -> bool:
    """Return whether every sentence of a side is in exactly one link."""
    return sorted(number for link in links for number in link[side]) == list(range(count))


@given(st.integers(0, 10_000), st.sampled_from((10, 30, 60)), st.integers(6, 40))
def test_truth_covers_both_sides_and_is_in_order(seed: int, level: int, size: int) -> None:
    """Every sentence is in exactly one link, and no links cross."""
    near = change_pair(make_pair(size), make_pair(9, "other"), level=level, seed=seed)
    assert covers(near.pair.links, 0, len(near.pair.source))
    assert covers(near.pair.links, 1, len(near.pair.target))
    both = [link for link in near.pair.links if all(link)]
    assert [link[1] for link in both] == sorted(link[1] for link in both)


@given(st.integers(0, 10_000), st.sampled_from((10, 30, 60)))
def test_linked_sentences_hold_the_same_numbers(seed: int, level: int) -> None:
    """What is linked or moved was linked before; sentences of another article are never linked."""
    near = change_pair(make_pair(30), make_pair(9, "other"), level=level, seed=seed)
    for source, target in (*near.pair.links, *near.moves):
        texts = [" ".join(near.pair.source[i] for i in source), " ".join(near.pair.target[j] for j in target)]
        if source and target:
            assert numbers(texts[0]) == numbers(texts[1])
            assert "other" not in "".join(texts)


def test_the_seed_decides() -> None:
    """The same seed gives the same pair, another one another."""
    pair, other = make_pair(30), make_pair(9, "other")
    assert change_pair(pair, other, level=30, seed=1) == change_pair(pair, other, level=30, seed=1)
    assert change_pair(pair, other, level=30, seed=1) != change_pair(pair, other, level=30, seed=2)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_the_level_is_the_share_that_is_dropped(share: float) -> None:
    """As many sentences lose their counterpart as the level says."""
    draft = draft_pair(make_pair(50))
    drop_runs(draft, share, Random(3))
    assert len(draft.paired()) == 50 - round(50 * share)
    assert len(draft.sides[1]) < len(draft.sides[0])


@given(st.integers(0, 1_000))
def test_short_sentences_are_dropped_alone(seed: int) -> None:
    """One side loses some of its shorter half; the other has all, and what was lost is null there."""
    pair = make_pair(20)
    source = tuple(f"{text} {'and on ' * (number % 4)}" for number, text in enumerate(pair.source))
    draft = draft_pair(replace(pair, source=source, target=source))
    drop_short(draft, 0.15, Random(seed))
    whole, shortened = sorted(([piece.text for piece in side] for side in draft.sides), key=len, reverse=True)
    lost = [text for text in whole if text not in shortened]
    assert (len(whole), len(lost)) == (20, 3)
    assert max(map(len, lost)) <= sorted(map(len, source))[9]
    assert sum(not (left and right) for left, right in read_truth(draft)[0]) == len(lost)


def test_dropping_leaves_two_sentences() -> None:
    """Even everything leaves a pair that can be aligned."""
    draft = draft_pair(make_pair(6))
    drop_runs(draft, 1.0, Random(0))
    assert len(draft.paired()) == 2


def test_a_moved_run_is_dropped_added_and_told_apart() -> None:
    """A move is in the moves, and in the links only as null beads."""
    draft = draft_pair(make_pair(20))
    assert move_run(draft, Random(1))
    links, moves = read_truth(draft)
    assert 2 <= len(moves) <= 5
    assert all(source != target for source, target in moves)
    for source, target in moves:
        assert ((source, ()) in links, ((), target) in links) == (True, True)


def test_there_is_no_move_where_there_is_no_room() -> None:
    """A run moves past more sentences than it has, or not at all."""
    assert not move_run(draft_pair(make_pair(3)), Random(0))


def test_merging_ties_sentences_together() -> None:
    """Two or three sentences in one line make a bead of as many."""
    draft = draft_pair(make_pair(8))
    assert merge_pieces(draft, Random(2))
    links, _ = read_truth(draft)
    longest = max(links, key=lambda link: len(link[0]) + len(link[1]))
    assert sorted(map(len, longest)) in ([1, 2], [1, 3])


@pytest.mark.parametrize(("language", "joint"), [("fr", " "), ("ja", ""), ("zh-TW", "")])
def test_merged_lines_are_joined_as_the_language_writes(language: str, joint: str) -> None:
    """There is a space between sentences, but not in Chinese and Japanese."""
    sides = [Piece("A.", (0,)), Piece("B.", (1,)), Piece("C.", (2,))]
    draft = Draft((language, language), (list(sides), list(sides)))
    assert merge_pieces(draft, Random(5))
    texts = {piece.text for side in draft.sides for piece in side}
    assert texts & {f"A.{joint}B.", f"B.{joint}C.", f"A.{joint}B.{joint}C."}


def test_splitting_cuts_at_the_comma() -> None:
    """The halves of a sentence are linked to what it was linked to."""
    draft = draft_pair(make_pair(1))
    assert split_piece(draft, Random(0))
    links, _ = read_truth(draft)
    assert sorted(map(len, links[0])) == [1, 2]
    assert any(piece.text.endswith(",") for side in draft.sides for piece in side)


def test_a_number_with_a_comma_is_not_split() -> None:
    """The comma of a decimal fraction is no place to cut."""
    pair = GoldPair("one", "en", "en", ("It cost 1,500 euros",), ("It cost 1,500 euros",), (((0,), (0,)),))
    assert not split_piece(draft_pair(pair), Random(0))


def test_inserted_sentences_have_no_counterpart() -> None:
    """As many as the share says come in, as null beads."""
    draft = draft_pair(make_pair(20))
    insert_runs(draft, 0.2, (["x"] * 9, ["y"] * 9), Random(0))
    links, _ = read_truth(draft)
    assert len(links) == 24
    assert sum(not all(link) for link in links) == 4


@given(st.integers(0, 10_000))
def test_nothing_is_inserted_into_a_bead(seed: int) -> None:
    """The sentences of a bead stand together whatever else happened, so that an alignment can give it."""
    near = change_pair(make_pair(20), make_pair(9, "other"), level=60, seed=seed)
    for link in (*near.pair.links, *near.moves):
        assert all(side == tuple(range(side[0], side[-1] + 1)) for side in link if side)


def crossing(*, moved: set[int], lost: set[int]) -> tuple[Link, ...]:
    """Return the moves of five sentences, of which the target has two before three, after some were lost there."""
    target = [Piece(str(key), (key,)) for key in (3, 4, 0, 1, 2) if key not in lost]
    draft = Draft(("en", "en"), ([Piece(str(key), (key,)) for key in range(5)], target), moved)
    return read_truth(draft)[1]


def test_of_two_crossing_passages_the_one_with_fewer_beads_moved() -> None:
    """What an alignment in order would rather keep counts as not moved, whichever was taken away."""
    assert crossing(moved={3, 4}, lost=set()) == (((3,), (0,)), ((4,), (1,)))
    assert crossing(moved={3, 4}, lost={0, 2}) == (((1,), (2,)),)


def test_of_equal_passages_the_one_that_was_taken_away_moved() -> None:
    """Where numbers do not tell, the history does."""
    assert crossing(moved={3, 4}, lost={0}) == (((3,), (0,)), ((4,), (1,)))
    assert crossing(moved={1, 2}, lost={0}) == (((1,), (2,)), ((2,), (3,)))


def test_of_equal_passages_a_system_may_keep_either() -> None:
    """Who says that two sentences moved behind two others, and who says it the other way round, are both right."""
    sides = ("a", "b", "c", "d", "x"), ("C", "D", "A", "B", "y")
    first, second = (((0,), (2,)), ((1,), (3,))), (((2,), (0,)), ((3,), (1,)))
    nulls: tuple[Link, ...] = (((4,), ()), ((), (4,)))
    pair = GoldPair("near-30/one", "en", "fr", *sides, spread_nulls((*first, ((2, 3), ()), ((), (0, 1)), *nulls)))
    other = spread_nulls((*second, ((0, 1), ()), ((), (2, 3)), *nulls))
    score = score_near([NearPair(pair, second)], lambda _: Prediction(other, moves=first))[-1]
    assert score.strict == score.null == score.move == (1.0, 1.0, 1.0)


def test_crossing_links_of_a_gold_pair_are_moves() -> None:
    """What crosses in the original is told as a move."""
    pair = GoldPair("one", "en", "fr", ("a", "b", "c"), ("A", "C", "B"), (((0,), (0,)), ((1,), (2,)), ((2,), (1,))))
    links, moves = read_truth(draft_pair(pair))
    assert moves == (((2,), (1,)),)
    assert links == (((0,), (0,)), ((1,), (2,)), ((2,), ()), ((), (1,)))


def test_truth_against_itself_scores_one() -> None:
    """A system that knows links and moves reaches 1 everywhere."""
    pairs = [change_pair(make_pair(30), make_pair(9, "other"), level=30, seed=seed) for seed in range(6)]
    known = {id(near.pair): near for near in pairs}
    scores = score_near(pairs, lambda pair: Prediction(pair.links, moves=known[id(pair)].moves))
    assert [score.languages for score in scores] == ["en-fr", "all"]
    assert all(score.strict == score.null == score.move == (1.0, 1.0, 1.0) for score in scores)
    assert near_table(scores).rows[-1][:3] == ("near-30", "all", "6")


def test_our_aligner_tells_moves_apart_from_links() -> None:
    """What moved is null in the links of the system, and only likely moves are told."""
    moved = [*FRENCH[2:7], *FRENCH[:2], FRENCH[7]]
    found = align_pair(GoldPair("one", "en", "fr", tuple(ENGLISH), tuple(moved), ()))
    assert found.moves == (((0,), (5,)), ((1,), (6,)))
    assert {((0,), ()), ((1,), ()), ((), (5,)), ((), (6,))} <= set(found.links)


def test_moves_are_counted_by_pairs_of_ids() -> None:
    """Precision is over what was found, recall over what there is."""
    gold: tuple[Link, ...] = (((0, 1), (5,)), ((2,), (6,)))
    assert count_moves(gold, (((0,), (5,)), ((9,), (9,)))).tolist() == [1, 2, 1, 3]


def write_articles(folder: Path, languages: tuple[str, ...]) -> None:
    """Write line-parallel files with three articles."""
    names = ["a"] * 7 + ["b"] * 7 + ["c"] * 7
    subjects = {"a": "in Paris", "b": "in Paris", "c": "of Mars"}
    lines = [f"Sentence {number}, said {subjects[name]}." for number, name in enumerate(names)]
    (folder / "DOCUMENT_IDS.tsv").write_text("\n".join(names) + "\n", encoding="utf-8")
    for language in languages:
        (folder / f"{language}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_sets_are_made_by_level_and_language(tmp_path: Path) -> None:
    """Each article occurs once in each set and language pair."""
    write_articles(tmp_path, ("en", "fr", "de"))
    sets = near_sets(tmp_path, languages=(("en", "fr"), ("de", "en")))
    assert {name: len(pairs) for name, pairs in sets.items()} == {"near-10": 6, "near-30": 6, "near-60": 6}
    assert all(isinstance(near, NearPair) for near in sets["near-10"])
    assert all(case.versions for case in positive_pairs(sets.values()))


def test_negatives_are_of_a_similar_subject(tmp_path: Path) -> None:
    """An article meets another one, never itself."""
    write_articles(tmp_path, ("en", "fr"))
    cases = negative_pairs(tmp_path, languages=(("en", "fr"),))
    assert len(cases) == 3
    assert all(not case.versions and case.pair.source != case.pair.target for case in cases)


def test_the_report_has_levels_and_verdicts(tmp_path: Path) -> None:
    """A row for each level and language pair, and one for all; the verdict on positives and negatives apart."""
    write_articles(tmp_path, ("en", "fr"))
    result = near_result(tmp_path, languages=(("en", "fr"),), aligner="length")
    assert [row[:2] for row in result.tables["near"].rows] == [
        (level, languages) for level in ("near-10", "near-30", "near-60") for languages in ("en-fr", "all")
    ]
    assert result.tables["near"].header[-2:] == ("replaced", "kept")
    assert [row[:2] for row in result.tables["near-briefs"].rows] == [(str(count), "0") for count in (1, 2, 3, 5, 8)]
    assert result.tables["near-verdict"].rows[1][1] == "3"
    assert result.signature.startswith("aligner length-")


def test_files_of_different_length_are_refused(tmp_path: Path) -> None:
    """Files that are not parallel are named with both counts."""
    write_articles(tmp_path, ("en", "fr"))
    (tmp_path / "fr.txt").write_text("One line.\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"fr\.txt: expected 21 lines as in DOCUMENT_IDS\.tsv, found 1"):
        parallel_articles(tmp_path, "en", "fr")


@pytest.mark.skipif(not NTREX.is_dir(), reason="needs ../shared/gold/ntrex128, which is not there")
def test_real_articles_are_changed() -> None:
    """The levels lose about as many sentences as their names say."""
    sets = near_sets(NTREX, seed=1, languages=(("en", "fr"),))
    kept = {name: sum(all(link) for near in pairs for link in near.pair.links) for name, pairs in sets.items()}
    assert kept["near-10"] > 1.2 * kept["near-30"] > 1.5 * kept["near-60"] > 0
