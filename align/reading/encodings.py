"""Bytes to text, without a silent guess.

The first that applies: byte order mark; the encoding that the user names; the encoding that the file declares (HTML,
XML); UTF-8; UTF-16 without a mark, known by where its NUL bytes stand; a guess by charset-normalizer, with a warning.

A file may declare the encodings of the WHATWG list, those that browsers know, and no other: under one that only Python
knows (UTF-7, say) a page would show its readers one text and us another.
"""

import codecs
from dataclasses import dataclass

from align.errors import InputError, OptionError


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was in and what a reader should know about how that was found."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, encoding: str | None = None, declared: str = "") -> Decoded:
    r"""Return the text of `data` without byte order mark; `\r\n` and a lone `\r` become `\n`.

    Args:
        data: the whole file.
        name: of the file, for messages.
        encoding: that the user names; it outranks everything but a byte order mark.
        declared: that the file itself names; dropped with a warning where it does not fit or no browser knows it.

    Raises:
        OptionError: the user's encoding does not exist.
        InputError: the bytes are no text, or do not fit the user's encoding.

    >>> decode(b"caf\xe9\r\n", name="menu.txt", encoding="latin-1").text
    'café\n'
    """
    if encoding is not None:
        _check_encoding(encoding)
    found = (
        _by_mark(data, name)
        or _by_user(data, name, encoding)
        or _by_declaration(data, declared)
        or _as_utf8(data)
        or _as_utf16(data)
        or _by_guess(data, name)
    )
    if _is_binary(found.text):
        raise InputError(f"{name}: expected text, found a binary file; give a text, HTML, Word or PDF file")
    warnings = found.warnings
    if declared and not warnings and not _same_encoding(declared, found.encoding) and found.encoding != encoding:
        fault = f"but is {found.encoding}" if _declared_codec(declared) else "which no browser knows"
        warnings = (f"{name}: declares the encoding {declared!r}, {fault}; read as {found.encoding}",)
    return Decoded(found.text.replace("\r\n", "\n").replace("\r", "\n"), found.encoding, warnings)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The mark of UTF-16-LE is the beginning of that of UTF-32-LE, which must come first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The supersets that pages really use under these names, where Python's codec is narrower than the browsers' one.
_BROWSER_NAMES = {
    "gbk": "gb18030",
    # A declaration that could be read was not written in these; only a byte order mark can say so.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}

_CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u"),
    *("iso8859_2", "cp874", "cp932", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman"),
)
_WESTERN = frozenset("àâäáãåçéèêëíìîïñóòôöõøúùûüÿßæœÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜŸÆŒ‘’‚“”„«»‹›–—…•€£§°©®ºª¿¡·×½¼\u00a0")
_LATIN_LETTERS = (("cp1252", _WESTERN), ("cp1254", _WESTERN | frozenset("ğışĞİŞ")))

# More of the file tells the guess nothing new and costs seconds.
_GUESS_BYTES = 200_000
_PEEK_BYTES = 2**16
# Of the characters; real texts have a stray escape or form feed, no more.
_CONTROL_SHARE = 0.01
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])


def peek(data: bytes) -> str:
    r"""Return the beginning of a file as text, without byte order mark, to see what kind of text it is.

    >>> peek("<p>né".encode("utf-16"))
    '<p>né'
    """
    sample = data[:_PEEK_BYTES]
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return sample[len(mark) :].decode(encoding, "ignore")
    found = _as_utf16(sample) if b"\0" in sample else None
    return found.text if found else sample.decode("utf-8", "replace")


def _check_encoding(encoding: str) -> None:
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        raise OptionError(f"expected the name of a text encoding such as utf-8 or cp1252, found {encoding!r}") from None


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise _misfit(name, encoding, "its byte order mark says", error) from None
    return None


def _by_user(data: bytes, name: str, encoding: str | None) -> Decoded | None:
    if encoding is None:
        return None
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except UnicodeDecodeError as error:
        raise _misfit(name, encoding, "the encoding option says", error) from None
    except UnicodeError:
        raise InputError(f"{name}: expected {encoding} as the encoding option says; name another encoding") from None


def _misfit(name: str, encoding: str, authority: str, error: UnicodeDecodeError) -> InputError:
    found = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
    return InputError(f"{name}: expected {encoding} as {authority}, found {found}; name another encoding")


def _by_declaration(data: bytes, declared: str) -> Decoded | None:
    canonical = _declared_codec(declared)
    encoding = _BROWSER_NAMES.get(canonical, canonical)
    # Bytes that are UTF-8 beyond ASCII are so by design, whatever a template declares.
    if not encoding or (b"\0" in data) or (not data.isascii() and _as_utf8(data)):
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except ValueError:
        return None


def is_known_on_the_web(declared: str) -> bool:
    """Return whether browsers read a file that declares this encoding in it.

    >>> is_known_on_the_web("Latin1"), is_known_on_the_web("utf-7")
    (True, False)
    """
    return bool(_declared_codec(declared))


def _declared_codec(declared: str) -> str:
    """Return Python's name of a declared encoding; empty for one that browsers do not read under that name."""
    if not declared:
        return ""
    import webencodings

    known = webencodings.lookup(declared)
    return "" if known is None or known.name in _UNREAD else known.codec_info.name


# Of these browsers show a single replacement character, or private ones.
_UNREAD = ("replacement", "x-user-defined")


def _as_utf8(data: bytes) -> Decoded | None:
    # UTF-16 of ASCII is valid UTF-8 full of NULs.
    if b"\0" in data:
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _as_utf16(data: bytes) -> Decoded | None:
    """Read as UTF-16 where NUL bytes stand at even or at odd places only, as in ASCII letters and spaces."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or not (even or odd) or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else Decoded(text, encoding)


def _by_guess(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    if b"\0" in data or _is_binary(data[:_GUESS_BYTES].decode("latin-1")):
        raise InputError(f"{name}: expected text, found a binary file; give a text, HTML, Word or PDF file")
    best = from_bytes(_whole_lines(data), cp_isolation=list(_CANDIDATES)).best()
    encoding = best.encoding if best else ""
    if encoding in ("cp1250", "cp1252", "cp1254", "iso8859_2", "mac_roman"):
        encoding = _latin_encoding(data, encoding)
    try:
        text = data.decode(encoding)
    except (LookupError, ValueError):
        raise InputError(
            f"{name}: expected text in a known encoding, found none that fits; name its encoding"
        ) from None
    return Decoded(
        text, encoding, (f"{name}: encoding guessed as {encoding}; name the encoding if letters look wrong",)
    )


def _whole_lines(data: bytes) -> bytes:
    """Cut the sample at the end of a line, so that no character of several bytes is cut through."""
    if len(data) <= _GUESS_BYTES:
        return data
    return data[: data.rfind(b"\n", 0, _GUESS_BYTES) + 1] or data


def _latin_encoding(data: bytes, guess: str) -> str:
    """Prefer the commonest code page whose letters explain all bytes; charset-normalizer cannot tell these apart."""
    high = bytes(byte for byte in range(128, 256) if byte in data)
    for encoding, letters in _LATIN_LETTERS:
        if letters.issuperset(high.decode(encoding, "replace")):
            return encoding
    return guess


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    data = text.encode("utf-8", "surrogatepass")
    return len(data) - len(data.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(text) + 1


def _same_encoding(declared: str, found: str) -> bool:
    canonical = _declared_codec(declared)
    if not canonical:
        return False
    names = {canonical, codecs.lookup(_BROWSER_NAMES.get(canonical, canonical)).name}
    return codecs.lookup(found).name in names
