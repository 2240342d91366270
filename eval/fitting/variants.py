"""Pieces of gold sets changed in ways that gold itself has too little of, each with what is then right.

A network that is fitted on twenty pieces learns them by heart; what it learns of these as well holds for texts unlike
them, too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from align.language import primary_language
from eval.fitting.pieces import GoldPath, gold_path
from eval.gold.sets import GoldPair
from eval.near.brief import brief_of
from eval.near.draft import Draft, Piece, draft_pair, read_truth
from eval.near.mutate import drop_short, merge_pieces, split_piece
from eval.near.replace import replace_many

SEED = 11  # of the changes; the reported near-parallel figures are made with other changes
SHORTEST = 3  # sentences of a side that is worth aligning
BRIEF_IN_TARGET, STEPS = 0.7, (4, 8, 12, 16)  # of what is short; and one of so many sentences is kept
_DROPPED, _REPLACED = 1 / 12, 1 / 12  # changes a bead
_RECUT, _SHIFTED = 10, 12  # beads a change
_MERGES = 0.55  # share of the new boundaries
_NO_SPACE = frozenset({"zh", "ja", "th"})
_BREAK = re.compile(r"[,;:،؛，；：、—–]")
_FINAL = re.compile(r"[.!?…。！？:;,]?[\"'”’»)」]{0,3}$")
_LEAST = 12, 4  # characters of a clause and of what it leaves, in writing with spaces and without


def with_dropped(pair: GoldPair) -> GoldPair:
    """Return a piece of a gold set without some of its short sentences, which articles of the news have few of."""
    draft = draft_pair(pair)
    drop_short(draft, _DROPPED, Random(f"{SEED}/dropped/{pair.name}"))
    return _finished(draft, pair, "dropped")


def recut(pair: GoldPair) -> GoldPair:
    """Return a piece of a gold set with one sentence in ten joined to the next or cut in two, on either side."""
    draft, random = draft_pair(pair), Random(f"{SEED}/recut/{pair.name}")
    for _ in range(max(2, draft.size // _RECUT)):
        change = merge_pieces if random.random() < _MERGES else split_piece
        change(draft, random)
    return _finished(draft, pair, "recut")


def shifted(pair: GoldPair, number: int) -> GoldPair:
    """Return a piece of a gold set in which clauses stand on the other side of a boundary than in the other version.

    Args:
        pair: the piece.
        number: of the variant; each has other clauses elsewhere.
    """
    draft, random = draft_pair(pair), Random(f"{SEED}/shifted/{number}/{pair.name}")
    for _ in range(max(2, draft.size // _SHIFTED)):
        shift_clause(draft, random)
    return _finished(draft, pair, f"shifted-{number}")


def shift_clause(draft: Draft, random: Random) -> bool:
    """Move a clause of a sentence over the boundary to its neighbour; return whether there was one.

    What the two sentences and their counterparts say is then divided in two ways: one bead of two and two.
    """
    number = int(random.random() < 0.5)
    side, paired = draft.sides[number], set(draft.paired()) - draft.touched
    places = [
        place
        for place, (one, other) in enumerate(pairwise(side))
        if len(one.keys) == len(other.keys) == 1 and one.keys[0] + 1 == other.keys[0]
        if paired.issuperset(one.keys + other.keys)
    ]
    spaced = primary_language(draft.languages[number]) not in _NO_SPACE
    random.shuffle(places)
    for place in places:
        one, other = side[place : place + 2]
        keys = one.keys + other.keys
        texts = _shift(one.text.strip(), other.text.strip(), random, spaced=spaced)
        if texts and _are_whole(draft, set(keys)):
            side[place : place + 2] = [Piece(text, keys) for text in texts]
            draft.touched.update(keys)
            return True
    return False


def _are_whole(draft: Draft, keys: set[int]) -> bool:
    """Return whether each side has nothing else between the pieces of these keys."""
    for side in draft.sides:
        places = [place for place, piece in enumerate(side) if not keys.isdisjoint(piece.keys)]
        if places[-1] - places[0] != len(places) - 1:
            return False
    return True


def _shift(one: str, other: str, random: Random, *, spaced: bool) -> tuple[str, str] | None:
    """Return two texts with a clause of one in the other; None where neither has any."""
    comma, least = (", ", _LEAST[0]) if spaced else ("，", _LEAST[1])
    final = _FINAL.search(one)
    mark = final[0] if final else ""
    body = one.removesuffix(mark)
    for forward in random.sample((True, False), 2):
        text = other if forward else body
        cuts = [
            (match.start(), match.end())
            for match in _BREAK.finditer(text)
            if match.start() >= least and len(text) - match.end() >= least
        ]
        if cuts:
            start, stop = random.choice(cuts[:2] if forward else cuts[-2:])
            before, after = text[:start], text[stop:].strip()
            return (body + comma + before + mark, after) if forward else (before + mark, after + comma + other)
    return None


def sparse(pairs: Iterable[GoldPair]) -> Iterator[tuple[GoldPair, GoldPath]]:
    """Yield pieces of a gold set, twice, with every so many sentences of one side."""
    for pair in pairs:
        random = Random(f"{SEED}/sparse/{pair.name}")
        for _ in range(2):
            side, step = int(random.random() < BRIEF_IN_TARGET), random.choice(STEPS)
            size = len((pair.source, pair.target)[side])
            brief = brief_of(pair, range(random.randrange(step), size, step), side=side)
            if min(len(brief.source), len(brief.target)) > SHORTEST:
                yield brief, gold_path(brief)


def with_replaced(pairs: Sequence[GoldPair]) -> Iterator[GoldPair]:
    """Yield pieces of a gold set with replaced sentences: what is free in a novel is not yet another sentence."""
    for number, pair in enumerate(pairs):
        others = [
            other
            for other in (*pairs[:number], *pairs[number + 1 :])
            if (other.source_language, other.target_language) == (pair.source_language, pair.target_language)
        ]
        yield replace_many(pair, others, share=_REPLACED, seed=SEED)


def _finished(draft: Draft, pair: GoldPair, name: str) -> GoldPair:
    """Return the pair that a draft has become."""
    source, target = (tuple(piece.text for piece in side) for side in draft.sides)
    return replace(pair, name=f"{name}/{pair.name}", source=source, target=target, links=read_truth(draft)[0])
