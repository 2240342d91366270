"""One change inside one side of a kept sentence, planted in articles: what the checks find of it, and what besides.

A *mutator* makes one kind of change to a sentence, as a careless or a dishonest hand would. One table, one protocol;
`eval.mutate.protocol` plants and scores, whatever check it is that finds the change.
"""

from dataclasses import dataclass
from random import Random
from typing import Protocol

from align.bitext import Span
from align.plugins import load_member

MUTATORS: dict[str, str] = {
    "digits": "eval.mutate.digits:change_digits",
    "number-word": "eval.mutate.number_words:change_number_word",
    "weekday": "eval.mutate.days:change_weekday",
    "date": "eval.mutate.days:change_date",
    "unit": "eval.mutate.measures:change_unit",
    "currency": "eval.mutate.measures:change_currency",
    "negation": "eval.mutate.negation:change_negation",
    "hedge": "eval.mutate.hedges:drop_hedge",
    "name": "eval.mutate.names:change_name",
    "title": "eval.mutate.titles:drop_title",
    "quotation": "eval.mutate.quotations:drop_marks",
    "clause": "eval.mutate.clauses:cut_clause",
    "short-clause": "eval.mutate.clauses:cut_short_clause",
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """A changed sentence.

    Attributes:
        text: the sentence as it reads now.
        span: half-open characters of `text` that are new; empty at the place where something was cut.
        was: what stood there before; empty for what was put in.
    """

    text: str
    span: Span
    was: str

    def __post_init__(self) -> None:
        """Check that something changed, in a place that the text has."""
        if self.span.stop > len(self.text) or self.text[self.span.start : self.span.stop] == self.was:
            raise ValueError(f"expected a change within {self.text!r}, found {self.was!r} at {self.span}")


class Mutator(Protocol):
    """Makes one kind of change to a sentence."""

    def __call__(self, sentence: str, language: str, rng: Random) -> Mutation | None:
        """Return the sentence with one change that alters what it says, None where it has nothing of that kind.

        Args:
            sentence: as read.
            language: its BCP 47 tag.
            rng: what decides between several places and several changes.
        """
        ...


def load_mutator(name: str) -> Mutator:
    """Return the mutator of this name.

    Raises:
        OptionError: no mutator has this name.
    """
    mutator: Mutator = load_member(MUTATORS, name, kind="mutator")
    return mutator


def put_in(sentence: str, place: Span, new: str) -> Mutation:
    """Return the sentence with other characters in a place; none of them where something is cut.

    >>> put_in("It has 64 seats.", Span(7, 9), "46").text
    'It has 46 seats.'
    """
    text = sentence[: place.start] + new + sentence[place.stop :]
    return Mutation(text, Span(place.start, place.start + len(new)), sentence[place.start : place.stop])
