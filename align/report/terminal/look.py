"""How each fate looks: its symbol, its style, and whether the place it is printed to can write that symbol.

A symbol carries the meaning and colour repeats it. The colours stay apart for red-green blindness, and each has the
luminance whose contrast is above 4.5:1 against white and black alike, since a terminal does not tell its background.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Console

from align.bitext import EVEN, Bead, Fate
from align.flow import flow
from align.report.wording import percent
from align.sanitize import fit_encoding, is_unicode, sanitize_line

ORANGE, BLUE, MAGENTA, TEAL = "#c45500", "#0077cc", "#b344c4", "#008473"

STYLES: dict[Fate, str] = {
    Fate.KEPT: "",
    Fate.MERGED: "",
    Fate.SPLIT: "",
    Fate.MOVED: TEAL,
    Fate.DROPPED: ORANGE,
    Fate.ADDED: BLUE,
    Fate.UNCERTAIN: MAGENTA,
    Fate.ASIDE: "dim",
}


@dataclass(frozen=True, slots=True)
class Symbols:
    """The marks of a report; `shades` and `few` are those of the map and the bars."""

    fates: Mapping[Fate, str]
    continued: str
    replaced: str
    shades: Mapping[Fate, str]
    few: str
    ellipsis: str
    dash: str
    arrow: str
    bar: str
    rule: str


UNICODE = Symbols(
    fates=dict(zip(Fate, "=⋎⋏⇅−+?·", strict=True)),
    continued="↳",
    replaced="≠",
    shades=dict(zip(Fate, "███▚░░▒·", strict=True)),
    few="▓",
    ellipsis="…",
    dash="–",
    arrow="→",
    bar="│",
    rule="─",
)
ASCII = Symbols(
    fates=dict(zip(Fate, "=><^-+?.", strict=True)),
    continued="~",
    replaced="#",
    shades=dict(zip(Fate, "###^-+?.", strict=True)),
    few="%",
    ellipsis="...",
    dash="-",
    arrow="->",
    bar="|",
    rule="-",
)


@dataclass(frozen=True, slots=True)
class Look:
    """The symbols in use and the encoding that everything printed has to fit."""

    symbols: Symbols
    encoding: str

    def text(self, text: str) -> str:
        """Return text from outside as one line that is safe to print here."""
        return fit_encoding(sanitize_line(flow(text)), self.encoding)

    def confidence(self, probability: float, *, doubtful: bool) -> str:
        """Return a probability; with a question mark when it is not to be relied on.

        Args:
            probability: 0 to 1.
            doubtful: whether the row has to read as uncertain.
        """
        return f"{'?' if doubtful else ''}{percent(probability)}%"


def look_for(console: Console, *, ascii_only: bool) -> Look:
    """Return the look for a console; ASCII when it cannot write every character.

    Args:
        console: on which the report is printed.
        ascii_only: whether ASCII was asked for.
    """
    ascii_only = ascii_only or not is_unicode(console.encoding)
    return Look(symbols=ASCII if ascii_only else UNICODE, encoding=console.encoding)


def is_doubtful(bead: Bead, fate: Fate) -> bool:
    """Return whether a bead has to read as uncertain: below an even chance, whatever its fate.

    What moved, or goes on with another bead, only looked null, so its probability says nothing.

    Args:
        bead: in question.
        fate: of the bead.
    """
    if fate is Fate.UNCERTAIN:
        return True
    is_null = not (bead.source and bead.target)
    goes_on = is_null and fate in {Fate.KEPT, Fate.MERGED, Fate.SPLIT}
    return bead.probability < EVEN and fate not in {Fate.ASIDE, Fate.MOVED} and not goes_on
