"""Planted changes leave exactly those words alone that they say."""

from random import Random

import pytest

from align.encoding import WordForms, load_encoder
from eval.fitting.planted_words import Planted, blocks_of, parts_of, plant

SOURCE = [
    f"In the year {year} the mill, which stood by the river, burned down in one night." for year in range(1801, 1841)
]
TARGET = [f"Im Jahr {year} brannte die Mühle, die am Fluss stand, in einer Nacht ab." for year in range(1801, 1841)]
STRANGERS = (
    ["The choir sang for three hours, and nobody left the hall."],
    ["Der Chor sang drei Stunden, und niemand ging."],
)


@pytest.fixture(scope="module")
def planted() -> Planted:
    """An article with changes of all kinds."""
    encoder = load_encoder()
    assert isinstance(encoder, WordForms)
    return plant(SOURCE, TARGET, STRANGERS, encoder, Random(5), (True, True))


def test_beads_cover_both_sides_in_order(planted: Planted) -> None:
    """Whatever was changed, every sentence is in one bead."""
    blocks = blocks_of(planted)
    assert blocks[0].tolist()[::2] == [0, 0]
    assert (blocks[1:, ::2] == blocks[:-1, 1::2]).all()
    assert blocks[-1, 1::2].tolist() == [len(planted.sides[0]), len(planted.sides[1])]


def test_only_changed_beads_have_words_alone(planted: Planted) -> None:
    """What was dropped on one side stays alone on the other, and what was put in on its own."""
    for side in (0, 1):
        for sentence, chars in planted.alone[side].items():
            text = planted.sides[side][sentence]
            (bead,) = [k for k, block in enumerate(planted.blocks) if block[2 * side] <= sentence < block[2 * side + 1]]
            assert planted.planted[bead] != 0.0
            assert text[chars.start : chars.stop].strip()
    assert any(size > 0.0 for size in planted.planted)
    assert any(size < 0.0 for size in planted.planted)


def test_parts_have_the_beads_and_the_words_alone_of_the_whole(planted: Planted) -> None:
    """Each is a document of a few beads; together they are the article."""
    parts = list(parts_of(planted, 4, Random(1)))
    assert max(len(part.blocks) for part in parts) <= 4
    assert [words for part in parts for words in part.planted] == planted.planted
    for side in (0, 1):
        assert [text for part in parts for text in part.sides[side]] == planted.sides[side]
        alone = [(part.sides[side][number], chars) for part in parts for number, chars in part.alone[side].items()]
        assert sorted(alone) == sorted((planted.sides[side][number], it) for number, it in planted.alone[side].items())
