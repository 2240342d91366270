"""Times of the day: `7:55`, `7.55 Uhr`, `7 h 55`, `5 p.m.`, `17 heures`; without a half of the day both are read."""

import re
from collections.abc import Iterator

from align.ledger import Span
from align.values.value import Kind, Value

_DAY, _HALF = 24 * 60, 12 * 60
_MERIDIEM = r"(?P<half>[ap])\.?\s?m\b\.?"
# Words behind an hour. Those that may as well mean a duration are no harm: the hour is a number, too.
_HOURS = {
    "fr": r"h(?:eures?)?",
    "de": r"Uhr",
    "nl": r"uur|u\b",
    "es": r"h(?:oras?)?|de la (?:mañana|tarde|noche)",
    "pt": r"h(?:oras?)?|da (?:manhã|tarde|noite)",
    "it": r"ore",
    "ru": r"час(?:ов|а|ам)?|ч\b",
    "sv": r"-tiden",
    "pl": r"godz",
}
_BEFORE = {"it": "alle ore dalle", "fi": "kello klo", "da": "kl kl.", "nb": "kl kl."}


def time_pattern(language: str) -> str:
    """Return the regular expression of times, with the groups `hour`, `minute`, `half` and further ones.

    Args:
        language: a primary tag.
    """
    hours = _HOURS.get(language)
    before = "|".join(rf"(?<=\b{re.escape(word)}\s)" for word in _BEFORE.get(language, "").split())
    parts = [
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?{_MERIDIEM}",
        r"(?P<hour2>[01]?\d|2[0-4])[:：](?P<minute2>[0-5]\d)(?::\d\d)?(?![\d:])",
    ]
    if hours:
        parts.append(
            rf"(?P<hour3>[01]?\d|2[0-4])(?:[:.](?P<minute3>[0-5]\d))?\s?(?:{hours})(?:\s?(?P<minute4>[0-5]\d)\b)?(?!\w)"
        )
    if before:
        parts.append(rf"(?:{before})(?P<hour4>[01]?\d|2[0-4])\.(?P<minute5>[0-5]\d)(?![\d.,])")
    return "|".join(parts)


def time_of(match: re.Match[str]) -> Value | None:
    """Return the time that a match of `time_pattern` says, None where there is no such time."""
    groups = match.groupdict()
    hour = next((groups[name] for name in ("hour", "hour2", "hour3", "hour4") if groups.get(name)), None)
    if hour is None:
        return None
    minute = next((groups[f"minute{k}"] for k in ("", 2, 3, 4, 5) if groups.get(f"minute{k}")), "0")
    half = groups.get("half")
    return time_value(
        Span(*match.span()), int(hour), int(minute), afternoon=None if half is None else half.lower() == "p"
    )


def time_value(chars: Span, hour: int, minute: int, *, afternoon: bool | None) -> Value | None:
    """Return a time as a value, None where there is no such time of the day.

    Args:
        chars: half-open characters of the text.
        hour: 0 to 24.
        minute: 0 to 59.
        afternoon: whether the text says that it is after noon; None where it does not say.

    >>> sorted(time_value(Span(0, 6), 5, 0, afternoon=True).readings)
    [1020.0]
    """
    if hour > 24 or minute > 59:
        return None
    written = (hour * 60 + minute) % _DAY
    if hour > 12 or hour == 0:
        readings = {written}
    elif afternoon is None:
        readings = {written, (written + _HALF) % _DAY}
    else:
        readings = {written % _HALF + (_HALF if afternoon else 0)}
    parts = [float(hour), float(hour % 12), float((hour + 12) % 24)]
    if minute:
        parts += [float(minute), float(f"{hour}.{minute:02}"), float(f"{(hour + 12) % 24}.{minute:02}")]
    return Value(Kind.TIME, chars, frozenset(map(float, readings)), parts=tuple(parts))


def times(matches: Iterator[re.Match[str]]) -> Iterator[Value]:
    """Yield the times of matches."""
    yield from (value for value in map(time_of, matches) if value is not None)
