"""The cutting of sentences is measured by the boundaries that are found again."""

from pathlib import Path

import pytest

from eval.sentences import CutScore, main, score_cuts


def test_plain_sentences_are_found_again() -> None:
    """Of 25 sentences in two chunks there are 19 and 4 boundaries."""
    score = score_cuts(["It rained all day."] * 25, "en")
    assert score == CutScore(found=23, right=23, gold=23)
    assert score.rates == (1.0, 1.0, 1.0)


def test_a_line_of_two_sentences_and_one_without_a_stop_count_against_us() -> None:
    """The first is one boundary too many, the second hides the one behind it."""
    score = score_cuts(["It rained. We left.", "Nobody came", "The end."], "en")
    assert score == CutScore(found=2, right=1, gold=2)
    assert score.rates == (0.5, 0.5, 0.5)


def test_chinese_is_joined_without_spaces() -> None:
    """As it is written."""
    assert score_cuts(["下雨了。", "我们走了。"], "zh") == CutScore(found=1, right=1, gold=1)


def test_the_command_prints_a_row_a_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of their tags."""
    (tmp_path / "ntrex128").mkdir()
    for language, text in (("fr", "Il pleut.\nOn part.\n"), ("en", "It rains.\nWe leave.\n")):
        (tmp_path / "ntrex128" / f"{language}.txt").write_text(text, encoding="utf-8")
    main(tmp_path)
    assert capsys.readouterr().out.splitlines()[2:] == [
        "| en | 1.000 | 1.000 | 1.000 |",
        "| fr | 1.000 | 1.000 | 1.000 |",
    ]
