"""Comparisons made by hand for the tests of the reports: their builder, and a few articles with their versions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.bitext import (
    Alignment,
    Bead,
    Comparison,
    Counterpart,
    Coverage,
    Document,
    Fate,
    Finding,
    Meta,
    Move,
    Role,
    Segment,
    Severity,
    Span,
    Verdict,
)

KEPT, MERGED, SPLIT = Fate.KEPT, Fate.MERGED, Fate.SPLIT
DROPPED, ADDED, UNCERTAIN, ASIDE = Fate.DROPPED, Fate.ADDED, Fate.UNCERTAIN, Fate.ASIDE
MOVED = Fate.MOVED
Sentence = str | tuple[Role, str]
Fates = list[tuple[int, int, Fate, float]]


def document(
    name: str, language: str, paragraphs: Sequence[Sequence[Sentence]], *, meta: Meta | None = None
) -> Document:
    """Build a document from its sentences; one that is no body text comes with its role."""
    between = "" if language.startswith(("zh", "ja")) else " "
    text, segments = "", []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for place, sentence in enumerate(paragraph):
            role, words = (Role.BODY, sentence) if isinstance(sentence, str) else sentence
            text += between if place else ""
            segments.append(Segment(words, Span(len(text), len(text) + len(words)), number, role))
            text += words
    return Document(name, language, text, tuple(segments), meta or Meta())


def compare(
    source: Document,
    target: Document,
    fates: Fates,
    verdict: Verdict = Verdict.NEAR_PARALLEL,
    *,
    moves: tuple[Move, ...] = (),
) -> Comparison:
    """Build a comparison from the shape, fate and probability of each bead; a null bead came close to segment 1."""
    beads: list[Bead] = []
    row = column = 0
    for height, breadth, _, probability in fates:
        spans = Span(row, row + height), Span(column, column + breadth)
        closest = None if height and breadth else Counterpart(Span(0, 1), 0.31)
        beads.append(Bead(*spans, score=probability - 0.1, probability=probability, rejected=closest))
        row, column = row + height, column + breadth
    alignment = Alignment(source, target, tuple(beads), "versalign 0.1.0, two-pass, static-1", moves=moves)
    outcome = tuple(fate for _, _, fate, _ in fates)
    return Comparison(
        alignment,
        outcome,
        verdict,
        _coverage(source, [bead.source for bead in beads], outcome),
        _coverage(target, [bead.target for bead in beads], outcome),
        tuple(_findings(alignment, outcome)),
    )


def _coverage(version: Document, spans: list[Span], fates: tuple[Fate, ...]) -> Coverage:
    body = [segment for segment in version.segments if segment.role is Role.BODY]
    both = [
        segment
        for span, fate in zip(spans, fates, strict=True)
        for segment in version.segments[span.start : span.stop]
        if fate in {KEPT, MERGED, SPLIT, MOVED}
    ]
    return Coverage(len(both), len(body), sum(len(s.text) for s in both), sum(len(s.text) for s in body))


def _findings(alignment: Alignment, fates: tuple[Fate, ...]) -> Iterator[Finding]:
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        if fate in {DROPPED, ADDED}:
            version, span = (alignment.source, bead.source) if fate is DROPPED else (alignment.target, bead.target)
            chars = version.segments[span.start].chars
            source, target = (chars, Span(0, 0)) if fate is DROPPED else (Span(0, 0), chars)
            check = "omission" if fate is DROPPED else "addition"
            yield Finding(
                id=f"{number:012x}",
                check=check,
                kind=fate.value,
                severity=Severity.MEDIUM,
                bead=number,
                source=source,
                target=target,
                probability=bead.probability,
                message=f"A sentence was {fate}.",
            )


def bridge() -> Comparison:
    """Return an English article and its shortened French version."""
    source = document(
        "bridge.en.txt",
        "en",
        [
            [(Role.HEADLINE, "Old harbour bridge to close for two years")],
            [(Role.BYLINE, "By Ann Whitfield"), (Role.DATE, "3 March 2026")],
            [
                "The old harbour bridge will close to traffic in April and stay closed for two years.",
                "The council voted for the closure on Monday night, by nine votes to four.",
            ],
            [
                "Engineers found cracks in three of the eleven piers last autumn.",
                "They had warned of them as early as 2019.",
                "No money was set aside at the time.",
            ],
            [
                "Ferries will carry people on foot across the harbour every ten minutes.",
                "Cyclists may take their bicycles on board.",
                "Cars must use the motorway bridge, eleven kilometres upstream.",
            ],
            [
                "Shop owners on the east bank fear for their trade.",
                "\u201cWe lived through one closure and half of the street did not survive it,\u201d said "
                "Maria Okafor, who sells fishing tackle.",
                "The council has promised lower rents.",
                "It did not say for how long.",
            ],
            [
                "The work costs 48 million.",
                "The state pays two thirds of it.",
                "The bridge was built in 1931.",
            ],
        ],
        meta=Meta(title="Old harbour bridge to close for two years", byline="Ann Whitfield", date="2026-03-03"),
    )
    target = document(
        "pont.fr.html",
        "fr",
        [
            [(Role.HEADLINE, "Le vieux pont du port ferme pour deux ans")],
            [
                "Le vieux pont du port fermera à la circulation en avril, pour deux ans.",
                "Le conseil municipal l’a décidé lundi soir, par neuf voix contre quatre.",
            ],
            [
                "L’automne dernier, des ingénieurs ont découvert des fissures dans trois des onze piles, dont ils "
                "avaient signalé le risque dès 2019.",
            ],
            [
                "Des bacs transporteront les piétons d’une rive à l’autre toutes les dix minutes.",
                "Les cyclistes pourront embarquer avec leur vélo.",
                "Les voitures devront emprunter le pont de l’autoroute.",
                "Il se trouve à onze kilomètres en amont.",
            ],
            ["Les commerçants de la rive est s’inquiètent.", "La mairie a promis de baisser les loyers."],
            ["Les travaux coûtent 48 millions.", "L’État en paie les deux tiers.", "Le pont date de 1931."],
            ["Une exposition sur son histoire ouvrira en mai."],
            [(Role.FURNITURE, "Lire aussi"), (Role.FURNITURE, "Abonnez-vous"), (Role.FURNITURE, "Mentions légales")],
        ],
        meta=Meta(title="Le vieux pont du port ferme pour deux ans", warnings=("The encoding was guessed: utf-8.",)),
    )
    fates: Fates = [
        *[(1, 1, ASIDE, 0.9), (1, 0, ASIDE, 0.9), (1, 0, ASIDE, 0.9)],
        *[(1, 1, KEPT, 0.97), (1, 1, KEPT, 0.95), (2, 1, MERGED, 0.88), (1, 0, DROPPED, 0.91)],
        *[(1, 1, KEPT, 0.96), (1, 1, KEPT, 0.93), (1, 2, SPLIT, 0.86), (1, 1, UNCERTAIN, 0.34)],
        *[(1, 0, DROPPED, 0.94), (1, 1, KEPT, 0.9), (1, 0, UNCERTAIN, 0.55)],
        *[(1, 1, KEPT, 0.97), (1, 1, KEPT, 0.94), (1, 1, KEPT, 0.98), (0, 1, ADDED, 0.92)],
        *[(0, 1, ASIDE, 0.9)] * 3,
    ]
    return compare(source, target, fates)


def short(*, source: str = "One.", target: str = "Un.", name: str = "a.txt", signature: str = "sig") -> Comparison:
    """Return a comparison whose every text from outside can be chosen."""
    meta = Meta(title=source, warnings=(source,))
    first = document(name, "en", [[source, source], [(Role.CAPTION, source)]], meta=meta)
    second = document(name, "ar", [[target], [target]])
    fates: Fates = [(1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.4), (1, 0, ASIDE, 0.9), (0, 1, UNCERTAIN, 0.6)]
    comparison = compare(first, second, fates)
    findings = tuple(replace(finding, message=source) for finding in comparison.findings)
    return replace(comparison, alignment=replace(comparison.alignment, signature=signature), findings=findings)


def chinese() -> Comparison:
    """Return an English article with a Chinese version."""
    source = document(
        "tea.en.txt",
        "en",
        [
            [
                "The tea house on Lantern Street reopened on Saturday after a fire closed it in 2024.",
                "Its owner, Mrs Lin, is 81 years old.",
                "She still roasts the tea herself.",
            ],
            ["More than three hundred people came.", "Some of them had waited since five in the morning."],
        ],
    )
    target = document(
        "茶馆.zh.txt",
        "zh-Hans",
        [
            ["灯笼街的茶馆在2024年因火灾停业，星期六重新开张。", "店主林女士今年81岁，“我还是自己炒茶”，她笑着说。"],
            ["当天来了三百多人👨‍👩‍👧。"],
            ["茶馆建于1926年。"],
        ],
    )
    fates: Fates = [
        *[(1, 1, KEPT, 0.93), (2, 1, MERGED, 0.81), (1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.88), (0, 1, ADDED, 0.79)]
    ]
    return compare(source, target, fates)


def from_right() -> Comparison:
    """Return a Hebrew article with an Arabic version; both run from right to left."""
    source = document(
        "library.he.txt",
        "he",
        [
            ["הספרייה העירונית תיפתח מחדש ביום ראשון אחרי שיפוץ של שנתיים.", "הכניסה תהיה חופשית לכל התושבים."],
            ["באולם הקריאה החדש יש 240 מקומות."],
        ],
    )
    target = document(
        "library.ar.txt",
        "ar",
        [["تُفتح مكتبة المدينة من جديد يوم الأحد بعد أعمال ترميم دامت سنتين."], ["في قاعة القراءة الجديدة 240 مقعدًا."]],
    )
    return compare(source, target, [(1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.87), (1, 1, KEPT, 0.92)])


def orchard() -> Comparison:
    """Return an English article and its German version, whose second paragraph stands at the end of the English one."""
    source = document(
        "orchard.en.txt",
        "en",
        [
            ["The village orchard will be cut down next month.", "Its trees are more than ninety years old."],
            ["The owner wants to build a car park.", "It would have 120 places."],
            ["Neighbours have collected 800 signatures.", "They hope for the court.", "It sits in June."],
            ["The orchard was planted in 1934.", "A teacher and her pupils dug the holes by hand."],
        ],
    )
    target = document(
        "obstgarten.de.txt",
        "de",
        [
            ["Der Obstgarten des Dorfes soll nächsten Monat gefällt werden."],
            ["Gepflanzt wurde er 1934.", "Die Löcher gruben Schulkinder von Hand.", "Ihre Lehrerin half dabei."],
            ["Der Eigentümer will einen Parkplatz bauen.", "Er hätte 120 Plätze."],
            ["Die Nachbarn haben 800 Unterschriften gesammelt.", "Im Juni tagt das Gericht."],
        ],
    )
    fates: Fates = [
        *[(1, 1, KEPT, 0.96), (1, 0, DROPPED, 0.9), (0, 1, MOVED, 0.93), (0, 1, MOVED, 0.4), (0, 1, MOVED, 0.91)],
        *[(1, 1, KEPT, 0.95), (1, 1, KEPT, 0.97), (1, 1, KEPT, 0.9), (1, 0, DROPPED, 0.8), (1, 1, KEPT, 0.7)],
        *[(1, 0, MOVED, 0.92), (1, 0, MOVED, 0.35)],
    ]
    moves = Move(Span(7, 8), Span(1, 2), 2.9, 0.95), Move(Span(8, 9), Span(2, 4), 1.8, 0.86)
    return compare(source, target, fates, moves=moves)


def fares() -> Comparison:
    """Return an English text and a French version with changed figures, a lost reserve, and a doubtful finding."""
    source = document(
        "fares.en.txt",
        "en",
        [
            ["The fares of the ferry rise by 12 percent.", "It carries 1,350 passengers a day."],
            ["The company allegedly lost 3.5 million euros last year.", "Its claims could not be confirmed."],
            ["Pupils travel for half the price."],
        ],
    )
    target = document(
        "tarifs.fr.txt",
        "fr",
        [
            ["Les tarifs du ferry augmentent de 21 %.", "Il transporte 1 350 passagers par jour."],
            ["La compagnie a perdu 3,5 millions d’euros l’an dernier."],
            ["Les élèves voyagent à moitié prix."],
        ],
    )
    fates: Fates = [
        (1, 1, KEPT, 0.97),
        (1, 1, KEPT, 0.95),
        (1, 1, KEPT, 0.93),
        (1, 0, DROPPED, 0.9),
        (1, 1, KEPT, 0.96),
    ]
    comparison = compare(source, target, fates)
    said = [
        _inside(comparison, 0, ("12", "21"), "number", Severity.HIGH, 0.9, "the source says 12, the target 21"),
        _inside(
            comparison, 2, ("allegedly", ""), "hedge-lost", Severity.MEDIUM, 0.8, "the target tells this as a fact"
        ),
        *(replace(it, severity=Severity.HIGH, reasons=("caveat",)) for it in comparison.findings),
        _inside(comparison, 4, ("Pupils", "élèves"), "name-changed", Severity.HIGH, 0.3, "another name stands here"),
    ]
    return replace(comparison, findings=tuple(replace(it, id=f"{n:012x}") for n, it in enumerate(said)))


def _inside(
    comparison: Comparison,
    bead: int,
    words: tuple[str, str],
    kind: str,
    severity: Severity,
    probability: float,
    message: str,
) -> Finding:
    """Return a finding about words of a bead; where the target has none, about the end of its text."""
    alignment = comparison.alignment
    spans = []
    for document_, span, word in zip(
        (alignment.source, alignment.target),
        (alignment.beads[bead].source, alignment.beads[bead].target),
        words,
        strict=True,
    ):
        chars = document_.chars_over(span)
        start = document_.text.index(word, chars.start) if word else chars.stop
        spans.append(Span(start, start + len(word)))
    return Finding(
        check="some",
        kind=kind,
        severity=severity,
        bead=bead,
        source=spans[0],
        target=spans[1],
        probability=probability,
        message=message,
    )


def two_articles() -> Comparison:
    """Return a comparison of two articles on a related subject."""
    source = document("match.en.txt", "en", [["The home side won.", "It rained all afternoon.", "Nobody minded."]])
    target = document("season.de.txt", "de", [["Der Verein sucht einen Trainer.", "Die Saison beginnt im August."]])
    fates: Fates = [(1, 0, DROPPED, 0.6), (1, 1, UNCERTAIN, 0.22), (1, 0, DROPPED, 0.7), (0, 1, ADDED, 0.7)]
    return compare(source, target, fates, Verdict.RELATED)
