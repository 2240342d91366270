"""`versalign convert`: formats by ending or by name, ladders with their texts, and a file whole or not at all."""

import json
from pathlib import Path

import pytest

from align.errors import AlignError
from align.exchange import Side, Unit, read_units, write_units
from align.exchange.convert import Converted, convert
from tests.running import versalign

ROWS = [
    Unit((Side("The wind & the rain.", "en"), Side("Le vent.", "fr")), probability=0.5),
    Unit((Side("We saw The wind.", "en"), Side("Nous avons vu le vent.", "fr"))),
    Unit((Side("the end", "en"), Side("", "fr"))),
]


def test_one_format_to_another(tmp_path: Path) -> None:
    """What has a side without text is counted."""
    write_units(ROWS, tmp_path / "a.tsv")
    assert convert(tmp_path / "a.tsv", tmp_path / "b.tmx") == Converted(3, 2)
    assert convert(tmp_path / "b.tmx", tmp_path / "c", to_format="parquet") == Converted(2, 2)
    assert convert(tmp_path / "c", tmp_path / "d.jsonl", from_format="parquet") == Converted(2, 2)
    assert list(read_units(tmp_path / "d.jsonl")) == ROWS[:2]


def test_words_of_moses_are_parted_and_cased(tmp_path: Path) -> None:
    """Nothing is escaped; the first word is written as it is within sentences."""
    write_units(ROWS, tmp_path / "a.tsv")
    convert(tmp_path / "a.tsv", tmp_path / "b.moses", tokenize=True)
    assert (tmp_path / "b.en").read_text().splitlines()[0] == "The wind & the rain ."
    convert(tmp_path / "a.tsv", tmp_path / "c.moses", truecase=True)
    assert (tmp_path / "c.fr").read_text().splitlines()[0] == "le vent ."


@pytest.mark.parametrize("blank", ["", "\n"], ids=["dense", "with a blank line"])
def test_a_ladder_takes_the_texts_of_its_documents(blank: str, tmp_path: Path) -> None:
    """Blank lines count where the ladder counts them."""
    (tmp_path / "en.txt").write_text(f"Rain.\n{blank}Wind.\n")
    (tmp_path / "fr.txt").write_text("Pluie et vent.\n")
    for numbers in ("[0, 1]", "[0, 1, 2]") if blank else ("[0, 1]",):
        (tmp_path / "a.vecalign").write_text(f"{numbers}:[0]:0.2\n")
        texts = tmp_path / "en.txt", tmp_path / "fr.txt"
        convert(tmp_path / "a.vecalign", tmp_path / "b.jsonl", texts=texts)
        (unit,) = read_units(tmp_path / "b.jsonl")
        assert [side.text.split() for side in unit.sides] == [["Rain.", "Wind."], ["Pluie", "et", "vent."]]


def test_costs_are_no_probabilities(tmp_path: Path) -> None:
    """A cost above 1 is read, and written again as it was; as hunalign's it is no probability either."""
    (tmp_path / "a.vecalign-cost").write_text("[0]:[0]:1.2500\n[1]:[]:0.0000\n")
    convert(tmp_path / "a.vecalign-cost", tmp_path / "b.ladder")
    convert(tmp_path / "b.ladder", tmp_path / "c", to_format="vecalign-cost")
    assert (tmp_path / "c").read_text() == "[0]:[0]:1.2500\n[1]:[]:0.0000\n"
    assert [unit.probability for unit in read_units(tmp_path / "b.ladder")] == [None, None]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("a.tsv", "b.foo", "expected an ending that tells the format"),
        ("a.tsv", "a.tsv", "a.tsv: expected a file to write to, found: a file that is read; name another one"),
        ("a.vecalign", "b.tmx", "expected the texts of a ladder, found none; give --source and --target"),
        ("a.tsv", "b.vecalign", "expected two sides with segment numbers"),
        ("a.tsv", "nowhere/b.tmx", "expected a file to write to, found: No such file"),
        ("broken.jsonl", "b.tmx", "broken.jsonl:2: expected an object"),
        ("c.moses", "b.tmx", "expected two files such as c.en and c.fr, found 0"),
    ],
)
def test_trouble_is_one_line_and_no_file(source: str, target: str, message: str, tmp_path: Path) -> None:
    """Nothing is left behind, and what was there stays."""
    write_units(ROWS, tmp_path / "a.tsv")
    (tmp_path / "a.vecalign").write_text("[0]:[0]:1\n")
    (tmp_path / "broken.jsonl").write_text(json.dumps({"source": "a", "target": "b"}) + "\n{")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(AlignError, match=message) as caught:
        convert(tmp_path / source, tmp_path / target)
    assert "\n" not in str(caught.value)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_other_files_of_the_same_name_are_no_languages(tmp_path: Path) -> None:
    """Whoever wrote a corpus in several formats, or keeps notes beside it, has such files."""
    for ending in ("en", "fr", "tsv", "tmx", "log"):
        (tmp_path / f"a.{ending}").write_text(f"{ending}\n", encoding="utf-8")
    convert(tmp_path / "a.moses", tmp_path / "b.jsonl")
    sides = [unit.sides for unit in read_units(tmp_path / "b.jsonl")]
    assert [[(side.language, side.text) for side in each] for each in sides] == [[("en", "en"), ("fr", "fr")]]


def test_moses_files_have_the_same_number_of_lines(tmp_path: Path) -> None:
    """The shorter one is named."""
    (tmp_path / "c.de-en.de").write_text("a\nb\n")
    (tmp_path / "c.de-en.en").write_text("a\n")
    with pytest.raises(AlignError, match=r"c\.de-en\.en: expected as many lines as the other files have, found 1"):
        convert(tmp_path / "c.de-en", tmp_path / "b.tsv", from_format="moses")


def test_the_command_says_what_it_left_out(tmp_path: Path) -> None:
    """On standard error; a wrong format is trouble."""
    write_units(ROWS, tmp_path / "a.tsv")
    done = versalign("convert", tmp_path / "a.tsv", tmp_path / "b.tmx")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "versalign: warning: 1 of 3 have a side without text, and were left out\n"
    refused = versalign("convert", tmp_path / "a.tsv", tmp_path / "c.tmx", "--from", "tmxx")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "did you mean 'tmx'?" in refused.stderr
