"""Transformers: tiny ones with random weights go the whole way; what is missing or unsafe is one line."""

import json
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from align import compare, load_encoder
from align.encoding import Encoder
from align.encoding.network import NetworkEncoder
from align.encoding.transformer import TransformerModel, _offline
from align.errors import ModelError, OptionError
from tests.align.encoding.tiny_models import TEXTS, WIDTH, save_bert, save_xlmr

pytestmark = [
    pytest.mark.skipif(
        not (find_spec("torch") and find_spec("sentence_transformers")),
        reason="torch or sentence-transformers is absent",
    ),
    pytest.mark.filterwarnings("default"),  # what others' libraries warn of is not ours to mend
]
SOURCE, TARGET = " ".join(TEXTS[::2]), " ".join(TEXTS[1::2])


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a BERT as sentence-transformers saves it."""
    return save_bert(tmp_path_factory.mktemp("bert"))


@pytest.fixture(scope="module")
def xlmr(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an XLM-R whose vocabulary is a SentencePiece model."""
    return save_xlmr(tmp_path_factory.mktemp("xlmr"))


def encoders(bert: Path, xlmr: Path) -> list[Encoder]:
    """Return both, the plain one with a pooling."""
    return [load_encoder(f"transformer:{bert}"), load_encoder(f"transformer:{xlmr}", pooling="mean")]


def test_the_contract_is_kept(bert: Path, xlmr: Path) -> None:
    """One float32 vector a text, zero for an empty one, the same alone and among others."""
    texts = ["Red bread.", "", *TEXTS]
    for encoder in encoders(bert, xlmr):
        vectors = encoder.encode(texts)
        assert vectors.dtype == np.float32
        assert vectors.shape == (len(texts), WIDTH)
        assert [bool(vector.any()) for vector in vectors] == [bool(text) for text in texts]
        model = _model(encoder)
        assert np.concatenate([model.run([text]) for text in TEXTS]) == pytest.approx(vectors[2:], abs=1e-4)
        assert encoder.encode([]).shape == (0, WIDTH)


def test_the_whole_path(bert: Path, xlmr: Path) -> None:
    """A comparison by vectors of either, named in the signature."""
    for encoder in encoders(bert, xlmr):
        comparison = compare(SOURCE, TARGET, encoder=encoder)
        assert encoder.signature in comparison.alignment.signature
        assert "not fitted on the encoder" in comparison.alignment.signature


def test_the_vocabulary_was_read(bert: Path, xlmr: Path) -> None:
    """No piece of the texts that it was made from is unknown, and those of another script are."""
    for encoder in encoders(bert, xlmr):
        assert _model(encoder).unknown_share(TEXTS) == 0.0
        assert _model(encoder).unknown_share(["雨开始下的时候"]) > 0.4


def test_a_second_run_loads_no_network(bert: Path) -> None:
    """All vectors are kept, so that the weights are not even read."""
    first = load_encoder(f"transformer:{bert}").encode(TEXTS)
    again = load_encoder(f"transformer:{bert}")
    assert np.array_equal(again.encode(TEXTS), first)
    assert "_network" not in vars(_model(again))


def test_the_signature_changes_with_the_files(bert: Path, tmp_path: Path) -> None:
    """Another training of a model of the same name is another encoder."""
    other = shutil.copytree(bert, tmp_path / bert.name)
    assert load_encoder(f"transformer:{other}").signature == load_encoder(f"transformer:{bert}").signature
    weights = bytearray((other / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (other / "model.safetensors").write_bytes(weights)
    assert load_encoder(f"transformer:{other}").signature != load_encoder(f"transformer:{bert}").signature


def test_languages_are_those_of_the_card(bert: Path, xlmr: Path) -> None:
    """A model without a card is not said to lack any."""
    one, other = encoders(bert, xlmr)
    assert one.languages == {"en", "fr", "no"}
    assert other.languages == frozenset()
    finnish = "Satama on suljettu myrskyn takia. Huomenna kauppa aukeaa yhdeksältä."
    warned = [compare(finnish, TEXTS[0], encoder=each).alignment.warnings for each in (one, other)]
    assert [any("not trained on Finnish" in line for line in lines) for lines in warned] == [True, False]


def test_poolings_differ(xlmr: Path) -> None:
    """The first piece is not the mean of all."""
    first, mean = (load_encoder(f"transformer:{xlmr}", pooling=way) for way in ("cls", "mean"))
    assert first.signature != mean.signature
    assert not np.allclose(first.encode(TEXTS), mean.encode(TEXTS))


@pytest.mark.parametrize(
    ("pooling", "said"), [("", "expected modules.json"), ("max", "expected --pooling cls or mean")]
)
def test_the_pooling_is_never_guessed(pooling: str, said: str, xlmr: Path) -> None:
    """The library would take the mean in silence."""
    with pytest.raises(OptionError, match=said):
        load_encoder(f"transformer:{xlmr}", pooling=pooling)


def test_a_pooling_against_the_folder_is_refused(bert: Path) -> None:
    """It was trained with the one that its folder tells."""
    with pytest.raises(OptionError, match="leave --pooling out"):
        load_encoder(f"transformer:{bert}", pooling="mean")


def _pickle(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def _no_weights(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def _own_code(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"auto_map": {"AutoModel": "mine.Model"}}))


def _foreign_module(folder: Path) -> None:
    modules = json.loads((folder / "modules.json").read_text())
    (folder / "modules.json").write_text(json.dumps([*modules, {"idx": 2, "path": "", "type": "os.system"}]))


def _outside(folder: Path) -> None:
    modules = json.loads((folder / "modules.json").read_text())
    (folder / "modules.json").write_text(json.dumps([modules[0] | {"path": "../other"}]))


def _no_json(folder: Path) -> None:
    (folder / "modules.json").write_text("[")


def _small_vocabulary(folder: Path) -> None:
    told = json.loads((folder / "tokenizer.json").read_text())
    kept = {piece: number for piece, number in told["model"]["vocab"].items() if number < 5}
    told["model"]["vocab"] = kept
    (folder / "tokenizer.json").write_text(json.dumps(told))


def _cut_weights(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_pickle, "expected weights in safetensors, found only pytorch_model.bin"),
        (_no_weights, "expected weights in safetensors, found none"),
        (_own_code, "without code of its own, found auto_map"),
        (_foreign_module, "found os.system, whose code is not run"),
        (_outside, "expected modules in the folder of the model"),
        (_no_json, "expected JSON"),
        (_small_vocabulary, "expected a vocabulary of about [0-9]+ pieces, found 5"),
        (_cut_weights, "expected a model to load"),
    ],
)
def test_a_folder_that_is_unsafe_or_damaged_is_refused(
    harm: Callable[[Path], None], said: str, bert: Path, tmp_path: Path
) -> None:
    """Nothing of it is run, and the line says what was found."""
    folder = shutil.copytree(bert, tmp_path / "copy")
    harm(folder)
    with pytest.raises(ModelError, match=said):
        load_encoder(f"transformer:{folder}").encode(["A text that is new."])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "labse",
            "expected the model sentence-transformers/LaBSE .* found none; add --allow-download, or run: hf download",
        ),
        ("some/model", "expected the model some/model on this machine"),
        ("/no/such folder", "check the path"),
        ("", "after transformer:, found none"),
        (" ", "after transformer:, found none"),
    ],
)
def test_a_model_that_is_not_here_is_not_fetched(name: str, said: str, tmp_path: Path) -> None:
    """The line says how to fetch it."""
    with pytest.raises(ModelError, match=said):
        load_encoder(f"transformer:{name}")


def test_the_hub_is_not_asked_where_its_library_was_imported_before(
    bert: Path, xlmr: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it has read the environment, and would ask even who is calling. Afterwards others may use it as before."""
    from huggingface_hub import constants, model_info
    from huggingface_hub.errors import OfflineModeIsEnabled

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "AGENT_HARNESSES_PATH", str(tmp_path / "none"))
    with _offline(), pytest.raises(OfflineModeIsEnabled):
        model_info("some/model")
    with pytest.raises(ModelError, match="expected the model some/model on this machine"):
        load_encoder("transformer:some/model")
    for encoder in encoders(bert, xlmr):
        assert encoder.encode(["A text that no store has."]).any()
    assert not constants.HF_HUB_OFFLINE


@pytest.mark.parametrize("package", ["torch", "sentence_transformers"])
def test_a_missing_extra_is_told(package: str, bert: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs it."""
    monkeypatch.setattr(
        "align.encoding.transformer.find_spec", lambda name: None if name == package else find_spec(name)
    )
    with pytest.raises(ModelError, match=r"for --encoder transformer:.* pip install \"versalign\[neural\]\""):
        load_encoder(f"transformer:{bert}")


def test_a_gpu_is_used_only_where_there_is_one(bert: Path) -> None:
    """Without one the numbers are of single precision, on the processor."""
    import torch

    encoder = load_encoder(f"transformer:{bert}")
    network = _model(encoder)._network
    on_gpu = torch.cuda.is_available()
    assert network.device.type == ("cuda" if on_gpu else "cpu")
    assert next(network.parameters()).dtype == (torch.float16 if on_gpu else torch.float32)


def _model(encoder: Encoder) -> TransformerModel:
    """Return the network behind an encoder."""
    assert isinstance(encoder, NetworkEncoder)
    assert isinstance(encoder._model, TransformerModel)
    return encoder._model
