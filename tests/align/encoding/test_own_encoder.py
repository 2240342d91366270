"""An encoder in a folder of one's own takes the place of the embedded one."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from align import compare, load_encoder
from align.aligners import align_documents
from align.aligners.default.weights import load_weights
from align.documents import document_from_text
from align.encoding import Encoder
from align.encoding.static.encoder import EMBEDDED, StaticEncoder
from align.errors import ModelError, OptionError
from corpora.encoder.artefact import write_encoder
from tests.align.aligners.test_default import ENGLISH as ENGLISH_SENTENCES
from tests.align.aligners.test_default import document
from tests.align.encoding.hashed import HashedEncoder
from tests.align.test_cli import ENGLISH, FRENCH
from tests.running import versalign

PIECES = 96_000


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write an encoder with the vocabulary of the embedded one and few, arbitrary numbers a piece."""
    folder = tmp_path_factory.mktemp("encoder")
    rows = np.random.default_rng(1).standard_normal((PIECES, 8)).astype(np.float32)
    vocabulary = EMBEDDED / "pieces.model"
    write_encoder(folder, rows=rows, vocabulary=vocabulary, languages=["en"], collections=["own"], training={})
    return folder


def test_the_vectors_are_those_of_the_folder(narrow: Path) -> None:
    """Width, languages and signature are its own."""
    encoder = load_encoder(str(narrow))
    assert encoder.encode(["Red bread"]).shape == (1, 8)
    assert encoder.languages == {"en"}
    assert encoder.signature != load_encoder().signature


def test_alignment_and_comparison_name_the_encoder(narrow: Path) -> None:
    """The signature travels with the result, and the embedded encoder is the default."""
    source = document_from_text("The bridge is closed. Repairs start on Monday.", language="en")
    target = document_from_text("Le pont est fermé.", language="fr")
    own = load_encoder(str(narrow))
    assert f"encoder {own.signature}," in align_documents(source, target, encoder=own).signature
    assert f"encoder {own.signature}," in compare(source, target, encoder=own).alignment.signature
    assert f"encoder {load_encoder().signature}," in compare(source, target).alignment.signature


def test_an_encoder_that_can_only_encode_finds_what_was_dropped() -> None:
    """Blocks are read as texts, words are those of the embedded encoder, and each is said."""
    encoder: Encoder = HashedEncoder()
    kept = [text for number, text in enumerate(ENGLISH_SENTENCES) if number not in (2, 5)]
    alignment = align_documents(document(ENGLISH_SENTENCES, "en"), document(kept, "en"), encoder=encoder)
    assert {bead.source.start for bead in alignment.beads if not bead.target} == {2, 5}
    assert f"encoder hashed-1, words {load_encoder().signature}," in alignment.signature
    assert "(not fitted on the encoder)" in alignment.signature
    (fitted,) = alignment.warnings
    assert "fitted on versalign-static-" in fitted
    assert "not on hashed-1" in fitted


def test_words_are_done_without_in_languages_that_the_embedded_encoder_does_not_know() -> None:
    """Its words would be noise there, and the report says that there are none."""
    text = document(ENGLISH_SENTENCES, "mi")
    alignment = align_documents(text, text, encoder=HashedEncoder())
    assert "words" not in alignment.signature
    assert [bead.shape for bead in alignment.beads] == ["1-1"] * len(ENGLISH_SENTENCES)
    assert any("no vectors of words" in warning for warning in alignment.warnings)


def test_two_sentences_are_one_bead_without_additive_vectors() -> None:
    """The block is read as one text."""
    joined = [*ENGLISH_SENTENCES[:3], f"{ENGLISH_SENTENCES[3]} {ENGLISH_SENTENCES[4]}", *ENGLISH_SENTENCES[5:]]
    beads = align_documents(document(ENGLISH_SENTENCES, "en"), document(joined, "en"), encoder=HashedEncoder()).beads
    assert [bead.shape for bead in beads] == ["1-1"] * 3 + ["2-1"] + ["1-1"] * 3


def test_the_encoder_that_the_weights_were_fitted_on_goes_without_a_warning() -> None:
    """The weights know it by its signature."""
    text = document(ENGLISH_SENTENCES, "en")
    assert load_weights().encoder == load_encoder().signature
    assert align_documents(text, text).warnings == ()


def test_an_adapted_encoder_is_said_not_to_be_the_one_of_the_weights(narrow: Path) -> None:
    """It can do all that the embedded one can, so that is the only warning."""
    text = document(ENGLISH_SENTENCES, "en")
    own = load_encoder(str(narrow))
    (warning,) = align_documents(text, text, encoder=own).warnings
    assert f"not on {own.signature}" in warning


def test_an_aligner_without_vectors_refuses_an_encoder(narrow: Path) -> None:
    """Otherwise one could compare encoders that had no say."""
    text = document_from_text("The bridge is closed.", language="en")
    with pytest.raises(OptionError, match="expected no encoder for the aligner by length"):
        align_documents(text, text, aligner="length", encoder=load_encoder(str(narrow)))


@pytest.mark.parametrize("command", [["diff", "--json"], ["align", "--format", "jsonl"]])
def test_the_commands_take_a_folder(command: list[str], narrow: Path) -> None:
    """What they print differs from what the embedded encoder finds."""
    own = versalign(*command, ENGLISH, FRENCH, "--encoder", narrow)
    warnings = own.stderr.splitlines()  # the report of diff has a place for them
    assert any("not on" in line for line in warnings) == (command[0] == "align")
    assert all(line.startswith("versalign: warning: ") for line in warnings)
    assert own.returncode in (0, 1)
    assert own.stdout != versalign(*command, ENGLISH, FRENCH, "--encoder", "embedded").stdout
    if command[0] == "diff":
        assert StaticEncoder(narrow).signature in json.loads(own.stdout)["signature"]


@pytest.mark.parametrize("command", [["diff"], ["align"], ["eval", "score", "--gold"], ["eval", "near", "--gold"]])
def test_a_wrong_path_is_one_line(command: list[str], tmp_path: Path) -> None:
    """What was expected, found, and what to do; exit code 2, before anything else is read."""
    rest = [ENGLISH, FRENCH] if len(command) == 1 else [tmp_path]
    done = versalign(*command, *rest, "--encoder", tmp_path / "nothing")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "expected as encoder embedded, use, or transformer:NAME, or a folder" in done.stderr
    assert "nothing" in done.stderr


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _forget_revision(path: Path) -> None:
    card = json.loads(path.read_text())
    path.write_text(json.dumps({key: value for key, value in card.items() if key != "revision"}))


def _garble(path: Path) -> None:
    path.write_bytes(b"\x7f" * path.stat().st_size)


@pytest.mark.parametrize(
    ("name", "harm", "found"),
    [
        ("card.json", Path.unlink, "No such file"),
        ("card.json", lambda path: path.write_text("[]"), "no name in card.json"),
        ("card.json", _forget_revision, "no revision in card.json"),
        ("table.safetensors", Path.unlink, "No such file"),
        ("table.safetensors", _cut, "no rows and scales in table.safetensors"),
        ("table.safetensors", _garble, "no rows and scales in table.safetensors"),
        ("table.safetensors", lambda path: path.write_bytes(b""), "no rows and scales in table.safetensors"),
        ("pieces.model", _cut, "but [0-9]+ on the card"),
        ("pieces.model", Path.unlink, "No such file"),
        ("pieces.model", _garble, "pieces.model"),
    ],
)
def test_a_damaged_folder_is_refused(name: str, harm: object, found: str, narrow: Path, tmp_path: Path) -> None:
    """The message names the folder, what belongs there and what was found."""
    folder = tmp_path / "copy"
    shutil.copytree(narrow, folder)
    harm(folder / name)  # type: ignore[operator]
    with pytest.raises(ModelError, match=f"expected an encoder .* in .*copy, found: .*{found}.*train it again"):
        load_encoder(str(folder)).encode(["red"])


def test_a_damaged_vocabulary_is_one_line_too(narrow: Path, tmp_path: Path) -> None:
    """It is read in another thread, and its trouble comes out in this one."""
    folder = tmp_path / "copy"
    shutil.copytree(narrow, folder)
    _garble(folder / "pieces.model")
    done = versalign("diff", ENGLISH, FRENCH, "--encoder", folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "expected an encoder" in done.stderr
