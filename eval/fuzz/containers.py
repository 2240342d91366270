"""Documents with parts: Word, OpenDocument, e-books and PDFs; `.gz` around any of them."""

import gzip
import io
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from eval.fuzz.harm import harmed
from eval.fuzz.texts import nasty, prose, word

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_CONTROLS = {code: None for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}


def docx(random: Random, language: str) -> bytes:
    """Return a Word file."""
    around = (
        "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>',
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:p><w:del><w:r><w:delText>{}</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>",
        '<w:p><w:hyperlink r:id="x"><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>',
        "<w:p><w:r><w:br/><w:tab/><w:t>{}</w:t><w:footnoteReference w:id='9'/></w:r></w:p>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>",
    )
    body = "".join(random.choice(around).format(text) for text in _paragraphs(random, language))
    document = f'<w:document xmlns:w="{_WORD}" xmlns:r="a"><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATED}"><Relationship Id="r" Type="{_OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
    }
    return _zip(random, parts)


def odt(random: Random, language: str) -> bytes:
    """Return an OpenDocument text."""
    around = (
        "<text:p>{}</text:p>", "<text:h text:outline-level='x'>{}</text:h>",
        "<text:p>a<text:s text:c='99'/>{}</text:p>",
        "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
        "<text:p><text:s text:c='1e9'/>{}</text:p>",
        "<table:table><table:table-row><table:table-cell table:number-columns-repeated='999999999'><text:p>{}</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        "<text:p><text:note><text:note-body>{}</text:note-body></text:note></text:p>",
    )  # fmt: skip
    body = "".join(random.choice(around).format(text) for text in _paragraphs(random, language))
    content = (
        f'<office:document-content xmlns:office="{_OPEN}office:1.0" xmlns:text="{_OPEN}text:1.0" '
        f'xmlns:table="{_OPEN}table:1.0"><office:body><office:text>{body}</office:text></office:body>'
        "</office:document-content>"
    )
    return _zip(random, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(random: Random, language: str) -> bytes:
    """Return an e-book of one to three chapters."""
    chapters = {
        f"c{number}.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
        + "".join(f"<p>{text}</p>" for text in _paragraphs(random, language))
        + "</body></html>"
        for number in range(random.randint(1, 3))
    }
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    order = "".join(f'<itemref idref="{random.choice((name, name, "c9.xhtml"))}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{_clean(nasty(random))}</dc:title><dc:language>{_clean(word(random))}</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    container = (
        f'<container xmlns="{_OPEN}container"><rootfiles><rootfile full-path="'
        f'{random.choice(("b.opf", "b.opf", "b.opf", "../b.opf", "/etc/passwd"))}"/></rootfiles></container>'
    )
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "b.opf": package, **chapters}
    return _zip(random, parts)


def pdf(random: Random, language: str) -> bytes:
    """Return a PDF of one page; its keys are not always those that a program writes."""
    del language  # the usual fonts have Latin letters
    lines = prose(random, random.choice(("en", "fr", "de"))).splitlines()[:40]
    shown = " T* ".join(f"({line.translate({40: None, 41: None, 92: None})}) Tj" for line in lines)
    size = random.choice((10, 10, 0, -5, 1000))
    content = f"BT /F1 {size} Tf {random.choice((14, 0, -9))} TL 50 {random.choice((800, -1, 99999))} Td {shown} ET"
    key = random.choice(("/A", "/A#1b[31m", "/\x1b]0;t\x07", "/Length", "/Kids"))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {key} {random.choice(('1', '9 0 R', '[[[', '(a'))} >>",
        f"<< /Type /Pages /Kids [4 0 R{random.choice(('', ' 2 0 R', ' 4 0 R'))}] "
        f"/Count {random.choice((1, 1, -1, 99999))} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents 5 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
        f"<< /Length {random.choice((len(content), 0, 10**9))} >>\nstream\n{content}\nendstream",
    ]
    body = "%PDF-1.4\n" + "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"{body}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{random.choice((len(body), 0))}\n%%EOF".encode(
        "latin-1", "replace"
    )


def packed(random: Random, data: bytes) -> bytes:
    """Return bytes packed by gzip, once or twice, now and then with something behind them."""
    done = gzip.compress(data, 1, mtime=0)
    done = gzip.compress(done, 1, mtime=0) if random.random() < 0.1 else done
    return done + random.choice((b"", b"", b"\0" * 9, b"x", done))


CONTAINERS: dict[str, Callable[[Random, str], bytes]] = {".docx": docx, ".odt": odt, ".epub": epub, ".pdf": pdf}


def _paragraphs(random: Random, language: str) -> list[str]:
    return [_clean(line) for line in prose(random, language).splitlines()]


def _clean(text: str) -> str:
    """Return what XML can hold of a text."""
    return escape(text.translate(_CONTROLS), {'"': "&quot;"}).encode("utf-8", "replace").decode()


def _zip(random: Random, parts: dict[str, str]) -> bytes:
    """Return an archive; now and then a part is broken, missing, twice there, or has an odd name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            data, chance = text.encode(), random.random()
            if chance < 0.005:
                continue
            data = harmed(random, data) if chance < 0.03 else data
            entry = zipfile.ZipInfo(name if chance < 0.995 else f"../{name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()
