"""The log played: what is done, what is undone, and the structure that follows.

The log is only ever added to. An undo takes back the last thing done, a redo does again the last thing undone, and
anything new forgets what was undone. What the beads are after each step is kept, so a step back costs nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from align.errors import OptionError
from align.review.action import Action, Kind
from align.review.corrections import apply
from align.review.structure import Base, Structure


class History:
    """What the actions of a log make of a base."""

    def __init__(self, load: Callable[[int], Base]) -> None:
        """Start from the first base.

        Args:
            load: number of a base, from 1, to the base.
        """
        self._load = load
        self.done: list[Action] = []
        self.undone: list[Action] = []
        self.log: list[Action] = []
        self._checked: tuple[Action, Structure] | None = None
        self._structures = [Structure.of(load(1))]

    @property
    def structure(self) -> Structure:
        """Return the structure as it stands."""
        return self._structures[-1]

    def check(self, action: Action) -> None:
        """Work out what an action that is no undo and no redo would give; nothing is to be seen of it yet.

        Raises:
            ValueError: a correction does not apply.
            OptionError: the same, told for a person.
        """
        if action.changes_beads:
            self._checked = action, self._after(action)

    def take(self, action: Action) -> None:
        """Add an entry of the log."""
        self.log.append(action)
        if action.kind is Kind.UNDO:
            self._step_back()
        elif action.kind is Kind.REDO:
            self._do(self.undone.pop())
        else:
            self._do(action)
            self.undone.clear()

    def _do(self, action: Action) -> None:
        if action.changes_beads:
            checked, structure = self._checked or (None, None)
            self._structures.append(structure if structure and checked is action else self._after(action))
            self._checked = None
        self.done.append(action)

    def _step_back(self) -> None:
        action = self.done.pop()
        if action.changes_beads:
            self._structures.pop()
        self.undone.append(action)

    def _after(self, action: Action) -> Structure:
        if action.kind is Kind.REBASE:
            return self._rebased(int(action.detail["base"]))
        return apply(self.structure, action)

    def _rebased(self, number: int) -> Structure:
        """Return another base with all corrections so far that apply to it; the others are lost to it."""
        return played(Structure.of(self._load(number)), self.done)


def played(structure: Structure, actions: Iterable[Action]) -> Structure:
    """Return a structure after corrections, and which of them did not apply.

    Args:
        structure: a base without any.
        actions: in order; those that correct nothing are passed over.
    """
    lost = []
    for action in actions:
        if action.changes_beads and action.kind is not Kind.REBASE:
            try:
                structure = apply(structure, action)
            except (ValueError, OptionError):
                lost.append(action.number)
    return replace(structure, lost=tuple(lost))
