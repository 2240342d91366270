"""The one loader of all tables of plug-ins.

A table is a dict literal, name -> "module:function", in the door of the room that its members live in; where a member
has several functions, its module alone is named. A member is imported when it is asked for, so a table costs nothing.
What a member promises is the Protocol beside the table; a contract test runs over all of them.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any

from align.errors import OptionError

_LIKE = 0.5  # similarity from which on a wrong name is taken for a slip


def load_member(table: Mapping[str, str], name: str, *, kind: str, besides: str = "") -> Any:
    """Return the member of a table that has this name.

    Args:
        table: name -> "module:function" or "module".
        name: of the member.
        kind: what the table holds, for the message: "aligner".
        besides: what else the caller takes than the names of the table, for the message.

    Raises:
        OptionError: for a name that is not in the table.

    >>> load_member({"sine": "math:sin"}, "sine", kind="function")(0)
    0.0
    """
    check_name(table, name, kind=kind, besides=besides)
    module, _, function = table[name].partition(":")
    member = import_module(module)
    return getattr(member, function) if function else member


def check_name(table: Mapping[str, str], name: str, *, kind: str, besides: str = "") -> None:
    """Refuse a name that is not in the table, without importing anything.

    Args:
        table: as that of `load_member`.
        name: of the member.
        kind: what the table holds, for the message.
        besides: what else the caller takes, for the message.

    Raises:
        OptionError: for a name that is not in the table.

    >>> check_name({"sine": "math:sin", "cosine": "math:cos"}, "sin", kind="function")
    Traceback (most recent call last):
    align.errors.OptionError: expected as function sine, cosine, found 'sin'; did you mean 'sine'?
    """
    if name in table:
        return
    known = ", ".join([*table, *([f"or {besides}"] if besides else [])])
    near = get_close_matches(name, table, n=1, cutoff=_LIKE)
    hint = f"did you mean {near[0]!r}?" if near else "choose one of them"
    raise OptionError(f"expected as {kind} {known}, found {name!r}; {hint}")
