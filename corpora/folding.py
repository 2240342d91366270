"""What of a text is compared when copies are looked for: its letters and digits, whatever their case, and its words."""

import re
from hashlib import blake2b
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]+")
_NO_UNIT = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))  # for ASCII, sooner than a pattern
_SIGNS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def text_key(text: str) -> int:
    """Return 64 bits that two texts with the same letters and digits share; without any, all signs count."""
    return _key(_units(text), text)


def text_words(text: str) -> list[str]:
    """Return the different words of a text, and pairs of signs where words have no spaces between them.

    >>> text_words("No, no!")
    ['no']
    """
    return _words(_units(text))


def text_key_and_words(text: str, small_words: list[str] | None = None) -> tuple[int, list[str]]:
    """Return what `text_key` and `text_words` do, in less time than both.

    Args:
        text: any.
        small_words: its runs of letters, digits and `_` in small letters, where its letters are Latin and somebody has
            them: in most such texts these are the words.
    """
    units = small_words
    if units is None or "_" in text or not (text.isascii() or text.lower() == text.casefold()):
        units = _units(text)
    return _key(units, text), _words(units)


def _units(text: str) -> list[str]:
    if text.isascii():
        return text.lower().translate(_NO_UNIT).split()
    return _WORD.findall(normalize("NFC", text).casefold())


def _key(units: list[str], text: str) -> int:
    folded = "".join(units) or text
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _words(units: list[str]) -> list[str]:
    signs = "".join(units)
    if not signs.isascii() and _SIGNS.search(signs):
        signs = "".join(dict.fromkeys(units))
        return list(dict.fromkeys(signs[k : k + 2] for k in range(len(signs) - 1)))
    return list(dict.fromkeys(units))
