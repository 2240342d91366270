"""What holds for files of every format: how the format is told, where bytes come from, what is refused."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import AlignError, InputError
from align.reading import READERS, read_bytes, read_file
from tests.align.reading.files import docx_bytes, pdf_bytes
from tests.align.reading.readings import check_tiling, texts


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


SAMPLES = {
    ".txt": b"One.\n\nTwo.",
    ".md": b"One.\n\nTwo.",
    ".markdown": b"One.\n\nTwo.",
    ".mdx": b"One.\n\nTwo.",
    ".rst": b"One.\n\nTwo.",
    ".adoc": b"One.\n\nTwo.",
    ".asciidoc": b"One.\n\nTwo.",
    ".html": b"<!DOCTYPE html><body><p>One.</p><p>Two.</p></body>",
    ".htm": b"<body><p>One.<p>Two.</body>",
    ".xhtml": b"<?xml version='1.0'?><html><body><p>One.</p><p>Two.</p></body></html>",
    ".docx": docx_bytes(lambda document: (document.add_paragraph("One."), document.add_paragraph("Two."))),
    ".pdf": pdf_bytes([["One."], ["Two."]]),
}


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_gives_text_and_blocks(suffix: str) -> None:
    """The contract of the table: the blocks tile the text as read, in order; the same bytes are read the same again."""
    reading = read_bytes(SAMPLES[suffix], name=f"a{suffix}")
    check_tiling(reading)
    assert texts(reading) == ["One.", "Two."]
    assert read_bytes(SAMPLES[suffix], name=f"a{suffix}") == reading


@pytest.mark.parametrize("suffix", sorted(READERS))
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
