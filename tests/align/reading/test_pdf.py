"""What the reader of PDFs makes of them: lines, columns, edges of pages, and files made to do harm.

Some are drawn by hand, some by reportlab; what a browser prints is compared with its page where one is installed.
"""

import io
import logging
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from align import compare
from align.bitext import Role
from align.errors import InputError
from align.reading import Reading, read_bytes
from align.reading.quiet import quiet
from tests.align.reading.files import pdf_bytes
from tests.align.reading.readings import WRAPPED, check_tiling, pairs

LEFT = [
    "The harbour of the town was dred-",
    "ged for the first time in nine years.",
    "The work took eleven weeks and",
    "cost more than the council had",
    "hoped, said Ruth Hale. Two boats",
]
RIGHT = [
    "had to be lifted out of the mud.",
    "Nobody had thought of the swans.",
    "They left in the first night and",
    "came back when the last barge was",
    "gone. A fisherman counted forty.",
]
STORY = (
    "The harbour of the town was dredged for the first time in nine years. The work took eleven weeks and cost more "
    "than the council had hoped, said Ruth Hale. Two boats had to be lifted out of the mud. Nobody had thought of the "
    "swans. They left in the first night and came back when the last barge was gone. A fisherman counted forty."
)


def drawn(*draw: Callable[..., object]) -> Reading:
    """Read a PDF with a page for each function that draws one."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    for page in draw:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), name="a.pdf")


def test_a_pdf_is_read_in_paragraphs_across_pages() -> None:
    """Lines are joined, page numbers and running heads are furniture and do not cut a paragraph in two."""
    lines = WRAPPED.split("\n\n")[0].splitlines()
    pages = [
        ["Harbour Papers", *lines[:2], "1"],
        ["Harbour Papers", *lines[2:], "2"],
        ["Harbour Papers", "It ends.", "3"],
    ]
    reading = read_bytes(pdf_bytes(pages), name="a.pdf")
    article = [text for role, text in pairs(reading) if role is None]
    assert article == [" ".join(lines), "It ends."]
    assert {text for role, text in pairs(reading) if role is Role.FURNITURE} == {"Harbour Papers", "1", "2", "3"}
    check_tiling(reading)


@pytest.mark.parametrize("by_row", [True, False], ids=["row by row", "column by column"])
def test_columns_are_read_one_after_the_other(by_row: bool) -> None:
    """However they were drawn; a heading in larger type stands above them, and parted words are whole."""

    def page(canvas: object) -> None:
        draw = canvas.drawString  # type: ignore[attr-defined]
        canvas.setFont("Helvetica-Bold", 18)  # type: ignore[attr-defined]
        draw(60, 740, "Harbour dredged")
        canvas.setFont("Helvetica", 10)  # type: ignore[attr-defined]
        places = [(60, 710 - 13 * k, line) for k, line in enumerate(LEFT)]
        places += [(260, 710 - 13 * k, line) for k, line in enumerate(RIGHT)]
        for x, y, line in sorted(places, key=lambda place: -place[1]) if by_row else places:
            draw(x, y, line)
        draw(300, 20, "7")

    assert pairs(drawn(page)) == [(Role.HEADLINE, "Harbour dredged"), (None, STORY), (Role.FURNITURE, "7")]


def test_a_table_stays_row_by_row() -> None:
    """Short cells are no columns of text."""

    def page(canvas: object) -> None:
        canvas.setFont("Helvetica", 10)  # type: ignore[attr-defined]
        for k, row in enumerate([("Town", "Boats"), ("Aldmere", "12"), ("Orrin", "3"), ("Dunley", "40")]):
            for x, cell in zip((60, 260), row, strict=True):
                canvas.drawString(x, 700 - 16 * k, cell)  # type: ignore[attr-defined]

    cells = ["Town", "Boats", "Aldmere", "12", "Orrin", "3", "Dunley", "40"]
    assert [text for _, text in pairs(drawn(page))] == cells


def test_paragraphs_are_told_by_indents_and_short_lines() -> None:
    """Without space between them."""

    def page(canvas: object) -> None:
        canvas.setFont("Helvetica", 10)  # type: ignore[attr-defined]
        canvas.drawString(74, 700, "The harbour of the town was dredged for the first")  # type: ignore[attr-defined]
        canvas.drawString(60, 687, "time in nine years, and nobody had thought of them.")  # type: ignore[attr-defined]
        canvas.drawString(74, 674, "The swans left for the reservoir in the first night")  # type: ignore[attr-defined]
        canvas.drawString(60, 661, "and came back.")  # type: ignore[attr-defined]
        canvas.drawString(60, 648, "A fisherman counted forty of them before breakfast.")  # type: ignore[attr-defined]

    assert [text for _, text in pairs(drawn(page))] == [
        "The harbour of the town was dredged for the first time in nine years, and nobody had thought of them.",
        "The swans left for the reservoir in the first night and came back.",
        "A fisherman counted forty of them before breakfast.",
    ]


def test_what_the_file_tells_of_itself_is_kept() -> None:
    """Title, author and day; not a title that a program made."""

    def page(canvas: object) -> None:
        canvas.setTitle("Harbour dredged")  # type: ignore[attr-defined]
        canvas.setAuthor("Ruth Hale")  # type: ignore[attr-defined]
        canvas.drawString(60, 700, "It ends.")  # type: ignore[attr-defined]

    reading = drawn(page)
    assert (reading.title, reading.byline, len(reading.date)) == ("Harbour dredged", "Ruth Hale", 10)
    assert drawn(lambda canvas: canvas.drawString(60, 700, "It ends.")).title == ""


PAGE = """<!DOCTYPE html><html lang="LANGUAGE"><head><meta charset="utf-8"><title>TITLE</title>
<style>STYLE</style></head>
<body><article><h1>TITLE</h1>BODY</article></body></html>"""
STYLES = {
    "plain": "",
    "columns": "article {column-count: 2; text-align: justify; hyphens: auto}",
    "narrow": "article {width: 9cm; hyphens: auto} p {text-indent: 1.2em; margin: 0}",
    "sans": "body {font-family: 'DejaVu Sans'; font-size: 10pt}",
}
TOWNS = (
    "Aldmere Orrin Dunley Saltby Wick Netherfell Thorncastle Ash Priory Quayle Upwater Marsh Coldwell Fen Holm "
    "Ravensea Lyd Whitcombe Overtoft Brin"
).split()
PRINTED = {
    "en": (
        "The office opened late",
        "The official who keeps the flood files filled in the first form and affixed a stamp to it.",
        "In the afternoon the office was closed, and a fisherman waited for five hours in front of it.",
        "“We find no fault,” said the officer, and went home.",
    ),
    "fr": (
        "Le bureau ouvre plus tard",
        "La fonctionnaire qui tient les fichiers des crues remplit d’abord la première fiche et y apposa un cachet.",
        "L’après-midi, le bureau était fermé : un pêcheur attendit cinq heures devant la porte, et personne ne vint.",
        "« Nous ne trouvons aucune faute », dit l’officier avant de rentrer chez lui.",
    ),
    "ru": (
        "Контора открылась позже",
        "Служащая, которая ведёт книгу паводков, заполнила сначала первый бланк и поставила на нём печать.",
        "После обеда контора была закрыта, и рыбак пять часов ждал перед дверью, но никто так и не пришёл.",
        "«Мы не нашли ошибки», — сказал чиновник и ушёл домой.",
    ),
}


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
@pytest.mark.parametrize(
    ("language", "style"), [*(("en", style) for style in STYLES), ("fr", "narrow"), ("ru", "columns")]
)
def test_what_a_browser_prints_has_the_text_of_its_page(language: str, style: str, tmp_path: Path) -> None:
    """Nothing is reported: ligatures, parted words, edges of the print, columns, pages, rows, code, numbered items."""
    title, *sentences = PRINTED[language]
    paragraphs = []
    for k, town in enumerate(TOWNS):
        told = [sentence.replace(" ", f" {town} ", 1) for sentence in sentences[k % 3 :] + sentences[: k % 3]]
        paragraphs.append(f"<p>{' '.join(told)}</p>" + ("<h2>Aldmere II</h2>" if k == 9 else ""))
    rows = "".join(f"<tr><td>{town}</td><td>{k}.50</td></tr>" for k, town in enumerate(TOWNS[:3]))
    paragraphs.append(f"<table><tr><th>Aldmere</th><th>IV</th></tr>{rows}</table>")
    paragraphs.append("<pre><code>pump --slow --hours 9\npump --stop</code></pre>")
    paragraphs.append(f"<ol>{''.join(f'<li>{sentence}</li>' for sentence in sentences)}</ol>")
    source = PAGE.replace("LANGUAGE", language).replace("TITLE", title).replace("STYLE", STYLES[style])
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(source.replace("BODY", "".join(paragraphs)), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    comparison = compare(page, printed)
    assert [finding.message for finding in comparison.findings] == []
    assert comparison.verdict == "same"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(pdf_bytes([[]]), "no text layer", id="scan"),
        pytest.param(pdf_bytes([["Text"]], encrypt=True), "encrypted", id="encrypted"),
        pytest.param(pdf_bytes([["Text"]])[:120], "damaged", id="cut off"),
        pytest.param(b"%PDF-1.7 nothing more", "damaged", id="empty"),
        pytest.param(b"plain text", "none of its marks", id="not a PDF"),
    ],
)
def test_a_bad_pdf_is_refused(data: bytes, reason: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Each says in one line what is wrong, and the library's own warnings do not reach the terminal."""
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes(data, name="a.pdf")
    assert "\n" not in str(caught.value)
    assert capfd.readouterr().err == ""


def test_loggers_that_come_into_being_while_it_is_quiet_are_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    """A library is imported where it is needed, and its loggers are not known before."""
    with quiet("a_library"):
        logging.getLogger("a_library.part").error("\x1b[31mchatter")
    assert capfd.readouterr().err == ""
    logger = logging.getLogger("a_library")
    assert (logger.handlers, logger.propagate) == ([], True)
