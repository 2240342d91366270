"""The rules of the DTD of TMX 1.4b: which elements, in which order, with which attributes."""

import re

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HISTORY = {
    "o-encoding", "creationtool",
    "creationtoolversion", "creationdate", "creationid", "changedate", "changeid", "o-tmf",
}  # fmt: skip
_USED = _HISTORY | {"datatype", "usagecount", "lastusagedate"}
# Of each element: the names of its children in order, as a pattern; attributes that it must have, and that it may have.
RULES: dict[str, tuple[str, set[str], set[str]]] = {
    "tmx": ("header body", {"version"}, set()),
    "header": (
        "((note|prop|ude) ?)*",
        {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"},
        {"o-encoding", "creationdate", "creationid", "changedate", "changeid"},
    ),
    "body": ("(tu ?)*", set(), set()),
    "tu": ("((note|prop) ?)*(tuv ?)+", set(), _USED | {"tuid", "segtype", "srclang"}),
    "tuv": ("((note|prop) ?)*seg", {LANG}, _USED),
    "note": ("", set(), {"o-encoding", LANG}),
    "prop": ("", {"type"}, {"o-encoding", LANG}),
    "seg": ("((bpt|ept|ph|it|hi|ut) ?)*", set(), set()),
}
_TEXT = {"note", "prop", "seg"}
_SEGTYPES = {"block", "paragraph", "sentence", "phrase"}


def broken_rules(data: bytes) -> list[str]:
    """Return what a file breaks, nothing for a valid one."""
    root = etree.fromstring(data)
    broken = [] if root.tag == "tmx" and root.get("version") == "1.4" else ["expected tmx of version 1.4"]
    for element in root.iter():
        name = str(element.tag)
        if name not in RULES:
            broken.append(f"unknown element {name}")
            continue
        children, required, optional = RULES[name]
        found = {str(key) for key in element.attrib}
        if not re.fullmatch(children, " ".join(str(child.tag) for child in element)):
            broken.append(f"{name} has {[child.tag for child in element]}")
        if not required <= found <= required | optional:
            broken.append(f"{name} has the attributes {found}")
        if name not in _TEXT and (element.text or "").strip():
            broken.append(f"{name} has text")
        if (element.tail or "").strip():
            broken.append(f"text behind {name}")
    if root.find("header") is not None and root[0].get("segtype") not in _SEGTYPES:
        broken.append("segtype of the header")
    return broken
