"""The real documents in `../shared/seeds`, where they are: other people's texts, so nothing of them is quoted here."""

import csv
from pathlib import Path

import pytest

from align import compare, read_document
from align.bitext import Bead, Comparison, Document, Fate, Role, Verdict

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder ../shared/seeds is not here")
NOT_VERSIONS = [("002", "001"), ("003", "001"), ("002", "004"), ("003", "002"), ("004", "001"), ("000", "003")]


def read(number: str) -> Document:
    """Return the document with that number."""
    return read_document(next(FOLDER.glob(f"{number}_*.txt")))


def truth() -> list[tuple[str, str, str]]:
    """Return the truth of the first pair: fate, beginning of the French, beginning of the English sentence."""
    with (FOLDER / "000-001.gold.tsv").open(encoding="utf-8", newline="") as file:
        return [(row["fate"], row["fr_begins"], row["en_begins"]) for row in csv.DictReader(file, delimiter="\t")]


def begins(document: Document, beginning: str) -> list[int]:
    """Return the segments that begin so."""
    return [k for k, segment in enumerate(document.segments) if segment.text.startswith(beginning)]


def bead_of(comparison: Comparison, source: int) -> tuple[Bead, Fate]:
    """Return the bead of a source segment and its fate."""
    pairs = zip(comparison.alignment.beads, comparison.fates, strict=True)
    return next((bead, fate) for bead, fate in pairs if bead.source.start <= source < bead.source.stop)


def test_republication_is_told_sentence_by_sentence() -> None:
    """Every kept sentence is a 1-1 bead with its translation, every dropped one an omission; there are no others."""
    english, french = read("001"), read("000")
    comparison = compare(english, french)
    for fate, of_french, of_english in truth():
        if fate == "kept":
            (source,), (target,) = begins(english, of_english), begins(french, of_french)
            bead, found = bead_of(comparison, source)
            assert (found, bead.shape, bead.target.start) == (Fate.KEPT, "1-1", target)
        elif fate == "dropped":
            assert all(bead_of(comparison, source)[1] is Fate.DROPPED for source in begins(english, of_english))
    fates = list(comparison.fates)
    assert (fates.count(Fate.KEPT), fates.count(Fate.DROPPED)) == (12, 21)
    assert not {Fate.ADDED, Fate.UNCERTAIN, Fate.MERGED, Fate.SPLIT} & set(fates)
    assert comparison.verdict is Verdict.NEAR_PARALLEL
    assert comparison.target_coverage.share == 1.0


def test_furniture_is_left_out_of_the_counts() -> None:
    """What the truth calls furniture or headline stands in segments with another role than body."""
    english = read("001")
    # The page has no-break spaces, the truth has none.
    flat = english.text.replace("\xa0", " ")
    for fate, _, beginning in truth():
        if fate in ("furniture", "headline"):
            place = flat.index(beginning)
            segment = next(each for each in english.segments if each.chars.start <= place < each.chars.stop)
            assert segment.role is not Role.BODY


def test_the_other_way_round_is_the_mirror() -> None:
    """Omissions become additions, and the kept sentences stay."""
    fates = list(compare(read("000"), read("001")).fates)
    assert (fates.count(Fate.KEPT), fates.count(Fate.ADDED), fates.count(Fate.DROPPED)) == (12, 21, 0)


@pytest.mark.parametrize(("source", "target"), NOT_VERSIONS)
def test_articles_on_the_same_affair_are_no_versions(source: str, target: str) -> None:
    """The verdict says so, nothing is claimed as kept or dropped, and no bead is more likely than not."""
    comparison = compare(read(source), read(target))
    assert comparison.verdict in (Verdict.RELATED, Verdict.UNRELATED)
    assert comparison.findings == ()
    beads = comparison.alignment.beads
    assert all(bead.probability < 0.5 for bead in beads if bead.source and bead.target)
