"""What programs leave in texts: how often it occurs on both sides together."""

import re
from collections.abc import Sequence

from corpora.filters import Texts
from corpora.filters.sides import Side

# UTF-8 read as Windows-1252 or Latin-1, once or twice; the same of Cyrillic; and what could not be read at all.
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ¦“”\u02dc\u0153žš˜]|[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—]"
    "|Р[\u00a0-\u00bf°±µ]С|\ufffd|ï»¿"
)
_ESCAPES = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,8}\d{0,2});|(?:%[0-9A-F]{2}){2}|\\[nrt](?=\W|$)"
)
_MARKUP = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,200})?/?>|\{\{|\}\}|\[\[|\]\]|\[/?(?:b|i|url|quote|img)\b[^\]]{0,100}\]|```|<!--|-->"
)
_CRUMBS = re.compile(r"\s[>»›|→]\s|\s::\s")
# Without one of these signs there is nothing to look for, and most texts have none.
_OF_MOJIBAKE, _OF_ESCAPES, _OF_MARKUP = frozenset("ÃÂâÐÑР\ufffdï"), frozenset("\\&%"), frozenset("<>{}[]`")
_OF_CRUMBS = frozenset(">»›|→:")
_ADDRESS = re.compile(r"https?://\S{1,300}")


def mojibake(pair: Texts) -> float:
    """Return how many letters were read in a wrong encoding, or could not be read."""
    one, other = pair.sides
    found = (*_found(_MOJIBAKE, one, _OF_MOJIBAKE), *_found(_MOJIBAKE, other, _OF_MOJIBAKE))
    return len("".join(found))


def escapes(pair: Texts) -> float:
    """Return how many characters are written as escapes, entities or percent codes, addresses aside."""
    one, other = pair.sides
    return len(_found(_ESCAPES, one, _OF_ESCAPES)) + len(_found(_ESCAPES, other, _OF_ESCAPES))


def markup(pair: Texts) -> float:
    """Return how many tags and other marks of markup there are."""
    one, other = pair.sides
    return len(_found(_MARKUP, one, _OF_MARKUP)) + len(_found(_MARKUP, other, _OF_MARKUP))


def breadcrumbs(pair: Texts) -> float:
    """Return how many signs part one step of a path through a site from the next: `Home > News > Storm` has 2."""
    one, other = pair.sides
    return max(_crumbs(one), _crumbs(other))


def _crumbs(side: Side) -> int:
    return 0 if _OF_CRUMBS.isdisjoint(side.signs) else len(_CRUMBS.findall(side.text))


def _found(pattern: re.Pattern[str], side: Side, signs: frozenset[str]) -> Sequence[str]:
    """Return what a pattern finds in a side that has one of its signs."""
    if signs.isdisjoint(side.signs):
        return ()
    found: list[str] = pattern.findall(_without_addresses(side.text))
    return found


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if "://" in text else text
