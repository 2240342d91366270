"""What of a comparison a person wants to see, and how wide and colourful."""

from dataclasses import dataclass
from typing import Literal

from align.errors import OptionError

Color = Literal["auto", "always", "never"]

LEAST_WIDTH = 40


@dataclass(frozen=True, slots=True)
class View:
    """How a report is to be shown; a report follows what makes sense for it, and one for machines nothing.

    Attributes:
        only: just the beads with these fates, or with findings of these kinds; None for all.
        context: kept beads shown on either side of a difference; None for all.
        around: beads shown on either side of those that `only` names.
        summary: show what the versions are to each other as wholes, and no beads.
        width: cells in a line, 40 or more; None for what the stream has.
        color: `auto` follows the terminal and the environment.
    """

    only: frozenset[str] | None = None
    context: int | None = 1
    around: int = 0
    summary: bool = False
    width: int | None = None
    color: Color = "auto"

    def __post_init__(self) -> None:
        """Refuse a width below 40, in which nothing can be laid out, with an OptionError."""
        if self.width is not None and self.width < LEAST_WIDTH:
            raise OptionError(f"expected a width of {LEAST_WIDTH} cells or more, found {self.width}")


USUAL = View()
