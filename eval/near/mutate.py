"""Changes to a pair of versions whose truth is known: drop, insert, move, merge and split sentences with a seed.

Each function changes a draft in place (`eval.near.draft` tells what that is). A correspondence that one change has used
is left alone by the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from align.language import primary_language
from eval.near.draft import Draft, Piece, find_groups

RUN_LENGTHS, RUN_WEIGHTS = range(1, 9), (30, 22, 15, 11, 8, 6, 4, 4)  # a run of dropped sentences; few are long
MOVE_LENGTHS = range(1, 6)
IN_TARGET = 0.8  # share of the changes that fall on the target: a republication rather loses than gains
_NO_SPACE = frozenset({"zh", "ja", "th"})
_BREAKS = ", ; : – — ، ؛ 、 ， ； ："


def drop_runs(draft: Draft, share: float, random: Random) -> None:
    """Take runs of sentences from one side or the other until `share` of the correspondences are gone."""
    left = round(share * draft.size)
    for _ in range(200):
        free = [key for key in draft.paired() if key not in draft.touched]
        if left <= 0 or len(free) <= 2:
            return
        run = _run(free, min(left, _run_length(random), len(free) - 2), random)
        side = draft.sides[_pick_side(random)]
        side[:] = [piece for piece in side if not set(piece.keys) & set(run)]
        draft.touched.update(run)
        left -= len(run)


def drop_short(draft: Draft, share: float, random: Random) -> None:
    """Take single sentences of the shorter half of a side until `share` of the correspondences are gone.

    What was said in a few words is the first that is lost, and the easiest to be taken for a part of its neighbour.
    """
    side = draft.sides[_pick_side(random)]
    paired = set(draft.paired()) - draft.touched
    whole = [piece for piece in side if len(piece.keys) == 1 and piece.keys[0] in paired]
    alone = [piece for piece in whole if sum(piece.keys == other.keys for other in side) == 1]
    short = sorted(alone, key=lambda piece: len(piece.text))[: len(alone) // 2]
    chosen = random.sample(short, min(len(short), max(1, round(share * draft.size))))
    gone = {piece.keys[0] for piece in chosen}
    side[:] = [piece for piece in side if not gone.intersection(piece.keys)]
    draft.touched.update(gone)


def insert_runs(draft: Draft, share: float, strangers: tuple[Sequence[str], Sequence[str]], random: Random) -> None:
    """Put in runs of sentences of another article, `share` of the correspondences in all.

    Nothing comes between sentences of one bead, such as the halves of a split one: no alignment could give that bead.

    Args:
        draft: the pair.
        share: 0 to 1.
        strangers: sentences of another article, in the languages of source and target.
        random: what decides.
    """
    left, groups = round(share * draft.size), find_groups(draft)
    while left > 0:
        number = _pick_side(random)
        side, others = draft.sides[number], strangers[number]
        length = min(left, _run_length(random), 4, len(others))
        if length == 0:
            return
        first = random.randrange(len(others) - length + 1)
        place = random.choice([place for place in range(len(side) + 1) if not _joins(side, place, groups)])
        side[place:place] = [Piece(text, ()) for text in others[first : first + length]]
        left -= length


def move_run(draft: Draft, random: Random) -> bool:
    """Put a run of sentences of the target elsewhere, past more sentences than it has; return whether it could."""
    target = draft.sides[1]
    paired = set(draft.paired())
    length = random.choice(MOVE_LENGTHS)
    starts = []
    for start in range(len(target) - length + 1):
        run = _keys(target[start : start + length])
        if len(run) == length and set(run) <= paired and not draft.touched.intersection(run) and _ascends(run):
            starts.append(start)
    random.shuffle(starts)
    for start in starts:
        run_pieces, rest = target[start : start + length], target[:start] + target[start + length :]
        places = [place for place in range(len(rest) + 1) if _passed(rest, start, place, paired) > length]
        if places:
            place = random.choice(places)
            target[:] = [*rest[:place], *run_pieces, *rest[place:]]
            draft.moved.update(_keys(run_pieces))
            draft.touched.update(_keys(run_pieces))
            return True
    return False


def merge_pieces(draft: Draft, random: Random) -> bool:
    """Join two or three neighbours of one side in one line; return whether there were any."""
    number = _pick_side(random)
    side, paired, length = draft.sides[number], set(draft.paired()), random.choice((2, 2, 3))
    starts = []
    for start in range(len(side) - length + 1):
        run = _keys(side[start : start + length])
        whole = len(run) == length and set(run) <= paired and not draft.touched.intersection(run)
        if whole and _ascends(run) and _neighbours(draft.sides[1 - number], run):
            starts.append(start)
    if not starts:
        return False
    start = random.choice(starts)
    pieces = side[start : start + length]
    joint = "" if primary_language(draft.languages[number]) in _NO_SPACE else " "
    side[start : start + length] = [Piece(joint.join(piece.text.strip() for piece in pieces), _keys(pieces))]
    draft.touched.update(_keys(pieces))
    return True


def split_piece(draft: Draft, random: Random) -> bool:
    """Cut a sentence of one side in two at a comma or dash near its middle; return whether there was one."""
    side, paired = draft.sides[_pick_side(random)], set(draft.paired())
    free = [
        (place, cut)
        for place, piece in enumerate(side)
        if set(piece.keys) <= paired - draft.touched and piece.keys and (cut := _middle_break(piece.text))
    ]
    if not free:
        return False
    place, cut = random.choice(free)
    piece = side[place]
    halves = piece.text[:cut].strip(), piece.text[cut:].strip()
    side[place : place + 1] = [replace(piece, text=half) for half in halves]
    draft.touched.update(piece.keys)
    return True


def _keys(pieces: Iterable[Piece]) -> tuple[int, ...]:
    return tuple(key for piece in pieces for key in piece.keys)


def _joins(side: Sequence[Piece], place: int, groups: Mapping[int, int]) -> bool:
    """Return whether the pieces before and after a place belong to one bead."""
    if not 0 < place < len(side):
        return False
    before, after = ({groups[key] for key in piece.keys} for piece in side[place - 1 : place + 1])
    return bool(before & after)


def _ascends(run: Sequence[int]) -> bool:
    """Return whether the keys are consecutive."""
    return all(second == first + 1 for first, second in pairwise(run))


def _neighbours(side: Sequence[Piece], run: Sequence[int]) -> bool:
    """Return whether the pieces of a run of keys stand together, with nothing between them."""
    places = [place for place, piece in enumerate(side) if set(piece.keys) & set(run)]
    return places[-1] - places[0] == len(places) - 1


def _passed(rest: Sequence[Piece], start: int, place: int, paired: set[int]) -> int:
    """Return how many sentences with a counterpart a run passes on its way."""
    return len(paired.intersection(_keys(rest[min(start, place) : max(start, place)])))


def _run(keys: Sequence[int], length: int, random: Random) -> Sequence[int]:
    start = random.randrange(len(keys) - length + 1)
    return keys[start : start + length]


def _run_length(random: Random) -> int:
    return random.choices(RUN_LENGTHS, RUN_WEIGHTS)[0]


def _pick_side(random: Random) -> int:
    return int(random.random() < IN_TARGET)


def _middle_break(text: str) -> int:
    """Return where the part after the break nearest to the middle begins; 0 when none leaves a third on either side."""
    cuts = [place + 1 for place, letter in enumerate(text) if letter != " " and letter in _BREAKS]
    whole = [cut for cut in cuts if not (text[cut : cut + 1].isdecimal() and text[cut - 2 : cut - 1].isdecimal())]
    fitting = [cut for cut in whole if len(text) / 3 <= cut <= len(text) * 2 / 3]
    return min(fitting, key=lambda cut: abs(cut - len(text) / 2), default=0)
