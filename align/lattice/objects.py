"""What a compiler has made of a kernel: an object file in, code out that needs nothing but addresses.

An object file (ELF, https://refspecs.linuxfoundation.org/elf/elf.pdf) is sections of code and of constants, names, and
places where the address of a name has to be written. What numba has LLVM compile for a running process has the simplest
of them: whole addresses, 8 bytes each. Anything else is refused, and the kernel is compiled anew in each process.
"""

import re
from struct import Struct
from typing import NamedTuple

_SECTION = Struct("<IIQQQQIIQQ")  # name, type, flags, address, offset, size, link, info, alignment, size of an entry
_SYMBOL = Struct("<IBBHQQ")  # name, binding, visibility, section, value, size
_RELOCATION = Struct("<QIIq")  # offset, type, symbol, what is added
_ADDRESS = Struct("<Q")
_WRITABLE, _LOADED, _BITS, _RELOCATIONS, _SYMBOLS = 1, 2, 1, 4, 2
_NOWHERE, _COMMON, _WHOLE = 0, 0xFFF2, 1
_ALIGNMENT = 64  # of a section: no constant of a vector asks for more
# What numba would say if the environment were not there. Its name has the number of the function in this process in it.
_MISSING = re.compile(rb"missing Environment: [^\0]*")


class Image(NamedTuple):
    """A kernel's code and constants, wherever they will lie.

    Attributes:
        code: the bytes; where an address of its own has to stand there is the distance from the first byte.
        wrapper: where the function begins that Python can call.
        own: where addresses of its own stand.
        others: the names of what is called or read elsewhere, with where the address of each has to stand.
        pointers: for each pointer that the code reads, where its address has to stand; the first one is to numba's
            environment, the others are null.
    """

    code: bytes
    wrapper: int
    own: list[int]
    others: dict[str, list[int]]
    pointers: list[list[int]]


class _Section(NamedTuple):
    name: str
    kind: int
    flags: int
    content: bytes
    link: int
    info: int


class _Symbol(NamedTuple):
    name: str
    section: int
    value: int


def read_object(content: bytes, wrapper: str, environment: str) -> Image:
    """Return what an object file holds, without unwinding tables and names.

    Args:
        content: of the file.
        wrapper: the name of the function that Python can call.
        environment: the name of the pointer to numba's environment.

    Raises:
        ValueError: there is something in it that only a real linker knows.
    """
    sections = _sections(content)
    symbols = _symbols(sections)
    places, code = {}, bytearray()
    for number, section in enumerate(sections):
        if section.flags & _LOADED and section.content and section.name != ".eh_frame":
            if section.flags & _WRITABLE or section.kind != _BITS:
                raise ValueError(f"expected code and constants, found {section.name}")
            code += bytes(-len(code) % _ALIGNMENT)
            places[number] = len(code)
            code += _MISSING.sub(lambda found: bytes(len(found[0])), section.content)
    own: list[int] = []
    others: dict[str, list[int]] = {}
    pointers: dict[str, list[int]] = {environment: []}
    for section in sections:
        if section.kind != _RELOCATIONS or section.info not in places:
            continue
        for offset, kind, number, added in _RELOCATION.iter_unpack(section.content):
            place, symbol = places[section.info] + offset, symbols[number]
            if kind == _WHOLE and symbol.section in places:
                _ADDRESS.pack_into(code, place, places[symbol.section] + symbol.value + added)
                own.append(place)
            elif kind == _WHOLE and symbol.section == _NOWHERE and not added:
                others.setdefault(symbol.name, []).append(place)
            elif kind == _WHOLE and symbol.section == _COMMON and not added:
                pointers.setdefault(symbol.name, []).append(place)
            else:
                raise ValueError(f"expected whole addresses, found kind {kind} of {symbol.name}")
    begin = next(places[symbol.section] + symbol.value for symbol in symbols if symbol.name == wrapper)
    return Image(bytes(code), begin, own, others, list(pointers.values()))


def _sections(content: bytes) -> list[_Section]:
    """Return the sections of an object file."""
    if content[:6] != b"\x7fELF\x02\x01":
        raise ValueError("expected an object file of 64 bits")
    table = int.from_bytes(content[0x28:0x30], "little")
    count, names = (int.from_bytes(content[place : place + 2], "little") for place in (0x3C, 0x3E))
    rows = list(_SECTION.iter_unpack(content[table : table + count * _SECTION.size]))
    texts = content[rows[names][4] :]
    return [
        _Section(_name(texts, name), kind, flags, content[offset : offset + size], link, info)
        for name, kind, flags, _, offset, size, link, info, _, _ in rows
    ]


def _symbols(sections: list[_Section]) -> list[_Symbol]:
    """Return the symbols of an object file."""
    table = next(section for section in sections if section.kind == _SYMBOLS)
    texts, rows = sections[table.link].content, _SYMBOL.iter_unpack(table.content)
    return [_Symbol(_name(texts, name), section, value) for name, _, _, section, value, _ in rows]


def _name(texts: bytes, start: int) -> str:
    return texts[start : texts.index(b"\0", start)].decode("ascii")
