"""What the default aligner promises for any pair of documents."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligners import ALIGNERS, align_documents
from align.aligners.default.weights import Match, load_weights
from align.bitext import Alignment, Bead, Document, Role, Span, Verdict
from align.comparison import comparison_of
from align.documents import document_from_text, read_document
from align.errors import OptionError
from tests.align.aligners.bertalign_stub import stub as stub

SEEDS = Path(__file__).parents[3] / "seeds"
ENGLISH = [
    "The ferry to the island has been out of service since Monday.",
    "A crack was found in the hull during an inspection.",
    "Repairs will cost about four million crowns.",
    "The mayor called the situation unacceptable.",
    "Children now travel to school by fishing boat.",
    "The shipyard expects the work to last until April.",
    "Nobody was hurt when the crack opened.",
    "A smaller vessel will carry food and medicine twice a week.",
]
FRENCH = [
    "Le bac vers l'île est hors service depuis lundi.",
    "Une fissure a été découverte dans la coque lors d'une inspection.",
    "Les réparations coûteront environ quatre millions de couronnes.",
    "La maire a qualifié la situation d'inacceptable.",
    "Les enfants vont désormais à l'école en bateau de pêche.",
    "Le chantier naval pense que les travaux dureront jusqu'en avril.",
    "Personne n'a été blessé quand la fissure s'est ouverte.",
    "Un navire plus petit transportera des vivres et des médicaments deux fois par semaine.",
]


def document(sentences: list[str], language: str) -> Document:
    """Return a document of one sentence a line."""
    return document_from_text("\n".join(sentences), name=language, language=language, segmented=True)


def links(alignment: Alignment) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the beads as plain numbers."""
    return [((b.source.start, b.source.stop), (b.target.start, b.target.stop)) for b in alignment.beads]


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("name", ALIGNERS)
def test_every_aligner_covers_both_documents(name: str) -> None:
    """The contract of the table: beads that cover both sides once, probabilities, a signature; the same again."""
    sides = document(ENGLISH, "en"), document(FRENCH[2:], "fr")
    alignment = align_documents(*sides, aligner=name)
    assert alignment == align_documents(*sides, aligner=name)
    assert alignment.signature
    assert sum(len(bead.source) for bead in alignment.beads) == len(ENGLISH)
    assert sum(len(bead.target) for bead in alignment.beads) == len(FRENCH) - 2
    assert all(0.0 <= bead.probability <= 1.0 for bead in alignment.beads)


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize("name", ALIGNERS)
@pytest.mark.parametrize("swapped", [False, True])
def test_to_a_document_without_text_nothing_corresponds(name: str, swapped: bool) -> None:
    """A document without segments, or with page furniture alone, makes null beads of all that the other one has."""
    english = document(ENGLISH, "en")
    furniture = tuple(replace(segment, role=Role.FURNITURE) for segment in english.segments)
    for empty in (Document("empty", "fr", "", ()), replace(english, segments=furniture)):
        sides = (empty, english) if swapped else (english, empty)
        alignment = align_documents(*sides, aligner=name)
        assert {bead.shape for bead in alignment.beads} <= {"1-0", "0-1"}


def test_a_document_without_text_is_no_version_of_anything() -> None:
    """The report says why, and nobody is told that all of the other one was dropped."""
    comparison = comparison_of(align_documents(document(ENGLISH, "en"), Document("empty", "fr", "", ())))
    assert (comparison.verdict, comparison.findings) == (Verdict.UNRELATED, ())
    assert comparison.alignment.warnings[0].startswith("empty has no headline")


def test_unknown_aligner_is_an_option_error() -> None:
    """The message lists the aligners that there are."""
    with pytest.raises(OptionError, match="default"):
        align_documents(document(ENGLISH, "en"), document(FRENCH, "fr"), aligner="best")


def test_translation_is_found_sentence_by_sentence() -> None:
    """A complete translation is all 1-1 beads, and every one is sure."""
    alignment = align_documents(document(ENGLISH, "en"), document(FRENCH, "fr"))
    assert [bead.shape for bead in alignment.beads] == ["1-1"] * 8
    assert min(bead.probability for bead in alignment.beads) > 0.8


@settings(max_examples=25)
@given(st.sets(st.integers(0, 7), max_size=5))
def test_omissions_are_sentences_that_were_removed(removed: set[int]) -> None:
    """No other sentence is called dropped, and at most one removed sentence hides in its neighbour's bead."""
    kept = [text for number, text in enumerate(FRENCH) if number not in removed]
    alignment = align_documents(document(ENGLISH, "en"), document(kept, "fr"))
    found = {bead.source.start for bead in alignment.beads if not bead.target}
    assert found <= removed
    assert len(found) >= len(removed) - 1


@settings(max_examples=15)
@given(st.sets(st.integers(0, 7), max_size=4), st.sets(st.integers(0, 7), max_size=4))
def test_swapped_documents_give_the_mirror(from_source: set[int], from_target: set[int]) -> None:
    """The other way round the same segments correspond, and omissions become additions."""
    source = document([text for k, text in enumerate(ENGLISH) if k not in from_source], "en")
    target = document([text for k, text in enumerate(FRENCH) if k not in from_target], "fr")
    there = {
        pair for pair in links(align_documents(source, target)) if pair[0][0] < pair[0][1] and pair[1][0] < pair[1][1]
    }
    back = {
        pair for pair in links(align_documents(target, source)) if pair[0][0] < pair[0][1] and pair[1][0] < pair[1][1]
    }
    assert back == {(second, first) for first, second in there}


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_text_against_itself_is_kept_whole(path: Path) -> None:
    """Every sentence finds itself, in any language."""
    itself = read_document(path)
    taking_part = [bead for bead in align_documents(itself, itself).beads if bead.source and bead.target]
    body = [k for k, segment in enumerate(itself.segments) if segment.role is Role.BODY]
    assert {bead.source.start for bead in taking_part} >= set(body)
    assert all(bead.source == bead.target and len(bead.source) == 1 for bead in taking_part)


def test_null_beads_name_their_best_rejected_counterpart() -> None:
    """An omission says which sentence came closest, and how close; a bead with both sides says nothing."""
    beads = align_documents(document(ENGLISH, "en"), document(FRENCH[:4], "fr")).beads
    for bead in beads:
        if bead.target:
            assert bead.rejected is None
        else:
            assert bead.rejected is not None
            assert len(bead.rejected.segments) == 1
            assert -1.0 <= bead.rejected.score <= 1.0


def test_page_furniture_is_never_part_of_a_bead() -> None:
    """Two sentences with an advertisement between them are not joined over it."""
    text = "\n\n".join([ENGLISH[0], ENGLISH[1], "Advertisement:", ENGLISH[2], ENGLISH[3]])
    source = document_from_text(text, language="en")
    assert [segment.role for segment in source.segments].count(Role.FURNITURE) == 1
    beads = align_documents(source, document(FRENCH[:4], "fr")).beads
    aside = next(k for k, segment in enumerate(source.segments) if segment.role is Role.FURNITURE)
    assert Bead(Span(aside, aside + 1), Span(2, 2), 0.0, 1.0) in beads


def test_merged_and_split_sentences_are_one_bead() -> None:
    """Two sentences made one on the other side are a 2-1 bead; the other way round 1-2."""
    joined = [*FRENCH[:2], f"{FRENCH[2][:-1]}, et {FRENCH[3][0].lower()}{FRENCH[3][1:]}", *FRENCH[4:]]
    assert ((2, 4), (2, 3)) in links(align_documents(document(ENGLISH, "en"), document(joined, "fr")))
    assert ((2, 3), (2, 4)) in links(align_documents(document(joined, "fr"), document(ENGLISH, "en")))


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 300), (300, 1)])
def test_lopsided_documents_are_aligned(n: int, m: int) -> None:
    """One sentence against many is found where it is."""
    choice = random.Random(1)
    many = [f"{choice.choice(ENGLISH)} {choice.randint(1, 999)} times {choice.choice(ENGLISH)}" for _ in range(300)]
    many[len(many) // 2] = FRENCH[0]
    sides = ([FRENCH[0]] if n == 1 else many), ([ENGLISH[0]] if m == 1 else many)
    alignment = align_documents(document(sides[0], "fr"), document(sides[1], "fr"))
    assert sum(len(bead.source) for bead in alignment.beads) == n
    assert sum(len(bead.target) for bead in alignment.beads) == m


def test_long_documents_are_searched_in_a_band() -> None:
    """Beyond the limit for all cells the band still finds every pair of a text with a long omission."""
    choice = random.Random(5)
    words = [word.strip(".,") for text in ENGLISH for word in text.split()]
    long = [" ".join(choice.sample(words, 9)) + "." for _ in range(1100)]
    short = long[:400] + long[650:]
    alignment = align_documents(document(long, "en"), document(short, "en"))
    dropped = {bead.source.start for bead in alignment.beads if not bead.target}
    assert dropped == set(range(400, 650))


def test_language_without_training_data_is_said() -> None:
    """The reader is told when the encoder never saw a language."""
    alignment = align_documents(document(ENGLISH, "en"), document(["Ndiyakuthanda kakhulu.", "Enkosi."], "xh"))
    assert any("Xhosa" in warning for warning in alignment.warnings)


@settings(max_examples=50)
@given(st.floats(0.0, 1.0), st.floats(0.0, 40.0), st.floats(0.0, 10.0), st.floats(0.0, 0.8), st.integers(1, 60))
def test_the_more_is_sure_the_more_probable_are_versions(
    share: float, sure: float, more: float, closeness: float, length: int
) -> None:
    """With all else equal, more sure beads never speak against versions."""
    weights = load_weights()
    less = weights.version_probability(Match(share, sure, closeness, length))
    assert less <= weights.version_probability(Match(share, sure + more, closeness, length)) <= 1.0
