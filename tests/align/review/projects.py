"""Projects to review: documents of made-up sentences, and alignments of them without any aligner."""

import random
from pathlib import Path

from align.bitext import Alignment, Bead, Continuation, Document, Move, Segment, Span
from align.review import make_project
from align.review.project import Project


def document(name: str, language: str, sentences: list[str]) -> Document:
    """Return a document of sentences, one a line."""
    segments, start = [], 0
    for number, sentence in enumerate(sentences):
        segments.append(Segment(sentence, Span(start, start + len(sentence)), number // 3))
        start += len(sentence) + 1
    return Document(name, language, "\n".join(sentences), tuple(segments))


def alignment(
    shapes: list[tuple[int, int]], moves: tuple[Move, ...] = (), continuations: tuple[Continuation, ...] = ()
) -> Alignment:
    """Return an alignment of beads of these shapes, each sentence of its own words."""
    sources, targets = sum(n for n, _ in shapes), sum(m for _, m in shapes)
    source = document("old.txt", "en", [f"The council wrote letter {k} to town {k * 7}." for k in range(sources)])
    target = document("new.txt", "fr", [f"La mairie a écrit la lettre {k} à la ville {k * 7}." for k in range(targets)])
    beads, i, j = [], 0, 0
    for n, m in shapes:
        beads.append(Bead(Span(i, i + n), Span(j, j + m), 2.5, 0.9))
        i, j = i + n, j + m
    return Alignment(source, target, tuple(beads), "made for a test", moves=moves, continuations=continuations)


def project(
    path: Path,
    shapes: list[tuple[int, int]],
    moves: tuple[Move, ...] = (),
    continuations: tuple[Continuation, ...] = (),
) -> Project:
    """Return a new project of such an alignment."""
    return make_project(path, alignment(shapes, moves, continuations))


def act_at_random(opened: Project, chance: random.Random) -> int:
    """Do one thing chosen by chance, and return the number of its entry in the log; raises OptionError if it cannot be.

    Undo and redo return the number of the entry that they add.
    """
    bead = chance.randrange(len(opened.structure.beads))
    subject = chance.choice(opened.bead_ids)
    last = len(opened.structure.base.alignment.source.segments) - 1
    acts = (
        lambda: opened.accept(subject),
        lambda: opened.reject(subject, "so it is"),
        lambda: opened.comment(subject, "look here"),
        lambda: opened.merge(bead, chance.choice(("next", "previous"))),
        lambda: opened.split(bead, chance.randrange(3), chance.randrange(3)),
        lambda: opened.shift(bead, "first", "up", chance.choice(("source", "target"))),
        lambda: opened.shift(bead, "last", "down", chance.choice(("source", "target"))),
        lambda: opened.unlink(bead),
        lambda: opened.link(*(Span(k, k + 1) for k in (chance.randint(0, last), chance.randint(0, last)))),
        lambda: opened.lock(bead, bead),
        lambda: opened.unlock(bead, bead),
        opened.undo,
        opened.redo,
    )
    chance.choice(acts)()
    return opened.log[-1].number
