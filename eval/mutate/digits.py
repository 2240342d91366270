"""One digit of a number becomes another one, or two neighbours change places: 64 and 94, 64 and 46."""

import re
import unicodedata
from random import Random

from align.bitext import Span
from eval.mutate import Mutation, put_in

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SWAPS = 0.25  # share of the numbers with two different neighbours in which they change places


def change_digits(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Change a number that is written in digits; see `eval.mutate.Mutator`.

    >>> change_digits("It has 64 seats.", "en", Random(1)).text
    'It has 54 seats.'
    """
    numbers = list(_NUMBER.finditer(sentence))
    if not numbers:
        return None
    number = rng.choice(numbers)
    written = number[0]
    swaps = [k for k in range(len(written) - 1) if _can_swap(written, k)]
    if swaps and rng.random() < _SWAPS:
        k = rng.choice(swaps)
        new = written[:k] + written[k + 1] + written[k] + written[k + 2 :]
    else:
        k = rng.choice([k for k, letter in enumerate(written) if letter.isdecimal()])
        new = written[:k] + _other_digit(written[k], rng, first=k == 0) + written[k + 1 :]
    return put_in(sentence, Span(*number.span()), new)


def _can_swap(written: str, k: int) -> bool:
    one, other = written[k], written[k + 1]
    return one.isdecimal() and other.isdecimal() and one != other and not (k == 0 and unicodedata.digit(other) == 0)


def _other_digit(digit: str, rng: Random, *, first: bool) -> str:
    """Return another digit of the same script, no zero at the beginning of a number."""
    value = unicodedata.digit(digit)
    return chr(ord(digit) - value + rng.choice([d for d in range(int(first), 10) if d != value]))
