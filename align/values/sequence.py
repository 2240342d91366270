"""Numbers of several words: "two hundred and fifty-three thousand", "quatre-vingt-dix-sept", "3,5 Mrd".

Words add up and multiply from left to right, as far as the language's rules let them; where the next word does not fit,
a new number begins.
"""

from dataclasses import dataclass, field

from align.ledger import Span
from align.values.lexicon import Role, Word
from align.values.value import Kind, Value

_HUNDRED = 100.0
_MULTIPLIED = (1.0, 0.5, 1.5)  # what of the loose words may stand before a magnitude: half a million
_CENTURIES = (17.0, 20.0)  # first and last of those that begin the name of a year


@dataclass(slots=True)
class Sequence:
    """A number as far as it was read.

    Attributes:
        start: first character.
        stop: the one after the last.
        readings: of digits at the beginning; empty where it began with a word.
        total: what was multiplied by a magnitude and is done with.
        current: what a magnitude may still multiply.
        size: the last magnitude, 0 for none.
        firm: whether it certainly is a number.
        closed: whether nothing can follow, as behind an ordinal.
        more: further readings.
        parts: numbers that a space in the digits may part.
    """

    start: int
    stop: int
    readings: tuple[float, ...] = ()
    total: float = 0.0
    current: float = 0.0
    size: float = 0.0
    firm: bool = True
    closed: bool = False
    more: tuple[float, ...] = field(default=())
    parts: tuple[float, ...] = field(default=())

    def value(self) -> Value:
        """Return the number as a value."""
        readings = self.readings or (self.total + self.current,)
        return Value(
            Kind.NUMBER,
            Span(self.start, self.stop),
            frozenset((*readings, *self.more)),
            firm=self.firm,
            parts=self.parts,
        )


def from_digits(span: Span, readings: frozenset[float]) -> Sequence:
    """Return a number that begins with digits.

    Args:
        span: its characters.
        readings: what the digits may mean.
    """
    return Sequence(span.start, span.stop, readings=tuple(sorted(readings)))


def from_word(span: Span, word: Word) -> Sequence:
    """Return a number that begins with a word.

    Args:
        span: its characters.
        word: what the lexicon says of it.
    """
    value = word.values[0]
    new = Sequence(span.start, span.stop, firm=word.firm)
    if word.role is Role.MULTIPLIER:
        new.firm = False  # "millions of people" is no number; `extend` makes it one where something stands before it
        new.current = value if value == _HUNDRED else 0.0
        new.total, new.size = (0.0, 0.0) if value == _HUNDRED else (value, value)
    else:
        new.current = value
        new.closed = word.role is Role.ORDINAL
    if word.role is Role.LOOSE:
        new.more = word.values[1:]
        new.closed = value not in _MULTIPLIED
    return new


def extend(number: Sequence, stop: int, word: Word, language: str, *, joint: str = "") -> bool:
    """Add a word to a number where it fits; return whether it did.

    Args:
        number: is changed.
        stop: where the word ends.
        word: what the lexicon says of it.
        language: a primary tag.
        joint: what stands between the number and the word.
    """
    if number.closed or word.role > Role.LOOSE:
        return False
    value = word.values[0]
    fits = _multiply(number, value) if word.role is Role.MULTIPLIER else _add(number, value, word, language, joint)
    if fits:
        number.stop, number.more = stop, ()
        number.firm = number.firm or word.role is not Role.LOOSE
        number.closed = word.role is Role.ORDINAL
    return fits


def _multiply(number: Sequence, value: float) -> bool:
    if number.readings:
        number.readings = tuple(float(f"{reading * value:.12g}") for reading in number.readings)
        number.size = max(value, number.size)
        return True
    if value == _HUNDRED:
        if not 1 <= number.current < _HUNDRED:
            return False
        number.current *= _HUNDRED
    elif number.size and value > number.size:  # "mil millones"
        number.total = (number.total + number.current) * value
        number.current, number.size = 0.0, value
    else:
        if not number.current:
            return False
        number.total += number.current * value
        number.current, number.size = 0.0, value
    return True


def _add(number: Sequence, value: float, word: Word, language: str, joint: str) -> bool:
    if number.readings or (word.role is Role.LOOSE and value not in (1, 2)):
        return False
    if language == "en" and _CENTURIES[0] <= number.current <= _CENTURIES[1] and 20 <= value < _HUNDRED:
        number.current = number.current * _HUNDRED + value  # nineteen eighty-four
        return True
    if language == "fr" and number.current % _HUNDRED == 4 and value == 20:  # quatre-vingt
        number.current += 76
        return True
    ten = number.current % _HUNDRED
    if number.size and not number.current:
        fits = value < number.size and word.role is not Role.LOOSE
    elif ten == 0:
        fits = number.current >= _HUNDRED and value < _HUNDRED
    elif language == "fr" and ten in (60, 80):
        fits = value < 20
    elif language == "fr" and ten in (10, 70, 90):
        fits = value < 10
    elif joint.startswith("-") and joint.endswith("-") and ten < 10:
        fits = value % 10 == 0 and 20 <= value < _HUNDRED  # "drie-en-veertig", "four-and-twenty"
    else:
        fits = ten % 10 == 0 and (ten > 10 or joint == " y ") and value < 10  # "diez y seis"
    if fits:
        number.current += value
    return fits
