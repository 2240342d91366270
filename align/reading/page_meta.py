"""What the head of a web page tells of its article: titles, author and day in `meta`, JSON-LD and `title` elements."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Titles of the article, the best first, its author and its day as the page writes it; empty where not told."""

    titles: tuple[str, ...] = ()
    byline: str = ""
    date: str = ""


def read_meta(root: "Element") -> PageMeta:
    """Return what the page tells of its article outside of its text.

    >>> from lxml import html
    >>> page = '<meta property="og:title" content="Harbour closes"><title>Harbour closes - Courier</title>'
    >>> read_meta(html.document_fromstring(page)).titles
    ('Harbour closes', 'Harbour closes - Courier')
    """
    told = _meta(root)
    article = next(_articles(root), {})
    titles = [*_values(told, _TITLES), *_names(article.get("headline")), *_names(article.get("name"))]
    titles += [
        " ".join("".join(element.itertext()).split()) for element in root.iter("{*}title") if _is_of_page(element)
    ]
    site = " ".join(_values(told, ("og:site_name",))).casefold()
    authors = [*_names(article.get("author")), *_values(told, _AUTHORS)]
    persons = [name for name in authors if _is_person(name) and name.casefold() != site]
    if article and _names(article.get("author")):
        persons = [name for name in persons if name in _names(article.get("author"))] or persons[:1]
    dates = [*_names(article.get("datePublished")), *_values(told, _DATES)]
    return PageMeta(
        tuple(dict.fromkeys(title for title in titles if title)),
        ", ".join(dict.fromkeys(persons if article else persons[:1])),
        next((_day(date) for date in dates if any(map(str.isdigit, date))), ""),
    )


_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author")
_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
    "date",
)
_ARTICLE = ("article", "posting", "report")
_LONGEST_NAME = 80
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Some pages wrap their data so that it is well-formed as XML.
_WRAPPING = re.compile(r"\s{0,99}(?:/[/*])?\s{0,9}<!\[CDATA\[(?:\*/)?|(?:/[/*])?\]\]>(?:\*/)?\s{0,99}\Z")
# Data for machines nests a few levels deep; more is made to do harm.
_DEPTH = 6


def _meta(root: "Element") -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for meta in root.iter("{*}meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        # Comments and lists of other articles have particulars of their own further down.
        if key and content and _is_of_page(meta):
            told.setdefault(key, []).append(content)
    return told


def _is_of_page(element: "Element") -> bool:
    scoped = (parent.get("itemtype") or "" for parent in element.iterancestors())
    inner = {str(parent.tag).rpartition("}")[2] for parent in element.iterancestors()}
    return "svg" not in inner and not any(kind.endswith(("/Comment", "/ListItem")) for kind in scoped)


def _values(told: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [value for key in keys for value in told.get(key, [])]


def _articles(root: "Element") -> Iterator[dict[str, object]]:
    """Yield what JSON-LD says of articles."""
    for script in root.iter("{*}script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            try:
                yield from _find_articles(json.loads(_WRAPPING.sub("", script.text or "")), _DEPTH)
            except (ValueError, RecursionError):
                continue


def _find_articles(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _find_articles(item, depth - 1)
    elif depth and isinstance(data, dict):
        kinds = " ".join(_names(data.get("@type"))).lower().split()
        if any(kind.endswith(_ARTICLE) for kind in kinds):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _find_articles(data.get(key), depth - 1)


def _names(value: object) -> list[str]:
    """Return the text of a value of JSON-LD, or the names of the things that it is or lists."""
    if isinstance(value, str):
        return [" ".join(value.split())]
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    return _names(value.get("name")) if isinstance(value, dict) else []


def _day(date: str) -> str:
    """Return the day of a date in the form of ISO 8601, other dates as they are."""
    return date[:10] if _ISO_DAY.match(date) else date


def _is_person(name: str) -> bool:
    """Tell whether a value is a name, not the address of a page or of an account."""
    return len(name) <= _LONGEST_NAME and not set(name) & set("/@:_") and (" " in name or not name.isascii())
