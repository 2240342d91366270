"""Equal numbers of unlike things: `5 km` and `5 miles`, `$50` and `50 euros`."""

import re
from collections.abc import Iterator
from itertools import pairwise

from align.ledger import Span
from align.values.currencies import currency_beside
from align.values.differences import Reading
from align.values.units import Unit, find_unit, is_conversion, unit_behind
from align.values.value import Kind, Value, are_equal

_HOUR = Unit("duration-hour", "duration", 1 / 24)
# Between a measure and the same in another unit: its own unit, and a bracket.
_AGAIN = re.compile(r"[\s\u00a0\u202f-]{0,2}[^\W\d_]{1,16}\.?[ /]?[^\W\d_]{0,9}\s?[(（]\s?(?:[^\W\d_]{1,7}\.?\s)?")
_DIGITS_ONLY = 1.0  # "one mile" and "a mile": what is below is not compared


def unlike(source: Reading, target: Reading) -> Iterator[tuple[str, Span, Span]]:
    """Yield what equal numbers of two texts count where that is not the same: `unit` or `currency`, and both places.

    Only numbers that are there once on either side tell: of several nobody knows which belong together. A measure that
    one text gives twice has to be the same in both units.

    Args:
        source: one text.
        target: the other.
    """
    for one in source.values:
        equal = [other for other in target.values if _may_be_unlike(one, other)]
        if len(equal) != 1 or sum(_may_be_unlike(it, equal[0]) for it in source.values) != 1:
            continue
        other = equal[0]
        found = _currencies(source, one, target, other) if _are_numbers(one, other) else None
        found = found or _units(source, one, target, other)
        if found:
            yield found
    yield from (("unit", own, there) for own, there in _contradicted(source, target))
    yield from (("unit", there, own) for own, there in _contradicted(target, source))


def _may_be_unlike(one: Value, other: Value) -> bool:
    """Tell whether two values are the same number, or a time and its hour: 24 heures, 24 days."""
    if not _counts(one) or not _counts(other) or not are_equal(one, other):
        return False
    # 2010 is no 10 here, though the end of a year may be one of its names.
    return not _are_numbers(one, other) or not one.readings.isdisjoint(other.readings)


def _are_numbers(one: Value, other: Value) -> bool:
    return one.kind is other.kind is Kind.NUMBER


def _contradicted(own: Reading, other: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield measures that a text gives twice, and not the same (300 km (190 km)), where the other has one of them."""
    for one, again in pairwise(own.values):
        if not _are_numbers(one, again) or not _AGAIN.fullmatch(own.text, one.chars.stop, again.chars.start):
            continue
        first, second = (unit_behind(own.text, it.chars.stop, own.language) for it in (one, again))
        if not first or not second or first.dimension != second.dimension or not first.size or not second.size:
            continue
        if any(is_conversion(a, first, b, second) for a in one.readings for b in again.readings):
            continue
        said = [[it for it in other.values if not it.readings.isdisjoint(value.readings)] for value in (one, again)]
        if sorted(map(len, said)) == [0, 1]:
            there = (said[0] or said[1])[0]
            end = find_unit(own.text, again.chars.stop, own.language)
            yield Span(one.chars.start, end[1] if end else again.chars.stop), with_measure(other, there)


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
    number = value.kind is Kind.NUMBER and max(value.readings) > _DIGITS_ONLY
    return (number or value.kind is Kind.TIME) and value.firm and value.whole is None


def _currencies(source: Reading, one: Value, target: Reading, other: Value) -> tuple[str, Span, Span] | None:
    first = currency_beside(source.text, one.chars)
    second = currency_beside(target.text, other.chars) if first else None
    if first and second and first[0] != second[0]:
        return "currency", first[1], second[1]
    return None


def _units(source: Reading, one: Value, target: Reading, other: Value) -> tuple[str, Span, Span] | None:
    first = _unit(source, one)
    second = _unit(target, other) if first else None
    if not first or not second or first[0].dimension != second[0].dimension or not first[0].size or not second[0].size:
        return None
    ratio = first[0].size / second[0].size
    if 1 / _ALIKE <= ratio <= _ALIKE:
        return None
    return "unit", Span(one.chars.start, first[1]), Span(other.chars.start, second[1])


def _unit(reading: Reading, value: Value) -> tuple[Unit, int] | None:
    """Return the unit of a number and where it ends; a time is counted in hours, whatever it says them with."""
    if value.kind is Kind.TIME:
        return _HOUR, value.chars.stop
    return find_unit(reading.text, value.chars.stop, reading.language)


_ALIKE = 1.2  # ton and tonne, mile and nautical mile
