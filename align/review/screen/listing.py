"""Moving about: what is listed (filter, fold, search) and the actions that change no decision."""

from collections.abc import Callable, Iterable, Sequence

from align.report.terminal.look import Look
from align.report.terminal.marked import show
from align.report.wording import count
from align.review.judgement import State
from align.review.screen.actions import ACTIONS
from align.review.screen.keys import keys_of
from align.review.screen.plan import Plan, kinds_of, plan_all, plan_folded, plan_some
from align.review.screen.questions import Choice, Question, Selection
from align.review.screen.session import Session
from align.review.screen.stage import Stage

_Chooser = Callable[[Sequence[int], int], int | None]
_ORDER = ("Session", "Judging", "Correcting", "Moving", "Looking")


class Listing:
    """What the columns list, and how a person gets from one entry to another."""

    def __init__(self, session: Session, look: Look) -> None:
        """List everything.

        Args:
            session: the review.
            look: the symbols.
        """
        self._session, self._look = session, look
        self._kind, self._words, self._folded = "", "", False
        self._hits: list[int] = []

    def plan(self) -> Plan:
        """Return what is to be listed now."""
        comparison = self._session.comparison
        self._hits = self._find() if self._words else []
        if self._kind:
            return plan_some(kinds_of(comparison).get(self._kind, ()))
        if self._folded:
            judged = {bead for bead in range(len(comparison.fates)) if self._session.state(bead) is not State.OPEN}
            return plan_folded(comparison, judged)
        return plan_all(len(comparison.fates))

    def said(self) -> list[str]:
        """Return what the status line says of the list."""
        parts = []
        if self._kind:
            parts.append(f"only {self._kind}")
        if self._folded and not self._kind:
            parts.append("kept folded")
        if self._words:
            parts.append(f"“{show(self._words, self._look)}”: {count(len(self._hits), 'hit')}")
        return parts

    def do_down(self, stage: Stage) -> None:
        """Go to the next entry."""
        stage.columns.go(stage.columns.place + 1)

    def do_up(self, stage: Stage) -> None:
        """Go to the previous entry."""
        stage.columns.go(stage.columns.place - 1)

    def do_page_down(self, stage: Stage) -> None:
        """Go a screen down."""
        stage.columns.page(1)

    def do_page_up(self, stage: Stage) -> None:
        """Go a screen up."""
        stage.columns.page(-1)

    def do_first(self, stage: Stage) -> None:
        """Go to the first entry."""
        stage.columns.go(0)

    def do_last(self, stage: Stage) -> None:
        """Go to the last entry."""
        stage.columns.go(len(stage.columns.plan.entries) - 1)

    def do_next_finding(self, stage: Stage) -> None:
        """Go to the next hit, or finding."""
        self._jump(stage, lambda beads, here: min((bead for bead in beads if bead > here), default=None), "below")

    def do_previous_finding(self, stage: Stage) -> None:
        """Go to the hit before, or finding."""
        self._jump(stage, lambda beads, here: max((bead for bead in beads if bead < here), default=None), "above")

    def do_search(self, stage: Stage) -> None:
        """Ask for words and go to the first bead that has them."""
        stage.ask(Question("Search in both columns", given=self._words), lambda words: self._search(stage, words))

    def do_filter(self, stage: Stage) -> None:
        """Ask for a kind and list its beads only."""
        kinds = kinds_of(self._session.comparison)
        choices = [Choice("", f"everything ({len(self._session.comparison.fates)})")]
        choices += [Choice(kind, f"{kind} ({len(beads)})") for kind, beads in kinds.items()]
        stage.ask(Selection("Show only", choices), lambda kind: self._filter(stage, kind))

    def do_fold(self, stage: Stage) -> None:
        """Fold what is kept, or unfold it."""
        self._folded = not self._folded
        stage.reload(stage.columns.bead)

    def do_clear(self, stage: Stage) -> None:
        """End the search and the filter, and leave the map."""
        changed = bool(self._kind or self._words)
        self._kind, self._words = "", ""
        stage.columns.focus()
        stage.forget()
        if changed:
            stage.reload(stage.columns.bead)

    def do_map(self, stage: Stage) -> None:
        """Hand the keys to the map."""
        stage.map.focus()
        stage.message = "map: ↑ ↓ go from one difference to the next, Enter leads back"

    def do_details(self, stage: Stage) -> None:
        """Show all that is known of the bead."""
        stage.open_details()

    def do_help(self, stage: Stage) -> None:
        """Show all actions with their keys, to search and to run."""
        width = max(len(_keys(action.name, stage)) for action in ACTIONS)
        choices = [
            Choice(action.name, f"{_keys(action.name, stage):{width}}  {action.title}", f"{action.group} {action.name}")
            for action in sorted(ACTIONS, key=lambda action: _ORDER.index(action.group))
        ]
        stage.ask(Selection("Keys: type to search, Enter runs", choices), stage.act)

    def do_commands(self, stage: Stage) -> None:
        """Show the same list: a command is an action."""
        self.do_help(stage)

    def do_quit(self, stage: Stage) -> None:
        """Leave."""
        stage.exit()

    def _jump(self, stage: Stage, choose: _Chooser, where: str) -> None:
        beads: Iterable[int] = self._hits if self._words else {f.bead for f in self._session.comparison.findings}
        listed = {entry.start for entry in stage.columns.plan.entries} if self._kind else None
        found = choose([bead for bead in beads if listed is None or bead in listed], stage.columns.bead)
        if found is None:
            stage.message = f"no {'hit' if self._words else 'finding'} {where}"
        else:
            stage.columns.go(stage.columns.plan.place_of(found))

    def _search(self, stage: Stage, words: str) -> None:
        if not words:
            self.do_clear(stage)
            return
        self._words = words
        self._hits = self._find()
        here = stage.columns.bead
        found = next((bead for bead in self._hits if bead >= here), self._hits[0] if self._hits else None)
        stage.tell("" if self._hits else "found nowhere: Esc ends the search")
        if found is not None:
            stage.columns.go(stage.columns.plan.place_of(found))

    def _filter(self, stage: Stage, kind: str) -> None:
        self._kind = kind
        stage.reload(stage.columns.bead)

    def _find(self) -> list[int]:
        """Return the beads that have the words on either side, whatever their case."""
        words = " ".join(self._words.casefold().split())
        alignment = self._session.comparison.alignment
        return [
            number
            for number, bead in enumerate(alignment.beads)
            if any(
                words in " ".join(document.text_over(span).casefold().split())
                for document, span in ((alignment.source, bead.source), (alignment.target, bead.target))
            )
        ]


def _keys(name: str, stage: Stage) -> str:
    return " ".join(keys_of(name, stage.keys))
