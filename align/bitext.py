"""The nouns of the project; every other module speaks in them.

Glossary, one word per thing, in code, command line, reports and documentation:

- *document*: a text as read and its segments in order. *source* and *target*: the two documents that are compared.
- *segment*: the unit that is aligned, usually a sentence. *role*: what a segment is on the page; only *body* is article
  text, all else is *aside*. *furniture*: what belongs to the page and not to the text. Both documents decide together.
- *element*: a piece of a document's *structure*, which its markup tells: a heading, a block of code, a row of a table,
  an image, the target of a link, or a *macro* (a shortcode, a directive, an admonition, a component).
- *bead*: a minimal group of consecutive segments on each side that correspond; *n-m* is its shape (1-1, 2-1, …).
- *null bead*: a bead with one empty side. The claim made from it is an *omission* (dropped) or an *addition* (added).
- *move*: null segments of both sides that correspond, n-m as in a bead, but out of order. An alignment in order has
  them as dropped here and added there. *passage*: moves that follow each other on both sides; one finding tells of it.
- *continuation*: null segments that belong to a bead from which something aside parts them, such as a caption.
- *gap*: what stands on both sides between two beads that hold.
- *bitext*: two documents and their *alignment*: beads in order that cover both sides exactly once, and what joins null
  beads: moves and continuations.
- *score*: how much speaks for a bead, higher is better. *probability*: the calibrated chance that the bead is right.
- *fate*: what became of the segments of a bead: kept, merged, split, moved, dropped, added, uncertain or aside.
- *replacement*: what was dropped and added between the same two beads; each side says something else there.
- *verdict*: what two documents are to each other: same, near-parallel, related or unrelated.
- *coverage*: the share of one version's article text that the other version has.
- *finding*: one thing that a reader of the report should know, as a *check* claims it; its *severity* tells how much it
  matters, its *evidence* the places that it rests on.
- *signature*: all that influenced a result, as a short string.

Spans are half-open. An empty span keeps its place, so an omission has a position.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Literal

# Named again, so that whoever speaks in nouns finds all of them here.
from align.categories import Fate as Fate
from align.categories import Role as Role
from align.categories import Severity as Severity
from align.categories import Structure as Structure
from align.categories import Verdict as Verdict
from align.coverage import Coverage as Coverage
from align.ledger import Continuation as Continuation
from align.ledger import Span as Span
from align.ledger import check_beads, check_continuations, check_moves, check_segments
from align.meta import Meta as Meta
from align.structure.elements import Element as Element
from align.structure.elements import check_elements

if TYPE_CHECKING:
    import pandas

EVEN = 0.5  # the chance below which a claim is uncertain


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: `text` is the document's text over `chars`, never a normalised copy."""

    text: str
    chars: Span
    paragraph: int
    role: Role = Role.BODY

    def __post_init__(self) -> None:
        """Check that the text is as long as its place and not blank."""
        if len(self.text) != self.chars.stop - self.chars.start:
            raise ValueError(f"expected {len(self.chars)} characters for {self.chars}, found {len(self.text)}")
        if not self.text or self.text.isspace():
            raise ValueError(f"a segment has no visible text at {self.chars}")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read and its segments in order; between segments there is only white space.

    `language` is a BCP 47 tag, `und` when unknown; `structure` is None where the format tells none.
    """

    name: str
    language: str
    text: str
    segments: tuple[Segment, ...]
    meta: Meta = field(default_factory=Meta)
    structure: tuple[Element, ...] | None = None

    def __post_init__(self) -> None:
        """Check that the segments account for every visible character exactly once, and where the elements are."""
        check_segments(self.segments, self.text, self.name)
        check_elements(self.structure or (), self.text, self.name)

    def chars_over(self, segments: Span) -> Span:
        """Return the half-open characters of consecutive segments; of none, the place where they would be."""
        if segments:
            return Span(self.segments[segments.start].chars.start, self.segments[segments.stop - 1].chars.stop)
        place = self.segments[segments.start - 1].chars.stop if segments.start else 0
        return Span(place, place)

    def segments_over(self, chars: Span) -> Span:
        """Return the half-open numbers of the segments that some characters lie in; of none, their place."""
        start = bisect_right(self.segments, chars.start, key=lambda segment: segment.chars.stop)
        stop = bisect_left(self.segments, chars.stop, key=lambda segment: segment.chars.start)
        return Span(start, max(start, stop))

    def text_over(self, segments: Span) -> str:
        """Return the text of consecutive segments as read, with the white space between them; empty for none."""
        chars = self.chars_over(segments)
        return self.text[chars.start : chars.stop]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The segments of the other side that came closest to those of a null bead, and how close (cosine, -1 to 1)."""

    segments: Span
    score: float


@dataclass(frozen=True, slots=True, init=False)
class Bead:
    """Segments `source` that correspond to segments `target`.

    Attributes:
        source: half-open segment numbers; empty for an addition.
        target: half-open segment numbers; empty for an omission.
        score: how much speaks for it, higher is better, no fixed range.
        probability: calibrated, 0 to 1; of a null bead, that there is indeed no counterpart.
        rejected: for a null bead the best counterpart that was not taken.
    """

    source: Span
    target: Span
    score: float
    probability: float
    rejected: Counterpart | None

    def __init__(
        self, source: Span, target: Span, score: float, probability: float, rejected: Counterpart | None = None
    ) -> None:
        """Check that the bead holds something and that its probability is one; by hand, as there are many.

        Args:
            source: segments of the source.
            target: segments of the target.
            score: higher is better.
            probability: 0 to 1.
            rejected: of a null bead.
        """
        if source.start == source.stop and target.start == target.stop:
            raise ValueError(f"a bead needs segments on one side at least, found none at {source}")
        if not 0.0 <= probability <= 1.0:
            raise ValueError(f"expected a probability from 0 to 1, found {probability}")
        _put_source(self, source)
        _put_target(self, target)
        _put_score(self, score)
        _put_probability(self, probability)
        _put_rejected(self, rejected)

    @property
    def shape(self) -> str:
        """Return the shape as `n-m`."""
        return f"{len(self.source)}-{len(self.target)}"


_put_source, _put_target, _put_score, _put_probability, _put_rejected = (
    vars(Bead)[name].__set__ for name in ("source", "target", "score", "probability", "rejected")
)


@dataclass(frozen=True, slots=True)
class Move:
    """Null segments of both sides, never none, that correspond out of order; score (log odds) and probability of that.

    Below an even chance they still count as dropped and added.
    """

    source: Span
    target: Span
    score: float
    probability: float

    def __post_init__(self) -> None:
        """Check that both sides hold something and that the probability is one."""
        if not (self.source and self.target and 0.0 <= self.probability <= 1.0):
            raise ValueError(f"expected segments on both sides and a probability from 0 to 1, found {self}")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in order that cover both documents exactly once, and what corresponds out of order.

    Attributes:
        source: one version.
        target: the other.
        beads: in order; each starts where the one before it ends, on both sides.
        signature: how they were found: aligner, encoder, segmenter and their revisions.
        version_probability: that the two documents are versions of one text at all, 0 to 1; the
            probabilities of the beads take it into account.
        closeness: cosine of the two documents as wholes, -1 to 1: what they have in common as to their subject.
        warnings: what a reader should know before trusting the beads.
        moves: in the order of the source; each takes whole null beads, and no two take the same.
        continuations: in the order of the source; null beads that no move takes.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    signature: str
    version_probability: float = 1.0
    closeness: float = 1.0
    warnings: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    continuations: tuple[Continuation, ...] = ()

    def __post_init__(self) -> None:
        """Check that the ledger balances."""
        check_beads(self.beads, len(self.source.segments), len(self.target.segments))
        check_moves(self.moves, self.beads)
        check_continuations(self.continuations, self.moves, self.beads)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in one of the two texts that a finding rests on.

    Attributes:
        label: what it is to the finding, in a word or two, such as `closest`.
        side: whose text it is in, `source` or `target`.
        chars: half-open characters of that text.
        text: what stands there.
    """

    label: str
    side: Literal["source", "target"]
    chars: Span
    text: str

    def __post_init__(self) -> None:
        """Check that the text is as long as its place."""
        if len(self.text) != len(self.chars):
            raise ValueError(f"expected {len(self.chars)} characters for {self.chars}, found {len(self.text)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a reader of the report should know.

    Attributes:
        id: 12 hexadecimal digits made from what is claimed of which text, not from its place (`align.checks.identity`);
            empty as long as a check has not handed it over.
        check: who says so, a name in `align.checks.CHECKS`.
        kind: what is claimed (`dropped`, `added`, `moved`, …).
        severity: how much it matters if it is true.
        bead: number of the bead in the alignment; of a moved passage the first one of the source.
        source: half-open characters of the source text, empty at the place where something is missing.
        target: the same for the target text.
        probability: that the claim holds, 0 to 1.
        message: one sentence for a person.
        evidence: the places that it rests on, beside `source` and `target`.
        reasons: why it matters, the weightiest first: names in `align.salience.REASONS`.
    """

    id: str = ""
    check: str
    kind: str
    severity: Severity
    bead: int
    source: Span
    target: Span
    probability: float
    message: str
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the probability."""
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"expected a probability from 0 to 1, found {self.probability}")

    @property
    def counts(self) -> bool:
        """Return whether it is sure and severe enough to make an exit status of 1."""
        return self.severity is not Severity.LOW and self.probability >= EVEN


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a report sees.

    Attributes:
        alignment: the beads.
        fates: one for every bead.
        verdict: what the two documents are to each other.
        source_coverage: how much of the source's article text the target has.
        target_coverage: the same the other way round.
        findings: in the order of the beads.
    """

    alignment: Alignment
    fates: tuple[Fate, ...]
    verdict: Verdict
    source_coverage: Coverage
    target_coverage: Coverage
    findings: tuple[Finding, ...]

    def __post_init__(self) -> None:
        """Check that every bead has its fate."""
        if len(self.fates) != len(self.alignment.beads):
            raise ValueError(f"expected {len(self.alignment.beads)} fates, found {len(self.fates)}")

    @property
    def are_versions(self) -> bool:
        """Return whether the two documents are versions of one text; of others nothing is claimed."""
        return self.verdict in {Verdict.SAME, Verdict.NEAR_PARALLEL}

    def to_frame(self) -> "pandas.DataFrame":
        """Return a pandas table with one row a bead; see `align.report.frame` for its columns."""
        # By name, as the tables do it, because reports know this module and it must not know them.
        frame: pandas.DataFrame = import_module("align.report.frame").comparison_frame(self)
        return frame
