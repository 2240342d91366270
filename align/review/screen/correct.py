"""Judging and correcting: the actions that change the record."""

from collections.abc import Callable, Iterator

from align.bitext import Bead, Finding, Role, Span
from align.errors import OptionError
from align.report.terminal.look import Look
from align.report.terminal.marked import show
from align.report.wording import numbers
from align.review.action import Side
from align.review.cut import cut_places
from align.review.screen.questions import Choice, Question, Selection
from align.review.screen.session import Judgement, Session
from align.review.screen.stage import Stage

_EXCERPT = 48  # letters of each text that a choice shows
_BEFORE = 16  # letters of it before the place of a cut
_DONE: dict[Judgement, str] = {"accept": "accepted", "reject": "rejected", "unsure": "marked as unsure"}
_MOST_SPLITS = 40  # ways to split that are listed
_SIDES: dict[str, Side] = {"source": "source", "target": "target"}


class Correct:
    """What a person does to the bead under the cursor."""

    def __init__(self, session: Session, look: Look) -> None:
        """Begin with nothing half done.

        Args:
            session: the review.
            look: the symbols.
        """
        self._session, self._look = session, look
        self._linking: Bead | None = None

    def forget(self) -> None:
        """Forget what was to be linked."""
        self._linking = None

    def do_accept(self, stage: Stage) -> None:
        """Accept a finding or the bead."""
        self._judge(stage, "accept", why=lambda done: done(""))

    def do_reject(self, stage: Stage) -> None:
        """Reject a finding or the bead, and say why."""
        self._judge(stage, "reject", why=lambda done: stage.ask(Question("Reject: why?"), done))

    def do_unsure(self, stage: Stage) -> None:
        """Leave a finding or the bead for somebody else."""
        self._judge(stage, "unsure", why=lambda done: done(""))

    def do_comment(self, stage: Stage) -> None:
        """Write a comment."""
        bead = self._bead(stage)

        def write(text: str) -> None:
            self._session.comment(bead, text)
            self._done(stage, bead, "comment written")

        stage.ask(Question(f"Comment on bead {bead + 1}"), write)

    def do_merge_next(self, stage: Stage) -> None:
        """Merge with the next bead."""
        self._done(stage, self._session.merge(self._bead(stage), "next"), "merged with the next")

    def do_merge_previous(self, stage: Stage) -> None:
        """Merge with the previous bead."""
        self._done(stage, self._session.merge(self._bead(stage), "previous"), "merged with the previous")

    def do_split(self, stage: Stage) -> None:
        """Split in two; asks where, if there is more than one place."""
        number = self._bead(stage)
        bead = self._session.comparison.alignment.beads[number]
        choices = list(self._splits(bead))
        if not choices:
            raise OptionError(
                f"expected a bead of more than one sentence on a side, found {bead.shape}; nothing to split"
            )

        def split(name: str) -> None:
            sources, targets = map(int, name.split())
            self._session.split(number, sources, targets)
            self._done(stage, number, "split")

        if len(choices) == 1:
            split(choices[0].name)
        else:
            stage.ask(Selection("Split where?", choices), split)

    def do_cut(self, stage: Stage) -> None:
        """Ask where to cut a sentence in two."""
        number = self._bead(stage)
        choices = list(self._cuts(self._session.comparison.alignment.beads[number]))
        if not choices:
            raise OptionError("expected a sentence of more than one word, found none here; nothing to cut")

        def cut(name: str) -> None:
            side, segment, at = name.split()
            self._session.cut(number, _SIDES[side], int(segment), int(at))
            self._done(stage, number, "cut")

        stage.ask(Selection("Cut where?", choices), cut)

    def do_unlink(self, stage: Stage) -> None:
        """Take both sides apart."""
        bead = self._bead(stage)
        self._session.unlink(bead)
        self._done(stage, bead, "unlinked")

    def do_link(self, stage: Stage) -> None:
        """Remember a bead; the second time link it with the one under the cursor."""
        number = self._bead(stage)
        here = self._session.comparison.alignment.beads[number]
        first, self._linking = self._linking, None
        if first is None:
            if here.source and here.target:
                raise OptionError(f"expected a bead with one empty side, found {here.shape}; unlink it first")
            self._linking = here
            stage.message = "link: now go to its counterpart and press the key again; Esc forgets it"
            return
        source, target = (first.source, here.target) if first.source else (here.source, first.target)
        if not (source and target):
            raise OptionError(
                "expected a bead with text on the other side only, found none; link once more from the start"
            )
        self._done(stage, self._session.link(number, source, target), "linked")

    def do_shift_up(self, stage: Stage) -> None:
        """Give the first text to the bead above."""
        self._done(stage, self._session.shift(self._bead(stage), "first", "up"), "first text given to the bead above")

    def do_shift_down(self, stage: Stage) -> None:
        """Give the last text to the bead below."""
        self._done(stage, self._session.shift(self._bead(stage), "last", "down"), "last text given to the bead below")

    def do_role(self, stage: Stage) -> None:
        """Ask for the role of a bead."""
        number = self._bead(stage)
        choices = list(self._roles(self._session.comparison.alignment.beads[number]))

        def give(name: str) -> None:
            side, segment, role = name.split()
            self._done(
                stage, self._session.give_role(number, _SIDES[side], int(segment), Role(role)), f"marked as {role}"
            )

        stage.ask(Selection("What is it?", choices), give)

    def do_lock(self, stage: Stage) -> None:
        """Lock a bead, or unlock it."""
        bead = self._bead(stage)
        locked = not self._session.is_locked(bead)
        self._session.lock(bead, locked=locked)
        self._done(stage, bead, "locked" if locked else "unlocked")

    def do_undo(self, stage: Stage) -> None:
        """Undo a step."""
        self._step(stage, self._session.undo, "undone", "nothing to undo")

    def do_redo(self, stage: Stage) -> None:
        """Redo a step."""
        self._step(stage, self._session.redo, "done again", "nothing to redo")

    def _step(self, stage: Stage, step: Callable[[], int | None], done: str, nothing: str) -> None:
        bead = step()
        if bead is None:
            stage.message = nothing
        else:
            self._done(stage, bead, done)

    def _judge(self, stage: Stage, judgement: Judgement, *, why: Callable[[Callable[[str], None]], None]) -> None:
        """Ask which finding where there are several, then why, and write it down."""
        bead = self._bead(stage)
        findings = self._session.findings(bead)

        def decide(finding: str) -> None:
            def write(reason: str) -> None:
                self._session.judge(bead, judgement, finding=finding, why=reason)
                self._done(stage, bead, _DONE[judgement])

            why(write)

        if len(findings) > 1:
            stage.ask(Selection("Which finding?", [self._choice(finding) for finding in findings]), decide)
        else:
            decide(findings[0].id if findings else "")

    def _choice(self, finding: Finding) -> Choice:
        state = self._session.state_of(finding.id)
        return Choice(finding.id, f"{finding.kind} ({state}): {show(finding.message, self._look)}")

    def _splits(self, bead: Bead) -> Iterator[Choice]:
        """Yield the ways to cut a bead in two; those that cut both sides at the same share come first."""
        sources, targets = len(bead.source), len(bead.target)
        ways = [(i, j) for i in range(sources + 1) for j in range(targets + 1) if 0 < i + j < sources + targets]
        # One side of a bead in two halves is a bead and a null bead; to take both sides apart is to unlink.
        ways = [(i, j) for i, j in ways if (i, j) not in {(sources, 0), (0, targets)} or not (sources and targets)]
        ways.sort(key=lambda way: (abs(way[0] / max(sources, 1) - way[1] / max(targets, 1)), 0 in way, way))
        for i, j in ways[:_MOST_SPLITS]:
            first = self._half(
                bead, Span(bead.source.start, bead.source.start + i), Span(bead.target.start, bead.target.start + j)
            )
            second = self._half(
                bead, Span(bead.source.start + i, bead.source.stop), Span(bead.target.start + j, bead.target.stop)
            )
            yield Choice(f"{i} {j}", f"{first}  /  {second}")

    def _cuts(self, bead: Bead) -> Iterator[Choice]:
        """Yield the places at which the sentences of a bead can be cut."""
        bar = f" {self._look.symbols.bar} "
        for side, number, text in self._texts(bead):
            for at in cut_places(text):
                first, second = show(text[:at].rstrip(), self._look), show(text[at:], self._look)
                shown = f"{first[-_BEFORE:]}{bar}{second[:_EXCERPT]}"
                yield Choice(f"{side} {number} {at}", f"{side} {number + 1}  {shown}")

    def _texts(self, bead: Bead) -> Iterator[tuple[Side, int, str]]:
        """Yield the side, the number and the text of every segment of a bead."""
        alignment = self._session.comparison.alignment
        for number in range(bead.source.start, bead.source.stop):
            yield "source", number, alignment.source.segments[number].text
        for number in range(bead.target.start, bead.target.stop):
            yield "target", number, alignment.target.segments[number].text

    def _roles(self, bead: Bead) -> Iterator[Choice]:
        """Yield the roles that the segments of a bead can get."""
        alignment = self._session.comparison.alignment
        for side, document, span in (
            ("source", alignment.source, bead.source),
            ("target", alignment.target, bead.target),
        ):
            for number in range(span.start, span.stop):
                segment = document.segments[number]
                role = Role.FURNITURE if segment.role is Role.BODY else Role.BODY
                text = show(segment.text, self._look)
                excerpt = f"{text[:_EXCERPT]}{self._look.symbols.ellipsis if len(text) > _EXCERPT else ''}"
                yield Choice(f"{side} {number} {role}", f"{role}: {side} {number + 1}  {excerpt}")

    def _half(self, bead: Bead, source: Span, target: Span) -> str:
        symbols = self._look.symbols
        alignment = self._session.comparison.alignment
        shape = f" {symbols.bar} ".join(numbers(span, symbols.dash) or symbols.dash for span in (source, target))
        more = len(bead.target) > len(bead.source)
        span, document = (target, alignment.target) if more else (source, alignment.source)
        text = show(document.text_over(span), self._look)
        return f"{shape}  {text[:_EXCERPT]}{symbols.ellipsis if len(text) > _EXCERPT else ''}".rstrip()

    def _bead(self, stage: Stage) -> int:
        """Return the bead under the cursor; of a fold none is."""
        entries = stage.columns.plan.entries
        if not entries:
            raise OptionError("expected a bead, found none here; Esc ends the search and the filter")
        if len(entries[stage.columns.place]) > 1:
            raise OptionError("expected a bead, found a fold; unfold it first")
        return stage.columns.bead

    def _done(self, stage: Stage, bead: int, message: str) -> None:
        stage.reload(bead)
        stage.tell(message)
