"""What the tags, classes and ids of a web page say about the role of their text."""

import re
from typing import TYPE_CHECKING

from align.bitext import Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

BREAKING = HEADINGS | _names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form header hgroup hr html label legend li main menu nav ol optgroup option p "
    "pre search section select summary table tbody td tfoot th thead tr ul"
)

SKIPPED = _names(
    "area audio base canvas comment embed frame frameset head iframe input link map meta noembed noframes "
    "noscript object param progress rp rt script style svg template textarea title track video"
)


_INLINE_TAGS = _names(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark nobr q rb rp rt rtc ruby s samp "
    "slot small span strike strong sub sup svg time tt u var wbr math picture source video audio button input select "
    "datalist output meter progress map area object param iframe embed script noscript template link meta style center"
)


def is_known_tag(name: str, tag: str) -> bool:
    """Tell whether what looks like a tag is one: of HTML, with attributes, or of a component with a hyphen.

    Args:
        name: in small letters.
        tag: as a whole.

    >>> is_known_tag("b", "<b>"), is_known_tag("file", "<file>")
    (True, False)
    """
    return (
        name in BREAKING or name in _INLINE_TAGS or name in SKIPPED or "-" in name or "=" in tag or tag.endswith("/>")
    )


def block_role(element: "Element", tag: str, page_length: int) -> Role | None:
    """Return the role that a block-level element gives to all text in it, None when it gives none.

    Args:
        element: the element.
        tag: its name in small letters.
        page_length: of the visible text of the page; what holds most of it is not furniture.
    """
    by_tag = _TAG_ROLES.get(tag)
    if tag in ("html", "body", "main"):
        return None
    role = by_tag or _role_by_name(element)
    doubtful = role is Role.FURNITURE or (role is Role.COMMENT and by_tag is None)
    if doubtful and (
        _holds_article(element, tag) or (role is Role.FURNITURE and 2 * text_length(element) > page_length)
    ):
        return None
    return role


def inline_role(element: "Element", tag: str) -> Role | None:
    """Return the role of an element that may stand inside a line: an author's name or a date.

    Args:
        element: of the page.
        tag: its name in small letters.
    """
    if tag == "time" or element.get("itemprop") in ("datePublished", "dateModified"):
        return Role.DATE
    author = element.get("rel") == "author" or element.get("itemprop") == "author"
    return Role.BYLINE if author or _BYLINE_NAMES & _words(element) else None


def text_length(element: "Element") -> int:
    """Return how many characters of text the element holds, scripts and the like left out.

    >>> from lxml import html
    >>> text_length(html.fromstring("<div>one<script>two</script><b>three</b></div>"))
    8
    """
    length = 0
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag.rpartition("}")[2] not in SKIPPED:
            length += len((part.text or "").strip())
        if part is not element:
            length += len((part.tail or "").strip())
    return length


def is_hidden(element: "Element") -> bool:
    """Tell whether a browser would not show the element at all.

    >>> from lxml import html
    >>> is_hidden(html.fromstring('<p style="display: none">Not shown</p>'))
    True
    """
    if element.get("hidden") is not None:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return _HIDING_STYLE.search(element.get("style") or "") is not None


_TAG_ROLES = {
    **dict.fromkeys(("nav", "header", "footer", "aside", "form", "button", "menu", "select", "search"), Role.FURNITURE),
    "figcaption": Role.CAPTION,
    "address": Role.BYLINE,
}
_HIDING_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)

_BYLINE_NAMES = frozenset(("byline", "author", "authors", "bylines"))
_COMMENT_NAMES = frozenset(
    ("comment", "comments", "disqus", "commentlist", "kommentare", "commentaires", "comentarios")
)
_FURNITURE_NAMES = _names(
    "ad ads advert advertisement adverts advertising breadcrumb breadcrumbs consent cookie cookies donate "
    "donation follow masthead menu modal nav navbar navigation newsletter pagination paywall popup promo "
    "promoted recommended recommendations related share sharing sidebar social sponsor sponsored subscribe "
    "subscription tags toolbar trending widget"
)
# "has-sidebar", "no-ads", "comments-open": a state of the page, not what the element holds.
_STATES = frozenset(("has", "no", "with", "without", "is", "open", "closed", "enabled", "disabled", "hide", "show"))
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def _role_by_name(element: "Element") -> Role | None:
    words = _words(element)
    if words & _COMMENT_NAMES:
        return Role.COMMENT
    return Role.FURNITURE if words & _FURNITURE_NAMES else None


def _words(element: "Element") -> frozenset[str]:
    """Return the words in the names of an element, those that tell a state left out."""
    words: set[str] = set()
    for name in _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}"[:500]):
        parts = {word.lower() for word in _WORD.findall(name)}
        if not parts & _STATES:
            words |= parts
    return frozenset(words)


def _holds_article(element: "Element", tag: str) -> bool:
    """Tell whether the element wraps the article or its headline: then its name is about the page as a whole."""
    if tag == "article":
        return not _words(element) & _COMMENT_NAMES
    if next(element.iter("{*}main", "{*}h1"), None) is not None:
        return tag != "nav"
    return tag == "header" and next(element.iterancestors("{*}article"), None) is not None
