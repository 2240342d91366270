"""What one text says in numbers, dates and times and the other does not, once all other ways to say it are ruled out.

1. Equal values are taken away (`align.values.matching`).
2. Measures in other units, sums of two units ("6-foot-6"), a number and its magnitude apart ("six autres millions").
3. What a word of the other text says in a way that is no value of its own: "dreijährig", XIV, "субботний".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from align.values.lexicon import Role, fold, has_number_words, lexicon
from align.values.matching import unmatched, without_equals
from align.values.read import read_values
from align.values.units import Unit, is_conversion, is_scale, unit_behind
from align.values.value import Kind, Value

_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(
    r"(?<![^\W_])(?=[IVXLC])(X{0,3}(?:IX|IV|V?I{0,3})|X?L?X{0,3}(?:IX|IV|V?I{0,3}))(?:e|er|ème|ᵉ|°|-)?(?![^\W\d_])"
)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SECOND_UNITS = {"length-foot": 12.0, "length-meter": 100.0, "mass-stone": 14.0, "duration-hour": 60.0}
_NUMBERS = (Role.PART, Role.ORDINAL, Role.LOOSE)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_SHORTEST = 4  # letters of the beginning of a word that says a number
_GAP = 8  # characters between a measure and its second unit, with the unit
_PERCENT = re.compile(
    r"\s?(?:%|٪|％|per\s?cent|prozent|pour\s?cent|por\s?ciento|por\s?cento|percento|per\s?cento|процент|procent)"
)
_SAME_EVERYWHERE = frozenset({"duration", "power", "data"})  # whose units no country has others for
_LARGE = 10  # from which a number in digits says more than "some"
_NO_DAY = ("сред", "серед")  # Wednesday, and "surroundings" or "middle"
_SHARES = (3, 4, 5, 10)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read: its characters, its language as a primary tag, and its values."""

    text: str
    language: str
    values: tuple[Value, ...]


def read(text: str, language: str, among: Collection[str] | None = None) -> Reading:
    """Return a text with its values.

    Args:
        text: any.
        language: a primary tag.
        among: the words of the document that say values, as `align.values.read.read_values` takes them.
    """
    return Reading(text, language, read_values(text, language, among))


def differences(source: Reading, target: Reading) -> tuple[list[Value], list[Value]]:
    """Return the values that only one of two texts says, in order.

    Args:
        source: one text.
        target: the other.

    >>> left = differences(read("a 650 pound pig of 3 years", "en"), read("ein Schwein, 295 Kilo, vierjährig", "de"))
    >>> [[sorted(value.readings) for value in side] for side in left]
    [[[3.0]], []]
    """
    left, right = unmatched(source.values, target.values)
    if left and right:
        left, right = _without_groups(left, right)
        right, left = _without_groups(right, left)
        left, right = _without_conversions(source, left, target, right)
    left = [value for value in left if not _is_said(value, target) and not _is_aside(value, source)]
    right = [value for value in right if not _is_said(value, source) and not _is_aside(value, target)]
    return left, right


def is_telling(value: Value, own: Reading, other: Reading) -> bool:
    """Tell whether a value that only one text says is missed in the other one: exact figures and days are.

    Small numbers and number words go into words of every sort ("both", "quintuple"), measures into other measures
    ("half an inch"), and "The Sunday Times" is no day. Of a language without a table of number words nothing is known.

    Args:
        value: which the other text does not say.
        own: the text that it is in.
        other: the other text.
    """
    if value.kind is not Kind.WEEKDAY and not has_number_words(other.language):
        return False
    written = own.text[value.chars.start : value.chars.stop]
    if value.kind is Kind.WEEKDAY:
        named = re.compile(r"\s[A-ZÀ-Þ]").match(own.text, value.chars.stop)
        return named is None and not written.lower().startswith(_NO_DAY)
    if value.kind is Kind.NUMBER and value.whole is None:
        unit = unit_behind(own.text, value.chars.stop, own.language)
        exact = min(value.readings) >= _LARGE or not written.isdecimal()
        measured = unit is not None and unit.dimension not in _SAME_EVERYWHERE
        return any(map(str.isdecimal, written)) and exact and not measured and 100.0 not in value.readings
    return value.whole is not None or len(_needed(value)) > 1


def _without_groups(values: list[Value], others: list[Value]) -> tuple[list[Value], list[Value]]:
    """Return two lists without numbers whose groups of digits are numbers in the other one: 116 123 may be two."""
    for value in [value for value in values if value.kind is Kind.NUMBER and value.parts]:
        groups = [next((it for it in others if part in it.readings), None) for part in value.parts]
        if None not in groups:
            values = [it for it in values if it is not value]
            others = [it for it in others if it not in groups]
    return values, others


def _without_conversions(
    source: Reading, left: list[Value], target: Reading, right: list[Value]
) -> tuple[list[Value], list[Value]]:
    """Return what is left of two lists of values without those that are the same in other units."""
    measures, others = list(_measures(source, left)), list(_measures(target, right))
    gone: set[Value] = set()
    for one in measures:
        for other in others:
            if gone.isdisjoint(one.values) and gone.isdisjoint(other.values) and _are_same(source, one, target, other):
                gone.update(one.values, other.values)
    return [value for value in left if value not in gone], [value for value in right if value not in gone]


@dataclass(frozen=True, slots=True)
class _Measure:
    """Values that make one amount, and its unit: 6 foot and 6 inches are 6.5 foot."""

    values: tuple[Value, ...]
    amounts: frozenset[float]
    unit: Unit | None


def _measures(reading: Reading, left: Sequence[Value]) -> Iterator[_Measure]:
    """Yield the amounts that values are, those of two values first."""
    numbers = [value for value in left if value.kind is Kind.NUMBER]
    units = [unit_behind(reading.text, value.chars.stop, reading.language) for value in numbers]
    for k, (value, unit) in enumerate(zip(numbers[:-1], units[:-1], strict=True)):
        following = numbers[k + 1]
        if unit and unit.name in _SECOND_UNITS and following.chars.start - value.chars.stop <= _GAP:
            second = max(following.readings) / _SECOND_UNITS[unit.name]
            if second < 1:
                yield _Measure((value, following), frozenset({max(value.readings) + second}), unit)
    for value, unit in zip(numbers, units, strict=True):
        yield _Measure((value,), value.readings, unit)


def _are_same(source: Reading, one: _Measure, target: Reading, other: _Measure) -> bool:
    pairs = [(first, second) for first in one.amounts for second in other.amounts]
    if one.unit and other.unit and any(is_conversion(a, one.unit, b, other.unit) for a, b in pairs):
        return True
    # Degrees are often said without their scale, or without the word on one side.
    degrees = next((unit for unit in (one.unit, other.unit) if unit and unit.dimension == "temperature"), None)
    if degrees and not (one.unit and other.unit) and any(_is_warmth(a, b) or _is_warmth(b, a) for a, b in pairs):
        return True
    if any(_is_hour(one, other, *pair) for pair in pairs):
        return True
    if any(_is_multiple(a, b, target) or _is_multiple(b, a, source) for a, b in pairs):
        return True
    return any(_is_share(*each) for each in ((source, one, other), (target, other, one)))


def _is_hour(one: _Measure, other: _Measure, a: float, b: float) -> bool:
    """Tell whether one is an hour after noon and the other one the same of twelve: dix-huit heures, six at night."""
    late = one.unit if a > b else other.unit
    return abs(a - b) == _NOON < max(a, b) and late is not None and late.name == "duration-hour"


def _is_warmth(fahrenheit: float, celsius: float) -> bool:
    return is_scale(fahrenheit, celsius, as_difference=False)


_NOON = 12.0


def _is_multiple(large: float, small: float, reading: Reading) -> bool:
    """Tell whether a text has a small number and, elsewhere in it, the word that makes it the large one."""
    loose = {max(value.readings) for value in reading.values if not value.firm and value.kind is Kind.NUMBER}
    return small > 0 and large / small in loose and large / small >= 10


def _is_share(reading: Reading, percent: _Measure, part: _Measure) -> bool:
    """Tell whether one is a percentage and the other one the part of a whole that it is: 20 % and a fifth."""
    value = percent.values[0]
    if not _PERCENT.match(reading.text.lower(), value.chars.stop):
        return False
    shares = [number for number in part.amounts if number in _SHARES]
    return any(abs(k * 100 / share - amount) < 1 for share in shares for k in (1, 2, 3) for amount in percent.amounts)


def _is_said(value: Value, other: Reading) -> bool:
    """Tell whether a word of the other text says a value, begins with one that says it, or is its Roman numeral."""
    needed = _needed(value)
    if len(needed) > 1 and not without_equals([_part(value, number) for number in needed], other.values):
        return True
    table, words = lexicon(other.language), _LETTERS.findall(fold(other.text, other.language))
    names = [word for word in words if word not in table]  # those in the table were read as values
    if value.kind is not Kind.NUMBER:
        role = Role.MONTH if value.kind is Kind.MONTH else Role.WEEKDAY
        return _begins(names, _stems(value.readings, other.language, (role,)))
    decades = {it % 100 for it in value.readings if _FIRST_YEAR <= it <= _LAST_YEAR and it % 10 == 0}
    numbers = value.readings | decades
    if _begins(names, _stems(frozenset(numbers), other.language, _NUMBERS)):
        return True
    if any(_in_two(words, int(number), other.language) for number in numbers if 20 < number < 100):
        return True
    return not numbers.isdisjoint(_roman_numerals(other.text))


@cache
def _stems(wanted: frozenset[float], language: str, roles: tuple[Role, ...]) -> tuple[str, ...]:
    """Return how words begin that say one of some numbers, without what changes from case to case."""
    words = [
        word for word, entry in lexicon(language).items() if entry.role in roles and not wanted.isdisjoint(entry.values)
    ]
    cut = {word[:-1] if len(word) > _SHORTEST + 1 else word for word in words}
    return tuple(stem for stem in cut if len(stem) >= _SHORTEST)


def _begins(names: Iterable[str], stems: tuple[str, ...]) -> bool:
    return bool(stems) and any(name.startswith(stems) for name in names)


def _in_two(names: Sequence[str], number: int, language: str) -> bool:
    """Tell whether words say a number of two digits by its ten and its unit: czterdziestodwuletni, trigesimo sexto."""
    if number % 10 == 0:
        return False
    tens = _stems(frozenset({float(number - number % 10)}), language, _NUMBERS)
    units = tuple(
        word for word, entry in lexicon(language).items() if entry.role in _NUMBERS and number % 10 in entry.values
    )
    for name, after in pairwise((*names, "")):
        ten = next((stem for stem in tens if name.startswith(stem)), None)
        if ten and (after.startswith(units) or any(unit[:_SHORTEST] in name[len(ten) :] for unit in units)):
            return True
    return False


def _needed(value: Value) -> tuple[float, ...]:
    """Return the numbers that say a value together, none where it is one number: an hour and its minute."""
    return (value.parts[0], value.parts[3]) if value.kind is Kind.TIME and len(value.parts) > 3 else ()


def _part(value: Value, number: float) -> Value:
    return Value(Kind.NUMBER, value.chars, frozenset({number}))


def _is_aside(value: Value, own: Reading) -> bool:
    """Tell whether a value only says another one of its text in other units: "100 miles (160 km)"."""
    unit = unit_behind(own.text, value.chars.stop, own.language) if value.kind is Kind.NUMBER else None
    if unit is None:
        return False
    for other in own.values:
        near = abs(other.chars.start - value.chars.start) <= _ASIDE
        if near and other is not value and other.kind is Kind.NUMBER:
            second = unit_behind(own.text, other.chars.stop, own.language)
            if second and any(is_conversion(a, unit, b, second) for a in value.readings for b in other.readings):
                return True
    return False


_ASIDE = 40  # characters between a measure and what it is in other units


def _roman_numerals(text: str) -> Iterator[float]:
    for match in _ROMAN.finditer(text):
        digits = [_ROMAN_DIGITS[letter] for letter in match[1]]
        pairs = zip(digits, [*digits[1:], 0], strict=True)
        yield float(sum(-digit if digit < after else digit for digit, after in pairs))
