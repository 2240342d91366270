"""Lines of a file to units; what is wrong is told with the line it stands in."""

from collections.abc import Callable, Iterable, Iterator

from align.errors import InputError
from align.exchange.unit import Unit

_SHOWN = 60  # characters of a wrong line in a message


def parse_lines(
    lines: Iterable[str], parse: Callable[[int, str], Unit], *, wanted: str, name: str, first: int = 1
) -> Iterator[Unit]:
    """Yield the unit of each line that is not blank.

    Args:
        lines: with or without their ends.
        parse: number of a line and its text to the unit; what it raises of a wrong value is told as one.
        wanted: what a line should look like, for the message.
        name: of the file, for the message.
        first: number of the first line.

    Raises:
        InputError: for a line that is no unit.
    """
    for number, line in enumerate(lines, first):
        text = line.rstrip("\r\n")
        if not text.strip():
            continue
        try:
            yield parse(number, text)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            raise InputError(f"{name}:{number}: expected {wanted}, found {shown!r}") from None


def probability_of(text: str) -> float | None:
    """Return a number from 0 to 1; None for an empty text.

    Raises:
        ValueError: for another one.
    """
    if not text:
        return None
    probability = float(text)
    if not 0.0 <= probability <= 1.0:
        raise ValueError(f"expected a probability from 0 to 1, found {probability}")
    return probability


def segments_needed(unit: Unit, path: object) -> InputError:
    """Return what is wrong with a unit whose numbers of segments a ladder needs.

    Args:
        unit: that does not tell them.
        path: of the ladder.
    """
    place = f"unit {unit.id!r}" if unit.id else f"line {unit.line}"
    return InputError(
        f"{path}: expected two sides with segment numbers, as `versalign align` writes them, found none in {place}; "
        "choose a format that holds texts, such as tsv or tmx"
    )
