"""Words parted and cased as the users of Moses expect it, by sacremoses; nothing is escaped (`&` stays `&`)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from align.exchange.unit import Unit


def tokenized(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units with spaces between words and marks.

    >>> from align.exchange import Side
    >>> next(tokenized([Unit((Side("Rain, wind & snow.", "en"),))])).sides[0].text
    'Rain , wind & snow .'
    """
    from sacremoses import MosesTokenizer

    of_language: dict[str, Any] = {}
    for unit in units:
        sides = []
        for side in unit.sides:
            language = side.language.replace("_", "-").split("-")[0].lower()
            if language not in of_language:
                of_language[language] = MosesTokenizer(lang=language)
            text = of_language[language].tokenize(side.text, escape=False, return_str=True)
            sides.append(replace(side, text=text))
        yield replace(unit, sides=tuple(sides))


def truecased(read: Callable[[], Iterable[Unit]]) -> Iterator[Unit]:
    """Yield tokenized units with each word cased as it mostly is where no sentence begins.

    Args:
        read: gives the units, tokenized; it is called more than once, as the case of words is learnt first.
    """
    from sacremoses import MosesTruecaser

    languages = {side.language for unit in read() for side in unit.sides}
    of_language = {language: MosesTruecaser() for language in languages}
    for language, truecaser in of_language.items():
        truecaser.train(_words(read(), language))
    for unit in read():
        sides = (
            replace(side, text=of_language[side.language].truecase(side.text, return_str=True)) for side in unit.sides
        )
        yield replace(unit, sides=tuple(sides))


def _words(units: Iterable[Unit], language: str) -> Iterator[list[str]]:
    return (side.text.split() for unit in units for side in unit.sides if side.language == language)
