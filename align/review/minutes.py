"""The minutes of a review in Markdown: what was judged, corrected and said, by whom, and what no longer applies."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from align.review.action import CORRECTIONS, Action, Kind
from align.review.judgement import Judgement, State
from align.review.project import Project
from align.sanitize import sanitize_line, sanitize_markdown


def write_minutes(project: Project, stream: TextIO) -> None:
    """Write the minutes of a project; no text from outside is taken for markup.

    Args:
        project: of which.
        stream: that is open for writing text, and stays open.
    """
    for line in _lines(project):
        stream.write(f"{line}\n")


def described(project: Project) -> dict[str, tuple[str, str]]:
    """Return the kind and the text, in one line, of every finding and every bead, by id.

    Of a finding it is the text of the source or, where nothing stands there, of the target, or else its message; of a
    bead it is both.
    """
    alignment = project.alignment
    found = {}
    for each, bead in zip(project.bead_ids, alignment.beads, strict=True):
        sides = alignment.source.text_over(bead.source), alignment.target.text_over(bead.target)
        found[each] = "bead", " | ".join(_folded(side) for side in sides if side.strip())
    for finding in project.findings:
        source = alignment.source.text[finding.source.start : finding.source.stop]
        target = alignment.target.text[finding.target.start : finding.target.stop]
        text = source if source.strip() else target
        found[finding.id] = finding.kind, _folded(text if text.strip() else finding.message)
    return found


def _lines(project: Project) -> Iterator[str]:
    comparison, tally = project.comparison, project.tally
    source, target = comparison.alignment.source, comparison.alignment.target
    yield f"# Review of {_safe(source.name)} and {_safe(target.name)}"
    yield ""
    yield f"- Languages: {_safe(source.language)}, {_safe(target.language)}"
    yield f"- Verdict: {comparison.verdict.value}"
    coverage = comparison.source_coverage.share, comparison.target_coverage.share
    yield f"- Covered: {coverage[0]:.0%} of the source, {coverage[1]:.0%} of the target"
    yield f"- Judged: {tally.judged}, open: {tally.open}, disputed: {tally.disputed}"
    yield f"- Made by: {_safe(comparison.alignment.signature)}"
    people = sorted({action.who for action in project.log})
    if people:
        yield f"- Reviewed by: {_safe(', '.join(people))}, {project.log[0].at} to {project.log[-1].at}"
    told = described(project)
    yield from _section("Notes", [f"- {_said(a)}" for a in project.done if a.kind is Kind.NOTE])
    judged = list(dict.fromkeys((*project.subjects(), *project.bead_ids)))
    for state in (State.REJECTED, State.UNSURE, State.ACCEPTED):
        lines = [
            line
            for each in judged
            if project.judgement(each).state is state
            for line in _subject(project.judgement(each), each, told)
        ]
        yield from _section(state.value.capitalize(), lines)
    commented = [each for each in judged if _is_only_commented(project, each)]
    still_open = [each for each in project.subjects() if project.judgement(each).state is State.OPEN]
    still_open += [each for each in commented if each not in still_open]
    yield from _section("Open", [line for each in still_open for line in _subject(project.judgement(each), each, told)])
    corrections = [f"- {_correction(project, action)}" for action in project.done if action.kind in CORRECTIONS]
    yield from _section("Corrections", corrections)
    yield from _section("No longer applies", [f"- {action.kind.value} {_said(action)}" for action in project.lost()])


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {title}", "", *lines)


def _is_only_commented(project: Project, subject: str) -> bool:
    judgement = project.judgement(subject)
    return judgement.state is State.OPEN and bool(judgement.comments)


def _subject(judgement: Judgement, subject: str, told: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    kind, text = told[subject]
    by = f" — {_safe(judgement.who)}, {judgement.at}" if judgement.who else ""
    why = f": {_safe(judgement.why)}" if judgement.why else ""
    yield f"- {kind} `{subject}` “{_safe(text)}”{why}{by}"
    yield from (f"  - {_safe(comment)}" for comment in judgement.comments)


def _correction(project: Project, action: Action) -> str:
    """Return what was corrected, with the segments as they were numbered then: from 1, as on the screen."""
    a, b, c, d = action.detail["at"]
    places = [
        f"{side} {start + 1}" if stop == start + 1 else f"{side} {start + 1}–{stop}"
        for side, start, stop in (("source", a, b), ("target", c, d))
        if stop > start
    ]
    role = f" {action.detail['role']}" if "role" in action.detail else ""
    role = f" at character {action.detail['place']}" if "place" in action.detail else role
    return f"{action.kind.value} {', '.join(places)}{role} — {_safe(action.who)}, {action.at}"


def _said(action: Action) -> str:
    told = [f"`{action.subject}`"] * bool(action.subject) + [_safe(action.why)] * bool(action.why)
    return " ".join([*told, f"— {_safe(action.who)}, {action.at}"])


def _folded(text: str) -> str:
    return sanitize_line(" ".join(text.split()))


def _safe(text: str) -> str:
    """Return a text in one line that Markdown shows as it is."""
    return sanitize_markdown(" ".join(text.split()))
