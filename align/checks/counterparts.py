"""Whether words of one text have a counterpart in another one, by the vectors of the encoder."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.blas import one_thread
from align.encoding import Encoder, WordVectors, load_encoder
from align.lattice.arrays import Floats

ALIKE = 0.5  # cosine from which two words render each other
_AT_ONCE = 2000  # questions in one call of the encoder: those of a long text would take 180 MB


@dataclass(frozen=True, slots=True)
class Question:
    """Words, and the text in which their counterparts are looked for, or the words that stand for it."""

    words: tuple[str, ...]
    text: str
    among: tuple[str, ...] = ()


@one_thread()
def find_closest(encoder: Encoder | None, questions: Sequence[Question]) -> list[Floats]:
    """Return for each question how close (cosine) each of its words comes to any word of its text: float32 (n,).

    Args:
        encoder: one with vectors of words; another one knows of no counterpart.
        questions: many of them are answered together, in one call of the encoder.
    """
    encoder = encoder or load_encoder()
    if not isinstance(encoder, WordVectors):
        return [np.zeros(len(question.words), dtype=np.float32) for question in questions]
    parts = (questions[first : first + _AT_ONCE] for first in range(0, len(questions), _AT_ONCE))
    return [closest for part in parts for closest in _find_closest(encoder, part)]


def _find_closest(encoder: WordVectors, questions: Sequence[Question]) -> list[Floats]:
    """Return what `find_closest` does, for so many questions as are answered together."""
    # The same words are asked about over and over; each is encoded once.
    asked = list(dict.fromkeys(word for question in questions for word in (*question.words, *question.among)))
    if not asked:
        return [np.zeros(0, dtype=np.float32) for _ in questions]
    texts = list(dict.fromkeys(question.text for question in questions if not question.among))
    sums, words = encoder.encode_with_words([*asked, *texts])
    units = sums[: len(asked)] / np.maximum(np.linalg.norm(sums[: len(asked)], axis=1, keepdims=True), np.float32(1e-6))
    row_of, place_of = ({text: row for row, text in enumerate(each)} for each in (asked, texts))
    closest: list[Floats] = []
    for question in questions:
        own = units[[row_of[word] for word in question.words]]
        if question.among:
            others = units[[row_of[word] for word in question.among]]
        else:
            place = len(asked) + place_of[question.text]
            others = words.vectors[words.tokens[words.starts[place] : words.starts[place + 1]]]
        cosines = own @ others.T if len(others) else np.zeros((len(own), 1), dtype=np.float32)
        closest.append(cosines.max(axis=1) if len(own) else np.zeros(0, dtype=np.float32))
    return closest
