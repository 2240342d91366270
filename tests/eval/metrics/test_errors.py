"""Errors by kind: what passages are, what they are called, and what they cost."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from eval.cli import app
from eval.gold.sets import GoldPair, Link, spread_nulls
from eval.metrics.beads import count_beads, f1_of
from eval.metrics.errors import KINDS, errors_result, example_lines, find_errors, find_passages
from eval.system import Prediction
from tests.eval.pairs import GOLD, TEST, make_pair


def link(source: str, target: str) -> Link:
    """Return a link of digits."""
    return tuple(map(int, source)), tuple(map(int, target))


@pytest.mark.parametrize(
    ("kind", "gold", "found"),
    [
        ("boundary of two", [link("0", "0"), link("1", "12")], [link("0", "01"), link("1", "2")]),
        ("cut too much", [link("01", "01")], [link("0", "0"), link("1", "1")]),
        ("merged too much", [link("0", "0"), link("1", "1")], [link("01", "01")]),
        (
            "chain",
            [link("0", "0"), link("1", "1"), link("2", "23")],
            [link("0", "01"), link("1", "2"), link("2", "3")],
        ),
        ("spurious null", [link("01", "0")], [link("0", "0"), link("1", "")]),
        ("spurious null", [link("0", "0")], [link("0", ""), link("", "0")]),
        ("missed null", [link("0", "0"), link("1", "")], [link("01", "0")]),
        ("missed null", [link("0", ""), link("", "0")], [link("0", "0")]),
        ("gap or crossing", [link("0", "02"), link("1", "1")], [link("0", "0"), link("1", "12")]),
        ("gap or crossing", [link("0", "1"), link("1", "0")], [link("0", "0"), link("1", "1")]),
    ],
)
def test_kinds(kind: str, gold: list[Link], found: list[Link]) -> None:
    """One passage, of one kind; a right bead beside it is none."""
    passages = list(find_passages([*gold, link("9", "9")], [*found, link("9", "9")]))
    assert [passage.kind for passage in passages] == [kind]
    assert set(passages[0].gold) == set(gold)
    assert set(passages[0].found) == set(found)


def test_a_null_that_only_one_side_names_is_no_error() -> None:
    """Gold files may pass over what has no counterpart."""
    assert not list(find_passages([link("0", "0")], [link("0", "0"), link("1", ""), link("", "1")]))


def test_all_kinds_are_told_apart() -> None:
    """The pair worked out by hand has three errors."""
    kinds = [passage.kind for passage in find_passages(GOLD, TEST)]
    assert sorted(kinds) == ["missed null", "spurious null"]


def aligned(n: int, m: int, random: Random) -> Iterator[Link]:
    """Yield an alignment of all sentences of two documents."""
    i = j = 0
    while i < n or j < m:
        a, b = min(random.randint(0, 2), n - i), min(random.randint(0, 2), m - j)
        if a or b:
            yield from spread_nulls([(tuple(range(i, i + a)), tuple(range(j, j + b)))])
        i, j = i + a, j + b


@given(st.integers(1, 8), st.integers(1, 8), st.integers(0, 10_000))
def test_nothing_is_wrong_when_all_kinds_are_perfect(n: int, m: int, seed: int) -> None:
    """What gold and system differ in is in some passage, and each has a kind."""
    random = Random(seed)
    gold, found = tuple(aligned(n, m, random)), tuple(aligned(n, m, random))
    pair = make_pair(gold, source=n, target=m)
    errors = find_errors("toy", [pair], lambda pair: Prediction(found))
    assert errors.strict() == pytest.approx(f1_of(count_beads(pair, found), "strict"), nan_ok=True)
    assert all(passage.kind in KINDS for passage in errors.passages[0])
    if any(all(each) for each in gold):
        assert errors.strict(KINDS) == 1.0


def test_a_perfect_kind_gains_what_it_costs() -> None:
    """With both kinds of the pair worked out by hand right, strict F1 is 1."""
    errors = find_errors("hand", [make_pair()], lambda pair: Prediction(TEST, signature="by hand"))
    gains = {kind: errors.strict([kind]) - errors.strict() for kind in KINDS}
    assert gains["spurious null"] > 0 < gains["missed null"]
    assert not any(gains[kind] for kind in KINDS if kind not in ("spurious null", "missed null"))
    result = errors_result([errors])
    assert result.body["hand"]["errors"] == {"spurious null": 1, "missed null": 1}
    assert result.signature == "by hand"


def test_examples_are_safe_to_print() -> None:
    """A text may hold what drives a terminal."""
    pair = GoldPair("hand/\x1b[2J", "de", "en", ("Eins.\x1b[31m", "Zwei."), ("One.",), (((0, 1), (0,)),))
    errors = find_errors("hand", [pair], lambda pair: Prediction((((0,), (0,)), ((1,), ()))))
    lines = list(example_lines(errors, "spurious null", 3))
    assert lines[-2:] == ["  gold: [0, 1]:[0]", "  found: [0]:[0] [1]:[]"]
    assert "Eins.␛[31m" in lines[1]
    assert "\x1b" not in "".join(lines)


def test_the_command_prints_the_table_and_keeps_no_text(tmp_path: Path) -> None:
    """Texts of the data are shown, not stored."""
    (tmp_path / "MANIFEST.tsv").write_text(
        "set\tdoc\tsrc_ext\ttgt_ext\tn_src\tn_tgt\ntoy\tone\tde\ten\t2\t2\n", encoding="utf-8"
    )
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy/one.de").write_text("Der Zug hält in Bern.\nAm Abend regnet es.\n", encoding="utf-8")
    (tmp_path / "toy/one.en").write_text("The train stops in Bern.\nIt rains in the evening.\n", encoding="utf-8")
    (tmp_path / "toy/one.gold").write_text("[0,1]:[0,1]\n", encoding="utf-8")
    output = tmp_path / "out"
    found = CliRunner().invoke(
        app, ["errors", "toy", "--gold", str(tmp_path), "--examples", "1", "--output", str(output)]
    )
    assert found.exit_code == 0, found.output
    assert "toy/one: cut too much" in found.output
    assert "1 (+1.000)" in (output / "errors.md").read_text(encoding="utf-8")
    assert "Bern" not in (output / "errors.json").read_text(encoding="utf-8")
