"""What holds for files of every format: how the format is told, where bytes come from, what is refused."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import AlignError, InputError
from align.reading import READERS, read_bytes, read_file
from tests.align.reading.books import epub_bytes, odt_bytes
from tests.align.reading.files import docx_bytes, pdf_bytes
from tests.align.reading.readings import check_tiling, texts


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

    def forbid(_: Path, __: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
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
    ".odt": odt_bytes("<text:p>One.</text:p><text:p>Two.</text:p>"),
    ".rtf": rb"{\rtf1\ansi One.\par Two.}",
    ".epub": epub_bytes(("b.xhtml", "<body><p>One.</p></body>"), ("a.xhtml", "<body><p>Two.</p></body>")),
    ".pdf": pdf_bytes([["One."], ["Two."]]),
    ".srt": b"1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:09,000 --> 00:00:10,000\nTwo.\n",
    ".vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:09.000 --> 00:10.000\nTwo.\n",
}
# Nothing in their bytes tells these from plain text.
UNMARKED = (".md", ".markdown", ".mdx", ".rst", ".adoc", ".asciidoc")


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_gives_text_and_blocks(suffix: str) -> None:
    """The contract of the table: the blocks tile the text as read, in order; the same bytes are read the same again."""
    reading = read_bytes(SAMPLES[suffix], name=f"a{suffix}")
    check_tiling(reading)
    assert texts(reading) == ["One.", "Two."]
    assert read_bytes(SAMPLES[suffix], name=f"a{suffix}") == reading


@pytest.mark.parametrize("name", ["-", "article", "article.xyz"])
@pytest.mark.parametrize("suffix", [suffix for suffix in READERS if suffix not in UNMARKED])
def test_without_a_known_suffix_the_first_bytes_tell_the_format(name: str, suffix: str) -> None:
    """Standard input and files of unknown suffix are read as what they are."""
    reading = read_bytes(SAMPLES[suffix], name=name)
    assert (texts(reading), reading.warnings) == (["One.", "Two."], ())


@pytest.mark.parametrize("suffix", READERS)
def test_every_format_may_be_packed(suffix: str) -> None:
    """By gzip, with the suffix of it or without any, in one member or in several."""
    data = SAMPLES[suffix]
    whole, parts = gzip.compress(data), gzip.compress(data[:9]) + gzip.compress(data[9:])
    for packed in (whole, parts):
        assert read_bytes(packed, name=f"a{suffix}.gz") == read_bytes(data, name=f"a{suffix}.gz")
    if suffix not in UNMARKED:
        assert texts(read_bytes(whole, name="-")) == ["One.", "Two."]


@pytest.mark.parametrize("suffix", [suffix for suffix in READERS if suffix not in (*UNMARKED, ".txt", ".htm")])
def test_a_wrong_suffix_is_told_and_not_followed(suffix: str) -> None:
    """What the bytes say counts."""
    reading = read_bytes(SAMPLES[suffix], name="a.txt")
    assert texts(reading) == ["One.", "Two."]
    found = ".html" if suffix == ".xhtml" else suffix
    assert reading.warnings == (f"a.txt: expected .txt by its name, found {found}; read as {found}",)


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
