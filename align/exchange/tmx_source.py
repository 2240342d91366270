"""The elements of a TMX file, one at a time, from a parser that follows nothing out of the file."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from align.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

_HEAD = 200  # bytes in which the encoding is declared
_CLAIM = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']utf-?(?:16|32)""", re.IGNORECASE)
_MARKS = {b"\xff\xfe": b"<\x00", b"\xfe\xff": b"\x00<"}  # of UTF-16, and what a file without begins with


class _Tail:
    """A stream with its beginning put back."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head, self._file = head, file

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        if self._head:
            head, self._head = self._head, b""
            return head
        return self._file.read(size)


def parse_units(file: BinaryIO, name: str) -> "Iterator[etree._Element]":
    """Yield the header and then each `tu`, with bare tags; it is emptied when the next one is asked for.

    Args:
        file: open for reading, at its beginning.
        name: of the file, for messages.

    Raises:
        InputError: it is no XML or no TMX, or it declares or uses entities of its own.
    """
    from lxml import etree

    head = _marked(file.read(_HEAD))
    events = etree.iterparse(
        _Tail(head, file),
        events=("start", "end"),
        encoding=_true_encoding(head),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = None
    try:
        for event, element in events:
            _strip_namespace(element)
            if root is None:
                root = element
                _check_root(root, name)
            elif event == "end" and element.tag in ("header", "tu"):
                _check_entities(element, name)
                yield element
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{name}:{error.lineno or 1}: expected a TMX file, found: {error.msg}".split("\n")[0]
        ) from None


def _marked(head: bytes) -> bytes:
    """Return the beginning of a file, with its byte order mark where UTF-16 goes without."""
    return next((mark + head for mark, first in _MARKS.items() if head.startswith(first)), head)


def _true_encoding(head: bytes) -> str | None:
    """Return the encoding of a file that declares a wrong one, else None.

    A file that was converted to UTF-8 often goes on to say that it is UTF-16.
    """
    return "utf-8" if _CLAIM.match(head.removeprefix(b"\xef\xbb\xbf")) else None


def _check_root(root: "etree._Element", name: str) -> None:
    """Refuse another kind of document, and one that declares entities, before anything of it is used."""
    if root.tag != "tmx":
        raise InputError(f"{name}: expected a TMX file, found XML with the root element {str(root.tag)[:40]!r}")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and (entity := next(iter(dtd.iterentities()), None)) is not None:
        raise InputError(
            f"{name}: expected a TMX file without entities, found a declaration of {str(entity.name)[:40]!r}; "
            "it may be made to fill the memory or to read other files"
        )


def _check_entities(element: "etree._Element", name: str) -> None:
    """Refuse a reference to an entity that nothing declares: its text would be lost."""
    from lxml import etree

    found = next(element.iter(etree.Entity), None)
    if found is not None:
        text = str(found.text)[:40]
        raise InputError(
            f"{name}:{found.sourceline}: expected text, found the unknown entity {text}; write the character"
        )


def _strip_namespace(element: "etree._Element") -> None:
    if isinstance(element.tag, str) and element.tag.startswith("{"):
        element.tag = element.tag.rpartition("}")[2]


def _forget(element: "etree._Element") -> None:
    """Empty an element that was used, and let go of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
