"""TMX 1.4b, the format of translation memories; it has any number of languages.

Read: UTF-8, UTF-16 or what the file declares; a bare DOCTYPE; `lang` for `xml:lang`; the source language of the header
or of the unit comes first. Inline codes go, the text within `hi` stays. A file that declares entities is refused.
Written: UTF-8, only units of which every side has text; what XML cannot hold becomes visible (`␛`), what nobody sees a
reference to its number (`&#x202E;`). No clock and no name of a person is written, so that the same units are the same
bytes.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from align.exchange.streams import reading_bytes, writing
from align.exchange.tmx_parts import make_header, make_unit, parse_unit, source_language
from align.exchange.tmx_source import parse_units
from align.exchange.unit import UNKNOWN, Unit
from align.sanitize import replace_hidden

if TYPE_CHECKING:
    from lxml import etree

_FOOT = "</body>\n</tmx>\n"


def write(units: Iterable[Unit], path: Path) -> int:
    """Write the header and a `tu` for each unit that is whole."""
    whole = (unit for unit in units if unit.is_whole)
    first = next(whole, None)
    language = first.sides[0].language if first else UNKNOWN
    count = 0
    with writing(path) as stream:
        header = make_header(language, version("versalign"))
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n')
        stream.write(_text(header) + "<body>\n")
        for unit in chain([first] if first else [], whole):
            stream.write(_text(make_unit(unit, language)))
            count += 1
        stream.write(_FOOT)
    return count


def read(path: Path) -> Iterator[Unit]:
    """Yield the units in order, one at a time; whatever was read is forgotten."""
    with reading_bytes(path) as file:
        srclang = ""
        for element in parse_units(file, str(path)):
            if element.tag == "header":
                srclang = source_language(element, "")
            elif (unit := parse_unit(element, source_language(element, srclang), str(path))) is not None:
                yield unit


def _text(element: "etree._Element") -> str:
    from lxml import etree

    text = str(etree.tostring(element, encoding="unicode")) + "\n"
    return replace_hidden(text, lambda character: f"&#x{ord(character):X};")
