"""Progress on stderr: how far, how fast, how long yet. On a terminal one line that changes, else some lines."""

import sys
from time import monotonic

_OFTEN, _RARELY = 0.2, 10.0  # seconds between two lines


class Progress:
    """Tells how a piece of work goes on."""

    def __init__(self, name: str, total: int, *, quiet: bool) -> None:
        """Begin.

        Args:
            name: of the work.
            total: pieces that there are.
            quiet: say nothing.
        """
        self._name, self._total, self._quiet = name, total, quiet
        self._begun = self._said = monotonic()
        self._done = self._pairs = 0

    def add(self, pairs: int) -> None:
        """Tell that one more piece is done, and how many pairs of sentences came of it."""
        self._done += 1
        self._pairs += pairs
        now = monotonic()
        pause = _OFTEN if sys.stderr.isatty() else _RARELY
        if not self._quiet and (now - self._said >= pause):
            self._said = now
            self._say(now)

    def end(self) -> None:
        """Say the last word."""
        if not self._quiet and self._total:
            self._say(monotonic())
            if sys.stderr.isatty():
                sys.stderr.write("\n")

    def _say(self, now: float) -> None:
        passed = max(now - self._begun, 1e-6)
        left = passed / max(self._done, 1) * (self._total - self._done)
        line = (
            f"{self._name}: {self._done} of {self._total} shards, {self._pairs / passed:.0f} pairs/s, {left:.0f} s left"
        )
        sys.stderr.write(f"\r{line}\x1b[K" if sys.stderr.isatty() else f"{line}\n")
        sys.stderr.flush()
