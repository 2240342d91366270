"""RTF: paragraphs, cells and text boxes in document order, notes behind them.

The known libraries drop notes and styles, write links and rules of tables into the text, and take quadratic time on
files made for it; so the few words that carry text are followed here. Deleted and hidden text is left out.
"""

import codecs
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from align.bitext import Role
from align.errors import InputError
from align.reading.assemble import Piece, assemble
from align.reading.blocks import Reading
from align.reading.plain import block_spans
from align.reading.rtf_words import (
    CHARACTERS,
    PARAGRAPH_ENDS,
    SHOWN,
    SYMBOLS,
    TOKEN,
    UNSHOWN,
    codec_of_charset,
    codec_of_page,
)


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read an RTF file; its encoding is always its own."""
    source = data.decode("latin-1").lstrip("\ufeffï»¿ \t\r\n")
    if not source.startswith("{\\rtf"):
        raise InputError(f"{name}: expected an RTF file, found none of its marks at the beginning; check the format")
    parser = _Parser(name)
    parser.parse(source)
    text, blocks = assemble([*parser.body, *parser.notes])
    warnings = (f"{name}: ends within a group; it may be cut off",) if parser.stack else ()
    title, author = (_joined(parser.texts[sink]).strip() for sink in ("title", "author"))
    return Reading(text, blocks, title=title, byline=author, encoding="rtf", warnings=warnings)


_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds from one brace to the other: where text goes to (nowhere if empty), and how it is read."""

    sink: str = "body"
    fresh: bool = True
    optional: bool = False
    codec: str = ""
    fallback: int = 1  # characters behind \u for readers without Unicode
    hidden: bool = False


@dataclass(slots=True)
class _Parser:
    """Follows the words of a file."""

    name: str
    body: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    texts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    stack: list[_Group] = field(default_factory=list)
    group: _Group = field(default_factory=_Group)
    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    font: int = 0
    style: int = 0
    outline: bool = False
    skipped: int = 0
    decoder: codecs.IncrementalDecoder | None = None

    def parse(self, source: str) -> None:
        """Follow all tokens up to the end of the outermost group."""
        place, length = 0, len(source)
        while place < length:
            token = TOKEN.match(source, place)
            if token is None:
                place += 1
                continue
            place = token.end()
            word, number, byte, symbol, brace, plain = token.groups()
            if plain or byte:
                self._add_bytes(bytes.fromhex(byte) if byte else plain.encode("latin-1"))
                continue
            self._end_bytes()
            if brace == "{":
                self._open()
            elif brace == "}":
                self._close()
                if not self.stack:
                    break
            elif symbol:
                self._follow_symbol(symbol)
            elif word == "bin":
                place += max(int(number or 0), 0)
            else:
                self._follow(word, int(number) if number else None)
        self._end_bytes()
        self._end_paragraph()

    def _open(self) -> None:
        if len(self.stack) >= _DEEPEST:
            raise InputError(f"{self.name}: expected at most {_DEEPEST} groups within each other; save the file again")
        self.stack.append(self.group)
        self.group = replace(self.group, fresh=True, optional=False)
        self.skipped = 0

    def _close(self) -> None:
        if self.group.sink == "style" and self.texts["style"]:
            self.styles[self.style] = _joined(self.texts.pop("style")).strip(" ;").lower()
        if self.group.sink == "note" and self.stack[-1:] and self.stack[-1].sink != "note":
            self._end_paragraph()
        self.group = self.stack.pop() if self.stack else _Group()
        self.skipped = 0

    def _follow_symbol(self, symbol: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif symbol == "*":
            self.group = replace(self.group, optional=True)
        elif symbol in "\r\n":
            self._end_paragraph()
        else:
            self._add(SYMBOLS.get(symbol, ""))

    def _follow(self, word: str, number: int | None) -> None:
        if self.skipped and word != "u":
            self.skipped -= 1
        fresh, optional = self.group.fresh, self.group.optional
        if fresh:
            self.group = replace(self.group, fresh=False)
            self._enter(word, optional)
        if word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self.skipped = self.group.fallback
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        else:
            self._set(word, number)

    def _enter(self, word: str, optional: bool) -> None:
        """Decide where the text of a group goes to by its first word."""
        sink = self.group.sink
        if word in _SINKS and sink:
            sink = _SINKS[word]
        elif word in UNSHOWN or word == "info" or (optional and word not in SHOWN):
            sink = "info" if word == "info" else ""
        elif sink == "info":
            sink = word if word in ("title", "author") else ""
        self.group = replace(self.group, sink=sink)

    def _set(self, word: str, number: int | None) -> None:
        """Follow a word that changes how text is read."""
        if word in ("v", "deleted"):
            self.group = replace(self.group, hidden=number != 0)
        elif word == "plain":
            self.group = replace(self.group, hidden=False, codec="")
        elif word == "uc":
            self.group = replace(self.group, fallback=max(number or 0, 0))
        elif word == "s":
            self.style = number or 0
        elif word == "pard":
            self.style, self.outline = 0, False
        elif word == "outlinelevel":
            self.outline = (number or 0) < _BODY_LEVEL
        else:
            self._set_letters(word, number or 0)

    def _set_letters(self, word: str, number: int) -> None:
        """Follow a word that tells in which code page letters are."""
        if word == "ansicpg":
            self.page = codec_of_page(number)
        elif word == "mac":
            self.page = codec_of_charset(_MAC)
        elif word == "f":
            self.font = number
            self.group = replace(self.group, codec=self.fonts.get(number, ""))
        elif word == "fcharset" and self.group.sink == "font":
            self.fonts[self.font] = codec_of_charset(number)

    def _add_bytes(self, data: bytes) -> None:
        dropped, self.skipped = self.skipped, max(self.skipped - len(data), 0)
        self.group = replace(self.group, fresh=False) if self.group.fresh else self.group
        if self.group.sink in _UNREAD or self.group.hidden:
            return
        if self.decoder is None:
            self.decoder = codecs.getincrementaldecoder(self.group.codec or self.page)("replace")
        # Of two bytes that are one character, the second may stand there as a plain letter.
        self._add(self.decoder.decode(data[dropped:]))

    def _end_bytes(self) -> None:
        if self.decoder is not None:
            self._add(self.decoder.decode(b"", True))
            self.decoder = None

    def _add(self, text: str) -> None:
        if text and self.group.sink not in _UNREAD and not self.group.hidden:
            self.texts[self.group.sink].append(text)

    def _end_paragraph(self) -> None:
        sink = self.group.sink if self.group.sink in ("body", "note") else "body"
        pieces = self.notes if sink == "note" else self.body
        pieces.extend(_pieces(_joined(self.texts.pop(sink, [])), self._role()))

    def _role(self) -> Role | None:
        name = self.styles.get(self.style, "")
        if self.outline or name in ("title", "subtitle") or name.startswith("heading"):
            return Role.HEADLINE
        return Role.CAPTION if name == "caption" else None


_SINKS = {"fonttbl": "font", "stylesheet": "style", "footnote": "note"}
_UNREAD = ("", "font", "info")
_BODY_LEVEL = 9
_MAC = 77


def _joined(parts: list[str]) -> str:
    """Join the parts of a text; characters beyond the first plane come as two halves."""
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _pieces(text: str, role: Role | None) -> Iterator[Piece]:
    for span in block_spans(text):
        yield Piece(text[span.start : span.stop], role)
