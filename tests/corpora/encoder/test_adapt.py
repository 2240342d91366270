"""An encoder can be adapted to a bitext or a glossary of one's own, and keeps what it knows."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from align.encoding.static.encoder import EMBEDDED, StaticEncoder
from align.errors import InputError
from corpora.encoder.pairs import find_pair_files, read_pairs
from corpora.encoder.train import ADAPT
from tests.running import versalign

ENGLISH = "the old ship left harbour with red bread and silver horses for winter garden island letters".split()
INVENTED = "zu olda skipa fora hafna mit roda broda undi silba rossa fura wintu garta isola brifu".split()
GLOSSARY = "hull\tBordwand\nbow\tBug\n\nfuel tank\tTreibstofftank\n" * 8


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write sentences in an invented language and a glossary, both in two columns."""
    choice = random.Random(5)
    folder = tmp_path_factory.mktemp("own")
    lines = []
    for _ in range(400):
        words = [choice.randrange(len(ENGLISH)) for _ in range(6)]
        lines.append(" ".join(ENGLISH[k] for k in words) + ".\t" + " ".join(INVENTED[k] for k in words) + ".\r\n")
    (folder / "en-xx.tsv").write_text("\ufeff" + "".join(lines), encoding="utf-8", newline="")
    (folder / "en-de.tsv").write_text(GLOSSARY, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def adapted(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Adapt the embedded encoder by the command."""
    output = tmp_path_factory.mktemp("adapted") / "encoder"
    done = versalign("corpus", "train", folder, "-o", output, "--init", "embedded")
    assert done.returncode == 0, done.stderr
    return output


def _cosines(encoder: StaticEncoder) -> float:
    """Return the mean cosine of the words with their translations."""
    source, target = (encoder.encode(side) for side in (ENGLISH, INVENTED))
    norms = np.linalg.norm(source, axis=1) * np.linalg.norm(target, axis=1)
    return float(((source * target).sum(axis=1) / norms).mean())


def test_it_learns_and_leaves_the_rest_alone(adapted: Path) -> None:
    """Words of the bitext come closer; a text without a piece of it has the vector that it had, nearly to the bit."""
    before, after = StaticEncoder(EMBEDDED), StaticEncoder(adapted)
    assert _cosines(after) > _cosines(before) + 0.1
    elsewhere = ["Порт закрыт", "ميناء"]
    assert after.encode(elsewhere) == pytest.approx(before.encode(elsewhere), abs=1e-4)


def test_the_card_has_both_histories(adapted: Path, folder: Path) -> None:
    """Languages and data of both, the command, what it was made from, and a revision of its own."""
    base, card = (json.loads((path / "card.json").read_text(encoding="utf-8")) for path in (EMBEDDED, adapted))
    assert set(card["languages"]) == {*base["languages"], "xx"}
    assert card["data"] == {**base["data"], "en-xx": "not told", "en-de": "not told"}
    assert card["training"]["command"] == f"versalign corpus train {folder.name} --init embedded --passes 4 --seed 1"
    assert (card["training"]["sentences"], card["training"]["terms"]) == (400, 24)
    assert card["training"]["base"]["revision"] == base["revision"]
    assert card["revision"] != base["revision"]


def test_adapting_again_gives_the_same_bytes(adapted: Path, folder: Path, tmp_path: Path) -> None:
    """Whatever the number of threads."""
    threads = {"NUMBA_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = versalign("corpus", "train", folder, "-o", tmp_path, "--init", "embedded", env=threads)
    assert done.returncode == 0, done.stderr
    for name in ("table.safetensors", "pieces.model", "card.json"):
        assert (tmp_path / name).read_bytes() == (adapted / name).read_bytes()


def test_the_encoder_that_is_adapted_is_not_written_over(adapted: Path, folder: Path) -> None:
    """It may be the only copy: the folder of --init is refused as output, by one line, and stays as it is."""
    before = {path.name: path.read_bytes() for path in adapted.iterdir()}
    done = versalign("corpus", "train", folder, "-o", adapted, "--init", adapted)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "expected a new folder to write to, found: something there already" in done.stderr
    assert {path.name: path.read_bytes() for path in adapted.iterdir()} == before


@pytest.mark.parametrize(
    "option", [["--pieces", "500"], ["--dimensions", "8"], ["--vocabulary", "x.model"]], ids=lambda option: option[0]
)
def test_what_the_encoder_brings_cannot_be_chosen(option: list[str], folder: Path, tmp_path: Path) -> None:
    """--init excludes them: one line, exit code 2, nothing written."""
    done = versalign("corpus", "train", folder, "-o", tmp_path / "out", "--init", "embedded", *option)
    assert done.returncode == 2
    assert f"expected --init alone, as the encoder brings its own, found {option[0]}" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_too_few_pairs_are_refused(tmp_path: Path) -> None:
    """A batch of a handful teaches nothing, and silence would look like success."""
    (tmp_path / "en-de.tsv").write_text("hull\tRumpf\n", encoding="utf-8")
    done = versalign("corpus", "train", tmp_path, "-o", tmp_path / "out", "--init", "embedded")
    assert done.returncode == 2
    assert f"expected {ADAPT.batch // 16} pairs with known pieces at least, found 1" in done.stderr


def test_two_columns_are_sentences_or_terms(tmp_path: Path) -> None:
    """A few words without a full stop are a term, in any script; a byte-order mark and empty lines are no text."""
    lines = [
        "fuel tank\tTreibstofftank",
        "",
        "It rained.\tEs regnete.",
        "船体\thull",
        "港は嵐のため閉鎖されている。\tThe harbour",
    ]
    path = tmp_path / "en-de.tsv"
    path.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8", newline="")
    pairs = list(read_pairs(find_pair_files(tmp_path)[0]))
    assert [pair.kind for pair in pairs] == ["dict", "text", "dict", "text"]
    assert (pairs[0].collection, pairs[0].source, pairs[0].target) == ("en-de", "fuel tank", "Treibstofftank")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("en-de.tsv", b"one\teins\ntwo\n", r"en-de\.tsv:2: expected two texts"),
        ("en-de.tsv", b"one\t \n", r"en-de\.tsv:1: expected two texts"),
        ("en-de.tsv", b"caf\xe9\tCaf\xe9\n", r"en-de\.tsv: expected UTF-8"),
        ("en-de.tsv.xz", b"no xz", r"en-de\.tsv\.xz: expected UTF-8"),
    ],
)
def test_what_is_no_pair_is_refused(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    """With file and, where there is one, line."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message):
        list(read_pairs(find_pair_files(tmp_path)[0]))
