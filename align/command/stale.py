"""What a translation has not followed: the source has changed since it was translated, and the translation has not.

1. Sentences of the source as it is now that were not in the old one are new or changed; others are of no interest.
2. What the translation lacks of them is stale, and so is what the source has dropped and the translation still has.
3. Where the translation has a counterpart, it is held against both sources: if a check finds a difference from the new
   one that there was not from the old one, or the vectors of its sentence are closer to the old one, it is stale.
"""

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

import numpy as np
import regex

from align.aligners import align_documents
from align.bitext import EVEN, Alignment, Bead, Comparison, Document, Fate, Finding, Move, Role, Severity, Span
from align.checks import named_findings
from align.comparison import compare
from align.encoding import Encoder, load_encoder
from align.flow import flow
from align.report.inside import is_inside

_CHECK = "stale"
_SURE, _LIKELY, _DOUBT = 0.95, 0.8, 0.4
_CLOSER = 0.1  # of the distance between the old and the new sentence, from which on a translation follows one of them
_LONGEST = 120  # characters of the old sentence in a message
_LEAST_APART = 0.02
_TWO_SIDED = frozenset({Fate.KEPT, Fate.MERGED, Fate.SPLIT})
_SILENT = frozenset({Role.FURNITURE, Role.COMMENT})
_LETTERS = regex.compile(r"[^\p{L}\p{N}\p{M}]+")


def find_stale(old: Document, comparison: Comparison, *, aligner: str, encoder: Encoder | None) -> Comparison:
    """Return the comparison of a source with its translation, with nothing but what is stale.

    Args:
        old: the source as it was.
        comparison: of the source as it is now with the translation.
        aligner: a name in `align.aligners.ALIGNERS`.
        encoder: what gives the vectors; the embedded one for None.
    """
    if not comparison.are_versions:
        return comparison
    new, translation = comparison.alignment.source, comparison.alignment.target
    revision = align_documents(old, new, aligner=aligner, encoder=encoder)
    before = compare(old, translation, aligner=aligner, encoder=encoder)
    search = _Search(comparison, before, revision, encoder or load_encoder())
    found = (*search.lacking(), *search.differing(), *search.left())
    return replace(comparison, findings=named_findings(comparison, found))


def with_stale(comparison: Comparison, stale: Comparison) -> Comparison:
    """Return a comparison with all findings, of which those about the same missing sentences are told as stale.

    Args:
        comparison: with all findings.
        stale: the same with what is stale.
    """
    told = {finding.bead for finding in stale.findings}
    others = [it for it in comparison.findings if it.bead not in told or it.kind not in ("dropped", "added")]
    found = sorted((*others, *(it for it in stale.findings if it.kind == _CHECK)), key=lambda finding: finding.bead)
    return replace(comparison, findings=tuple(found))


class _Search:
    """A source, its translation, and what both were to the old source."""

    def __init__(self, comparison: Comparison, before: Comparison, revision: Alignment, encoder: Encoder) -> None:
        """Look up once what was in the old source and what is in the new one.

        Args:
            comparison: of the new source with the translation.
            before: of the old source with the translation.
            revision: of the old source with the new one.
            encoder: what gives the vectors.
        """
        self._comparison, self._before, self._encoder = comparison, before, encoder
        self._beads = comparison.alignment.beads
        old, new = revision.source, revision.target
        self._old = old
        old_keys = {_key(segment.text) for segment in old.segments}
        new_keys = {_key(segment.text) for segment in new.segments}
        self._changed = _told(new, old_keys)
        self._gone = _told(old, new_keys)
        pairs: list[Bead | Move] = [*revision.beads, *(move for move in revision.moves if move.probability >= EVEN)]
        self._was = {
            k: pair.source for pair in pairs if pair.source for k in range(pair.target.start, pair.target.stop)
        }

    def lacking(self) -> Iterator[Finding]:
        """Yield what is new in the source and not in the translation."""
        for number, (bead, fate) in enumerate(zip(self._beads, self._comparison.fates, strict=True)):
            lost = bead.source and not bead.target and fate in (Fate.DROPPED, Fate.ASIDE)
            if lost and self._is_changed(bead.source):
                was = self._old_text(bead.source)
                message = f"the source said here before: {_cut(was)}" if was else "this is new in the source"
                message += "; the translation has not followed"
                yield self._finding(number, max(bead.probability, EVEN), Severity.MEDIUM, message)

    def differing(self) -> Iterator[Finding]:
        """Yield what was changed in the source and is in the translation as it was before."""
        inside = {it.bead: it for it in self._comparison.findings if is_inside(it, self._comparison)}
        known = {(it.check, it.target) for it in self._before.findings}
        for number, bead in enumerate(self._beads):
            if not (bead.source and bead.target) or not self._is_changed(bead.source):
                continue
            was, now = self._old_text(bead.source), self._comparison.alignment.source.text_over(bead.source)
            if _letters(was) == _letters(now):
                continue
            finding = inside.get(number)
            told = finding is not None and (finding.check, finding.target) not in known
            chance = _SURE if told else self._follows_old(was, now, bead.target)
            if chance:
                severity = finding.severity if finding is not None and told else Severity.MEDIUM
                said = f"the source said here before: {_cut(was)}" if was else "the source has changed here"
                yield self._finding(number, chance, severity, f"{said}; the translation has not followed")

    def left(self) -> Iterator[Finding]:
        """Yield what the source has dropped and the translation still has."""
        still: set[int] = set()
        for bead, fate in zip(self._before.alignment.beads, self._before.fates, strict=True):
            if fate in _TWO_SIDED and self._gone & set(range(bead.source.start, bead.source.stop)):
                still.update(range(bead.target.start, bead.target.stop))
        for number, (bead, fate) in enumerate(zip(self._beads, self._comparison.fates, strict=True)):
            if fate is Fate.ADDED and still & set(range(bead.target.start, bead.target.stop)):
                message = "the source has dropped this sentence; the translation has not followed"
                yield self._finding(number, max(bead.probability, EVEN), Severity.MEDIUM, message)

    def _is_changed(self, span: Span) -> bool:
        return bool(self._changed & set(range(span.start, span.stop)))

    def _old_text(self, span: Span) -> str:
        """Return what stood in the old source where some segments of the new one stand; empty for what is new."""
        spans = [self._was[number] for number in range(span.start, span.stop) if number in self._was]
        return self._old.text_over(Span(min(spans).start, max(spans).stop)) if spans else ""

    def _follows_old(self, was: str, now: str, target: Span) -> float:
        """Return the chance that a translation follows the old sentence; 0 where it follows the new one."""
        if not was:
            return 0.0  # it stands beside a sentence that is new, and corresponds to it
        texts = [flow(text) for text in (was, now, self._comparison.alignment.target.text_over(target))]
        old, new, translation = self._encoder.encode(texts)
        apart = 1.0 - float(np.dot(old, new))
        closer = (float(np.dot(translation, old)) - float(np.dot(translation, new))) / max(apart, _LEAST_APART)
        if closer < -_CLOSER:
            return 0.0
        return _LIKELY if closer > _CLOSER else _DOUBT

    def _finding(self, number: int, chance: float, severity: Severity, message: str) -> Finding:
        alignment, bead = self._comparison.alignment, self._beads[number]
        return Finding(
            check=_CHECK,
            kind=_CHECK,
            severity=severity,
            bead=number,
            source=alignment.source.chars_over(bead.source),
            target=alignment.target.chars_over(bead.target),
            probability=chance,
            message=message,
        )


def _told(document: Document, others: set[str]) -> set[int]:
    """Return the segments of a document whose text is not among others; those of the page around it do not matter."""
    return {
        number
        for number, segment in enumerate(document.segments)
        if segment.role not in _SILENT and _key(segment.text) not in others
    }


def _key(text: str) -> str:
    return " ".join(normalize("NFC", flow(text)).split())


def _letters(text: str) -> str:
    """Return the letters and digits of a text: a comma more or less is nothing to translate."""
    letters: str = _LETTERS.sub("", normalize("NFC", text).casefold())
    return letters


def _cut(text: str) -> str:
    text = _key(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
