"""Small files that would take all memory are refused in one line, before anything is made of them."""

import gzip
import io
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from align.documents import read_document
from align.errors import InputError, OptionError
from align.limits import MEGABYTE
from align.reading import Limits, read_bytes, read_file
from tests.align.reading.books import epub_bytes, odt_bytes
from tests.align.reading.files import docx_bytes, fill, pdf_bytes, zip_bytes

SMALL = Limits(size=2000, segments=20)
PARAGRAPH = "<text:p>One was here.</text:p>"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"One was here. " * 200, "MB of text"),
        ("a.txt.gz", gzip.compress(b"One was here. " * 200), "MB of text"),
        ("a.txt", b"a\n" * 30, "20 segments, found 30"),
        ("a.txt", b"a\r" * 50, "20 segments, found 25"),
        ("a.txt", b"One." + b"\n" * 50, "20 segments"),
        ("a.html", b"<p>a" * 100, "80 tags, found 100"),
        ("a.md", b"- a\n" * 30, "20 segments"),
        ("a.rtf", rb"{\rtf1 " + rb"a\par " * 50 + b"}", "20 segments"),
        ("a.srt", b"00:01,0 --> 00:02,0\n- a\n" * 15 + b"- a\n" * 10, "20 segments"),
        ("a.odt", odt_bytes(PARAGRAPH * 100), "MB of text"),
        ("a.epub", epub_bytes(*((f"{i}.xhtml", "<body><p>One.</p></body>") for i in range(20))), "MB of text"),
        ("a.docx", docx_bytes(fill), "MB of text"),
        ("a.docx", zip_bytes(("word/document.xml", b"<a/>" * 100), ("[Content_Types].xml", b"")), "80 tags"),
        ("a.docx", zip_bytes(("word/document.xml", b"<a/>"), ("a.png", b"a" * 30_000)), "with all pictures"),
        ("a.pdf", b"%PDF-1.4" + b"a" * 30_000, "with all pictures"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # the bytes of an archive tell the time
)
def test_what_is_too_large_is_refused(name: str, data: bytes, reason: str) -> None:
    """The message tells the limit and the option."""
    with pytest.raises(InputError, match=reason) as caught:
        read_bytes(data, name=name, limits=SMALL)
    assert str(caught.value).startswith(f"{name}: expected at most ")
    assert "--max-s" in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.odt", "a.pdf"])
def test_what_is_within_limits_is_read(name: str) -> None:
    """Pictures count less than text."""
    samples = {
        "a.txt": b"a\n" * 20,
        "a.odt": odt_bytes("<text:p>One.</text:p>", ("Pictures/a.png", bytes(range(250)) * 20)),
        "a.pdf": pdf_bytes([["One."]]) + b"\n%" + b"a" * 3000,
    }
    assert read_bytes(samples[name], name=name, limits=SMALL).text


def test_sentences_count_as_segments(tmp_path: Path) -> None:
    """One paragraph can hold too many."""
    path = tmp_path / "a.txt"
    path.write_text("One came. " * 30, encoding="utf-8")
    for segmented in (False, True):
        path.write_text("One came." + "\n "[not segmented] + "Two came. " * 30 + "\nC." * 25 * segmented)
        with pytest.raises(InputError, match="20 segments"):
            read_document(path, language="en", segmented=segmented, limits=SMALL)


def test_limits_are_numbers_from_one() -> None:
    """Nothing could be read otherwise."""
    with pytest.raises(OptionError, match="limits from 1"):
        Limits(size=0)


def test_an_endless_file_is_not_read_to_its_end() -> None:
    """One byte beyond the limit is enough."""
    with pytest.raises(InputError, match="with all pictures"):
        read_file(Path("/dev/zero"), limits=SMALL)


@pytest.mark.parametrize("levels", [1, 2])
def test_a_damaged_or_double_gzip_file_is_refused(levels: int) -> None:
    """Cut off, changed, packed twice."""
    packed = gzip.compress(b"One was here, and so was another one.")
    for data, reason in ((packed[:-12], "cut off"), (packed[:20] + b"x" + packed[21:], "damaged|cut off")):
        with pytest.raises(InputError, match=reason):
            read_bytes(data, name="a.txt.gz")
    assert read_bytes(packed + b"\0" * 20, name="a.txt.gz").text.startswith("One")
    for _ in range(levels):
        packed = gzip.compress(packed)
    with pytest.raises(InputError, match="within a gzip file"):
        read_bytes(packed, name="a.gz")


def _archive(text: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes(fill))) as before, zipfile.ZipFile(buffer, "w") as after:
        for entry in before.infolist():
            part = before.read(entry)
            if entry.filename == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + text)
            after.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _digits(before: str, after: str) -> bytes:
    """Return a million numbers with markup, which pack less well than one letter."""
    return "".join(f"{before}{number * 7919 % 1_000_003}{after}" for number in range(1_000_000)).encode()


# Made when asked for: they are large.
BOMBS: dict[str, Callable[[], bytes]] = {
    "lines.txt": lambda: b"a\n" * 2**20,
    "lines.txt.gz": lambda: gzip.compress(b"a\n" * (30 * MEGABYTE), 1),
    "paragraphs.docx": lambda: _archive(_digits('<w:p w:a="', '"/>')),
    "runs.docx": lambda: _archive(b"<w:p>" + _digits("<w:r><w:t>", "</w:t></w:r>") + b"</w:p>"),
    "spans.html": lambda: b"<p>a" * (4 * MEGABYTE),
    "letters.odt": lambda: odt_bytes(_digits("<text:p>", "</text:p>").decode()),
    "groups.rtf": lambda: b"{\\rtf1 " + b"a\\par" * (8 * MEGABYTE) + b"}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_small_file_takes_much_memory(name: str, tmp_path: Path) -> None:
    """A gigabyte at most, whether it is read or refused."""
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    code = (
        "import sys; from pathlib import Path; from align.documents import read_document\n"
        "from align.errors import InputError\n"
        "try: read_document(Path(sys.argv[1]), language='en')\n"
        "except InputError as error: print(error)"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "expected at most" in done.stdout or name == "paragraphs.docx"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak == before or peak < 2**20, f"expected at most a gigabyte, found {peak} KB"
