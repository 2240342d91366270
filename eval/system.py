"""Systems under test: a function from a pair to links, with a probability for each link where the system has one."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from align.aligners import align_documents
from align.continuations import continued_beads, runs_of
from align.encoding import Encoder
from align.passages import likely_moves, link_of, links_of
from eval.gold.sets import GoldPair, Link, pair_document, segment_ids, spread_nulls


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a system made of a pair.

    Attributes:
        links: as in gold files, null beads one per sentence.
        probabilities: one for each link, 0 to 1; empty when the system tells none.
        seconds: how long it took, reading not counted.
        signature: what influenced the result.
        moves: what corresponds out of order; in `links` these sentences are null beads.
        elsewhere: whether the seconds are those of another process.
    """

    links: tuple[Link, ...]
    probabilities: tuple[float, ...] = ()
    seconds: float = 0.0
    signature: str = ""
    moves: tuple[Link, ...] = ()
    elsewhere: bool = False

    def __post_init__(self) -> None:
        """Check that the probabilities are one per link."""
        if self.probabilities and len(self.probabilities) != len(self.links):
            raise ValueError(f"expected {len(self.links)} probabilities, found {len(self.probabilities)}")


class System(Protocol):
    """Aligns the sentences of a pair without looking at its links."""

    def __call__(self, pair: GoldPair) -> Prediction:
        """Return links over the sentences of the pair."""
        ...


def align_pair(pair: GoldPair, *, aligner: str = "default", encoder: Encoder | None = None) -> Prediction:
    """Return what an aligner of ours makes of a pair; the sentences of a blank line come back as null beads."""
    source, target = pair_document(pair, "source"), pair_document(pair, "target")
    if not source.segments or not target.segments:
        nulls = _nulls(range(len(pair.source)), range(len(pair.target)))
        return Prediction(nulls, (1.0,) * len(nulls))
    start = perf_counter()
    alignment = align_documents(source, target, aligner=aligner, encoder=encoder)
    seconds = perf_counter() - start
    source_ids, target_ids = segment_ids(pair, "source"), segment_ids(pair, "target")

    def of_pair(link: Link) -> Link:
        return tuple(source_ids[number] for number in link[0]), tuple(target_ids[number] for number in link[1])

    links: list[Link] = []
    probabilities: list[float] = []
    continued, runs = continued_beads(alignment), runs_of(alignment)
    for number, (bead, link) in enumerate(zip(alignment.beads, links_of(alignment), strict=True)):
        if number in continued:
            continue  # its bead has it
        cut = spread_nulls([of_pair(runs[number].link if number in runs else link)])
        links.extend(cut)
        probabilities.extend([bead.probability] * len(cut))
    blank = _nulls(_missing(source_ids, len(pair.source)), _missing(target_ids, len(pair.target)))
    probabilities.extend([1.0] * len(blank))
    moves = tuple(of_pair(link_of(move)) for move in likely_moves(alignment))
    return Prediction((*links, *blank), tuple(probabilities), seconds, alignment.signature, moves)


def _nulls(source: Iterable[int], target: Iterable[int]) -> tuple[Link, ...]:
    """Return a null bead for each id."""
    return (*(((number,), ()) for number in source), *(((), (number,)) for number in target))


def _missing(ids: tuple[int, ...], count: int) -> list[int]:
    """Return the sentences that are no segment."""
    return sorted(set(range(count)).difference(ids))
