"""Encoder folders that come from elsewhere: whatever is wrong with one, a line refuses it before anything runs."""

import os
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest

from align import compare, load_encoder
from align.aligners.default.evidence import LARGEST, check_vectors
from align.bitext import Comparison
from align.encoding.static.encoder import EMBEDDED, FILES, TRIE, StaticEncoder, load_embedded
from align.encoding.static.table import LARGEST_SCALE
from align.errors import ModelError
from align.lattice.arrays import Floats
from align.lattice.candidates import Candidates
from align.lattice.outer import full_band
from align.lattice.paths import best_path
from align.lattice.shares import posterior
from eval.fuzz.folders import HARMS, Files, hostile_folder, sound_folder, table, with_card
from tests.align.encoding.hashed import HashedEncoder

SOURCE = "A bad face. A cab came by. He hid a bag.\n\nNobody had a jade. Bees fed him. The end." * 3
TARGET = "Un bébé. Une cabine passe. Elle cache un sac.\n\nPersonne n'a de jade. Fin." * 3


def written(files: Files, folder: Path) -> Path:
    """Write the files of an encoder."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def compared(folder: Path) -> Comparison:
    """Compare two texts with the encoder of a folder."""
    return compare(SOURCE, TARGET, encoder=load_encoder(str(folder)))


def test_the_folder_that_is_harmed_is_sound(tmp_path: Path) -> None:
    """Or else nothing would follow from what happens to it."""
    assert "encoder tiny-1" in compared(written(sound_folder(), tmp_path)).alignment.signature


@pytest.mark.parametrize("name", HARMS)
def test_what_is_wrong_is_said_in_a_line(name: str, tmp_path: Path) -> None:
    """With the folder, what belongs there, what was found, and no more than a person reads."""
    with pytest.raises(ModelError, match=r"expected an encoder .*, found: ") as caught:
        compared(written(HARMS[name](sound_folder()), tmp_path))
    assert len(str(caught.value)) < 700


@pytest.mark.parametrize("seed", range(40))
def test_broken_bytes_are_refused_or_do_no_harm(seed: int, tmp_path: Path) -> None:
    """Wherever bytes are broken: either there is an alignment whose ledger balances, or a line."""
    written(hostile_folder(Random(seed)), tmp_path)
    try:
        assert compared(tmp_path).alignment.beads
    except ModelError as error:
        assert str(tmp_path) in str(error)  # noqa: PT017 (both are right)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """It would be read forever."""
    written(sound_folder(), tmp_path)
    (tmp_path / "card.json").unlink()
    os.mkfifo(tmp_path / "card.json")
    with pytest.raises(ModelError, match=r"card\.json that is no file"):
        load_encoder(str(tmp_path))


def test_the_largest_scale_makes_a_path(tmp_path: Path) -> None:
    """What is let in is what the kernels can take."""
    vocabulary = sound_folder()["pieces.model"]
    count = len(StaticEncoder(written(sound_folder(), tmp_path)).rows())
    largest = table(b"\x7f" * count * 8, np.full(count, LARGEST_SCALE, dtype=np.float32).tobytes(), count)
    written(with_card({"table.safetensors": largest, "pieces.model": vocabulary}), tmp_path)
    assert compared(tmp_path).alignment.beads


def test_the_embedded_encoder_is_the_one_of_its_card() -> None:
    """Its checksums are compared here and by `versalign doctor`, not at each start."""
    assert set(load_embedded().card["files"]) == {*FILES, TRIE}
    StaticEncoder(EMBEDDED).check_sums()


class Broken(HashedEncoder):
    """An encoder that somebody wrote, with a fault in it."""

    def __init__(self, value: float) -> None:
        """Take what stands in one of its vectors."""
        self._value = value

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return the vectors, one of them with the fault."""
        vectors = super().encode(texts)
        vectors[len(vectors) // 2, 3] = self._value
        return vectors


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 3e38, 2 * LARGEST])
def test_vectors_that_are_not_finite_are_refused(value: float) -> None:
    """Also those of an encoder that is no folder."""
    with pytest.raises(ModelError, match="expected finite vectors from the encoder hashed-1"):
        compare(SOURCE, TARGET, encoder=Broken(value))


@pytest.mark.parametrize(
    "vectors",
    [np.zeros((2, 8), np.float32), np.zeros((3, 8)), np.zeros((3, 0), np.float32), np.zeros(3, np.float32)],
)
def test_vectors_of_another_kind_are_refused(vectors: Floats) -> None:
    """Too few, double precision, none, not one each."""
    with pytest.raises(ModelError, match=r"expected float32 \(3, d\) from the encoder x"):
        check_vectors(vectors, 3, "x")


@pytest.mark.parametrize("score", [float("nan"), float("inf"), -float("inf"), 3e38])
@pytest.mark.parametrize("null", [float("nan"), -float("inf"), -1.0])
def test_no_score_leads_a_path_out_of_its_arrays(score: float, null: float) -> None:
    """There is a path over both sides, or a line; neither a crash nor a search without end."""
    band = full_band(3, 3)
    cells = np.arange(0, 21, 4, dtype=np.int64)
    shapes, starts = np.ones((9, 2), dtype=np.int8), np.zeros(17, dtype=np.int64)
    starts[1:] = np.cumsum([i > 0 and j > 0 for i in range(4) for j in range(4)])
    candidates = Candidates(band, cells, starts, shapes, np.full(9, score, dtype=np.float32))
    nulls, gaps = np.full(3, null), np.full(9, null)
    with np.errstate(over="ignore"):
        posterior(candidates, gaps, nulls, nulls)
    try:
        path = best_path(candidates, gaps, nulls, nulls)
    except ModelError:
        return
    assert path.sum(axis=0).tolist() == [3, 3]
