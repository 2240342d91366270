"""Articles in which something stands between the halves of a sentence, for the tests of continuations."""

from align.bitext import Alignment, Bead, Continuation, Document, Role, Span
from tests.align.comparisons import document

FERRY = document(
    "ferry.en.html",
    "en",
    [
        [(Role.HEADLINE, "The ferry to Holm stops for the winter")],
        ["The old ferry between Aldersund and Holm will be tied up from the second week of December."],
        ["Its engine, which was built in 1961 and has been repaired eleven times since then,"],
        [(Role.CAPTION, "The ferry in the harbour of Holm. Photo: R. Lund")],
        ["is to be replaced by an electric one before the holidays at Easter."],
        ["Nobody on the island will have to do without bread and milk."],
        ["A smaller boat brings the mail on every second day."],
    ],
)
BAC = document(
    "ferry.fr.html",
    "fr",
    [
        [(Role.HEADLINE, "Le bac de Holm s'arrête pour l'hiver")],
        ["Le vieux bac entre Aldersund et Holm restera à quai dès la deuxième semaine de décembre."],
        [
            "Son moteur, construit en 1961 et réparé onze fois depuis lors, doit être remplacé par un moteur "
            "électrique avant les vacances de Pâques."
        ],
        ["Personne sur l'île ne devra se passer de pain ni de lait."],
        ["Un bateau plus petit apporte le courrier un jour sur deux."],
    ],
)


def ferry() -> Alignment:
    """Return an alignment, made by hand, whose third bead goes on behind the caption."""
    spans = [(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3), (3, 4, 3, 3), (4, 5, 3, 3), (5, 6, 3, 4), (6, 7, 4, 5)]
    chances = (0.99, 0.97, 0.93, 1.0, 0.2, 0.98, 0.96)
    beads = tuple(
        Bead(Span(i, i_end), Span(j, j_end), chance, chance)
        for (i, i_end, j, j_end), chance in zip(spans, chances, strict=True)
    )
    return _with(FERRY, BAC, beads, Continuation(Span(4, 5), Span(2, 3)))


def turned(alignment: Alignment) -> Alignment:
    """Return an alignment with source and target in each other's place."""
    beads = tuple(Bead(it.target, it.source, it.score, it.probability) for it in alignment.beads)
    continuations = (Continuation(it.target, it.source) for it in alignment.continuations)
    return _with(alignment.target, alignment.source, beads, *continuations)


def _with(source: Document, target: Document, beads: tuple[Bead, ...], *continuations: Continuation) -> Alignment:
    return Alignment(source, target, beads, "by hand", continuations=continuations)
