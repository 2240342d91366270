"""A text file for each language, a line a unit, as Moses and its heirs read them: `corpus.en` and `corpus.fr`.

The path is what stands before the languages, with or without the ending `.moses`. Line ends, tabs and control
characters within a text become spaces, other hidden characters go, and units of which a side is without text are left
out; nothing but the texts is kept. Words can be parted and cased as its users expect by `align.exchange.words`.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, zip_longest
from pathlib import Path

from align.errors import InputError, OptionError
from align.exchange.streams import STANDARD, reading, writing
from align.exchange.unit import Side, Unit
from align.language import check_language
from align.sanitize import plain_line

_ENDING = ".moses"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def write(units: Iterable[Unit], path: Path) -> int:
    """Write a line a unit that is whole into each file.

    Raises:
        InputError: also for units of other languages than the first, or of one language twice.
    """
    stem = _stem(path)
    whole = (unit for unit in units if unit.is_whole)
    first = next(whole, None)
    if first is None:
        raise InputError(f"{path}: expected units with text on every side, found none")
    languages = _languages(first, path)
    count = 0
    with ExitStack() as stack:
        streams = [stack.enter_context(writing(_with_language(stem, language))) for language in languages]
        for unit in chain([first], whole):
            if (found := _languages(unit, path)) != languages:
                wanted = " and ".join(languages)
                raise InputError(f"{path}: expected units in {wanted}, found one in {' and '.join(found)}; write tmx")
            lines = [plain_line(side.text) for side in unit.sides]
            if all(lines):
                count += 1
                for stream, line in zip(streams, lines, strict=True):
                    stream.write(line + "\n")
    return count


def read(path: Path) -> Iterator[Unit]:
    """Yield a unit a line; `corpus.de-en` says that the German text comes first.

    Raises:
        InputError: also for files that are not there or differ in their number of lines.
    """
    found, stem = files_of(path), _stem(path)
    if len(found) < 2:
        raise InputError(f"{path}: expected two files such as {stem.name}.en and {stem.name}.fr, found {len(found)}")
    with ExitStack() as stack:
        streams = [stack.enter_context(reading(file)) for file in found.values()]
        for number, lines in enumerate(zip_longest(*streams), 1):
            if None in lines:
                ended = list(found.values())[lines.index(None)]
                raise InputError(f"{ended}: expected as many lines as the other files have, found {number - 1}")
            texts = zip(found, lines, strict=True)
            yield Unit(tuple(Side(line.rstrip("\r\n"), language) for language, line in texts), line=number)


def files_of(path: Path) -> dict[str, Path]:
    """Return the files that are read for a path, by language.

    Raises:
        InputError: for standard input.
    """
    stem = _stem(path)
    return {language: _with_language(stem, language) for language in _languages_of_files(stem)}


def _stem(path: Path) -> Path:
    if path == STANDARD:
        raise InputError("expected what stands before the languages of Moses' files, found -; give such as corpus")
    return path.with_suffix("") if path.suffix == _ENDING else path


def _with_language(stem: Path, language: str) -> Path:
    return stem.with_name(f"{stem.name}.{language}")


def _languages(unit: Unit, path: Path) -> list[str]:
    languages = [side.language for side in unit.sides]
    if len({language.lower() for language in languages}) < max(len(languages), 2):
        told = " and ".join(languages)
        raise InputError(
            f"{path}: expected units in two or more languages, which name the files, found {told}; write tsv"
        )
    if wrong := [language for language in languages if not _LANGUAGE.fullmatch(language)]:
        raise InputError(f"{path}: expected languages such as en or pt-BR, found {wrong[0][:40]!r}")
    return languages


def _languages_of_files(stem: Path) -> list[str]:
    """Return the languages of which there is a file, as the name orders them (`corpus.de-en`), else the alphabet."""
    names = sorted(
        file.name for file in stem.parent.glob("*") if file.name.startswith(f"{stem.name}.") and file.is_file()
    )
    languages = [name.removeprefix(f"{stem.name}.") for name in names]
    told = stem.suffix.removeprefix(".").split("-")
    languages.sort(key=lambda language: told.index(language) if language in told else len(told))
    found = [language for language in languages if _LANGUAGE.fullmatch(language)]
    known = [language for language in found if _is_known(language)]  # `corpus.tsv` and `corpus.log` are none
    return known if len(known) > 1 else found


def _is_known(language: str) -> bool:
    try:
        return bool(check_language(language))
    except OptionError:
        return False
