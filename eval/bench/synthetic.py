"""Documents of any size for measuring speed: sentences of the sample articles with new names and numbers in each.

The sentences are too few for a long document, so each copy gets names and numbers of its own, the same on both sides;
some are dropped and some merged, as in real pairs.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

from eval.gold.seeds import SEEDS, read_rows, read_seeds, read_sides, seed_gold
from eval.gold.sets import GoldPair, Link

DROPPED, MERGED = 0.05, 0.05  # shares of the sentences
_NUMBER = re.compile(r"\d+(?:[.,\s]\d{3})*")
_ONSETS = ("b", "br", "d", "f", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z")
_VOWELS = ("a", "e", "i", "o", "u", "au", "ei", "ou")

Sentences = Sequence[tuple[str, str]]


def seed_sentences(folder: Path = SEEDS, *, source: str = "en", target: str = "fr") -> tuple[tuple[str, str], ...]:
    """Return the sentences of the sample articles that correspond 1-1 in two languages, whichever side they are on."""
    found: list[tuple[str, str]] = []
    for pair in read_seeds(folder):
        if pair.truth is None:
            continue
        documents = read_sides(pair)
        languages = tuple(document.language for document in documents)
        if set(languages) != {source, target}:
            continue
        gold = seed_gold("", *documents, read_rows(pair.truth)).pair
        single = [(i[0], j[0]) for i, j in gold.links if len(i) == len(j) == 1]
        both = [(gold.source[i], gold.target[j]) for i, j in single]
        found.extend(both if languages[0] == source else [(second, first) for first, second in both])
    return tuple(found)


def make_pair(
    sentences: Sentences, size: int, *, seed: int = 0, split: float = 0.0, source: str = "en", target: str = "fr"
) -> GoldPair:
    """Return a pair with about `size` sentences on either side, and its links.

    Args:
        sentences: pairs of sentences to vary.
        size: sentences of the source.
        seed: the same seed gives the same pair.
        split: share of the 1-1 sentences that are two in the target.
        source: language of the source.
        target: language of the target.
    """
    random = Random(f"{seed}/{size}")
    sides: tuple[list[str], list[str]] = ([], [])
    links: list[Link] = []
    while len(sides[0]) < size:
        first, second = vary(*random.choice(sentences), random)
        place = random.random()
        i, j = len(sides[0]), len(sides[1])
        if place < DROPPED:
            number = random.randrange(2)
            sides[number].append((first, second)[number])
            links.append(((), (j,)) if number else ((i,), ()))
        elif place < DROPPED + MERGED:
            third, fourth = vary(*random.choice(sentences), random)
            sides[0].extend((first, third))
            sides[1].append(f"{second} {fourth}")
            links.append(((i, i + 1), (j,)))
        else:
            parts = _halves(second) if split and random.random() < split else [second]
            sides[0].append(first)
            sides[1].extend(parts)
            links.append(((i,), tuple(range(j, j + len(parts)))))
    return GoldPair(f"synthetic-{size}", source, target, tuple(sides[0]), tuple(sides[1]), tuple(links))


def vary(first: str, second: str, random: Random) -> tuple[str, str]:
    """Return both sentences with other numbers and two invented names, the same in both.

    Args:
        first: a sentence.
        second: its translation.
        random: what chooses.
    """
    numbers = [str(random.randrange(2, 4000)) for _ in range(4)]
    names = f"{_name(random)} {_name(random)}"
    sides = []
    for text in (first, second):
        # Numbers change by their place among those of the sentence, so that both sides get the same ones.
        places = iter([*numbers, *_NUMBER.findall(text)[len(numbers) :]])
        sides.append(f"{names}: {_NUMBER.sub(lambda _, places=places: next(places), text)}")  # type: ignore[misc]
    return sides[0], sides[1]


def _halves(text: str) -> list[str]:
    """Return a text cut at the space nearest behind its middle, or whole where there is none."""
    place = text.find(" ", len(text) // 2)
    return [text[:place], text[place + 1 :]] if place > 0 else [text]


def _name(random: Random) -> str:
    return "".join(
        random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(random.choice((2, 2, 3)))
    ).capitalize()
