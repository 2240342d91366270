"""Which beads a report is to show, as the options ask for it."""

from align.bitext import Fate
from align.checks import CHECKS
from align.kinds import KINDS
from align.plugins import check_name

_BOTH = ("changed", "replaced")  # of both sides: changed inside, and something else instead
NAMES = tuple(dict.fromkeys((*(fate.value for fate in Fate), *_BOTH, *KINDS, *CHECKS)))
ONLY_HELP = (
    "Show only some rows; several with commas, or the option again. By what became of them: "
    f"{', '.join((*(fate.value for fate in Fate), *_BOTH))} (inside). By findings: "
    f"{', '.join(kind for kind in NAMES if kind not in (*Fate, *_BOTH))}."
)


def names_of(only: list[str]) -> frozenset[str] | None:
    """Return all that some lists with commas name; None for none.

    Raises:
        OptionError: one names neither a fate nor a kind of finding nor a check.

    >>> sorted(names_of(["dropped,added", "link"]))
    ['added', 'dropped', 'link']
    """
    names = [name.strip() for names in only for name in names.split(",") if name.strip()]
    for name in names:
        check_name(dict.fromkeys(NAMES, ""), name, kind="name for --only")
    return frozenset(names) if names else None


def kinds_of(words: list[str]) -> frozenset[str]:
    """Return all kinds of findings, or checks, that some lists with commas name.

    Raises:
        OptionError: one names neither.
    """
    names = [name.strip() for listed in words for name in listed.split(",") if name.strip()]
    for name in names:
        check_name(dict.fromkeys((*KINDS, *CHECKS, "terminology"), ""), name, kind="kind of findings")
    return frozenset(names)
