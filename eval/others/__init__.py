"""Adapters to other aligners. One table: a name to a function that says what is missing and one that makes the system.

An adapter is a module with

    missing() -> str              what has to be installed, empty when nothing
    make() -> System              the aligner, ready: whatever it loads is loaded
"""

from importlib import import_module

from align.errors import OptionError
from eval.system import System

OTHERS: dict[str, str] = {
    "length": "eval.others.length",
    "hunalign": "eval.others.hunalign",
    "vecalign": "eval.others.vecalign",
    "vecalign-laser": "eval.others.vecalign_laser",
    "bertalign": "eval.others.bertalign",
}


def missing_part(name: str) -> str:
    """Return what has to be installed before an aligner can run; empty when nothing."""
    return str(import_module(_module(name)).missing())


def load_other(name: str) -> System:
    """Return another aligner, ready to run."""
    system: System = import_module(_module(name)).make()
    return system


def _module(name: str) -> str:
    if name not in OTHERS:
        raise OptionError(f"expected an aligner among {', '.join(OTHERS)}, found {name!r}")
    return OTHERS[name]
