"""Equal numbers of unlike things: `5 km` and `5 miles`, `$50` and `50 euros`."""

from collections.abc import Iterator

from align.ledger import Span
from align.values.currencies import currency_beside
from align.values.differences import Reading
from align.values.units import find_unit
from align.values.value import Kind, Value, are_equal

_DIGITS_ONLY = 1.0  # "one mile" and "a mile": what is below is not compared


def unlike(source: Reading, target: Reading) -> Iterator[tuple[str, Span, Span]]:
    """Yield what equal numbers of two texts count where that is not the same: `unit` or `currency`, and both places.

    Only numbers that are there once on either side tell: of several nobody knows which belong together.

    Args:
        source: one text.
        target: the other.
    """
    for one in source.values:
        if not _counts(one):
            continue
        equal = [other for other in target.values if _counts(other) and are_equal(one, other)]
        if len(equal) != 1 or sum(_counts(it) and are_equal(it, equal[0]) for it in source.values) != 1:
            continue
        found = _currencies(source, one, target, equal[0]) or _units(source, one, target, equal[0])
        if found:
            yield found


def with_measure(reading: Reading, value: Value) -> Span:
    """Return the characters of a value with those of its unit or currency, and of the whole date of a date.

    Args:
        reading: the text that it is in.
        value: one of its values.
    """
    if value.kind is not Kind.NUMBER or value.whole is not None:
        return value.shown
    currency = currency_beside(reading.text, value.chars)
    if currency:
        return currency[1]
    unit = find_unit(reading.text, value.chars.stop, reading.language)
    return Span(value.chars.start, unit[1]) if unit else value.chars


def _counts(value: Value) -> bool:
    return value.kind is Kind.NUMBER and value.firm and value.whole is None and max(value.readings) > _DIGITS_ONLY


def _currencies(source: Reading, one: Value, target: Reading, other: Value) -> tuple[str, Span, Span] | None:
    first, second = currency_beside(source.text, one.chars), currency_beside(target.text, other.chars)
    if first and second and first[0] != second[0]:
        return "currency", first[1], second[1]
    return None


def _units(source: Reading, one: Value, target: Reading, other: Value) -> tuple[str, Span, Span] | None:
    first = find_unit(source.text, one.chars.stop, source.language)
    second = find_unit(target.text, other.chars.stop, target.language) if first else None
    if not first or not second or first[0].dimension != second[0].dimension or not first[0].size or not second[0].size:
        return None
    ratio = first[0].size / second[0].size
    if 1 / _ALIKE <= ratio <= _ALIKE:
        return None
    return "unit", Span(one.chars.start, first[1]), Span(other.chars.start, second[1])


_ALIKE = 1.2  # ton and tonne, mile and nautical mile
