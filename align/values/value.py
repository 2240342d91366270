"""A value in a text: what kind it is, where it stands, what it may mean, and when two of them say the same."""

from enum import StrEnum
from typing import NamedTuple

from align.ledger import Span


class Kind(StrEnum):
    """What a value is; a *time* is counted in minutes of the day, months from 1, weekdays from 0 for Monday."""

    NUMBER = "number"
    MONTH = "month"
    WEEKDAY = "weekday"
    TIME = "time"


class Value(NamedTuple):
    """One value; a tuple, because values are made by the dozen for each sentence.

    Attributes:
        kind: of the value.
        chars: half-open characters of the text.
        readings: what it may mean, at least one: `1.350` is 1350 and 1.35.
        firm: whether it certainly is a value. One that is not, such as the English "one" or the name of a month that
            is a word besides, speaks for an equal value of the other side and is never missed itself.
        whole: the expression that it is part of, such as a date; its own characters where there is none.
        parts: numbers that stand for it where the other side writes it otherwise: hour and minute of a time, groups of
            digits between spaces.
    """

    kind: Kind
    chars: Span
    readings: frozenset[float]
    firm: bool = True
    whole: Span | None = None
    parts: tuple[float, ...] = ()

    @property
    def shown(self) -> Span:
        """Return the characters to show: those of the whole expression."""
        return self.whole or self.chars


_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def are_equal(one: Value, other: Value) -> bool:
    """Tell whether two values may mean the same; an hour and its number, a month and its number do.

    Args:
        one: a value.
        other: one of another text.

    >>> number = Value(Kind.NUMBER, Span(0, 5), frozenset({1350.0, 1.35}))
    >>> are_equal(number, Value(Kind.NUMBER, Span(3, 7), frozenset({1350.0})))
    True
    """
    if one.kind is other.kind:
        return not one.readings.isdisjoint(other.readings) or (one.kind is Kind.NUMBER and _is_short_year(one, other))
    kinds = {one.kind, other.kind}
    if kinds == {Kind.NUMBER, Kind.MONTH}:
        return not one.readings.isdisjoint(other.readings)
    if kinds == {Kind.NUMBER, Kind.TIME}:
        number, time = (one, other) if one.kind is Kind.NUMBER else (other, one)
        return not number.readings.isdisjoint(time.parts)
    return False


def _is_short_year(one: Value, other: Value) -> bool:
    """Tell whether one is a year and the other one its last two digits: 1998 and '98, the 1980s and les années 80."""
    for long, short in ((one, other), (other, one)):
        years = {reading % 100 for reading in long.readings if _FIRST_YEAR <= reading <= _LAST_YEAR}
        if years and not years.isdisjoint(short.readings):
            return True
    return False
