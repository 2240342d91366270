"""Pairs of texts of which one alone has words of one kind, such as negations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from align.bitext import Comparison, Span
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.lexica import Lexicon
from align.lexica.phrases import Hit

_HYPHENS = frozenset("-‐‑")
_UNSPACED = frozenset({"zh", "ja"})

SideName = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One pair in which one text alone has such words: that text, the other one, and what may render them in both."""

    pair: KeptPair
    side: SideName
    text: str
    other: str
    hits: tuple[Hit, ...]
    likely: tuple[Hit, ...]
    own_likely: tuple[Hit, ...]
    modal: bool


def find_candidates(comparison: Comparison, lexica: tuple[Lexicon, Lexicon], group: str) -> list[Candidate]:
    """Return the pairs of which one text alone has words of a kind, but those whose border is off, in order.

    Args:
        comparison: two versions.
        lexica: of source and target.
        group: a key of both.
    """
    return _apart(list(_candidates(comparison, lexica, group)))


def _candidates(comparison: Comparison, lexica: tuple[Lexicon, Lexicon], group: str) -> Iterator[Candidate]:
    for pair in kept_pairs(comparison):
        key = group
        hits = _own(lexica[0], pair.source_text, key), _own(lexica[1], pair.target_text, key)
        if not any(hits):
            key = f"{group}-modal"
            hits = _own(lexica[0], pair.source_text, key), _own(lexica[1], pair.target_text, key)
        if bool(hits[0]) == bool(hits[1]):
            continue
        here = 0 if hits[0] else 1
        text, other = pair.texts[here], pair.texts[1 - here]
        # "Not only" has no negation of its own, but may well render one. In scripts without spaces such phrases are
        # mostly words in which a negative character negates nothing (未来, "future"): they do so where they render
        # nothing else.
        none = tuple(hit for hit in lexica[1 - here].find(other) if hit.key == f"no-{group}")
        if none and lexica[1 - here].language not in _UNSPACED:
            continue
        likely = tuple(hit for hit in lexica[1 - here].find_likely(other) if hit.key == f"{group}-like")
        likely += tuple(hit for hit in none if not any(_meet(hit, it) for it in likely))
        own_likely = tuple(
            hit
            for hit in lexica[here].find_likely(text)
            if hit.key == f"{group}-like" and not any(_meet(hit, it) for it in hits[here])
        )
        yield Candidate(pair, "target" if here else "source", text, other, hits[here], likely, own_likely, key != group)


def _meet(one: Hit, other: Hit) -> bool:
    return one.start < other.stop and other.start < one.stop


def _own(lexicon: Lexicon, text: str, group: str) -> tuple[Hit, ...]:
    """Return the words of the kind in a text."""
    return tuple(hit for hit in lexicon.find(text) if hit.key == group and _is_one(text, hit))


def _is_one(text: str, hit: Hit) -> bool:
    """Return whether a hit is no part of a compound, such as "no-deal", and no name, such as "Theresa May"."""
    if hit.key == "negation":
        return not _is_joined(text, hit)
    return not (hit.key.endswith("-modal") and hit.start and text[hit.start].isupper())


def _is_joined(text: str, hit: Hit) -> bool:
    return text[hit.stop : hit.stop + 1] in _HYPHENS or (hit.start > 0 and text[hit.start - 1] in _HYPHENS)


def _apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without neighbours of which one has what the other lacks: their border is off."""
    sides = {(candidate.pair.bead, candidate.modal): candidate.side for candidate in candidates}
    return [
        candidate
        for candidate in candidates
        if all(
            sides.get((bead, candidate.modal), candidate.side) == candidate.side
            for bead in _beside(candidate.pair.bead)
        )
    ]


def _beside(bead: int) -> tuple[int, int]:
    return bead - 1, bead + 1


def places_of(hits: Sequence[Hit]) -> tuple[Span, ...]:
    """Return the characters of each."""
    return tuple(Span(hit.start, hit.stop) for hit in hits)
