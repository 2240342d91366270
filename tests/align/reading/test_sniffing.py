"""Formats that are not read are named, by their bytes or their suffix; texts that only talk of markup are texts."""

import time

import pytest

from align.errors import InputError
from align.reading import READERS, read_bytes
from align.reading.looks import by_look
from align.reading.marks import by_mark
from align.reading.unread import UNREAD
from tests.align.reading.files import zip_bytes
from tests.align.reading.readings import SENTENCE, texts

TMX = (
    b'<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<!-- made by hand -->\n<tmx version="1.4"><body/></tmx>'
)
XLIFF = b'<?xml version="1.0"?><xliff version="1.2"><file original="a"><body/></file></xliff>'
PO = b'# A comment\n#: a.c:1\nmsgctxt "menu"\nmsgid "Open"\nmsgstr "Ouvrir"\n'
TEX = b"% A note\n\n\\documentclass[a4paper]{article}\n\\begin{document}\nText.\n\\end{document}\n"
NAMED = {
    "TMX": [TMX, TMX.replace(b"\n", b"\r\n"), TMX.partition(b"-->\n")[2], TMX.decode().encode("utf-16")],
    "XLIFF": [XLIFF],
    "PO": [PO, b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n', PO.partition(b'"menu"\n')[2]],
    "LaTeX": [TEX, b"\\chapter{One}\nText.\n", b"\\documentstyle{article}\n"],
    "JSON": [b'{"text": "One."}', b'[\n {"a": 1}]', b'{"a": 1}\n{"a": 2}\n', b'["One.", "Two."]'],
    "XML": [b"<?xml version='1.0'?><book><p>One.</p></book>", b"<!DOCTYPE book []><book/>"],
    "table": [b"One.\tUn.\nTwo.\tDeux.\nThree.\tTrois.\n", b"1\ta\tb\n2\tc\td\n3\te\tf"],
    "subtitles": [b"[Script Info]\nTitle: x\n", b"<?xml version='1.0'?><tt xmlns='x'><body/></tt>"],
    "spreadsheet": [zip_bytes(("[Content_Types].xml", b""), ("xl/workbook.xml", b""))],
    "slides": [
        zip_bytes(("ppt/presentation.xml", b"")),
        zip_bytes(("mimetype", b"application/vnd.oasis.opendocument.presentation"), ("content.xml", b"")),
    ],
    "archive of files": [zip_bytes(("a.txt", b"One.")), b"Rar!\x1a\x07\x00 and more", b"a" + b"\0" * 256 + b"ustar"],
    "old or encrypted Office file": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600],
    "picture": [b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff\xe0" + b"\0" * 40, b"GIF89a" + b"\0" * 40],
    "web archive": [b"From: <Saved>\r\nSubject: A\r\nMIME-Version: 1.0\r\n\r\n<html>"],
}


@pytest.mark.parametrize("name", ["-", "a.txt", "a.xyz", "a"])
@pytest.mark.parametrize(("kind", "data"), [(kind, data) for kind, samples in NAMED.items() for data in samples])
def test_what_is_not_read_is_named_by_its_bytes(kind: str, data: bytes, name: str) -> None:
    """With a text's suffix, without any, from standard input: never compared as if its markup were text."""
    with pytest.raises(InputError, match=kind) as caught:
        read_bytes(data, name=name)
    assert "which is not read" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", UNREAD)
def test_what_is_not_read_is_named_by_its_suffix(suffix: str) -> None:
    """Whatever is in it, unless that is marked as something else."""
    for name in (f"a{suffix}", f"A{suffix.upper()}", f"a{suffix}.gz"):
        with pytest.raises(InputError, match="which is not read; "):
            read_bytes(b"It might be anything.", name=name)
    assert suffix not in READERS


def test_a_marked_format_is_read_whatever_its_suffix() -> None:
    """Many files called .doc are RTF or web pages."""
    assert texts(read_bytes(rb"{\rtf1 One.}", name="a.doc")) == ["One."]
    assert texts(read_bytes(b"<html><body><p>One.</p></body></html>", name="a.doc")) == ["One."]
    assert texts(read_bytes(b"<?xml version='1.0'?><html><body><p>One.</p></body></html>", name="a.xml")) == ["One."]


PAGES = [
    f"<!DOCTYPE html>\n<html>\n<head><title>A</title></head>\n<body>\n<p>{SENTENCE}<p>It is 3 < 4.<br>Y.</body></html>",
    f"\ufeff<!-- saved --><HTML LANG=en><BODY BGCOLOR=white><DIV><P>{SENTENCE}</P></DIV></BODY></HTML>\n",
    f"<div class='a'><p>{SENTENCE}</p></div>\n<div>\n<p>It is so.</p></div>\n",
    f"<h1>Title</h1>\n<p>{SENTENCE}\n<p>It is so.\n",
    f"<meta charset='utf-8'><script>if (a<b) c()</script><style>p>a {{}}</style><p>{SENTENCE}</p><p>It is so.</p>",
    f"<html><body><p>{SENTENCE}</p></body></html>\n<!-- cached -->\n",
]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_a_text_file_is_a_page(page: str, codec: str) -> None:
    """Whole, or a piece of one."""
    reading = read_bytes(page.encode(codec), name="a.txt")
    assert "<" not in reading.text.replace("3 < 4", "")
    assert SENTENCE in reading.text


ARTICLES = [
    "<html> is the root element of a page. Inside of it, <body> holds what is shown.",
    "<p> opens a paragraph and </p> closes it.\n\nThe next paragraph talks about <div> and </div>.",
    "The tag <p> is old.\n\n<html><body><p>One</p></body></html>\n\nThis is a page.",
    "<!DOCTYPE html>\n<html><body><p>One</p></body></html>\n\nThis is the smallest page that works, and here is why.",
    "<!DOCTYPE html> is the first line of every page.",
    "<tmx> is the root of a memory, and </tmx> its end.",
    "\\alpha is a letter of TeX. \\documentclass{article} comes first in a file.",
    "msgid stands before a message.\nmsgstr before its translation.",
    "[Music] The film begins. [Applause]",
    '{"a": 1} is an object of JSON.'.replace('{"a"', "{a"),
    "From: the editor\n\nMIME-Version: is a header.",
    "Name\tAge\n\nAnn was four then.\nBo\tfive",
    "00:15 is when the film begins.",
    "1\n2\n3\nGo!",
    "WEBVTT files have cues.",
    "1. One --> two.\n",
]


@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_about_markup_is_a_text(article: str) -> None:
    """It is read as it is."""
    reading = read_bytes(article.encode(), name="a.txt")
    assert (reading.text, reading.warnings, reading.verbatim) == (article, (), True)


HOSTILE = [
    "<", "<p ", "<!--", "<script>", "<p>a", "<div>", "</p>", "#\n", "%\n", "a:b\n", "{", "[", '{"', "\\begin",
    'msgid "\n', " \n", "% \n ", "<?", "<!DOCTYPE", "<p><div>", "</styl", '"a"\n', "a\tb\n",
]  # fmt: skip


@pytest.mark.parametrize("start", ["", "<p>", "<html><style>", 'msgid "\n', "<!DOCTYPE [", "From: a\n"])
def test_looking_takes_linear_time(start: str) -> None:
    """Patterns that repeat without end are looked at once."""
    for pattern in HOSTILE:
        data = (start + pattern * (1_000_000 // len(pattern))).encode()
        begin = time.process_time()
        by_mark(data)
        by_look(data)
        assert time.process_time() - begin < 3.0, pattern
