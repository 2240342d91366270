"""A clause is cut out of a sentence, as an editor does who has no room, or somebody who wants it gone."""

import re
from random import Random

from align.bitext import Span
from align.words.cut import count_words
from align.words.places import LONG, SHORT
from eval.mutate import Mutation, put_in

LONGEST = 26.0  # words of what is cut, fewer than that
_LEFT = 3.0  # words that stay, at least
# What is cut begins with its mark, so that the rest reads well; a mark between digits is none.
_MARK = re.compile(r"[,;:](?=\s)|(?<=\s)[–—-](?=\s)|[،؛，；：、—]")
_END = re.compile(r"[.!?…。！？»”\"']+\s*$")


def cut_clause(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Cut a clause of nine words and more between two marks, or from one to the end; see `eval.mutate.Mutator`.

    >>> cut_clause("The ferry left, although the captain had twice warned the owners of fog.", "en", Random(1)).text
    'The ferry left.'
    """
    return _cut(sentence, rng, LONG, LONGEST)


def cut_short_clause(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Cut a clause of five to eight words; see `eval.mutate.Mutator`.

    >>> cut_short_clause("The ferry had left at noon, although it was very late.", "en", Random(1)).text
    'The ferry had left at noon.'
    """
    return _cut(sentence, rng, SHORT, LONG)


def _cut(sentence: str, rng: Random, least: float, most: float) -> Mutation | None:
    """Cut a clause of `least` words and fewer than `most`."""
    end = _END.search(sentence)
    marks = [match.start() for match in _MARK.finditer(sentence)]
    stops = [*marks, end.start() if end else len(sentence.rstrip())]
    words = count_words(sentence)
    clauses = [
        Span(start, stop)
        for start in marks
        for stop in stops
        if start < stop and least <= (size := count_words(sentence[start:stop])) < most and words - size >= _LEFT
    ]
    return put_in(sentence, rng.choice(clauses), "") if clauses else None
