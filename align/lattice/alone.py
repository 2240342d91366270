"""Importing numba alone: without the packages that it looks for and that no kernel needs.

Where scipy, cffi or PyYAML are installed, for whatever reason, numba imports them to see what it could do with them: a
sixth of the time of one comparison in a process of its own. A program that runs nothing but our kernels may do without.
In a process of somebody else's the linear algebra of numba would be missing, so that only the command asks for this.
"""

import sys
from importlib import import_module

_UNNEEDED = ("scipy", "cffi", "yaml")
_ALONE: list[bool] = []  # whether somebody has asked for it


def let_numba_be_alone() -> None:
    """Let numba, where it is imported for a kernel, be imported alone from now on."""
    _ALONE.append(True)


def import_numba() -> None:
    """Import numba, alone if that was asked for: as if those packages were not installed. Once there, it stays.

    Numba looks for them when its tables of functions are read, which is now. Afterwards they can be imported.
    """
    if "numba" in sys.modules or not _ALONE:
        return
    hidden = [name for name in _UNNEEDED if name not in sys.modules]
    absent: dict[str, None] = dict.fromkeys(hidden)
    sys.modules.update(absent)  # type: ignore[arg-type]  # None in the place of a module is how Python says: not there
    try:
        import_module("numba")
    finally:
        for name in hidden:
            del sys.modules[name]
