"""The project's own sample articles, compared: verdicts and omissions as the truth in `seeds/` has them."""

from functools import cache
from pathlib import Path

import pytest

from align import compare, read_document
from align.bitext import Comparison, Document, Fate, Verdict
from tests.truth import Pair, read_manifest, read_truth

ARTICLES, NEGATIVES = read_manifest()
PAIRS = [pair for article in ARTICLES for pair in article.pairs]


def name(pair: Pair) -> str:
    """Return a short name of a pair."""
    return f"{pair.source.parent.name}-{pair.source.stem}-{pair.target.stem}"


@cache
def read(path: Path) -> Document:
    """Return a document, read once."""
    return read_document(path)


@cache
def compared(source: Path, target: Path) -> Comparison:
    """Return a comparison, made once."""
    return compare(read(source), read(target))


def unmatched_in(pair: Pair) -> int:
    """Return how many rows of the truth are dropped or added."""
    assert pair.truth is not None
    return sum(row.fate in {"dropped", "added"} for row in read_truth(pair.truth))


def fate_of(comparison: Comparison, beginning: str) -> Fate:
    """Return the fate of the source sentence that begins so."""
    document = comparison.alignment.source
    place = document.text.index(beginning)
    for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True):
        segments = document.segments[bead.source.start : bead.source.stop]
        if any(segment.chars.start <= place < segment.chars.stop for segment in segments):
            return fate
    raise AssertionError(f"no segment holds {beginning!r}")


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_versions_of_an_article_are_told_as_such(pair: Pair) -> None:
    """Whatever was dropped, moved or merged, two versions of one article are the same or near-parallel."""
    assert compared(pair.source, pair.target).are_versions


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if unmatched_in(pair) > 1], ids=name)
def test_versions_that_lack_sentences_are_not_the_same(pair: Pair) -> None:
    """However long the rest is that they share; a single sentence may be missed."""
    comparison = compared(pair.source, pair.target)
    assert comparison.verdict is Verdict.NEAR_PARALLEL
    assert comparison.findings


@pytest.mark.parametrize("pair", NEGATIVES, ids=name)
def test_other_articles_are_no_versions(pair: Pair) -> None:
    """Two different articles are never versions, and nothing is claimed as dropped."""
    comparison = compared(pair.source, pair.target)
    assert not comparison.are_versions
    assert comparison.findings == ()
    assert all(bead.probability < 0.5 for bead in comparison.alignment.beads if bead.source and bead.target)


def test_most_dropped_sentences_are_found() -> None:
    """Of all sentences that a version dropped, six in seven are found; the gate pins the exact figures."""
    found = []
    for pair in PAIRS:
        assert pair.truth is not None
        comparison = compared(pair.source, pair.target)
        for row in read_truth(pair.truth):
            if row.fate == "dropped":
                found += [fate_of(comparison, beginning) is Fate.DROPPED for beginning in row.source]
    assert len(found) > 50
    assert sum(found) >= 0.85 * len(found)


def test_most_moved_sentences_are_found() -> None:
    """Of all sentences that stand elsewhere in the other version nine in ten are found, and hardly any other one."""
    found: list[bool] = []
    others: list[bool] = []
    for pair in PAIRS:
        assert pair.truth is not None
        comparison = compared(pair.source, pair.target)
        for row in read_truth(pair.truth):
            fates = [fate_of(comparison, beginning) is Fate.MOVED for beginning in row.source]
            (found if row.fate == "moved" else others).extend(fates)
    assert len(found) > 20
    assert sum(found) >= 0.9 * len(found)
    assert sum(others) <= 0.05 * sum(found)


def test_the_demonstration_is_exact() -> None:
    """The pair of the README: every fate as in the truth, and page furniture aside."""
    pair = next(pair for pair in PAIRS if name(pair) == "ferry-en-fr")
    assert pair.truth is not None
    comparison = compared(pair.source, pair.target)
    wrong = []
    for row in read_truth(pair.truth):
        expected = Fate.ASIDE if row.fate in ("headline", "furniture") else Fate(row.fate)
        wrong += [(row, fate_of(comparison, text)) for text in row.source if fate_of(comparison, text) is not expected]
    assert wrong == []
