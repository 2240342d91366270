"""Documents whose tables are made from stored results."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.errors import InputError
from eval.cli import app
from eval.documents import fill_tables, marked_documents, summarize
from eval.results import Table, stored_results, write_result
from tests.eval.test_results import make_result

ROOT = Path(__file__).parent.parent.parent
MARKED = "# Toy\n\n<!-- eval:toy -->\nold\n<!-- /eval:toy -->\n\nThe end.\n"


@pytest.mark.parametrize("path", marked_documents(ROOT), ids=lambda path: path.name)
def test_the_tables_of_every_document_are_those_of_the_stored_results(path: Path) -> None:
    """`versalign eval readme` would change nothing."""
    text = path.read_text(encoding="utf-8")
    assert fill_tables(text, stored_results()) == text


def test_documents_with_markers_are_found(tmp_path: Path) -> None:
    """The README and the pages in docs/; a page without a marker is none of them."""
    (tmp_path / "docs").mkdir()
    for name, text in (("README.md", MARKED), ("docs/b.md", MARKED), ("docs/a.md", "words"), ("NEWS.md", MARKED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert marked_documents(tmp_path) == (tmp_path / "README.md", tmp_path / "docs" / "b.md")


def test_only_what_is_between_the_markers_changes() -> None:
    """And filling twice is filling once."""
    filled = fill_tables(MARKED, [make_result()])
    assert filled.startswith("# Toy\n\n<!-- eval:toy -->\n\n| set | F1 |")
    assert filled.endswith("<!-- /eval:toy -->\n\nThe end.\n")
    assert "old" not in filled
    assert fill_tables(filled, [make_result()]) == filled


@pytest.mark.parametrize(("names", "found"), [((), "none"), (("a", "b"), "a, b")])
def test_a_marker_needs_exactly_one_table(names: tuple[str, ...], found: str) -> None:
    """A number without source, or with two, is refused."""
    with pytest.raises(InputError, match=f"expected one stored result with the table 'toy', found {found}"):
        fill_tables(MARKED, [make_result(name) for name in names])


def test_the_summary_takes_each_number_from_its_table() -> None:
    """Strict and null F1 of a set that was fitted on, then of the same left out."""
    tables = {
        "accuracy": Table("", ("set", "strict P", "F1", "null F1"), (("novel", ".1", ".2", ".3"),)),
        "near-levels": Table("", ("level", "strict F1", "null F1"), (("near-30", ".4", ".5"),)),
        "left-out": Table("", ("set", "strict F1", "null F1"), (("novel", ".6", ".7"), ("near-30", ".8", ".9"))),
    }
    results = [make_result(name, {name: table}) for name, table in tables.items()]
    table, sources = summarize(results)
    assert table.rows == (("novel", ".2", ".3", ".6", ".7"), ("near-30", ".4", ".5", ".8", ".9"))
    assert [source.name for source in sources] == ["accuracy", "near-levels", "left-out"]


def test_the_readme_command_fills_and_checks_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1 while one of them is out of date, and its name is told."""
    write_result(make_result(), tmp_path / "results")
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text(fill_tables(MARKED, [make_result()]), encoding="utf-8")
    page = tmp_path / "docs" / "toy.md"
    page.write_text(MARKED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    command = ["readme", "--stored", "results"]
    checked = CliRunner().invoke(app, [*command, "--check"])
    assert (checked.exit_code, checked.stderr) == (1, "out of date: docs/toy.md\n")
    assert CliRunner().invoke(app, command).exit_code == 0
    assert CliRunner().invoke(app, [*command, "--check"]).exit_code == 0
    assert "0.500" in page.read_text(encoding="utf-8")


def test_a_folder_without_marked_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing to fill is a mistake, not a success."""
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(app, ["readme"]).exception
    assert isinstance(found, InputError)
    assert "expected README.md or docs/*.md with markers" in str(found)
