"""Values that belong together: an amount in two magnitudes, a range, a date, and a time in words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from align.ledger import Span
from align.values.clock import spoken_time
from align.values.value import Kind, Value

_RANGE = re.compile(r"\s?(?:[-–—~〜至到]|\b\w{1,3}\b)\s?")
_DAY_FIRST = re.compile(r"(?:st|nd|rd|th|er|º|ª|\.)?[\s-]?(?:de\s|of\s|d['’])?(?:the\s)?")
_BEHIND_MONTH = re.compile(r"\.?,?[\s-]?(?:de\s|del\s|the\s)?")
_BEHIND_DAY = re.compile(r"(?:st|nd|rd|th)?,?\s?(?:de\s|del\s)?")
_DAYS, _YEARS, _EITHER = (1, 31), (1000, 2100), (1, 2100)
_SIZES = (1e3, 1e4, 1e6, 1e8, 1e9, 1e12)


def put_together(values: Iterable[Value], text: str, folded: str, language: str) -> list[Value]:
    """Return values of a text as expressions: of a date each part knows the whole, and so on.

    Args:
        values: in order.
        text: as read.
        folded: the same, as words are looked up.
        language: a primary tag.
    """
    found = [spoken_time(value, folded, language) or value for value in _join_amounts(values, text)]
    if len(found) == 1:
        return found
    _share_magnitudes(found, text)
    return _mark_dates(found, text, language) if any([value.kind is Kind.MONTH for value in found]) else found


def _join_amounts(values: Iterable[Value], text: str) -> Iterator[Value]:
    """Yield values; an amount and the rest of it in a smaller magnitude are one: 2 млн 300 тыс., 1억 2000만."""
    before: Value | None = None
    for value in values:
        if before is not None and _goes_on(before, value, text):
            total = max(before.readings) + max(value.readings)
            before = Value(Kind.NUMBER, Span(before.chars.start, value.chars.stop), frozenset({total}))
            continue
        if before is not None:
            yield before
        before = value
    if before is not None:
        yield before


def _goes_on(one: Value, other: Value, text: str) -> bool:
    """Tell whether two numbers with magnitudes are one amount."""
    if not one.kind is other.kind is Kind.NUMBER or len(one.readings) > 1 or len(other.readings) > 1:
        return False
    large, small = max(one.readings), max(other.readings)
    parts = text[one.chars.start : one.chars.stop], text[other.chars.start : other.chars.stop]
    worded = all(part[0].isdecimal() and any(map(str.isalpha, part)) for part in parts)
    near = one.chars.stop <= other.chars.start <= one.chars.stop + 2
    return worded and near and small >= 1 and large % 10 ** len(str(int(small))) == 0


def _share_magnitudes(values: list[Value], text: str) -> None:
    """Give the first number of a range the magnitude of the second one, too: 3 to 5 million."""
    for k, (one, other) in enumerate(pairwise(values)):
        if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER or max(one.readings) >= 1000:
            continue
        sizes = [size for size in _SIZES if max(other.readings) >= size]
        worded = any(map(str.isalpha, text[other.chars.start : other.chars.stop]))
        if sizes and worded and _RANGE.fullmatch(text, one.chars.stop, other.chars.start):
            more = {reading * size for reading in one.readings for size in sizes}
            values[k] = one._replace(readings=one.readings | more)


def _mark_dates(values: Sequence[Value], text: str, language: str) -> list[Value]:
    """Return the values; days, months and years that make a date know it, and what is a month there is firm."""
    found = list(values)
    for k, month in enumerate(found):
        if month.kind is not Kind.MONTH or month.whole:
            continue
        parts = [k]
        before = found[k - 1] if k else None
        if not month.firm and not text[month.chars.start].isupper() and language == "en":
            continue  # "may" and "march" are words
        if (
            before
            and _is_in(before, _DAYS)
            and _DAY_FIRST.fullmatch(text.lower(), before.chars.stop, month.chars.start)
        ):
            parts.insert(0, k - 1)
        last, gap = month, _BEHIND_MONTH
        for number in range(k + 1, min(k + 3, len(found))):
            after = found[number]
            wanted = _YEARS if len(parts) > 1 else _EITHER
            if not _is_in(after, wanted) or not gap.fullmatch(text.lower(), last.chars.stop, after.chars.start):
                break
            parts.append(number)
            last, gap = after, _BEHIND_DAY
            if _is_in(after, _YEARS):
                break
        if len(parts) == 1:
            continue
        whole = Span(found[parts[0]].chars.start, found[parts[-1]].chars.stop)
        for number in parts:
            found[number] = found[number]._replace(whole=whole, firm=True)
    return found


def _is_in(value: Value, wanted: tuple[int, int]) -> bool:
    """Tell whether a value is a certain whole number from the first to the last of two."""
    if value.kind is not Kind.NUMBER or not value.firm:
        return False
    return any(wanted[0] <= reading <= wanted[1] and reading.is_integer() for reading in value.readings)
