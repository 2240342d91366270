"""What becomes of one replaced sentence is counted article by article."""

from pathlib import Path

import pytest

from eval.kept import PAIRS, main, score_kept
from tests.eval.near.test_near import write_articles


def test_replaced_sentences_and_lost_pairs_are_counted(tmp_path: Path) -> None:
    """Of three articles every second one is looked at; unchanged ones have no replaced sentence."""
    write_articles(tmp_path, ("en", "fr"))
    whole = score_kept(tmp_path, "unchanged", languages=[("en", "fr")])
    assert (whole.replaced, whole.kept, whole.pairs) == (0, 0, 7)
    score = score_kept(tmp_path, "same", languages=[("en", "fr")])
    assert score.replaced == 1
    assert score.pairs == 5  # without the replaced sentence and the one that took its place
    assert 0 <= score.lost <= score.pairs


def test_the_command_prints_a_row_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the share that is called kept."""
    folder = tmp_path / "ntrex128"
    folder.mkdir()
    write_articles(folder, tuple(sorted({language for pair in PAIRS for language in pair})))
    main(tmp_path)
    rows = capsys.readouterr().out.splitlines()[2:]
    assert [row.split("|")[1].strip() for row in rows] == ["stranger", "same", "alike", "unchanged"]
