"""Addresses in two versions of a document: which lead to the same page, each in its language."""

import re
from urllib.parse import unquote

_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:html?|mdx?|markdown|rst|adoc|php|aspx?)$", re.IGNORECASE)
_LANGUAGE_KEYS = re.compile(r"(?:^|&)(?:hl|lang|language|locale|utm_\w{1,20})=[^&]*", re.IGNORECASE)


def address_key(address: str, languages: tuple[str, ...]) -> str:
    """Return what is left of an address without scheme, anchor, index page, extension and marks of a language.

    Args:
        address: of a link or an image, as the document has it.
        languages: primary tags of both versions.

    >>> address_key("https://example.org/en/guide.html#top", ("en", "fr"))
    'example.org/guide'
    """
    address = unquote(address.strip()).replace("\\", "/")
    scheme = _SCHEME.match(address)
    address, _, query = address.partition("#")[0].partition("?")
    host, path = "", address
    if scheme:
        host, _, path = address[scheme.end() :].partition("/")
        host = host.lower().removeprefix("www.")
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    parts = [part for part in parts if not is_language(part, languages)]
    if parts:
        parts[-1] = _without_language(parts[-1], languages)
    labels = [label for label in host.split(".") if not is_language(label, languages)]
    whole = "/".join([*([".".join(labels)] if scheme else []), *filter(None, parts)])
    kept = _LANGUAGE_KEYS.sub("", query).strip("&")
    return f"{whole}?{kept}" if kept else whole


def is_language(part: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a part of an address names one of some languages, alone or with a region.

    Args:
        part: such as `fr` or `pt-BR`.
        languages: primary tags.

    >>> is_language("fr-CA", ("en", "fr")), is_language("free", ("en", "fr"))
    (True, False)
    """
    tag = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?", part)
    return tag is not None and tag[1].lower() in languages


def _without_language(name: str, languages: tuple[str, ...]) -> str:
    """Return the name of a file without extension of a page, and without a language before or behind it."""
    stem, dot, extension = _EXTENSION.sub("", name).rpartition(".")
    if not dot:
        stem, extension = extension, ""
    if is_language(extension, languages):
        extension = ""
    tags = "|".join(re.escape(language) for language in languages)
    stem = re.sub(rf"(?i)[._-](?:{tags})(?:[-_][a-z]{{2,4}})?$|^(?:{tags})[._-]", "", stem)
    stem = "" if stem.lower() in ("index", "_index", "readme") else stem
    return f"{stem}.{extension}" if extension else stem


def is_local(address: str) -> bool:
    """Tell whether an address is of the same site or the same page; a macro that makes one is, too."""
    address = address.strip()
    return not re.match(r"(?:[a-z][a-z0-9+.-]{1,20}:|//)", address, re.IGNORECASE)


def is_same_address(source: str, target: str, languages: tuple[str, ...]) -> bool:
    """Tell whether two addresses lead to the same page, in the language of each version.

    A site that has its pages under another host for each language may name them in that language; a local address is
    the end of a full one.

    Args:
        source: of one version.
        target: of the other.
        languages: primary tags of both versions.

    >>> is_same_address("https://en.example.org/wiki/Bridge", "https://fr.example.org/wiki/Pont", ("en", "fr"))
    True
    """
    one, other = address_key(source, languages), address_key(target, languages)
    if one == other or (source.startswith("#") and target.startswith("#")):
        return True
    if is_local(source) != is_local(target):
        long, short = (other, one) if is_local(source) else (one, other)
        return bool(short) and long.endswith(f"/{short}")
    if is_local(source):
        return bool(one and other) and (one.endswith(f"/{other}") or other.endswith(f"/{one}"))
    hosts = [_SCHEME.sub("", address.strip(), count=1).partition("/")[0].lower() for address in (source, target)]
    named = [[label for label in host.split(".") if is_language(label, languages)] for host in hosts]
    return hosts[0] != hosts[1] and all(named) and one.partition("/")[0] == other.partition("/")[0]
