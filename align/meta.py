"""What is known of a document beside its text and its structure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a document beside its text; an empty string is "not told by the format".

    Attributes:
        title: of the text.
        byline: who wrote it.
        date: when.
        encoding: of the file.
        sha256: of the file, in hexadecimal digits.
        warnings: what a reader should know of how it was read.
        verbatim: whether the text is the file's own, line for line; other formats put theirs together.
        segmented: whether each segment is one line of the text.
    """

    title: str = ""
    byline: str = ""
    date: str = ""
    encoding: str = "utf-8"
    sha256: str = ""
    warnings: tuple[str, ...] = ()
    verbatim: bool = False
    segmented: bool = False
