"""Which language a word in the name of a file or folder stands for: `en`, `pt-BR`, `zh_Hans`, `fra`, `French`."""

import re
from functools import cache

from align.errors import OptionError
from align.language import check_language, primary_language

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")


@cache
def language_of(word: str) -> str:
    """Return the language tag of a word, empty if it is none.

    Codes of three letters count where there is one of two: the others are English words, too (`new`, `war`).

    >>> language_of("pt_BR"), language_of("fra"), language_of("French"), language_of("war"), language_of("final")
    ('pt-BR', 'fr', 'fr', '', '')
    """
    named = _names().get(word.lower())
    if named:
        return named
    if not _TAG.fullmatch(word) or len(primary_language(word)) != 2:
        return ""
    try:
        return check_language(word)
    except OptionError:
        return ""


@cache
def _names() -> dict[str, str]:
    """Return the tags of the languages of two letters by their English names."""
    from babel import Locale

    names = Locale.parse("en").languages
    return {str(name).lower(): str(code) for code, name in names.items() if len(code) == 2}
