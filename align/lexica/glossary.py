"""A reader's glossary: how terms of one language are to be rendered in another one; TSV, or TBX (ISO 30042).

TSV: a term, a tab, its rendering; several alternatives are parted by `|`. Lines that begin with `#` and empty ones are
left out. A first line of two language tags tells the languages; without it the first column is the source's.

TBX: entries with terms by language (`termEntry` and `langSet`, or `conceptEntry` and `langSec`); all terms of an entry
are alternatives. Deprecated and superseded ones are left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from align.errors import InputError, OptionError
from align.language import check_language, primary_language

_LARGEST = 20_000_000  # bytes
_LONGEST = 12  # words of a term
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES, _LANGUAGES = frozenset({"termEntry", "conceptEntry"}), frozenset({"langSet", "langSec"})
_GROUPS = frozenset({"tig", "ntig", "termSec"})
_RETIRED = re.compile("deprecated|superseded|obsolete|rejected", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:ENTITY|ELEMENT|ATTLIST)")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: the terms in the language of the source, and what renders them in that of the target."""

    source: tuple[str, ...]
    target: tuple[str, ...]

    def turned(self) -> "Term":
        """Return the entry the other way round."""
        return Term(self.target, self.source)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries of a file; empty tags for the languages where it does not tell them."""

    name: str
    source_language: str
    target_language: str
    terms: tuple[Term, ...]

    def for_languages(self, source: str, target: str) -> "Glossary":
        """Return the glossary as it is needed to compare versions, turned round where that is so.

        Args:
            source: tag of the source's language.
            target: tag of the target's.

        Raises:
            InputError: it is one of other languages.
        """
        wanted, own = _primary((source, target)), _primary((self.source_language, self.target_language))
        if not self.source_language or own == wanted:
            return self
        if own == wanted[::-1]:
            turned = tuple(term.turned() for term in self.terms)
            return Glossary(self.name, self.target_language, self.source_language, turned)
        raise InputError(
            f"{self.name}: expected a glossary of {source} and {target}, found {self.source_language} and "
            f"{self.target_language}; name another file"
        )


def read_glossary(path: Path, source: str, target: str) -> Glossary:
    """Return the glossary in a file, for versions in two languages.

    Args:
        path: of a TSV or TBX file.
        source: tag of the source's language; a TBX file may hold many.
        target: tag of the target's.

    Raises:
        InputError: it is no glossary, or one of other languages; the message tells the line.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: expected a glossary of at most {_LARGEST:,} bytes; split it")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: expected a glossary, found: {error.strerror}; check the path") from error
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _read_tbx(data, str(path), (source, target))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: expected a glossary in UTF-8, found {error.reason}; save it as UTF-8") from error
    return _read_tsv(text, str(path)).for_languages(source, target)


def _primary(languages: Sequence[str]) -> tuple[str, ...]:
    return tuple(primary_language(language) for language in languages)


def _read_tsv(text: str, name: str) -> Glossary:
    languages = ("", "")
    terms: list[Term] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) != 2 or not all(columns):
            raise InputError(
                f"{name}:{number}: expected a term, a tab and its rendering, found {line!r:.60}; correct it"
            )
        if not terms and languages == ("", "") and (tags := _tags(columns)):
            languages = tags
            continue
        terms.append(Term(*(_alternatives(column, f"{name}:{number}") for column in columns)))
    if not terms:
        raise InputError(
            f"{name}: expected a glossary, found no term in it; give lines of a term, a tab, its rendering"
        )
    return Glossary(name, *languages, tuple(terms))


def _tags(columns: Sequence[str]) -> tuple[str, str] | None:
    """Return the languages that a first line tells; None where it is a line like the others."""
    if not all(re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", column) for column in columns):
        return None
    try:
        return check_language(columns[0]), check_language(columns[1])
    except OptionError:
        return None


def _alternatives(column: str, place: str) -> tuple[str, ...]:
    found = tuple(normalize("NFC", part.strip()) for part in column.split("|") if part.strip())
    for term in found:
        if len(term.split()) > _LONGEST or not any(letter.isalnum() for letter in term):
            raise InputError(f"{place}: expected a term of 1 to {_LONGEST} words, found {term!r:.60}; correct it")
    if not found:
        raise InputError(f"{place}: expected a term, found {column!r:.60}; correct it")
    return found


def _read_tbx(data: bytes, name: str, languages: tuple[str, str]) -> Glossary:
    from lxml import etree

    if _DECLARATION.search(data.replace(b"\0", b"")):
        raise InputError(f"{name}: expected plain TBX, found declarations in it; save it anew")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: expected TBX, found: {error.msg}; correct it there") from error
    wanted = _primary(languages)
    terms: list[Term] = []
    found: dict[str, None] = {}
    for entry in _descendants(root, _ENTRIES):
        by_language: dict[str, tuple[str, ...]] = {}
        for section in _descendants(entry, _LANGUAGES):
            tag = primary_language(section.get(_XML_LANG) or "und")
            found[tag] = None
            by_language[tag] = (*by_language.get(tag, ()), *_terms(section, name))
        if by_language.get(wanted[0]) and by_language.get(wanted[1]):
            terms.append(Term(by_language[wanted[0]], by_language[wanted[1]]))
    if not terms:
        told = ", ".join(found) or "no entry"
        raise InputError(
            f"{name}: expected terms in {languages[0]} and {languages[1]}, found {told:.80}; name another file"
        )
    return Glossary(name, *languages, tuple(terms))


def _descendants(element: Any, names: frozenset[str]) -> Iterator[Any]:
    """Yield the elements below one with some names, whatever their namespace."""
    for each in element.iter():
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] in names:
            yield each


def _terms(section: Any, name: str) -> Iterator[str]:
    """Yield the terms of one language in an entry; of a term that is not to be used any more none."""
    for term in _descendants(section, frozenset({"term"})):
        group = next((each for each in term.iterancestors() if each.tag.rpartition("}")[2] in _GROUPS), None)
        notes = _descendants(group, frozenset({"termNote"})) if group is not None else ()
        text = " ".join("".join(term.itertext()).split())
        if text and not any(_RETIRED.search("".join(note.itertext())) for note in notes):
            yield from _alternatives(text, name)
