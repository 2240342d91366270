"""`versalign align` with many pairs: one bad file stops nothing, and is told."""

from pathlib import Path

import pytest

from align.exchange import read_units
from tests.running import versalign

ENGLISH = "The bridge is closed.\nThe ferry runs every hour.\n"
FRENCH = "Le pont est fermé.\nLe bac part toutes les heures.\n"


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Write two folders with a good pair, a bad one, and a document alone."""
    for name, text in (
        ("en/x/good.txt", ENGLISH),
        ("fr/x/good.md", FRENCH),
        ("en/bad.txt", " \n"),
        ("fr/bad.txt", FRENCH),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "fr" / "alone.txt").write_text(FRENCH, encoding="utf-8")
    return tmp_path


def test_two_folders(folders: Path) -> None:
    """Files of the same name are pairs; what failed is told at the end, and what has no partner."""
    done = versalign("align", folders / "en", folders / "fr", "-o", folders / "out", "--format", "tsv")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].endswith("alone.txt has no partner of its name")
    assert done.stderr.splitlines()[-1] == "versalign: 1 of 2 pairs could not be aligned; the others are written"
    units = list(read_units(folders / "out" / "x" / "good.tsv"))
    assert [(unit.fate, unit.role, unit.verdict) for unit in units] == [("kept", "body", "same")] * 2
    index = [line.split("\t")[2:4] for line in (folders / "out" / "index.tsv").read_text("utf-8").splitlines()]
    assert index == [["file", "verdict"], ["", ""], ["x/good.tsv", "same"]]


@pytest.mark.parametrize("option", [[], ["--manifest"]], ids=["argument", "option"])
def test_a_manifest(option: list[str], folders: Path) -> None:
    """Paths are relative to it; a row without a target is left alone, and a name that is taken gets a number."""
    pair = "en/x/good.txt\tfr/x/good.md\t1\n"
    (folders / "pairs.tsv").write_text(f"source\ttarget\tprobability\n{pair}en/bad.txt\t\t\n{pair}")
    done = versalign("align", *option, folders / "pairs.tsv", "-o", folders / "out", "--scores", "cost")
    assert (done.returncode, done.stderr) == (0, "")
    names = {path.name for path in (folders / "out").iterdir()}
    assert names == {"good.vecalign-cost", "good-2.vecalign-cost", "index.tsv"}


def test_the_ending_tells_the_format_and_unlikely_beads_stay_out(folders: Path) -> None:
    """Of one pair, too; no bead reaches a probability of 1 here."""
    pair = folders / "en" / "x" / "good.txt", folders / "fr" / "x" / "good.md"
    for least, count in (("0", 2), ("1", 0)):
        done = versalign("align", *pair, "-o", folders / "x.tmx", "--min-probability", least)
        assert done.returncode == 0
        assert len(list(read_units(folders / "x.tmx"))) == count


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "expected two versions, two folders or a manifest, found none"),
        (["en"], "found a folder alone"),
        (["en", "fr"], "expected --output with a folder for the beads of many pairs"),
        (["en/bad.txt", "-o", "out"], "expected a header with source and target, found no source"),
        (["en/x/good.txt", "fr/x/good.md", "--format", "tsv", "--scores", "cost"], "expected --scores cost with"),
    ],
)
def test_wrong_arguments_are_one_line(arguments: list[str], message: str, folders: Path) -> None:
    """What was expected, and what was found."""
    done = versalign(
        "align",
        *(str(folders / word) if "/" in word or (len(word) == 2 and word[0] != "-") else word for word in arguments),
    )
    assert done.returncode == 2
    assert message in done.stderr.splitlines()[-1]
