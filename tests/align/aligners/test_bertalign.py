"""The method of Bertalign over our encoders, and the package of that name behind a process."""

import numpy as np
import pytest

from align import load_encoder
from align.aligners import align_documents
from align.aligners.bertalign.aligner import SHAPES, SIDE, band_around, block_vectors, find_anchors, find_path
from align.aligners.bertalign.package import PYTHON, beads_of
from align.errors import InputError, ModelError, OptionError
from align.lattice.arrays import Doubles, Floats, Ints
from tests.align.aligners.bertalign_stub import stub as stub
from tests.align.aligners.test_default import ENGLISH, document
from tests.align.encoding.hashed import HashedEncoder


@pytest.mark.parametrize("encoder", [None, HashedEncoder()], ids=["embedded", "hashed"])
def test_what_was_dropped_and_merged_is_found(encoder: HashedEncoder | None) -> None:
    """Sums or blocks read as texts; the signature names the method, and a warning says what the probabilities are."""
    kept = [text for number, text in enumerate(ENGLISH) if number != 2]
    joined = [*kept[:3], f"{kept[3]} {kept[4]}", *kept[5:]]
    alignment = align_documents(document(ENGLISH, "en"), document(joined, "en"), aligner="bertalign", encoder=encoder)
    assert [bead.shape for bead in alignment.beads] == ["1-1", "1-1", "1-0", "1-1", "2-1", "1-1", "1-1"]
    assert alignment.signature.startswith("aligner bertalign-1, encoder ")
    assert "not calibrated" in alignment.warnings[0]


def test_blocks_are_sums_only_where_vectors_add_up() -> None:
    """Both are of length 1, and zero where there are too few segments."""
    added, read = block_vectors(load_encoder(), ENGLISH), block_vectors(HashedEncoder(), ENGLISH)
    for vectors in (added, read):
        assert vectors.shape[:2] == (len(ENGLISH), SIDE)
        assert np.linalg.norm(vectors[SIDE:], axis=2) == pytest.approx(1.0, abs=1e-5)
        assert not vectors[0, 1:].any()
    whole = HashedEncoder().encode([f"{ENGLISH[0]} {ENGLISH[1]}"])[0]
    assert read[1, 1] == pytest.approx(whole / np.linalg.norm(whole), abs=1e-5)


def test_anchors_are_the_path_that_collects_the_most() -> None:
    """A pair that crosses it is left out."""
    cosines = np.eye(4, dtype=np.float32)
    cosines[0, 3] = 1.5
    assert find_anchors(cosines).tolist() == [[0, 0], [1, 1], [2, 2], [3, 3]]


def test_every_gap_between_anchors_is_searched() -> None:
    """Both ends are in the band, and a cell can always be reached from the one before."""
    band = band_around(np.array([[10, 10], [11, 60]]), 30, 70)
    assert band[0, 0] == 0
    assert band[30, 1] == 71
    assert band[11, 0] <= 11
    assert band[11, 1] > 60
    assert (np.diff(band, axis=0) >= 0).all()
    assert (band[1:, 0] < band[:-1, 1]).all()


def test_the_path_is_the_best_of_all() -> None:
    """Held against a search through all paths, with the score worked out anew."""
    random = np.random.default_rng(3)
    one, other = (random.standard_normal((size, SIDE, 6)).astype(np.float32) for size in (4, 3))
    blocks = tuple(side / np.linalg.norm(side, axis=2, keepdims=True) for side in (one, other))
    sizes = np.array([0.0, 10, 14, 40, 60]), np.array([0.0, 20, 21, 50])
    reach = np.array([0, 1, 2, 3, 1], dtype=np.int32), np.array([0, 1, 2, 3], dtype=np.int32)
    path = find_path((blocks[0], blocks[1]), sizes, reach, np.array([[0, 4]] * 5, dtype=np.int32))
    assert np.sum([SHAPES[number] for number, _ in path], axis=0).tolist() == [4, 3]
    best = _slow((blocks[0], blocks[1]), sizes, reach, 4, 3)
    assert sum(score for _, score in path) == pytest.approx(best, abs=1e-4)


def _slow(
    blocks: tuple[Floats, Floats], sizes: tuple[Doubles, Doubles], reach: tuple[Ints, Ints], i: int, j: int
) -> float:
    """Return what the best path to a cell scores."""
    values = [0.0] if i == j == 0 else []
    for a, b in SHAPES.tolist():
        if a <= i and b <= j and not (a and b and (a > reach[0][i] or b > reach[1][j])):
            score = _score(blocks, sizes, (i, j), (a, b)) if a and b else -0.1
            values.append(_slow(blocks, sizes, reach, i - a, j - b) + score)
    return max(values)


def _score(
    blocks: tuple[Floats, Floats], sizes: tuple[Doubles, Doubles], end: tuple[int, int], shape: tuple[int, int]
) -> float:
    """Return the score of a bead."""
    (i, j), (a, b) = end, shape

    def cosines(*ends: tuple[int, int]) -> list[float]:
        inside = [(k, h) for k, h in ends if a <= k <= len(blocks[0]) and b <= h <= len(blocks[1])]
        return [float(blocks[0][k - 1, a - 1] @ blocks[1][h - 1, b - 1]) for k, h in inside]

    around = cosines((i, j - b), (i, j + b), (i - a, j), (i + a, j))
    value = cosines((i, j))[0] - (float(np.mean(around)) if around else 0.0)
    first = float(sizes[0][i] - sizes[0][i - a]) * sizes[1][-1] / sizes[0][-1]
    second = float(sizes[1][j] - sizes[1][j - b])
    return value * float(np.log2(1 + min(first, second) / max(first, second)))


def test_the_package_aligns_in_a_process(stub: None) -> None:
    """Its links become beads, and what it leaves alone null beads; it is told the languages."""
    alignment = align_documents(document(ENGLISH, "en"), document(ENGLISH[:5], "en"), aligner="bertalign-package")
    assert [bead.shape for bead in alignment.beads] == ["1-1"] * 5 + ["1-0"] * 3
    assert alignment.signature.startswith("aligner bertalign package, encoder sentence-transformers/LaBSE")


@pytest.mark.parametrize(
    ("text", "said"), [("Broken", "it made"), ("Model", "OSError: no model sentence-transformers/LaBSE")]
)
def test_trouble_of_the_package_is_one_line(text: str, said: str, stub: None) -> None:
    """The process goes on after that."""
    one = document([f"{text} sentence."], "en")
    with pytest.raises(InputError, match=said):
        align_documents(one, one, aligner="bertalign-package")
    other = document(["A sentence."], "en")
    assert len(align_documents(other, other, aligner="bertalign-package").beads) == 1


def test_the_package_takes_transformers_in_folders_only(stub: None) -> None:
    """Other vectors would have no say."""
    one = document(["A sentence."], "en")
    with pytest.raises(OptionError, match="expected --encoder transformer:FOLDER for the package"):
        align_documents(one, one, aligner="bertalign-package", encoder=HashedEncoder())


@pytest.mark.parametrize(
    ("python", "said"), [("", 'found none; run: pip install "bertalign>=2.0.1"'), ("/no/python", "expected a Python")]
)
def test_a_missing_package_is_one_line(python: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the way to install it."""
    monkeypatch.setenv(PYTHON, python)
    monkeypatch.setattr("align.aligners.bertalign.package.find_spec", lambda name: None)
    one = document(["A sentence."], "en")
    with pytest.raises(ModelError, match=said):
        align_documents(one, one, aligner="bertalign-package")


def test_beads_cover_what_no_link_names() -> None:
    """In order, on both sides."""
    beads = beads_of([((0,), (1,)), ((2,), ()), ((3, 4), (2,))], 6, 4)
    assert [(bead.source.start, bead.target.start, bead.shape) for bead in beads] == [
        (0, 0, "0-1"), (0, 1, "1-1"), (1, 2, "1-0"), (2, 2, "1-0"), (3, 2, "2-1"), (5, 3, "1-0"), (6, 3, "0-1")
    ]  # fmt: skip
