"""The closed lists of what a segment, a bead, two documents and a finding can be; the glossary is in `align.bitext`."""

from enum import StrEnum


class Role(StrEnum):
    """What a segment is on the page.

    The *headline* is the title of the whole, a *heading* one below it; a *cell* is a label or a value in a table, and
    *image* the text that stands for a picture.
    """

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    CELL = "cell"
    CODE = "code"
    IMAGE = "image"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    COMMENT = "comment"
    FURNITURE = "furniture"


class Structure(StrEnum):
    """What an element of a document's structure is; *inline* is code inside a sentence, *row* one of a table."""

    HEADING = "heading"
    CODE = "code"
    INLINE = "inline"
    ROW = "row"
    IMAGE = "image"
    LINK = "link"
    MACRO = "macro"


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


class Severity(StrEnum):
    """How much a finding matters if it is true, the most first.

    High is for what says something else than the other version does, medium for what is in one version only or in
    another place, low for what hardly changes what a reader learns.
    """

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
