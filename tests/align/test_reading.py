"""What readers make of files of every format, whole and broken; all files are made here."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bitext import Role
from align.errors import AlignError, InputError, OptionError
from align.reading import READERS, Reading, read_bytes, read_file
from align.reading.encodings import decode

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

SENTENCE = "The last ferry between the two islands left the quay on Thursday evening, said the mayor of the town."
WRAPPED = """\
The last ferry between the two islands left the quay on Thursday
evening. Nobody waved, and the captain, who had served the line for
thirty years, did not look back at the town that he knew so well.
The council has asked three companies to study a bridge.

A second meeting will be held in the school. One of the companies
built the tunnel in the north.
"""


def texts(reading: Reading) -> list[str]:
    """Return the texts of the blocks."""
    return [reading.text[block.chars.start : block.chars.stop] for block in reading.blocks]


def pairs(reading: Reading) -> list[tuple[Role | None, str]]:
    """Return role and text of the blocks."""
    return [(block.role, text) for block, text in zip(reading.blocks, texts(reading), strict=True)]


def check_tiling(reading: Reading) -> None:
    """Check that the blocks are in order, stripped and not empty, with only white space between them."""
    end = 0
    for block in reading.blocks:
        text = reading.text[block.chars.start : block.chars.stop]
        assert text == text.strip() != ""
        assert not reading.text[end : block.chars.start].strip()
        assert block.chars.start >= end
        end = block.chars.stop
    assert not reading.text[end:].strip()


def read_text(text: str, name: str = "a.txt") -> Reading:
    """Read a text given as a string."""
    return read_bytes(text.encode(), name=name)


@settings(deadline=None)  # the first example pays for the imports
@given(st.text())
def test_blocks_of_plain_text_tile_it(text: str) -> None:
    """Whatever the text, every visible character is in exactly one block."""
    try:
        reading = read_bytes(text.encode(), name="a.txt")
    except InputError:
        return
    check_tiling(reading)
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert reading.text in (expected, expected.removeprefix("\ufeff")) or "\0" in text


@settings(deadline=None)  # the first example pays for the imports
@given(
    st.lists(
        st.sampled_from(
            ["# A", "- b", "> c", "    d", "| e | f |", "|---|---|", "", "*g* `h`", "![i](j)", "<p>k", "---", "l: m"]
        )
    )
)
def test_blocks_of_markdown_tile_its_rendering(lines: list[str]) -> None:
    """Whatever the marks, the blocks account for the text that is read."""
    try:
        reading = read_text("\n".join(lines), "a.md")
    except InputError:
        return
    check_tiling(reading)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        (WRAPPED, [" ".join(part.split()) for part in WRAPPED.split("\n\n")]),
        ("Milk\nEggs\nBread\nButter and jam\nTea", ["Milk", "Eggs", "Bread", "Butter and jam", "Tea"]),
        ("One\u2028Two\fThree\vFour\r\nFive\rSix", ["One", "Two", "Three", "Four", "Five", "Six"]),
        (f"{SENTENCE}\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}", [SENTENCE] * 4),
    ],
    ids=["lines", "hard-wrapped", "list", "odd line ends", "a paragraph a line"],
)
def test_plain_text_falls_into_paragraphs(text: str, blocks: list[str]) -> None:
    """Hard-wrapped lines are joined, all other lines stand alone."""
    assert [" ".join(block.split()) for block in texts(read_text(text))] == blocks


def test_hard_wrapped_lines_keep_their_line_ends() -> None:
    """Offsets point into the text as read."""
    reading = read_text(WRAPPED)
    assert reading.text == WRAPPED
    assert "\n" in texts(reading)[0]


ACCENTED = "La dernière ligne de ferry a fermé après l’hiver. Les élèves étaient déçus."


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-8"])
def test_unicode_needs_no_guess(codec: str) -> None:
    """Every form of Unicode is read without a warning and without its byte order mark."""
    decoded = decode(ACCENTED.encode(codec), name="a.txt")
    assert (decoded.text, decoded.warnings) == (ACCENTED, ())


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (ACCENTED, "cp1252"),
        ("Паромная линия закрывается, сказал капитан порта.", "cp1251"),
        ("Паромная линия закрывается, сказал капитан порта.", "koi8_r"),
        ("Prom między wyspami odpłynął w czwartek, powiedziały władze miasta. Źródło.", "cp1250"),
        ("市は木曜日、嵐による被害のため、古い港を冬の後に閉鎖すると発表した。", "cp932"),
    ],
)
def test_a_guessed_encoding_is_told(text: str, codec: str) -> None:
    """Bytes that are no Unicode are guessed, and the guess is a warning."""
    reading = read_bytes(text.encode(codec), name="old.txt")
    assert reading.text == text
    assert codec in reading.warnings[0]


def test_the_user_names_the_encoding() -> None:
    """A named encoding is taken without a warning."""
    reading = read_bytes("déçu".encode("cp1252"), name="a.txt", encoding="cp1252")
    assert (reading.text, reading.encoding, reading.warnings) == ("déçu", "cp1252", ())


@pytest.mark.parametrize("encoding", ["klingon", "base64", "rot13", "", "a\0b"])
def test_an_unknown_encoding_is_a_wrong_option(encoding: str) -> None:
    """A name that is no text encoding is the user's mistake, not the file's."""
    with pytest.raises(OptionError, match="text encoding"):
        read_bytes(b"text", name="a.txt", encoding=encoding)


@pytest.mark.parametrize(
    ("declaration", "codec", "warned"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", False),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", False),
        ('<meta charset="windows-1251">', "utf-8", True),
        ('<meta charset="nonsense">', "utf-8", True),
        ('<meta charset="utf-8">', "utf-16", False),
    ],
)
def test_a_page_declares_its_encoding(declaration: str, codec: str, warned: bool) -> None:
    """The declaration is followed where the bytes allow it; where they do not, that is told."""
    text = ACCENTED if codec != "cp1251" else "Паромная линия закрывается."
    page = f"<html><head>{declaration}</head><body><p>{text}</p></body></html>"
    reading = read_bytes(page.encode(codec), name="a.html")
    assert reading.text == text
    assert bool([warning for warning in reading.warnings if "declares" in warning]) == warned


def test_markdown_is_read_as_it_is_meant() -> None:
    """Marks, link targets and addresses are gone; headings, captions and code have their roles."""
    source = (
        "---\ntitle: 'Harbour'\nauthor: Ann Lee\ndate: 2021-03-04\nlang: en_GB\n---\n"
        "# A *closed* harbour\n\nOne [link](http://x.org) "
        "and\n**more**.\n\n![The quay](q.png)\n\n- milk\n- eggs\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n## Next\n\nLine  \nbreak\n"
    )
    reading = read_text(source, "a.md")
    assert pairs(reading) == [
        (Role.HEADLINE, "A closed harbour"),
        (None, "One link and more."),
        (Role.CAPTION, "The quay"),
        *[(None, cell) for cell in ("milk", "eggs", "a", "b", "1", "2")],
        (Role.FURNITURE, "code"),
        (Role.HEADLINE, "Next"),
        (None, "Line"),
        (None, "break"),
    ]
    assert (reading.title, reading.byline, reading.date, reading.language) == (
        "Harbour",
        "Ann Lee",
        "2021-03-04",
        "en-GB",
    )


def test_the_first_heading_is_the_title_of_a_markdown_text() -> None:
    """Rules with prose between them are no front matter."""
    reading = read_text("---\nSome prose.\n---\n\n# The *title*\n\nText.", "a.md")
    assert reading.title == "The title"
    assert "Some prose." in texts(reading)


PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Harbour closes - Courier</title><style>p {{}}</style></head>
<body class="has-sidebar"><header><a href="/">Courier</a></header><nav><ul><li>News</li><li>Sport</li></ul></nav>
<main><article><h1>Harbour closes</h1><p class="byline">By <a rel="author">Ann Lee</a></p><time>4 March 2021</time>
<p>{SENTENCE} It was   the <b>last</b>
one.</p><p hidden>Not shown.</p><p style="display: none">Nor this.</p>
<figure><img src="q.png" alt="x"><figcaption>The quay at night</figcaption></figure>
<div class="advert-box">Buy a boat</div><h2>What comes next</h2>
<p>{SENTENCE.replace("Thursday", "Friday")}</p><p>Line one<br>Line two</p>
</article></main><section id="comments"><p>What a pity, I liked that ferry very much.</p></section>
<script>var x = "no";</script><footer>Imprint</footer></body></html>"""


def test_a_web_page_falls_into_blocks_with_roles() -> None:
    """Tags and names of classes tell the roles; what a browser hides is left out."""
    reading = read_text(PAGE, "a.html")
    assert pairs(reading) == [
        (Role.FURNITURE, "Courier"),
        (Role.FURNITURE, "News"),
        (Role.FURNITURE, "Sport"),
        (Role.HEADLINE, "Harbour closes"),
        (Role.BYLINE, "By Ann Lee"),
        (Role.DATE, "4 March 2021"),
        (Role.BODY, f"{SENTENCE} It was the last one."),
        (Role.CAPTION, "The quay at night"),
        (Role.FURNITURE, "Buy a boat"),
        (Role.HEADLINE, "What comes next"),
        (Role.BODY, SENTENCE.replace("Thursday", "Friday")),
        (Role.BODY, "Line one"),
        (Role.BODY, "Line two"),
        (Role.COMMENT, "What a pity, I liked that ferry very much."),
        (Role.FURNITURE, "Imprint"),
    ]
    assert (reading.title, reading.language) == ("Harbour closes", "en-GB")
    check_tiling(reading)


def test_a_page_of_bare_divisions_and_breaks_is_read() -> None:
    """No paragraph tag is needed."""
    reading = read_text(f"<div>Harbour<br><br>{SENTENCE}<br><br>{SENTENCE}<div>End.</div></div>", "a.html")
    assert texts(reading) == ["Harbour", SENTENCE, SENTENCE, "End."]


PARAGRAPHS = "".join(f"<p>{SENTENCE} It was number {number}.</p>" for number in range(6))


def test_a_page_with_the_site_name_as_first_heading_is_understood() -> None:
    """The heading that fits the title of the page is the headline, whatever its level."""
    page = f"""<html><head><meta property="og:title" content="Harbour closes"></head><body class="comments-open">
    <h1>Courier</h1><div class="menu"><a>Home</a></div><div class="entry"><h2>Harbour closes</h2>
    <div>Posted on <time>4 March 2021</time> by <span class="author">Ann Lee</span></div>{PARAGRAPHS}<p>— Oui.</p>
    <p>The end came at night.</p><div class="sharing"><h3>Share this:</h3></div></div><div>Made by hand</div>
    </body></html>"""
    found = dict((text, role) for role, text in pairs(read_text(page, "a.html")))
    assert found["Harbour closes"] is Role.HEADLINE
    assert found["— Oui."] is found["The end came at night."] is Role.BODY
    assert {found[text] for text in ("Courier", "Home", "Share this:", "Made by hand")} == {Role.FURNITURE}


@pytest.mark.parametrize("wrapper", ["form", "aside", 'div class="widget"', 'section id="related"', "footer"])
def test_what_holds_most_of_the_page_is_not_furniture(wrapper: str) -> None:
    """A form around the whole page, as some servers make it, takes nothing away."""
    page = f"<html><body><{wrapper}><h2>Harbour closes</h2>{PARAGRAPHS}</{wrapper.split()[0]}></body></html>"
    assert Role.FURNITURE not in {role for role, _ in pairs(read_text(page, "a.html"))}


def test_readings_of_characters_are_left_out() -> None:
    """Ruby would repeat the word in the middle of the sentence."""
    page = "<p><ruby>港<rt>みなと</rt></ruby>は冬の後に閉鎖される。</p><p>a<!-- no -->b &amp; c</p>"
    assert texts(read_text(page, "a.html")) == ["港は冬の後に閉鎖される。", "ab & c"]


def test_xhtml_with_empty_scripts_is_read_whole() -> None:
    """An empty script element does not swallow the page."""
    root = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
    assert texts(read_text(f'{root}<head><script src="x"/></head><body><p>Text.</p></body></html>', "a.xhtml")) == [
        "Text."
    ]


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "lol"><!ENTITY b "&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'],
    ids=["bomb", "file"],
)
def test_entities_of_a_page_are_not_expanded(entity: str) -> None:
    """Neither bombs nor files come in through entities."""
    page = f'<?xml version="1.0"?><!DOCTYPE html [{entity}]><html><body><p>Text &b;</p></body></html>'
    text = read_text(page, "a.xhtml").text
    assert "lol" not in text.partition("Text")[2]
    assert "root:" not in text


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


def test_a_word_file_is_read_in_document_order() -> None:
    """Tables stand where they stand; styles tell the roles."""
    reading = read_bytes(docx_bytes(fill), name="a.docx")
    assert pairs(reading) == [
        (Role.HEADLINE, "Harbour closes"),
        (None, SENTENCE),
        (None, "boats"),
        (None, "seven"),
        (Role.CAPTION, "The quay"),
        (None, "End."),
    ]
    assert (reading.title, reading.byline) == ("Harbour", "Ann Lee")
    check_tiling(reading)


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    """The text is that which Word shows with all changes accepted."""
    source = docx_bytes(lambda document: document.add_paragraph("MARK"))
    changed = (
        b'</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins>'
        b'<w:del w:id="2" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:tab/><w:t>end'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(buffer, "w") as after:
        for entry in before.infolist():
            after.writestr(entry, before.read(entry).replace(b"MARK", changed))
    assert read_bytes(buffer.getvalue(), name="a.docx").text == "new\tend"


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


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"PK\x03\x04 broken", "damaged", id="broken archive"),
        pytest.param(zip_bytes(("word/document.xml", b"<w")), "damaged", id="no package"),
        pytest.param(docx_bytes(fill)[:-400], "damaged", id="cut off"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "encrypted or an old .doc", id="password or old format"),
        pytest.param(encrypted_zip(), "encrypted", id="encrypted part"),
        pytest.param(zip_bytes(("word/document.xml", b" " * (3 * 2**20))), "bomb", id="bomb"),
        pytest.param(zip_bytes(*((f"{i}", b"") for i in range(10_001))), "10001", id="too many parts"),
    ],
)
def test_a_bad_word_file_is_refused(data: bytes, reason: str) -> None:
    """Each says in one line what is wrong."""
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes(data, name="a.docx")
    assert "\n" not in str(caught.value)


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


def test_a_pdf_is_read_in_paragraphs_across_pages() -> None:
    """Lines are joined, page numbers and running heads are furniture and do not cut a paragraph in two."""
    lines = WRAPPED.split("\n\n")[0].splitlines()
    pages = [
        ["Harbour Papers", *lines[:2], "1"],
        ["Harbour Papers", *lines[2:], "2"],
        ["Harbour Papers", "It ends.", "3"],
    ]
    reading = read_bytes(pdf_bytes(pages), name="a.pdf")
    article = [" ".join(text.split()) for role, text in pairs(reading) if role is None]
    assert article == [" ".join(" ".join(lines).split()), "It ends."]
    assert {text for role, text in pairs(reading) if role is Role.FURNITURE} == {"Harbour Papers", "1", "2", "3"}
    check_tiling(reading)


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


@pytest.mark.parametrize("name", ["-", "article", "article.xyz"])
@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Plain text.", "Plain text."),
        (b"<!DOCTYPE html><p>Page.</p>", "Page."),
        (docx_bytes(lambda document: document.add_paragraph("Word.")), "Word."),
        (pdf_bytes([["Print."]]), "Print."),
    ],
    ids=["txt", "html", "docx", "pdf"],
)
def test_without_a_known_suffix_the_first_bytes_tell_the_format(name: str, data: bytes, text: str) -> None:
    """Standard input and files of unknown suffix are read as what they are."""
    assert read_bytes(data, name=name).text == text


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes come back with the reading."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"From a pipe.")))
    data, reading = read_file(Path("-"))
    assert (data, reading.text) == (b"From a pipe.", "From a pipe.")


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    """The bytes are those of the file, the text is decoded."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\nTwo.")
    data, reading = read_file(path)
    assert (data, reading.text) == (b"One.\r\nTwo.", "One.\nTwo.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t\n", "empty", id="white space"),
        pytest.param(" \n".encode("utf-16"), "white space", id="white space in UTF-16"),
        pytest.param(bytes(range(256)) * 20, "binary", id="binary"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x00" + b"\x03\x00" * 40, "binary", id="program"),
        pytest.param(b"ab\x01\x02\x03" * 100, "binary", id="control characters"),
        pytest.param(b"\xff\xfea", "byte order mark", id="broken UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    """The message is one line with the path in it."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason) as caught:
        read_file(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_outside_the_named_encoding_are_refused_with_their_place() -> None:
    """The message names byte and offset."""
    with pytest.raises(InputError, match="byte 0xe9 at offset 3"):
        read_bytes(b"caf\xe9", name="a.txt", encoding="utf-8")


def test_missing_files_and_directories_are_refused(tmp_path: Path) -> None:
    """Each says what was found instead of a file."""
    with pytest.raises(InputError, match="nothing there"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="directory"):
        read_file(tmp_path)
    with pytest.raises(InputError, match="readable"):
        read_file(Path("a" * 5000))


def test_a_forbidden_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No permission is told as such, whoever runs the tests."""

    def forbid(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    with pytest.raises(InputError, match="permission"):
        read_file(tmp_path / "a.txt")


def test_a_page_nested_too_deeply_is_refused_instead_of_cut() -> None:
    """The parser would drop the text in silence."""
    with pytest.raises(InputError, match="nested"):
        read_text("<div>" * 400 + "deep" + "</div>" * 400, "a.html")


@pytest.mark.parametrize("suffix", sorted(READERS))
@settings(deadline=None)  # the first example pays for the imports
@given(data=st.binary(min_size=1, max_size=200))
def test_readers_never_fail_but_with_an_error_of_ours(suffix: str, data: bytes) -> None:
    """Any bytes give a sound reading or an error that a user can act on."""
    error = None
    try:
        reading = read_bytes(data, name=f"a{suffix}")
    except AlignError as raised:
        error = raised
    if error is None:
        check_tiling(reading)
    else:
        assert "\n" not in str(error)
