"""Stored results and the tables made from them."""

import json
from math import nan
from pathlib import Path

import pytest

from align.errors import InputError
from eval.results import (
    Machine,
    Result,
    Table,
    read_result,
    stored_results,
    to_json,
    to_markdown,
    write_result,
)

MACHINE = Machine("Toy 1", 2, "Linux x86_64", "3.11.0", "2.2.0")


TOYS = {"toy": Table("Toys", ("set", "F1"), (("a|b", "0.500"),))}


def make_result(name: str = "toy", tables: dict[str, Table] = TOYS) -> Result:
    """Return a result with one table, or with others."""
    return Result(name, "aligner toy", "0123456789ab", tables, {"f1": 0.5, "none": nan}, "1.0", "2026-01-02", MACHINE)


def test_a_result_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """But for NaN, which JSON has not and which becomes null."""
    write_result(make_result(), tmp_path / "new")
    (found,) = stored_results(tmp_path / "new")
    assert found.body == {"f1": 0.5, "none": None}
    assert (found.tables, found.machine, found.data) == (make_result().tables, MACHINE, "0123456789ab")


def test_a_result_says_by_itself_when_and_where() -> None:
    """Version, date and machine."""
    data = json.loads(to_json(Result("toy", "s", "d", {}, {})))
    assert data["version"]
    assert data["date"].endswith("+00:00")
    assert data["machine"]["cores"] >= 1
    assert data["machine"]["cpu"]


def test_markdown_has_the_table_and_where_it_comes_from() -> None:
    """A bar inside a cell does not cut it."""
    text = to_markdown(make_result())
    assert "| set | F1 |\n| --- | ---: |\n| a\\|b | 0.500 |\n" in text
    assert "*versalign 1.0, aligner toy; data 0123456789ab; 2026-01-02; Toy 1, 2 cores, Python 3.11.0*" in text


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": 99}', '{"schema": 1, "tables": {}}'])
def test_a_file_that_is_no_result_is_refused(tmp_path: Path, text: str) -> None:
    """With its name."""
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.json: expected a"):
        read_result(path)


def test_rows_must_be_as_wide_as_the_header() -> None:
    """A lost cell would put numbers under the wrong name."""
    with pytest.raises(ValueError, match="Toys: expected 2 cells"):
        Table("Toys", ("set", "F1"), (("a",),))
