"""Blocks of code correspond by what they say, in order, and are in no pair of a corpus."""

from align.aligners import align_documents
from align.aligners.code_pairs import pair_code, without_code
from align.bitext import Document, Role
from align.comparison import comparison_of
from tests.align.comparisons import document


def manual(language: str, first: str, last: str, *blocks: str) -> Document:
    """Return a page of two sentences with blocks of code between them."""
    return document(f"page.{language}", language, [[first], *([(Role.CODE, block)] for block in blocks), [last]])


SOURCE = manual("en", "Type these commands.", "Then the boat leaves.", "start --all  # go", "stop 1", "rest")


def test_equal_code_corresponds_and_changed_code_stands_beside_it() -> None:
    """Comments aside; what is missing has no counterpart."""
    ends = "Geben Sie diese Befehle ein.", "Dann fährt das Boot ab."
    target = manual("de", *ends, "start --all  # los", "stop 2", "rest")
    assert list(pair_code(SOURCE, target, range(5), range(5))) == [(1, 1, 1.0), (2, 2, 0.5), (3, 3, 1.0)]
    shorter = manual("de", *ends, "rest")
    assert list(pair_code(SOURCE, shorter, range(5), range(3))) == [(3, 1, 1.0)]


def test_code_is_paired_in_an_alignment_and_not_in_a_corpus() -> None:
    """The ledger balances in both; only article text counts as kept."""
    target = manual("de", "Geben Sie diese Befehle ein.", "Dann fährt das Boot ab.", "start --all", "stop 1")
    alignment = align_documents(SOURCE, target)
    assert [bead.shape for bead in alignment.beads] == ["1-1", "1-1", "1-1", "1-0", "1-1"]
    assert [fate.value for fate in comparison_of(alignment).fates] == ["kept", "aside", "aside", "aside", "kept"]
    assert [bead.shape for bead in without_code(alignment).beads] == ["1-1", *["1-0", "0-1"] * 2, "1-0", "1-1"]
