"""The SentencePiece vocabulary of the embedded encoder.

1. Take a sample of every language, flattened so that small languages keep a share of the pieces.
2. Fold characters: NFKC, case, quotation marks, dashes, Arabic and Hebrew vowel points, letter variants.
3. Train a unigram model (Kudo 2018, doi:10.18653/v1/P18-1007) with single digits.

The folding is compiled into the model file, so encoding needs no Python code for it.
"""

import logging
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import sentencepiece

from align.errors import InputError, OptionError
from corpora.encoder.pairs import PairFile, read_pairs

LOG = logging.getLogger(__name__)

TEXT_PER_LANGUAGE = 45_000
TERMS_PER_LANGUAGE = 25_000

_TOO_FEW = re.compile(r"smaller than required_chars\. \d+ vs (\d+)")  # what SentencePiece says of it
_QUOTES = dict.fromkeys("«»“”„‟″〝〞「」『』《》〈〉＂", '"') | dict.fromkeys("‘’‚‛′`´ʹʼˈ׳＇‹›", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_ARABIC = str.maketrans("أإآٱىیکةہھے", "اااايي" + "كهههي")
_FOLDED = _QUOTES | _DASHES | {"ё": "е", "ς": "σ"}


def fold(character: str) -> str:
    """Return what the encoder reads for one character; empty when it is ignored.

    >>> fold("É"), fold("”"), fold("ﬁ"), fold("أ")
    ('é', '"', 'fi', 'ا')
    """
    if character in _FOLDED:
        return _FOLDED[character]
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    text = "".join(_FOLDED.get(c, c) for c in text).translate(_ARABIC)
    return "".join(_without_points(c) for c in text)


def train_vocabulary(files: list[PairFile], out: Path, *, size: int, seed: int = 1, threads: int = 2) -> None:
    """Train the vocabulary and write it to `out` (a SentencePiece model file).

    Args:
        files: parallel text; both sides of every file are used.
        out: path of the model file to write.
        size: number of pieces at most; little text gives fewer.
        seed: of the sample of sentences.
        threads: worker threads of the trainer; they do not change the result.

    Raises:
        InputError: there is no text, or not enough.
        OptionError: there are more characters than the vocabulary may have pieces.
    """
    sentences = sample_sentences(files, seed=seed)
    if not sentences:
        raise InputError(f"expected pairs of texts in {files[0].path.parent}, found none")
    rules = out.with_suffix(".rules.tsv")
    rules.write_text("".join(_folding_rules()), encoding="utf-8")
    prefix = str(out.with_suffix(""))
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(sentences),
            model_prefix=prefix,
            vocab_size=size,
            model_type="unigram",
            hard_vocab_limit=False,
            character_coverage=0.9998,
            normalization_rule_tsv=str(rules),
            split_digits=True,
            num_threads=threads,
            max_sentence_length=2000,
            seed_sentencepiece_size=600_000,
            minloglevel=1,
            unk_surface="",
            bos_id=-1,
            eos_id=-1,
        )
    except RuntimeError as error:
        if few := _TOO_FEW.search(str(error)):
            raise OptionError(f"expected {few[1]} pieces at least, one a character, found {size}") from None
        reason = str(error).rpartition("] ")[2].strip() or "too little text"  # behind the place in its source
        raise InputError(f"expected text of which {size} pieces can be made, found: {reason}") from None
    rules.unlink()
    Path(prefix + ".vocab").unlink()


def sample_sentences(files: list[PairFile], *, seed: int) -> list[str]:
    """Return sentences and terms of all languages, at most a fixed number of each kind per language."""
    limits = {"text": TEXT_PER_LANGUAGE, "dict": TERMS_PER_LANGUAGE}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file in files:
        for pair in read_pairs(file):
            found[file.source_language, pair.kind].add(pair.source)
            found[file.target_language, pair.kind].add(pair.target)
        LOG.info(f"read {file.path.name}")
    choice = random.Random(seed)
    chosen: list[str] = []
    for (_, kind), texts in sorted(found.items()):
        pool = sorted(texts)
        chosen += choice.sample(pool, min(len(pool), limits[kind]))
    return chosen


def _folding_rules() -> Iterator[str]:
    """Yield the lines of a SentencePiece rule file: characters in hexadecimal, tab, what they become."""
    for code in range(0x20, 0x30000):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Co", "Cs"):
            continue
        folded = fold(character)
        if folded != character:
            yield f"{code:X}\t{' '.join(f'{ord(c):X}' for c in folded)}\n"


def _without_points(character: str) -> str:
    """Drop what only guides the voice or the layout; strip Greek accents, which capitals never carry."""
    code = ord(character)
    if unicodedata.category(character) == "Cf" or code in (0x0640, 0x00AD):
        return ""
    if 0x0591 <= code <= 0x05C7 or 0x064B <= code <= 0x065F or code == 0x0670:
        return ""
    if 0x0370 <= code <= 0x03FF or 0x1F00 <= code <= 0x1FFF:
        return unicodedata.normalize("NFD", character)[0]
    return character
