"""The encoders: what every one promises, and what the embedded one knows."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from align.encoding import ENCODERS, Additive, Encoder, WordVectors, load_encoder
from align.encoding.static.encoder import EMBEDDED, StaticEncoder, load_embedded
from align.errors import OptionError
from tests.align.encoding.hashed import HashedEncoder

REQUIRED = set("en fr de es it pt nl ru uk pl cs zh ja".split())
SENTENCES = {
    "en": [
        "The harbour is closed because of the storm.",
        "Tomorrow the shop opens at nine.",
        "Her brother bakes bread.",
    ],
    "fr": [
        "Le port est fermé à cause de la tempête.",
        "Demain, le magasin ouvre à neuf heures.",
        "Son frère fait du pain.",
    ],
    "de": ["Der Hafen ist wegen des Sturms geschlossen.", "Morgen öffnet der Laden um neun.", "Ihr Bruder backt Brot."],
    "ru": ["Порт закрыт из-за шторма.", "Завтра магазин откроется в девять.", "Её брат печёт хлеб."],
    "zh": ["港口因暴风雨关闭。", "明天商店九点开门。", "她的哥哥烤面包。"],
    "ja": ["港は嵐のため閉鎖されている。", "明日、店は九時に開く。", "彼女の兄はパンを焼く。"],
    "ar": ["الميناء مغلق بسبب العاصفة.", "غدا يفتح المتجر في التاسعة.", "شقيقها يخبز الخبز."],
}


EVERY: list[Encoder] = [*map(load_encoder, ENCODERS), HashedEncoder()]
TEXTS = ["Red bread.", "Red", "", "The harbour is closed because of the storm.", "Ihr Bruder backt Brot.", "港口关闭。"]


@pytest.mark.parametrize("encoder", EVERY, ids=lambda encoder: encoder.signature)
def test_every_encoder_keeps_the_contract(encoder: Encoder) -> None:
    """One float32 vector a text, zero for an empty one, the same alone and among others, in any order."""
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == len(TEXTS)
    assert encoder.encode([]).shape == (0, vectors.shape[1])
    assert [bool(vector.any()) for vector in vectors] == [bool(text) for text in TEXTS]
    assert np.concatenate([encoder.encode([text]) for text in TEXTS]) == pytest.approx(vectors, abs=1e-4)
    assert encoder.encode(TEXTS[::-1] * 40)[-len(TEXTS) :][::-1] == pytest.approx(vectors, abs=1e-4)
    assert encoder.signature
    assert encoder.languages


@pytest.mark.parametrize("encoder", EVERY, ids=lambda encoder: encoder.signature)
def test_an_encoder_that_says_that_it_is_additive_is(encoder: Encoder) -> None:
    """Texts put together have the sum of their vectors; who does not say so need not keep it."""
    whole, first, second = encoder.encode(["red bread", "red", "bread"])
    assert isinstance(encoder, Additive) == (whole == pytest.approx(first + second, abs=1e-4))


@pytest.mark.parametrize("encoder", [encoder for encoder in EVERY if isinstance(encoder, WordVectors)])
def test_words_come_with_the_vectors_of_the_texts(encoder: StaticEncoder) -> None:
    """An encoder that knows words gives them with the vectors that `encode` gives, text by text, each once."""
    vectors, words = encoder.encode_with_words(TEXTS)
    assert vectors == pytest.approx(encoder.encode(TEXTS), abs=1e-4)
    assert np.diff(words.starts).tolist()[:4] == [2, 1, 0, 7]
    assert words.vectors.shape == (len(words.weights), vectors.shape[1])


def test_unknown_encoder_is_an_option_error() -> None:
    """The message lists the encoders that there are."""
    with pytest.raises(OptionError, match=r"embedded, use, or transformer:NAME, or a folder"):
        load_encoder("labse")


@pytest.mark.parametrize("name", ["embedded+use", "use+embedded", "embedded+transformer:labse", "transformer:x+use"])
def test_several_encoders_are_refused_with_the_reason(name: str) -> None:
    """It is not a slip: what one adds to the other was measured."""
    with pytest.raises(OptionError, match=r"expected one encoder, found .* name one of them"):
        load_encoder(name)


def test_a_transformer_without_its_prefix_is_told(tmp_path: Path) -> None:
    """Its folder is no table; a folder with a plus in its name is one folder."""
    for folder in (tmp_path / "model", tmp_path / "use+embedded"):
        folder.mkdir()
        (folder / "config.json").write_text("{}", encoding="utf-8")
        with pytest.raises(OptionError, match=re.escape(f"expected transformer:{folder} for a model")):
            load_encoder(str(folder))


@pytest.mark.parametrize("options", [{"pooling": "cls"}, {"allow_download": True}])
def test_options_of_transformers_are_refused_with_others(options: dict[str, Any]) -> None:
    """They would mean nothing."""
    with pytest.raises(OptionError, match=r"expected --.* with --encoder transformer:NAME, found use"):
        load_encoder("use", **options)


@pytest.mark.parametrize("language", SENTENCES)
def test_translations_are_nearest(language: str) -> None:
    """A sentence is closer to its translation than to the others."""
    source, target = (load_embedded().encode(SENTENCES[name]) for name in (language, "en"))
    source, target = (side / np.linalg.norm(side, axis=1, keepdims=True) for side in (source, target))
    assert (source @ target.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_writing_habits_do_not_matter() -> None:
    """Case, quotation marks, dashes, vowel points and the width of letters are folded before pieces are cut."""
    pairs = [("“Go” – now", '"GO" - NOW'), ("ＡＢＣ", "abc"), ("كَتَبَ", "كتب"), ("Ёлка", "елка")]
    first, second = (load_embedded().encode([pair[side] for pair in pairs]) for side in (0, 1))
    assert first == pytest.approx(second, abs=1e-5)


def test_required_languages_are_known_and_the_package_is_small() -> None:
    """At least the thirteen languages of the first version, in 30 MB at most, and a card that says what from."""
    assert load_embedded().languages >= REQUIRED
    assert sum(path.stat().st_size for path in EMBEDDED.iterdir()) <= 30_000_000
    assert set(load_embedded().card) >= {"revision", "languages", "training", "data", "pieces", "dimensions"}


def test_words_and_vectors_come_from_one_cut() -> None:
    """The vectors are those of `encode`; each text has its distinct words, whose vectors have length 1."""
    texts = ["The red house, a red one.", "", "red", "日本"]
    vectors, words = load_embedded().encode_with_words(texts)
    assert vectors == pytest.approx(load_embedded().encode(texts), abs=1e-4)
    assert np.diff(words.starts).tolist()[:3] == [5, 0, 1]
    assert words.counts.tolist()[:6] == [1, 2, 1, 1, 1, 1]
    assert words.tokens[words.starts[2]] in words.tokens[: words.starts[1]]
    assert np.linalg.norm(words.vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    red = words.tokens[words.starts[2]]
    assert words.vectors[red] * words.weights[red] == pytest.approx(vectors[2], abs=1e-4)


def test_half_a_character_is_an_unknown_one() -> None:
    """Whoever builds a document by hand may have one; the texts beside it are cut as ever."""
    encoder = load_embedded()
    whole, half = encoder.encode(["A bridge is closed.", "A \ufffd bridge"]), ["A bridge is closed.", "A \ud800 bridge"]
    assert np.array_equal(encoder.encode(half), whole)
