"""What was worded anew between two versions in the same language: a word diff, judged.

A diff is certain of what it shows; what is judged is what that means. Nothing that changed a kept sentence is of low
severity, so that a revision is never taken for the same text.
"""

from collections.abc import Sequence

from align.bitext import Alignment, Comparison, Fate, Finding, Role, Severity, Span
from align.revision import LIST_MARK
from align.words.cut import count_words
from align.words.places import LONG, Place, quote, severity_of
from align.words.revision import Change, Kind, find_changes, kept_share

_ANEW = 0.5  # share of the characters that stayed below which a sentence counts as written anew
_CERTAIN = 0.99
_ALIKE = 75.0  # similarity of two spellings of one word, 0 to 100
_LINES = frozenset({Role.HEADLINE, Role.HEADING, Role.CAPTION, Role.CELL, Role.BYLINE, Role.DATE})
_KINDS = {Kind.CHANGED: "changed", Kind.DROPPED: "partly-dropped", Kind.ADDED: "partly-added", Kind.MOVED: "changed"}


def find_rewordings(comparison: Comparison, places: Sequence[Place]) -> tuple[tuple[Finding, ...], tuple[Place, ...]]:
    """Return a finding for every change, in the order of the places, and the places that were written anew or in doubt.

    Args:
        comparison: of two versions in the same language.
        places: the beads and moves of article text to look into; lines beside it are looked into as well.
    """
    alignment = comparison.alignment
    found: list[Finding] = []
    anew: list[Place] = []
    for place in (*(place for place in places if place.probability is not None), *_lines(comparison)):
        source, target = alignment.source.text_over(place.source), alignment.target.text_over(place.target)
        differences = find_changes(source, target)
        changes = [change for change in differences if not _is_list_mark(source, target, change)]
        if changes and kept_share(source, target, changes) < _ANEW:
            anew.append(place)
            whole = Change(Kind.CHANGED, Span(0, len(source)), Span(0, len(target)))
            found.append(_finding(alignment, place, whole, "most of this is worded anew", Severity.MEDIUM))
        else:
            found.extend(_judge(alignment, place, change) for change in changes)
    anew.extend(place for place in places if place.probability is None)
    of_text = {place.bead for place in places}
    return tuple(found), tuple(place for place in anew if place.bead in of_text)


def _is_list_mark(source: str, target: str, change: Change) -> bool:
    """Tell whether a change is the number or the sign of an item of a list, which one of two formats writes out."""
    if change.kind is Kind.DROPPED:
        return not change.source.start and LIST_MARK.fullmatch(source[: change.source.stop]) is not None
    return (
        change.kind is Kind.ADDED
        and not change.target.start
        and LIST_MARK.fullmatch(target[: change.target.stop]) is not None
    )


def _lines(comparison: Comparison) -> list[Place]:
    """Return the headings and other lines of the document itself that correspond."""
    alignment = comparison.alignment
    return [
        Place(number, bead.source, bead.target, bead.probability)
        for number, (bead, fate) in enumerate(zip(alignment.beads, comparison.fates, strict=True))
        if fate is Fate.ASIDE
        and bead.source
        and bead.target
        and alignment.source.segments[bead.source.start].role in _LINES
    ]


def _judge(alignment: Alignment, place: Place, change: Change) -> Finding:
    """Return the finding for a change."""
    old, new = _texts(alignment, place, change)
    words = max(count_words(old), count_words(new))
    if change.kind is Kind.MOVED:
        return _finding(
            alignment, place, change, f"{quote(new)} stands in another place of the sentence", Severity.MEDIUM
        )
    if change.kind is Kind.CHANGED:
        said = f"{quote(old)} became {quote(new)}{_remark(old, new)}"
        return _finding(alignment, place, change, said, Severity.HIGH if words >= LONG else Severity.MEDIUM)
    said = f"{quote(old)} is gone" if change.kind is Kind.DROPPED else f"{quote(new)} is new"
    return _finding(alignment, place, change, said, severity_of(words, whole=True))


def _remark(old: str, new: str) -> str:
    """Return what kind of a change it is where that is plain."""
    from rapidfuzz import fuzz

    bare = ["".join(letter for letter in text.casefold() if letter.isalnum()) for text in (old, new)]
    if bare[0] == bare[1]:
        return " (the same letters)"
    digits = ["".join(letter for letter in text if letter.isdecimal()) for text in (old, new)]
    if digits[0] == digits[1] and fuzz.ratio(bare[0], bare[1]) >= _ALIKE:
        return " (a similar spelling)"
    return ""


def _texts(alignment: Alignment, place: Place, change: Change) -> tuple[str, str]:
    source, target = alignment.source.text_over(place.source), alignment.target.text_over(place.target)
    return source[change.source.start : change.source.stop], target[change.target.start : change.target.stop]


def _finding(alignment: Alignment, place: Place, change: Change, message: str, severity: Severity) -> Finding:
    starts = alignment.source.chars_over(place.source).start, alignment.target.chars_over(place.target).start
    return Finding(
        check="words",
        kind=_KINDS[change.kind],
        severity=severity,
        bead=place.bead,
        source=Span(starts[0] + change.source.start, starts[0] + change.source.stop),
        target=Span(starts[1] + change.target.start, starts[1] + change.target.stop),
        probability=min(_CERTAIN, place.probability or 0.0),
        message=message,
    )
