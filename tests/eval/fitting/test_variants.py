"""Pieces of gold sets are changed, and the links say what is right then."""

from random import Random

from eval.fitting.variants import shift_clause, shifted
from eval.gold.sets import GoldPair
from eval.near.draft import draft_pair, read_truth

PAIR = GoldPair(
    "hand/harbour",
    "en",
    "de",
    ("The bell rang twice.", "Because of the fog, the ships waited in the bay.", "At noon they came in."),
    ("Die Glocke schlug zweimal.", "Wegen des Nebels, sagte er, warteten die Schiffe.", "Mittags liefen sie ein."),
    (((0,), (0,)), ((1,), (1,)), ((2,), (2,))),
)


def test_a_clause_goes_over_the_boundary() -> None:
    """No word is lost, the boundary stands elsewhere, and the two sentences are one bead with their counterparts."""
    seen = set()
    for seed in range(12):
        draft = draft_pair(PAIR)
        assert shift_clause(draft, Random(seed))
        texts = tuple(tuple(piece.text for piece in side) for side in draft.sides)
        changed = 0 if texts[1] == PAIR.target else 1
        before, after = ((PAIR.source, PAIR.target)[changed], texts[changed])
        assert sorted(_words(before)) == sorted(_words(after))
        assert after not in (before, before[::-1])
        links = read_truth(draft)[0]
        assert sorted(len(source) for source, _ in links) == [1, 2]
        seen.add(links)
    assert seen == {(((0, 1), (0, 1)), ((2,), (2,))), (((0,), (0,)), ((1, 2), (1, 2)))}


def test_each_variant_has_other_clauses_elsewhere() -> None:
    """Variants differ, and the same number gives the same one; without clauses nothing changes."""
    assert shifted(PAIR, 0) == shifted(PAIR, 0)
    assert len({shifted(PAIR, number).source + shifted(PAIR, number).target for number in range(6)}) > 1
    plain = GoldPair("hand/plain", "en", "de", ("One.", "Two."), ("Eins.", "Zwei."), (((0,), (0,)), ((1,), (1,))))
    assert shifted(plain, 0).links == plain.links


def _words(texts: tuple[str, ...]) -> list[str]:
    return " ".join(texts).replace(",", "").replace(".", "").split()
