"""The folder of an encoder appears whole or not at all, and what cannot be trained is told in one line, early."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from align.encoding.static.encoder import EMBEDDED
from align.errors import AlignError, InputError, OptionError
from corpora.encoder.artefact import write_encoder
from corpora.encoder.train import first_rows
from corpora.encoder.training import train_encoder
from tests.killing import killed, script

WRITING = """\
from corpora.encoder.artefact import write_encoder
from corpora.encoder.train import first_rows
made = first_rows(400, 256, 1)
told = {"languages": ["en"], "collections": [], "training": {}}
---
write_encoder(Path(sys.argv[1]) / f"{n}", rows=made + n, vocabulary=Path(sys.argv[2]), **told)
"""


def write(folder: Path) -> None:
    """Write a small encoder."""
    vocabulary = EMBEDDED / "pieces.model"
    write_encoder(
        folder, rows=first_rows(4, 8, 1), vocabulary=vocabulary, languages=["en"], collections=[], training={}
    )


def check(folder: Path) -> None:
    """Check that a folder is what its card says."""
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    assert list(card["files"]) == ["table.safetensors", "pieces.model"]
    assert {name: sha256((folder / name).read_bytes()).hexdigest() for name in card["files"]} == card["files"]
    assert {path.name for path in folder.iterdir()} == {*card["files"], "card.json"}


def test_the_card_has_the_checksums(tmp_path: Path) -> None:
    """Of both other files, so that a torn copy is known."""
    write(tmp_path / "encoder")
    check(tmp_path / "encoder")


def test_an_encoder_is_not_written_over_another(tmp_path: Path) -> None:
    """It may be the only copy, or the one that this one was made from."""
    write(tmp_path / "encoder")
    before = (tmp_path / "encoder" / "card.json").read_bytes()
    with pytest.raises(InputError, match="something there already, which is not written over"):
        write(tmp_path / "encoder")
    assert (tmp_path / "encoder" / "card.json").read_bytes() == before


def test_a_killed_writer_leaves_whole_folders_only(tmp_path: Path) -> None:
    """Killed at any moment; the next one clears away what it left."""
    torn = 0
    for turn in killed(script(WRITING, tmp_path, EMBEDDED / "pieces.model"), times=5, seed=3, last=0.1):
        for folder in tmp_path.iterdir():
            if folder.name.startswith("."):
                torn += 1
            else:
                check(folder)
                folder.rename(tmp_path.parent / f"{tmp_path.name}-{turn}-{folder.name}")
    assert torn, "expected one to be killed while it wrote"
    write(tmp_path / "last")
    assert [path.name for path in tmp_path.iterdir()] == ["last"]


PAIRS = "".join(f"The ship {n} left.\tDas Schiff {n} fuhr.\n" for n in range(40))


def folder_of(name: str, text: str | None) -> Callable[[Path], None]:
    """Return what makes a file of pairs in a folder, or a folder of its name for None."""

    def make(folder: Path) -> None:
        if text is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_text(text)

    return make


@pytest.mark.parametrize(
    ("make", "options", "message"),
    [
        (folder_of("en-de.tsv", ""), {}, "expected pairs of texts in .*, found none"),
        (folder_of("en-de.tsv", ""), {"init": "embedded"}, "expected 16 pairs with known pieces at least, found 0"),
        (folder_of("en-de.tsv", None), {}, "en-de.tsv: expected a file with pairs, found a folder"),
        (folder_of("notes.txt", PAIRS), {}, "expected files named like en-fr.tsv"),
        (folder_of("en-de.tsv", PAIRS), {"pieces": 3}, r"expected \d\d pieces at least, one a character, found 3"),
        (folder_of("en-de.tsv", PAIRS), {"pieces": -5}, "expected --pieces from 1 to 1000000, found -5"),
        (folder_of("en-de.tsv", PAIRS), {"pieces": 0}, "expected --pieces from 1"),
        (folder_of("en-de.tsv", PAIRS), {"pieces": 10**11}, "expected --pieces from 1"),
        (folder_of("en-de.tsv", PAIRS), {"dimensions": -1}, "expected --dimensions from 1 to 4096, found -1"),
        (folder_of("en-de.tsv", PAIRS), {"dimensions": 10**11}, "expected --dimensions from 1"),
        (folder_of("en-de.tsv", PAIRS), {"passes": 0}, "expected --passes from 1"),
        (folder_of("en-de.tsv", PAIRS), {"seed": -1}, "expected --seed from 0"),
        (folder_of("en-de.tsv", PAIRS), {"pieces": 80, "init": "embedded"}, "expected --init alone"),
    ],
)
def test_what_cannot_be_trained_is_one_line(
    make: Callable[[Path], None], options: dict[str, Any], message: str, tmp_path: Path
) -> None:
    """And nothing is written."""
    (tmp_path / "in").mkdir()
    make(tmp_path / "in")
    with pytest.raises(AlignError, match=message) as caught:
        train_encoder(tmp_path / "in", tmp_path / "out", **options)
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("place", ["file", "file/below", "full"])
def test_a_place_that_cannot_be_written_is_told_before_hours_are_spent(place: str, tmp_path: Path) -> None:
    """Even before the texts are read."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_text("x")
    with pytest.raises(InputError, match=f"{place}: expected a new folder to write to, found"):
        train_encoder(tmp_path / "nowhere", tmp_path / place)


def test_an_option_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    """Whatever the folder."""
    with pytest.raises(OptionError, match="expected --dimensions"):
        train_encoder(tmp_path / "nowhere", tmp_path / "out", dimensions=0)
