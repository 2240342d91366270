"""Which values of one text have none that says the same in another one."""

from collections.abc import Iterable, Sequence

from align.values.value import Kind, Value, are_equal


def unmatched(source: Sequence[Value], target: Sequence[Value]) -> tuple[list[Value], list[Value]]:
    """Return the firm values of either text that have no equal in the other one; each equal counts once.

    What is not firm, and a time for its hour and its minute, may be the equal of several.

    Args:
        source: the values of one text, in order.
        target: those of the other.

    >>> from align.values import read_values
    >>> left = unmatched(read_values("64 cars in 3 rows", "en"), read_values("46 voitures sur trois rangs", "fr"))
    >>> [sorted(value.readings) for side in left for value in side]
    [[64.0], [46.0]]
    """
    taken: set[int] = set()
    left: list[Value] = []
    for one in source:
        if not one.firm:
            continue
        equal = [k for k, other in enumerate(target) if k not in taken and other.firm and are_equal(one, other)]
        best = min(equal, key=lambda k: (not _is_exact(one, target[k]), k), default=None)
        if best is None:
            left.append(one)
        else:
            taken.add(best)
    rest = [other for k, other in enumerate(target) if other.firm and k not in taken]
    return without_equals(left, _reusable(target)), without_equals(rest, _reusable(source))


def _is_exact(one: Value, other: Value) -> bool:
    """Tell whether two values are the same, and not only a year and its end, or the number 5 and May."""
    return one.kind is other.kind and not one.readings.isdisjoint(other.readings)


def without_equals(values: Iterable[Value], others: Sequence[Value]) -> list[Value]:
    """Return the values that have no equal among others, however often each is taken.

    Args:
        values: of one text.
        others: of another one.
    """
    return [value for value in values if not any(are_equal(value, other) for other in others)]


def _reusable(values: Iterable[Value]) -> list[Value]:
    return [value for value in values if not value.firm or value.kind is Kind.TIME]
