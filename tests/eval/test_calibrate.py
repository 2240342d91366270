"""Weights that belong to an encoder: what `versalign eval calibrate` writes is an encoder with its weights."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from align import load_encoder
from align.aligners import align_documents
from align.aligners.default.weights import load_weights, to_dict
from align.encoding import DESCRIPTION, WEIGHTS
from align.errors import InputError, ModelError, OptionError
from eval.calibrate import calibrate
from eval.fitting.examples import is_for
from eval.gold.sets import GoldPair
from tests.align.aligners.test_default import ENGLISH, FRENCH, document
from tests.running import versalign


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with weights for `use`, other ones than those that ship."""
    weights = replace(load_weights(), encoder=load_encoder("use").signature)
    (tmp_path / WEIGHTS).write_text(json.dumps(to_dict(weights)), encoding="utf-8")
    (tmp_path / DESCRIPTION).write_text(json.dumps({"encoder": "use", "pooling": ""}), encoding="utf-8")
    return tmp_path


def test_the_folder_is_an_encoder_with_its_weights(folder: Path) -> None:
    """Its vectors are those of the encoder; the weights are named, and fit, and are not those that ship for it."""
    encoder = load_encoder(str(folder))
    assert encoder.signature == load_encoder("use").signature
    sides = document(ENGLISH, "en"), document(FRENCH, "fr")
    own, other = (align_documents(*sides, encoder=each) for each in (encoder, load_encoder("use")))
    assert own.signature != other.signature
    for alignment in (own, other):
        assert "(not fitted" not in alignment.signature
        assert not alignment.warnings


@pytest.mark.parametrize("name", [WEIGHTS, DESCRIPTION])
def test_a_damaged_folder_is_one_line(name: str, folder: Path) -> None:
    """Whichever of the two files it is."""
    (folder / name).write_text("[]", encoding="utf-8")
    text = document(ENGLISH, "en")
    with pytest.raises(ModelError, match="expected"):
        align_documents(text, text, encoder=load_encoder(str(folder)))


def test_what_cannot_be_calibrated_is_one_line(tmp_path: Path) -> None:
    """An encoder that there is not, or an output that is a file; nothing is fitted before that."""
    with pytest.raises(OptionError, match="expected as encoder"):
        calibrate("nothing", tmp_path, tmp_path / "out")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="expected a folder to write to"):
        calibrate("use", tmp_path, tmp_path / "file")


def test_a_missing_extra_is_told_before_hours_of_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs it."""
    monkeypatch.setattr("eval.calibrate.find_spec", lambda name: None)
    with pytest.raises(OptionError, match=r"expected the package scipy .* pip install \"versalign\[fit\]\""):
        calibrate("use", tmp_path, tmp_path / "out")


def test_nothing_is_fitted_on_languages_that_an_encoder_refuses() -> None:
    """The embedded encoder takes all of them, and says so in the report where it was not trained on one."""
    pair = GoldPair("set/one", "is", "en", ("A.",), ("B.",), ())
    assert [is_for(load_encoder(name), pair) for name in ("embedded", "use")] == [True, False]


def test_the_command_tells_how_far_it_is(tmp_path: Path) -> None:
    """A set is told once it is read; it takes minutes in all. The next one is missing here, which ends it."""
    (tmp_path / "textberg").mkdir()
    header = "set\tdoc\tsrc_ext\ttgt_ext\tn_src\tn_tgt\tn_beads\n"
    (tmp_path / "MANIFEST.tsv").write_text(f"{header}textberg\tone\ten\tde\t4\t4\t4\n", encoding="utf-8")
    (tmp_path / "textberg/one.en").write_text("It rains.\nWe stay.\nHe sings.\nNobody hears it.\n", encoding="utf-8")
    (tmp_path / "textberg/one.de").write_text("Es regnet.\nWir gehen.\nEr singt.\nKeiner hört.\n", encoding="utf-8")
    (tmp_path / "textberg/one.gold").write_text("[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n", encoding="utf-8")
    done = versalign("eval", "calibrate", "--encoder", "use", "-o", tmp_path / "out", "--gold", tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "textberg: 1 pieces"
    assert done.stderr.splitlines()[-1].startswith("versalign: expected")
