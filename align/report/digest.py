"""What an auditor wants to know in ten seconds, in plain words: what is missing, what was changed, what is gravest.

All numbers are those of findings that are sure. What is in doubt is told apart, and low findings after the others.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from align.bitext import EVEN, Comparison, Document, Fate, Finding, Role, Span, Verdict
from align.language import language_name, primary_language
from align.lexica.quotations import find_quotations
from align.report.kind_words import VALUES, kind_alone, kind_in_words
from align.report.terminal.look import Look, is_doubtful
from align.report.wording import count, numbers
from align.revision import is_revised
from align.salience import gravest
from align.untranslated import find_untranslated

_WITHOUT_COUNTS = {
    Verdict.SAME: "Nothing is missing and nothing was added: every sentence of either version is in the other one.",
    Verdict.RELATED: (
        "These are two different articles on a related subject. They are not shown side by side, because a row would "
        "claim a correspondence that is not there."
    ),
    Verdict.UNRELATED: (
        "These are two different articles that have nothing to do with each other. There is nothing to show."
    ),
}
_OF_SENTENCES = frozenset({"dropped", "added", "replaced", "moved", "untranslated", "stale"})
# What is claimed of one sentence, and of several; other kinds are told by their names.
_CLAIMS = {
    "dropped": (" is missing", " are missing"),
    "added": (" was added", " were added"),
    "replaced": (" was replaced", " were replaced"),
    "moved": (" stands in another place", " stand in another place"),
    "untranslated": (" is still in the language of the source", " are still in the language of the source"),
    "line-dropped": (" is missing", " are missing"),
    "line-added": (" was added", " were added"),
    "changed": (" was worded anew", " were worded anew"),
    "partly-dropped": (" lacks a part", " lack a part"),
    "partly-added": (" has something more", " have something more"),
    "stale": (" is out of date", " are out of date"),
}
_FIGURE = regex.compile(r"\p{Nd}+(?:[.,  ’']?\p{Nd}+)*")
_LEAST_EXCERPT = 24  # characters of a sentence that are shown at least


def digest(comparison: Comparison, dash: str) -> str:
    """Return what differs between two versions as sentences, the gravest first.

    Args:
        comparison: two documents.
        dash: what stands between the numbers of the first and the last sentence of an excerpt.
    """
    if not comparison.are_versions:
        return _WITHOUT_COUNTS[comparison.verdict]
    sure = [finding for finding in comparison.findings if finding.probability >= EVEN]
    said = [*_of_sentences(comparison, sure, dash), *_inside(sure)]
    if said:
        return " ".join(said)
    if is_revised(comparison):
        return "Nothing is missing and nothing was added, but the wording, spelling or punctuation is not the same."
    if comparison.verdict is Verdict.SAME:
        return _WITHOUT_COUNTS[Verdict.SAME]
    return "Nothing is surely missing, added or changed."


def uncertain_in_words(comparison: Comparison) -> str:
    """Return how much is in doubt, as a clause; empty if nothing is."""
    if not comparison.are_versions:
        return ""
    rows = {
        number
        for number, (bead, fate) in enumerate(zip(comparison.alignment.beads, comparison.fates, strict=True))
        if is_doubtful(bead, fate)
    }
    rows -= {finding.bead for finding in comparison.findings if finding.kind == "replaced"}  # told, and so counted
    claims = sum(finding.probability < EVEN and finding.bead not in rows for finding in comparison.findings)
    parts = [count(len(rows), "row")] * bool(rows) + [count(claims, "finding")] * bool(claims)
    return f"{' and '.join(parts)} in doubt, marked with ? and not counted here" if parts else ""


def gravest_in_words(comparison: Comparison, look: Look, room: int) -> Iterator[tuple[Finding, str]]:
    """Yield the gravest findings, each with one phrase: which sentence, what is wrong, why it matters, its words.

    Args:
        comparison: two versions.
        look: the symbols, and what makes text from outside safe.
        room: characters that a phrase may have; the words are cut there.
    """
    if not comparison.are_versions:
        return
    for finding in gravest(comparison):
        head = _claim(finding, comparison, look)
        texts = [look.text(text) for text in _words(finding, comparison)]
        space = max(room - len(head) - 2, _LEAST_EXCERPT) // len(texts)
        yield finding, f"{head}: {f' {look.symbols.arrow} '.join(_cut(text, space, look) for text in texts)}"


def _cut(text: str, space: int, look: Look) -> str:
    """Return the beginning of a text that is too long, and a sign for the rest."""
    ellipsis = look.symbols.ellipsis
    if len(text) <= space:
        return text
    beginning = text[: space - len(ellipsis)]
    whole = beginning.rpartition(" ")[0]
    return (whole if 2 * len(whole) > len(beginning) else beginning).rstrip() + ellipsis


def _of_sentences(comparison: Comparison, sure: Sequence[Finding], dash: str) -> Iterator[str]:
    """Yield a sentence for each thing that became of whole sentences."""
    alignment = comparison.alignment
    in_all = comparison.source_coverage.segments_in_all, comparison.target_coverage.segments_in_all
    if any(finding.kind == "untranslated" for finding in sure):
        left = len(find_untranslated(alignment.source, alignment.target))
        language = language_name(primary_language(alignment.source.language))
        if left:
            yield f"{_share(left, in_all[1])} still in {language}."
    dropped, added, replaced, moved = (
        [finding for finding in sure if finding.kind == kind] for kind in ("dropped", "added", "replaced", "moved")
    )
    missing = _sentences(alignment.source, [finding.source for finding in dropped])
    if missing:
        yield f"{_share(missing, in_all[0])} missing{_excerpt(comparison, missing, dash)}."
        yield from _of_these(alignment.source, [finding.source for finding in dropped], dropped)
    new = _sentences(alignment.target, [finding.target for finding in added])
    if new:
        yield f"{count(new, 'sentence')} {'was' if new == 1 else 'were'} added."
        yield from _of_these(alignment.target, [finding.target for finding in added], added)
    gone = _sentences(alignment.source, [finding.source for finding in replaced])
    if gone:
        yield f"{count(gone, 'sentence')} {'was' if gone == 1 else 'were'} replaced by something else."
    away = _sentences(alignment.source, [finding.source for finding in moved])
    if away:
        yield f"{count(away, 'sentence')} {'stands' if away == 1 else 'stand'} in another place."
    stale = sum(finding.kind == "stale" for finding in sure)
    if stale:
        yield f"{kind_in_words('stale', stale)}."


def _of_these(document: Document, spans: Sequence[Span], findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a sentence about the caveats, quotations and figures in what is missing or new; none without any."""
    caveats = sum("caveat" in finding.reasons for finding in findings)
    speech = sum(
        found.is_speech and _touches(spans, Span(found.start, found.stop))
        for found in find_quotations(document.text, document.language)
    )
    figures = sum(len(_FIGURE.findall(document.text[span.start : span.stop])) for span in spans)
    counted = ("caveat", caveats), ("quotation", speech), ("figure", figures)
    parts = [count(number, noun) for noun, number in counted if number]
    if parts:
        yield f"{'Of these' if len(findings) > 1 else 'In it'}: {', '.join(parts)}."


def _touches(spans: Sequence[Span], chars: Span) -> bool:
    """Return whether one of some spans in order has a character of other ones."""
    last = bisect_left(spans, chars.stop, key=lambda span: span.start) - 1
    return last >= 0 and spans[last].stop > chars.start


def _inside(sure: Sequence[Finding]) -> Iterator[str]:
    """Yield a sentence for each kind of what was changed elsewhere, the most severe kinds first."""
    ranks = {finding.kind: finding.severity for finding in reversed(sure)}
    severities = list(type(next(iter(ranks.values())))) if ranks else []
    counts = Counter(finding.kind for finding in sure if finding.kind not in _OF_SENTENCES)
    for kind in sorted(counts, key=lambda kind: (severities.index(ranks[kind]), -counts[kind], kind)):
        yield f"{kind_in_words(kind, counts[kind])}."


def _share(part: int, whole: int) -> str:
    if part == whole:
        return "Its only sentence is" if whole == 1 else f"All {whole} sentences are"
    return f"{part} of {count(whole, 'sentence')} {'is' if part == 1 else 'are'}"


def _sentences(document: Document, spans: Sequence[Span]) -> int:
    """Return how many sentences of article text lie in some characters."""
    segments = (document.segments_over(span) for span in spans)
    found = {number for those in segments for number in range(those.start, those.stop)}
    return sum(document.segments[number].role is Role.BODY for number in found)


def _excerpt(comparison: Comparison, missing: int, dash: str) -> str:
    """Return which sentences a target has that has but one passage of the source, half of it at most; else nothing."""
    document = comparison.alignment.source
    linked = [
        bead.source
        for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True)
        if bead.source and bead.target and fate is not Fate.ASIDE
    ]
    if not linked or Fate.MOVED in comparison.fates:
        return ""
    passage = Span(linked[0].start, linked[-1].stop)
    in_passage = [number for number in range(passage.start, passage.stop)]
    body = sum(document.segments[number].role is Role.BODY for number in in_passage)
    have = sum(document.segments[k].role is Role.BODY for span in linked for k in range(span.start, span.stop))
    in_all = comparison.source_coverage.segments_in_all
    if have < body or 2 * body > in_all or missing != in_all - body:
        return ""
    noun = "sentence" if len(passage) == 1 else "sentences"
    return f": the target is an excerpt, {noun} {numbers(passage, dash)}"


def _claim(finding: Finding, comparison: Comparison, look: Look) -> str:
    """Return which sentence a finding is about, what is claimed of it, and why it matters."""
    alignment, dash = comparison.alignment, look.symbols.dash
    source = alignment.source.segments_over(finding.source) if finding.source else Span(0, 0)
    target = alignment.target.segments_over(finding.target) if finding.target else Span(0, 0)
    document, here = (alignment.source, source) if source else (alignment.target, target)
    noun = "sentence" if _is_article(document, here) else "line"
    where = f"{noun}{'s' if len(here) > 1 else ''} {numbers(here, dash)}"
    if not source:
        where += " of the target"
    elif target and numbers(source, dash) != numbers(target, dash):
        where += f" ({numbers(target, dash)} of the target)"
    one, many = _CLAIMS.get(finding.kind, (f", {kind_alone(finding.kind)}",) * 2)
    # That a number is a figure goes without saying.
    reasons = [reason for reason in finding.reasons if reason != "figure" or finding.kind not in VALUES]
    return ", ".join((f"{where}{one if len(here) == 1 else many}", *_because(reasons)))


def _is_article(document: Document, span: Span) -> bool:
    return any(segment.role is Role.BODY for segment in document.segments[span.start : span.stop])


def _because(reasons: Sequence[str]) -> Iterator[str]:
    """Yield the reasons why something matters, in words.

    >>> list(_because(["caveat", "figure"]))
    ['a caveat', 'with a figure']
    """
    words = {"headline": "the headline", "figure": "with a figure", "lead": "at the beginning"}
    yield from (words.get(reason, f"a {reason}") for reason in reasons)


def _words(finding: Finding, comparison: Comparison) -> list[str]:
    """Return the words that a finding is about; of a change those of both sides, but no sentence beside a few words."""
    alignment = comparison.alignment
    sides = [(alignment.source, finding.source), (alignment.target, finding.target)]
    told = [(document, chars) for document, chars in sides if chars]
    words = [(document, chars) for document, chars in told if not _is_whole(document, chars)]
    texts = [document.text[chars.start : chars.stop].strip() for document, chars in words or told]
    return texts[:1] if finding.kind == "moved" else texts


def _is_whole(document: Document, chars: Span) -> bool:
    """Return whether some characters are those of whole sentences."""
    segments = document.segments_over(chars)
    return document.chars_over(segments) == chars
