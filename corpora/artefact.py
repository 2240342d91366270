"""Write a trained encoder: int8 table, vocabulary and model card."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save

from corpora.kernels import Floats

LICENCES = {
    "tatoeba_test, tatoeba_anki, anki": "CC BY 2.0 FR (Tatoeba)",
    "wmt_newstest, wmt_newsdev, wmt21, wmt22": "WMT, free for research, source credited",
    "msctd_subtitles": "MIT",
    "stsb_multi_mt": "as STS-B",
    "coursera": "Apache-2.0",
    "python-docs, comprehensive-rust, 12factor, covid19-scenarios, bitcoin.org": "CC0, Apache-2.0, CC BY, MIT",
    "gnome-user-docs, opensource-guide, carpentries, contributor-covenant, glosario": "CC BY",
    "privacyguides": "CC BY-SA 4.0",
    "mozilla_web, mozilla_web_lang, mozilla-www, common-voice, thunderbird-android": "MPL-2.0, CC0, Apache-2.0",
    "mlqe_pe_wiki, mtgeneval_wiki, wikititles": "CC BY-SA, CC BY",
    "tico19_test, tico19_tm": "CC0",
    "cocoa_mt, nextstrain-covid": "Apache-2.0, MIT",
    "small_parallel_enja, korean_parallel_news": "as stated upstream",
    "xquad_questions": "CC BY-SA",
    "wiktionary-buchmeier, frwiktionary": "CC BY-SA 3.0 (Wiktionary)",
    "omw": "open licences by language (Open Multilingual Wordnet)",
    "places, cldr-names": "ODbL, Unicode licence",
}


def quantise(rows: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Return int8 rows (v, d) and their scales float32 (v,): each row uses the whole range of a byte.

    >>> rows, scales = quantise(np.array([[1.0, -0.5]], dtype=np.float32))
    >>> rows.tolist()
    [[127, -64]]
    """
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-12).astype(np.float32) / np.float32(127.0)
    return np.rint(rows / scales[:, None]).astype(np.int8), scales


def write_encoder(
    folder: Path, *, rows: Floats, vocabulary: Path, languages: list[str], training: dict[str, Any]
) -> None:
    """Write the encoder to `folder`; the revision is made from table and vocabulary.

    Args:
        folder: made when missing; files there are replaced, the card last.
        rows: float32 (v, d), one a piece of the vocabulary.
        vocabulary: SentencePiece model file.
        languages: ISO 639-1 codes of the training data.
        training: what a person needs to train it again: command, pairs, settings.
    """
    folder.mkdir(parents=True, exist_ok=True)
    quantised, scales = quantise(rows)
    table = save({"rows": quantised, "scales": scales})
    revision = hashlib.sha256(table + vocabulary.read_bytes()).hexdigest()[:8]
    (folder / "table.safetensors").write_bytes(table)
    if vocabulary.resolve() != (folder / "pieces.model").resolve():
        shutil.copyfile(vocabulary, folder / "pieces.model")
    card = {
        "name": "versalign-static",
        "revision": revision,
        "pieces": len(rows),
        "dimensions": rows.shape[1],
        "bytes": len(table) + vocabulary.stat().st_size,
        "languages": languages,
        "training": training,
        "data": LICENCES,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
