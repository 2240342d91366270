"""Front matter: what the head of a Markdown or MDX file tells of it, in YAML, TOML or JSON, well-formed or not.

It is read leniently, for title, author, date and language only. All of it is meta: where its lines are broken YAML, or
the line that ends it is missing, it is still no part of the text.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import takewhile

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MOST_LINES = 1000
# Keys are words with a few marks: `cSpell:ignore`, `og:title`, `page-type`, `"title"`, `tags `.
_PAIR = re.compile(
    r"""["']?(?P<key>(?:[^\W\d]|[$@])[\w$./:@-]{0,60}(?: [\w-]{1,30})?)["']?[ \t]*[:=](?:[ \t]+|$)(?P<value>.*)"""
)
_CONTINUATION = re.compile(r"\s|-(?:[ \t]|$)|#|[\]}),]|\[{1,2}[\w.-]|$")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?$")
_WANTED = {
    "title": ("title",),
    "author": ("author", "authors", "byline"),
    "date": ("date", "published", "pubdate"),
    "language": ("lang", "language", "locale"),
}


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""Return title, author, date and language as far as the front matter tells them, and the text after it.

    >>> split_front_matter("---\ntitle: 'The harbour'\ntags : [a]\n---\nClosed.")
    ({'title': 'The harbour'}, 'Closed.')
    """
    start = len(text) - len(text.lstrip("\ufeff\r\n"))
    head = text[start : start + 3]
    if head in _FENCES:
        return _fenced(text, start, head)
    return _json(text, start) if head[:1] == "{" else ({}, text)


def _fenced(text: str, start: int, fence: str) -> tuple[dict[str, str], str]:
    """Split off what stands between two fences, or between one and the first line that cannot belong to it."""
    first, *rest = text[start:].split("\n", _MOST_LINES)
    lines = list(takewhile(lambda line: line.rstrip() not in _FENCES[fence], rest[: _MOST_LINES - 1]))
    closed = len(lines) < len(rest) and len(lines) < _MOST_LINES - 1
    if not closed:
        lines = list(takewhile(lambda line: line.strip() and _belongs(line), lines))
    if first.strip() != fence or not _is_matter(lines):
        return {}, text
    found = _toml(lines) if fence == "+++" else {}
    return _chosen(found or dict(_pairs(lines))), "\n".join(rest[len(lines) + closed :])


def _belongs(line: str) -> bool:
    return bool(_PAIR.match(line) or _CONTINUATION.match(line))


def _is_matter(lines: list[str]) -> bool:
    """Tell front matter, which begins with a key, from two rules with prose between them."""
    told = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return bool(told) and _PAIR.match(told[0]) is not None and 2 * sum(map(_belongs, told)) > len(told)


def _toml(lines: list[str]) -> dict[str, str]:
    """Return the keys of well-formed TOML; of other TOML none, and lines are read one by one."""
    try:
        found = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {key.lower(): _value(value) for key, value in found.items()}


def _json(text: str, start: int) -> tuple[dict[str, str], str]:
    """Split off a JSON object that stands at the beginning and has a key on its first lines."""
    try:
        found, stop = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        broken = _BROKEN_JSON.match(text, start)
        return (_chosen(dict(_pairs(broken[0].splitlines()[1:]))), text[broken.end() :]) if broken else ({}, text)
    rest = text[stop:]
    if not found or (rest and not rest.startswith(("\n", "\r"))):
        return {}, text
    return _chosen({key.lower(): _value(value) for key, value in found.items()}), rest


_BROKEN_JSON = re.compile(r"\{[ \t]*\n[ \t]*\"[\w-]{1,60}\"[ \t]*:(?:(?!\n\}).){0,20000}\n\}[ \t]*(?=\n|$)", re.DOTALL)


def _value(value: object) -> str:
    """Return a parsed value as text: of a list its items, of a person the name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_value, value)))
    if isinstance(value, dict):
        return _value(value.get("name", ""))
    return "" if value is None else " ".join(str(value).split())


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the keys of the first level in small letters; a value may go on in the lines below, or be a list."""
    for number, line in enumerate(lines):
        pair = _PAIR.match(line.lstrip() if line[:1] in " \t" and line.lstrip()[:1] == '"' else line)
        if pair is None:
            continue
        value = pair["value"].strip().rstrip(",")
        if not value or _BLOCK_SCALAR.match(value):
            below = takewhile(lambda line: not line.strip() or line[:1] in " \t-", lines[number + 1 :])
            items = (_item(line.strip().removeprefix("-").strip()) for line in below)
            value = (" " if value else ", ").join(filter(None, items))
        yield pair["key"].lower(), _plain(value)


def _item(line: str) -> str:
    """Return an item of a list or a line of a long value; of a person the name and nothing else."""
    pair = _PAIR.match(line)
    return _plain(line) if pair is None else _plain(pair["value"]) if pair["key"] == "name" else ""


def _plain(value: str) -> str:
    """Return a value without its quotation marks or brackets and without a comment behind it."""
    value = value.strip()
    if value[:1] in ("'", '"') and value.count(value[0]) > 1:
        return value[1 : value.rindex(value[0])].strip()
    return value.partition(" #")[0].strip().strip("\"'[]").strip()


def _chosen(pairs: dict[str, str]) -> dict[str, str]:
    """Return what is wanted under one name each."""
    found = {name: next((pairs[key] for key in keys if pairs.get(key)), "") for name, keys in _WANTED.items()}
    return {name: value for name, value in found.items() if value}
