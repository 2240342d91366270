"""An alignment to what a report sees, whoever made it: an aligner, a person, a file; and both steps in one.

1. Every bead gets its fate, from its shape, its probability and the roles of its segments.
2. The coverage is counted, and the verdict is given: versions of one text or not.
3. Of two versions the checks say what they find; where they find nothing at all, the two are the same. Of other
   documents nothing is claimed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from align.aligners import align_documents, code_pairs
from align.bitext import EVEN, Alignment, Bead, Comparison, Coverage, Document, Fate, Role, Segment, Span, Verdict
from align.checks import run_checks
from align.continuations import Runs, continued_beads, runs_of
from align.coverage import count_words
from align.documents import document_from_text, read_document
from align.encoding import Encoder
from align.errors import InputError
from align.passages import moves_of_beads
from align.untranslated import find_untranslated
from align.unwrapped import unwrap
from align.verdict import is_complete, judge

# The checks of beads as wholes.
OUTLINE = ("omission", "addition", "replacement", "move", "untranslated", "outside", "structure")
_LONGEST_NAME = 60  # characters of a text that could as well be the name of a file


def compare(
    source: Document | Path | str,
    target: Document | Path | str,
    *,
    aligner: str = "default",
    encoder: Encoder | None = None,
) -> Comparison:
    """Compare two versions of a text; of documents that are none, nothing is claimed to be dropped, added or moved.

    Args:
        source: a document, the path of a file to read, or a string, which is the text itself and not a path.
        target: the same; the two may be of different kinds.
        aligner: a name in `align.aligners.ALIGNERS`.
        encoder: what gives the vectors; the embedded one for None.

    Raises:
        TypeError: a version is neither a document nor a path nor a string.
        InputError: a file cannot be read as text, or a string is the name of a file.
        OptionError: for an unknown aligner, or an encoder for an aligner that reads no vectors.

    >>> from align import compare
    >>> [fate.value for fate in compare("The bridge is closed. Repairs start on Monday.", "Le pont est fermé.").fates]
    ['kept', 'dropped']
    """
    documents = _document(source, "source"), _document(target, "target")
    return comparison_of(align_documents(*documents, aligner=aligner, encoder=encoder), encoder=encoder)


def comparison_of(alignment: Alignment, *, encoder: Encoder | None = None) -> Comparison:
    """Return what an alignment says of its two documents, whoever made it.

    Args:
        alignment: from an aligner, a file, or a person; a bead that is known to be right has the probability 1.
        encoder: what gives vectors to the checks that need some; the embedded one for None.

    >>> from align import Alignment, Bead, Span, comparison_of, document_from_text
    >>> source = document_from_text("It rained. We left.", language="en")
    >>> target = document_from_text("Il pleuvait.", language="fr")
    >>> beads = Bead(Span(0, 1), Span(0, 1), 1.0, 1.0), Bead(Span(1, 2), Span(1, 1), 1.0, 1.0)
    >>> [finding.kind for finding in comparison_of(Alignment(source, target, beads, "by hand")).findings]
    ['dropped']
    """
    comparison = _unchecked(alignment)
    if not comparison.are_versions:
        return comparison
    comparison = replace(comparison, findings=run_checks(comparison, encoder))
    return replace(comparison, verdict=Verdict.SAME) if is_complete(comparison) else comparison


def outline_of(alignment: Alignment) -> Comparison:
    """Return what can be said at once of an alignment: all but what is found inside of beads, and no verdict `same`.

    It takes a fiftieth of the time, and loads neither encoder nor kernels.
    """
    comparison = _unchecked(alignment)
    if not comparison.are_versions:
        return comparison
    return replace(comparison, findings=run_checks(comparison, names=OUTLINE))


def fates_of(alignment: Alignment) -> tuple[Fate, ...]:
    """Return the fate of every bead, without anything else that a comparison tells."""
    return tuple(_fates(alignment))


def without_code(comparison: Comparison) -> Comparison:
    """Return a comparison whose code corresponds to nothing, as a corpus wants it; it has no findings."""
    alignment = code_pairs.without_code(comparison.alignment)
    return replace(comparison, alignment=alignment, fates=fates_of(alignment), findings=())


def _unchecked(alignment: Alignment) -> Comparison:
    """Return fates, coverage and verdict, without any findings."""
    fates = fates_of(alignment)
    source_covered, target_covered = _covered(alignment, fates)
    return Comparison(
        alignment=alignment,
        fates=fates,
        verdict=judge(alignment.version_probability, alignment.closeness),
        source_coverage=_coverage(alignment.source, source_covered),
        target_coverage=_coverage(alignment.target, target_covered),
        findings=(),
    )


def _document(version: object, name: str) -> Document:
    """Return a version as a document; `name` is what a text is called that has no name of its own."""
    if isinstance(version, Document):
        return version
    if isinstance(version, Path):
        return read_document(version)
    if not isinstance(version, str):
        kind = type(version).__name__
        raise TypeError(f"expected a Document, a Path or a text (str) as {name}, found {version!r:.60} ({kind})")
    # A path in quotes is an easy mistake, and the comparison of two file names would look like a result.
    if len(version) <= _LONGEST_NAME and Path(version).is_file():
        raise InputError(f"expected a text as {name}, found the name of a file; for the file give Path({version!r})")
    return document_from_text(version, name=name)


def _fates(alignment: Alignment) -> Iterator[Fate]:
    """Yield the fate of every bead; a null bead of a likely move is moved, one of a continuation as its bead."""
    moves, continued, runs = moves_of_beads(alignment), continued_beads(alignment), runs_of(alignment)
    for number, bead in enumerate(alignment.beads):
        whole = continued.get(number, number)
        fate = _fate(alignment, alignment.beads[whole], runs.get(whole) or Runs.of(bead))
        moved = number in moves and alignment.moves[moves[number]].probability >= EVEN
        yield Fate.MOVED if moved and fate is not Fate.ASIDE else fate


def _fate(alignment: Alignment, bead: Bead, runs: Runs) -> Fate:
    """Return what became of the segments of a bead, as far as the bead alone tells.

    Args:
        alignment: whose bead.
        bead: with its probability.
        runs: all of its segments.
    """
    if not any(segment.role is Role.BODY for segment in _segments(alignment, runs)):
        return Fate.ASIDE
    if not bead.target:
        return Fate.DROPPED
    if not bead.source:
        return Fate.ADDED
    if bead.probability < EVEN:
        return Fate.UNCERTAIN
    sources, targets = runs.counts
    if sources == targets:
        return Fate.KEPT
    return Fate.MERGED if sources > targets else Fate.SPLIT


def _segments(alignment: Alignment, runs: Runs) -> Iterator[Segment]:
    """Yield the segments of a bead on both sides."""
    for document, spans in ((alignment.source, runs.source), (alignment.target, runs.target)):
        for span in spans:
            yield from document.segments[span.start : span.stop]


def _covered(alignment: Alignment, fates: tuple[Fate, ...]) -> tuple[set[int], set[int]]:
    """Return the segments of both sides that certainly have a counterpart, here or elsewhere, in another language."""
    untranslated = find_untranslated(unwrap(alignment.source).document, unwrap(alignment.target).document)
    moves, runs = moves_of_beads(alignment), runs_of(alignment)
    source: set[int] = set()
    target: set[int] = set()
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        pair = runs.get(number) or Runs.of(bead)
        if fate is Fate.MOVED:
            pair = Runs.of(alignment.moves[moves[number]])
        elif not (bead.source and bead.target) or fate is Fate.UNCERTAIN:
            continue
        rendering = _numbers(pair.target) - untranslated
        target |= rendering
        if rendering:
            source |= _numbers(pair.source)
    return source, target


def _numbers(spans: Iterable[Span]) -> set[int]:
    return {number for span in spans for number in range(span.start, span.stop)}


def _coverage(document: Document, covered: set[int]) -> Coverage:
    """Return how much of the article text of a document is covered, by the numbers of its segments."""
    body = [number for number, segment in enumerate(document.segments) if segment.role is Role.BODY]
    sizes = [len(segment.chars) for segment in document.segments]
    words = {number: count_words(document.segments[number].text) for number in body}
    return Coverage(
        segments=sum(number in covered for number in body),
        segments_in_all=len(body),
        characters=sum(sizes[number] for number in body if number in covered),
        characters_in_all=sum(sizes[number] for number in body),
        words=sum(words[number] for number in body if number in covered),
        words_in_all=sum(words.values()),
    )
