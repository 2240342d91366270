"""Times of the day: `7:55`, `7.55 Uhr`, `7 h 55`, `5 p.m.`, `17 heures`; without a half of the day both are read."""

import re

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
# What stands before or behind the hour of a time in words, and the minutes that it adds: "halb acht" is 7:30.
_BEFORE_HOUR: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (("half past ", 30), ("quarter past ", 15), ("quarter to ", -15)),
    "de": (("halb ", -30), ("viertel nach ", 15), ("viertel vor ", -15)),
    "nl": (("half ", -30), ("kwart over ", 15), ("kwart voor ", -15)),
    "sv": (("halv ", -30), ("kvart över ", 15), ("kvart i ", -15)),
    "da": (("halv ", -30), ("kvart over ", 15), ("kvart i ", -15)),
    "nb": (("halv ", -30), ("kvart over ", 15), ("kvart på ", -15)),
    "ru": (("в половине ", -30), ("половина ", -30), ("без четверти ", -15)),
    "uk": (("о пів на ", -30), ("пів на ", -30)),
    "pl": (("wpół do ", -30), ("kwadrans po ", 15), ("za kwadrans ", -15)),
}
_BEHIND_HOUR: dict[str, tuple[tuple[str, int], ...]] = {
    "fr": ((" heures et demie", 30), (" heures et quart", 15), (" heures moins le quart", -15)),
    "es": ((" y cuarto", 15), (" menos cuarto", -15)),
    "it": ((" e un quarto", 15), (" meno un quarto", -15)),
    "pt": ((" e um quarto", 15),),
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


def spoken_time(value: Value, folded: str, language: str) -> Value | None:
    """Return the time that a number says with the words around it, None where it says none.

    Args:
        value: of the text.
        folded: the text as words are looked up.
        language: a primary tag.

    >>> number = Value(Kind.NUMBER, Span(10, 15), frozenset({7.0}))
    >>> sorted(spoken_time(number, "half past seven", "en").readings)
    [450.0, 1170.0]
    """
    hours = [hour for hour in value.readings if 1 <= hour <= 12 and hour.is_integer()]
    if len(hours) != 1 or value.kind is not Kind.NUMBER:
        return None
    start, stop = value.chars.start, value.chars.stop
    for words, minutes in _BEFORE_HOUR.get(language, ()):
        if folded.startswith(words, max(0, start - len(words))) and start >= len(words):
            return _moved(Span(start - len(words), stop), int(hours[0]), minutes)
    for words, minutes in _BEHIND_HOUR.get(language, ()):
        if folded.startswith(words, stop):
            return _moved(Span(start, stop + len(words)), int(hours[0]), minutes)
    return None


def _moved(chars: Span, hour: int, minutes: int) -> Value | None:
    """Return the time some minutes before or after an hour; it may as well be so many hours and a half."""
    past = (hour * 60 + minutes) % _HALF
    time = time_value(chars, past // 60 or 12, past % 60, afternoon=None)
    return time and time._replace(parts=(*time.parts, float(hour), hour + minutes / 60))
