"""The distinct words of a long text, without a look at each of them."""

import re

_WORD = re.compile(r"[^\W\d_]+")


def distinct_words(text: str) -> set[str]:
    """Return the words of a text, as they are written; the pattern is asked only where more stands beside letters.

    >>> sorted(distinct_words("L'an 1984, l'an un"))
    ['L', 'an', 'l', 'un']
    """
    found = set(text.split())
    mixed = [word for word in found if not word.isalpha()]
    return found.difference(mixed).union(_WORD.findall(" ".join(mixed)))
