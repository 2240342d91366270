"""What the tags, classes and ids of a web page claim about the role of their text; `boxes.py` looks into the box."""

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Claim:
    """The role that an element gives to all text in it.

    Attributes:
        role: the claimed role.
        sure: whether it holds whatever is in the element; else prose in it is article text.
        promotes: whether the element is named for what asks readers for something, or leads them to other articles.
    """

    role: Role
    sure: bool = True
    promotes: bool = False


def claim_of(element: "Element", tag: str) -> Claim | None:
    """Return what a block-level element claims by its tag, its ARIA role and its names, None for nothing.

    Args:
        element: the element.
        tag: its name in small letters.

    >>> from lxml import html
    >>> claim_of(html.fromstring('<div class="sidebar">Text</div>'), "div")
    Claim(role=<Role.FURNITURE: 'furniture'>, sure=False, promotes=False)
    """
    if tag in ("html", "body", "main") or tag in HEADINGS:
        return None
    if tag in _TAG_ROLES:
        return Claim(_TAG_ROLES[tag])
    return _claim_by_name(element, tag) or _claim_by_place(element, tag)


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


def is_hidden(element: "Element") -> bool:
    """Tell whether a browser would not show the element at all.

    >>> from lxml import html
    >>> is_hidden(html.fromstring('<p style="display: none">Not shown</p>'))
    True
    """
    # What is hidden "until-found" lies in a fold that a reader opens.
    if (element.get("hidden") or "").lower() != "until-found" and element.get("hidden") is not None:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return _HIDING_STYLE.search(element.get("style") or "") is not None


def page_number(element: "Element") -> str:
    """Return the number of a printed page that an element shows, as e-books do in the middle of a sentence; else "".

    >>> from lxml import html
    >>> page_number(html.fromstring('<span class="pagenum">[Pg 12]</span>'))
    '[Pg 12]'
    """
    if not element.attrib:  # as most elements: no page is looked through for nothing
        return ""
    told = " ".join(filter(None, (element.get("role"), *map(element.get, _PAGE_TYPES)))).lower()
    names = (element.get("class") or "")[:200].lower().replace("-", "").replace("_", "").split()
    if "pagebreak" not in told and _PAGE_NAMES.isdisjoint(names):
        return ""
    text = " ".join("".join(map(str, element.itertext())).split())
    return text if _PAGE_NUMBER.fullmatch(text) else ""


_PAGE_TYPES = ("{http://www.idpf.org/2007/ops}type", "epub:type")
_PAGE_NAMES = frozenset(("pagenum", "pageno", "pagenumber", "pagebreak"))
_PAGE_NUMBER = re.compile(r"[\[({]?\s?(?:[A-Za-zé]{1,6}\.?\s?)?(?:\d{1,4}|[ivxlcIVXLC]{1,8})\s?[\])}]?")
_TAG_ROLES = {
    **dict.fromkeys(("nav", "button", "menu", "select", "search"), Role.FURNITURE),
    "figcaption": Role.CAPTION,
    "address": Role.BYLINE,
}
_ARIA_SURE = frozenset(("navigation", "search", "menu", "menubar", "toolbar"))
_DOUBTFUL_TAGS = frozenset(("aside", "header", "footer", "form", "dialog"))
_ARIA_DOUBTFUL = frozenset(("complementary", "banner", "contentinfo", "dialog", "alertdialog", "form"))
_HIDING_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)

_BYLINE_NAMES = frozenset(("byline", "author", "authors", "bylines"))
_COMMENT_NAMES = frozenset(
    ("comment", "comments", "disqus", "commentlist", "kommentare", "commentaires", "comentarios")
)
_ADVERT_NAMES = _names(
    "ad ads advert advertisement adverts advertising anzeige breadcrumb breadcrumbs pagination pub pubblicita "
    "publicidad publicite reklama slogan sponsor sponsored tagline werbung"
)
_PROMOTING_NAMES = _names(
    "consent cookie cookies donate donation follow modal newsletter paywall popup promo promoted recommended "
    "recommendations related share sharing social subscribe subscription teaser teasers trending"
)
_FURNITURE_NAMES = _names("masthead menu nav navbar navigation sidebar tags toolbar widget")
_PERSONS = frozenset(("author", "authors", "autor", "auteur", "autore", "writer"))
_PORTRAITS = frozenset(("bio", "box", "about", "info", "card", "profile", "description", "biography"))
# "has-sidebar", "no-ads", "comments-open": a state of the page, not what the element holds.
_STATES = frozenset(("has", "no", "with", "without", "is", "open", "closed", "enabled", "disabled", "hide", "show"))
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def _claim_by_name(element: "Element", tag: str) -> Claim | None:
    words = _words(element)
    if words & _COMMENT_NAMES or (element.get("itemtype") or "").endswith("/Comment"):
        return Claim(Role.COMMENT)
    portrait = words & _PERSONS and words & _PORTRAITS
    if words & _ADVERT_NAMES or portrait or element.get("role") in _ARIA_SURE:
        return Claim(Role.FURNITURE)
    if words & _PROMOTING_NAMES:
        return Claim(Role.FURNITURE, sure=False, promotes=True)
    return Claim(Role.FURNITURE, sure=False) if words & _FURNITURE_NAMES and tag != "article" else None


def _claim_by_place(element: "Element", tag: str) -> Claim | None:
    if tag not in _DOUBTFUL_TAGS and element.get("role") not in _ARIA_DOUBTFUL:
        return None
    if tag in ("header", "footer") or element.get("role") in ("banner", "contentinfo"):
        around = {str(parent.tag).rpartition("}")[2] for parent in element.iterancestors()}
        # The head of an article holds its headline and its standfirst, the foot of a quotation who is quoted.
        if (tag == "header" and "article" in around) or around & {"blockquote", "figure"}:
            return None
        return Claim(Role.FURNITURE, sure=tag == "footer" and not around & {"article", "main", "section", "aside"})
    return Claim(Role.FURNITURE, sure=False)


def _words(element: "Element") -> frozenset[str]:
    """Return the words in the names of an element, those that tell a state left out."""
    words: set[str] = set()
    for name in _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}"[:500]):
        parts = {word.lower() for word in _WORD.findall(name)}
        if not parts & _STATES:
            words |= parts
    return frozenset(words)
