"""What readers make of OpenDocument texts, e-books and notes of Word files; containers that were made to do harm."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align import compare
from align.bitext import Role, Severity, Structure
from align.errors import InputError
from align.reading import read_bytes
from tests.align.reading.books import epub_bytes, odt_bytes
from tests.align.reading.files import docx_bytes, encrypted_zip, fill, zip_bytes
from tests.align.reading.readings import SENTENCE, check_tiling, elements, pairs

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

PARAGRAPHS = f"""<text:h text:style-name="H">Harbour closes</text:h>
<text:table-of-content><text:index-body><text:p>1 Boats</text:p></text:index-body></text:table-of-content>
<text:tracked-changes><text:deletion><text:p>Deleted.</text:p></text:deletion></text:tracked-changes>
<text:p>{SENTENCE}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>
</text:note-body></text:note> It   was<text:s text:c="2"/>the <text:span>last</text:span>
one.<text:line-break/>New line.</text:p>
<table:table><table:table-row><table:table-cell><text:p>boats</text:p></table:table-cell>
<table:table-cell><text:p>seven</text:p></table:table-cell></table:table-row></table:table>
<text:p>Beside<draw:frame><draw:text-box><text:p text:style-name="P2">The quay</text:p></draw:text-box></draw:frame> it.
</text:p>"""


def test_an_open_document_is_read_in_document_order() -> None:
    """Notes stand behind it; deletions and marks of notes are gone, a table of contents is furniture."""
    reading = read_bytes(odt_bytes(PARAGRAPHS), name="a.odt")
    assert pairs(reading) == [
        (Role.HEADLINE, "Harbour closes"),
        (Role.FURNITURE, "1 Boats"),
        (None, f"{SENTENCE} It was  the last one."),
        (None, "New line."),
        (Role.CELL, "boats"),
        (Role.CELL, "seven"),
        (None, "Beside it."),
        (Role.CAPTION, "The quay"),
        (None, "A note."),
    ]
    assert (reading.title, reading.byline, reading.date) == ("Harbour", "Ann Lee", "2021-03-04")
    check_tiling(reading)


STRUCTURED = f"""<text:h text:outline-level="1">Harbour</text:h><text:p>{SENTENCE} Read
<text:a xlink:href="https://harbour.example/rules">the rules</text:a>,
<text:a xlink:href="#note">or this</text:a>.</text:p>
<text:h text:outline-level="2">Prices</text:h><text:p><draw:frame><draw:image/></draw:frame></text:p><table:table>
<table:table-row><table:table-cell><text:p>Canoe</text:p></table:table-cell>
<table:table-cell><text:p>4.00</text:p></table:table-cell></table:table-row></table:table>"""


def written(document: "WordDocument") -> None:
    """Write the same as `STRUCTURED` into a Word file, one link as a field and one as an element."""
    from docx.oxml import parse_xml

    document.add_heading("Harbour", 1)
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>%s' for kind in ("begin", "separate", "end"))
    told = '<w:r><w:instrText> HYPERLINK "https://harbour.example/rules" </w:instrText></w:r>'
    shown = "<w:r><w:t>the rules</w:t></w:r>"
    inside = '<w:hyperlink w:anchor="n"><w:r><w:t>or this</w:t></w:r></w:hyperlink>'
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph = f'<w:r><w:t xml:space="preserve">{SENTENCE} Read </w:t></w:r>{field % (told, shown, "")}'
    comma = '<w:r><w:t xml:space="preserve">, </w:t></w:r>'
    element = parse_xml(f"<w:p {space}>{paragraph}{comma}{inside}<w:r><w:t>.</w:t></w:r></w:p>")
    document.element.body.insert(len(document.element.body) - 1, element)
    document.add_heading("Prices", 2)
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    image = parse_xml(f'<w:p {space}><w:r><w:drawing><p:pic xmlns:p="{picture}"/></w:drawing></w:r></w:p>')
    document.element.body.insert(len(document.element.body) - 1, image)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Canoe", "4.00"


def test_word_processors_tell_their_structure_alike() -> None:
    """Levels of headings, rows, links out of the file and the places of images; what is within the file is no link."""
    found = [elements(read_bytes(data, name=name)) for name, data in STRUCTURED_FILES.items()]
    assert found[0] == found[1]
    assert found[0] == [
        (Structure.HEADING, "Harbour", "1"),
        (Structure.LINK, "the rules", "https://harbour.example/rules"),
        (Structure.HEADING, "Prices", "2"),
        (Structure.IMAGE, "", ""),
        (Structure.ROW, "Canoe\n\n4.00", "2"),
    ]


STRUCTURED_FILES = {"a.odt": odt_bytes(STRUCTURED), "a.docx": docx_bytes(written)}


def test_an_e_book_tells_its_structure_without_the_names_of_its_files() -> None:
    """They are others in each edition, and so is where its own chapters lead to."""
    chapter = f"""<body><h1>One</h1><p>{SENTENCE}
    See <a href="https://a.example/b">this</a>, <a href="z.xhtml">two</a>.</p>
    <p><img src="images/x1.png" alt=""/></p><p>It ended.</p></body>"""
    assert elements(read_bytes(epub_bytes(("a.xhtml", chapter)), name="a.epub")) == [
        (Structure.HEADING, "One", "1"),
        (Structure.LINK, "this", "https://a.example/b"),
        (Structure.IMAGE, "", ""),
    ]


def test_what_a_word_processor_lost_of_its_structure_is_found(tmp_path: Path) -> None:
    """A heading, a row, an image and the target of a link, across two formats; a heading that is plain text is low."""
    heading = '<text:h text:outline-level="2">Prices</text:h>'
    changed = STRUCTURED.replace(heading, "").replace("harbour.example", "shop.example")
    bodies = {
        "whole": STRUCTURED,
        "changed": changed[: changed.index("<text:p><draw")],
        "plain": STRUCTURED.replace(heading, "<text:p>Prices</text:p>"),
    }
    (tmp_path / "a.docx").write_bytes(STRUCTURED_FILES["a.docx"])
    found = {}
    for name, body in bodies.items():
        (tmp_path / f"{name}.odt").write_bytes(odt_bytes(body))
        findings = compare(tmp_path / "a.docx", tmp_path / f"{name}.odt").findings
        found[name] = {(it.kind, it.severity) for it in findings if it.check == "structure"}
    assert found == {
        "whole": set(),
        "changed": {
            ("heading", Severity.MEDIUM),
            ("table", Severity.MEDIUM),
            ("image", Severity.LOW),
            ("link", Severity.MEDIUM),
        },
        "plain": {("heading", Severity.LOW)},
    }


def test_an_e_book_is_read_in_the_order_of_its_spine() -> None:
    """Whatever the order in the archive; covers and tables of contents are furniture."""
    book = epub_bytes(
        ("cover.xhtml", "<body><p>The Pier</p></body>"),
        ("x.xhtml", '<body epub:type="frontmatter"><nav epub:type="toc"><p>One, Two</p></nav></body>'),
        ("z.xhtml", f"<body><h1>One</h1><p>{SENTENCE}</p></body>"),
        ("b c.xhtml", '<body><section epub:type="chapter"><h2>Two</h2><p>It ended.</p></section></body>'),
        ("a.xhtml", "<body><p>Third.</p></body>"),
    )
    reading = read_bytes(book, name="a.epub")
    assert pairs(reading) == [
        (Role.FURNITURE, "The Pier"),
        (Role.FURNITURE, "One, Two"),
        (Role.HEADLINE, "One"),
        (None, SENTENCE),
        (Role.HEADLINE, "Two"),
        (None, "It ended."),
        (None, "Third."),
    ]
    assert (reading.title, reading.byline, reading.date) == ("The Pier", "Ann Lee, Bo Ek", "2021-03-04")
    assert (reading.language, reading.warnings) == ("en-GB", ())
    check_tiling(reading)


def test_the_guide_of_an_old_book_names_its_contents() -> None:
    """As EPUB 2 does; what the book lacks is told."""
    guide = '<guide><reference type="toc" href="text/p.xhtml#top"/></guide>'
    book = epub_bytes(("p.xhtml", "<body><p>One</p></body>"), ("q.xhtml", "<body><p>Text.</p></body>"), guide=guide)
    assert pairs(read_bytes(book, name="a.epub")) == [(Role.FURNITURE, "One"), (None, "Text.")]
    torn = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(torn, "w") as after:
        for entry in before.infolist():
            if not entry.filename.endswith("p.xhtml"):
                after.writestr(entry, before.read(entry))
    reading = read_bytes(torn.getvalue(), name="a.epub")
    assert pairs(reading) == [(None, "Text.")]
    assert reading.warnings == ("a.epub: lacks the chapter 'OEBPS/text/p.xhtml'",)


def test_notes_of_a_word_file_stand_behind_its_text() -> None:
    """Of both kinds; the rules between text and notes are no notes."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = (
        f'<w:footnotes xmlns:w="{word}"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>rule</w:t></w:r></w:p>'
        '</w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    relation = (
        b'<Relationship Id="rId99" Target="footnotes.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    kind = b'<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes(fill))) as before, zipfile.ZipFile(buffer, "w") as after:
        for entry in before.infolist():
            part = before.read(entry).replace(b"</Types>", kind)
            if entry.filename == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", relation)
            after.writestr(entry, part)
        after.writestr("word/footnotes.xml", notes)
    assert pairs(read_bytes(buffer.getvalue(), name="a.docx"))[-2:] == [(None, "End."), (None, "A note.")]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
XHTML_BOMB = f"<?xml version='1.0'?>{BOMB}<html><body><p>&c; &b;</p></body></html>".encode()
ODD = "<?xml version='1.0' encoding='utf-7'?>"


def swapped(data: bytes, part: str, content: bytes) -> bytes:
    """Return an archive with another content of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zip_bytes(*((name, content if name == part else archive.read(name)) for name in archive.namelist()))


ODT, EPUB = odt_bytes("<text:p>One.</text:p>"), epub_bytes(("a.xhtml", "<body><p>One.</p></body>"))
DOCX = docx_bytes(fill)
LOCK = (
    b'<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/text/a.xhtml"/></CipherData></EncryptedData>'
    b"</encryption>"
)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.odt", b"PK\x03\x04 broken", "damaged", id="broken archive"),
        pytest.param("a.odt", ODT[:-300], "damaged", id="odt cut off"),
        pytest.param("a.epub", EPUB[:-300], "damaged", id="epub cut off"),
        pytest.param("a.epub", encrypted_zip(), "encrypted", id="encrypted part"),
        pytest.param("a.odt", swapped(ODT, "content.xml", b"<a><b></a>"), "expected XML in 'content.xml'", id="torn"),
        pytest.param("a.odt", odt_bytes("", prolog=BOMB), "entities declared", id="entities in odt"),
        pytest.param("a.odt", odt_bytes("", prolog=ODD), "the encoding 'utf-7'", id="odd encoding in odt"),
        pytest.param("a.docx", swapped(DOCX, "word/document.xml", BOMB.encode()), "entities", id="entities in docx"),
        pytest.param("a.docx", swapped(DOCX, "word/styles.xml", ODD.encode()), "utf-7", id="odd encoding in docx"),
        pytest.param("a.epub", swapped(EPUB, "OEBPS/text/a.xhtml", XHTML_BOMB), "entities", id="entities in a chapter"),
        pytest.param("a.epub", swapped(EPUB, "OEBPS/book.opf", BOMB.encode()), "entities", id="entities in a package"),
        pytest.param("a.epub", swapped(EPUB, "OEBPS/book.opf", b"<package/>"), "no chapters", id="no spine"),
        pytest.param("a.epub", swapped(EPUB, "META-INF/container.xml", b"<c/>"), "no package", id="no package"),
        pytest.param("a.epub", zip_bytes(("mimetype", b"application/epub+zip")), "found none", id="no container"),
        pytest.param(
            "a.epub",
            epub_bytes(("a.xhtml", "<body/>"), more=(("META-INF/encryption.xml", LOCK),)),
            "protected",
            id="protected by its shop",
        ),
        pytest.param(
            "a.odt",
            odt_bytes("", ("META-INF/manifest.xml", b"<m><f><encryption-data/></f></m>")),
            "encrypted",
            id="password",
        ),
        pytest.param("a.odt", odt_bytes("<text:p> </text:p>"), "only white space", id="empty odt"),
        pytest.param("a.epub", epub_bytes(("a.xhtml", "<body> </body>")), "only white space", id="empty epub"),
        pytest.param("a.odt", odt_bytes("", ("x.xml", b" " * (3 * 2**20))), "bomb", id="bomb"),
    ],
)
def test_a_bad_container_is_refused(name: str, data: bytes, reason: str) -> None:
    """Each says in one line what is wrong."""
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes(data, name=name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../etc/passwd", "file:///etc/passwd", "http://x.org/a"])
def test_a_book_reaches_for_nothing_outside_of_itself(path: str) -> None:
    """Paths are names in the archive, wherever they point to."""
    with zipfile.ZipFile(io.BytesIO(EPUB)) as archive:
        package = archive.read("OEBPS/book.opf").replace(b'href="text/a.xhtml"', f'href="{path}"'.encode())
    with pytest.raises(InputError, match=r"only white space|no chapters"):
        read_bytes(swapped(EPUB, "OEBPS/book.opf", package), name="a.epub")
