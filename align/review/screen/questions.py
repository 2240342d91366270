"""What the screen asks, before there is a dialog: dialogs are loaded when the first question is put."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """Asks for a line of text; `given` stands there at first."""

    title: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its name, how it is shown, and what else it is found by."""

    name: str
    shown: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Asks for one of several things, in the order in which they stand."""

    title: str
    choices: Sequence[Choice]
