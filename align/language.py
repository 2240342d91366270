"""Which language a text is in, what a language tag means, and which way it is written. Nothing here needs a network.

Identification, in the order of the rules:

0. Only prose counts (`align.prose`): commands, code and addresses are of no language.
1. The script that most letters are in decides alone where one language writes it (Greek, Thai, Georgian, …). Latin
   letters among others are names, and do not count, where hardly any function word is among them.
2. Letters that only some languages have narrow the others (ї is Ukrainian, ћ Serbian, ٹ Urdu, ळ Marathi).
3. If several are left, the commonest function words tell, where they leave no doubt: they need no model.
4. Otherwise a naive Bayes model (py3langid: Lui and Baldwin 2012; trained anew by A. Barbaresi) reads up to 40 pieces
   spread evenly over the text, and the pieces vote: furniture in another language is outvoted.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from align.errors import OptionError
from align.language_model import language_model
from align.prose import prose_pieces
from align.scripts import count_scripts, languages_of
from align.stopwords import holds_function_words, tell_by_stop_words

if TYPE_CHECKING:
    from babel import Locale

# A letter is a trait of the language when it is this share of all letters: one in a sentence, not one in a page.
_TRAIT = 0.005
_LATIN_TRAIT = 0.02  # names are at home everywhere: "Yıldız" in a Spanish article
# Latin letters are only names and code where the other scripts have this share of all letters.
_OTHERS = 0.1
# From this share of the letters on, function words may tell: a text in two scripts leaves a doubt.
_ONE_SCRIPT = 0.9

# The first row whose letters occur decides which languages are left.
_TRAITS = {
    "Latn": (("ə", "az"), ("ı", "tr")),
    "Cyrl": (
        ("ђћ", "sr"),
        ("ѓќѕ", "mk"),
        ("јљњџ", "mk sr"),
        ("ў", "be"),
        ("ҙҫҡ", "ba"),
        ("ӣӯҳҷ", "tg"),
        ("қғұ", "kk"),
        ("җә", "tt"),
        ("ң", "ky"),
        ("өү", "mn"),
        ("їєґ", "uk"),
        ("і", "be uk"),
        ("ыэё", "ru"),
        ("", "bg mk ru sr uk"),
    ),
    "Arab": (
        ("ټډړښځڅ", "ps"),
        ("ێۆڵڕ", "ckb"),
        ("ۇۈۋ", "ug"),
        ("ٿڄڃڳڱڊ", "sd"),
        ("ٹڈڑںے", "ur"),
        ("پچژگکی", "fa"),
        ("", "ar"),
    ),
    "Deva": (("ळ", "mr"), ("", "hi mr ne")),
    "Beng": (("ৰৱ", "as"), ("", "bn")),
    "Hebr": (("ײױװ", "yi"), ("", "he")),
}
# Norwegian has one tag here, and spoken Arabic is written as Arabic.
_SAME = {"nb": "no", "nn": "no", "arb": "ar", "ary": "ar", "arz": "ar"}
_RETIRED = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro"}
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lah", "lrc", "mzn"})
_RIGHT_TO_LEFT |= frozenset({"nqo", "ps", "sd", "sdh", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]+")
_SUBTAG = re.compile(r"[0-9A-Za-z]{1,8}")


@dataclass(frozen=True, slots=True)
class Identified:
    """A primary BCP 47 tag, `und` when the text has no letters, and how sure that is, 0 to 1."""

    language: str
    confidence: float


def identify(text: str) -> Identified:
    """Return the language of a text.

    >>> identify("Ποιος είναι εκεί;")
    Identified(language='el', confidence=1.0)
    """
    pieces = prose_pieces(text)
    letters = Counter("".join(pieces))
    counts = count_scripts(letters)
    if not counts:
        return Identified("und", 0.0)
    # Kana make it Japanese even among more Han characters; a name in kana in a Chinese text does not.
    if counts["Kana"] * 20 > counts["Hani"]:
        counts["Kana"] += counts.pop("Hani", 0)
    others = counts.total() - counts["Latn"]
    if others >= _OTHERS * counts.total() and counts["Latn"] and not holds_function_words(pieces):
        del counts["Latn"]
    script = max(counts, key=lambda name: counts[name])
    if script != "Latn":
        pieces = [_LATIN.sub(" ", piece) for piece in pieces]
    share = counts[script] / counts.total()
    left = _left(script, letters, counts[script])
    if len(left) == 1:
        return Identified(left[0], share)
    told = tell_by_stop_words(pieces, left) if share >= _ONE_SCRIPT else None
    language, probability = told or _vote(pieces, left)
    return Identified(language, share * probability)


@lru_cache(maxsize=1024)
@lru_cache(maxsize=256)
def primary_language(tag: str) -> str:
    """Return the language of a tag as our tables name it: without script and region, by its current, shortest code.

    What languages, encoder, phrases and rules for sentences are looked up by. Norwegian is `no`, whichever of its two
    forms a tag names. Nothing is refused: of an unknown language, and of none, the first subtag is returned.

    >>> primary_language("pt-BR"), primary_language("nb_NO"), primary_language("zho"), primary_language("iw")
    ('pt', 'no', 'zh', 'he')
    """
    primary = _current(_subtags(tag)[0])
    return _SAME.get(primary, primary)


@lru_cache(maxsize=256)
def check_language(tag: str) -> str:
    """Return a language tag in the usual casing.

    Raises:
        OptionError: the tag is not one, or no language has this code.

    >>> check_language("PT_br")
    'pt-BR'
    """
    parts = _subtags(tag)
    if not all(_SUBTAG.fullmatch(part) for part in parts):
        raise _not_a_language(tag)
    names = _english_names()
    primary = _current(parts[0])
    if primary not in names.languages:
        raise _not_a_language(tag)
    checked = [primary]
    for part in parts[1:]:
        if len(part) == 4 and part.title() in names.scripts:
            checked.append(part.title())
        elif part.upper() == "UK":
            checked.append("GB")
        elif len(part) in {2, 3} and part.upper() in names.territories:
            checked.append(part.upper())
        elif len(part) > 4 or (len(part) == 4 and part[0].isdigit()):
            checked.append(part.lower())
        else:
            raise _not_a_language(tag)
    return "-".join(checked)


def language_name(tag: str) -> str:
    """Return the English name of a language, or the tag itself if there is none.

    >>> language_name("pt-BR")
    'Portuguese (Brazil)'
    """
    names = _english_names()
    first, *rest = _subtags(tag)
    name = names.languages.get(_current(first))
    if name is None:
        return tag
    details = [names.scripts.get(part.title()) or names.territories.get(part.upper()) or part for part in rest]
    return f"{name} ({', '.join(details)})" if details else str(name)


def direction(tag: str) -> str:
    """Return "rtl" for a language that is written from right to left, else "ltr"; a script in the tag decides.

    >>> direction("ar"), direction("az-Arab"), direction("fr")
    ('rtl', 'rtl', 'ltr')
    """
    scripts = [part.lower() for part in _subtags(tag)[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary_language(tag) in _RIGHT_TO_LEFT else "ltr"


def _left(script: str, letters: Counter[str], total: int) -> list[str]:
    """Return the languages that the script and the letters leave possible."""
    least = max(1.0, total * (_LATIN_TRAIT if script == "Latn" else _TRAIT))
    for traits, languages in _TRAITS.get(script, ()):
        found = sum(letters[trait] + letters[trait.upper()] * (trait.upper() not in (trait, "I")) for trait in traits)
        if not traits or found >= least:
            return languages.split()
    return list(languages_of(script))


def _vote(pieces: list[str], languages: list[str]) -> tuple[str, float]:
    """Return the language with the highest sum of log probabilities, and its mean probability."""
    logs, shares = dict.fromkeys(languages, 0.0), dict.fromkeys(languages, 0.0)
    model = language_model()
    for piece in pieces:
        scores = dict.fromkeys(languages, 0.0)
        for label, score in model.rank(piece):
            language = _SAME.get(label, label)
            if language in scores:
                scores[language] += score
        total = sum(scores.values()) or 1.0
        for language, score in scores.items():
            logs[language] += math.log(max(score / total, 1e-4))
            shares[language] += score / total
    best = max(languages, key=lambda language: logs[language])
    return best, shares[best] / len(pieces)


def _subtags(tag: str) -> list[str]:
    return tag.strip().replace("_", "-").split("-")


def _current(subtag: str) -> str:
    """Return the current code for a retired one, the one of two letters for one of three where there is one."""
    primary = subtag.lower()
    if primary in _RETIRED:
        return _RETIRED[primary]
    if len(primary) != 3:
        return primary
    from babel.core import get_global

    return str(get_global("language_aliases").get(primary, primary)).partition("_")[0]


@lru_cache(maxsize=1)
def _english_names() -> "Locale":
    from babel import Locale

    return Locale.parse("en")


def _not_a_language(tag: str) -> OptionError:
    return OptionError(f"expected a language code such as fr or pt-BR, found {tag!r}")
