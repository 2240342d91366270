"""An encoder can be trained from parallel text, learns from it, and is the same every time."""

import json
import lzma
import random
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from align.encoding.static.encoder import StaticEncoder
from align.errors import InputError, ModelError
from corpora.encoder.artefact import quantise, write_encoder
from corpora.encoder.batches import RUN, make_batches
from corpora.encoder.pairs import find_pair_files, read_pairs
from corpora.encoder.pieces import read_table
from corpora.encoder.train import first_rows, train_rows
from corpora.encoder.vocabulary import fold, train_vocabulary
from tests.running import versalign

ENGLISH = "red green blue house river stone horse bread night friend winter garden letter silver mountain".split()
INVENTED = "rako gelu bivo domu relka kamo konu lebu noku prilo zimu vardo pisu srebu planu".split()

SIZE = 53


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write parallel text of a small world: English and an invented language with other words in other order."""
    choice = random.Random(3)
    folder = tmp_path_factory.mktemp("pairs")
    lines = []
    for _ in range(3000):
        words = choice.sample(range(len(ENGLISH)), choice.randint(2, 5))
        source = " ".join(ENGLISH[k] for k in words)
        target = " ".join(INVENTED[k] for k in reversed(words))
        lines.append(f"world\t{'text' if len(words) > 2 else 'dict'}\t{source}\t{target}\n")
    with lzma.open(folder / "en-xx.tsv.xz", "wt", encoding="utf-8") as file:
        file.writelines(dict.fromkeys(lines))
    return folder


@pytest.fixture(scope="module")
def vocabulary(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train a small vocabulary."""
    path = tmp_path_factory.mktemp("vocabulary") / "pieces.model"
    train_vocabulary(find_pair_files(folder), path, size=SIZE)
    return path


@pytest.fixture(scope="module")
def rows(folder: Path, vocabulary: Path) -> NDArray[np.float32]:
    """Train rows for it."""
    table = read_table(find_pair_files(folder), vocabulary)
    return train_rows(table, first_rows(SIZE, 16, 1), passes=25, seed=1)


def test_trained_encoder_finds_translations(rows: NDArray[np.float32], vocabulary: Path, tmp_path: Path) -> None:
    """After training, every word's nearest neighbour in the other language is its translation."""
    write_encoder(
        tmp_path,
        rows=rows,
        vocabulary=vocabulary,
        languages=["en", "xx"],
        collections=["world"],
        training={"command": "test"},
    )
    encoder = StaticEncoder(tmp_path)
    source, target = encoder.encode(ENGLISH), encoder.encode(INVENTED)
    cosines = source @ target.T / np.linalg.norm(source, axis=1)[:, None] / np.linalg.norm(target, axis=1)
    assert (cosines.argmax(axis=1) == np.arange(len(ENGLISH))).mean() >= 0.9


def test_training_again_gives_the_same_rows(folder: Path, vocabulary: Path, rows: NDArray[np.float32]) -> None:
    """The same data and seed give the same table, bit by bit; another seed another one."""
    table = read_table(find_pair_files(folder), vocabulary)
    assert np.array_equal(train_rows(table, first_rows(SIZE, 16, 1), passes=25, seed=1), rows)
    assert not np.array_equal(train_rows(table, first_rows(SIZE, 16, 2), passes=1, seed=2), rows)


def test_batches_hold_sentences_or_terms(folder: Path, vocabulary: Path) -> None:
    """No batch mixes the two kinds, and every pair is in at most one batch of a pass."""
    table = read_table(find_pair_files(folder), vocabulary)
    batches = make_batches(table, np.random.default_rng(1), 256)
    assert all(len(set(table.is_text[batch].tolist())) == 1 for batch in batches)
    together = np.concatenate(batches)
    assert len(together) == len(set(together.tolist()))


@pytest.mark.parametrize("loose", [False, True])
def test_neighbouring_sentences_meet_in_a_batch(
    loose: bool, folder: Path, vocabulary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sentences of a run stay together but where a batch ends; in a loose collection chance decides."""
    monkeypatch.setattr("corpora.encoder.batches.LOOSE", {"world"} if loose else set())
    table = read_table(find_pair_files(folder), vocabulary)
    batch_of = np.full(len(table.is_text), -1)
    for number, batch in enumerate(make_batches(table, np.random.default_rng(1), 256)):
        batch_of[batch] = number
    text = np.flatnonzero(table.is_text)
    neighbours = text[(text % RUN < RUN - 1) & np.isin(text + 1, text)]
    together = (batch_of[neighbours] == batch_of[neighbours + 1]).mean()
    assert together < 0.4 if loose else together > 0.9


def test_vector_of_a_text_is_the_sum_of_its_words(rows: NDArray[np.float32], vocabulary: Path, tmp_path: Path) -> None:
    """Sums are linear, and neither order nor company in a batch changes a vector."""
    write_encoder(
        tmp_path, rows=rows, vocabulary=vocabulary, languages=["en", "xx"], collections=["world"], training={}
    )
    encoder = StaticEncoder(tmp_path)
    whole = encoder.encode(["red house", "", "red", "house"])
    assert whole[0] == pytest.approx(whole[2] + whole[3], abs=1e-5)
    assert not whole[1].any()
    assert encoder.encode(["red house"])[0] == pytest.approx(whole[0], abs=1e-6)


def test_the_command_on_the_card_names_a_given_vocabulary(folder: Path, vocabulary: Path, tmp_path: Path) -> None:
    """Whoever runs it again needs the same pieces, not the same number of new ones."""
    given = ("--vocabulary", vocabulary, "--dimensions", "8", "--passes", "1")
    done = versalign("corpus", "train", folder, "-o", tmp_path, *given)
    assert done.returncode == 0, done.stderr
    command = json.loads((tmp_path / "card.json").read_text(encoding="utf-8"))["training"]["command"]
    wanted = f"versalign corpus train {folder.name} --vocabulary pieces.model --dimensions 8 --passes 1 --seed 1"
    assert command == wanted


@pytest.mark.parametrize("found", ["no file", "another file"])
def test_wrong_vocabulary_is_refused_before_anything_is_written(found: str, folder: Path, tmp_path: Path) -> None:
    """One line tells the file and what it should have been."""
    path = tmp_path / "words.txt"
    if found == "another file":
        path.write_text("ship\n", encoding="utf-8")
    done = versalign("corpus", "train", folder, "-o", tmp_path / "out", "--vocabulary", path)
    assert done.returncode == 2
    assert f"{path}: expected a SentencePiece model, found {found}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_quantised_rows_stay_close() -> None:
    """A byte a number loses at most half a step of each row's own scale."""
    rows = np.random.default_rng(1).standard_normal((50, 16)).astype(np.float32)
    quantised, scales = quantise(rows)
    assert np.abs(quantised * scales[:, None] - rows).max() <= scales.max() * 0.51


def test_card_tells_where_the_encoder_comes_from(rows: NDArray[np.float32], vocabulary: Path, tmp_path: Path) -> None:
    """Size, languages, licences and command are on the card, and the revision changes with the table."""
    write_encoder(
        tmp_path / "a",
        rows=rows,
        vocabulary=vocabulary,
        languages=["en"],
        collections=["world", "omw"],
        training={"command": "c"},
    )
    write_encoder(
        tmp_path / "b",
        rows=rows * 2 + 1,
        vocabulary=vocabulary,
        languages=["en"],
        collections=["world", "omw"],
        training={},
    )
    first, second = (json.loads((tmp_path / name / "card.json").read_text()) for name in "ab")
    assert (first["pieces"], first["dimensions"], first["training"]) == (SIZE, 16, {"command": "c"})
    assert first["revision"] != second["revision"]
    assert first["data"]["world"] == "not told"
    assert "Wordnet" in first["data"]["omw"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [("table.safetensors", "table.safetensors"), ("pieces.model", "pieces.model"), ("card.json", "card.json")],
)
def test_damaged_encoder_is_refused(
    damage: str, message: str, rows: NDArray[np.float32], vocabulary: Path, tmp_path: Path
) -> None:
    """A file cut short is a model error that names the folder and what belongs there."""
    write_encoder(
        tmp_path, rows=rows, vocabulary=vocabulary, languages=["en"], collections=["world", "omw"], training={}
    )
    (tmp_path / damage).write_bytes(b"\x00")
    with pytest.raises(ModelError, match=message):
        StaticEncoder(tmp_path)


def test_table_of_another_vocabulary_is_refused(rows: NDArray[np.float32], vocabulary: Path, tmp_path: Path) -> None:
    """Rows and pieces must go together."""
    write_encoder(
        tmp_path, rows=rows[:50], vocabulary=vocabulary, languages=["en"], collections=["world", "omw"], training={}
    )
    with pytest.raises(ModelError, match="50 rows for 53 pieces"):
        StaticEncoder(tmp_path).encode(["red"])


def test_wrong_line_is_refused_with_its_number(tmp_path: Path) -> None:
    """A line that is not a pair names file and line."""
    with lzma.open(tmp_path / "en-fr.tsv.xz", "wt", encoding="utf-8") as file:
        file.write("a\ttext\tone\tun\na\tsong\ttwo\tdeux\n")
    with pytest.raises(InputError, match=r"en-fr\.tsv\.xz:2: expected two texts, or collection"):
        list(read_pairs(find_pair_files(tmp_path)[0]))


def test_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    """An empty folder is an error, not an empty encoder."""
    with pytest.raises(InputError, match=r"en-fr\.tsv\.xz"):
        find_pair_files(tmp_path)


@pytest.mark.parametrize(
    ("character", "folded"), [("Ä", "ä"), ("„", '"'), ("’", "'"), ("—", "-"), ("ﷺ", None), ("ة", "ه"), ("ё", "е")]
)
def test_characters_are_folded(character: str, folded: str | None) -> None:
    """What differs only in writing habits is one thing to the encoder."""
    if folded is None:
        assert fold(character) != character
    else:
        assert fold(character) == folded
