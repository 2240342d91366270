"""Retrieval with an encoder that knows what it knows."""

import gzip
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest
from numpy.typing import NDArray

from align.errors import InputError
from eval.metrics.retrieval import ParallelText, read_parallel, retrieval_files, score_retrieval
from tests.eval.pairs import MISSING, SHARED


class LexiconEncoder:
    """Vectors by a small lexicon: a word is an axis."""

    signature = "lexicon"
    languages = frozenset({"en", "de"})
    axes = MappingProxyType({"one": 0, "eins": 0, "two": 1, "zwei": 1, "three": 2, "drei": 1})

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text; an unknown word is the zero vector."""
        vectors = np.zeros((len(texts), 3), dtype=np.float32)
        for number, text in enumerate(texts):
            if text in self.axes:
                vectors[number, self.axes[text]] = 2.0
        return vectors


def test_accuracy_is_counted_in_both_directions() -> None:
    """`drei` is taken for two: one, two find theirs; eins, zwei find theirs, drei finds two."""
    text = ParallelText("toy", "en", "de", ("one", "two", "three"), ("eins", "zwei", "drei"))
    found = score_retrieval(text, LexiconEncoder())
    assert (found.forward, found.backward, found.sentences) == (2, 2, 3)
    assert list(found.accuracies) == pytest.approx([2 / 3, 2 / 3])


def test_a_text_without_vector_finds_the_first_at_best() -> None:
    """No division by zero."""
    text = ParallelText("toy", "en", "de", ("one", "?"), ("eins", "!"))
    assert score_retrieval(text, LexiconEncoder()).forward == 1


def test_gzipped_and_plain_files_are_read_alike(tmp_path: Path) -> None:
    """The languages are in the name."""
    lines = b"one\teins\ntwo\tzwei\n"
    (tmp_path / "toy.en-de.tsv").write_bytes(lines)
    (tmp_path / "toy.en-nl.tsv.gz").write_bytes(gzip.compress(lines))
    plain, zipped = (read_parallel(path) for path in retrieval_files(tmp_path))
    assert (plain.source, plain.target) == (zipped.source, zipped.target) == (("one", "two"), ("eins", "zwei"))
    assert (plain.source_language, plain.target_language, zipped.target_language) == ("en", "de", "nl")


def test_a_wrong_line_is_refused_with_its_place(tmp_path: Path) -> None:
    """One column instead of two."""
    path = tmp_path / "toy.en-de.tsv"
    path.write_text("one\teins\ntwo\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"toy\.en-de\.tsv:2: expected two columns with text, found 'two'"):
        read_parallel(path)


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    """Not a traceback."""
    path = tmp_path / "toy.en-de.tsv.gz"
    path.write_bytes(gzip.compress(b"one\teins\n")[:-6])
    with pytest.raises(InputError, match="expected gzipped UTF-8"):
        read_parallel(path)


@pytest.mark.skipif(not SHARED.is_dir(), reason=MISSING)
def test_every_shared_retrieval_file_can_be_read() -> None:
    """Each with the same number of sentences."""
    assert {len(read_parallel(path).source) for path in retrieval_files(SHARED / "flores200_dev")} == {997}
