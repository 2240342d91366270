"""The words of the sets that mark what has no counterpart, with what is known of them and their labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.aligners import align_documents
from align.bitext import Bead, Document, Move
from align.documents import document_from_text
from align.encoding import WordForms
from align.lattice.arrays import Doubles, Flags, Longs
from align.passages import likely_moves
from align.words.columns import FEATURES
from align.words.describe import describe
from align.words.vectors import PairWords, SideWords, read_words
from eval.gold.labels import Mark, SpanPair, TokenPair

_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of one side of a pair.

    Attributes:
        group: what is left out together: a page, a document.
        spans: int64 (k, 2), half-open characters of the words in the text.
        features: float64 (k, F), in the order of `align.words.describe.FEATURES`; NaN for words in no bead.
        alone: bool (k,), whether a word is in no bead with two sides.
        labels: float64 (k,), 0 to 1; -1 for a word that nobody judged.
    """

    group: str
    spans: Longs
    features: Doubles
    alone: Flags
    labels: Doubles


def label_token_pair(pair: TokenPair, encoder: WordForms) -> tuple[Labelled, Labelled]:
    """Return both sides of a pair with token labels; texts of several sentences are aligned first.

    Args:
        pair: with its labels.
        encoder: what gives the vectors.
    """
    source = document_from_text(pair.source, language=pair.source_language)
    target = document_from_text(pair.target, language=pair.target_language)
    sides = _describe_documents(source, target, encoder)
    group = re.sub(r"\D", "", pair.id)
    labels = pair.source_labels, pair.target_labels
    texts = pair.source, pair.target
    return tuple(  # type: ignore[return-value]
        Labelled(group, spans, features, alone, _of_tokens(text, own, spans))
        for (spans, features, alone), text, own in zip(sides, texts, labels, strict=True)
    )


def label_span_pair(pair: SpanPair, encoder: WordForms, group: str) -> tuple[Labelled, Labelled]:
    """Return both sides of a pair with spans, as one bead.

    Args:
        pair: with its marks.
        encoder: what gives the vectors.
        group: what it is left out with.
    """
    words = read_words([pair.source], [pair.target], encoder)
    sides = _rows(words, np.array([[0, 1, 0, 1]]), ([0], [0]))
    marks = pair.source_marks, pair.target_marks
    return tuple(  # type: ignore[return-value]
        Labelled(group, spans, features, alone, _of_marks(own, spans))
        for (spans, features, alone), own in zip(sides, marks, strict=True)
    )


Side = tuple[Longs, Doubles, Flags]


def _describe_documents(source: Document, target: Document, encoder: WordForms) -> tuple[Side, Side]:
    """Return spans, features and whether a word is in no bead, of both sides."""
    alignment = align_documents(source, target)
    pairs: list[Bead | Move] = [
        *(bead for bead in alignment.beads if bead.source and bead.target),
        *likely_moves(alignment),
    ]
    blocks = np.array(
        [[it.source.start, it.source.stop, it.target.start, it.target.stop] for it in pairs], dtype=np.int64
    ).reshape(-1, 4)
    texts = [[segment.text for segment in document.segments] for document in (source, target)]
    starts = [[segment.chars.start for segment in document.segments] for document in (source, target)]
    return _rows(read_words(texts[0], texts[1], encoder), blocks, (starts[0], starts[1]))


def _rows(words: PairWords, blocks: Longs, starts: tuple[Sequence[int], Sequence[int]]) -> tuple[Side, Side]:
    filled = (words.source.starts[blocks[:, 1]] > words.source.starts[blocks[:, 0]]) & (
        words.target.starts[blocks[:, 3]] > words.target.starts[blocks[:, 2]]
    )
    rows = describe(words, blocks[filled]) if filled.any() else None
    found = []
    for side, own in enumerate((words.source, words.target)):
        spans = _spans(own, starts[side])
        features, alone = np.full((len(spans), len(FEATURES)), np.nan), np.ones(len(spans), dtype=bool)
        if rows:
            features[rows[side].words], alone[rows[side].words] = rows[side].features, False
        found.append((spans, features, alone))
    return found[0], found[1]


def _spans(words: SideWords, starts: Sequence[int]) -> Longs:
    spans = [(start + a, start + b) for cut, start in zip(words.cuts, starts, strict=True) for a, b in cut.spans]
    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def _of_tokens(text: str, labels: Sequence[float], spans: Longs) -> Doubles:
    """Return the label of the token that each word is in."""
    starts = np.array([match.start() for match in _TOKEN.finditer(text)])
    return np.asarray(labels)[np.searchsorted(starts, spans[:, 0], side="right") - 1]


def _of_marks(marks: Sequence[Mark], spans: Longs) -> Doubles:
    """Return 1 for words whose middle somebody marked."""
    middles = spans.mean(axis=1)
    return np.array([float(any(m.chars.start <= x < m.chars.stop for m in marks)) for x in middles])
