"""Measures in other units: 550 pounds and 250 kg, 10 inches and 25 cm, 80 °F and 27 °C, two months and 60 days.

Names of units are those of CLDR. A number without a unit beside it is never converted: too many numbers would fit.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import product

from align.values.lexicon import fold

# CLDR's name of the unit; what it measures; how many of the first unit of the dimension it is.
_UNITS: dict[str, tuple[str, float]] = {
    "length-meter": ("length", 1.0),
    "length-kilometer": ("length", 1000.0),
    "length-centimeter": ("length", 0.01),
    "length-millimeter": ("length", 0.001),
    "length-mile": ("length", 1609.344),
    "length-yard": ("length", 0.9144),
    "length-foot": ("length", 0.3048),
    "length-inch": ("length", 0.0254),
    "length-nautical-mile": ("length", 1852.0),
    "mass-gram": ("mass", 0.001),
    "mass-kilogram": ("mass", 1.0),
    "mass-tonne": ("mass", 1000.0),
    "mass-pound": ("mass", 0.45359237),
    "mass-ounce": ("mass", 0.028349523),
    "mass-stone": ("mass", 6.35029318),
    "area-acre": ("area", 4046.8564),
    "area-hectare": ("area", 10000.0),
    "area-square-meter": ("area", 1.0),
    "area-square-kilometer": ("area", 1e6),
    "area-square-mile": ("area", 2589988.11),
    "area-square-foot": ("area", 0.09290304),
    "volume-liter": ("volume", 1.0),
    "volume-milliliter": ("volume", 0.001),
    "volume-cubic-meter": ("volume", 1000.0),
    "volume-gallon": ("volume", 3.785411784),
    "volume-pint": ("volume", 0.473176473),
    "volume-barrel": ("volume", 158.987),
    # A length an hour: "85 miles per hour" begins as 85 miles do.
    "speed-kilometer-per-hour": ("length", 1000.0),
    "speed-mile-per-hour": ("length", 1609.344),
    "speed-meter-per-second": ("length", 3600.0),
    "speed-knot": ("length", 1852.0),
    "temperature-celsius": ("temperature", 1.0),
    "temperature-fahrenheit": ("temperature", 5 / 9),
    "temperature-generic": ("temperature", 0.0),
    "duration-second": ("duration", 1 / 86400),
    "duration-minute": ("duration", 1 / 1440),
    "duration-hour": ("duration", 1 / 24),
    "duration-day": ("duration", 1.0),
    "duration-week": ("duration", 7.0),
    "duration-month": ("duration", 30.44),
    "duration-year": ("duration", 365.25),
    "duration-decade": ("duration", 3652.5),
    "duration-century": ("duration", 36525.0),
    "power-watt": ("power", 1.0),
    "power-kilowatt": ("power", 1e3),
    "power-megawatt": ("power", 1e6),
    "power-gigawatt": ("power", 1e9),
    "digital-megabyte": ("data", 1.0),
    "digital-gigabyte": ("data", 1e3),
    "digital-terabyte": ("data", 1e6),
}
_EVERYWHERE = (
    "km/h:speed-kilometer-per-hour mph:speed-mile-per-hour km:length-kilometer cm:length-centimeter "
    "mm:length-millimeter m:length-meter kg:mass-kilogram lb:mass-pound lbs:mass-pound ft:length-foot ha:area-hectare "
    "kw:power-kilowatt mw:power-megawatt gw:power-gigawatt mb:digital-megabyte gb:digital-gigabyte tb:digital-terabyte"
)
_SPELLINGS = {"en": ("en", "en_GB"), "pt": ("pt", "pt_PT")}  # locales of a language that name units in other letters
# What CLDR has not, by the same names.
_MORE: dict[str, str] = {
    "en": "mph:speed-mile-per-hour kph:speed-kilometer-per-hour foot:length-foot feet:length-foot "
    "inch:length-inch pound:mass-pound lbs:mass-pound kilo:mass-kilogram kilos:mass-kilogram "
    "degree:temperature-generic degrees:temperature-generic ton:mass-tonne tons:mass-tonne metre:length-meter "
    "metres:length-meter kilometre:length-kilometer kilometres:length-kilometer litre:volume-liter "
    "litres:volume-liter mile:length-mile sqft:area-square-foot fahrenheit:temperature-fahrenheit "
    "celsius:temperature-celsius gramme:mass-gram grammes:mass-gram tonne:mass-tonne tonnes:mass-tonne "
    "hrs:duration-hour mins:duration-minute secs:duration-second kmh:speed-kilometer-per-hour",
    "fr": "année:duration-year années:duration-year acre:area-acre acres:area-acre degré:temperature-generic "
    "degrés:temperature-generic kilo:mass-kilogram kilos:mass-kilogram pouce:length-inch pouces:length-inch "
    "milles:length-mile lieues:length-mile tonne:mass-tonne",
    "de": "tagen:duration-day uhr:duration-hour kilo:mass-kilogram grad:temperature-generic meilen:length-mile "
    "fuß:length-foot pfund:mass-pound stundenkilometer:speed-kilometer-per-hour "
    "stundenkilometern:speed-kilometer-per-hour",
    "es": "kilo:mass-kilogram kilos:mass-kilogram grado:temperature-generic grados:temperature-generic",
    "it": "tonnellata:mass-tonne tonnellate:mass-tonne decenni:duration-decade chilo:mass-kilogram "
    "chili:mass-kilogram grado:temperature-generic gradi:temperature-generic",
    "pt": "tonelada:mass-tonne toneladas:mass-tonne quilo:mass-kilogram quilos:mass-kilogram "
    "grau:temperature-generic graus:temperature-generic",
    "nl": "ton:mass-tonne uren:duration-hour jaren:duration-year mijlen:length-mile pond:mass-pound "
    "vaten:volume-barrel kilo:mass-kilogram graden:temperature-generic",
    "ru": "кило:mass-kilogram килограмм:mass-kilogram градус:temperature-generic метр:length-meter "
    "километр:length-kilometer сантиметр:length-centimeter миля:length-mile фут:length-foot дюйм:length-inch "
    "фунт:mass-pound тонн:mass-tonne летие:duration-year метре:length-meter часах:duration-hour сутки:duration-day "
    "суток:duration-day днях:duration-day годах:duration-year",
    "zh": "公斤:mass-kilogram 千克:mass-kilogram 公里:length-kilometer 千米:length-kilometer 米:length-meter "
    "厘米:length-centimeter 毫米:length-millimeter 英里:length-mile 英尺:length-foot 英寸:length-inch 码:length-yard "
    "磅:mass-pound 吨:mass-tonne 英亩:area-acre 公顷:area-hectare 度:temperature-generic 个月:duration-month "
    "月:duration-month 年:duration-year 天:duration-day 周:duration-week "
    "小时:duration-hour 点:duration-hour 时:duration-hour 分钟:duration-minute",
    "ja": "キロ:length-kilometer メートル:length-meter センチ:length-centimeter ヤード:length-yard "
    "マイル:length-mile フィート:length-foot インチ:length-inch ポンド:mass-pound キログラム:mass-kilogram "
    "トン:mass-tonne 度:temperature-generic か月:duration-month カ月:duration-month ヶ月:duration-month "
    "年:duration-year 日:duration-day 週:duration-week 時間:duration-hour 分:duration-minute "
    "エーカー:area-acre ヘクタール:area-hectare 時:duration-hour",
}
# Short forms that are other words besides: prepositions, years, streets.
_NO_UNITS = frozenset("in st ac pt dec c h d j w s a o m. в г ч с д т. р п".split())
_COUNTS = (1, 2, 5, 1.5)  # which between them have each form of a plural
_BETWEEN = re.compile(r"(?:\s?(?:[-–—~至到]|\b\w{1,3}\b)\s?\d+(?:[.,]\d+)?)?[\s\u00a0\u202f-]{0,2}")
_UNIT = re.compile(r"°\s?[cf]?|º\s?[cf]?|[^\W\d_]+(?:[./][^\W\d_]+){0,2}", re.IGNORECASE)
_LONG = 5  # letters of a word that may have an ending
_LONGEST = 24  # characters behind a number that are looked at
_RELATIVE, _LAST_DIGIT = 0.075, 0.75


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures, and how many of the first unit of that dimension it is; 0 for degrees of some scale."""

    name: str
    dimension: str
    size: float


def unit_behind(text: str, stop: int, language: str) -> Unit | None:
    """Return the unit of a number, None where there is none; the last number of a range has it for both.

    Args:
        text: any.
        stop: where the number ends.
        language: a primary tag.

    >>> unit_behind("550 pounds", 3, "en").dimension
    'mass'
    """
    gap = _BETWEEN.match(text, stop)
    found = find_unit(text, gap.end(), language) if gap else None
    found = found or find_unit(text, stop, language)
    return found[0] if found else None


def find_unit(text: str, start: int, language: str) -> tuple[Unit, int] | None:
    """Return the unit that stands in a place and where it ends, None where there is none.

    Args:
        text: any.
        start: where it stands, with at most a space or a hyphen before it.
        language: a primary tag.
    """
    behind = fold(text[start : start + _LONGEST], language)
    word = behind.lstrip(" \u00a0\u202f-")
    start += len(behind) - len(word)
    units, phrases = _units(language), _phrases(language).get(word[:1], ())
    name = next((phrase for phrase in phrases if word.startswith(phrase)), None)
    if name is not None:
        return units[name], start + len(name)
    match = _UNIT.match(word)
    name = _name(match[0].replace(" ", ""), language) if match else None
    return (units[name], start + match.end()) if name and match else None


def is_conversion(one: float, unit: Unit, other: float, other_unit: Unit) -> bool:
    """Tell whether two measures in different units are about the same.

    Args:
        one: how many.
        unit: of these.
        other: how many.
        other_unit: of those.

    >>> mile, kilometre = (unit_behind(f"1 {name}", 1, "en") for name in ("mile", "km"))
    >>> is_conversion(200, mile, 320, kilometre), is_conversion(200, mile, 230, kilometre)
    (True, False)
    """
    if unit.dimension != other_unit.dimension or unit.name == other_unit.name != "temperature-generic":
        return False
    if unit.dimension == "temperature":
        return any(is_scale(*pair) for pair in ((one, other), (other, one)))
    return is_near(one * unit.size / other_unit.size, other) or is_near(other * other_unit.size / unit.size, one)


def is_near(exact: float, written: float) -> bool:
    """Tell whether a number may be a rounding of another one.

    Args:
        exact: the number.
        written: how it was rounded.
    """
    digit = 10.0 ** -len(f"{written:.10g}".partition(".")[2])
    return abs(exact - written) <= max(_RELATIVE * abs(exact), min(_LAST_DIGIT * digit, 0.3 * abs(exact)))


def is_scale(fahrenheit: float, celsius: float, *, as_difference: bool = True) -> bool:
    """Tell whether degrees Fahrenheit are these degrees Celsius.

    Args:
        fahrenheit: degrees.
        celsius: degrees.
        as_difference: whether it is enough that one is so many degrees warmer.
    """
    warmer = as_difference and abs(fahrenheit * 5 / 9 - celsius) <= 1.0
    return warmer or abs((fahrenheit - 32) * 5 / 9 - celsius) <= 1.0


def _name(word: str, language: str) -> str | None:
    units = _units(language)
    if word in units:
        return word
    if len(word) > _LONG:  # a case or a compound: килограммовое, "meter-hoch"
        stems = (name for name in _stems(language).get(word[:_LONG], ()) if word.startswith(name))
        return next((name for name in stems if units[name].name != "duration-second"), None)  # "secondary"
    return None


@cache
def _stems(language: str) -> dict[str, tuple[str, ...]]:
    """Return the long names of units, the longest first, by how they begin."""
    found: dict[str, list[str]] = {}
    for name in _units(language):
        if len(name) >= _LONG:
            found.setdefault(name[:_LONG], []).append(name)
    return {beginning: tuple(names) for beginning, names in found.items()}


@cache
def _phrases(language: str) -> dict[str, tuple[str, ...]]:
    """Return by their first letter the names that are no single word, where words have spaces between; else all."""
    phrases = [name for name in _units(language) if language in ("zh", "ja") or " " in name]
    return {letter: tuple(name for name in phrases if name[0] == letter) for letter in {name[0] for name in phrases}}


@cache
def _units(language: str) -> dict[str, Unit]:
    """Return the units of a language by their folded names, the longest first."""
    from babel import Locale, UnknownLocaleError
    from babel.units import format_unit

    found: dict[str, Unit] = {}
    for spelling, (name, (dimension, size)) in product(_SPELLINGS.get(language, (language,)), _UNITS.items()):
        unit = Unit(name, dimension, size)
        try:
            forms = {
                format_unit(count, name, length=length, locale=Locale.parse(spelling))
                for count in _COUNTS
                for length in ("long", "short")
            }
        except (UnknownLocaleError, ValueError):
            break
        for form in forms:
            word = re.sub(r"^[\d.,\s\u00a0\u202f٫]+|[.\s]+$", "", fold(form, language))
            if word and not any(letter.isdecimal() for letter in word) and word not in _NO_UNITS:
                found.setdefault(word.replace(" ", "") if "/" in word else word, unit)
    for pair in [*_EVERYWHERE.split(), *_MORE.get(language, "").split()]:
        word, _, name = pair.partition(":")
        found[fold(word, language)] = Unit(name, *_UNITS[name])
    found["°"] = Unit("temperature-generic", "temperature", 0.0)
    for sign in "°º":
        found[f"{sign}c"] = Unit("temperature-celsius", "temperature", 1.0)
        found[f"{sign}f"] = Unit("temperature-fahrenheit", "temperature", 5 / 9)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))
