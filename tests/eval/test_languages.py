"""Languages are told from documents of so many sentences, and counted by language and length."""

from pathlib import Path

import pytest

from eval.languages import DOCUMENTS, SIZES, main, score_language

ENGLISH = ["The bridge was closed for a week because of the flood.", "Nobody knew when it would be open again."]


def test_a_language_is_right_or_wrong() -> None:
    """English is no German, whatever the number of sentences."""
    for size in SIZES:
        assert score_language(ENGLISH * 60, "en", size) == 1.0
    assert score_language(ENGLISH * 60, "de", 5) == 0.0


@pytest.mark.parametrize(("tag", "right"), [("en", 1.0), ("en-GB", 1.0), ("nb", 0.0)])
def test_a_tag_stands_for_its_language(tag: str, right: float) -> None:
    """As everywhere, by its primary part."""
    assert score_language(ENGLISH * DOCUMENTS, tag, 5) == right


def test_the_command_prints_a_row_a_language_and_the_mean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mislabelled file is told as what it is."""
    (tmp_path / "ntrex128").mkdir()
    for language in ("de", "en"):
        (tmp_path / "ntrex128" / f"{language}.txt").write_text("\n".join(ENGLISH * 3), encoding="utf-8")
    main(tmp_path)
    rows = capsys.readouterr().out.splitlines()[2:]
    assert [row.split("|")[1].strip() for row in rows] == ["de", "en", "mean"]
    assert rows[2].split("|")[2].strip() == "0.500"
