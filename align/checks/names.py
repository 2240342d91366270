"""Names that one version has and the other has not, or has another one for.

Both texts may have a name that renders nothing of the other, in a similar place: then one stands for the other. What
speaks for that besides is

- that both are known: elsewhere in the versions each is rendered by one that sounds like it;
- that both stand beside the same name, or beside a title: "Ruth Ambler" and "Ruth Castellan".

A name that is missing alone says little: "he" may stand for it, and translators put names in. It is told where nothing
in the other text is close to it, and counts the less, the better it is known elsewhere.
"""

from collections.abc import Iterator
from math import exp, log

from align.bitext import Comparison, Finding, Severity, Span
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.checks.open_names import OpenName, Sides, Version, find_open, is_title, read_version
from align.encoding import Encoder
from align.lexica import has_attribution, has_quotation
from align.names.find import plain_words
from align.names.spelling import may_sound_alike, name_key, sound_alike
from align.scripts import scripts_of

_CLOSE = 0.35  # cosine from which a word may render a name
_FAR, _RATHER_FAR = 0.2, 0.27  # below which it does not: where nothing else is known of it, and where something is
_NEAR = 0.25  # how far apart two names may stand, as a share of their texts
_MOST = 2  # names of a text that nothing renders; where there are more, the text is free
_SURE, _LIKELY, _POSSIBLE = 0.9, 0.7, 0.6
_UNINFLECTED = frozenset("ca da en es fr gl it nl no pt ro sv".split())
_NO_CASES = _UNINFLECTED | frozenset({"de", "lb", "zh", "ja"})
# Logistic regression on NTREX in fifteen pairs of languages, names put in the place of others, November 27, 2026; the
# bias is set so that an even chance is where untouched articles have one claim in 2,500 words, many of them names that
# the translator left out. On articles that it was not fitted on more than half of the names are told there.
_BIAS, _CLOSENESS, _FACING, _FACING_KNOWN, _KNOWN = 2.53, -12.89, 0.94, 2.24, -2.6
_CAPITALS, _OFTEN, _MANY, _NOUNS, _CASES = -2.32, -1.74, -0.45, -3.44, -0.68
_LEAST = 0.5
_CLOSEST, _MANIEST = 0.6, 6  # a cosine, and a number of names, beyond which more makes no difference


def find_names(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every name in whose place the other version has another one or none; see `Check`."""
    versions = read_version(comparison.alignment.source), read_version(comparison.alignment.target)
    if not versions[0].names.counts and not versions[1].names.counts:
        return
    for sides in find_open(kept_pairs(comparison), versions, encoder):
        told: set[OpenName] = set()
        for one, other in _facing(sides):
            probability = _probability(one, other, *versions)
            if probability and not _are_partners(one, other, *versions):
                told |= {one, other}
                yield _finding(comparison, sides.pair, one, other, probability)
        for side in (0, 1):
            # How a name sounds is asked of words with a capital; where there are none, too little is known.
            for name in sides.names[side] if versions[1 - side].has_capitals else ():
                probability = _missing_probability(name, side, sides, versions)
                if probability >= _LEAST and name not in told:
                    yield _missing_finding(comparison, sides.pair, side, name, probability)


def _facing(sides: Sides) -> Iterator[tuple[OpenName, OpenName]]:
    """Yield names of both texts that nothing is close to and that stand in a similar place of them, each once."""
    source, left = ([each for each in names if each.close < _CLOSE] for names in sides.names)
    if not all(1 <= len(names) <= _MOST for names in (source, left)):
        return
    for one in source:
        near = _nearest(one, left)
        if near:
            left.remove(near)
            yield one, near


def _nearest(name: OpenName, others: list[OpenName] | tuple[OpenName, ...]) -> OpenName | None:
    """Return the name of the other text whose place is most like that of this one; None where there is none near."""
    near = min(others, key=lambda other: abs(other.place - name.place), default=None)
    return near if near and abs(near.place - name.place) <= _NEAR else None


def _probability(one: OpenName, other: OpenName, source: Version, target: Version) -> float:
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
        is_title(each.before, version.language) for each, version in ((one, source), (other, target))
    )
    if all(are_known) or (are_beside and any(are_known)):
        return _SURE
    closest = max(one.close, other.close)
    if are_beside or any(are_known):
        return _LIKELY if closest < _RATHER_FAR else 0.0
    return _POSSIBLE if closest < _FAR and {source.language, target.language} <= _UNINFLECTED else 0.0


def _are_partners(one: OpenName, other: OpenName, source: Version, target: Version) -> bool:
    """Return whether one version has both names beside each other: first name and surname of one person."""
    pairs = (one.word.text, other.word.text, source.names), (other.word.text, one.word.text, target.names)
    return any(
        sound_alike(name_key(there), name_key(partner))
        for here, there, names in pairs
        for partner in names.partners.get(here, ())
    )


def _missing_probability(name: OpenName, side: int, sides: Sides, versions: tuple[Version, Version]) -> float:
    """Return the probability that the other text does not tell of a name at all."""
    if _BIAS + _CLOSENESS * min(name.close, _CLOSEST) + _FACING + _FACING_KNOWN < 0.0:  # whatever else is known of it
        return 0.0
    own, other = versions[side], versions[1 - side]
    facing = _nearest(name, sides.names[1 - side])
    words = plain_words(name.text)
    score = (
        _BIAS
        + _CLOSENESS * min(name.close, _CLOSEST)
        + _FACING * (facing is not None)
        + _FACING_KNOWN * (facing is not None and facing.word.text in other.known)
        + _KNOWN * (name.word.text in own.known)
        + _CAPITALS * sum(word[0].isupper() for word in words) / max(len(words), 1)
        + _OFTEN * log(own.names.counts[name.word.text])
        + _MANY * min(len(sides.names[side]), _MANIEST)
        + _NOUNS * own.nouns_have_capitals
        + _CASES * (not {own.language, other.language} <= _NO_CASES)
    )
    return 1.0 / (1.0 + exp(-score))


def _missing_finding(comparison: Comparison, pair: KeptPair, side: int, name: OpenName, probability: float) -> Finding:
    """Return the finding for a name that the other text lacks; on the other side it points at the whole text."""
    alignment = comparison.alignment
    chars = [alignment.source.chars_over(pair.source), alignment.target.chars_over(pair.target)]
    start = chars[side].start
    chars[side] = Span(start + name.word.start, start + name.word.stop)
    here, there = ("source", "target") if side == 0 else ("target", "source")
    return Finding(
        check="name",
        kind="name-missing",
        severity=Severity.LOW,
        bead=pair.bead,
        source=chars[0],
        target=chars[1],
        probability=round(min(probability, pair.probability), 3),
        message=f"the {here} names “{name.word.text}” and the {there} does not",
    )


def _finding(comparison: Comparison, pair: KeptPair, one: OpenName, other: OpenName, probability: float) -> Finding:
    """Return the finding for a name in whose place another one stands."""
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
