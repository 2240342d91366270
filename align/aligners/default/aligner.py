"""The default aligner: vectors of an encoder, a lattice of beads and null runs, the best path through it.

1. How much of the pair has no counterpart is estimated from the pair itself: a novel is retold in other sentences, a
   republication drops some. The probabilities of a first run tell the share, and the next weighs null segments by it.
2. The sentence vectors leave a few candidates for each segment; the second pass weighs them anew by words and all other
   evidence (`align.aligners.default.describe`). The best path through them gives the beads, the forward-backward
   algorithm their probabilities. A bead whose segments are all more probably null is dissolved: the best path may be
   the best of many that share little.
3. How much corresponds, and how closely, gives the probability that the two documents are versions of one text at all.
   No bead is surer than that.
4. What the path left null is searched for passages out of order (`align.aligners.default.moves`), which count as
   corresponding too. Of two passages that cross the one with fewer beads has moved
   (`align.aligners.default.crossings`).
5. Sentences of the source that were left standing beside their translation take its place, since nothing is nearer than
   a copy. Where that happened the pair is aligned once more without them (`align.aligners.default.leftovers`). So is a
   text that says all of it twice, in two languages, with one of the two (`align.aligners.default.doublets`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from align.aligners.default.continued import Continued, find_continued
from align.aligners.default.crossings import NO_MOVES, Moves, move_fewest, out_of_order
from align.aligners.default.doublets import find_halves, join_twins, may_be_twice, set_aside
from align.aligners.default.evidence import Evidence, Nearest, gather_evidence, lexicon_for
from align.aligners.default.leftovers import find_leftovers, without
from align.aligners.default.match import describe_match
from align.aligners.default.moves import find_moves
from align.aligners.default.passes import find_steps
from align.aligners.default.reweigh import reweigh
from align.aligners.default.steps import Steps
from align.aligners.default.weights import load_weights, revision, weights_for
from align.aligners.places import find_places, spread_beads, takes_part
from align.bitext import EVEN, Alignment, Bead, Continuation, Counterpart, Document, Move, Role, Span
from align.blas import one_thread
from align.documents import SEGMENTER
from align.encoding import Encoder, load_encoder
from align.language import language_name, primary_language
from align.lattice.arrays import Flags

NAME = "default-4"
PERHAPS = 0.05  # that they are versions: of less, moves have never made versions


@one_thread()
def align(source: Document, target: Document, encoder: Encoder | None = None) -> Alignment:
    """Return the alignment of two documents by the vectors of an encoder, the embedded one for None."""
    encoder = encoder or load_encoder()
    alignment = _align(source, target, encoder)
    leftovers = find_leftovers(alignment)
    if leftovers:
        return replace(_align(source, without(target, leftovers), encoder), target=target)
    return _said_once(alignment, encoder)


def _said_once(alignment: Alignment, encoder: Encoder) -> Alignment:
    """Return the alignment; a side that says all of it twice, in two languages, is aligned anew with one half."""
    sides = alignment.source, alignment.target
    halves = [
        find_halves(side, other.language, lambda one, two: _align(one, two, encoder)) if perhaps else None
        for side, other, perhaps in zip(sides, sides[::-1], may_be_twice(alignment), strict=True)
    ]
    if not any(halves):
        return alignment
    source, target = (half.document if half else side for half, side in zip(halves, sides, strict=True))
    once = _align(source, target, encoder)
    beads, warnings = once.beads, [*once.warnings]
    for number, half in enumerate(halves):
        if half:
            beads = join_twins(beads, half.twins, of_target=bool(number))
            warnings.append(f"{sides[number].name} says {len(half.twins)} sentences twice, in two languages")
    both = [bead for bead in beads if bead.source and bead.target]
    documents = [
        set_aside(side, half.twins, ((bead.source, bead.target)[number] for bead in both)) if half else side
        for number, (side, half) in enumerate(zip(sides, halves, strict=True))
    ]
    return replace(
        once, source=documents[0], target=documents[1], beads=beads, warnings=tuple(warnings), continuations=()
    )


def _all_null(source: Document, target: Document, signature: str) -> Alignment:
    """Return the alignment of two documents of which one at least has no segment that takes part."""
    n, m = len(find_places(source)), len(find_places(target))
    beads = [Bead(Span(i, i + 1), Span(0, 0), 0.0, 1.0) for i in range(n)]
    beads += [Bead(Span(n, n), Span(j, j + 1), 0.0, 1.0) for j in range(m)]
    empty = source if not n else target
    return Alignment(
        source=source,
        target=target,
        beads=tuple(spread_beads(beads, source, target)),
        signature=signature,
        version_probability=0.0,
        closeness=0.0,
        warnings=(f"{empty.name} has no headline, article text or caption, so that nothing can correspond to it",),
    )


def _align(source: Document, target: Document, encoder: Encoder) -> Alignment:
    """Return the alignment of all that takes part."""
    path = weights_for(encoder)
    weights = load_weights(path)
    lexicon = lexicon_for(encoder, source.language, target.language)
    fitted = "" if weights.encoder == encoder.signature else " (not fitted on the encoder)"
    names = f"encoder {encoder.signature}, " + (f"words {lexicon.signature}, " if lexicon else "")
    signature = f"aligner {NAME}, weights {revision(path)}{fitted}, {names}segmenter {SEGMENTER}"
    if not (takes_part(source) and takes_part(target)):
        return _all_null(source, target, signature)
    evidence = gather_evidence(encoder, source, target)
    steps = find_steps(evidence, weights)
    versions = weights.version_probability(describe_match(evidence, steps, NO_MOVES))
    moves = NO_MOVES
    if versions >= PERHAPS and not (steps.shapes[:, 0].all() or steps.shapes[:, 1].all()):  # nulls on both sides
        movable = _movable(evidence, source, target)
        moves = find_moves(evidence, steps, movable, weights).weighed(weights.move)
        if len(moves.blocks):
            versions = weights.version_probability(describe_match(evidence, steps, moves))
            moves = out_of_order(steps, moves, least=EVEN)
            before, (steps, moves) = steps, move_fewest(steps, moves, least=EVEN)
            if steps is not before:
                moves = moves.surer(find_moves(evidence, steps, movable, weights).weighed(weights.move))
            steps = reweigh(steps, moves, evidence, weights, least=EVEN)
    continued: list[Continued] = []
    if versions >= EVEN:
        steps, moves, continued = find_continued(evidence, steps, moves, (source, target), weights)
    return Alignment(
        source=source,
        target=target,
        beads=tuple(spread_beads(_beads(steps, evidence, versions), source, target)),
        signature=signature,
        version_probability=versions,
        closeness=evidence.closeness,
        warnings=(
            *_encoder_warnings(encoder, weights.encoder, has_words=evidence.words is not None),
            *_language_warnings(encoder, source, target),
        ),
        moves=tuple(_moves(moves, evidence, versions)) if versions >= EVEN else (),
        continuations=_continuations(continued, evidence),
    )


def _movable(evidence: Evidence, source: Document, target: Document) -> tuple[Flags, Flags]:
    """Return which places are article text, bool (n,) and (m,): a headline or a caption does not move."""
    movable = [
        np.array([document.segments[number].role is Role.BODY for number in numbers], dtype=bool)
        for document, numbers in ((source, evidence.source.places), (target, evidence.target.places))
    ]
    return movable[0], movable[1]


def _moves(moves: Moves, evidence: Evidence, versions: float) -> Iterator[Move]:
    """Yield the moves over segments; none is surer than that the documents are versions."""
    sources, targets = evidence.source.places, evidence.target.places
    rows = zip(moves.blocks.tolist(), moves.scores.tolist(), moves.probabilities.tolist(), strict=True)
    for (i, i_end, j, j_end), score, probability in rows:
        source, target = Span(sources[i], sources[i_end - 1] + 1), Span(targets[j], targets[j_end - 1] + 1)
        yield Move(source, target, score, probability * versions)


def _continuations(continued: Iterable[Continued], evidence: Evidence) -> tuple[Continuation, ...]:
    """Return what beads go on with, over segments, in the order of the source."""
    found = []
    for each in continued:
        of_source, of_target = (each.nulls, each.others) if each.of_source else (each.others, each.nulls)
        sides = zip((of_source, of_target), evidence.sides, strict=True)
        source, target = (Span(side.places[first], side.places[end - 1] + 1) for (first, end), side in sides)
        found.append(Continuation(source, target))
    return tuple(sorted(found, key=lambda each: (each.source, each.target)))


def _beads(steps: Steps, evidence: Evidence, versions: float) -> Iterator[Bead]:
    """Yield the beads over places; no bead with two sides is surer than that the documents are versions."""
    i = j = 0
    rows = zip(steps.shapes.tolist(), steps.scores.tolist(), steps.probabilities.tolist(), strict=True)
    for (a, b), score, probability in rows:
        own, other = Span(i, i + a), Span(j, j + b)
        if a and b:
            yield Bead(own, other, score, probability * versions)
        else:
            nearest, numbers = (
                (evidence.source.nearest, evidence.target.places)
                if a
                else (evidence.target.nearest, evidence.source.places)
            )
            rejected = _counterpart(nearest, i if a else j, numbers)
            yield Bead(own, other, score, 1.0 - (1.0 - probability) * versions, rejected)
        i, j = i + a, j + b


def _counterpart(nearest: Nearest, place: int, numbers: list[int]) -> Counterpart:
    """Return what a null segment resembles most on the other side."""
    number = numbers[int(nearest.number[place])]
    return Counterpart(Span(number, number + 1), float(nearest.cosine[place]))


def _encoder_warnings(encoder: Encoder, fitted_on: str, *, has_words: bool) -> Iterator[str]:
    """Yield a warning for what an encoder is not: the one that the weights know, or acquainted with words."""
    if encoder.signature != fitted_on:
        yield f"the weights were fitted on {fitted_on}, not on {encoder.signature}; probabilities may be off"
    if not has_words:
        yield f"no vectors of words are known for {encoder.signature} here; beads rest on those of whole sentences"


def _language_warnings(encoder: Encoder, source: Document, target: Document) -> Iterator[str]:
    """Yield a warning for each language that the encoder was not trained on."""
    if not encoder.languages:
        return  # nobody has told them
    for tag in dict.fromkeys((source.language, target.language)):
        if primary_language(tag) not in encoder.languages:
            name = f"{language_name(tag)} ({tag})"
            yield f"the encoder was not trained on {name}; beads rest on names, numbers and lengths"
