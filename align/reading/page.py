"""Whether a text is a web page, or a text that only talks about the marks of one."""

import re
from collections import Counter
from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})(?=[\s/>])([^<>]{0,2000})>")
_UNSHOWN = re.compile(r"<(?:(!--)|(script|style)\b|[!?])", re.IGNORECASE)
_ENDS = {
    "!--": re.compile("-->"),
    "script": re.compile("</script[^>]{0,99}>", re.IGNORECASE),
    "style": re.compile("</style[^>]{0,99}>", re.IGNORECASE),
    "": re.compile(">"),
}
# Elements that hold a block of text or blocks, and are closed.
_BLOCKS = frozenset(
    "html head body title main article section header footer nav aside div p h1 h2 h3 h4 h5 h6 ul ol dl li dt dd table "
    "thead tbody tfoot tr td th blockquote figure figcaption pre form address details summary center".split()
)
# That need not be closed, and whose end the next one of them tells.
_OPTIONAL = frozenset("html head body p li dt dd thead tbody tfoot tr td th".split())
_HEADERS = frozenset("base link meta script style".split())
_FEWEST_BLOCKS = 2


def is_page(data: bytes, root: str) -> bool:
    """Tell whether a text that begins with a tag is a web page, or a piece of one.

    All that is visible must stand in elements: a text about tags has words outside of them.

    Args:
        data: the whole file.
        root: the name of its first element, in small letters.

    >>> is_page(b"<p>One.</p><p>Two.</p>", "p"), is_page(b"<p> and </p> are the marks of a paragraph.", "p")
    (True, False)
    """
    if root not in _BLOCKS | _HEADERS:
        return False
    text = "".join(_shown(_as_text(data)))
    open_blocks: list[str] = []
    numbers: Counter[str] = Counter()
    blocks = closed = end = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not open_blocks and text[end : tag.start()].strip():
            return False
        end = tag.end()
        if name not in _BLOCKS or tag[3].endswith("/"):
            continue
        blocks += 1
        if not tag[1]:
            open_blocks.append(name)
            numbers[name] += 1
        elif numbers[name]:
            closed += 1
            last = ""
            while last != name:
                last = open_blocks.pop()
                numbers[last] -= 1
    outside = not open_blocks and text[end:].strip()
    return blocks >= _FEWEST_BLOCKS and closed > 0 and _OPTIONAL.issuperset(open_blocks) and not outside


def _shown(text: str) -> Iterator[str]:
    """Yield what is between comments, declarations, scripts and styles; what is not closed goes to the end."""
    place = 0
    while unshown := _UNSHOWN.search(text, place):
        yield text[place : unshown.start()]
        kind = (unshown[1] or unshown[2] or "").lower()
        end = _ENDS[kind].search(text, unshown.end())
        if end is None:
            return
        place = end.end()
    yield text[place:]


def _as_text(data: bytes) -> str:
    """Return the bytes as characters of which the marks are right; what is between them does not matter."""
    return data.replace(b"\0", b"").decode("latin-1").lstrip("ÿþï»¿ \t\r\n")
