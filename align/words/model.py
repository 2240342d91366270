"""The networks that judge words and runs of words, fitted on development data by `eval.fitting.words`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from align.aligners.default.network import Network, network_from_dict, network_to_dict
from align.words.columns import FEATURES
from align.words.run_columns import RUN_FEATURES

PATH = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class WordModel:
    """What is known of a word or a run, in the order of their features, to log odds.

    Attributes:
        absent: that a word has no counterpart at all.
        differs: that a word does not say what its counterpart says; a free rendering differs, too.
        run: that most words of a run have no counterpart.
        encoder: signature of the encoder whose vectors they were fitted on.
    """

    absent: Network
    differs: Network
    run: Network
    encoder: str


@cache
def load_model() -> WordModel:
    """Return the networks that ship with the package."""
    return model_from_dict(json.loads(PATH.read_text(encoding="utf-8")))


def model_from_dict(record: dict[str, Any]) -> WordModel:
    """Return the networks from the names and numbers of a JSON file."""
    return WordModel(
        network_from_dict(record["absent"], FEATURES),
        network_from_dict(record["differs"], FEATURES),
        network_from_dict(record["run"], RUN_FEATURES),
        record["encoder"],
    )


def model_to_dict(model: WordModel) -> dict[str, Any]:
    """Return the networks as names and numbers."""
    return {
        "encoder": model.encoder,
        "absent": network_to_dict(model.absent, FEATURES),
        "differs": network_to_dict(model.differs, FEATURES),
        "run": network_to_dict(model.run, RUN_FEATURES),
    }
