"""Numbers in digits: `1,350`, `1.350`, `1 350`, `1'350`, `12,34,567`, `٣٫٥`. What is ambiguous keeps both readings."""

import re

# A plain space groups digits only where a language writes so; narrow and unbreakable ones do everywhere.
_SPACES = "\u00a0\u202f\u2009\u2007"
_MARKS = ".,·٫٬'’"
_GROUPED_BY_SPACE = frozenset(
    "fr ru uk be pl cs sk bg sv nb nn da fi et lv lt hu es pt it sr hr sl ro ca kk ka".split()
)
_LONGEST = 30  # characters of a number
_THREE = 3  # digits of a group


def number_pattern(language: str) -> str:
    """Return the regular expression of a number in digits, without groups.

    Args:
        language: a primary tag.
    """
    spaces = _SPACES + (" " if language in _GROUPED_BY_SPACE else "")
    return rf"\d{{1,3}}(?:[{spaces}]\d{{3}}(?!\d))+(?:[.,٫]\d+)?|\d+(?:[{_MARKS}]\d+)*"


def readings_of(written: str) -> frozenset[float]:
    """Return what a number in digits may mean; nothing for chains such as `10.1.2`, or very long ones: no numbers.

    >>> sorted(readings_of("1.350")), sorted(readings_of("1 350,5")), sorted(readings_of("10.1.2"))
    ([1.35, 1350.0], [1350.5], [])
    """
    if len(written) > _LONGEST:
        return frozenset()
    if written.isdecimal():
        return frozenset({float(int(written))})
    groups, marks = _parted(written)
    if any(mark in _SPACES + " " for mark in marks):
        decimal = marks[-1] not in _SPACES + " "
        return frozenset({_join(groups, decimals=int(decimal))})
    if len(set(marks)) > 1:
        # The last mark is another one than those before: 1,350.50
        ok = len(set(marks[:-1])) == 1 and marks.count(marks[-1]) == 1 and _are_groups(groups[:-1])
        return frozenset({_join(groups, decimals=1)}) if ok else frozenset()
    if len(marks) > 1:
        return frozenset({_join(groups)}) if _are_groups(groups) else frozenset()
    readings = {_join(groups, decimals=1)}
    if len(groups[1]) == _THREE and len(groups[0]) <= _THREE and groups[0] != "0":
        readings.add(_join(groups))
    return frozenset(readings)


def groups_of(written: str) -> tuple[float, ...]:
    """Return the numbers that a space between digits may part, none where there is none: 116 123 may be two."""
    if written.isdecimal():
        return ()
    groups, marks = _parted(written)
    return tuple(float(int(group)) for group in groups) if " " in marks or "\u00a0" in marks else ()


def _parted(written: str) -> tuple[list[str], list[str]]:
    parts = re.split(r"(\D)", written)
    return parts[::2], parts[1::2]


def _are_groups(groups: list[str]) -> bool:
    """Tell whether digits are grouped: by threes, or as in India by twos with three at the end."""
    if len(groups) == 1:
        return True
    inner = {len(group) for group in groups[1:-1]}
    return len(groups[-1]) == _THREE and (inner <= {_THREE} or inner == {2}) and len(groups[0]) <= _THREE


def _join(groups: list[str], *, decimals: int = 0) -> float:
    """Return the number of these groups, of which the last ones are decimals."""
    whole = "".join(
        str(int(group)) if not k else _latin(group) for k, group in enumerate(groups[: len(groups) - decimals])
    )
    return float(whole + ("." + _latin(groups[-1]) if decimals else ""))


def _latin(group: str) -> str:
    return "".join(str(int(digit)) for digit in group)
