"""What readers make of OpenDocument texts, e-books and notes of Word files; containers that were made to do harm."""

import io
import zipfile

import pytest

from align.bitext import Role
from align.errors import InputError
from align.reading import read_bytes
from tests.align.reading.books import epub_bytes, odt_bytes
from tests.align.reading.files import docx_bytes, encrypted_zip, fill, zip_bytes
from tests.align.reading.readings import SENTENCE, check_tiling, pairs

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
        (None, "boats"),
        (None, "seven"),
        (None, "Beside it."),
        (Role.CAPTION, "The quay"),
        (None, "A note."),
    ]
    assert (reading.title, reading.byline, reading.date) == ("Harbour", "Ann Lee", "2021-03-04")
    check_tiling(reading)


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
