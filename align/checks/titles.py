"""Titles and functions of persons, such as "the mayor of Graz", that one version tells and the other does not.

A title counts only beside a name that both texts have, right before it or behind it and a comma: elsewhere it may be
all that a text calls somebody. The other text lacks it if no word there says a function or may render this one, and if
the rest of both corresponds well. Where another sentence tells a function of the same name little is lost: whoever
reads the version learns it. A title that became another one is told where a table says that neither renders the other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from align.bitext import Comparison, Finding, Severity, Span
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.checks.one_sided import SideName
from align.checks.ranks import unlike_title
from align.checks.unanswered import find_unanswered, quoted_words, unanswered_finding
from align.encoding import Encoder
from align.language import primary_language
from align.lexica import load_lexicon
from align.names.find import NamesOf, Word, names_of, plain_words
from align.names.spelling import Sounds, name_key

_PROBABILITY, _CHANGED = 0.6, 0.8
_RENDERED = 0.4  # cosine with a word of the other text from which that may tell it
_CLOSE = 0.48  # mean cosine of the words of the other text, at least: the rest of it is no free translation
_WITHOUT = 0.42  # share of its words that render nothing, at most
_COPIED = 5  # letters that a name begins with, and a word of the other text
# Between a title and a name behind it may stand a first name, of what it is the title, or where adjectives follow some
# of these; behind a name an article stands.
_OF = "of|for|de|du|des|del|della|dello|dei|degli|di|do|da|dos|das|der|für|von|van|voor|en"
_BEFORE_NAME = re.compile(
    rf"\.?\s(?:[A-ZÀ-ÞА-ЯЁ][\w’'-]{{0,20}}\.?\s)?|\s(?:(?:{_OF})\s|d['’])[^.,;:!?()\d]{{0,40}}[^\W\d_]{{4}},?\s"
)
_ADJECTIVES = re.compile(r"\s(?:[a-zß-ÿ-]{4,16}\s){1,2}")
_ADJECTIVES_FOLLOW = frozenset({"es", "fr", "it", "pt"})
_PART = re.compile(r'[.,;:!?()"“”„«»]')
_WORDS_BEFORE, _WORDS_BEHIND = 24, 40  # characters beside a title that may belong to it
_BEHIND_NAME = re.compile(r",\s(?:[^\W\d_]{1,12}['’\s]){0,3}")


def find_titles(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every name whose title or function only one version tells; see `align.checks.Check`."""
    alignment = comparison.alignment
    names: dict[SideName, NamesOf] = {"source": names_of(alignment.source), "target": names_of(alignment.target)}
    if not all(each.counts for each in names.values()):
        return
    found = [*_missing(comparison, encoder, names), *_changed(comparison, names["source"], names["target"])]
    yield from sorted(found, key=lambda finding: finding.bead)


def _missing(comparison: Comparison, encoder: Encoder | None, names: Mapping[SideName, NamesOf]) -> Iterator[Finding]:
    """Yield the titles that only one of two texts tells."""

    def wanted(pair: KeptPair, side: SideName, places: Sequence[Span]) -> bool:
        return any(_titled(pair, side, places, names[side]))

    for found in find_unanswered(comparison, encoder, "function", outright=True, wanted=wanted):
        here: SideName = found.side
        there: SideName = "target" if here == "source" else "source"
        if found.cue >= _RENDERED or found.there < _CLOSE or found.without > _WITHOUT:
            continue
        for place, name, person in _titled(found.pair, found.side, found.places, names[here]):
            lone = replace(found, places=(place,))
            lost = found.side == "source" and not _is_told(name, names[there])
            yield unanswered_finding(
                comparison,
                lone,
                check="title",
                severity=Severity.MEDIUM if lost else Severity.LOW,
                probability=_PROBABILITY,
                message=f"the {here} tells what {person} is ({quoted_words(lone)}) and the {there} does not",
            )
            break


def _changed(comparison: Comparison, source: NamesOf, target: NamesOf) -> Iterator[Finding]:
    """Yield the titles in whose place the other text has another one beside the same name."""
    alignment = comparison.alignment
    tags = primary_language(alignment.source.language), primary_language(alignment.target.language)
    lexica = load_lexicon(tags[0]), load_lexicon(tags[1])
    if lexica[0] is None or lexica[1] is None:
        return
    for pair in kept_pairs(comparison):
        places = [
            [Span(hit.start, hit.stop) for hit in lexicon.find(text) if hit.key == "function"]
            for lexicon, text in zip((lexica[0], lexica[1]), pair.texts, strict=True)
        ]
        if not all(places):
            continue
        there = list(_titled(pair, "target", places[1], target))
        for place, name, person in _titled(pair, "source", places[0], source) if there else ():
            other = next((each for each in there if _are_one(name, each[1])), None)
            if other is None:
                continue
            titles = _title(pair.source_text, place, name), _title(pair.target_text, *other[:2])
            if unlike_title(titles, pair.texts, tags):
                shown = [" ".join(title.split()).strip(" ,") for title in titles]
                message = f"the source calls {person} “{shown[0]}” and the target “{shown[1]}”"
                yield _changed_finding(comparison, pair, (place, other[0]), message)
                break


def _changed_finding(comparison: Comparison, pair: KeptPair, places: tuple[Span, Span], message: str) -> Finding:
    alignment = comparison.alignment
    starts = alignment.source.chars_over(pair.source).start, alignment.target.chars_over(pair.target).start
    source, target = (
        Span(start + place.start, start + place.stop) for start, place in zip(starts, places, strict=True)
    )
    return Finding(
        check="title",
        kind="title-changed",
        severity=Severity.MEDIUM,
        bead=pair.bead,
        source=source,
        target=target,
        probability=round(min(_CHANGED, pair.probability), 3),
        message=message,
    )


def _title(text: str, place: Span, name: Word) -> str:
    """Return a title with the words around it that belong to it, but for the name."""
    if place.stop <= name.start:
        start = max(0, place.start - _WORDS_BEFORE)
        while start and start < place.start and not text[start - 1].isspace():  # within a word
            start += 1
        return _PART.split(text[start : place.start])[-1] + text[place.start : name.start]
    return text[name.stop : place.stop] + _PART.split(text[place.stop : place.stop + _WORDS_BEHIND])[0]


def _are_one(name: Word, other: Word) -> bool:
    """Return whether two names of the two texts are one."""
    return name.text[:_COPIED] == other.text[:_COPIED] or Sounds([other.text]).hold(name_key(name.text))


def _titled(pair: KeptPair, side: SideName, places: Sequence[Span], names: NamesOf) -> Iterator[tuple[Span, Word, str]]:
    """Yield the titles beside names which the other text has too, each with that name and the whole of it."""
    own = pair.source if side == "source" else pair.target
    text, other = pair.texts if side == "source" else pair.texts[::-1]
    follow = primary_language(names.document.language) in _ADJECTIVES_FOLLOW
    words = [name for name in names.over(own) if _is_kept(name, other)]
    for place in places:
        for name in words:
            between = text[place.stop : name.start]
            before = _BEFORE_NAME.fullmatch(between) or (follow and _ADJECTIVES.fullmatch(between))
            behind = name.stop <= place.start and _BEHIND_NAME.fullmatch(text, name.stop, place.start)
            if (before and place.stop <= name.start) or behind:
                yield place, name, _person(name, names.over(own), text)
                break


def _person(name: Word, names: Sequence[Word], text: str) -> str:
    """Return a name with those that stand right beside it: first name and surname."""
    start, stop = name.start, name.stop
    for other in names:
        if other.start == stop + 1:
            stop = other.stop
    for other in reversed(names):
        if other.stop == start - 1:
            start = other.start
    return text[start:stop]


def _is_kept(name: Word, other: str) -> bool:
    """Return whether the other text has a name."""
    if name.text[:_COPIED] in other:
        return True
    return Sounds(word for word in plain_words(other) if word[0].isupper()).hold(name_key(name.text))


def _is_told(name: Word, there: NamesOf) -> bool:
    """Return whether any sentence of the other version that has the name tells a function, too."""
    lexicon = load_lexicon(there.document.language)
    key = name_key(name.text)
    return lexicon is not None and any(
        Sounds(word.text for word in words).hold(key)
        and any(hit.key == "function" for hit in lexicon.find(there.document.segments[number].text))
        for number, words in enumerate(there.by_segment)
        if words
    )
