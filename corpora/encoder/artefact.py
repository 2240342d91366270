"""Write a trained encoder: int8 table, vocabulary and model card."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save

from align.errors import InputError
from align.files import new_folder
from align.lattice.arrays import Floats

# Of the collections that the embedded encoder was trained on, as their README tells them; a group shares a line there.
LICENCES = {
    "tatoeba_test": "CC BY 2.0 FR (Tatoeba)",
    "tatoeba_anki": "CC BY 2.0 FR (Tatoeba)",
    "anki": "CC BY 2.0 FR (Tatoeba)",
    "wmt_newstest": "WMT, free for research, source credited",
    "wmt_newsdev": "WMT, free for research, source credited",
    "wmt21": "WMT, free for research, source credited",
    "wmt22": "WMT, free for research, source credited",
    "msctd_subtitles": "MIT",
    "stsb_multi_mt": "as STS-B",
    "coursera": "Apache-2.0",
    "python-docs": "CC0, Apache-2.0, CC BY, MIT",
    "comprehensive-rust": "CC0, Apache-2.0, CC BY, MIT",
    "12factor": "CC0, Apache-2.0, CC BY, MIT",
    "covid19-scenarios": "CC0, Apache-2.0, CC BY, MIT",
    "bitcoin.org": "CC0, Apache-2.0, CC BY, MIT",
    "gnome-user-docs": "CC BY",
    "opensource-guide": "CC BY",
    "carpentries": "CC BY",
    "contributor-covenant": "CC BY",
    "glosario": "CC BY",
    "privacyguides": "CC BY-SA 4.0",
    "mozilla_web": "MPL-2.0, CC0, Apache-2.0",
    "mozilla_web_lang": "MPL-2.0, CC0, Apache-2.0",
    "mozilla-www": "MPL-2.0, CC0, Apache-2.0",
    "common-voice": "MPL-2.0, CC0, Apache-2.0",
    "thunderbird-android": "MPL-2.0, CC0, Apache-2.0",
    "mlqe_pe_wiki": "CC BY-SA, CC BY",
    "mtgeneval_wiki": "CC BY-SA, CC BY",
    "wikititles": "CC BY-SA, CC BY",
    "tico19_test": "CC0",
    "tico19_tm": "CC0",
    "cocoa_mt": "Apache-2.0, MIT",
    "nextstrain-covid": "Apache-2.0, MIT",
    "small_parallel_enja": "as stated upstream",
    "korean_parallel_news": "as stated upstream",
    "xquad_questions": "CC BY-SA",
    "wiktionary-buchmeier": "CC BY-SA 3.0 (Wiktionary)",
    "frwiktionary": "CC BY-SA 3.0 (Wiktionary)",
    "omw": "open licences by language (Open Multilingual Wordnet)",
    "places": "ODbL, Unicode licence",
    "cldr-names": "ODbL, Unicode licence",
}
NOT_TOLD = "not told"


def quantise(rows: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return int8 rows (v, d) and their scales float32 (v,): each row uses the whole range of a byte.

    >>> rows, scales = quantise(np.array([[1.0, -0.5]], dtype=np.float32))
    >>> rows.tolist()
    [[127, -64]]
    """
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-12).astype(np.float32) / np.float32(127.0)
    return np.rint(rows / scales[:, None]).astype(np.int8), scales


def write_encoder(
    folder: Path,
    *,
    rows: Floats,
    vocabulary: Path,
    languages: list[str],
    collections: Iterable[str],
    training: dict[str, Any],
    base: dict[str, Any] | None = None,
) -> None:
    """Write the encoder to `folder`; the revision is made from table and vocabulary, whose checksums the card tells.

    All files take their place in one step, and never over others, which may be the only copy of an encoder.

    Args:
        folder: to be made; one that exists has to be empty.
        rows: float32 (v, d), one a piece of the vocabulary.
        vocabulary: SentencePiece model file.
        languages: ISO 639-1 codes of the training data.
        collections: names of the training data; the card tells the licences of those we know.
        training: what a person needs to train it again: command, pairs, settings.
        base: the card of the encoder that it was made from; its languages, data and training go on to the new card.

    Raises:
        InputError: there is something in the folder, or it cannot be written to.
    """
    quantised, scales = quantise(rows)
    files = {"table.safetensors": save({"rows": quantised, "scales": scales}), "pieces.model": vocabulary.read_bytes()}
    if base is not None:
        training = {**training, "base": {key: base.get(key) for key in ("name", "revision", "training")}}
    before = base or {"languages": [], "data": {}}
    card = {
        "name": "versalign-static",
        "revision": hashlib.sha256(b"".join(files.values())).hexdigest()[:8],
        "pieces": len(rows),
        "dimensions": rows.shape[1],
        "bytes": sum(map(len, files.values())),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "languages": sorted({*before["languages"], *languages}),
        "training": training,
        "data": dict(
            sorted({**{name: LICENCES.get(name, NOT_TOLD) for name in collections}, **before["data"]}.items())
        ),
    }
    files["card.json"] = (json.dumps(card, indent=2, ensure_ascii=False) + "\n").encode()
    try:
        with new_folder(folder) as new:
            for name, data in files.items():
                (new / name).write_bytes(data)
    except OSError as error:
        raise InputError(f"{folder}: expected a new folder to write to, found: {error.strerror}") from None
