"""What people think of findings and beads: the last decision about each, and all comments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from align.review.action import DECISIONS, Action, Kind


class State(StrEnum):
    """What was decided about a finding or a bead."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"


_STATES = {Kind.ACCEPT: State.ACCEPTED, Kind.REJECT: State.REJECTED, Kind.UNSURE: State.UNSURE, Kind.REOPEN: State.OPEN}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was decided about a finding or a bead.

    Attributes:
        state: the last decision.
        why: its reason; empty for none.
        who: whose it is.
        at: when, ISO 8601.
        comments: all that people wrote, in order.
        disputed: whether two people last decided differently.
    """

    state: State = State.OPEN
    why: str = ""
    who: str = ""
    at: str = ""
    comments: tuple[str, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings were judged, are open, and are disputed; those who are disputed are judged, too."""

    judged: int
    open: int
    disputed: int


UNTOUCHED = Judgement()


def judgements(actions: Iterable[Action]) -> dict[str, Judgement]:
    """Return what was decided, by the id of the finding or bead.

    Args:
        actions: what is done and not undone, in order.
    """
    by_subject: dict[str, list[Action]] = {}
    for action in actions:
        if action.subject:
            by_subject.setdefault(action.subject, []).append(action)
    return {subject: _judgement_of(members) for subject, members in by_subject.items()}


def _judgement_of(members: Sequence[Action]) -> Judgement:
    """Return what actions about one subject, in order, come to."""
    comments = tuple(action.why for action in members if action.kind is Kind.COMMENT)
    decisions = [action for action in members if action.kind in DECISIONS]
    if not decisions:
        return Judgement(comments=comments)
    last = decisions[-1]
    opinions = {action.who: _STATES[action.kind] for action in decisions}
    disputed = len(set(opinions.values()) - {State.OPEN}) > 1
    return Judgement(_STATES[last.kind], last.why, last.who, last.at, comments, disputed)
