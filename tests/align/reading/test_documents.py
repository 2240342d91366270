"""What the reader of Word files makes of them, whole, encrypted and broken."""

import io
import zipfile

import pytest

from align.bitext import Role
from align.errors import InputError
from align.reading import read_bytes
from tests.align.reading.files import docx_bytes, encrypted_zip, fill, zip_bytes
from tests.align.reading.readings import SENTENCE, check_tiling, pairs


def test_a_word_file_is_read_in_document_order() -> None:
    """Tables stand where they stand; styles tell the roles."""
    reading = read_bytes(docx_bytes(fill), name="a.docx")
    assert pairs(reading) == [
        (Role.HEADLINE, "Harbour closes"),
        (None, SENTENCE),
        (Role.CELL, "boats"),
        (Role.CELL, "seven"),
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


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"PK\x03\x04 broken", "damaged", id="broken archive"),
        pytest.param(zip_bytes(("word/document.xml", b"<w")), "damaged", id="no package"),
        pytest.param(docx_bytes(fill)[:-400], "damaged", id="cut off"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old or encrypted", id="password or old format"),
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
