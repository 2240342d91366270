"""What of a text is compared when copies are looked for: its letters and digits, whatever their case, and its words."""

import re
from hashlib import blake2b
from unicodedata import normalize

_NOTHING = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
_SIGNS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def text_key(text: str) -> int:
    """Return 64 bits that two texts with the same letters and digits share; without any, all signs count."""
    folded = _NOTHING.sub("", normalize("NFC", text).casefold()) or text
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def text_words(text: str) -> list[str]:
    """Return the different words of a text, and pairs of signs where words have no spaces between them.

    >>> text_words("No, no!")
    ['no']
    """
    folded = normalize("NFC", text).casefold()
    words = dict.fromkeys(_WORD.findall(folded))
    if _SIGNS.search(folded):
        signs = "".join(words)
        words = dict.fromkeys(signs[k : k + 2] for k in range(len(signs) - 1))
    return list(words)
