"""How many sentences a second a network of the size of LaBSE encodes, with random weights: no download.

    python -m eval.bench.network TEXT...       files with one sentence a line

The answer is one line of JSON: the device, what the numbers are kept in, parameters, texts, pieces a text, and texts a
second, the second of two runs; on a GPU also peak memory in GB, and texts a second in single precision with the least
cosine of a vector with that of half precision. It needs the extra `neural`. For a small trial there is `--tiny`.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np

from align.encoding.network import NetworkEncoder
from align.encoding.transformer import TransformerModel
from align.lattice.arrays import Floats

ROWS = 501_153  # pieces of LaBSE's vocabulary; the rest of its shape is that of BERT base
_WORDS = 60_000  # of the texts that are pieces; all others are spelled
_TINY: dict[str, Any] = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 64}
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
Numbers = dict[str, Any]


def measure_network(texts: Sequence[str], *, rows: int = ROWS, shape: dict[str, Any] | None = None) -> Numbers:
    """Return how fast a network encodes texts.

    Args:
        texts: sentences.
        rows: pieces of the vocabulary, no less than what the texts need.
        shape: of the network, as BERT's configuration names it; LaBSE's for None.
    """
    import torch

    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    with TemporaryDirectory() as place:
        model = TransformerModel(_save(Path(place), texts, rows, shape or {}), "random", "")
        encoder = NetworkEncoder(model, None)
        encoder.encode(texts[:64])
        network = model._network
        pieces = [len(network.tokenizer(text)["input_ids"]) for text in texts]
        vectors, speed = _time(encoder, texts)
        found: Numbers = {
            "device": torch.cuda.get_device_name(0) if torch.cuda.is_available() else "processor",
            "kept_in": str(next(network.parameters()).dtype),
            "parameters": sum(part.numel() for part in network.parameters()),
            "texts": len(texts),
            "pieces_a_text": round(float(np.mean(pieces)), 1),
            "texts_a_second": round(speed, 1),
        }
        if torch.cuda.is_available():
            found["peak_gb"] = round(torch.cuda.max_memory_allocated() / 1e9, 2)
            network.float()
            single, speed = _time(encoder, texts)
            lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(single, axis=1)
            found |= {"single_texts_a_second": round(speed, 1)}
            found |= {"least_cosine": round(float(((vectors * single).sum(axis=1) / lengths).min()), 6)}
        return found


def _time(encoder: NetworkEncoder, texts: Sequence[str]) -> tuple[Floats, float]:
    """Return the vectors, and texts a second of the second run."""
    encoder.encode(texts)
    begun = perf_counter()
    vectors = encoder.encode(texts)
    return vectors, len(texts) / (perf_counter() - begun)


def _save(folder: Path, texts: Sequence[str], rows: int, shape: dict[str, Any]) -> Path:
    """Save a network with random weights and a vocabulary of the texts; return its folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    letters = sorted({letter for text in texts for letter in text if not letter.isspace()})
    words = [word for word, _ in Counter(word for text in texts for word in text.split()).most_common(_WORDS)]
    pieces = list(dict.fromkeys([*_SPECIAL, *letters, *(f"##{letter}" for letter in letters), *words]))
    pieces += [f"[unused{number}]" for number in range(rows - len(pieces))]
    torch.manual_seed(1)
    config = BertConfig(vocab_size=len(pieces), **shape)
    BertModel(config).save_pretrained(folder / "plain")
    numbers = {piece: number for number, piece in enumerate(pieces)}
    BertTokenizer(vocab=numbers, do_lower_case=False, model_max_length=256).save_pretrained(folder / "plain")
    body = Transformer(str(folder / "plain"))
    whole = SentenceTransformer(modules=[body, Pooling(config.hidden_size, pooling_mode="cls")], device="cpu")
    whole.save(str(folder / "whole"), create_model_card=False)
    return folder / "whole"


def main(arguments: Sequence[str]) -> None:
    """Print the answer."""
    small: dict[str, Any] = {"rows": 0, "shape": _TINY} if "--tiny" in arguments else {}
    files = [Path(name) for name in arguments if name != "--tiny"]
    texts = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    if not texts:
        sys.exit("expected files with one sentence a line, found no sentence; give them as arguments")
    sys.stdout.write(json.dumps(measure_network(texts, **small)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
