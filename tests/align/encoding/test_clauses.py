"""Clauses: where texts are cut in several scripts, and vectors that add up."""

from itertools import pairwise

import numpy as np
import pytest

from align.encoding import ClauseVectors, WordVectors, load_encoder
from align.encoding.static.clauses import cut_clauses
from align.encoding.static.encoder import load_embedded
from tests.align.encoding.hashed import HashedEncoder


def clauses_of(*texts: str) -> list[list[str]]:
    """Return the clauses of texts as the embedded encoder reads them, without spaces at their ends."""
    model = load_embedded()._model
    pieces, starts = model.cut(texts)
    firsts, sizes, clause_starts = cut_clauses(pieces, starts, model.traits(pieces))
    names = model.names(pieces.tolist())
    read = ["".join(names[i:j]).replace("▁", " ") for i, j in pairwise(firsts)]
    assert sizes.tolist() == [max(1, len(clause.encode())) for clause in read]
    return [[clause.strip() for clause in read[i:j]] for i, j in pairwise(clause_starts)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("When the rain began, the ferry had left; nobody was on board.",
         ["when the rain began,", "the ferry had left;", "nobody was on board."]),
        ("The mayor told us: “We are very sorry,” and went home.",
         ["the mayor told us:", '"we are very sorry,"', "and went home."]),
        ("Als der Regen kam – und er kam – war die Fähre weg.",
         ["als der regen kam", "- und er kam", "- war die fähre weg."]),
        ("— Да, мы уже приехали, — сказал он сестре.", ["- да, мы уже приехали,", "- сказал он сестре."]),
        ("« Nous sommes désolés », a dit la maire.", ['" nous sommes désolés ",', "a dit la maire."]),
        ("雨开始下的时候，渡轮已经离开了；船上没有人。", ["雨开始下的时候,", "渡轮已经离开了;", "船上没有人。"]),
        ("彼は「今日は行きません」と言って、すぐに帰りました。", None),
        ("قال الرجل لهم أمس، ثم ذهب إلى البيت؛ كان متعبا جدا.",
         ["قال الرجل لهم امس،", "ثم ذهب الي البيت؛", "كان متعبا جدا."]),
    ],
)  # fmt: skip
def test_texts_are_cut_at_marks(text: str, clauses: list[str] | None) -> None:
    """Commas, semicolons, colons, dashes and quotation marks, whatever the script."""
    found = clauses_of(text)[0]
    assert len(found) > 1
    if clauses is not None:
        assert found == clauses


@pytest.mark.parametrize(
    "text", ["It cost 1,000,000 or 3.5 euros.", "A well-known half-open door.", "He's the dogs' friend of old."]
)
def test_numbers_and_words_are_not_cut(text: str) -> None:
    """A mark that no new word follows, and a hyphen or an apostrophe, separate nothing."""
    assert len(clauses_of(text)[0]) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Yes, we have seen it all.", 1),  # the first one is too short, and goes on
        ("We have seen it all, yes.", 1),  # the last one belongs to the one before
        ("We have seen it all, yes, and told the others.", 2),
    ],
)
def test_short_clauses_belong_to_the_one_before(text: str, count: int) -> None:
    """Two words say too little to be aligned by themselves."""
    assert len(clauses_of(text)[0]) == count


def test_every_text_has_a_clause() -> None:
    """Also one without words."""
    assert [len(each) for each in clauses_of("", "Yes.", "...", "-", "We saw it, but nobody else did.")] == [
        1,
        1,
        1,
        1,
        2,
    ]


def test_vectors_of_clauses_add_up_to_those_of_texts() -> None:
    """Nothing of a text is lost or counted twice."""
    texts = ["When the rain began, the ferry had left; nobody was on board.", "雨开始下的时候，渡轮已经离开了。", ""]
    encoder = load_encoder()
    assert isinstance(encoder, ClauseVectors)
    assert isinstance(encoder, WordVectors)
    vectors, words, clauses = encoder.encode_with_clauses(texts)
    assert clauses.starts[-1] == len(clauses.sizes)
    for number in range(len(texts)):
        own = clauses.vectors(np.arange(clauses.starts[number], clauses.starts[number + 1]))
        assert own.sum(axis=0) == pytest.approx(vectors[number], abs=1e-4)
    assert len(words.starts) == len(texts) + 1
    assert np.array_equal(vectors, encoder.encode_with_words(texts)[0])


def test_an_encoder_need_not_know_clauses() -> None:
    """What it cannot do, it does not claim."""
    assert not isinstance(HashedEncoder(), ClauseVectors)
