"""The nouns of the project; every other module speaks in them.

Glossary, one word per thing, in code, command line, reports and documentation:

- *document*: a text as read and its segments in order. *source* and *target*: the two documents that are compared.
- *segment*: the unit that is aligned, usually a sentence. *role*: what a segment is on the page; only
  *body* is article text.
- *bead*: a minimal group of consecutive segments on each side that correspond; *n-m* is its shape (1-1, 2-1, …).
- *null bead*: a bead with one empty side. The claim made from it is an *omission* (dropped) or an *addition* (added).
- *move*: null segments of both sides that correspond, n-m as in a bead, but out of order. An alignment in order has
  them as dropped here and added there. *passage*: moves that follow each other on both sides; one finding tells of it.
- *bitext*: two documents and their *alignment*: beads in order that cover both sides exactly once, and the moves.
- *score*: the evidence for a bead, higher is better. *probability*: the calibrated chance that the bead is right.
- *fate*: what became of the segments of a bead: kept, merged, split, moved, dropped, added, uncertain or aside.
- *verdict*: what two documents are to each other: same, near-parallel, related or unrelated.
- *coverage*: the share of one version's article text that the other version has.
- *finding*: one thing that a reader of the report should know. *signature*: all that influenced a result, as a
  short string.

Spans are half-open. An empty span keeps its place, so an omission has a position.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from align.ledger import check_beads, check_moves

if TYPE_CHECKING:
    import pandas

EVEN = 0.5  # the chance below which a claim is uncertain


class Role(StrEnum):
    """What a segment is on the page."""

    HEADLINE = "headline"
    BODY = "body"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    COMMENT = "comment"
    FURNITURE = "furniture"


class Fate(StrEnum):
    """What became of the segments of a bead; *aside* is everything that is not article text."""

    KEPT = "kept"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    DROPPED = "dropped"
    ADDED = "added"
    UNCERTAIN = "uncertain"
    ASIDE = "aside"


class Verdict(StrEnum):
    """What two documents are to each other, from the closest to the farthest."""

    SAME = "same"
    NEAR_PARALLEL = "near-parallel"
    RELATED = "related"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, stop)` of characters or of segments."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        """Check the order of the ends."""
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"expected 0 <= start <= stop, found start {self.start}, stop {self.stop}")

    def __len__(self) -> int:
        """Return the number of places covered; an empty span is false."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: `text` is the document's text over `chars`, never a normalised copy."""

    text: str
    chars: Span
    paragraph: int
    role: Role = Role.BODY

    def __post_init__(self) -> None:
        """Check that the text is as long as its place and not blank."""
        if len(self.text) != len(self.chars):
            raise ValueError(f"expected {len(self.chars)} characters for {self.chars}, found {len(self.text)}")
        if not self.text.strip():
            raise ValueError(f"a segment has no visible text at {self.chars}")


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a document beside its text; an empty string is "not told by the format"."""

    title: str = ""
    byline: str = ""
    date: str = ""
    encoding: str = "utf-8"
    sha256: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read and its segments in order; between segments there is only white space.

    `language` is a BCP 47 tag, `und` when unknown.
    """

    name: str
    language: str
    text: str
    segments: tuple[Segment, ...]
    meta: Meta = Meta()

    def __post_init__(self) -> None:
        """Check that the segments account for every visible character exactly once."""
        end = 0
        for segment in self.segments:
            if self.text[segment.chars.start : segment.chars.stop] != segment.text:
                raise ValueError(f"{self.name}: the text at {segment.chars} is not that of its segment")
            if segment.chars.start < end or self.text[end : segment.chars.start].strip():
                raise ValueError(f"{self.name}: text before {segment.chars} is lost or counted twice")
            end = segment.chars.stop
        if self.text[end:].strip():
            raise ValueError(f"{self.name}: text after character {end} belongs to no segment")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The segments of the other side that came closest to those of a null bead, and how close (cosine, -1 to 1)."""

    segments: Span
    score: float


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments `source` that correspond to segments `target`.

    Attributes:
        source: half-open segment numbers; empty for an addition.
        target: half-open segment numbers; empty for an omission.
        score: evidence, higher is better, no fixed range.
        probability: calibrated, 0 to 1; of a null bead, that there is indeed no counterpart.
        rejected: for a null bead the best counterpart that was not taken.
    """

    source: Span
    target: Span
    score: float
    probability: float
    rejected: Counterpart | None = None

    def __post_init__(self) -> None:
        """Check that the bead holds something and that its probability is one."""
        if not self.source and not self.target:
            raise ValueError(f"a bead needs segments on one side at least, found none at {self.source}")
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"expected a probability from 0 to 1, found {self.probability}")

    @property
    def shape(self) -> str:
        """Return the shape as `n-m`."""
        return f"{len(self.source)}-{len(self.target)}"


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
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    signature: str
    version_probability: float = 1.0
    closeness: float = 1.0
    warnings: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()

    def __post_init__(self) -> None:
        """Check that the ledger balances."""
        check_beads(self.beads, len(self.source.segments), len(self.target.segments))
        check_moves(self.moves, self.beads)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a version's article text the other one has: segments and characters, covered and in all."""

    segments: int
    segments_in_all: int
    characters: int
    characters_in_all: int

    @property
    def share(self) -> float:
        """Return the share of characters that are covered, 0 to 1; 0 when there is no article text."""
        return self.characters / self.characters_in_all if self.characters_in_all else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader of the report should know.

    Attributes:
        id: of 12 hexadecimal digits, made from what was found: the same finding keeps it when the tool runs again.
        check: who says so (`omission`, `addition`, `move`).
        kind: what is claimed (`dropped`, `added`, `moved`).
        bead: number of the bead in the alignment; of a moved passage the first one of the source.
        source: half-open characters of the source text, empty at the place where something is missing.
        target: the same for the target text.
        probability: that the claim holds, 0 to 1.
        message: one sentence for a person.
    """

    id: str
    check: str
    kind: str
    bead: int
    source: Span
    target: Span
    probability: float
    message: str


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

    def to_frame(self) -> "pandas.DataFrame":
        """Return a pandas table with one row a bead; see `align.report.frame` for its columns."""
        from align.report.frame import comparison_frame

        return comparison_frame(self)
