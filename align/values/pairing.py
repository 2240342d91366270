"""Which of the values that two texts do not share took each other's place, and what each is called."""

from collections.abc import Iterator, Sequence
from math import log10

from align.values.value import Kind, Value

_OTHER_KIND = 3.0  # as unlike as numbers of which one is a thousand times the other


def kind_of(value: Value) -> str:
    """Return what a value is called: `number`, `date`, `weekday` or `time`."""
    if value.kind is Kind.MONTH or (value.whole is not None and value.kind is Kind.NUMBER):
        return "date"
    return value.kind.value


def pair_values(
    source: Sequence[Value], target: Sequence[Value], lengths: tuple[int, int]
) -> Iterator[tuple[Value, Value]]:
    """Yield values of one kind that are like each other and stand in similar places; each is in one pair.

    A number may have taken the place of a date or a time, as in "80 May", which is no date.

    Args:
        source: what only one text says.
        target: what only the other one says.
        lengths: characters of both texts.
    """
    distances = [
        (abs(one.chars.start / lengths[0] - other.chars.start / lengths[1]) + _unlikeness(one, other), i, j)
        for i, one in enumerate(source)
        for j, other in enumerate(target)
        if _may_pair(one, other)
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for _, i, j in sorted(distances):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield source[i], target[j]


def _may_pair(one: Value, other: Value) -> bool:
    kinds = {kind_of(one), kind_of(other)}
    return len(kinds) == 1 or ("number" in kinds and not {one.kind, other.kind} & {Kind.MONTH, Kind.WEEKDAY})


def _unlikeness(one: Value, other: Value) -> float:
    """Return how unlike two values are: of other kinds, or by how many powers of ten a number is the larger one."""
    if kind_of(one) != kind_of(other):
        return _OTHER_KIND
    if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER:
        return 0.0
    return min(abs(log10(max(a, 0.1) / max(b, 0.1))) for a in one.readings for b in other.readings)
