"""Names that one version has and the other has not, where that one has another name instead.

A name that is missing alone says little: "he" may stand for it, and translators put names in. So a name counts as
changed only where both texts have one that renders nothing of the other, in a similar place. Two words render each
other if they sound alike, if their vectors are close (London, Londres), or if they stand together more than once in
the two versions. What speaks for a change besides is

- that both are known: elsewhere in the versions each is rendered by one that sounds like it;
- that both stand beside the same name, or beside a title: "Ruth Ambler" and "Ruth Castellan".
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from align.bitext import Comparison, Finding, Severity, Span
from align.checks.counterparts import Question, find_closest
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.encoding import Encoder
from align.language import primary_language
from align.lexica import has_attribution, has_quotation, load_lexicon
from align.names.find import NamesOf, Word, names_of, plain_words
from align.names.spelling import NameKey, Sounds, may_sound_alike, name_key, sound_alike
from align.scripts import scripts_of

_CLOSE = 0.35  # cosine from which a word may render a name
_FAR, _RATHER_FAR = 0.2, 0.27  # below which it does not: where nothing else is known of it, and where something is
_NEAR = 0.25  # how far apart two names may stand, as a share of their texts
_COPIED = 5  # letters that a name begins with, and a word of the other text, without a closer look
_LIST = 30  # names that nothing sounds like, from which on a text is a list in another language
_WINDOW = 40  # characters beside a name in which the next word is looked for
_MOST = 2  # names of a text that nothing renders; where there are more, the text is free
_SURE, _LIKELY, _POSSIBLE = 0.9, 0.7, 0.6
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
_UNINFLECTED = frozenset("ca da en es fr gl it nl no pt ro sv".split())
# What stands before a noun, and seldom before a name.
_BEFORE_NOUN = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim "
    "ins ans und oder von mit in an auf für zu als".split()
)
_ENDINGS_BEFORE_NOUN = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class _Open:
    """A name that no word of the other text sounds like, and its text.

    `close` is its cosine with the closest word of the other text.
    """

    word: Word
    text: str
    close: float = 1.0

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
class _Sides:
    """The open names of a pair of texts."""

    pair: KeptPair
    source: tuple[_Open, ...]
    target: tuple[_Open, ...]


@dataclass
class _Version:
    """The names of one version, and those of them that the other renders by one that sounds alike."""

    names: NamesOf
    known: set[str] = field(default_factory=set)

    @property
    def language(self) -> str:
        """Return the primary tag of its language."""
        return primary_language(self.names.document.language)


def find_names(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every name in whose place the other version has another one; see `Check`."""
    source, target = _Version(names_of(comparison.alignment.source)), _Version(names_of(comparison.alignment.target))
    if not source.names.counts or not target.names.counts:
        return
    found = [_unlike(pair, source, target) for pair in kept_pairs(comparison)]
    found = [sides for sides in found if sides.source and sides.target]
    for sides in _with_closeness(_without_usual(found), encoder):
        for one, other in _facing(sides):
            probability = _probability(one, other, source, target)
            if probability and not _are_partners(one, other, source, target):
                yield _finding(comparison, sides.pair, one, other, probability)


def _unlike(pair: KeptPair, source: _Version, target: _Version) -> _Sides:
    """Return the names of both texts that no word of the other sounds like; note those that are rendered.

    Where all names of the source are rendered, those of the target are not looked for: none was put in their place.
    """
    left = _left(pair.source, pair.source_text, pair.target_text, source)
    if not 1 <= len(left) <= _LIST:
        return _Sides(pair, (), ())
    return _Sides(pair, left, _left(pair.target, pair.target_text, pair.source_text, target)[:_LIST])


def _left(own: Span, text: str, other: str, version: _Version) -> tuple[_Open, ...]:
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
        elif not _is_noun(name, text, version.language):
            found.append(_Open(name, text))
    return tuple(found)


def _is_noun(name: Word, text: str, language: str) -> bool:
    """Return whether a name is rather a noun, or a title."""
    if _is_title(name.text, language):
        return True
    if text[name.stop : name.stop + 1] == "." and len(name.text) <= len("Prof"):
        return True
    if language not in _NOUNS_HAVE_CAPITALS:
        return False
    before = text[: name.start].rsplit(maxsplit=1)[-1:]
    return bool(before) and (
        before[0].lower() in _BEFORE_NOUN or (before[0].islower() and before[0].endswith(_ENDINGS_BEFORE_NOUN))
    )


def _is_title(word: str, language: str) -> bool:
    """Return whether a word is the title of a person, such as "president"."""
    lexicon = load_lexicon(language)
    return lexicon is not None and any(hit.key == "title" for hit in lexicon.find(word))


def _without_usual(found: Sequence[_Sides]) -> list[_Sides]:
    """Return the pairs without names that stand together more than once: they render each other."""
    together = Counter(pair for sides in found for pair in _pairs_of(sides))
    kept = []
    for sides in found:
        rendered = {pair for pair in _pairs_of(sides) if together[pair] > 1}
        gone = {one for one, _ in rendered}, {other for _, other in rendered}
        source = tuple(each for each in sides.source if each.word.text not in gone[0])
        target = tuple(each for each in sides.target if each.word.text not in gone[1])
        if source and target:
            kept.append(_Sides(sides.pair, source, target))
    return kept


def _pairs_of(sides: _Sides) -> set[tuple[str, str]]:
    return {(one.word.text, other.word.text) for one in sides.source for other in sides.target}


def _with_closeness(found: Sequence[_Sides], encoder: Encoder | None) -> Iterator[_Sides]:
    """Yield the pairs with the names that no word of the other text is close to in meaning."""
    questions = []
    for sides in found:
        questions.append(Question(tuple(each.word.text for each in sides.source), sides.pair.target_text))
        questions.append(Question(tuple(each.word.text for each in sides.target), sides.pair.source_text))
    closest = find_closest(encoder, questions)
    for number, sides in enumerate(found):
        kept = [
            tuple(
                replace(each, close=float(close)) for each, close in zip(names, cosines, strict=True) if close < _CLOSE
            )
            for names, cosines in zip((sides.source, sides.target), closest[2 * number : 2 * number + 2], strict=True)
        ]
        if all(1 <= len(names) <= _MOST for names in kept):
            yield _Sides(sides.pair, kept[0], kept[1])


def _facing(sides: _Sides) -> Iterator[tuple[_Open, _Open]]:
    """Yield names of both texts that stand in a similar place of them, each once."""
    lengths = len(sides.pair.source_text), len(sides.pair.target_text)
    left = list(sides.target)
    for one in sides.source:
        place = one.word.start / lengths[0]
        near = min(left, key=lambda other: abs(other.word.start / lengths[1] - place), default=None)
        if near and abs(near.word.start / lengths[1] - place) <= _NEAR:
            left.remove(near)
            yield one, near


def _probability(one: _Open, other: _Open, source: _Version, target: _Version) -> float:
    """Return how sure it is that a name was changed for another; 0 where too little speaks for it."""
    are_known = (
        one.word.text in source.known,
        other.word.text in target.known
        or any(sound_alike(name_key(other.word.text), name_key(name)) for name in source.known),
    )
    one_script = scripts_of(source.language) & scripts_of(target.language)
    if not one_script and may_sound_alike(name_key(one.word.text), name_key(other.word.text)):
        return 0.0
    are_beside = any(sound_alike(a, b) for a in one.beside for b in other.beside) or all(
        _is_title(each.before, version.language) for each, version in ((one, source), (other, target))
    )
    if all(are_known) or (are_beside and any(are_known)):
        return _SURE
    closest = max(one.close, other.close)
    if are_beside or any(are_known):
        return _LIKELY if closest < _RATHER_FAR else 0.0
    return _POSSIBLE if closest < _FAR and {source.language, target.language} <= _UNINFLECTED else 0.0


def _are_partners(one: _Open, other: _Open, source: _Version, target: _Version) -> bool:
    """Return whether one version has both names beside each other: first name and surname of one person."""
    pairs = (one.word.text, other.word.text, source.names), (other.word.text, one.word.text, target.names)
    return any(
        sound_alike(name_key(there), name_key(partner))
        for here, there, names in pairs
        for partner in names.partners.get(here, ())
    )


def _finding(comparison: Comparison, pair: KeptPair, one: _Open, other: _Open, probability: float) -> Finding:
    alignment = comparison.alignment
    source, target = alignment.source.chars_over(pair.source), alignment.target.chars_over(pair.target)
    languages = alignment.source.language, alignment.target.language
    speaks = all(has_attribution(*each) for each in zip(pair.texts, languages, strict=True)) and any(
        has_quotation(*each) for each in zip(pair.texts, languages, strict=True)
    )
    said = "has this said by" if speaks else "names"
    return Finding(
        check="name",
        kind="speaker-changed" if speaks else "name-changed",
        severity=Severity.HIGH if probability >= (_LIKELY if speaks else _SURE) else Severity.MEDIUM,
        bead=pair.bead,
        source=Span(source.start + one.word.start, source.start + one.word.stop),
        target=Span(target.start + other.word.start, target.start + other.word.stop),
        probability=round(min(probability, pair.probability), 3),
        message=f"the source {said} “{one.word.text}” and the target “{other.word.text}”",
    )
