"""The gate, and the sample articles as gold."""

import json
from functools import partial
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from align.comparison import compare
from align.documents import document_from_text
from align.errors import InputError, OptionError
from eval.commands import add_commands
from eval.gold.seeds import Row, digest_seeds, read_rows, read_seeds, read_sides, seed_gold
from eval.metrics.gate import (
    Floors,
    Measured,
    check_floors,
    measure_seeds,
    read_floors,
    update_floors,
    write_floors,
)

GOOD = Measured("d1", "aligner a", {"strict": 0.9, "null": 0.5})
WORSE = Measured("d1", "aligner b", {"strict": 0.85, "null": 0.6})


def pinned() -> Floors:
    """Return floors of what is good."""
    return update_floors(Floors({}), {"seeds": GOOD})


def test_a_floor_is_a_little_below_what_was_measured() -> None:
    """The slack keeps other machines above it."""
    assert pinned().sets["seeds"].floors == {"strict": 0.898, "null": 0.498}
    assert check_floors(pinned(), {"seeds": GOOD}).code == 0


def test_below_a_floor_is_code_1() -> None:
    """The number that fell is named."""
    judgement = check_floors(pinned(), {"seeds": WORSE})
    assert judgement.code == 1
    assert judgement.lines == ("seeds strict: 0.850, floor 0.898, BELOW", "seeds null: 0.600, floor 0.498")


def test_a_number_that_is_gone_is_below_its_floor() -> None:
    """Nothing measured is no excuse."""
    assert check_floors(pinned(), {"seeds": Measured("d1", "aligner a", {"strict": 0.95})}).code == 1


@pytest.mark.parametrize("name", ["seeds", "gold/new"])
def test_other_data_is_code_2(name: str) -> None:
    """Data that was not pinned, or is not what was pinned, gives no verdict."""
    judgement = check_floors(pinned(), {name: Measured("d2", "aligner a", {"strict": 1.0})})
    assert judgement.code == 2
    assert "found d2; pin it with --update" in judgement.lines[0]


def test_sets_that_are_not_there_are_left_alone() -> None:
    """Without the gold sets the sample articles still count."""
    floors = update_floors(pinned(), {"gold/one": GOOD})
    assert check_floors(floors, {"seeds": GOOD}).code == 0


def test_a_floor_does_not_fall_by_itself() -> None:
    """Lowering needs leave and reason."""
    with pytest.raises(OptionError, match=r"seeds strict: expected 0\.898 or more, found 0\.850; see --lower"):
        update_floors(pinned(), {"seeds": WORSE})
    with pytest.raises(OptionError, match="expected --reason with --lower, found none"):
        update_floors(pinned(), {"seeds": WORSE}, lower=True, reason=" ")


def test_a_lowered_floor_is_remembered() -> None:
    """What was, what is, and why; the other number rises all the same."""
    floors = update_floors(pinned(), {"seeds": WORSE}, lower=True, reason="the truth was corrected")
    assert floors.sets["seeds"].floors == {"strict": 0.848, "null": 0.598}
    (entry,) = floors.lowered
    assert (entry.metric, entry.before, entry.after, entry.reason) == (
        "strict",
        0.898,
        0.848,
        "the truth was corrected",
    )


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    """Written and read, they are the same."""
    floors = update_floors(pinned(), {"seeds": WORSE}, lower=True, reason="why not")
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"schema": 9, "sets": {}, "lowered": []})])
def test_a_file_that_is_no_floors_is_refused(tmp_path: Path, text: str) -> None:
    """The file is named."""
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.json: expected"):
        read_floors(path)


def test_the_sample_articles_are_the_pinned_ones() -> None:
    """Whoever changes `seeds/` pins them anew."""
    assert read_floors().sets["seeds"].digest == digest_seeds()


def test_every_truth_fits_its_documents() -> None:
    """All sentences of the truth are found, and the links cover what is scored exactly once."""
    for pair in read_seeds():
        if pair.truth is not None:
            gold = seed_gold(pair.truth.name, *read_sides(pair), read_rows(pair.truth))
            for side, count in enumerate((len(gold.pair.source), len(gold.pair.target))):
                assert sorted(i for link in gold.pair.links for i in link[side]) == list(range(count)), pair.truth


def test_segments_take_the_truth_of_their_sentences() -> None:
    """A sentence cut in two is a bead of two, two in one segment are tied, furniture is left out."""
    source = document_from_text("It rained. It went on.\n\nWe left.", language="en")
    target = document_from_text("Es regnete, und es ging weiter.\n\nWir gingen.\n\nEnde.", language="de")
    rows = (
        Row("kept", ("It rained",), ("Es regnete",)),
        Row("merged", ("It went",), ("und es ging",)),
        Row("kept", ("We left",), ("Wir gingen",)),
        Row("furniture", (), ("Ende",)),
    )
    gold = seed_gold("one", source, target, rows)
    assert gold.pair.links == (((0, 1), (0,)), ((2,), (1,)))
    assert gold.ids == ((0, 1, 2), (0, 1))
    assert gold.judged((((0,), (0,)), ((1, 2), (1, 2)), ((), (2,)))) == (((0,), (0,)), ((1, 2), (1,)))


def test_a_sentence_that_is_not_there_is_told() -> None:
    """The document is named, and how the sentence begins."""
    document = document_from_text("It rained all day.", name="day", language="en")
    with pytest.raises(InputError, match="day: expected a sentence that begins with 'It snowed', found none"):
        seed_gold("one", document, document, (Row("kept", ("It snowed",), ("It rained",)),))


def test_a_broken_truth_is_refused(tmp_path: Path) -> None:
    """With file and line."""
    path = tmp_path / "one.truth.tsv"
    path.write_text("fate\tsource\ttarget\tnote\nkept\tIt rained\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.truth\.tsv:2: expected the columns fate source target note"):
        read_rows(path)


def test_the_sample_articles_are_measured() -> None:
    """Every number is a share; the digest is that of the folder."""
    measured = measure_seeds(compare=partial(compare, aligner="length"))
    assert set(measured.numbers) == {"strict", "null", "move", "roles", "verdict"}
    assert all(0.0 <= value <= 1.0 for value in measured.numbers.values())
    assert measured.digest == digest_seeds()
    assert measured.numbers["strict"] > 0.4
    assert measured.numbers["roles"] > 0.9


def run_gate(monkeypatch: pytest.MonkeyPatch, measured: Measured, floors: Path, *options: str) -> Result:
    """Run the command on the sample articles alone, with numbers that are given."""
    app = typer.Typer()
    add_commands(app)
    monkeypatch.setattr("eval.metrics.gate.measure_seeds", lambda: measured)
    return CliRunner().invoke(app, ["gate", "--seeds-only", "--floors", str(floors), *options])


def test_the_command_pins_checks_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its exit codes are 0, 1 below a floor and 2 for other data; a refused update leaves the file alone."""
    floors = tmp_path / "floors.json"
    assert run_gate(monkeypatch, GOOD, floors, "--update").exit_code == 0
    assert run_gate(monkeypatch, GOOD, floors).exit_code == 0
    worse = run_gate(monkeypatch, WORSE, floors)
    assert (worse.exit_code, "BELOW" in worse.output) == (1, True)
    assert run_gate(monkeypatch, Measured("d2", "aligner a", {"strict": 1.0}), floors).exit_code == 2
    before = floors.read_bytes()
    assert isinstance(run_gate(monkeypatch, WORSE, floors, "--update").exception, OptionError)
    assert isinstance(run_gate(monkeypatch, WORSE, floors, "--lower").exception, OptionError)
    assert floors.read_bytes() == before
    assert run_gate(monkeypatch, WORSE, floors, "--update", "--lower", "--reason", "why not").exit_code == 0
