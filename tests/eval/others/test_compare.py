"""Other aligners on the same pairs."""

import stat
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from align.errors import InputError, OptionError
from eval.gold.sets import GoldPair
from eval.others import OTHERS, hunalign, load_other, missing_part, vecalign
from eval.others.compare import OURS, compare_aligners, compare_result
from eval.others.vecalign import OVERLAPS, make_with, sum_overlaps
from eval.system import align_pair
from tests.align.aligners.bertalign_stub import stub as stub

LENGTH = partial(align_pair, aligner="length")
PAIR = GoldPair(
    "set/one",
    "en",
    "fr",
    ("One sentence here.", "", "Another, longer sentence here."),
    ("Une phrase ici.", "Une autre phrase, plus longue."),
    (((0,), (0,)), ((1,), ()), ((2,), (1,))),
)


def test_missing_aligners_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not installed is said; the others run, ours first, and times are ratios to ours."""
    monkeypatch.setenv("PATH", "")
    found = compare_aligners({"set": [PAIR]}, names=("length", "hunalign"), ours=LENGTH)
    assert found.missing == {"hunalign": "a program hunalign on PATH"}
    assert list(found.scores) == [OURS, "length"]
    result = compare_result(found)
    rows = result.tables["compare"].rows
    assert [row[:2] for row in rows] == [("set", OURS), ("set", "length")]
    assert rows[0][-1] == "1.00"
    assert rows[0][2] == rows[1][2] == "1.000"
    assert result.tables["compare-missing"].rows == (("hunalign", "a program hunalign on PATH"),)


def test_an_unknown_aligner_is_refused() -> None:
    """The table is told."""
    with pytest.raises(OptionError, match=r"expected as aligner versalign\+use, bertalign"):
        compare_aligners({"set": [PAIR]}, names=("gargantua",), ours=LENGTH)


@pytest.mark.parametrize("name", OTHERS)
def test_every_adapter_says_what_is_missing(name: str) -> None:
    """A string, empty when it can run."""
    assert isinstance(missing_part(name), str)


def write_program(folder: Path, lines: str) -> None:
    """Write a program `hunalign` that checks its files and prints lines."""
    program = folder / "hunalign"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "assert sys.argv[1:3] == ['-utf', '-realign'], sys.argv\n"
        "texts = [open(path, encoding='utf-8').read() for path in sys.argv[3:]]\n"
        "assert texts[0] == '' and texts[1].count(chr(10)) == 3, texts\n"
        "assert texts[1].startswith('One sentence here .\\n'), texts\n"
        f"{lines}\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a program that is a script")
def test_hunalign_is_run_on_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its ladder becomes links, the blank line among them."""
    write_program(tmp_path, "print('0\\t0\\t0.3')\nprint('1\\t1\\t0.9')\nprint('2\\t1\\t0.1')\nprint('3\\t2\\t0.7')")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing_part("hunalign") == ""
    assert load_other("hunalign")(PAIR).links == (((0,), (0,)), ((1,), ()), ((2,), (1,)))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a program that is a script")
def test_trouble_of_hunalign_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its last words are in the message."""
    write_program(tmp_path, "sys.exit('out of cheese')")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="set/one: hunalign ended with 1: out of cheese"):
        load_other("hunalign")(PAIR)


def test_a_ladder_without_its_last_rung_is_completed() -> None:
    """Nothing of the documents is lost."""
    assert hunalign.read_ladder("", 2, 0) == (((0,), ()), ((1,), ()))


def test_overlaps_are_sums_that_end_at_each_sentence() -> None:
    """Before the beginning there is nothing."""
    vectors = np.arange(6, dtype=np.float32).reshape(3, 2)
    sums = sum_overlaps(vectors)
    assert sums.shape == (OVERLAPS, 3, 2)
    assert sums[0].tolist() == vectors.tolist()
    assert sums[1].tolist() == [[0, 0], [2, 4], [6, 8]]
    assert sums[2].tolist() == [[0, 0], [0, 0], [6, 9]]
    assert not sums[3:].any()


def test_vecalign_gets_vectors_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its function is called as its own command does; ids count the lines of the files, blank ones too."""
    package, programme = ModuleType("vecalign"), ModuleType("vecalign.dp_utils")
    seen = {}

    def run(**arguments: object) -> list[dict[str, list[tuple[list[int], list[int]]]]]:
        seen.update(arguments)
        np.random.random()  # noqa: NPY002 - what it does with the global generator must not be seen outside
        return [{"final_alignments": [([0], [0]), ([1], [1])]}]

    vars(programme).update(vecalign=run, make_alignment_types=lambda size: [(1, 1), (1, size - 1)])
    monkeypatch.setitem(sys.modules, "vecalign", package)
    monkeypatch.setitem(sys.modules, "vecalign.dp_utils", programme)
    monkeypatch.setattr(vecalign, "_module_name", lambda: "vecalign.dp_utils")
    state = str(np.random.get_state())  # noqa: NPY002
    system = make_with(lambda sentences, language: sum_overlaps(np.ones((len(sentences), 4), dtype=np.float32)), "toy")
    prediction = system(PAIR)
    assert str(np.random.get_state()) == state  # noqa: NPY002
    assert prediction.links == (((0,), (0,)), ((2,), (1,)))
    assert prediction.signature == "toy"
    assert seen["final_alignment_types"] == [(1, 1), (1, 7)]
    assert isinstance(seen["vecs0"], np.ndarray)
    assert seen["vecs0"].shape == (OVERLAPS, 2, 4)


def test_a_set_in_other_languages_is_left_out_and_told() -> None:
    """The others are scored all the same."""
    icelandic = replace(PAIR, source_language="is")
    found = compare_aligners({"set": [PAIR], "other": [icelandic]}, names=("bertalign+use",), ours=LENGTH)
    assert list(found.scores["bertalign+use"]) == ["set"]
    assert "found Icelandic (is)" in found.missing["bertalign+use on other"]
    rows = compare_result(found).tables["compare"].rows
    assert [row[:2] for row in rows] == [("set", OURS), ("set", "bertalign+use"), ("other", OURS)]


def test_the_package_bertalign_is_scored_behind_its_process(stub: None) -> None:
    """The ids count the blank line, and trouble names the pair."""
    assert missing_part("bertalign-package") == ""
    system = load_other("bertalign-package")
    broken = GoldPair("set/two", "en", "fr", ("Broken.", "B."), ("A.", "B."), ())
    with pytest.raises(InputError, match=r"set/two: bertalign: expected \(2, 2\) sentences, it made \(3, 2\)"):
        system(broken)
    assert system(PAIR).links == (((0,), (0,)), ((2,), (1,)))
