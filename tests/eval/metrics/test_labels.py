"""Token labels, marked characters and verdicts against arithmetic done by hand."""

from math import isnan, sqrt

import pytest

from align.bitext import Span, Verdict
from eval.metrics.beads import rates
from eval.metrics.labels import count_characters, count_tokens, spearman, verdict_accuracy


def test_spearman_shares_the_ranks_of_ties() -> None:
    """Ranks 0.5 0.5 2.5 2.5 and 0 2 1 3: deviations -1 -1 1 1 and -1.5 0.5 -0.5 1.5, 2 / sqrt(4 * 5)."""
    assert spearman([0.0, 0.0, 1.0, 1.0], [0.1, 0.4, 0.35, 0.8]) == pytest.approx(2 / sqrt(20))


def test_tokens_that_nobody_judged_do_not_count() -> None:
    """The third token is left out on both sides."""
    assert spearman([0.0, 0.2, -1.0, 1.0], [0.3, 0.2, 0.9, 0.1]) == pytest.approx(-1.0)


def test_labels_of_one_value_have_no_correlation() -> None:
    """It is no number."""
    assert isnan(spearman([0.0, 0.0], [0.1, 0.9]))


def test_token_f1_is_that_worked_out_by_hand() -> None:
    """Different by gold: 3 of 4 judged; by the system: 2, both right. Precision 2/2, recall 2/3, F1 4/5."""
    counts = count_tokens([1.0, 0.6, 0.5, 0.2, -1.0], [0.9, 0.5, 0.4, 0.1, 1.0])
    assert counts.tolist() == [2, 2, 2, 3]
    assert rates(counts).tolist() == pytest.approx([1.0, 2 / 3, 4 / 5])


def test_marked_characters_count_once() -> None:
    """Gold 0-4 and 2-6 mark 6 characters, the system's 4-8 marks 4; 2 are common."""
    counts = count_characters([Span(0, 4), Span(2, 6)], [Span(4, 8)], length=10)
    assert counts.tolist() == [2, 4, 2, 6]


def test_verdict_accuracy_is_a_share_of_documents() -> None:
    """2 of 3."""
    gold = [Verdict.SAME, Verdict.UNRELATED, Verdict.RELATED]
    assert verdict_accuracy(gold, [Verdict.SAME, Verdict.RELATED, Verdict.RELATED]) == pytest.approx(2 / 3)
    assert isnan(verdict_accuracy([], []))


def test_lists_of_different_length_are_refused() -> None:
    """They can not belong to the same tokens or documents."""
    with pytest.raises(ValueError, match="expected 1 labels, found 2"):
        spearman([0.0], [0.0, 1.0])
    with pytest.raises(ValueError, match="expected 0 verdicts, found 1"):
        verdict_accuracy([], [Verdict.SAME])
