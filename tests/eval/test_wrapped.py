"""Wrapped articles are compared with those that are not."""

from pathlib import Path

import pytest

from eval.wrapped import PAIRS, WIDTHS, main, score_cuts, score_findings
from tests.eval.near.test_near import write_articles


def test_articles_are_wrapped_at_all_widths(tmp_path: Path) -> None:
    """Their sentences are counted once a width, and none of these is cut."""
    write_articles(tmp_path, ("en", "fr"))
    score = score_cuts(tmp_path, "en", "fr")
    assert score.articles % len(WIDTHS) == 0
    assert score.sentences % len(WIDTHS) == 0
    assert (score.cuts, score.bad) == (0, 0)


def test_findings_of_wrapped_articles_are_the_same(tmp_path: Path) -> None:
    """Each changed pair is compared twice."""
    write_articles(tmp_path, ("en", "fr"))
    score = score_findings(tmp_path, "en", "fr")
    assert 0 < score.same <= score.pairs


def test_the_command_prints_a_row_a_language_and_one_a_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In two tables."""
    folder = tmp_path / "ntrex128"
    folder.mkdir()
    write_articles(folder, tuple(sorted({language for pair in PAIRS for language in pair})))
    main(tmp_path)
    rows = [line.split("|")[1].strip() for line in capsys.readouterr().out.splitlines() if line.startswith("|")]
    assert len(rows) == 4 + len({language for pair in PAIRS for language in pair}) + len(PAIRS)
