"""The twins of the screen for scripts and screen readers: each does one step of it, and saves it."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from align.bitext import Role, Span
from align.errors import OptionError
from align.review.action import Side
from align.review.project import Project

_SEGMENT = re.compile(r"(source|target|s|t)[:.]?(\d{1,9})", re.ASCII)
_RUN = re.compile(r"(?:source|target|s|t)?[:.]?(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)
_PLACE = re.compile(r"(\d{1,9})(?:[:,](\d{1,9}))?", re.ASCII)
_BEAD = re.compile(r"(\d{1,9})(?:[:.](source|target|s|t))?", re.ASCII)
_SIDES: Mapping[str, Side] = {"s": "source", "t": "target"}
_Word = TypeVar("_Word", bound=str)


def act(project: Project, twins: Mapping[str, Any]) -> None:
    """Do what the twins say.

    Args:
        project: to act on.
        twins: by the name of the option; None, an empty text and False for those not given.

    Raises:
        OptionError: a wrong id, bead, segment or word, or two changes at once; nothing has changed.
        InputError: the project cannot be written to.
    """
    given = {name: value for name, value in twins.items() if value not in (None, False, "", ())}
    why = given.pop("why", "")
    changes = [name for name in given if name != "note"]
    if len(changes) > 1:
        raise OptionError(f"expected one change at a time, found --{', --'.join(changes)}; give one after the other")
    if why and not given.keys() & {"accept", "reject", "unsure"}:
        raise OptionError("expected --why with --accept, --reject or --unsure, found it alone; name what it is about")
    for name, value in given.items():
        _TWINS[name](project, value, why)


def _bead(project: Project, word: str) -> tuple[int, Side | None]:
    """Return the number of a bead, and the side that is named with it, from `12`, `12:source` or its id."""
    if found := _BEAD.fullmatch(word):
        return int(found[1]), _SIDES[found[2][0]] if found[2] else None
    if word in project.bead_ids:
        return project.bead_ids.index(word), None
    raise OptionError(f"expected the number of a bead from 0 to {len(project.bead_ids) - 1}, or its id, found {word!r}")


def _segment(word: str) -> tuple[Side, int]:
    if found := _SEGMENT.fullmatch(word):
        return _SIDES[found[1][0]], int(found[2])
    raise OptionError(f"expected a segment such as source:3 or t0, found {word!r}")


def _run(word: str) -> Span:
    found = _RUN.fullmatch(word)
    if found and int(found[2] or found[1]) >= int(found[1]):
        return Span(int(found[1]), int(found[2] or found[1]) + 1)
    raise OptionError(f"expected segments such as 3 or 3-4, counted from 0, found {word!r}")


def _one_of(word: str, *words: _Word) -> _Word:
    for known in words:
        if word == known:
            return known
    raise OptionError(f"expected one of {', '.join(words)}, found {word!r}")


def _merge(project: Project, value: tuple[str, str], _why: str) -> None:
    project.merge(_bead(project, value[0])[0], _one_of(value[1], "next", "previous"))


def _split(project: Project, value: tuple[str, str], _why: str) -> None:
    place = _PLACE.fullmatch(value[1])
    if place is None:
        raise OptionError(f"expected how many segments go into the first part, such as 1 or 1:2, found {value[1]!r}")
    project.split(_bead(project, value[0])[0], int(place[1]), int(place[2] or place[1]))


def _shift(project: Project, value: tuple[str, str, str], _why: str) -> None:
    bead, side = _bead(project, value[0])
    project.shift(bead, _one_of(value[1], "first", "last"), _one_of(value[2], "up", "down"), side)


def _cut(project: Project, value: tuple[str, str], _why: str) -> None:
    if not _PLACE.fullmatch(value[1]) or not value[1].isdecimal():
        raise OptionError(f"expected how many characters the first half has, such as 25, found {value[1]!r}")
    project.cut(*_segment(value[0]), int(value[1]))


def _role(project: Project, value: tuple[str, str], _why: str) -> None:
    project.role(*_segment(value[0]), Role(_one_of(value[1], "furniture", "body")))


def _passage(project: Project, word: str) -> tuple[int, int]:
    first, _, last = word.partition("-")
    return _bead(project, first)[0], _bead(project, last or first)[0]


_TWINS: Mapping[str, Callable[[Project, Any, str], object]] = {
    "accept": lambda project, value, why: project.accept(value, why),
    "reject": lambda project, value, why: project.reject(value, why),
    "unsure": lambda project, value, why: project.unsure(value, why),
    "comment": lambda project, value, _why: project.comment(*value),
    "note": lambda project, value, _why: project.note(value),
    "merge": _merge,
    "split": _split,
    "shift": _shift,
    "cut": _cut,
    "unlink": lambda project, value, _why: project.unlink(_bead(project, value)[0]),
    "link": lambda project, value, _why: project.link(_run(value[0]), _run(value[1])),
    "role": _role,
    "lock": lambda project, value, _why: project.lock(*_passage(project, value)),
    "unlock": lambda project, value, _why: project.unlock(*_passage(project, value)),
    "undo": lambda project, _value, _why: project.undo(),
    "redo": lambda project, _value, _why: project.redo(),
}
