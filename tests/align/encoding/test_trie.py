"""The tree of pieces: the same pieces as SentencePiece's, for whatever text."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoding.static.encoder import EMBEDDED, TRIE
from align.encoding.static.pieces import kind_of, mark_of, size_of, words_of
from align.encoding.static.trie import PieceTrie
from eval.trie import is_of

MODEL = EMBEDDED / "pieces.model"
FOLDERS = [Path("../shared") / name for name in ("gold", "cases", "seeds")]
_MOST_LINES = 60_000


@cache
def model() -> Any:
    """Return SentencePiece with the same vocabulary."""
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(MODEL))


TREE = PieceTrie(EMBEDDED / TRIE)
PIECES: list[str] = [model().id_to_piece(number) for number in range(TREE.size())]


def differing(texts: Sequence[str]) -> list[str]:
    """Return the texts that SentencePiece cuts otherwise."""
    pieces, starts = TREE.cut(texts)
    cut = [pieces[first:end].tolist() for first, end in pairwise(starts)]
    return [text for text, own, its in zip(texts, cut, model().encode(list(texts)), strict=True) if own != its]


def test_hard_texts_are_cut_as_sentencepiece_does() -> None:
    """Ties, spaces of all kinds, signs folded to several or none, unknown ones in a row, blanks written out."""
    texts = [
        *("", " ", "\u200d", " \u0308 \u200d", "Oh!  Two\u00a0 spaces\u3000 ", "a\u200d b", "…¨ﬁ x\0y", "\t\n a\r\nb"),
        *("▁a▁ ▁▁", "▁", "a ▁", "☃☃ ☃a☃☃", "☃", "☃☃", "a☃", "PPP (ppp): _____", "......!?!?!?!", "aaaaaaaaaaaaaaaaaa"),
        *(
            "1234567",
            "x１２³",
            "ＡＢＣ ｶﾞ",
            "ÅÉ Ёлка ςσ",
            "كَتَبَ ﷺ",
            "각각 각",
            "日本語と English を mixed",
            "ไทยไม่มีเว้นวรรค",
        ),
    ]
    assert differing(texts) == []


def test_the_sum_of_a_long_text_is_rounded_as_sentencepiece_does() -> None:
    """What is sure for a short sum is not for a long one; the first equal path depends on all that came before."""
    assert differing([" ".join(PIECES[1::7]), "pppp ___ " * 9000, " ".join(PIECES[1::9]).replace("▁", "")]) == []


def test_signs_that_become_many_find_room() -> None:
    """One code point may be folded to eighteen signs."""
    assert differing(["\ufdfa" * 40, "a", "\ufdfa", "\ufdfa" * 3]) == []


@given(st.lists(st.text(), max_size=5))
@settings(max_examples=300, deadline=None)
def test_any_text_is_cut_as_sentencepiece_does(texts: list[str]) -> None:
    """Whatever characters there are."""
    assert differing(texts) == []


@given(st.lists(st.sampled_from([*PIECES[1:], " ", " ", "☃"]), max_size=40))
@settings(max_examples=500, deadline=None)
def test_texts_of_pieces_are_cut_as_sentencepiece_does(parts: list[str]) -> None:
    """Pieces put together in other ways than people do have close and equal paths more often."""
    assert differing(["".join(parts), "".join(parts).replace("▁", "")]) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_real_text_is_cut_as_sentencepiece_does(folder: Path) -> None:
    """Lines of all languages at hand."""
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    texts = list[str]()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md", ".en", ".fr", ".de"}):
        texts += path.read_text("utf-8", errors="replace").splitlines()[:4000]
    assert differing(texts[:: 1 + len(texts) // _MOST_LINES]) == []


def test_the_tree_is_that_of_the_model() -> None:
    """Names and traits of all pieces, read from the tree, are those of the vocabulary; the file is of this model."""
    assert TREE.names(range(TREE.size())) == PIECES
    traits = TREE.traits(np.arange(0))
    assert traits.kinds.tolist() == list(map(kind_of, PIECES))
    assert traits.marks.tolist() == list(map(mark_of, PIECES))
    assert traits.sizes.tolist() == list(map(size_of, PIECES))
    assert traits.words == pytest.approx(np.array(list(map(words_of, PIECES)), dtype=np.float32), abs=0.0)
    assert is_of(EMBEDDED / TRIE, MODEL)
