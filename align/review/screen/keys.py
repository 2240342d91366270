"""Which key does what: the keys of the table of actions, or those of a file in TOML.

    [keys]
    accept = "y"
    down = ["j", "down", "ctrl+n"]

An action in the file loses the keys that it had. What the file says wrongly is refused with what was probably meant.
"""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from align.errors import InputError
from align.review.screen.actions import ACTIONS, BY_NAME

NAMED = (
    "up down left right pageup pagedown home end enter escape tab space backspace delete insert "
    "f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12"
).split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
KNOWN = frozenset([*NAMED, *(f"ctrl+{letter}" for letter in _LETTERS), *(f"shift+{name}" for name in NAMED[:8])])
_LIKE = 0.4

Keys = dict[str, str]


def default_keys() -> Keys:
    """Return the action of each key."""
    return {key: action.name for action in ACTIONS for key in action.keys}


def read_keys(path: Path) -> Keys:
    """Return the action of each key, as a file changes it.

    Raises:
        InputError: the file cannot be read, is no TOML, or names an unknown action or key, or a key twice.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{path}: expected keys in TOML, found: {reason}") from None
    for name in table:
        if name != "keys":
            raise InputError(f"{path}: expected a table [keys], found {name!r}; put the actions under [keys]")
    keys = table.get("keys", {})
    if not isinstance(keys, dict):
        raise InputError(f"{path}: expected a table [keys], found {keys!r:.60}")
    return _changed(keys, path)


def keys_of(action: str, keys: Mapping[str, str]) -> list[str]:
    """Return the keys of an action, as a person reads them.

    Args:
        action: its name.
        keys: the action of each key.

    >>> keys_of("page_down", default_keys())
    ['PgDn', 'Space', 'Ctrl+D']
    """
    return [label(key) for key, name in keys.items() if name == action]


def label(key: str) -> str:
    """Return a key as a person reads it.

    >>> label("M"), label("ctrl+p"), label("pageup"), label("down")
    ('M', 'Ctrl+P', 'PgUp', '↓')
    """
    if len(key) == 1:
        return key
    before, _, last = key.rpartition("+")
    arrows = {"up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn", "escape": "Esc"}
    shown = arrows.get(last, last.capitalize())
    return f"{before.capitalize()}+{shown}" if before else shown


def _changed(table: Mapping[str, object], path: Path) -> Keys:
    chosen: Keys = {}
    for name, value in table.items():
        if name not in BY_NAME:
            raise InputError(f"{path}: expected the name of an action, found {name!r}; {_near(name, list(BY_NAME))}")
        for key in [value] if isinstance(value, str) else value if isinstance(value, list) else [value]:
            found = _checked(key, name, path)
            if chosen.setdefault(found, name) != name:
                raise InputError(f"{path}: expected one action for the key {found!r}, found {chosen[found]} and {name}")
    kept = {key: name for key, name in default_keys().items() if name not in table and key not in chosen}
    return {**chosen, **kept}


def _checked(key: object, action: str, path: Path) -> str:
    if not isinstance(key, str):
        raise InputError(f'{path}: expected as key of {action} a text such as "a", found {key!r:.60}')
    if key == " ":
        return "space"
    if key in KNOWN or (len(key) == 1 and key.isprintable()):
        return key
    if key.lower() in KNOWN:
        return key.lower()
    raise InputError(f"{path}: expected a key for {action}, found {key!r}; {_near(key.lower(), sorted(KNOWN))}")


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=_LIKE)
    return f"did you mean {near[0]!r}?" if near else f"choose one of {', '.join(known[:8])}, …"
