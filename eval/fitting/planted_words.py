"""Articles with clauses dropped, put in, moved and swallowed inside of beads, and which words that leaves alone.

From articles that are the same line by line. What is dropped is a clause whose counterpart is known, because the two
are each other's most similar clause by far; so the words that stay behind without one are known, too. What is cut is
any part between two marks, whatever stands on the other side: what stays behind is told by the words alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

import numpy as np
import regex

from align.bitext import Span
from align.encoding import WordForms
from align.lattice.arrays import Doubles, Longs
from align.words.cut import count_words
from align.words.vectors import PairWords, SideWords
from eval.fitting.counterpart_span import find_span

_CLAUSE = regex.compile(r"(?<=[,;:–—،؛，；：、])\s*|(?<=[。！？])|\s+(?=[(“„«–—])|(?<=[)”»])\s+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CLOSE, _CLEARLY = 0.4, 0.15  # cosine of clauses that correspond, and by how much others are farther
_SHORTEST, _LONGEST = 2.0, 30.0  # words of what is dropped or put in
_LEFT = 3.0  # words that stay
CHANGES = {
    "none": 0.44, "strange": 0.04, "drop": 0.10, "cut": 0.12, "insert": 0.09, "swallow": 0.06, "join": 0.08,
    "shift": 0.07,
}  # fmt: skip


@dataclass(slots=True)
class Planted:
    """An article of two versions.

    Attributes:
        sides: sentences of source and target.
        blocks: first and end of the source and of the target sentences of each bead.
        alone: for each side and sentence the characters that have no counterpart.
        planted: for each bead the words that were dropped or put in, 0 for none, -1 where the sides do not correspond.
    """

    sides: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    blocks: list[tuple[int, int, int, int]] = field(default_factory=list)
    alone: tuple[dict[int, Span], dict[int, Span]] = field(default_factory=lambda: ({}, {}))
    planted: list[float] = field(default_factory=list)

    def labels(self, pair: PairWords) -> tuple[Doubles, Doubles]:
        """Return for each word of both sides whether it has no counterpart: float64 (k,), 0 or 1."""
        return self._labels(pair.source, 0), self._labels(pair.target, 1)

    def _labels(self, words: SideWords, side: int) -> Doubles:
        labels = np.zeros(len(words.forms))
        for number, chars in self.alone[side].items():
            for k, (start, stop) in enumerate(words.cuts[number].spans):
                labels[words.starts[number] + k] = chars.start <= start and stop <= chars.stop
        return labels

    def add(self, source: Sequence[str], target: Sequence[str], planted: float = 0.0) -> tuple[int, int]:
        """Add a bead and return the numbers of its first sentences."""
        i, j = len(self.sides[0]), len(self.sides[1])
        self.sides[0].extend(source)
        self.sides[1].extend(target)
        self.blocks.append((i, i + len(source), j, j + len(target)))
        self.planted.append(planted)
        return i, j


def parts_of(planted: Planted, longest: int, random: Random) -> Iterator[Planted]:
    """Yield the beads of an article as documents of their own, of 1 to `longest` beads each.

    Args:
        planted: the whole.
        longest: most beads of a part.
        random: what decides where it is cut.
    """
    first = 0
    while first < len(planted.blocks):
        end = min(first + random.randint(1, longest), len(planted.blocks))
        part = Planted()
        for (i, i_end, j, j_end), words in zip(planted.blocks[first:end], planted.planted[first:end], strict=True):
            numbers = part.add(planted.sides[0][i:i_end], planted.sides[1][j:j_end], words)
            for side, (start, stop) in enumerate(((i, i_end), (j, j_end))):
                for number in range(start, stop):
                    if number in planted.alone[side]:
                        part.alone[side][numbers[side] + number - start] = planted.alone[side][number]
        yield part
        first = end


def plant(
    source: Sequence[str],
    target: Sequence[str],
    strangers: tuple[Sequence[str], Sequence[str]],
    encoder: WordForms,
    random: Random,
    spaced: tuple[bool, bool],
) -> Planted:
    """Return an article with some of its beads changed.

    Args:
        source: its sentences.
        target: the same in another language.
        strangers: sentences of another article in both languages.
        encoder: what tells which clauses correspond.
        random: what decides.
        spaced: whether the languages put spaces between sentences.
    """
    planted, number = Planted(), 0
    while number < len(source):
        change = random.choices(list(CHANGES), list(CHANGES.values()))[0]
        s, t = source[number], target[number]
        follows = number + 1 < len(source)
        side = random.randrange(2)
        cut = {"drop": dropped, "cut": _cut}.get(change)
        if cut and (found := cut(s, t, encoder, random, side)):
            _add_dropped(planted, (s, t), found, side)
        elif change == "strange":
            _add_strange(planted, s, strangers[1])
        elif change == "insert":
            _add_inserted(planted, (s, t), strangers[side], side, random)
        elif change in ("swallow", "join") and follows:
            _add_joined(planted, source[number : number + 2], target[number : number + 2], side, change, random, spaced)
            number += 1
        elif change == "shift" and follows and (found := dropped(s, t, encoder, random, side)):
            _add_shifted(planted, source[number : number + 2], target[number : number + 2], found, side)
            number += 1
        else:
            planted.add([s], [t])
        number += 1
    return planted


def clauses(text: str) -> list[tuple[int, int]]:
    """Return the half-open characters of the clauses of a text."""
    cuts = sorted({0, len(text), *(match.end() for match in _CLAUSE.finditer(text))})
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def dropped(source: str, target: str, encoder: WordForms, random: Random, side: int) -> tuple[Span, Span] | None:
    """Return a clause to drop, as the characters that go on `side` and those that stay on the other one."""
    texts = (source, target) if side == 0 else (target, source)
    parts = [list(_runs(text)) for text in texts]
    if not parts[0] or not parts[1]:
        return None
    vectors = [_vectors(text, spans, encoder) for text, spans in zip(texts, parts, strict=True)]
    cosines = vectors[0] @ vectors[1].T
    found = []
    for k, (start, stop) in enumerate(parts[0]):
        mate = int(cosines[k].argmax())
        goes, stays = count_words(texts[0][start:stop]), count_words(texts[1][slice(*parts[1][mate])])
        if cosines[k, mate] < _CLOSE or int(cosines[:, mate].argmax()) != k or not 0.5 < goes / max(stays, 0.1) < 2.0:
            continue
        apart = [cosines[k, m] for m, span in enumerate(parts[1]) if not _overlap(span, parts[1][mate])]
        if max(apart, default=-1.0) < cosines[k, mate] - _CLEARLY:
            found.append((Span(start, stop), Span(*parts[1][mate])))
    return random.choice(found) if found else None


def _cut(source: str, target: str, encoder: WordForms, random: Random, side: int) -> tuple[Span, Span] | None:
    """Return a part between two marks to cut, as the characters that go on `side` and those that stay on the other."""
    texts = (source, target) if side == 0 else (target, source)
    parts, whole = clauses(texts[0]), count_words(texts[0])
    spans = [
        Span(parts[first][0], parts[last][1])
        for first in range(len(parts))
        for last in range(first, len(parts))
        if _SHORTEST <= (words := count_words(texts[0][parts[first][0] : parts[last][1]])) <= _LONGEST
        and whole - words >= _LEFT
    ]
    if not spans:
        return None
    goes = random.choice(spans)
    stays = find_span(texts, goes, encoder)
    return (goes, stays) if stays else None


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters of one or two clauses that follow each other and are neither too short nor too long."""
    parts, whole = clauses(text), count_words(text)
    for first in range(len(parts)):
        for last in range(first, min(len(parts), first + 2)):
            words = count_words(text[parts[first][0] : parts[last][1]])
            if _SHORTEST <= words <= _LONGEST and whole - words >= _LEFT:
                yield parts[first][0], parts[last][1]


def _vectors(text: str, spans: Sequence[tuple[int, int]], encoder: WordForms) -> Doubles:
    vectors = encoder.encode([text[start:stop] for start, stop in spans])  # type: ignore[attr-defined]
    unit: Doubles = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return unit


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _without(text: str, chars: Span) -> str:
    """Return a text without some characters, with its last mark."""
    rest = (
        text[: chars.start].rstrip() + (" " if text[: chars.start][-1:].isspace() else "") + text[chars.stop :].lstrip()
    )
    if chars.stop >= len(text.rstrip()):
        rest = rest.rstrip(" ,;:–—،؛，；：、") + text.rstrip()[-1:]
    return rest


def _add_dropped(planted: Planted, texts: tuple[str, str], found: tuple[Span, Span], side: int) -> None:
    goes, stays = found
    changed = [texts[0], texts[1]]
    changed[side] = _without(texts[side], goes)
    numbers = planted.add([changed[0]], [changed[1]], count_words(texts[side][goes.start : goes.stop]))
    planted.alone[1 - side][numbers[1 - side]] = stays


def _add_strange(planted: Planted, source: str, strangers: Sequence[str]) -> None:
    """Put beside a sentence another one of about its length: nothing of either has a counterpart."""
    wanted = count_words(source)
    target = min(strangers, key=lambda text: abs(count_words(text) - wanted))
    numbers = planted.add([source], [target], -1.0)
    planted.alone[0][numbers[0]], planted.alone[1][numbers[1]] = Span(0, len(source)), Span(0, len(target))


def _add_inserted(
    planted: Planted, texts: tuple[str, str], strangers: Sequence[str], side: int, random: Random
) -> None:
    """Put a part of another article's sentence between two clauses or two words."""
    stranger, text = random.choice(strangers), texts[side]
    places = (
        [start for start, _ in clauses(text)] if random.random() < 0.6 else [m.start() for m in _WORD.finditer(text)]
    )
    if random.random() < 0.5:
        options = [(a, b) for a, b in _runs(stranger)]
    else:
        words = [match.span() for match in _WORD.finditer(stranger)]
        options = [(words[k][0], words[min(len(words), k + random.randint(2, 14)) - 1][1]) for k in range(len(words))]
    options = [span for span in options if count_words(stranger[slice(*span)]) >= _SHORTEST]
    if not options or not places:
        planted.add([texts[0]], [texts[1]])
        return
    part, place = stranger[slice(*random.choice(options))].strip(), random.choice(places)
    joint = " " if " " in text else ""
    changed = [texts[0], texts[1]]
    changed[side] = text[:place] + part + joint + text[place:]
    numbers = planted.add([changed[0]], [changed[1]], count_words(part))
    planted.alone[side][numbers[side]] = Span(place, place + len(part))


def _add_joined(
    planted: Planted,
    source: Sequence[str],
    target: Sequence[str],
    side: int,
    change: str,
    random: Random,
    spaced: tuple[bool, bool],
) -> None:
    """Make a 2-1 or 1-2 bead in which both sentences have their counterpart, or one of them has none."""
    sides = [list(source), list(target)]
    if change == "join":
        sides[side] = [(" " if spaced[side] else "").join(text.strip() for text in sides[side])]
        planted.add(sides[0], sides[1])
        return
    gone = min((0, 1), key=lambda k: len(sides[side][k])) if random.random() < 0.7 else random.randrange(2)
    alone = sides[1 - side][gone]
    sides[side] = [sides[side][1 - gone]]
    numbers = planted.add(sides[0], sides[1], count_words(alone))
    planted.alone[1 - side][numbers[1 - side] + gone] = Span(0, len(alone))


def _add_shifted(
    planted: Planted, source: Sequence[str], target: Sequence[str], found: tuple[Span, Span], side: int
) -> None:
    """Move a clause into the next sentence of its side: it has its counterpart, in the neighbouring bead."""
    sides = [list(source), list(target)]
    goes, text = found[0], sides[side][0]
    joint = " " if " " in text else ""
    sides[side] = [_without(text, goes), text[goes.start : goes.stop].strip() + joint + sides[side][1]]
    planted.add(sides[0][:1], sides[1][:1])
    planted.add(sides[0][1:], sides[1][1:])


def blocks_of(planted: Planted) -> Longs:
    """Return the beads as int64 (k, 4)."""
    return np.array(planted.blocks, dtype=np.int64).reshape(-1, 4)
