"""Weights of the aligner for another encoder: fitted on from those of the embedded one, kept in a folder.

The folder has `weights.json` and `encoder.json`, which tells the encoder, so that `--encoder FOLDER` loads both.
"""

import json
from importlib.util import find_spec
from pathlib import Path

from align.aligners.default.weights import load_weights, to_dict
from align.encoding import DESCRIPTION, WEIGHTS, Calibrated, load_encoder
from align.errors import InputError, OptionError
from eval.fit import fit


def calibrate(name: str, gold: Path, output: Path, *, pooling: str = "", every: int = 1) -> None:
    """Fit the weights for an encoder and write them.

    Args:
        name: of the encoder, as for `align.encoding.load_encoder`.
        gold: folder with the gold sets.
        output: folder to write to, which is made when missing.
        pooling: as for `load_encoder`.
        every: one piece of the gold of so many is taken.

    Raises:
        OptionError: there is no such encoder, it cannot have weights, or what fits them is not installed.
        InputError: the gold cannot be read, or the folder not be written to.
    """
    if find_spec("scipy") is None:
        raise OptionError('expected the package scipy to fit weights, found none; run: pip install "versalign[fit]"')
    encoder = load_encoder(name, pooling=pooling)
    if not isinstance(encoder, Calibrated):
        raise OptionError(f"expected an encoder that can have weights, found {name}")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{output}: expected a folder to write to ({error.strerror}); name another one") from None
    if Path(name).is_dir():
        name = str(Path(name).resolve())
    weights = to_dict(fit(gold, encoder, start=load_weights(), every=every))
    (output / WEIGHTS).write_text(json.dumps(weights) + "\n", encoding="utf-8")
    (output / DESCRIPTION).write_text(json.dumps({"encoder": name, "pooling": pooling}) + "\n", encoding="utf-8")
