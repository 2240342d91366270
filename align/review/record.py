"""What a project file says: the log played, and what is to be seen as things stand. `align.review.project` acts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Self

from align.bitext import Alignment, Bead, Comparison, Finding, Move, Verdict
from align.comparison import comparison_of
from align.errors import InputError
from align.review.action import Action
from align.review.draft import draft_of
from align.review.history import History
from align.review.judgement import UNTOUCHED, Judgement, State, Tally, judgements
from align.review.regroup import bead_at
from align.review.store import DAMAGE, Store
from align.review.structure import Base, Structure, region_of

_SHOWN = 8  # structures whose comparison is kept, so that undo and redo show at once


@dataclass(frozen=True, slots=True)
class _Known:
    """A comparison of a structure, whose identity is its key, and whether more will be known of it."""

    structure: Structure
    comparison: Comparison
    is_draft: bool


class Record:
    """An open project file as it stands."""

    def __init__(self, store: Store) -> None:
        """Read the log of a store and play it.

        Raises:
            InputError: there is nothing in it.
        """
        if not store.bases():
            store.close()
            raise InputError(
                f"{store.path}: expected a project with an alignment, found it empty; make it from two texts"
            )
        self._store = store
        self._base = lru_cache(maxsize=4)(lambda number: Base.of(store.base(number), number))
        self._history = History(self._base)
        self._comparisons: dict[int, _Known] = {}
        self._latest: Comparison | None = None
        self._drafting = False
        self._ids: tuple[Structure, tuple[str, ...]] | None = None
        self._judged: dict[str, Judgement] | None = None
        self.sort = store.sort()
        self.refresh()

    def __enter__(self) -> Self:
        """Return the project, which is closed at the end of the block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; everything has been saved."""
        self._store.close()

    @property
    def path(self) -> Path:
        """Return the path of the file."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be done here because the file cannot be written to."""
        return self._store.read_only

    @property
    def structure(self) -> Structure:
        """Return beads, moves, roles and locks as they stand."""
        return self._history.structure

    @property
    def alignment(self) -> Alignment:
        """Return the alignment as it stands."""
        return self.comparison.alignment

    @property
    def comparison(self) -> Comparison:
        """Return fates, coverage and findings as they stand; made once for each correction."""
        return self._known().comparison

    @property
    def is_draft(self) -> bool:
        """Return whether the comparison still lacks what the checks say of the inside of some beads."""
        return self._known().is_draft

    @property
    def entry(self) -> int:
        """Return the number of the last entry of the log, 0 if there is none."""
        return self._history.log[-1].number if self._history.log else 0

    def draft(self) -> None:
        """Compare from now on as far as can be told at once; somebody else does the rest, and calls `complete`."""
        self._drafting = True

    def complete(self, entry: int, verdict: Verdict, findings: Sequence[Finding]) -> bool:
        """Take what all checks say of the review as it stands, and return whether it is of that.

        Args:
            entry: number of the last entry of the log that was taken into account.
            verdict: what the two documents are to each other.
            findings: of all checks, in the order of the beads.
        """
        if entry != self.entry:
            return False
        known = self._known()
        comparison = replace(known.comparison, verdict=verdict, findings=tuple(findings))
        self._comparisons[id(self.structure)] = replace(known, comparison=comparison, is_draft=False)
        self._latest = comparison
        return True

    def _known(self) -> "_Known":
        """Return the comparison of the structure as it stands."""
        structure = self.structure
        known = self._comparisons.get(id(structure))
        if known is None:
            alignment = structure.alignment()
            comparison = draft_of(alignment, self._latest) if self._drafting else comparison_of(alignment)
            known = _Known(structure, comparison, is_draft=self._drafting and comparison.are_versions)
            while len(self._comparisons) >= _SHOWN:
                del self._comparisons[next(iter(self._comparisons))]
            self._comparisons[id(structure)] = known
        self._latest = known.comparison
        return known

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings as they stand, in the order of the beads."""
        return self.comparison.findings

    @property
    def bead_ids(self) -> tuple[str, ...]:
        """Return the id of each bead, made from its texts."""
        if self._ids is None or self._ids[0] is not self.structure:
            self._ids = self.structure, self.structure.ids()
        return self._ids[1]

    @property
    def log(self) -> tuple[Action, ...]:
        """Return all that was ever done, undone and redone, in order."""
        return tuple(self._history.log)

    @property
    def done(self) -> tuple[Action, ...]:
        """Return what is done and not undone, in order."""
        return tuple(self._history.done)

    @property
    def can_undo(self) -> bool:
        """Return whether there is anything to undo."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Return whether there is anything to redo."""
        return bool(self._history.undone)

    @property
    def tally(self) -> Tally:
        """Return how many of what is to be judged is judged, open and disputed."""
        judged = [self.judgement(subject) for subject in self.subjects()]
        still_open = sum(each.state is State.OPEN for each in judged)
        return Tally(len(judged) - still_open, still_open, sum(each.disputed for each in judged))

    def subjects(self) -> tuple[str, ...]:
        """Return the ids of all that is to be judged: the findings, or of a sample the beads."""
        return self.bead_ids if self.sort == "sample" else tuple(finding.id for finding in self.findings)

    def judgement(self, subject: str) -> Judgement:
        """Return what was decided about a finding or bead, by its id."""
        if self._judged is None:
            self._judged = judgements(self._history.done)
        return self._judged.get(subject, UNTOUCHED)

    def is_locked(self, bead: int) -> bool:
        """Return whether a bead is locked."""
        return region_of(bead_at(self.structure, bead)) in self.structure.locked

    def is_made(self, bead: int) -> bool:
        """Return whether a person made a bead, or the move that it belongs to."""
        found, made = bead_at(self.structure, bead), self.structure.made
        pairs: list[Bead | Move] = [found, *(move for move in self.structure.moves if _holds(move, found))]
        return any(region_of(pair) in made for pair in pairs)

    def lost(self) -> tuple[Action, ...]:
        """Return what is done but applies to nothing here: its text was corrected, or other beads stand there."""
        known = {*self.bead_ids, *(finding.id for finding in self.findings)}
        gone = set(self.structure.lost)
        return tuple(a for a in self._history.done if a.number in gone or (a.subject and a.subject not in known))

    def refresh(self) -> bool:
        """Read what others have added meanwhile, and return whether there was anything.

        Raises:
            InputError: the file is damaged.
        """
        new = list(self._store.actions(self.entry))
        for action in new:
            try:
                self._take(action)
            except DAMAGE as error:
                told = f"found {action.kind.value} as entry {action.number}, which cannot be: {error}"
                raise InputError(f"{self.path}: expected a sound log, {told}; take a copy of it") from None
        return bool(new)

    def _take(self, action: Action) -> None:
        self._history.take(action)
        self._judged = None


def _holds(move: Move, bead: Bead) -> bool:
    """Tell whether a null bead belongs to a move."""
    if bead.source and bead.target:
        return False
    own, whole = (bead.source, move.source) if bead.source else (bead.target, move.target)
    return whole.start <= own.start and own.stop <= whole.stop
