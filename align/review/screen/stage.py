"""What actions ask of the application, so that they need not know how it is built."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from align.review.screen.columns import Columns
from align.review.screen.overview import Map
from align.review.screen.questions import Question, Selection


class Stage(Protocol):
    """The application, as the actions see it."""

    message: str
    keys: Mapping[str, str]

    @property
    def columns(self) -> Columns:
        """Return the two columns."""

    @property
    def map(self) -> Map:
        """Return the map of the document."""

    def reload(self, bead: int) -> None:
        """Show what has changed, with the cursor on a bead."""

    def tell(self, message: str) -> None:
        """Say something in the status line."""

    def attempt(self, work: Callable[[], None]) -> None:
        """Do some work; what cannot be done is told in the status line."""

    def act(self, name: str) -> None:
        """Do an action by its name."""

    def forget(self) -> None:
        """Forget an action that waits for its second half."""

    def ask(self, asked: Question | Selection, then: Callable[[str], None]) -> None:
        """Open a dialog.

        Args:
            asked: what is asked.
            then: is given the answer; is not called where there is none.
        """

    def open_details(self) -> None:
        """Show all that is known of the bead under the cursor."""

    def exit(self, result: Any = None) -> None:
        """Leave."""
