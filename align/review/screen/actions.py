"""The actions of the screen: one table, from which keys, footer, help, commands and documentation are made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """What a key does.

    Attributes:
        name: as in a file of keys; the method of the screen is `do_` and the name.
        keys: that it has when no file says otherwise.
        short: for the footer, in a word.
        title: for the help, in a phrase.
        group: under which it stands in the help.
    """

    name: str
    keys: tuple[str, ...]
    short: str
    title: str
    group: str


_MOVE, _LOOK, _JUDGE, _CORRECT, _APP = "Moving", "Looking", "Judging", "Correcting", "Session"
ACTIONS: tuple[Action, ...] = (
    Action("help", ("?",), "help", "show the keys; type to search, Enter runs", _APP),
    Action("down", ("j", "down"), "down", "next bead", _MOVE),
    Action("up", ("k", "up"), "up", "previous bead", _MOVE),
    Action("next_finding", ("n",), "next", "next finding, or next hit of a search", _MOVE),
    Action("previous_finding", ("N",), "previous", "previous finding, or previous hit", _MOVE),
    Action("page_down", ("pagedown", "space", "ctrl+d"), "page", "a page down", _MOVE),
    Action("page_up", ("pageup", "ctrl+u"), "page up", "a page up", _MOVE),
    Action("first", ("g", "home"), "top", "first bead", _MOVE),
    Action("last", ("G", "end"), "end", "last bead", _MOVE),
    Action("search", ("/",), "search", "search in both columns", _LOOK),
    Action("filter", ("f",), "filter", "show one kind only", _LOOK),
    Action("fold", ("=",), "fold", "fold kept beads, or unfold them", _LOOK),
    Action("map", ("m",), "map", "walk along the map of the document", _LOOK),
    Action("details", ("enter",), "details", "show all that is known of this bead", _LOOK),
    Action("clear", ("escape",), "clear", "end the search and the filter", _LOOK),
    Action("accept", ("a",), "accept", "accept: the finding, or the bead, is right", _JUDGE),
    Action("reject", ("r",), "reject", "reject, and say why", _JUDGE),
    Action("unsure", ("s",), "unsure", "mark as unsure", _JUDGE),
    Action("comment", ("c",), "comment", "write a comment", _JUDGE),
    Action("merge_next", ("M",), "merge", "merge with the next bead", _CORRECT),
    Action("merge_previous", ("W",), "merge back", "merge with the previous bead", _CORRECT),
    Action("split", ("S",), "split", "split this bead in two", _CORRECT),
    Action("cut", ("C",), "cut", "cut a sentence in two, so that a part of it can be shifted", _CORRECT),
    Action("unlink", ("x",), "unlink", "unlink: dropped here, added there", _CORRECT),
    Action("link", ("l",), "link", "link two distant beads: once at each of them", _CORRECT),
    Action("shift_up", ("K",), "shift up", "give the first text of it to the bead before", _CORRECT),
    Action("shift_down", ("J",), "shift down", "give the last text of it to the next bead", _CORRECT),
    Action("role", ("t",), "role", "mark as furniture, or as body", _CORRECT),
    Action("lock", ("L",), "lock", "lock this bead, or unlock it", _CORRECT),
    Action("undo", ("u",), "undo", "undo the last step", _CORRECT),
    Action("redo", ("U",), "redo", "redo what was undone", _CORRECT),
    Action("commands", ("ctrl+p",), "commands", "run a command by its name", _APP),
    Action("quit", ("q", "ctrl+c"), "quit", "leave; everything is saved already", _APP),
)
BY_NAME: dict[str, Action] = {action.name: action for action in ACTIONS}
FOOTER = (
    "help accept reject unsure comment next_finding merge_next split unlink link undo quit "
    "search filter fold map role commands"
).split()
