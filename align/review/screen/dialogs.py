"""What the screen asks: a line of text, or one of several things; each may be left with Escape."""

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from align.review.screen.questions import Question, Selection

_SHARE, _WIDEST = 90, 100  # of the terminal, in percent; in cells
_FRAME = 6  # cells that border, margin and the bar for scrolling take
_CSS = f"""
Ask, Choose, Tell {{ align: center middle; background: transparent; }}
.dialog {{ width: {_SHARE}%; max-width: {_WIDEST}; height: auto; max-height: 90%; border: round ansi_blue;
          background: ansi_default; padding: 0 1; }}
.dialog Label {{ width: 100%; }}
.dialog Input {{ border: none; height: 1; padding: 0; background: ansi_default; }}
.dialog OptionList {{ height: auto; max-height: 16; border: none; background: ansi_default; padding: 0;
                     scrollbar-size-vertical: 1; }}
.dialog OptionList > .option-list--option-highlighted {{ text-style: reverse; background: ansi_default;
                                                        color: ansi_default; }}
"""


class _Line(Input):
    """A line that gives what it holds when Enter comes; textual would take in first what was typed ahead behind it."""

    def on_key(self, event: events.Key) -> None:
        """Give it."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self, self.value))


class Ask(ModalScreen[str | None]):
    """Asks for a line of text, which may be empty."""

    CSS = _CSS

    def __init__(self, question: Question) -> None:
        """Prepare the question."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Return the title and the line."""
        with Vertical(classes="dialog"):
            yield Label(Text(self._question.title), markup=False)
            yield _Line(self._question.given, select_on_focus=False)
            yield Label(Text("Enter: done   Esc: never mind", "dim"), markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the answer."""
        self.dismiss(event.value.strip())

    def key_escape(self) -> None:
        """Give none."""
        self.dismiss(None)


class Choose(ModalScreen[str | None]):
    """Asks for one of several things; letters narrow down the list."""

    CSS = _CSS

    def __init__(self, selection: Selection) -> None:
        """Prepare the list."""
        super().__init__()
        self._selection = selection

    def compose(self) -> ComposeResult:
        """Return the title, the line for a search and the list."""
        with Vertical(classes="dialog"):
            yield Label(Text(self._selection.title, "bold"), markup=False)
            yield _Line(placeholder="type to search")
            yield OptionList(*self._options(""), markup=False)
            yield Label(Text("↑ ↓: choose   Enter: done   Esc: never mind", "dim"), markup=False)

    def on_mount(self) -> None:
        """Begin at the first choice."""
        self.query_one(OptionList).can_focus = False
        self.query_one(OptionList).highlighted = 0

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow down the list."""
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options(self._options(event.value))
        found.highlighted = 0 if found.option_count else None

    def on_input_submitted(self) -> None:
        """Give what is chosen."""
        found = self.query_one(OptionList)
        if found.highlighted is not None:
            self.dismiss(found.get_option_at_index(found.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was clicked on."""
        self.dismiss(event.option.id)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the line has the focus."""
        found = self.query_one(OptionList)
        moves = {"up": found.action_cursor_up, "down": found.action_cursor_down}
        moves |= {"pageup": found.action_page_up, "pagedown": found.action_page_down}
        if event.key in moves:
            moves[event.key]()
            event.stop()
        elif event.key == "escape":
            self.dismiss(None)
            event.stop()

    def _options(self, words: str) -> list[Option]:
        wanted = words.casefold().split()
        return [
            Option(Text(choice.shown, no_wrap=True, overflow="ellipsis"), id=choice.name)
            for choice in self._selection.choices
            if all(word in f"{choice.shown} {choice.words}".casefold() for word in wanted)
        ]


class Tell(ModalScreen[None]):
    """Tells something that is too long for its pane; any key that does not scroll leaves it."""

    CSS = _CSS + " .dialog VerticalScroll { height: auto; max-height: 100%; }"

    def __init__(self, text: Text) -> None:
        """Prepare the text."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Return the text in a frame that scrolls."""
        from textual.containers import VerticalScroll

        with Vertical(classes="dialog"):
            with VerticalScroll():
                yield Label(self._text, markup=False)
            yield Label(Text("↑ ↓: scroll   Esc: back", "dim"), markup=False)

    def on_key(self, event: events.Key) -> None:
        """Leave, or scroll."""
        if event.key in {"escape", "enter", "q"}:
            event.stop()
            self.dismiss(None)


def room_in_dialog(width: int) -> int:
    """Return how many cells of text a line of a dialog has room for, and the bar beside it.

    Args:
        width: of the terminal, in cells.
    """
    return min(width * _SHARE // 100, _WIDEST) - _FRAME


def dialog_for(asked: Question | Selection) -> Ask | Choose:
    """Return the dialog for what is asked."""
    return Ask(asked) if isinstance(asked, Question) else Choose(asked)
