"""Word files, archives and PDFs, whole and broken, made for the tests of the readers."""

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.align.reading.readings import SENTENCE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def docx_bytes(build: Callable[..., object]) -> bytes:
    """Return a Word file that a function filled."""
    import docx

    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def fill(document: "WordDocument") -> None:
    """Write a heading, a paragraph, a table and a caption."""
    document.core_properties.title = "Harbour"
    document.core_properties.author = "Ann Lee"
    document.add_heading("Harbour closes", 1)
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "boats", "seven"
    document.add_paragraph("The quay", style="Caption")
    document.add_paragraph("End.")


def zip_bytes(*parts: tuple[str, bytes]) -> bytes:
    """Return a zip archive with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def encrypted_zip() -> bytes:
    """Return an archive whose only part claims to be encrypted."""
    data = bytearray(zip_bytes(("word/document.xml", b"x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def pdf_bytes(pages: list[list[str]], *, encrypt: bool = False) -> bytes:
    """Return a PDF written by hand: one line of text under the other."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        content = f"BT /F1 10 Tf 14 TL 50 800 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    locked = (
        f" /Encrypt << /Filter /Standard /V 1 /R 2 /O ({'o' * 32}) /U ({'u' * 32}) /P -1 >> /ID [(a) (b)]"
        if encrypt
        else ""
    )
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (
        f"{body}{end}trailer << /Size {len(objects) + 1} /Root 1 0 R{locked} >>\nstartxref\n{len(body)}\n%%EOF".encode()
    )
