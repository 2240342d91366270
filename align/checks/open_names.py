"""Names of one text that no word of its counterpart sounds like: they may be missing there, or stand for another one.

Two words render each other if they sound alike, if their vectors are close (London, Londres), or if they stand together
more than once in the two versions.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from align.bitext import Document, Span
from align.checks.counterparts import Question, find_closest
from align.checks.kept_pairs import KeptPair
from align.encoding import Encoder
from align.language import primary_language
from align.lexica import load_lexicon
from align.names.find import NamesOf, Word, names_of, plain_words
from align.names.spelling import NameKey, Sounds, name_key
from align.scripts import scripts_of

_COPIED = 5  # letters that a name begins with, and a word of the other text, without a closer look
_LIST = 30  # names that nothing sounds like, from which on a text is a list in another language
_WINDOW = 40  # characters beside a name in which the next word is looked for
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
_WITH_CAPITALS = frozenset({"Latn", "Cyrl", "el", "hy"})  # scripts
# What stands before a noun, and seldom before a name.
_BEFORE_NOUN = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim "
    "ins ans und oder von mit in an auf für zu als".split()
)
_ENDINGS_BEFORE_NOUN = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that no word of the other text sounds like, and its text.

    `close` is its cosine with the closest word of the other text.
    """

    word: Word
    text: str
    close: float = 1.0

    @property
    def place(self) -> float:
        """Return where in its text it stands, as a share of it."""
        return self.word.start / len(self.text)

    @property
    def beside(self) -> tuple[NameKey, ...]:
        """Return how the words sound that stand beside it, if they have a capital."""
        beside = (self.before, *plain_words(self.text[self.word.stop : self.word.stop + _WINDOW])[:1])
        return tuple(name_key(word) for word in beside if word[:1].isupper())

    @property
    def before(self) -> str:
        """Return the word before it; empty where there is none."""
        return next(reversed(plain_words(self.text[max(0, self.word.start - _WINDOW) : self.word.start])), "")


@dataclass(frozen=True, slots=True)
class Sides:
    """The open names of a pair of texts, those of the source and those of the target."""

    pair: KeptPair
    names: tuple[tuple[OpenName, ...], tuple[OpenName, ...]]


@dataclass
class Version:
    """The names of one version, and those of them that the other renders by one that sounds alike."""

    names: NamesOf
    known: set[str] = field(default_factory=set)

    @property
    def language(self) -> str:
        """Return the primary tag of its language."""
        return primary_language(self.names.document.language)

    @property
    def nouns_have_capitals(self) -> bool:
        """Return whether nouns look like names in its language."""
        return self.language in _NOUNS_HAVE_CAPITALS

    @property
    def has_capitals(self) -> bool:
        """Return whether its language has capitals, so that one can hear which of its words are names."""
        return bool(scripts_of(self.language) & _WITH_CAPITALS)


def read_version(document: Document) -> Version:
    """Return a version of which nothing is known to be rendered yet."""
    return Version(names_of(document))


def find_open(pairs: Sequence[KeptPair], versions: tuple[Version, Version], encoder: Encoder | None) -> Iterator[Sides]:
    """Yield the pairs with open names; all names that are rendered are noted in the versions before the first of them.

    Args:
        pairs: texts that correspond.
        versions: source and target.
        encoder: gives vectors to words; the embedded one for None.
    """
    found = [_unlike(pair, versions) for pair in pairs]
    yield from _with_closeness(_without_usual([sides for sides in found if any(sides.names)]), encoder)


def is_title(word: str, language: str) -> bool:
    """Return whether a word is the title of a person, such as "president".

    Args:
        word: any.
        language: a primary tag.
    """
    lexicon = load_lexicon(language)
    return lexicon is not None and any(hit.key == "title" for hit in lexicon.find(word))


def _unlike(pair: KeptPair, versions: tuple[Version, Version]) -> Sides:
    """Return the names of both texts that no word of the other sounds like; note those that are rendered."""
    source = _left(pair.source, pair.source_text, pair.target_text, versions[0])
    target = _left(pair.target, pair.target_text, pair.source_text, versions[1])
    return Sides(pair, (source, target) if max(len(source), len(target)) <= _LIST else ((), ()))


def _left(own: Span, text: str, other: str, version: Version) -> tuple[OpenName, ...]:
    """Return the names of one text that no word of the other sounds like."""
    names = version.names.over(own)
    copied = {name.text for name in names if name.text[:_COPIED] in other}
    version.known |= copied
    names = tuple(name for name in names if name.text not in copied)
    if not names:
        return ()
    # What renders a name in small letters, "American", is told by its vector.
    sounds = Sounds(word for word in plain_words(other) if word[0].isupper())
    found = []
    for name in names:
        if sounds.hold(name_key(name.text)):
            version.known.add(name.text)
        elif not _is_noun(name, text, version):
            found.append(OpenName(name, text))
    return tuple(found)


def _is_noun(name: Word, text: str, version: Version) -> bool:
    """Return whether a name is rather a noun, or a title."""
    if is_title(name.text, version.language):
        return True
    if text[name.stop : name.stop + 1] == "." and len(name.text) <= len("Prof"):
        return True
    if not version.nouns_have_capitals:
        return False
    before = text[: name.start].rsplit(maxsplit=1)[-1:]
    return bool(before) and (
        before[0].lower() in _BEFORE_NOUN or (before[0].islower() and before[0].endswith(_ENDINGS_BEFORE_NOUN))
    )


def _without_usual(found: Sequence[Sides]) -> list[Sides]:
    """Return the pairs without names that stand together more than once: they render each other."""
    together = Counter(pair for sides in found for pair in _pairs_of(sides))
    kept = []
    for sides in found:
        rendered = {pair for pair in _pairs_of(sides) if together[pair] > 1}
        gone = {one for one, _ in rendered}, {other for _, other in rendered}
        source, target = (
            tuple(each for each in names if each.word.text not in usual)
            for names, usual in zip(sides.names, gone, strict=True)
        )
        if source or target:
            kept.append(Sides(sides.pair, (source, target)))
    return kept


def _pairs_of(sides: Sides) -> set[tuple[str, str]]:
    return {(one.word.text, other.word.text) for one in sides.names[0] for other in sides.names[1]}


def _with_closeness(found: Sequence[Sides], encoder: Encoder | None) -> Iterator[Sides]:
    """Yield the pairs with how close their names come in meaning to any word of the other text."""
    questions = [
        Question(tuple(each.word.text for each in names), text)
        for sides in found
        for names, text in zip(sides.names, sides.pair.texts[::-1], strict=True)
    ]
    closest = iter(find_closest(encoder, questions))
    for sides in found:
        source, target = (
            tuple(replace(each, close=float(close)) for each, close in zip(names, next(closest), strict=True))
            for names in sides.names
        )
        yield Sides(sides.pair, (source, target))
