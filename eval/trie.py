"""Make the tree of pieces that the embedded encoder cuts texts by, from its SentencePiece model.

python -m eval.trie            writes pieces.safetensors of the embedded encoder anew; in some seconds
python -m eval.trie --check    says whether that file is what would be written; exit code 1 where it is not
"""

import json
import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save

from align.encoding.static.encoder import EMBEDDED, TRIE
from align.encoding.static.pieces import kind_of, mark_of, size_of, words_of
from align.encoding.static.trie import BLANK, CHILDREN, NOBODY, PIECE, SEVERAL, SIGN, SPACE, SURE, UNKNOWN

COMMAND = "python -m eval.trie"
_BLANK, _PENALTY = "▁", 10.0  # SentencePiece's sign for a space, and what it takes from the worst score for no piece
_MARGIN = 0.05  # by which a piece is better than all other paths, so that rounding cannot turn it round
_CODES, _PAGE = 0x110000, 256
_DIGEST = "model"  # in the file: the checksum of the model
_AT_ONCE = 1024  # places for children that are tried in one step


def build_trie(model: Path) -> bytes:
    """Return the content of the file.

    Args:
        model: of SentencePiece: unigram, with no piece but of plain text.
    """
    from sentencepiece import SentencePieceProcessor

    processor: Any = SentencePieceProcessor(model_file=str(model))
    names = [processor.id_to_piece(number) for number in range(processor.vocab_size())]
    scores = dict(zip(names[1:], map(processor.get_score, range(1, len(names))), strict=True))
    signs = number_signs(scores)
    worst = np.float32(min(scores.values())) - np.float32(_PENALTY)
    tensors = {
        **fold_codes(model, signs),
        "kinds": find_kinds(scores, signs),
        "nodes": lay_out(scores, {name: number for number, name in enumerate(names)}, signs),
        "scores": np.array([worst, *scores.values()], dtype=np.float32),
        "characters": np.array([0, *map(ord, signs)], dtype=np.uint32),
        "piece_kinds": np.array(list(map(kind_of, names)), dtype=np.int8),
        "piece_marks": np.array(list(map(mark_of, names)), dtype=np.int8),
        "piece_words": np.array(list(map(words_of, names)), dtype=np.float32),
        "piece_sizes": np.array(list(map(size_of, names)), dtype=np.uint8),
    }
    return save(tensors, {_DIGEST: sha256(model.read_bytes()).hexdigest()})


def is_of(trie: Path, model: Path) -> bool:
    """Return whether a file was made from a model.

    Args:
        trie: the file.
        model: of SentencePiece.
    """
    with safe_open(trie, "numpy") as file:
        return bool(file.metadata() == {_DIGEST: sha256(model.read_bytes()).hexdigest()})


def number_signs(scores: dict[str, float]) -> dict[str, int]:
    """Return the number of each sign, from 1; frequent ones have small numbers, as these come to lie side by side.

    Args:
        scores: of the pieces.
    """
    weights: dict[str, float] = defaultdict(float)
    for piece, score in scores.items():
        for sign in piece:
            weights[sign] += float(np.exp(score))
    others = sorted(weights.keys() - {_BLANK}, key=lambda sign: (-weights[sign], sign))
    return {_BLANK: BLANK} | {sign: number for number, sign in enumerate(others, BLANK + 1)}


def fold_codes(model: Path, signs: dict[str, int]) -> dict[str, NDArray[Any]]:
    """Return what each code point is folded to: `pages`, `folded`, `starts` and `several` of `Trie`.

    Args:
        model: of SentencePiece, which knows.
        signs: their numbers.
    """
    from sentencepiece import SentencePieceNormalizer

    make: Any = SentencePieceNormalizer
    normalizer = make(str(model), add_dummy_prefix=False, escape_whitespaces=False, remove_extra_whitespaces=False)
    folded, several = np.full(_CODES, UNKNOWN, dtype=np.uint16), list[str]()
    for code in chain(range(0xD800), range(0xE000, _CODES)):
        text = normalizer.normalize(chr(code))
        if len(text) == 1:
            folded[code] = _number(text, signs)
        else:
            folded[code] = SEVERAL + len(several)
            several.append(text)
    pages, places = np.unique(folded.reshape(-1, _PAGE), axis=0, return_inverse=True)
    return {
        "pages": places.ravel().astype(np.uint16),
        "folded": pages.ravel(),
        "starts": _starts(several, np.uint16),
        "several": np.array([_number(sign, signs) for text in several for sign in text], dtype=np.uint16),
    }


def find_kinds(scores: Iterable[str], signs: dict[str, int]) -> NDArray[np.uint16]:
    """Return the kind of each sign: those that stand side by side in a piece are of one.

    Args:
        scores: the pieces.
        signs: their numbers.
    """
    parents = list(range(len(signs) + 1))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for piece in scores:
        numbers = [signs[sign] for sign in piece]
        for one, other in pairwise(numbers[piece.startswith(_BLANK) :]):
            parents[root(one)] = root(other)
    return np.array(list(map(root, range(len(parents)))), dtype=np.uint16)


def lay_out(scores: dict[str, float], numbers: dict[str, int], signs: dict[str, int]) -> NDArray[np.uint64]:
    """Return `nodes` of `Trie`. What is likely comes first, so that it lies together.

    Args:
        scores: of the pieces.
        numbers: theirs.
        signs: their numbers.
    """
    children, likely = _children(scores)
    order = sorted(children, key=lambda prefix: (-likely[prefix], len(prefix), prefix))
    taken = np.zeros(2 * len(likely) + 2 * len(signs), dtype=bool)
    starts, places, used, free = dict[str, int](), {"": 0}, set[int](), 1
    for prefix in order:
        own = np.array([signs[sign] for sign in children[prefix]])
        while taken[free]:
            free += 1
        starts[prefix] = _find_room(taken, own, free, used)
        used.add(starts[prefix])
        places |= {prefix + sign: starts[prefix] + signs[sign] for sign in children[prefix]}
        taken[starts[prefix] + own] = True
    nobodys = max(places.values()) + 1  # where the children of those are that have none; a sign is added to it, too
    nodes = np.full(nobodys + len(signs) + 1, NOBODY << int(SIGN), dtype=np.uint64)
    for prefix, place in places.items():
        sign, piece = signs.get(prefix[-1:], UNKNOWN), numbers.get(prefix, 0)
        sure = piece and (len(prefix) == 1 or scores[prefix] > _best_other(prefix, scores) + _MARGIN)
        parts = (CHILDREN, starts.get(prefix, nobodys)), (SIGN, sign), (PIECE, piece), (SURE, int(sure))
        nodes[place] = sum(number << int(bit) for bit, number in parts)
    return nodes


def _children(scores: dict[str, float]) -> tuple[dict[str, list[str]], dict[str, float]]:
    """Return the signs that may follow each beginning of a piece, and the best score of what begins so."""
    children: dict[str, list[str]] = defaultdict(list)
    likely: dict[str, float] = {}
    for piece, score in scores.items():
        for end in range(len(piece) + 1):
            if end and piece[:end] not in likely:
                children[piece[: end - 1]].append(piece[end - 1])
            likely[piece[:end]] = max(score, likely.get(piece[:end], score))
    return children, likely


def _find_room(taken: NDArray[np.bool_], signs: NDArray[Any], free: int, used: Container[int]) -> int:
    """Return where children may begin: the places of all are free, and no others begin there."""
    first = max(free - int(signs.min()), 0)
    while True:
        starts = np.arange(first, first + _AT_ONCE)
        fits = np.ones(_AT_ONCE, dtype=bool)
        for sign in signs:
            fits &= ~taken[starts + sign]
            if not fits.any():
                break
        for start in starts[fits].tolist():
            if start not in used:
                return int(start)
        first += _AT_ONCE


def _best_other(piece: str, scores: dict[str, float]) -> float:
    """Return the score of the best path through a piece that is not this piece."""
    best = [0.0]
    for end in range(1, len(piece) + 1):
        starts = range(1 if end == len(piece) else 0, end)
        parts = [best[start] + scores.get(piece[start:end], -np.inf) for start in starts]
        best.append(max(parts))
    return best[-1]


def _number(sign: str, signs: dict[str, int]) -> int:
    return SPACE if sign == " " else signs.get(sign, UNKNOWN)


def _starts(items: Sequence[Any], dtype: type) -> NDArray[Any]:
    return np.cumsum([0, *map(len, items)]).astype(dtype)


def write_checksum(card: Path, content: bytes) -> None:
    """Put the checksum of the tree on the card of the encoder.

    Args:
        card: its file.
        content: of the file of the tree.
    """
    told = json.loads(card.read_text("utf-8"))
    told["files"][TRIE] = sha256(content).hexdigest()
    card.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Write the file, or say whether it is of today."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog=COMMAND)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 for a file out of date")
    model, path = EMBEDDED / "pieces.model", EMBEDDED / TRIE
    if parser.parse_args().check:
        raise SystemExit(int(not is_of(path, model)))
    content = build_trie(model)
    path.write_bytes(content)
    write_checksum(EMBEDDED / "card.json", content)
    sys.stdout.write(f"{path.name}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main()
