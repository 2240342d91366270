"""How bytes become text: Unicode, guesses, and what the user or the page says."""

import pytest

from align.errors import InputError, OptionError
from align.reading import read_bytes
from align.reading.encodings import decode

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


def test_bytes_outside_the_named_encoding_are_refused_with_their_place() -> None:
    """The message names byte and offset."""
    with pytest.raises(InputError, match="byte 0xe9 at offset 3"):
        read_bytes(b"caf\xe9", name="a.txt", encoding="utf-8")


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


@pytest.mark.parametrize(
    "declared", ["utf-7", "unicode_escape", "raw_unicode_escape", "hz", "hz-gb-2312", "idna", "punycode"]
)
def test_only_encodings_of_browsers_are_obeyed(declared: str) -> None:
    """A page that a browser shows as one text is never read as another; the odd declaration is told."""
    shown = "The gate +AGEAYg- is ~{open~} at \\\\u0041 noon."
    reading = read_bytes(f'<meta charset="{declared}"><p>{shown}</p>'.encode(), name="a.html")
    assert reading.text == shown
    assert reading.warnings == (f"a.html: declares the encoding {declared!r}, which no browser knows; read as utf-8",)


@pytest.mark.parametrize(
    ("declared", "codec"), [("x-sjis", "cp932"), ("latin1", "cp1252"), ("ks_c_5601-1987", "cp949"), ("GBK", "gb18030")]
)
def test_encodings_have_the_names_that_browsers_know(declared: str, codec: str) -> None:
    """Labels of the web and the supersets that they stand for."""
    text = {
        "cp932": "港は閉鎖された①。",
        "cp949": "항구가 닫혔다. 햏",
        "gb18030": "港口关闭了。",
        "cp1252": "Déjà “vu”.",
    }[codec]
    reading = read_bytes(f'<meta charset="{declared}"><p>{text}</p>'.encode(codec), name="a.html")
    assert (reading.text, reading.warnings) == (text, ())
