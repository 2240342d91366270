"""The application: what is on the screen, and which key leads to which action."""

from collections.abc import Callable, Mapping
from functools import cached_property

from textual import events, work
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from align.bitext import Comparison
from align.errors import AlignError
from align.report.terminal.look import Look
from align.report.terminal.marked import show
from align.report.terminal.rows import number_widths
from align.review.checking import Checked, Checker
from align.review.cosines import cosines
from align.review.screen.beads import Drawing, Layout, Line, fit_layout
from align.review.screen.canvas import Lines, as_text
from align.review.screen.columns import Columns
from align.review.screen.correct import Correct
from align.review.screen.detail import ASCII_SIGNS, SIGNS, detail_lines
from align.review.screen.frame import first_key, foot_lines, head_line
from align.review.screen.listing import Listing
from align.review.screen.overview import WIDTH, Map
from align.review.screen.questions import Question, Selection
from align.review.screen.session import Session
from align.review.screen.why import Why, explain

_REST = 0.08  # seconds on a bead before it is worked out why it stands so
_LEAST_DETAIL, _SHARE = 5, 4


class Review(App[None]):
    """The screen of a review; what is done is done to the session at once."""

    CSS = f"""
    Screen {{ background: ansi_default; color: ansi_default; }}
    #heads, #status, #footer {{ height: 1; }}
    #main {{ height: 1fr; }}
    #columns {{ width: 1fr; height: 100%; }}
    #map {{ width: {WIDTH}; height: 100%; }}
    #detail {{ height: 7; }}
    """
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: Session, look: Look, keys: Mapping[str, str], checker: Checker | None = None) -> None:
        """Prepare the screen.

        Args:
            session: the review.
            look: the symbols.
            keys: the action of each key.
            checker: looks inside of beads, and loads what that takes; None for a session without drafts.
        """
        super().__init__(ansi_color=True)
        self.session, self.look, self.keys = session, look, keys
        self.listing = Listing(session, look)
        self._warned: list[str] = []
        self.message = self._warnings()
        self._why: tuple[int, int, Why] | None = None
        self._rest: Timer | None = None
        self._numbers: tuple[Comparison, tuple[int, int]] | None = None
        self.correct = Correct(session, look)
        self._checker = checker
        self._is_waiting = False

    def compose(self) -> ComposeResult:
        """Return the parts of the screen, from top to bottom."""
        yield Lines(id="heads")
        with Horizontal(id="main"):
            yield self.columns
            yield self.map
        yield Lines(id="detail")
        yield Lines(id="status")
        yield Lines(id="footer")

    @cached_property
    def columns(self) -> Columns:
        """Return the two columns."""
        return Columns(self._drawing(self._fitting(80)))

    @cached_property
    def map(self) -> Map:
        """Return the map of the document."""
        return Map()

    def on_mount(self) -> None:
        """Show the first screen."""
        self.columns.focus()

    def on_unmount(self) -> None:
        """Wait for nobody."""
        if self._checker is not None:
            self._checker.close()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew, when the size is that of the terminal: textual takes it over after this."""
        if event.size == self.size:
            self._lay_out()
        else:
            self.call_later(self._lay_out)

    def _lay_out(self) -> None:
        self.query_one("#detail").styles.height = max(_LEAST_DETAIL, self.size.height // _SHARE)
        self.reload(self.columns.bead)

    def reload(self, bead: int) -> None:
        """Show what has changed, with the cursor on a bead."""
        comparison = self.session.comparison
        self._why = None
        layout = self._fitting(self.size.width)
        self.columns.show(self._drawing(layout), self.listing.plan(), bead)
        self.map.show(comparison, self.look)
        self.query_one("#heads", Lines).show([head_line(comparison.alignment, layout, self.look)])
        if self.session.is_draft and self._checker is not None and not self._is_waiting:
            self._is_waiting = True
            self.call_after_refresh(self._check, self._checker, self.session.entry)  # the screen comes first
        self.point()

    def point(self) -> None:
        """Show where the cursor is: in the map, in the details and in the status line."""
        self.map.point(self.columns.in_view, self.columns.bead)
        self._show_detail()
        self._show_status()
        if self._rest is not None:
            self._rest.stop()
        if self._why is None or self._why[:2] != self._asked:
            self._rest = self.set_timer(_REST, self._explain)

    def tell(self, message: str) -> None:
        """Say something in the status line, until the next key."""
        self.message = message
        self._show_status()

    def on_columns_moved(self) -> None:
        """Follow the cursor."""
        self.point()

    def on_map_chosen(self, event: Map.Chosen) -> None:
        """Go where the map says."""
        self.columns.go(self.columns.plan.place_of(event.bead))

    def on_columns_pressed(self, event: Columns.Pressed) -> None:
        """Do what a key says."""
        name = self.keys.get(event.key)
        if name is not None:
            self.act(name)

    def act(self, name: str) -> None:
        """Do an action by its name; what cannot be done is told in the status line."""
        self.message = ""
        doer = self.listing if hasattr(self.listing, f"do_{name}") else self.correct
        self.attempt(lambda: getattr(doer, f"do_{name}")(self))

    def attempt(self, work: Callable[[], None]) -> None:
        """Do some work; what cannot be done is told in the status line."""
        before = self.session.steps
        try:
            work()
        except AlignError as error:
            self.message = show(str(error), self.look)
            if self.session.steps != before:  # refused because of what another has done: there may be fewer beads
                self.reload(self.columns.bead)
        self._show_status()

    def ask(self, asked: Question | Selection, then: Callable[[str], None]) -> None:
        """Open a dialog.

        Args:
            asked: what is asked.
            then: is given the answer; is not called where there is none.
        """

        def answered(answer: str | None) -> None:
            self._set_behind(False)
            if answer is not None:
                self.attempt(lambda: then(answer))

        from align.review.screen.dialogs import dialog_for

        self._set_behind(True)
        self.push_screen(dialog_for(asked), answered)

    def open_details(self) -> None:
        """Show all that is known of the bead under the cursor, which may be too much for its pane."""
        from align.review.screen.dialogs import Tell, room_in_dialog

        self._set_behind(True)
        lines = self._details(room_in_dialog(self.size.width))
        self.push_screen(Tell(as_text(lines)), lambda _: self._set_behind(False))

    def forget(self) -> None:
        """Forget an action that waits for its second half."""
        self.correct.forget()

    def _details(self, width: int) -> list[Line]:
        """Return the lines about the bead under the cursor."""
        if not self.session.comparison.fates:
            return []
        known = self._why[2] if self._why and self._why[:2] == self._asked else None
        return detail_lines(self.session, self.columns.bead, known, self.look, width)

    @work(thread=True)
    def _check(self, checker: Checker, entry: int) -> None:
        """Have the inside of beads checked by another process, and wait for it beside the loop that answers keys."""
        checked = checker.check(entry)
        if self.is_running:
            self.call_from_thread(self._checked, checked)

    def _checked(self, checked: Checked) -> None:
        """Show what the checks have found; where beads have changed meanwhile, they are asked once more."""
        self._is_waiting = False
        if checked.trouble:
            self._checker = None
            self.message = show(f"nothing looks inside of beads any more: {checked.trouble}", self.look)
        else:
            self.session.complete(checked)
            self.message = "; ".join(filter(None, (self.message, self._warnings())))
        self.reload(self.columns.bead)

    def _warnings(self) -> str:
        """Return what a person should know that has not been told yet."""
        new = [warning for warning in self.session.warnings if warning not in self._warned]
        self._warned += new
        return "; ".join(show(warning, self.look) for warning in new)

    @property
    def _asked(self) -> tuple[int, int]:
        return self.columns.bead, id(self.session.comparison)

    @work(thread=True, exclusive=True)
    def _explain(self) -> None:
        """Work out why the bead stands so, beside the loop that answers keys."""
        bead, comparison = self.columns.bead, self.session.comparison
        if bead < len(comparison.fates):
            why = explain(comparison.alignment, bead, self._checker.cosines if self._checker else cosines)
            self.call_from_thread(self._explained, (bead, id(comparison), why))

    def _explained(self, why: tuple[int, int, Why]) -> None:
        self._why = why
        self._show_detail()

    def _set_behind(self, behind: bool) -> None:
        """Draw columns and map as they have to be behind a dialog, or not."""
        for widget in (self.columns, self.map):
            widget.behind = behind
            widget.refresh()

    def _show_detail(self) -> None:
        lines = self._details(self.size.width)
        pane = self.query_one("#detail", Lines)
        rule: Line = [(self.look.symbols.rule * self.size.width, "dim")]
        room = max(pane.size.height - 1, 1)
        if len(lines) > room:
            more = (
                f" {self.look.symbols.ellipsis} {len(lines) - room + 1} more lines: {first_key('details', self.keys)}"
            )
            lines = [*lines[: room - 1], [(more, "dim")]]
        pane.show([rule, *lines])

    def _show_status(self) -> None:
        counts = self.session.counts()
        parts = [f"{counts.judged} judged", f"{counts.open} open", f"{counts.disputed} disputed", *self.listing.said()]
        if self._is_waiting:
            parts.append(f"checking{self.look.symbols.ellipsis}")
        status, footer = foot_lines(parts, self.message, self.keys, self.look, self.size.width)
        self.query_one("#status", Lines).show([status])
        self.query_one("#footer", Lines).show([footer])

    def _fitting(self, width: int) -> Layout:
        comparison = self.session.comparison
        if self._numbers is None or self._numbers[0] is not comparison:
            self._numbers = comparison, number_widths(comparison.alignment)
        return fit_layout(width - WIDTH, self._numbers[1], terminal=width)

    def _drawing(self, layout: Layout) -> Drawing:
        return Drawing(self.session.comparison, layout, self.look, self._sign)

    def _sign(self, bead: int) -> str:
        signs = SIGNS if self.look.symbols.dash == "–" else ASCII_SIGNS
        return signs[self.session.state(bead)]
