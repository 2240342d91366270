"""Phrases of a lexicon, found in texts; the time is linear in the length of the text.

How a phrase is written, in small letters:

- `no one` are words that follow each other, whatever stands between them that is no letter;
- `refus*` is any word that begins so, `*lose` any that ends so, and `un+` any that has four letters more at least;
- `ne … plus` has up to four words between.

In Chinese and Japanese a phrase is found within longer words, too, and none of these signs is known.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

GAP = "…"
WIDEST_GAP = 4  # words
_MORE = 4  # letters that a word with `+` has beyond it
_MOST_WORDS = 50_000  # distinct words that are remembered
_UNSPACED = frozenset({"zh", "ja"})
_WORD = re.compile("[\\w\u0300-\u036f\u064b-\u0652]+")  # with accents that are letters of their own
_ITEM = re.compile("…|[*]?[\\w\u0300-\u036f\u064b-\u0652]+[*+]?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in a text: under which key it is listed, and its half-open characters."""

    key: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What follows the first item of a phrase, its key, its group, and whether it wins over others as long.

    Attributes:
        rest: the other words, or the other characters as one.
        key: under which it is listed.
        group: of which a place has one phrase at most.
        rank: the higher one of two as long counts.
    """

    rest: tuple[str, ...]
    key: str
    group: str
    rank: int

    @property
    def second(self) -> str:
        """Return the word that has to follow the first one as it is; empty where that is not one alone."""
        return self.rest[0] if self.rest and self.rest[0].isalnum() else ""


@dataclass(frozen=True, eq=False)
class PhraseTable:
    """The phrases of one language.

    Attributes:
        by_first: by their first word as it is written, or by their first character.
        lengths: how short and how long the first words with a sign are.
        first: any first character, in scripts without spaces; None elsewhere.
        seen: words that were met.
        telling: those of them that can begin phrases, with these, by the word that has to follow.
    """

    by_first: Mapping[str, tuple[_Phrase, ...]]
    lengths: range
    first: re.Pattern[str] | None
    seen: set[str] = field(default_factory=set)
    telling: dict[str, dict[str, tuple[_Phrase, ...]]] = field(default_factory=dict)


def make_table(
    language: str, phrases: Mapping[str, Sequence[str]], groups: Mapping[str, tuple[str, int]]
) -> PhraseTable:
    """Return phrases ready to be found.

    Args:
        language: a primary tag.
        phrases: by key; how they are written is told above.
        groups: for each key its group, of which a place has one phrase at most, and its rank there: of two phrases as
            long the one with the higher rank counts.
    """
    by_first: dict[str, list[_Phrase]] = {}
    for key, listed in phrases.items():
        for phrase in listed:
            first, *rest = items_of(phrase, language)
            by_first.setdefault(first, []).append(_Phrase(tuple(rest), key, *groups[key]))
    unspaced = language in _UNSPACED and by_first
    lengths = [len(first.strip("*+")) for first in by_first if first[0] == "*" or first[-1] in "*+"] or [0]
    return PhraseTable(
        {first: tuple(found) for first, found in by_first.items()},
        range(min(lengths), max(lengths) + 1),
        re.compile(f"[{''.join(map(re.escape, by_first))}]") if unspaced else None,
    )


def items_of(phrase: str, language: str) -> list[str]:
    """Return the words of a phrase with their signs, and its gaps; of Chinese and Japanese one character and the rest.

    Args:
        phrase: as a lexicon has it.
        language: a primary tag.

    >>> items_of("n'… plus", "fr"), items_of("没有人", "zh")
    (['n', '…', 'plus'], ['没', '有人'])
    """
    phrase = normalize("NFC", phrase).strip()
    return [part for part in (phrase[:1], phrase[1:]) if part] if language in _UNSPACED else _ITEM.findall(phrase)


def find_phrases(text: str, table: PhraseTable) -> tuple[Hit, ...]:
    """Return the phrases in a text, in order; of each group the longest at a place, and none within another one.

    Args:
        text: of any length.
        table: from `make_table`.
    """
    hits: list[Hit] = []
    taken: dict[str, int] = {}  # by group, up to where its last phrase goes
    for start, matches in _matches_within(text, table) if table.first else _matches_of_words(text, table):
        best: dict[str, tuple[int, int, str]] = {}
        for stop, phrase in matches:
            if start >= taken.get(phrase.group, 0):
                best[phrase.group] = max(best.get(phrase.group, (0, 0, "")), (stop, phrase.rank, phrase.key))
        for group, (stop, _, key) in best.items():
            taken[group] = stop
            hits.append(Hit(key, start, stop))
    return tuple(hits)


def _matches_within(text: str, table: PhraseTable) -> Iterator[tuple[int, list[tuple[int, _Phrase]]]]:
    """Yield where phrases start, each with where it stops, in a script without spaces."""
    assert table.first is not None
    small = text.lower()
    text = small if len(small) == len(text) else text
    for found in table.first.finditer(text):
        start = found.start()
        phrases = table.by_first[found[0]]
        matches = [
            (start + 1 + len(rest), phrase)
            for phrase in phrases
            if text.startswith(rest := phrase.rest[0] if phrase.rest else "", start + 1)
        ]
        if matches:
            yield start, matches


def _matches_of_words(text: str, table: PhraseTable) -> Iterator[tuple[int, list[tuple[int, _Phrase]]]]:
    """Yield where phrases start, each with where it stops, in a script that has spaces."""
    words = _WORD.findall(normalize("NFC", text.lower()))
    if not table.seen.issuperset(words):
        _remember(table, words)
    if table.telling.keys().isdisjoint(words):
        return
    spans: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        if word not in table.telling:
            continue
        by_second, following = table.telling[word], words[number + 1 : number + 2]
        phrases = by_second.get("", ())
        if following and following[0] in by_second:
            phrases += by_second[following[0]]
        matches = [
            (stop, it) for it in phrases if (stop := _match(words, number + 1, it.rest) if it.rest else number + 1)
        ]
        if matches:
            # Small letters may be more than the large ones that they come from, so places are those of the text itself.
            spans = spans or [found.span() for found in _WORD.finditer(text)]
            if len(spans) == len(words):
                yield spans[number][0], [(spans[stop - 1][1], phrase) for stop, phrase in matches]


def _remember(table: PhraseTable, words: Sequence[str]) -> None:
    """Note of each word the phrases that it can begin."""
    if len(table.seen) > _MOST_WORDS:
        table.seen.clear()
        table.telling.clear()
    fresh = set(words) - table.seen
    table.seen.update(fresh)
    for word in fresh:
        for form in _forms(word, table.lengths):
            for phrase in table.by_first.get(form, ()):
                by_second = table.telling.setdefault(word, {})
                by_second[phrase.second] = (*by_second.get(phrase.second, ()), phrase)


def _forms(word: str, lengths: range) -> Iterator[str]:
    """Yield all ways in which a lexicon may write a word."""
    yield word
    for length in range(lengths.start, min(len(word) + 1, lengths.stop)):
        yield f"{word[:length]}*"
        yield f"*{word[-length:]}"
        if len(word) >= length + _MORE:
            yield f"{word[:length]}+"


def _match(words: Sequence[str], place: int, rest: tuple[str, ...]) -> int:
    """Return behind which word the rest of a phrase ends that goes on at a place; 0 where it does not go on there."""
    gap = 0
    for item in rest:
        if not gap and place < len(words) and words[place] == item:
            place += 1
            continue
        if item == GAP:
            gap = WIDEST_GAP
            continue
        until = min(place + gap + 1, len(words))
        while place < until and not _is(words[place], item):
            place += 1
        if place >= until:
            return 0
        place, gap = place + 1, 0
    return place


def _is(word: str, item: str) -> bool:
    """Return whether a word is what an item of a phrase asks for."""
    if item[-1] == "*":
        return word.startswith(item[:-1])
    if item[-1] == "+":
        return word.startswith(item[:-1]) and len(word) >= len(item) - 1 + _MORE
    return word.endswith(item[1:]) if item[0] == "*" else word == item
