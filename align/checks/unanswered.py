"""Words of one kind, such as negations, that one of two corresponding texts has and the other one has not.

A plain look-up in lists is of no use: what is "not able" here is "unable" there. So a text without such a word is still
acquitted by a word that may render it ("refuse", "without"), unless that word renders something else: it has a
counterpart of its own in the other text, by the vectors of the encoder. It acquits the more, the more of what stands
around the lost word has its counterpart beside it. How well the rest of both texts corresponds tells a lost word from a
free translation, in which it may be said in any way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
import regex

from align.bitext import Comparison, Evidence, Finding, Severity, Span
from align.checks.counterparts import ALIKE, Question, find_closest
from align.checks.kept_pairs import KeptPair
from align.checks.one_sided import Candidate, SideName, find_candidates, places_of
from align.encoding import Encoder
from align.lattice.arrays import Floats
from align.lexica import load_lexicon
from align.lexica.phrases import Hit

_KIN = 0.25  # cosine from which on two words that may render a negation render each other
_AS_CLOSE = 0.02  # below the closest cosine, so that a word is still held to be the counterpart
_BESIDE = 4  # words on either side of one that may render another, among which the counterparts of its neighbours stand
_POORLY = 0.35  # cosine below which a word has no counterpart
_BEFORE, _BEHIND = 2, 3  # words around a negation, of which some are what it negates
_NEGATED = 2  # words behind it that it may be joined with into one word
_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[^\W\d_\p{Han}\p{Hiragana}\p{Katakana}]+")

Wanted = Callable[[KeptPair, SideName, tuple[Span, ...]], bool]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Words that one text has and its counterpart has not, and what speaks for that.

    Attributes:
        pair: both texts.
        side: whose text has them.
        places: half-open characters of each, in that text.
        acquitted: whether a word of the other text may render them.
        nearness: share of what stands around them, by cosine, that has its counterpart beside such a word, at best.
        cue: cosine of the word of them that comes closest to any word of the other text.
        around: mean cosine of the words beside them with their counterparts.
        there: the same of all words of the other text.
        without: share of the words of the other text that have no counterpart.
        modal: whether they may be none of the kind, such as "could"; neither text has a sure one.
    """

    pair: KeptPair
    side: SideName
    places: tuple[Span, ...]
    acquitted: bool
    nearness: float
    cue: float
    around: float
    there: float
    without: float
    modal: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """How much what is known of such words speaks for it that the other text lacks them, in log odds.

    Attributes:
        bias: of every pair.
        gained: of words that the target has.
        nearness: of the attribute of `Unanswered` with this name, as all that follow.
    """

    bias: float
    gained: float
    nearness: float
    acquitted: float
    cue: float
    around: float
    there: float
    without: float

    def probability(self, found: Unanswered) -> float:
        """Return the probability that the other text lacks the words."""
        score = (
            self.bias
            + self.gained * (found.side == "target")
            + self.nearness * found.nearness
            + self.acquitted * found.acquitted
            + self.cue * found.cue
            + self.around * found.around
            + self.there * found.there
            + self.without * found.without
        )
        return 1.0 / (1.0 + exp(-score))


def find_unanswered(
    comparison: Comparison,
    encoder: Encoder | None,
    group: str,
    *,
    outright: bool = False,
    wanted: Wanted | None = None,
) -> Iterator[Unanswered]:
    """Yield the texts with such words whose counterpart has none, in the order of their beads.

    Args:
        comparison: two versions; of languages without such words in their lexicon nothing is found.
        encoder: gives vectors to words; the embedded one for None.
        group: a key of a lexicon; `align.lexica` tells which there are.
        outright: whether any word that may render them acquits the other text, without a closer look.
        wanted: tells of two texts, a side and the places of its words whether they are worth a closer look.
    """
    lexica = load_lexicon(comparison.alignment.source.language), load_lexicon(comparison.alignment.target.language)
    if lexica[0] is None or lexica[1] is None or not all(lexicon and lexicon.phrases.get(group) for lexicon in lexica):
        return
    candidates = find_candidates(comparison, (lexica[0], lexica[1]), group)
    if outright:
        candidates = [candidate for candidate in candidates if not candidate.likely]
    if wanted is not None:
        candidates = [each for each in candidates if wanted(each.pair, each.side, places_of(each.hits))]
    if not candidates:
        return
    asked = [_questions(candidate) for candidate in candidates]
    answers = iter(find_closest(encoder, [question for questions in asked for question in questions]))
    for candidate, questions in zip(candidates, asked, strict=True):
        yield _weighed(candidate, [next(answers) for _ in questions])


def unanswered_finding(
    comparison: Comparison, found: Unanswered, *, check: str, severity: Severity, probability: float, message: str
) -> Finding:
    """Return the finding of such words: their characters on their side, the whole text on the other side.

    Args:
        comparison: in which they are.
        found: the words.
        check: the name of the check; the kind says besides whether they are lost or gained.
        severity: how much it matters.
        probability: that it holds, if the two texts correspond.
        message: one sentence for a person.
    """
    alignment, pair = comparison.alignment, found.pair
    documents = {"source": alignment.source, "target": alignment.target}
    chars = {"source": alignment.source.chars_over(pair.source), "target": alignment.target.chars_over(pair.target)}
    whole = chars[found.side]
    first, last = found.places[0], found.places[-1]
    chars[found.side] = Span(whole.start + first.start, whole.start + last.stop)
    words = [Span(whole.start + place.start, whole.start + place.stop) for place in found.places]
    text = documents[found.side].text
    return Finding(
        check=check,
        kind=f"{check}-{'lost' if found.side == 'source' else 'gained'}",
        severity=severity,
        bead=pair.bead,
        source=chars["source"],
        target=chars["target"],
        probability=round(min(probability, pair.probability), 3),
        message=message,
        evidence=tuple(Evidence(check, found.side, place, text[place.start : place.stop]) for place in words),
    )


def quoted_words(found: Unanswered) -> str:
    """Return the words between quotation marks, for a message; two of them at most."""
    text = found.pair.source_text if found.side == "source" else found.pair.target_text
    words = dict.fromkeys(" ".join(text[place.start : place.stop].split()) for place in found.places)
    return " and ".join(f"“{word}”" for word in list(words)[:2])


def _questions(candidate: Candidate) -> tuple[Question, ...]:
    """Return what is asked of the encoder, in the order in which `_weighed` expects it."""
    text, other = _without(candidate.text, candidate.hits), _without(candidate.other, candidate.likely)
    # "Unable" is close to the "able" of "not able", and renders it all the same.
    rest = text
    for hit in candidate.hits:
        rest = _blank(rest, hit.stop, _end_of_words(rest, hit.stop))
    cues = tuple(candidate.text[hit.start : hit.stop] for hit in candidate.hits)
    likely, around = tuple(candidate.other[hit.start : hit.stop] for hit in candidate.likely), _around(candidate)
    return (
        Question(likely, rest),
        Question(likely, " ".join(candidate.text[hit.start : hit.stop] for hit in candidate.own_likely)),
        Question(cues, candidate.other),
        Question(around, candidate.other),
        Question(tuple(_WORD.findall(other)), text),
        *(Question(around, candidate.other, _beside_hit(candidate.other, hit)) for hit in candidate.likely),
    )


def _beside_hit(text: str, hit: Hit) -> tuple[str, ...]:
    """Return the words of a hit and some on either side."""
    before, behind = _WORD.findall(text, 0, hit.start)[-_BESIDE:], _WORD.findall(text, hit.stop)[:_BESIDE]
    return (*before, *_WORD.findall(text, hit.start, hit.stop), *behind)


def _around(candidate: Candidate) -> tuple[str, ...]:
    """Return the words before and behind the first of the words that the other text lacks."""
    text, first = _without(candidate.text, candidate.hits), candidate.hits[0]
    return (*_WORD.findall(text, 0, first.start)[-_BEFORE:], *_WORD.findall(text, first.stop)[:_BEHIND])


def _without(text: str, hits: Sequence[Hit]) -> str:
    """Return a text with spaces in the place of some words."""
    for hit in hits:
        text = _blank(text, hit.start, hit.stop)
    return text


def _blank(text: str, start: int, stop: int) -> str:
    return text[:start] + " " * (stop - start) + text[stop:]


def _end_of_words(text: str, place: int) -> int:
    """Return where the words behind a place end that a negation there may belong to."""
    stop = place
    for _, found in zip(range(_NEGATED), _WORD.finditer(text, place), strict=False):
        stop = found.end()
    return stop


def _weighed(candidate: Candidate, closest: Sequence[Floats]) -> Unanswered:
    likely, kin, cues, around, there, *beside = closest
    free = np.flatnonzero((likely < ALIKE) & (kin < _KIN))
    return Unanswered(
        pair=candidate.pair,
        side=candidate.side,
        places=places_of(candidate.hits),
        acquitted=len(free) > 0,
        nearness=max((_share_beside(around, beside[k]) for k in free), default=0.0),
        cue=float(cues.max()),
        around=_mean(around),
        there=_mean(there),
        without=_mean((there < _POORLY).astype(np.float32)),
        modal=candidate.modal,
    )


def _share_beside(around: Floats, beside: Floats) -> float:
    """Return the share of words, by how close they come to any word, that come as close to one beside a hit."""
    masses = np.maximum(around, 0.0)
    total = float(masses.sum())
    return float(masses[beside >= around - _AS_CLOSE].sum()) / total if total > 0.0 else 0.0


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else 0.0
