"""Tiny models with random weights, saved as people save theirs: a BERT with modules, an XLM-R with SentencePiece."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

WIDTH = 32
TEXTS = (
    "The harbour is closed because of the storm.",
    "Le port est fermé à cause de la tempête.",
    "Tomorrow the shop opens at nine.",
    "Demain, le magasin ouvre à neuf heures.",
    "Her brother bakes bread for the whole village.",
    "Son frère fait du pain pour tout le village.",
)
_SMALL: dict[str, Any] = {
    "hidden_size": WIDTH,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "max_position_embeddings": 130,
}
_CARD = "---\nlanguage:\n- multilingual\n- en\n- fr\n- no\n---\n# A model\n"


def save_bert(folder: Path, texts: Sequence[str] = TEXTS) -> Path:
    """Save a BERT with `modules.json`, CLS pooling and a card; return the folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    words = sorted({letter for text in texts for letter in text.lower() if letter != " "})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, *(f"##{word}" for word in words)]
    plain = folder / "plain"
    torch.manual_seed(1)
    BertModel(BertConfig(vocab_size=len(vocabulary), **_SMALL)).save_pretrained(plain, safe_serialization=True)
    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    BertTokenizer(vocab=numbers, do_lower_case=True).save_pretrained(plain)
    body = Transformer(str(plain))
    whole = folder / "whole"
    network = SentenceTransformer(modules=[body, Pooling(WIDTH, pooling_mode="cls")], device="cpu")
    network.save(str(whole), create_model_card=False)  # for its card it would ask the hub
    (whole / "README.md").write_text(_CARD, encoding="utf-8")
    return whole


def save_xlmr(folder: Path, texts: Sequence[str] = TEXTS) -> Path:
    """Save an XLM-R without modules, its vocabulary as a SentencePiece model only; return the folder."""
    import json

    import sentencepiece
    import torch
    from transformers import XLMRobertaConfig, XLMRobertaModel

    folder.mkdir(parents=True, exist_ok=True)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_prefix=str(folder / "sentencepiece.bpe"),
        vocab_size=90,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    (folder / "sentencepiece.bpe.vocab").unlink()
    size = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.bpe.model")).vocab_size() + 2
    torch.manual_seed(2)
    XLMRobertaModel(XLMRobertaConfig(vocab_size=size, **_SMALL)).save_pretrained(folder, safe_serialization=True)
    told = {"tokenizer_class": "XLMRobertaTokenizer", "model_max_length": 128}
    (folder / "tokenizer_config.json").write_text(json.dumps(told), encoding="utf-8")
    return folder
