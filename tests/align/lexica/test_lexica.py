"""Lexica: what is in ours, what a reader's own may say, and how phrases are found."""

import time
from pathlib import Path

import pytest

from align.errors import InputError
from align.lexica import KEYS, has_attribution, has_quotation, is_caveat, load_lexicon, read_lexicon, using

LANGUAGES = "ar de en es fr it ja nl pl pt ru sv tr uk zh".split()


def keys_in(text: str, language: str) -> list[str]:
    """Return the keys of the phrases in a text."""
    lexicon = load_lexicon(language)
    assert lexicon is not None
    return [hit.key for hit in lexicon.find(text)]


def write(folder: Path, text: str) -> Path:
    """Return a lexicon of the reader's own."""
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_are_lexica_as_a_reader_may_write_them(language: str) -> None:
    """They have known keys alone, and pass the same tests as a file from outside."""
    path = Path(__file__).parents[3] / "align" / "lexica" / f"{language}.toml"
    text = path.read_text(encoding="utf-8")
    lexicon = read_lexicon_of(text, language)
    assert set(lexicon) <= set(KEYS)
    assert {"hedge", "caveat", "title"} <= set(lexicon)


def read_lexicon_of(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return what a reader's file with this text says."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return dict(read_lexicon(write(Path(folder), f'language = "{language}"\n{text}')).phrases)


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "He didn't come.", ["negation"]),
        ("en", "It was not only cold.", ["no-negation"]),
        ("fr", "Il ne pleut plus.", ["negation"]),
        ("fr", "Plus tard, il est venu.", []),
        ("fr", "Il entre sans aucun bruit.", ["no-negation"]),
        ("fr", "Il ne vient pas sans aucune aide.", ["negation", "no-negation"]),
        ("it", "Partì senza nessun aiuto.", ["no-negation"]),
        ("uk", "Він пішов без жодної помилки.", ["no-negation"]),
        ("de", "Es gibt keine Boote.", ["negation"]),
        ("es", "No vino nadie.", ["negation", "negation"]),
        ("ru", "Не только он.", ["no-negation"]),
        ("zh", "他没有来。", ["negation"]),
        ("zh", "他不但来了。", ["no-negation"]),
        ("ja", "彼は来ない。", ["negation"]),
    ],
)
def test_words_are_told_by_what_they_do(language: str, text: str, keys: list[str]) -> None:
    """The longest phrase at a place counts, and no word within another one."""
    assert [key for key in keys_in(text, language) if "negation" in key] == keys


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The claim could not be independently verified."),
        ("en", "The firm declined to comment."),
        ("fr", "Ces chiffres n'ont pas pu être vérifiés de source indépendante."),
        ("de", "Die Angaben ließen sich nicht unabhängig prüfen."),
        ("es", "La empresa se negó a comentar."),
        ("it", "Non è chiaro chi sia venuto."),
        ("pt", "A polícia não respondeu."),
        ("nl", "De burgemeester was niet bereikbaar."),
        ("ru", "Подтвердить это из независимых источников не удалось."),
        ("zh", "这一说法无法独立核实。"),
        ("ja", "会社はコメントを控えた。"),
    ],
)
def test_a_caveat_is_told(language: str, text: str) -> None:
    """In each language by its own phrases."""
    assert is_caveat(text, language)
    assert not is_caveat(text, "et")


def test_speech_and_attribution_of_a_sentence_are_told() -> None:
    """Whatever the quotation marks; in a language without a lexicon no attribution is."""
    assert has_quotation("« Je ne quitterai jamais cette maison », dit-elle.", "fr")
    assert not has_quotation("The “Old Mill” is closed.", "en")
    assert has_attribution("According to the mayor it rained.", "en")
    assert not has_attribution("It rained.", "en")
    assert not has_attribution("According to the mayor it rained.", "et")


def test_a_readers_own_lexicon_takes_the_place_of_ours(tmp_path: Path) -> None:
    """Key by key, and only within the block that sets it; a new language is as good."""
    own = read_lexicon(write(tmp_path, 'language = "en-GB"\nnegation = ["nay"]\n'))
    with using(own):
        assert keys_in("Nay, he did not come.", "en") == ["negation"]
        assert is_caveat("It is unclear who came.", "en")
    assert keys_in("He did not come.", "en") == ["negation"]
    new = read_lexicon(write(tmp_path, 'language = "et"\ncaveat = ["pole … teada"]\n'))
    with using(new):
        assert is_caveat("Pole veel täpselt teada, kes tuli.", "et")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('negation = ["nay"]', 'language = "fi", found None'),
        ('language = "en"\nnegations = ["nay"]', "found 'negations'; did you mean 'negation'"),
        ('language = "en"\nzebra = ["nay"]', "found 'zebra'; leave it out"),
        ('language = "en"\nnegation = "nay"', "expected phrases for negation"),
        ('language = "en"\nnegation = ["…"]', "expected phrases of 1 to 12 words"),
        ('language = "qqq"\nnegation = ["nay"]', "expected a language code"),
        ("language = ", "in TOML and UTF-8"),
    ],
)
def test_a_lexicon_that_is_none_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    """The message names the file and what is wrong with it."""
    path = write(tmp_path, text)
    with pytest.raises(InputError, match=message) as refusal:
        read_lexicon(path)
    assert str(refusal.value).startswith(str(path))
    assert "\n" not in str(refusal.value)


def test_a_lexicon_that_is_missing_is_refused(tmp_path: Path) -> None:
    """The message says so."""
    with pytest.raises(InputError, match="check the path"):
        read_lexicon(tmp_path / "none.toml")


def test_long_texts_take_time_in_proportion() -> None:
    """Also those that nearly match again and again."""
    lexicon = load_lexicon("en")
    assert lexicon is not None
    text = "could not be could not be independently " * 5_000
    begun = time.process_time()
    lexicon.find(text)
    assert time.process_time() - begun < 5
