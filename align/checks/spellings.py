"""A name that one version spells in two ways: Halket and Halkett.

Two names that differ in one letter may be two persons. So the other version is asked: where it has one name for both,
they are one. Where it has both, too, or says nothing of them, they are told only where one of them stands once, and
with less certainty. What differs at the end of a name is its case or its number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from anyascii import anyascii

from align.bitext import Comparison, Document, Evidence, Finding, Severity, Span
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.encoding import Encoder
from align.language import primary_language
from align.names.find import NamesOf, names_of
from align.names.spelling import name_key, sound_alike

_SHORTEST = 5  # letters; Anna and Anne are two
_END = 2  # letters at the end that make no other name
_SURE, _POSSIBLE = 0.9, 0.6
_VOWELS = frozenset("aeiouy")
_DOUBLED = re.compile(r"(.)\1+")
# Where names and nouns look alike, or names have many endings, the other version has to say that both are one.
_ENDINGS = frozenset("be bg bs cs de el et fi hr hu lb lt lv mk pl ru sk sl sr tr uk".split())


def find_spellings(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every name that a version spells in two ways, in the order of their beads; see `Check`."""
    alignment = comparison.alignment
    names = names_of(alignment.source), names_of(alignment.target)
    variants = [list(_variants(each)) for each in names]
    if not any(variants):
        return
    pairs = kept_pairs(comparison)
    found = []
    sides: tuple[Literal["source", "target"], ...] = ("source", "target")
    for here, spelled, own, other in zip(sides, variants, names, names[::-1], strict=True):
        renderings = _renderings(pairs, here, own, other) if spelled else {}
        for one, two in spelled:
            both = one in other.counts and two in other.counts
            probability = _probability(one, two, own, renderings, both=both)
            if probability and not (both and here == "target"):  # told of the source
                found.append(_finding(comparison, own, here, (one, two), probability))
    yield from sorted(found, key=lambda finding: finding.bead)


def _variants(names: NamesOf) -> Iterator[tuple[str, str]]:
    """Yield names that differ in one letter within them, the one that is more frequent first; no segment has both."""
    by_rest: dict[str, set[str]] = defaultdict(set)
    for name in names.counts:
        if len(name) >= _SHORTEST:
            for rest in _shortened(name):
                by_rest[rest].add(name)
    told: set[tuple[str, str]] = set()
    for group in by_rest.values():
        for one in group if len(group) > 1 else ():
            for two in group:
                pair = (one, two) if (-names.counts[one], one) < (-names.counts[two], two) else (two, one)
                if one != two and pair not in told and _are_variants(*pair) and not _meet(names, *pair):
                    told.add(pair)
    yield from sorted(told)


def _shortened(name: str) -> Iterator[str]:
    """Yield a name and all that is left of it without one letter, but for its first one and its end."""
    name = _plain(name)
    yield name
    for place in range(1, len(name) - _END + 1):
        yield name[:place] + name[place + 1 :]


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    return anyascii(name).lower().replace("'", "")


def _are_variants(one: str, two: str) -> bool:
    """Return whether two names of one script differ within, not at the end, and not in accents alone."""
    first, second = _plain(one), _plain(two)
    if first == second or bool(set(one.lower()) & set(two.lower())) is False:
        return False
    if first[-_END:] == second[-_END:] or _DOUBLED.sub(r"\1", first) == _DOUBLED.sub(r"\1", second):
        return True
    # "Unidos" and "Unidas", "Korea" and "Koreas" are forms of one word; a consonant makes no form.
    ends = first[-_END:] + second[-_END:]
    return len(first) == len(second) and first[-1] == second[-1] and not _VOWELS.intersection((ends[0], ends[_END]))


def _meet(names: NamesOf, one: str, two: str) -> bool:
    """Return whether one segment has both names: they are two."""
    return any({one, two} <= {word.text for word in words} for words in names.by_segment)


def _renderings(
    pairs: Sequence[KeptPair], side: Literal["source", "target"], own: NamesOf, other: NamesOf
) -> dict[str, set[str]]:
    """Return for each name of a version the names of the other one that sound like it, where they correspond."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        here, there = (pair.source, pair.target) if side == "source" else (pair.target, pair.source)
        theirs = {word.text for number in range(there.start, there.stop) for word in other.by_segment[number]}
        for number in range(here.start, here.stop):
            for word in own.by_segment[number]:
                key = name_key(word.text)
                found[word.text] |= {name for name in theirs if sound_alike(key, name_key(name))}
    return found


def _probability(one: str, two: str, own: NamesOf, renderings: dict[str, set[str]], *, both: bool) -> float:
    """Return how sure it is that two spellings are one name; 0 where too little speaks for it."""
    if renderings[one] & renderings[two] and not both:
        return _SURE
    if renderings[one] and renderings[two] and not both:
        return 0.0
    if own.counts[one] > 1 or primary_language(own.document.language) in _ENDINGS:
        return 0.0
    return _POSSIBLE


def _finding(
    comparison: Comparison, names: NamesOf, side: Literal["source", "target"], spelled: tuple[str, str], sure: float
) -> Finding:
    """Return the finding, at the rarer spelling; the other one is its evidence."""
    alignment, document = comparison.alignment, names.document
    first, second = (_place(names, name) for name in spelled)
    number = next(
        number
        for number, bead in enumerate(alignment.beads)
        if (span := bead.source if side == "source" else bead.target).start <= second[0] < span.stop
    )
    bead = alignment.beads[number]
    chars = {"source": alignment.source.chars_over(bead.source), "target": alignment.target.chars_over(bead.target)}
    chars[side] = _chars(document, second)
    where = _chars(document, first)
    return Finding(
        check="name-spelling",
        kind="name-spelling",
        severity=Severity.MEDIUM if sure >= _SURE else Severity.LOW,
        bead=number,
        source=chars["source"],
        target=chars["target"],
        probability=sure,
        message=f"the {side} spells this name in two ways: “{spelled[1]}” here and “{spelled[0]}” elsewhere",
        evidence=(Evidence("elsewhere", side, where, document.text[where.start : where.stop]),),
    )


def _place(names: NamesOf, name: str) -> tuple[int, Span]:
    """Return the segment that has a name first, and its characters there."""
    return next(
        (number, Span(word.start, word.stop))
        for number, words in enumerate(names.by_segment)
        for word in words
        if word.text == name
    )


def _chars(document: Document, place: tuple[int, Span]) -> Span:
    start = document.segments[place[0]].chars.start
    return Span(start + place[1].start, start + place[1].stop)
