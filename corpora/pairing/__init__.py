"""Which documents are versions of each other. One table; a way of pairing is a function."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from align.plugins import load_member
from corpora.find import Found
from corpora.trouble import Trouble

PAIRINGS: dict[str, str] = {
    "manifest": "corpora.pairing.manifest:pair_by_manifest",
    "names": "corpora.pairing.names:pair_by_names",
    "content": "corpora.pairing.content:pair_by_content",
}


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """Two documents that are taken for versions of one text.

    Attributes:
        source: one document.
        target: the other.
        source_language: BCP 47 tag; empty if it is to be found out.
        target_language: the same.
        probability: that they are versions of one text, 0 to 1.
        evidence: what speaks for it, for a person.
        licence: of the texts, if told.
        origin: where they come from, if told.
    """

    source: Found
    target: Found
    source_language: str
    target_language: str
    probability: float
    evidence: str
    licence: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs, sorted by the names of their documents, what has no partner, and what could not be used."""

    pairs: tuple[DocumentPair, ...]
    unpaired: tuple[Found, ...] = ()
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be paired.

    Attributes:
        inputs: folders and files.
        languages: of source, target and so on, as tags; empty for all that are found.
        manifest: a table of pairs; None for none.
        output: a folder that is not searched.
        ways: names in `PAIRINGS`, one after the other, each for what is still alone.
        jobs: processes that read documents.
    """

    inputs: tuple[Path, ...]
    languages: tuple[str, ...] = ()
    manifest: Path | None = None
    output: Path | None = None
    ways: tuple[str, ...] = field(default=("names", "content"))
    jobs: int = 1


class Pair(Protocol):
    """Pairs documents."""

    def __call__(self, documents: tuple[Found, ...], wish: Wish) -> Pairing:
        """Return the pairs among the documents.

        Args:
            documents: sorted by name.
            wish: languages and all else.
        """
        ...


def pair_documents(wish: Wish) -> Pairing:
    """Return the pairs among the documents of the inputs, each way looking at what those before it left alone.

    Raises:
        InputError: an input or the manifest cannot be read.
        OptionError: for an unknown way.
    """
    from corpora.find import find_documents

    searched = wish.ways != ("manifest",)
    left = find_documents(wish.inputs, output=wish.output) if searched else ()
    pairs: list[DocumentPair] = []
    troubles: list[Trouble] = []
    for name in wish.ways:
        way: Pair = load_member(PAIRINGS, name, kind="pairing")
        found = way(left, wish)
        pairs += found.pairs
        troubles += found.troubles
        left = found.unpaired
        if not left:
            break
    return Pairing(tuple(sorted(pairs, key=_names_of)), tuple(sorted(left)), tuple(sorted(troubles)))


def _names_of(pair: DocumentPair) -> tuple[str, str]:
    return pair.source.name, pair.target.name


def pairs_of_languages(found: Iterable[str], wished: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return which languages are source and target: as wished, or in the order of the alphabet.

    Args:
        found: the languages of the documents.
        wished: in their order; empty for all.

    >>> pairs_of_languages(["fr", "en", "de"], ()), pairs_of_languages(["en", "fr"], ("fr", "en"))
    ([('de', 'en'), ('de', 'fr'), ('en', 'fr')], [('fr', 'en')])
    """
    languages = list(wished) or sorted(set(found))
    return [(one, other) for k, one in enumerate(languages) for other in languages[k + 1 :]]
