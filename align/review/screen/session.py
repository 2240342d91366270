"""What the screen asks of the record of a review: the comparison as it stands, what was decided, and what can be done.

Whatever cannot be done raises an `AlignError`, whose message the screen shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from align.bitext import Comparison, Role, Span
from align.review.action import Side

Judgement = Literal["accept", "reject", "unsure"]
State = Literal["", "accept", "reject", "unsure"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings were judged, how many are open, and how many of those judged were rejected or left unsure."""

    judged: int
    open: int
    disputed: int


class Session(Protocol):
    """One review that is open; `bead` is always a number in the comparison as it stands now."""

    @property
    def comparison(self) -> Comparison:
        """Return the comparison with all corrections."""

    @property
    def warnings(self) -> Sequence[str]:
        """Return what a person should know first: that it is open for reading only, which decisions apply no more."""

    def counts(self) -> Counts:
        """Return how far the review is."""

    def state(self, bead: int, finding: str = "") -> State:
        """Return what was decided: of a finding by its id, or of the bead, which is that of its findings if it has none."""

    def comments(self, bead: int) -> Sequence[str]:
        """Return the reasons and comments on a bead and its findings, the oldest first."""

    def is_locked(self, bead: int) -> bool:
        """Return whether no correction may touch a bead."""

    def judge(self, bead: int, judgement: Judgement, *, finding: str = "", why: str = "") -> None:
        """Decide on a finding, or on the bead where none is named."""

    def comment(self, bead: int, text: str) -> None:
        """Write a comment on a bead."""

    def merge(self, bead: int, neighbour: Literal["next", "previous"]) -> int:
        """Merge with a neighbour; return the bead that comes of it."""

    def split(self, bead: int, sources: int, targets: int) -> None:
        """Split behind so many segments of the source and of the target."""

    def shift(self, bead: int, end: Literal["first", "last"], way: Literal["up", "down"]) -> int:
        """Give the first or last segment to the bead above or below; return where the bead is afterwards."""

    def unlink(self, bead: int) -> None:
        """Take the two sides apart: dropped and added."""

    def link(self, source: Span, target: Span) -> int:
        """Link segments of both sides, wherever they stand; return the bead of the source."""

    def give_role(self, bead: int, side: Side, segment: int, role: Role) -> int:
        """Give a segment a role, by its number in the document; return the bead that holds it afterwards."""

    def lock(self, bead: int, *, locked: bool) -> None:
        """Lock a bead, or unlock it."""

    def undo(self, bead: int) -> int | None:
        """Undo a step from where the cursor is; return the bead where it was before, None if there is nothing to undo."""

    def redo(self, bead: int) -> int | None:
        """Redo a step, in the same way."""
