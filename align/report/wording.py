"""The words of the reports for people: numbers, languages, roles and fates as phrases."""

from collections import Counter
from dataclasses import dataclass
from math import floor

from align.bitext import EVEN, Bead, Comparison, Coverage, Document, Fate, Move, Role, Span
from align.continuations import continued_beads
from align.coverage import UNSPACED
from align.language import primary_language
from align.passages import moves_of_beads
from align.replacements import find_replacements
from align.report.inside import changed_words
from align.revision import is_revised

_NOUNS: dict[Role, str] = {Role.FURNITURE: "page line"}
_EMPTY_SIDES: dict[Fate, str] = {Fate.DROPPED: "(dropped)", Fate.ADDED: "(added)"}


def percent(share: float) -> int:
    """Return a share as a whole percentage, rounded down so that 100 means all and 49 stays below the half.

    >>> percent(0.999), percent(0.29), percent(1.0)
    (99, 29, 100)
    """
    return floor(share * 100 + 1e-9)


def numbers(span: Span, dash: str) -> str:
    """Return segment numbers as a person counts them; an empty span has none.

    Args:
        span: half-open, of segments from 0.
        dash: what stands between the first and the last one.

    >>> numbers(Span(3, 5), "-"), numbers(Span(3, 4), "-"), numbers(Span(3, 3), "-")
    ('4-5', '4', '')
    """
    if not span:
        return ""
    return str(span.stop) if len(span) == 1 else f"{span.start + 1}{dash}{span.stop}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    Args:
        number: how many.
        noun: in the singular; its plural ends in s.

    >>> count(1, "sentence"), count(2, "sentence")
    ('1 sentence', '2 sentences')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def language(document: Document) -> str:
    """Return the language of a document as its English name and tag."""
    from align.language import language_name

    if document.language == "und":
        return "language unknown"
    return f"{language_name(document.language)} ({document.language})"


def sizes(document: Document) -> str:
    """Return how many sentences of article text a document has."""
    return count(sum(segment.role is Role.BODY for segment in document.segments), "sentence")


def outside_in_words(document: Document) -> str:
    """Return which lines a document has beside its article; empty if there are none."""
    roles = Counter[Role](segment.role for segment in document.segments if segment.role is not Role.BODY)
    return roles_in_words(roles) if roles else ""


def roles_in_words(roles: Counter[Role]) -> str:
    """Return the roles in a fixed order with their numbers.

    >>> roles_in_words(Counter([Role.DATE, Role.FURNITURE, Role.FURNITURE, Role.COMMENT, Role.COMMENT]))
    '1 date, 2 comments, 2 page lines'
    """
    counted = ((roles[role], _NOUNS.get(role, role.value)) for role in Role if roles[role])
    uncounted = (Role.CODE,)  # as a noun it has no plural
    return ", ".join(f"{n} {noun}" if noun in uncounted else count(n, noun) for n, noun in counted)


def covered(coverage: Coverage, *, whole: str, other: str, noun: str = "word") -> str:
    """Return one sentence about how much of the `whole` version the `other` one has.

    Args:
        coverage: of the version that is covered.
        whole: `source` or `target`: the version that is covered.
        other: the version that covers it.
        noun: what its words are called, see `unit`.
    """
    if not coverage.characters_in_all:
        return f"the {whole} has no article text"
    share = percent(share_of(coverage))
    amount = "less than 1" if not share and coverage.characters else str(share)
    sentences = f"{coverage.segments} of {count(coverage.segments_in_all, 'sentence')}"
    words = f", {coverage.words} of {count(coverage.words_in_all, noun)}" if coverage.words_in_all else ""
    return f"the {other} has {amount} % of the {whole}: {sentences}{words}"


def share_of(coverage: Coverage) -> float:
    """Return the share of words that are covered, 0 to 1; of characters where nobody has counted words."""
    return coverage.words / coverage.words_in_all if coverage.words_in_all else coverage.share


def missing(fate: Fate, *, from_target: bool) -> str:
    """Return what to write on the empty side of a bead.

    Args:
        fate: of the bead.
        from_target: whether the target side is the empty one.
    """
    if fate is Fate.UNCERTAIN:
        return "(perhaps dropped)" if from_target else "(perhaps added)"
    return _EMPTY_SIDES.get(fate, "")


def elsewhere(move: Move, dash: str, *, from_target: bool) -> str:
    """Return what to write on the empty side of a moved bead: where on that side its counterpart stands.

    Args:
        move: that the bead belongs to.
        dash: between two segment numbers.
        from_target: whether the target side is the empty one.

    >>> elsewhere(Move(Span(11, 13), Span(3, 4), 2.0, 0.9), "-", from_target=False)
    '(moved from 12-13)'
    """
    if from_target:
        return f"(moved to {numbers(move.target, dash)})"
    return f"(moved from {numbers(move.source, dash)})"


def goes_on(null: Bead, bead: Bead, dash: str) -> str:
    """Return what to write on the empty side of a null bead that belongs to a bead: which sentence it goes on with.

    Args:
        null: the null bead.
        bead: that it belongs to.
        dash: between two segment numbers.

    >>> null, bead = Bead(Span(4, 4), Span(5, 6), 0.0, 0.2), Bead(Span(2, 3), Span(3, 4), 9.0, 0.9)
    >>> goes_on(null, bead, "-")
    '(continues 3)'
    """
    own, whole, other = (
        (null.source, bead.source, bead.target) if null.source else (null.target, bead.target, bead.source)
    )
    return f"({'continues' if own.start > whole.start else 'begins'} {numbers(other, dash)})"


def unit(document: Document) -> str:
    """Return what the words of a document are called: letters where no spaces part words."""
    return "letter" if primary_language(document.language) in UNSPACED else "word"


def fate_counts(comparison: Comparison) -> str:
    """Return how many rows met each fate, in a fixed order; what is in two places counts once.

    A kept row with a change inside counts as changed alone. Of two articles that are no versions nothing is counted.
    """
    if not comparison.are_versions:
        return ""
    counts = Counter[str](comparison.fates)
    moves = moves_of_beads(comparison.alignment)
    for bead in continued_beads(comparison.alignment):
        counts[comparison.fates[bead]] -= 1
    counts[Fate.MOVED] = len({moves[bead] for bead, fate in enumerate(comparison.fates) if fate is Fate.MOVED})
    changed = changed_words(comparison)
    for bead in changed:
        counts[comparison.fates[bead]] -= 1
    counts["changed inside"] = len(changed)
    counts["replaced"] = pairs = len(replaced_pairs(comparison))
    counts[Fate.DROPPED] -= pairs
    counts[Fate.ADDED] -= pairs
    words: dict[str, str] = {Fate.ASIDE: "outside the article"}
    shown: tuple[str, ...] = (
        Fate.KEPT,
        "changed inside",
        *(fate for fate in Fate if fate is not Fate.KEPT),
        "replaced",
    )
    return ", ".join(f"{counts[word]} {words.get(word, word)}" for word in shown if counts[word])


def replaced_pairs(comparison: Comparison) -> tuple[tuple[int, int], ...]:
    """Return the beads that reports show beside each other, a dropped with an added one; none of two articles."""
    if not comparison.are_versions:
        return ()
    found = find_replacements(comparison.alignment, comparison.fates)
    return tuple(pair for replacement in found for pair in replacement.pairs)


def exit_status(comparison: Comparison) -> int:
    """Return the exit status that the command gives: 0 when there is nothing to report, else 1.

    Findings that are uncertain or of low severity alone make no 1, but versions in one language that are not identical
    always do.
    """
    counting = any(finding.counts for finding in comparison.findings)
    return int(not comparison.are_versions or counting or is_revised(comparison))


def findings_in_words(comparison: Comparison) -> str:
    """Return how many findings there are, how many of them count little, and how the exit status reads."""
    findings, status = comparison.findings, exit_status(comparison)
    uncertain = sum(finding.probability < EVEN for finding in findings)
    low = sum(finding.probability >= EVEN and not finding.counts for finding in findings)
    weak = ", ".join(f"{number} {word}" for number, word in ((low, "low"), (uncertain, "uncertain")) if number)
    found = count(len(findings), "finding") + (f" ({weak})" if weak else "")
    rows = comparison.fates.count(Fate.UNCERTAIN) if comparison.are_versions else 0
    found += f", {count(rows, 'uncertain row')}" if rows else ""
    if status:
        meaning = "there are differences" if comparison.are_versions else "these are not versions of one text"
    else:
        meaning = "nothing certain of medium or high severity" if findings or rows else "nothing to report"
    return f"{found}; exit status {status}: {meaning}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a finding says of a bead, and whether that is sure."""

    text: str
    is_sure: bool


def remarks(comparison: Comparison) -> dict[int, list[Remark]]:
    """Return by the number of the bead what findings say of it that its fate does not say already."""
    found: dict[int, list[Remark]] = {}
    for finding in comparison.findings:
        # A replacement has rows of its own, but for one that is a pair in great doubt.
        own = finding.kind == "replaced" and comparison.fates[finding.bead] is not Fate.UNCERTAIN
        if finding.kind != comparison.fates[finding.bead] and not own:
            is_sure = finding.probability >= EVEN
            sure = f"{finding.severity if is_sure else 'uncertain'}, {percent(finding.probability)} % sure"
            remark = Remark(f"{finding.message} ({sure})", is_sure)
            found.setdefault(finding.bead, []).append(remark)
    return found
