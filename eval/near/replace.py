"""Sentences replaced by others that do not render them: what a reader must never be told is kept.

A replaced sentence stands where its counterpart was, so that the order alone speaks for the pair. There are three
kinds: by a stranger of similar length, by a sentence of the same article, and by one that shares names or numbers.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import regex

from eval.gold.sets import GoldPair
from eval.near.draft import Draft, Piece, draft_pair, read_truth
from eval.near.mutate import IN_TARGET

LENGTHS, WEIGHTS = (1, 2, 3), (75, 20, 5)  # sentences that stand together
RUNS, RUN_WEIGHTS = (0, 1, 2), (40, 40, 20)  # in an article
SIMILAR = (0.7, 1.4)  # length of a stranger over that of the sentence whose place it takes
_ROOM = 6  # correspondences that an article needs for each run
# Names and numbers, as far as letters tell.
NAMES = regex.compile(r"(?<=[\p{Ll},;:]\s)\p{Lu}[\p{L}'’-]+|\d+(?:[.,]\d+)*|\p{Katakana}{2,}")
KINDS = ("stranger", "same", "alike")


def replace_runs(draft: Draft, strangers: tuple[Sequence[str], Sequence[str]], random: Random) -> None:
    """Replace none, one or two runs of sentences of one side by others.

    Args:
        draft: the pair.
        strangers: sentences of other articles, in the languages of source and target.
        random: what decides.
    """
    for _ in range(min(random.choices(RUNS, RUN_WEIGHTS)[0], draft.size // _ROOM)):
        kind, side = random.choice(KINDS), int(random.random() < IN_TARGET)
        replace_run(draft, kind, side, strangers[side], random.choices(LENGTHS, WEIGHTS)[0], random)


def replace_run(
    draft: Draft, kind: str, side: int, strangers: Sequence[str], length: int, random: Random
) -> tuple[int, ...]:
    """Replace a run of sentences of one side, and return the keys of what is replaced; none where nothing fits.

    Args:
        draft: the pair.
        kind: one of `KINDS`.
        side: 0 for the source, 1 for the target.
        strangers: sentences of other articles in the language of the side.
        length: how many sentences that stand together.
        random: what decides.
    """
    pieces = draft.sides[side]
    free = set(draft.paired()) - draft.touched
    whole = [len(piece.keys) == 1 and piece.keys[0] in free for piece in pieces]
    starts = [k for k in range(len(pieces) - length + 1) if all(whole[k : k + length])]
    if not starts:
        return ()
    start = random.choice(starts)
    run = range(start, start + length)
    keys = tuple(pieces[k].keys[0] for k in run)
    draft.touched.update(keys)
    if kind == "same":
        donors = [k for k in range(len(pieces)) if whole[k] and k not in run]
        chosen = random.sample(donors, min(length, len(donors)))
        texts = [pieces[k].text for k in chosen]
    else:
        chosen, texts = [], [_donor(pieces[k].text, strangers, kind, random) for k in run]
    if len(texts) < length or not all(texts):
        return ()
    for k, text in zip(run, texts, strict=True):
        pieces[k] = Piece(text, (), pieces[k].keys)
    gone = {pieces[k].keys[0] for k in chosen}
    draft.touched.update(gone)
    for other in draft.sides:
        other[:] = [piece for piece in other if not gone.intersection(piece.keys)]
    return keys


def replace_many(pair: GoldPair, others: Sequence[GoldPair], *, share: float, seed: int) -> GoldPair:
    """Return the pair with about such a share of its sentences replaced, on either side.

    Args:
        pair: with true links.
        others: articles in the same languages, whose sentences are strangers.
        share: of the sentences, 0 to 1; one is replaced at least.
        seed: of the changes.
    """
    random = Random(f"{seed}/replaced/{pair.name}")
    draft = draft_pair(pair)
    strangers = [text for each in others for text in each.source], [text for each in others for text in each.target]
    for _ in range(max(1, round(share * draft.size))):
        side, length = int(random.random() < IN_TARGET), random.choices(LENGTHS, WEIGHTS)[0]
        replace_run(draft, random.choice(KINDS), side, strangers[side], length, random)
    source, target = (tuple(piece.text for piece in each) for each in draft.sides)
    return replace(pair, name=f"replaced/{pair.name}", source=source, target=target, links=read_truth(draft)[0])


def _donor(text: str, strangers: Sequence[str], kind: str, random: Random) -> str:
    """Return a stranger to take the place of a text, empty where there is none of its length."""
    low, high = (share * len(text) for share in SIMILAR)
    fitting = [other for other in strangers if low <= len(other) <= high]
    if kind == "alike" and fitting:
        names = set(NAMES.findall(text))
        shared = [len(names.intersection(NAMES.findall(other))) for other in fitting]
        if max(shared):
            fitting = [other for other, count in zip(fitting, shared, strict=True) if count == max(shared)]
    return random.choice(fitting) if fitting else ""
