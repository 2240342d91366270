"""How much of a version another one has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a version's article text the other one has: segments and characters, covered and in all."""

    segments: int
    segments_in_all: int
    characters: int
    characters_in_all: int

    @property
    def share(self) -> float:
        """Return the share of characters that are covered, 0 to 1; 0 when there is no article text."""
        return self.characters / self.characters_in_all if self.characters_in_all else 0.0
