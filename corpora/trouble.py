"""What could not be used, and why: one bad file never stops a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """A document that was set aside, and the reason in one line."""

    document: str
    reason: str
