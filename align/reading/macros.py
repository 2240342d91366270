"""Macros in running markup: shortcodes, template calls and tags, components, and lists of attributes.

What is known: Hugo (`{{< figure src="a.png" >}}`, `{{% alert %}}`), calls as on MDN (`{{Glossary("term", "text")}}`),
Liquid and Jinja (`{% include a.html %}`, `{{ page.title }}`), components of MDX (`<Tabs>`), their comments and
expressions, and attributes (`{#id}`, `{: .note}`). A macro is markup; the text that it shows is told apart from what it
is given otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST = 4000  # characters of a macro; what is longer is text with a brace in it


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro as written.

    Attributes:
        name: as written; empty for a comment, an expression or attributes, which are no elements.
        text: what it shows inside a sentence of what it is given, such as the words of a link.
        caption: what it shows where it has lines of its own, such as a title.
        value: name and what a translation keeps of what it is given: addresses and ids, no words.
        opens: whether it may hold what follows, up to a macro of this name that closes.
        closes: whether it closes.
        address: of the picture that it shows.
    """

    name: str
    text: str = ""
    caption: str = ""
    value: str = ""
    opens: bool = False
    closes: bool = False
    address: str = ""


def match_macro(text: str, place: int, stop: int, *, components: bool = True) -> tuple[Macro, int] | None:
    """Return the macro that begins at a place and where it ends, None for none.

    Args:
        text: source of a document.
        place: of a `{` or `<`.
        stop: where the search ends.
        components: whether `<Name …>` and `{expression}` are macros.

    >>> match_macro('See {{Glossary("DOM", "the tree")}}.', 4, 36)[0].text
    'the tree'
    """
    stop = min(stop, place + _LONGEST)
    if text[place] == "<":
        return _component(text, place, stop) if components else None
    for opening, closing, read in _KINDS:
        if text.startswith(opening, place):
            end = text.find(closing, place + len(opening), stop)
            if end < 0:
                return None
            found = read(text[place + len(opening) : end])
            return None if found is None else (found, end + len(closing))
    return _braces(text, place, stop) if components else None


_ARGUMENT = re.compile(
    r"""(?:(?P<key>[\w.:-]{1,60})\s{0,9}=\s{0,9})?(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'"""
    r"""|`(?P<tick>[^`]*)`|(?P<bare>[^\s,"'`(){}=]{1,300}))""",
    re.DOTALL,
)
_TEXTS = frozenset("text title caption label alt summary header heading description content name placeholder".split())
_ADDRESSES = ("src", "url", "image", "path", "file")
_PICTURES = frozenset("figure image img picture fig screenshot thumbnail photo".split())
_INCLUDES = frozenset(("include", "include_relative", "render", "partial"))
_NAME = re.compile(r"/?\s{0,9}(?P<name>[\w./-]{1,80})")


def _hugo(inside: str) -> Macro | None:
    inside = inside.strip().removeprefix("-").removesuffix("-").strip()
    if inside.startswith("/*"):
        return Macro("")
    name = _NAME.match(inside)
    return _macro(name["name"].rstrip("/"), inside[name.end() :], inside) if name else None


def _tag(inside: str) -> Macro | None:
    inside = inside.strip("- \t\n+")
    name = _NAME.match(inside)
    if name is None:
        return None
    closes = name["name"].startswith("end") and len(name["name"]) > 3
    return _macro(
        name["name"][3:] if closes else name["name"], inside[name.end() :], f"/{inside}" if closes else inside
    )


def _macro(name: str, given: str, inside: str) -> Macro:
    """Return a macro with arguments `key=value` or without keys."""
    if inside.startswith("/"):
        return Macro(name, closes=True)
    arguments = list(_arguments(given))
    words = [value for key, value in arguments if key.lower() in _TEXTS]
    kept = [value for key, value in arguments if value and key.lower() not in _TEXTS and _is_kept(value)]
    caption = " – ".join(dict.fromkeys(filter(None, words)))
    shown = kept.pop(0) if name in _INCLUDES and kept else name
    picture = shown.lower().rpartition("/")[2].partition(".")[0] in _PICTURES
    address = next((value for key, value in arguments if key.lower() in _ADDRESSES), kept[0] if kept else "")
    kept = [shown, *kept] if shown != name else kept
    return Macro(
        name,
        text=caption,
        caption=caption,
        value=" ".join([name, *kept]),
        opens=not given.rstrip().endswith("/"),
        address=address if picture else "",
    )


def _arguments(given: str) -> Iterator[tuple[str, str]]:
    for found in _ARGUMENT.finditer(given):
        value = next(found[group] for group in ("double", "single", "tick", "bare") if found[group] is not None)
        yield found["key"] or "", value


def _is_kept(value: str) -> bool:
    """Tell whether a translation keeps a value: an address, an id, a number, but no words."""
    return value.isascii() and not any(map(str.isspace, value)) and value != "/"


_CALL = re.compile(r"\s{0,9}(?P<name>[A-Za-z_][\w.:-]{0,60})\s{0,9}(?:\((?P<given>.*)\))?\s{0,9}", re.DOTALL)


def _call(inside: str) -> Macro | None:
    """Return a call, which stands for its second argument, or else for the first; a variable shows nothing we know."""
    call = _CALL.fullmatch(inside)
    if call is None or not call["given"]:
        return Macro(inside.split("(")[0].strip()[:60], value=" ".join(inside.split())) if inside.strip() else None
    values = [value for _, value in _arguments(call["given"])]
    shown = values[1] if len(values) > 1 and _is_words(values[1]) else values[0] if values else ""
    # A sample is named by its heading, which is translated.
    kept = values[0] if values and _is_kept(values[0]) and "sample" not in call["name"].lower() else ""
    return Macro(call["name"], text=shown, value=f"{call['name']} {kept}".rstrip())


def _is_words(value: str) -> bool:
    return any(map(str.isalpha, value)) and not value.startswith(("#", "/", "http"))


def _comment(inside: str) -> Macro:
    return Macro("")


def _attributes(inside: str) -> Macro | None:
    return Macro("") if "\n" not in inside and "{" not in inside else None


_KINDS = (
    ("{{<", ">}}", _hugo),
    ("{{%", "%}}", _hugo),
    ("{{!", "}}", _comment),
    ("{{", "}}", _call),
    ("{%", "%}", _tag),
    ("{#", "}", _attributes),
    ("{:", "}", _attributes),
    ("{.", "}", _attributes),
    ("{/*", "*/}", _comment),
)

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Z][\w.]{0,80})(?=[\s/>])")
_FRAGMENT = re.compile(r"</?>")


def _component(text: str, place: int, stop: int) -> tuple[Macro, int] | None:
    """Return a component of MDX; its attributes may hold expressions in braces, and these braces."""
    if fragment := _FRAGMENT.match(text, place):
        return Macro(""), fragment.end()
    tag = _TAG.match(text, place)
    if tag is None:
        return None
    end = _balanced(text, tag.end(), stop, ">")
    if end < 0:
        return None
    given = text[tag.end() : end - 1]
    if tag["close"]:
        return Macro(tag["name"], closes=True), end
    return _macro(tag["name"], _without_braces(given), ""), end


def _braces(text: str, place: int, stop: int) -> tuple[Macro, int] | None:
    """Return an expression in braces, such as `{props.name}`."""
    end = _balanced(text, place + 1, stop, "}")
    return (Macro(""), end) if end > 0 else None


def _balanced(text: str, place: int, stop: int, closing: str) -> int:
    """Return the place behind the first closing mark outside of braces and quotation marks, -1 for none."""
    depth, quote = 0, ""
    if text.find(closing, place, stop) < 0:
        return -1
    for i in range(place, stop):
        mark = text[i]
        if quote:
            quote = "" if mark == quote else quote
        elif mark in "\"'`":
            quote = mark
        elif mark == closing and not depth:
            return i + 1
        elif mark in "{}":
            depth += 1 if mark == "{" else -1
        if depth < 0 or (mark == "<" and not depth and not quote):
            return -1
    return -1


_MOST_BRACES = 8  # in each other
_PLAIN = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*'|`[^`]*`|[\w.]+)\s*")
_BRACED = re.compile(r"\{([^{}]*)\}")


def _without_braces(given: str) -> str:
    """Return attributes with expressions as their values where these are plain strings or numbers, without others."""
    for _ in range(_MOST_BRACES):
        if "{" not in given:
            break
        given = _BRACED.sub(lambda found: found[1] if _PLAIN.fullmatch(found[1]) else '""', given)
    return given
