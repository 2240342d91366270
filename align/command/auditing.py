"""One audit after the other: what each pair is compared to, and the formats that the results are written in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO

import typer

from align.audit import Audit, Policy, audit
from align.bitext import Comparison
from align.command.many import Pair
from align.errors import AlignError, OptionError
from align.report.view import View
from align.sanitize import sanitize_line

FORMATS: dict[str, str] = dict.fromkeys(("text", "json", "sarif", "github"), "")
Compare = Callable[[Pair], Comparison]


@dataclass(slots=True)
class Run:
    """What came of some pairs, in their order: comparisons with all findings, audits, and failures with reasons."""

    comparisons: list[Comparison] = field(default_factory=list)
    audits: list[tuple[str, Audit]] = field(default_factory=list)
    failures: list[tuple[Pair, str]] = field(default_factory=list)

    @property
    def exit_status(self) -> int:
        """Return 2 if a pair could not be compared, else 1 if one has findings that count, else 0."""
        return 2 if self.failures else max((told.exit_status for _, told in self.audits), default=0)


def run_audits(pairs: Sequence[Pair], compare: Compare, policy: Policy, *, alone: bool) -> Run:
    """Return what comes of all pairs; one that cannot be compared stops no other one.

    Args:
        pairs: of documents.
        compare: reads and compares one.
        policy: what counts.
        alone: whether there is but one pair, of which trouble is raised.

    Raises:
        AlignError: the only pair cannot be compared.
    """
    run = Run()
    for number, pair in enumerate(pairs, 1):
        try:
            comparison = compare(pair)
        except AlignError as error:
            if alone:
                raise
            run.failures.append((pair, str(error)))
            typer.echo(f"versalign: {sanitize_line(f'{pair.source} and {pair.target}: {error}')}", err=True)
            continue
        if not alone:
            typer.echo(f"versalign: {number} of {len(pairs)}: {sanitize_line(pair.name)}", err=True)
        run.comparisons.append(comparison)
        run.audits.append((pair.name, audit(comparison, policy)))
    return run


def write_run(
    run: Run, form: str, *, file: IO[str], view: View, checked: Callable[[Comparison], list[tuple[str, str]]]
) -> None:
    """Write what came of some pairs.

    Args:
        run: what came of them.
        form: a name in `FORMATS`.
        file: that is open for writing text.
        view: how wide and colourful.
        checked: tells what was and what was not checked of a pair.
    """
    many = len(run.audits) + len(run.failures) > 1
    if form == "text":
        _write_text(run, file, view, checked, many=many)
        return
    told = [each.comparison for _, each in run.audits]
    if form == "json":
        _write_json(told, file, many=many)
    elif form == "sarif":
        from align.report.results import results_of
        from align.report.sarif import write_log

        write_log((result for comparison in told for result in results_of(comparison)), file=file)
    else:
        from align.report.github import write_github

        for comparison in told:
            write_github(comparison, file=file)


def explain(run: Run, identity: str, *, file: IO[str], view: View) -> None:
    """Write all that is known of the findings whose id begins so.

    Args:
        run: with the comparisons.
        identity: the beginning of an id.
        file: that is open for writing text.
        view: how wide and colourful.

    Raises:
        OptionError: no finding has such an id.
    """
    from rich.text import Text

    from align.report.audit_text import explain_lines
    from align.report.terminal.console import make_console
    from align.report.terminal.look import look_for

    console = make_console(width=view.width, color=view.color, file=file)
    look = look_for(console, ascii_only=False)
    found = [
        (finding, comparison)
        for comparison in run.comparisons
        for finding in comparison.findings
        if identity and finding.id.startswith(identity.lower())
    ]
    if not found:
        raise OptionError(
            f"expected --explain with the id of a finding, found {identity!r}; audit lists them in brackets"
        )
    for finding, comparison in found:
        lines = explain_lines(finding, comparison, look, console.width)
        console.print(Text("\n").join(lines), soft_wrap=True)


def _write_text(
    run: Run, file: IO[str], view: View, checked: Callable[[Comparison], list[tuple[str, str]]], *, many: bool
) -> None:
    from rich.text import Text

    from align.report.audit_text import audit_lines, summary_lines
    from align.report.terminal.console import make_console
    from align.report.terminal.look import look_for

    console = make_console(width=view.width, color=view.color, file=file)
    look = look_for(console, ascii_only=False)

    def show(lines: Iterator[Text]) -> None:
        console.print(Text("\n").join(lines), soft_wrap=True)

    for name, told in run.audits:
        if many:
            show(iter((Text(look.text(f"{name}:"), "bold underline"),)))
        show(audit_lines(told, look, console.width, checked(told.comparison)))
        if many:
            show(iter((Text(),)))
    if many:
        show(summary_lines(run.audits, len(run.failures), look))


def _write_json(told: Sequence[Comparison], file: IO[str], *, many: bool) -> None:
    """Write one object, or an array with one for each pair."""
    from align.report.as_json import write_json

    file.write("[\n" if many else "")
    for number, comparison in enumerate(told):
        file.write(",\n" if number else "")
        write_json(comparison, file=file)
    file.write("]\n" if many else "")
