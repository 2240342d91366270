"""What an audit found, for people: in short, each finding with its file, line and column, and one finding explained.

What is in doubt stands apart, below the rest.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from align.audit import Audit
from align.bitext import Comparison, Document, Evidence, Finding, Severity, Span
from align.kinds import KINDS
from align.locate import Locator
from align.report.kind_words import kind_alone
from align.report.results import Result, results_of
from align.report.terminal.head import digest_lines, labelled
from align.report.terminal.look import BLUE, ORANGE, Look
from align.report.terminal.width import pad, wrap
from align.report.wording import count, numbers, percent

_STYLES = {Severity.HIGH: f"bold {ORANGE}", Severity.MEDIUM: "bold", Severity.LOW: ""}
_INDENT = 4
_COLUMNS = ("missing", "added", "high", "medium", "low", "unsure", "exit")


def audit_lines(audit: Audit, look: Look, width: int, checked: Sequence[tuple[str, str]] = ()) -> Iterator[Text]:
    """Yield the lines about a pair.

    Args:
        audit: of the pair.
        look: the symbols.
        width: of the lines, in cells.
        checked: what was and what was not checked of it: a label and a sentence each.
    """
    comparison = audit.comparison
    in_short = list(digest_lines(comparison, look, width))
    yield from (*in_short, Text())
    results = list(results_of(comparison))
    for result in results:
        if result.is_sure:
            yield from _result_lines(result, look, width)
    doubtful = [result for result in results if not result.is_sure]
    if doubtful:
        yield from (Text(), Text("Uncertain, to be looked at by a person:", "dim"))
        for result in doubtful:
            yield from _result_lines(result, look, width)
    yield Text()
    for label, words in checked:
        yield from labelled(label, look.text(words), width, "dim")
    if audit.known:
        yield from labelled("Known", f"{count(audit.known, 'finding')} of the baseline, not told again", width, "dim")
    meaning = "findings that count" if audit.exit_status else "nothing that counts"
    yield from labelled("Exit", f"{audit.exit_status}: {meaning}", width, "dim")
    yield from (Text(), *in_short)


def _result_lines(result: Result, look: Look, width: int) -> Iterator[Text]:
    sure = "" if result.is_sure else f", {percent(result.probability)} % sure"
    what = ", ".join((kind_alone(result.kind), *(f"{reason}" for reason in result.reasons)))
    known = f" [{result.id}]" if result.id else ""
    yield Text.assemble(
        (look.text(str(result.target)), BLUE),
        ": ",
        (f"{result.severity}{sure}", _STYLES[result.severity] if result.is_sure else "dim"),
        f": {look.text(what)}",
        (known, "dim"),
    )
    for line in wrap(look.text(f"{result.message} ({result.source})"), max(width - _INDENT, _INDENT)):
        yield Text(" " * _INDENT + line)


def summary_lines(audits: Iterable[tuple[str, Audit]], failures: int, look: Look) -> Iterator[Text]:
    """Yield a table of many pairs: a row each, and how many failed.

    Args:
        audits: what a pair is called, and what came of it.
        failures: pairs that could not be compared.
        look: the symbols.
    """
    rows = [(look.text(name), _row(audit)) for name, audit in audits]
    room = max((len(name) for name, _ in rows), default=0)
    yield Text(pad("pair", max(room, 4)) + "".join(column.rjust(9) for column in _COLUMNS), "dim")
    for name, cells in rows:
        yield Text(pad(name, max(room, 4)) + "".join(cell.rjust(9) for cell in cells))
    pairs = len(rows) + failures
    failed = sum(cells[-1] == "1" for _, cells in rows)
    told = f"{failed} of {count(pairs, 'pair')} with findings that count"
    yield Text(f"{told}, {failures} could not be compared" if failures else told, "bold")


def _row(audit: Audit) -> list[str]:
    findings = [finding for finding in audit.comparison.findings if finding.probability >= 0.5]
    unsure = len(audit.comparison.findings) - len(findings)
    kinds = [sum(finding.kind == kind for finding in findings) for kind in ("dropped", "added")]
    severities = [sum(finding.severity is severity for finding in findings) for severity in Severity]
    return [*map(str, (*kinds, *severities, unsure, audit.exit_status))]


def explain_lines(finding: Finding, comparison: Comparison, look: Look, width: int) -> Iterator[Text]:
    """Yield all that is known of a finding: what it claims, why it matters, both texts, evidence, runner-up.

    Args:
        finding: one of the comparison.
        comparison: two versions.
        look: the symbols.
        width: of the lines, in cells.
    """
    alignment = comparison.alignment
    bead = alignment.beads[finding.bead]
    documents = {"source": alignment.source, "target": alignment.target}
    places = {name: Locator(document) for name, document in documents.items()}
    sure = f"{finding.severity} severity, {percent(finding.probability)} % sure"
    yield from labelled(
        "Finding", look.text(f"{finding.id} {finding.kind} (check {finding.check}), {sure}"), width, "bold"
    )
    yield from labelled("Says", look.text(finding.message), width)
    yield from labelled("Means", KINDS.get(finding.kind, ""), width)
    if finding.reasons:
        yield from labelled("Because", f"it is about: {', '.join(finding.reasons)}", width)
    for name, span, chars in (("source", bead.source, finding.source), ("target", bead.target, finding.target)):
        where = _where(documents[name], places[name], chars)
        yield from labelled(name.capitalize(), look.text(f"{where}, {_sentences(span, look)}"), width, BLUE)
        yield from labelled("", look.text(documents[name].text_over(span)), width)
        words = documents[name].text[chars.start : chars.stop]
        if chars and words != documents[name].text_over(span):
            yield from labelled("", f"the words: {look.text(words)}", width)
    for evidence in finding.evidence:
        yield from labelled("Evidence", look.text(_evidence(evidence, documents, places)), width)
    if bead.rejected:
        there = "target" if bead.source else "source"
        text = look.text(documents[there].text_over(bead.rejected.segments))
        closest = f"{_sentences(bead.rejected.segments, look)} of the {there}, cosine {bead.rejected.score:.2f}: {text}"
        yield from labelled("Runner-up", closest, width)


def _evidence(evidence: Evidence, documents: dict[str, Document], places: dict[str, Locator]) -> str:
    where = _where(documents[evidence.side], places[evidence.side], evidence.chars)
    return f"{evidence.label}, {where}: {evidence.text}"


def _where(document: Document, locator: Locator, chars: Span) -> str:
    start, _ = locator.place(chars)
    return f"{document.name}:{start.line}:{start.column}"


def _sentences(span: Span, look: Look) -> str:
    if not span:
        return "no sentence"
    return f"sentence{'s' if len(span) > 1 else ''} {numbers(span, look.symbols.dash)}"
