"""The scripts of the world that articles are compared in: their letters, and which languages are written in them."""

import re
from collections import Counter
from functools import cache

_LETTERS = {
    "Latn": "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ",
    "Cyrl": "\u0400-\u052f",
    "Arab": "\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Hani": "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Kana": "\u3041-\u30ff\uff66-\uff9f",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Deva": "\u0900-\u0963\u0970-\u097f",
    "Beng": "\u0980-\u09fe",
    "Hebr": "\u05d0-\u05f2",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0531-\u0587",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "th": "\u0e01-\u0e4e",
    "lo": "\u0e81-\u0eff",
    "km": "\u1780-\u17d3",
    "my": "\u1000-\u109f",
    "bo": "\u0f40-\u0fbc",
    "am": "\u1200-\u139f",
    "pa": "\u0a01-\u0a75",
    "gu": "\u0a81-\u0aff",
    "or": "\u0b01-\u0b7f",
    "ta": "\u0b82-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "dv": "\u0780-\u07b1",
}
_WRITTEN_IN = {
    "Latn": "af az br ca cs cy da de en eo es et eu fi fo fr fy ga gd gl ha hr ht hu id ig is it jv ku la lb lt lv mg "
    "ms mt nl no oc om pl pt qu ro rw sk sl sn so sq sr sv sw tl tr uz vi xh yo zu",
    "Cyrl": "ba be bg kk ky mk mn ru sr tg tt uk",
    "Arab": "ar fa ps ug ur",
    "Deva": "hi mr ne",
    "Beng": "as bn",
}
_ALONE = {"Hani": "zh", "Kana": "ja", "Hang": "ko"}
# Beside the languages above: what else is written in a script among others.
_ALSO = {"ja": "Hani", "ko": "Hani", "sr": "Latn", "he": "Hebr", "yi": "Hebr", "ckb": "Arab", "sd": "Arab"}
_ALSO |= dict.fromkeys(("az", "kk", "ky", "mn", "tg", "tt", "uz"), "Latn Cyrl")
_WIDE = frozenset({"Hani", "Hang", "Kana"})


def count_scripts(letters: Counter[str]) -> Counter[str]:
    """Return how many letters are of each script, by its name; a syllable or word sign counts as two.

    >>> count_scripts(Counter("Zug 北京"))
    Counter({'Hani': 4, 'Latn': 3})
    """
    counts = Counter[str]()
    for letter, count in letters.items():
        script = _script_of(letter)
        if script:
            # A syllable or word sign stands for two or three letters.
            counts[script] += count * 2 if script in _WIDE else count
    return counts


def languages_of(script: str) -> tuple[str, ...]:
    """Return the languages that are written in a script of this name; one that a single language has is named by it.

    >>> languages_of("Beng"), languages_of("el")
    (('as', 'bn'), ('el',))
    """
    return tuple(_WRITTEN_IN.get(script, _ALONE.get(script, script)).split())


@cache
def scripts_of(language: str) -> frozenset[str]:
    """Return the names of the scripts that a language is written in; none for a language that is not known here.

    Args:
        language: a primary tag.

    >>> sorted(scripts_of("ja")), sorted(scripts_of("pt"))
    (['Hani', 'Kana'], ['Latn'])
    """
    return frozenset(
        [script for script in _LETTERS if language in languages_of(script)] + _ALSO.get(language, "").split()
    )


@cache
def _script_of(letter: str) -> str:
    """Return the name of a letter's script, empty for all other characters."""
    return next((script for script, pattern in _patterns().items() if pattern.match(letter)), "")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {script: re.compile(f"[{ranges}]") for script, ranges in _LETTERS.items()}
