"""Pair documents by their names, which differ in the language alone: `a.en.txt`, `a.fr.txt`; `en/a.txt`, `fr/a.txt`.

1. Each part of a path that is a language is a reading of the name: the last word of the file's name, then its first,
   then the folders from the nearest on. The rest of the path is the key.
2. Of the readings of a document the first one counts whose key occurs in another language, too.
3. Two inputs without languages in their names pair by the path below them.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from align.language import primary_language
from align.reading import READERS
from corpora.find import Found
from corpora.pairing import DocumentPair, Pairing, Wish, pairs_of_languages
from corpora.tags import language_of

_SEPARATOR = re.compile(r"[._\-\s]")
_TWO_PARTS = re.compile(r"(?:.*[._\-\s])?([A-Za-z]{2,3}[-_][A-Za-z0-9]{2,4})$")
_PLACE = "\0"  # stands for the language in a key
_LIKELY = 0.99  # that two documents whose names say so are versions; whether they are, the alignment tells

Key = tuple[str, str]  # what is left of a name, and its language


def pair_by_names(documents: tuple[Found, ...], wish: Wish) -> Pairing:
    """Return the pairs that the names tell.

    Args:
        documents: to pair.
        wish: with the languages.
    """
    wished = {primary_language(tag) for tag in wish.languages}
    readings = {
        document: [r for r in _readings(document.name) if not wished or _main(r) in wished] for document in documents
    }
    groups: dict[str, dict[str, Found]] = {}
    for document, read in readings.items():
        for key, language in read:
            groups.setdefault(key, {}).setdefault(primary_language(language), document)
    chosen: dict[str, dict[str, tuple[Found, str]]] = {}
    for document, read in readings.items():
        for key, language in read:
            if len(groups[key]) > 1 and groups[key][primary_language(language)] == document:
                chosen.setdefault(key, {})[primary_language(language)] = document, language
                break
    pairs = [pair for group in chosen.values() for pair in _pairs(group, wish.languages)]
    if not pairs and len(wish.inputs) == 2:
        pairs = list(_by_place(documents))
    taken = {document for pair in pairs for document in (pair.source, pair.target)}
    return Pairing(tuple(pairs), tuple(document for document in documents if document not in taken))


def _main(reading: Key) -> str:
    return primary_language(reading[1])


def _readings(name: str) -> Iterator[Key]:
    r"""Yield the readings of a name, the best first.

    >>> next(_readings("news/storm.pt-BR.txt"))
    ('news/storm.\x00', 'pt-BR')
    >>> list(_readings("fr/storm.txt"))
    [('\x00/storm', 'fr')]
    """
    path = PurePosixPath(name)
    stem = path.stem if path.suffix.lower() in READERS else path.name
    folder = "" if path.parent == PurePosixPath() else f"{path.parent}/"
    two = _TWO_PARTS.fullmatch(stem)
    if two and language_of(two[1]):
        yield folder + stem[: two.start(1)] + _PLACE, language_of(two[1])
    words = _SEPARATOR.split(stem)
    if len(words) > 1 and language_of(words[-1]):
        yield folder + stem[: len(stem) - len(words[-1])] + _PLACE, language_of(words[-1])
    if len(words) > 1 and language_of(words[0]):
        yield folder + _PLACE + stem[len(words[0]) :], language_of(words[0])
    if len(words) == 1 and language_of(stem):
        yield folder + _PLACE, language_of(stem)
    parts = path.parent.parts
    for number in reversed(range(len(parts))):
        if language_of(parts[number]):
            yield "/".join((*parts[:number], _PLACE, *parts[number + 1 :], stem)), language_of(parts[number])


def _pairs(group: dict[str, tuple[Found, str]], wished: tuple[str, ...]) -> Iterator[DocumentPair]:
    """Yield the pairs of the documents with one key."""
    mains = tuple(primary_language(tag) for tag in wished)
    for one, other in pairs_of_languages(group, mains):
        if one in group and other in group:
            (source, source_language), (target, target_language) = group[one], group[other]
            yield DocumentPair(source, target, source_language, target_language, _LIKELY, "names")


def _by_place(documents: tuple[Found, ...]) -> Iterator[DocumentPair]:
    """Yield the documents of two inputs that have one path below them."""
    places: dict[str, list[Found]] = {}
    for document in documents:
        places.setdefault(document.name.partition("/")[2], []).append(document)
    for place, found in places.items():
        if place and len(found) == 2:
            yield DocumentPair(found[0], found[1], "", "", _LIKELY, "names")
