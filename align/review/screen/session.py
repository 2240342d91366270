"""A project as the screen speaks of it: by the bead under the cursor, whose findings share its row."""

from typing import Literal

from align.bitext import Comparison, Finding, Role, Span
from align.review.action import Cursor, Side
from align.review.checking import Checked
from align.review.judgement import State, Tally
from align.review.project import Project

Judgement = Literal["accept", "reject", "unsure"]


class Session:
    """One review that is open.

    `bead` is a number in the comparison as it stands. What cannot be done is an `AlignError`, and changes nothing.
    """

    def __init__(self, project: Project) -> None:
        """Take over a project, which the caller closes."""
        self._project = project
        self._opened = project.entry
        self._tally: tuple[int, Tally] | None = None
        self._findings: tuple[Comparison, dict[int, list[Finding]]] | None = None

    @property
    def comparison(self) -> Comparison:
        """Return the comparison with all corrections."""
        return self._project.comparison

    @property
    def is_draft(self) -> bool:
        """Return whether the checks still look inside of some beads."""
        return self._project.is_draft

    @property
    def entry(self) -> int:
        """Return the number of the last entry of the log."""
        return self._project.entry

    def complete(self, checked: Checked) -> None:
        """Take what the checks say, if it is of the beads as they stand."""
        self._tally = None
        self._project.complete(checked.entry, checked.verdict, checked.findings)

    @property
    def warnings(self) -> list[str]:
        """Return what a person should know first."""
        found = ["the file cannot be written: this is for reading only"] if self._project.read_only else []
        # As long as a finding is not known, it is not known either whether what was said of it fits. What does not fit
        # because of a correction that has just been made is no news.
        done = self._project.lost() if self._project.done and not self.is_draft else ()
        lost = sum(action.number <= self._opened for action in done)
        if lost:
            found.append("1 earlier step fits no text here" if lost == 1 else f"{lost} earlier steps fit no text here")
        return found

    @property
    def steps(self) -> int:
        """Return how many entries the log has; more of them while nothing was done here are somebody else's."""
        return len(self._project.log)

    def counts(self) -> Tally:
        """Return how many findings are judged, open and disputed."""
        # Findings are many, and the cursor moves more often than anybody judges.
        steps = self.steps
        if self._tally is None or self._tally[0] != steps:
            self._tally = steps, self._project.tally
        return self._tally[1]

    def findings(self, bead: int) -> list[Finding]:
        """Return the findings about a bead."""
        comparison = self.comparison
        if self._findings is None or self._findings[0] is not comparison:
            found: dict[int, list[Finding]] = {}
            for finding in comparison.findings:
                found.setdefault(finding.bead, []).append(finding)
            self._findings = comparison, found
        return self._findings[1].get(bead, [])

    def state(self, bead: int) -> State:
        """Return what was decided about a bead; where it has findings, about them: open as long as one of them is."""
        if not self._project.done:  # ids of beads are made from all texts: none, as long as nothing has one
            return State.OPEN
        subjects = [finding.id for finding in self.findings(bead)] or [self._project.bead_ids[bead]]
        states = [self.state_of(subject) for subject in subjects]
        return State.OPEN if State.OPEN in states else states[0]

    def state_of(self, finding: str) -> State:
        """Return what was decided about a finding, by its id."""
        return self._project.judgement(finding).state

    def said(self, bead: int) -> list[str]:
        """Return the reasons and comments on a bead and its findings."""
        if not self._project.done:
            return []
        subjects = [*(finding.id for finding in self.findings(bead)), self._project.bead_ids[bead]]
        found = []
        for judgement in map(self._project.judgement, dict.fromkeys(subjects)):
            if judgement.why:
                found.append(f"{judgement.state}: {judgement.why} ({judgement.who})")
            found += judgement.comments
        return found

    def is_locked(self, bead: int) -> bool:
        """Return whether no correction may touch a bead."""
        return self._project.is_locked(bead)

    def judge(self, bead: int, judgement: Judgement, *, finding: str = "", why: str = "") -> None:
        """Decide about a finding, or about the bead.

        Args:
            bead: where the cursor is.
            judgement: what is decided.
            finding: its id; empty for the bead.
            why: the reason; of a rejection there has to be one.
        """
        act = {"accept": self._project.accept, "reject": self._project.reject, "unsure": self._project.unsure}
        act[judgement](finding or self._project.bead_ids[bead], why, cursor=Cursor(bead))

    def comment(self, bead: int, text: str) -> None:
        """Write a comment on a bead, or on its only finding.

        Args:
            bead: number of it.
            text: what is to be said.
        """
        findings = self.findings(bead)
        subject = findings[0].id if len(findings) == 1 else self._project.bead_ids[bead]
        self._project.comment(subject, text, cursor=Cursor(bead))

    def merge(self, bead: int, neighbour: Literal["next", "previous"]) -> int:
        """Merge with a neighbour; return the bead that comes of it.

        Args:
            bead: number of it.
            neighbour: which one.
        """
        self._project.merge(bead, neighbour, cursor=Cursor(bead))
        return bead - (neighbour == "previous")

    def split(self, bead: int, sources: int, targets: int) -> None:
        """Split in two.

        Args:
            bead: number of it.
            sources: how many of its source segments the first one gets.
            targets: the same for the target.
        """
        self._project.split(bead, sources, targets, cursor=Cursor(bead))

    def shift(self, bead: int, end: Literal["first", "last"], way: Literal["up", "down"]) -> int:
        """Give the first or last segment to the bead above or below; return where the cursor stays.

        Args:
            bead: number of it.
            end: which segment.
            way: to which bead.
        """
        self._project.shift(bead, end, way, cursor=Cursor(bead))
        return bead

    def cut(self, bead: int, side: Side, segment: int, at: int) -> None:
        """Make two segments of one, which stay in the bead.

        Args:
            bead: where the cursor is.
            side: of which text.
            segment: its number in the document.
            at: how many of its characters the first half has.
        """
        self._project.cut(side, segment, at, cursor=Cursor(bead))

    def unlink(self, bead: int) -> None:
        """Take the two sides apart."""
        self._project.unlink(bead, cursor=Cursor(bead))

    def link(self, bead: int, source: Span, target: Span) -> int:
        """Link segments of both sides, wherever they stand; return the bead that has the source.

        Args:
            bead: where the cursor is.
            source: half-open numbers of source segments.
            target: the same for the target.
        """
        self._project.link(source, target, cursor=Cursor(bead))
        return self._bead_of("source", source.start)

    def give_role(self, bead: int, side: Side, segment: int, role: Role) -> int:
        """Give a segment a role; return the bead that has it.

        Args:
            bead: where the cursor is.
            side: of which text.
            segment: its number in the document.
            role: the new one.
        """
        self._project.role(side, segment, role, cursor=Cursor(bead))
        return self._bead_of(side, segment)

    def lock(self, bead: int, *, locked: bool) -> None:
        """Lock a bead, or unlock it.

        Args:
            bead: number of it.
            locked: what it is to be.
        """
        act = self._project.lock if locked else self._project.unlock
        act(bead, bead, cursor=Cursor(bead))

    def undo(self) -> int | None:
        """Undo a step; return the bead where it was done, None if there is nothing to undo."""
        return self._project.undo().cursor.bead if self._project.can_undo else None

    def redo(self) -> int | None:
        """Do a step again; return the bead where it was done, None if there is none."""
        return self._project.redo().cursor.bead if self._project.can_redo else None

    def _bead_of(self, side: Side, segment: int) -> int:
        spans = (getattr(bead, side) for bead in self._project.structure.beads)
        return next(number for number, span in enumerate(spans) if span.start <= segment < span.stop)
