"""Rows and code of one format are found in the lines of a text that tells nothing of them."""

from pathlib import Path

from align import compare, document_from_text, read_document
from align.aligners.told import with_told
from align.bitext import Document, Role

PAGE = """<html lang="en"><body><article><h1>Fares</h1><p>The fares have not changed since the flood of last year.</p>
<table><tr><th>Boat</th><th>Hour</th></tr><tr><td>Canoe</td><td>4.00</td></tr><tr><td>Big dinghy</td><td>7.50</td></tr>
</table><pre><code>pump --slow\n\npump --stop</code></pre><p>Dogs travel free, said the captain of the ferry.</p>
</article></body></html>"""
PRINT = """Fares

The fares have not changed since the flood of last year.

Boat Hour

Canoe   4.00

Big dinghy 7.50

pump --slow

pump --stop

Dogs travel free, said the captain of the ferry.
"""


def _page(folder: Path, source: str = PAGE) -> Document:
    path = folder / "page.html"
    path.write_text(source, encoding="utf-8")
    return read_document(path)


def test_a_row_on_one_line_is_cut_into_cells_and_lines_of_code_are_one_block(tmp_path: Path) -> None:
    """Their roles are those of the page; all else stays as it is."""
    page, text = _page(tmp_path), document_from_text(PRINT, language="en")
    for source, target in (with_told(page, text), reversed(with_told(text, page))):
        assert source is page
        told = [(it.role, it.text) for it in target.segments if it.role in (Role.CELL, Role.CODE)]
        cells = ["Boat", "Hour", "Canoe", "4.00", "Big dinghy", "7.50"]
        assert told == [*((Role.CELL, cell) for cell in cells), (Role.CODE, "pump --slow\n\npump --stop")]
        assert target.text == text.text


def test_two_texts_that_tell_alike_are_left_as_they_are(tmp_path: Path) -> None:
    """Neither two pages nor two plain texts learn from each other."""
    page, text = _page(tmp_path), document_from_text(PRINT, language="en")
    for pair in ((page, page), (text, text)):
        assert with_told(*pair) == pair


def test_the_text_of_a_page_as_it_was_copied_is_the_same(tmp_path: Path) -> None:
    """And what it lacks, a row, a block of code or a line of one, is found."""
    page = _page(tmp_path)
    assert compare(page, document_from_text(PRINT, language="en")).findings == ()
    for gone, found in (
        ("Canoe   4.00", "Canoe"),
        ("pump --slow\n\npump --stop", "pump"),
        ("pump --stop", "pump --slow"),
    ):
        text = document_from_text(PRINT.replace(f"{gone}\n\n", ""), language="en")
        findings = compare(page, text).findings
        assert any(found in page.text[it.source.start : it.source.stop] for it in findings), gone
