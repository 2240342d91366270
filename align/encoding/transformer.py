"""Encoders from transformers: folders of sentence-transformers, LaBSE by its short name, plain models with a pooling.

How the vectors of a text's pieces become one is told by the `modules.json` of a folder. Without that file the library
would take the mean in silence, so that such a folder is refused unless `--pooling` says what to do. Weights are read
from safetensors only, no code of a model is ever run, and nothing is fetched unless `--allow-download` is given.

The signature has a digest of all files of the model, so that no store of vectors takes one model for another. The
network itself is loaded when a text has to be encoded that the store does not have.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from align.encoding.model_folder import check_folder, digest_folder, languages_of_card
from align.encoding.network import NetworkEncoder
from align.encoding.store import open_store
from align.errors import ModelError
from align.lattice.arrays import Floats

SHORT = {"labse": "sentence-transformers/LaBSE"}
BATCH = 64  # texts that the network sees at once
_FETCHED = ["*.json", "*.txt", "*.model", "*.safetensors", "README.md"]
_PACKAGES = ("torch", "transformers", "sentence_transformers")


class TransformerModel:
    """A network in a folder."""

    exclusive = False

    def __init__(self, folder: Path, name: str, pooling: str) -> None:
        """Look at the folder; of its weights only the digest is taken.

        Args:
            folder: of the model.
            name: what the signature calls it.
            pooling: `cls` or `mean`; empty where the folder tells it.

        Raises:
            ModelError: the folder holds no such model, or one that is not safe to load.
            OptionError: the folder tells the pooling, or does not and none is given.
        """
        check_folder(folder, pooling)
        self._folder, self._pooling = folder, pooling
        self.languages = languages_of_card(folder / "README.md")
        self.signature = "-".join(["transformer", name, digest_folder(folder), *([pooling] if pooling else [])])

    @cached_property
    def dimensions(self) -> int:
        """Return how many numbers a vector has."""
        return int(self._network.get_embedding_dimension())

    def run(self, texts: Sequence[str]) -> Floats:
        """Return the vectors of texts, none of them empty: float32 (n, d)."""
        vectors = self._network.encode(list(texts), batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(vectors, dtype=np.float32)

    def unknown_share(self, texts: Sequence[str]) -> float:
        """Return the share of the pieces of texts that the vocabulary does not have."""
        tokenizer = self._network.tokenizer
        pieces = [number for text in texts for number in tokenizer(text, add_special_tokens=False)["input_ids"]]
        return pieces.count(tokenizer.unk_token_id) / max(1, len(pieces))

    @cached_property
    def _network(self) -> Any:
        """Return the network, on a GPU in half precision if there is one."""
        import torch
        from safetensors import SafetensorError

        device = "cuda" if torch.cuda.is_available() else "cpu"
        try:
            with _offline():
                network = self._load(device)
        except (SafetensorError, OSError, ValueError, RuntimeError, LookupError, TypeError, ImportError) as error:
            raise ModelError(f"{self._folder}: expected a model to load, found: {_first_line(error)}") from error
        self._check_vocabulary(network)
        network.eval()
        return network.half() if device == "cuda" else network

    def _load(self, device: str) -> Any:
        """Return the network on a device, from the files of the folder alone."""
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        logging.set_verbosity_error()
        weights = {"use_safetensors": True, "local_files_only": True}
        if not self._pooling:
            options = {"trust_remote_code": False, "local_files_only": True, "model_kwargs": weights}
            return SentenceTransformer(str(self._folder), device=device, **options)
        from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

        local = {"local_files_only": True}
        body = Transformer(str(self._folder), model_kwargs=weights, processor_kwargs=local, config_kwargs=local)
        pooling = Pooling(body.get_embedding_dimension(), pooling_mode=self._pooling)
        return SentenceTransformer(modules=[body, pooling], device=device)

    def _check_vocabulary(self, network: Any) -> None:
        """Refuse a network whose vocabulary was not read: some tokenizers begin with an empty one, and say nothing."""
        pieces = len(network.tokenizer)
        rows = network[0].model.get_input_embeddings().num_embeddings
        if 2 * pieces < rows:
            raise ModelError(
                f"{self._folder}: expected a vocabulary of about {rows} pieces, found {pieces}; save the tokenizer as "
                "tokenizer.json with the model"
            )


def load_transformer(name: str, *, pooling: str = "", allow_download: bool = False) -> NetworkEncoder:
    """Return the encoder of a model.

    Args:
        name: the path of a folder, a short name in `SHORT`, or the name of a model as the hub knows it.
        pooling: `cls` or `mean`; empty where the folder tells it.
        allow_download: whether a model that is not on this machine may be fetched.

    Raises:
        ModelError: a package is missing, the model is not there, or not safe to load.
        OptionError: the pooling is missing, or one too many.
    """
    if missing := [package for package in _PACKAGES if find_spec(package) is None]:
        raise ModelError(
            f"expected the package {missing[0].replace('_', '-')} for --encoder transformer:{name}, found none; run: "
            'pip install "versalign[neural]"'
        )
    if not name.strip():
        raise ModelError("expected the folder or the name of a model after transformer:, found none; give one")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    folder = Path(name)
    if not folder.is_dir():
        folder = _find(name, allow_download)
    model = TransformerModel(folder, _short_name(name), pooling)
    return NetworkEncoder(model, open_store(), folder=None if pooling else folder)


def _find(name: str, allow_download: bool) -> Path:
    """Return the folder of a model that the hub knows by a name, fetched now if that is allowed and necessary."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    full = SHORT.get(name.lower(), name)
    try:
        with nullcontext() if allow_download else _offline():
            return Path(snapshot_download(full, allow_patterns=_FETCHED, local_files_only=not allow_download))
    except HFValidationError:
        raise ModelError(f"expected the folder or the name of a model, found {name!r}; check the path") from None
    except (LocalEntryNotFoundError, HfHubHTTPError, OSError) as error:
        if allow_download:
            raise ModelError(f"expected to fetch the model {full}, found: {_first_line(error)}") from None
        raise ModelError(
            f"expected the model {full} on this machine, found none; add --allow-download, or run: hf download {full}"
        ) from None


@contextmanager
def _offline() -> Iterator[None]:
    """Let no library ask the hub; afterwards whoever else uses it in this process may.

    The environment is read when the library of the hub is imported, which may have happened before, so that it does not
    help to set it.
    """
    from huggingface_hub import constants

    before = constants.HF_HUB_OFFLINE
    constants.HF_HUB_OFFLINE = True
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = before


def _short_name(name: str) -> str:
    """Return what the signature calls a model.

    >>> _short_name("sentence-transformers/LaBSE"), _short_name("models/my model/")
    ('LaBSE', 'my_model')
    """
    last = Path(SHORT.get(name.lower(), name)).name
    return "".join(letter if letter.isalnum() or letter in "._" else "_" for letter in last)


def _first_line(error: Exception) -> str:
    """Return the first line of what went wrong."""
    return (str(error).strip() or type(error).__name__).splitlines()[0].removeprefix("Got: ")
