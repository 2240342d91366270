"""A pair worked out by hand, and where the shared gold lies."""

from pathlib import Path

from eval.gold.sets import GoldPair, Link

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
MISSING = f"needs the gold folder {SHARED}"

GOLD: tuple[Link, ...] = (
    ((0,), (0,)),
    ((1, 2), (1,)),
    ((3,), ()),
    ((4,), (2, 3)),
    ((5,), ()),
    ((), (4,)),
)
TEST: tuple[Link, ...] = (
    ((0,), (0,)),
    ((1,), (1,)),
    ((2,), ()),
    ((3,), ()),
    ((4,), (2, 3)),
    ((5,), (4,)),
)


def make_pair(links: tuple[Link, ...] = GOLD, *, source: int = 6, target: int = 5, name: str = "hand/one") -> GoldPair:
    """Return a pair with so many sentences of no meaning."""
    sentences = (
        tuple(f"Satz {number}." for number in range(source)),
        tuple(f"Line {number}." for number in range(target)),
    )
    return GoldPair(name, "de", "en", *sentences, links)
