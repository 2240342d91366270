"""What a person did: one entry of the log. Entries are only ever added; undo and redo are entries, too."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

Side = Literal["source", "target"]
SIDES: tuple[Side, Side] = ("source", "target")
Json = Mapping[str, Any]


class Kind(StrEnum):
    """What an action does."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    REOPEN = "reopen"
    COMMENT = "comment"
    NOTE = "note"
    MERGE = "merge"
    SPLIT = "split"
    SHIFT = "shift"
    UNLINK = "unlink"
    CUT = "cut"
    LINK = "link"
    ROLE = "role"
    LOCK = "lock"
    UNLOCK = "unlock"
    REBASE = "rebase"
    UNDO = "undo"
    REDO = "redo"


DECISIONS = frozenset({Kind.ACCEPT, Kind.REJECT, Kind.UNSURE, Kind.REOPEN})
REGROUPS = frozenset({Kind.MERGE, Kind.SPLIT, Kind.SHIFT, Kind.UNLINK})  # other beads over the same segments
CORRECTIONS = REGROUPS | {Kind.CUT, Kind.LINK, Kind.ROLE, Kind.LOCK, Kind.UNLOCK}


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a person was when they acted: a bead, a side, and which segment of the bead on that side, from 0."""

    bead: int = 0
    side: Side = "source"
    segment: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One entry of the log.

    Attributes:
        number: from 1, rising; 0 as long as it is not in the store.
        kind: what it does.
        base: number of the alignment as made, from 1, that the places in `detail` count in.
        subject: id of the finding or bead that a decision or comment is about; empty for all else.
        why: the reason, the text of a comment or of a note.
        detail: of a correction, what `align.review.corrections` makes of it.
        cursor: where the person was before.
        who: a person's name.
        at: when, as ISO 8601 in UTC.
    """

    number: int = 0
    kind: Kind
    base: int = 1
    subject: str = ""
    why: str = ""
    detail: Json = field(default_factory=dict)
    cursor: Cursor = Cursor()
    who: str = ""
    at: str = ""

    @property
    def changes_beads(self) -> bool:
        """Return whether the alignment is another one after it."""
        return self.kind in CORRECTIONS or self.kind is Kind.REBASE


def detail_text(detail: Json) -> str:
    """Return a detail as JSON in ASCII, with its keys in order."""
    return json.dumps(detail, sort_keys=True, separators=(",", ":"))
