"""Gale and Church, ours: `align.aligners.length`."""

from functools import partial

from eval.system import System, align_pair


def missing() -> str:
    """Return nothing: it is part of the project."""
    return ""


def make() -> System:
    """Return the aligner."""
    return partial(align_pair, aligner="length")
