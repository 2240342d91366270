"""A review: everything that a person can do about an alignment, each of it saved before the call returns.

Every method that acts takes the cursor of the person and returns the entry of the log. A wrong id, bead or segment is
an OptionError, after which nothing has changed, and so is a bead that another person has changed meanwhile; a file that
cannot be written to is an InputError. A project belongs to the thread that opened it.
"""

import getpass
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from align.bitext import Alignment, Role, Span
from align.errors import OptionError
from align.review.action import Action, Cursor, Json, Kind, Side
from align.review.corrections import cut_detail, link_detail, regroup_detail, role_detail
from align.review.record import Record
from align.review.regroup import End, Neighbour, Regrouping, Way, bead_at, merge, shift, split, unlink

START = Cursor()


class Project(Record):
    """An open project; `open_project` and `make_project` give one."""

    def accept(self, subject: str, why: str = "", *, cursor: Cursor = START) -> Action:
        """Say that a finding, or a bead, is right.

        Args:
            subject: its id.
            why: a reason, if there is one.
            cursor: where the person is.
        """
        return self._decide(Kind.ACCEPT, subject, why, cursor)

    def reject(self, subject: str, why: str, *, cursor: Cursor = START) -> Action:
        """Say that a finding, or a bead, is wrong.

        Args:
            subject: its id.
            why: the reason, which is asked for.
            cursor: where the person is.
        """
        if not why.strip():
            raise OptionError("expected a reason for what is rejected, found none; say why")
        return self._decide(Kind.REJECT, subject, why, cursor)

    def unsure(self, subject: str, why: str = "", *, cursor: Cursor = START) -> Action:
        """Say that one cannot tell whether a finding, or a bead, is right.

        Args:
            subject: its id.
            why: a reason, if there is one.
            cursor: where the person is.
        """
        return self._decide(Kind.UNSURE, subject, why, cursor)

    def reopen(self, subject: str, *, cursor: Cursor = START) -> Action:
        """Make a finding, or a bead, as if nothing had been decided about it.

        Args:
            subject: its id.
            cursor: where the person is.
        """
        return self._decide(Kind.REOPEN, subject, "", cursor)

    def comment(self, subject: str, text: str, *, cursor: Cursor = START) -> Action:
        """Write something about a finding or a bead.

        Args:
            subject: its id.
            text: what is to be said.
            cursor: where the person is.
        """
        if not text.strip():
            raise OptionError("expected the text of a comment, found none")
        return self._decide(Kind.COMMENT, subject, text, cursor)

    def note(self, text: str, *, cursor: Cursor = START) -> Action:
        """Write something about the whole.

        Args:
            text: what is to be said.
            cursor: where the person is.
        """
        if not text.strip():
            raise OptionError("expected the text of a note, found none")
        return self._act(Kind.NOTE, cursor, why=text)

    def merge(self, bead: int, neighbour: Neighbour, *, cursor: Cursor = START) -> Action:
        """Make one bead of a bead and its neighbour.

        Args:
            bead: its number, from 0.
            neighbour: `next` or `previous`.
            cursor: where the person is.
        """
        return self._regroup(Kind.MERGE, lambda: merge(self.structure, bead, neighbour), cursor)

    def split(self, bead: int, sources: int, targets: int, *, cursor: Cursor = START) -> Action:
        """Make two beads of one.

        Args:
            bead: its number, from 0.
            sources: how many of its source segments go into the first one; all, if it has fewer.
            targets: the same for the target.
            cursor: where the person is.
        """
        return self._regroup(Kind.SPLIT, lambda: split(self.structure, bead, sources, targets), cursor)

    def shift(self, bead: int, end: End, way: Way, side: Side | None = None, *, cursor: Cursor = START) -> Action:
        """Move the first segment of a bead to the bead before it, or the last one to the bead after it.

        Args:
            bead: its number, from 0.
            end: which of its segments.
            way: `up` for the first one, `down` for the last one.
            side: of which text; that with more segments if None, and the target if both have as many.
            cursor: where the person is.
        """
        return self._regroup(Kind.SHIFT, lambda: shift(self.structure, bead, end, way, side), cursor)

    def unlink(self, bead: int, *, cursor: Cursor = START) -> Action:
        """Say that the two sides of a bead do not correspond: each segment becomes a null bead.

        Args:
            bead: its number, from 0.
            cursor: where the person is.
        """
        return self._regroup(Kind.UNLINK, lambda: unlink(self.structure, bead), cursor)

    def cut(self, side: Side, segment: int, at: int, *, cursor: Cursor = START) -> Action:
        """Make two segments of one, which stay in its bead; from there a half can be shifted, split off or linked.

        Args:
            side: of which text.
            segment: its number in the document, from 0.
            at: how many of its characters the first half has; white space there is in neither half.
            cursor: where the person is.
        """
        return self._act(Kind.CUT, cursor, lambda: cut_detail(self.structure, side, segment, at))

    def link(self, source: Span, target: Span, *, cursor: Cursor = START) -> Action:
        """Say that segments correspond, wherever they stand: as a bead if they can be one in order, as a move if not.

        Args:
            source: half-open numbers of source segments of one bead.
            target: the same for the target.
            cursor: where the person is.
        """
        return self._act(Kind.LINK, cursor, lambda: link_detail(self.structure.base, source, target))

    def role(self, side: Side, segment: int, role: Role, *, cursor: Cursor = START) -> Action:
        """Say what a segment is on the page: furniture, or article text (`body`), or another role.

        Args:
            side: of which text.
            segment: its number in the document, from 0.
            role: the new one.
            cursor: where the person is.
        """

        def detail() -> Json:
            count = len(getattr(self.structure.base.alignment, side).segments)
            if not 0 <= segment < count:
                raise OptionError(f"expected a {side} segment from 0 to {count - 1}, found {segment}")
            return role_detail(self.structure.base, side, segment, role)

        return self._act(Kind.ROLE, cursor, detail)

    def lock(self, first: int, last: int, *, cursor: Cursor = START) -> Action:
        """Lock a passage: no correction touches it, and it is an anchor when the texts are aligned again.

        Args:
            first: number of its first bead, from 0.
            last: number of its last bead, which is in it.
            cursor: where the person is.
        """
        return self._regroup(Kind.LOCK, lambda: self._passage(first, last), cursor)

    def unlock(self, first: int, last: int, *, cursor: Cursor = START) -> Action:
        """Unlock a passage.

        Args:
            first: number of its first bead, from 0.
            last: number of its last bead, which is in it.
            cursor: where the person is.
        """
        return self._regroup(Kind.UNLOCK, lambda: self._passage(first, last), cursor)

    def rebase(self, alignment: Alignment, why: str, *, cursor: Cursor = START) -> Action:
        """Put another alignment under the review; what still applies stays, and `lost` tells the rest.

        Args:
            alignment: of the same texts, or of the texts as they are now.
            why: what has happened: aligned again, a text read again.
            cursor: where the person is.
        """

        def detail() -> Json:
            self._base.cache_clear()  # it may hold one that was never committed
            return {"base": self._store.add_base(alignment, sort=self.sort, at=now())}

        return self._act(Kind.REBASE, cursor, detail, why=why)

    def undo(self) -> Action:
        """Take back the last thing done, and return it; its cursor is where the person was before.

        Raises:
            OptionError: there is nothing to undo.
        """
        return self._step(Kind.UNDO)

    def redo(self) -> Action:
        """Do again what was undone last, and return it.

        Raises:
            OptionError: there is nothing to redo.
        """
        return self._step(Kind.REDO)

    def _decide(self, kind: Kind, subject: str, why: str, cursor: Cursor) -> Action:
        self.refresh()
        if subject not in self.bead_ids and subject not in self.subjects():  # findings take a while
            raise OptionError(
                f"expected the id of a finding or a bead, found {subject!r}; --list shows those of findings"
            )
        return self._act(kind, cursor, subject=subject, why=why)

    def _regroup(self, kind: Kind, plan: Callable[[], Regrouping], cursor: Cursor) -> Action:
        return self._act(kind, cursor, lambda: regroup_detail(self.structure.base, plan()))

    def _passage(self, first: int, last: int) -> Regrouping:
        for number in (first, last):
            bead_at(self.structure, number)
        if last < first:
            raise OptionError(f"expected the first and the last bead of a passage, found {first} and {last}")
        beads = self.structure.beads[first : last + 1]
        shapes = tuple((len(bead.source), len(bead.target)) for bead in beads)
        return Regrouping(self.structure.region(first, last), shapes)

    def _step(self, kind: Kind) -> Action:
        """Undo or redo; not what others have done since one last looked."""
        with self._store.writing():
            if self.refresh():
                raise OptionError("expected the project as it was shown, found that another has changed it; look again")
            stack = self._history.done if kind is Kind.UNDO else self._history.undone
            if not stack:
                raise OptionError(f"expected something to {kind.value}, found nothing")
            found = stack[-1]
            entry = self._entry(kind, found.cursor, {}, "", "")
        self._take(entry)
        return found

    def _act(
        self, kind: Kind, cursor: Cursor, detail: Callable[[], Json] = dict, *, subject: str = "", why: str = ""
    ) -> Action:
        """Do one thing: check it against what stands in the file now, save it, and only then show it."""
        before = self.structure
        with self._store.writing():
            if self.refresh() and self.structure is not before and not subject:
                raise OptionError(
                    "expected the beads as they were shown, found that another has changed them; look again"
                )
            entry = self._entry(kind, cursor, detail(), subject, why)
            try:
                self._history.check(entry)
            except ValueError as error:
                raise OptionError(str(error)) from None
        self._take(entry)
        return entry

    def _entry(self, kind: Kind, cursor: Cursor, detail: Json, subject: str, why: str) -> Action:
        """Write an entry of the log, and return it with its number."""
        base = self.structure.base.number
        entry = Action(
            kind=kind, base=base, subject=subject, why=why, detail=detail, cursor=cursor, who=_who(), at=now()
        )
        return replace(entry, number=self._store.add_action(entry))


def _who() -> str:
    """Return the name of the person at the keyboard, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return "unknown"


def now() -> str:
    """Return the time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
