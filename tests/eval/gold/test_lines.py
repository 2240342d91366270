"""Sentences by language come from the news, else from the encyclopedias."""

import gzip
from pathlib import Path

import pytest

from align.errors import InputError
from eval.gold.lines import read_lines


def test_news_come_first_and_encyclopedias_fill_the_rest(tmp_path: Path) -> None:
    """Of a language in both the news are taken."""
    (tmp_path / "ntrex128").mkdir()
    (tmp_path / "flores200_dev").mkdir()
    (tmp_path / "ntrex128" / "fr.txt").write_text("Il pleut.\nOn part.\n", encoding="utf-8")
    for language, text in (("fr", "It rains.\tLa pluie.\n"), ("lt", "It rains.\tLyja.\nWe go.\tEiname.\n")):
        with gzip.open(tmp_path / "flores200_dev" / f"set.en-{language}.tsv.gz", "wt", encoding="utf-8") as stream:
            stream.write(text)
    assert read_lines(tmp_path) == {"fr": ("Il pleut.", "On part."), "lt": ("Lyja.", "Einame.")}


def test_a_folder_without_either_is_refused(tmp_path: Path) -> None:
    """The message says what was expected there."""
    with pytest.raises(InputError, match="expected folders ntrex128 and flores200_dev, found neither"):
        read_lines(tmp_path)
