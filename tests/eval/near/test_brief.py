"""Short versions against whole articles."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import Comparison, Document, Fate
from eval.gold.sets import GoldPair
from eval.near.brief import COUNTS, KINDS, brief_of, brief_sets, choose_brief, joined, score_briefs
from tests.eval.near.test_near import covers, make_pair, numbers
from tests.eval.near.test_selftest import perfect


def worded(size: int) -> GoldPair:
    """Return an article whose sentences begin with the same word on both sides, which is all that `perfect` sees."""
    texts = tuple(f"word{number} and more." for number in range(size))
    return GoldPair("worded", "en", "en", texts, texts, tuple(((number,), (number,)) for number in range(size)))


@given(st.integers(0, 10_000), st.sampled_from(KINDS), st.integers(1, 8), st.integers(0, 1))
def test_a_brief_keeps_its_links_and_the_rest_is_null(seed: int, kind: str, count: int, side: int) -> None:
    """Of the short side every sentence has its counterpart, of the long one nothing is gone."""
    kept = choose_brief(count, 20, kind, Random(seed))
    brief = brief_of(make_pair(20), kept, side=side)
    texts = brief.source, brief.target
    assert [len(texts[side]), len(texts[1 - side])] == [count, 20]
    assert all(covers(brief.links, each, len(texts[each])) for each in (0, 1))
    linked = [link for link in brief.links if all(link)]
    assert len(linked) == count
    assert all(numbers(texts[0][source[0]]) == numbers(texts[1][target[0]]) for source, target in linked)


@given(st.integers(0, 10_000), st.integers(1, 30), st.integers(1, 20))
def test_briefs_are_scattered_or_in_one_piece(seed: int, count: int, size: int) -> None:
    """In order and within the article; a beginning begins at its first sentence, an excerpt anywhere."""
    for kind in KINDS:
        kept = choose_brief(count, size, kind, Random(seed))
        assert kept == sorted(set(kept))
        assert len(kept) == min(count, size)
        assert set(kept) <= set(range(size))
        if kind != "scattered":
            assert kept == list(range(kept[0], kept[0] + len(kept)))
        if kind == "beginning":
            assert kept[0] == 0


def test_half_a_bead_keeps_its_link() -> None:
    """Of two sentences that render one, the one that stays is linked; what was null stays null."""
    pair = GoldPair("one", "en", "fr", ("a", "b"), ("A1", "A2", "x"), (((0,), (0, 1)), ((1,), ()), ((), (2,))))
    assert brief_of(pair, [1, 2]).links == (((0,), (0,)), ((1,), ()), ((), (1,)))
    assert brief_of(pair, [1], side=0).links == (((), (0,)), ((), (1,)), ((0,), ()), ((), (2,)))


def test_joined_articles_are_one_after_the_other() -> None:
    """The links of the second begin where the first ends."""
    whole = joined([make_pair(3, "one"), make_pair(2, "two")])
    assert whole.source[3] == "two sentence, number 0."
    assert whole.links == tuple(((number,), (number,)) for number in range(5))


def test_briefs_are_scored_by_how_many_sentences_they_have() -> None:
    """What is in the truth is found, unless it is called uncertain."""
    briefs = {2: [brief_of(worded(24), [3, 9])], 3: [brief_of(worded(24), [1, 8, 20])] * 2}
    two, three = score_briefs(briefs, perfect)
    assert (two.count, two.briefs, two.versions, two.sentences, two.found, two.added) == (2, 1, 1, 2, 2, 0)
    assert (three.briefs, three.sentences, three.found) == (2, 6, 6)

    def unsure(source: Document, target: Document) -> Comparison:
        found = perfect(source, target)
        return replace(found, fates=tuple(Fate.UNCERTAIN for _ in found.fates))

    assert [(score.found, score.added) for score in score_briefs(briefs, unsure)] == [(0, 0), (0, 0)]


def test_what_a_brief_does_not_add_is_counted() -> None:
    """A comparison that finds no counterpart calls every sentence of the brief added."""
    (score,) = score_briefs({3: [brief_of(make_pair(24), [1, 8, 20])]}, partial(perfect, checks=False))
    assert (score.found, score.added) == (0, 3)


@pytest.mark.parametrize(("size", "count"), [(24, 2), (36, 2), (23, 0), (37, 0)])
def test_briefs_are_made_of_articles_of_usual_length(tmp_path: Path, size: int, count: int) -> None:
    """One of each number of sentences for each article of 24 to 36 sentences and each pair of languages."""
    (tmp_path / "DOCUMENT_IDS.tsv").write_text("a\n" * size, encoding="utf-8")
    for language in ("en", "fr", "de"):
        (tmp_path / f"{language}.txt").write_text("A sentence.\n" * size, encoding="utf-8")
    sets = brief_sets(tmp_path, languages=(("en", "fr"), ("en", "de")))
    assert {number: len(pairs) for number, pairs in sets.items()} == dict.fromkeys(COUNTS, count)
    assert all(len(pair.target) == number for number, pairs in sets.items() for pair in pairs)
