"""Words by what they do in a sentence: what negates, hedges, warns, reports and names a function, in many languages.

A lexicon is a TOML file, `align/lexica/fr.toml` for French. Its keys, all of them lists of phrases
(`align.lexica.phrases` tells how they are written):

- `negation`: what negates a sentence ("not"); `negation-like`: what may render such a word in a translation ("refuse",
  "without"); `no-negation`: phrases with a negative word that negate nothing ("not only");
- `hedge`, `hedge-like`, `no-hedge`: the same of words that say that something is not certain ("allegedly");
- `hedge-modal`: words that may say so and may say something else ("could"), hedges where neither text has a sure one;
- `caveat`: that something could not be confirmed, or that somebody did not comment;
- `attribution`, `attribution-like`, `no-attribution`: the same of words that tell who says so ("according to");
- `title`: of persons ("president"), with those of courtesy ("Mrs");
- `function`, `function-like`, `no-function`: the same of words that tell what a person is ("minister", "coach").

Where a key is missing, nothing is claimed of that language there.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from align.errors import InputError, OptionError
from align.language import check_language, primary_language
from align.lexica.phrases import GAP, Hit, PhraseTable, find_phrases, items_of, make_table
from align.lexica.quotations import find_quotations

# What decides between phrases as long at one place: what negates nothing, what does for sure, what may.
_GROUPS = {
    f"{before}{group}{behind}": (group, rank)
    for group in ("negation", "hedge", "caveat", "attribution", "title", "function")
    for before, behind, rank in (("no-", "", 4), ("", "", 3), ("", "-like", 1))
}
_GROUPS["hedge-modal"] = ("hedge", 2)
_ALONE = ("caveat", "title")  # groups that have no other phrases
KEYS = tuple(key for key in _GROUPS if key.removeprefix("no-").removesuffix("-like") not in _ALONE)
KEYS += _ALONE

_FOLDER = Path(__file__).parent
_LARGEST = 1_000_000  # bytes of a lexicon
_LONGEST = 12  # words of a phrase


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The phrases of one language by key, and tables to find them: those that do it, and those that may."""

    language: str
    phrases: Mapping[str, tuple[str, ...]]
    sure: PhraseTable
    likely: PhraseTable

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the phrases in a text that do what their key says, and those of `no-negation` and its like."""
        return _find(self, text)

    def find_likely(self, text: str) -> tuple[Hit, ...]:
        """Return the phrases in a text that may do it in a translation: those of `negation-like` and its like."""
        return find_phrases(text, self.likely)


_OWN: ContextVar[tuple[Lexicon, ...]] = ContextVar("own lexica", default=())


def load_lexicon(tag: str) -> Lexicon | None:
    """Return the lexicon of a language: the reader's own, where `using` has set one, or ours; None where there is none.

    >>> [(hit.key, hit.start) for hit in load_lexicon("en-GB").find("It was not only me: I did not see it.")]
    [('no-negation', 7), ('negation', 26)]
    """
    language = primary_language(tag)
    own = next((lexicon for lexicon in _OWN.get() if lexicon.language == language), None)
    return own or _shipped(language)


def read_lexicon(path: Path) -> Lexicon:
    """Return the lexicon in a reader's own file: its keys take the place of ours, the other ones stay as they are.

    Args:
        path: of a TOML file with `language` and some of `KEYS`.

    Raises:
        InputError: it is no such file; the message tells the line or the key.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: expected a lexicon of at most {_LARGEST:,} bytes; give only what you add")
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: expected a lexicon, found: {error.strerror}; check the path") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: expected a lexicon in TOML and UTF-8, found: {error}; correct it there") from error
    tag = data.pop("language", None)
    if not isinstance(tag, str):
        raise InputError(f'{path}: expected the language, such as language = "fi", found {tag!r:.40}; add it')
    try:
        language = primary_language(check_language(tag))
    except OptionError as error:
        raise InputError(f"{path}: {error}") from error
    own = {key: _checked(path, key, value, language) for key, value in data.items()}
    ours = _shipped(language)
    return _lexicon(language, {**(ours.phrases if ours else {}), **own})


@contextmanager
def using(*lexica: Lexicon) -> Iterator[None]:
    """Let these lexica take the place of ours, for what runs within."""
    token = _OWN.set(lexica)
    try:
        yield
    finally:
        _OWN.reset(token)


def is_caveat(text: str, language: str) -> bool:
    """Return whether a text says that something is not confirmed, or that somebody did not comment.

    Args:
        text: a sentence.
        language: a BCP 47 tag.

    >>> is_caveat("The figures could not be independently verified.", "en")
    True
    """
    return _has(text, language, "caveat")


def has_attribution(text: str, language: str) -> bool:
    """Return whether a text tells who says so.

    Args:
        text: a sentence.
        language: a BCP 47 tag.

    >>> has_attribution("Laut dem Bürgermeister fährt die Fähre im Mai.", "de")
    True
    """
    return _has(text, language, "attribution")


def has_quotation(text: str, language: str) -> bool:
    """Return whether a text has direct speech between quotation marks, or a part of it; a word or two is none.

    Args:
        text: a sentence.
        language: a BCP 47 tag.

    >>> has_quotation("She said: “We will never sell it.”", "en"), has_quotation("the so-called “boat”", "en")
    (True, False)
    """
    return any(quotation.is_speech for quotation in find_quotations(text, language))


def _has(text: str, language: str, key: str) -> bool:
    lexicon = load_lexicon(language)
    return lexicon is not None and any(hit.key == key for hit in lexicon.find(text))


@lru_cache(maxsize=4096)
def _find(lexicon: Lexicon, text: str) -> tuple[Hit, ...]:
    """Do what `Lexicon.find` says; several checks ask for the same sentence."""
    return find_phrases(text, lexicon.sure)


@lru_cache(maxsize=64)
def _shipped(language: str) -> Lexicon | None:
    """Return our lexicon of a language."""
    path = _FOLDER / f"{language}.toml"
    if not language.isalpha() or not path.is_file():
        return None
    return _lexicon(language, tomllib.loads(path.read_text(encoding="utf-8")))


def _lexicon(language: str, phrases: Mapping[str, Any]) -> Lexicon:
    kept = {key: tuple(listed) for key, listed in phrases.items()}
    likely = {key: listed for key, listed in kept.items() if key.endswith("-like")}
    sure = {key: listed for key, listed in kept.items() if key not in likely}
    likely["hedge-like"] = (*likely.get("hedge-like", ()), *kept.get("hedge-modal", ()))
    return Lexicon(language, kept, *(make_table(language, table, _GROUPS) for table in (sure, likely)))


def _checked(path: Path, key: str, value: object, language: str) -> tuple[str, ...]:
    """Return the phrases of a reader's own key, or refuse them."""
    if key not in KEYS:
        near = get_close_matches(key, KEYS, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else "leave it out"
        raise InputError(f"{path}: expected as keys language, {', '.join(KEYS)}, found {key!r:.60}; {hint}")
    if not isinstance(value, list) or not all(isinstance(phrase, str) for phrase in value):
        raise InputError(f'{path}: expected phrases for {key}, such as ["not", "no one"], found {value!r:.60}')
    for phrase in value:
        items = items_of(phrase, language)
        if not items or GAP in (items[0], items[-1]) or len(items) > _LONGEST:
            raise InputError(
                f"{path}: expected phrases of 1 to {_LONGEST} words, with any {GAP} between them, "
                f"for {key}, found {phrase!r:.60}; correct or remove it"
            )
    return tuple(phrase.lower() for phrase in value)
