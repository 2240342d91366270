"""Adapters to other aligners, and to ours with other vectors. One table, one protocol."""

from typing import Protocol

from align.plugins import load_member
from eval.system import System

OTHERS: dict[str, str] = {
    "versalign+use": "eval.others.ours:USE",
    "bertalign": "eval.others.ours:BERTALIGN",
    "bertalign+use": "eval.others.ours:BERTALIGN_USE",
    "bertalign-package": "eval.others.bertalign",
    "vecalign": "eval.others.vecalign",
    "vecalign+use": "eval.others.vecalign:USE",
    "vecalign-laser": "eval.others.vecalign_laser",
    "hunalign": "eval.others.hunalign",
    "length": "eval.others.ours:LENGTH",
}


class Other(Protocol):
    """Another aligner; its adapter is a module, or an object in one."""

    def missing(self) -> str:
        """Return what has to be installed, empty when nothing."""
        ...

    def make(self) -> System:
        """Return the aligner, ready: whatever it loads is loaded."""
        ...


def missing_part(name: str) -> str:
    """Return what has to be installed before an aligner can run; empty when nothing."""
    return _other(name).missing()


def load_other(name: str) -> System:
    """Return another aligner, ready to run."""
    return _other(name).make()


def _other(name: str) -> Other:
    other: Other = load_member(OTHERS, name, kind="aligner")
    return other
