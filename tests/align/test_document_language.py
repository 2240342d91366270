"""A document says what is doubtful about its language, and which option sets it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.cli import app
from align.documents import document_from_text, read_document

ENGLISH = "The museum on the hill is closed on Mondays. Children do not have to pay before they are six. "
FRENCH = "Le musée sur la colline est fermé le lundi. Les enfants ne paient rien avant leurs six ans. "


def test_a_text_in_one_language_has_no_warning() -> None:
    """Whether it was named or found out."""
    for language in ("", "en", "en-GB"):
        assert document_from_text(ENGLISH * 3, language=language).meta.warnings == ()


def test_two_languages_are_said() -> None:
    """Both by name, with how much there is of the second."""
    document = document_from_text(ENGLISH * 2 + FRENCH, language="en")
    assert document.language == "en"
    assert document.meta.warnings == ("two languages: English and French (2 of 6 sentences)",)


@pytest.mark.parametrize(("text", "tag"), [("12 — 34 €", "und"), ("Hotel Radio Taxi.", "")])
def test_a_guess_names_the_options_that_set_it(text: str, tag: str) -> None:
    """They are options of the command."""
    document = document_from_text(text)
    (warning,) = document.meta.warnings
    guess = f"the language is a guess ({tag or document.language}); if it is wrong, name it with "
    assert warning == f"{guess}--source-lang or --target-lang"
    helped = CliRunner().invoke(app, ["diff", "--help"], env={"COLUMNS": "200"}).output
    assert all(option in helped for option in ("--source-lang", "--target-lang"))


def test_a_language_that_was_named_wrongly_is_said() -> None:
    """The name counts, but the reader hears of it."""
    document = document_from_text(FRENCH * 2, language="de")
    assert document.language == "de"
    (warning,) = document.meta.warnings
    assert warning.startswith("the text looks French, but German was named as its language; name another one with --s")


def test_the_language_of_a_template_is_not_that_of_the_text(tmp_path: Path) -> None:
    """A page that names another language than it is in is read as what it is; an option counts for more."""
    path = tmp_path / "page.html"
    path.write_text(f'<html lang="en"><title>Musée</title><body><p>{FRENCH * 3}</p></body></html>', encoding="utf-8")
    document = read_document(path)
    assert document.language == "fr"
    assert document.meta.warnings == (
        "the file names English as its language, but was read as French; if that is wrong, use "
        "--source-lang or --target-lang",
    )
    assert read_document(path, language="en").language == "en"
    path.write_text(f'<html lang="fr-CA"><title>Musée</title><body><p>{FRENCH * 3}</p></body></html>', encoding="utf-8")
    assert (read_document(path).language, read_document(path).meta.warnings) == ("fr-CA", ())


@pytest.mark.parametrize("tag", ["nb", "nn", "no", "nb-NO"])
def test_norwegian_may_be_named_by_either_form(tag: str) -> None:
    """Neither makes the text look like another language."""
    text = "Broen er stengt i dag, og vi må vente til neste uke. Hun sa at det ikke var noe å gjøre med det. " * 2
    assert document_from_text(text, language=tag).meta.warnings == ()
