"""Sentences, headings and captions of the target that are still in the language of the source."""

from collections.abc import Iterator

from align.bitext import Alignment, Comparison, Finding, Role, Severity, Span
from align.encoding import Encoder
from align.language import language_name, primary_language
from align.untranslated import find_untranslated, find_untranslated_lines

# Where one translated sentence in ten thousand is claimed, nearly all claims hold; what may be left so on purpose, a
# title or a motto, is the doubt.
_SURE = 0.95
_LINES = {Role.HEADLINE: "heading", Role.HEADING: "heading", Role.CAPTION: "caption"}


def find_untranslated_runs(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield a finding for every run of untranslated sentences in a paragraph, and every line; see `Check`."""
    alignment = comparison.alignment
    found = find_untranslated(alignment.source, alignment.target)
    lines = find_untranslated_lines(alignment.source, alignment.target)
    if not found and not lines:
        return
    language = language_name(primary_language(alignment.source.language))
    bead_of = {k: n for n, bead in enumerate(alignment.beads) for k in range(bead.target.start, bead.target.stop)}
    for run in _runs(alignment, found):
        whole = _is_whole(alignment, run)
        yield Finding(
            check="untranslated",
            kind="untranslated",
            severity=Severity.HIGH if whole else Severity.MEDIUM,
            bead=bead_of[run.start],
            source=_source_chars(alignment, bead_of[run.start], bead_of[run.stop - 1]),
            target=alignment.target.chars_over(run),
            probability=_SURE,
            message=f"{_subject(len(run), whole=whole)} still in {language}",
        )
    for number in lines:
        role, bead = alignment.target.segments[number].role, bead_of[number]
        yield Finding(
            check="untranslated",
            kind="untranslated",
            severity=Severity.LOW if role is Role.CAPTION else Severity.MEDIUM,
            bead=bead,
            source=_source_chars(alignment, bead, bead),
            target=alignment.target.chars_over(Span(number, number + 1)),
            probability=_SURE,
            message=f"this {_LINES[role]} of the target is still in {language}",
        )


def _runs(alignment: Alignment, found: frozenset[int]) -> Iterator[Span]:
    """Yield runs of untranslated segments that follow each other in one paragraph."""
    segments = alignment.target.segments
    run = Span(0, 0)
    for number in sorted(found):
        joined = run and number == run.stop and segments[number].paragraph == segments[run.start].paragraph
        if run and not joined:
            yield run
        run = Span(run.start if joined else number, number + 1)
    if run:
        yield run


def _is_whole(alignment: Alignment, run: Span) -> bool:
    """Return whether a run is all article text of its paragraph."""
    segments = alignment.target.segments
    outside = [*segments[: run.start][::-1][:1], *segments[run.stop : run.stop + 1]]
    return not any(s.role is Role.BODY and s.paragraph == segments[run.start].paragraph for s in outside)


def _source_chars(alignment: Alignment, first: int, last: int) -> Span:
    """Return the characters of the source in some beads."""
    start, stop = alignment.beads[first].source.start, alignment.beads[last].source.stop
    return alignment.source.chars_over(Span(start, stop))


def _subject(sentences: int, *, whole: bool) -> str:
    if sentences == 1:
        return "this sentence of the target is"
    return (
        f"this paragraph of the target ({sentences} sentences) is"
        if whole
        else (f"these {sentences} sentences of the target are")
    )
